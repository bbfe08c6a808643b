"""The chain of one finding: nothing missing, nothing twice, every derived fact right."""

from collections.abc import Iterable
from datetime import date

from hypothesis import given
from sqlalchemy import event

from jasp_desktop.domain.dossier import Dossier
from jasp_desktop.domain.listings import FindingQuery
from jasp_desktop.domain.records import (
    Action,
    Evidence,
    Finding,
    Person,
    Question,
    Report,
    ResponseItem,
    StatusEvent,
    TargetChange,
    Update,
)
from jasp_desktop.services.opening import Desk
from jasp_desktop.store.database import Database
from jasp_desktop.store.dossiers import fetch_dossiers
from tests.sample_records import GeneratedRegister, registers
from tests.store.conftest import holding
from tests.store.plain_rules import PlainRegister, questions_on


def _dossiers(database: Database, plain: PlainRegister) -> list[Dossier]:
    uids = [finding.uid for finding in plain.all(Finding)]
    with database.reading() as session:
        return fetch_dossiers(session, uids, plain.as_at)


def _uids(records: Iterable[object]) -> list[str]:
    return sorted(record.uid for record in records)  # type: ignore[attr-defined]


def _check_chain(plain: PlainRegister, dossier: Dossier) -> None:
    finding = dossier.finding
    findings = plain.all(Finding)
    assert dossier.report in plain.all(Report)
    assert dossier.report.uid == finding.report
    assert (dossier.parent and dossier.parent.uid) == finding.parent
    assert _uids(dossier.sub_findings) == _uids(f for f in findings if f.parent == finding.uid)
    assert (dossier.repeats and dossier.repeats.finding.uid) == finding.repeats
    assert _uids(place.finding for place in dossier.repeated_by) == _uids(
        f for f in findings if f.repeats == finding.uid
    )
    assert _uids(dossier.events) == _uids(
        e for e in plain.all(StatusEvent) if e.subject.uid == finding.uid
    )
    assert {answer.item.uid for answer in dossier.answers} == {
        item.uid for item in plain.all(ResponseItem) if finding.uid in item.findings
    }
    assert all(answer.response.uid == answer.item.response for answer in dossier.answers)
    actions = [action for action in plain.all(Action) if finding.uid in action.findings]
    assert {story.action.uid for story in dossier.actions} == set(_uids(actions))
    about = {finding.uid, *_uids(actions)}
    asked = [each.question for each in dossier.questions]
    assert _uids(asked) == _uids(questions_on(plain, about))
    names = {person.uid: person.name for person in plain.all(Person)}
    for each in dossier.questions:
        uid = each.question.uid
        asking = [each.question, *(q for q in plain.all(Question) if q.merged_into == uid)]
        members = [names[q.member] for q in asking if q.member in names]
        assert each.member == (", ".join(dict.fromkeys(members)) or None)
        assert each.answered_by == names.get(each.question.answered_by or "")


def _check_stories(plain: PlainRegister, dossier: Dossier) -> None:
    for story in dossier.actions:
        uid = story.action.uid
        assert _uids(story.events) == _uids(
            e for e in plain.all(StatusEvent) if e.subject.uid == uid
        )
        assert _uids(story.updates) == _uids(u for u in plain.all(Update) if u.action == uid)
        assert _uids(story.evidence) == _uids(e for e in plain.all(Evidence) if e.action == uid)
        moves = [c for c in plain.all(TargetChange) if c.action == uid]
        told = {(promise.made_on, promise.due) for promise in story.line.promises}
        assert {(move.changed_on, move.to) for move in moves} <= told
        if story.line.promises:
            assert story.line.current == story.action.target
        assert story.is_open == story.line.is_open == plain.is_open(story.action)
        times = [update.as_at or date.min for update in story.updates]
        assert times == sorted(times, reverse=True)


@given(registers())
def test_generated_chains_hold_everything_once(register_file: Database, found: GeneratedRegister):
    with holding(register_file, found):
        plain = PlainRegister.of(register_file)
        for dossier in _dossiers(register_file, plain):
            _check_chain(plain, dossier)
            _check_stories(plain, dossier)


def test_sample_chains_hold_everything_once(demo_register: Database):
    plain = PlainRegister.of(demo_register)
    dossiers = _dossiers(demo_register, plain)
    assert [d.finding.uid for d in dossiers] == [f.uid for f in plain.all(Finding)]
    for dossier in dossiers:
        _check_chain(plain, dossier)
        _check_stories(plain, dossier)


def test_sample_promises_agree_with_the_targets_they_end_at(demo_register: Database):
    plain = PlainRegister.of(demo_register)
    for dossier in _dossiers(demo_register, plain):
        for story in dossier.actions:
            assert story.line.current == story.action.target
            assert story.line.original == (story.action.original_target or story.action.target)
            late = plain.is_overdue(story.action)
            assert (story.line.overdue_days > 0) == late
            if late:
                assert plain.as_at is not None
                assert story.action.target is not None
                assert story.line.overdue_days == (plain.as_at - story.action.target).days


def _story(desk: Desk, reference: str):
    for line in desk.register.finding_lines(desk.register.finding_ids(FindingQuery())):
        dossier = desk.register.dossier(line.uid)
        assert dossier is not None
        for story in dossier.actions:
            if story.action.reference == reference:
                return story
    raise AssertionError(reference)


def test_due_on_the_day_of_the_data_is_not_overdue(demo_desk: Desk):
    story = _story(demo_desk, "038/06.1")
    assert story.line.current == story.line.as_at
    assert story.line.overdue_days == 0
    assert story.is_open


def test_target_that_moved_keeps_every_date(demo_desk: Desk):
    line = _story(demo_desk, "041/03.1").line
    assert line.original is not None
    assert line.current is not None
    assert len(line.promises) == len(line.moves) + 1
    assert line.slip_days == (line.current - line.original).days > 0
    assert line.overdue_days == 13
    for before, after in zip(line.promises, line.promises[1:], strict=False):
        assert after.moved_from == before.due


def test_closed_action_is_never_overdue(demo_register: Database):
    plain = PlainRegister.of(demo_register)
    closed = [
        story
        for dossier in _dossiers(demo_register, plain)
        for story in dossier.actions
        if not story.is_open
    ]
    assert closed
    for story in closed:
        assert story.line.overdue_days == 0
        assert story.status_event is not None
        assert story.line.closed_on == story.status_event.date


def test_finding_that_is_not_there_has_no_dossier(demo_desk: Desk):
    assert demo_desk.register.dossier("00000000-0000-4000-8000-000000000000") is None


def test_number_of_queries_does_not_grow_with_the_findings(demo_register: Database):
    plain = PlainRegister.of(demo_register)
    seen: list[str] = []

    @event.listens_for(demo_register._reader, "before_cursor_execute")
    def note(_connection, _cursor, statement, *_):
        seen.append(statement)

    assert len(_dossiers(demo_register, plain)) == 63
    assert len(seen) < 70


def test_without_a_date_of_the_data_nothing_is_overdue(demo_register: Database):
    uids = [finding.uid for finding in PlainRegister.of(demo_register).all(Finding)]
    with demo_register.reading() as session:
        dossiers = fetch_dossiers(session, uids, None)
    assert {dossier.overdue_days for dossier in dossiers} == {0}
    assert {dossier.clock for dossier in dossiers} == {None}
