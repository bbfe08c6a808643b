"""The import of a tracker as the register keeps it: its batch, certificate and totals."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.identity import ActionUid
from jasp_desktop.domain.imports import Certificate, ReportedTotal
from jasp_desktop.domain.records import Action, ImportBatch, Record, StatusEvent
from jasp_desktop.domain.tracker_history import PastStatus
from jasp_desktop.domain.tracker_keys import folded
from jasp_desktop.domain.trackers import TrackerMapping, TrackerPlan
from jasp_desktop.domain.vocabulary import ForceStatus, HmicfrsPosition, Track
from jasp_desktop.store.database import Database
from jasp_desktop.store.trackers import ActionState, states

_ALL = frozenset({"total", "all", "actions", "recommendations", "all actions", "rows", "in all"})
_SHORT = {"closed": "closed by force"}
_MARKS = re.compile(r"[\W_]+")

type Counts = Callable[[ActionState], bool]


def with_totals_kept(act: Act[Record], totals: Sequence[ReportedTotal]) -> Act[Record]:
    """Return a tracker's import with the covering report's totals on its certificate."""
    if not totals:
        return act
    return replace(act, changes=tuple(_with_totals(change, totals) for change in act.changes))


def _with_totals(change: Change[Record], totals: Sequence[ReportedTotal]) -> Change[Record]:
    batch = change.after
    certificate = (
        Certificate.from_text(batch.certificate) if isinstance(batch, ImportBatch) else None
    )
    if not isinstance(batch, ImportBatch) or certificate is None:
        return change
    text = replace(certificate, totals=tuple(totals)).to_text()
    return Change[Record](change.before, replace(batch, certificate=text))


def counted(database: Database, plan: TrackerPlan, words: Sequence[str]) -> list[int]:
    """Return how many actions of the file meet each of some words, once it is imported.

    What the words mean is looked for among the tracker's own words, then the statuses and
    positions, colours, “open”, “overdue” and “total”; other words count nothing.
    """
    after = _states_after(database, plan)
    found = []
    for each in words:
        counts = _meaning(each, plan.mapping, plan.as_at)
        found.append(sum(map(counts, after.values())))
    return found


def _states_after(database: Database, plan: TrackerPlan) -> Mapping[ActionUid, ActionState]:
    uids = {outcome.action for outcome in plan.outcomes if outcome.action is not None}
    with database.reading() as session:
        found = states(session, uids)
    for change in plan.act.changes:
        record = change.after
        if isinstance(record, Action):
            statuses = found[record.uid].statuses if record.uid in found else {}
            found[record.uid] = ActionState(statuses, record.target, record.rag_as_reported)
    for change in plan.act.changes:
        event = change.after
        if isinstance(event, StatusEvent):
            _add_event(found, event)
    return found


def _add_event(found: dict[ActionUid, ActionState], event: StatusEvent) -> None:
    action = ActionUid(event.subject.uid)
    state = found[action]
    new = PastStatus(event.date, event.uid, event.status)
    last = state.statuses.get(event.track)
    if last is None or last < new:
        found[action] = replace(state, statuses={**state.statuses, event.track: new})


def _meaning(words: str, mapping: TrackerMapping, as_at: date) -> Counts:
    plain = _plain(words)
    if plain == "open":
        return _is_open
    own = mapping.statuses.get(folded(words)) or _named(ForceStatus, words)
    if own is not None:
        return lambda state: _word(state, Track.FORCE) == own.value
    position = mapping.positions.get(folded(words)) or _named(HmicfrsPosition, words)
    if position is not None:
        return lambda state: _word(state, Track.HMICFRS) == position.value
    if plain in _ALL:
        return lambda _state: True
    if plain == "overdue":
        return lambda state: _is_open(state) and state.target is not None and state.target < as_at
    return lambda state: _plain(state.rag or "") == plain


def _named[V: (ForceStatus, HmicfrsPosition)](kind: type[V], words: str) -> V | None:
    plain = _SHORT.get(_plain(words)) or _plain(words)
    return next((each for each in kind if plain in {_plain(each.words), _plain(each)}), None)


def _word(state: ActionState, track: Track) -> str | None:
    event = state.statuses.get(track)
    return event.status if event else None


def _is_open(state: ActionState) -> bool:
    word = _word(state, Track.FORCE)
    return word is None or ForceStatus(word).is_open


def _plain(words: str) -> str:
    return " ".join(_MARKS.sub(" ", words.casefold()).split())
