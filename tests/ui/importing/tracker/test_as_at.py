"""The day that a file's name tells, and the days it does not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain.dates import MONTHS
from jasp_desktop.ui.importing.tracker.as_at import day_in_name


@pytest.mark.parametrize(
    ("file", "day"),
    [
        ("4ACTION export 2026-11-06.xlsx", date(2026, 11, 6)),
        ("tracker_20260331_final.csv", date(2026, 3, 31)),
        ("Tracker 9th July 2024.xlsx", date(2024, 7, 9)),
        ("tracker-6-March-2026.xlsx", date(2026, 3, 6)),
        ("HMICFRS recs March 2026.xlsx", date(2026, 3, 31)),
        ("Feb_2028.csv", date(2028, 2, 29)),
        ("Sept 2026.xlsx", date(2026, 9, 30)),
    ],
)
def test_a_name_that_tells_a_day_proposes_it(file, day):
    assert day_in_name(file) == day


@pytest.mark.parametrize(
    "file",
    [
        "4ACTION export November.xlsx",  # of which year?
        "tracker 03-04-2026.xlsx",  # 3 April or 4 March?
        "tracker 31 February 2026.xlsx",
        "tracker 2026-02-31.xlsx",
        "Q3.csv",
        "March.xlsx",
    ],
)
def test_what_would_be_a_guess_is_not_proposed(file):
    assert day_in_name(file) is None


@given(st.text(max_size=40))
def test_any_name_is_answered(file):
    day_in_name(f"{file}.xlsx")


@given(st.dates(date(2000, 1, 1), date(2060, 12, 31)))
def test_every_day_written_with_its_month_is_found(day):
    assert day_in_name(f"Export {day.day} {MONTHS[day.month - 1]} {day.year}.xlsx") == day
    assert day_in_name(f"Export {day.isoformat()}.xlsx") == day
