"""Writes the lines in which a sheet leaves the reading child; ``sheets`` reads them.

A line is a row: its number, then its cells to the last that says something. The last line of all is
one object that says what the sheets are called, and where among the lines each has its rows.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from math import isfinite

from jasp_desktop.exchange.reading_limits import Refusal, Refused

type Cell = str | int | float | bool | list[str] | None
"""A cell as JSON: what JSON lacks is a pair of kind and text."""

DATE = "date"
MOMENT = "moment"
ERROR = "error"

MOST_COLUMNS = 16_384
MOST_ROWS = 1_048_576
MOST_CELLS = 8_000_000
"""Cells between the first and the last of a sheet, most of them blank."""
_FEWEST_FILLED = 8
"""One in so many cells of a larger sheet says something."""
_LONGEST_CELL = 1_000_000
_LARGEST_WHOLE = 1e15

_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


class SheetLines:
    """Gathers what is known of a file's sheets while their rows are being written.

    ``everywhere`` is what is known of each of them.
    """

    def __init__(self, **everywhere: object) -> None:
        self._everywhere = everywhere
        self.written = 0
        self.columns = 0
        self.rows = 0
        self._filled = 0
        self._sheets: list[dict[str, object]] = []
        self._start = 0

    def begin(self) -> None:
        """Begin a sheet: the rows that follow are its own."""
        self._start, self.rows, self.columns, self._filled = self.written, 0, 0, 0

    def row(self, number: int, cells: list[Cell]) -> Iterator[bytes]:
        """Give a row's line, or none where the row is blank.

        Raises:
            Refused: The row has more cells, or a greater number, than a sheet can have.
        """
        while cells and cells[-1] is None:
            cells.pop()
        if not cells:
            return
        if len(cells) > MOST_COLUMNS or number > MOST_ROWS:
            raise Refused(Refusal.FAR_CELL)
        self.rows, self.columns = number, max(self.columns, len(cells))
        self._filled += len(cells) - cells.count(None)
        line = _encode([number, *cells]).encode() + b"\n"
        self.written += len(line)
        yield line

    def end(self, name: str, **known: object) -> None:
        """End a sheet, with what is known of it beside its rows.

        Raises:
            Refused: It is so wide and so long that its blank cells would outweigh all others.
        """
        if self.rows * self.columns > max(MOST_CELLS, _FEWEST_FILLED * self._filled):
            raise Refused(Refusal.FAR_CELL)
        self._sheets.append(
            {
                "name": name,
                "start": self._start,
                "end": self.written,
                "rows": self.rows,
                "columns": self.columns,
                **self._everywhere,
                **known,
            }
        )

    def close(self, sha256: str) -> bytes:
        """Return the last line.

        Raises:
            Refused: No sheet says anything.
        """
        if not any(sheet["rows"] for sheet in self._sheets):
            raise Refused(Refusal.NO_SHEET)
        return _encode({"sha256": sha256, "sheets": self._sheets}).encode()


def cells_of(values: Sequence[object]) -> list[Cell]:
    """Return a row's values as JSON; blank text is None, a whole number has no decimals."""
    return [None if value == "" else _AS_JSON[type(value)](value) for value in values]


def _text(value: str) -> str | None:
    if len(value) > _LONGEST_CELL:
        raise Refused(Refusal.LONG_CELL)
    if value.isspace():
        return None
    return value.replace("\r\n", "\n").replace("\r", "\n") if "\r" in value else value


def _number(value: float) -> float | str:
    if value.is_integer() and abs(value) < _LARGEST_WHOLE:
        return int(value)
    return value if isfinite(value) else str(value)


def _time(value: time) -> str:
    return value.isoformat("auto" if value.second or value.microsecond else "minutes")


def _length(value: timedelta) -> str:
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}"


_AS_JSON: dict[type, Callable[..., Cell]] = {
    str: _text,
    bool: bool,
    int: int,
    float: _number,
    date: lambda value: [DATE, value.isoformat()],
    datetime: lambda value: [MOMENT, value.isoformat()],
    time: _time,
    timedelta: _length,
}
