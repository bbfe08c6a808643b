"""Whatever an import did, and whatever came after it, undoing it gives back what was before."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.identity import ActionUid, ImportBatchUid, Uid, UpdateUid, made_uid
from jasp_desktop.domain.imports import Certificate
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.record_fields import RECORD_TYPES
from jasp_desktop.domain.records import Action, Finding, ImportBatch, Panel, Record, Update
from jasp_desktop.domain.vocabulary import BatchKind, FindingKind
from jasp_desktop.services.acting import carry_out
from jasp_desktop.services.certificates import CertificateService
from jasp_desktop.services.opening import Desk
from jasp_desktop.services.undoing import UndoService
from jasp_desktop.shipped import shipped
from jasp_desktop.store import register
from jasp_desktop.store.database import REGISTER, Database
from jasp_desktop.store.migrations import open_database
from tests.conftest import demo_now
from tests.sample_records import GeneratedRegister, registers
from tests.services.undo_reasons import why_not
from tests.store.conftest import emptied

_AT = datetime(2026, 11, 1, 9, tzinfo=UTC)
_PANEL = Panel(name="Trent Vale (invented)", force="Trent Vale Police (invented)")
_UIDS = [ActionUid(Uid(f"00000000-0000-7000-8000-00000000000{number}")) for number in range(5)]


@pytest.fixture
def register_file(tmp_path: Path) -> Iterator[Database]:
    database = open_database(tmp_path / "register.jasp", REGISTER, tmp_path / "backups", Silent())
    yield database
    database.close()


@contextmanager
def _emptied_at_the_end(database: Database) -> Iterator[UndoService]:
    try:
        yield UndoService(database, demo_now)
    finally:
        emptied(database, REGISTER)


def _whole(database: Database) -> tuple[Panel | None, list[Record]]:
    """Return everything on the register but the imports."""
    kinds = [kind for table, kind in RECORD_TYPES.items() if table != "import_batch"]
    with database.reading() as session:
        records = [each for kind in kinds for each in register.read_records(session, kind)]
        return register.read_panel(session), records


def _import(
    database: Database,
    *changes: Change[Record],
    panel: Change[Panel] | None = None,
    file: str = "October.xlsx",
    certificate: Certificate | None = None,
) -> ImportBatchUid:
    batch = ImportBatch(
        uid=ImportBatchUid(made_uid()),
        file=file,
        sha256="0" * 64,
        kind=BatchKind.TRACKER,
        at=_AT,
        certificate=certificate.to_text() if certificate else None,
    )
    all_changes = (*changes, Change[Record](None, batch))
    carry_out(database, Act(f"Import {file}", all_changes, panel, batch.uid), _AT)
    return batch.uid


def _by_hand(database: Database, *changes: Change[Record]) -> None:
    carry_out(database, Act("Change", changes), _AT)


def _undo(database: Database, batch: ImportBatchUid) -> None:
    carry_out(database, UndoService(database, demo_now).undoing(batch), _AT)


def _between(before: GeneratedRegister, after: GeneratedRegister) -> tuple[Change[Record], ...]:
    """Return what makes one register of another, its imports left alone."""
    old, new = (
        {each.uid: each for each in found.records if not isinstance(each, ImportBatch)}
        for found in (before, after)
    )
    kept = {each.uid: each for each in before.records if isinstance(each, ImportBatch)}
    new = {uid: _in_batches_of(each, kept) for uid, each in new.items()}
    return tuple(
        Change[Record](old.get(uid), new.get(uid))
        for uid in dict.fromkeys([*old, *new])
        if old.get(uid) != new.get(uid)
    )


def _in_batches_of(record: Record, batches: dict[str, ImportBatch]) -> Record:
    batch = getattr(record, "batch", None)
    if batch is None or batch in batches:
        return record
    return replace(record, batch=None)  # type: ignore[call-arg]


@settings(max_examples=25)
@given(before=registers(), after=registers())
def test_undo_of_any_import_gives_back_every_record(
    register_file: Database, before: GeneratedRegister, after: GeneratedRegister
):
    with _emptied_at_the_end(register_file) as undoing:
        first = tuple(Change[Record](None, record) for record in before.records)
        carry_out(register_file, Act("Fill", first, Change(None, before.panel)), _AT)
        was = _whole(register_file)
        panel = Change(before.panel, after.panel) if before.panel != after.panel else None
        batch = _import(register_file, *_between(before, after), panel=panel)
        imported = _whole(register_file)
        act = undoing.undoing(batch)
        carry_out(register_file, act, _AT)
        # A certificate that counts has a say in the date of the data.
        assert _whole(register_file) == was
        carry_out(register_file, act.inverse, _AT)
        assert _whole(register_file) == imported


_STEPS = st.lists(
    st.tuples(
        st.sampled_from(["import", "import", "import", "hand", "undo"]),
        st.integers(0, 4),
        st.sampled_from(["owner", "risk", "add", "remove", "update"]),
        st.text("ab", min_size=1, max_size=2),
    ),
    max_size=12,
)


@settings(max_examples=40)
@given(steps=_STEPS)
def test_imports_are_undone_in_any_order_whole_or_not_at_all(
    register_file: Database, steps: list[tuple[str, int, str, str]]
):
    """Undo, redo and undo imports between other acts, then all that can be undone."""
    with _emptied_at_the_end(register_file) as undoing:
        carry_out(register_file, Act("Begin", (), Change(None, _PANEL)), _AT)
        for deed, number, what, words in steps:
            if deed == "undo":
                _undo_and_redo_one(register_file, undoing, number)
                continue
            change = _step(register_file, _UIDS[number], what, words)
            if deed == "import":
                _import(register_file, *change)
            else:
                _by_hand(register_file, *change)
        for batch in [each.uid for each in CertificateService(register_file).batches()]:
            if not why_not(undoing, batch):
                _undo(register_file, batch)
        _check_nothing_hangs_in_the_air(register_file)


def _undo_and_redo_one(database: Database, undoing: UndoService, number: int) -> None:
    batches = CertificateService(database).batches()
    if not batches:
        return
    uid = batches[number % len(batches)].uid
    before = _whole(database)
    if why_not(undoing, uid):
        assert _whole(database) == before
        return
    act = undoing.undoing(uid)
    carry_out(database, act, _AT)
    after = _whole(database)
    carry_out(database, act.inverse, _AT)
    assert _whole(database) == before
    _undo(database, uid)
    assert _whole(database) == after


def _step(database: Database, uid: ActionUid, what: str, words: str) -> tuple[Change[Record], ...]:
    with database.reading() as session:
        action = register.fetch_one(session, Action, uid)
        updates = [each for each in register.read_records(session, Update) if each.action == uid]
    if action is None:
        return (Change[Record](None, Action(uid=uid, text=words)),) if what == "add" else ()
    if what == "update":
        said = Update(uid=UpdateUid(made_uid()), action=uid, text=words)
        return (Change[Record](None, said),)
    if what == "remove":
        return tuple(Change[Record](each, None) for each in (*updates, action))
    if what == "add" or getattr(action, what) == words:
        return ()
    return (Change[Record](action, replace(action, **{what: words})),)


def _check_nothing_hangs_in_the_air(database: Database) -> None:
    with database.reading() as session:
        connection = session.connection()
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall() == []


def test_first_import_of_an_empty_register_leaves_it_without_a_panel(register_file: Database):
    as_at = replace(_PANEL, as_at=date(2026, 10, 1))
    added = Change[Record](None, Action(uid=_UIDS[0], text="Train"))
    batch = _import(register_file, added, panel=Change(None, as_at))
    _undo(register_file, batch)
    assert _whole(register_file) == (None, [])


def test_panel_that_came_with_an_import_stays_while_anything_else_does(register_file: Database):
    as_at = replace(_PANEL, as_at=date(2026, 10, 1))
    added = Change[Record](None, Action(uid=_UIDS[0], text="Train"))
    batch = _import(register_file, added, panel=Change(None, as_at))
    other = Action(uid=_UIDS[1], text="Train more")
    _by_hand(register_file, Change(None, other))
    _undo(register_file, batch)
    assert _whole(register_file) == (_PANEL, [other])


def test_panel_that_was_named_since_keeps_its_name_and_loses_the_date(register_file: Database):
    as_at = replace(_PANEL, as_at=date(2026, 10, 1))
    batch = _import(register_file, panel=Change(None, as_at))
    named = replace(as_at, name="Another name (invented)")
    carry_out(register_file, Act("Name the panel", (), Change(as_at, named)), _AT)
    _undo(register_file, batch)
    assert _whole(register_file) == (replace(named, as_at=None), [])


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_date_of_the_data_goes_back_whichever_import_is_undone_first(
    register_file: Database, order: tuple[int, int]
):
    carry_out(register_file, Act("Begin", (), Change(None, _PANEL)), _AT)
    october, november = (replace(_PANEL, as_at=date(2026, month, 1)) for month in (10, 11))
    batches = [
        _import(register_file, panel=Change(_PANEL, october)),
        _import(register_file, panel=Change(october, november)),
    ]
    _undo(register_file, batches[order[0]])
    left = _whole(register_file)[0]
    assert left == (october if order[0] else november)
    _undo(register_file, batches[order[1]])
    assert _whole(register_file)[0] == _PANEL


def test_later_certificate_has_a_say_in_the_date_of_the_data(register_file: Database):
    carry_out(register_file, Act("Begin", (), Change(None, _PANEL)), _AT)
    november = replace(_PANEL, as_at=date(2026, 11, 1))
    first = _import(register_file, panel=Change(_PANEL, november))
    _import(register_file, certificate=Certificate(as_at=date(2026, 10, 1)))
    _undo(register_file, first)
    assert _whole(register_file)[0] == replace(_PANEL, as_at=date(2026, 10, 1))


def test_record_that_a_later_export_counts_is_the_reason_why_not(register_file: Database):
    added = [Change[Record](None, Action(uid=uid, text="Train")) for uid in _UIDS[:2]]
    first = _import(register_file, *added)
    rows = {str(number): uid for number, uid in enumerate(_UIDS)}
    later = _import(register_file, file="November.xlsx", certificate=Certificate(rows=rows))
    undoing = UndoService(register_file, demo_now)
    (reason,) = why_not(undoing, first)
    assert reason.startswith("“November.xlsx”, imported on")
    assert "has 2 records that this import added. Undo that import first." in reason
    _undo(register_file, later)
    _undo(register_file, first)
    assert _whole(register_file) == (None, [])


def test_field_that_a_counting_import_moved_and_another_moved_back_is_the_reason_why_not(
    register_file: Database,
):
    states = [
        Action(uid=_UIDS[0], text="Train", target=date(2026, month, 1)) for month in (1, 2, 3, 2)
    ]
    _by_hand(register_file, Change(None, states[0]))
    names = (f"{number}.xlsx" for number in count(1))
    batches = [
        _import(register_file, Change(before, after), file=next(names))
        for before, after in pairwise(states)
    ]
    undoing = UndoService(register_file, demo_now)
    (reason,) = why_not(undoing, batches[0])
    assert "“3.xlsx”" in reason
    for batch in reversed(batches):
        _undo(register_file, batch)
    assert _whole(register_file)[1] == [states[0]]


def test_record_that_a_kept_one_has_come_to_name_is_the_reason_why_not(demo_desk: Desk):
    with closing(Database(demo_desk.home.register)) as database:
        with database.reading() as session:
            other = next(register.read_records(session, Finding))
        finding = replace(
            other, uid=made_uid(), kind=FindingKind.OTHER, parent=None, repeats=None, text="New"
        )
        action = Action(uid=_UIDS[0], text="Train", findings=(other.uid,))
        _by_hand(database, Change(None, action))
        owned = replace(action, owner="Sgt A")
        batch = _import(database, Change(None, finding), Change(action, owned))
        _by_hand(database, Change(owned, replace(owned, findings=(other.uid, finding.uid))))
        (reason,) = why_not(demo_desk.undoing, batch)
        assert "“Train” names" in reason


def test_field_that_would_name_a_removed_record_again_is_the_reason_why_not(demo_desk: Desk):
    with closing(Database(demo_desk.home.register)) as database:
        with database.reading() as session:
            other = next(register.read_records(session, Finding))
        finding = replace(other, uid=made_uid(), parent=None, repeats=None, text="New")
        action = Action(uid=_UIDS[0], text="Train", findings=(finding.uid,))
        _by_hand(database, Change(None, finding), Change(None, action))
        batch = _import(database, Change(action, replace(action, findings=())))
        _by_hand(database, Change(finding, None))
        (reason,) = why_not(demo_desk.undoing, batch)
        assert reason.endswith("would name a finding that is no longer there.")


def test_register_that_brings_imports_of_its_own_is_not_undone_by_one_of_them(empty_desk: Desk):
    empty_desk.register.carry_out(empty_desk.register.named(_PANEL))
    samples = shipped("db") / "demo" / "register.json"
    empty_desk.imports.accept(empty_desk.imports.propose(samples, Silent()), Silent())
    assert empty_desk.certificates.batches()
    for batch in empty_desk.certificates.batches():
        (reason,) = why_not(empty_desk.undoing, batch.uid)
        assert "came with a whole register" in reason
