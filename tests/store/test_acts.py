"""What a person does, and takes back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.identity import NoteUid, Uid
from jasp_desktop.domain.notebook import Note, NotebookRecord
from jasp_desktop.domain.records import Finding, Panel, Person, Record, StatusEvent, Subject
from jasp_desktop.store import register, vault
from jasp_desktop.store.connections import StoreError
from jasp_desktop.store.database import VAULT, Database
from tests.sample_records import GeneratedRegister, notebooks, registers
from tests.store.conftest import emptied
from tests.whole_dumps import notebook_dump, register_dump


def _carry_out(database: Database, act: Act[Record]) -> None:
    with database.writing() as session:
        register.apply(session, act)


def _act_between(before: GeneratedRegister | None, after: GeneratedRegister | None) -> Act[Record]:
    """Return the act that makes one register of another."""
    old = {record.uid: record for record in before.records} if before else {}
    new = {record.uid: record for record in after.records} if after else {}
    changes = [
        Change[Record](old.get(uid), new.get(uid))
        for uid in dict.fromkeys([*old, *new])
        if old.get(uid) != new.get(uid)
    ]
    panel = Change[Panel](before.panel if before else None, after.panel if after else None)
    return Act("Become", tuple(changes), panel)


@settings(max_examples=8)
@given(st.lists(registers(), min_size=1, max_size=3))
def test_acts_taken_back_in_order_restore_every_state(
    register_file: Database, states: list[GeneratedRegister]
):
    acts, dumps = [], [register_dump(register_file)]
    for before, after in zip([None, *states], states, strict=False):
        acts.append(_act_between(before, after))
        _carry_out(register_file, acts[-1])
        dumps.append(register_dump(register_file))
    for act in reversed(acts):
        assert register_dump(register_file) == dumps.pop()
        _carry_out(register_file, act.inverse)
    assert register_dump(register_file) == dumps.pop()


def test_record_changed_meanwhile_is_refused(demo_register: Database):
    with demo_register.reading() as session:
        person = next(register.read_records(session, Person))
    renamed = replace(person, name="Renamed")
    _carry_out(demo_register, Act("Rename", (Change(person, renamed),)))
    before = register_dump(demo_register)
    for stale in (Change(person, replace(person, role="Chair")), Change(person, None)):
        with pytest.raises(StoreError, match="has been changed meanwhile"):
            _carry_out(demo_register, Act("Stale", (stale,)))
    with pytest.raises(StoreError, match="has been changed meanwhile"):
        _carry_out(demo_register, Act("Twice", (Change(None, person),)))
    assert register_dump(demo_register) == before


def test_panel_changed_meanwhile_is_refused(demo_register: Database):
    with demo_register.reading() as session:
        panel = register.read_panel(session)
    assert panel is not None
    stale = replace(panel, name="Another panel")
    with pytest.raises(StoreError, match="has been changed meanwhile"):
        _carry_out(demo_register, Act("Name", (), Change(stale, panel)))


def test_act_that_fails_half_way_changes_nothing(demo_register: Database):
    before = register_dump(demo_register)
    with demo_register.reading() as session:
        person = next(register.read_records(session, Person))
        finding = next(register.read_records(session, Finding))
    nowhere = Uid("00000000-0000-4000-8000-000000000000")
    act = Act(
        "Rename and lose",
        (
            Change[Record](person, replace(person, name="Renamed")),
            Change[Record](finding, replace(finding, parent=nowhere)),
        ),
    )
    with pytest.raises(StoreError, match="refers to a finding that is not there"):
        _carry_out(demo_register, act)
    assert register_dump(demo_register) == before


def test_subject_of_a_wrong_kind_is_refused_in_a_sentence(demo_register: Database):
    before = register_dump(demo_register)
    with demo_register.reading() as session:
        event = next(register.read_records(session, StatusEvent))
    wrong = replace(event, subject=Subject("phase", event.subject.uid))
    with pytest.raises(StoreError, match="A status event cannot be about a phase"):
        _carry_out(demo_register, Act("Misfile", (Change[Record](event, wrong),)))
    assert register_dump(demo_register) == before


def test_change_of_nothing_to_nothing_does_nothing(demo_register: Database, vault_file: Database):
    before = register_dump(demo_register)
    _carry_out(demo_register, Act("Nothing", (Change[Record](None, None),)))
    with vault_file.writing() as session:
        vault.apply(session, Act("Nothing", (Change[NotebookRecord](None, None),)))
    assert register_dump(demo_register) == before


def _write(database: Database, act: Act[NotebookRecord]) -> None:
    with database.writing() as session:
        vault.apply(session, act)


def _added(records: Sequence[NotebookRecord]) -> Act[NotebookRecord]:
    return Act("Add", tuple(Change[NotebookRecord](None, record) for record in records))


@given(notebooks(), st.data())
def test_notebook_acts_are_taken_back(
    vault_file: Database, records: list[NotebookRecord], data: st.DataObject
):
    acts = [_added(records)]
    if records:
        gone = data.draw(st.sampled_from(records))
        acts.append(Act("Remove", (Change[NotebookRecord](gone, None),)))
    for act in acts:
        _write(vault_file, act)
    for act in reversed(acts):
        _write(vault_file, act.inverse)
    left = notebook_dump(vault_file)
    emptied(vault_file, VAULT)
    assert left == []


_THEN = datetime(2026, 11, 13, 17, 30, tzinfo=UTC)
_NOTE = Note(
    uid=NoteUid(Uid("00000000-0000-7000-8000-000000000001")),
    subject=Subject("finding", Uid("00000000-0000-7000-8000-000000000002")),
    label="AFI 1",
    body="First words",
    created_at=_THEN,
    changed_at=_THEN,
)


def test_earlier_words_of_a_note_are_kept(vault_file: Database):
    _write(vault_file, _added([_NOTE]))
    later = replace(_NOTE, body="Second words", changed_at=_THEN + timedelta(minutes=5))
    change = Act("Change", (Change[NotebookRecord](_NOTE, later),))
    _write(vault_file, change)
    _write(vault_file, change.inverse)
    with vault_file.reading() as session:
        assert vault.versions_of(session, _NOTE.uid) == [
            (_NOTE.changed_at, "Second words"),
            (later.changed_at, "First words"),
        ]
        assert vault.fetch_one(session, Note, _NOTE.uid) == _NOTE


def test_putting_a_note_in_the_bin_makes_no_version(vault_file: Database):
    _write(vault_file, _added([_NOTE]))
    binned = replace(_NOTE, deleted_at=_THEN)
    _write(vault_file, Act("Delete", (Change[NotebookRecord](_NOTE, binned),)))
    with vault_file.reading() as session:
        assert vault.versions_of(session, _NOTE.uid) == []
        assert vault.notes_on(session, [_NOTE.subject.uid]) == []


def test_note_changed_meanwhile_is_refused(vault_file: Database):
    _write(vault_file, _added([_NOTE]))
    stale = replace(_NOTE, body="What another window thought")
    with pytest.raises(StoreError, match="was changed meanwhile"):
        _write(vault_file, Act("Change", (Change[NotebookRecord](stale, _NOTE),)))
    assert notebook_dump(vault_file) == [_NOTE]
