"""Whole records in and out of the register."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import batched
from typing import Any, cast

from sqlalchemy import SQLColumnExpression, delete, insert, select
from sqlalchemy.orm import Session

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.progress import Progress, Silent
from jasp_desktop.domain.record_fields import RECORD_TYPES, table_of
from jasp_desktop.domain.records import Panel, Record, Subject
from jasp_desktop.domain.vocabulary import Marking
from jasp_desktop.store.connections import StoreError
from jasp_desktop.store.register_tables import PanelBankHolidayRow, PanelRow, RegisterTable
from jasp_desktop.store.row_reading import fetch_all, fetch_by_ids
from jasp_desktop.store.row_shapes import MOST_PARAMETERS, RowShape
from jasp_desktop.store.rows import RowIds, delete_records, insert_records, update_records
from jasp_desktop.store.statements import among

_TABLES = RegisterTable.metadata.tables
_SHAPES = {name: RowShape(kind, name, _TABLES) for name, kind in RECORD_TYPES.items()}
_PANEL_ID = 1
_AT_ONCE = 1_000
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
    return fetch_all(session, _SHAPES[table_of(record_type)])


def fetch[R: Record](session: Session, record_type: type[R], uids: Sequence[str]) -> list[R]:
    """Return the records with these uids, in their order; those not there are left out."""
    table = _SHAPES[table_of(record_type)].table
    by_uid: dict[str, R] = {
        record.uid: record
        for some in batched(uids, _AT_ONCE)
        for record in fetch_where(session, record_type, among(table.c.uid, some))
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
    return fetch_by_ids(session, shape, ids)


def fetch_rows[R: Record](session: Session, record_type: type[R], ids: Sequence[int]) -> list[R]:
    """Return the records with these row ids, in their order."""
    return fetch_by_ids(session, _SHAPES[table_of(record_type)], ids)


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
    """Carry out an act that only adds, on an empty register: nothing is looked up.

    Raises:
        StoreError: A record refers to one that is not among them.
        Cancelled: The person asked for a stop.
    """
    if act.panel is not None and act.panel.after is not None:
        write_panel(session, act.panel.after)
    added = [change.after for change in act.changes if change.after is not None]
    _insert(session, added, RowIds(session, _TABLES), _Steps(progress, len(added)))


def apply(session: Session, act: Act[Record], progress: Progress | None = None) -> None:
    """Carry out an act: insert what had no before, remove what has no after, write the rest.

    Raises:
        StoreError: A record is no longer as the act found it, or refers to one that is not there.
        Cancelled: The person asked for a stop.
    """
    changes = [change for change in act.changes if change.before or change.after]
    steps = _Steps(progress or Silent(), 2 * len(changes))
    for some in batched(changes, _AT_ONCE):
        _check_befores(session, some)
        steps.take(len(some))
    ids = RowIds(session, _TABLES)
    _insert(session, [each.after for each in changes if each.after and not each.before], ids, steps)
    _update(session, [each.after for each in changes if each.after and each.before], ids, steps)
    _delete(session, [each.before for each in changes if each.before and not each.after], steps)
    if act.panel is not None:
        _change_panel(session, act.panel)


class _Steps:
    """Tells how many of an act's records have been dealt with."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress, self._total, self._done = progress, total, 0

    def take(self, count: int) -> None:
        self._done += count
        self._progress.report(self._done, self._total, "Writing the register")


def _grouped(records: Iterable[Record]) -> dict[str, list[Record]]:
    tables: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        tables[table_of(record)].append(record)
    return tables


def _insert(session: Session, records: Sequence[Record], ids: RowIds, steps: _Steps) -> None:
    tables = _grouped(records)
    for table, rows in tables.items():
        ids.give(table, (row.uid for row in rows))
    for table, rows in tables.items():
        for some in batched(rows, _AT_ONCE):
            insert_records(session, _SHAPES[table], some, ids)
            steps.take(len(some))


def _update(session: Session, records: Sequence[Record], ids: RowIds, steps: _Steps) -> None:
    for table, rows in _grouped(records).items():
        for some in batched(rows, _AT_ONCE):
            update_records(session, _SHAPES[table], some, ids)
            steps.take(len(some))


def _delete(session: Session, records: Sequence[Record], steps: _Steps) -> None:
    for table, rows in _grouped(records).items():
        for some in batched(rows, MOST_PARAMETERS):
            delete_records(session, _SHAPES[table], [row.uid for row in some])
            steps.take(len(some))


def _change_panel(session: Session, change: Change[Panel]) -> None:
    if read_panel(session) != change.before:
        raise StoreError(_CHANGED)
    if change.after is None:
        session.execute(delete(PanelBankHolidayRow))
        session.execute(delete(PanelRow))
    else:
        write_panel(session, change.after)


def _check_befores(session: Session, changes: Sequence[Change[Record]]) -> None:
    wanted: defaultdict[str, dict[Uid, Record | None]] = defaultdict(dict)
    for change in changes:
        if (record := change.before or change.after) is not None:
            wanted[table_of(record)][record.uid] = change.before
    for table, befores in wanted.items():
        there = existing(session, table, befores)
        if any(there.get(uid) != before for uid, before in befores.items()):
            raise StoreError(_CHANGED)
