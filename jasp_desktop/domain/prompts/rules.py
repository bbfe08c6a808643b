"""Every rule, in the order in which help and settings tell of them, and what applies them."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from jasp_desktop.domain.identity import FindingUid
from jasp_desktop.domain.prompts import closing, findings, responses, targets, updates
from jasp_desktop.domain.prompts.case import Case, MeetingCase
from jasp_desktop.domain.prompts.prompt import Found, Prompt, PromptIdentity, Rule, RuleName

FINDING_RULES: Mapping[RuleName, tuple[Rule, Callable[[Case], Iterator[Found]]]] = {
    rule.name: (rule, find)
    for rule, find in (
        (closing.CLOSED_WITHOUT_EVIDENCE, closing.closed_without_evidence),
        (closing.EVIDENCE_OLDER, closing.evidence_older),
        (closing.CLOSED_BY_OWNER, closing.closed_by_owner),
        (targets.MOVED_AFTER_DUE, targets.moved_after_due),
        (targets.MOVED_OFTEN, targets.moved_often),
        (targets.DEADLINE_EARLIER, targets.deadline_earlier),
        (updates.NO_UPDATE, updates.no_update),
        (updates.SAME_WORDS, updates.same_words),
        (updates.AWAITING_EVIDENCE, updates.awaiting_evidence),
        (updates.INTENTION_ONLY, updates.intention_only),
        (responses.NO_RESPONSE, responses.no_response),
        (responses.NO_EXPLANATION, responses.no_explanation),
        (responses.WORDS_ABSENT, responses.words_absent),
        (findings.NO_ACTION, findings.no_action),
        (findings.NO_POST, findings.no_named_post),
        (findings.REPEATS_EARLIER, findings.repeats_earlier),
        (closing.HMICFRS_OPEN, closing.hmicfrs_open),
        (findings.EXCLUDED, findings.excluded),
    )
}
"""The rules that look at one finding, by name."""

MEETING_RULES: Mapping[RuleName, tuple[Rule, Callable[[MeetingCase], Iterator[Found]]]] = {
    closing.CLOSED_BEFORE_PAPERS.name: (closing.CLOSED_BEFORE_PAPERS, closing.closed_before_papers)
}
"""The rules that look at one meeting, by name."""

RULES: tuple[Rule, ...] = (
    *(rule for rule, _ in FINDING_RULES.values()),
    *(rule for rule, _ in MEETING_RULES.values()),
)
USUAL_RULES: frozenset[RuleName] = frozenset(rule.name for rule in RULES if rule.is_on)
"""The rules that look unless somebody chose otherwise."""


def rules_after(choices: Mapping[str, bool]) -> frozenset[RuleName]:
    """Return the rules that look, when some were switched on or off by name."""
    return frozenset(rule.name for rule in RULES if choices.get(rule.name, rule.is_on))


def choices_of(rules: Collection[RuleName]) -> Mapping[str, bool]:
    """Return which rules differ from what is usual, so that a new rule looks as it usually does."""
    return {rule.name: not rule.is_on for rule in RULES if rule.is_on is not (rule.name in rules)}


def rule_named(name: str) -> Rule | None:
    """Return a rule; None for one of a later program."""
    return next((rule for rule in RULES if rule.name == name), None)


def prompts_of(case: Case, chosen: Collection[RuleName]) -> Iterator[Prompt]:
    """Yield what the chosen rules see in one finding."""
    of, report = (case.dossier.finding.uid,), case.dossier.report.name
    for name, (rule, find) in FINDING_RULES.items():
        if name in chosen:
            for found in find(case):
                yield Prompt(rule=rule, found=found, findings=of, report_name=report)


def prompts_of_meeting(case: MeetingCase, chosen: Collection[RuleName]) -> Iterator[Prompt]:
    """Yield what the chosen rules see in one meeting, with the findings it is about."""
    of = tuple(dict.fromkeys(uid for each in case.closings for uid in each.findings))
    for name, (rule, find) in MEETING_RULES.items():
        if name in chosen:
            for found in find(case):
                yield Prompt(rule=rule, found=found, findings=of)


def once_each(prompts: Iterable[Prompt]) -> tuple[Prompt, ...]:
    """Return each prompt once, with every finding that it stands with.

    An action of two findings is one fact, however often it is looked at.
    """
    found: dict[PromptIdentity, Prompt] = {}
    for prompt in prompts:
        known = found.get(prompt.identity)
        if known is None:
            found[prompt.identity] = prompt
        else:
            found[prompt.identity] = replace(known, findings=_joined(known, prompt))
    return tuple(found.values())


def _joined(one: Prompt, other: Prompt) -> tuple[FindingUid, ...]:
    return tuple(dict.fromkeys((*one.findings, *other.findings)))
