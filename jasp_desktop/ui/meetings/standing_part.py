"""Where a meeting stands: planned, held or cancelled, and the way from one to the other."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.records import Meeting
from jasp_desktop.domain.vocabulary import MeetingStatus
from jasp_desktop.ui.kit.buttons import Button
from jasp_desktop.ui.kit.planes import Flow
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.workspace import Workspace

_STEPS = (
    (MeetingStatus.HELD, "Mark as held"),
    (MeetingStatus.CANCELLED, "Cancel the meeting"),
    (MeetingStatus.PLANNED, "Plan it again"),
)


class StandingPart(Flow):
    """A button for each state that the meeting can be brought into."""

    planned = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace.appearance, gap=Space.GAP, parent=parent)
        self._workspace = workspace
        self._meeting: Meeting | None = None
        self.steps: dict[MeetingStatus, Button] = {}
        for status, words in _STEPS:
            button = Button(workspace.appearance, words, small=True)
            button.clicked.connect(partial(self._on_step, status))
            self.add(button)
            self.steps[status] = button

    def show_meeting(self, meeting: Meeting) -> None:
        """Offer what can become of a meeting."""
        self._meeting = meeting
        is_planned = meeting.status is MeetingStatus.PLANNED
        for status, button in self.steps.items():
            button.setVisible(is_planned == (status is not MeetingStatus.PLANNED))

    def _on_step(self, status: MeetingStatus) -> None:
        if self._meeting is None:
            return
        today = self._workspace.now().date()
        try:
            act = self._workspace.desk.meetings.with_status(self._meeting, status, today)
        except UserError as error:
            self._workspace.notices.fail(str(error))
            return
        self.planned.emit(act)
