"""Rail, top bar, status line, panes and page: they ask, the window does."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from jasp_desktop.ui.kit.buttons import Button
from jasp_desktop.ui.kit.crumbs import CrumbTrail
from jasp_desktop.ui.kit.fields import Line
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.panes import Panes
from jasp_desktop.ui.kit.planes import Row
from jasp_desktop.ui.kit.rail import SETTINGS, Rail, RailRow
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Measure
from jasp_desktop.ui.kit.status_line import StatusLine
from jasp_desktop.ui.kit.top_bar import TopBar
from jasp_desktop.ui.kit.type_scale import Type
from tests.ui.kit.showing import shown


@pytest.fixture
def rail(appearance, qtbot):
    rail = Rail(appearance, "Trent Vale (invented)")
    rail.add_place("home", "house", "Home", "Ctrl+1")
    rail.add_place("findings", "list-checks", "Findings", "Ctrl+2")
    rail.add_gap()
    rail.add_place("import", "file-input", "Import")
    rail.resize(176, 700)
    return shown(qtbot, rail)


def rows(rail: Rail) -> dict[str, RailRow]:
    return {row.text(): row for row in rail.findChildren(RailRow)}


def test_a_place_on_the_rail_is_opened_and_stays_chosen(rail, qtbot):
    row = rows(rail)["Findings"]
    for _ in range(2):
        with qtbot.waitSignal(rail.chosen) as chosen:
            qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
        assert chosen.args == ["findings"]
        assert [one.text() for one in rows(rail).values() if one.isChecked()] == ["Findings"]


def test_choosing_from_outside_goes_nowhere(rail, qtbot):
    with qtbot.assertNotEmitted(rail.chosen):
        rail.choose("home")
    assert rows(rail)["Home"].isChecked()


def test_settings_stands_last_and_is_a_place_too(rail, qtbot):
    with qtbot.waitSignal(rail.chosen) as chosen:
        qtbot.mouseClick(rows(rail)["Settings"], Qt.MouseButton.LeftButton)
    assert chosen.args == [SETTINGS]


def test_the_keyboard_goes_down_the_rail_and_comes_to_settings_last(appearance, qtbot):
    window, rail = Row(appearance), Rail(appearance, "Trent Vale (invented)")
    rail.add_place("home", "house", "Home")
    rail.add_place("findings", "list-checks", "Findings")
    window.add(rail, Line(appearance))
    shown(qtbot, window)
    rows(rail)["Home"].setFocus()
    for words in ("Findings", "Settings"):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is rows(rail)[words]


def test_a_count_on_the_rail_is_said(rail):
    rail.set_count("findings", 6)
    assert rows(rail)["Findings"].accessibleName() == "Findings, 6"
    rail.set_count("findings", 0)
    assert rows(rail)["Findings"].accessibleName() == "Findings"


def test_the_foot_of_the_rail_says_what_is_open(rail):
    rail.set_foot("Working register", "Can be edited")
    assert rail.foot_title.isVisible()
    assert rail.foot_words.text() == "Can be edited"


def test_the_rail_is_as_wide_as_its_text_asks(rail, appearance):
    appearance.choose_text_size(200)
    assert rail.width() == 2 * Measure.RAIL


def test_the_top_bar_asks_for_what_is_clicked(appearance, qtbot):
    bar = TopBar(appearance)
    bar.resize(1100, 50)
    shown(qtbot, bar)
    bar.set_can_go(back=True, forward=True)
    bar.set_neighbours(shown=True, has_previous=True, has_next=True)
    asked = [
        (bar.back, bar.back_requested),
        (bar.forward, bar.forward_requested),
        (bar.previous, bar.previous_requested),
        (bar.next, bar.next_requested),
    ]
    for button, signal in asked:
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_crumb_opens_what_it_names_and_the_last_is_here(appearance, qtbot):
    bar = TopBar(appearance)
    bar.resize(1100, 50)
    shown(qtbot, bar)
    bar.set_crumbs([("Findings", "findings"), ("Stalking", None), ("041/03", "here")])
    (crumb,) = [one for one in bar.findChildren(Button) if one.text() == "Findings"]
    with qtbot.waitSignal(bar.crumb_opened) as opened:
        qtbot.mouseClick(crumb, Qt.MouseButton.LeftButton)
    assert opened.args == ["findings"]
    bar.set_crumbs([("Home", None)])

    def words() -> list[str]:
        return [label.text() for label in bar.findChildren(Label) if label.isVisible()]

    qtbot.waitUntil(lambda: words() == ["Home"])


def test_where_room_is_short_the_path_goes_from_its_beginning(appearance, qtbot):
    # A window of its own would not become smaller than what is in it.
    holder = QWidget()
    holder.resize(600, 50)
    trail = CrumbTrail(appearance, holder)
    trail.set_crumbs([("Findings", "findings"), ("Stalking", "report"), ("041/03", None)])
    whole = trail.sizeHint().width()
    trail.resize(whole, 50)
    shown(qtbot, holder)

    def words() -> list[str]:
        parts = [*trail.findChildren(Button), *trail.findChildren(Label)]
        parts = sorted((part for part in parts if part.isVisible()), key=lambda part: part.x())
        return [part.text() for part in parts]

    qtbot.waitUntil(lambda: words() == ["Findings", "/", "Stalking", "/", "041/03"])
    trail.resize(whole - 1, 50)
    qtbot.waitUntil(lambda: words() == ["Stalking", "/", "041/03"])
    trail.resize(trail.minimumSizeHint().width(), 50)
    qtbot.waitUntil(lambda: words() == ["041/03"])
    trail.resize(whole, 50)
    qtbot.waitUntil(lambda: len(words()) == 5)
    assert trail.sizeHint().width() == whole


def test_tab_goes_through_new_crumbs_where_they_stand(appearance, qtbot):
    bar = TopBar(appearance)
    bar.resize(1100, 50)
    bar.set_can_go(back=True, forward=True)
    shown(qtbot, bar)
    bar.set_crumbs([("Findings", "findings"), ("041/03", None)])
    bar.forward.setFocus()
    qtbot.keyClick(bar.forward, Qt.Key.Key_Tab)
    assert bar.focusWidget().text() == "Findings"
    qtbot.keyClick(bar.focusWidget(), Qt.Key.Key_Tab)
    assert bar.focusWidget() is bar.go_to


def test_a_reference_is_gone_to_by_enter(appearance, qtbot):
    bar = shown(qtbot, TopBar(appearance))
    qtbot.keyClicks(bar.go_to, "041/03")
    with qtbot.waitSignal(bar.reference_entered) as entered:
        qtbot.keyClick(bar.go_to, Qt.Key.Key_Return)
    assert entered.args == ["041/03"]


def test_neighbours_show_only_where_there_is_a_list(appearance, qtbot):
    bar = shown(qtbot, TopBar(appearance))
    assert not bar.next.isVisible()
    bar.set_neighbours(shown=True, has_next=True)
    assert bar.next.isEnabled()
    assert not bar.previous.isEnabled()


def test_long_work_shows_and_can_be_stopped(appearance, qtbot):
    line = StatusLine(appearance)
    line.resize(1000, 30)
    shown(qtbot, line)
    line.set_left(["Data as at 14 Nov 2026", "Notes saved 10:32"])
    line.set_right(["OFFICIAL", "Text 100 %"])
    assert not line.progress.isVisible()
    line.show_work("Reading the tracker", 1200, 5000)
    assert line.progress.isVisible()
    assert line.progress.value() == 1200
    with qtbot.waitSignal(line.cancel_requested):
        qtbot.mouseClick(line.cancel, Qt.MouseButton.LeftButton)
    assert not line.cancel.isEnabled()
    line.end_work()
    assert not line.progress.isVisible()
    assert line.cancel.isEnabled()


def test_work_of_unknown_length_only_moves(appearance, qtbot):
    line = shown(qtbot, StatusLine(appearance))
    line.show_work("Opening")
    assert line.progress.maximum() == 0


@pytest.fixture
def panes(appearance, qtbot):
    panes = Panes(appearance)
    panes.resize(1264, 600)
    for key, width in (("list", 312), ("page", None), ("notebook", 320)):
        panes.add_pane(ScrollPage(appearance), key, width)
    shown(qtbot, panes)
    panes.restore()
    return panes


def test_panes_keep_their_widths_and_the_page_takes_the_rest(panes):
    assert panes.widths() == {"list": 312, "page": 630, "notebook": 320}


def test_widths_a_person_dragged_are_set_again(panes):
    panes.set_widths({"list": 400, "page": 542})
    assert panes.widths()["list"] == 400


def test_a_double_click_at_the_hairline_gives_the_usual_widths(panes, qtbot):
    panes.set_widths({"list": 400, "page": 542})
    qtbot.mouseDClick(panes.handle(1), Qt.MouseButton.LeftButton, pos=QPoint(4, 100))
    assert panes.widths()["list"] == 312


def test_a_grip_is_wider_than_the_hairline_it_shows(panes):
    grip = panes.handle(1)
    assert grip.width() == Measure.GRIP
    assert grip.contentsRect().width() == 1


@pytest.fixture
def page(appearance, qtbot):
    page = ScrollPage(appearance)
    for number in range(60):
        page.body.add(Label(appearance, f"Paragraph {number}", Type.BODY))
    page.resize(600, 400)
    return shown(qtbot, page)


def test_a_page_scrolls_by_keyboard(page, qtbot):
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_PageDown)
    assert page.position > 300
    qtbot.keyClick(page, Qt.Key.Key_End)
    assert page.position == page.verticalScrollBar().maximum()
    qtbot.keyClick(page, Qt.Key.Key_Home)
    assert page.position == 0
    qtbot.keyClick(page, Qt.Key.Key_Down)
    assert page.position > 0


def test_a_page_comes_back_to_where_it_was(page):
    page.scroll_to(250)
    assert page.position == 250


def test_the_scroll_bar_takes_no_width_from_the_text(page, appearance, qtbot):
    short = ScrollPage(appearance)
    short.body.add(Label(appearance, "One"))
    short.resize(600, 400)
    shown(qtbot, short)
    qtbot.waitUntil(lambda: short.body.width() == page.body.width())


def test_a_part_of_a_page_is_brought_into_view(page):
    last = page.body.findChildren(Label)[-1]
    page.show_widget(last)
    assert page.position > 0


def test_every_control_of_the_frame_has_a_name(appearance, qtbot, rail):
    bar, line = TopBar(appearance), StatusLine(appearance)
    qtbot.addWidget(bar)
    qtbot.addWidget(line)
    for part in (rail, bar, line):
        for control in part.findChildren(QWidget):
            if control.focusPolicy() is not Qt.FocusPolicy.NoFocus:
                interface = QAccessible.queryAccessibleInterface(control)
                assert interface.text(QAccessible.Text.Name), control
