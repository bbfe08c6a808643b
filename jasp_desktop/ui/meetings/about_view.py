"""A meeting itself: when and where, its papers, who came."""

from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.dates import with_weekday
from jasp_desktop.domain.records import Meeting
from jasp_desktop.domain.vocabulary import Attended, MeetingStatus
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label, SectionHeading
from jasp_desktop.ui.kit.planes import Column, Row
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.meetings.meeting_view import Attendee, MeetingView
from jasp_desktop.ui.meetings.table import day_and_time

_NAME = 190


class AboutView(ScrollPage):
    """Shows what is recorded of a meeting beside its agenda."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, gap=Space.GAP, parent=parent)
        self.setAccessibleName("About this meeting")

    def show_meeting(self, view: MeetingView) -> None:
        """Show a meeting."""
        meeting = view.meeting
        self.body.clear()
        head = Column(self.appearance, gap=Space.SNUG)
        stands = f"{meeting.status.words}, {meeting.openness.words}"
        head.add(Label(self.appearance, stands, Type.SMALL, Colour.INK2, wrap=True))
        head.add(Label(self.appearance, day_and_time(meeting), Type.H1, wrap=True))
        venue = meeting.venue or "No venue is recorded yet."
        head.add(Label(self.appearance, venue, Type.BODY, wrap=True))
        self.body.add(head)
        self._add_papers(meeting)
        self._add_attendance(view)

    def _section(self, title: str, quiet: str = "") -> Column:
        section = Column(self.appearance, gap=Space.TIGHT, margins=(0, Space.GAP, 0, 0))
        section.add(SectionHeading(self.appearance, title, quiet))
        self.body.add(section)
        return section

    def _add_papers(self, meeting: Meeting) -> None:
        section = self._section("Papers")
        due = meeting.paper_deadline
        words = f"Due out by {with_weekday(due)}." if due else "No day is set for the papers."
        section.add(Label(self.appearance, words, wrap=True))
        if meeting.despatched_on:
            sent = f"Sent on {with_weekday(meeting.despatched_on)}."
        else:
            sent = "Not sent yet." if meeting.status is MeetingStatus.PLANNED else ""
        if sent:
            section.add(Label(self.appearance, sent, wrap=True))

    def _add_attendance(self, view: MeetingView) -> None:
        section = self._section("Attendance", _counted(view.attendees))
        if not view.attendees:
            is_planned = view.meeting.status is MeetingStatus.PLANNED
            words = (
                "Who came is recorded once the meeting has been held."
                if is_planned
                else "Nobody’s attendance is recorded."
            )
            section.add(Label(self.appearance, words, Type.UI, Colour.INK2, wrap=True))
        for attendee in view.attendees:
            section.add(self._attendee(attendee))

    def _attendee(self, attendee: Attendee) -> Row:
        margins = (0, Space.TIGHT, 0, Space.TIGHT)
        row = Row(self.appearance, gap=Space.ROOM, margins=margins, top=True, edges="b")
        person, attended = attendee.person, attendee.attendance.attended
        names = Column(self.appearance)
        names.fix(width=_NAME)
        names.add(Label(self.appearance, person.name, Type.UI_BOLD, wrap=True))
        part = ", ".join(part for part in (person.role, person.organisation) if part)
        row.add(names)
        row.add(Label(self.appearance, part, Type.UI, Colour.INK2, wrap=True), stretch=1)
        row.add(Label(self.appearance, attended.words))
        return row


def _counted(attendees: tuple[Attendee, ...]) -> str:
    counts = [
        (sum(each.attendance.attended is attended for each in attendees), attended)
        for attended in Attended
    ]
    return ", ".join(f"{count:,} {attended.words.lower()}" for count, attended in counts if count)
