"""A member at a live meeting who never stops typing, in a program of its own, to be killed.

``python -m tests.journeys.live_child HOME MEETING QUESTION`` prints a line each time that what was
typed so far is on the disk: how many letters it has.
"""

import os
import sys
from datetime import datetime
from itertools import cycle
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jasp_desktop.domain.progress import Silent
from jasp_desktop.services.home_folder import HomeFolder
from jasp_desktop.services.opening import DEMO_NOW, open_desk
from jasp_desktop.ui.jobs import JobRunner
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Scheme
from jasp_desktop.ui.live.page import LivePage
from jasp_desktop.ui.places import PageKey, Place
from jasp_desktop.ui.sitting import Sitting
from jasp_desktop.ui.window import MainWindow
from jasp_desktop.ui.workspace import Notices
from tests.ui.conftest import AnsweringDialogs, PaperTray

LETTERS = "the deputy chief constable said "


def _now() -> datetime:
    return DEMO_NOW


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main(home: str, meeting: str, question: str) -> None:
    """Open the meeting at a question, and type until killed."""
    application = QApplication(sys.argv[:1])
    window, jobs = MainWindow(Appearance(application, Scheme.LIGHT)), JobRunner()
    desk = open_desk(HomeFolder(Path(home)), _now, Silent())
    sitting = Sitting(
        window,
        desk,
        jobs,
        Notices(window),
        files=AnsweringDialogs(),
        printer=PaperTray(),
        now=_now,
    )
    window.show()
    window.activateWindow()
    sitting.start(Place(PageKey.HOME))
    sitting.visits.open(Place(PageKey.LIVE, meeting, question))
    page = sitting.visits.page
    if not isinstance(page, LivePage):
        raise TypeError(page)
    box, letters = page.question.answer, cycle(LETTERS)
    # Connected after the page's own: what is told has been kept.
    box.save_due.connect(lambda: _say(f"kept {len(box.words)}"))
    typing = QTimer(window)
    typing.timeout.connect(lambda: QTest.keyClicks(box, next(letters)))
    typing.start(0)
    application.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
