"""Reads delimited text, as spreadsheet programs save it; runs in the reading child."""

import csv
import hashlib
import io
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from jasp_desktop.exchange.letters.read_txt import decoded
from jasp_desktop.exchange.reading_limits import Refusal, Refused
from jasp_desktop.exchange.sheets_out.safe_text import freed
from jasp_desktop.exchange.trackers.row_lines import SheetLines, cells_of

_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE_ROWS = 60
_SAMPLE = 200_000
_LONGEST_CELL = 1_000_000
_SAYS_DELIMITER = "sep="
_OTHER_STARTS = ("<!doctype", "<html", "<?xml", "<table", "%pdf-", "{\\rtf")
_TOO_LONG = "field larger"
_END = "\x00end"


def lines(path: Path) -> Iterator[bytes]:
    """Give the lines of a delimited text; its one sheet has the file's name.

    Raises:
        Refused: The file is no text, or no table.
    """
    content = path.read_bytes()
    text = decoded(content).removeprefix("\ufeff")
    if text[:100].lstrip().lower().startswith(_OTHER_STARTS):
        raise Refused(Refusal.UNKNOWN_TYPE)
    delimiter, text = _delimiter_of(text)
    written = SheetLines()
    written.begin()
    for number, values in enumerate(records(text, delimiter), start=1):
        yield from written.row(number, cells_of([freed(value) for value in values]))
    written.end(path.stem)
    yield written.close(hashlib.sha256(content).hexdigest())


def _delimiter_of(text: str) -> tuple[str, str]:
    """Return what parts the cells, and the text below a line that says it (“sep=;”)."""
    first, _, rest = text.partition("\n")
    said = first.strip("\r\"'")
    if said.lower().startswith(_SAYS_DELIMITER) and len(said) == len(_SAYS_DELIMITER) + 1:
        return said[-1], rest
    sample = text[:_SAMPLE]
    return max(_DELIMITERS, key=lambda delimiter: _fit(sample, delimiter)), text


def _fit(sample: str, delimiter: str) -> tuple[float, int]:
    """Tell how well a delimiter parts a text: how many rows have the most frequent width."""
    widths = [len(row) for row in islice(records(sample, delimiter), _SAMPLE_ROWS) if any(row)]
    wide = [width for width in widths if width > 1]
    if not wide:
        return 0.0, 0
    usual = max(set(wide), key=lambda width: (wide.count(width), width))
    return wide.count(usual) / len(widths), usual


def records(text: str, delimiter: str) -> Iterator[Sequence[str]]:
    """Give the rows of a delimited text.

    A quotation mark that is opened and never closed would swallow the rows below it. Such a line is
    read alone, and the next is a row of its own again.

    Raises:
        Refused: A cell is too long.
    """
    csv.field_size_limit(_LONGEST_CELL)
    physical = io.StringIO(text, newline="").readlines()
    start = 0
    while start < len(physical):
        reader = csv.reader(islice(physical, start, None), delimiter=delimiter, strict=True)
        done = start
        try:
            for row in reader:
                done = start + reader.line_num
                yield row
        except csv.Error as fault:
            if _TOO_LONG in str(fault):
                raise Refused(Refusal.LONG_CELL) from None
            yield _read_alone(physical[done], delimiter)
            done += 1
        start = done


def _read_alone(line: str, delimiter: str) -> Sequence[str]:
    """Return the cells of a line whose quotation marks are at odds with the rule."""
    if len(line) > _LONGEST_CELL:
        raise Refused(Refusal.LONG_CELL)
    *whole, last = csv.reader([line, _END], delimiter=delimiter)
    if whole and last == [_END]:
        return whole[0]
    return next(csv.reader([line.rstrip("\r\n")], delimiter=delimiter, quoting=csv.QUOTE_NONE))
