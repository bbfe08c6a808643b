"""Live: what goes wrong is told, nothing typed is lost, and what is left to do is offered."""

import pytest
from PySide6.QtCore import QPoint, Qt

from jasp_desktop.domain.vocabulary import QuestionKind, QuestionState
from jasp_desktop.services.notebook import LONGEST_TEXT
from jasp_desktop.ui.kit.buttons import Button
from jasp_desktop.ui.places import PageKey, Place

LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(seat):
    lines = seat.desk.register.meetings()
    meeting = next(line.meeting for line in lines if line.meeting.status.value == "planned")
    found = seat.desk.live.meeting(meeting.uid)
    first = next(each for each in found.questions if each.question)
    seat.go(PageKey.LIVE, meeting.uid, first.uid)
    return seat.sitting.visits.page


def record(page):
    return page.workspace.desk.live.question(page._shown)


def test_it_opens_at_the_first_question_that_was_not_put(seat, page):
    seat.go(PageKey.MEETINGS)
    seat.go(PageKey.LIVE, page._meeting.meeting.uid)
    assert page._meeting.place_of(page._shown) == 0


def test_the_button_says_what_the_key_says(qtbot, page):
    qtbot.mouseClick(page.question.ask, LEFT)
    assert record(page).state is QuestionState.ASKED
    assert not page.question.ask.isVisible()
    assert page.question.stands.text().startswith("Asked")


def test_a_verdict_needs_an_answer(qtbot, seat, page):
    qtbot.keyClick(page.question.answer, Qt.Key.Key_1, ALT)
    assert "Note the answer first" in seat.window.notices.sentence.text()
    assert record(page).verdict is None


def test_an_answer_too_long_to_keep_stays_and_says_so(page):
    page.question.answer.setPlainText("x" * (LONGEST_TEXT + 1))
    assert not page.notes.keep()
    assert page.question.kept.text().startswith("Not saved.")
    shown = page._shown
    page.step(1)
    assert page._shown == shown, "nobody leaves words that are not kept"
    assert page.unsaved() == ("The answer of the live meeting",)
    page.question.answer.setPlainText("Short.")
    assert page.unsaved() == ()
    page.step(1)
    assert page._shown != shown


def test_kind_minute_and_who_answered_are_noted_at_once(page):
    page.question.answer.setPlainText("Yes.")
    kinds = list(QuestionKind)
    page.question.kind.setCurrentIndex(1)
    page.question.kind.activated.emit(1)
    page.question.by.setCurrentIndex(2)
    page.question.by.activated.emit(2)
    page.question.minute.setText("7.1")
    page.question.minute.editingFinished.emit()
    noted = record(page)
    assert (noted.kind, noted.minute) == (kinds[0], "7.1")
    assert noted.answered_by is not None
    page.step(1)
    page.step(-1)
    assert record(page).answered_by == noted.answered_by
    assert record(page).state is QuestionState.ANSWERED


def test_a_day_that_is_none_is_told_and_one_that_is_goes_again(page):
    page.question.answer.setPlainText("In part.")
    due = page.question.due
    due.setText("soon")
    due.editingFinished.emit()
    assert page.question.fields["due"].is_wrong
    due.setText("1 October 2026")
    due.editingFinished.emit()
    assert page.question.fields["due"].is_wrong
    due.setText("19 January 2027")
    due.editingFinished.emit()
    assert record(page).state is QuestionState.ANSWER_OUTSTANDING
    due.clear()
    due.editingFinished.emit()
    assert record(page).answer_due is None


def test_undo_takes_the_answer_back_and_keeps_the_words(seat, page):
    page.question.answer.setPlainText("Yes.")
    page.step(1)
    page.step(-1)
    assert record(page).state is QuestionState.ANSWERED
    seat.sitting.workspace.acts.stack.undo()
    assert record(page).state is QuestionState.ASKED
    assert page.question.answer.words == "Yes."


def test_the_list_leads_to_an_items_first_question_left(qtbot, page):
    page.list.list.choose(page.list.rows.rowCount() - 1)
    assert page._meeting.item_of(page._question()) == page._meeting.asking[-1]
    qtbot.keyClick(page.list.list, Qt.Key.Key_Return)
    assert page.question.answer.hasFocus()


def test_leaving_by_another_way_forgets_the_meeting_and_keeps_the_answer(seat, page):
    page.question.answer.setPlainText("Yes.")
    uid = page._shown
    assert seat.desk.live.spot() is not None
    seat.go(PageKey.HOME)
    assert seat.desk.live.spot() is None
    assert seat.desk.live.question(uid).state is QuestionState.ANSWERED
    assert seat.window.rail.isVisible()


def test_closing_the_window_keeps_the_place(seat, page):
    page.question.answer.setPlainText("Yes.")
    seat.window.close()
    assert seat.desk.live.spot().question == page._shown
    assert record(page).answer == "Yes."


def test_a_meeting_without_questions_says_so(qtbot, seat):
    held = next(
        line.meeting
        for line in seat.desk.register.meetings()
        if not seat.desk.live.meeting(line.meeting.uid).questions
    )
    seat.go(PageKey.LIVE, held.uid)
    page = seat.sitting.visits.page
    assert page.none.isVisible()
    assert not page.can_step(1)
    qtbot.mouseClick(page.none.after, LEFT)
    assert page.after.isVisible()


def test_without_a_next_meeting_the_way_to_plan_one_is_offered(qtbot, seat, page):
    uid = page._meeting.meeting.uid
    seat.sitting.visits.open(Place(PageKey.LIVE, uid, "after"))
    assert page.after._outcome.following is None
    assert "still to be carried" in page.after.letter.waits.text()
    shown = [b for b in page.after.findChildren(Button) if b.text() == "Plan the next meeting"]
    qtbot.mouseClick(shown[0], LEFT)
    assert seat.page is PageKey.MEETINGS
    seat.sitting.visits.open(Place(PageKey.LIVE, uid, "after"))
    qtbot.mouseClick(page.after.back, LEFT)
    assert page.question.isVisible()
    page.step(1)


def test_at_twice_the_text_size_the_answer_is_in_sight(qtbot, page, appearance):
    appearance.choose_text_size(200)
    qtbot.waitUntil(lambda: page.panes.is_folded)
    page.step(1)
    page.step(-1)
    view = page.question.viewport().rect()
    box = page.question.answer
    top = box.mapTo(page.question.viewport(), box.rect().topLeft()).y()
    assert 0 <= top < view.height()


def test_it_opens_at_twice_the_text_size_with_what_is_typed_into_in_sight(qtbot, seat, appearance):
    appearance.choose_text_size(200)
    meeting = seat.desk.register.home().next_meeting.meeting
    seat.go(PageKey.LIVE, meeting.uid)
    page = seat.sitting.visits.page
    field, view = page.question.member, page.question.viewport()
    assert field.hasFocus()
    qtbot.waitUntil(
        lambda: view.rect().contains(field.rect().translated(field.mapTo(view, QPoint())))
    )


@pytest.mark.usefixtures("page")
def test_a_meeting_that_is_gone_is_told(seat):
    seat.go(PageKey.LIVE, "00000000-0000-7000-8000-000000000000")
    assert "not on the register" in seat.window.notices.sentence.text()
