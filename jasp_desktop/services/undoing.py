"""Take an import back, however long ago it was, as long as nothing rests on it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, cast

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.field_words import field_words, table_words
from jasp_desktop.domain.identity import ImportBatchUid, Uid
from jasp_desktop.domain.journal import PANEL, Deed, Line, Trace
from jasp_desktop.domain.record_fields import RECORD_TYPES
from jasp_desktop.domain.record_lines import line_of
from jasp_desktop.domain.record_links import Reference
from jasp_desktop.domain.records import ImportBatch, Json, Panel, Record
from jasp_desktop.exchange.record_json import record_from_json, record_to_json
from jasp_desktop.store import journal, record_lists, register
from jasp_desktop.store.database import Database

MOST_REASONS = 20
"""Reasons that are told one by one; the rest are counted."""

type _Name = tuple[str, Uid]


class UndoService:
    """Imports that were made into one register, and their undoing."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def batches(self) -> list[ImportBatch]:
        """Return every import, the newest first."""
        with self._database.reading() as session:
            found = list(register.read_records(session, ImportBatch))
        return sorted(found, key=lambda batch: batch.at, reverse=True)

    def why_not(self, batch: ImportBatchUid) -> tuple[str, ...]:
        """Return why an import cannot be taken back, a sentence each; empty when it can."""
        found = self._past(batch)
        return (found,) if isinstance(found, str) else found.reasons()

    def undoing(self, batch: ImportBatchUid) -> Act[Record]:
        """Plan to restore exactly what was before an import; its certificate stays.

        Raises:
            UserError: It cannot be undone; the reasons are told.
        """
        past = self._past(batch)
        if isinstance(past, str):
            raise UserError(past)
        if reasons := past.reasons():
            raise UserError(f"This import was not undone. {' '.join(reasons)}")
        after = replace(past.batch, undone_at=self._now().astimezone(UTC))
        changes: list[Change[Record]] = [*past.changes(), Change[Record](past.batch, after)]
        words = f"Undo import of {past.batch.file}"
        return Act(words, tuple(changes), past.panel_change(), batch)

    def _past(self, uid: ImportBatchUid) -> "_Past | str":
        with self._database.reading() as session:
            batch = register.fetch_one(session, ImportBatch, uid)
            if batch is None:
                return "This import is not on the register any more."
            if batch.undone_at is not None:
                day = in_words(batch.undone_at.date())
                return f"“{batch.file}” was undone already, on {day}."
            entry = journal.latest_of_batch(session, uid)
            if entry is None:
                return (
                    f"“{batch.file}” came with a whole register, "
                    "so what it changed was not written down here."
                )
            lines = [line for line in journal.lines_of(session, entry) if line.uid != uid]
            names = [(line.table, line.uid) for line in lines]
            later: defaultdict[_Name, list[Trace]] = defaultdict(list)
            for trace in journal.traces_after(session, entry, names):
                later[trace.line.table, trace.line.uid].append(trace)
            leaning = [
                place
                for table, uids in _by_table(lines, Deed.ADDED).items()
                for place in record_lists.references_to(session, table, uids)
                if (place.table, place.uid) not in set(names)
            ]
            others = [(place.table, place.uid) for place in leaning[:MOST_REASONS]]
            now = record_lists.records_named(session, others)
            for table, uids in _by_table(lines).items():
                there = register.existing(session, table, uids)
                now |= {record.uid: record for record in there.values()}
            return _Past(
                batch=batch,
                lines=lines,
                later=later,
                now=now,
                panel=register.read_panel(session),
                leaning=leaning,
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Past:
    """What an import did, what has been done to the same records since, and how they are now.

    ``leaning`` is where other records name those that the import added.
    """

    batch: ImportBatch
    lines: Sequence[Line]
    later: Mapping[_Name, Sequence[Trace]]
    now: Mapping[Uid, Record]
    panel: Panel | None
    leaning: Sequence[Reference]

    def reasons(self) -> tuple[str, ...]:
        """Return what stands in the way of undoing it, the last telling how many more there are."""
        found = [reason for line in self.lines for reason in self._reasons(line)]
        found += [
            f"{self._label(place.table, place.uid)} names {self._label('', place.target)}."
            for place in self.leaning
        ]
        if len(found) <= MOST_REASONS:
            return tuple(found)
        return (*found[:MOST_REASONS], f"And {len(found) - MOST_REASONS} more.")

    def changes(self) -> list[Change[Record]]:
        """Return what undoing it does to records; what has gone since needs nothing."""
        found: list[Change[Record]] = []
        for line in self.lines:
            now = self.now.get(line.uid)
            if line.deed is Deed.ADDED and now is not None:
                found.append(Change[Record](now, None))
            elif line.deed is Deed.CHANGED and now is not None:
                found.append(Change[Record](now, _with_fields(now, line.before)))
            elif line.deed is Deed.REMOVED and now is None:
                kind = RECORD_TYPES[line.table]
                found.append(Change[Record](None, record_from_json(kind, line.before, line.table)))
        return found

    def panel_change(self) -> Change[Panel] | None:
        """Return what undoing it does to the panel: what nothing has moved since goes back."""
        line = next((line for line in self.lines if line.table == PANEL), None)
        if line is None or self.panel is None:
            return None
        moved = {
            field for trace in self.later.get((PANEL, line.uid), ()) for field in trace.line.before
        }
        back = {field: value for field, value in line.before.items() if field not in moved}
        return Change(self.panel, _with_fields(self.panel, back)) if back else None

    def _reasons(self, line: Line) -> list[str]:
        now = self.now.get(line.uid)
        if line.table == PANEL:
            return []
        if now is None:
            # Gone, or going: only what the import changed and did not bring cannot come back.
            return [f"{self._label(line.table, line.uid)} was removed since."] * (
                line.deed is Deed.CHANGED
            )
        if line.deed is Deed.REMOVED:
            return [f"{self._label(line.table, line.uid)} is there again."]
        moved = self._moved_on(line, now)
        return [self._moved_words(line, field, trace) for field, trace in moved.items()]

    def _moved_on(self, line: Line, now: Record) -> dict[str, Trace]:
        """Return the fields of a record that are no longer as the import left them, and who did it.

        A field that was changed and changed back is as it was left.
        """
        values = record_to_json(now)
        fields = line.before if line.deed is Deed.CHANGED else values
        first: dict[str, Trace] = {}
        for trace in self.later.get((line.table, line.uid), ()):
            for field in trace.line.before:
                first.setdefault(field, trace)
        return {
            field: trace
            for field, trace in first.items()
            if field in fields and trace.line.before[field] != values[field]
        }

    def _moved_words(self, line: Line, field: str, trace: Trace) -> str:
        day = in_words(trace.entry.at.date())
        who = f"by “{trace.entry.file}” on {day}" if trace.entry.file else f"by hand on {day}"
        words = field_words(line.table, field).name
        return f"{self._label(line.table, line.uid)}: “{words}” was changed again {who}."

    def _label(self, table: str, uid: Uid) -> str:
        record = self.now.get(uid)
        if record is None:
            return f"One {table_words(table).one.lower()}"
        line = line_of(record, lambda _table, other: self.now.get(other))
        return f"{table_words(line.table).one} “{line.name}”"


def _by_table(lines: Iterable[Line], deed: Deed | None = None) -> dict[str, list[Uid]]:
    tables: defaultdict[str, list[Uid]] = defaultdict(list)
    for line in lines:
        if line.table != PANEL and deed in {None, line.deed}:
            tables[line.table].append(line.uid)
    return tables


def _with_fields[R: (Record, Panel)](record: R, before: Mapping[str, Json]) -> R:
    """Return a record with fields as they were."""
    kind: type[Any] = type(record)
    return cast("R", record_from_json(kind, record_to_json(record) | dict(before), "record"))
