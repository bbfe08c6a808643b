"""The register as tables for spreadsheets: the open format's lists, readable.

Every field keeps its name and its value of the open format. Beside a reference stands what it
refers to in words, under “report: label”. What no cell can hold, the bytes of a document and the
certificate of an import, stays in the open format.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from jasp_desktop.domain.record_fields import FieldKind, RecordField, record_fields
from jasp_desktop.domain.records import Panel, Record, Subject
from jasp_desktop.exchange.record_json import record_to_json
from jasp_desktop.exchange.sheets_out.record_labels import LABELLED, label_of
from jasp_desktop.exchange.sheets_out.tables import (
    ColumnRole,
    SheetColumn,
    SheetLine,
    SheetTable,
    SheetValue,
)

_LEFT_OUT = {("document", "content"), ("import_batch", "certificate")}
_NAMES = {"title", "short_title", "reference", "name", "number", "file"}
_UID, _UIDS = SheetColumn("uid", ColumnRole.UID), ColumnRole.UID

type Labels = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Reading:
    """How one field becomes cells."""

    columns: tuple[SheetColumn, ...]
    cells: Callable[[Any, Labels], tuple[SheetValue, ...]]


def labels_of(read: Callable[[str], Iterable[Record]]) -> dict[str, str]:
    """Return the label of every record that others refer to; ``read`` yields a table's records."""
    labels: dict[str, str] = {}
    for table in LABELLED:
        labels.update({record.uid: label_of(record, labels) for record in read(table)})
    return labels


def panel_table(panel: Panel) -> SheetTable:
    """Return the panel as a table of one line."""
    return _table("panel", Panel, [panel], {})


def record_table(
    table: str, record_type: type[Record], records: Iterable[Record], labels: Labels
) -> SheetTable:
    """Return one list of the open format as a table."""
    return _table(table, record_type, records, labels)


def _table(
    table: str, record_type: type[Any], records: Iterable[Any], labels: Labels
) -> SheetTable:
    fields = [f for f in record_fields(record_type) if (table, f.name) not in _LEFT_OUT]
    readings = [(field.attribute, _reading(field)) for field in fields]
    columns = tuple(column for _, reading in readings for column in reading.columns)
    return SheetTable(table, columns, _lines(records, readings, labels))


def _lines(
    records: Iterable[Any], readings: Sequence[tuple[str, _Reading]], labels: Labels
) -> Iterator[SheetLine]:
    for record in records:
        yield tuple(
            value
            for attribute, reading in readings
            for value in reading.cells(getattr(record, attribute), labels)
        )


def _reading(field: RecordField) -> _Reading:
    if field.attribute == "uid":
        return _Reading((_UID,), lambda value, _: (value,))
    if field.kind is FieldKind.SUBJECT:
        return _Reading(_subject_columns(field), _subject_cells)
    if field.kind is FieldKind.REFERENCE:
        cells = _references if field.is_list else _reference
        return _Reading(_beside(field), cells)
    if field.kind is FieldKind.PART and field.type_ is not None:
        return _Reading(_beside(field), lambda value, labels: _part_cells(field, value, labels))
    role = ColumnRole.NAME if field.name in _NAMES else ColumnRole.PLAIN
    cell = _joined if field.is_list else _single
    return _Reading((SheetColumn(field.name, role),), lambda value, _: (cell(value),))


def _beside(field: RecordField) -> tuple[SheetColumn, ...]:
    return SheetColumn(f"{field.name}: label"), SheetColumn(field.name, _UIDS)


def _subject_columns(field: RecordField) -> tuple[SheetColumn, ...]:
    return (
        SheetColumn(f"{field.name}: label"),
        SheetColumn(f"{field.name}: table"),
        SheetColumn(field.name, _UIDS),
    )


def _subject_cells(subject: Subject | None, labels: Labels) -> tuple[SheetValue, ...]:
    if subject is None:
        return None, None, None
    return labels.get(subject.uid, ""), subject.table, subject.uid


def _reference(uid: str | None, labels: Labels) -> tuple[SheetValue, ...]:
    return (None, None) if uid is None else (labels.get(uid, ""), uid)


def _references(uids: Sequence[str], labels: Labels) -> tuple[SheetValue, ...]:
    return "\n".join(labels.get(uid, "") for uid in uids), "\n".join(uids)


def _part_cells(field: RecordField, parts: Sequence[Any], labels: Labels) -> tuple[SheetValue, ...]:
    described = record_fields(field.type_) if field.type_ is not None else ()
    words = [
        ": ".join(_spoken(each, getattr(part, each.attribute), labels) for each in described)
        for part in parts
    ]
    raw = json.dumps([record_to_json(part) for part in parts], ensure_ascii=False, sort_keys=True)
    return "\n".join(words), raw if parts else None


def _spoken(field: RecordField, value: Any, labels: Labels) -> str:  # noqa: ANN401 - any field's
    if field.kind is FieldKind.REFERENCE:
        return labels.get(value, "")
    return str(getattr(value, "words", value))


def _joined(values: Sequence[Any]) -> SheetValue:
    return "\n".join(str(_single(value)) for value in values)


def _single(value: Any) -> SheetValue:  # noqa: ANN401 - any field's value
    if value is None or isinstance(value, (int, date, datetime)):
        return value
    if isinstance(value, Mapping):
        return json.dumps(dict(value), ensure_ascii=False, sort_keys=True)
    return str(value)
