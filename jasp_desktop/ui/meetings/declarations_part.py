"""Interests that were declared, under the item that asks for them."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.errors import InvalidInput
from jasp_desktop.domain.meeting_people import Declaration, declarations_of
from jasp_desktop.domain.records import AgendaItem, Person
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.fields import Choice, Field, Line
from jasp_desktop.ui.kit.labels import Label, SectionHeading
from jasp_desktop.ui.kit.planes import Column, Flow, Row
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.workspace import Workspace

_NAME_WIDTH, _WORDS_WIDTH = 280, 420
_NOTHING = "Nothing is recorded yet."
_NOBODY = "Nobody declared an interest."


class DeclarationsPart(Column):
    """Lists what was declared and takes more; ``planned`` carries an act."""

    planned = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        item: AgendaItem,
        people: tuple[Person, ...],
        parent: QWidget | None = None,
    ) -> None:
        margins = (0, Space.GAP, 0, 0)
        super().__init__(workspace.appearance, gap=Space.TIGHT, margins=margins, parent=parent)
        self._workspace, self._item = workspace, item
        self._made = declarations_of(item)
        self._build(people)

    def _build(self, people: tuple[Person, ...]) -> None:
        look, made = self.appearance, self._made
        count = f"{len(made):,} made" if made else ""
        self.add(SectionHeading(look, "Declarations", count))
        if not made:
            words = _NOTHING if made is None else _NOBODY
            self.add(Label(look, words, Type.UI, Colour.INK2, wrap=True))
        for declaration in made or ():
            self.add(self._line(declaration))
        self.name = Choice(look, [("Choose", ""), *((each.name, each.name) for each in people)])
        self.words = Line(look)
        self.fields = {
            "name": Field(look, "Who declares", self.name),
            "words": Field(look, "What they declare", self.words),
        }
        self.fields["name"].fix(width=_NAME_WIDTH)
        self.fields["words"].fix(width=_WORDS_WIDTH)
        self.record = Button(look, "Record declaration")
        self.nobody = Button(look, "Nobody declared an interest", ButtonKind.LINK, small=True)
        fields = Flow(look, gap=Space.ROOM)
        fields.add(*self.fields.values())
        buttons = Flow(look, gap=Space.GAP)
        buttons.add(self.record, self.nobody)
        self.add_space(Space.CLOSE)
        self.add(fields, buttons)
        # Once it has a parent: shown before, it would open a window of its own.
        self.nobody.setVisible(made is None)
        self.record.clicked.connect(self._on_record)
        self.words.returnPressed.connect(self._on_record)
        self.nobody.clicked.connect(self._on_nobody)

    def _line(self, declaration: Declaration) -> Row:
        look = self.appearance
        margins = (0, Space.TIGHT, 0, Space.TIGHT)
        row = Row(look, gap=Space.ROOM, margins=margins, edges="b")
        words = Column(look)
        if declaration.name:
            words.add(Label(look, declaration.name, Type.UI_BOLD, wrap=True))
        words.add(Label(look, declaration.words, wrap=True))
        away = Button(look, "Take away", ButtonKind.LINK, small=True)
        away.setAccessibleName(f"Take away: {declaration.line}")
        away.clicked.connect(partial(self._on_away, declaration))
        row.add(words, stretch=1)
        row.add(away)
        return row

    @Slot()
    def _on_record(self) -> None:
        for field in self.fields.values():
            field.clear_fault()
        meetings = self._workspace.desk.meetings
        try:
            act = meetings.declared(self._item, str(self.name.value), self.words.text())
        except InvalidInput as error:
            self.fields[error.field].show_fault(str(error))
            self.fields[error.field].editor.setFocus()
            return
        self.planned.emit(act)

    @Slot()
    def _on_nobody(self) -> None:
        self.planned.emit(self._workspace.desk.meetings.none_declared(self._item))

    def _on_away(self, declaration: Declaration) -> None:
        self.planned.emit(self._workspace.desk.meetings.undeclared(self._item, declaration))
