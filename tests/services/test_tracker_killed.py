"""A tracker's import that is killed is on the register whole, or not at all.

``JASP_KILLS=200 python -m pytest tests/services/test_tracker_killed.py`` is the long form.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path

from sqlcipher3 import dbapi2

from jasp_desktop.domain.record_fields import RECORD_TYPES
from jasp_desktop.services.home_folder import HomeFolder
from jasp_desktop.store import register
from jasp_desktop.store.database import Database
from tests.exchange.trackers.sample_sheets import LINES, Line, four_action, write_xlsx

ROOT = Path(__file__).parents[2]
_KILLS = int(os.environ.get("JASP_KILLS", "20"))
_ROWS = 400


def _lines() -> Iterator[Line]:
    for number in range(_ROWS):
        line = LINES[number % len(LINES)]
        yield replace(line, reference=f"4A-{number:06}", number=str(number))


def _run(home: HomeFolder, file: Path, after: int | None) -> int:
    """Import in a process of its own, killed after so many lines; return how many it printed."""
    command = [sys.executable, "-m", "tests.services.children", "import_once"]
    with subprocess.Popen(
        [*command, str(home.path), str(file)], cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8"
    ) as child:
        assert child.stdout is not None
        for read in count(1):
            line = child.stdout.readline()
            if not line:
                return read - 1
            if read == after:
                child.kill()
    raise AssertionError


def _uids(home: HomeFolder) -> set[tuple[str, str]]:
    with closing(Database(home.register)) as database, database.reading() as session:
        return {
            (table, uid)
            for table in RECORD_TYPES
            if table != "import_batch"
            for uid in register.uids_of(session, table)
        }


def _is_whole(path: Path) -> bool:
    with closing(dbapi2.connect(str(path))) as connection:
        sound = connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return sound and connection.execute("PRAGMA foreign_key_check").fetchall() == []


def _begun(folder: Path, sample_home: Path) -> HomeFolder:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(sample_home, folder)
    return HomeFolder(folder)


def test_killed_import_of_a_tracker_is_never_half_done(tmp_path: Path, sample_home: Path):
    file = write_xlsx(tmp_path / "4ACTION export.xlsx", four_action(tuple(_lines())))
    whole = _begun(tmp_path / "whole", sample_home)
    before = _uids(whole)
    steps = _run(whole, file, after=None)
    after = _uids(whole)
    assert len(after) > len(before) + _ROWS
    ended = {"before": 0, "after": 0}
    for kill in range(_KILLS):
        home = _begun(tmp_path / "killed", sample_home)
        _run(home, file, after=1 + kill * steps // _KILLS)
        assert _is_whole(home.register)
        found = _uids(home)
        assert found in (before, after)
        ended["before" if found == before else "after"] += 1
    assert ended["before"]
