"""Programs that a test runs beside itself, to kill them or to fill their disk.

``python -m tests.services.children TASK HOME ARGUMENT`` prints one line for each thing that it was
told is on the disk.
"""

import sys
from collections.abc import Callable
from datetime import datetime
from itertools import count
from pathlib import Path

from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.records import Subject
from jasp_desktop.services.home_folder import HomeFolder
from jasp_desktop.services.opening import DEMO_NOW, Desk, open_desk

SUBJECT = Subject("finding", Uid("00000000-0000-7000-8000-000000000001"))


class Telling:
    """Progress that prints a line at each report."""

    def report(self, done: int, total: int, words: str) -> None:
        """Print how far the work is."""
        del words
        _tell("at", f"{done} of {total}")


def _tell(*words: str) -> None:
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


def _now() -> datetime:
    return DEMO_NOW


def _write_note(desk: Desk, number: int) -> None:
    act = desk.notebook.new_note(SUBJECT, "Finding", f"Note {number}: " + "words " * 40)
    desk.notebook.carry_out(act)
    note = act.changes[0].after
    assert note is not None
    _tell("note", note.uid)


def work(desk: Desk, file: Path) -> None:
    """Write a note, import a file and take the import back, until killed."""
    for number in count():
        _write_note(desk, number)
        act = desk.imports.accept(desk.imports.propose(file, Telling()), Telling())
        _tell("in")
        desk.register.carry_out(act.inverse)
        _tell("out")


def import_once(desk: Desk, file: Path) -> None:
    """Import a file."""
    desk.imports.accept(desk.imports.propose(file, Telling()), Telling())
    _tell("in")


def fill_disk_with_notes(desk: Desk, _: Path) -> None:
    """Write notes until the disk is full."""
    _limit_files(400_000)
    for number in range(5_000):
        _write_note(desk, number)


def import_on_full_disk(desk: Desk, file: Path) -> None:
    """Import a file for which there is no room."""
    _limit_files(150_000)
    desk.imports.accept(desk.imports.propose(file, Silent()), Silent())
    _tell("in")


def export_on_full_disk(desk: Desk, file: Path) -> None:
    """Export to a place where there is no room."""
    _limit_files(50_000)
    desk.export(file, Silent())
    _tell("out")


def back_up_on_full_disk(desk: Desk, _: Path) -> None:
    """Make a backup for which there is no room."""
    _limit_files(50_000)
    desk.back_up(DEMO_NOW, Silent())
    _tell("copied")


def _limit_files(most: int) -> None:
    """Let no file grow beyond so many bytes, as on a full disk."""
    import resource  # noqa: PLC0415 - not on every system

    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


TASKS: dict[str, Callable[[Desk, Path], None]] = {
    task.__name__: task
    for task in (
        work,
        import_once,
        fill_disk_with_notes,
        import_on_full_disk,
        export_on_full_disk,
        back_up_on_full_disk,
    )
}


def main(task: str, home: str, argument: str) -> None:
    """Run a task in a home; print the sentence that ends it."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    desk = open_desk(HomeFolder(Path(home)), _now, Silent())
    _tell("open")
    try:
        TASKS[task](desk, Path(argument))
    except UserError as error:
        _tell("told", str(error))


if __name__ == "__main__":
    main(*sys.argv[1:])
