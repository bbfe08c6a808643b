"""The page that proves what scrutiny came to, by mouse and key."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jasp_desktop.ui.places import PageKey
from jasp_desktop.ui.proof.question_slip import QuestionSlip

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(seat):
    seat.go(PageKey.PROOF)
    return seat.sitting.visits.page


def slips(page) -> list[QuestionSlip]:
    return page.questions.findChildren(QuestionSlip)


def type_into(qtbot: QtBot, line, words: str) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, words)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def choose_other_days(qtbot: QtBot, page) -> None:
    page.period.years.setFocus()
    qtbot.keyClick(page.period.years, Qt.Key.Key_End)


def test_the_figures_add_up_to_the_questions_that_are_listed(page):
    assert len(slips(page)) == int(page.asked.text())
    assert int(page.answered.text()) <= int(page.asked.text())


def test_days_of_ones_own_narrow_the_period(qtbot: QtBot, page):
    choose_other_days(qtbot, page)
    assert page.period.first_field.isVisible()
    type_into(qtbot, page.period.first, "1 September 2026")
    type_into(qtbot, page.period.last, "30/9/2026")
    asked = [each.asked_on for each in page.shown_questions]
    assert asked
    assert all(day.month == 9 for day in asked)
    # The slips of the period before are taken away once the window has time for it.
    qtbot.waitUntil(lambda: len(slips(page)) == len(asked))


def test_a_period_that_ends_before_it_begins_is_refused_beside_the_field(qtbot: QtBot, page):
    before = len(slips(page))
    choose_other_days(qtbot, page)
    type_into(qtbot, page.period.last, "1 January 2020")
    assert "ends before it begins" in page.period.last_field.fault.text()
    type_into(qtbot, page.period.last, "soon")
    assert "Write a date" in page.period.last_field.fault.text()
    assert len(slips(page)) == before


def test_a_period_without_questions_says_so_and_leads_to_the_questions(qtbot: QtBot, seat, page):
    choose_other_days(qtbot, page)
    type_into(qtbot, page.period.first, "1 January 2020")
    type_into(qtbot, page.period.last, "31 December 2020")
    assert page.empty.isVisible()
    assert not page.paper.print.isVisible()
    qtbot.mouseClick(page.empty.step, LEFT)
    assert seat.page is PageKey.QUESTIONS


def test_a_question_leads_to_its_finding_and_back(qtbot: QtBot, seat, page):
    slip = next(each for each in slips(page) if each.subject is not None)
    qtbot.mouseClick(slip.subject, LEFT)
    assert seat.page is PageKey.FINDING
    qtbot.keyClick(seat.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert seat.page is PageKey.PROOF


def test_it_is_saved_and_printed(qtbot: QtBot, seat, page, tmp_path):
    seat.files.answer = tmp_path / "proof.pdf"
    qtbot.mouseClick(page.paper.save, LEFT)
    qtbot.waitUntil(seat.files.answer.exists)
    qtbot.mouseClick(page.paper.print, LEFT)
    qtbot.waitUntil(lambda: bool(seat.printer.printed))
    assert seat.printer.printed[0] == seat.files.answer.read_bytes()
