"""The rows of the list of meetings."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject

from jasp_desktop.domain.dates import in_table, with_weekday
from jasp_desktop.domain.listings import MeetingLine
from jasp_desktop.domain.records import Meeting
from jasp_desktop.domain.vocabulary import MeetingStatus
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.rows import Cell, CellsModel, Index, TableColumn

COLUMNS = (
    TableColumn("meeting", "Meeting", least=300, can_sort=False),
    TableColumn("status", "Status", 120, is_optional=True, can_sort=False),
    TableColumn("openness", "Openness", 130, is_optional=True, can_sort=False),
    TableColumn("items", "Items", 84, is_right=True, is_optional=True, can_sort=False),
    TableColumn("findings", "Findings", 104, is_right=True, can_sort=False),
    TableColumn("papers", "Papers", 190, can_sort=False),
)
_NOWHERE = QModelIndex()


class MeetingsModel(CellsModel):
    """Meetings in the order in which they are wanted: the next one first, then those held."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, parent)
        self._lines: tuple[MeetingLine, ...] = ()

    def set_lines(self, lines: Sequence[MeetingLine]) -> None:
        """Show these meetings."""
        self.beginResetModel()
        self._lines = tuple(in_order(lines))
        self.endResetModel()

    @property
    def lines(self) -> tuple[MeetingLine, ...]:
        """Return the meetings in the order in which they are shown."""
        return self._lines

    def meeting(self, row: int) -> Meeting:
        """Return the meeting of a row."""
        return self._lines[row].meeting

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many meetings there are."""
        return 0 if parent.isValid() else len(self._lines)

    def cell(self, row: int, key: str) -> Cell:
        """Return what stands under a heading."""
        line = self._lines[row]
        meeting = line.meeting
        match key:
            case "meeting":
                return Cell(day_and_time(meeting), meeting.venue or "", is_strong=True)
            case "status":
                is_planned = meeting.status is MeetingStatus.PLANNED
                return Cell(meeting.status.words, colour=Colour.INK if is_planned else Colour.INK2)
            case "openness":
                return Cell(meeting.openness.words)
            case "items":
                return Cell(f"{line.items:,}")
            case "findings":
                return Cell(f"{line.findings:,}")
            case _:
                return _papers(meeting)


def in_order(lines: Sequence[MeetingLine]) -> list[MeetingLine]:
    """Return planned meetings from the soonest, then the others from the latest."""
    planned = [line for line in lines if line.meeting.status is MeetingStatus.PLANNED]
    others = [line for line in lines if line.meeting.status is not MeetingStatus.PLANNED]
    planned.sort(key=lambda line: line.meeting.held_on)
    others.sort(key=lambda line: line.meeting.held_on, reverse=True)
    return planned + others


def day_and_time(meeting: Meeting) -> str:
    """Return “Tuesday 1 December 2026, 10:00”."""
    day = with_weekday(meeting.held_on)
    return f"{day}, {meeting.starts_at}" if meeting.starts_at else day


def papers_words(meeting: Meeting) -> tuple[str, str]:
    """Return when papers are due and whether they went out, each perhaps empty."""
    due = f"Due {in_table(meeting.paper_deadline)}" if meeting.paper_deadline else ""
    if meeting.despatched_on:
        return due, f"Sent {in_table(meeting.despatched_on)}"
    is_planned = meeting.status is MeetingStatus.PLANNED
    return due, "Not sent yet" if is_planned else ""


def _papers(meeting: Meeting) -> Cell:
    due, sent = papers_words(meeting)
    return Cell(due, sent) if due else Cell(sent, colour=Colour.INK2)
