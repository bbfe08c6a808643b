"""A meeting itself: when and where, how it stands, its papers, who came."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.records import Meeting
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.meetings.attendance_part import AttendancePart
from jasp_desktop.ui.meetings.papers_part import PapersPart
from jasp_desktop.ui.meetings.standing_part import StandingPart
from jasp_desktop.ui.meetings.table import day_and_time
from jasp_desktop.ui.workspace import Workspace


class AboutView(ScrollPage):
    """Shows and records what belongs to a meeting beside its agenda.

    ``planned`` carries an act that a person asked for.
    """

    planned = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace.appearance, gap=Space.GAP, parent=parent)
        self.setAccessibleName("About this meeting")
        self._build(workspace)

    def _build(self, workspace: Workspace) -> None:
        look = self.appearance
        head = Column(look, gap=Space.SNUG)
        self.stands = Label(look, "", Type.SMALL, Colour.INK2, wrap=True)
        self.day = Label(look, "", Type.H1, wrap=True)
        self.venue = Label(look, "", Type.BODY, wrap=True)
        self.standing = StandingPart(workspace)
        head.add(self.stands, self.day, self.venue, self.standing)
        self.papers = PapersPart(workspace)
        self.attendance = AttendancePart(workspace)
        self.body.add(head, self.papers, self.attendance)
        for part in (self.standing, self.papers, self.attendance):
            part.planned.connect(self.planned)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show a meeting."""
        self.stands.setText(f"{meeting.status.words}, {meeting.openness.words}")
        self.day.setText(day_and_time(meeting))
        self.venue.setText(meeting.venue or "No venue is recorded yet.")
        self.standing.show_meeting(meeting)
        self.papers.show_meeting(meeting)
        self.attendance.show_meeting(meeting)
