"""What a register said at a moment, and the moments one can choose."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import cast

from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.identity import ActionUid, Uid
from jasp_desktop.domain.record_fields import table_of
from jasp_desktop.domain.records import (
    ImportBatch,
    Meeting,
    Panel,
    Record,
)

type Tables = Mapping[str, Mapping[Uid, Record]]
"""Records by table, and in each table by uid."""


def every[R: Record](tables: Tables, kind: type[R]) -> Mapping[Uid, R]:
    """Return the records of one class by uid."""
    return cast("Mapping[Uid, R]", tables.get(table_of(kind), {}))


NOW = "Now"
"""The name of what the register says now."""


class MomentKind(StrEnum):
    """What makes a moment worth choosing."""

    NOW = "now"
    MEETING = "meeting"
    BEFORE_IMPORT = "before_import"
    AFTER_IMPORT = "after_import"
    DAY = "day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A moment of one register’s own past.

    ``at`` is the last instant that counts, in UTC; None for now. ``entry`` is the last act of the
    journal that counts, where the moment is told by an act. ``uid`` names the meeting or the
    import.
    """

    kind: MomentKind
    words: str
    day: date | None = None
    at: datetime | None = None
    entry: int | None = None
    uid: Uid | None = None


def now_moment(as_at: date | None) -> Moment:
    """Return the moment that is now; ``as_at`` is the date of the data."""
    return Moment(kind=MomentKind.NOW, words=NOW, day=as_at)


def day_moment(day: date) -> Moment:
    """Return the end of a day: what was recorded on it counts."""
    return Moment(kind=MomentKind.DAY, words=in_words(day), day=day, at=end_of(day))


def meeting_moment(meeting: Meeting) -> Moment:
    """Return the end of the day of a meeting: what was asked and decided at it counts."""
    return Moment(
        kind=MomentKind.MEETING,
        words=f"Meeting of {in_words(meeting.held_on)}",
        day=meeting.held_on,
        at=end_of(meeting.held_on),
        uid=meeting.uid,
    )


def import_moments(batch: ImportBatch, entry: tuple[int, datetime] | None) -> tuple[Moment, Moment]:
    """Return the moments after and before an import; ``entry`` is its act in the journal."""
    number, done = entry or (None, batch.at)
    words = f"the import of “{batch.file}” on {in_words(batch.at.date())}"
    after = Moment(
        kind=MomentKind.AFTER_IMPORT,
        words=f"After {words}",
        day=batch.at.date(),
        at=done,
        entry=number,
        uid=batch.uid,
    )
    before = Moment(
        kind=MomentKind.BEFORE_IMPORT,
        words=f"Before {words}",
        day=batch.at.date(),
        at=min(batch.at, done) - timedelta(microseconds=1),
        entry=None if number is None else number - 1,
        uid=batch.uid,
    )
    return after, before


def end_of(day: date) -> datetime:
    """Return the last instant of a day, in UTC."""
    return datetime.combine(day, time.max, UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterState:
    """What a register said at a moment.

    Attributes:
        name: The moment in words: “Meeting of 8 September 2026”.
        day: Its day; of a whole register, the date of its data.
        panel: The panel then; None in a register without one.
        tables: Its records. Documents are without their bytes and their text.
        missing: The actions that their tracker’s newest export had no longer.
    """

    name: str
    day: date | None
    panel: Panel | None
    tables: Tables
    missing: frozenset[ActionUid] = frozenset()

    @property
    def as_data(self) -> str:
        """Return its name; of what the register says now, the date of its data if it is known."""
        if self.name == NOW and self.day is not None:
            return f"the data as at {in_words(self.day)}"
        return self.name

    def every[R: Record](self, kind: type[R]) -> Mapping[Uid, R]:
        """Return the records of one class by uid."""
        return every(self.tables, kind)

    def known(self, table: str, uid: Uid) -> Record | None:
        """Return a record by its table and uid; None where it was not there."""
        return self.tables.get(table, {}).get(uid)
