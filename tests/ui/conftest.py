"""A window on a real home, off screen; only the file dialogs and the printer are stand-ins."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jasp_desktop.services.opening import DEMO_NOW, Desk
from jasp_desktop.ui.acts import Acts
from jasp_desktop.ui.jobs import JobRunner
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Scheme
from jasp_desktop.ui.places import PageKey, Place
from jasp_desktop.ui.sitting import Sitting
from jasp_desktop.ui.window import MainWindow
from jasp_desktop.ui.workspace import Navigator, Notices, Workspace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SIZE = (1440, 900)


@dataclass
class AnsweringDialogs:
    """Answers every file dialog with one path, and remembers what was asked."""

    answer: Path | None = None
    asked: list[str] = field(default_factory=list)

    def open_file(self, title: str, kinds: str) -> Path | None:
        self.asked.append(f"{title} {kinds}")
        return self.answer

    def save_file(self, title: str, suggested: str, kinds: str) -> Path | None:
        self.asked.append(f"{title} {suggested} {kinds}")
        return self.answer


@dataclass
class PaperTray:
    """Keeps what was sent to the printer."""

    printed: list[bytes] = field(default_factory=list)

    def print_pdf(self, path: Path) -> None:
        self.printed.append(path.read_bytes())


@dataclass
class Seat:
    """A window with an open desk in it, and its stand-ins."""

    window: MainWindow
    sitting: Sitting
    desk: Desk
    jobs: JobRunner
    files: AnsweringDialogs
    printer: PaperTray

    def go(self, page: PageKey, uid: str | None = None, detail: str | None = None) -> None:
        self.sitting.workspace.navigator.open(Place(page, uid, detail))

    @property
    def page(self) -> PageKey:
        here = self.sitting.visits.history.here
        assert here is not None
        return here.page


@pytest.fixture(scope="session")
def window_appearance(qapp: QApplication) -> Appearance:
    return Appearance(qapp, Scheme.LIGHT)


@pytest.fixture
def appearance(window_appearance: Appearance) -> Iterator[Appearance]:
    yield window_appearance
    window_appearance.choose_scheme(Scheme.LIGHT)
    window_appearance.choose_text_size(100)


@pytest.fixture
def make_workspace(appearance: Appearance) -> Iterator[Callable[[Desk], Workspace]]:
    """Return what makes a workspace on a desk, for a page or a panel without its window."""
    runners: list[JobRunner] = []

    def make(desk: Desk) -> Workspace:
        runners.append(JobRunner())
        return Workspace(
            desk=desk,
            appearance=appearance,
            jobs=runners[-1],
            acts=Acts(desk.register, desk.notebook, runners[-1]),
            navigator=Navigator(),
            notices=Notices(),
            files=AnsweringDialogs(),
            printer=PaperTray(),
            now=lambda: DEMO_NOW,
        )

    yield make
    for jobs in runners:
        jobs.shut_down()


@pytest.fixture
def take_seat(qtbot: QtBot, appearance: Appearance) -> Iterator[Callable[[Desk], Seat]]:
    """Return what puts a desk into a shown window on Home, with the day's backup made."""
    runners: list[JobRunner] = []

    def take(desk: Desk) -> Seat:
        window, jobs = MainWindow(appearance), JobRunner()
        runners.append(jobs)
        # A window whose forms a test left unsaved would ask about them, and wait for an answer.
        qtbot.addWidget(window, before_close_func=lambda _: window.close_asked.disconnect())
        files, printer = AnsweringDialogs(), PaperTray()
        sitting = Sitting(
            window,
            desk,
            jobs,
            Notices(window),
            files=files,
            printer=printer,
            now=lambda: DEMO_NOW,
        )
        window.resize(*SIZE)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        sitting.start(Place(PageKey.HOME))
        qtbot.waitUntil(lambda: desk.last_backup() is not None)
        return Seat(window, sitting, desk, jobs, files, printer)

    yield take
    for jobs in runners:
        jobs.shut_down()


@pytest.fixture
def seat(take_seat: Callable[[Desk], Seat], demo_desk: Desk) -> Seat:
    return take_seat(demo_desk)


@pytest.fixture
def empty_seat(take_seat: Callable[[Desk], Seat], empty_desk: Desk) -> Seat:
    return take_seat(empty_desk)
