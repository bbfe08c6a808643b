from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain.prompts.updates import (
    awaiting_evidence,
    intention_only,
    no_update,
    same_words,
)
from jasp_desktop.domain.vocabulary import ForceStatus
from tests.domain.prompts.cases import (
    APRIL,
    JULY,
    NOVEMBER,
    ROUNDS,
    case,
    closed,
    facts,
    said,
    story,
    update,
)

BEGUN = said(date(2026, 3, 1))
SPRING = update(date(2026, 4, 21), "Three suppliers have been seen.", "A buyer", APRIL.batch)


def test_two_silent_rounds_are_worth_a_question():
    (found,) = no_update(case(story(events=[BEGUN], updates=[SPRING])))
    assert facts(found) == [
        (
            "Last update, 21 April 2026: “Three suppliers have been seen.”, A buyer "
            "(tracker of 24 April 2026)"
        ),
        "Round without an update: 24 July 2026 (tracker of 24 July 2026)",
        "Round without an update: 6 November 2026 (tracker of 6 November 2026)",
    ]
    assert "since 21\u00a0April\u00a02026" in found.line


@pytest.mark.parametrize("updates", [[], [update(None, "Some day.")]], ids=["none", "undated"])
def test_an_action_of_which_nothing_dated_was_ever_said_is_silent_since_its_status(updates):
    (found,) = no_update(case(story(events=[BEGUN], updates=updates)))
    assert "since 1\u00a0March\u00a02026" in found.line


@pytest.mark.parametrize(
    "action",
    [
        story(events=[BEGUN], updates=[update(date(2026, 7, 21), "Ordered.", batch=JULY.batch)]),
        story(events=[BEGUN], updates=[update(None, "Ordered.", batch=NOVEMBER.batch)]),
        story(events=[BEGUN], updates=[update(date(2026, 5, 2), "Typed in between.")]),
        story(events=[closed(date(2026, 4, 1))]),
        story(events=[said(date(2026, 8, 1))]),
        story(),
    ],
    ids=["July", "November", "typed", "closed", "begun since", "nothing known"],
)
def test_a_word_since_then_or_a_later_beginning_says_nothing(action):
    assert not list(no_update(case(action)))


def test_one_round_is_too_few_and_two_reach_back_to_the_beginning():
    silent = story(events=[BEGUN])
    assert not list(no_update(case(silent, rounds=(JULY,))))
    assert list(no_update(case(silent, rounds=(JULY, NOVEMBER))))
    ever = story(events=[BEGUN], updates=[SPRING])
    assert not list(no_update(case(ever, rounds=(JULY, NOVEMBER))))


def rounds_of(first, second, **details):
    return story(
        events=[BEGUN],
        updates=[update(date(2026, 11, 3), second), update(date(2026, 7, 21), first)],
        **details,
    )


def test_words_repeated_are_worth_a_question_whatever_their_spaces_and_capitals():
    (found,) = same_words(case(rounds_of("Good  progress.\n", "good progress.")))
    assert "the same since 21\u00a0July\u00a02026" in found.line
    assert [fact.label for fact in found.facts] == ["Update", "Next update"]


def test_words_that_differ_or_one_update_alone_say_nothing():
    assert not list(same_words(case(rounds_of("61 of 140 trained.", "62 of 140 trained."))))
    assert not list(same_words(case(story(events=[BEGUN], updates=[SPRING]))))


def test_one_update_that_came_twice_on_one_day_is_not_two_rounds():
    twice = story(events=[BEGUN], updates=[SPRING, SPRING])
    assert not list(same_words(case(twice)))


def test_words_without_a_day_are_repeated_since_the_round_before():
    undated = [update(date(2026, 11, 3), "As before."), update(None, "As before.")]
    (found,) = same_words(case(story(events=[BEGUN], updates=undated)))
    assert "the same since the round before" in found.line


@given(st.text(min_size=1), st.text(min_size=1))
def test_only_the_same_words_are_the_same(first, second):
    fires = bool(list(same_words(case(rounds_of(first, second)))))
    plain = [" ".join(t.casefold().replace("'", "’").split()) for t in (first, second)]
    assert fires is (plain[0] == plain[1])


WAITING = ForceStatus.COMPLETE_AWAITING_EVIDENCE


def test_two_rounds_of_waiting_for_evidence_are_worth_a_question():
    events = [BEGUN, said(date(2026, 7, 20), WAITING, comment="Sample to follow.")]
    (found,) = awaiting_evidence(case(story(events=events, evidence_test="Sample of 40")))
    assert facts(found)[0] == (
        "Force status, 20 July 2026: Complete, awaiting evidence: “Sample to follow.” (4ACTION)"
    )
    assert len(found.facts) == 4


def test_the_same_status_said_again_does_not_start_the_waiting_anew():
    events = [BEGUN, said(date(2026, 4, 20), WAITING), said(date(2026, 11, 1), WAITING)]
    (found,) = awaiting_evidence(case(story(events=events)))
    assert "since 20\u00a0April\u00a02026" in found.line
    assert list(awaiting_evidence(case(story(events=events[1:]))))


@pytest.mark.parametrize(
    "events",
    [
        [],
        [BEGUN],
        [said(date(2026, 10, 26), WAITING)],
        [said(date(2026, 4, 1), WAITING), BEGUN, said(date(2026, 4, 2))],
        [said(date(2026, 4, 1), WAITING), said(date(2026, 5, 1)), said(date(2026, 8, 1), WAITING)],
    ],
    ids=["nothing", "in progress", "one round", "no longer", "begun anew"],
)
def test_a_short_wait_or_none_says_nothing(events):
    assert not list(awaiting_evidence(case(story(events=events), rounds=ROUNDS)))


VAGUE = "Good progress is being made. Recruitment is under way and will continue next quarter."


def test_intention_without_a_measure_is_worth_a_question():
    (found,) = intention_only(case(story(updates=[update(date(2026, 11, 3), VAGUE)])))
    assert (
        "Words of intention: “progress is”, “under way”, “will” and “continue”" in facts(found)[1]
    )


@pytest.mark.parametrize(
    "text",
    [
        "121 of 140 trained. The rest will follow.",
        "Two of the six will start.",
        "Testing will begin in the autumn.",
        "It will be done by May.",
        "About a third of calls will be shown.",
        "Signed.",
        "",
    ],
)
def test_a_number_a_share_a_day_or_a_plain_fact_says_nothing(text):
    assert not list(intention_only(case(story(updates=[update(date(2026, 11, 3), text)]))))


def test_a_closed_action_or_one_without_update_is_not_asked_for_measures():
    assert not list(intention_only(case(story())))
    ended = story(events=[closed(date(2026, 10, 1))], updates=[update(date(2026, 11, 3), VAGUE)])
    assert not list(intention_only(case(ended)))
