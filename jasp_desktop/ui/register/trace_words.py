"""What was done to a record, in words: who, when, and what stood there before."""

from datetime import date
from typing import Any, cast

from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.field_words import field_words
from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.journal import Deed, Entry, Trace
from jasp_desktop.domain.record_fields import RECORD_TYPES, FieldKind, RecordField, record_fields
from jasp_desktop.domain.records import Json
from jasp_desktop.services.editing import EditingService
from jasp_desktop.ui.register.pickers import line_words
from jasp_desktop.ui.register.value_words import BLANK, plain_words

_LONGEST = 160
_DEEDS = {Deed.ADDED: "Added", Deed.CHANGED: "Changed", Deed.REMOVED: "Removed"}


def trace_words(trace: Trace) -> str:
    """Return “Changed by hand on 13 November 2026, 17:30”."""
    return f"{_DEEDS[trace.line.deed]} {_by(trace.entry)} on {plain_words(trace.entry.at)}"


def _by(entry: Entry) -> str:
    if entry.file is not None:
        return f"by the import of “{entry.file}”"
    return "by an import" if entry.batch is not None else "by hand"


def before_words(editing: EditingService, trace: Trace) -> list[str]:
    """Return, for each field that an act changed, what stood there before."""
    if trace.line.deed is not Deed.CHANGED:
        return []
    fields = {field.name: field for field in record_fields(RECORD_TYPES[trace.line.table])}
    return [
        f"{field_words(trace.line.table, name).name} was: {_value(editing, fields[name], value)}"
        for name, value in trace.line.before.items()
        if name in fields and not name.endswith("_precision")
    ]


def _value(editing: EditingService, field: RecordField, value: Json) -> str:
    if value is None or value in ("", []):
        return BLANK
    each = value if isinstance(value, list) else [value]
    words = "; ".join(_one(editing, field, one) for one in each)
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"


def _one(editing: EditingService, field: RecordField, value: Json) -> str:
    if field.kind is FieldKind.DATE and isinstance(value, str):
        return in_words(date.fromisoformat(value))
    if field.kind is FieldKind.WORD and field.type_ is not None:
        return plain_words(cast("Any", field.type_)(value))
    if field.kind is FieldKind.REFERENCE and field.target is not None:
        lines = editing.lines_named([(field.target, Uid(str(value)))])
        return line_words(lines[0]) if lines else "a record that is gone"
    if isinstance(value, dict):
        return ", ".join(str(each).replace("_", " ") for each in value.values() if each)
    return " ".join(str(value).split())
