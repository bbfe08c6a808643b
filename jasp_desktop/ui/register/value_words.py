"""A field's value in words, as a person would read it."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import cast

from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.record_drafts import Draft
from jasp_desktop.domain.record_fields import RECORD_TYPES, FieldKind, record_fields
from jasp_desktop.domain.records import Subject
from jasp_desktop.services.editing import EditingService
from jasp_desktop.ui.register.controls import PrecisionPair
from jasp_desktop.ui.register.pickers import line_words

BLANK = "Blank"


def value_words(editing: EditingService, table: str, name: str, draft: Draft) -> str:
    """Return what a field of a draft says."""
    value = draft.get(name)
    if value is None or value in ("", ()):
        return BLANK
    field = next(each for each in record_fields(RECORD_TYPES[table]) if each.name == name)
    if field.kind is FieldKind.REFERENCE and field.target is not None:
        uids = cast("Sequence[Uid]", value if field.is_list else (value,))
        return _named(editing, [(field.target, uid) for uid in uids])
    if isinstance(value, Subject):
        return _named(editing, [(value.table, value.uid)])
    if partial := draft.get(f"{name}_precision"):
        joined = PrecisionPair.joined(value, partial)
        return joined.words if joined else BLANK
    return plain_words(value)


def plain_words(value: object) -> str:
    """Return a value that names no record in words."""
    if value is None or value == "":
        return BLANK
    if isinstance(value, datetime):
        here = value.astimezone()
        return f"{in_words(here.date())}, {here:%H:%M}"
    if isinstance(value, date):
        return in_words(value)
    if isinstance(value, StrEnum):
        return str(getattr(value, "words", value.value))
    if isinstance(value, tuple):
        return "; ".join(plain_words(each) for each in value)
    return str(value)


def _named(editing: EditingService, names: Sequence[tuple[str, Uid]]) -> str:
    lines = editing.lines_named(names)
    return "; ".join(line_words(line) for line in lines) or "A record that is gone"
