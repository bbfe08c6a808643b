"""Workbooks that other programs wrote: formulas without a value, days that count from 1904."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.trackers import (
    ColumnUse,
    Decisions,
    TrackerField,
    TrackerMapping,
    TrackerRow,
)
from jasp_desktop.exchange.trackers.cell_dates import read_date
from jasp_desktop.exchange.trackers.date_columns import judge_dates
from jasp_desktop.exchange.trackers.reading import read_tracker
from jasp_desktop.exchange.trackers.rows import read_rows
from jasp_desktop.exchange.trackers.sheets import NumberFrom1904
from tests.exchange.trackers.sample_sheets import without_formula_values

_FIELDS = {
    "Ref": TrackerField.REFERENCE,
    "Action": TrackerField.ACTION_TEXT,
    "Target date": TrackerField.TARGET,
    "Checked": None,
}


def _mapping(sheet: str) -> TrackerMapping:
    columns = tuple(
        ColumnUse(column=place, heading=heading, field=field)
        for place, (heading, field) in enumerate(_FIELDS.items())
    )
    return TrackerMapping(
        name="sample", tracker="4ACTION", sheet=sheet, header_row=1, columns=columns
    )


def _written(path: Path, rows: Sequence[Sequence[object]], *, is_from_1904: bool = False) -> Path:
    """Write rows under the headings; text that begins with “=” is a formula without a value."""
    with xlsxwriter.Workbook(str(path), {"date_1904": is_from_1904}) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet = book.add_worksheet("Tracker")
        sheet.write_row(0, 0, list(_FIELDS))
        for number, cells in enumerate(rows, start=1):
            for column, cell in enumerate(cells):
                if isinstance(cell, date):
                    sheet.write_datetime(
                        number, column, datetime.combine(cell, datetime.min.time()), day
                    )
                elif cell is not None:
                    sheet.write(number, column, cell)
    return without_formula_values(path)


def _read(path: Path, decisions: Decisions | None = None) -> list[TrackerRow]:
    with read_tracker(path, Silent()) as file:
        mapping, rows = _mapping("Tracker"), list(file.rows("Tracker"))
    return list(read_rows(rows, mapping, decisions or Decisions(), judge_dates(rows, mapping)))


def test_a_formula_without_a_value_is_remarked_on_in_its_row(tmp_path: Path):
    rows = [
        ("4A-1", "Train all.", date(2026, 3, 31)),
        ("4A-2", "Check all.", "=C2+30", "=TODAY()"),
    ]
    first, second = _read(_written(tmp_path / "t.xlsx", rows))
    assert (first.target, first.remarks) == (date(2026, 3, 31), ())
    (remark,) = second.remarks
    assert (second.target, second.faults, remark.column) == (None, (), "Target date")
    assert remark.message.startswith("The formula in “Target date” was saved without its value")


def test_a_reference_without_a_value_rejects_its_row_until_it_is_typed(tmp_path: Path):
    path = _written(tmp_path / "t.xlsx", [("=A9", "Train all.")])
    (row,) = _read(path)
    assert [fault.column for fault in row.faults] == ["Ref"]
    (row,) = _read(path, Decisions(corrections={(2, 0): "4A-1"}))
    assert (row.reference, row.faults, row.remarks) == ("4A-1", (), ())


def test_a_row_of_formulas_alone_is_told_only_where_it_would_name_an_action(tmp_path: Path):
    rows = [
        (None, None, "=C1"),
        ("=A9", "=B9", "=C9"),
        ("4A-3", "Check all."),
        (None, "=B9"),
        (None, None, None, "=TODAY()"),
    ]
    found = _read(_written(tmp_path / "t.xlsx", rows))
    assert [(row.number, len(row.faults)) for row in found] == [(3, 3), (4, 0), (5, 1)]


@pytest.mark.parametrize("is_from_1904", [False, True])
def test_dates_and_bare_numbers_are_counted_from_the_workbooks_own_day(
    tmp_path: Path, *, is_from_1904: bool
):
    day = date(2026, 3, 31)
    number = (day - (date(1904, 1, 1) if is_from_1904 else date(1899, 12, 30))).days
    rows = [("4A-1", "Formatted.", day), ("4A-2", "Bare.", number), ("4A-3", "Year.", 2026)]
    found = _read(_written(tmp_path / "t.xlsx", rows, is_from_1904=is_from_1904))
    assert [row.target for row in found] == [day, day, date(2026, 12, 31)]
    assert not any(row.faults for row in found)


@given(st.dates(date(2000, 1, 1), date(2060, 12, 31)), st.floats(0, 0.99))
def test_every_day_that_counts_from_1904_is_that_day(day: date, hour: float):
    number = (day - date(1904, 1, 1)).days
    assert read_date(NumberFrom1904(number + hour)).value == day
