"""What of a proposed record a person can put right, and how it is typed."""

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, StrEnum, auto
from typing import Any, cast

from jasp_desktop.domain.dates import DatePrecision, PartialDate, in_words
from jasp_desktop.domain.errors import InvalidInput, UserError
from jasp_desktop.domain.record_fields import RecordField, record_fields
from jasp_desktop.domain.records import Finding, Record, Report, Response, ResponseItem
from jasp_desktop.ui.typed_dates import day_typed, partial_date_typed


class Shape(Enum):
    """How a field is typed."""

    LINE = auto()
    TEXT = auto()
    WORD = auto()
    DAY = auto()
    PARTIAL_DATE = auto()
    LIST = auto()


@dataclass(frozen=True, slots=True)
class EditableField:
    """A field of a record: its attribute, its name on screen, how it is typed."""

    attribute: str
    name: str
    shape: Shape = Shape.LINE
    hint: str = ""


_EDITABLE: dict[type[Any], tuple[EditableField, ...]] = {
    Report: (
        EditableField("title", "Title", Shape.TEXT),
        EditableField("kind", "Kind", Shape.WORD),
        EditableField(
            "published", "Published", Shape.PARTIAL_DATE, "A day, a month or a year: February 2020"
        ),
        EditableField("scope", "Whom it looked at", Shape.WORD),
        EditableField("force_position", "How it touches this force", Shape.WORD),
        EditableField("inspectorates", "Inspectorates", Shape.LIST, "One on each line"),
        EditableField("areas", "Areas", Shape.LIST, "One on each line"),
        EditableField("s55_position", "Comments under section 55", Shape.WORD),
        EditableField("summary", "Summary", Shape.TEXT),
    ),
    Finding: (
        EditableField("kind", "Kind", Shape.WORD),
        EditableField("number", "Number as printed"),
        EditableField("theme", "Theme"),
        EditableField("text", "Text", Shape.TEXT),
        EditableField("addressees", "Addressed to", Shape.LIST, "One on each line"),
        EditableField("deadline_words", "Deadline in the report’s own words"),
        EditableField("deadline", "Deadline", Shape.DAY),
    ),
    Response: (
        EditableField("author", "Author"),
        EditableField("author_role", "Who answers", Shape.WORD),
        EditableField("addressee", "Addressed to"),
        EditableField(
            "letter_date",
            "Date of the letter",
            Shape.PARTIAL_DATE,
            "A day, a month or a year: February 2020",
        ),
        EditableField(
            "published", "Published", Shape.PARTIAL_DATE, "A day, a month or a year: February 2020"
        ),
        EditableField("text", "Text", Shape.TEXT),
    ),
    ResponseItem: (
        EditableField("position", "What it says of the finding", Shape.WORD),
        EditableField("text", "Text", Shape.TEXT),
    ),
}


def editable_fields(record: Record) -> tuple[EditableField, ...]:
    """Return what of a record can be put right."""
    return _EDITABLE.get(type(record), ())


def choices_of(record: Record, field: EditableField) -> list[tuple[str, StrEnum | None]]:
    """Return the words a WORD field can take; “Not known” where it may be empty."""
    described = _described(record, field.attribute)
    vocabulary: Any = described.type_
    none: list[tuple[str, StrEnum | None]] = [("Not known", None)] if described.is_optional else []
    return none + [(word.words, word) for word in vocabulary]


def typed_words(record: Record, field: EditableField) -> str:
    """Return a field as a person would type it."""
    value = getattr(record, field.attribute)
    if field.shape is Shape.LIST:
        return "\n".join(value)
    if value is None:
        return ""
    if field.shape is Shape.PARTIAL_DATE:
        precision = getattr(record, f"{field.attribute}_precision")
        known = PartialDate(value, precision or DatePrecision.DAY)
        return known.words.replace("\u00a0", " ")
    if isinstance(value, date):
        return in_words(value).replace("\u00a0", " ")
    return str(value)


def with_typed(record: Record, field: EditableField, typed: str) -> Record:
    """Return a record with a field as it was typed.

    Raises:
        InvalidInput: It cannot be so; the sentence says what to do.
    """
    words = typed.strip()
    name = field.attribute
    if field.shape is Shape.LIST:
        parts = (" ".join(line.split()) for line in words.splitlines())
        return _with(record, **{name: tuple(part for part in parts if part)})
    if not words and not _described(record, name).is_optional:
        raise InvalidInput(name, f"Write the {field.name.lower()}.")
    try:
        if field.shape is Shape.PARTIAL_DATE:
            known = partial_date_typed(words) if words else None
            precision = known.precision if known else None
            day = known.value if known else None
            return _with(record, **{name: day, f"{name}_precision": precision})
        if field.shape is Shape.DAY:
            return _with(record, **{name: day_typed(words) if words else None})
    except UserError as error:
        raise InvalidInput(name, str(error)) from None
    return _with(record, **{name: words or None})


def with_word(record: Record, field: EditableField, word: object) -> Record:
    """Return a record with a field set to a word of its list."""
    return _with(record, **{field.attribute: word})


def _with(record: Record, **values: object) -> Record:
    changed: Record = replace(cast("Any", record), **values)
    return changed


def _described(record: Record, attribute: str) -> RecordField:
    return next(f for f in record_fields(type(record)) if f.attribute == attribute)
