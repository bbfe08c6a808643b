import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import jasp_desktop

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel, built by the locked tools that the tests run on: nothing is fetched."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=60)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that holds what the wheel installs, far from the source tree."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as parts:
        parts.extractall(folder)
    return folder


def run_installed(installed: Path, *arguments: str) -> str:
    """Run Python on the installed package from its own folder; return what it prints."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=installed,
        check=True,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    return done.stdout.strip()


@pytest.mark.parametrize("folder", ["resources", "db"])
def test_an_installed_program_finds_what_is_shipped_with_it(installed: Path, folder: str) -> None:
    code = f"from jasp_desktop.shipped import shipped; print(shipped({folder!r}))"
    found = Path(run_installed(installed, "-c", code))
    assert found == installed / "jasp_desktop" / "_shipped" / folder
    here = {file.relative_to(ROOT / folder) for file in shipped_files(ROOT / folder)}
    assert {file.relative_to(found) for file in shipped_files(found)} == here


def test_an_installed_program_tells_its_version(installed: Path) -> None:
    assert jasp_desktop.__version__ in run_installed(installed, "-m", "jasp_desktop", "--version")


def test_an_installed_program_prints_the_sample_brief(installed: Path, tmp_path: Path) -> None:
    brief = tmp_path / "brief.pdf"
    run_installed(installed, "-m", "jasp_desktop", "--demo", "brief", "--output", str(brief))
    assert brief.read_bytes().startswith(b"%PDF-")


def test_the_wheel_brings_a_command_and_no_tests(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as parts:
        names = parts.namelist()
        (entry_points,) = (name for name in names if name.endswith("/entry_points.txt"))
        assert "jasp-desktop = jasp_desktop.__main__:main" in parts.read(entry_points).decode()
    assert not [name for name in names if name.startswith(("tests/", "bench/"))]


def shipped_files(folder: Path) -> set[Path]:
    """Return every file but Python's own caches."""
    return {
        file for file in folder.rglob("*") if file.is_file() and "__pycache__" not in file.parts
    }
