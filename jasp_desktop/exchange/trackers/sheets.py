"""A spreadsheet as it was read: its sheets, and their rows as often as they are asked for.

The reading child wrote the rows; here they lie in a spool, in memory while they are few and in a
nameless temporary file when they are many, so that a sheet of any length costs the same memory.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from threading import Lock
from typing import IO, Self

_CHUNK = 256 * 1024
_decode = json.JSONDecoder().decode


class CellError(str):
    """What a formula came to that failed, as it stands in the cell (“#REF!”)."""

    __slots__ = ()


class NumberFrom1904(float):
    """A bare number of a workbook that counts days from 1904, as spreadsheets on Macs once did.

    Where a cell is formatted as a date the reader of values has minded this already.
    """

    __slots__ = ()


type CellValue = str | int | float | bool | date | datetime | None
"""A cell's value. Text is as found, line breaks too; a blank cell is None; a date that is no more
than formatted as one is a ``date``, with a time of day a ``datetime``. A cell of text only, such as
every cell of a CSV file, is never made a number or a date here."""


@dataclass(frozen=True, slots=True)
class MergedCells:
    """A range of merged cells; rows count from 1, columns from 0, both ends are within."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetHead:
    """What is known of a sheet beside its rows.

    ``rows`` is the number of the last row that says anything, ``columns`` how many cells each row
    has. ``hidden_rows`` count from 1, ``hidden_columns`` from 0. ``without_value`` gives, by row,
    the columns of cells whose formula was saved without what it came to; they read as blank.
    ``is_from_1904`` tells that the workbook counts its days from 1904.
    """

    name: str
    rows: int
    columns: int
    is_hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[MergedCells, ...] = ()
    without_value: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    is_from_1904: bool = False


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row of a sheet, from 1; it has a cell for every column of its sheet.

    What merged cells say stands in each of the cells, unless the row says nothing else: then it is
    a title, and stands once. ``without_value`` are the columns, from 0, whose formula was saved
    without what it came to.
    """

    number: int
    cells: tuple[CellValue, ...]
    is_hidden: bool = False
    without_value: tuple[int, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Tell whether the row says nothing."""
        return all(cell is None for cell in self.cells)


class TrackerFile:
    """A spreadsheet that was read. Close it, or use it as a context, to drop its rows."""

    def __init__(
        self,
        name: str,
        sha256: str,
        sheets: tuple[SheetHead, ...],
        spool: IO[bytes],
        places: Mapping[str, tuple[int, int]],
    ) -> None:
        self.name = name
        self.sha256 = sha256
        self.sheets = sheets
        self._spool = spool
        self._places = places
        self._reading = Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Drop the rows; none can be read after it."""
        self._spool.close()

    def head(self, sheet: str) -> SheetHead:
        """Return what is known of a sheet.

        Raises:
            KeyError: The file has no sheet of that name.
        """
        for head in self.sheets:
            if head.name == sheet:
                return head
        raise KeyError(sheet)

    def rows(self, sheet: str) -> Iterator[SheetRow]:
        """Give the rows that say anything, in order; several may be under way at once.

        One that has only formulas without a value says something too, which nobody knows.

        Raises:
            KeyError: The file has no sheet of that name.
        """
        head = self.head(sheet)
        start, end = self._places[sheet]
        rows: Iterator[SheetRow] = (_row(line, head) for line in self._lines(start, end))
        if head.is_from_1904:
            rows = map(_from_1904, rows)
        return _with_unknown(rows, head) if head.without_value else rows

    def _lines(self, start: int, end: int) -> Iterator[bytes]:
        rest = b""
        while start < end:
            with self._reading:
                self._spool.seek(start)
                chunk = self._spool.read(min(_CHUNK, end - start))
            start += len(chunk)
            *lines, rest = (rest + chunk).split(b"\n")
            yield from lines


def _row(line: bytes, head: SheetHead) -> SheetRow:
    number, *cells = _decode(line.decode())
    values = [_value(cell) if type(cell) is list else cell for cell in cells]
    padding = (None,) * (head.columns - len(cells))
    return SheetRow(number, (*values, *padding), number in head.hidden_rows)


def _from_1904(row: SheetRow) -> SheetRow:
    return replace(row, cells=tuple(map(_counted_from_1904, row.cells)))


def _counted_from_1904(cell: CellValue) -> CellValue:
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return NumberFrom1904(cell)
    return cell


def _with_unknown(rows: Iterator[SheetRow], head: SheetHead) -> Iterator[SheetRow]:
    """Give the rows with the columns of their formulas without a value, and those of no other."""
    coming = sorted(head.without_value, reverse=True)
    for row in rows:
        while coming and coming[-1] < row.number:
            yield _unknown(coming.pop(), head)
        if coming and coming[-1] == row.number:
            yield replace(row, without_value=head.without_value[coming.pop()])
        else:
            yield row
    while coming:
        yield _unknown(coming.pop(), head)


def _unknown(number: int, head: SheetHead) -> SheetRow:
    is_hidden = number in head.hidden_rows
    return SheetRow(number, (None,) * head.columns, is_hidden, head.without_value[number])


def _value(found: list[str]) -> CellValue:
    """Return a cell's value that JSON lacks from a pair of kind and text."""
    kind, text = found
    if kind == "date":
        return date.fromisoformat(text)
    return datetime.fromisoformat(text) if kind == "moment" else CellError(text)
