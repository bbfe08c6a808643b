"""A person decides what is not certain; what they decide holds, and the rest is never guessed."""

import gc
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from jasp_desktop.domain.errors import Cancelled, InvalidInput, UserError
from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.imports import Certificate, ReportedTotal
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.records import Action, Finding, ImportBatch, Panel, Report
from jasp_desktop.domain.trackers import Decisions, Fate, RowOutcome, TrackerPlan
from jasp_desktop.domain.vocabulary import ForceStatus
from jasp_desktop.services.opening import Desk
from jasp_desktop.services.still_collector import still_collector
from tests.exchange.trackers.sample_sheets import (
    LINES,
    PEEL,
    Formula,
    Line,
    answers,
    day_first,
    four_action,
    plain_words,
    rounds,
    rows_of,
    without_formula_values,
    write_csv,
    write_xlsx,
)
from tests.services.tracker_files import (
    brought_in,
    file_of_rows,
    missing_now,
    planned,
    tracker_file,
)
from tests.stopping import Stopping

SPRING, SUMMER = date(2026, 4, 1), date(2026, 7, 1)
FIRST = 5
"""The row of the first line in the layout of the force's database."""


def _outcome(plan: TrackerPlan, row: int) -> RowOutcome:
    return next(each for each in plan.outcomes if each.row == row)


def _after[R](plan: TrackerPlan, kind: type[R]) -> list[R]:
    return [each.after for each in plan.act.changes if isinstance(each.after, kind)]


def _renamed(*changes: tuple[int, str, str]) -> tuple[Line, ...]:
    """Return the lines with other references and actions, by place."""
    lines = list(LINES)
    for place, reference, action in changes:
        lines[place] = replace(lines[place], reference=reference, action=action)
    return tuple(lines)


def test_what_a_tracker_brings_stands_under_its_reports(empty_desk: Desk):
    plan = brought_in(empty_desk, tracker_file(four_action()), SPRING)
    assert [each.title for each in _after(plan, Report)] == list(
        dict.fromkeys(line.report for line in LINES)
    )
    findings = {each.uid: each for each in _after(plan, Finding)}
    actions = _after(plan, Action)
    assert len(findings) == 5
    assert [findings[a.findings[0]].number for a in actions] == [each.number for each in LINES]
    assert plan.act.panel is not None
    assert plan.act.panel.after is not None
    assert plan.act.panel.after.as_at == SPRING


def test_the_mapping_says_which_report_the_rows_are_about(demo_desk: Desk):
    report = demo_desk.register.reports()[0].report
    file = tracker_file(answers())
    mapping = replace(demo_desk.trackers.suggest(file).mapping, report=report.uid)
    plan = planned(demo_desk, file, SUMMER, mapping=mapping)
    assert {each.report for each in _after(plan, Finding)} == {report.uid}
    assert not any("No report is known" in each.message for each in plan.remarks)


def test_without_a_report_the_actions_stand_alone_and_a_remark_says_so(empty_desk: Desk):
    plan = planned(empty_desk, tracker_file(rounds()), SPRING)
    assert all(not each.findings for each in _after(plan, Action))
    assert "No report is known for 6 rows (the first is row 4)" in plan.remarks[0].message


def test_a_row_that_is_alike_waits_until_a_person_says_what_it_is(empty_desk: Desk):
    first = brought_in(empty_desk, tracker_file(four_action()), SPRING)
    uid = _outcome(first, FIRST).action
    file = tracker_file(four_action(_renamed((0, "NEW-1", f"{LINES[0].action} Now."))))
    plan = planned(empty_desk, file, SUMMER)
    waiting = _outcome(plan, FIRST)
    assert (waiting.fate, waiting.action, plan.waiting) == (Fate.WAITING, None, 1)
    assert waiting.candidates[0].action == uid
    assert waiting.candidates[0].label == "4A-000101"
    assert "May be 4A-000101" in waiting.problems[0].message
    assert plan.rows.reconciles
    same = planned(empty_desk, file, SUMMER, Decisions(matches={FIRST: uid}))
    assert _outcome(same, FIRST).fate is Fate.CHANGED
    assert {each.name for each in _outcome(same, FIRST).changes} == {"text", "tracker_reference"}
    new = planned(empty_desk, file, SUMMER, Decisions(matches={FIRST: None}))
    assert _outcome(new, FIRST).fate is Fate.ADDED
    assert [each.uid for each in new.missing] == [uid]


def test_a_formula_without_a_value_takes_nothing_away_and_is_told(empty_desk: Desk, tmp_path: Path):
    first = brought_in(empty_desk, tracker_file(four_action()), SPRING)
    uid = _outcome(first, FIRST).action
    before = empty_desk.editing.record("action", Uid(str(uid)))
    sheet = four_action()
    cells = [list(each) for each in sheet.cells]
    cells[FIRST - 1][10] = cells[FIRST - 1][11] = Formula("=TODAY()")
    changed = replace(sheet, cells=tuple(map(tuple, cells)))
    path = without_formula_values(write_xlsx(tmp_path / "t.xlsx", changed))
    with empty_desk.trackers.look(path, Silent()) as file:
        plan = planned(empty_desk, file, SUMMER)
    row = _outcome(plan, FIRST)
    assert (row.fate, row.action, row.changes) == (Fate.UNCHANGED, uid, ())
    assert [each.column for each in row.problems] == ["Current target date", "Status"]
    assert all("saved without its value" in each.message for each in row.problems)
    assert plan.missing == ()
    empty_desk.imports.accept(plan, Silent())
    assert empty_desk.editing.record("action", Uid(str(uid))) == before


def test_a_match_that_was_confirmed_is_known_by_the_next_export(empty_desk: Desk):
    first = brought_in(empty_desk, tracker_file(four_action()), SPRING)
    uid = _outcome(first, FIRST).action
    lines = _renamed((0, "NEW-1", f"{LINES[0].action} Now."))
    file = tracker_file(four_action(lines))
    brought_in(empty_desk, file, SUMMER, Decisions(matches={FIRST: uid}))
    again = planned(empty_desk, tracker_file(four_action(lines)), date(2026, 10, 1))
    assert _outcome(again, FIRST).action == uid
    assert _outcome(again, FIRST).fate is Fate.UNCHANGED


def test_the_same_reference_twice_is_settled_by_leaving_a_row_out(empty_desk: Desk):
    lines = (*LINES, replace(LINES[0], owner="Somebody else"))
    file = tracker_file(four_action(lines))
    plan = planned(empty_desk, file, SPRING)
    last = FIRST + 6
    for row in (FIRST, last):
        assert _outcome(plan, row).fate is Fate.REJECTED
        expected = f"Stands twice in the sheet (rows {FIRST} and {last}). Choose which counts."
        assert _outcome(plan, row).problems[0].message == expected
    settled = planned(empty_desk, file, SPRING, Decisions(left_out=frozenset({last})))
    assert _outcome(settled, FIRST).fate is Fate.ADDED
    assert _outcome(settled, last).problems[0].message == "Left out by the person who imports."
    assert settled.rows.reconciles


def test_a_row_that_is_rejected_now_is_not_missing(empty_desk: Desk):
    brought_in(empty_desk, tracker_file(four_action()), SPRING)
    file = tracker_file(four_action())
    plan = brought_in(empty_desk, file, SUMMER, Decisions(left_out=frozenset({FIRST})))
    assert _outcome(plan, FIRST).fate is Fate.REJECTED
    assert _outcome(plan, FIRST).action is not None
    assert plan.missing == ()
    later = planned(empty_desk, tracker_file(four_action()), date(2026, 10, 1))
    assert _outcome(later, FIRST).fate is Fate.UNCHANGED


def test_a_correction_takes_the_place_of_a_cell(empty_desk: Desk):
    file = tracker_file(
        four_action(dates=lambda day: "31/02/2026" if day == date(2026, 6, 30) else day)
    )
    plan = planned(empty_desk, file, SPRING)
    row = _outcome(plan, FIRST)
    assert row.fate is Fate.REJECTED
    assert (row.problems[0].column, row.problems[0].value) == ("Current target date", "31/02/2026")
    column = next(u.column for u in plan.mapping.columns if u.heading == "Current target date")
    settled = planned(
        empty_desk, file, SPRING, Decisions(corrections={(FIRST, column): "30 June 2026"})
    )
    assert _outcome(settled, FIRST).fate is Fate.ADDED
    assert _after(settled, Action)[0].target == date(2026, 6, 30)


def test_dates_that_can_be_read_two_ways_wait_for_a_person(empty_desk: Desk):
    file = tracker_file(four_action(dates=day_first))
    suggestion = empty_desk.trackers.suggest(file)
    assert any(each.needs_choice for each in suggestion.dates)
    plan = planned(empty_desk, file, SPRING, mapping=suggestion.mapping)
    assert plan.waiting > 0
    assert planned(empty_desk, file, SPRING).waiting == 0


def test_words_that_are_not_known_are_listed_and_read_once_settled(empty_desk: Desk):
    lines = (replace(LINES[0], status="Gone fishing"), *LINES[1:])
    file = tracker_file(four_action(lines))
    suggestion = empty_desk.trackers.suggest(file)
    assert suggestion.unknown_statuses == ("Gone fishing",)
    assert suggestion.mapping.statuses["closed"] is ForceStatus.CLOSED_BY_FORCE
    settled = replace(
        suggestion.mapping,
        statuses={**suggestion.mapping.statuses, "gone fishing": ForceStatus.DELAYED},
    )
    again = empty_desk.trackers.judge(file, settled)
    assert again.unknown_statuses == ()
    assert again.mapping.statuses["gone fishing"] is ForceStatus.DELAYED


def test_the_covering_reports_totals_are_set_beside_the_registers(empty_desk: Desk):
    file = tracker_file(four_action())
    plan = planned(empty_desk, file, SPRING)
    typed = [
        ("In progress", 1), ("awaiting allocation", 2), ("Closed", 1), ("open", 5),
        ("overdue", 0), ("Total", 6), ("amber", 2), ("awaiting review", 1), ("nonsense", 3),
    ]  # fmt: skip
    totals = empty_desk.trackers.with_totals(plan, typed)
    counts = {each.words: each.counted for each in totals}
    assert counts == {
        "In progress": 1, "awaiting allocation": 1, "Closed": 1, "open": 5,
        "overdue": 0, "Total": 6, "amber": 2, "awaiting review": 1, "nonsense": 0,
    }  # fmt: skip
    assert [each.words for each in totals if not each.agrees] == ["awaiting allocation", "nonsense"]
    act = empty_desk.imports.accept(plan, Silent(), totals)
    (batch,) = (c.after for c in act.changes if isinstance(c.after, ImportBatch))
    certificate = Certificate.from_text(batch.certificate)
    assert certificate is not None
    assert certificate.totals == totals


def test_totals_count_what_the_register_says_after_the_import(empty_desk: Desk):
    brought_in(empty_desk, tracker_file(four_action()), SPRING)
    lines = (replace(LINES[0], status="Closed", closed=date(2026, 6, 1)), *LINES[1:])
    plan = planned(empty_desk, tracker_file(four_action(lines)), SUMMER)
    words = [("Closed", 2), ("in progress", 0), ("overdue", 2), ("red", 2)]
    assert empty_desk.trackers.with_totals(plan, words) == tuple(
        ReportedTotal(words=each, reported=count, counted=count) for each, count in words
    )


def test_an_older_exports_statuses_do_not_count_where_newer_ones_hold(empty_desk: Desk):
    brought_in(empty_desk, tracker_file(four_action()), SUMMER)
    lines = (replace(LINES[0], status="Delayed", updated=None), *LINES[1:])
    plan = planned(empty_desk, tracker_file(four_action(lines)), date(2026, 3, 1))
    assert _outcome(plan, FIRST).fate is Fate.CHANGED
    (total,) = empty_desk.trackers.with_totals(plan, [("in progress", 1)])
    assert total.agrees


def test_a_row_that_is_new_and_says_nothing_of_its_action_is_rejected(empty_desk: Desk):
    lines = (replace(LINES[0], text="", action=""), *LINES[1:])
    plan = planned(empty_desk, tracker_file(four_action(lines)), SPRING)
    rejected = _outcome(plan, FIRST)
    assert (rejected.fate, rejected.action) == (Fate.REJECTED, None)
    assert rejected.problems[0].message.startswith("Not on the register")


def test_a_sheet_too_long_to_keep_is_read_each_time(empty_desk: Desk):
    rows = rows_of(four_action())
    rows[-1] = replace(rows[-1], number=50_000)
    file = file_of_rows(rows)
    plan = planned(empty_desk, file, SPRING)
    assert (plan.rows.added, plan.outcomes[-1].row) == (6, 50_000)


def test_a_saved_mapping_is_recognised_by_its_headings(empty_desk: Desk):
    file = tracker_file(four_action())
    suggestion = empty_desk.trackers.suggest(file)
    assert suggestion.recognised is None
    mapping = replace(suggestion.mapping, name="Ours", tracker="Trent Vale’s")
    empty_desk.trackers.save_mapping(mapping)
    assert empty_desk.trackers.mappings() == [mapping]
    again = empty_desk.trackers.suggest(tracker_file(four_action(LINES[:2])))
    assert again.recognised == "Ours"
    assert again.mapping.tracker == "Trent Vale’s"
    assert empty_desk.trackers.suggest(tracker_file(plain_words())).recognised is None
    empty_desk.trackers.save_mapping(replace(mapping, tracker="Another"))
    assert [each.tracker for each in empty_desk.trackers.mappings()] == ["Another"]
    empty_desk.trackers.forget_mapping("Ours")
    assert empty_desk.trackers.mappings() == []


def test_a_mapping_needs_a_name(empty_desk: Desk):
    mapping = empty_desk.trackers.suggest(tracker_file(answers())).mapping
    with pytest.raises(InvalidInput):
        empty_desk.trackers.save_mapping(replace(mapping, name=" "))


def test_the_tracker_of_the_last_import_is_proposed(empty_desk: Desk):
    file = tracker_file(four_action())
    mapping = replace(empty_desk.trackers.suggest(file).mapping, tracker="Ours")
    assert empty_desk.trackers.suggest(file).mapping.tracker == "4ACTION"
    empty_desk.imports.accept(planned(empty_desk, file, SPRING, mapping=mapping), Silent())
    assert empty_desk.trackers.suggest(tracker_file(plain_words())).mapping.tracker == "Ours"


def test_an_export_that_changes_nothing_is_still_on_record_for_its_day(empty_desk: Desk):
    brought_in(empty_desk, tracker_file(four_action()), SPRING)
    plan = brought_in(empty_desk, tracker_file(four_action()), SUMMER)
    assert [type(each.after) for each in plan.act.changes] == [ImportBatch]
    assert plan.act.panel is not None
    assert planned(empty_desk, tracker_file(four_action()), SUMMER).act.changes == ()


def test_an_older_export_never_moves_the_panels_date_back(empty_desk: Desk):
    brought_in(empty_desk, tracker_file(four_action()), SUMMER)
    plan = brought_in(empty_desk, tracker_file(four_action(LINES[:3])), SPRING)
    assert plan.missing == ()
    assert plan.act.panel is None
    panel = empty_desk.register.panel()
    assert isinstance(panel, Panel)
    assert panel.as_at == SUMMER


def test_an_undone_import_is_forgotten(empty_desk: Desk):
    brought_in(empty_desk, tracker_file(four_action(LINES[:3])), SPRING)
    second = brought_in(empty_desk, tracker_file(four_action(LINES[3:])), SUMMER)
    assert len(second.missing) == 3
    (batch,) = _after(second, ImportBatch)
    empty_desk.register.carry_out(empty_desk.undoing.undoing(batch.uid))
    assert missing_now(empty_desk) == frozenset()
    assert planned(empty_desk, tracker_file(four_action(LINES[:3])), SUMMER).rows.missing == 0


@pytest.mark.parametrize("after", [0, 1, 2])
def test_planning_can_be_stopped(empty_desk: Desk, after: int):
    file = tracker_file(four_action())
    mapping = empty_desk.trackers.suggest(file).mapping
    with pytest.raises(Cancelled):
        empty_desk.trackers.plan(file, mapping, Decisions(), SPRING, Stopping(after))


@pytest.fixture
def export(tmp_path: Path) -> Path:
    return write_xlsx(tmp_path / "export.xlsx", four_action())


def test_a_spreadsheet_is_proposed_in_the_registers_own_shape(empty_desk: Desk, export: Path):
    plan = empty_desk.imports.propose(export, Silent(), as_at=SPRING)
    assert (plan.proposal.rows.read, plan.proposal.rows.added) == (7, 6)
    assert "import_batch" not in {type(each).__name__ for each in plan.proposal.records}
    assert [each.message for each in plan.proposal.problems] == [
        "Looks like a total, not an action. Left out."
    ]
    empty_desk.imports.accept(plan, Silent())
    again = empty_desk.imports.propose(export, Silent(), as_at=SPRING)
    assert (again.proposal.rows.unchanged, again.act.changes) == (6, ())


def test_what_waits_for_a_person_is_not_imported_without_one(empty_desk: Desk, tmp_path: Path):
    path = write_csv(tmp_path / "export.csv", four_action())
    plan = empty_desk.imports.propose(path, Silent(), as_at=SPRING)
    assert plan.proposal.rows.rejected > 1
    unsettled = [each for each in plan.proposal.problems if "Not imported" in each.message]
    assert unsettled
    assert all(each.row and each.column for each in unsettled)


def test_a_named_mapping_reads_the_sheet(empty_desk: Desk, export: Path):
    with empty_desk.trackers.look(export, Silent()) as file:
        mapping = empty_desk.trackers.suggest(file).mapping
    empty_desk.trackers.save_mapping(replace(mapping, name="Ours", tracker="Ours"))
    plan = empty_desk.imports.propose(export, Silent(), mapping="Ours")
    (batch,) = (c.after for c in plan.act.changes if isinstance(c.after, ImportBatch))
    certificate = Certificate.from_text(batch.certificate)
    assert certificate is not None
    assert (certificate.tracker, certificate.mapping) == ("Ours", "Ours")


def test_a_mapping_that_is_not_there_or_does_not_fit_is_told(
    empty_desk: Desk, export: Path, tmp_path: Path
):
    with pytest.raises(UserError, match=r"There is no mapping “Ours”\. None is saved yet\."):
        empty_desk.imports.propose(export, Silent(), mapping="Ours")
    with empty_desk.trackers.look(export, Silent()) as file:
        mapping = empty_desk.trackers.suggest(file).mapping
    empty_desk.trackers.save_mapping(replace(mapping, name="Ours"))
    with pytest.raises(UserError, match="The saved ones are “Ours”"):
        empty_desk.imports.propose(export, Silent(), mapping="Theirs")
    other = write_xlsx(tmp_path / "other.xlsx", answers())
    with pytest.raises(UserError, match="was made for other headings"):
        empty_desk.imports.propose(other, Silent(), mapping="Ours")


def test_a_report_of_the_register_takes_the_rows_of_its_title(demo_desk: Desk):
    report = demo_desk.register.reports()[0].report
    lines = [replace(line, report=report.title) for line in LINES if line.report == PEEL]
    file = tracker_file(four_action([replace(line, published=None) for line in lines]))
    plan = planned(demo_desk, file, SUMMER)
    assert _after(plan, Report) == []


def test_the_collector_goes_on_when_the_work_is_done():
    assert gc.isenabled()
    with still_collector():
        assert not gc.isenabled()
        with still_collector():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
