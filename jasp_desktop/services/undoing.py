"""Take an import back, however long ago it was, as long as nothing rests on it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain, islice

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.field_words import field_words, table_words
from jasp_desktop.domain.identity import ImportBatchUid, Uid
from jasp_desktop.domain.journal import PANEL, Deed, Entry, Line
from jasp_desktop.domain.progress import Progress, Silent
from jasp_desktop.domain.record_fields import RECORD_TYPES
from jasp_desktop.domain.record_lines import line_of
from jasp_desktop.domain.records import Record
from jasp_desktop.exchange.record_json import record_from_json
from jasp_desktop.services.import_pasts import ImportPast, read_past
from jasp_desktop.store.database import Database

MOST_REASONS = 20
"""Reasons that are told one by one; the rest are counted."""


class ImportStands(UserError):
    """An import that cannot be taken back; ``reasons`` are sentences of their own."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        super().__init__(f"The import stays as it is. {' '.join(reasons)}")
        self.reasons = reasons


class UndoService:
    """Takes imports into one register back."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def undoing(self, batch: ImportBatchUid, progress: Progress | None = None) -> Act[Record]:
        """Plan to restore exactly what was before an import; its certificate stays.

        Raises:
            ImportStands: It cannot be undone.
            Cancelled: The person asked for a stop.
        """
        past = read_past(self._database, batch, progress or Silent())
        if isinstance(past, str):
            raise ImportStands((past,))
        if reasons := _told(past):
            raise ImportStands(reasons)
        after = replace(past.batch, undone_at=self._now().astimezone(UTC))
        changes: list[Change[Record]] = [*past.changes, Change(past.batch, after)]
        return Act(f"Undo import of {past.batch.file}", tuple(changes), past.panel, batch)


def _told(past: ImportPast) -> tuple[str, ...]:
    """Return what stands in the way of undoing, the last telling how many more there are."""
    reasons = _reasons(past)
    told = tuple(islice(reasons, MOST_REASONS))
    more = sum(1 for _ in reasons)
    return (*told, f"And {more:,} more.") if more else told


def _reasons(past: ImportPast) -> Iterator[str]:
    for batch, count in past.relying:
        records = "one record" if count == 1 else f"{count:,} records"
        yield (
            f"“{batch.file}”, imported on {in_words(batch.at.date())}, has {records} that this "
            "import added. Undo that import first."
        )
    yield from chain.from_iterable(_reasons_of(past, line) for line in past.lines)
    for place in past.leaning:
        yield f"{_label(past, place.table, place.uid)} names {_label(past, '', place.target)}."
    for record, subject in past.dangling:
        gone = table_words(subject.table).one.lower()
        yield f"{_labelled(past, record)} would name a {gone} that is no longer there."


def _reasons_of(past: ImportPast, line: Line) -> Iterator[str]:
    """Yield what has come of one record since the import."""
    if line.table == PANEL:
        return
    if line.uid not in past.now:
        # What the import added or removed may be gone; what it changed cannot be put back.
        if line.deed is Deed.CHANGED:
            yield _removed_words(past, line)
    elif line.deed is Deed.REMOVED:
        yield f"{_label(past, line.table, line.uid)} is there again."
    else:
        for name, trace in past.moved_fields(line).items():
            label, words = _label(past, line.table, line.uid), field_words(line.table, name).name
            yield f"{label}: “{words}” was changed again {_act_words(trace.entry)}."


def _removed_words(past: ImportPast, line: Line) -> str:
    traces = reversed(past.later[line.table, line.uid])
    last = next(trace for trace in traces if trace.line.deed is Deed.REMOVED)
    record = record_from_json(RECORD_TYPES[line.table], last.line.before, line.table)
    return f"{_labelled(past, record)} was removed {_act_words(last.entry)}."


def _act_words(entry: Entry) -> str:
    return f"{entry.by} on {in_words(entry.at.date())}"


def _label(past: ImportPast, table: str, uid: Uid) -> str:
    record = past.now.get(uid)
    return f"One {table_words(table).one.lower()}" if record is None else _labelled(past, record)


def _labelled(past: ImportPast, record: Record) -> str:
    line = line_of(record, lambda _table, uid: past.now.get(uid))
    return f"{table_words(line.table).one} “{line.name}”"
