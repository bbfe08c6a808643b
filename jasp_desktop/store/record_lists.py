"""Lists of any table's records, and who refers to a record: read from the tables' own shape."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import batched
from typing import Any, cast

from sqlalchemy import ColumnElement, FromClause, Text, and_, func, or_, select, true
from sqlalchemy.orm import Session

from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.record_fields import (
    RECORD_TYPES,
    FieldKind,
    RecordField,
    record_fields,
)
from jasp_desktop.domain.record_links import Reference
from jasp_desktop.domain.records import Document, Record
from jasp_desktop.store.register import fetch, fetch_rows
from jasp_desktop.store.register_tables import DocumentRow, ImportBatchRow, RegisterTable
from jasp_desktop.store.row_shapes import MOST_PARAMETERS

_TABLES = RegisterTable.metadata.tables
_NOT_SEARCHED = frozenset({"uid", "sha256", "certificate", "media_type"})

_ORDERS: Mapping[str, tuple[str, ...]] = {
    "report": ("-published", "title"),
    "judgement": ("report_id", "area"),
    "finding": ("report_id", "position"),
    "response": ("-letter_date",),
    "response_item": ("response_id",),
    "action": ("reference", "tracker_reference"),
    "target_change": ("-changed_on",),
    "update": ("-as_at",),
    "status_event": ("-date",),
    "evidence": ("action_id",),
    "phase": ("-from",),
    "person": ("name",),
    "meeting": ("-held_on",),
    "agenda_item": ("-meeting_id",),
    "panel_action": ("number",),
    "document": ("title",),
    "import_batch": ("-at",),
}
"""What a table is listed by before the age of its rows; “-” for the latest first."""


def record_counts(session: Session) -> dict[str, int]:
    """Return how many records each table has."""
    counts = [
        select(func.count()).select_from(_TABLES[table]).scalar_subquery() for table in RECORD_TYPES
    ]
    return dict(zip(RECORD_TYPES, session.execute(select(*counts)).one(), strict=True))


def record_ids(session: Session, table: str, words: str = "", most: int | None = None) -> list[int]:
    """Return the row ids of the records that hold every one of some words, in the table's order."""
    rows = _TABLES[table]
    query = select(rows.c.id).where(and_(true(), *(_holds(table, word) for word in words.split())))
    return list(session.scalars(query.order_by(*_order(table), rows.c.id).limit(most)))


def record_id(session: Session, table: str, uid: str) -> int | None:
    """Return the row id of a record; None where it is not there."""
    rows = _TABLES[table]
    return session.scalar(select(rows.c.id).where(rows.c.uid == uid))


def listed_records(session: Session, table: str, ids: Sequence[int]) -> list[Record]:
    """Return records for a list; documents without their bytes, which may be many."""
    if table != "document":
        return list(fetch_rows(session, RECORD_TYPES[table], ids))
    rows = DocumentRow.__table__.c
    query = select(rows.id, rows.uid, rows.title, rows.media_type, rows.sha256)
    by_id: dict[int, Record] = {
        row[0]: Document(
            uid=row[1], title=row[2], media_type=row[3], sha256=row[4], content=b"", text=None
        )
        for some in batched(ids, MOST_PARAMETERS)
        for row in session.execute(query.where(rows.id.in_(some)))
    }
    return [by_id[row_id] for row_id in ids if row_id in by_id]


def records_named(session: Session, names: Iterable[tuple[str, Uid]]) -> dict[Uid, Record]:
    """Return the records with these tables and uids, by uid, and those that they name in turn.

    Two steps are what a line needs: a passage names its finding, and that its report.
    """
    found: dict[Uid, Record] = {}
    wanted = set(names)
    for _step in range(2):
        by_table: defaultdict[str, list[str]] = defaultdict(list)
        for table, uid in sorted(wanted):
            if uid not in found and table != "document":
                by_table[table].append(uid)
        fresh: list[Record] = [
            record
            for table, uids in by_table.items()
            for record in fetch(session, RECORD_TYPES[table], uids)
        ]
        found |= {record.uid: record for record in fresh}
        wanted = {name for record in fresh for name in named_by(record)}
    return found


def named_by(record: Record) -> Iterator[tuple[str, Uid]]:
    """Yield the table and uid of every record that a record names."""
    for field in record_fields(type(record)):
        value = getattr(record, field.attribute)
        if field.kind is FieldKind.SUBJECT and value is not None:
            yield value.table, value.uid
        elif field.kind is FieldKind.REFERENCE and value is not None:
            for uid in value if field.is_list else (value,):
                yield cast("str", field.target), uid
        elif field.kind is FieldKind.PART:
            for part in value:
                yield from named_by(part)


def references_to(session: Session, table: str, uids: Sequence[str]) -> list[Reference]:
    """Return every place in which records of one table are named by others or by one another."""
    named = _TABLES[table].alias("named")
    return [
        Reference(other, field.name, Uid(row[0]), Uid(row[1]))
        for other, record_type in RECORD_TYPES.items()
        for field in record_fields(record_type)
        if (link := _link(other, field, table, named)) is not None
        for some in batched(uids, MOST_PARAMETERS)
        for row in session.execute(
            select(_TABLES[other].c.uid, named.c.uid)
            .where(link, named.c.uid.in_(some))
            .order_by(_TABLES[other].c.id)
            .distinct()
        )
    ]


def _link(
    other: str, field: RecordField, table: str, named: FromClause
) -> ColumnElement[bool] | None:
    """Return what joins who names to whom is named; None where a field cannot name a table."""
    owner = _TABLES[other]
    if field.kind is FieldKind.SUBJECT:
        subject = owner.c.get(f"subject_{table}_id")
        return None if subject is None else subject == named.c.id
    if field.kind is FieldKind.PART and field.type_ is not None:
        targets = {part.target for part in record_fields(field.type_)}
    else:
        targets = {field.target}
    if table not in targets:
        return None
    if not field.is_list:
        return owner.c[f"{field.name}_id"] == named.c.id
    rows = _TABLES[f"{other}_{field.name}"]
    # A list between two records of one table has both ends in it; the far one is the part's.
    far = rows.c.get(f"part_{table}_id")
    far = rows.c[f"{table}_id"] if far is None else far
    return and_(rows.c[f"{other}_id"] == owner.c.id, far == named.c.id)


def _holds(table: str, word: str) -> ColumnElement[bool]:
    pattern = "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    columns = [
        column
        for column in _TABLES[table].c
        if isinstance(column.type, Text) and column.name not in _NOT_SEARCHED
    ]
    return or_(*(func.lower(c).like(func.lower(pattern), escape="\\") for c in columns))


def _order(table: str) -> list[ColumnElement[Any]]:
    columns = _TABLES[table].c
    order: list[ColumnElement[Any]] = []
    for name in _ORDERS.get(table, ("-id",)):
        column = columns[name.removeprefix("-")]
        order.append(column.desc().nulls_last() if name.startswith("-") else column.nulls_last())
    return order


def batches_that_hold(session: Session, uid: str) -> list[int]:
    """Return the row ids of the imports whose certificates name a record."""
    rows = ImportBatchRow.__table__.c
    query = select(rows.id).where(func.instr(rows.certificate, uid) > 0).order_by(rows.id)
    return list(session.scalars(query))
