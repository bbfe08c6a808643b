"""Closing: what was typed is saved first, and the window's state is kept."""

import shutil

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jasp_desktop.app import Program
from jasp_desktop.domain.progress import Silent
from jasp_desktop.services.opening import DEMO_NOW, open_desk
from jasp_desktop.ui.faults import Faults
from jasp_desktop.ui.kit.fields import TextBox
from jasp_desktop.ui.places import PageKey, Place
from jasp_desktop.ui.preferences import Preferences

CTRL = Qt.KeyboardModifier.ControlModifier


def test_words_still_in_the_editor_are_on_the_disk_when_the_window_is_closed(qtbot: QtBot, seat):
    report = seat.desk.register.reports()[0].report.uid
    seat.go(PageKey.REPORT, report)
    qtbot.keyClick(seat.window, Qt.Key.Key_N, CTRL)
    editor = QApplication.focusWidget()
    assert isinstance(editor, TextBox)
    qtbot.keyClicks(editor, "Ask who checks.")
    assert seat.window.close()
    bodies = [note.body for note in seat.desk.notebook.notes_on([report])]
    assert bodies == ["Ask who checks."]


def test_a_program_opens_keeps_its_looks_and_lets_go_of_its_files(
    qtbot: QtBot, qapp: QApplication, home, sample_home
):
    shutil.copytree(sample_home, home.path, dirs_exist_ok=True)
    program = Program(qapp, home, Faults(), is_demo=False)
    qtbot.addWidget(program.window)
    with qtbot.waitSignal(program.opened):
        program.start(None)
        program.open()
    assert program.sitting is not None
    assert program.sitting.visits.history.here == Place(PageKey.HOME)
    program.appearance.choose_text_size(150)
    program.window.close()
    program.end()
    kept = Preferences(home.path)
    assert kept.text_size == 150
    assert kept.panel.startswith("Trent Vale")
    assert not kept.geometry.isEmpty()
    program.appearance.choose_text_size(100)
    open_desk(home, lambda: DEMO_NOW, Silent()).close()
