"""Tracker import, read, plan and apply, beside python-calamine’s reading of the same sheet."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from python_calamine import CalamineWorkbook

from bench.contests import Contest, Work
from bench.sheets import write_tracker
from jasp_desktop.domain.progress import Silent
from jasp_desktop.services.home_folder import HomeFolder
from jasp_desktop.services.opening import Desk, open_desk

ROWS = 5_000
MOST = 4.0
_AS_AT = date(2026, 11, 6)
_FLOOR = "python-calamine reading it"


def contests(folder: Path, rows: int = ROWS) -> Iterator[Contest]:
    """Yield the first import of a tracker, the next export of it, and the same one again."""
    first, second = folder / "first.xlsx", folder / "second.xlsx"
    write_tracker(first, rows)
    write_tracker(second, rows, export=1)
    filled = folder / "filled"
    with desk_in(filled) as desk:
        bring_in(desk, first)
    for name, home, sheet in (
        (f"tracker import, {rows:,} × 20, into an empty register", None, first),
        (f"its next export, {rows:,} × 20, a tenth changed", filled, second),
        (f"the same export again, {rows:,} × 20", filled, first),
    ):
        yield Contest(
            name=name,
            ours=_importing(folder / "home", home, sheet),
            floor=_reading(sheet),
            floor_words=_FLOOR,
            most=MOST,
        )


@contextmanager
def desk_in(folder: Path) -> Iterator[Desk]:
    """Yield an open desk in a folder that is made if it is not there."""
    folder.mkdir(exist_ok=True)
    desk = open_desk(HomeFolder(folder), _now, Silent())
    try:
        yield desk
    finally:
        desk.close()


def bring_in(desk: Desk, sheet: Path) -> int:
    """Import a tracker and return how many of its rows counted.

    Raises:
        AssertionError: A row was rejected: what is measured would not be the import.
    """
    plan = desk.imports.propose(sheet, Silent(), as_at=_AS_AT)
    rows = plan.proposal.rows
    if rows.rejected or not rows.read:
        raise AssertionError(f"{rows.rejected} of {rows.read} rows were rejected")
    desk.imports.accept(plan, Silent())
    return rows.read


def _importing(home: Path, filled: Path | None, sheet: Path) -> Callable[[], Work]:
    def prepare() -> Work:
        shutil.rmtree(home, ignore_errors=True)
        if filled is not None:
            shutil.copytree(filled, home)
        opened = ExitStack()
        desk = opened.enter_context(desk_in(home))

        def work() -> None:
            with opened:
                bring_in(desk, sheet)

        return work

    return prepare


def _reading(sheet: Path) -> Callable[[], Work]:
    def work() -> object:
        return CalamineWorkbook.from_path(sheet).get_sheet_by_index(0).to_python()

    return lambda: work


def _now() -> datetime:
    return datetime(2026, 11, 13, 17, 30, tzinfo=UTC)
