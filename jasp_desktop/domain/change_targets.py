"""Changes of target: every recorded move, and those that were made without a record."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from jasp_desktop.domain.change_pair import StatePair, about, subject_of
from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.records import Action, TargetChange
from jasp_desktop.domain.register_changes import ChangeKind, RegisterChange


def target_changes(pair: StatePair) -> Iterator[RegisterChange]:
    """Yield the targets that were set, moved or taken away.

    The first target of an action that is new is part of its being new.
    """
    difference = pair.difference(TargetChange)
    edited = (
        after
        for before, after in difference.changed
        if (before.from_, before.to) != (after.from_, after.to)
    )
    reached: defaultdict[Uid, set[date | None]] = defaultdict(set)
    for move in (*difference.added.values(), *edited):
        reached[move.action].add(move.to)
        if move.from_ is not None or not pair.is_new(about(move)):
            yield _moved(pair, move)
    for before, after in pair.difference(Action).changed:
        if before.target != after.target and after.target not in reached[after.uid]:
            yield pair.change(
                _kind_of(before.target, after.target),
                subject_of(after),
                before=_text(before.target),
                after=_text(after.target),
                field="target",
            )


def _moved(pair: StatePair, move: TargetChange) -> RegisterChange:
    after_due = None
    if move.changed_on is not None and move.from_ is not None:
        after_due = (move.changed_on - move.from_).days
    return pair.change(
        _kind_of(move.from_, move.to),
        about(move),
        record=move,
        before=_text(move.from_),
        after=_text(move.to),
        dated=move.changed_on,
        days_after_due=after_due,
        reason=move.reason,
    )


def _kind_of(before: date | None, after: date | None) -> ChangeKind:
    if after is None:
        return ChangeKind.TARGET_REMOVED
    return ChangeKind.TARGET_SET if before is None else ChangeKind.TARGET_MOVED


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
