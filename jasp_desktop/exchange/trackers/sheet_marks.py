"""Reads from a sheet's XML what the reader of its values does not tell; runs in the reading child.

That is: which rows and columns are hidden, which formulas failed or were saved without a value, and
how far the sheet reaches. Most sheets have nothing of it, which a few searches show at once.
"""

import re
from typing import NamedTuple
from xml.parsers import expat

from jasp_desktop.exchange.reading_limits import Refusal, Refused
from jasp_desktop.exchange.trackers.row_lines import MOST_CELLS, MOST_COLUMNS

_MOST_ROWS_WITHOUT_VALUE = 100_000
_TRUE = frozenset({"1", "true"})
_ROOT = re.compile(rb"<worksheet[ >]")
_HEAD = 4_096
# A cell without its place as the first attribute, and one so far out that all must be looked at:
# between cells nearer than these lie fewer than the most that are allowed.
_UNPLACED = re.compile(rb"<c(?! r=\")[\s>/]")
_PREFIXED = re.compile(rb"<[^\s<>/:]+:c[\s>/]")
_FAR = re.compile(rb" r=\"(?:[A-Za-z]{3,}\d{3}|[A-Za-z]{2}\d{4}|[A-Za-z]\d{6})")
_FILLED = re.compile(rb"<c r=\"([A-Za-z]+)(\d+)\"[^<>]*(?<!/)>")
_IS_ERROR = re.compile(rb"(\st\s*=\s*)(?:\"e\"|'e')(?=[^<>]*>)")
_DIGITS = "0123456789"


class SheetMarks(NamedTuple):
    """What a sheet's XML says beside its values; rows count from 1, columns from 0."""

    hidden_rows: set[int]
    hidden_columns: set[int]
    errors: dict[int, list[tuple[int, str]]]
    without_value: dict[int, list[int]]


def sheet_marks(markup: bytes) -> SheetMarks:
    """Return what a sheet's XML says beside its values.

    Raises:
        Refused: The sheet reaches so far that its blank cells alone would fill the memory.
        expat.ExpatError: The XML is broken.
    """
    scan = _Scan()
    if _may_have_marks(markup) or not _is_near(markup):
        parser = expat.ParserCreate("utf-8")
        scan.follow(parser)
        parser.Parse(markup, True)  # noqa: FBT003 - expat takes no keyword
        scan.check_reach()
    return scan.marks


def errors_as_words(markup: bytes) -> bytes:
    """Return a sheet's XML with what its failed formulas came to as plain words.

    The reader of values gives up a workbook over one that it does not know, such as “#SPILL!”.
    """
    return _IS_ERROR.sub(rb'\1"str"', markup) if _may_have_errors(markup) else markup


def _may_have_errors(markup: bytes) -> bool:
    # To look for so few bytes costs next to nothing, unlike a pattern.
    return b'"e"' in markup or b"'e'" in markup


def _may_have_marks(markup: bytes) -> bool:
    """Tell whether the sheet may have any mark, or is written in a way that hides it."""
    return (
        b"'" in markup
        or b"<!" in markup
        or b"hidden" in markup
        or b"<f" in markup
        or _may_have_errors(markup)
        or _ROOT.search(markup, 0, _HEAD) is None
        or _UNPLACED.search(markup) is not None
        or (b":c" in markup and _PREFIXED.search(markup) is not None)
    )


def _is_near(markup: bytes) -> bool:
    """Tell whether few cells lie before the last, where each has its place first."""
    if _FAR.search(markup) is None:
        return True
    columns: set[bytes] = set()
    last = 0
    for found in _FILLED.finditer(markup):
        columns.add(found[1])
        last = max(last, int(found[2]))
    widest = max((_column_of(each.decode()) for each in columns), default=0)
    return last * (widest + 1) <= MOST_CELLS


def _column_of(letters: str) -> int:
    """Return a column's number, from 0; -1 where there are no letters."""
    column = 0
    for letter in letters.upper():
        column = 26 * column + ord(letter) - 64
    return column - 1


class _Scan:
    """Follows the elements of one sheet."""

    def __init__(self) -> None:
        self.marks = SheetMarks(set(), set(), {}, {})
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
        if bottom >= top and (bottom - top + 1) * (right - left + 1) > MOST_CELLS:
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
            self.marks.hidden_rows.add(self._row)

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
        self._letters[letters] = column = _column_of(letters)
        return column

    def _end_cell(self) -> None:
        row, column = self._row, self._column
        if self._says_something:
            self._first = min(self._first[0], row), min(self._first[1], column)
            self._last = max(self._last[0], row), max(self._last[1], column)
        if self._kind == "e" and (words := "".join(self._value)):
            self.marks.errors.setdefault(row, []).append((column, words))
        elif self._has_formula and self._lacks_value():
            self._mark_without_value(row, column)

    def _mark_without_value(self, row: int, column: int) -> None:
        known = self.marks.without_value
        if column < MOST_COLUMNS and (row in known or len(known) < _MOST_ROWS_WITHOUT_VALUE):
            known.setdefault(row, []).append(column)

    def _lacks_value(self) -> bool:
        # A formula that came to empty text has a value of kind “str” without words.
        return not self._has_value or (self._kind != "str" and not self._value)

    def _hide_columns(self, attributes: dict[str, str]) -> None:
        first, last = int(attributes.get("min", 1)), int(attributes.get("max", 1))
        self.marks.hidden_columns.update(range(max(0, first - 1), min(last, MOST_COLUMNS)))
