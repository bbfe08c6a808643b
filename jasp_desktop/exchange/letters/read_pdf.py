"""Reads a PDF's text and puts its lines together again; runs in the reading child."""

import logging
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from statistics import median

from pypdf import PageObject, PdfReader

from jasp_desktop.domain.records import Json
from jasp_desktop.exchange.letters.plain_lines import with_list_mark
from jasp_desktop.exchange.letters.source_text import Block, BlockKind, laid_out, reading_as_json
from jasp_desktop.exchange.reading_limits import Refusal, Refused

_MOST_PAGES = 400
_END = b"%%EOF"
# Four figures alone are a year, the end of a date in a narrow column.
_PAGE_NUMBER = re.compile(
    r"\W?\d{1,3}\W?|page\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|\d{1,3}\s*(?:of|/)\s*\d{1,4}",
    re.IGNORECASE,
)
_EDGE_LINES = 3
_RUNNING_SHARE = 0.5
_FEWEST_PAGES_TO_COMPARE = 3
_PARAGRAPH_GAP = 1.35
_LOOSE_LINE = 1.15
_HEADING_LEADING = 1.3
_HEADING_SIZE = 1.12
_LONGEST_HEADING = 140
_FULL_SHARE = 0.72
# The standard fonts' bullet comes out as a control character; a soft hyphen is no letter.
_OTHER_SIGNS = {0x7F: "•", 0x95: "•", 0xAD: None}
_SAME_LINE = 2.0
_SINGLE_SPACED = 1.45
_COMMON_SHARE = 0.1
_MARK = re.compile(r"[•●▪◦‣–—-]|\(?(?:\d{1,3}(?:\.\d{1,2})*|[a-z]|[ivx]{1,5})[.)]|o")
_LEAST_INDENT = 20.0
_CELL_RISE = 3.0
# The end of a line is not known, only estimated from an average glyph (ems).
_GLYPH_WIDTH = 0.5
_COLUMN_GAP = 12.0
_DOUBT = 0.2
_BOLD = re.compile(r"bold|black|heavy|semibold", re.IGNORECASE)
_ENDS_A_SENTENCE = re.compile(r"[.!?:;][”’\"')\]]*$")


@dataclass(slots=True)
class _Line:
    """A printed line: where it starts on its page (points, from the foot), and how it looks."""

    text: str
    page: int
    x: float
    y: float
    size: float
    is_bold: bool


def answer(path: Path) -> dict[str, Json]:
    """Return the lines and blocks of a PDF.

    Raises:
        Refused: It is locked, cut short, too long, or has no text.
    """
    logging.disable(logging.CRITICAL)
    content = path.read_bytes()
    if _END not in content[-2_048:]:
        raise Refused(Refusal.DAMAGED)
    reader = PdfReader(path)
    if reader.is_encrypted and not reader.decrypt(""):
        raise Refused(Refusal.PASSWORD)
    if len(reader.pages) > _MOST_PAGES:
        raise Refused(Refusal.TOO_LARGE)
    pages = [_lines_on(page, number) for number, page in enumerate(reader.pages)]
    printed = _without_running_lines(pages)
    if not printed:
        raise Refused(Refusal.SCANNED)
    lines, blocks = laid_out(_blocks_of(printed))
    return reading_as_json(content, lines, blocks)


def _lines_on(page: PageObject, number: int) -> list[_Line]:
    found: list[_Line] = []

    def take(
        text: str,
        user: Sequence[float],
        matrix: Sequence[float],
        font: Mapping[str, object] | None,
        size: float,
    ) -> None:
        x = user[0] * matrix[4] + user[2] * matrix[5] + user[4]
        y = user[1] * matrix[4] + user[3] * matrix[5] + user[5]
        height = abs(size * (matrix[3] or 1.0) * (user[3] or 1.0))
        is_bold = bool(_BOLD.search(str(font.get("/BaseFont", "")))) if font else False
        for place, piece in enumerate(text.split("\n")):
            is_new = place > 0 or not found or not _is_beside(found[-1], x, y)
            if not piece.strip():
                if found and not is_new:
                    found[-1].text += piece
                continue
            if is_new:
                found.append(_Line(piece, number, x, y, height, is_bold))
            else:
                found[-1].text += piece
                found[-1].is_bold &= is_bold
                # A bullet is often set smaller than its item.
                found[-1].size = max(found[-1].size, height)

    page.extract_text(visitor_text=take)
    for line in found:
        line.text = " ".join(line.text.translate(_OTHER_SIGNS).split())
    return [line for line in found if line.text]


def _is_beside(line: _Line, x: float, y: float) -> bool:
    """Tell whether words at a place go on with a line rather than begin another column."""
    if abs(line.y - y) > _SAME_LINE:
        return False
    end = line.x + _GLYPH_WIDTH * line.size * len(line.text)
    return x - end < max(_COLUMN_GAP, _DOUBT * (end - line.x))


def _without_running_lines(pages: list[list[_Line]]) -> list[_Line]:
    """Drop page numbers, and lines that most pages repeat at their head or foot."""
    at_edges = [_edge_lines(page) for page in pages]
    edges = Counter(
        words
        for page, places in zip(pages, at_edges, strict=True)
        for words in {_shape(page[place]) for place in places}
    )
    least = max(_FEWEST_PAGES_TO_COMPARE, _RUNNING_SHARE * len(pages))
    kept: list[_Line] = []
    for page, places in zip(pages, at_edges, strict=True):
        outermost = {0, len(page) - 1} | _highest_and_lowest(page, 1)
        for place, line in enumerate(page):
            is_running = place in places and edges[_shape(line)] >= least
            is_outermost = place in outermost
            is_number = is_outermost and _PAGE_NUMBER.fullmatch(line.text)
            if not (is_running or is_number):
                kept.append(line)
    return kept


def _edge_lines(page: list[_Line]) -> set[int]:
    """Return the places of a page's first and last lines, as written and as they stand on it.

    Word processors write a page's header and footer before its text, others after it.
    """
    count = len(page)
    written = {*range(min(_EDGE_LINES, count)), *range(max(0, count - _EDGE_LINES), count)}
    return written | _highest_and_lowest(page, _EDGE_LINES)


def _highest_and_lowest(page: list[_Line], count: int) -> set[int]:
    by_height = sorted(range(len(page)), key=lambda place: page[place].y)
    return {*by_height[:count], *by_height[-count:]}


def _shape(line: _Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def _blocks_of(lines: list[_Line]) -> Iterator[Block]:
    size = median(line.size for line in lines)
    leading = _usual_leading(lines, size)
    width = max(len(line.text) for line in lines)
    run: list[_Line] = []
    table: list[list[list[_Line]]] = []
    for row in _rows(lines, leading):
        if len(row) > 1:
            yield from _flush(run, size)
            run = []
            table.append(row)
            continue
        yield from _table_rows(table)
        table = []
        for line in row[0]:
            if run and not _goes_on(run, line, leading, width):
                yield from _flush(run, size)
                run = []
            run.append(line)
    yield from _flush(run, size)
    yield from _table_rows(table)


def _table_rows(table: list[list[list[_Line]]]) -> Iterator[Block]:
    """Return a table's rows, each cell under the column at which it starts."""
    starts = [cell[0].x for cell in max(table, key=len)] if table else []
    for row in table:
        cells = [""] * len(starts)
        for cell in row:
            nearest = min(range(len(starts)), key=lambda at: abs(starts[at] - cell[0].x))
            cells[nearest] = f"{cells[nearest]} {_joined(cell)}".strip()
        filled = " ".join(cell for cell in cells if cell)
        yield Block(kind=BlockKind.TABLE_ROW, text=filled, cells=tuple(cells))


def _rows(lines: list[_Line], leading: float) -> Iterator[list[list[_Line]]]:
    """Gather lines into table rows: a cell begins right of the last one, and no lower.

    Ordinary text comes as rows of one cell.
    """
    row: list[list[_Line]] = []
    for line in lines:
        last = row[-1][-1] if row else None
        if last is None:
            row = [[line]]
        elif _starts_a_cell(row[-1], line):
            row.append([line])
        elif _is_in_cell(row[-1], line, leading):
            row[-1].append(line)
        else:
            yield _without_mark_column(row)
            row = [[line]]
    if row:
        yield _without_mark_column(row)


def _starts_a_cell(cell: list[_Line], line: _Line) -> bool:
    last = cell[-1]
    is_beside = line.x > cell[0].x + _LEAST_INDENT and line.page == last.page
    # Text never goes up the page but to begin the next column.
    return is_beside and line.y >= last.y - _CELL_RISE


def _is_in_cell(cell: list[_Line], line: _Line, leading: float) -> bool:
    last = cell[-1]
    is_near = line.page == last.page and 0 < last.y - line.y <= _PARAGRAPH_GAP * leading
    return is_near and abs(line.x - cell[0].x) < _LEAST_INDENT


def _without_mark_column(row: list[list[_Line]]) -> list[list[_Line]]:
    """Join a bullet or number, set as a column of its own, to its item."""
    match row:
        case [[mark], [first, *others]] if _MARK.fullmatch(mark.text):
            return [[replace(first, text=f"{mark.text} {first.text}"), *others]]
    return row


def _usual_leading(lines: list[_Line], size: float) -> float:
    """Return the usual distance between the lines of a paragraph: the least that is common."""
    gaps = Counter(
        round(a.y - b.y, 1)
        for a, b in pairwise(lines)
        if a.page == b.page and 0.9 * size < a.y - b.y < 4 * size
    )
    common = [
        gap
        for gap, count in gaps.items()
        if count >= _COMMON_SHARE * gaps.total() or gap <= _SINGLE_SPACED * size
    ]
    return min(common, default=1.2 * size)


def _goes_on(run: list[_Line], line: _Line, leading: float, width: int) -> bool:
    last = run[-1]
    # A title's second line may begin with its dash.
    is_dashed_title = last.is_bold and line.text[0] in "–—-"
    is_item = with_list_mark(line.text)[2] and not is_dashed_title
    if is_item or (last.is_bold, round(last.size)) != (
        line.is_bold,
        round(line.size),
    ):
        return False
    is_full = len(last.text) >= _FULL_SHARE * width or line.text[0].islower()
    if last.page != line.page:
        return is_full and not _ENDS_A_SENTENCE.search(last.text)
    if last.is_bold and 0 < last.y - line.y <= _HEADING_LEADING * line.size:
        return True
    if last.y - line.y > _PARAGRAPH_GAP * leading or line.y > last.y:
        return False
    if last.y - line.y > _LOOSE_LINE * leading and not line.text[0].islower():
        return False
    return is_full


def _joined(lines: Sequence[_Line]) -> str:
    text = ""
    for line in lines:
        glue = "" if re.search(r"\w-$", text) and line.text[:1].islower() else " "
        text = f"{text}{glue}{line.text}" if text else line.text
    return text


def _flush(run: list[_Line], usual: float) -> Iterator[Block]:
    if not run:
        return
    words, number, is_item = with_list_mark(_joined(run))
    is_large = run[0].size > _HEADING_SIZE * usual
    is_title = (run[0].is_bold or is_large) and len(words) <= _LONGEST_HEADING
    if is_title and (words.endswith("?") or not _ENDS_A_SENTENCE.search(words)):
        yield Block(kind=BlockKind.HEADING, text=words, number=number, level=1 if is_large else 6)
    elif words:
        kind = BlockKind.LIST_ITEM if is_item else BlockKind.PARAGRAPH
        yield Block(kind=kind, text=words, number=number)
