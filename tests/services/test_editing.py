"""Writing the register by hand: what is kept, what is refused, and that every act can be undone."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.errors import InvalidInput, UserError
from jasp_desktop.domain.identity import (
    ActionUid,
    FindingUid,
    ReportUid,
    StatusEventUid,
    Uid,
    UpdateUid,
)
from jasp_desktop.domain.listings import FindingQuery
from jasp_desktop.domain.record_fields import RECORD_TYPES
from jasp_desktop.domain.records import (
    Action,
    Finding,
    ImportBatch,
    Record,
    Report,
    StatusEvent,
    Subject,
    TargetChange,
    Update,
)
from jasp_desktop.domain.vocabulary import FindingKind, Track
from jasp_desktop.services.editing import EditingService, TargetMove
from jasp_desktop.services.opening import Desk
from jasp_desktop.store import register
from jasp_desktop.store.database import Database
from tests.sample_records import uid_of
from tests.whole_dumps import register_dump


@pytest.fixture
def database(demo_desk: Desk) -> Iterator[Database]:
    with closing(Database(demo_desk.home.register)) as database:
        yield database


@pytest.fixture
def editing(database: Database) -> EditingService:
    return EditingService(database)


def carry_out(database: Database, act: Act[Record]) -> None:
    with database.writing() as session:
        register.apply(session, act)


def done_and_undone(database: Database, act: Act[Record]) -> str:
    """Carry an act out and take it back; return the register as it was between."""
    before = register_dump(database)
    carry_out(database, act)
    between = register_dump(database)
    carry_out(database, act.inverse)
    assert register_dump(database) == before
    carry_out(database, act)
    assert register_dump(database) == between
    return between


def first(editing: EditingService, table: str) -> Any:
    line = editing.lines(table, editing.ids(table)[:1])[0]
    record = editing.record(table, line.uid)
    assert record is not None
    return record


def finding_041(desk: Desk) -> FindingUid:
    lines = desk.register.finding_lines(desk.register.finding_ids(FindingQuery()))
    return next(line.uid for line in lines if line.reference == "041/03")


def action_of(editing: EditingService, finding: FindingUid) -> Action:
    record = editing.record("finding", finding)
    assert record is not None
    uid = next(each.uid for each in editing.references_to(record) if each.table == "action")
    action = editing.record("action", uid)
    assert isinstance(action, Action)
    return action


def test_every_table_is_counted_and_listed(editing: EditingService):
    counts = editing.counts()
    assert list(counts) == list(RECORD_TYPES)
    for table, count in counts.items():
        ids = editing.ids(table)
        assert len(ids) == len(set(ids)) == count
        lines = editing.lines(table, ids)
        assert [editing.row_id(table, line.uid) for line in lines] == ids
        assert all(line.title and line.table == table for line in lines)


def test_a_list_is_searched_by_every_word_in_any_field(editing: EditingService):
    action = first(editing, "action")
    word = max(action.text.split(), key=len)
    found = editing.lines("action", editing.ids("action", f"{word.upper()} {action.owner or ''}"))
    assert action.uid in {line.uid for line in found}
    assert editing.ids("action", "%") == []
    assert editing.ids("action", "nowhere-to-be-found") == []
    assert editing.row_id("action", "nowhere") is None
    assert editing.record("action", "nowhere") is None


def test_suggestions_are_few(editing: EditingService):
    assert len(editing.suggestions("finding", "", 5)) == 5


def test_lines_of_records_of_several_tables_keep_their_order(editing: EditingService):
    finding, report = first(editing, "finding"), first(editing, "report")
    names = [("finding", finding.uid), ("report", report.uid), ("report", Uid("gone"))]
    assert [line.uid for line in editing.lines_named(names)] == [finding.uid, report.uid]


def test_a_record_is_added_and_taken_back(database: Database, editing: EditingService):
    event = StatusEvent(
        uid=StatusEventUid(uid_of("status_event", 1)),
        subject=Subject("finding", first(editing, "finding").uid),
        track=Track.HMICFRS,
        date=date(2026, 11, 1),
        status="awaiting_review",
    )
    act = editing.kept(None, event)
    assert act.words == "Add status event"
    done_and_undone(database, act)
    assert editing.record("status_event", event.uid) == event


def test_a_field_is_changed_and_taken_back(database: Database, editing: EditingService):
    report = first(editing, "report")
    act = editing.kept(report, replace(report, summary="In short."))
    assert act.words == "Change report"
    done_and_undone(database, act)
    changed = editing.record("report", report.uid)
    assert isinstance(changed, Report)
    assert changed.summary == "In short."


def test_what_breaks_a_rule_is_refused_at_its_field(demo_desk: Desk, editing: EditingService):
    action = action_of(editing, finding_041(demo_desk))
    with pytest.raises(InvalidInput) as refused:
        editing.kept(action, replace(action, target=date(1999, 1, 1)))
    assert refused.value.field == "target"
    remarks = editing.remarks(replace(action, target=date(1999, 1, 1)))
    assert [remark.field for remark in remarks] == ["target"]


def test_the_first_target_of_a_new_action_is_its_original_one(editing: EditingService):
    action = Action(uid=ActionUid(uid_of("action", 1)), text="Train", target=date(2027, 3, 1))
    (change,) = editing.kept(None, action).changes
    assert isinstance(change.after, Action)
    assert change.after.original_target == date(2027, 3, 1)
    earlier = replace(action, original_target=date(2027, 1, 1))
    assert editing.kept(None, earlier).changes[0].after == earlier


def test_a_moved_target_is_written_down(
    demo_desk: Desk, database: Database, editing: EditingService
):
    before = action_of(editing, finding_041(demo_desk))
    after = replace(before, target=date(2027, 6, 1))
    move = TargetMove(changed_on=date(2026, 11, 13), reason="No trainer", agreed_by="DCC")
    act = editing.kept(before, after, move)
    done_and_undone(database, act)
    moved = act.changes[1].after
    assert isinstance(moved, TargetChange)
    assert (moved.from_, moved.to) == (before.target, after.target)
    assert (moved.reason, moved.agreed_by) == ("No trainer", "DCC")
    assert len(editing.kept(before, after).changes) == 1
    assert len(editing.kept(before, replace(before, owner="ACC"), move).changes) == 1
    untargeted = replace(before, target=None)
    assert len(editing.kept(untargeted, after, move).changes) == 1


def test_an_update_and_an_import_are_not_rewritten(editing: EditingService):
    update = first(editing, "update")
    with pytest.raises(UserError, match="never rewritten"):
        editing.kept(update, replace(update, text="Other words"))
    assert isinstance(update, Update)
    fresh = replace(update, uid=UpdateUid(uid_of("update", 1)), batch=None)
    assert editing.kept(None, fresh).changes[0].after == fresh


def test_an_import_is_not_written_by_hand(editing: EditingService):
    batch = first(editing, "import_batch")
    assert isinstance(batch, ImportBatch)
    with pytest.raises(UserError, match="Take it back under Import"):
        editing.kept(batch, replace(batch, file="Other.xlsx"))


def _tree(database: Database, editing: EditingService, report: ReportUid) -> list[Finding]:
    """Add two findings with one under each, and one more, to a report; return them as made."""
    uids = [FindingUid(uid_of("finding", number)) for number in range(1, 6)]
    parents = [None, uids[0], None, uids[2], uids[0]]
    for uid, parent in zip(uids, parents, strict=True):
        finding = Finding(
            uid=uid,
            report=report,
            parent=parent,
            kind=FindingKind.RECOMMENDATION,
            text=uid[-1],
        )
        carry_out(database, editing.kept(None, finding))
    return [record for uid in uids if isinstance(record := editing.record("finding", uid), Finding)]


def test_new_findings_come_last_and_are_shown_under_their_own(
    database: Database, editing: EditingService
):
    report = first(editing, "report").uid
    already = len(editing.tree(report))
    made = _tree(database, editing, report)
    assert [each.text for each in editing.tree(report)[already:]] == ["1", "2", "3", "4", "5"]
    nested = [each.text for each in editing.tree(report, nested=True)]
    assert nested[-5:] == ["1", "2", "5", "3", "4"]
    assert made[1].parent == made[0].uid
    assert editing.tree(ReportUid(Uid("gone"))) == []


def test_a_finding_changes_place_with_its_neighbour(database: Database, editing: EditingService):
    report = first(editing, "report").uid
    made = _tree(database, editing, report)
    act = editing.reordered(made[4], -1)
    assert act is not None
    done_and_undone(database, act)
    nested = [each.text for each in editing.tree(report, nested=True)]
    assert nested[-5:] == ["1", "5", "2", "3", "4"]
    assert editing.reordered(made[1], 1) is None
    last = editing.record("finding", made[2].uid)
    assert isinstance(last, Finding)
    assert editing.reordered(last, 1) is None
    assert editing.reordered(replace(made[0], uid=FindingUid(Uid("gone"))), 1) is None


def test_sub_findings_go_with_their_finding_to_another_report(
    database: Database, editing: EditingService
):
    reports = [line.uid for line in editing.lines("report", editing.ids("report")[:2])]
    made = _tree(database, editing, ReportUid(reports[0]))
    top = editing.record("finding", made[0].uid)
    assert isinstance(top, Finding)
    act = editing.kept(top, replace(top, report=ReportUid(reports[1])))
    done_and_undone(database, act)
    moved = [each.text for each in editing.tree(ReportUid(reports[1]), nested=True)]
    assert [text for text in moved if text in "12345"] == ["1", "2", "5"]
    sub = editing.record("finding", made[3].uid)
    assert isinstance(sub, Finding)
    with pytest.raises(InvalidInput) as refused:
        editing.kept(sub, replace(sub, report=ReportUid(reports[1])))
    assert refused.value.field == "parent"


def test_a_ring_of_findings_is_shown_whole(database: Database, editing: EditingService):
    report = first(editing, "report").uid
    made = _tree(database, editing, report)
    ring = [
        (made[0], replace(made[0], parent=made[1].uid)),
    ]
    with pytest.raises(InvalidInput, match="under itself"):
        editing.kept(*ring[0])
    carry_out(database, Act("Ring", (Change[Record](*ring[0]),)))
    assert {each.uid for each in made} <= {each.uid for each in editing.tree(report, nested=True)}


def test_an_action_is_linked_to_a_finding_once(
    demo_desk: Desk, database: Database, editing: EditingService
):
    finding = finding_041(demo_desk)
    linked = action_of(editing, finding)
    with pytest.raises(InvalidInput, match="already"):
        editing.linked(linked.uid, finding)
    with pytest.raises(UserError, match="not on the register"):
        editing.linked(ActionUid(Uid("gone")), finding)
    report = next(iter(demo_desk.register.reports())).report.uid
    other = next(each for each in editing.tree(report) if each.uid not in linked.findings)
    done_and_undone(database, editing.linked(linked.uid, other.uid))
    now = editing.record("action", linked.uid)
    assert isinstance(now, Action)
    assert other.uid in now.findings


def test_what_names_a_record_is_said_in_words(demo_desk: Desk, editing: EditingService):
    action = action_of(editing, finding_041(demo_desk))
    said = editing.what_names(editing.references_to(action))
    assert said
    assert all(line and field for line, field in said.values())
