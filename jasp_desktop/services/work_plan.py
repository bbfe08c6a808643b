"""The work plan: what coming meetings are to take."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.errors import InvalidInput
from jasp_desktop.domain.identity import MeetingUid, WorkPlanEntryUid, made_uid
from jasp_desktop.domain.records import AgendaItem, Meeting, Record, WorkPlanEntry
from jasp_desktop.domain.vocabulary import MeetingStatus
from jasp_desktop.exchange.sheets_out.tables import (
    ColumnRole,
    SheetColumn,
    SheetLine,
    SheetTable,
)
from jasp_desktop.services.editing import EditingService
from jasp_desktop.store import overviews, register
from jasp_desktop.store.database import Database


@dataclass(frozen=True, slots=True)
class PlannedEntry:
    """An entry, and the item of its meeting's agenda that goes by the same title; None for none."""

    entry: WorkPlanEntry
    item: AgendaItem | None


@dataclass(frozen=True, slots=True)
class PlannedMeeting:
    """A meeting with what it is to take; without a meeting, what waits for one."""

    meeting: Meeting | None
    entries: tuple[PlannedEntry, ...]

    @property
    def is_coming(self) -> bool:
        """Tell whether something can still be put on its agenda."""
        return self.meeting is not None and self.meeting.status is MeetingStatus.PLANNED


class WorkPlanService:
    """The work plan of one register."""

    def __init__(self, database: Database, editing: EditingService) -> None:
        self._database = database
        self._editing = editing

    def plan(self) -> list[PlannedMeeting]:
        """Return the planned meetings from the soonest, then what waits, then earlier meetings."""
        with self._database.reading() as session:
            meetings = [line.meeting for line in overviews.meeting_lines(session)]
            entries = list(register.read_records(session, WorkPlanEntry))
            agendas = {each.uid: overviews.agenda_of(session, each.uid) for each in meetings}
        by_meeting: dict[MeetingUid | None, list[WorkPlanEntry]] = {}
        for entry in entries:
            by_meeting.setdefault(entry.meeting, []).append(entry)
        coming = [each for each in reversed(meetings) if each.status is MeetingStatus.PLANNED]
        earlier = [each for each in meetings if each.status is not MeetingStatus.PLANNED]
        planned = [_planned(each, by_meeting, agendas[each.uid]) for each in coming]
        waiting = _planned(None, by_meeting, ())
        past = [_planned(each, by_meeting, agendas[each.uid]) for each in earlier]
        return [*planned, waiting, *(each for each in past if each.entries)]

    def added(self, title: str, meeting: MeetingUid | None) -> Act[Record]:
        """Plan to add an entry.

        Raises:
            InvalidInput: It has no title.
        """
        entry = WorkPlanEntry(
            uid=WorkPlanEntryUid(made_uid()), title=_checked(title), meeting=meeting
        )
        return replace(self._editing.kept(None, entry), words="Add to work plan")

    def renamed(self, entry: WorkPlanEntry, title: str) -> Act[Record]:
        """Plan to give an entry another title.

        Raises:
            InvalidInput: It has none.
        """
        return self._editing.kept(entry, replace(entry, title=_checked(title)))

    def moved(self, entry: WorkPlanEntry, meeting: MeetingUid | None) -> Act[Record]:
        """Plan to let another meeting take an entry; None lets it wait for one."""
        after = replace(entry, meeting=meeting)
        return Act("Move in work plan", (Change[Record](entry, after),))

    def removed(self, entry: WorkPlanEntry) -> Act[Record]:
        """Plan to take an entry out of the plan."""
        return Act("Take out of work plan", (Change[Record](entry, None),))


def _planned(
    meeting: Meeting | None,
    by_meeting: dict[MeetingUid | None, list[WorkPlanEntry]],
    agenda: Iterable[AgendaItem],
) -> PlannedMeeting:
    titles = {item.title.casefold(): item for item in agenda}
    entries = by_meeting.get(meeting.uid if meeting else None, [])
    return PlannedMeeting(
        meeting,
        tuple(PlannedEntry(entry, titles.get(entry.title.casefold())) for entry in entries),
    )


def _checked(title: str) -> str:
    words = " ".join(title.split())
    if not words:
        raise InvalidInput("title", "Write what a meeting is to take.")
    return words


def plan_sheet(plan: Iterable[PlannedMeeting]) -> SheetTable:
    """Return the plan as a table for a spreadsheet, in the order given."""
    columns = (
        SheetColumn("What it is to take", ColumnRole.NAME),
        SheetColumn("Meeting"),
        SheetColumn("Status"),
        SheetColumn("Item"),
    )
    lines: list[SheetLine] = [
        (
            planned.entry.title,
            each.meeting.held_on if each.meeting else None,
            each.meeting.status.words if each.meeting else "No meeting yet",
            planned.item.number if planned.item else None,
        )
        for each in plan
        for planned in each.entries
    ]
    return SheetTable("Work plan", columns, lines)
