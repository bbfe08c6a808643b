"""Finds the table in a spreadsheet: which sheet, and where its headings stand."""

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from jasp_desktop.exchange.trackers.cell_words import words_of
from jasp_desktop.exchange.trackers.heading_words import fields_of
from jasp_desktop.exchange.trackers.sheets import CellValue, SheetRow, TrackerFile

_LOOKED_AT = 40
"""Rows that say anything among which the headings are looked for."""
_SURE = 68
_LONGEST_HEADING = 80
_FEWEST = 2


def likely_sheet(file: TrackerFile) -> str:
    """Return the sheet with the most headings that a tracker has; of equal ones, the longest.

    A hidden sheet is taken only where there is no other.
    """
    shown = [head for head in file.sheets if head.rows and not head.is_hidden]
    heads = shown or [head for head in file.sheets if head.rows] or list(file.sheets)
    return max(heads, key=lambda head: (_most_headings(file, head.name), head.rows)).name


def likely_header(file: TrackerFile, sheet: str) -> int:
    """Return the last row of the headings, from 1; 0 where none is found."""
    rows = list(islice(file.rows(sheet), _LOOKED_AT))
    known = [_known_headings(row.cells) for row in rows]
    most = max(known, default=0)
    if most < _FEWEST:
        return _first_of_words(rows)
    place = known.index(most)
    # Headings over two rows: the lower ones may be fewer, under merged groups.
    while place + 1 < len(rows) and _continues(rows[place], rows[place + 1]):
        place += 1
    return rows[place].number


def headings(file: TrackerFile, sheet: str, header_row: int) -> tuple[str, ...]:
    """Return the words over each column; empty for a column without any.

    Groups that are merged over several columns are said before each of their headings.
    """
    columns = file.head(sheet).columns
    above: Sequence[CellValue] = ()
    for row in file.rows(sheet):
        if row.number > header_row:
            break
        if row.number == header_row:
            upper = above if _is_of_groups(above, row.cells) else (None,) * columns
            return tuple(_joined(each) for each in zip(upper, row.cells, strict=True))
        above = row.cells if row.number == header_row - 1 else ()
    return ("",) * columns


def _most_headings(file: TrackerFile, sheet: str) -> int:
    rows = islice(file.rows(sheet), _LOOKED_AT)
    return max((_known_headings(row.cells) for row in rows), default=0)


def _known_headings(cells: Sequence[CellValue]) -> int:
    """Count the cells that are headings of a tracker; a row that says much else has none."""
    filled = list(dict.fromkeys(_texts(cells)))
    known = sum(max(fields_of(words).values(), default=0) >= _SURE for words in filled)
    return known if 2 * known >= len(filled) else 0


def _continues(row: SheetRow, below: SheetRow) -> bool:
    return (
        below.number == row.number + 1
        and all(isinstance(cell, str) for cell in below.cells if cell is not None)
        and _known_headings(below.cells) >= _FEWEST
        and _is_of_groups(row.cells, below.cells)
    )


def _is_of_groups(upper: Sequence[CellValue], lower: Sequence[CellValue]) -> bool:
    """Tell whether a row stands as groups over the one below it.

    It is wide, of words only, and says something once for several columns: merged cells repeat it,
    cells of a text file leave the others blank.
    """
    filled = [cell for cell in upper if cell is not None]
    if len(set(map(str, filled))) < _FEWEST or not all(isinstance(cell, str) for cell in filled):
        return False
    below = [one for one, cell in zip(upper, lower, strict=False) if cell is not None]
    shared = any(one is not None and one == other for one, other in pairwise(upper))
    blanks = below.count(None)
    return 2 * len(filled) >= len(below) and (shared or 4 * blanks >= len(below))


def _first_of_words(rows: Sequence[SheetRow]) -> int:
    """Return the first row of short words only, as wide as the row below it."""
    for row, below in pairwise(rows):
        words = list(_texts(row.cells))
        filled = sum(cell is not None for cell in row.cells)
        if _FEWEST <= filled == len(words) and filled >= sum(c is not None for c in below.cells):
            return row.number
    return 0


def _texts(cells: Sequence[CellValue]) -> Iterator[str]:
    for cell in cells:
        if isinstance(cell, str) and len(cell) <= _LONGEST_HEADING and (words := words_of(cell)):
            yield words


def _joined(cells: Sequence[CellValue]) -> str:
    words = (words_of(cell) for cell in cells)
    return " ".join(" ".join(each.split()) for each in dict.fromkeys(words) if each)
