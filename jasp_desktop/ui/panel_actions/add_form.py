"""The form that adds an entry to the panel's tracker under the next number."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.identity import PersonUid, Uid
from jasp_desktop.domain.meeting_people import name_and_role
from jasp_desktop.domain.records import Person
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.cards import FormBand
from jasp_desktop.ui.kit.fields import Choice, Field, Line, TextBox
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Flow
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.typed_dates import day_typed

_TEXT_WIDTH, _OWNER_WIDTH, _DAY_WIDTH = 640, 300, 220


@dataclass(frozen=True, slots=True)
class NewEntry:
    """What a person wants to add."""

    text: str
    owner: PersonUid | None
    due: date | None


class AddForm(FormBand):
    """``added`` carries an entry, ``left`` that there is none."""

    added = Signal(NewEntry)
    left = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent=parent)
        self._build()
        self._connect()
        self.setAccessibleName("Add an action")
        self.restyle()

    def restyle(self) -> None:
        """Take its widths from the text size in force."""
        super().restyle()
        # The first time comes before the field is there.
        if hasattr(self, "fields"):
            self.fields["text"].setMaximumWidth(self.appearance.theme.px(_TEXT_WIDTH))

    def _build(self) -> None:
        look = self.appearance
        self.title = Label(look, "", Type.H2, wrap=True)
        self.text, self.owner, self.due = TextBox(look, role=Type.UI), Choice(look), Line(look)
        self.fields = {
            "text": Field(look, "What is to be done", self.text),
            "owner": Field(look, "Who owes it", self.owner),
            "due": Field(look, "Due", self.due),
        }
        self.fields["owner"].fix(width=_OWNER_WIDTH)
        self.fields["due"].fix(width=_DAY_WIDTH)
        who = Flow(look, gap=Space.ROOM)
        who.add(self.fields["owner"], self.fields["due"])
        self.keep = Button(look, "Add action", ButtonKind.PRIMARY)
        self.leave = Button(look, "Leave it")
        buttons = Flow(look, gap=Space.GAP)
        buttons.add(self.keep, self.leave)
        self.add(self.title, self.fields["text"], who, buttons)

    def _connect(self) -> None:
        self.keep.clicked.connect(self._on_keep)
        self.due.returnPressed.connect(self._on_keep)
        self.leave.clicked.connect(self.left)

    def begin(self, number: str, people: Sequence[Person], owner: PersonUid | None = None) -> None:
        """Show it empty, with the number it will get and the focus on its words."""
        self.title.setText(f"Add {number}")
        self.text.clear()
        self.due.clear()
        self.owner.clear()
        self.owner.addItem("Nobody named", "")
        for person in people:
            self.owner.addItem(name_and_role(person), person.uid)
        self.owner.choose(owner or "")
        for field in self.fields.values():
            field.clear_fault()
        self.text.setFocus()

    def show_fault(self, field: str, sentence: str) -> None:
        """Say at a field what is wrong."""
        self.fields[field].show_fault(sentence)
        self.fields[field].editor.setFocus()

    @Slot()
    def _on_keep(self) -> None:
        for field in self.fields.values():
            field.clear_fault()
        words = self.due.text().strip()
        try:
            due = day_typed(words) if words else None
        except UserError as error:
            self.show_fault("due", str(error))
            return
        owner = str(self.owner.value or "")
        self.added.emit(
            NewEntry(self.text.toPlainText(), PersonUid(Uid(owner)) if owner else None, due)
        )
