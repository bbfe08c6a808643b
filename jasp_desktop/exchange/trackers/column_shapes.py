"""What the cells of a column look like, so that a heading is not believed against them."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from jasp_desktop.domain.trackers import TrackerField as Field
from jasp_desktop.exchange.trackers.cell_dates import day_of_number, read_date
from jasp_desktop.exchange.trackers.cell_words import words_of
from jasp_desktop.exchange.trackers.sheets import CellValue, SheetRow
from jasp_desktop.exchange.trackers.status_words import kinds_of_state

_ROWS_LOOKED_AT = 200
_LONGEST_DATE = 24
_LONGEST_NUMBER = 25
_LONGEST_STATE = 45
_LONGEST_NAME = 80
_LONGEST_TITLE = 200
_SHORTEST_SENTENCE = 12
_MOST_STATES = 25
_HALF, _MOST = 0.5, 0.8


class _Look(NamedTuple):
    """What one value looks like."""

    words: str
    is_date: bool
    is_number: bool
    is_status: bool
    is_position: bool
    is_colour: bool


class ColumnShape:
    """Counts over the cells of one column that say anything."""

    def __init__(self) -> None:
        self.filled = 0
        self._dates = self._numbers = self._letters = 0
        self._states = self._positions = self._colours = 0
        self._words: set[str] = set()
        self._looks: dict[tuple[type, CellValue], _Look | None] = {}

    def look_at(self, value: CellValue) -> None:
        """Count one cell."""
        # True and 1 are equal, and say other words.
        key = (type(value), value)
        if key not in self._looks:
            self._looks[key] = _look(value)
        if (look := self._looks[key]) is None:
            return
        self.filled += 1
        self._words.add(look.words)
        self._letters += len(look.words)
        self._dates += look.is_date
        self._numbers += look.is_number
        self._states += look.is_status
        self._positions += look.is_position
        self._colours += look.is_colour

    def suits(self, field: Field) -> bool:
        """Tell whether the cells may be what a field holds; a blank column may be anything."""
        if not self.filled:
            return True
        if field in _DATES:
            return self._share(self._dates) >= _HALF
        if self._share(self._dates) >= _HALF:
            return False
        if field in _STATES:
            return self._looks_like_states(field)
        return self._suits_words(field)

    @property
    def is_of_states(self) -> bool:
        """Tell whether most cells are a status and no more."""
        return self.filled > 0 and self._share(self._states) >= _HALF

    def _suits_words(self, field: Field) -> bool:
        length = self._letters / self.filled
        if field in _NUMBERS:
            return length <= _LONGEST_NUMBER and not self.is_of_states
        if field in _NAMES:
            return length <= _LONGEST_NAME and self._share(self._numbers) < _HALF
        if field in _SENTENCES:
            return (
                length >= _SHORTEST_SENTENCE
                and self._share(self._numbers) < _HALF
                and not self.is_of_states
            )
        if field is Field.UPDATE:
            return self._share(self._numbers) < _HALF and not self.is_of_states
        return field is not Field.REPORT or (
            length <= _LONGEST_TITLE and self._share(self._numbers) < _HALF
        )

    def _looks_like_states(self, field: Field) -> bool:
        colours = self._share(self._colours) >= _MOST
        if field is Field.RAG:
            return colours or self._letters / self.filled <= _SHORTEST_SENTENCE
        return (
            not colours
            and self._letters / self.filled <= _LONGEST_STATE
            and len(self._words) <= _MOST_STATES
            and self._share(self._numbers) < _HALF
        )

    def _share(self, count: int) -> float:
        return count / self.filled


_DATES = frozenset(
    {Field.PUBLISHED, Field.ORIGINAL_TARGET, Field.TARGET, Field.CLOSED_ON, Field.UPDATED_ON}
)
_STATES = frozenset({Field.STATUS, Field.HMICFRS_POSITION, Field.RAG})
_NUMBERS = frozenset({Field.REFERENCE, Field.FINDING_NUMBER, Field.SUB_NUMBER})
_NAMES = frozenset({Field.OWNER, Field.EXECUTIVE_LEAD, Field.FINDING_KIND})
_SENTENCES = frozenset({Field.FINDING_TEXT, Field.SUB_TEXT, Field.ACTION_TEXT})


def shapes_of(rows: Iterable[SheetRow], columns: int) -> tuple[ColumnShape, ...]:
    """Return the shapes of a sheet's columns, from its first rows under the headings."""
    shapes = tuple(ColumnShape() for _ in range(columns))
    for _, row in zip(range(_ROWS_LOOKED_AT), rows, strict=False):
        for shape, cell in zip(shapes, row.cells, strict=False):
            shape.look_at(cell)
    return shapes


def _look(value: CellValue) -> _Look | None:
    words = words_of(value)
    if words is None:
        return None
    is_number = isinstance(value, (int, float)) or words.replace(".", "").isdigit()
    return _Look(words, _is_date(value, words), is_number, *kinds_of_state(words))


def _is_date(value: CellValue, words: str) -> bool:
    """Tell whether a cell is a date, or stands where one will (“TBC” counts as neither)."""
    if isinstance(value, (date, int, float)):
        return day_of_number(value) is not None or isinstance(value, date)
    if len(words) > _LONGEST_DATE:
        return False
    found = read_date(words, is_deadline=True)
    # Of a number that is no date, the fault says no more than that.
    is_mistyped = found.fault is not None and not words.replace(".", "").isdigit()
    return bool(found.value or found.readings or is_mistyped)
