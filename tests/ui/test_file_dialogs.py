"""The system's file dialogs, answered as a person would: a name and Open, Save or Cancel."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from jasp_desktop.ui.file_dialogs import SystemFileDialogs


@pytest.fixture
def answer(qapp):
    """Return what answers the next dialog; None cancels it."""
    timer = QTimer(qapp)
    timer.setInterval(10)

    def prepare(name):
        def reply():
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QFileDialog):
                return
            timer.stop()
            if name is None:
                dialog.reject()
                return
            dialog.findChild(QLineEdit, "fileNameEdit").setText(name)
            dialog.accept()

        timer.timeout.connect(reply)
        timer.start()

    yield prepare
    timer.stop()
    timer.deleteLater()


def test_a_chosen_file_is_returned(answer, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Home Secretary", encoding="utf-8")
    answer(str(letter))
    assert SystemFileDialogs().open_file("Choose a file to import", "Text (*.txt)") == letter


def test_a_name_without_an_ending_gets_the_suggested_one(answer, tmp_path):
    answer(str(tmp_path / "Brief"))
    chosen = SystemFileDialogs().save_file("Export the brief", "Brief.pdf", "PDF (*.pdf)")
    assert chosen == tmp_path / "Brief.pdf"


def test_thinking_better_of_it_returns_nothing(answer):
    answer(None)
    assert SystemFileDialogs().open_file("Choose a file to import", "Text (*.txt)") is None
