"""A file is written whole or not at all, and a failure is one sentence."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from jasp_desktop.domain.errors import UserError
from jasp_desktop.whole_files import folder_written_whole, written_whole

is_root = hasattr(os, "geteuid") and os.geteuid() == 0

LIMITED = """
import resource, signal, sys
from pathlib import Path
from jasp_desktop.domain.errors import UserError
from jasp_desktop.whole_files import written_whole

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    with written_whole(Path(sys.argv[1])) as file:
        file.write(b"x" * 5000)
except UserError as error:
    print(error)
"""


def save(content, output):
    with written_whole(output) as file:
        file.write(content)


def write_half(output):
    with written_whole(output) as file:
        file.write(b"half")
        raise ZeroDivisionError


def test_an_older_file_is_replaced(tmp_path):
    output = tmp_path / "brief.pdf"
    output.write_bytes(b"older")
    save(b"newer", output)
    assert output.read_bytes() == b"newer"
    assert list(tmp_path.iterdir()) == [output]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sets no limit to a file's size")
def test_a_full_disk_leaves_the_older_file_and_nothing_else(tmp_path):
    output = tmp_path / "brief.pdf"
    output.write_bytes(b"older")
    told = subprocess.run(
        [sys.executable, "-c", LIMITED, str(output)],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        cwd=Path(__file__).parents[1],
    ).stdout
    assert told.startswith("There is no room left to save “brief.pdf” in")
    assert output.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [output]


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "There is no room left"),
        (errno.EROFS, "cannot be saved"),
        (errno.EACCES, "cannot be saved"),
        (errno.EIO, "the disk reported a fault"),
    ],
)
def test_whatever_the_disk_reports_is_one_sentence_and_nothing_is_left(
    tmp_path, monkeypatch, number, told
):
    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(UserError, match=told):
        save(b"new", tmp_path / "brief.pdf")
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(is_root, reason="an administrator may write anywhere")
def test_a_folder_that_may_not_be_written_to_is_told(tmp_path):
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(UserError, match="cannot be saved"):
            save(b"new", tmp_path / "brief.pdf")
    finally:
        tmp_path.chmod(0o700)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(UserError, match="There is no folder “nowhere”"):
        save(b"new", tmp_path / "nowhere" / "brief.pdf")


def test_a_file_in_place_of_the_folder_is_told(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UserError, match="There is no folder “file”"):
        save(b"new", tmp_path / "file" / "brief.pdf")


def test_a_folder_in_place_of_the_file_is_told(tmp_path):
    (tmp_path / "brief.pdf").mkdir()
    with pytest.raises(UserError, match="cannot be replaced"):
        save(b"new", tmp_path / "brief.pdf")
    assert [path.name for path in tmp_path.iterdir()] == ["brief.pdf"]


def test_a_name_too_long_for_the_disk_is_told(tmp_path):
    with pytest.raises(UserError, match="name is too long"):
        save(b"new", tmp_path / ("b" * 300 + ".pdf"))
    assert not list(tmp_path.iterdir())


def test_a_failure_half_way_leaves_the_older_file(tmp_path):
    output = tmp_path / "register.json"
    output.write_bytes(b"older")
    with pytest.raises(ZeroDivisionError):
        write_half(output)
    assert output.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [output]


def fill(folder_path, names, is_ours=lambda name: name.endswith(".csv")):
    with folder_written_whole(folder_path, is_ours) as folder:
        for name in names:
            (folder / name).write_bytes(b"new")


def fill_half(folder_path):
    with folder_written_whole(folder_path, lambda _name: True) as folder:
        (folder / "b.csv").write_bytes(b"half")
        raise ZeroDivisionError


def test_a_folder_is_there_once_it_is_whole(tmp_path):
    output = tmp_path / "lists"
    fill(output, ["a.csv", "b.csv"])
    assert sorted(path.name for path in output.iterdir()) == ["a.csv", "b.csv"]
    fill(output, ["c.csv"])
    assert [path.name for path in output.iterdir()] == ["c.csv"]
    assert list(tmp_path.iterdir()) == [output]


def test_a_folder_with_files_of_others_is_not_replaced(tmp_path):
    output = tmp_path / "lists"
    output.mkdir()
    (output / "letter.docx").write_bytes(b"mine")
    with pytest.raises(UserError, match="holds other files"):
        fill(output, ["a.csv"])
    assert [path.name for path in output.iterdir()] == ["letter.docx"]


def test_a_file_in_place_of_a_folder_of_lists_is_told(tmp_path):
    (tmp_path / "lists").write_bytes(b"mine")
    with pytest.raises(UserError, match="is a file"):
        fill(tmp_path / "lists", ["a.csv"])
    assert (tmp_path / "lists").read_bytes() == b"mine"


def test_a_folder_that_fails_half_way_leaves_the_older_one(tmp_path):
    output = tmp_path / "lists"
    fill(output, ["a.csv"])
    with pytest.raises(ZeroDivisionError):
        fill_half(output)
    assert [path.name for path in output.iterdir()] == ["a.csv"]
    assert list(tmp_path.iterdir()) == [output]


def test_a_folder_that_cannot_take_its_place_leaves_the_older_one(tmp_path, monkeypatch):
    output = tmp_path / "lists"
    fill(output, ["a.csv"])
    rename = Path.rename

    def refuse_new(path: Path, target: Path) -> Path:
        if path.name.endswith(".part"):
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse_new)
    with pytest.raises(UserError, match="cannot be saved"):
        fill(output, ["b.csv"])
    assert [path.name for path in output.iterdir()] == ["a.csv"]
    assert list(tmp_path.iterdir()) == [output]
