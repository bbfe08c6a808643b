"""The list of meetings, and planning one by keyboard and mouse."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from jasp_desktop.domain.errors import InvalidInput
from jasp_desktop.domain.vocabulary import MeetingStatus
from jasp_desktop.ui.meetings.plan_form import time_typed
from jasp_desktop.ui.places import PageKey

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(seat):
    seat.go(PageKey.MEETINGS)
    return seat.sitting.visits.page


@pytest.fixture
def form(qtbot, page):
    qtbot.mouseClick(page.plan, Qt.MouseButton.LeftButton)
    return page.form


def days_of(page):
    return [page.model.meeting(row).held_on for row in range(page.model.rowCount())]


def test_the_next_meeting_stands_first_then_the_latest_held(page):
    assert days_of(page) == [
        date(2026, 12, 1),
        date(2026, 9, 8),
        date(2026, 6, 9),
        date(2026, 3, 4),
    ]
    assert page.counts.text() == "1 planned, 3 held"
    assert page.model.cell(0, "papers").second == "Not sent yet"
    assert page.model.cell(1, "papers").second.startswith("Sent")
    assert page.model.cell(0, "findings").words == "42"


def test_enter_opens_the_chosen_meeting(qtbot, seat, page):
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert seat.page is PageKey.MEETING
    assert seat.sitting.visits.page.title.text().startswith("Tuesday\u00a08\u00a0September")


def test_the_day_for_papers_shows_while_the_date_is_typed(qtbot, form):
    assert form.papers.text() == "Papers go out 5 clear working days before the meeting."
    qtbot.keyClicks(form.focusWidget(), "1 March 2027")
    assert "Friday 19 February 2027" in form.papers.text().replace("\u00a0", " ")


def test_a_meeting_is_planned_with_its_standing_items_and_undone(qtbot, seat, form):
    qtbot.keyClicks(form.focusWidget(), "8 March 2027")
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClicks(form.focusWidget(), "9.30")
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Return)
    assert seat.page is PageKey.MEETING
    planned = seat.desk.register.meetings()[0].meeting
    assert (planned.held_on, planned.starts_at) == (date(2027, 3, 8), "09:30")
    assert planned.status is MeetingStatus.PLANNED
    assert planned.paper_deadline == date(2027, 2, 26)
    assert seat.sitting.visits.page.agenda.model().rowCount() == 7
    qtbot.keyClick(seat.window, Qt.Key.Key_Z, CTRL)
    assert len(seat.desk.register.meetings()) == 4
    assert seat.page is PageKey.MEETINGS


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("soon", "Write a date such as 1 December 2026."),
        ("31 April 2027", "There is no such day."),
        ("1 December 2020", "This day is past."),
        ("1 December 2026", "There is a meeting on that day already."),
    ],
)
def test_a_wrong_date_is_told_beside_the_field(qtbot, seat, form, typed, sentence):
    qtbot.keyClicks(form.focusWidget(), typed)
    qtbot.mouseClick(form.plan, Qt.MouseButton.LeftButton)
    field = form.focusWidget().parent()
    assert field.fault.text().startswith(sentence)
    assert field.fault.isVisible()
    assert len(seat.desk.register.meetings()) == 4


def test_leaving_the_form_plans_nothing(qtbot, seat, page, form):
    qtbot.mouseClick(form.leave, Qt.MouseButton.LeftButton)
    assert form.isHidden()
    assert page.plan.isVisible()
    assert page.plan.hasFocus()
    assert len(seat.desk.register.meetings()) == 4


def test_an_empty_register_asks_for_the_panel_first(qtbot, take_seat, empty_desk):
    seat = take_seat(empty_desk)
    seat.go(PageKey.MEETINGS)
    page = seat.sitting.visits.page
    assert not page.plan.isVisible()
    qtbot.mouseClick(page.no_panel.step, Qt.MouseButton.LeftButton)
    assert seat.page is PageKey.SETTINGS


@pytest.mark.parametrize(
    ("typed", "time"),
    [("10:00", "10:00"), ("9.30", "09:30"), ("14", "14:00"), ("", None), (" 0:05 ", "00:05")],
)
def test_times_are_read_as_people_write_them(typed, time):
    assert time_typed(typed) == time


@pytest.mark.parametrize("typed", ["25:00", "10:60", "ten", "10:0", "-1"])
def test_what_is_no_time_is_refused(typed):
    with pytest.raises(InvalidInput, match="Write a time"):
        time_typed(typed)
