"""Reads a tracker's rows by its mapping; every row that says anything comes out.

A cell that a person corrects is read as that person typed it: “03/04/2026” is 3 April, the day
first, as everywhere in the program, whatever its column's dates are read as.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.imports import ImportProblem
from jasp_desktop.domain.trackers import (
    ColumnUse,
    DateOrder,
    Decisions,
    RoundUpdate,
    TrackerField,
    TrackerMapping,
    TrackerRow,
)
from jasp_desktop.domain.vocabulary import Vocabulary
from jasp_desktop.exchange.trackers.cell_dates import (
    day_of_number,
    read_date,
    settled,
    turned_round,
)
from jasp_desktop.exchange.trackers.cell_words import folded, is_blank, is_error, words_of
from jasp_desktop.exchange.trackers.date_columns import (
    DATE_FIELDS,
    DEADLINES,
    DateColumn,
    suspect_columns,
)
from jasp_desktop.exchange.trackers.odd_rows import OddRows
from jasp_desktop.exchange.trackers.sheets import CellValue, SheetRow

_NUMBERS = frozenset({TrackerField.REFERENCE, TrackerField.FINDING_NUMBER, TrackerField.SUB_NUMBER})
"""By these a row is found again; a spreadsheet likes to turn them into dates (“3-1”)."""
_NAMES = {TrackerField.REFERENCE: "reference"}
"""How a `TrackerRow` calls what has another name as a field."""
_NAME_ACTIONS = _NUMBERS | {
    TrackerField.FINDING_TEXT,
    TrackerField.SUB_TEXT,
    TrackerField.ACTION_TEXT,
}
"""What says which action a row is."""


_LONGEST_NAME = 80


class _Typed(str):
    """What a person typed in place of a cell."""

    __slots__ = ()


def read_rows(
    rows: Iterable[SheetRow],
    mapping: TrackerMapping,
    decisions: Decisions,
    dates: Sequence[DateColumn] = (),
) -> Iterator[TrackerRow]:
    """Give each row under the headings that says anything.

    A row that is no action (a total, a title, the headings again) comes with a fault. ``dates`` is
    what `judge_dates` found: the real dates of its suspect columns are read as the column's order
    in ``mapping`` says, and wait until it does.
    """
    columns = _Columns(mapping, suspect_columns(dates))
    odd = OddRows(mapping)
    corrections = _by_row(decisions)
    for row in rows:
        if row.number <= mapping.header_row:
            continue
        if row.number in corrections:
            row = replace(row, cells=_corrected(row.cells, corrections[row.number]))  # noqa: PLW2901
        if not all(map(is_blank, row.cells)):
            yield odd.judged(row.cells, columns.read(row))
        elif row.without_value and (faults := columns.unknown(row)):
            yield TrackerRow(number=row.number, faults=faults)


def _by_row(decisions: Decisions) -> Mapping[int, Mapping[int, str]]:
    found: dict[int, dict[int, str]] = {}
    for (row, column), words in decisions.corrections.items():
        found.setdefault(row, {})[column] = words
    return found


def _corrected(cells: Sequence[CellValue], words: Mapping[int, str]) -> tuple[CellValue, ...]:
    width = max(len(cells), *(column + 1 for column in words))
    padded = (*cells, *[None] * (width - len(cells)))
    return tuple(
        _Typed(words[column]) if column in words else cell for column, cell in enumerate(padded)
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one cell gives its row: a value, and what is to be said of it."""

    value: Any = None
    waiting: str | None = None
    fault: str | None = None
    remark: str | None = None


type _Reader = Callable[[CellValue], _Reading]


class _Columns:
    """Reads the cells of a row, each as its column is used."""

    def __init__(self, mapping: TrackerMapping, suspects: frozenset[int]) -> None:
        self._texts: list[tuple[ColumnUse, str]] = []
        self._others: list[tuple[ColumnUse, str, _Reader]] = []
        self._rounds: list[ColumnUse] = []
        self._words: dict[str, str] = {}
        self._used: dict[int, list[ColumnUse]] = {}
        for use in mapping.columns:
            if use.field is None:
                continue
            self._used.setdefault(use.column, []).append(use)
            name = _NAMES.get(use.field, use.field.value)
            if use.field is TrackerField.UPDATE:
                self._rounds.append(use)
            elif reader := _reader(use, use.field, mapping, is_suspect=use.column in suspects):
                self._others.append((use, name, reader))
            else:
                self._texts.append((use, name))

    def read(self, row: SheetRow) -> TrackerRow:
        """Return what a row says."""
        cells, width = row.cells, len(row.cells)
        found = _RowSoFar(row.number)
        if row.is_hidden:
            found.remark(None, None, "This row is hidden in the sheet. It is read all the same.")
        for use in self._uses_without_value(row):
            found.put_unknown(use)
        for use, name in self._texts:
            if use.column < width and (cell := cells[use.column]) is not None:
                found.put_text(use, name, self._same(words_of(cell)))
        for use, name, reader in self._others:
            if use.column < width and (cell := cells[use.column]) is not None:
                found.put(use, name, cell, reader(cell))
        for use in self._rounds:
            if use.column < width and (words := words_of(cells[use.column])):
                found.put_update(use, words)
        return found.row()

    def _same(self, words: str | None) -> str | None:
        """Return the text that says so already: names and titles repeat from row to row."""
        if words is None or len(words) > _LONGEST_NAME:
            return words
        return self._words.setdefault(words, words)

    def unknown(self, row: SheetRow) -> tuple[ImportProblem, ...]:
        """Return what stands in the way of a row that has no value but formulas without one.

        Nothing does where none of them would say which action it is: sheets are often filled with
        formulas far below their last action.
        """
        found, uses = _RowSoFar(row.number), self._uses_without_value(row)
        if any(use.field in _NAME_ACTIONS for use in uses):
            for use in uses:
                found.put_unknown(use, is_fault=True)
        return found.row().faults

    def _uses_without_value(self, row: SheetRow) -> list[ColumnUse]:
        """Return the read columns whose formula has no value, and which nobody has corrected."""
        return [
            use
            for column in row.without_value
            for use in self._used.get(column, ())
            if column >= len(row.cells) or is_blank(row.cells[column])
        ]


class _RowSoFar:
    """The values and problems of a row while its cells are read."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._fields: dict[str, Any] = {}
        self._updates: list[RoundUpdate] = []
        self._waiting: list[ImportProblem] = []
        self._faults: list[ImportProblem] = []
        self._remarks: list[ImportProblem] = []

    def remark(self, use: ColumnUse | None, value: str | None, message: str) -> None:
        """Keep what a person should know although the row counts."""
        self._remarks.append(self._problem(use, value, message))

    def put_text(self, use: ColumnUse, name: str, words: str | None) -> None:
        """Keep words; those of a second column for the same field stand under the first."""
        if words is None:
            return
        if is_error(words):
            self.remark(use, words, "A formula failed in the spreadsheet. The cell is not read.")
            return
        before = self._fields.get(name)
        self._fields[name] = words if before in {None, words} else f"{before}\n{words}"

    def put_update(self, use: ColumnUse, words: str) -> None:
        """Keep the words of a round."""
        if is_error(words):
            self.remark(use, words, "A formula failed in the spreadsheet. The cell is not read.")
            return
        self._updates.append(RoundUpdate(as_at=use.as_at, text=words))

    def put_unknown(self, use: ColumnUse, *, is_fault: bool = False) -> None:
        """Say that a formula has no value; by some a row is found again, so it cannot do without.

        It reads as blank, and what is blank erases nothing.
        """
        said = self._problem(use, None, _without_value(use))
        is_fault = is_fault or use.field in _NUMBERS
        (self._faults if is_fault else self._remarks).append(said)

    def put(self, use: ColumnUse, name: str, cell: CellValue, reading: _Reading) -> None:
        """Keep a value and what is to be said of it."""
        if reading.value is not None:
            before = self._fields.setdefault(name, reading.value)
            if before != reading.value:
                message = "Another column says something else. The first of the two counts."
                self.remark(use, words_of(cell), message)
        if reading.waiting:
            self._waiting.append(self._problem(use, words_of(cell), reading.waiting))
        if reading.fault:
            self._faults.append(self._problem(use, words_of(cell), reading.fault))
        if reading.remark:
            self.remark(use, words_of(cell), reading.remark)

    def row(self) -> TrackerRow:
        """Return the row."""
        return TrackerRow(
            number=self._number,
            **self._fields,
            updates=tuple(self._updates),
            waiting=tuple(self._waiting),
            faults=tuple(self._faults),
            remarks=tuple(self._remarks),
        )

    def _problem(self, use: ColumnUse | None, value: str | None, message: str) -> ImportProblem:
        return ImportProblem(
            row=self._number,
            column=column_name(use) if use else None,
            value=value,
            message=message,
        )


def _without_value(use: ColumnUse) -> str:
    heading = " ".join(column_name(use).split())
    return (
        f"The formula in “{heading}” was saved without its value, so the cell is not read. Open "
        "and save the sheet in a spreadsheet program."
    )


def column_name(use: ColumnUse) -> str:
    """Return a column's heading, or its letters where it has none."""
    if use.heading.strip():
        return use.heading
    letters, rest = "", use.column + 1
    while rest:
        rest, place = divmod(rest - 1, 26)
        letters = chr(ord("A") + place) + letters
    return f"Column {letters}"


def _reader(
    use: ColumnUse, field: TrackerField, mapping: TrackerMapping, *, is_suspect: bool
) -> _Reader | None:
    """Return how the cells of a column are read; None where they are words and no more."""
    if field in DATE_FIELDS:
        return _remembering(_date_reader(use, field, is_suspect=is_suspect))
    if field is TrackerField.STATUS:
        return _remembering(_meaning_of(mapping.statuses))
    if field is TrackerField.HMICFRS_POSITION:
        return _remembering(_meaning_of(mapping.positions))
    return _read_number if field in _NUMBERS else None


def _remembering(reader: _Reader) -> _Reader:
    """Read each value of a column once: dates and statuses repeat from row to row."""
    known: dict[tuple[type, CellValue], _Reading] = {}

    def read(cell: CellValue) -> _Reading:
        # True and 1 are the same key, and not the same cell.
        key = (type(cell), cell)
        if (found := known.get(key)) is None:
            found = known[key] = reader(cell)
        return found

    return read


def _date_reader(use: ColumnUse, field: TrackerField, *, is_suspect: bool) -> _Reader:
    def read(cell: CellValue) -> _Reading:
        real = day_of_number(cell) if is_suspect else None
        found = turned_round(real) if real else read_date(cell, is_deadline=field in DEADLINES)
        settled_date = settled(found, DateOrder.DAY_FIRST if type(cell) is _Typed else use.order)
        if settled_date.readings:
            return _Reading(waiting=_two_ways(settled_date.readings))
        remark = settled_date.remark
        if real and settled_date.value not in {None, real}:
            remark = f"The spreadsheet holds {in_words(real)}, with day and month turned round."
        return _Reading(settled_date.value, fault=settled_date.fault, remark=remark)

    return read


def _two_ways(readings: tuple[date, date]) -> str:
    day_first, month_first = map(in_words, readings)
    return f"May be {day_first} or {month_first}. Say how the dates of this column are read."


def _meaning_of(meanings: Mapping[str, Vocabulary]) -> _Reader:
    def read(cell: CellValue) -> _Reading:
        words = words_of(cell)
        if words is None:
            return _Reading()
        if is_error(words):
            return _Reading(remark="A formula failed in the spreadsheet. The cell is not read.")
        meaning = meanings.get(folded(words))
        if meaning is None:
            return _Reading(remark=f"What “{words}” means is not settled. It is not read.")
        return _Reading(meaning)

    return read


def _read_number(cell: CellValue) -> _Reading:
    words = words_of(cell)
    if words is None:
        return _Reading()
    if is_error(words):
        return _Reading(fault="A formula failed in the spreadsheet. Type the number.")
    if isinstance(cell, date):
        made = f"The spreadsheet has made a date of a number ({in_words(cell)})."
        return _Reading(fault=f"{made} Type the number.")
    return _Reading(words)
