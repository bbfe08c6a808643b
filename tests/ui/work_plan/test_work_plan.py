"""The work plan's page: entries added, moved, renamed, put on the agenda, taken out."""

import pytest
from PySide6.QtCore import Qt

from jasp_desktop.ui.places import PageKey

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot, seat):
    seat.go(PageKey.WORK_PLAN)
    page = seat.sitting.visits.page
    # A row made anew is shown once the window comes to it.
    qtbot.waitUntil(page.rows[0].rename.isVisible)
    return page


def row_of(page, title):
    return next(row for row in page.rows if row.entry.title == title)


def test_an_entry_is_added_where_it_belongs(qtbot, page):
    assert page.totals.text() == "12 in the plan, 4 without a meeting"
    qtbot.mouseClick(page.add_button, LEFT)
    assert page.field.is_wrong
    page.title.setText("Fleet: a first paper")
    page.meeting.setCurrentIndex(1)
    qtbot.keyClick(page.title, Qt.Key.Key_Return)
    assert page.totals.text() == "13 in the plan, 4 without a meeting"
    assert row_of(page, "Fleet: a first paper").entry.meeting is not None


def test_an_entry_is_put_on_the_agenda_and_leads_there(qtbot, seat, page):
    qtbot.mouseClick(row_of(page, "Custody: first report").put, LEFT)
    row = row_of(page, "Custody: first report")
    assert not row.put.isVisible()
    assert row.open.text() == "Item 10"
    qtbot.mouseClick(row.open, LEFT)
    assert seat.page is PageKey.MEETING
    assert seat.sitting.visits.page._item().item.title == "Custody: first report"


def test_an_entry_moves_to_another_meeting(page):
    row = row_of(page, "Custody: first report")
    row.meeting.setCurrentIndex(0)
    row.meeting.activated.emit(0)
    assert row_of(page, "Custody: first report").entry.meeting is None


def test_an_entry_is_renamed_or_left_as_it_was(qtbot, page):
    row = row_of(page, "Custody: first report")
    qtbot.mouseClick(row.rename, LEFT)
    assert row.line.hasFocus()
    qtbot.keyClick(row.line, Qt.Key.Key_Return)
    assert row.line.isHidden()
    qtbot.mouseClick(row.rename, LEFT)
    qtbot.keyClicks(row.line, "Custody")
    qtbot.keyClick(row.line, Qt.Key.Key_Return)
    assert row_of(page, "Custody")


def test_an_entry_is_taken_out_and_comes_back(qtbot, seat, page):
    qtbot.mouseClick(row_of(page, "Custody: first report").take_out, LEFT)
    assert page.totals.text().startswith("11 in the plan")
    seat.sitting.workspace.acts.stack.undo()
    assert row_of(page, "Custody: first report")


def test_the_plan_is_exported_whole(page):
    table = page.shown_list().gather(None)
    assert len(list(table.lines)) == 12
