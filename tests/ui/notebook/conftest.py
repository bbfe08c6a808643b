"""A desk with the sample register, and the notebook beside nothing yet."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jasp_desktop.domain.listings import FindingQuery
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.records import Subject
from jasp_desktop.services.home_folder import HomeFolder
from jasp_desktop.services.opening import DEMO_NOW, Desk, fill_with_samples, open_desk
from jasp_desktop.ui.acts import Acts
from jasp_desktop.ui.jobs import JobRunner
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Scheme
from jasp_desktop.ui.notebook.panel import NotebookPanel
from jasp_desktop.ui.workspace import Navigator, Notices, Workspace


class Clock:
    """A clock that goes on a minute each time it is read."""

    def __init__(self) -> None:
        self.now = DEMO_NOW

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


class NoFiles:
    """A person who thinks better of every file dialog."""

    def open_file(self, _title: str, _kinds: str) -> Path | None:
        return None

    def save_file(self, _title: str, _suggested: str, _kinds: str) -> Path | None:
        return None


class NoPrinter:
    """A printer that prints nothing."""

    def print_pdf(self, path: Path) -> None:
        pass


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the sample register, made once; each test works on a copy."""
    path = tmp_path_factory.mktemp("samples")
    desk = open_desk(HomeFolder(path), lambda: DEMO_NOW, Silent())
    fill_with_samples(desk, Silent())
    desk.close()
    return path


@pytest.fixture
def home(sample_home: Path, tmp_path: Path) -> HomeFolder:
    copytree(sample_home, tmp_path / "home")
    return HomeFolder(tmp_path / "home")


@pytest.fixture
def desk(home: HomeFolder) -> Iterator[Desk]:
    desk = open_desk(home, Clock(), Silent())
    yield desk
    desk.close()


@pytest.fixture
def workspace(desk: Desk, qapp: QApplication) -> Iterator[Workspace]:
    jobs = JobRunner()
    yield Workspace(
        desk=desk,
        appearance=Appearance(qapp, Scheme.LIGHT),
        jobs=jobs,
        acts=Acts(desk.register, desk.notebook),
        navigator=Navigator(),
        notices=Notices(),
        files=NoFiles(),
        printer=NoPrinter(),
        now=lambda: DEMO_NOW,
    )
    jobs.shut_down()


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
