"""Starting: which program is wanted, what the system lacks, one copy to a home, the self-check."""

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.__main__ import is_for_the_command_line, main, python_fault
from jasp_desktop.system_needs import has_screen, missing_for_x11, sentence_for

OFF_SCREEN = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
HALF_A_MINUTE = 60


def run(*arguments: str, code: str | None = None) -> subprocess.CompletedProcess[str]:
    command = ["-c", code] if code else ["-m", "jasp_desktop"]
    return subprocess.run(
        [sys.executable, *command, *arguments],
        env=OFF_SCREEN,
        capture_output=True,
        text=True,
        timeout=HALF_A_MINUTE,
        check=False,
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["import", "letter.txt"],
        ["--home", "somewhere", "export", "--output", "x.json"],
        ["--demo", "brief", "--output", "x.pdf"],
        ["backup"],
        ["undo-import"],
        ["certificate", "--batch", "x", "--output", "x.pdf"],
        ["check", "--json"],
        ["--version"],
        ["--help"],
        ["--no-such-option"],
    ],
)
def test_commands_go_to_the_command_line(arguments: list[str]):
    assert is_for_the_command_line(arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["register.json"],
        ["--demo"],
        ["--home", "import"],
        ["--home=import"],
        ["--self-check"],
        ["--exit-after", "data", "--demo"],
    ],
)
def test_the_rest_opens_the_window(arguments: list[str]):
    assert not is_for_the_command_line(arguments)


@given(st.lists(st.text(max_size=12), max_size=5))
def test_any_arguments_lead_somewhere(arguments: list[str]):
    assert is_for_the_command_line(arguments) in {True, False}


def test_an_older_python_is_told_in_a_sentence():
    assert python_fault((3, 12)) is None
    sentence = python_fault((3, 11))
    assert sentence is not None
    assert "3.12" in sentence
    assert "3.11" in sentence


def test_a_missing_library_names_the_package_of_both_families():
    words = "libEGL.so.1: cannot open shared object file: No such file or directory"
    sentence = sentence_for(words)
    assert sentence is not None
    assert "libegl1" in sentence
    assert "libglvnd-egl" in sentence


def test_a_library_without_a_known_package_is_named_itself():
    sentence = sentence_for("libstrange.so.7: cannot open shared object file: No such file")
    assert sentence is not None
    assert "libstrange.so.7" in sentence
    assert sentence_for("something else went wrong") is None


def test_a_screen_is_wanted_unless_a_platform_is_chosen():
    assert not has_screen({})
    assert has_screen({"DISPLAY": ":0"})
    assert has_screen({"WAYLAND_DISPLAY": "wayland-0"})
    assert has_screen({"QT_QPA_PLATFORM": "offscreen"})


def test_the_x11_plugin_is_looked_at_only_where_qt_takes_it(tmp_path):
    broken = tmp_path / "libqxcb.so"
    broken.write_bytes(b"no library")
    assert missing_for_x11({"QT_QPA_PLATFORM": "offscreen"}, broken) is None
    assert missing_for_x11({"WAYLAND_DISPLAY": "wayland-0"}, broken) is None
    assert missing_for_x11({"DISPLAY": ":0"}, None) is None


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems bring all of it")
def test_without_a_screen_one_sentence_and_no_window(monkeypatch, capsys):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_the_frame_is_painted_before_the_register_is_imported(tmp_path):
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from jasp_desktop.app import main\n"
        "home = Path(sys.argv[1])\n"
        "code = main(home=home, is_demo=False, file=None, leave_at='first-paint')\n"
        "heavy = {'sqlalchemy', 'reportlab', 'sqlcipher3', 'alembic', 'docx', 'pypdf'}\n"
        "print(code, sorted(heavy & set(sys.modules)))\n"
    )
    done = run(str(tmp_path), code=code)
    assert done.stdout.strip() == "0 []", done.stderr


def test_the_window_opens_shows_its_first_page_and_leaves(tmp_path):
    done = run("--home", str(tmp_path / "home"), "--exit-after", "data")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "home" / "register.jasp").is_file()
    assert done.stderr == ""


def test_a_second_copy_on_one_home_says_one_sentence(tmp_path):
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from PySide6.QtCore import QLockFile\n"
        "from jasp_desktop.app import main\n"
        "home = Path(sys.argv[1])\n"
        "lock = QLockFile(str(home / 'in-use.lock'))\n"
        "assert lock.tryLock(0)\n"
        "sys.exit(main(home=home, is_demo=False, file=None, leave_at=None))\n"
    )
    done = run(str(tmp_path), code=code)
    assert done.returncode == 1
    assert "already open" in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "register.jasp").exists()


def test_a_register_that_cannot_be_opened_is_said_in_the_window(tmp_path):
    register = tmp_path / "register.jasp"
    register.write_bytes(b"not a database at all" * 100)
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from jasp_desktop import app\n"
        "from jasp_desktop.services.home_folder import HomeFolder\n"
        "from jasp_desktop.ui.faults import Faults\n"
        "application = QApplication([])\n"
        "program = app.Program(application, HomeFolder(Path(sys.argv[1])), Faults(), False)\n"
        "program.broken.connect(print)\n"
        "program.broken.connect(application.quit)\n"
        "program.start(None)\n"
        "program.open()\n"
        "application.exec()\n"
        "program.end()\n"
    )
    done = run(str(tmp_path), code=code)
    assert done.returncode == 0, done.stderr
    assert "register.jasp" in done.stdout
    assert register.read_bytes() == b"not a database at all" * 100


def test_the_self_check_starts_every_part():
    done = run("--self-check")
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert lines[-1] == "Every part started"
    assert any(line.startswith("Brief: ") for line in lines)
