"""What changed between two national registers, beside reading both."""

from collections.abc import Callable, Iterator
from pathlib import Path

from bench.changes_registers import MEETING, write_register
from bench.contests import Contest, Work
from bench.tracker_import import desk_in
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.register_states import now_moment
from jasp_desktop.services.comparing import ComparingService, Point
from jasp_desktop.store.database import REGISTER, Database
from jasp_desktop.store.migrations import open_database

FINDINGS = 100_000
MOST = 3.0
"""DESIGN.md, section 7."""

_NOW = now_moment(None)


def contests(folder: Path, findings: int = FINDINGS) -> Iterator[Contest]:
    """Yield two files compared, and one register with what it was at its last meeting."""
    first, second = folder / "first.jasp", folder / "second.jasp"
    write_register(first, findings, is_later=False)
    write_register(second, findings, is_later=True)
    with desk_in(folder / "changes-home"):
        pass  # makes an empty register, from which files are read
    own = Database(folder / "changes-home" / "register.jasp")
    yield Contest(
        name=f"what changed, {findings:,} findings, between two files",
        ours=_comparing(own, first, second),
        floor=_reading(own, first, second),
        floor_words="reading both",
        most=MOST,
    )
    own.close()
    later = open_database(second, REGISTER, folder / "backups", Silent())
    yield Contest(
        name=f"what changed, {findings:,} findings, since a meeting",
        ours=_comparing(later, MEETING, _NOW),
        floor=_reading(later, _NOW, _NOW),
        floor_words="reading it twice",
        most=MOST,
    )
    later.close()


def _comparing(database: Database, since: Point, until: Point) -> Callable[[], Work]:
    def work() -> None:
        comparison = ComparingService(database).compare(since, until, Silent())
        if not comparison.changes or not comparison.totals.reconcile:
            raise AssertionError("nothing was compared")

    return lambda: work


def _reading(database: Database, since: Point, until: Point) -> Callable[[], Work]:
    def work() -> object:
        service = ComparingService(database)
        return [service.state(point, Silent()) for point in (since, until)]

    return lambda: work
