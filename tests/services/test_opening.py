"""Opening a home: both files, or neither and a sentence."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from jasp_desktop.domain.errors import Cancelled, UserError
from jasp_desktop.domain.progress import Silent
from jasp_desktop.services.home_folder import HomeFolder
from jasp_desktop.services.opening import DEMO_NOW, Desk, fill_with_samples, open_desk
from jasp_desktop.shipped import shipped
from tests.stopping import Stopping


def _now() -> datetime:
    return DEMO_NOW


def test_new_home_gets_both_files(home: HomeFolder):
    desk = open_desk(home, _now, Silent())
    desk.close()
    assert home.register.is_file()
    assert home.vault.is_file()


def test_sample_home_is_the_sample_file(demo_desk: Desk, tmp_path: Path):
    demo_desk.export(tmp_path / "out.json", Silent())
    sample = shipped("db") / "demo" / "register.json"
    assert (tmp_path / "out.json").read_bytes() == sample.read_bytes()


def test_samples_do_not_go_into_a_filled_notebook_twice(demo_desk: Desk):
    with pytest.raises(UserError):
        fill_with_samples(demo_desk, Silent())
    assert len(demo_desk.notebook.notes()) == 10


@pytest.mark.parametrize("which", ["register", "vault"])
def test_file_that_is_not_ours_is_refused_and_both_are_let_go(home: HomeFolder, which: str):
    path: Path = getattr(home, which)
    path.write_bytes(b"Dear Home Secretary")
    with pytest.raises(UserError, match="is not a JASP Desktop file"):
        open_desk(home, _now, Silent())
    assert path.read_bytes() == b"Dear Home Secretary"
    path.unlink()
    open_desk(home, _now, Silent()).close()


def test_damaged_vault_is_refused_and_left_alone(home: HomeFolder):
    open_desk(home, _now, Silent()).close()
    content = home.vault.read_bytes()
    damaged = content[:4096] + b"\xff" * (len(content) - 4096)
    home.vault.write_bytes(damaged)
    with pytest.raises(UserError, match="damaged"):
        open_desk(home, _now, Silent())
    assert home.vault.read_bytes() == damaged


def test_opening_empties_the_bin(home: HomeFolder):
    desk = open_desk(home, _now, Silent())
    fill_with_samples(desk, Silent())
    note = desk.notebook.notes()[0]
    act = desk.notebook.binned(note)
    desk.notebook.carry_out(act)
    desk.close()
    later = open_desk(home, lambda: DEMO_NOW + timedelta(days=31), Silent())
    with pytest.raises(UserError):
        later.notebook.carry_out(act.inverse)
    later.close()


def test_desk_backs_up_both_files(demo_desk: Desk):
    assert demo_desk.last_backup() is None
    demo_desk.back_up(DEMO_NOW, Silent())
    names = sorted(path.name for path in demo_desk.home.backups.iterdir())
    assert names == ["register-20261113T173000Z.jasp", "vault-20261113T173000Z.jaspnotes"]
    assert demo_desk.last_backup() == DEMO_NOW
    (demo_desk.home.backups / names[0]).unlink()
    assert demo_desk.last_backup() is None


def test_stopped_backup_leaves_no_file(demo_desk: Desk):
    with pytest.raises(Cancelled):
        demo_desk.back_up(DEMO_NOW, Stopping())
    assert list(demo_desk.home.backups.iterdir()) == []
