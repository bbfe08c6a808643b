"""Going from page to page by rail, keys, crumbs and references."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jasp_desktop.domain.listings import FindingQuery
from jasp_desktop.ui.kit.rail import RailRow
from jasp_desktop.ui.places import PageKey

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def row(seat, words: str) -> RailRow:
    return next(row for row in seat.window.rail.findChildren(RailRow) if row.text() == words)


def press(qtbot: QtBot, seat, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(seat.window, key, modifier)


def test_a_click_in_the_rail_opens_the_page_and_names_the_window(qtbot: QtBot, seat):
    qtbot.mouseClick(row(seat, "Reports"), Qt.MouseButton.LeftButton)
    assert seat.page is PageKey.REPORTS
    assert seat.window.windowTitle() == "Reports – JASP Desktop"
    assert row(seat, "Reports").isChecked()


@pytest.mark.parametrize(
    ("key", "page"),
    [
        (Qt.Key.Key_2, PageKey.REPORTS),
        (Qt.Key.Key_3, PageKey.FINDINGS),
        (Qt.Key.Key_4, PageKey.MEETINGS),
        (Qt.Key.Key_5, PageKey.QUESTIONS),
        (Qt.Key.Key_6, PageKey.REGISTER),
        (Qt.Key.Key_7, PageKey.IMPORT),
        (Qt.Key.Key_8, PageKey.SETTINGS),
    ],
)
def test_each_place_of_the_rail_has_a_key(qtbot: QtBot, seat, key: Qt.Key, page: PageKey):
    press(qtbot, seat, key, CTRL)
    assert seat.page is page
    press(qtbot, seat, Qt.Key.Key_1, CTRL)
    assert seat.page is PageKey.HOME


def test_back_and_forward_come_to_the_same_place_and_scroll(qtbot: QtBot, seat):
    report = seat.desk.register.reports()[0].report.uid
    seat.go(PageKey.REPORT, report)
    page = seat.sitting.visits.page
    qtbot.waitUntil(lambda: page.sheet.verticalScrollBar().maximum() > 120)
    page.scroll_to(120)
    press(qtbot, seat, Qt.Key.Key_3, CTRL)
    press(qtbot, seat, Qt.Key.Key_Left, ALT)
    assert seat.page is PageKey.REPORT
    assert page.scroll_position() == 120
    press(qtbot, seat, Qt.Key.Key_Right, ALT)
    assert seat.page is PageKey.FINDINGS


def test_the_back_button_is_ready_only_when_there_is_a_way_back(qtbot: QtBot, seat):
    bar = seat.window.top_bar
    assert not bar.back.isEnabled()
    press(qtbot, seat, Qt.Key.Key_2, CTRL)
    qtbot.mouseClick(bar.back, Qt.MouseButton.LeftButton)
    assert seat.page is PageKey.HOME
    assert bar.forward.isEnabled()
    assert not bar.back.isEnabled()


def test_alt_down_goes_to_the_next_report_of_the_list(qtbot: QtBot, seat):
    reports = [line.report.uid for line in seat.desk.register.reports()]
    seat.go(PageKey.REPORT, reports[0])
    press(qtbot, seat, Qt.Key.Key_Down, ALT)
    assert seat.sitting.visits.history.here.uid == reports[1]
    press(qtbot, seat, Qt.Key.Key_Up, ALT)
    press(qtbot, seat, Qt.Key.Key_Up, ALT)
    assert seat.sitting.visits.history.here.uid == reports[0]


def test_escape_leads_from_a_report_to_the_list_of_reports(qtbot: QtBot, seat):
    seat.go(PageKey.REPORT, seat.desk.register.reports()[0].report.uid)
    qtbot.keyClick(seat.sitting.visits.page, Qt.Key.Key_Escape)
    assert seat.page is PageKey.REPORTS


def test_what_is_not_there_any_more_is_said_and_the_page_stays(seat):
    seat.go(PageKey.REPORT, "no-such-report")
    assert seat.page is PageKey.HOME
    assert "not in the register" in seat.window.notices.sentence.text()


def test_an_exact_reference_opens_its_finding(qtbot: QtBot, seat):
    register = seat.desk.register
    press(qtbot, seat, Qt.Key.Key_K, CTRL)
    assert QApplication.focusWidget() is seat.window.top_bar.go_to
    qtbot.keyClicks(seat.window.top_bar.go_to, "041/03")
    qtbot.keyClick(seat.window.top_bar.go_to, Qt.Key.Key_Return)
    assert seat.page is PageKey.FINDING
    found = register.dossier(seat.sitting.visits.history.here.uid)
    assert any(str(story.action.reference).startswith("041/03") for story in found.actions)


def test_words_that_fit_several_findings_open_the_list_of_them(qtbot: QtBot, seat):
    words = "stalking"
    assert len(seat.desk.register.finding_ids(FindingQuery(words=words))) > 1
    qtbot.keyClicks(seat.window.top_bar.go_to, words)
    qtbot.keyClick(seat.window.top_bar.go_to, Qt.Key.Key_Return)
    assert seat.page is PageKey.FINDINGS
    assert seat.sitting.visits.history.here.detail == "words:stalking"


def test_words_that_fit_nothing_are_answered_and_kept_in_the_field(qtbot: QtBot, seat):
    qtbot.keyClicks(seat.window.top_bar.go_to, "zzz<b>zzz")
    qtbot.keyClick(seat.window.top_bar.go_to, Qt.Key.Key_Return)
    assert seat.page is PageKey.HOME
    assert "zzz<b>zzz" in seat.window.notices.sentence.text()
    assert seat.window.top_bar.go_to.text() == "zzz<b>zzz"


def test_f6_goes_round_rail_page_and_notebook(qtbot: QtBot, seat):
    seat.go(PageKey.REPORT, seat.desk.register.reports()[0].report.uid)
    panes = [seat.sitting.notebook.panel, seat.window.rail, seat.sitting.visits.page]
    for pane in panes:
        press(qtbot, seat, Qt.Key.Key_F6)
        assert pane.isAncestorOf(QApplication.focusWidget())
    press(qtbot, seat, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert seat.window.rail.isAncestorOf(QApplication.focusWidget())


def test_a_file_dropped_on_the_window_is_taken_to_import(seat, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Home Secretary", encoding="utf-8")
    seat.window.file_dropped.emit(letter)
    assert seat.sitting.visits.history.here.detail == str(letter)


def test_every_page_can_be_opened(seat):
    register = seat.desk.register
    finding = register.finding_lines(register.finding_ids(FindingQuery())[:1])[0].uid
    meeting = register.meetings()[0].meeting.uid
    uids = {
        PageKey.REPORT: register.reports()[0].report.uid,
        PageKey.FINDING: finding,
        PageKey.MEETING: meeting,
        PageKey.BRIEF: meeting,
        PageKey.LIVE: meeting,
    }
    for page in PageKey:
        seat.go(page, uids.get(page))
        assert seat.page is page
        assert seat.sitting.visits.page.crumbs()
