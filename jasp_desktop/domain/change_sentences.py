"""What a change says, in words for a line of a list, of a brief or of the command line."""

from collections.abc import Callable, Mapping
from datetime import date

from jasp_desktop.domain.dates import days, in_table
from jasp_desktop.domain.field_words import field_words, table_words
from jasp_desktop.domain.records import Json
from jasp_desktop.domain.register_changes import ChangeKind, RegisterChange
from jasp_desktop.domain.vocabulary import (
    ForceStatus,
    HmicfrsPosition,
    QuestionState,
    Vocabulary,
)

_ARROW = " → "


def change_words(change: RegisterChange) -> str:
    """Return what became of a change's subject; its label and text stand beside."""
    return _WORDS[change.kind](change)


def fallen_due_words(days_after_due: int) -> str:
    """Return when a target was moved: “16 days before it fell due”."""
    if days_after_due == 0:
        return "on the day it fell due"
    side = "after" if days_after_due > 0 else "before"
    return f"{days(abs(days_after_due))} {side} it fell due"


def _added(change: RegisterChange) -> str:
    new = f"{table_words(change.subject.table).one}, new"
    return f"{new}, {in_table(change.dated)}" if change.dated else new


def _removed(change: RegisterChange) -> str:
    return f"{table_words(change.subject.table).one}, taken off the register"


def _published(change: RegisterChange) -> str:
    before = f" (before: {_day(change.before)})" if change.before else ""
    return f"Published {_day(change.after)}{before}"


def _status(change: RegisterChange) -> str:
    return _step(change, ForceStatus)


def _position(change: RegisterChange) -> str:
    return _step(change, HmicfrsPosition)


def _question(change: RegisterChange) -> str:
    return _step(change, QuestionState, "Not shared yet")


def _step(change: RegisterChange, words: type[Vocabulary], nothing: str = "Not recorded") -> str:
    before = words(str(change.before)).words if change.before else nothing
    when = f", {in_table(change.dated)}" if change.dated else ""
    return f"{before}{_ARROW}{words(str(change.after)).words}{when}"


def _moved(change: RegisterChange) -> str:
    when = _on(change) or ", no move recorded"
    late = change.days_after_due
    due = "" if late is None else f", {fallen_due_words(late)}"
    return f"{_day(change.before)}{_ARROW}{_day(change.after)}{when}{due}"


def _set(change: RegisterChange) -> str:
    return f"First target {_day(change.after)}{_on(change)}"


def _taken_away(change: RegisterChange) -> str:
    return f"Target {_day(change.before)} taken away{_on(change)}"


def _on(change: RegisterChange) -> str:
    return f", on {in_table(change.dated)}" if change.dated else ""


def _named(change: RegisterChange) -> str:
    return f"{change.before or 'Nobody named'}{_ARROW}{change.after or 'nobody named'}"


def _colour(change: RegisterChange) -> str:
    return f"{change.before or 'None'}{_ARROW}{change.after or 'none'}"


def _text(change: RegisterChange) -> str:
    return f"{field_words(change.record.table, change.field or '').name}: the words changed"


def _said(change: RegisterChange) -> str:
    when = f"{in_table(change.dated)}: " if change.dated else ""
    return f"{when}{' '.join(str(change.after or '').split())}"


def _missing(_change: RegisterChange) -> str:
    return "Not in its tracker’s newest export"


def _returned(_change: RegisterChange) -> str:
    return "In its tracker’s newest export again"


def _closed(change: RegisterChange) -> str:
    when = f" {in_table(change.dated)}" if change.dated else ""
    return f"Closed{when}: {change.after}" if change.after else f"Closed{when}"


def _day(value: Json) -> str:
    return in_table(date.fromisoformat(value)) if isinstance(value, str) else "no date"


_WORDS: Mapping[ChangeKind, Callable[[RegisterChange], str]] = {
    ChangeKind.ADDED: _added,
    ChangeKind.RESPONSE_PUBLISHED: _published,
    ChangeKind.CLOSED_BY_FORCE: _status,
    ChangeKind.REOPENED: _status,
    ChangeKind.STATUS_CHANGED: _status,
    ChangeKind.CLOSED_BY_HMICFRS: _position,
    ChangeKind.HMICFRS_POSITION_CHANGED: _position,
    ChangeKind.TARGET_MOVED: _moved,
    ChangeKind.TARGET_REMOVED: _taken_away,
    ChangeKind.TARGET_SET: _set,
    ChangeKind.OWNER_CHANGED: _named,
    ChangeKind.EXECUTIVE_LEAD_CHANGED: _named,
    ChangeKind.RAG_CHANGED: _colour,
    ChangeKind.EVIDENCE_ADDED: _said,
    ChangeKind.UPDATE_REPEATED: _said,
    ChangeKind.UPDATE_ADDED: _said,
    ChangeKind.TEXT_CHANGED: _text,
    ChangeKind.MISSING_FROM_EXPORT: _missing,
    ChangeKind.RETURNED_TO_EXPORT: _returned,
    ChangeKind.QUESTION_STATE_CHANGED: _question,
    ChangeKind.PANEL_ACTION_CLOSED: _closed,
    ChangeKind.REMOVED_BY_HAND: _removed,
}
