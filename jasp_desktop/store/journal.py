"""The journal in the register's file: written in the transaction of the act it tells of."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache
from itertools import batched
from typing import cast

from sqlalchemy import Row, insert, select
from sqlalchemy.orm import Session

from jasp_desktop.domain.identity import ImportBatchUid, Uid
from jasp_desktop.domain.journal import Deed, Entry, Line, Trace
from jasp_desktop.domain.records import Json
from jasp_desktop.store.register_tables import JournalEntryRow, JournalLineRow
from jasp_desktop.store.row_shapes import MOST_PARAMETERS
from jasp_desktop.store.statements import Statement

_AT_ONCE = 5_000
_ENTRY = (
    JournalEntryRow.id,
    JournalEntryRow.at,
    JournalEntryRow.words,
    JournalEntryRow.batch_uid,
    JournalEntryRow.file,
)
_LINE = (
    JournalLineRow.table_name,
    JournalLineRow.uid,
    JournalLineRow.deed,
    JournalLineRow.before,
)


def write_entry(
    session: Session,
    *,
    at: datetime,
    words: str,
    batch: ImportBatchUid | None,
    file: str | None,
    lines: Iterable[Line],
) -> None:
    """Write down an act."""
    values = {"at": at, "words": words, "batch_uid": batch, "file": file}
    added = insert(JournalEntryRow).values(values).returning(JournalEntryRow.id)
    entry = session.execute(added).scalar_one()
    rows = (
        (entry, place, line.table, line.uid, line.deed.value, _text_of(line.before))
        for place, line in enumerate(lines)
    )
    for some in batched(rows, _AT_ONCE):
        _added_lines().execute(session, some)


@cache
def _added_lines() -> Statement:
    return Statement(insert(JournalLineRow))


def _text_of(before: Mapping[str, Json]) -> str | None:
    return json.dumps(dict(before)) if before else None


def ends_with(session: Session, words: str, lines: Sequence[Line]) -> bool:
    """Tell whether the last act went by these words, and did the same to the same fields."""
    query = select(*_ENTRY).order_by(JournalEntryRow.id.desc()).limit(1)
    row = session.execute(query).first()
    if row is None or (entry := _to_entry(row)).words != words:
        return False
    told = [(line.table, line.uid, line.deed, set(line.before)) for line in lines]
    return told == [
        (line.table, line.uid, line.deed, set(line.before)) for line in lines_of(session, entry)
    ]


def latest_of_batch(session: Session, batch: str) -> Entry | None:
    """Return the last act that did, undid or redid an import."""
    query = (
        select(*_ENTRY)
        .where(JournalEntryRow.batch_uid == batch)
        .order_by(JournalEntryRow.id.desc())
        .limit(1)
    )
    row = session.execute(query).first()
    return None if row is None else _to_entry(row)


def lines_of(session: Session, entry: Entry) -> Iterator[Line]:
    """Yield what an act did, in its order."""
    query = (
        select(*_LINE).where(JournalLineRow.entry_id == entry.number).order_by(JournalLineRow.place)
    )
    for row in session.execute(query):
        yield _to_line(row)


def batches_after(session: Session, entry: Entry) -> set[ImportBatchUid]:
    """Return the imports that later acts did, undid or redid."""
    query = select(JournalEntryRow.batch_uid).where(
        JournalEntryRow.id > entry.number, JournalEntryRow.batch_uid.is_not(None)
    )
    return cast("set[ImportBatchUid]", set(session.scalars(query)))


def traces_after(
    session: Session, entry: Entry, uids: Sequence[tuple[str, str]]
) -> Iterator[Trace]:
    """Yield what later acts did to records, given by table and uid, the earliest first."""
    wanted = set(uids)
    by_table: dict[str, list[str]] = {}
    for table, uid in wanted:
        by_table.setdefault(table, []).append(uid)
    found = []
    for table, some_uids in by_table.items():
        for some in batched(some_uids, MOST_PARAMETERS):
            query = (
                select(*_ENTRY, *_LINE)
                .join(JournalEntryRow, JournalEntryRow.id == JournalLineRow.entry_id)
                .where(
                    JournalLineRow.table_name == table,
                    JournalLineRow.uid.in_(some),
                    JournalLineRow.entry_id > entry.number,
                )
            )
            found += [_to_trace(row) for row in session.execute(query)]
    yield from sorted(found, key=lambda trace: trace.entry.number)


def traces_of(session: Session, table: str, uid: str) -> list[Trace]:
    """Return what acts did to one record, the newest first."""
    query = (
        select(*_ENTRY, *_LINE)
        .join(JournalEntryRow, JournalEntryRow.id == JournalLineRow.entry_id)
        .where(JournalLineRow.table_name == table, JournalLineRow.uid == uid)
        .order_by(JournalLineRow.entry_id.desc(), JournalLineRow.place.desc())
    )
    return [_to_trace(row) for row in session.execute(query)]


def _to_trace(row: Row[tuple[object, ...]]) -> Trace:
    width = len(_ENTRY)
    return Trace(entry=_to_entry(row[:width]), line=_to_line(row[width:]))


def _to_entry(row: Sequence[object]) -> Entry:
    number, at, words, batch, file = row
    return Entry(number=number, at=at, words=words, batch=batch, file=file)  # type: ignore[arg-type] # as the columns are typed


def _to_line(row: Sequence[object]) -> Line:
    table, uid, deed, before = row
    return Line(table=str(table), uid=Uid(str(uid)), deed=Deed(str(deed)), before=before or {})  # type: ignore[arg-type] # as the columns are typed
