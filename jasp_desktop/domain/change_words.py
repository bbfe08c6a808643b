"""Changes of a record's own words: its texts, its owner, its lead, its colour."""

from collections.abc import Iterator, Mapping
from typing import Any

from jasp_desktop.domain.change_pair import StatePair, about
from jasp_desktop.domain.records import (
    Action,
    Finding,
    PanelAction,
    Question,
    Record,
    Report,
    Response,
    ResponseItem,
    StatusEvent,
    TargetChange,
    Update,
)
from jasp_desktop.domain.register_changes import ChangeKind, RegisterChange

_TEXTS: Mapping[type[Any], tuple[str, ...]] = {
    Report: ("title", "short_title", "summary", "s55_reason"),
    Finding: ("number", "theme", "text", "applies_reason", "deadline_words"),
    Response: ("text",),
    ResponseItem: ("text",),
    Action: ("text", "evidence_test", "risk"),
    TargetChange: ("reason", "agreed_by"),
    Update: ("text",),
    StatusEvent: ("comment", "source"),
    Question: ("text", "answer"),
    PanelAction: ("text", "outcome"),
}
_TOLD_OTHERWISE = frozenset({"answer", "outcome"})
"""Words that come with a change of state, which tells of them; to write them over is a change."""

_WORDS_OF_ACTIONS = {
    "owner": ChangeKind.OWNER_CHANGED,
    "executive_lead": ChangeKind.EXECUTIVE_LEAD_CHANGED,
    "rag_as_reported": ChangeKind.RAG_CHANGED,
}


def word_changes(pair: StatePair) -> Iterator[RegisterChange]:
    """Yield the fields of records that say something else than before."""
    for before, after in pair.difference(Action).changed:
        for field, kind in _WORDS_OF_ACTIONS.items():
            yield from _field(pair, kind, field, before, after)
    for record_type, fields in _TEXTS.items():
        for before, after in pair.difference(record_type).changed:
            if _is_private(before) or _is_private(after):
                continue
            for field in fields:
                if field not in _TOLD_OTHERWISE or getattr(before, field) is not None:
                    yield from _field(pair, ChangeKind.TEXT_CHANGED, field, before, after)


def _is_private(record: Record) -> bool:
    """Tell whether a record is a question that its member has not shared."""
    return isinstance(record, Question) and not record.state.is_shared


def _field(
    pair: StatePair, kind: ChangeKind, field: str, before: Record, after: Record
) -> Iterator[RegisterChange]:
    then, now = getattr(before, field), getattr(after, field)
    if then != now:
        yield pair.change(kind, about(after), record=after, before=then, after=now, field=field)
