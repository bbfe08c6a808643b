"""Work in hand stands in the status line, one at a time, and can be cancelled."""

import threading

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jasp_desktop.ui.jobs import JobRunner
from jasp_desktop.ui.kit.status_line import StatusLine
from jasp_desktop.ui.work_line import WorkLine


def test_progress_is_shown_and_cancel_stops_it(qtbot: QtBot, appearance):
    jobs, status = JobRunner(), StatusLine(appearance)
    qtbot.addWidget(status)
    status.show()
    line = WorkLine(jobs, status)
    turn = threading.Event()

    def work(progress) -> None:
        while True:
            progress.report(3, 10, "Reading letter.txt")
            turn.wait(0.01)

    job = jobs.start("Reading", work)
    assert status.work_words.text() == "Reading"
    qtbot.waitUntil(lambda: status.work_words.text() == "Reading letter.txt")
    with qtbot.waitSignal(job.cancelled):
        qtbot.mouseClick(status.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not status.cancel.isVisible())
    jobs.shut_down()
    line.deleteLater()


def test_the_next_in_the_queue_follows_and_a_defect_is_passed_on(qtbot: QtBot, appearance):
    jobs, status = JobRunner(), StatusLine(appearance)
    qtbot.addWidget(status)
    status.show()
    line = WorkLine(jobs, status)
    gate = threading.Event()
    first = jobs.start("First", lambda _progress: gate.wait(5))
    jobs.start("Second", lambda _progress: {}["nothing"])
    assert status.work_words.text() == "First"
    with qtbot.waitSignals([first.ended, line.broke]):
        gate.set()
    qtbot.waitUntil(lambda: not status.cancel.isVisible())
    jobs.shut_down()
