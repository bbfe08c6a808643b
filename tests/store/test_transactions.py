"""What reading and writing promise to one another."""

import threading

import pytest
from sqlalchemy import event, func, insert, select

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.identity import FindingUid, ReportUid, Uid
from jasp_desktop.domain.records import Finding, Person, Report
from jasp_desktop.domain.vocabulary import FindingKind, PersonKind
from jasp_desktop.store import register
from jasp_desktop.store.connections import StoreError
from jasp_desktop.store.database import Database
from jasp_desktop.store.register_tables import FindingRow, PersonRow

_FINDINGS = select(func.count()).select_from(FindingRow)


def _person(number: int) -> Person:
    uid = f"00000000-0000-7000-8000-{number:012}"
    return Person(uid=Uid(uid), name=f"Member {number}", kind=PersonKind.MEMBER)


def _add(database: Database, *people: Person) -> None:
    with database.writing() as session:
        register.apply(session, Act("Add", tuple(Change(None, person) for person in people)))


def _count(database: Database) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(PersonRow)) or 0


def _add_and_fail(database: Database) -> None:
    with database.writing() as session:
        register.apply(session, Act("Add", (Change(None, _person(2)),)))
        raise RuntimeError


def test_exception_undoes_the_whole_block(register_file: Database):
    _add(register_file, _person(1))
    with pytest.raises(RuntimeError):
        _add_and_fail(register_file)
    assert _count(register_file) == 1


def test_reader_sees_one_state_while_another_writes(register_file: Database):
    _add(register_file, _person(1))
    with register_file.reading() as session:
        before = session.scalar(select(func.count()).select_from(PersonRow))
        _add(register_file, _person(2))
        after = session.scalar(select(func.count()).select_from(PersonRow))
    assert (before, after) == (1, 1)
    assert _count(register_file) == 2


def test_uncommitted_work_is_not_seen(register_file: Database):
    with register_file.writing() as session:
        register.apply(session, Act("Add", (Change(None, _person(1)),)))
        assert _count(register_file) == 0
    assert _count(register_file) == 1


def test_second_writer_waits_for_the_first(register_file: Database):
    begun = threading.Event()
    other = Database(register_file.path)

    @event.listens_for(other._reader, "checkout")
    def tell(*_):
        begun.set()

    def second() -> None:
        _add(other, _person(2))

    thread = threading.Thread(target=second)
    with register_file.writing() as session:
        session.connection()
        thread.start()
        assert begun.wait(5)
        register.apply(session, Act("Add", (Change(None, _person(1)),)))
    thread.join(10)
    other.close()
    assert _count(register_file) == 2


def test_writer_that_waited_too_long_gets_a_sentence(register_file: Database):
    other = Database(register_file.path)

    @event.listens_for(other._reader, "checkout")
    def be_impatient(connection, *_):
        connection.execute("PRAGMA busy_timeout = 20")

    with register_file.writing() as session:
        session.connection()
        with pytest.raises(StoreError, match="is being used by another program"):
            _add(other, _person(1))
    other.close()
    assert _count(register_file) == 0


def _add_finding_of_nothing(database: Database) -> None:
    values = {"id": 1, "uid": "f", "report_id": 77, "kind": "other", "text": ""}
    with database.writing() as session:
        session.execute(insert(FindingRow).values(deadline_kind="none", position=1, **values))
        assert session.scalar(_FINDINGS) == 1


def test_references_are_checked_when_the_block_ends(register_file: Database):
    with pytest.raises(StoreError, match="refers"):
        _add_finding_of_nothing(register_file)
    with register_file.reading() as session:
        assert session.scalar(_FINDINGS) == 0


def test_record_that_is_still_needed_cannot_go(register_file: Database):
    report = Report(uid=ReportUid(Uid("00000000-0000-7000-8000-000000000001")), title="Custody")
    finding = Finding(
        uid=FindingUid(Uid("00000000-0000-7000-8000-000000000002")),
        report=report.uid,
        kind=FindingKind.OTHER,
        text="Kept",
    )
    with register_file.writing() as session:
        register.apply(session, Act("Add", (Change(None, report), Change(None, finding))))
    with (
        pytest.raises(StoreError, match="still refers"),
        register_file.writing() as session,
    ):
        register.apply(session, Act("Remove", (Change(report, None),)))
    with register_file.reading() as session:
        assert register.fetch_one(session, Report, report.uid) == report
