"""Rows to records, many at once: a mapped object costs ten times as much."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import batched
from typing import Any, cast

from sqlalchemy import Column, Table, select
from sqlalchemy.orm import Session

from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.record_fields import FieldKind
from jasp_desktop.domain.records import Subject
from jasp_desktop.store.row_shapes import MOST_PARAMETERS, ListShape, RowShape, Scalar
from jasp_desktop.store.statements import one_of_named


def fetch_all(session: Session, shape: RowShape) -> Iterator[Any]:
    """Yield every record of a table in the order of their uids."""
    ordered = session.execute(select(shape.table.c.id).order_by(shape.table.c.uid)).scalars()
    for ids in batched(ordered.all(), MOST_PARAMETERS):
        found = _reader(shape).read(session, ids)
        yield from (found[row_id] for row_id in ids)


def fetch_by_ids(session: Session, shape: RowShape, ids: Sequence[int]) -> list[Any]:
    """Return the records with these row ids, in their order; those not there are left out."""
    found: dict[int, Any] = {}
    for some in batched(dict.fromkeys(ids), MOST_PARAMETERS):
        found |= _reader(shape).read(session, some)
    return [found[row_id] for row_id in ids if row_id in found]


class _RowReader:
    """Reads the records of one class, many at once."""

    def __init__(self, shape: RowShape) -> None:
        self._shape = shape
        self._attributes = [each.field.attribute for each in shape.scalars]
        self._words = _words(shape.scalars)
        self._subjects = _subject_selection(shape)
        table = shape.table
        self._query = select(
            table.c.id,
            *(_readable(each, table) for each in shape.scalars),
            *(column for _, column in self._subjects),
        ).where(one_of_named(table.c.id, "ids"))
        self._lists = [_PartReader(each) for each in shape.lists]

    def read(self, session: Session, ids: Sequence[int]) -> dict[int, Any]:
        """Return the records with these row ids, at most ``MOST_PARAMETERS`` of them."""
        shape, attributes = self._shape, self._attributes
        lists = [each.read(session, ids) for each in self._lists]
        found = {}
        for row in session.execute(self._query, {"ids": json.dumps(list(ids))}).all():
            row_id, *columns = row
            values = dict(zip(attributes, columns, strict=False))
            _put_words(values, self._words)
            for each, parts in zip(shape.lists, lists, strict=True):
                values[each.field.attribute] = tuple(parts[row_id])
            if shape.subject is not None:
                subject = _to_subject(self._subjects, columns[len(attributes) :])
                values[shape.subject.attribute] = subject
            found[row_id] = shape.record_type(**values)
        return found


class _PartReader:
    """Reads one list of very many records."""

    def __init__(self, each: ListShape) -> None:
        self._attributes = [scalar.field.attribute for scalar in each.fields]
        self._words = _words(each.fields)
        self._part = each.field.type_ if each.holds_parts else None
        self._value = each.field.attribute
        owner = each.table.c[each.owner]
        self._query = (
            select(owner, *(_readable(scalar, each.table) for scalar in each.fields))
            .where(one_of_named(owner, "ids"))
            .order_by(owner, each.table.c.place)
        )

    def read(self, session: Session, ids: Sequence[int]) -> defaultdict[int, list[Any]]:
        """Return the lists by the row ids of their records."""
        found: defaultdict[int, list[Any]] = defaultdict(list)
        for owner, *columns in session.execute(self._query, {"ids": json.dumps(list(ids))}).all():
            values = dict(zip(self._attributes, columns, strict=True))
            _put_words(values, self._words)
            found[owner].append(self._part(**values) if self._part else values[self._value])
        return found


def _put_words(values: dict[str, Any], words: Iterable[tuple[str, type[Any]]]) -> None:
    for attribute, word in words:
        if (value := values[attribute]) is not None:
            values[attribute] = word(value)


def _readable(each: Scalar, table: Table) -> Any:  # noqa: ANN401 - a column or a scalar subquery
    column = table.c[each.column]
    return _uid_of(column, each.target) if each.is_row_id else column


def _uid_of(column: Column[Any], target: str) -> Any:  # noqa: ANN401 - a scalar subquery
    other = column.table.metadata.tables[target].alias()
    return select(other.c.uid).where(other.c.id == column).scalar_subquery()


def _subject_selection(shape: RowShape) -> list[tuple[str, Any]]:
    if shape.subject is None:
        return []
    names = shape.subject_tables
    if not names:
        return [("", shape.table.c.subject_table), ("", shape.table.c.subject_uid)]
    return [(name, _uid_of(shape.table.c[f"subject_{name}_id"], name)) for name in names]


def _to_subject(selection: list[tuple[str, Any]], values: Sequence[str | None]) -> Subject | None:
    if not selection[0][0]:
        return Subject(cast("str", values[0]), Uid(cast("str", values[1])))
    for (name, _), uid in zip(selection, values, strict=True):
        if uid is not None:
            return Subject(name, Uid(uid))
    return None


def _words(scalars: Iterable[Scalar]) -> list[tuple[str, type[Any]]]:
    """Return the fields that hold words of a list, with the list."""
    return [
        (each.field.attribute, each.field.type_)
        for each in scalars
        if each.field.kind is FieldKind.WORD and each.field.type_ is not None
    ]


@cache
def _reader(shape: RowShape) -> _RowReader:
    return _RowReader(shape)
