"""The right control for each field, from the one description of the records."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from jasp_desktop.domain.field_words import field_words
from jasp_desktop.domain.record_fields import FieldKind, RecordField, record_fields
from jasp_desktop.domain.vocabulary import ForceStatus, HmicfrsPosition, Track
from jasp_desktop.services.editing import EditingService
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.register.controls import (
    BoxControl,
    ChoiceControl,
    Control,
    DateControl,
    LineControl,
    LinesControl,
    PartialDateControl,
    TimeControl,
)
from jasp_desktop.ui.register.parts_control import PartsControl
from jasp_desktop.ui.register.pickers import (
    ReferenceControl,
    ReferencesControl,
    SubjectControl,
)

SUBJECTS: Mapping[str, Sequence[str]] = {
    "status_event": ("action", "finding", "report"),
    "question": (
        "finding",
        "action",
        "report",
        "response",
        "response_item",
        "meeting",
        "agenda_item",
    ),
}
"""What a status or a question may be about (db/README.md)."""

_NOT_CHOSEN = ("Choose", None)
_TRACK_WORDS = {Track.FORCE: "The force’s word", Track.HMICFRS: "HMICFRS’s position"}


class ControlMaker:
    """Builds controls that can look records up."""

    def __init__(self, appearance: Appearance, editing: EditingService) -> None:
        self._appearance, self._editing = appearance, editing

    def make(self, table: str, field: RecordField) -> Control:
        """Return a control for a field of a table, or of a part (“meeting.attendance”)."""
        name = field_words(table, field.name).name
        if field.kind is FieldKind.REFERENCE and field.target is not None:
            return self._reference(field.target, field, name)
        if field.kind is FieldKind.SUBJECT:
            return SubjectControl(
                self._appearance,
                self._editing,
                SUBJECTS[table],
                name,
                is_optional=field.is_optional,
            )
        if field.kind is FieldKind.PART:
            return self._parts(table, field)
        return self._plain(table, field)

    def _plain(self, table: str, field: RecordField) -> Control:
        look = self._appearance
        if field.is_list:
            return LinesControl(look)
        if (table, field.name) == ("status_event", "status"):
            return ChoiceControl(look, statuses_of(None))
        if field.kind is FieldKind.WORD:
            return ChoiceControl(look, choices_of(field))
        if field.kind is FieldKind.DATE:
            return DateControl(look)
        if field_words(table, field.name).is_long:
            return BoxControl(look, is_optional=field.is_optional)
        is_time = (table, field.name) == ("meeting", "starts_at")
        return TimeControl(look) if is_time else LineControl(look)

    def make_partial_date(self) -> Control:
        """Return a control for a date of which only the month or the year may be known."""
        return PartialDateControl(self._appearance)

    def _reference(self, target: str, field: RecordField, name: str) -> Control:
        if field.is_list:
            return ReferencesControl(self._appearance, self._editing, target, name)
        return ReferenceControl(
            self._appearance, self._editing, target, name, is_optional=field.is_optional
        )

    def _parts(self, table: str, field: RecordField) -> Control:
        part = cast("type[Any]", field.type_)
        owner = f"{table}.{field.name}"

        def controls() -> Mapping[str, Control]:
            return {each.attribute: self.make(owner, each) for each in record_fields(part)}

        return PartsControl(self._appearance, owner, part, controls)


def choices_of(field: RecordField) -> list[tuple[str, object]]:
    """Return the words of a list; “Not known” where there need be none, else “Choose”."""
    vocabulary: Any = field.type_
    first = ("Not known", None) if field.is_optional else _NOT_CHOSEN
    if vocabulary is Track:
        return [first, *((_TRACK_WORDS[track], track) for track in Track)]
    return [first, *((getattr(word, "words", word.value), word) for word in vocabulary)]


def statuses_of(track: object) -> list[tuple[str, object]]:
    """Return the words of a track; none before it is known whose word it is."""
    if track is None:
        return [("Choose whose word it is first", None)]
    words = ForceStatus if track is Track.FORCE else HmicfrsPosition
    return [_NOT_CHOSEN, *((word.words, word.value) for word in words)]
