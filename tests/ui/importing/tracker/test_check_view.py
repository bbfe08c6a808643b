"""Checking a plan by mouse and key: filters, corrections, matches, totals, and what holds it up."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from jasp_desktop.domain.imports import ReportedTotal
from jasp_desktop.domain.trackers import Decisions, Fate
from jasp_desktop.ui.importing.tracker.check_view import CheckView
from jasp_desktop.ui.importing.tracker.outcome_rows import Section
from tests.ui.importing.tracker.conftest import FAULT, outcome, plan_of

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot, appearance):
    made = CheckView(appearance)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.start()
    return made


@pytest.fixture
def shown(view, plan):
    view.show_plan(plan, Decisions(), 0)
    return view


def listed(view):
    rows = view.list.outcomes
    return [rows.entry(place).row for place in range(rows.rowCount()) if rows.entry(place).row]


def choose(qtbot, view, row):
    place = view.list.outcomes.place_of(row)
    index = view.list.outcomes.index(place, 0)
    view.list.scrollTo(index)
    qtbot.mouseClick(view.list.viewport(), LEFT, pos=view.list.visualRect(index).center())


def test_the_counts_add_up_in_sight(shown):
    assert shown.sum.text().startswith("1 + 1 + 1 + 2 + 1 = 6 rows read.")
    counted = {section: int(tile.text()) for section, tile in shown.tiles.items()}
    assert counted[Section.REJECTED] == 2
    assert counted[Section.MISSING] == 1


def test_a_count_shows_only_what_it_counted_and_again_everything(qtbot, shown):
    qtbot.mouseClick(shown.tiles[Section.REJECTED], LEFT)
    assert listed(shown) == [57, 58]
    qtbot.mouseClick(shown.tiles[Section.REJECTED], LEFT)
    assert len(listed(shown)) == 6


def test_the_import_waits_until_every_row_is_settled(qtbot, shown, plan):
    assert shown.foot.reason == "1 row to settle first"
    assert shown.band.isVisible()
    rows = []
    shown.waiting_left_out.connect(rows.append)
    qtbot.mouseClick(shown.band.leave, LEFT)
    assert rows == [[60]]
    settled = plan_of(*plan.outcomes[:5], outcome(60, Fate.REJECTED))
    shown.show_plan(settled, Decisions(left_out=frozenset({60})), 0)
    assert shown.foot.reason == ""
    assert shown.foot.go_on.text() == "Import 2 rows"
    assert not shown.band.isVisible()


def test_a_file_that_brings_nothing_new_is_not_imported(shown, plan):
    same = replace(plan_of(outcome(2, Fate.UNCHANGED)), act=replace(plan.act, changes=()))
    shown.show_plan(same, Decisions(), 0)
    assert shown.foot.reason == "Everything in this file is on the register already"


def test_a_correction_is_typed_beside_the_cell_and_enter_takes_it(qtbot, shown):
    choose(qtbot, shown, 57)
    shown.row.correction.setFocus()
    with qtbot.waitSignal(shown.row.corrected) as told:
        qtbot.keyClicks(shown.row.correction, "28 February 2026")
        qtbot.keyClick(shown.row.correction, Qt.Key.Key_Return)
    assert told.args == [57, 4, "28 February 2026"]


def test_a_fault_of_the_whole_row_can_only_be_left_out_or_mended_in_the_file(qtbot, shown):
    choose(qtbot, shown, 58)
    assert shown.row.correction is None


def test_a_match_is_told_only_when_it_is_answered(qtbot, shown):
    choose(qtbot, shown, 60)
    answers = shown.row.answers
    assert answers.checkedId() == -1, "nothing is chosen for a person"
    told = []
    shown.row.matched.connect(lambda row, action: told.append((row, action)))
    qtbot.mouseClick(answers.button(0), LEFT)
    assert told == []
    qtbot.mouseClick(shown.row.use_answer, LEFT)
    assert told == [(60, "041/03.1")]
    qtbot.mouseClick(answers.button(2), LEFT)
    qtbot.mouseClick(shown.row.use_answer, LEFT)
    assert told[-1] == (60, None)


def test_a_decision_can_be_taken_back(qtbot, shown, plan):
    decisions = Decisions(corrections={(57, 4): "28/02/2026"}, left_out=frozenset({58}))
    shown.show_plan(plan, decisions, 0)
    choose(qtbot, shown, 57)
    with qtbot.waitSignal(shown.row.corrected) as told:
        qtbot.mouseClick(shown.row.take_back[0], LEFT)
    assert told.args == [57, 4, None]
    choose(qtbot, shown, 58)
    with qtbot.waitSignal(shown.row.let_in) as told:
        qtbot.mouseClick(shown.row.take_back[0], LEFT)
    assert told.args == [58]


def test_planning_again_keeps_the_row_and_the_place(qtbot, view):
    many = [outcome(row, Fate.UNCHANGED) for row in range(2, 2_002)]
    bad = outcome(2_500, Fate.REJECTED, problems=(replace(FAULT, row=2_500),))
    view.show_plan(plan_of(*many, bad), Decisions(), 0)
    choose(qtbot, view, 1_500)
    before = view.list.verticalScrollBar().value()
    assert before > 0
    view.show_plan(plan_of(*many, outcome(2_500, Fate.ADDED)), Decisions(), 0)
    assert view.list.outcomes.entry(view.list.currentIndex().row()).row == 1_500
    assert view.list.viewport().rect().intersects(view.list.visualRect(view.list.currentIndex()))


def test_totals_of_the_covering_report_are_compared(qtbot, shown):
    qtbot.mouseClick(shown.compare, LEFT)
    line = shown.totals.lines[0]
    qtbot.keyClicks(line.words, "In progress")
    line.number.setFocus()
    with qtbot.waitSignal(shown.totals_typed):
        qtbot.keyClicks(line.number, "1,131")
        qtbot.keyClick(line.number, Qt.Key.Key_Return)
    assert shown.totals.totals == (("In progress", 1_131),)
    shown.show_totals([ReportedTotal(words="In progress", reported=1_131, counted=1_130)])
    assert line.result.text() == "Differs: the register counts 1,130, 1 fewer"
    shown.show_totals([ReportedTotal(words="In progress", reported=1_131, counted=1_131)])
    assert line.result.text() == "Agrees: the register counts 1,131"


def test_a_total_that_is_no_number_says_what_to_type(qtbot, shown):
    qtbot.mouseClick(shown.compare, LEFT)
    line = shown.totals.lines[0]
    qtbot.keyClicks(line.number, "many")
    shown.show_totals([])
    assert line.result.text() == "Type a number, such as 130."
    assert shown.totals.totals == ()


def test_what_is_missing_says_that_it_stays(qtbot, shown):
    qtbot.mouseClick(shown.tiles[Section.MISSING], LEFT)
    entry = shown.list.outcomes.entry(shown.list.currentIndex().row())
    assert entry.missing.label == "036/A1.2"
    assert "Stays on the register" in entry.spoken


def test_at_double_size_and_in_a_narrow_window_nothing_is_cut(qtbot, shown, appearance):
    appearance.choose_text_size(200)
    shown.resize(960, 700)
    qtbot.waitUntil(lambda: shown.panes.is_folded)
    assert shown.title.height() >= shown.title.heightForWidth(shown.title.width())
    for tile in shown.tiles.values():
        assert tile.height() >= tile.sizeHint().height()
        assert tile.geometry().right() <= tile.parentWidget().width()
