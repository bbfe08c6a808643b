"""Files that are new, older, newer, damaged or not ours at all."""

import shutil
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.progress import Silent
from jasp_desktop.services.opening import Desk
from jasp_desktop.store import register
from jasp_desktop.store.connections import StoreError
from jasp_desktop.store.database import REGISTER, VAULT, Database, FileFormat
from jasp_desktop.store.migrations import open_database
from tests.whole_dumps import register_dump


def _open(path: Path, kind: FileFormat = REGISTER) -> Database:
    return open_database(path, kind, path.parent / "backups", Silent())


def _refusal(path: Path, kind: FileFormat = REGISTER) -> str:
    """Return the sentence that opening gives, having checked that nothing else changed."""
    before = path.read_bytes()
    with pytest.raises(StoreError) as caught:
        _open(path, kind)
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    return str(caught.value)


@pytest.fixture
def alone(tmp_path: Path) -> Path:
    """Return where a file stands with nothing beside it."""
    folder = tmp_path / "alone"
    folder.mkdir()
    return folder / "register.jasp"


def _made(path: Path, kind: FileFormat = REGISTER) -> None:
    _open(path, kind).close()


def test_file_that_is_not_there_is_made(tmp_path: Path):
    path = tmp_path / "new" / "home" / "register.jasp"
    with closing(_open(path)) as database, database.reading() as session:
        assert register.is_empty(session)


def test_empty_file_counts_as_new(alone: Path):
    alone.write_bytes(b"")
    with closing(_open(alone)) as database, database.reading() as session:
        assert register.is_empty(session)


def test_file_whose_making_was_cut_short_counts_as_new(alone: Path):
    with closing(dbapi2.connect(str(alone), isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = wal")
    assert alone.stat().st_size > 0
    with closing(_open(alone)) as database, database.reading() as session:
        assert register.is_empty(session)


@pytest.mark.parametrize(
    "content",
    [
        b"Dear Home Secretary,",
        b"SQLite format 3",
        bytes(range(256)) * 40,
        b"PK\x03\x04" + b"\x00" * 100,
        b"\x00" * 5000,
    ],
)
def test_foreign_file_is_refused_and_left_alone(alone: Path, content: bytes):
    alone.write_bytes(content)
    assert "is not a JASP Desktop file, or it is damaged" in _refusal(alone)


def test_header_without_a_database_is_refused(alone: Path):
    alone.write_bytes(b"SQLite format 3\x00" + b"\xff" * 4000)
    assert _refusal(alone)


def test_database_of_another_program_is_refused_and_left_alone(alone: Path):
    with closing(dbapi2.connect(str(alone), isolation_level=None)) as connection:
        connection.execute("CREATE TABLE words (word)")
    assert "is not a JASP Desktop file" in _refusal(alone)


@pytest.mark.parametrize(("made", "asked"), [(VAULT, REGISTER), (REGISTER, VAULT)])
def test_our_other_kind_of_file_is_refused(alone: Path, made: FileFormat, asked: FileFormat):
    _made(alone, made)
    assert "is not a JASP Desktop file" in _refusal(alone, asked)


def test_newer_file_is_refused_and_left_alone(alone: Path):
    _made(alone)
    with closing(dbapi2.connect(str(alone), isolation_level=None)) as connection:
        connection.execute(f"PRAGMA user_version = {REGISTER.version + 1}")
    assert "was saved by a newer JASP Desktop" in _refusal(alone)


def test_folder_in_its_place_is_refused(alone: Path):
    alone.mkdir()
    with pytest.raises(StoreError, match="cannot be opened"):
        _open(alone)
    assert alone.is_dir()


def test_home_that_cannot_be_made_is_refused(tmp_path: Path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(UserError):
        _open(tmp_path / "file" / "home" / "register.jasp")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_link_that_leads_nowhere_is_refused(tmp_path: Path):
    (tmp_path / "home").symlink_to(tmp_path / "gone" / "away")
    with pytest.raises(StoreError, match="cannot be made"):
        _open(tmp_path / "home" / "register.jasp")


def test_file_that_is_open_already_can_be_opened_again(alone: Path):
    with closing(_open(alone)) as first, first.reading() as session:
        assert register.is_empty(session)
        with closing(_open(alone)) as second, second.reading() as again:
            assert register.is_empty(again)


@pytest.mark.parametrize("share", [0.02, 0.2, 0.5, 0.7, 0.9, 0.99, 0.9999])
def test_truncated_register_is_refused_in_a_sentence(demo_desk: Desk, alone: Path, share: float):
    demo_desk.close()
    shutil.copy(demo_desk.home.register, alone)
    whole = alone.read_bytes()
    cut = whole[: int(len(whole) * share)]
    alone.write_bytes(cut)
    with pytest.raises(StoreError, match="damaged"), closing(_open(alone)) as database:
        register_dump(database)
    assert alone.read_bytes() == cut


def test_overwritten_pages_give_a_sentence(demo_desk: Desk, alone: Path):
    demo_desk.close()
    shutil.copy(demo_desk.home.register, alone)
    content = bytearray(alone.read_bytes())
    content[8192 : len(content)] = b"\xff" * (len(content) - 8192)
    alone.write_bytes(content)
    with pytest.raises(StoreError, match="damaged"), closing(_open(alone)) as database:
        register_dump(database)
