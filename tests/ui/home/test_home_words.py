"""The sentences of Home."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain.dates import DatePrecision, PartialDate
from jasp_desktop.domain.listings import ClosedAction, MovedTarget
from jasp_desktop.domain.section55 import Section55Clock
from jasp_desktop.ui.counting import counted
from jasp_desktop.ui.home.words import (
    clock_words,
    closed_words,
    late_words,
    moved_words,
    until_meeting,
)

DAY = date(2026, 12, 1)


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("away", "words"),
    [
        (0, "Next meeting, today"),
        (1, "Next meeting, tomorrow"),
        (2, "Next meeting, in 2 days"),
        (18, "Next meeting, in 18 days"),
        (-1, "Meeting, 1 day ago and not yet recorded as held"),
    ],
)
def test_the_next_meeting_is_counted_from_today(away: int, words: str):
    assert plain(until_meeting(DAY, DAY - timedelta(days=away))) == words


def test_moves_are_counted_the_latest_named_first_and_the_late_ones_told():
    moved = [
        MovedTarget("001/1", date(2027, 1, 1), was_late=False, finding=None),
        MovedTarget("002/1", None, was_late=True, finding=None),
    ]
    title, remark = moved_words(moved)
    assert plain(title) == "2 target dates moved, 1 of them after they had passed"
    assert plain(remark) == "002/1 to no date; 001/1 to 1 Jan 2027"


def test_one_late_move_is_told_in_the_singular():
    title, _ = moved_words([MovedTarget("1", DAY, was_late=True, finding=None)])
    assert plain(title) == "1 target date moved, 1 of them after it had passed"


def test_closures_without_evidence_are_named():
    closed = [
        ClosedAction(str(number), has_evidence=number > 2, finding=None) for number in (1, 2, 3)
    ]
    title, remark = closed_words(closed)
    assert plain(title) == "3 actions closed by the force, 1 with evidence"
    assert remark == "1 and 2 were closed with none recorded"


def test_closures_with_evidence_say_so():
    assert closed_words([ClosedAction("1", has_evidence=True, finding=None)]) == (
        "1\u00a0action closed by the force, with evidence",
        "",
    )


@given(st.integers(4, 40), st.integers(0, 40))
def test_three_are_named_and_the_rest_is_counted(bare: int, proven: int):
    closed = [ClosedAction("x", has_evidence=n >= bare, finding=None) for n in range(bare + proven)]
    _, remark = closed_words(closed)
    assert remark.startswith(f"x, x, x and {bare - 3} more were")


def test_a_clock_known_to_the_day_says_where_it_stands():
    running = Section55Clock(PartialDate(date(2026, 10, 20)), date(2026, 11, 13))
    assert plain(clock_words(running)) == "Day 25 of 56. Last day Monday 14 December 2026."
    beyond = Section55Clock(PartialDate(date(2026, 9, 17)), date(2026, 11, 13))
    assert plain(clock_words(beyond)) == "Day 58 of 56. Comments not seen in this register."


def test_a_clock_known_to_the_month_shows_a_range_and_no_verdict():
    month = PartialDate(date(2026, 2, 1), DatePrecision.MONTH)
    words = plain(clock_words(Section55Clock(month, date(2026, 11, 13))))
    assert words.startswith("Between day ")
    assert "Last day between 28 March 2026 and 24 April 2026" in words
    assert "not seen" not in words


def test_a_late_answer_is_counted_and_one_without_a_date_is_not():
    assert late_words(DAY - timedelta(days=3), DAY) == ("3\u00a0days late", True)
    assert late_words(DAY, DAY) == ("due 1\u00a0Dec\u00a02026", False)
    assert late_words(None, DAY) == ("no date agreed", False)


@given(st.integers(0, 10_000), st.text(min_size=1, max_size=8))
def test_only_one_is_singular(count: int, word: str):
    assert counted(count, word).endswith(word if count == 1 else word + "s")
