"""Removing, merging and splitting: what hangs on a record goes where it belongs, and comes back."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.errors import InvalidInput, UserError
from jasp_desktop.domain.identity import ActionUid, FindingUid, made_uid
from jasp_desktop.domain.imports import Certificate
from jasp_desktop.domain.record_fields import RECORD_TYPES, table_of
from jasp_desktop.domain.records import (
    Action,
    Finding,
    ImportBatch,
    Record,
    Response,
    Update,
)
from jasp_desktop.services.editing import EditingService
from jasp_desktop.services.joining import JoiningService
from jasp_desktop.services.opening import Desk
from jasp_desktop.store import register
from jasp_desktop.store.database import Database
from tests.sample_records import GeneratedRegister, registers
from tests.services.test_editing import (
    action_of,
    carry_out,
    done_and_undone,
    finding_041,
    first,
)
from tests.store.conftest import holding


@pytest.fixture
def database(demo_desk: Desk) -> Iterator[Database]:
    with closing(Database(demo_desk.home.register)) as database:
        yield database


@pytest.fixture
def empty_database(empty_desk: Desk) -> Iterator[Database]:
    with closing(Database(empty_desk.home.register)) as database:
        yield database


@pytest.fixture
def editing(database: Database) -> EditingService:
    return EditingService(database)


@pytest.fixture
def joining(database: Database, editing: EditingService) -> JoiningService:
    return JoiningService(database, editing)


def whole(editing: EditingService, table: str, uid: str) -> Any:
    record = editing.record(table, uid)
    assert record is not None
    return record


def names_of(editing: EditingService, record: Record) -> set[tuple[str, str, str]]:
    return {(each.table, each.field, each.uid) for each in editing.references_to(record)}


def test_what_hangs_on_an_action_goes_with_it_and_comes_back(
    demo_desk: Desk, database: Database, editing: EditingService, joining: JoiningService
):
    action = action_of(editing, finding_041(demo_desk))
    hanging = names_of(editing, action)
    assert {table for table, _, _ in hanging} >= {"target_change", "update", "status_event"}
    removal = joining.removal(action)
    tied = {uid for table, _, uid in hanging if table != "question"}
    assert {line.uid for line in removal.goes} == tied
    assert removal.act.words == "Remove action"
    done_and_undone(database, removal.act)
    assert editing.record("action", action.uid) is None
    assert all(editing.record(line.table, line.uid) is None for line in removal.goes)


def test_a_report_takes_its_findings_along_and_leaves_their_actions(
    demo_desk: Desk, database: Database, editing: EditingService, joining: JoiningService
):
    finding = whole(editing, "finding", finding_041(demo_desk))
    action = action_of(editing, finding.uid)
    report = whole(editing, "report", finding.report)
    removal = joining.removal(report)
    assert finding.uid in {line.uid for line in removal.goes}
    assert action.uid in {line.uid for line in removal.lets_go}
    done_and_undone(database, removal.act)
    left = whole(editing, "action", action.uid)
    assert finding.uid not in left.findings


def test_imports_and_imported_updates_are_not_removed(
    editing: EditingService, joining: JoiningService
):
    batch, update = first(editing, "import_batch"), first(editing, "update")
    with pytest.raises(UserError, match="under Import"):
        joining.removal(batch)
    with pytest.raises(UserError, match="came with an import"):
        joining.removal(replace(update, batch=batch.uid))
    assert joining.removal(replace(update, batch=None)).goes == ()


def _twin(editing: EditingService, database: Database, record: Any, **other: Any) -> Any:
    twin = replace(record, uid=made_uid(), **other)
    carry_out(database, editing.kept(None, twin))
    return whole(editing, table_of(record), twin.uid)


def test_two_actions_that_are_one_become_one(
    demo_desk: Desk, database: Database, editing: EditingService, joining: JoiningService
):
    lost = action_of(editing, finding_041(demo_desk))
    twin: Action = _twin(
        editing,
        database,
        lost,
        text="The same, said otherwise",
        reference=None,
        findings=(),
    )
    hanging = names_of(editing, lost)
    assert joining.to_choose(twin, lost) == ("text",)
    done_and_undone(database, joining.merged(twin, lost, ["text"]))
    assert editing.record("action", lost.uid) is None
    now = whole(editing, "action", twin.uid)
    assert (now.text, now.reference, now.findings) == (lost.text, lost.reference, lost.findings)
    assert names_of(editing, now) == hanging


def test_the_kept_ones_words_stay_unless_the_others_are_chosen(
    database: Database, editing: EditingService, joining: JoiningService
):
    kept = first(editing, "person")
    lost = _twin(editing, database, kept, name="Another spelling", role="Treasurer")
    carry_out(database, joining.merged(kept, lost, []))
    now = whole(editing, "person", kept.uid)
    assert now.name == kept.name
    assert now.role == (kept.role or "Treasurer")


def test_a_finding_merged_across_reports_takes_its_sub_findings_to_the_kept_ones_report(
    database: Database, editing: EditingService, joining: JoiningService
):
    first_report, second_report = editing.ids("report")[:2]
    here, there = (line.uid for line in editing.lines("report", [first_report, second_report]))
    base = editing.tree(there)[0]  # type: ignore[arg-type]
    kept = _twin(editing, database, base, report=here, parent=None)
    lost = _twin(editing, database, base, parent=None)
    sub = _twin(editing, database, base, parent=lost.uid)
    done_and_undone(database, joining.merged(kept, lost, []))
    moved = whole(editing, "finding", sub.uid)
    assert (moved.parent, moved.report) == (kept.uid, here)


def test_a_merge_that_breaks_a_rule_is_refused(
    database: Database, editing: EditingService, joining: JoiningService
):
    bare = replace(first(editing, "report"), fieldwork_from=None, fieldwork_to=None)
    kept = _twin(editing, database, bare, fieldwork_to=date(2020, 1, 1))
    lost = _twin(editing, database, bare, fieldwork_from=date(2020, 6, 1))
    with pytest.raises(InvalidInput) as refused:
        joining.merged(kept, lost, [])
    assert refused.value.field == "fieldwork_to"


@pytest.mark.parametrize("table", ["import_batch", "update"])
def test_what_came_as_it_is_is_neither_merged_nor_split(
    editing: EditingService, joining: JoiningService, table: str
):
    record: Any = first(editing, table)
    with pytest.raises(UserError, match="not merged"):
        joining.merged(record, replace(record, uid=made_uid()), [])
    with pytest.raises(UserError, match="not split"):
        joining.split(record, record, replace(record, uid=made_uid()))


def test_a_record_is_not_merged_with_itself_or_with_one_of_another_kind(
    editing: EditingService, joining: JoiningService
):
    report, person = first(editing, "report"), first(editing, "person")
    for lost in (report, person):
        with pytest.raises(UserError, match="same kind"):
            joining.merged(report, lost, [])


def test_rows_of_earlier_imports_lead_to_the_kept_action(
    demo_desk: Desk, database: Database, editing: EditingService, joining: JoiningService
):
    lost = action_of(editing, finding_041(demo_desk))
    kept = _twin(editing, database, lost, findings=())
    batch = first(editing, "import_batch")
    certificate = Certificate(tracker="4ACTION", rows={"4A-1": lost.uid, "4A-2": "another"})
    filled = replace(batch, certificate=certificate.to_text())
    other = replace(batch, uid=made_uid(), certificate=f"{{}} {lost.uid}")
    carry_out(database, Act("Fill", (Change[Record](batch, filled), Change[Record](None, other))))
    done_and_undone(database, joining.merged(kept, lost, []))
    now: ImportBatch = whole(editing, "import_batch", batch.uid)
    read = Certificate.from_text(now.certificate)
    assert read is not None
    assert read.rows == {"4A-1": kept.uid, "4A-2": "another"}
    assert whole(editing, "import_batch", other.uid) == other


def test_a_finding_is_split_and_each_takes_what_is_its_own(
    demo_desk: Desk, database: Database, editing: EditingService, joining: JoiningService
):
    finding: Finding = whole(editing, "finding", finding_041(demo_desk))
    places = editing.references_to(finding)
    actions = [each for each in places if each.table == "action"]
    answers = [each for each in places if each.table == "response_item"]
    assert actions
    assert answers
    rest = replace(finding, text="The first half.")
    new = replace(finding, uid=FindingUid(made_uid()), text="The second half.", number="3a")
    assert joining.can_be_both(answers[0])
    act = joining.split(finding, rest, new, going=actions[:1], both=answers)
    done_and_undone(database, act)
    moved: Action = whole(editing, "action", actions[0].uid)
    assert new.uid in moved.findings
    assert finding.uid not in moved.findings
    item = whole(editing, "response_item", answers[0].uid)
    assert {finding.uid, new.uid} <= set(item.findings)
    assert whole(editing, "finding", finding.uid) == rest


def test_a_split_that_changes_nothing_of_the_first_only_adds(
    demo_desk: Desk, editing: EditingService, joining: JoiningService
):
    action = action_of(editing, finding_041(demo_desk))
    new = replace(action, uid=ActionUid(made_uid()), text="The rest of it")
    act = joining.split(action, action, new)
    assert [change.before for change in act.changes] == [None]
    event = next(each for each in editing.references_to(action) if each.table == "status_event")
    assert not joining.can_be_both(event)
    with pytest.raises(InvalidInput):
        joining.split(action, replace(action, target=date(1999, 1, 1)), new)


def test_dates_known_to_the_month_are_chosen_with_what_is_known_of_them(
    database: Database, editing: EditingService, joining: JoiningService
):
    response: Response = first(editing, "response")
    month = _twin(
        editing,
        database,
        response,
        letter_date=date(2020, 2, 1),
        letter_date_precision="month",
    )
    day = _twin(
        editing, database, response, letter_date=date(2020, 3, 2), letter_date_precision=None
    )
    carry_out(database, joining.merged(day, month, ["letter_date"]))
    now: Response = whole(editing, "response", day.uid)
    assert now.letter_date == date(2020, 2, 1)
    assert now.letter_date_precision == "month"


@given(registers(), st.data())
def test_any_removal_and_its_undoing_leave_the_register_as_it_was(
    empty_database: Database, found: GeneratedRegister, data: st.DataObject
):
    editing = EditingService(empty_database)
    joining = JoiningService(empty_database, editing)
    removable = [
        record
        for record in found.records
        if not isinstance(record, ImportBatch) and not (isinstance(record, Update) and record.batch)
    ]
    if not removable:
        return
    with holding(empty_database, found):
        record = data.draw(st.sampled_from(removable))
        removal = joining.removal(record)
        done_and_undone(empty_database, removal.act)
        gone = {line.uid for line in removal.goes} | {record.uid}
        with empty_database.reading() as session:
            left = {
                each.uid
                for record_type in RECORD_TYPES.values()
                for each in register.read_records(session, record_type)
            }
        assert left == {each.uid for each in found.records} - gone


@given(registers(), st.data())
def test_any_merge_and_its_undoing_leave_the_register_as_it_was(
    empty_database: Database, found: GeneratedRegister, data: st.DataObject
):
    editing = EditingService(empty_database)
    joining = JoiningService(empty_database, editing)
    tables = [
        rows
        for table, rows in found.tables.items()
        if len(rows) > 1 and table not in {"import_batch", "update"}
    ]
    if not tables:
        return
    with holding(empty_database, found):
        kept, lost = data.draw(st.sampled_from(tables).flatmap(_two_of))
        try:
            act = joining.merged(kept, lost, joining.to_choose(kept, lost)[:1])
        except InvalidInput:
            return  # a generated record may well break a rule of the field
        done_and_undone(empty_database, act)
        assert editing.references_to(lost) == []


def _two_of(rows: list[Record]) -> st.SearchStrategy[tuple[Record, Record]]:
    return st.permutations(rows).map(lambda order: (order[0], order[1]))
