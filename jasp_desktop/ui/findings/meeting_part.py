"""Put a finding on a planned meeting's agenda, from its dossier."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.records import AgendaItem, Finding, Meeting
from jasp_desktop.domain.vocabulary import MeetingStatus
from jasp_desktop.services.meetings import STANDING_ITEM, put_on_agenda
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind, ReasonedButton
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.fields import Choice, Field
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column, Flow, Row
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.places import PageKey, Place
from jasp_desktop.ui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Slot:
    """An agenda item that a finding can stand under."""

    meeting: Meeting
    item: AgendaItem

    @property
    def words(self) -> str:
        """Return “1 December 2026, item 5: Audit and Inspection”."""
        return f"{in_words(self.meeting.held_on)}, item {self.item.number}: {self.item.title}"


def open_slots(workspace: Workspace) -> list[Slot]:
    """Return the items of planned meetings: the next meeting first, the standing item first."""
    register = workspace.desk.register
    planned = [
        line.meeting for line in register.meetings() if line.meeting.status is MeetingStatus.PLANNED
    ]
    planned.sort(key=lambda meeting: meeting.held_on)
    slots: list[Slot] = []
    for meeting in planned:
        agenda = register.agenda(meeting.uid)
        agenda.sort(key=lambda item: STANDING_ITEM.lower() not in item.title.lower())
        slots += [Slot(meeting, item) for item in agenda]
    return slots


class MeetingPart(Column):
    """“Add to meeting”: the button, the items to choose from, and where the finding stands."""

    added = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace.appearance, gap=Space.CLOSE, parent=parent)
        self._workspace = workspace
        self._finding: Finding | None = None
        self._slots: list[Slot] = []
        self._build(workspace.appearance)
        self.start.clicked.connect(self._on_start)
        self.plan.clicked.connect(self._on_plan)
        self.add_button.clicked.connect(self._on_add)
        self.leave.clicked.connect(self._on_leave)

    def _build(self, appearance: Appearance) -> None:
        self.start = Button(appearance, "Add to meeting", icon="calendar-days", small=True)
        self.reasoned = ReasonedButton(appearance, self.start)
        self.plan = Button(appearance, "Plan a meeting", ButtonKind.LINK, small=True)
        self.standing = Flow(appearance, gap=Space.CLOSE, line_gap=Space.HAIR)
        self._row = Row(appearance, gap=Space.GAP)
        self._row.add(self.reasoned, self.plan)
        self._row.add_stretch()
        self.items = Choice(appearance)
        self.field = Field(appearance, "Agenda item", self.items)
        self.add_button = Button(appearance, "Add", ButtonKind.PRIMARY)
        self.leave = Button(appearance, "Not now", ButtonKind.LINK)
        answers = Row(appearance, gap=Space.ROOM)
        answers.add(self.add_button, self.leave)
        answers.add_stretch()
        self.choosing = Column(
            appearance,
            Colour.RAISED,
            gap=Space.GAP,
            margins=(Space.ROOM, Space.GAP, Space.ROOM, Space.GAP),
            outline=Colour.RULE,
        )
        self.choosing.add(self.field, answers)
        self.choosing.hide()
        self.add(self.standing, self._row, self.choosing)

    def show_finding(self, finding: Finding) -> None:
        """Show where a finding stands on agendas, and whether it can be put on another."""
        if self._finding is None or self._finding.uid != finding.uid:
            self.choosing.hide()
        self._finding = finding
        slots = open_slots(self._workspace)
        standing = [slot for slot in slots if finding.uid in slot.item.findings]
        taken = {slot.meeting.uid for slot in standing}
        self._slots = [slot for slot in slots if slot.meeting.uid not in taken]
        self._show_standing(standing)
        if self._slots:
            self.reasoned.allow()
        else:
            self.choosing.hide()
            self.reasoned.withhold("Plan a meeting first.")
        # On every agenda already: the line above says where, and is reason enough.
        self._row.setVisible(bool(self._slots) or not slots)
        self.plan.setVisible(not slots)

    def _show_standing(self, standing: list[Slot]) -> None:
        self.standing.clear()
        self.standing.setVisible(bool(standing))
        if standing:
            words = "On the agenda of" if len(standing) == 1 else "On the agendas of"
            self.standing.add(Label(self.appearance, words, Type.UI, Colour.INK2))
        for slot in standing:
            words = f"{in_words(slot.meeting.held_on)}, item {slot.item.number}"
            self.standing.add(_MeetingLink(self._workspace, slot.meeting, words))

    def _on_start(self) -> None:
        self.items.clear()
        for slot in self._slots:
            self.items.addItem(slot.words, slot)
        self.field.clear_fault()
        self.choosing.show()
        self.items.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_leave(self) -> None:
        self.choosing.hide()
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_add(self) -> None:
        slot = self.items.value
        if not isinstance(slot, Slot) or self._finding is None:
            return
        try:
            self._workspace.acts.do(put_on_agenda(slot.item, self._finding))
        except UserError as error:
            self.field.show_fault(str(error))
            return
        self.choosing.hide()
        self._workspace.notices.tell(f"Added to the agenda of {slot.words}.")
        self.added.emit()

    def _on_plan(self) -> None:
        self._workspace.navigator.open(Place(PageKey.MEETINGS))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the choice at Escape."""
        if event.key() == Qt.Key.Key_Escape and self.choosing.isVisible():
            self._on_leave()
            return
        super().keyPressEvent(event)


class _MeetingLink(Button):
    """A link to a meeting."""

    def __init__(self, workspace: Workspace, meeting: Meeting, words: str) -> None:
        super().__init__(workspace.appearance, words, ButtonKind.LINK, small=True)
        self._workspace, self._meeting = workspace, meeting
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self._workspace.navigator.open(Place(PageKey.MEETING, self._meeting.uid))
