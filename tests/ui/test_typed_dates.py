"""Dates as a person types them are read back in every spelling; anything else is refused."""

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain.dates import MONTHS, DatePrecision, in_table, in_words, with_weekday
from jasp_desktop.domain.errors import UserError
from jasp_desktop.ui.typed_dates import day_typed, partial_date_typed

SPELLINGS = (
    in_words,
    in_table,
    with_weekday,
    date.isoformat,
    lambda day: f"{day.day}/{day.month}/{day.year}",
    lambda day: f"{day.day:02}.{day.month:02}.{day.year}",
    lambda day: f"  {day.day}th   {MONTHS[day.month - 1].upper()} {day.year} ",
)
DAYS = st.dates(date(1000, 1, 1))


@given(DAYS, st.sampled_from(SPELLINGS))
def test_every_spelling_of_a_day_is_read_back(day, spelling):
    assert day_typed(spelling(day)) == day
    assert partial_date_typed(spelling(day)).value == day


@given(DAYS)
def test_a_month_and_a_year_are_known_to_no_more_than_that(day):
    month = partial_date_typed(f"{MONTHS[day.month - 1]} {day.year}")
    assert (month.value, month.precision) == (day.replace(day=1), DatePrecision.MONTH)
    assert partial_date_typed(f"{day.month}/{day.year}") == month
    year = partial_date_typed(f"{day.year}")
    assert (year.value, year.precision) == (day.replace(month=1, day=1), DatePrecision.YEAR)


@given(st.text())
def test_other_words_are_refused_with_a_sentence(words):
    for read in (day_typed, partial_date_typed):
        with contextlib.suppress(UserError):
            read(words)


@pytest.mark.parametrize("words", ["31 February 2026", "31/2/2026", "2026-02-31", "0/1/2026"])
def test_a_day_that_does_not_exist_says_so(words):
    with pytest.raises(UserError, match="There is no such day"):
        day_typed(words)


@pytest.mark.parametrize("words", ["", "1 December", "December 2026", "tomorrow"])
def test_a_meeting_needs_a_whole_day(words):
    with pytest.raises(UserError, match="1 December 2026"):
        day_typed(words)
