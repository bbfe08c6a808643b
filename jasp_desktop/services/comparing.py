"""What changed in a register between two of its states, or since a file of it was written."""

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from jasp_desktop.domain.change_reckoning import compared
from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.records import Document, ImportBatch, Meeting, Record
from jasp_desktop.domain.register_changes import Comparison
from jasp_desktop.domain.register_states import (
    Moment,
    MomentKind,
    RegisterState,
    day_moment,
    import_moments,
    meeting_moment,
    now_moment,
)
from jasp_desktop.domain.vocabulary import MeetingStatus
from jasp_desktop.exchange.open_format import is_open_format, read_register
from jasp_desktop.services.past_states import past_state, state_of
from jasp_desktop.services.still_collector import still_collector
from jasp_desktop.store import register
from jasp_desktop.store.database import REGISTER, Database
from jasp_desktop.store.migrations import open_database
from jasp_desktop.store.register_states import WholeRegister, acts_of_imports

type Point = Moment | Path | date
"""A moment of this register, the end of a day of it, or a file that holds a register."""

_EARLIEST = datetime.min.replace(tzinfo=UTC)


class ComparingService:
    """States of one register, and what changed between them. Any thread may call it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def moments(self) -> tuple[Moment, ...]:
        """Return the moments one can choose, the newest first: now, meetings held, imports."""
        with self._database.reading() as session:
            panel = register.read_panel(session)
            meetings = list(register.read_records(session, Meeting))
            batches = list(register.read_records(session, ImportBatch))
            acts = acts_of_imports(session)
        moments = _held(meetings)
        for batch in batches:
            if batch.undone_at is None:
                moments += import_moments(batch, acts.get(batch.uid))
        moments.sort(key=_place, reverse=True)
        return (now_moment(panel.as_at if panel else None), *moments)

    def since_last_meeting(self) -> Moment | None:
        """Return the last meeting that was held; None where none was."""
        with self._database.reading() as session:
            meetings = list(register.read_records(session, Meeting))
        return max(_held(meetings), key=_place, default=None)

    def last_meeting_before(self, day: date) -> Moment | None:
        """Return the last meeting held before a day; None where none was."""
        with self._database.reading() as session:
            meetings = list(register.read_records(session, Meeting))
        before = [each for each in meetings if each.held_on < day]
        return max(_held(before), key=_place, default=None)

    def state(self, point: Point, progress: Progress) -> RegisterState:
        """Return what the register said at a moment, or what a file holds.

        Raises:
            UserError: The file is no register.
            Cancelled: The person asked for a stop.
        """
        return self._states([point], progress)[0]

    def compare(self, since: Point, until: Point, progress: Progress) -> Comparison:
        """Return what changed between two states; two of this register are of one reading.

        Raises:
            UserError: A file is no register.
            Cancelled: The person asked for a stop.
        """
        then, now = self._states([since, until], progress)
        with still_collector():
            return compared(then, now, progress)

    def compare_with_now(self, since: Point, progress: Progress) -> Comparison:
        """Return what changed from a state until now.

        Raises:
            UserError: A file is no register.
            Cancelled: The person asked for a stop.
        """
        return self.compare(since, now_moment(None), progress)

    def _states(self, points: Sequence[Point], progress: Progress) -> list[RegisterState]:
        with still_collector(), self._database.reading() as session:
            whole = WholeRegister(session, progress)
            return [
                _state_of_file(point, progress)
                if isinstance(point, Path)
                else past_state(whole, _moment(point, whole))
                for point in points
            ]


def _held(meetings: Sequence[Meeting]) -> list[Moment]:
    return [meeting_moment(each) for each in meetings if each.status is MeetingStatus.HELD]


def _place(moment: Moment) -> tuple[datetime, int, str]:
    return moment.at or _EARLIEST, moment.entry or 0, moment.uid or ""


def _moment(point: Moment | date, whole: WholeRegister) -> Moment:
    if not isinstance(point, Moment):
        return day_moment(point)
    if point.kind is not MomentKind.NOW:
        return point
    return now_moment(whole.panel.as_at if whole.panel else None)


def _state_of_file(path: Path, progress: Progress) -> RegisterState:
    """Return what a file holds, by its kind: the open format, else a register's own file.

    A further kind of file, such as a signed pack, is told apart here.
    """
    read = _read_open_format if is_open_format(path) else _read_register
    return replace(read(path, progress), name=f"“{path.name}”")


def _read_open_format(path: Path, progress: Progress) -> RegisterState:
    found = read_register(path, progress)
    tables: dict[str, dict[Uid, Record]] = {
        table: {each.uid: _without_content(each) for each in records}
        for table, records in found.records.items()
    }
    return state_of(now_moment(found.panel.as_at), found.panel, tables)


def _without_content(record: Record) -> Record:
    if isinstance(record, Document):
        return replace(record, content=b"", text=None)
    return record


def _read_register(path: Path, progress: Progress) -> RegisterState:
    """Read a register's file from a copy: the file itself may be older, and stays as it is."""
    with tempfile.TemporaryDirectory(prefix="jasp-") as folder:
        copy = Path(folder) / path.name
        try:
            for ending in ("", "-wal"):
                source = path.with_name(f"{path.name}{ending}")
                if not ending or source.exists():
                    shutil.copyfile(source, f"{copy}{ending}")
        except FileNotFoundError:
            raise UserError(f"“{path.name}” is not there.") from None
        except OSError:
            raise UserError(f"“{path.name}” could not be read.") from None
        database = open_database(copy, REGISTER, copy.parent / "backups", progress)
        try:
            with database.reading() as session:
                whole = WholeRegister(session, progress)
                return past_state(whole, _moment(now_moment(None), whole))
        finally:
            database.close()
