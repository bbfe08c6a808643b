"""A full disk costs a sentence, and nothing that was saved."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event

from jasp_desktop.domain.progress import Silent
from jasp_desktop.services.opening import DEMO_NOW, Desk, open_desk
from jasp_desktop.shipped import shipped
from jasp_desktop.store.connections import StoreError
from jasp_desktop.store.database import Database
from tests.services.children import SUBJECT
from tests.whole_dumps import register_dump

ROOT = Path(__file__).parents[2]
DEMO = shipped("db") / "demo" / "register.json"

limited = pytest.mark.skipif(sys.platform == "win32", reason="a limit on files is POSIX's")


def _said(task: str, desk: Desk, argument: Path) -> list[str]:
    """Run a task in a home whose files cannot grow; return the lines it printed."""
    desk.close()
    command = [
        sys.executable,
        "-m",
        "tests.services.children",
        task,
        str(desk.home.path),
        str(argument),
    ]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout.splitlines()


def _dump(desk: Desk) -> str:
    with closing(Database(desk.home.register)) as database:
        return register_dump(database)


def _has_no_left_overs(folder: Path) -> bool:
    return not [path for path in folder.rglob("*") if path.suffix in {".part", ".partial"}]


@limited
def test_notes_saved_before_the_disk_was_full_are_all_there(empty_desk: Desk, tmp_path: Path):
    lines = _said("fill_disk_with_notes", empty_desk, tmp_path)
    assert lines[-1].startswith("told ")
    assert "disk" in lines[-1]
    said = {line.split()[1] for line in lines if line.startswith("note ")}
    assert len(said) > 10
    desk = open_desk(empty_desk.home, lambda: DEMO_NOW, Silent())
    assert {note.uid for note in desk.notebook.notes()} == said
    desk.notebook.carry_out(desk.notebook.new_note(SUBJECT, "Finding", "There is room again"))
    desk.close()


@limited
@pytest.mark.parametrize("start", ["empty_desk", "demo_desk"])
def test_import_without_room_changes_nothing(
    request: pytest.FixtureRequest, tmp_path: Path, start: str
):
    desk: Desk = request.getfixturevalue(start)
    before = _dump(desk)
    path = tmp_path / "register.json"
    text = DEMO.read_text(encoding="utf-8").replace("Trent", "Severn")
    path.write_text(text, encoding="utf-8")
    lines = _said("import_on_full_disk", desk, path)
    assert lines[-1].startswith("told ")
    assert "disk" in lines[-1] or "backup" in lines[-1]
    assert _dump(desk) == before
    assert _has_no_left_overs(desk.home.path)


@limited
def test_export_without_room_leaves_the_earlier_file(demo_desk: Desk, tmp_path: Path):
    output = tmp_path / "out" / "register.json"
    output.parent.mkdir()
    output.write_text("earlier", encoding="utf-8")
    lines = _said("export_on_full_disk", demo_desk, output)
    assert lines[-1].startswith("told There is no room left")
    assert output.read_text(encoding="utf-8") == "earlier"
    assert list(output.parent.iterdir()) == [output]


@limited
def test_backup_without_room_leaves_no_file(demo_desk: Desk, tmp_path: Path):
    lines = _said("back_up_on_full_disk", demo_desk, tmp_path)
    assert lines[-1].startswith("told ")
    assert list(demo_desk.home.backups.iterdir()) == []


def _fill(database: Database) -> None:
    """Let a file grow no further: SQLite itself then says that the disk is full."""

    @event.listens_for(database._reader, "checkout")
    def limit(connection, *_):
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")


def test_note_for_which_there_is_no_room_costs_a_sentence(demo_desk: Desk):
    before = demo_desk.notebook.notes()
    _fill(demo_desk._databases[1])
    act = demo_desk.notebook.new_note(SUBJECT, "Finding", "words " * 3_000)
    with pytest.raises(StoreError, match="The disk is full"):
        demo_desk.notebook.carry_out(act)
    assert demo_desk.notebook.notes() == before


def test_import_for_which_there_is_no_room_costs_a_sentence(empty_desk: Desk):
    _fill(empty_desk._databases[0])
    plan = empty_desk.imports.propose(DEMO, Silent())
    with pytest.raises(StoreError, match="The disk is full"):
        empty_desk.imports.accept(plan, Silent())
    assert empty_desk.register.is_empty()
