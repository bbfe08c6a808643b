"""Where a person's files are."""

from pathlib import Path

import pytest

from jasp_desktop.domain.errors import UserError
from jasp_desktop.services import home_folder
from jasp_desktop.services.home_folder import VARIABLE, find_home


def test_chosen_folder_is_made(tmp_path: Path):
    home = find_home(tmp_path / "new" / "home")
    assert home.path == tmp_path / "new" / "home"
    assert home.path.is_dir()
    inside = (home.register, home.vault, home.backups, home.packs, home.logs, home.lock)
    assert {path.parent for path in inside} == {home.path}
    assert len(set(inside)) == len(inside)


def test_variable_names_the_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(VARIABLE, str(tmp_path / "named"))
    assert find_home(None).path == tmp_path / "named"


def test_chosen_folder_comes_before_the_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(VARIABLE, str(tmp_path / "named"))
    assert find_home(tmp_path / "chosen").path == tmp_path / "chosen"
    assert not (tmp_path / "named").exists()


@pytest.mark.parametrize("variable", [None, ""])
def test_usual_place_is_the_last_resort(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str | None
):
    monkeypatch.delenv(VARIABLE, raising=False)
    if variable is not None:
        monkeypatch.setenv(VARIABLE, variable)
    monkeypatch.setattr(home_folder, "user_data_path", lambda name, **_: tmp_path / name)
    assert find_home(None).path == tmp_path / "JASP Desktop"


def test_relative_folder_is_made_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    assert find_home(Path("home")).path == tmp_path / "home"


def test_tilde_is_the_persons_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert find_home(Path("~/panel")).path == tmp_path / "panel"


def test_file_instead_of_a_folder_is_refused(tmp_path: Path):
    (tmp_path / "home").write_text("a file", encoding="utf-8")
    with pytest.raises(UserError, match="“home” is a file"):
        find_home(tmp_path / "home")


def test_folder_that_cannot_be_made_is_refused(tmp_path: Path):
    (tmp_path / "file").write_text("a file", encoding="utf-8")
    with pytest.raises(UserError, match="cannot be made"):
        find_home(tmp_path / "file" / "home")


def test_network_folder_is_refused():
    with pytest.raises(UserError, match="not on a network"):
        find_home(Path("//server/share/panel"))


def test_home_is_empty_until_something_is_kept_in_it(tmp_path: Path):
    home = find_home(tmp_path)
    assert home.is_empty
    home.vault.write_bytes(b"")
    assert not home.is_empty
