"""One entry of the panel's tracker: what it is, where it came from, and how it ends."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.errors import InvalidInput, UserError
from jasp_desktop.domain.marks import DONE, OVERDUE
from jasp_desktop.domain.panel_tracker import TrackerEntry
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.fields import Field, Line, TextBox
from jasp_desktop.ui.kit.labels import Label, SectionHeading, StatusWord
from jasp_desktop.ui.kit.planes import Column, Flow
from jasp_desktop.ui.kit.prose import Prose
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.tab_order import follow_layout
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.places import PageKey, Place
from jasp_desktop.ui.register.addresses import record_place
from jasp_desktop.ui.typed_dates import day_typed
from jasp_desktop.ui.workspace import Workspace

_DAY_WIDTH = 240


class EntryPane(ScrollPage):
    """Shows an entry; ``planned`` carries an act that a person asked for."""

    planned = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace.appearance, gap=Space.GAP, margin=Space.APART, parent=parent)
        self._workspace = workspace
        self._entry: TrackerEntry | None = None
        self.setAccessibleName("Entry")

    @property
    def shown(self) -> str | None:
        """Return the uid of the entry that is shown."""
        return self._entry.action.uid if self._entry else None

    def show_entry(self, entry: TrackerEntry | None) -> None:
        """Show an entry, or that none is chosen."""
        self._entry = entry
        self.body.clear()
        if entry is None:
            words = "Choose an action to see where it came from, and to close it."
            self.body.add(Label(self.appearance, words, Type.UI, Colour.INK2, wrap=True))
            return
        self._add_head(entry)
        self._add_origin(entry)
        if entry.is_open:
            self._add_closing()
            self._add_carrying()
        else:
            self._add_outcome(entry)
        follow_layout(self.body)

    def _add_head(self, entry: TrackerEntry) -> None:
        look, action = self.appearance, entry.action
        head = Column(look, gap=Space.SNUG)
        head.add(Label(look, action.number, Type.H2, wrap=True))
        if entry.overdue_days:
            head.add(StatusWord(look, OVERDUE, entry.stands, Type.UI_BOLD, wrap=True))
        elif not entry.is_open:
            head.add(StatusWord(look, DONE, entry.stands, Type.UI_BOLD, wrap=True))
        head.add(Prose(look, action.text))
        due = f"due {in_words(action.due)}" if action.due else "no day is set"
        owner = entry.owner or "Nobody is named"
        head.add(Label(look, f"{owner}; {due}.", Type.UI, Colour.INK2, wrap=True))
        edit = Button(look, "Edit", ButtonKind.LINK, icon="pencil", small=True)
        edit.setAccessibleName(f"Edit {action.number}")
        edit.clicked.connect(self._on_edit)
        deeds = Flow(look)
        deeds.add(edit)
        head.add(deeds)
        self.body.add(head)

    def _section(self, title: str) -> Column:
        section = Column(self.appearance, gap=Space.CLOSE, margins=(0, Space.CLOSE, 0, 0))
        section.add(SectionHeading(self.appearance, title))
        self.body.add(section)
        return section

    def _add_origin(self, entry: TrackerEntry) -> None:
        if entry.asked is None and entry.carried_from is None and entry.carried_to is None:
            return
        section = self._section("Where it comes from")
        if entry.carried_from:
            words = f"Carried on from {entry.carried_from}."
            section.add(Label(self.appearance, words, wrap=True))
        if entry.carried_to:
            section.add(Label(self.appearance, f"Goes on as {entry.carried_to}.", wrap=True))
        if entry.asked is not None:
            section.add(Prose(self.appearance, entry.asked.text, Type.UI))
            go = Button(self.appearance, "Open the question", ButtonKind.LINK, small=True)
            go.clicked.connect(self._on_question)
            links = Flow(self.appearance)
            links.add(go)
            section.add(links)

    def _add_closing(self) -> None:
        look = self.appearance
        section = self._section("Close it")
        self.outcome, self.closed_on = TextBox(look, role=Type.UI), Line(look)
        today = in_words(self._workspace.now().date()).replace("\u00a0", " ")
        self.closed_on.setText(today)
        self.fields = {
            "outcome": Field(look, "What came of it", self.outcome),
            "closed_on": Field(look, "Closed on", self.closed_on),
        }
        self.fields["closed_on"].fix(width=_DAY_WIDTH)
        self.close_button = Button(look, "Close this action", ButtonKind.PRIMARY)
        self.close_button.clicked.connect(self._on_close)
        buttons = Flow(look)
        buttons.add(self.close_button)
        section.add(*self.fields.values(), buttons)

    def _add_carrying(self) -> None:
        look = self.appearance
        section = self._section("Or carry it on")
        self.next_due = Line(look)
        self.fields["due"] = Field(look, "New day it is due", self.next_due)
        self.fields["due"].fix(width=_DAY_WIDTH)
        number = self._workspace.desk.panel_tracker.next_number()
        self.carry = Button(look, f"Carry on as {number}")
        self.carry.clicked.connect(self._on_carry)
        buttons = Flow(look)
        buttons.add(self.carry)
        section.add(self.fields["due"], buttons)

    def _add_outcome(self, entry: TrackerEntry) -> None:
        look = self.appearance
        section = self._section("What came of it")
        section.add(Prose(look, entry.action.outcome or "Nothing is recorded.", Type.UI))
        again = Button(look, "Open it again", ButtonKind.LINK, small=True)
        again.clicked.connect(self._on_again)
        deeds = Flow(look)
        deeds.add(again)
        section.add(deeds)

    @Slot()
    def _on_edit(self) -> None:
        if self._entry is not None:
            place = record_place("panel_action", self._entry.action.uid)
            self._workspace.navigator.open(place)

    @Slot()
    def _on_question(self) -> None:
        asked = self._entry.asked if self._entry else None
        if asked is not None:
            self._workspace.navigator.open(Place(PageKey.QUESTIONS, asked.uid))

    @Slot()
    def _on_close(self) -> None:
        if self._entry is None:
            return
        try:
            on = day_typed(self.closed_on.text())
        except UserError as error:
            self._show_fault("closed_on", str(error))
            return
        try:
            act = self._workspace.desk.panel_tracker.closed(
                self._entry.action, self.outcome.toPlainText(), on
            )
        except InvalidInput as error:
            self._show_fault(error.field, str(error))
            return
        self.planned.emit(act)

    @Slot()
    def _on_carry(self) -> None:
        if self._entry is None:
            return
        words, today = self.next_due.text().strip(), self._workspace.now().date()
        try:
            due = day_typed(words) if words else None
            act = self._workspace.desk.panel_tracker.carried(self._entry.action, due, today)
        except UserError as error:
            self._show_fault("due", str(error))
            return
        self.planned.emit(act)

    @Slot()
    def _on_again(self) -> None:
        if self._entry is not None:
            self.planned.emit(self._workspace.desk.panel_tracker.opened_again(self._entry.action))

    def _show_fault(self, name: str, sentence: str) -> None:
        for field in self.fields.values():
            field.clear_fault()
        field = self.fields.get(name, self.fields["outcome"])
        field.show_fault(sentence)
        field.editor.setFocus()
