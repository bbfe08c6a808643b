from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain.dates import (
    DatePrecision,
    PartialDate,
    days,
    in_table,
    in_words,
    is_working_day,
    papers_due,
    with_weekday,
)

SENSIBLE = st.dates(date(1990, 1, 1), date(2100, 12, 31))


def test_dates_read_as_the_panel_writes_them():
    day = date(2020, 3, 30)
    assert in_words(day) == "30\u00a0March\u00a02020"
    assert in_table(day) == "30\u00a0Mar\u00a02020"
    assert with_weekday(day) == "Monday\u00a030\u00a0March\u00a02020"


def test_a_count_of_days_has_its_noun():
    assert days(1) == "1\u00a0day"
    assert days(14) == "14\u00a0days"
    assert days(0) == "0\u00a0days"


@pytest.mark.parametrize(
    ("precision", "first", "last", "words"),
    [
        (DatePrecision.DAY, date(2020, 2, 4), date(2020, 2, 4), "4\u00a0February\u00a02020"),
        (DatePrecision.MONTH, date(2020, 2, 1), date(2020, 2, 29), "February\u00a02020"),
        (DatePrecision.YEAR, date(2020, 1, 1), date(2020, 12, 31), "2020"),
    ],
)
def test_a_partial_date_spans_what_it_can_mean(precision, first, last, words):
    partial = PartialDate(date(2020, 2, 4), precision)
    assert (partial.first, partial.last, partial.words) == (first, last, words)
    assert partial.is_to_the_day is (precision is DatePrecision.DAY)


@given(SENSIBLE, st.sampled_from(DatePrecision))
def test_a_partial_date_holds_its_own_day(day, precision):
    partial = PartialDate(day, precision)
    assert partial.first <= day <= partial.last
    assert partial.first.year == partial.last.year == day.year


def test_a_missing_date_is_no_partial_date():
    assert PartialDate.of(None, DatePrecision.MONTH) is None
    assert PartialDate.of(date(2020, 2, 4), None) == PartialDate(date(2020, 2, 4))


def test_papers_for_a_tuesday_go_out_the_monday_of_the_week_before():
    # Tuesday 1 December 2026: 5 clear working days are 24, 25, 26, 27 and 30 November.
    assert papers_due(date(2026, 12, 1), 5, frozenset()) == date(2026, 11, 23)


def test_bank_holidays_do_not_count_as_clear_days():
    christmas = frozenset({date(2026, 12, 25), date(2026, 12, 28)})
    assert papers_due(date(2026, 12, 30), 2, christmas) == date(2026, 12, 23)


@given(SENSIBLE, st.integers(0, 30), st.frozensets(SENSIBLE, max_size=20))
def test_exactly_the_clear_days_lie_between_papers_and_meeting(held_on, clear, holidays):
    due = papers_due(held_on, clear, holidays)
    between = [due + timedelta(n) for n in range(1, (held_on - due).days)]
    assert due < held_on
    assert is_working_day(due, holidays)
    assert sum(is_working_day(day, holidays) for day in between) == clear


def test_a_negative_number_of_clear_days_is_a_defect():
    with pytest.raises(ValueError, match="-1"):
        papers_due(date(2026, 12, 1), -1, frozenset())
