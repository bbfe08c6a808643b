"""A record while it is being written: its values by field, of which some may still be missing."""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any, cast

from jasp_desktop.domain.errors import InvalidInput
from jasp_desktop.domain.field_words import field_words
from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.record_fields import (
    RECORD_TYPES,
    FieldKind,
    RecordField,
    record_fields,
)
from jasp_desktop.domain.records import Record
from jasp_desktop.domain.remarks import Remark, fault

type Draft = Mapping[str, object]
"""Values by the open format's names of their fields, ``uid`` left out."""


def draft_of(record: Record) -> dict[str, object]:
    """Return a record's values."""
    return {
        field.name: getattr(record, field.attribute)
        for field in record_fields(type(record))
        if field.name != "uid"
    }


def new_draft(table: str, given: Draft) -> dict[str, object]:
    """Return the values a new record of a table begins with: what is given, else its defaults."""
    defaults = {each.name: each.default for each in fields(cast("Any", RECORD_TYPES[table]))}
    return {
        field.name: given.get(field.name, _begun(field, defaults[field.attribute]))
        for field in record_fields(RECORD_TYPES[table])
        if field.name != "uid"
    }


def missing(table: str, draft: Draft) -> tuple[Remark, ...]:
    """Return a fault for each field that a record cannot do without and that is blank."""
    return tuple(
        fault(field.name, _asked_for(table, field))
        for field in record_fields(RECORD_TYPES[table])
        if field.name != "uid"
        and not field.is_list
        and not field.is_optional
        # A passage may be nothing but a position: its words are never missing, only blank.
        and (table, field.name) != ("response_item", "text")
        and _is_blank(draft.get(field.name))
    )


def record_of(table: str, uid: Uid, draft: Draft) -> Record:
    """Return the record of a draft.

    Raises:
        InvalidInput: A field that it cannot do without is blank.
    """
    for remark in missing(table, draft):
        raise InvalidInput(remark.field, remark.sentence)
    values = {
        field.attribute: draft[field.name]
        for field in record_fields(RECORD_TYPES[table])
        if field.name != "uid"
    }
    return cast("Record", cast("Any", RECORD_TYPES[table])(uid=uid, **values))


def changed_fields(before: Record, after: Record) -> tuple[str, ...]:
    """Return the fields in which two records of one table differ."""
    old, new = draft_of(before), draft_of(after)
    return tuple(name for name in old if old[name] != new[name])


def _begun(field: RecordField, default: object) -> object:
    if default is not MISSING:
        return default
    return () if field.is_list else None


def _is_blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


_TYPED = frozenset({FieldKind.TEXT, FieldKind.DATE, FieldKind.NUMBER})


def _asked_for(table: str, field: RecordField) -> str:
    name = field_words(table, field.name).name
    deed = "Write" if field.kind in _TYPED else "Choose"
    return f"{deed} what belongs under “{name}”: it cannot be left blank."
