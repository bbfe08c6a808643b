"""How records lie in rows, by the naming rules of ``register_tables``.

One set of rules serves every table, so a field added to a record and to its table needs no more
code.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import Table

from jasp_desktop.domain.record_fields import FieldKind, RecordField, record_fields

MOST_PARAMETERS = 500
"""Ids in one IN list; SQLite prepares longer ones slowly."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A field kept in one column of the record's own table."""

    field: RecordField
    column: str

    @property
    def is_row_id(self) -> bool:
        """Tell whether the column holds another record's row id."""
        return self.field.kind is FieldKind.REFERENCE and not self.column.endswith("_uid")

    @property
    def target(self) -> str:
        """Return the table of the record that a reference names."""
        return cast("str", self.field.target)


@dataclass(frozen=True, slots=True)
class ListShape:
    """A field kept in a list table."""

    field: RecordField
    table: Table
    owner: str
    fields: tuple[Scalar, ...]

    @property
    def holds_parts(self) -> bool:
        """Tell whether it is a list of parts, not of plain values."""
        return self.field.kind is FieldKind.PART


class RowShape:
    """How the records of one class lie in their table and its list tables."""

    def __init__(self, record_type: type[Any], name: str, tables: Mapping[str, Table]) -> None:
        self.record_type = record_type
        self.name = name
        self.table = tables[name]
        fields = record_fields(record_type)
        self.scalars = tuple(
            Scalar(field, _column_name(field, self.table))
            for field in fields
            if not field.is_list and field.kind is not FieldKind.SUBJECT
        )
        self.references = tuple(each for each in self.scalars if each.is_row_id)
        self.subject = next((f for f in fields if f.kind is FieldKind.SUBJECT), None)
        self.subject_tables = _subject_tables(self.table)
        self.lists = tuple(
            _list_shape(field, name, tables[f"{name}_{field.name}"])
            for field in fields
            if field.is_list
        )


def _subject_tables(table: Table) -> tuple[str, ...]:
    """Return the tables a subject may name where it is kept as a row id, else none."""
    return tuple(
        column.name.removeprefix("subject_").removesuffix("_id")
        for column in table.columns
        if column.name.startswith("subject_") and column.name.endswith("_id")
    )


def _column_name(field: RecordField, table: Table) -> str:
    name = f"{field.name}_id" if field.kind is FieldKind.REFERENCE else field.name
    # A file that outlives the register keeps the other record's uid itself.
    return name if name in table.c else f"{field.name}_uid"


def _list_shape(field: RecordField, owner: str, table: Table) -> ListShape:
    if field.kind is FieldKind.PART and field.type_ is not None:
        fields = tuple(
            Scalar(part, _part_column(part, table)) for part in record_fields(field.type_)
        )
    elif field.kind is FieldKind.REFERENCE:
        fields = (Scalar(field, f"{field.target}_id"),)
    else:
        fields = (Scalar(field, "value"),)
    return ListShape(field, table, f"{owner}_id", fields)


def _part_column(part: RecordField, table: Table) -> str:
    if part.kind is not FieldKind.REFERENCE:
        return part.name
    # ``report_related.report_id`` is the owner: the other report stands in ``part_report_id``.
    other = f"part_{part.target}_id"
    return other if other in table.c else f"{part.name}_id"
