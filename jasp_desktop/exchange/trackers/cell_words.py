"""The words of a cell, as a person would read them aloud from the sheet."""

import re
from datetime import date

from jasp_desktop.domain.dates import in_table
from jasp_desktop.exchange.trackers.sheets import CellValue

_ERROR = re.compile(
    r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!|FIELD!|GETTING_DATA)"
)
_BLANK = frozenset({"", "-", "--", "–", "—", ".", "…"})
_TRAILING_SPACE = re.compile(r"[ \t\u00a0]+(?=\n|$)")


def words_of(value: CellValue) -> str | None:
    """Return a cell's words, line breaks kept; None where it is blank or holds only a dash."""
    if isinstance(value, str):
        words = value.strip()
        if "\n" in words or "\r" in words:
            words = _TRAILING_SPACE.sub("", words.replace("\r\n", "\n").replace("\r", "\n"))
        return None if words in _BLANK else words
    if value is None:
        return None
    return _spelled(value)


def _spelled(value: float | date) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, date):
        return in_table(value)
    # A spreadsheet keeps every number with a fraction: 3 arrives as 3.0.
    return str(int(value)) if float(value).is_integer() else f"{value:.10g}"


def is_blank(value: CellValue) -> bool:
    """Tell whether a cell says nothing."""
    return words_of(value) is None


def is_error(words: str) -> bool:
    """Tell whether a cell shows a spreadsheet's error (“#REF!”) in place of a value."""
    # Text of a CSV file, and a corrected cell, are no CellError.
    return words.startswith("#") and _ERROR.fullmatch(words) is not None


def folded(words: str) -> str:
    """Return words in lower case with single spaces: how a mapping keeps a tracker's words."""
    return " ".join(words.lower().split())
