"""Updates of a new round, beside the words of the round before."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from jasp_desktop.domain.change_pair import StatePair, about
from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.records import Update
from jasp_desktop.domain.register_changes import ChangeKind, RegisterChange
from jasp_desktop.domain.tracker_keys import folded


def update_changes(pair: StatePair) -> Iterator[RegisterChange]:
    """Yield each new update with what the round before it said; the same words are repeated."""
    added = pair.difference(Update).added
    rounds: defaultdict[Uid, list[Update]] = defaultdict(list)
    for update in added.values():
        rounds[update.action] = []
    for update in pair.until.every(Update).values() if added else ():
        if update.action in rounds:
            rounds[update.action].append(update)
    for updates in rounds.values():
        updates.sort(key=lambda each: (each.as_at or date.min, each.uid))
        before: str | None = None
        for update in updates:
            if update.uid in added:
                yield _told(pair, before, update)
            before = update.text


def _told(pair: StatePair, before: str | None, update: Update) -> RegisterChange:
    is_repeated = before is not None and folded(before) == folded(update.text)
    return pair.change(
        ChangeKind.UPDATE_REPEATED if is_repeated else ChangeKind.UPDATE_ADDED,
        about(update),
        record=update,
        before=before,
        after=update.text,
        dated=update.as_at,
    )
