"""Whether a file is sound, found out by reading alone."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from jasp_desktop.domain.errors import Cancelled
from jasp_desktop.domain.progress import Silent
from jasp_desktop.services.opening import DEMO_NOW, Desk
from jasp_desktop.store.checks import Checked, check_file
from tests.stopping import Stopping


@pytest.fixture
def copy(demo_desk: Desk, tmp_path: Path) -> Path:
    """Return a copy of a filled register that nobody has open."""
    demo_desk.close()
    return Path(shutil.copy(demo_desk.home.register, tmp_path / "register.jasp"))


def test_register_vault_and_backups_are_all_checked(demo_desk: Desk):
    demo_desk.back_up(DEMO_NOW, Silent())
    found = demo_desk.check(Silent())
    assert [each.file for each in found] == [
        "register.jasp",
        "vault.jaspnotes",
        "register-20261113T173000Z.jasp",
        "vault-20261113T173000Z.jaspnotes",
    ]
    assert all(each.is_sound for each in found)


def test_overwritten_pages_are_found(copy: Path):
    with copy.open("r+b") as file:
        file.seek(20_000)
        file.write(b"\xff" * 9_000)
    before = copy.read_bytes()
    assert check_file(copy) == Checked("register.jasp", is_sound=False)
    assert copy.read_bytes() == before


def test_reference_that_leads_nowhere_is_found(copy: Path):
    with closing(dbapi2.connect(str(copy), isolation_level=None)) as connection:
        connection.execute("UPDATE finding SET report_id = 999 WHERE id = 1")
    assert not check_file(copy).is_sound


@pytest.mark.parametrize(
    "content", [b"Dear Home Secretary", b"SQLite format 3\x00" + b"\xff" * 900]
)
def test_file_that_is_no_database_is_not_sound(tmp_path: Path, content: bytes):
    path = tmp_path / "register.jasp"
    path.write_bytes(content)
    assert not check_file(path).is_sound


def test_file_that_is_not_there_is_not_sound_and_is_not_made(tmp_path: Path):
    assert not check_file(tmp_path / "gone.jasp").is_sound
    assert list(tmp_path.iterdir()) == []


def test_checking_stops_when_asked(demo_desk: Desk):
    with pytest.raises(Cancelled):
        demo_desk.check(Stopping())
