"""Older files are copied, then brought up to date whole or not at all."""

import gzip
import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from jasp_desktop.domain.progress import Silent
from jasp_desktop.services.opening import Desk
from jasp_desktop.shipped import shipped
from jasp_desktop.store.backups import latest_backup
from jasp_desktop.store.connections import StoreDefect
from jasp_desktop.store.database import REGISTER, FileFormat
from jasp_desktop.store.migrations import open_database
from tests.whole_dumps import register_dump

_FILES = Path(__file__).parent / "registers"
_STEP = """
from alembic import op
import sqlalchemy as sa

revision = "0004"
down_revision = "0003"


def upgrade():
    op.add_column("report", sa.Column("shelf", sa.Text()))
    op.execute("UPDATE report SET shelf = upper(title)")
    {last}
"""


def _next_version(folder: Path, last: str) -> FileFormat:
    """Return a register format with one more step, whose last act is given."""
    # A per cent sign in the path means something to Alembic.
    scripts = folder / "100 % scripts"
    shutil.copytree(
        shipped("db") / "migrations" / "register",
        scripts,
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    step = scripts / "versions" / "0004_shelf.py"
    step.write_text(_STEP.format(last=last), encoding="utf-8")
    return replace(REGISTER, scripts=str(scripts), version=4)


@pytest.fixture
def older(demo_desk: Desk) -> Path:
    """Return a register of this version with records in it, closed."""
    demo_desk.close()
    return demo_desk.home.register


def _one(path: Path, query: str) -> object:
    with closing(dbapi2.connect(str(path))) as connection:
        return connection.execute(query).fetchone()[0]


def test_step_runs_with_records_in_place(older: Path, tmp_path: Path):
    kind = _next_version(tmp_path, last="")
    open_database(older, kind, tmp_path / "backups", Silent()).close()
    assert _one(older, "PRAGMA user_version") == 4
    assert _one(older, "SELECT count(*) FROM report WHERE shelf = upper(title)") == 13
    assert _one(older, "PRAGMA integrity_check") == "ok"


def test_older_file_is_backed_up_before_it_changes(older: Path, tmp_path: Path):
    backups = tmp_path / "backups"
    open_database(older, _next_version(tmp_path, last=""), backups, Silent()).close()
    (copy,) = backups.iterdir()
    assert latest_backup(older, backups) is not None
    assert _one(copy, "PRAGMA user_version") == 3
    assert _one(copy, "SELECT count(*) FROM report") == 13


def test_failed_step_leaves_the_file_as_it_was(older: Path, tmp_path: Path):
    before = older.read_bytes()
    kind = _next_version(tmp_path, last='op.execute("UPDATE no_such_table SET x = 1")')
    with pytest.raises(StoreDefect):
        open_database(older, kind, tmp_path / "backups", Silent())
    assert older.read_bytes() == before
    assert _one(older, "PRAGMA user_version") == 3
    open_database(older, REGISTER, tmp_path / "backups", Silent()).close()


def test_failed_first_step_leaves_a_file_that_still_counts_as_new(tmp_path: Path):
    path = tmp_path / "register.jasp"
    kind = _next_version(tmp_path, last="raise ZeroDivisionError")
    with pytest.raises(ZeroDivisionError):
        open_database(path, kind, tmp_path / "backups", Silent())
    open_database(path, REGISTER, tmp_path / "backups", Silent()).close()
    assert _one(path, "SELECT count(*) FROM report") == 0


def test_current_file_is_neither_copied_nor_changed(older: Path, tmp_path: Path):
    before = older.read_bytes()
    open_database(older, REGISTER, tmp_path / "backups", Silent()).close()
    assert older.read_bytes() == before
    assert not (tmp_path / "backups").exists()


@pytest.mark.parametrize("version", [1, 2])
def test_register_of_every_earlier_version_opens_with_all_its_records(version: int, tmp_path: Path):
    older = tmp_path / "older.jasp"
    older.write_bytes(gzip.decompress((_FILES / f"version-{version}.jasp.gz").read_bytes()))
    assert _one(older, "PRAGMA user_version") == version
    database = open_database(older, REGISTER, tmp_path / "backups", Silent())
    assert _one(older, "PRAGMA user_version") == REGISTER.version
    example = Path(__file__).parents[1] / "exchange" / "open_format" / "example_register.json"
    assert register_dump(database) == example.read_text(encoding="utf-8")
    database.close()
