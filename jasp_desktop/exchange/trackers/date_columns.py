"""Judges a column's dates from all its cells: which can be read two ways, what the rest show."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jasp_desktop.domain.dates import in_table
from jasp_desktop.domain.trackers import ColumnUse, DateOrder, TrackerField, TrackerMapping
from jasp_desktop.exchange.trackers.cell_dates import CellDate, read_date, turned_round
from jasp_desktop.exchange.trackers.sheets import CellValue, SheetRow

DATE_FIELDS = frozenset(
    {
        TrackerField.PUBLISHED,
        TrackerField.ORIGINAL_TARGET,
        TrackerField.TARGET,
        TrackerField.CLOSED_ON,
        TrackerField.UPDATED_ON,
    }
)
DEADLINES = frozenset({TrackerField.ORIGINAL_TARGET, TrackerField.TARGET})
_EXAMPLES = 3


class ColumnReading(StrEnum):
    """What the other dates of a column show of those that can be read two ways."""

    DAY_FIRST_SHOWN = "day_first_shown"
    """Some dates can only be day first, none only month first."""
    MONTH_FIRST_SHOWN = "month_first_shown"
    OPEN = "open"
    """No date of the column shows either."""
    MIXED = "mixed"
    """Some can only be day first, others only month first."""
    SUSPECT = "suspect"
    """Dates past the 12th are text and all real dates are not: a spreadsheet that was set to month
    first has probably turned day and month of those round."""


@dataclass(frozen=True, slots=True)
class AmbiguousDate:
    """A cell's date that can be read two ways; ``row`` counts from 1."""

    row: int
    value: str
    day_first: date
    month_first: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DateColumn:
    """A column that holds dates which can be read two ways, with what its other cells show."""

    use: ColumnUse
    reading: ColumnReading
    day_first_only: tuple[str, ...]
    month_first_only: tuple[str, ...]
    ambiguous: tuple[AmbiguousDate, ...]

    @property
    def needs_choice(self) -> bool:
        """Tell whether a person has still to say how the column is read."""
        return self.use.order is None


def judge_dates(rows: Iterable[SheetRow], mapping: TrackerMapping) -> tuple[DateColumn, ...]:
    """Return the columns with dates that can be read two ways, in the sheet's order."""
    seen = [_Seen(use) for use in mapping.columns if use.field in DATE_FIELDS]
    for row in rows:
        if row.number > mapping.header_row:
            for each in seen:
                if each.column < len(row.cells):
                    each.look_at(row.number, row.cells[each.column])
    return tuple(found for each in seen if (found := each.judged()))


def suspect_columns(columns: Iterable[DateColumn]) -> frozenset[int]:
    """Return which columns, from 0, hold real dates whose day and month may be turned round."""
    return frozenset(each.use.column for each in columns if each.reading is ColumnReading.SUSPECT)


type _TwoWays = tuple[str, tuple[date, date], list[AmbiguousDate]]
"""A date that can be read two ways: its words, its readings, and among which others it counts."""


class _Seen:
    """What the cells of one column have shown so far."""

    def __init__(self, use: ColumnUse) -> None:
        self._use = use
        self.column = use.column
        self._known: dict[CellValue, _TwoWays | None] = {None: None}
        self._ambiguous: list[AmbiguousDate] = []
        self._real: list[AmbiguousDate] = []
        self._has_late_real_date = False
        self._examples: dict[DateOrder, dict[str, None]] = {
            DateOrder.DAY_FIRST: {},
            DateOrder.MONTH_FIRST: {},
        }

    def look_at(self, row: int, value: CellValue) -> None:
        """Take note of a cell; a value that stands in many rows is read once."""
        if isinstance(value, bool):
            return
        if value not in self._known:
            self._known[value] = self._read(value)
        if found := self._known[value]:
            words, (day_first, month_first), those = found
            those.append(AmbiguousDate(row, words, day_first, month_first))

    def _read(self, value: CellValue) -> _TwoWays | None:
        """Return what every cell with this value adds, and keep what one of them shows."""
        found = read_date(value, is_deadline=True)
        if isinstance(value, str):
            return self._read_text(value.strip(), found)
        return self._read_real(found.value) if found.value else None

    def _read_text(self, words: str, found: CellDate) -> _TwoWays | None:
        if found.readings:
            return words, found.readings, self._ambiguous
        if found.shows and len(examples := self._examples[found.shows]) < _EXAMPLES:
            examples[words] = None
        return None

    def _read_real(self, day: date) -> _TwoWays | None:
        if readings := turned_round(day).readings:
            return in_table(day), readings, self._real
        self._has_late_real_date |= day.day != day.month
        return None

    def judged(self) -> DateColumn | None:
        """Return what the column shows; None where every date can be read one way only."""
        day_first, month_first = (tuple(each) for each in self._examples.values())
        is_suspect = bool(
            self._real
            and not (self._has_late_real_date or self._ambiguous or month_first)
            and day_first
        )
        ambiguous = self._real if is_suspect else self._ambiguous
        if not ambiguous:
            return None
        return DateColumn(
            use=self._use,
            reading=ColumnReading.SUSPECT if is_suspect else _shown(day_first, month_first),
            day_first_only=day_first,
            month_first_only=month_first,
            ambiguous=tuple(ambiguous),
        )


def _shown(day_first: Sequence[str], month_first: Sequence[str]) -> ColumnReading:
    if day_first and month_first:
        return ColumnReading.MIXED
    if day_first:
        return ColumnReading.DAY_FIRST_SHOWN
    return ColumnReading.MONTH_FIRST_SHOWN if month_first else ColumnReading.OPEN
