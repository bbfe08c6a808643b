"""Fixtures for every test: real files in a folder of the test's own."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from jasp_desktop.domain.progress import Silent
from jasp_desktop.services.home_folder import HomeFolder
from jasp_desktop.services.opening import DEMO_NOW, Desk, fill_with_samples, open_desk

# The machine that runs the tests is shared, so no example has a time limit of its own. Every
# example takes records of its own, so a fixture's files may serve them all.
settings.register_profile(
    "panel",
    deadline=None,
    max_examples=30,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("panel")


def demo_now() -> datetime:
    """Return the sample data's own evening."""
    return DEMO_NOW


@pytest.fixture
def home(tmp_path: Path) -> HomeFolder:
    folder = tmp_path / "home"
    folder.mkdir()
    return HomeFolder(folder)


@pytest.fixture
def empty_desk(home: HomeFolder) -> Iterator[Desk]:
    desk = open_desk(home, demo_now, Silent())
    yield desk
    desk.close()


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a home with the sample data; it is copied, never opened."""
    folder = tmp_path_factory.mktemp("samples")
    desk = open_desk(HomeFolder(folder), demo_now, Silent())
    fill_with_samples(desk, Silent())
    desk.close()
    return folder


@pytest.fixture
def demo_desk(home: HomeFolder, sample_home: Path) -> Iterator[Desk]:
    shutil.copytree(sample_home, home.path, dirs_exist_ok=True)
    desk = open_desk(home, demo_now, Silent())
    yield desk
    desk.close()
