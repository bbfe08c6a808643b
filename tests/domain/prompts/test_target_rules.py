from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain.prompts.targets import deadline_earlier, moved_after_due, moved_often
from tests.domain.prompts.cases import FINDING, JULY, case, closed, facts, move, said, story

MARCH, JUNE, OCTOBER = date(2026, 3, 31), date(2026, 6, 30), date(2026, 10, 31)


def promised(*moves, target, **details):
    return story(moves=moves, original_target=MARCH, target=target, **details)


def test_a_date_moved_after_it_had_passed_is_worth_a_question():
    late = move(
        MARCH,
        JUNE,
        date(2026, 4, 21),
        agreed_by="ACC (Crime)",
        reason="Courses were cancelled.",
        batch=JULY.batch,
    )
    (found,) = moved_after_due(case(promised(late, target=JUNE)))
    assert facts(found) == [
        "Was due: 31 March 2026 (tracker of 24 July 2026)",
        (
            "Moved, 21 April 2026: to 30 June 2026, agreed by ACC (Crime): "
            "“Courses were cancelled.” (tracker of 24 July 2026)"
        ),
    ]
    assert "moved on 21\u00a0April\u00a02026, 21\u00a0days after that" in found.line


def test_a_date_taken_away_late_counts_too():
    (found,) = moved_after_due(case(promised(move(MARCH, None, JUNE), target=None)))
    assert "date taken away (typed into the register)" in facts(found)[1]


@pytest.mark.parametrize("on", [MARCH, date(2026, 3, 12), None], ids=["due", "before", "unknown"])
def test_a_date_moved_in_time_or_on_an_unknown_day_says_nothing(on):
    assert not list(moved_after_due(case(promised(move(MARCH, JUNE, on), target=JUNE))))


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_a_move_is_late_from_the_day_after_it_fell_due(on):
    fires = bool(list(moved_after_due(case(promised(move(MARCH, JUNE, on), target=JUNE)))))
    assert fires is (on > MARCH)


def three_moves():
    days = [MARCH, JUNE, OCTOBER, date(2027, 1, 29)]
    return [move(a, b, a) for a, b in pairwise(days)]


def test_three_moves_are_worth_a_question_and_two_are_not():
    moves = three_moves()
    (found,) = moved_often(case(promised(*moves, target=date(2027, 1, 29))))
    assert facts(found)[0] == "First promised: 31 March 2026 (register as at 13 November 2026)"
    assert len(found.facts) == 4
    assert "has moved 3 times" in found.line
    assert not list(moved_often(case(promised(*moves[:2], target=OCTOBER))))


def test_a_closed_action_is_not_asked_how_often_it_moved():
    ended = promised(*three_moves(), target=date(2027, 1, 29), events=[closed(OCTOBER)])
    assert not list(moved_often(case(ended)))


def test_a_step_that_nobody_recorded_says_so():
    unrecorded = promised(*three_moves(), target=date(2027, 3, 1))
    (found,) = moved_often(case(unrecorded))
    assert facts(found)[-1] == "Moved: to 1 March 2027 (the move itself is not recorded)"


def asked_by(day, words="By the end of March 2026"):
    return replace(FINDING, deadline=day, deadline_words=words)


def test_a_target_after_the_reports_deadline_is_worth_a_question():
    (found,) = deadline_earlier(case(promised(target=JUNE), finding=asked_by(MARCH)))
    assert facts(found)[0] == (
        "Deadline in the report, 31 March 2026: “By the end of March 2026” (report “PEEL 2025–27”)"
    )
    assert "91\u00a0days later" in found.line
    (bare,) = deadline_earlier(case(promised(target=JUNE), finding=asked_by(MARCH, None)))
    assert facts(bare)[0] == "Deadline in the report: 31 March 2026 (report “PEEL 2025–27”)"


def test_the_target_names_the_round_that_told_of_it():
    moved = promised(move(MARCH, JUNE, MARCH, batch=JULY.batch), target=JUNE)
    (found,) = deadline_earlier(case(moved, finding=asked_by(MARCH)))
    assert facts(found)[1] == "Target now: 30 June 2026 (tracker of 24 July 2026)"
    plain = story(original_target=JUNE, target=JUNE)
    (other,) = deadline_earlier(case(plain, finding=asked_by(MARCH)))
    assert facts(other)[1] == "Target now: 30 June 2026 (register as at 13 November 2026)"


@pytest.mark.parametrize(
    ("deadline", "target", "events"),
    [
        (None, JUNE, []),
        (MARCH, None, []),
        (MARCH, MARCH, []),
        (JUNE, MARCH, [said(MARCH)]),
        (MARCH, JUNE, [closed(JUNE)]),
    ],
    ids=["no deadline", "no target", "the same day", "earlier", "closed"],
)
def test_a_target_in_time_says_nothing(deadline, target, events):
    action = story(original_target=target, target=target, events=events)
    assert not list(deadline_earlier(case(action, finding=asked_by(deadline))))
