"""How a report's clock, counts and dates are said."""

from datetime import date

import pytest

from jasp_desktop.domain.dates import DatePrecision, PartialDate
from jasp_desktop.domain.identity import ReportUid, ResponseUid, made_uid
from jasp_desktop.domain.listings import ReportLine
from jasp_desktop.domain.records import Report, Response
from jasp_desktop.domain.section55 import Section55Clock
from jasp_desktop.domain.vocabulary import AuthorRole, FindingKind, Section55Position
from jasp_desktop.ui.reports.words import (
    author_words,
    clock_sentences,
    clock_state,
    counts_words,
    is_past,
    published_words,
    response_dates,
)

PUBLISHED, AS_AT = date(2020, 2, 4), date(2020, 4, 1)
MONTH = PartialDate(date(2020, 2, 1), DatePrecision.MONTH)


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


def line(clock: Section55Clock | None, position: Section55Position | None = None) -> ReportLine:
    report = Report(uid=ReportUid(made_uid()), title="A report", s55_position=position)
    return ReportLine(report, clock, (), 0, 0)


def test_day_58_is_shown_and_never_called_a_breach():
    clock = Section55Clock(PartialDate(PUBLISHED), AS_AT)
    assert is_past(clock)
    assert plain(clock_state(line(clock))[0]) == "Day 58 of 56"
    words = plain(clock_sentences(clock))
    assert (
        words == "Day 58 of 56. Last day Monday 30 March 2020. Comments not seen in this register."
    )
    assert "breach" not in words


def test_an_answer_known_to_its_month_gives_a_range_and_no_verdict():
    clock = Section55Clock(PartialDate(PUBLISHED), AS_AT, MONTH)
    assert not is_past(clock)
    words = plain(clock_sentences(clock))
    assert "Answered February 2020: between day 1 and day 26 of 56" in words
    assert "known only to its month" in words


def test_a_report_published_in_a_month_is_never_past():
    clock = Section55Clock(MONTH, date(2022, 1, 1))
    assert not is_past(clock)
    assert plain(clock_state(line(clock))[1]) == "last day 27 Mar 2020 to 24 Apr 2020"


@pytest.mark.parametrize(
    ("position", "words"),
    [
        (Section55Position.NOT_REQUIRED, "Not required"),
        (Section55Position.COVERED_BY_FORCE_REPORT, "Covered"),
        (Section55Position.REQUIRED, "No clock"),
        (None, "To be decided"),
    ],
)
def test_a_report_without_a_clock_says_why(position, words: str):
    assert clock_state(line(None, position))[0] == words


def test_counts_are_by_kind_in_the_singular_and_plural():
    counts = [(FindingKind.CAUSE_OF_CONCERN, 1), (FindingKind.RECOMMENDATION, 6)]
    assert plain(counts_words(counts)) == "1 cause of concern, 6 recommendations"
    assert counts_words([]) == "No findings"


def test_a_date_is_said_as_exactly_as_it_is_known():
    report = Report(uid=ReportUid(made_uid()), title="A report")
    assert published_words(report) == "Date not known"


def test_a_response_says_every_date_it_has():
    response = Response(uid=ResponseUid(made_uid()), author_role=AuthorRole.PCC)
    assert response_dates(response) == "no date known"
    response = Response(
        uid=ResponseUid(made_uid()),
        author_role=AuthorRole.PCC,
        author="Police and Crime Commissioner for Trent Vale (invented)",
        letter_date=date(2020, 2, 1),
        letter_date_precision=DatePrecision.MONTH,
        copied_hmicfrs=date(2020, 3, 2),
    )
    assert plain(response_dates(response)) == "letter February 2020, copied to HMICFRS 2 Mar 2020"
    assert author_words(response) == response.author


def test_an_author_who_names_no_role_is_given_it():
    response = Response(
        uid=ResponseUid(made_uid()), author_role=AuthorRole.CHIEF_CONSTABLE, author="A. Other"
    )
    assert author_words(response) == "Chief constable, A. Other"
