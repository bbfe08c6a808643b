"""What a person changes in a mapping before it counts, and what still stands in its way."""

from collections import Counter
from collections.abc import Container, Mapping
from dataclasses import replace
from datetime import date

from jasp_desktop.domain.trackers import DateOrder, TrackerField, TrackerMapping
from jasp_desktop.domain.vocabulary import ForceStatus, HmicfrsPosition
from jasp_desktop.exchange.trackers.cell_words import folded
from jasp_desktop.ui.importing.tracker.words import FIELD_WORDS

_SAYS_WHAT = (
    TrackerField.REFERENCE,
    TrackerField.ACTION_TEXT,
    TrackerField.FINDING_TEXT,
    TrackerField.SUB_TEXT,
)
_SAID_ONCE = frozenset(
    {
        TrackerField.REFERENCE,
        TrackerField.PUBLISHED,
        TrackerField.FINDING_NUMBER,
        TrackerField.SUB_NUMBER,
        TrackerField.ORIGINAL_TARGET,
        TrackerField.TARGET,
        TrackerField.STATUS,
        TrackerField.CLOSED_ON,
        TrackerField.HMICFRS_POSITION,
        TrackerField.UPDATED_ON,
    }
)
_NOTHING_READ = "Say which column holds the actions, or their reference"


def with_field(mapping: TrackerMapping, column: int, field: TrackerField | None) -> TrackerMapping:
    """Return a mapping in which a column is read as another field, or not at all."""
    uses = [
        replace(use, field=field, as_at=use.as_at if field is TrackerField.UPDATE else None)
        if use.column == column
        else use
        for use in mapping.columns
    ]
    return replace(mapping, columns=tuple(uses))


def with_round(mapping: TrackerMapping, column: int, as_at: date | None) -> TrackerMapping:
    """Return a mapping in which a column of updates is of another day, or of the import's own."""
    uses = [replace(use, as_at=as_at) if use.column == column else use for use in mapping.columns]
    return replace(mapping, columns=tuple(uses))


def with_order(mapping: TrackerMapping, column: int, order: DateOrder | None) -> TrackerMapping:
    """Return a mapping in which a person has said how a column's dates are read."""
    uses = [replace(use, order=order) if use.column == column else use for use in mapping.columns]
    return replace(mapping, columns=tuple(uses))


def with_status(mapping: TrackerMapping, word: str, status: ForceStatus | None) -> TrackerMapping:
    """Return a mapping in which a word of the tracker means a force status, or none."""
    return replace(mapping, statuses=_with_word(mapping.statuses, word, status))


def with_position(
    mapping: TrackerMapping, word: str, position: HmicfrsPosition | None
) -> TrackerMapping:
    """Return a mapping in which a word of the tracker means a position of HMICFRS, or none."""
    return replace(mapping, positions=_with_word(mapping.positions, word, position))


def without_words(
    mapping: TrackerMapping, statuses: Container[str], positions: Container[str]
) -> TrackerMapping:
    """Return a mapping that gives no meaning to words, folded, which a person has left blank."""
    kept = {word: each for word, each in mapping.statuses.items() if word not in statuses}
    other = {word: each for word, each in mapping.positions.items() if word not in positions}
    return replace(mapping, statuses=kept, positions=other)


def doubles(mapping: TrackerMapping) -> Mapping[int, TrackerField]:
    """Return the columns that share a field which only one column can say, by column.

    Words of several columns are joined, and updates have a column for each round.
    """
    count = Counter(use.field for use in mapping.columns)
    return {
        use.column: use.field
        for use in mapping.columns
        if use.field in _SAID_ONCE and count[use.field] > 1
    }


def why_not_columns(mapping: TrackerMapping) -> str:
    """Return what must be put right before the rows can be read; nothing when they can."""
    if not any(mapping.column_of(field) for field in _SAYS_WHAT):
        return _NOTHING_READ
    twice = doubles(mapping)
    if not twice:
        return ""
    first = next(iter(twice.values()))
    count = sum(field is first for field in twice.values())
    return f"{count} columns are read as “{FIELD_WORDS[first]}”: keep one"


def _with_word[V](known: Mapping[str, V], word: str, meaning: V | None) -> dict[str, V]:
    key = folded(word)
    rest = {each: value for each, value in known.items() if each != key}
    return rest if meaning is None else rest | {key: meaning}
