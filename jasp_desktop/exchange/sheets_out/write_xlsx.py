"""Tables as a workbook: one sheet each, with a frozen head, filters, and dates as dates."""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import chain
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from jasp_desktop.domain.progress import Progress
from jasp_desktop.exchange.sheets_out.safe_text import cell_text, cut_to_cell
from jasp_desktop.exchange.sheets_out.tables import (
    ColumnRole,
    SheetColumn,
    SheetLine,
    SheetTable,
    SheetValue,
)

MOST_LINES = 1_048_575
"""Lines of one sheet, under its head; what is more goes on in a second sheet."""

_LONGEST_NAME = 31
_NARROWEST, _WIDEST, _UID_WIDTH = 9, 60, 12
_FILTER_BUTTON = 3
_A4 = 9
_LINES_A_REPORT = 200
# Spreadsheet programs count days from 1900, and count one that never was in its February.
_FIRST_DAY = date(1901, 1, 1)

_BASE = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
_FORMATS: dict[str, dict[str, Any]] = {
    "head": {"bold": True, "text_wrap": True, "bg_color": "#EEF1F4", "bottom": 1},
    "text": {"text_wrap": True},
    "name": {"text_wrap": True, "bold": True},
    "uid": {"font_color": "#6B747D"},
    "number": {"num_format": "#,##0"},
    "day": {"num_format": "d mmm yyyy", "align": "left"},
    "time": {"num_format": "d mmm yyyy hh:mm", "align": "left"},
}


@dataclass(frozen=True, slots=True)
class Written:
    """What a workbook could not hold: the cells whose text was cut."""

    cut_cells: int = 0


def write_xlsx(
    file: BinaryIO,
    tables: Iterable[SheetTable],
    *,
    title: str,
    made_on: date | None,
    progress: Progress,
) -> Written:
    """Write tables into an open file, line by line, so that memory does not grow with them.

    ``made_on`` is the day the workbook says it is of: the same tables give the same bytes.

    Raises:
        Cancelled: The person asked for a stop; the file holds nothing of use.
        OSError: The disk refused.
    """
    with TemporaryDirectory(prefix="jasp-sheets-", ignore_cleanup_errors=True) as folder:
        options = {"constant_memory": True, "tmpdir": folder, "strings_to_urls": False}
        workbook = Workbook(file, options)
        day = made_on or date(2000, 1, 1)
        workbook.set_properties({"title": title, "created": datetime(day.year, day.month, day.day)})  # noqa: DTZ001 - the library's own notion
        with closing(_Sheets(workbook, progress)) as sheets:
            for table in tables:
                sheets.write(table)
            progress.report(0, 0, "Saving the workbook")
            workbook.close()
    return Written(sheets.cut_cells)


@dataclass(slots=True)
class _Widths:
    """The widest line of each column so far, in letters."""

    columns: tuple[SheetColumn, ...]
    widest: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.widest = [len(column.heading) + _FILTER_BUTTON for column in self.columns]

    def measure(self, place: int, text: str) -> None:
        if self.widest[place] < _WIDEST:
            widest = max(map(len, text.split("\n")), default=0)
            self.widest[place] = min(_WIDEST, max(self.widest[place], widest + 1))

    def give(self, sheet: Worksheet) -> None:
        for place, column in enumerate(self.columns):
            width = max(_NARROWEST, self.widest[place])
            sheet.set_column(place, place, _UID_WIDTH if column.role is ColumnRole.UID else width)


class _Sheets:
    """The sheets of one workbook."""

    def __init__(self, workbook: Workbook, progress: Progress) -> None:
        self.cut_cells = 0
        self._workbook = workbook
        self._progress = progress
        self._formats = {key: workbook.add_format(_BASE | own) for key, own in _FORMATS.items()}

    def close(self) -> None:
        """Let go of the rows that wait in temporary files, also after a stop."""
        for sheet in self._workbook.worksheets():
            sheet.row_data_fh.close()

    def write(self, table: SheetTable) -> None:
        """Add a table; one that is too long for a sheet goes on in another."""
        lines, part = iter(table.lines), 1
        first: SheetLine | None = next(lines, None)
        while first is not None or part == 1:
            begun = iter(()) if first is None else chain([first], lines)
            self._sheet(table, part, begun)
            first, part = next(lines, None), part + 1

    def _sheet(self, table: SheetTable, part: int, lines: Iterable[SheetLine]) -> None:
        name = table.name if part == 1 else f"{table.name} {part}"
        sheet = self._workbook.add_worksheet(name[:_LONGEST_NAME])
        widths = _Widths(table.columns)
        for place, column in enumerate(table.columns):
            sheet.write_string(0, place, column.heading, self._formats["head"])
        count, spoken = 0, name.replace("_", " ")
        for count, line in enumerate(lines, 1):
            if count % _LINES_A_REPORT == 1:
                self._progress.report(0, 0, f"Writing {spoken}, row {count:,}")
            for place, value in enumerate(line):
                self._cell(sheet, count, place, value, widths)
            if count == MOST_LINES:
                break
        self._set_up(sheet, table, count)
        widths.give(sheet)

    def _set_up(self, sheet: Worksheet, table: SheetTable, count: int) -> None:
        kept = next(
            (n + 1 for n, column in enumerate(table.columns) if column.role is ColumnRole.NAME), 0
        )
        sheet.freeze_panes(1, kept)
        sheet.autofilter(0, 0, max(1, count), len(table.columns) - 1)
        # A number of a recommendation is text, as printed; no warning triangle beside each.
        whole = f"A1:{xl_col_to_name(len(table.columns) - 1)}{count + 1}"
        sheet.ignore_errors({"number_stored_as_text": whole})
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.set_footer("&L&A&RPage &P of &N")

    def _cell(
        self, sheet: Worksheet, row: int, place: int, value: SheetValue, widths: _Widths
    ) -> None:
        if value is None or value == "":
            return
        role = widths.columns[place].role
        match value:
            case str():
                self._text(sheet, row, place, value, self._formats[_FORMAT_OF_TEXT[role]])
                widths.measure(place, value)
            case int():
                sheet.write_number(row, place, value, self._formats["number"])
            case datetime():
                sheet.write_datetime(row, place, value.replace(tzinfo=None), self._formats["time"])
                widths.measure(place, "30 Mar 2020 10:30")
            case date() if value < _FIRST_DAY:
                self._text(sheet, row, place, value.isoformat(), self._formats["text"])
            case date():
                sheet.write_datetime(row, place, value, self._formats["day"])
                widths.measure(place, "30 Mar 2020")

    def _text(self, sheet: Worksheet, row: int, place: int, text: str, style: Format) -> None:
        fitted, was_cut = cut_to_cell(cell_text(text))
        self.cut_cells += was_cut
        sheet.write_string(row, place, _not_rich(fitted), style)


_FORMAT_OF_TEXT = {
    ColumnRole.PLAIN: "text",
    ColumnRole.NAME: "name",
    ColumnRole.UID: "uid",
}


def _not_rich(text: str) -> str:
    """Return text that the library does not take for its own mark-up.

    It writes a string from “<r>” to “</r>” into the file as it stands.
    """
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text
