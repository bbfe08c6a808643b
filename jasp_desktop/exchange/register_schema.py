"""The JSON Schema of the open format, made from the records' own fields."""

from enum import StrEnum
from typing import cast

from jasp_desktop.domain.record_fields import RECORD_TYPES, FieldKind, RecordField, record_fields
from jasp_desktop.domain.records import Json, Panel
from jasp_desktop.exchange.open_format import FORMAT, VERSION
from jasp_desktop.exchange.record_json import LARGEST_NUMBER, may_be_absent

_UID: dict[str, Json] = {"type": "string", "format": "uuid"}
_SUBJECT: dict[str, Json] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["table", "uid"],
    "properties": {"table": {"enum": list(RECORD_TYPES)}, "uid": _UID},
}
_PLAIN: dict[FieldKind, dict[str, Json]] = {
    FieldKind.TEXT: {"type": "string"},
    FieldKind.NUMBER: {"type": "integer", "minimum": 0, "maximum": LARGEST_NUMBER},
    FieldKind.DATE: {"type": "string", "format": "date"},
    FieldKind.TIME: {"type": "string", "format": "date-time"},
    FieldKind.BYTES: {"type": "string", "contentEncoding": "base64"},
    FieldKind.JSON: {"type": "object"},
    FieldKind.REFERENCE: _UID,
    FieldKind.SUBJECT: _SUBJECT,
}


def json_schema() -> dict[str, Json]:
    """Return the JSON Schema (draft 2020-12) of the open format, from the records' own fields."""
    properties: dict[str, Json] = {
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
        "panel": _object_schema(Panel),
    }
    for table, record_type in RECORD_TYPES.items():
        properties[table] = {"type": "array", "items": _object_schema(record_type)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "JASP register, version 1",
        "type": "object",
        "additionalProperties": False,
        "required": ["format", "panel", "version"],
        "properties": properties,
    }


def _object_schema(record_type: type[object]) -> dict[str, Json]:
    fields = record_fields(record_type)
    required: list[Json] = [*sorted(field.name for field in fields if not may_be_absent(field))]
    return {
        "type": "object",
        "additionalProperties": False,
        "required": required,
        "properties": {field.name: _field_schema(field) for field in fields},
    }


def _field_schema(field: RecordField) -> Json:
    one = _one_schema(field)
    if field.is_list:
        return {"type": "array", "items": one}
    return {"anyOf": [one, {"type": "null"}]} if field.is_optional else one


def _one_schema(field: RecordField) -> dict[str, Json]:
    if field.attribute == "uid":
        return _UID
    if field.kind is FieldKind.PART and field.type_ is not None:
        return _object_schema(field.type_)
    if field.kind is FieldKind.WORD and field.type_ is not None:
        words: list[Json] = [str(word) for word in cast("type[StrEnum]", field.type_)]
        # Lists may grow: the known words are examples, not a limit.
        return {"type": "string", "examples": words}
    return _PLAIN[field.kind]
