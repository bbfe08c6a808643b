"""Records to rows, very many at once, and the row ids by which rows refer to one another."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import batched, chain, count
from operator import attrgetter
from typing import Any, cast

from sqlalchemy import Table, delete, func, select
from sqlalchemy.orm import Session

from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.record_fields import FieldKind
from jasp_desktop.domain.records import Subject
from jasp_desktop.store.connections import StoreError
from jasp_desktop.store.row_shapes import MOST_PARAMETERS, ListShape, RowShape, Scalar
from jasp_desktop.store.statements import Bind, Statement, among, binding, inserting, updating


class RowIds:
    """Row ids by uid, looked up when first asked for; new ones are given out as records come."""

    def __init__(self, session: Session, tables: Mapping[str, Table]) -> None:
        self._session = session
        self._tables = tables
        self._known: defaultdict[str, dict[str, int]] = defaultdict(dict)
        self._free: dict[str, count[int]] = {}

    def give(self, name: str, uids: Iterable[str]) -> None:
        """Give each of these new records the next free row id of its table."""
        if name not in self._free:
            highest = self._session.scalar(select(func.max(self._tables[name].c.id)))
            self._free[name] = count((highest or 0) + 1)
        self._known[name].update(zip(uids, self._free[name], strict=False))

    def learn(self, name: str, uids: Iterable[str | None]) -> None:
        """Look up the row ids of records that are on the file, many at once."""
        known = self._known[name]
        table = self._tables.get(name)
        unknown = [uid for uid in uids if uid is not None and uid not in known]
        if table is None:
            return
        if unknown:
            query = select(table.c.uid, table.c.id).where(among(table.c.uid, unknown))
            known.update((row[0], row[1]) for row in self._session.execute(query))

    def find(self, name: str, uid: str) -> int:
        """Return a record's row id.

        Raises:
            StoreError: No such record.
        """
        known = self._known[name]
        if uid not in known:
            table = self._tables[name]
            row_id = self._session.scalar(select(table.c.id).where(table.c.uid == uid))
            if row_id is None:
                raise StoreError(
                    f"Something refers to a {name.replace('_', ' ')} that is not there ({uid}). "
                    "Nothing was changed."
                )
            known[uid] = row_id
        return known[uid]


def insert_records(
    session: Session, shape: RowShape, records: Sequence[object], ids: RowIds
) -> None:
    """Insert records; ``ids`` has already given each of them its row id."""
    _learn_names(shape, records, ids)
    _inserter(shape).write(session, records, ids)
    _insert_lists(session, shape, records, ids)


def update_records(
    session: Session, shape: RowShape, records: Sequence[object], ids: RowIds
) -> None:
    """Write records over the rows with their uids."""
    _learn_names(shape, records, ids)
    _updater(shape).write(session, records, ids)
    for each in shape.lists:
        for some in batched(_row_ids(shape, records, ids), MOST_PARAMETERS):
            session.execute(delete(each.table).where(each.table.c[each.owner].in_(some)))
    _insert_lists(session, shape, records, ids)


def delete_records(session: Session, shape: RowShape, uids: Sequence[str]) -> None:
    """Remove records and their lists; at most ``MOST_PARAMETERS`` of them."""
    session.execute(delete(shape.table).where(shape.table.c.uid.in_(uids)))


def _insert_lists(
    session: Session, shape: RowShape, records: Sequence[object], ids: RowIds
) -> None:
    for writer in _list_inserters(shape):
        writer.write(session, records, _row_ids(shape, records, ids), ids)


def _row_ids(shape: RowShape, records: Iterable[object], ids: RowIds) -> list[int]:
    return [ids.find(shape.name, cast("Any", record).uid) for record in records]


def _learn_names(shape: RowShape, records: Sequence[object], ids: RowIds) -> None:
    """Look up at once every record that these records name, themselves included."""
    named: defaultdict[str, set[str | None]] = defaultdict(set)
    named[shape.name].update(map(attrgetter("uid"), records))
    for scalar in shape.references:
        named[scalar.target].update(map(attrgetter(scalar.field.attribute), records))
    for each in shape.lists:
        values = list(chain.from_iterable(map(attrgetter(each.field.attribute), records)))
        for scalar in (field for field in each.fields if field.is_row_id):
            one = map(attrgetter(scalar.field.attribute), values)
            named[scalar.target].update(one if each.holds_parts else values)
    if shape.subject is not None and shape.subject_tables:
        for subject in filter(None, map(attrgetter(shape.subject.attribute), records)):
            named[subject.table].add(subject.uid)
    for table, uids in named.items():
        ids.learn(table, uids)


class _Conversion:
    """Turns the values of some columns, in the order of a statement, into what a row holds."""

    def __init__(self, scalars: Iterable[Scalar], table: Table, columns: Sequence[str]) -> None:
        self._binds: list[tuple[int, Bind]] = []
        self._references: list[tuple[int, str]] = []
        for each in scalars:
            place = columns.index(each.column)
            if each.is_row_id:
                self._references.append((place, each.target))
            elif bind := _bind(each, table):
                self._binds.append((place, bind))

    def convert(self, values: list[Any], ids: RowIds) -> None:
        """Convert in place; ``ids`` gives the row id of each record that is named."""
        for place, bind in self._binds:
            if (value := values[place]) is not None:
                values[place] = bind(value)
        for place, table in self._references:
            if (uid := values[place]) is not None:
                values[place] = ids.find(table, uid)


def _bind(each: Scalar, table: Table) -> Bind | None:
    return str if each.field.kind is FieldKind.WORD else binding(table.c[each.column])


class _RowWriter:
    """Turns records into the rows of one statement."""

    def __init__(self, shape: RowShape, statement: Statement) -> None:
        self._shape = shape
        self._statement = statement
        subject = shape.subject.attribute if shape.subject else ""
        attributes = {each.column: each.field.attribute for each in shape.scalars}
        attributes |= {"id": "uid", "subject_table": subject, "subject_uid": subject}
        attributes |= {f"subject_{name}_id": subject for name in shape.subject_tables}
        columns = statement.columns
        self._id = columns.index("id")
        self._values = attrgetter(*(attributes[each] for each in columns))
        self._conversion = _Conversion(shape.scalars, shape.table, columns)
        self._subjects = {
            name: columns.index(f"subject_{name}_id") for name in shape.subject_tables
        }
        self._named_subject: tuple[int, int] | None = None
        if shape.subject and not shape.subject_tables:
            self._named_subject = columns.index("subject_table"), columns.index("subject_uid")

    def write(self, session: Session, records: Iterable[object], ids: RowIds) -> None:
        """Carry the statement out for each record; ``ids`` knows all that they name."""
        self._statement.execute(session, [self._row(record, ids) for record in records])

    def _row(self, record: object, ids: RowIds) -> tuple[Any, ...]:
        row = list(self._values(record))
        row[self._id] = ids.find(self._shape.name, row[self._id])
        self._conversion.convert(row, ids)
        if self._subjects:
            self._put_subject(row, ids)
        elif self._named_subject:
            table, uid = self._named_subject
            subject: Subject = row[table] or Subject("", Uid(""))
            row[table], row[uid] = subject.table, subject.uid
        return tuple(row)

    def _put_subject(self, row: list[Any], ids: RowIds) -> None:
        places = self._subjects.values()
        subject: Subject | None = row[next(iter(places))]
        for place in places:
            row[place] = None
        if subject is None:
            return
        if subject.table not in self._subjects:
            label = self._shape.name.replace("_", " ")
            raise StoreError(
                f"A {label} cannot be about a {subject.table.replace('_', ' ')}. "
                "Nothing was changed."
            )
        row[self._subjects[subject.table]] = ids.find(subject.table, subject.uid)


class _PartWriter:
    """Turns one list of records into the rows of its table."""

    def __init__(self, each: ListShape) -> None:
        self._statement = inserting(each.table)
        self._list_of = attrgetter(each.field.attribute)
        columns = self._statement.columns
        self._owner, self._place = columns.index(each.owner), columns.index("place")
        self._fields = [
            (
                columns.index(field.column),
                attrgetter(field.field.attribute) if each.holds_parts else _itself,
            )
            for field in each.fields
        ]
        self._conversion = _Conversion(each.fields, each.table, columns)

    def write(
        self, session: Session, records: Iterable[object], row_ids: Iterable[int], ids: RowIds
    ) -> None:
        """Insert the list of each record; ``ids`` knows all that they name."""
        rows = [
            self._row(row_id, place, value, ids)
            for record, row_id in zip(records, row_ids, strict=True)
            for place, value in enumerate(self._list_of(record))
        ]
        self._statement.execute(session, rows)

    def _row(self, row_id: int, number: int, value: object, ids: RowIds) -> tuple[Any, ...]:
        row: list[Any] = [None] * len(self._statement.columns)
        row[self._owner], row[self._place] = row_id, number
        for place, value_of in self._fields:
            row[place] = value_of(value)
        self._conversion.convert(row, ids)
        return tuple(row)


def _itself(value: object) -> object:
    return value


@cache
def _inserter(shape: RowShape) -> _RowWriter:
    return _RowWriter(shape, inserting(shape.table))


@cache
def _updater(shape: RowShape) -> _RowWriter:
    return _RowWriter(shape, updating(shape.table))


@cache
def _list_inserters(shape: RowShape) -> tuple[_PartWriter, ...]:
    return tuple(map(_PartWriter, shape.lists))
