"""Reads a workbook's sheets, values only; runs in the reading child."""

import hashlib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from python_calamine import (
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    load_workbook,
)

from jasp_desktop.exchange.reading_limits import Refusal, Refused
from jasp_desktop.exchange.trackers.merged_fill import MergedFill
from jasp_desktop.exchange.trackers.row_lines import ERROR, Cell, SheetLines, cells_of
from jasp_desktop.exchange.trackers.sheet_marks import SheetMarks, sheet_marks
from jasp_desktop.exchange.trackers.workbook_parts import workbook_parts


def lines(path: Path) -> Iterator[bytes]:
    """Give the lines of an .xlsx or .xlsm workbook.

    Raises:
        Refused: The file is no safe workbook, or has nothing in it.
    """
    content = path.read_bytes()
    sha256 = hashlib.sha256(content).hexdigest()
    package, markups, is_from_1904 = workbook_parts(content)
    del content
    try:
        workbook = load_workbook(package)
    except PasswordError:
        raise Refused(Refusal.PASSWORD) from None
    package.close()
    written = SheetLines(is_from_1904=is_from_1904)
    yield from chain.from_iterable(_sheets(workbook, list(markups), written))
    yield written.close(sha256)


def _sheets(
    workbook: CalamineWorkbook, markups: list[bytes], written: SheetLines
) -> Iterator[Iterator[bytes]]:
    names: set[str] = set()
    for index, about in enumerate(workbook.sheets_metadata):
        marks = sheet_marks(markups[index])
        markups[index] = b""
        if about.typ is not SheetTypeEnum.WorkSheet:
            continue
        name = about.name
        while name in names:
            name += "'"
        names.add(name)
        sheet = workbook.get_sheet_by_index(index)
        written.begin()
        yield _rows(sheet, marks, written)
        _end(written, name, sheet, marks, is_hidden=about.visible is not SheetVisibleEnum.Visible)


def _end(
    written: SheetLines, name: str, sheet: CalamineSheet, marks: SheetMarks, *, is_hidden: bool
) -> None:
    written.end(
        name,
        is_hidden=is_hidden,
        hidden_rows=[row for row in marks.hidden_rows if row <= written.rows],
        hidden_columns=[each for each in marks.hidden_columns if each < written.columns],
        merged=[
            (top + 1, bottom + 1, left, right)
            for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
        ],
        without_value=[[row, *columns] for row, columns in marks.without_value.items()],
    )


def _rows(sheet: CalamineSheet, marks: SheetMarks, written: SheetLines) -> Iterator[bytes]:
    start = sheet.start
    before: list[Cell] = [None] * start[1] if start else []
    fill = MergedFill(sheet.merged_cell_ranges or ())
    for number, values in enumerate(sheet.iter_rows(), start=1):
        cells = before + cells_of(values)
        for column, words in marks.errors.get(number, ()):
            cells[column] = [ERROR, words]
        fill.fill(number, cells)
        yield from written.row(number, cells)
