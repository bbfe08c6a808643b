from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from jasp_desktop.domain.identity import (
    DismissedPromptUid,
    FindingUid,
    ImportBatchUid,
    MeetingUid,
    Uid,
)
from jasp_desktop.domain.notebook import DismissedPrompt
from jasp_desktop.domain.prompts.case import (
    Closing,
    MeetingCase,
    Round,
    Surroundings,
    action_name,
)
from jasp_desktop.domain.prompts.prompt import Fact
from jasp_desktop.domain.prompts.rules import (
    RULES,
    USUAL_RULES,
    choices_of,
    once_each,
    prompts_of,
    prompts_of_meeting,
    rule_named,
    rules_after,
)
from jasp_desktop.domain.records import Meeting
from tests.domain.prompts.cases import FINDING, JULY, NOVEMBER, case, closed, story

CLOSED = story(events=[closed(date(2026, 6, 12), batch=JULY.batch)])
ALL = frozenset(rule.name for rule in RULES)


def prompt_of(*stories, finding=FINDING):
    (prompt,) = prompts_of(case(*stories, finding=finding), {"closed_without_evidence"})
    return prompt


def test_every_rule_says_why_it_looks_and_blames_nobody():
    assert len(ALL) == len(RULES) == 19
    for rule in RULES:
        assert rule.kind.is_known
        assert len(rule.reasoning) > 60
        assert not rule.title.endswith(".")
        words = f"{rule.title} {rule.reasoning}".lower()
        assert not any(word in words for word in ("breach", "failed", "failure", "blame", "guilty"))


def test_one_rule_is_off_until_somebody_wants_it():
    assert {rule.name for rule in RULES if not rule.is_on} == {"central_words_absent"}
    assert all((rule.name in USUAL_RULES) is rule.is_on for rule in RULES)


def test_only_the_chosen_rules_look():
    assert not list(prompts_of(case(CLOSED), ()))
    assert [p.rule.name for p in prompts_of(case(CLOSED), ALL)] == ["closed_without_evidence"]


def test_choices_come_back_as_they_were_made():
    chosen = USUAL_RULES - {"no_named_post"} | {"central_words_absent"}
    assert choices_of(chosen) == {"no_named_post": False, "central_words_absent": True}
    assert rules_after(choices_of(chosen)) == chosen
    assert rules_after({}) == USUAL_RULES
    assert rules_after({"a_rule_of_later": True}) == USUAL_RULES


def test_a_rule_of_a_later_program_is_not_known():
    assert rule_named("a_rule_of_later") is None
    assert rule_named("no_named_post").title == "No post is named"


def test_the_same_facts_told_by_another_file_are_the_same_prompt():
    again = story(events=[closed(date(2026, 6, 12), batch=NOVEMBER.batch)])
    assert prompt_of(CLOSED).identity == prompt_of(again).identity


@pytest.mark.parametrize(
    "other",
    [
        story(events=[closed(date(2026, 6, 13))]),
        story(events=[closed(date(2026, 6, 12), comment="Signed.")]),
        story(events=[closed(date(2026, 6, 12))], evidence_test="A sample"),
        story(events=[closed(date(2026, 6, 12))], uid=Uid("another")),
    ],
    ids=["another day", "other words", "another test", "another action"],
)
def test_other_facts_or_another_record_are_another_prompt(other):
    assert prompt_of(CLOSED).identity != prompt_of(other).identity


def test_a_prompt_tells_its_facts_one_a_line():
    lines = prompt_of(CLOSED).fact_words.splitlines()
    assert len(lines) == 2
    assert prompt_of(CLOSED).identity.key.startswith("closed_without_evidence ")


def test_a_fact_is_told_with_its_day_and_its_source():
    day = date(2026, 7, 21)
    assert Fact("Was due", "", "tracker", day).words == "Was due: 21\u00a0July\u00a02026 (tracker)"
    assert Fact("Owner", "blank", "register").words == "Owner: blank (register)"
    assert Fact("Moved", "away", "tracker", day).words == (
        "Moved, 21\u00a0July\u00a02026: away (tracker)"
    )


def test_an_action_of_two_findings_is_one_prompt_with_both():
    second = replace(FINDING, uid=FindingUid(Uid("second")))
    first, other = prompt_of(CLOSED), prompt_of(CLOSED, finding=second)
    (joined,) = once_each([first, other, first])
    assert joined.findings == (FINDING.uid, second.uid)
    assert first.report_name == "PEEL 2025–27"


def test_a_meeting_stands_with_the_findings_of_what_was_closed():
    meeting = Meeting(
        uid=MeetingUid(Uid("m")), held_on=date(2026, 6, 20), paper_deadline=date(2026, 6, 12)
    )
    closing = Closing(CLOSED.action, CLOSED.events[0], (FINDING.uid,))
    seen = MeetingCase(meeting, (closing, closing, closing), Surroundings())
    (prompt,) = prompts_of_meeting(seen, ALL)
    assert prompt.findings == (FINDING.uid,)
    assert not list(prompts_of_meeting(seen, ()))


def test_what_was_set_aside_is_known_again_by_its_facts():
    prompt = prompt_of(CLOSED)
    aside = DismissedPrompt(
        uid=DismissedPromptUid(Uid("d")),
        subject=prompt.found.subject,
        label=prompt.found.label,
        rule=prompt.rule.name,
        fingerprint=prompt.identity.fingerprint,
        quote=prompt.fact_words,
        reason="Seen on the day.",
        at=datetime(2026, 11, 13, tzinfo=UTC),
    )
    assert aside.identity == prompt.identity


def test_sources_are_named_as_far_as_they_are_known():
    around = Surroundings(sources={JULY.batch: JULY.words})
    assert around.source(JULY.batch) == JULY.words
    assert around.source(JULY.batch, "4ACTION") == f"4ACTION, {JULY.words}"
    assert around.source(NOVEMBER.batch, "4ACTION") == "4ACTION"
    assert around.source(None) == "typed into the register"
    imported = Round(ImportBatchUid(Uid("b")), date(2026, 4, 27), is_dated=False)
    assert imported.words == "tracker imported on 27\u00a0April\u00a02026"


def test_a_register_without_a_date_is_called_the_register():
    assert case(as_at=None).register_source == "register"


def test_an_action_is_named_by_its_reference_or_by_its_first_words():
    assert action_name(story(reference=None, tracker_reference="4A-1").action) == "4A-1"
    short = story(reference=None, text="Train  everyone.").action
    assert action_name(short) == "“Train everyone.”"
    long = story(reference=None, text="Train " * 40).action
    assert action_name(long).endswith("Train…”")
    unbroken = story(reference=None, text="x" * 80).action
    assert action_name(unbroken) == f"“{'x' * 60}…”"


def test_a_finding_with_a_name_of_its_own_keeps_its_capitals():
    assert case(finding=replace(FINDING, number="AFI 2")).label == "PEEL 2025–27, AFI 2"
    assert case().label == "PEEL 2025–27, recommendation 4"
