"""The agenda's list and what belongs to a meeting beside it: by mouse and by key."""

import pytest
from PySide6.QtCore import QPoint, Qt

from jasp_desktop.domain.vocabulary import Attended, MeetingStatus
from jasp_desktop.ui.kit.buttons import Button
from jasp_desktop.ui.meetings.declarations_part import DeclarationsPart
from jasp_desktop.ui.places import PageKey

LEFT = Qt.MouseButton.LeftButton
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(seat):
    meetings = [line.meeting for line in seat.desk.register.meetings()]
    planned = next(each for each in meetings if each.status is MeetingStatus.PLANNED)
    seat.go(PageKey.MEETING, planned.uid)
    return seat.sitting.visits.page


def numbers(page):
    return [item.number for item in page._records()]


def titles(page):
    return [item.title for item in page._records()]


def middle_of(page, row):
    return page.agenda.visualRect(page.rows.index(row, 0)).center()


def test_escape_lets_go_of_an_item_that_is_dragged(qtbot, page):
    before, view = titles(page), page.agenda.viewport()
    qtbot.mousePress(view, LEFT, pos=middle_of(page, 3))
    qtbot.mouseMove(view, middle_of(page, 1))
    assert page.agenda._above >= 0
    page.agenda.grab()
    qtbot.keyClick(page.agenda, Qt.Key.Key_Escape)
    qtbot.mouseRelease(view, LEFT, pos=middle_of(page, 1))
    assert titles(page) == before


def test_a_drag_that_goes_nowhere_changes_nothing(qtbot, page):
    before, view = titles(page), page.agenda.viewport()
    qtbot.mousePress(view, LEFT, pos=middle_of(page, 3))
    qtbot.mouseMove(view, middle_of(page, 1))
    qtbot.mouseMove(view, middle_of(page, 3) + QPoint(0, 4))
    qtbot.mouseRelease(view, LEFT, pos=middle_of(page, 3) + QPoint(0, 4))
    assert titles(page) == before


def test_the_meetings_own_row_is_not_moved(qtbot, page):
    before = titles(page)
    page.agenda.choose(0)
    qtbot.keyClick(page.agenda, Qt.Key.Key_Down, ALT_SHIFT)
    qtbot.keyClick(page.agenda, Qt.Key.Key_Delete)
    page.agenda.choose(1)
    qtbot.keyClick(page.agenda, Qt.Key.Key_Up, ALT_SHIFT)
    assert titles(page) == before


def test_an_item_is_dropped_at_the_top(qtbot, page):
    view = page.agenda.viewport()
    title = titles(page)[2]
    qtbot.mousePress(view, LEFT, pos=middle_of(page, 3))
    qtbot.mouseMove(view, middle_of(page, 1))
    qtbot.mouseMove(view, QPoint(20, 4))
    qtbot.mouseRelease(view, LEFT, pos=QPoint(20, 4))
    assert titles(page)[0] == title
    assert numbers(page)[:3] == ["1", "2", "3"]


def test_delete_takes_an_item_off_and_shows_the_one_that_takes_its_place(qtbot, page):
    before = titles(page)
    page.agenda.choose(5)
    qtbot.keyClick(page.agenda, Qt.Key.Key_Delete)
    assert titles(page) == [*before[:4], *before[5:]]
    assert page._item().item.title == before[5]
    assert numbers(page)[4] == "5"


def test_numbers_with_gaps_are_offered_to_be_closed(qtbot, seat, page):
    assert not page.agenda_pane.number.isVisible()
    sent = seat.desk.meetings.sent_papers(page._view.meeting, page._view.meeting.paper_deadline)
    seat.sitting.workspace.acts.do(sent)
    page.agenda.choose(3)
    qtbot.keyClick(page.agenda, Qt.Key.Key_Delete)
    assert "3" not in numbers(page)
    qtbot.mouseClick(page.agenda_pane.number, LEFT)
    assert numbers(page)[2] == "3"
    assert not page.agenda_pane.number.isVisible()


def test_a_form_that_is_left_changes_nothing(qtbot, page):
    item = page._item().item
    page.item.edit_asked.emit()
    qtbot.keyClicks(page.form.form.fields["title"].control.widget, "x")
    qtbot.mouseClick(page.form.leave, LEFT)
    assert page.item.isVisible()
    assert page._item().item == item
    assert page.unsaved() == ()


def test_a_title_that_is_missing_is_told_at_its_field(page):
    page.item.edit_asked.emit()
    page.form.form.fields["title"].control.widget.clear()
    page.form.form._on_edited("title")
    page.save()
    assert page.form.isVisible()
    assert page.form.form.fields["title"].is_wrong


def test_a_meeting_is_cancelled_and_planned_again(qtbot, page):
    page.agenda.choose(0)
    steps = page.about.standing.steps
    qtbot.mouseClick(steps[MeetingStatus.CANCELLED], LEFT)
    assert page._view.meeting.status is MeetingStatus.CANCELLED
    assert not page.live.isVisible()
    assert not page.about.papers.send.isVisible()
    qtbot.mouseClick(steps[MeetingStatus.PLANNED], LEFT)
    assert page._view.meeting.status is MeetingStatus.PLANNED
    qtbot.mouseClick(steps[MeetingStatus.HELD], LEFT)
    assert page._view.meeting.status is MeetingStatus.PLANNED, "its day is still to come"


def test_papers_that_were_not_sent_after_all_are_put_right(qtbot, page):
    page.agenda.choose(0)
    papers = page.about.papers
    papers.day.setText("soon")
    qtbot.mouseClick(papers.send, LEFT)
    assert papers.field.is_wrong
    papers.day.setText("23 November 2026")
    qtbot.mouseClick(papers.send, LEFT)
    assert page._view.meeting.despatched_on is not None
    qtbot.mouseClick(papers.unsend, LEFT)
    assert page._view.meeting.despatched_on is None


def test_a_second_press_takes_attendance_back(qtbot, seat, page):
    page.agenda.choose(0)
    chair = seat.desk.meetings.expected(page._view.meeting)[0]
    present = page.about.attendance.lines[chair.uid].answers[Attended.PRESENT]
    qtbot.mouseClick(present, LEFT)
    assert present.isChecked()
    assert len(page._view.meeting.attendance) == 1
    qtbot.mouseClick(present, LEFT)
    assert not present.isChecked()
    assert page._view.meeting.attendance == ()


def test_declarations_are_taken_one_by_one(qtbot, page):
    page.agenda.choose(2)
    part = page.item.findChild(DeclarationsPart)
    qtbot.mouseClick(part.record, LEFT)
    assert part.fields["name"].is_wrong
    part.name.setCurrentIndex(1)
    part.words.setText("governor of a school")
    qtbot.mouseClick(part.record, LEFT)

    def shown():
        buttons = page.item.findChildren(Button)
        return [b for b in buttons if b.text() == "Take away" and b.isVisible()]

    qtbot.waitUntil(lambda: len(shown()) == 1)
    qtbot.mouseClick(shown()[0], LEFT)
    assert page._item().item.covering_sections == ()
