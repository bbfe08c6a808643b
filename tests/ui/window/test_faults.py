"""A defect is logged and reported without a word of a record, and the program stays alive."""

import logging
import sys
import threading

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from jasp_desktop.ui.dialogs import FaultDialog, UnsavedDialog
from jasp_desktop.ui.faults import Faults, log_to, report_of

OF_A_RECORD = "Victim’s name is Angharad"


def broken(words: str) -> None:
    try:
        {}[words]
    except KeyError as error:
        raise ValueError(f"cannot use {words}") from error


def caught() -> ValueError:
    try:
        broken(OF_A_RECORD)
    except ValueError as error:
        return error
    raise AssertionError


def test_a_report_names_types_files_and_lines_and_quotes_nothing():
    report = report_of(caught())
    assert "ValueError" in report
    assert "KeyError" in report
    assert "test_faults.py" in report
    assert " in broken" in report
    assert "Angharad" not in report


def test_a_report_names_no_folder_of_this_computer():
    assert "/" not in "".join(line for line in report_of(caught()).splitlines() if ".py:" in line)


def test_a_fault_is_logged_without_words_and_told_once(qtbot: QtBot, tmp_path):
    handler = log_to(tmp_path / "logs")
    faults = Faults()
    try:
        with qtbot.waitSignal(faults.found) as told:
            faults.note(caught())
    finally:
        logging.getLogger("jasp_desktop").removeHandler(handler)
        handler.close()
    logged = (tmp_path / "logs" / "jasp-desktop.log").read_text(encoding="utf-8")
    assert "ValueError" in logged
    assert "Angharad" not in logged + told.args[0]


def test_what_nothing_caught_reaches_the_report_from_any_thread(qtbot: QtBot):
    faults = Faults()
    before, in_threads = sys.excepthook, threading.excepthook
    try:
        faults.install()
        with qtbot.waitSignal(faults.found):
            error = caught()
            sys.excepthook(type(error), error, error.__traceback__)
        with qtbot.waitSignal(faults.found):
            thread = threading.Thread(target=broken, args=(OF_A_RECORD,))
            thread.start()
            thread.join()
    finally:
        faults.remove()
        sys.excepthook, threading.excepthook = before, in_threads


def test_a_log_folder_that_cannot_be_made_is_done_without(tmp_path):
    (tmp_path / "logs").write_text("a file", encoding="utf-8")
    assert log_to(tmp_path / "logs") is None


def test_the_report_can_be_copied(qtbot: QtBot, appearance):
    dialog = FaultDialog(appearance, "ValueError\n  window.py:3", None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "ValueError\n  window.py:3"
    assert dialog.copy.text() == "Copied"


def test_leaving_unsaved_words_is_never_the_default(qtbot: QtBot, appearance):
    dialog = UnsavedDialog(appearance, None)
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
