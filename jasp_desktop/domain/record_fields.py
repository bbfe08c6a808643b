"""What each field of a record is, read from its annotations.

One description serves the open format, its JSON Schema, and the database: a field that is added to
a record is carried by all three.
"""

import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import Enum, StrEnum, auto
from functools import cache
from typing import Any

from jasp_desktop.domain import identity, records
from jasp_desktop.domain.records import Record, Subject


class FieldKind(Enum):
    """The shapes a field can have."""

    TEXT = auto()
    WORD = auto()
    NUMBER = auto()
    DATE = auto()
    TIME = auto()
    BYTES = auto()
    REFERENCE = auto()
    SUBJECT = auto()
    JSON = auto()
    PART = auto()


@dataclass(frozen=True, slots=True)
class RecordField:
    """One field: ``attribute`` in Python, ``name`` in the open format.

    ``target`` is the table a REFERENCE points at; ``type_`` the enumeration of a WORD or the class
    of a PART.
    """

    attribute: str
    name: str
    kind: FieldKind
    is_list: bool
    is_optional: bool
    target: str | None = None
    type_: type[Any] | None = None


RECORD_TYPES: Mapping[str, type[Record]] = types.MappingProxyType(
    {
        "action": records.Action,
        "agenda_item": records.AgendaItem,
        "document": records.Document,
        "evidence": records.Evidence,
        "finding": records.Finding,
        "import_batch": records.ImportBatch,
        "judgement": records.Judgement,
        "meeting": records.Meeting,
        "panel_action": records.PanelAction,
        "person": records.Person,
        "phase": records.Phase,
        "question": records.Question,
        "report": records.Report,
        "response": records.Response,
        "response_item": records.ResponseItem,
        "status_event": records.StatusEvent,
        "target_change": records.TargetChange,
        "update": records.Update,
        "work_plan_entry": records.WorkPlanEntry,
    }
)
"""The open format's tables, in its order."""

_TABLE_NAMES: Mapping[type[Any], str] = {
    record_type: table for table, record_type in RECORD_TYPES.items()
}

_TARGETS: Mapping[object, str] = {
    identity.PersonUid: "person",
    identity.ReportUid: "report",
    identity.FindingUid: "finding",
    identity.ResponseUid: "response",
    identity.ActionUid: "action",
    identity.MeetingUid: "meeting",
    identity.AgendaItemUid: "agenda_item",
    identity.QuestionUid: "question",
    identity.PanelActionUid: "panel_action",
    identity.DocumentUid: "document",
    identity.ImportBatchUid: "import_batch",
}

_PLAIN: Mapping[object, FieldKind] = {
    str: FieldKind.TEXT,
    int: FieldKind.NUMBER,
    date: FieldKind.DATE,
    datetime: FieldKind.TIME,
    bytes: FieldKind.BYTES,
    Subject: FieldKind.SUBJECT,
}


def table_of(record: Record | type[Any]) -> str:
    """Return the open format's name for a record's table."""
    return _TABLE_NAMES[record if isinstance(record, type) else type(record)]


def record_fields(record_type: type[object]) -> tuple[RecordField, ...]:
    """Return the fields of a record class or of a part of one, ``uid`` included."""
    return _described(typing.cast("Any", record_type))


@cache
def _described(record_type: type[Any]) -> tuple[RecordField, ...]:
    hints = typing.get_type_hints(record_type)
    return tuple(_describe(field.name, hints[field.name]) for field in fields(record_type))


def _describe(attribute: str, hint: object) -> RecordField:
    is_optional, hint = _without_none(hint)
    is_list = typing.get_origin(hint) is tuple
    if is_list:
        hint = typing.get_args(hint)[0]
    kind = FieldKind.TEXT
    target: str | None = None
    type_: type[Any] | None = None
    if hint in _TARGETS and attribute != "uid":
        kind, target = FieldKind.REFERENCE, _TARGETS[hint]
    elif hint in _PLAIN:
        kind = _PLAIN[hint]
    elif typing.get_origin(hint) is Mapping:
        kind = FieldKind.JSON
    elif isinstance(hint, type) and issubclass(hint, StrEnum):
        kind, type_ = FieldKind.WORD, hint
    elif isinstance(hint, type) and is_dataclass(hint):
        kind, type_ = FieldKind.PART, hint
    return RecordField(attribute, attribute.rstrip("_"), kind, is_list, is_optional, target, type_)


def _without_none(hint: object) -> tuple[bool, Any]:
    if typing.get_origin(hint) not in {types.UnionType, typing.Union}:
        return False, hint
    rest = [each for each in typing.get_args(hint) if each is not types.NoneType]
    return True, rest[0]
