"""A desk with the sample register, and one that is still empty."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtWidgets import QApplication

from jasp_desktop.domain.progress import Silent
from jasp_desktop.services.home_folder import HomeFolder
from jasp_desktop.services.opening import DEMO_NOW, Desk, fill_with_samples, open_desk
from jasp_desktop.ui.acts import Acts
from jasp_desktop.ui.jobs import JobRunner
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Scheme
from jasp_desktop.ui.places import Place
from jasp_desktop.ui.workspace import Navigator, Notices, Workspace


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
def desk(sample_home: Path, tmp_path: Path) -> Iterator[Desk]:
    copytree(sample_home, tmp_path / "home")
    desk = open_desk(HomeFolder(tmp_path / "home"), lambda: DEMO_NOW, Silent())
    yield desk
    desk.close()


@pytest.fixture
def empty_desk(tmp_path: Path) -> Iterator[Desk]:
    desk = open_desk(HomeFolder(tmp_path), lambda: DEMO_NOW, Silent())
    yield desk
    desk.close()


@pytest.fixture
def jobs() -> Iterator[JobRunner]:
    jobs = JobRunner()
    yield jobs
    jobs.shut_down()


def workspace_on(desk: Desk, application: QApplication, jobs: JobRunner) -> Workspace:
    """Return a workspace on an open desk."""
    return Workspace(
        desk=desk,
        appearance=Appearance(application, Scheme.LIGHT),
        jobs=jobs,
        acts=Acts(desk.register, desk.notebook),
        navigator=Navigator(),
        notices=Notices(),
        files=NoFiles(),
        printer=NoPrinter(),
        now=lambda: DEMO_NOW,
    )


@pytest.fixture
def workspace(desk: Desk, qapp: QApplication, jobs: JobRunner) -> Workspace:
    return workspace_on(desk, qapp, jobs)


@pytest.fixture
def empty_workspace(empty_desk: Desk, qapp: QApplication, jobs: JobRunner) -> Workspace:
    return workspace_on(empty_desk, qapp, jobs)


@pytest.fixture
def visited(workspace: Workspace) -> list[Place]:
    """The places that were asked for, in their order."""
    places: list[Place] = []
    workspace.navigator.requested.connect(places.append)
    return places
