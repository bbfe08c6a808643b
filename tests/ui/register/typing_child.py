"""A window in which somebody types into a form: ``python -m tests.ui.register.typing_child HOME``.

It prints a line once what was typed is on the disk, and goes on until it is killed.
"""

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jasp_desktop.domain.progress import Silent
from jasp_desktop.services.home_folder import HomeFolder
from jasp_desktop.services.opening import DEMO_NOW, open_desk
from jasp_desktop.ui.acts import Acts
from jasp_desktop.ui.jobs import JobRunner
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.places import PageKey, Place
from jasp_desktop.ui.register.page import RegisterPage
from jasp_desktop.ui.workspace import Navigator, Notices, Workspace
from tests.ui.conftest import AnsweringDialogs, PaperTray


def type_until_killed(home: HomeFolder) -> None:
    """Type into the first report's short title, and say when it is kept."""
    application = QApplication([])
    desk, jobs = open_desk(home, lambda: DEMO_NOW, Silent()), JobRunner()
    workspace = Workspace(
        desk=desk,
        appearance=Appearance(application),
        jobs=jobs,
        acts=Acts(desk.register, desk.notebook, jobs),
        navigator=Navigator(),
        notices=Notices(),
        files=AnsweringDialogs(),
        printer=PaperTray(),
        now=lambda: DEMO_NOW,
    )
    page = RegisterPage(workspace)
    page.show_place(Place(PageKey.REGISTER))
    page.show()
    assert page.pane.form is not None
    line = page.pane.form.fields["short_title"].control.widget
    line.setFocus()
    QTest.keyClicks(line, "Half a wor")
    timer = QTimer(page)

    def tell() -> None:
        if home.unsaved_forms.exists():
            timer.stop()
            sys.stdout.write("kept\n")
            sys.stdout.flush()

    timer.timeout.connect(tell)
    timer.start(20)
    application.exec()


if __name__ == "__main__":
    type_until_killed(HomeFolder(Path(sys.argv[1])))
