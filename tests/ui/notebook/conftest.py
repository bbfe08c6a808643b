"""A desk with the sample register, and the notebook beside nothing yet."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from shutil import copytree

import pytest
from pytestqt.qtbot import QtBot

from jasp_desktop.domain.listings import FindingQuery
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.records import Subject
from jasp_desktop.services.home_folder import HomeFolder
from jasp_desktop.services.opening import DEMO_NOW, Desk, open_desk
from jasp_desktop.ui.notebook.panel import NotebookPanel
from jasp_desktop.ui.workspace import Workspace


class Clock:
    """A clock that goes on a minute each time it is read."""

    def __init__(self) -> None:
        self.now = DEMO_NOW

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def home(sample_home: Path, tmp_path: Path) -> HomeFolder:
    copytree(sample_home, tmp_path / "home")
    return HomeFolder(tmp_path / "home")


@pytest.fixture
def workspace(home: HomeFolder, make_workspace: Callable[[Desk], Workspace]) -> Iterator[Workspace]:
    desk = open_desk(home, Clock(), Silent())
    yield make_workspace(desk)
    desk.close()


@dataclass
class Beside:
    """The panel as the window keeps it: it loads again whenever the notebook changed."""

    panel: NotebookPanel
    subject: Subject


@pytest.fixture
def beside(workspace: Workspace, qtbot: QtBot) -> Beside:
    register = workspace.desk.register
    written = {note.subject.uid for note in workspace.desk.notebook.notes()}
    written |= {draft.subject.uid for draft in workspace.desk.notebook.drafts()}
    lines = register.finding_lines(register.finding_ids(FindingQuery()))
    line = next(line for line in lines if line.uid not in written)
    panel = NotebookPanel(workspace)
    qtbot.addWidget(panel)
    panel.resize(320, 800)
    workspace.acts.notebook_changed.connect(panel.reload)
    subject = Subject("finding", line.uid)
    panel.show_subject(subject, f"{line.report_name}, {line.label}")
    with qtbot.waitExposed(panel):
        panel.show()
    return Beside(panel, subject)


@pytest.fixture
def reopened(home: HomeFolder) -> Iterator[Callable[[], Desk]]:
    """Open the same home again, as after a crash, and look at what is on the disk."""
    desks: list[Desk] = []

    def reopen() -> Desk:
        desks.append(open_desk(home, lambda: DEMO_NOW, Silent()))
        return desks[-1]

    yield reopen
    for desk in desks:
        desk.close()
