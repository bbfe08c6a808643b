"""What a meeting came to, and the draft of the chair’s letter that says so."""

from collections.abc import Iterable
from pathlib import Path

from jasp_desktop.briefs.sections.chair_letter import letter_of
from jasp_desktop.briefs.writing import BriefResult, printed_document, write_document
from jasp_desktop.domain.identity import MeetingUid, PersonUid
from jasp_desktop.domain.meeting_live import LiveQuestion, is_taken, live_meeting
from jasp_desktop.domain.meeting_outcome import MeetingOutcome, OutcomeItem, PutQuestion, Sitting
from jasp_desktop.domain.meeting_people import is_on_panel
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.question_moves import goes_on
from jasp_desktop.domain.records import Meeting, Panel, Person, Question
from jasp_desktop.domain.vocabulary import Attended, PersonKind
from jasp_desktop.services.meetings import MeetingService
from jasp_desktop.services.panel_dates import UNNAMED_FORCE, UNNAMED_PANEL
from jasp_desktop.services.panel_tracker import PanelTrackerService
from jasp_desktop.store import overviews, register
from jasp_desktop.store.database import Database
from jasp_desktop.store.meeting_items import item_at


class LetterService:
    """The outcomes of one register’s meetings, and letters of them."""

    def __init__(
        self, database: Database, meetings: MeetingService, tracker: PanelTrackerService
    ) -> None:
        self._database = database
        self._meetings = meetings
        self._tracker = tracker

    def outcome(self, uid: MeetingUid) -> MeetingOutcome:
        """Return what a meeting came to so far.

        Raises:
            UserError: It is not on the register any more.
        """
        meeting = self._meetings.meeting(uid)
        with self._database.reading() as session:
            panel = register.read_panel(session)
            questions = list(register.read_records(session, Question))
            meetings = [line.meeting for line in overviews.meeting_lines(session)]
        people = {person.uid: person for person in self._meetings.people()}
        sitting = Sitting.of(meeting, meetings)
        taken = [each for each in questions if is_taken(each)]
        made = {each.uid for each in questions if each.meeting == uid}
        entries = self._tracker.entries()
        actions = [each for each in entries if each.asked is not None and each.asked.uid in made]
        return MeetingOutcome(
            panel=panel or Panel(name=UNNAMED_PANEL, force=UNNAMED_FORCE),
            meeting=meeting,
            chair=_chair(meeting, people),
            present=_names(meeting, people, Attended.PRESENT, on_panel=True),
            others=_names(meeting, people, Attended.PRESENT, on_panel=False),
            apologies=_names(meeting, people, Attended.APOLOGIES),
            items=self._items(meeting, filter(sitting.put, taken), people),
            actions=tuple(sorted(actions, key=lambda each: each.action.number)),
            left=tuple(each for each in taken if each.meeting == uid and goes_on(each)),
            carried=tuple(filter(sitting.carried, taken)),
            following=self._meetings.next_planned(meeting.held_on),
        )

    def _items(
        self, meeting: Meeting, put: Iterable[Question], people: dict[PersonUid, Person]
    ) -> tuple[OutcomeItem, ...]:
        agenda = self._meetings.agenda(meeting.uid)
        with self._database.reading() as session:
            placed = [
                LiveQuestion(record=each, item=item_at(session, meeting.uid, each)) for each in put
            ]
        return tuple(
            OutcomeItem(
                item.item,
                tuple(
                    PutQuestion(
                        each.question,
                        _name(people, each.question.member),
                        _name(people, each.question.answered_by),
                    )
                    for each in item.questions
                    if each.question is not None
                ),
            )
            for item in live_meeting(meeting, agenda, placed).asking
        )

    def write(self, meeting: MeetingUid, output: Path, progress: Progress) -> BriefResult:
        """Write the draft of the chair’s letter as a PDF; an older file stays until it is whole.

        Raises:
            UserError: The meeting is gone, or the file could not be written.
            Cancelled: The person asked for a stop.
        """
        return write_document(letter_of(self.outcome(meeting)), output, progress=progress)

    def printed(self, meeting: MeetingUid, progress: Progress) -> bytes:
        """Return the draft of the chair’s letter as the bytes of a PDF, to be printed.

        Raises:
            UserError: The meeting is gone.
            Cancelled: The person asked for a stop.
        """
        return printed_document(letter_of(self.outcome(meeting)), progress=progress)[0]


def _chair(meeting: Meeting, people: dict[PersonUid, Person]) -> str | None:
    """Return who was in the chair: the chair who came, else the chair on that day."""
    chairs = [person for person in people.values() if person.kind is PersonKind.CHAIR]
    came = {each.person for each in meeting.attendance if each.attended is Attended.PRESENT}
    first = [person for person in chairs if person.uid in came] or chairs
    return first[0].name if first else None


def _names(
    meeting: Meeting,
    people: dict[PersonUid, Person],
    wanted: Attended,
    *,
    on_panel: bool | None = None,
) -> tuple[str, ...]:
    listed = [
        people[each.person]
        for each in meeting.attendance
        if each.attended is wanted and each.person in people
    ]
    return tuple(
        person.name for person in listed if on_panel is None or is_on_panel(person) is on_panel
    )


def _name(people: dict[PersonUid, Person], uid: PersonUid | None) -> str | None:
    person = people.get(uid) if uid else None
    return person.name if person else None
