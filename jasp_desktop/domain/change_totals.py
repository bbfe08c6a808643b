"""The sums of what is open: opened, with what came and without what went, is what is open now."""

from collections import defaultdict
from collections.abc import Iterable

from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.records import Action, Finding, StatusEvent
from jasp_desktop.domain.register_changes import OpenTally, Totals
from jasp_desktop.domain.register_states import RegisterState
from jasp_desktop.domain.vocabulary import ForceStatus, Track

_RANK = {status: place for place, status in enumerate(ForceStatus)}


def totals(since: RegisterState, until: RegisterState) -> Totals:
    """Return what became of the open actions and findings.

    An action is open until the force ends it. A finding stands as the force says of it, else as
    the least advanced of its actions; one of which nothing is said is open.
    """
    then, now = _Standing(since), _Standing(until)
    return Totals(
        actions=_tally("action", then.actions(), now.actions()),
        findings=_tally("finding", then.findings(), now.findings()),
    )


def _tally(table: str, then: dict[Uid, bool], now: dict[Uid, bool]) -> OpenTally:
    def those(uids: Iterable[Uid]) -> tuple[Uid, ...]:
        return tuple(sorted(uids))

    was_open = {uid for uid, is_open in then.items() if is_open}
    is_open = {uid for uid, is_open in now.items() if is_open}
    gone = was_open - is_open
    return OpenTally(
        table=table,
        open_then=those(was_open),
        added_open=those(is_open - then.keys()),
        reopened=those((is_open - was_open) & then.keys()),
        closed=those(gone & now.keys()),
        removed=those(gone - now.keys()),
        open_now=those(is_open),
    )


class _Standing:
    """Which actions and findings of a state are open."""

    def __init__(self, state: RegisterState) -> None:
        self._state = state
        latest: dict[tuple[str, Uid], StatusEvent] = {}
        for event in state.every(StatusEvent).values():
            if event.track is Track.FORCE:
                name = (event.subject.table, event.subject.uid)
                last = latest.get(name)
                if last is None or (last.date, last.uid) < (event.date, event.uid):
                    latest[name] = event
        self._words = {name: ForceStatus(event.status) for name, event in latest.items()}

    def actions(self) -> dict[Uid, bool]:
        return {uid: self._is_open("action", uid) for uid in self._state.every(Action)}

    def findings(self) -> dict[Uid, bool]:
        words: defaultdict[Uid, list[ForceStatus]] = defaultdict(list)
        for uid, action in self._state.every(Action).items():
            word = self._words.get(("action", uid))
            if word is not None:
                for finding in action.findings:
                    words[finding].append(word)
        found = {}
        for uid in self._state.every(Finding):
            own = self._words.get(("finding", uid))
            shared = min(words.get(uid, ()), key=_rank, default=None)
            word = own or shared
            found[uid] = word is None or word.is_open
        return found

    def _is_open(self, table: str, uid: Uid) -> bool:
        word = self._words.get((table, uid))
        return word is None or word.is_open


def _rank(status: ForceStatus) -> int:
    """Return how advanced a status is; a word of a later program counts as in progress."""
    return _RANK.get(status, _RANK[ForceStatus.IN_PROGRESS])
