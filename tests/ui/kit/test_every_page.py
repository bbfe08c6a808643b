"""What a screen reader and the Tab key meet on every page of the program, with the sample data."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jasp_desktop.domain.listings import FindingQuery
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.places import PageKey, Place
from tests.ui.conftest import Seat


def places(seat: Seat) -> dict[PageKey, Place]:
    """Return a place on every page."""
    register = seat.desk.register
    lines = register.finding_lines(register.finding_ids(FindingQuery()))
    finding = next(line for line in lines if line.reference == "041/03")
    meeting = next(line.meeting for line in register.meetings() if line.items)
    records = {
        PageKey.REPORT: finding.report,
        PageKey.FINDING: finding.uid,
        PageKey.MEETING: meeting.uid,
        PageKey.BRIEF: meeting.uid,
        PageKey.LIVE: meeting.uid,
    }
    return {key: Place(key, records.get(key)) for key in PageKey}


def tab_stops(pane: QWidget) -> Iterator[QWidget]:
    """Return what Tab goes through in a pane, in its order."""
    widget = pane.nextInFocusChain()
    while widget is not pane:
        takes_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes_tab and widget.isVisible() and widget.isEnabled() and pane.isAncestorOf(widget):
            yield widget
        widget = widget.nextInFocusChain()


def place_of(widget: QWidget) -> QRect:
    """Return where a widget is in the window; what is scrolled away counts too."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def goes_back(before: QWidget, after: QWidget) -> bool:
    """Tell whether one stop lies above the one before it, in the same column."""
    if before.isAncestorOf(after):
        return False
    first, second = place_of(before), place_of(after)
    return second.bottom() < first.top() and second.left() <= first.right()


def spoken_name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


@pytest.mark.parametrize("key", list(PageKey))
def test_every_control_of_a_page_has_a_name_and_a_role(seat: Seat, key: PageKey) -> None:
    seat.sitting.workspace.navigator.open(places(seat)[key])
    assert seat.page is key
    nameless = [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in tab_stops(seat.window)
        if not spoken_name(widget)
    ]
    assert nameless == []
    roles = {
        QAccessible.queryAccessibleInterface(widget).role() for widget in tab_stops(seat.window)
    }
    assert QAccessible.Role.NoRole not in roles


@pytest.mark.parametrize("key", list(PageKey))
def test_tab_goes_down_every_page(seat: Seat, qtbot: QtBot, key: PageKey) -> None:
    seat.sitting.workspace.navigator.open(places(seat)[key])
    window = seat.window

    def goes_down() -> None:
        for pane in (window.rail, window.top_bar, window.pages.currentWidget()):
            for before, after in pairwise(tab_stops(pane)):
                assert not goes_back(before, after), (spoken_name(before), spoken_name(after))

    # What scrolls is laid out once the page has been shown.
    qtbot.waitUntil(goes_down)


@pytest.mark.parametrize("key", list(PageKey))
def test_every_page_has_headings_for_a_screen_reader(seat: Seat, key: PageKey) -> None:
    seat.sitting.workspace.navigator.open(places(seat)[key])
    page = seat.window.pages.currentWidget()
    headings = [label for label in page.findChildren(Label) if label.is_heading]
    shown = [label for label in headings if label.isVisible()]
    assert shown
    for label in headings:
        interface = QAccessible.queryAccessibleInterface(label)
        assert interface.role() is QAccessible.Role.Heading
        assert interface.text(QAccessible.Text.Name) == label.text()
