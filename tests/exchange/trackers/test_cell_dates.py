"""A date in a tracker's cell is read when it is sure, and never guessed."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jasp_desktop.domain.trackers import DateOrder
from jasp_desktop.exchange.trackers.cell_dates import (
    CellDate,
    ordinal,
    read_date,
    round_in,
    settled,
    turned_round,
)
from jasp_desktop.exchange.trackers.sheets import CellError

_DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))
_MAR_31 = date(2026, 3, 31)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (46112, _MAR_31),
        (46112.75, _MAR_31),
        ("46112", _MAR_31),
        (datetime.fromisoformat("2026-03-31T09:30"), _MAR_31),
        ("2026-03-31", _MAR_31),
        ("2026-03-31T00:00:00Z", _MAR_31),
        ("2026/3/31", _MAR_31),
        ("20260331", _MAR_31),
        ("31/03/2026 09:30", _MAR_31),
        ("31.3.26", _MAR_31),
        ("31 - 03 - 2026", _MAR_31),
        ("(31/03/2026)", _MAR_31),
        ("03/31/2026", _MAR_31),
        ("5/5/26", date(2026, 5, 5)),
        ("9th July 2024", date(2024, 7, 9)),
        ("Tuesday 9 July, 2024", date(2024, 7, 9)),
        ("9thJuly 2024", date(2024, 7, 9)),
        ("9Jul2024", date(2024, 7, 9)),
        ("9-Jul-24", date(2024, 7, 9)),
        ("1st of April\n2026", date(2026, 4, 1)),
        ("July 9, 2024", date(2024, 7, 9)),
    ],
)
def test_a_whole_date_is_read_without_a_remark(cell, day):
    found = read_date(cell)
    assert (found.value, found.remark, found.fault) == (day, None, None)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("March 26", _MAR_31),
        ("March 2026", _MAR_31),
        ("Mar-26", _MAR_31),
        ("Mar ’26", _MAR_31),
        ("March 26 earliest", _MAR_31),
        ("end of March 2026", _MAR_31),
        ("Sept 2026", date(2026, 9, 30)),
        ("may be done by June 2026", date(2026, 6, 30)),
        ("To be completed by June 2026", date(2026, 6, 30)),
        ("Q3 2024", date(2024, 9, 30)),
        ("Q3 2024/25", date(2024, 12, 31)),
        ("FY Q4 2024", date(2025, 3, 31)),
        ("2024/25", date(2025, 3, 31)),
        ("FY24/25", date(2025, 3, 31)),
        ("by the end of 2025", date(2025, 12, 31)),
        ("2025", date(2025, 12, 31)),
        (2025, date(2025, 12, 31)),
    ],
)
def test_a_deadline_of_a_month_a_quarter_or_a_year_is_its_last_day(words, day):
    found = read_date(words, is_deadline=True)
    assert found.value == day
    assert str(words) in (found.remark or "")
    assert read_date(words).value is None, "what happened needs a day"


@pytest.mark.parametrize(
    "words",
    ["TBC", "ongoing", "n/a", "Spring 2025", "Spring 2025/26", "9 Jul", "Jul 9", "March 12", "May",
     "mid-March 2026", "March and April 2026", "6 months", "see minute 12", "Q3",
     "2024/26", "originally 31/12/2025",
     "Completed 12/03/2026", "Closed March 2026", "was end of 2025",
     CellError("#REF!"), "#N/A"],
)  # fmt: skip
def test_words_that_promise_no_certain_day_are_kept_in_a_remark(words):
    found = read_date(words, is_deadline=True)
    assert (found.value, found.readings, found.fault) == (None, None, None)
    assert found.remark


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("31/02/2026", "February has no 31st day."),
        ("29/02/2026", "February 2026 has no 29th day."),
        ("04/31/2026", "April has no 31st day."),
        ("31 June 2026", "June has no 31st day."),
        ("13/13/2026", "There is no month 13."),
        ("2026-31-03", "There is no month 31."),
        ("31/03/2205", "The year 2205 is probably mistyped."),
        ("31/03/206", "The year 206 is probably mistyped."),
        ("31/03/99", "The year 99 is probably mistyped."),
        ("0000-03-31", "The year 0 is probably mistyped."),
        ("March 2205", "The year 2205 is probably mistyped."),
        ("March 0000", "The year 1 is probably mistyped."),
        (date(2205, 3, 31), "The year 2205 is probably mistyped."),
        (2205, "2205 is a number, not a date."),
        ("45", "45 is a number, not a date."),
        ("3l/O3/2026", "cannot be read as a date."),
        ("31/03/2026 (was 31/12/2025)", "Names more than one date"),
        ("31/02/2026 or 31/03/2026", "February has no 31st day."),
    ],
)
def test_an_impossible_date_says_what_is_wrong(cell, sentence):
    found = read_date(cell, is_deadline=True)
    assert found.value is None
    assert sentence in (found.fault or "")


@pytest.mark.parametrize("cell", [None, "", " ", "-", "–", "\n"])
def test_a_blank_cell_says_nothing(cell):
    assert read_date(cell) == CellDate()


def test_other_words_around_a_date_are_kept():
    found = read_date("By 31 March 2026, if funded", is_deadline=True)
    assert found.value == _MAR_31
    assert "if funded" in (found.remark or "")
    assert read_date("31/3/2026 - 31/3/2026").value == _MAR_31


@given(_DAYS)
@example(date(2026, 4, 3))
def test_day_and_month_are_never_guessed(day):
    found = read_date(f"{day:%d/%m/%Y}")
    if day.day > 12 or day.day == day.month:
        assert found.value == day
        return
    other = date(day.year, day.day, day.month)
    assert found == CellDate(readings=(day, other))
    assert settled(found, None) is found
    assert settled(found, DateOrder.DAY_FIRST).value == day
    assert settled(found, DateOrder.MONTH_FIRST).value == other
    blank = settled(found, DateOrder.LEAVE_BLANK)
    assert blank.value is None
    assert blank.remark
    assert turned_round(other).readings == (day, other)


@given(_DAYS)
def test_every_other_way_of_writing_a_day_is_read_back(day):
    number = (day - date(1899, 12, 30)).days
    for cell in (day, number, float(number), day.isoformat(), f"{ordinal(day.day)} {day:%B %Y}",
                 f"{day.day} {day:%b %y}", f"{day:%d-%b-%Y}"):  # fmt: skip
        assert read_date(cell).value == day


@given(st.one_of(st.text(max_size=40), st.floats(), st.integers(), st.booleans(), st.dates(),
                 st.text("0123456789/.- JanMarchQFYendof", max_size=24)))  # fmt: skip
def test_any_cell_is_read_without_falling_over(cell):
    found = read_date(cell, is_deadline=True)
    assert (found.value is not None) + (found.readings is not None) + (found.fault is not None) <= 1
    assert found.value is None or 2000 <= found.value.year <= 2060
    assert turned_round(found.value or date(2026, 3, 4) + timedelta(0))


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("March 2026 update", _MAR_31),
        ("Update\n31/03/2026", _MAR_31),
        ("Mar-26 Update", _MAR_31),
        ("Q1 2026 update", _MAR_31),
        ("Update 03/04/2026", None),
        ("Update 01/02/2026 and 31/03/2026", None),
        ("March update", None),
        ("March 2205 update", None),
        ("9 July 2024, once more 9th July 2024", None),
        ("Q1 2205", None),
        ("Latest update", None),
    ],
)
def test_a_round_is_dated_by_its_heading(heading, day):
    assert round_in(heading) == day
