"""Workbooks and CSV files read back by other programs' readers."""

import csv
import io
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from jasp_desktop.domain.errors import Cancelled
from jasp_desktop.domain.progress import Silent
from jasp_desktop.exchange.sheets_out import write_xlsx as module
from jasp_desktop.exchange.sheets_out.safe_text import cell_text, freed
from jasp_desktop.exchange.sheets_out.tables import ColumnRole, SheetColumn, SheetTable
from jasp_desktop.exchange.sheets_out.write_csv import write_csv
from jasp_desktop.exchange.sheets_out.write_xlsx import write_xlsx
from tests.stopping import Stopping

COLUMNS = (
    SheetColumn("Ref", ColumnRole.NAME),
    SheetColumn("uid", ColumnRole.UID),
    SheetColumn("Words"),
    SheetColumn("Due"),
    SheetColumn("Count"),
)
LINES = (
    ("4A-1", "u-1", "=cmd|' /C calc'!A0", date(2026, 12, 1), 3),
    ("4A-2", None, "two\nlines", date(1899, 5, 1), None),
    ("4A-3", "u-3", "<r><t>not rich</t></r>", datetime(2026, 4, 27, 9, 12, tzinfo=UTC), 0),
    ("007", "u-4", "https://example.org and 1.50", None, 12_000),
)
VALUES = st.one_of(
    st.none(),
    st.integers(0, 10**6),
    st.dates(date(1901, 1, 1), date(9000, 1, 1)),
    st.text(max_size=40),
    st.sampled_from(["=1+1", "_x0041_", "<r>&</r>", "\x00\x1f", " blank ", "Gŵyr\r\n→", "'=1"]),
)


def workbook(tables: list[SheetTable]) -> io.BytesIO:
    file = io.BytesIO()
    write_xlsx(file, tables, title="A list", made_on=date(2026, 11, 13), progress=Silent())
    file.seek(0)
    return file


def table(lines=LINES, name="List") -> SheetTable:
    return SheetTable(name, COLUMNS, lines)


def test_a_workbook_has_a_frozen_head_filters_widths_and_dates_as_dates():
    sheet = openpyxl.load_workbook(workbook([table()]))["List"]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:E5"
    assert sheet.print_title_rows == "$1:$1"
    assert [cell.value for cell in sheet[1]] == ["Ref", "uid", "Words", "Due", "Count"]
    assert sheet["D2"].value == datetime(2026, 12, 1)  # noqa: DTZ001 - the reader's own notion
    assert sheet["D2"].number_format == "d mmm yyyy"
    assert sheet["D3"].value == "1899-05-01"
    assert sheet["C3"].alignment.wrap_text
    assert 9 <= sheet.column_dimensions["C"].width <= 61
    assert sheet.column_dimensions["B"].width < 14


def test_text_stays_text_whatever_it_looks_like():
    sheet = openpyxl.load_workbook(workbook([table()]))["List"]
    assert {cell.data_type for cell in sheet["C"]} == {"s"}
    assert [cell.value for cell in sheet["C"][1:]] == [
        "=cmd|' /C calc'!A0",
        "two\nlines",
        "<r><t>not rich</t></r> ",
        "https://example.org and 1.50",
    ]
    assert sheet["A5"].value == "007"
    assert not sheet._hyperlinks


@given(st.lists(st.tuples(VALUES, VALUES, VALUES, VALUES, VALUES), max_size=6))
def test_every_value_is_read_back_from_a_workbook(lines):
    read = CalamineWorkbook.from_filelike(workbook([table(tuple(lines))])).get_sheet_by_index(0)
    rows = read.to_python(skip_empty_area=False)[1:]
    for line, row in zip(lines, rows, strict=False):
        cells = [*row, *[""] * (len(line) - len(row))]
        assert [_plain(value) for value in line] == [_read(cell) for cell in cells]


def _plain(value):
    if value is None:
        return ""
    if isinstance(value, str):
        clean = cell_text(value)
        return clean + " " * (clean.startswith("<r>") and clean.endswith("</r>"))
    return value


def _read(cell):
    if isinstance(cell, datetime):
        return cell.date()
    return cell


def test_the_same_table_gives_the_same_bytes():
    assert workbook([table()]).getvalue() == workbook([table()]).getvalue()


def test_a_list_too_long_for_a_sheet_goes_on_in_another(monkeypatch):
    monkeypatch.setattr(module, "MOST_LINES", 3)
    book = openpyxl.load_workbook(workbook([table(iter(LINES))]))
    assert book.sheetnames == ["List", "List 2"]
    assert [cell.value for cell in book["List 2"]["A"]] == ["Ref", "007"]


def test_an_empty_list_still_has_its_head():
    book = openpyxl.load_workbook(workbook([table(())]))
    assert [cell.value for cell in book["List"][1]] == ["Ref", "uid", "Words", "Due", "Count"]


def test_cut_cells_are_counted():
    lines = (("4A-1", None, "x" * 40_000, None, None), ("4A-2", None, "short", None, None))
    written = write_xlsx(io.BytesIO(), [table(lines)], title="t", made_on=None, progress=Silent())
    assert written.cut_cells == 1


def test_a_stopped_workbook_lets_go_of_everything():
    with pytest.raises(Cancelled):
        write_xlsx(io.BytesIO(), [table()], title="t", made_on=None, progress=Stopping())


def written_csv(lines) -> bytes:
    file = io.BytesIO()
    write_csv(file, table(lines), Silent())
    return file.getvalue()


def test_csv_has_a_mark_for_utf8_and_iso_dates():
    found = written_csv(LINES)
    assert found.startswith(b"\xef\xbb\xbfRef,uid,Words,Due,Count\r\n4A-1,u-1,'=cmd|")
    rows = list(csv.reader(io.StringIO(found.decode("utf-8-sig"), newline="")))
    assert [row[3] for row in rows[1:]] == ["2026-12-01", "1899-05-01", "2026-04-27T09:12:00Z", ""]
    assert rows[2][2] == "two\nlines"


@given(st.lists(st.tuples(*[st.text(max_size=20)] * 5), max_size=5))
def test_csv_text_is_read_back(lines):
    found = written_csv(lines).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(found, newline="")))[1:]
    wanted = [[cell_text(value) for value in line] for line in lines]
    assert [[freed(value) for value in row] for row in rows] == wanted


def test_a_full_disk_is_the_callers_to_tell():
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    with pytest.raises(OSError, match="space"), full.open("wb") as file:
        write_csv(file, table(LINES * 5_000), Silent())
