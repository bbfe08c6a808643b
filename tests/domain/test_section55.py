from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain.dates import DatePrecision, PartialDate
from jasp_desktop.domain.section55 import PERIOD_DAYS, Section55Clock

SENSIBLE = st.dates(date(1995, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("published", "last_day"),
    [
        (date(2020, 2, 4), date(2020, 3, 30)),
        (date(2024, 7, 11), date(2024, 9, 4)),
        (date(2024, 9, 27), date(2024, 11, 21)),
    ],
)
def test_the_last_day_is_publication_and_55_days(published, last_day):
    clock = Section55Clock(PartialDate(published), as_at=published)
    assert clock.last_day == (last_day, last_day)
    assert clock.day_words == "day 1 of 56"


def test_the_seed_report_ends_on_a_monday():
    clock = Section55Clock(PartialDate(date(2020, 2, 4)), as_at=date(2020, 3, 31))
    assert clock.last_day_words == "last day Monday\u00a030\u00a0March\u00a02020"
    assert clock.day_words == "day 57 of 56"
    assert clock.is_running
    assert clock.is_certain


@given(SENSIBLE, st.integers(0, 400))
def test_days_are_counted_from_publication_as_day_one(published, after):
    clock = Section55Clock(PartialDate(published), as_at=published + timedelta(after))
    assert clock.day == (after + 1, after + 1)
    assert (clock.day[0] > PERIOD_DAYS) == (clock.as_at > clock.last_day[1])


@given(SENSIBLE, SENSIBLE, st.sampled_from(DatePrecision), st.sampled_from(DatePrecision))
def test_a_range_holds_every_day_it_can_mean(published, answered, first, second):
    clock = Section55Clock(
        PartialDate(published, first), date(2100, 12, 31), PartialDate(answered, second)
    )
    least, greatest = clock.day
    assert least <= (answered - published).days + 1 <= greatest
    assert clock.last_day[0] <= published + timedelta(PERIOD_DAYS - 1) <= clock.last_day[1]
    assert clock.is_certain == (first is DatePrecision.DAY is second)
    assert not clock.is_running


def test_a_response_known_to_its_month_shows_a_range_and_no_verdict():
    clock = Section55Clock(
        PartialDate(date(2020, 2, 4)),
        as_at=date(2026, 11, 13),
        answered=PartialDate(date(2020, 2, 1), DatePrecision.MONTH),
    )
    assert clock.day_words == "between day 1 and day 26 of 56"
    assert not clock.is_certain


def test_a_report_known_to_its_month_shows_a_range_of_last_days():
    clock = Section55Clock(PartialDate(date(2020, 2, 1), DatePrecision.MONTH), date(2020, 3, 1))
    assert clock.last_day_words == (
        "last day between 27\u00a0March\u00a02020 and 24\u00a0April\u00a02020"
    )


def test_a_report_published_after_the_data_has_not_begun():
    clock = Section55Clock(PartialDate(date(2026, 12, 1)), as_at=date(2026, 11, 13))
    assert clock.day_words == "not yet begun"
