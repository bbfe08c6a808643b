"""Proof of scrutiny: what counts in a period, what is in time, and what followed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain.errors import InvalidInput
from jasp_desktop.domain.identity import QuestionUid, Uid
from jasp_desktop.domain.proof import (
    Period,
    ProofOfScrutiny,
    ProvenQuestion,
    Timing,
    asked_in,
    financial_year,
    followed_words,
    stage_day,
    verdict_words,
)
from jasp_desktop.domain.question_records import DatedFact
from jasp_desktop.domain.records import Question, QuestionStage, Subject
from jasp_desktop.domain.vocabulary import QuestionState, Verdict

ASKED, ANSWERED = QuestionState.ASKED, QuestionState.ANSWERED
JUNE = date(2026, 6, 9)
YEAR = Period(date(2026, 4, 1), date(2027, 3, 31))


def question(number=1, *stages, state=None, **known):
    reached = tuple(QuestionStage(state=each, on=day) for each, day in stages)
    return Question(
        uid=QuestionUid(Uid(f"00000000-0000-7000-8000-{number:012d}")),
        text="When will it be done?",
        state=state or (reached[-1].state if reached else QuestionState.DRAFT),
        states=reached,
        **known,
    )


def proven(one, asked_on=JUNE, as_at=date(2026, 11, 13), followed=()):
    return ProvenQuestion(
        question=one,
        asked_on=asked_on,
        as_at=as_at,
        member=None,
        label="041/03",
        followed=followed,
    )


def test_a_period_holds_both_its_ends():
    assert YEAR.first in YEAR
    assert YEAR.last in YEAR
    assert date(2027, 4, 1) not in YEAR
    assert YEAR.words == "1\u00a0April\u00a02026 to 31\u00a0March\u00a02027"


def test_a_period_that_ends_before_it_begins_is_refused():
    with pytest.raises(InvalidInput, match="ends before it begins") as refused:
        Period(date(2026, 4, 2), date(2026, 4, 1))
    assert refused.value.field == "last"


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_every_day_lies_in_its_own_financial_year(day):
    year = financial_year(day)
    assert day in year
    assert (year.first.month, year.first.day) == (4, 1)
    assert (year.last.year, year.last.month, year.last.day) == (year.first.year + 1, 3, 31)


@pytest.mark.parametrize(
    ("answered_on", "due", "timing"),
    [
        (JUNE, None, Timing.IN_TIME),
        (JUNE, date(2026, 6, 30), Timing.IN_TIME),
        (date(2026, 6, 30), date(2026, 6, 30), Timing.IN_TIME),
        (date(2026, 7, 1), date(2026, 6, 30), Timing.LATE),
        (date(2026, 7, 1), None, Timing.NO_DAY_SET),
        (None, None, Timing.WAITING),
        (None, date(2026, 11, 13), Timing.WAITING),
        (None, date(2026, 11, 12), Timing.WAITING_PAST_DUE),
    ],
)
def test_an_answer_is_in_time_by_the_day_that_was_set(answered_on, due, timing):
    one = question(1, (ASKED, JUNE), answered_on=answered_on, answer_due=due)
    assert proven(one).timing is timing


def test_an_answer_without_a_day_counts_from_the_day_it_was_recorded():
    one = question(1, (ASKED, JUNE), (ANSWERED, date(2026, 7, 14)), answer="Yes.")
    assert proven(one).answered_on == date(2026, 7, 14)


@pytest.mark.parametrize("later", [(), ((QuestionState.CARRIED_FORWARD, date(2026, 9, 8)),)])
@pytest.mark.parametrize(
    ("due", "timing"),
    [(date(2026, 11, 12), Timing.WAITING_PAST_DUE), (date(2026, 12, 1), Timing.WAITING)],
)
def test_an_answer_in_part_waits_for_the_rest(due, timing, later):
    stages = ((ASKED, JUNE), (ANSWERED, JUNE), (QuestionState.ANSWER_OUTSTANDING, JUNE), *later)
    one = question(1, *stages, answer="Half of it.", answered_on=JUNE, answer_due=due)
    assert proven(one).timing is timing
    assert proven(one).answered_on is None


def test_a_question_withdrawn_without_an_answer_waits_for_none():
    one = question(1, (ASKED, JUNE), (QuestionState.WITHDRAWN, date(2026, 7, 1)))
    assert proven(one).timing is Timing.WITHDRAWN
    assert not Timing.WITHDRAWN.is_answered


def test_every_timing_has_words_of_its_own():
    assert len({timing.words for timing in Timing}) == len(Timing)


def test_questions_are_those_first_asked_in_the_period_and_merged_ones_count_once():
    before = question(1, (ASKED, date(2026, 3, 31)), (ASKED, JUNE))
    kept = question(2, (ASKED, date(2026, 9, 8)))
    earlier = question(3, (ASKED, JUNE))
    merged = question(4, (ASKED, JUNE), merged_into=kept.uid)
    never = question(5, (QuestionState.READY, JUNE))
    found = asked_in([before, kept, earlier, merged, never], YEAR)
    assert found == [(earlier, JUNE), (kept, date(2026, 9, 8))]


def test_the_first_day_of_a_state_counts():
    one = question(1, (ASKED, date(2026, 9, 8)), (ASKED, JUNE))
    assert stage_day(one, ASKED) == JUNE
    assert stage_day(one, ANSWERED) is None


def test_the_counts_add_up_to_the_questions():
    satisfied = question(1, (ASKED, JUNE), answered_on=JUNE, verdict=Verdict.SATISFIED)
    waiting = question(2, (ASKED, JUNE))
    unjudged = question(3, (ASKED, JUNE), answered_on=JUNE)
    subject = Subject("action", Uid("a"))
    moved = (DatedFact(date(2026, 7, 1), "041/03.1", "Force status: Closed by force", subject),)
    proof = ProofOfScrutiny(
        "Trent Vale (invented)",
        YEAR,
        date(2026, 11, 13),
        (proven(satisfied, followed=moved), proven(waiting), proven(unjudged)),
    )
    assert sum(proof.timings.values()) == len(proof.questions)
    assert proof.answered == sum(proof.verdicts.values()) == 2
    assert proof.verdicts == {Verdict.SATISFIED: 1, None: 1}
    assert proof.followed == 1


def test_how_a_question_stands_is_told_in_short_phrases():
    one = question(
        1,
        (ASKED, JUNE),
        answered_on=date(2026, 7, 1),
        answer_due=date(2026, 6, 30),
        verdict=Verdict.SATISFIED,
    )
    assert proven(one).stands == (
        "After it was due",
        "answered 1\u00a0July\u00a02026",
        "due 30\u00a0June\u00a02026",
        "member satisfied: yes",
    )
    assert proven(question(2, (ASKED, JUNE))).stands == ("No full answer yet",)


def test_a_verdict_answers_whether_the_member_was_satisfied():
    words = [verdict_words(each) for each in (*Verdict, None)]
    assert words == ["Yes", "Partly", "No", "No verdict yet"]


def test_what_followed_names_its_day_and_its_record():
    subject = Subject("action", Uid("a"))
    fact = DatedFact(date(2026, 7, 1), "041/03.1", "Force status: Delayed", subject)
    assert followed_words(fact) == "1\u00a0Jul\u00a02026, 041/03.1: Force status: Delayed"
    unnamed = DatedFact(date(2026, 7, 1), "", "Response written", subject)
    assert followed_words(unnamed) == "1\u00a0Jul\u00a02026: Response written"
