"""Records to rows and back, by the naming rules of ``register_tables``.

One set of rules serves every table, so a field added to a record and to its table needs no more
code. Rows go in and out as tuples through SQLAlchemy Core: a mapped object costs ten times as much.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import batched, count
from typing import Any, cast

from sqlalchemy import Column, Table, bindparam, delete, func, insert, select, update
from sqlalchemy.orm import Session

from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.record_fields import FieldKind, RecordField, record_fields
from jasp_desktop.domain.records import Subject
from jasp_desktop.store.connections import StoreError

MOST_PARAMETERS = 500
"""Ids in one IN list; SQLite prepares longer ones slowly."""


@dataclass(frozen=True, slots=True)
class _Scalar:
    """A field kept in one column of the record's own table."""

    field: RecordField
    column: str


@dataclass(frozen=True, slots=True)
class _List:
    """A field kept in a list table."""

    field: RecordField
    table: Table
    owner: str
    fields: tuple[_Scalar, ...]


class RowShape:
    """How the records of one class lie in their table and its list tables."""

    def __init__(self, record_type: type[Any], name: str, tables: Mapping[str, Table]) -> None:
        self.record_type = record_type
        self.name = name
        self.table = tables[name]
        fields = record_fields(record_type)
        self.scalars = tuple(
            _Scalar(field, _column_name(field, self.table))
            for field in fields
            if not field.is_list and field.kind is not FieldKind.SUBJECT
        )
        self.references = tuple(each for each in self.scalars if _is_row_id(each))
        self.subject = next((f for f in fields if f.kind is FieldKind.SUBJECT), None)
        self.lists = tuple(
            _list_shape(field, name, tables[f"{name}_{field.name}"])
            for field in fields
            if field.is_list
        )

    @property
    def subject_tables(self) -> tuple[str, ...]:
        """Return the tables a subject may name where it is kept as a row id, else none."""
        return tuple(
            column.name.removeprefix("subject_").removesuffix("_id")
            for column in self.table.columns
            if column.name.startswith("subject_") and column.name.endswith("_id")
        )


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

    def learn(self, name: str, uids: Iterable[str]) -> None:
        """Look up the row ids of records that are on the file, many at once."""
        known = self._known[name]
        table = self._tables.get(name)
        unknown = [uid for uid in uids if uid not in known]
        if table is None:
            return
        for some in batched(unknown, MOST_PARAMETERS):
            query = select(table.c.uid, table.c.id).where(table.c.uid.in_(some))
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
    rows = [_to_row(shape, record, ids) for record in records]
    session.execute(insert(shape.table), rows)
    _insert_lists(session, shape, records, rows, ids)


def update_records(
    session: Session, shape: RowShape, records: Sequence[object], ids: RowIds
) -> None:
    """Write records over the rows with their uids."""
    _learn_names(shape, records, ids)
    rows = [_to_row(shape, record, ids) for record in records]
    columns: dict[str, Any] = {name: bindparam(f"new_{name}") for name in rows[0] if name != "id"}
    session.connection().execute(
        update(shape.table).where(shape.table.c.id == bindparam("new_id")).values(columns),
        [{f"new_{name}": value for name, value in row.items()} for row in rows],
    )
    for each in shape.lists:
        for some in batched([row["id"] for row in rows], MOST_PARAMETERS):
            session.execute(delete(each.table).where(each.table.c[each.owner].in_(some)))
    _insert_lists(session, shape, records, rows, ids)


def delete_records(session: Session, shape: RowShape, uids: Sequence[str]) -> None:
    """Remove records and their lists; at most ``MOST_PARAMETERS`` of them."""
    session.execute(delete(shape.table).where(shape.table.c.uid.in_(uids)))


def _insert_lists(
    session: Session,
    shape: RowShape,
    records: Sequence[object],
    rows: Sequence[Mapping[str, Any]],
    ids: RowIds,
) -> None:
    for each in shape.lists:
        if parts := [
            part
            for record, row in zip(records, rows, strict=True)
            for part in _to_parts(each, record, row["id"], ids)
        ]:
            session.execute(insert(each.table), parts)


def _learn_names(shape: RowShape, records: Sequence[object], ids: RowIds) -> None:
    """Look up at once every record that these records name, themselves included."""
    named: defaultdict[str, set[str]] = defaultdict(set)
    for record in records:
        named[shape.name].add(cast("Any", record).uid)
        for table, uid in _names_in(shape, record):
            named[table].add(uid)
    for table, uids in named.items():
        ids.learn(table, uids)


def _names_in(shape: RowShape, record: object) -> Iterator[tuple[str, str]]:
    for scalar in shape.references:
        if (uid := getattr(record, scalar.field.attribute)) is not None:
            yield cast("str", scalar.field.target), uid
    for each in shape.lists:
        for scalar in filter(_is_row_id, each.fields):
            for value in getattr(record, each.field.attribute):
                uid = getattr(value, scalar.field.attribute) if _holds_parts(each) else value
                if uid is not None:
                    yield cast("str", scalar.field.target), uid
    if shape.subject is not None and shape.subject_tables:
        subject = getattr(record, shape.subject.attribute)
        if subject is not None:
            yield subject.table, subject.uid


def _is_row_id(scalar: _Scalar) -> bool:
    return scalar.field.kind is FieldKind.REFERENCE and not scalar.column.endswith("_uid")


def _holds_parts(each: _List) -> bool:
    return each.field.kind is FieldKind.PART


def fetch_all(session: Session, shape: RowShape, tables: Mapping[str, Table]) -> Iterator[Any]:
    """Yield every record of a table in the order of their uids."""
    ordered = session.execute(select(shape.table.c.id).order_by(shape.table.c.uid)).scalars()
    for ids in batched(ordered.all(), MOST_PARAMETERS):
        found = _fetch_batch(session, shape, ids, tables)
        yield from (found[row_id] for row_id in ids)


def fetch_by_ids(
    session: Session, shape: RowShape, ids: Sequence[int], tables: Mapping[str, Table]
) -> list[Any]:
    """Return the records with these row ids, in their order; those not there are left out."""
    found: dict[int, Any] = {}
    for some in batched(dict.fromkeys(ids), MOST_PARAMETERS):
        found |= _fetch_batch(session, shape, some, tables)
    return [found[row_id] for row_id in ids if row_id in found]


def _column_name(field: RecordField, table: Table) -> str:
    name = f"{field.name}_id" if field.kind is FieldKind.REFERENCE else field.name
    # A file that outlives the register keeps the other record's uid itself.
    return name if name in table.c else f"{field.name}_uid"


def _list_shape(field: RecordField, owner: str, table: Table) -> _List:
    if field.kind is FieldKind.PART and field.type_ is not None:
        fields = tuple(
            _Scalar(part, _part_column(part, table)) for part in record_fields(field.type_)
        )
    elif field.kind is FieldKind.REFERENCE:
        fields = (_Scalar(field, f"{field.target}_id"),)
    else:
        fields = (_Scalar(field, "value"),)
    return _List(field, table, f"{owner}_id", fields)


def _part_column(part: RecordField, table: Table) -> str:
    if part.kind is not FieldKind.REFERENCE:
        return part.name
    # ``report_related.report_id`` is the owner: the other report stands in ``part_report_id``.
    other = f"part_{part.target}_id"
    return other if other in table.c else f"{part.name}_id"


def _to_row(shape: RowShape, record: Any, ids: RowIds) -> dict[str, Any]:  # noqa: ANN401 - any record
    row = {
        each.column: _to_column(each, getattr(record, each.field.attribute), ids)
        for each in shape.scalars
    }
    row["id"] = ids.find(shape.name, record.uid)
    if shape.subject is not None:
        row |= _subject_columns(shape, getattr(record, shape.subject.attribute), ids)
    return row


def _subject_columns(shape: RowShape, subject: Subject | None, ids: RowIds) -> dict[str, Any]:
    tables = shape.subject_tables
    if not tables:
        found = subject or Subject("", Uid(""))
        return {"subject_table": found.table, "subject_uid": found.uid}
    columns: dict[str, Any] = {f"subject_{name}_id": None for name in tables}
    if subject is not None:
        if subject.table not in tables:
            label = shape.name.replace("_", " ")
            raise StoreError(
                f"A {label} cannot be about a {subject.table.replace('_', ' ')}. "
                "Nothing was changed."
            )
        columns[f"subject_{subject.table}_id"] = ids.find(subject.table, subject.uid)
    return columns


def _to_parts(each: _List, record: object, row_id: int, ids: RowIds) -> Iterator[dict[str, Any]]:
    for place, value in enumerate(getattr(record, each.field.attribute)):
        part: dict[str, Any] = {each.owner: row_id, "place": place}
        for scalar in each.fields:
            found = getattr(value, scalar.field.attribute) if _holds_parts(each) else value
            part[scalar.column] = _to_column(scalar, found, ids)
        yield part


def _to_column(each: _Scalar, value: Any, ids: RowIds) -> Any:  # noqa: ANN401 - any field's value
    if value is None or not _is_row_id(each):
        return str(value) if isinstance(value, StrEnum) else value
    return ids.find(cast("str", each.field.target), value)


def _fetch_batch(
    session: Session, shape: RowShape, ids: Sequence[int], tables: Mapping[str, Table]
) -> dict[int, Any]:
    table = shape.table
    columns: list[Column[Any]] = [table.c.id]
    columns += [_readable(each, table, tables) for each in shape.scalars]
    subjects = _subject_selection(shape, tables)
    parts = [_fetch_parts(session, each, ids, tables) for each in shape.lists]
    readers = [_from_column(each.field) for each in shape.scalars]
    attributes = [each.field.attribute for each in shape.scalars]
    query = select(*columns, *(column for _, column in subjects)).where(
        table.c.id.in_(bindparam("ids", expanding=True))
    )
    found = {}
    for row in session.execute(query, {"ids": list(ids)}):
        values = {
            attribute: None if value is None else read(value)
            for attribute, read, value in zip(attributes, readers, row[1:], strict=False)
        }
        for each, lists in zip(shape.lists, parts, strict=True):
            values[each.field.attribute] = tuple(lists[row[0]])
        if shape.subject is not None:
            values[shape.subject.attribute] = _to_subject(subjects, row[len(columns) :])
        found[row[0]] = shape.record_type(**values)
    return found


def _readable(each: _Scalar, table: Table, tables: Mapping[str, Table]) -> Any:  # noqa: ANN401 - a column or a scalar subquery
    column = table.c[each.column]
    if each.field.kind is not FieldKind.REFERENCE or each.column.endswith("_uid"):
        return column
    return _uid_of(column, tables[cast("str", each.field.target)])


def _uid_of(column: Column[Any], target: Table) -> Any:  # noqa: ANN401 - a scalar subquery
    other = target.alias()
    return select(other.c.uid).where(other.c.id == column).scalar_subquery()


def _subject_selection(shape: RowShape, tables: Mapping[str, Table]) -> list[tuple[str, Any]]:
    if shape.subject is None:
        return []
    names = shape.subject_tables
    if not names:
        return [("", shape.table.c.subject_table), ("", shape.table.c.subject_uid)]
    return [(name, _uid_of(shape.table.c[f"subject_{name}_id"], tables[name])) for name in names]


def _to_subject(selection: list[tuple[str, Any]], values: Sequence[str | None]) -> Subject | None:
    if not selection[0][0]:
        return Subject(cast("str", values[0]), Uid(cast("str", values[1])))
    for (name, _), uid in zip(selection, values, strict=True):
        if uid is not None:
            return Subject(name, Uid(uid))
    return None


def _fetch_parts(
    session: Session, each: _List, ids: Sequence[int], tables: Mapping[str, Table]
) -> defaultdict[int, list[Any]]:
    owner = each.table.c[each.owner]
    columns = [_readable(scalar, each.table, tables) for scalar in each.fields]
    query = (
        select(owner, *columns)
        .where(owner.in_(bindparam("ids", expanding=True)))
        .order_by(owner, each.table.c.place)
    )
    readers = [_from_column(scalar.field) for scalar in each.fields]
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for row in session.execute(query, {"ids": list(ids)}):
        values = [
            None if value is None else read(value)
            for read, value in zip(readers, row[1:], strict=True)
        ]
        found[row[0]].append(_to_part(each, values))
    return found


def _to_part(each: _List, values: list[Any]) -> Any:  # noqa: ANN401 - a part or a plain value
    if each.field.kind is FieldKind.PART and each.field.type_ is not None:
        names = [scalar.field.attribute for scalar in each.fields]
        return each.field.type_(**dict(zip(names, values, strict=True)))
    return values[0]


def _from_column(field: RecordField) -> Callable[[Any], Any]:
    if field.kind is FieldKind.WORD and field.type_ is not None:
        return field.type_
    return _unchanged


def _unchanged(value: Any) -> Any:  # noqa: ANN401 - any column's value
    return value
