"""Build a meeting: plan it, write its agenda, send its papers, record who came.

Everything is planned as an act; whoever asked carries it out, and can take it back.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.dates import papers_due
from jasp_desktop.domain.errors import InvalidInput, UserError
from jasp_desktop.domain.identity import AgendaItemUid, FindingUid, MeetingUid, PersonUid, made_uid
from jasp_desktop.domain.meeting_agenda import (
    changed_items,
    has_gaps,
    next_number,
    numbered_anew,
    put_below,
    stepped,
)
from jasp_desktop.domain.meeting_people import (
    Declaration,
    declarations_of,
    expected,
    new_declaration,
    with_attendance,
    with_declarations,
)
from jasp_desktop.domain.records import AgendaItem, Finding, Meeting, Panel, Person, Record
from jasp_desktop.domain.vocabulary import Attended, MeetingStatus, Openness, Purpose
from jasp_desktop.services.editing import EditingService
from jasp_desktop.services.joining import JoiningService
from jasp_desktop.store import overviews, register
from jasp_desktop.store.database import Database

STANDING_ITEM = "Audit and Inspection"

_GONE = "This is not on the register any more."
_HELD_IN_FUTURE = "The meeting is still to come. Mark it as held on its day, or later."


class MeetingService:
    """The meetings of one register, and their agendas."""

    def __init__(
        self, database: Database, editing: EditingService, joining: JoiningService
    ) -> None:
        self._database = database
        self._editing = editing
        self._joining = joining

    def meeting(self, uid: MeetingUid) -> Meeting:
        """Return a meeting.

        Raises:
            UserError: It is not on the register any more.
        """
        with self._database.reading() as session:
            found = register.fetch_one(session, Meeting, uid)
        if found is None:
            raise UserError(_GONE)
        return found

    def next_planned(self, after: date) -> Meeting | None:
        """Return the first planned meeting after a day."""
        with self._database.reading() as session:
            meetings = [line.meeting for line in overviews.meeting_lines(session)]
        coming = [
            each
            for each in meetings
            if each.status is MeetingStatus.PLANNED and each.held_on > after
        ]
        return min(coming, key=lambda each: each.held_on, default=None)

    def people(self) -> list[Person]:
        """Return everybody the panel works with, by name."""
        with self._database.reading() as session:
            return sorted(register.read_records(session, Person), key=lambda each: each.name)

    def expected(self, meeting: Meeting) -> tuple[Person, ...]:
        """Return who may come to a meeting, the chair and the members first."""
        return expected(self.people(), meeting)

    def agenda(self, meeting: MeetingUid) -> list[AgendaItem]:
        """Return a meeting's items in the order of their numbers."""
        with self._database.reading() as session:
            return overviews.agenda_of(session, meeting)

    def added_item(self, meeting: MeetingUid, title: str) -> Act[Record]:
        """Plan to put a new item at the end of an agenda.

        Raises:
            InvalidInput: It has no title.
        """
        words = " ".join(title.split())
        if not words:
            raise InvalidInput("title", "Write what the item is about.")
        with self._database.reading() as session:
            panel = register.read_panel(session)
            items = overviews.agenda_of(session, meeting)
        item = AgendaItem(
            uid=AgendaItemUid(made_uid()),
            meeting=meeting,
            number=next_number(items),
            title=words,
            purpose=Purpose.FOR_CONSIDERATION,
        )
        if panel is not None:
            item = replace(item, marking=panel.default_marking)
        return self._editing.kept(None, item)

    def stepped_item(self, item: AgendaItem, by: int) -> Act[Record] | None:
        """Plan to put an item before (-1) or after (1) its neighbour; None where it has none."""
        items = self.agenda(item.meeting)
        return _reordered(items, stepped(items, item.uid, by))

    def dropped_item(self, item: AgendaItem, above: AgendaItemUid | None) -> Act[Record] | None:
        """Plan to put an item below another, or None for the top; None where nothing moves."""
        items = self.agenda(item.meeting)
        return _reordered(items, put_below(items, item.uid, above))

    def numbered_agenda(self, meeting: MeetingUid) -> Act[Record] | None:
        """Plan to number an agenda by its order; None where it is numbered so already."""
        items = self.agenda(meeting)
        return _reordered(items, numbered_anew(items), "Number agenda")

    def removed_item(self, item: AgendaItem) -> Act[Record]:
        """Plan to take an item off the agenda; the numbers after it close up.

        They stay where the papers are out, or where they had gaps before: people quote them.

        Raises:
            UserError: It may not be removed.
        """
        removal = self._joining.removal(item).act
        items = self.agenda(item.meeting)
        gone = {change.before.uid for change in removal.changes if change.before is not None}
        left = [each for each in items if each.uid not in gone]
        if has_gaps(items) or self.meeting(item.meeting).despatched_on is not None:
            return removal
        moved = _changes(changed_items(left, numbered_anew(left)))
        return replace(removal, changes=(*moved, *removal.changes))

    def sent_papers(self, meeting: Meeting, on: date | None) -> Act[Record]:
        """Plan to record the day the papers went out; None takes it back.

        Raises:
            InvalidInput: They cannot have gone out that day.
        """
        act = self._editing.kept(meeting, replace(meeting, despatched_on=on))
        return replace(act, words="Send papers" if on else "Papers not sent")

    def with_status(self, meeting: Meeting, status: MeetingStatus, today: date) -> Act[Record]:
        """Plan to mark a meeting as held or cancelled, or as planned again.

        Raises:
            UserError: It cannot have been held yet.
        """
        if status is MeetingStatus.HELD and today < meeting.held_on:
            raise UserError(_HELD_IN_FUTURE)
        words = {
            MeetingStatus.HELD: "Mark meeting as held",
            MeetingStatus.CANCELLED: "Cancel meeting",
        }.get(status, "Plan meeting again")
        return Act(words, (Change[Record](meeting, replace(meeting, status=status)),))

    def with_attendance(
        self, meeting: Meeting, person: PersonUid, came: Attended | None
    ) -> Act[Record]:
        """Plan to record whether somebody came; None takes them off the list."""
        after = with_attendance(meeting, person, came)
        return Act("Record attendance", (Change[Record](meeting, after),))

    def all_present(self, meeting: Meeting) -> Act[Record] | None:
        """Plan to record everybody as present of whom nothing is recorded; None for nobody."""
        listed = {each.person for each in meeting.attendance}
        after = meeting
        for person in self.expected(meeting):
            if person.uid not in listed:
                after = with_attendance(after, person.uid, Attended.PRESENT)
        if after == meeting:
            return None
        return Act("Record attendance", (Change[Record](meeting, after),))

    def declared(self, item: AgendaItem, name: str, words: str) -> Act[Record]:
        """Plan to record an interest that somebody declared.

        Raises:
            InvalidInput: The name or the words are missing.
        """
        made = (*(declarations_of(item) or ()), new_declaration(name, words))
        return _declarations("Record declaration", item, made)

    def undeclared(self, item: AgendaItem, declaration: Declaration) -> Act[Record]:
        """Plan to take a declaration away; the last one leaves nothing recorded."""
        kept = [each for each in declarations_of(item) or () if each != declaration]
        return _declarations("Take declaration away", item, kept or None)

    def none_declared(self, item: AgendaItem) -> Act[Record]:
        """Plan to record that nobody declared an interest."""
        return _declarations("No interest declared", item, ())


def new_meeting(panel: Panel, meeting: Meeting) -> Act[Record]:
    """Plan a meeting with the panel's standing items.

    The day the papers are due is counted back from the meeting by the panel's clear working days.
    """
    due = papers_due(meeting.held_on, panel.paper_lead_days, frozenset(panel.bank_holidays))
    planned = replace(meeting, paper_deadline=due, status=MeetingStatus.PLANNED)
    items = [
        AgendaItem(
            uid=AgendaItemUid(made_uid()),
            meeting=meeting.uid,
            number=str(number),
            title=title,
            purpose=purpose,
            openness=Openness.PUBLIC,
            marking=panel.default_marking,
        )
        for number, (title, purpose) in enumerate(_STANDING_AGENDA, start=1)
    ]
    added: list[Record] = [planned, *items]
    return Act("Plan meeting", tuple(Change[Record](None, record) for record in added))


def put_on_agenda(item: AgendaItem, finding: Finding) -> Act[Record]:
    """Put a finding, and with it its report, on an agenda item.

    Raises:
        InvalidInput: It is on the item already.
    """
    if finding.uid in item.findings:
        raise InvalidInput("finding", "This finding is on that item already.")
    reports = item.reports if finding.report in item.reports else (*item.reports, finding.report)
    after = replace(item, findings=(*item.findings, finding.uid), reports=reports)
    return Act("Add to meeting", (Change[Record](item, after),))


def take_off_agenda(item: AgendaItem, finding: FindingUid) -> Act[Record]:
    """Take a finding off an agenda item; its report stays."""
    kept = tuple(uid for uid in item.findings if uid != finding)
    return Act("Take off agenda", (Change[Record](item, replace(item, findings=kept)),))


def _reordered(
    before: Sequence[AgendaItem], after: Sequence[AgendaItem], words: str = "Move item"
) -> Act[Record] | None:
    changes = _changes(changed_items(before, after))
    return Act(words, changes) if changes else None


def _changes(pairs: Iterable[tuple[AgendaItem, AgendaItem]]) -> tuple[Change[Record], ...]:
    return tuple(Change[Record](before, after) for before, after in pairs)


def _declarations(words: str, item: AgendaItem, made: Sequence[Declaration] | None) -> Act[Record]:
    return Act(words, (Change[Record](item, with_declarations(item, made)),))


_STANDING_AGENDA = (
    ("Apologies for absence", Purpose.FOR_INFORMATION),
    ("Declarations of interest", Purpose.FOR_INFORMATION),
    ("Minutes of the last meeting", Purpose.FOR_CONSIDERATION),
    ("Progress against the action tracker", Purpose.FOR_CONSIDERATION),
    (STANDING_ITEM, Purpose.FOR_CONSIDERATION),
    ("Work plan and meeting schedule", Purpose.FOR_CONSIDERATION),
)
