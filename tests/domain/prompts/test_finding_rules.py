from dataclasses import replace
from datetime import date

import pytest

from jasp_desktop.domain.dates import DatePrecision
from jasp_desktop.domain.prompts.findings import (
    excluded,
    no_action,
    no_named_post,
    repeats_earlier,
)
from jasp_desktop.domain.vocabulary import (
    Applies,
    FindingKind,
    ForcePosition,
    ResponsePosition,
    Scope,
    Track,
)
from tests.domain.prompts.cases import (
    FINDING,
    REPORT,
    answer,
    case,
    closed,
    earlier,
    facts,
    said,
    story,
)


def test_a_finding_without_an_action_is_worth_a_question():
    answers = (answer(ResponsePosition.ACCEPTED, "Yes."), answer(None, "As above."))
    (found,) = no_action(case(answers=answers))
    assert facts(found) == [
        "Report published: 12 February 2026 (report “PEEL 2025–27”)",
        "Response: Accepted (Chief constable’s response)",
        "Action: none (tracker of 6 November 2026)",
    ]


@pytest.mark.parametrize(
    "details",
    [
        {"actions": (story(),)},
        {"family": True},
        {"rounds": ()},
        {"report": replace(REPORT, published=date(2026, 11, 10))},
        {"report": replace(REPORT, published=None)},
        {"report": replace(REPORT, published=date(2026, 11, 1), published_precision="month")},
        {"finding": replace(FINDING, kind=FindingKind.PROMISING_PRACTICE)},
        {"finding": replace(FINDING, applies=Applies.NO)},
        {"events": (said(date(2026, 6, 1), "no_further_action_needed", track=Track.HMICFRS),)},
        {"events": (said(date(2026, 6, 1), "no_further_action"),)},
        {"answers": (answer(ResponsePosition.NOT_ACCEPTED, "No."),)},
        {"answers": (answer(ResponsePosition.NO_ACTION_REASON_GIVEN, "No."),)},
    ],
    ids=[
        "an action",
        "one above or below",
        "no tracker",
        "published since",
        "not dated",
        "perhaps published since",
        "practice",
        "for others",
        "ended by HMICFRS",
        "ended by the force",
        "refused",
        "no action, with a reason",
    ],
)
def test_an_action_or_a_reason_why_not_says_nothing(details):
    if details.get("report"):
        precision = DatePrecision(details["report"].published_precision or "day")
        details = {"report": replace(details["report"], published_precision=precision)}
    assert not list(no_action(case(**details)))


def test_a_finding_that_the_force_has_in_hand_without_an_action_still_counts():
    assert list(no_action(case(events=(said(date(2026, 6, 1)),))))


@pytest.mark.parametrize("owner", [None, "", "  ", "TBC", "To be confirmed.", "vacant", "-"])
def test_an_owner_who_is_nobody_is_worth_a_question(owner):
    (found,) = no_named_post(case(story(owner=owner, executive_lead="ACC (Crime)")))
    quoted = f"“{owner}”" if owner and owner.strip() else "blank"
    assert facts(found)[0] == f"Owner: {quoted} (register as at 13 November 2026)"
    assert facts(found)[1] == "Executive lead: ACC (Crime) (register as at 13 November 2026)"


def test_what_is_not_recorded_of_an_unowned_action_is_said():
    (found,) = no_named_post(case(story(owner=None)))
    assert [fact.value for fact in found.facts] == ["blank", "blank", "not recorded"]
    (begun,) = no_named_post(case(story(owner=None, events=[said(date(2026, 3, 1))])))
    assert begun.facts[2].value == "In progress"


def test_a_named_post_or_a_closed_action_says_nothing():
    assert not list(no_named_post(case(story(owner="D/Supt Public Protection"))))
    assert not list(no_named_post(case(story(owner=None, events=[closed(date(2026, 6, 1))]))))


ALIKE = earlier("Every custody sergeant should be trained in constant watch.")


def test_an_earlier_finding_is_quoted_beside_the_later():
    (found,) = repeats_earlier(case(alike=[ALIKE]))
    assert facts(found)[1] == (
        "Earlier finding: “Every custody sergeant should be trained in constant watch.” "
        "(Domestic abuse revisit 2023 (invented), AFI 2)"
    )
    assert facts(found)[2].endswith("(words compared by the program)")
    assert "said much the same on 17\u00a0May\u00a02023" in found.line


def test_what_the_secretariat_recorded_comes_first_and_is_told_once():
    found = list(repeats_earlier(case(repeats=ALIKE, alike=[ALIKE, earlier("Else.", uid="x")])))
    assert [each.facts[-1].source for each in found] == [
        "recorded by the secretariat",
        "words compared by the program",
    ]
    assert found[1].facts[-1].value == "the earlier finding", "no word in common, and still said"


def test_a_month_or_no_date_is_said_as_it_is_known():
    month = replace(ALIKE.report, published_precision=DatePrecision.MONTH)
    (found,) = repeats_earlier(case(repeats=replace(ALIKE, report=month)))
    assert "much the same in May\u00a02023." in found.line
    undated = replace(ALIKE.report, published=None)
    (found,) = repeats_earlier(case(repeats=replace(ALIKE, report=undated)))
    assert "much the same. What" in found.line


def test_nothing_alike_or_not_for_this_force_says_nothing():
    assert not list(repeats_earlier(case()))
    others = replace(FINDING, applies=Applies.NO)
    assert not list(repeats_earlier(case(finding=others, repeats=ALIKE)))


NATIONAL = replace(
    REPORT, scope=Scope.NATIONAL, force_position=ForcePosition.EXCLUDED, areas=("York", "Derby")
)


def test_a_report_that_left_the_force_out_is_worth_a_question_until_somebody_decides():
    (found,) = excluded(case(report=NATIONAL))
    assert facts(found)[1] == "Areas: York, Derby (report “PEEL 2025–27”)"
    (bare,) = excluded(case(report=replace(NATIONAL, areas=())))
    assert len(bare.facts) == 2


@pytest.mark.parametrize(
    "details",
    [
        {"report": replace(NATIONAL, force_position=ForcePosition.APPLIES)},
        {"report": replace(NATIONAL, scope=Scope.OWN_FORCE)},
        {"finding": replace(FINDING, applies=Applies.NO)},
        {"finding": replace(FINDING, applies=Applies.PARTLY)},
        {"actions": (story(),)},
    ],
    ids=["applies", "own force", "does not apply", "applies in part", "acted on"],
)
def test_a_position_or_an_action_says_nothing(details):
    assert not list(excluded(case(**{"report": NATIONAL, **details})))
