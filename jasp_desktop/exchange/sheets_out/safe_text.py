"""Text fit for a cell: nothing a spreadsheet would run, and nothing that would break the file.

A program that opens a CSV file takes a cell that begins with “=” or “-” for a formula. Such a cell
gets an apostrophe in front, and ``freed`` takes it away again: the rule loses nothing, since text
that already begins with apostrophes before such a letter gets one more. A workbook says of each
cell that it is text, so there the words stay as they are.
"""

import re

LONGEST_CELL = 32_767
"""UTF-16 units: what spreadsheet programs hold in one cell."""

_CUT = "\n[Cut here: too long for a spreadsheet. The register holds {:,} characters.]"
_ROOM_FOR_CUT = 120
# The wide forms are taken for the plain ones where East Asian input is set up.
_FORMULA = re.compile(r"'*[=+\-@\t\n＝＋－＠]")
_FREED = re.compile(r"'+[=+\-@\t\n＝＋－＠]")
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if code not in (0x09, 0x0A)} | {
    0x7F: "\u2421",
    0xFFFE: "\ufffd",
    0xFFFF: "\ufffd",
}
_SURROGATES = re.compile("[\ud800-\udfff]")


def cell_text(text: str) -> str:
    """Return text as any cell can hold it.

    Line ends become line feeds; a control character is shown by its picture (“␀”), and half of a
    surrogate pair, which no file can hold, by “\N{REPLACEMENT CHARACTER}”.
    """
    if text.isascii() and text.isprintable():
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _SURROGATES.sub("\ufffd", lines.translate(_PICTURES))


def csv_text(text: str) -> str:
    """Return text for a CSV cell, with an apostrophe in front of what would run as a formula."""
    clean = cell_text(text)
    return f"'{clean}" if _FORMULA.match(clean) else clean


def freed(text: str) -> str:
    """Return a CSV cell's text without the apostrophe that ``csv_text`` put in front."""
    return text[1:] if _FREED.match(text) else text


def cut_to_cell(text: str) -> tuple[str, bool]:
    """Return text that fits a workbook's cell, with a mark where it was cut, and whether it was."""
    if _units(text) <= LONGEST_CELL:
        return text, False
    kept = text.encode("utf-16-le")[: 2 * (LONGEST_CELL - _ROOM_FOR_CUT)]
    return kept.decode("utf-16-le", errors="ignore") + _CUT.format(len(text)), True


def _units(text: str) -> int:
    # Half the limit of letters cannot pass the limit of units.
    return len(text) if 2 * len(text) <= LONGEST_CELL else len(text.encode("utf-16-le")) // 2
