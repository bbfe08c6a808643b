"""One record as a JSON object of the open format, and back."""

import base64
import binascii
import math
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, cast

from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.record_fields import RECORD_TYPES, FieldKind, RecordField, record_fields
from jasp_desktop.domain.records import Json, Question, StatusEvent, Subject
from jasp_desktop.domain.vocabulary import ForceStatus, HmicfrsPosition, Track

LARGEST_NUMBER = 1_000_000
"""Places in a list and days are counted, never more of them than this."""

# Counting days from a date, as a section 55 clock does, must not run off the calendar.
_FIRST_DAY, _LAST_DAY = date(1000, 1, 1), date(9000, 12, 31)
_DEEPEST = 50
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


class NotARegister(UserError):
    """A file is not in the open format, or not a version that this program reads."""


def record_to_json(record: object) -> dict[str, Json]:
    """Return a record, or a part of one, whole and in the open format's words."""
    return {
        field.name: _list_or_one(field, getattr(record, field.attribute), _write_one)
        for field in record_fields(type(record))
    }


def record_as_written(record: object) -> dict[str, Json]:
    """Return a record as a file in the open format holds it.

    A field that came after version 1 stands in the file only where it holds something, so that a
    file of version 1 is written again byte for byte.
    """
    later = _ADDED_LATER.get(type(record), frozenset())
    return {
        name: value
        for name, value in record_to_json(record).items()
        if value is not None or name not in later
    }


def record_from_json[T](record_type: type[T], found: object, where: str) -> T:
    """Read one record.

    Args:
        record_type: The record's class.
        found: The JSON object.
        where: How to name the record in an error, “finding 3”.

    Raises:
        NotARegister: A field is missing or holds something else than it should.
    """
    if not isinstance(found, dict):
        raise NotARegister(f"The {where} is not a record. Nothing was imported.")
    fields = record_fields(record_type)
    if unknown := found.keys() - {field.name for field in fields}:
        raise NotARegister(
            f"The {where} has a field “{min(unknown)}” that this program does not know. "
            "Nothing was imported."
        )
    values = {
        field.attribute: _read_field(field, found, where)
        for field in fields
        if field.name in found or not may_be_absent(field)
    }
    record = record_type(**values)
    if isinstance(record, StatusEvent):
        _check_status(record, where)
    return record


def may_be_absent(field: RecordField) -> bool:
    """Tell whether a file that was written by hand may leave a field out: unknown or empty."""
    return field.is_optional or field.is_list


def _check_status(event: StatusEvent, where: str) -> None:
    try:
        _STATUSES[event.track](event.status)
    except ValueError:
        raise NotARegister(
            f"The {where} has something that cannot be read as its “status”. Nothing was imported."
        ) from None


def _list_or_one(
    field: RecordField, value: object, convert: Callable[[RecordField, Any], Json]
) -> Json:
    if value is None:
        return None
    if field.is_list:
        return [convert(field, each) for each in cast("Sequence[object]", value)]
    return convert(field, value)


def _write_one(field: RecordField, value: Any) -> Json:  # noqa: ANN401 - any field's value
    return _WRITERS.get(field.kind, _as_it_is)(value)


def _as_it_is(value: Any) -> Json:  # noqa: ANN401 - text, a number or a uid
    return cast("Json", value)


def time_to_text(value: datetime) -> str:
    """Return a moment in UTC as “2026-04-03T09:30:00Z”, with fractions only where there are any."""
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


def time_from_text(text: str) -> datetime:
    """Read a moment; one without a zone counts as UTC.

    Raises:
        ValueError: It is not an ISO 8601 date and time.
        OverflowError: It lies outside the calendar.
    """
    value = datetime.fromisoformat(text)
    return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _read_field(field: RecordField, found: Mapping[str, object], where: str) -> object:
    value = found.get(field.name)
    try:
        if value is None:
            _check_null(field, present=field.name in found)
            return None
        if not field.is_list:
            return _read_one(field, value, where)
        return tuple(_read_one(field, each, where) for each in _read_list(value))
    except (KeyError, TypeError, ValueError, OverflowError, binascii.Error):
        missing = "has no" if value is None else "has something that cannot be read as its"
        raise NotARegister(f"The {where} {missing} “{field.name}”. Nothing was imported.") from None


def _read_list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _check_null(field: RecordField, *, present: bool) -> None:
    if not (present and field.is_optional):
        raise KeyError


def _read_one(field: RecordField, value: Any, where: str) -> object:  # noqa: ANN401 - JSON
    if field.kind is FieldKind.PART and field.type_ is not None:
        return record_from_json(field.type_, value, where)
    if field.kind is FieldKind.WORD and field.type_ is not None:
        return cast("type[StrEnum]", field.type_)(value)
    if field.kind is FieldKind.REFERENCE or field.attribute == "uid":
        return _read_uid(value)
    return _READERS.get(field.kind, _read_text)(value)


def _read_text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    value.encode("utf-8")  # a lone surrogate is no text
    return value


def _read_number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    if not 0 <= value <= LARGEST_NUMBER:
        raise ValueError
    return value


def _read_date(value: object) -> date:
    return _in_reach(date.fromisoformat(_read_text(value)))


def _read_time(value: object) -> datetime:
    moment = time_from_text(_read_text(value))
    _in_reach(moment.date())
    return moment


def _in_reach(day: date) -> date:
    if not _FIRST_DAY <= day <= _LAST_DAY:
        raise ValueError
    return day


def _read_bytes(value: object) -> bytes:
    return base64.b64decode(_read_text(value), validate=True)


def _read_uid(value: object) -> str:
    if not _UUID.fullmatch(_read_text(value)):
        raise ValueError
    return cast("str", value)


def _read_subject(value: object) -> Subject:
    if not isinstance(value, dict) or value.keys() != {"table", "uid"}:
        raise ValueError
    if value["table"] not in RECORD_TYPES:
        raise ValueError
    return Subject(value["table"], cast("Any", _read_uid(value["uid"])))


def _read_object(value: object) -> Mapping[str, Json]:
    if not isinstance(value, dict):
        raise TypeError
    _check_json(value, _DEEPEST)
    return value


def _check_json(value: object, depth: int) -> None:
    """Refuse what JSON readers take and JSON cannot hold, or what is too deep to write again."""
    if depth == 0:
        raise ValueError
    if isinstance(value, dict):
        _check_json(list(value), depth)
        _check_json(list(value.values()), depth)
    elif isinstance(value, list):
        for each in value:
            _check_json(each, depth - 1)
    elif isinstance(value, str):
        _read_text(value)
    elif isinstance(value, float) and not math.isfinite(value):
        raise ValueError


_ADDED_LATER: Mapping[type[object], frozenset[str]] = {Question: frozenset({"minute"})}
"""Fields that version 1 did not have."""

_STATUSES: Mapping[Track, type[StrEnum]] = {
    Track.FORCE: ForceStatus,
    Track.HMICFRS: HmicfrsPosition,
}

_READERS: Mapping[FieldKind, Callable[[object], object]] = {
    FieldKind.TEXT: _read_text,
    FieldKind.NUMBER: _read_number,
    FieldKind.DATE: _read_date,
    FieldKind.TIME: _read_time,
    FieldKind.BYTES: _read_bytes,
    FieldKind.SUBJECT: _read_subject,
    FieldKind.JSON: _read_object,
}


_WRITERS: Mapping[FieldKind, Callable[[Any], Json]] = {
    FieldKind.DATE: date.isoformat,
    FieldKind.TIME: time_to_text,
    FieldKind.BYTES: lambda value: base64.b64encode(value).decode("ascii"),
    FieldKind.SUBJECT: lambda value: {"table": value.table, "uid": value.uid},
    FieldKind.PART: record_to_json,
    FieldKind.WORD: str,
    FieldKind.JSON: dict,
}
