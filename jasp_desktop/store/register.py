"""Whole records in and out of the register."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import batched
from typing import Any, cast

from sqlalchemy import SQLColumnExpression, delete, insert, select
from sqlalchemy.orm import Session

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.record_fields import RECORD_TYPES, table_of
from jasp_desktop.domain.records import Panel, Record, Subject
from jasp_desktop.domain.vocabulary import Marking
from jasp_desktop.store.connections import StoreError
from jasp_desktop.store.register_tables import PanelBankHolidayRow, PanelRow, RegisterTable
from jasp_desktop.store.rows import (
    MOST_PARAMETERS,
    RowIds,
    RowShape,
    delete_record,
    fetch_all,
    fetch_by_ids,
    insert_records,
    update_record,
)

_TABLES = RegisterTable.metadata.tables
_SHAPES = {name: RowShape(kind, name, _TABLES) for name, kind in RECORD_TYPES.items()}
_PANEL_ID = 1
_CHANGED = "This has been changed meanwhile. Nothing was changed; look at it again."


def read_panel(session: Session) -> Panel | None:
    """Return the panel whose register this is; None in an empty register."""
    row = session.execute(select(PanelRow.__table__)).mappings().first()
    if row is None:
        return None
    holidays = session.scalars(
        select(PanelBankHolidayRow.value).order_by(PanelBankHolidayRow.place)
    )
    return Panel(
        name=row["name"],
        force=row["force"],
        pcc_title=row["pcc_title"],
        default_marking=Marking(row["default_marking"]),
        paper_lead_days=row["paper_lead_days"],
        bank_holidays=tuple(holidays),
        as_at=row["as_at"],
    )


def write_panel(session: Session, panel: Panel) -> None:
    """Set the panel."""
    session.execute(delete(PanelBankHolidayRow))
    session.execute(delete(PanelRow))
    session.execute(
        insert(PanelRow).values(
            id=_PANEL_ID,
            name=panel.name,
            force=panel.force,
            pcc_title=panel.pcc_title,
            default_marking=str(panel.default_marking),
            paper_lead_days=panel.paper_lead_days,
            as_at=panel.as_at,
        )
    )
    holidays = [
        {"panel_id": _PANEL_ID, "place": place, "value": day}
        for place, day in enumerate(panel.bank_holidays)
    ]
    if holidays:
        session.execute(insert(PanelBankHolidayRow), holidays)


def read_records[R: Record](session: Session, record_type: type[R]) -> Iterator[R]:
    """Yield every record of a table by uid."""
    return fetch_all(session, _SHAPES[table_of(record_type)], _TABLES)


def fetch[R: Record](session: Session, record_type: type[R], uids: Sequence[str]) -> list[R]:
    """Return the records with these uids, in their order; those not there are left out."""
    table = _SHAPES[table_of(record_type)].table
    by_uid: dict[str, R] = {
        record.uid: record
        for some in batched(uids, MOST_PARAMETERS)
        for record in fetch_where(session, record_type, table.c.uid.in_(some))
    }
    return [by_uid[uid] for uid in uids if uid in by_uid]


def fetch_one[R: Record](session: Session, record_type: type[R], uid: str) -> R | None:
    """Return one record, or None."""
    return next(iter(fetch(session, record_type, [uid])), None)


def fetch_where[R: Record](
    session: Session,
    record_type: type[R],
    condition: SQLColumnExpression[bool],
    *order: SQLColumnExpression[Any],
) -> list[R]:
    """Return the records of a table that meet a condition on its own columns."""
    shape = _SHAPES[table_of(record_type)]
    ids = session.scalars(select(shape.table.c.id).where(condition).order_by(*order)).all()
    return fetch_by_ids(session, shape, ids, _TABLES)


def fetch_rows[R: Record](session: Session, record_type: type[R], ids: Sequence[int]) -> list[R]:
    """Return the records with these row ids, in their order."""
    return fetch_by_ids(session, _SHAPES[table_of(record_type)], ids, _TABLES)


def existing(session: Session, table: str, uids: Iterable[str]) -> dict[str, Record]:
    """Return the records of one table that are there already, by uid."""
    record_type = RECORD_TYPES[table]
    return {record.uid: record for record in fetch(session, record_type, list(uids))}


def present(session: Session, subjects: Iterable[Subject]) -> set[Subject]:
    """Return those of these subjects that are records of the register."""
    by_table: defaultdict[str, set[Uid]] = defaultdict(set)
    for subject in subjects:
        by_table[subject.table].add(subject.uid)
    return {
        Subject(table, uid)
        for table, wanted in by_table.items()
        if table in _SHAPES
        for uid in wanted & uids_of(session, table)
    }


def uids_of(session: Session, table: str) -> set[Uid]:
    """Return every uid of a table."""
    return cast("set[Uid]", set(session.scalars(select(_TABLES[table].c.uid))))


def is_empty(session: Session) -> bool:
    """Tell whether the register holds no record and no panel."""
    return read_panel(session) is None and not any(
        session.scalars(select(shape.table.c.id).limit(1)).first() for shape in _SHAPES.values()
    )


def fill(session: Session, act: Act[Record], progress: Progress) -> None:
    """Carry out an act that only adds, on an empty register: many records at once.

    Raises:
        StoreError: A record refers to one that is not among them.
        Cancelled: The person asked for a stop.
    """
    records: defaultdict[str, list[Record]] = defaultdict(list)
    for change in act.changes:
        if change.after is not None:
            records[table_of(change.after)].append(change.after)
    if act.panel is not None and act.panel.after is not None:
        write_panel(session, act.panel.after)
    ids = RowIds(session, _TABLES)
    for table, rows in records.items():
        ids.give(table, (row.uid for row in rows))
    for done, (table, rows) in enumerate(records.items()):
        progress.report(done, len(records), "Writing the register")
        insert_records(session, _SHAPES[table], rows, ids)


def apply(session: Session, act: Act[Record]) -> None:
    """Carry out an act: insert what had no before, remove what has no after, write the rest.

    Raises:
        StoreError: A record is no longer as the act found it, or refers to one that is not there.
    """
    for change in act.changes:
        _check_before(session, change)
    ids = RowIds(session, _TABLES)
    added = [change.after for change in act.changes if change.before is None and change.after]
    for record in added:
        ids.give(table_of(record), [record.uid])
    for record in added:
        insert_records(session, _SHAPES[table_of(record)], [record], ids)
    for change in act.changes:
        if change.before is not None and change.after is not None:
            update_record(session, _SHAPES[table_of(change.after)], change.after, ids)
    for change in act.changes:
        if change.before is not None and change.after is None:
            delete_record(session, _SHAPES[table_of(change.before)], change.before.uid)
    if act.panel is not None:
        _change_panel(session, act.panel)


def _change_panel(session: Session, change: Change[Panel]) -> None:
    if read_panel(session) != change.before:
        raise StoreError(_CHANGED)
    if change.after is None:
        session.execute(delete(PanelBankHolidayRow))
        session.execute(delete(PanelRow))
    else:
        write_panel(session, change.after)


def _check_before(session: Session, change: Change[Record]) -> None:
    record = change.before or change.after
    if record is None:
        return
    if fetch_one(session, type(record), record.uid) != change.before:
        raise StoreError(_CHANGED)
