"""Less room: the notebook and the rail go behind buttons, and nothing is cut."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from jasp_desktop.ui.kit.buttons import Button
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.places import PageKey
from jasp_desktop.ui.window import Folding, folding_at


@pytest.mark.parametrize(
    ("width", "text_size", "folding"),
    [
        (1440, 100, Folding.FULL),
        (1366, 100, Folding.FULL),
        (1366, 125, Folding.NO_NOTEBOOK),
        (1440, 150, Folding.ONE_PANE),
        (1440, 200, Folding.ONE_PANE),
        (1280, 100, Folding.FULL),
        (1279, 100, Folding.NO_NOTEBOOK),
    ],
)
def test_folding_goes_by_width_and_text_size(width: int, text_size: int, folding: Folding):
    assert folding_at(width, text_size) is folding


def open_report(seat) -> None:
    seat.go(PageKey.REPORT, seat.desk.register.reports()[0].report.uid)


def test_with_room_rail_page_and_notebook_stand_side_by_side(seat):
    open_report(seat)
    assert seat.window.rail.isVisible()
    assert seat.sitting.notebook.panel.isVisible()
    assert not seat.window.menu.isVisible()
    assert not seat.window.notebook_button.isVisible()


def test_home_has_no_notebook(seat):
    open_report(seat)
    seat.go(PageKey.HOME)
    assert not seat.sitting.notebook.panel.isVisible()


def test_at_200_per_cent_one_pane_shows_at_a_time(qtbot: QtBot, seat):
    open_report(seat)
    seat.sitting.workspace.appearance.choose_text_size(200)
    window, panel = seat.window, seat.sitting.notebook.panel
    assert not window.rail.isVisible()
    assert not panel.isVisible()
    qtbot.mouseClick(window.notebook_button, Qt.MouseButton.LeftButton)
    assert panel.isVisible()
    assert not window.pages.isVisible()
    qtbot.mouseClick(window.notebook_button, Qt.MouseButton.LeftButton)
    assert window.pages.isVisible()
    qtbot.mouseClick(window.menu, Qt.MouseButton.LeftButton)
    assert window.rail.isVisible()
    window.rail.chosen.emit(PageKey.REPORTS)
    assert seat.page is PageKey.REPORTS
    assert not window.rail.isVisible()


def crumbs(seat) -> list[str]:
    bar = seat.window.top_bar
    shown = [*bar.findChildren(Label), *bar.findChildren(Button)]
    return [each.text() for each in shown if each.isVisible()]


def test_where_room_is_short_only_the_place_itself_is_named(qtbot: QtBot, seat):
    open_report(seat)
    qtbot.waitUntil(lambda: "Reports" in crumbs(seat))
    seat.sitting.workspace.appearance.choose_text_size(200)
    here = seat.sitting.visits.page.crumbs()[-1].words
    qtbot.waitUntil(lambda: here in crumbs(seat))
    assert "Reports" not in crumbs(seat)
    qtbot.keyClick(seat.sitting.visits.page, Qt.Key.Key_Escape)
    assert seat.page is PageKey.REPORTS


def test_the_field_to_go_to_unfolds_when_it_is_asked_for(qtbot: QtBot, seat):
    seat.sitting.workspace.appearance.choose_text_size(200)
    field = seat.window.top_bar.go_to
    assert not field.isVisible()
    qtbot.keyClick(seat.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert field.isVisible()
    assert field.hasFocus()


@pytest.mark.parametrize(("size", "text_size"), [((1366, 768), 100), ((1440, 900), 200)])
@pytest.mark.parametrize("page", [PageKey.HOME, PageKey.REPORTS, PageKey.REPORT, PageKey.SETTINGS])
def test_no_button_is_cut_or_outside_the_window(
    qtbot: QtBot, seat, size: tuple[int, int], text_size: int, page: PageKey
):
    seat.sitting.workspace.appearance.choose_text_size(text_size)
    seat.window.resize(*size)
    uid = seat.desk.register.reports()[0].report.uid if page is PageKey.REPORT else None
    seat.go(page, uid)
    qtbot.waitUntil(lambda: (seat.window.width(), seat.window.height()) == size)
    qtbot.waitUntil(lambda: not badly_placed(seat.window))


def badly_placed(window) -> list[str]:
    """Return the words of the buttons that are cut or reach out of the window."""
    bad = []
    for button in window.findChildren(QAbstractButton):
        left = button.mapTo(window, button.rect().topLeft()).x()
        is_cut = button.width() < min(button.minimumSizeHint().width(), window.width())
        is_outside = left < 0 or left + button.width() > window.width()
        if button.isVisible() and (is_cut or is_outside):
            bad.append(button.text())
    return bad
