"""The table of keys: every one bound, none twice, all on the keys sheet."""

import json

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from jasp_desktop.ui.commands import COMMANDS, CommandKey
from jasp_desktop.ui.help.sheet import HelpSheet
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.places import PageKey

CTRL = Qt.KeyboardModifier.ControlModifier


def test_every_command_is_in_the_table_once_and_no_key_leads_to_two():
    assert [command.key for command in COMMANDS] == list(dict.fromkeys(CommandKey))
    keys = [QKeySequence(keys).toString() for command in COMMANDS for keys in command.keys]
    assert all(keys)
    assert len(keys) == len(set(keys))


def test_every_command_is_bound_to_its_keys(seat):
    meeting = seat.desk.register.home().next_meeting.meeting
    seat.go(PageKey.LIVE, meeting.uid)
    of_window, of_meeting = seat.sitting.commands.actions, seat.sitting.visits.page.commands
    actions = of_window | of_meeting
    assert set(actions) == set(CommandKey)
    assert not set(of_window) & set(of_meeting)
    for command in COMMANDS:
        bound = [keys.toString() for keys in actions[command.key].shortcuts()]
        wanted = [] if command.page_first else [QKeySequence(k).toString() for k in command.keys]
        assert [keys for keys in bound if "Return" not in keys] == wanted


def test_the_large_enter_key_does_what_that_of_the_number_pad_does(seat):
    seat.go(PageKey.LIVE, seat.desk.register.home().next_meeting.meeting.uid)
    asked = seat.sitting.visits.page.commands[CommandKey.ASKED]
    assert [keys.toString() for keys in asked.shortcuts()] == ["Ctrl+Enter", "Ctrl+Return"]


def test_f1_shows_every_key_with_its_words(qtbot: QtBot, seat):
    qtbot.keyClick(seat.window, Qt.Key.Key_F1)
    sheet = seat.window.findChild(HelpSheet)
    assert sheet.isVisible()
    shown = {label.text() for label in sheet.findChildren(Label)}
    for command in COMMANDS:
        assert command.words in shown
        assert " or ".join(command.keys) in shown
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_text_size_follows_its_keys_and_stands_in_the_status_line(qtbot: QtBot, seat):
    qtbot.keyClick(seat.window, Qt.Key.Key_Plus, CTRL)
    theme = seat.sitting.workspace.appearance.theme
    assert theme.text_size == 110
    words = [label.text() for label in seat.window.status.findChildren(Label)]
    assert "Text 110\u00a0%" in words
    qtbot.keyClick(seat.window, Qt.Key.Key_0, CTRL)
    assert seat.sitting.workspace.appearance.theme.text_size == 100


def test_export_asks_where_and_writes_the_whole_register(qtbot: QtBot, seat, tmp_path):
    seat.files.answer = tmp_path / "register.json"
    with qtbot.waitSignal(seat.sitting.workspace.notices.told):
        qtbot.keyClick(seat.window, Qt.Key.Key_E, CTRL)
    assert json.loads(seat.files.answer.read_text(encoding="utf-8"))["format"] == "jasp-register"
    assert "register.json" in seat.window.notices.sentence.text()


def test_export_of_an_empty_register_says_so_and_asks_nothing(qtbot: QtBot, empty_seat):
    qtbot.keyClick(empty_seat.window, Qt.Key.Key_E, CTRL)
    assert not empty_seat.files.asked
    assert "nothing to export" in empty_seat.window.notices.sentence.text()


def test_export_to_a_place_that_cannot_be_written_says_why(qtbot: QtBot, seat, tmp_path):
    seat.files.answer = tmp_path / "no such folder" / "register.json"
    with qtbot.waitSignal(seat.sitting.workspace.notices.failed):
        qtbot.keyClick(seat.window, Qt.Key.Key_E, CTRL)
    assert not seat.files.answer.exists()


def test_ctrl_p_opens_the_brief_of_the_next_meeting(qtbot: QtBot, seat):
    qtbot.keyClick(seat.window, Qt.Key.Key_P, CTRL)
    assert seat.page is PageKey.BRIEF
    coming = seat.desk.register.home().next_meeting.meeting
    assert seat.sitting.visits.history.here.uid == coming.uid


def test_a_note_without_a_subject_is_told_where_it_would_go(qtbot: QtBot, seat):
    qtbot.keyClick(seat.window, Qt.Key.Key_N, CTRL)
    assert "first" in seat.window.notices.sentence.text()


def test_ctrl_n_on_a_report_starts_a_note_in_the_notebook(qtbot: QtBot, seat):
    seat.go(PageKey.REPORT, seat.desk.register.reports()[0].report.uid)
    qtbot.keyClick(seat.window, Qt.Key.Key_N, CTRL)
    panel = seat.sitting.notebook.panel
    assert panel.isVisible()
    focused = seat.window.focusWidget()
    assert focused is not None
    assert panel.isAncestorOf(focused)
