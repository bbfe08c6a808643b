"""The system's file dialogs, answered as a person would: a name and Open, Save or Cancel."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit

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


def test_a_name_without_an_ending_gets_that_of_the_kind_that_is_chosen(qapp, tmp_path):
    timer = QTimer(qapp)
    timer.setInterval(10)

    def choose_csv():
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            timer.stop()
            kinds = dialog.findChild(QComboBox, "fileTypeCombo")
            kinds.setCurrentIndex(1)
            kinds.textActivated.emit(kinds.currentText())
            dialog.findChild(QLineEdit, "fileNameEdit").setText(str(tmp_path / "list"))
            dialog.accept()

    timer.timeout.connect(choose_csv)
    timer.start()
    kinds = "Workbook (*.xlsx);;Text (*.csv)"
    assert SystemFileDialogs().save_file("Export", "list.xlsx", kinds) == tmp_path / "list.csv"
    timer.deleteLater()
