"""What is said of a meeting's papers: when they are due, what does not count, what is late."""

from dataclasses import replace
from datetime import date

import pytest

from jasp_desktop.domain.identity import MeetingUid, Uid
from jasp_desktop.domain.meeting_papers import clear_days_between, papers_of
from jasp_desktop.domain.records import Meeting, Panel
from jasp_desktop.domain.vocabulary import MeetingStatus

PANEL = Panel(
    name="A panel",
    force="A force",
    bank_holidays=(date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1)),
)
DECEMBER = Meeting(
    uid=MeetingUid(Uid("00000000-0000-7000-8000-000000000001")),
    held_on=date(2026, 12, 1),
    paper_deadline=date(2026, 11, 23),
)
JANUARY = replace(DECEMBER, held_on=date(2027, 1, 5), paper_deadline=date(2026, 12, 23))


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


def warnings(meeting: Meeting, today: date, panel: Panel = PANEL) -> list[str]:
    return [plain(words) for words in papers_of(meeting, panel, today).warnings]


def test_papers_that_are_not_due_yet_say_when_they_are():
    papers = papers_of(DECEMBER, PANEL, date(2026, 11, 13))
    assert plain(papers.due) == "Papers are due Monday 23 November 2026; 5 clear working days."
    assert papers.sent == "Not sent yet."
    assert not papers.holidays
    assert not papers.warnings


def test_bank_holidays_between_are_named():
    papers = papers_of(JANUARY, PANEL, date(2026, 12, 1))
    assert "5 clear working days" in papers.due
    assert plain(papers.holidays) == (
        "Not counted, as bank holidays: Friday 25 December 2026 and Monday 28 December 2026 and "
        "Friday 1 January 2027."
    )


def test_clear_days_count_neither_end_nor_days_off():
    holidays = PANEL.bank_holidays
    assert clear_days_between(date(2026, 11, 23), date(2026, 12, 1), holidays) == 5
    assert clear_days_between(date(2026, 12, 24), date(2026, 12, 29), holidays) == 0
    assert clear_days_between(date(2026, 12, 1), date(2026, 12, 1), holidays) == 0


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 11, 23), "They go out today at the latest."),
        (
            date(2026, 11, 25),
            "They are 2 days late. Sent today, they leave 3 clear working days.",
        ),
        (
            date(2026, 11, 27),
            "They are 4 days late. Sent today, they leave 1 clear working day.",
        ),
        (date(2026, 12, 2), "The meeting was to be on 1 December 2026, and no papers went out."),
    ],
)
def test_papers_that_did_not_go_out_are_warned_about(today: date, words: str):
    assert warnings(DECEMBER, today) == [words]


def test_papers_that_went_out_late_say_what_they_left():
    sent = replace(DECEMBER, despatched_on=date(2026, 11, 25))
    papers = papers_of(sent, PANEL, date(2026, 11, 26))
    assert plain(papers.due).startswith("Papers were due")
    assert plain(papers.sent) == "Sent on Wednesday 25 November 2026."
    assert warnings(sent, date(2026, 11, 26)) == [
        "They went out 2 days late, with 3 clear working days."
    ]
    in_time = replace(DECEMBER, despatched_on=date(2026, 11, 20))
    assert not warnings(in_time, date(2026, 11, 26))


def test_a_day_that_the_rule_would_not_give_is_pointed_out():
    early = replace(DECEMBER, paper_deadline=date(2026, 11, 20))
    assert warnings(early, date(2026, 11, 13)) == [
        "By the panel’s 5 clear working days they would be due Monday 23 November 2026."
    ]


def test_a_year_without_bank_holidays_is_pointed_out():
    bare = replace(PANEL, bank_holidays=())
    (words,) = warnings(DECEMBER, date(2026, 11, 13), bare)
    assert words.startswith("No bank holiday of 2026 is listed")


def test_a_meeting_without_a_day_for_papers_says_so():
    bare = replace(DECEMBER, paper_deadline=None)
    papers = papers_of(bare, PANEL, date(2026, 11, 13))
    assert papers.due == "No day is set for the papers."
    assert not papers.holidays
    assert warnings(bare, date(2026, 11, 24))[0].startswith("They are 1 day late")


def test_nothing_is_asked_of_a_meeting_that_is_off_or_over():
    held = replace(DECEMBER, status=MeetingStatus.HELD)
    assert not papers_of(held, PANEL, date(2026, 12, 2)).sent
    assert not warnings(held, date(2026, 12, 2))
    off = replace(JANUARY, status=MeetingStatus.CANCELLED)
    assert not warnings(off, date(2027, 1, 2))
