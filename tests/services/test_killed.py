"""A program killed at any moment loses nothing that it said was saved."""

import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from jasp_desktop.domain.progress import Silent
from jasp_desktop.services.home_folder import HomeFolder
from jasp_desktop.services.opening import DEMO_NOW, open_desk
from jasp_desktop.store.database import Database
from tests.whole_dumps import register_dump

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "tests" / "exchange" / "open_format" / "example_register.json"
_MOMENTS = {"empty": (1, 7, 22, 24, 41, 63), "sample": (2, 19, 21, 23, 26, 48)}
"""After how many lines of the child's it is killed: while it opens, reads, copies and writes."""


def _killed(home: HomeFolder, after: int) -> list[str]:
    """Start the work, kill it after some lines, and return all that it printed."""
    command = [
        sys.executable,
        "-m",
        "tests.services.children",
        "work",
        str(home.path),
        str(EXAMPLE),
    ]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8") as child:
        assert child.stdout is not None
        lines = [child.stdout.readline() for _ in range(after)]
        child.kill()
        lines += child.stdout.readlines()
    return [line.strip() for line in lines]


def _dump(home: HomeFolder) -> str:
    with closing(Database(home.register)) as database:
        return register_dump(database)


def _is_whole(path: Path) -> bool:
    with closing(dbapi2.connect(str(path))) as connection:
        sound = connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return sound and connection.execute("PRAGMA foreign_key_check").fetchall() == []


def _with_example(home: HomeFolder, folder: Path) -> str:
    """Return what a register holds once the example is in it."""
    folder.mkdir()
    other = HomeFolder(folder)
    if home.register.exists():
        shutil.copy(home.register, other.register)
    desk = open_desk(other, lambda: DEMO_NOW, Silent())
    desk.imports.accept(desk.imports.propose(EXAMPLE, Silent()), Silent())
    desk.close()
    return _dump(other)


@pytest.mark.parametrize("start", ["empty", "sample"])
def test_killed_program_keeps_its_notes_and_imports_whole_or_not_at_all(
    tmp_path: Path, home: HomeFolder, sample_home: Path, start: str
):
    if start == "sample":
        shutil.copytree(sample_home, home.path, dirs_exist_ok=True)
    open_desk(home, lambda: DEMO_NOW, Silent()).close()
    before, after = _dump(home), _with_example(home, tmp_path / "other")
    said: set[str] = set()
    for moment in _MOMENTS[start]:
        lines = _killed(home, moment)
        assert lines[0] == "open"
        said |= {line.split()[1] for line in lines if line.startswith("note ")}
        assert _is_whole(home.register)
        assert _is_whole(home.vault)
        for copy in home.backups.glob("*.jasp"):
            assert _is_whole(copy)
        desk = open_desk(home, lambda: DEMO_NOW, Silent())
        assert said <= {note.uid for note in desk.notebook.notes()}
        desk.close()
        assert _dump(home) in {before, after}
        # Each round starts from the same register, and goes on with the same notes.
        _put_back(home, sample_home if start == "sample" else None)
    assert said


def _put_back(home: HomeFolder, sample_home: Path | None) -> None:
    for path in home.path.glob("register.jasp*"):
        path.unlink()
    if sample_home is not None:
        shutil.copy(HomeFolder(sample_home).register, home.register)
    open_desk(home, lambda: DEMO_NOW, Silent()).close()
