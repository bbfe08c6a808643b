"""Lines of enquiry on the sample register: every rule, and what setting aside does to them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.errors import Cancelled, InvalidInput
from jasp_desktop.domain.identity import FindingUid, ImportBatchUid, Uid
from jasp_desktop.domain.imports import Certificate
from jasp_desktop.domain.listings import FindingQuery
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.prompts.prompt import Prompt
from jasp_desktop.domain.prompts.rules import RULES
from jasp_desktop.domain.records import Action, ImportBatch, Record, Update
from jasp_desktop.domain.vocabulary import BatchKind
from jasp_desktop.services.opening import Desk
from jasp_desktop.services.prompt_sheet import prompts_sheet
from jasp_desktop.store import register
from tests.stopping import Stopping

EVERY_RULE = frozenset(rule.name for rule in RULES)

SAMPLES: Mapping[str, Sequence[str]] = {
    "closed_without_evidence": ("036/02.2", "038/07.2", "041/04.2", "022/02.1"),
    "evidence_older_than_finding": ("019/A2.1",),
    "closed_by_owner_alone": ("036/02.2", "038/05.2"),
    "target_moved_after_due": ("041/03.1", "038/03.1"),
    "target_moved_three_times": ("036/A1.1", "038/03.1"),
    "deadline_before_target": ("041/03.1", "030/01.1"),
    "no_update_for_two_rounds": ("036/A1.2",),
    "same_words_in_two_rounds": ("036/02.1",),
    "awaiting_evidence_for_two_rounds": ("041/06.1",),
    "intention_without_measure": ("036/02.1",),
    "no_response": ("Crime recording, recommendation 2", "PEEL 2025–27, AFI 8"),
    "section_55_explanation_missing": ("Stalking and harassment, recommendation 7",),
    "central_words_absent": ("Vetting and counter-corruption, AFI 1",),
    "finding_without_action": ("Crime recording, AFI 2",),
    "no_named_post": ("038/03.3",),
    "repeats_earlier_finding": ("PEEL revisit letter, July 2026, key finding 1",),
    "hmicfrs_open_force_closed": ("Stalking and harassment, cause of concern 1",),
    "excluded_and_no_local_position": ("Child sexual abuse in the family (2020), strategies (e)",),
    "several_closed_before_papers": ("Meeting of 4 March 2026",),
}
"""Where in the sample data each rule must fire, at least."""


@pytest.fixture
def desk(demo_desk: Desk) -> Desk:
    demo_desk.prompting.rules = EVERY_RULE
    return demo_desk


def _found(desk: Desk) -> dict[str, list[Prompt]]:
    by_rule: defaultdict[str, list[Prompt]] = defaultdict(list)
    for prompt in desk.prompting.everything(Silent()):
        by_rule[prompt.rule.name].append(prompt)
    return by_rule


def _labels(prompts: Sequence[Prompt]) -> set[str]:
    return {prompt.found.label.replace("\u00a0", " ") for prompt in prompts}


def test_every_rule_has_a_case_in_the_sample_data(desk: Desk):
    found = _found(desk)
    assert found.keys() == SAMPLES.keys() == EVERY_RULE
    for rule, labels in SAMPLES.items():
        assert set(labels) <= _labels(found[rule]), rule


def test_no_prompt_fires_twice_however_many_findings_it_stands_with(desk: Desk):
    prompts = desk.prompting.everything(Silent())
    assert len({prompt.identity for prompt in prompts}) == len(prompts)
    assert any(len(prompt.findings) > 1 for prompt in prompts)


def test_the_rule_that_is_off_does_not_look(demo_desk: Desk):
    assert "central_words_absent" not in _found(demo_desk)


def _every_finding(desk: Desk) -> list[FindingUid]:
    ids = desk.register.finding_ids(FindingQuery())
    return [line.uid for line in desk.register.finding_lines(ids)]


def test_a_dossier_shows_what_the_page_of_all_of_them_shows(desk: Desk):
    whole = desk.prompting.everything(Silent())
    for uid in _every_finding(desk):
        here = {prompt.identity for prompt in desk.prompting.prompts_on(uid)}
        assert here == {prompt.identity for prompt in whole if uid in prompt.findings}


def test_a_finding_that_is_gone_has_no_prompts(desk: Desk):
    assert desk.prompting.prompts_on(FindingUid(Uid("gone"))) == ()


def test_a_meeting_shows_its_own_and_those_of_what_its_agenda_takes(desk: Desk):
    meetings = {line.meeting.held_on: line.meeting for line in desk.register.meetings()}
    march = desk.prompting.on_meeting(meetings[date(2026, 3, 4)])
    assert "several_closed_before_papers" in {prompt.rule.name for prompt in march}
    december = desk.prompting.on_meeting(meetings[date(2026, 12, 1)])
    assert december
    agenda = desk.register.agenda(meetings[date(2026, 12, 1)].uid)
    named = {uid for item in agenda for uid in item.findings}
    reports = {uid for item in agenda for uid in item.reports}
    on = {uid for prompt in december for uid in prompt.findings}
    assert named & on
    findings = {each.uid: each.report for each in desk.register.findings(sorted(on))}
    assert all(uid in named or findings[uid] in reports for uid in on)


def _one(desk: Desk, rule: str, label: str) -> Prompt:
    return next(p for p in _found(desk)[rule] if p.found.label == label)


def test_what_is_set_aside_is_gone_everywhere_and_listed_with_its_reason(desk: Desk):
    prompt = _one(desk, "no_named_post", "038/03.3")
    desk.notebook.carry_out(desk.notebook.set_aside(prompt, "  A new post begins on Monday. "))
    assert prompt.identity not in {p.identity for p in desk.prompting.all_prompts(Silent())}
    for uid in prompt.findings:
        assert prompt.identity not in {p.identity for p in desk.prompting.prompts_on(uid)}
    (aside,) = desk.prompting.dismissed()
    assert (aside.label, aside.reason) == ("038/03.3", "A new post begins on Monday.")
    assert aside.quote == prompt.fact_words
    assert prompt.identity in {p.identity for p in desk.prompting.everything(Silent())}


def test_setting_aside_is_undone_and_brought_back(desk: Desk):
    prompt = _one(desk, "no_named_post", "038/03.3")
    act = desk.notebook.set_aside(prompt, "Known.")
    desk.notebook.carry_out(act)
    desk.notebook.carry_out(act.inverse)
    assert desk.prompting.still_open([prompt]) == (prompt,)
    desk.notebook.carry_out(act)
    (aside,) = desk.prompting.dismissed()
    desk.notebook.carry_out(desk.notebook.brought_back(aside))
    assert desk.prompting.still_open([prompt]) == (prompt,)


@pytest.mark.parametrize("reason", ["", "  ", "x" * 20_001])
def test_a_reason_is_asked_for(desk: Desk, reason: str):
    with pytest.raises(InvalidInput):
        desk.notebook.set_aside(_one(desk, "no_named_post", "038/03.3"), reason)


def _action(desk: Desk, reference: str) -> Action:
    with desk._databases[0].reading() as session:
        return next(
            each for each in register.read_records(session, Action) if each.reference == reference
        )


def _change(desk: Desk, before: Record | None, after: Record | None) -> None:
    desk.register.carry_out(Act("Change", (Change[Record](before, after),)))


def test_a_prompt_stands_again_when_its_facts_change_and_not_before(desk: Desk):
    prompt = _one(desk, "no_named_post", "038/03.3")
    desk.notebook.carry_out(desk.notebook.set_aside(prompt, "A new post begins on Monday."))
    action = _action(desk, "038/03.3")
    _change(desk, action, replace(action, risk="High"))
    here = desk.prompting.prompts_on(prompt.findings[0])
    assert "no_named_post" not in {p.rule.name for p in here}
    changed = replace(action, risk="High", owner="To be confirmed")
    _change(desk, replace(action, risk="High"), changed)
    here = desk.prompting.prompts_on(prompt.findings[0])
    assert "no_named_post" in {p.rule.name for p in here}


def _next_round() -> ImportBatch:
    return ImportBatch(
        uid=ImportBatchUid(Uid("01a1c000-0000-7000-8000-000000000001")),
        file="4ACTION export 2027-01-15.xlsx (invented)",
        sha256="0" * 64,
        kind=BatchKind.TRACKER,
        at=datetime(2027, 1, 18, 9, tzinfo=UTC),
        certificate=Certificate(as_at=date(2027, 1, 15)).to_text(),
    )


def test_an_import_that_was_undone_is_no_round(desk: Desk):
    batch = _next_round()
    _change(desk, None, batch)
    silent = _labels(_found(desk)["no_update_for_two_rounds"])
    assert {"036/A1.2", "036/A2.1"} <= silent
    _change(desk, batch, replace(batch, undone_at=datetime(2027, 1, 19, tzinfo=UTC)))
    assert _labels(_found(desk)["no_update_for_two_rounds"]) == {"036/A1.2"}


def test_an_update_of_the_new_round_answers_the_silence(desk: Desk):
    batch, action = _next_round(), _action(desk, "036/A1.2")
    _change(desk, None, batch)
    word = Update(uid="01a1c000-0000-7000-8000-000000000002", action=action.uid, text="Ordered.")
    _change(desk, None, replace(word, batch=batch.uid))
    assert "036/A1.2" not in _labels(_found(desk)["no_update_for_two_rounds"])


def test_looking_can_be_stopped(desk: Desk):
    with pytest.raises(Cancelled):
        desk.prompting.all_prompts(Stopping())


def test_an_empty_register_has_no_lines_of_enquiry(empty_desk: Desk):
    assert empty_desk.prompting.all_prompts(Silent()) == ()


def test_a_question_keeps_the_prompt_that_it_began_with(desk: Desk):
    prompt = _one(desk, "no_named_post", "038/03.3")
    act = desk.notebook.new_question(
        prompt.found.subject,
        prompt.found.label,
        prompt.found.line,
        prompt.rule.kind,
        from_prompt=prompt.identity,
    )
    desk.notebook.carry_out(act)
    draft = next(each for each in desk.notebook.drafts() if each.from_prompt)
    assert draft.from_prompt == prompt.identity.key
    assert (draft.text, draft.kind) == (prompt.found.line, prompt.rule.kind)


def test_every_line_of_the_sheet_says_that_it_is_no_proof(desk: Desk):
    prompts = desk.prompting.all_prompts(Silent())
    sheet = prompts_sheet(prompts)
    lines = list(sheet.lines)
    assert len(lines) == len(prompts)
    assert {line[-1] for line in lines} == {"Not proof of anything"}
    assert all(len(line) == len(sheet.columns) for line in lines)


def test_findings_are_named_in_the_order_asked_for(desk: Desk):
    uids = _every_finding(desk)[:3]
    names = desk.prompting.names_of(uids)
    assert list(names) == uids
    assert all(", " in name for name in names.values())
