"""Bank holidays as they are typed."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain.errors import InvalidInput
from jasp_desktop.ui.settings.holidays import holidays_as_lines, holidays_typed

DAYS = st.lists(st.dates(date(1000, 1, 1), date(9999, 12, 31)), max_size=9)


@given(DAYS)
def test_what_is_shown_can_be_typed_again(days: list[date]):
    assert holidays_typed(holidays_as_lines(days)) == tuple(sorted(set(days)))


@given(st.text(max_size=60))
def test_any_words_are_days_in_order_or_refused_in_a_sentence(text: str):
    with suppress(InvalidInput):
        days = holidays_typed(text)
        assert list(days) == sorted(set(days))


def test_a_line_that_is_no_date_is_quoted():
    with pytest.raises(InvalidInput, match="“Easter”"):
        holidays_typed("25 December 2026\nEaster\n")


def test_blank_lines_and_trailing_commas_do_not_matter():
    assert holidays_typed("\n 25/12/2026,\n\n") == (date(2026, 12, 25),)
