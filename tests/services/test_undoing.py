"""An import is taken back exactly, later too; where something rests on it, the reason is said."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.errors import Cancelled, UserError
from jasp_desktop.domain.identity import ActionUid, ImportBatchUid, made_uid
from jasp_desktop.domain.journal import Deed
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.records import Action, Evidence, ImportBatch, Json, Panel, Record
from jasp_desktop.domain.vocabulary import BatchKind, EvidenceKind
from jasp_desktop.services.home_folder import HomeFolder
from jasp_desktop.services.opening import Desk, open_desk
from jasp_desktop.store.database import Database
from tests.conftest import demo_now
from tests.services.undo_reasons import why_not
from tests.stopping import Stopping
from tests.whole_dumps import register_dump

_AT = datetime(2026, 11, 1, 9, tzinfo=UTC)
_NUMBERS = st.integers(0, 3)


def _batch(file: str) -> ImportBatch:
    return ImportBatch(
        uid=ImportBatchUid(made_uid()), file=file, sha256="0" * 64, kind=BatchKind.TRACKER, at=_AT
    )


def _imports(desk: Desk, file: str, *changes: Change[Record], panel: Change[Panel] | None = None):
    """Carry an import out; return its batch."""
    batch = _batch(file)
    recorded = Change[Record](None, batch)
    desk.register.carry_out(Act(f"Import {file}", (*changes, recorded), panel, batch.uid))
    return batch.uid


def _by_hand(desk: Desk, *changes: Change[Record]) -> None:
    desk.register.carry_out(Act("Change", changes))


def _records_but_batches(desk: Desk) -> dict[str, Json]:
    found: dict[str, Json] = json.loads(register_dump(Database(desk.home.register)))
    return found | {"import_batch": []}


def _action(desk: Desk, reference: str = "041/03.1") -> Action:
    found = desk.editing.ids("action", reference)
    record = desk.editing.record("action", desk.editing.lines("action", found)[0].uid)
    assert isinstance(record, Action)
    return record


def _new_action() -> Action:
    return Action(uid=ActionUid(made_uid()), tracker_reference="4A-9", text="Train sergeants")


def _undo(desk: Desk, batch: ImportBatchUid) -> None:
    desk.register.carry_out(desk.undoing.undoing(batch))


def test_undone_import_leaves_the_register_as_it_was_and_says_so_in_its_batch(demo_desk: Desk):
    before = _records_but_batches(demo_desk)
    action, panel = _action(demo_desk), demo_desk.register.panel()
    assert panel is not None
    later = Change(panel, replace(panel, as_at=date(2027, 1, 5)))
    batch = _imports(
        demo_desk,
        "October.xlsx",
        Change(action, replace(action, owner="D/Ch Insp Safeguarding", findings=())),
        Change(None, _new_action()),
        panel=later,
    )
    assert _records_but_batches(demo_desk) != before
    assert why_not(demo_desk.undoing, batch) == ()
    _undo(demo_desk, batch)
    assert _records_but_batches(demo_desk) == before
    assert demo_desk.register.panel() == panel
    (newest, *_) = [each for each in demo_desk.certificates.batches() if each.uid == batch]
    assert newest.undone_at == demo_now()


def test_undoing_is_an_act_that_can_be_taken_back_and_done_again(demo_desk: Desk):
    action = _action(demo_desk)
    batch = _imports(demo_desk, "October.xlsx", Change(action, replace(action, owner="Sgt A")))
    imported = register_dump(Database(demo_desk.home.register))
    undoing = demo_desk.undoing.undoing(batch)
    demo_desk.register.carry_out(undoing)
    demo_desk.register.carry_out(undoing.inverse)
    assert register_dump(Database(demo_desk.home.register)) == imported
    _undo(demo_desk, batch)
    assert _action(demo_desk) == action


def test_planning_an_undo_can_be_stopped_at_every_report(demo_desk: Desk):
    action = _action(demo_desk)
    batch = _imports(demo_desk, "October.xlsx", Change(action, replace(action, owner="Sgt A")))
    before = register_dump(Database(demo_desk.home.register))
    for after in range(5):
        with pytest.raises(Cancelled):
            demo_desk.undoing.undoing(batch, Stopping(after))
    assert register_dump(Database(demo_desk.home.register)) == before


def test_import_is_undone_under_a_later_one_of_other_fields_and_other_records(demo_desk: Desk):
    action = _action(demo_desk)
    owned = replace(action, owner="Sgt A")
    first = _imports(demo_desk, "October.xlsx", Change(action, owned))
    moved = replace(owned, target=date(2027, 3, 31))
    added = _new_action()
    _imports(demo_desk, "November.xlsx", Change(owned, moved), Change(None, added))
    _undo(demo_desk, first)
    assert _action(demo_desk) == replace(moved, owner=action.owner)
    assert demo_desk.editing.record("action", added.uid) == added


def test_field_that_a_later_import_changed_again_is_the_reason_why_not(demo_desk: Desk):
    action = _action(demo_desk)
    moved = replace(action, target=date(2027, 3, 31))
    first = _imports(demo_desk, "October.xlsx", Change(action, moved))
    _imports(demo_desk, "November.xlsx", Change(moved, replace(moved, target=date(2027, 6, 30))))
    before = register_dump(Database(demo_desk.home.register))
    (reason,) = why_not(demo_desk.undoing, first)
    assert "041/03.1" in reason
    assert "was changed again by “November.xlsx” on 13 November 2026" in reason.replace(
        "\u00a0", " "
    )
    with pytest.raises(UserError, match=r"The import stays as it is.*changed again"):
        demo_desk.undoing.undoing(first)
    assert register_dump(Database(demo_desk.home.register)) == before


def test_field_that_was_changed_by_hand_and_changed_back_stands_in_no_way(demo_desk: Desk):
    action = _action(demo_desk)
    owned = replace(action, owner="Sgt A")
    first = _imports(demo_desk, "October.xlsx", Change(action, owned))
    _by_hand(demo_desk, Change(owned, replace(owned, owner="Sgt B")))
    (reason,) = why_not(demo_desk.undoing, first)
    assert "was changed again by hand" in reason
    _by_hand(demo_desk, Change(replace(owned, owner="Sgt B"), owned))
    _undo(demo_desk, first)
    assert _action(demo_desk) == action


def test_record_that_another_has_come_to_name_is_the_reason_why_not(demo_desk: Desk):
    added = _new_action()
    batch = _imports(demo_desk, "October.xlsx", Change(None, added))
    proof = Evidence(
        uid=made_uid(), action=added.uid, title="Training record", kind=EvidenceKind.OTHER
    )
    _by_hand(demo_desk, Change(None, proof))
    (reason,) = why_not(demo_desk.undoing, batch)
    assert "Training record" in reason
    assert "4A-9" in reason
    _by_hand(demo_desk, Change(proof, None))
    _undo(demo_desk, batch)
    assert demo_desk.editing.record("action", added.uid) is None


def test_record_that_was_added_and_changed_since_is_the_reason_why_not(demo_desk: Desk):
    added = _new_action()
    batch = _imports(demo_desk, "October.xlsx", Change(None, added))
    _by_hand(demo_desk, Change(added, replace(added, text="Train every sergeant")))
    assert len(why_not(demo_desk.undoing, batch)) == 1


def test_record_that_was_added_and_has_gone_since_stands_in_no_way(demo_desk: Desk):
    added = _new_action()
    batch = _imports(demo_desk, "October.xlsx", Change(None, added))
    _by_hand(demo_desk, Change(added, None))
    _undo(demo_desk, batch)


def test_record_that_was_changed_and_has_gone_since_is_the_reason_why_not(demo_desk: Desk):
    added = _new_action()
    _by_hand(demo_desk, Change(None, added))
    changed = replace(added, owner="Sgt A")
    batch = _imports(demo_desk, "October.xlsx", Change(added, changed))
    _by_hand(demo_desk, Change(changed, None))
    (reason,) = why_not(demo_desk.undoing, batch)
    assert reason.startswith("Action “4A-9 · Train sergeants” was removed by hand on")


def test_record_that_an_import_removed_comes_back(demo_desk: Desk):
    added = _new_action()
    _by_hand(demo_desk, Change(None, added))
    batch = _imports(demo_desk, "October.xlsx", Change(added, None))
    _undo(demo_desk, batch)
    assert demo_desk.editing.record("action", added.uid) == added


def test_removed_record_that_is_there_again_is_the_reason_why_not(demo_desk: Desk):
    added = _new_action()
    _by_hand(demo_desk, Change(None, added))
    batch = _imports(demo_desk, "October.xlsx", Change(added, None))
    _by_hand(demo_desk, Change(None, added))
    (reason,) = why_not(demo_desk.undoing, batch)
    assert reason.endswith("is there again.")


def test_many_reasons_are_counted(demo_desk: Desk):
    actions = [_new_action() for _ in range(25)]
    batch = _imports(demo_desk, "October.xlsx", *(Change[Record](None, each) for each in actions))
    _by_hand(demo_desk, *(Change[Record](each, replace(each, owner="A")) for each in actions))
    reasons = why_not(demo_desk.undoing, batch)
    assert len(reasons) == 21
    assert reasons[-1] == "And 5 more."


def test_import_is_undone_once(demo_desk: Desk):
    batch = _imports(demo_desk, "October.xlsx", Change(None, _new_action()))
    _undo(demo_desk, batch)
    with pytest.raises(UserError, match="was undone already"):
        demo_desk.undoing.undoing(batch)


def test_import_that_is_not_there_is_told(demo_desk: Desk):
    with pytest.raises(UserError, match="not on the register"):
        demo_desk.undoing.undoing(ImportBatchUid(made_uid()))


def test_import_that_came_with_a_whole_register_says_why_it_cannot_be_undone(demo_desk: Desk):
    oldest = demo_desk.certificates.batches()[-1]
    (reason,) = why_not(demo_desk.undoing, oldest.uid)
    assert "came with a whole register" in reason


def test_date_of_the_data_stays_where_a_later_act_moved_it(demo_desk: Desk):
    panel = demo_desk.register.panel()
    assert panel is not None
    first = replace(panel, as_at=date(2027, 1, 5))
    batch = _imports(
        demo_desk, "October.xlsx", Change(None, _new_action()), panel=Change(panel, first)
    )
    second = replace(first, as_at=date(2027, 2, 5))
    demo_desk.register.carry_out(Act("Name the panel", (), Change(first, second)))
    _undo(demo_desk, batch)
    assert demo_desk.register.panel() == second


def test_undo_lives_through_closing_the_program(demo_desk: Desk):
    action = _action(demo_desk)
    batch = _imports(demo_desk, "October.xlsx", Change(action, replace(action, owner="Sgt A")))
    demo_desk.close()
    again = open_desk(demo_desk.home, demo_now, Silent())
    _undo(again, batch)
    assert _action(again) == action
    again.close()


def test_origin_tells_what_each_act_did_to_a_record(demo_desk: Desk):
    added = _new_action()
    _imports(demo_desk, "October.xlsx", Change(None, added))
    _by_hand(demo_desk, Change(added, replace(added, owner="Sgt A")))
    origin = demo_desk.register.origin("action", added.uid)
    assert [trace.line.deed for trace in origin.traces] == [Deed.CHANGED, Deed.ADDED]
    assert origin.traces[0].line.before == {"owner": None}
    assert origin.added is not None
    assert origin.added.file == "October.xlsx"
    assert origin.is_from_import
    assert demo_desk.register.origin("action", _action(demo_desk).uid).added is None


@settings(max_examples=12)
@given(st.lists(st.tuples(_NUMBERS, st.sampled_from(["owner", "risk"]), st.text(max_size=4))))
def test_undoing_imports_from_the_last_to_the_first_restores_every_state(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[int, str, str]]
):
    desk = _small_desk(tmp_path_factory.mktemp("home"))
    states, batches = [], []
    for number, field, words in changes:
        states.append(_records_but_batches(desk))
        action = desk.editing.record("action", _UIDS[number])
        assert isinstance(action, Action)
        after = replace(action, **{field: words})
        batches.append(_imports(desk, "x.xlsx", *([Change(action, after)] * (after != action))))
    for batch in reversed(batches):
        _undo(desk, batch)
        assert _records_but_batches(desk) == states.pop()
    desk.close()


_UIDS = [ActionUid(made_uid()) for _ in range(4)]


def _small_desk(folder: Path) -> Desk:
    desk = open_desk(HomeFolder(folder), demo_now, Silent())
    panel = Panel(name="Trent Vale (invented)", force="Trent Vale Police (invented)")
    actions = [Change[Record](None, Action(uid=uid, text="Train")) for uid in _UIDS]
    desk.register.carry_out(Act("Begin", tuple(actions), Change(None, panel)))
    return desk
