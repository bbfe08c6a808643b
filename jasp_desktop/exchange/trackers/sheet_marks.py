"""Reads from a sheet's XML what the reader of its values does not tell; runs in the reading child.

That is: which rows and columns are hidden, which formulas failed or were saved without a value, and
how far the sheet reaches. Most sheets have nothing of it, which a few searches show at once.
"""

import re
from typing import NamedTuple
from xml.parsers import expat

from jasp_desktop.exchange.reading_limits import Refusal, Refused
from jasp_desktop.exchange.trackers.row_lines import MOST_COLUMNS

_MOST_CELLS = 8_000_000
_MOST_WITHOUT_VALUE = 1_000
_TRUE = frozenset({"1", "true"})
_ROOT = re.compile(rb"<worksheet[ >]")
_HEAD = 4_096
# A cell without its place as the first attribute, and one so far out that all must be looked at.
_UNPLACED = re.compile(rb"<c[\s>/](?!r=\")")
_FAR = re.compile(rb" r=\"(?:[A-Z]{2,}\d{4}|[A-Z]\d{6})")
_DIGITS = "0123456789"


class SheetMarks(NamedTuple):
    """What a sheet's XML says beside its values; rows count from 1, columns from 0."""

    hidden_rows: list[int]
    hidden_columns: list[int]
    errors: dict[int, list[tuple[int, str]]]
    without_value: list[tuple[int, int]]


def sheet_marks(markup: bytes) -> SheetMarks:
    """Return what a sheet's XML says beside its values.

    Raises:
        Refused: The sheet reaches so far that its blank cells alone would fill the memory.
        expat.ExpatError: The XML is broken.
    """
    scan = _Scan()
    if _is_worth_a_scan(markup):
        parser = expat.ParserCreate()
        scan.follow(parser)
        parser.Parse(markup, True)  # noqa: FBT003 - expat takes no keyword
        scan.check_reach()
    return scan.marks


def _is_worth_a_scan(markup: bytes) -> bool:
    """Tell whether the sheet may have any mark, or is written in a way that hides it."""
    return (
        b"'" in markup
        or b"<!" in markup
        or b"hidden" in markup
        or b"<f" in markup
        or b't="e"' in markup
        or _ROOT.search(markup, 0, _HEAD) is None
        or _UNPLACED.search(markup) is not None
        or _FAR.search(markup) is not None
    )


class _Scan:
    """Follows the elements of one sheet."""

    def __init__(self) -> None:
        self.marks = SheetMarks([], [], {}, [])
        self._parser = expat.ParserCreate()
        self._row = 0
        self._column = -1
        self._letters = {"": 0}
        self._first = (2**31, 2**31)
        self._last = (0, 0)
        self._kind: str | None = None
        self._has_formula = self._has_value = self._says_something = False
        self._value: list[str] = []

    def follow(self, parser: expat.XMLParserType) -> None:
        """Take note of what the parser meets."""
        self._parser = parser
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end

    def check_reach(self) -> None:
        """Refuse a sheet whose cells stand too far apart."""
        (top, left), (bottom, right) = self._first, self._last
        if (bottom - top + 1) * (right - left + 1) > _MOST_CELLS:
            raise Refused(Refusal.FAR_CELL)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if local == "c":
            self._begin_cell(attributes)
        elif local == "v":
            self._has_value = self._says_something = True
            if self._has_formula or self._kind == "e":
                self._value = []
                self._parser.CharacterDataHandler = self._value.append
        elif local == "f":
            self._has_formula = True
        elif local == "is":
            self._says_something = True
        elif local == "row":
            self._begin_row(attributes)
        elif local == "col" and attributes.get("hidden") in _TRUE:
            self._hide_columns(attributes)

    def _end(self, name: str) -> None:
        local = name.rpartition(":")[2]
        if local == "v":
            self._parser.CharacterDataHandler = None
        elif local == "c":
            self._end_cell()

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._row = int(attributes.get("r", self._row + 1))
        self._column = -1
        if attributes.get("hidden") in _TRUE:
            self.marks.hidden_rows.append(self._row)

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        if place := attributes.get("r"):
            letters = place.rstrip(_DIGITS)
            self._row = int(place[len(letters) :])
            self._column = self._letters.get(letters) or self._spelled(letters)
        else:
            self._column += 1
        self._kind = attributes.get("t")
        self._has_formula = self._has_value = self._says_something = False
        self._value = []

    def _spelled(self, letters: str) -> int:
        column = 0
        for letter in letters:
            column = 26 * column + ord(letter) - 64
        self._letters[letters] = column - 1
        return column - 1

    def _end_cell(self) -> None:
        row, column = self._row, self._column
        if self._says_something:
            self._first = min(self._first[0], row), min(self._first[1], column)
            self._last = max(self._last[0], row), max(self._last[1], column)
        if self._kind == "e" and (words := "".join(self._value)):
            self.marks.errors.setdefault(row, []).append((column, words))
        elif (
            self._has_formula
            and self._lacks_value()
            and len(self.marks.without_value) < _MOST_WITHOUT_VALUE
        ):
            self.marks.without_value.append((row, column))

    def _lacks_value(self) -> bool:
        # A formula that came to empty text has a value of kind “str” without words.
        return not self._has_value or (self._kind != "str" and not self._value)

    def _hide_columns(self, attributes: dict[str, str]) -> None:
        first, last = int(attributes.get("min", 1)), int(attributes.get("max", 1))
        self.marks.hidden_columns.extend(range(first - 1, min(last, MOST_COLUMNS)))
