from dataclasses import replace
from datetime import date

import pytest

from jasp_desktop.domain.prompts.responses import no_explanation, no_response, words_absent
from jasp_desktop.domain.vocabulary import (
    Applies,
    AuthorRole,
    FindingKind,
    ResponsePosition,
    Section55Position,
)
from tests.domain.prompts.cases import FINDING, REPORT, answer, case, clock, facts, response

AFI = replace(FINDING, kind=FindingKind.AREA_FOR_IMPROVEMENT)
NOT_ADDRESSED, ACCEPTED = ResponsePosition.NOT_ADDRESSED, ResponsePosition.ACCEPTED


def test_no_response_after_the_56_days_is_worth_a_question():
    (found,) = no_response(case(clock=clock()))
    assert facts(found) == [
        "Report published: 12 February 2026 (report “PEEL 2025–27”)",
        "Last of 56 days: Wednesday 8 April 2026 (section 55)",
        "Passage on this finding: none (register as at 13 November 2026)",
    ]


@pytest.mark.parametrize(
    ("as_at", "fires"), [(date(2026, 4, 8), False), (date(2026, 4, 9), True)], ids=["day 56", "57"]
)
def test_the_last_day_itself_is_not_too_late(as_at, fires):
    running = case(clock=clock(as_at=as_at), as_at=as_at)
    assert bool(list(no_response(running))) is fires


def test_a_response_to_the_report_that_passes_the_finding_by_is_worth_a_question():
    letter = response(published=date(2026, 4, 7))
    (found,) = no_response(case(finding=AFI, responses=[letter]))
    assert "Chief constable’s comments: 7 April 2026 (published)" in facts(found)


@pytest.mark.parametrize(
    "details",
    [
        {},
        {"clock": clock(), "as_at": None},
        {"clock": clock(), "finding": replace(FINDING, kind=FindingKind.KEY_FINDING)},
        {"clock": clock(), "finding": replace(FINDING, applies=Applies.NO)},
        {"clock": clock(), "answers": (answer(ACCEPTED, "It will be done."),)},
        {"clock": clock(), "report_answers": (answer(None, "To the whole report."),)},
    ],
    ids=["no clock", "no date", "asks for none", "for others", "answered", "answered as a whole"],
)
def test_where_no_answer_is_owed_or_one_was_given_nothing_is_said(details):
    assert not list(no_response(case(**details)))


def test_not_addressed_is_worth_a_question_of_any_kind_of_finding():
    passed_by = answer(NOT_ADDRESSED, "The letter names it only.", response(letter=None))
    (found,) = no_response(case(finding=AFI, answers=(passed_by,)))
    assert facts(found) == [
        "Response: Not addressed: “The letter names it only.” (Chief constable, not dated)"
    ]
    both = (passed_by, answer(ACCEPTED, "Another letter accepts it."))
    assert not list(no_response(case(finding=AFI, answers=both)))


def test_a_recommendation_without_its_explanation_is_worth_a_question():
    letter = response(AuthorRole.PCC)
    details = {"answers": (answer(NOT_ADDRESSED, to=letter),), "responses": [letter]}
    (found,) = no_explanation(case(**details))
    assert facts(found) == [
        "Comments: required (report “PEEL 2025–27”)",
        "Police and Crime Commissioner’s comments: 30 March 2026 (letter)",
        "Response: Not addressed, without words (Police and Crime Commissioner, 30 March 2026)",
    ]
    assert not list(no_response(case(**details))), "one fact, one card"


def test_no_passage_at_all_is_no_explanation_either():
    (found,) = no_explanation(case(responses=[response()]))
    assert facts(found)[-1] == (
        "Passage on this recommendation: none (register as at 13 November 2026)"
    )


def test_a_position_without_words_explains_nothing():
    assert list(no_explanation(case(responses=[response()], answers=(answer(ACCEPTED),))))
    assert list(no_explanation(case(responses=[response()], answers=(answer(None),))))


@pytest.mark.parametrize(
    "details",
    [
        {"answers": (answer(ACCEPTED, "Fourteen posts were found."),)},
        {"answers": (answer(ResponsePosition.NOT_ACCEPTED, "It would not help, because…"),)},
        {"report_answers": (answer(None, "To all of it: a plan by June."),)},
        {"finding": AFI},
        {"finding": replace(FINDING, applies=Applies.NO)},
        {"report": replace(REPORT, s55_position=Section55Position.VOLUNTARY)},
        {"responses": []},
        {"responses": [response(AuthorRole.OTHER)]},
        {"responses": [response(letter=None)]},
    ],
    ids=[
        "explained",
        "refused with a reason",
        "answered as a whole",
        "an AFI",
        "for others",
        "voluntary",
        "no comments",
        "of another",
        "a draft",
    ],
)
def test_an_explanation_or_none_owed_says_nothing(details):
    assert not list(no_explanation(case(**{"responses": [response()], **details})))


def test_central_words_that_are_not_answered_are_listed():
    passed = answer(ACCEPTED, "Money has been found.")
    (found,) = words_absent(case(answers=(passed,)))
    assert facts(found)[1] == (
        "Not in the response: “train”, “custody”, “sergeant”, “constant” and “watch” "
        "(the passages below)"
    )


@pytest.mark.parametrize(
    "answers",
    [
        (),
        (answer(NOT_ADDRESSED),),
        (answer(ACCEPTED, "Custody sergeants are being trained."),),
    ],
    ids=["no answer", "no words", "the same words in other forms"],
)
def test_without_words_to_compare_or_with_the_same_nothing_is_said(answers):
    assert not list(words_absent(case(answers=answers)))
