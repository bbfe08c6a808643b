"""The one table of permitted moves: every question stays within it, whatever is done with it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain.errors import InvalidInput
from jasp_desktop.domain.identity import QuestionUid
from jasp_desktop.domain.question_moves import (
    RULES,
    Move,
    day_of,
    goes_on,
    moved,
    moves_of_state,
    permits,
    permitted,
    reached,
)
from jasp_desktop.domain.records import Question, QuestionStage
from jasp_desktop.domain.vocabulary import QuestionState, Verdict
from tests.sample_records import uid_of

DAY = date(2026, 11, 13)
OTHER = QuestionUid(uid_of("question", 2))
STATES = list(QuestionState)


def question(
    state: QuestionState = QuestionState.DRAFT,
    *,
    answer: str | None = None,
    verdict: Verdict | None = None,
    merged_into: QuestionUid | None = None,
) -> Question:
    return Question(
        uid=QuestionUid(uid_of("question", 1)),
        text="What is different now?",
        state=state,
        states=(QuestionStage(state=state, on=DAY),),
        answer=answer,
        verdict=verdict,
        merged_into=merged_into,
    )


def test_every_move_stands_in_the_table_and_leads_to_known_states():
    assert set(RULES) == set(Move)
    for move, rule in RULES.items():
        assert rule.move is move
        assert rule.words
        assert rule.about.endswith(".")
        assert rule.who
        assert rule.leads
        assert not set(rule.needs) & set(rule.takes)
        assert all(state.is_known for state in (*rule.leads, *rule.leads.values()))


@pytest.mark.parametrize("state", STATES)
def test_every_state_can_be_left_or_is_an_end(state: QuestionState):
    onward = {RULES[move].leads[state] for move in moves_of_state(state)}
    assert bool(onward) is (state is not QuestionState.WITHDRAWN)


def test_every_state_but_the_first_is_reached_by_a_move():
    reachable = {QuestionState.DRAFT}
    while True:
        more = {
            rule.leads[state] for rule in RULES.values() for state in reachable & set(rule.leads)
        }
        if more <= reachable:
            break
        reachable |= more
    assert reachable == set(QuestionState)


@pytest.mark.parametrize("move", Move)
@pytest.mark.parametrize("state", STATES)
def test_a_move_is_made_just_where_the_table_permits_it(state: QuestionState, move: Move):
    before = question(
        state,
        answer="It is done.",
        verdict=Verdict.PARTLY,
        merged_into=OTHER if move is Move.PART else None,
    )
    if state in RULES[move].leads:
        after = moved(before, move, DAY)
        assert after.state is RULES[move].leads[state]
        assert move in permitted(before)
    else:
        with pytest.raises(InvalidInput, match="is not possible while"):
            moved(before, move, DAY)


@given(st.lists(st.tuples(st.sampled_from(Move), st.integers(0, 3)), max_size=25), st.data())
def test_no_sequence_of_permitted_moves_leaves_the_table(
    tried: list[tuple[Move, int]], data: st.DataObject
):
    now, day = question(), DAY
    for move, days in tried:
        day += timedelta(days=days)
        if not permits(now, move):
            with pytest.raises(InvalidInput):
                moved(now, move, day)
            continue
        before = now
        now = moved(now, move, day)
        if move is Move.MERGE:
            now = replace(now, merged_into=OTHER)
        elif move is Move.PART:
            now = replace(now, merged_into=None)
        elif move is Move.ANSWER:
            now = replace(now, answer="So it is.", verdict=None)
        elif move is Move.JUDGE:
            now = replace(now, verdict=data.draw(st.sampled_from(Verdict)))
        assert now.state in QuestionState
        assert now.state.is_known
        assert permitted(now) or now.state is QuestionState.WITHDRAWN
        assert now.states[: len(before.states)] == before.states
        assert now.states[-1].state is now.state
        assert list(now.states) == sorted(now.states, key=lambda stage: stage.on)


def test_a_merged_question_can_only_be_taken_apart_again():
    merged = question(QuestionState.SHARED_WITH_THE_CHAIR, merged_into=OTHER)
    assert permitted(merged) == (Move.PART,)
    assert not permits(replace(merged, merged_into=None), Move.PART)


def test_a_verdict_needs_an_answer():
    assert not permits(question(QuestionState.ANSWERED), Move.JUDGE)
    assert permits(question(QuestionState.ANSWERED, answer="Yes."), Move.JUDGE)


@pytest.mark.parametrize(
    ("verdict", "is_carried"),
    [(None, False), (Verdict.SATISFIED, False), (Verdict.PARTLY, True), (Verdict.NO, True)],
)
def test_an_answer_is_carried_forward_only_where_it_did_not_satisfy(
    verdict: Verdict | None, *, is_carried: bool
):
    answered = question(QuestionState.ANSWERED, answer="Yes.", verdict=verdict)
    assert permits(answered, Move.CARRY) is is_carried
    assert goes_on(answered) is is_carried


@pytest.mark.parametrize(
    ("state", "is_carried"),
    [
        (QuestionState.DRAFT, False),
        (QuestionState.READY, False),
        (QuestionState.SHARED_WITH_THE_CHAIR, True),
        (QuestionState.SENT_IN_ADVANCE, True),
        (QuestionState.ASKED, True),
        (QuestionState.ANSWER_OUTSTANDING, True),
        (QuestionState.CARRIED_FORWARD, True),
        (QuestionState.PANEL_ACTION, False),
        (QuestionState.WITHDRAWN, False),
    ],
)
def test_what_a_meeting_leaves_open_goes_on_to_the_next(state: QuestionState, *, is_carried: bool):
    assert goes_on(question(state)) is is_carried


def test_a_day_before_that_of_the_state_before_is_refused():
    with pytest.raises(InvalidInput, match="was “Ready” on 13\u00a0November\u00a02026") as caught:
        moved(question(QuestionState.READY), Move.SHARE, DAY - timedelta(days=1))
    assert caught.value.field == "on"


def test_a_question_without_days_takes_any():
    begun = replace(question(), states=())
    assert reached(begun, QuestionState.READY, date(2020, 1, 1)).states[0].on == date(2020, 1, 1)


def test_carrying_again_is_written_down_again():
    carried = moved(question(QuestionState.CARRIED_FORWARD), Move.CARRY, DAY)
    assert [stage.state for stage in carried.states] == [QuestionState.CARRIED_FORWARD] * 2


def test_the_last_day_in_a_state_counts():
    asked = question(QuestionState.ASKED)
    again = reached(asked, QuestionState.ASKED, DAY + timedelta(days=9))
    assert day_of(again, QuestionState.ASKED) == DAY + timedelta(days=9)
    assert day_of(again, QuestionState.ANSWERED) is None
