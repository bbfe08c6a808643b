"""Dates that can be read two ways: both readings are written out, and none is chosen."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from jasp_desktop.domain.trackers import ColumnUse, DateOrder, TrackerField, TrackerMapping
from jasp_desktop.exchange.trackers.date_columns import judge_dates
from jasp_desktop.ui.importing.tracker.dates_view import DatesView, dates_to_settle
from jasp_desktop.ui.importing.tracker.mapping_edits import with_order
from tests.exchange.trackers.sample_sheets import rows

LEFT = Qt.MouseButton.LeftButton
CELLS = [
    ("Target", "Closed"),
    ("03/04/2026", "05/06/2026"),
    ("31/10/2026", "07/08/2026"),
    ("02/03/2026", None),
]


@pytest.fixture
def mapping():
    columns = (
        ColumnUse(column=0, heading="Target", field=TrackerField.TARGET),
        ColumnUse(column=1, heading="Closed", field=TrackerField.CLOSED_ON),
    )
    return TrackerMapping(name="", tracker="T", sheet="S", header_row=1, columns=columns)


@pytest.fixture
def view(qtbot, appearance, mapping):
    made = DatesView(appearance)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_columns(judge_dates(rows(CELLS), mapping))
    return made


def test_both_readings_stand_there_in_words_and_none_is_chosen(view):
    first, second = view.cards
    assert [each.text() for each in first.options] == [
        "3\u00a0April\u00a02026",
        "4\u00a0March\u00a02026",
        "Leave blank",
    ]
    assert not any(option.isChecked() for card in view.cards for option in card.options)
    assert not first.use.isEnabled()
    assert "31/10/2026" in first.evidence.text()
    assert "shows which comes first" in second.evidence.text()


def test_an_answer_is_of_its_column_and_counts_once_it_is_used(qtbot, view):
    told = []
    view.settled.connect(lambda column, order: told.append((column, order)))
    card = view.cards[0]
    qtbot.mouseClick(card.options[0], LEFT)
    assert told == []
    assert card.use.text() == "Use for all 2"
    qtbot.mouseClick(card.use, LEFT)
    assert told == [(0, DateOrder.DAY_FIRST)]


def test_by_keyboard_alone_the_focus_goes_to_the_next_column_and_then_on(qtbot, view, mapping):
    def settle(column, order):
        nonlocal mapping
        mapping = with_order(mapping, column, order)
        view.show_columns(judge_dates(rows(CELLS), mapping))

    view.settled.connect(settle)
    for _ in range(2):
        waiting = next(card for card in view.cards if card.column.needs_choice)
        waiting.options[0].setFocus()
        qtbot.keyClick(waiting.options[0], Qt.Key.Key_Space)
        waiting.use.setFocus()
        qtbot.keyClick(waiting.use, Qt.Key.Key_Space)
    assert dates_to_settle([card.column for card in view.cards]) == 0
    assert view.foot.go_on.hasFocus()
    assert view.count.text() == "4 dates, 0 to settle."
    assert view.cards[0].column.ambiguous[0].day_first == date(2026, 4, 3)
