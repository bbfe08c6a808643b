"""Makes one record of two: which other one, and whose word counts where they differ."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from jasp_desktop.domain.field_words import field_words, table_words
from jasp_desktop.domain.record_drafts import draft_of
from jasp_desktop.domain.record_fields import table_of
from jasp_desktop.domain.records import Record
from jasp_desktop.services.opening import Desk
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind, ReasonedButton
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.fields import Field
from jasp_desktop.ui.kit.labels import Label, SectionHeading
from jasp_desktop.ui.kit.planes import Column, Flow, Row
from jasp_desktop.ui.kit.prose import Prose
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.tab_order import follow_layout
from jasp_desktop.ui.kit.ticks import Option
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.register.pickers import ReferenceControl
from jasp_desktop.ui.register.value_words import value_words

_WIDEST, _OPTION_WIDTH = 760, 150


class MergeView(ScrollPage):
    """Keeps the record that was open; ``confirmed`` carries the other one and what it says."""

    confirmed = Signal(object, object)
    left = Signal()

    def __init__(self, appearance: Appearance, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(appearance, gap=Space.ROOM, widest=_WIDEST, parent=parent)
        self.setAccessibleName("Merge two records")
        self._desk = desk
        self._kept: Record | None = None
        self._lost: Record | None = None
        self._theirs: dict[str, Option] = {}
        self.title = Label(appearance, "", Type.H2, wrap=True)
        self.words = Label(appearance, "", Type.BODY, Colour.INK2, wrap=True)
        self.picker = ReferenceControl(
            appearance, desk.editing, "report", "The same as", is_optional=False
        )
        self.differences = Column(appearance, gap=Space.ROOM)
        self.merge = ReasonedButton(
            appearance, Button(appearance, "Make one of the two", ButtonKind.PRIMARY)
        )
        self.leave = Button(appearance, "Leave them two")
        buttons = Flow(appearance, gap=Space.GAP)
        buttons.add(self.merge, self.leave)
        field = Field(appearance, "Which record is the same?", self.picker.widget)
        self.body.add(self.title, self.words, field, self.differences, buttons)
        self.picker.edited.connect(self._on_chosen)
        self.merge.button.clicked.connect(self._on_merge)
        self.leave.clicked.connect(self.left)

    def begin(self, kept: Record, name: str) -> None:
        """Ask for the record that is the same as this one."""
        table = table_of(kept)
        self._kept, self._lost = kept, None
        self.title.setText(f"Merge this {table_words(table).one.lower()} with another")
        self.words.setText(
            f"“{name}” is kept. What it leaves blank is filled from the other one, everything that "
            "belongs to the other one comes to it, and the other one goes. You can take this back "
            "with Ctrl+Z."
        )
        self.picker.look_in(table)
        self.picker.retype(None)
        self._show_differences()
        self.scroll_to(0)
        self.picker.choose.setFocus()

    def _on_chosen(self) -> None:
        kept, uid = self._kept, self.picker.typed
        if kept is not None and uid is not None:
            self._lost = self._desk.editing.record(table_of(kept), str(uid))
        self._show_differences()

    def _show_differences(self) -> None:
        self.differences.clear()
        self._theirs.clear()
        kept, lost = self._kept, self._lost
        if kept is None or lost is None:
            self.merge.withhold("Choose the other record first")
            return
        if kept.uid == lost.uid:
            self.merge.withhold("Choose another record: this is the one that is kept")
            return
        self.merge.allow()
        names = self._desk.joining.to_choose(kept, lost)
        if names:
            heading = SectionHeading(self.appearance, "Whose word counts?", f"{len(names)}")
            self.differences.add(heading)
        for name in names:
            self.differences.add(self._difference(kept, lost, name))
        if not names:
            words = "The two say nothing different."
            self.differences.add(Label(self.appearance, words, Type.UI, Colour.INK2))
        follow_layout(self.body)

    def _difference(self, kept: Record, lost: Record, name: str) -> Column:
        look, table = self.appearance, table_of(kept)
        label = field_words(table, name).name
        part = Column(look, gap=Space.TIGHT)
        part.add(Label(look, label, Type.UI_BOLD))
        group = QButtonGroup(part)
        for words, record in (("Kept record", kept), ("Other record", lost)):
            option = Option(look, words)
            option.setAccessibleName(f"{label}: {words}")
            group.addButton(option)
            row = Row(look, gap=Space.ROOM, top=True)
            column = Column(look)
            column.fix(width=_OPTION_WIDTH)
            column.add(option)
            row.add(column)
            said = value_words(self._desk.editing, table, name, draft_of(record))
            spoken = Column(look, margins=(0, Space.SNUG, 0, 0))
            spoken.add(Prose(look, said, Type.UI))
            row.add(spoken, stretch=1)
            part.add(row)
            option.setChecked(record is kept)
            self._theirs[name] = option
        return part

    def _on_merge(self) -> None:
        theirs = tuple(name for name, option in self._theirs.items() if option.isChecked())
        self.confirmed.emit(self._lost, theirs)
