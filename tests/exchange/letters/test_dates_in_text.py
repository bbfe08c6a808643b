"""Dates, spans and deadlines as letters write them."""

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain.dates import DatePrecision, PartialDate
from jasp_desktop.domain.vocabulary import DeadlineKind
from jasp_desktop.exchange.letters.dates_in_text import (
    dates_in,
    deadline_in,
    months_after,
    span_in,
    whole_date,
)

DAYS = st.dates(date(1990, 1, 1), date(2099, 12, 31))
FEBRUARY = PartialDate(date(2020, 2, 4))


def ordinal(day: int) -> str:
    if 10 < day % 100 < 14:
        return f"{day}th"
    return f"{day}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th') }"


SPELLINGS = {
    "4 February 2020": lambda d: f"{d.day} {calendar.month_name[d.month]} {d.year}",
    "4th February 2020": lambda d: f"{ordinal(d.day)} {calendar.month_name[d.month]} {d.year}",
    "4th of February, 2020": lambda d: (
        f"{ordinal(d.day)} of {calendar.month_name[d.month]}, {d.year}"
    ),
    "4 Feb 2020": lambda d: f"{d.day} {calendar.month_abbr[d.month]} {d.year}",
    "4 FEBRUARY 2020": lambda d: f"{d.day} {calendar.month_name[d.month].upper()} {d.year}",
    "04 February 2020": lambda d: f"{d.day:02} {calendar.month_name[d.month]} {d.year}",
    "February 4, 2020": lambda d: f"{calendar.month_name[d.month]} {d.day}, {d.year}",
    "Tuesday, 4 February 2020": lambda d: (
        f"{calendar.day_name[d.weekday()]}, {d.day} {calendar.month_name[d.month]} {d.year}"
    ),
    "2020-02-04": lambda d: d.isoformat(),
    "no-break spaces": lambda d: f"{d.day}\u00a0{calendar.month_name[d.month]}\u00a0{d.year}",
}


@pytest.mark.parametrize("spelling", SPELLINGS)
@given(day=DAYS)
def test_a_date_in_any_spelling_is_read_back(spelling: str, day: date):
    text = f"It was published on {SPELLINGS[spelling](day)}."
    (found,) = dates_in(text)
    assert found.value == PartialDate(day)
    assert found.problem is None
    assert text[found.start : found.end] == found.words


@given(DAYS, st.sampled_from("/.-"), st.booleans())
def test_figures_are_read_only_where_day_and_month_cannot_swap(
    day: date, mark: str, is_short: bool
):
    year = f"{day.year % 100:02}" if is_short else str(day.year)
    (found,) = dates_in(f"on {day.day:02}{mark}{day.month:02}{mark}{year} it")
    if is_short and day.year < 2000:
        return
    if day.day > 12 or day.day == day.month:
        assert found.value == PartialDate(day)
    else:
        assert found.value is None
        assert "may be" in (found.problem or "")


@given(DAYS)
def test_a_month_alone_is_known_to_the_month(day: date):
    (found,) = dates_in(f"{calendar.month_name[day.month]} {day.year}")
    assert found.value == PartialDate(day.replace(day=1), DatePrecision.MONTH)


@given(st.text())
def test_any_text_is_read_without_an_error(text: str):
    for found in dates_in(text):
        assert text[found.start : found.end] == found.words
        assert (found.value is None) != (found.problem is None)
    whole_date(text)
    span_in(text)
    deadline_in(text, FEBRUARY)


NEARLY = st.lists(
    st.sampled_from(
        ["31", "0", "13", "/", "-", ".", " ", "February", "Sept", "2205", "2020", "by", "within",
         "three", "months", "end of", "and", "between", "spring", "999", "of publication", ","]
    ),
    max_size=12,
).map("".join)  # fmt: skip


@given(NEARLY, st.sampled_from([" ", ""]))
def test_what_is_nearly_a_date_raises_no_error(text: str, blank: str):
    spaced = blank.join(text)
    for words in (text, spaced):
        dates_in(words)
        span_in(words)
        deadline_in(words, FEBRUARY)


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("31/02/2020", "no such day"),
        ("30 February 2020", "no such day"),
        ("4 February", "no year"),
        ("4 February 2205", "mistyped"),
        ("04/02/2020", "4\u00a0February\u00a02020 or 2\u00a0April\u00a02020"),
    ],
)
def test_a_date_that_is_not_certain_says_why(words: str, part: str):
    (found,) = dates_in(words)
    assert found.value is None
    assert part in (found.problem or "")


@pytest.mark.parametrize(
    ("words", "kind", "day"),
    [
        ("Immediately, forces should act.", DeadlineKind.IMMEDIATE, None),
        ("With immediate effect, forces should act.", DeadlineKind.IMMEDIATE, None),
        ("Forces should immediately act.", DeadlineKind.IMMEDIATE, None),
        ("Within three months, forces should act.", DeadlineKind.RELATIVE, date(2020, 5, 4)),
        ("Within 28 days, forces should act.", DeadlineKind.RELATIVE, date(2020, 3, 3)),
        ("Within two weeks, forces should act.", DeadlineKind.RELATIVE, date(2020, 2, 18)),
        ("Within a year, forces should act.", DeadlineKind.RELATIVE, date(2021, 2, 4)),
        ("By the end of 2025, forces should act.", DeadlineKind.FIXED, date(2025, 12, 31)),
        ("By the end of June 2025, act.", DeadlineKind.FIXED, date(2025, 6, 30)),
        ("By March 2027, forces should act.", DeadlineKind.FIXED, date(2027, 3, 31)),
        ("Forces should act by 27/03/25.", DeadlineKind.FIXED, date(2025, 3, 27)),
        ("By no later than 1 May 2025, act.", DeadlineKind.FIXED, date(2025, 5, 1)),
        ("By spring 2026, forces should act.", DeadlineKind.FIXED, None),
        ("By 4 September, forces should act.", DeadlineKind.FIXED, None),
    ],
)
def test_a_deadline_is_read_with_its_kind(words: str, kind: DeadlineKind, day: date | None):
    found = deadline_in(words, FEBRUARY)
    assert found is not None
    assert (found.kind, found.day) == (kind, day)
    assert found.words in words


@pytest.mark.parametrize(
    "words",
    [
        "Forces should call back every witness within a week.",
        "Forces should act.",
        "Forces answered by email by and by.",
        "Forces should act by 1 May 2025 and report by 1 June 2025.",
    ],
)
def test_what_is_asked_is_not_taken_for_a_deadline(words: str):
    assert deadline_in(words, FEBRUARY) is None


def test_a_relative_deadline_has_no_day_without_a_day_of_publication():
    february = PartialDate(date(2020, 2, 1), DatePrecision.MONTH)
    for published in (None, february):
        found = deadline_in("Within three months, act.", published)
        assert found is not None
        assert found.day is None


@given(DAYS, st.integers(0, 36))
def test_months_are_counted_to_the_same_day_or_the_months_last(day: date, count: int):
    later = months_after(day, count)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == count
    is_last = (later + timedelta(days=1)).day == 1
    assert later.day == day.day or (is_last and later.day < day.day)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("Between September 2018 and May 2019 six", date(2018, 9, 1), date(2019, 5, 31)),
        ("in June and July 2024, we", date(2024, 6, 1), date(2024, 7, 31)),
        ("between 4 and 15 March 2024", date(2024, 3, 4), date(2024, 3, 15)),
        ("from 3 June to 7 July 2024", date(2024, 6, 3), date(2024, 7, 7)),
        ("fieldwork: June – August 2023", date(2023, 6, 1), date(2023, 8, 31)),
    ],
)
def test_a_span_is_read_from_its_first_day_to_its_last(words: str, first: date, last: date):
    found = span_in(words)
    assert found is not None
    assert (found[0].first, found[1].last) == (first, last)


def test_a_line_that_is_only_a_date_is_told_from_one_that_holds_more():
    assert whole_date("Date: 2 September 2013") is not None
    assert whole_date("Tuesday 4th February 2020") is not None
    assert whole_date("Published on 2 September 2013 by us") is None


def test_welsh_months_are_read():
    (found,) = dates_in("4 Chwefror 2020")
    assert found.value == FEBRUARY
