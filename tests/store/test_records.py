"""Every table, field by field, into a file and out again."""

from hypothesis import given

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.notebook import NotebookRecord
from jasp_desktop.domain.record_fields import RECORD_TYPES, table_of
from jasp_desktop.domain.records import Panel, Record
from jasp_desktop.services.opening import Desk
from jasp_desktop.store import register, vault
from jasp_desktop.store.database import REGISTER, VAULT, Database
from tests.sample_records import GeneratedRegister, notebooks, registers
from tests.store.conftest import emptied, holding
from tests.whole_dumps import notebook_dump, register_dump


def _read(database: Database) -> GeneratedRegister:
    with database.reading() as session:
        panel = register.read_panel(session)
        assert panel is not None
        tables = {
            table: list(register.read_records(session, kind))
            for table, kind in RECORD_TYPES.items()
        }
    return GeneratedRegister(panel, tables)


@given(registers())
def test_records_added_one_by_one_come_back_as_they_were(
    register_file: Database, found: GeneratedRegister
):
    changes = tuple(Change[Record](None, record) for record in found.records)
    act = Act("Add", changes, Change[Panel](None, found.panel))
    with register_file.writing() as session:
        register.apply(session, act)
    assert _read(register_file) == found
    emptied(register_file, REGISTER)


@given(registers())
def test_records_added_at_once_come_back_as_they_were(
    register_file: Database, found: GeneratedRegister
):
    with holding(register_file, found):
        assert _read(register_file) == found
        with register_file.reading() as session:
            assert not register.is_empty(session)
            for record in found.records:
                assert register.fetch_one(session, type(record), record.uid) == record


@given(notebooks())
def test_notebook_comes_back_as_it_was(vault_file: Database, found: list[NotebookRecord]):
    act = Act("Add", tuple(Change[NotebookRecord](None, record) for record in found))
    with vault_file.writing() as session:
        vault.apply(session, act)
    kept = notebook_dump(vault_file)
    assert sorted(kept, key=lambda each: each.uid) == sorted(found, key=lambda each: each.uid)
    emptied(vault_file, VAULT)


def test_records_are_fetched_in_the_order_asked_for(demo_register: Database):
    with demo_register.reading() as session:
        for kind in RECORD_TYPES.values():
            there = list(register.read_records(session, kind))
            asked = [record.uid for record in reversed(there)]
            found = register.fetch(session, kind, ["not there", *asked])
            assert [record.uid for record in found] == asked
            assert register.uids_of(session, table_of(kind)) == set(asked)


def test_more_records_than_one_query_takes_are_all_found(demo_register: Database):
    with demo_register.reading() as session:
        asked = [f"nobody {number}" for number in range(300_000)]
        there = [record.uid for record in register.read_records(session, RECORD_TYPES["person"])]
        assert len(register.fetch(session, RECORD_TYPES["person"], [*asked, *there])) == len(there)


def test_new_register_is_empty(empty_desk: Desk):
    assert empty_desk.register.is_empty()
    with Database(empty_desk.home.register).reading() as session:
        assert register.read_panel(session) is None
    assert "[]" in register_dump(Database(empty_desk.home.register))
