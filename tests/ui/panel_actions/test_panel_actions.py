"""The panel's own tracker: filters, an entry closed, carried on, opened again, and added."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from jasp_desktop.domain.panel_tracker import TrackerFilter
from jasp_desktop.ui.kit.buttons import Button
from jasp_desktop.ui.places import PageKey

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(seat):
    seat.go(PageKey.PANEL_ACTIONS)
    return seat.sitting.visits.page


def numbers(page):
    return [entry.action.number for entry in page.model.entries]


def press(qtbot, page, words):
    """Press the one button with these words, once what is shown anew is there."""

    def shown():
        buttons = page.entry.findChildren(Button)
        return [each for each in buttons if each.text() == words and each.isVisible()]

    qtbot.waitUntil(lambda: len(shown()) == 1)
    qtbot.mouseClick(shown()[0], LEFT)


def test_what_is_owed_comes_first_and_the_chips_count(qtbot, page):
    assert numbers(page)[:2] == ["Action 004", "Action 007"]
    assert page.totals.text() == "5 open + 6 closed = 11"
    qtbot.mouseClick(page.chips[TrackerFilter.OVERDUE], LEFT)
    assert numbers(page) == ["Action 004", "Action 007"]
    qtbot.mouseClick(page.chips[TrackerFilter.CLOSED], LEFT)
    assert len(numbers(page)) == 6
    assert page.model.cell(numbers(page).index("Action 002"), "stands").second == (
        "Carried to Action 006"
    )


def test_a_place_can_name_an_entry_or_a_filter(seat, page):
    closed = next(
        entry.action.uid
        for entry in seat.desk.panel_tracker.entries()
        if entry.action.number == "Action 002"
    )
    seat.go(PageKey.PANEL_ACTIONS, closed)
    assert page.entry.shown == closed
    seat.go(PageKey.PANEL_ACTIONS, None, "overdue")
    assert len(numbers(page)) == 2


def test_closing_asks_what_came_of_it(qtbot, seat, page):
    qtbot.mouseClick(page.entry.close_button, LEFT)
    assert page.entry.fields["outcome"].is_wrong
    page.entry.outcome.setPlainText("A second holder is named.")
    page.entry.closed_on.setText("yesterday")
    qtbot.mouseClick(page.entry.close_button, LEFT)
    assert page.entry.fields["closed_on"].is_wrong
    page.entry.closed_on.setText("13 November 2026")
    qtbot.mouseClick(page.entry.close_button, LEFT)
    assert "Action 004" not in numbers(page)
    seat.sitting.workspace.acts.stack.undo()
    assert numbers(page)[0] == "Action 004"


def test_an_entry_is_carried_on_under_the_next_number(qtbot, page):
    page.entry.next_due.setText("no day")
    qtbot.mouseClick(page.entry.carry, LEFT)
    assert page.entry.fields["due"].is_wrong
    page.entry.next_due.setText("15 January 2027")
    qtbot.mouseClick(page.entry.carry, LEFT)
    assert "Action 012" in numbers(page)
    assert "Action 004" not in numbers(page)


def test_a_closed_entry_is_opened_again(qtbot, page):
    qtbot.mouseClick(page.chips[TrackerFilter.CLOSED], LEFT)
    first = numbers(page)[0]
    press(qtbot, page, "Open it again")
    assert first not in numbers(page)


def test_the_question_behind_an_entry_is_opened(qtbot, seat, page):
    press(qtbot, page, "Open the question")
    assert seat.page is PageKey.QUESTIONS


def test_an_entry_is_added(qtbot, page):
    qtbot.mouseClick(page.add_button, LEFT)
    assert page.form.title.text() == "Add Action 012"
    qtbot.mouseClick(page.form.keep, LEFT)
    assert page.form.fields["text"].is_wrong
    page.form.due.setText("soon")
    qtbot.mouseClick(page.form.keep, LEFT)
    assert page.form.fields["due"].is_wrong
    page.form.text.setPlainText("Bring a paper.")
    page.form.due.setText("15 January 2027")
    page.form.owner.setCurrentIndex(1)
    qtbot.mouseClick(page.form.keep, LEFT)
    assert page.form.isHidden()
    entry = next(e for e in page.model.entries if e.action.number == "Action 012")
    assert (entry.action.due, page.entry.shown) == (date(2027, 1, 15), entry.action.uid)


def test_the_list_is_exported_as_it_is_shown(page):
    qtable = page.shown_list().gather(None)
    assert [line[0] for line in qtable.lines] == numbers(page)
