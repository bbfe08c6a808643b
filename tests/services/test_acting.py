"""What is done to the register is written down with it, in the same transaction."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.errors import Cancelled
from jasp_desktop.domain.identity import ActionUid, ImportBatchUid, Uid, made_uid
from jasp_desktop.domain.journal import PANEL, Deed
from jasp_desktop.domain.records import Action, ImportBatch, Panel, Record
from jasp_desktop.domain.vocabulary import BatchKind
from jasp_desktop.exchange.record_json import record_to_json
from jasp_desktop.services.opening import Desk
from jasp_desktop.store import journal
from jasp_desktop.store.connections import StoreError
from jasp_desktop.store.database import Database
from jasp_desktop.store.register_tables import JournalEntryRow, JournalLineRow
from tests.stopping import Stopping
from tests.whole_dumps import register_dump

_AT = datetime(2026, 11, 1, 9, tzinfo=UTC)
_PANEL = Panel(name="Trent Vale (invented)", force="Trent Vale Police (invented)")


def _action(**fields: object) -> Action:
    return replace(Action(uid=ActionUid(made_uid()), text="Train"), **fields)  # type: ignore[arg-type]


def _added(*records: Record) -> Act[Record]:
    return Act("Add", tuple(Change[Record](None, each) for each in records))


def _written(desk: Desk) -> tuple[int, int]:
    """Return how many entries and lines the journal has."""
    database = Database(desk.home.register)
    with database.reading() as session:
        counts = [
            session.scalar(select(func.count()).select_from(table)) or 0
            for table in (JournalEntryRow, JournalLineRow)
        ]
    database.close()
    return counts[0], counts[1]


def _dump(desk: Desk) -> str:
    database = Database(desk.home.register)
    found = register_dump(database)
    database.close()
    return found


def test_sample_register_came_as_one_entry_without_a_line(demo_desk: Desk):
    assert _written(demo_desk) == (1, 0)


def test_each_line_holds_what_was_there_before(demo_desk: Desk):
    action = _action(owner="Sgt A")
    demo_desk.register.carry_out(_added(action))
    after = replace(action, owner=None, text="Train sergeants")
    demo_desk.register.carry_out(Act("Change", (Change[Record](action, after),)))
    demo_desk.register.carry_out(Act("Remove", (Change[Record](after, None),)))
    traces = demo_desk.register.origin("action", action.uid).traces
    assert [(each.entry.words, each.line.deed) for each in traces] == [
        ("Remove", Deed.REMOVED),
        ("Change", Deed.CHANGED),
        ("Add", Deed.ADDED),
    ]
    assert [each.line.before for each in traces] == [
        record_to_json(after),
        {"owner": "Sgt A", "text": "Train"},
        {},
    ]


def test_change_of_the_panel_is_written_down_too(demo_desk: Desk):
    panel = demo_desk.register.panel()
    assert panel is not None
    named = replace(panel, name="Another (invented)")
    demo_desk.register.carry_out(Act("Name the panel", (), Change(panel, named)))
    (trace,) = demo_desk.register.origin(PANEL, Uid("")).traces
    assert trace.line.before == {"name": panel.name}


def test_act_that_fails_is_not_written_down(demo_desk: Desk):
    before = _written(demo_desk)
    action = _action()
    with pytest.raises(StoreError, match="has been changed meanwhile"):
        demo_desk.register.carry_out(Act("Change", (Change[Record](action, action),)))
    assert _written(demo_desk) == before


@pytest.mark.parametrize("after", range(6))
def test_act_that_is_stopped_leaves_the_register_and_the_journal_as_they_were(
    demo_desk: Desk, after: int
):
    actions = [_action() for _ in range(2_500)]
    before = _dump(demo_desk), _written(demo_desk)
    with pytest.raises(Cancelled):
        demo_desk.register.carry_out(_added(*actions), Stopping(after))
    assert (_dump(demo_desk), _written(demo_desk)) == before


def test_import_is_found_by_its_batch_though_it_was_taken_back_and_done_again(demo_desk: Desk):
    batch = ImportBatch(
        uid=ImportBatchUid(made_uid()),
        file="October.xlsx",
        sha256="0" * 64,
        kind=BatchKind.TRACKER,
        at=_AT,
    )
    action = _action()
    act = replace(_added(action, batch), batch=batch.uid)
    for each in (act, act.inverse, act):
        demo_desk.register.carry_out(each)
    database = Database(demo_desk.home.register)
    with database.reading() as session:
        entry = journal.latest_of_batch(session, batch.uid)
        assert entry is not None
        assert (entry.number, entry.file) == (4, "October.xlsx")
        assert [line.deed for line in journal.lines_of(session, entry)] == [Deed.ADDED, Deed.ADDED]
    database.close()


def test_whole_new_register_needs_no_look_at_what_is_there(empty_desk: Desk):
    added = Act[Record]("Begin", _added(_action()).changes, Change(None, _PANEL))
    empty_desk.register.carry_out(added)
    assert _written(empty_desk) == (1, 2)
    assert empty_desk.register.panel() == _PANEL
