"""What an import did, what has come of it since, and how things were before it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from itertools import batched
from typing import Any, cast

from jasp_desktop.domain.changes import Change
from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.identity import ImportBatchUid, Uid
from jasp_desktop.domain.imports import Certificate
from jasp_desktop.domain.journal import PANEL, Deed, Entry, Line, Trace
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.record_fields import RECORD_TYPES
from jasp_desktop.domain.record_links import Reference
from jasp_desktop.domain.records import ImportBatch, Json, Panel, Record, Subject
from jasp_desktop.exchange.record_json import record_from_json, record_to_json
from jasp_desktop.store import journal, record_lists, register
from jasp_desktop.store.database import Database

type Name = tuple[str, Uid]

_AS_AT = "as_at"
_BATCHES = "import_batch"
_AT_ONCE = 500
"""Records that are looked at between two reports of progress."""
_LOOKS = 5
"""How often each record of an import is looked at."""
_WORDS = "Looking at what came of the import"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPast:
    """An import, the later acts on the same records, and those records as they are now.

    Attributes:
        live: The imports that count: neither undone nor taken away.
        leaning: Where records that stay name records that would go.
        dangling: Who would name a record that is no longer there, and that record.
        relying: Later imports whose certificates count records that would go, and how many.
        panel: What becomes of the panel, unless nothing does.
    """

    batch: ImportBatch
    lines: Sequence[Line]
    later: Mapping[Name, Sequence[Trace]]
    now: Mapping[Uid, Record]
    live: Collection[ImportBatchUid]
    changes: Sequence[Change[Record]]
    leaning: Sequence[Reference] = ()
    dangling: Sequence[tuple[Record, Subject]] = ()
    relying: Sequence[tuple[ImportBatch, int]] = ()
    panel: Change[Panel] | None = None

    def moved_fields(self, line: Line) -> dict[str, Trace]:
        """Return the fields of a record that are not as the import left them, and by which act."""
        traces = self.later.get((line.table, line.uid))
        if not traces:
            return {}
        values = record_to_json(self.now[line.uid])
        fields = line.before if line.deed is Deed.CHANGED else values
        return moved_since(fields, values, traces, self.live)


def moved_since(
    fields: Iterable[str],
    values: Mapping[str, Json],
    traces: Sequence[Trace],
    live: Collection[ImportBatchUid],
) -> dict[str, Trace]:
    """Return those of some fields that later acts moved, each with the last act that did.

    What was changed and changed back by hand has not moved. What an import that still counts
    changed has, even where another brought the old value back: its moved targets stay on record.
    ``traces`` come with the earliest first.
    """
    moved: dict[str, Trace] = {}
    for name in fields:
        touching = [trace for trace in traces if name in trace.line.before]
        if touching and touching[0].line.before[name] != values[name]:
            moved[name] = touching[-1]
        elif counting := [trace for trace in touching if trace.entry.batch in live]:
            moved[name] = counting[-1]
    return moved


def read_past(database: Database, uid: ImportBatchUid, progress: Progress) -> ImportPast | str:
    """Return what is needed to undo an import; a sentence where it cannot be undone at all.

    Raises:
        Cancelled: The person asked for a stop.
    """
    return _Reader(database, _Looking(progress)).past(uid)


class _Looking:
    """Tells how far the records of an import have been looked at."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._done = self._total = 0

    def count_on(self, records: int) -> None:
        """Take note of how many records there are."""
        self._total = _LOOKS * records

    def at[T](self, things: Iterable[T]) -> Iterator[tuple[T, ...]]:
        """Yield things a few at a time, and report between them."""
        for some in batched(things, _AT_ONCE):
            self._progress.report(min(self._done, self._total), self._total, _WORDS)
            yield some
            # While they are being counted, the total is not known yet.
            self._done += len(some) if self._total else 0


@dataclass(frozen=True, slots=True)
class _Reader:
    """Puts together, in short reads, what was written down of an import."""

    database: Database
    looking: _Looking
    batches: dict[ImportBatchUid, ImportBatch] = field(default_factory=dict)

    @property
    def live(self) -> set[ImportBatchUid]:
        return {uid for uid, batch in self.batches.items() if batch.undone_at is None}

    def past(self, uid: ImportBatchUid) -> ImportPast | str:
        with self.database.reading() as session:
            found = register.read_records(session, ImportBatch)
            self.batches.update((batch.uid, batch) for batch in found)
            entry = journal.latest_of_batch(session, uid)
            found_lines = () if entry is None else journal.lines_of(session, entry)
            lines = [line for some in self.looking.at(found_lines) for line in some]
        batch = self.batches.get(uid)
        if batch is None:
            return "This import is not on the register any more."
        if batch.undone_at is not None:
            return f"“{batch.file}” was undone already, on {in_words(batch.undone_at.date())}."
        if entry is None:
            return (
                f"“{batch.file}” came with a whole register, "
                "so what it changed was not written down here."
            )
        return self._put_together(batch, entry, [line for line in lines if line.uid != uid])

    def _put_together(self, batch: ImportBatch, entry: Entry, lines: list[Line]) -> ImportPast:
        names = [(line.table, line.uid) for line in lines]
        self.looking.count_on(len(names))
        later, now = self._later(entry, names), self._now(names)
        changes = [change for some in self.looking.at(lines) for change in _taken_back(some, now)]
        going: set[Uid] = {each.before.uid for each in changes if each.before and not each.after}
        kept: dict[Uid, Record] = {each.after.uid: each.after for each in changes if each.after}
        leaning = self._leaning([name for name in names if name[1] in going], kept, going)
        with self.database.reading() as session:
            near = [(place.table, place.uid) for place in leaning]
            now |= record_lists.records_named(session, near)
        return ImportPast(
            batch=batch,
            lines=lines,
            later=later,
            now=now,
            live=self.live,
            changes=changes,
            leaning=leaning,
            dangling=self._dangling(kept),
            relying=self._relying(entry, going),
            panel=self._panel(entry, lines, later, changes),
        )

    def _later(self, entry: Entry, names: Sequence[Name]) -> dict[Name, list[Trace]]:
        later: defaultdict[Name, list[Trace]] = defaultdict(list)
        with self.database.reading() as session:
            for some in self.looking.at(names):
                for trace in journal.traces_after(session, entry, some):
                    later[trace.line.table, trace.line.uid].append(trace)
        return later

    def _now(self, names: Sequence[Name]) -> dict[Uid, Record]:
        now: dict[Uid, Record] = {}
        with self.database.reading() as session:
            for table, uids in _by_table(names).items():
                for some in self.looking.at(uids):
                    there = register.existing(session, table, some)
                    now |= {record.uid: record for record in there.values()}
        return now

    def _leaning(
        self, names: Sequence[Name], kept: Mapping[Uid, Record], going: Collection[Uid]
    ) -> list[Reference]:
        with self.database.reading() as session:
            places = [
                place
                for table, uids in _by_table(names).items()
                for some in self.looking.at(uids)
                for place in record_lists.references_to(session, table, some)
            ]
        return [
            place
            for place in places
            if place.uid not in going
            and (place.uid not in kept or place.target in _names_in(kept[place.uid]))
        ]

    def _dangling(self, kept: Mapping[Uid, Record]) -> list[tuple[Record, Subject]]:
        wanted = [
            (record, Subject(table, uid))
            for some in self.looking.at(kept.values())
            for record in some
            for table, uid in record_lists.named_by(record)
            if uid not in kept
        ]
        with self.database.reading() as session:
            there = register.present(session, {subject for _, subject in wanted})
        return [(record, subject) for record, subject in wanted if subject not in there]

    def _relying(self, entry: Entry, going: AbstractSet[str]) -> list[tuple[ImportBatch, int]]:
        found = [
            (batch, len(going & set(certificate.rows.values())))
            for batch, certificate in self._certificates_after(entry)
        ]
        return [(batch, count) for batch, count in found if count]

    def _certificates_after(self, entry: Entry) -> list[tuple[ImportBatch, Certificate]]:
        with self.database.reading() as session:
            later = journal.batches_after(session, entry) & (self.live - {entry.batch})
        batches = sorted((self.batches[uid] for uid in later), key=lambda batch: batch.at)
        found = [(batch, Certificate.from_text(batch.certificate)) for batch in batches]
        return [(batch, certificate) for batch, certificate in found if certificate is not None]

    def _panel(
        self,
        entry: Entry,
        lines: Sequence[Line],
        later: Mapping[Name, Sequence[Trace]],
        changes: Sequence[Change[Record]],
    ) -> Change[Panel] | None:
        """Return what becomes of the panel: what nothing has moved since goes back."""
        line = next((line for line in lines if line.table == PANEL), None)
        with self.database.reading() as session:
            panel = register.read_panel(session)
            counts = record_lists.record_counts(session)
        if line is None or panel is None:
            return None
        values = record_to_json(panel)
        was_added = line.deed is Deed.ADDED
        fields = values if was_added else line.before
        moved = moved_since(fields, values, later.get((PANEL, line.uid), ()), self.live)
        left = sum(counts.values()) - counts[_BATCHES] + sum(map(_growth, changes))
        if was_added and not moved and not left:
            return Change(panel, None)
        back = (
            {} if was_added else {name: line.before[name] for name in fields if name not in moved}
        )
        if _AS_AT in fields and _AS_AT not in moved:
            day = self._as_at_without(entry, line)
            back[_AS_AT] = day.isoformat() if day else None
        restored = _with_fields(panel, back)
        return Change(panel, restored) if restored != panel else None

    def _as_at_without(self, entry: Entry, line: Line) -> date | None:
        """Return the date of the data that other imports leave.

        An earlier import that was undone meanwhile has no say in it; a later one that counts has.
        """
        value = line.before.get(_AS_AT)
        with self.database.reading() as session:
            traces = journal.traces_of(session, PANEL, line.uid)
        for trace in traces:
            if trace.entry.number < entry.number:
                if trace.entry.batch is None or trace.entry.batch in self.live:
                    break
                value = trace.line.before.get(_AS_AT)
        days = [each.as_at for _, each in self._certificates_after(entry) if each.as_at]
        days += [date.fromisoformat(value)] if isinstance(value, str) else []
        return max(days, default=None)


def _by_table(names: Iterable[Name]) -> dict[str, list[Uid]]:
    tables: defaultdict[str, list[Uid]] = defaultdict(list)
    for table, uid in names:
        if table != PANEL:
            tables[table].append(uid)
    return tables


def _taken_back(lines: Iterable[Line], now: Mapping[Uid, Record]) -> list[Change[Record]]:
    """Return what undoing does to records; what has gone since needs nothing."""
    found: list[Change[Record]] = []
    for line in lines:
        record = now.get(line.uid)
        if line.table == PANEL:
            continue
        if line.deed is Deed.REMOVED:
            if record is None:
                kind = RECORD_TYPES[line.table]
                found.append(Change[Record](None, record_from_json(kind, line.before, line.table)))
        elif record is not None:
            before = None if line.deed is Deed.ADDED else _with_fields(record, line.before)
            found.append(Change[Record](record, before))
    return found


def _with_fields[R: (Record, Panel)](record: R, before: Mapping[str, Json]) -> R:
    """Return a record with fields as they were."""
    kind: type[Any] = type(record)
    return cast("R", record_from_json(kind, record_to_json(record) | dict(before), "record"))


def _names_in(record: Record) -> set[Uid]:
    return {uid for _, uid in record_lists.named_by(record)}


def _growth(change: Change[Record]) -> int:
    return (change.after is not None) - (change.before is not None)
