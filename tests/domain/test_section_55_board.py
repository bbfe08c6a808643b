"""The section 55 board: positions, dates and explanations, no verdict."""

from dataclasses import replace
from datetime import date

import pytest

from jasp_desktop.domain.dates import DatePrecision, PartialDate
from jasp_desktop.domain.identity import FindingUid, ReportUid, ResponseItemUid, ResponseUid, Uid
from jasp_desktop.domain.records import Finding, Report, Response, ResponseItem
from jasp_desktop.domain.section55 import Section55Clock
from jasp_desktop.domain.section_55_board import (
    BoardFilter,
    BoardLine,
    board_line,
    explained_by,
    response_dates,
)
from jasp_desktop.domain.vocabulary import (
    AuthorRole,
    FindingKind,
    ResponsePosition,
    Section55Position,
)

REPORT = Report(uid=ReportUid(Uid("r")), title="Custody", s55_position=Section55Position.REQUIRED)
LETTER = Response(uid=ResponseUid(Uid("l")), reports=(REPORT.uid,), author_role=AuthorRole.PCC)
CLOCK = Section55Clock(PartialDate(date(2026, 10, 20)), date(2026, 11, 13))


def finding(number: int, kind: FindingKind = FindingKind.RECOMMENDATION) -> Finding:
    return Finding(uid=FindingUid(Uid(f"f{number}")), report=REPORT.uid, kind=kind, text="Should.")


def passage(text: str, *found: Finding, position: ResponsePosition | None = None) -> ResponseItem:
    return ResponseItem(
        uid=ResponseItemUid(Uid("p")),
        response=LETTER.uid,
        findings=tuple(each.uid for each in found),
        position=position,
        text=text,
    )


def line(
    position: Section55Position | None = Section55Position.REQUIRED,
    *,
    findings: int = 2,
    explained: int = 1,
    answered: bool = True,
    clock: Section55Clock | None = CLOCK,
) -> BoardLine:
    found = [finding(number) for number in range(findings)]
    return board_line(
        replace(REPORT, s55_position=position),
        clock,
        (LETTER,) if answered else (),
        [*found, finding(9, FindingKind.AREA_FOR_IMPROVEMENT)],
        {each.uid for each in found[:explained]},
    )


def test_a_passage_explains_only_what_it_names_and_says_something_on():
    first, second, third, fourth = map(finding, range(4))
    passages = [
        passage("Done.", first),
        passage("  ", second),
        passage("Nothing.", third, position=ResponsePosition.NOT_ADDRESSED),
        passage("To the report."),
    ]
    assert explained_by(passages) == {first.uid}
    assert fourth.uid not in explained_by(passages)


@pytest.mark.parametrize(
    ("shown", "words", "sentence"),
    [
        (line(findings=0), "None made", "The report makes no recommendation"),
        (line(Section55Position.NOT_REQUIRED), "None due", "no comments of the PCC’s own are due"),
        (line(answered=False), "No comments yet", "the register holds no comments yet"),
        (line(explained=2), "All 2 explained", "the comments hold a passage on each"),
        (line(), "1 of 2 not", "no passage on 1 of them"),
        (line(findings=1, explained=0), "1 of 1 not", "It makes 1 recommendation; the comments"),
        (line(findings=1, explained=0), "1 of 1 not", "no passage on it."),
    ],
)
def test_a_line_says_how_recommendations_stand(shown: BoardLine, words: str, sentence: str):
    assert shown.explanation_words == words
    assert sentence in shown.explanation_sentence


def test_areas_for_improvement_ask_for_no_explanation():
    assert line(findings=1).recommendations == 1


def test_only_an_answer_can_lack_an_explanation():
    assert line().lacks_explanation
    assert not line(answered=False).lacks_explanation
    assert not line(Section55Position.COVERED_BY_FORCE_REPORT).lacks_explanation


def test_filters_show_what_they_say():
    answered = replace(CLOCK, answered=PartialDate(date(2026, 11, 1)))
    shown = {
        "running": line(),
        "answered": line(clock=answered),
        "open": line(None, clock=None, answered=False),
    }
    assert BoardFilter.RUNNING.shows(shown["running"])
    assert not BoardFilter.RUNNING.shows(shown["answered"])
    assert BoardFilter.ANSWERED.shows(shown["answered"])
    assert not BoardFilter.ANSWERED.shows(shown["open"])
    assert BoardFilter.TO_BE_DECIDED.shows(shown["open"])
    assert BoardFilter.NOT_EXPLAINED.shows(shown["running"])
    assert all(BoardFilter.ALL.shows(each) for each in shown.values())


def test_a_position_that_nobody_gave_is_to_be_decided():
    assert line(None).position_words == "To be decided"
    assert line().position_words == "Required"


def test_every_date_of_a_response_is_said_or_said_to_be_missing():
    assert response_dates(LETTER) == (
        "Letter’s date not recorded; publication not recorded; copy to HMICFRS not recorded; "
        "copy to the Home Secretary not recorded"
    )
    full = replace(
        LETTER,
        letter_date=date(2020, 2, 1),
        letter_date_precision=DatePrecision.MONTH,
        published=date(2020, 3, 30),
        copied_hmicfrs=date(2020, 3, 31),
        copied_home_secretary=date(2020, 4, 1),
    )
    assert response_dates(full).replace("\u00a0", " ") == (
        "Letter February 2020; published 30 March 2020; copied to HMICFRS 31 March 2020; "
        "copied to the Home Secretary 1 April 2020"
    )


def test_the_last_day_is_a_range_where_only_a_month_is_known():
    month = PartialDate(date(2020, 2, 1), DatePrecision.MONTH)
    clock = Section55Clock(month, date(2020, 3, 1))
    assert clock.last_day_short.replace("\u00a0", " ") == "last day 27 Mar 2020 to 24 Apr 2020"
    assert CLOCK.last_day_short.replace("\u00a0", " ") == "last day 14 Dec 2026"
