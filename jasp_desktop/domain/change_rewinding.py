"""What a register that came whole said on an earlier day, by what its records say of themselves."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, cast

from jasp_desktop.domain.change_beginnings import EVER, Beginnings, beginnings
from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.record_fields import table_of
from jasp_desktop.domain.records import (
    Action,
    ImportBatch,
    Meeting,
    Panel,
    PanelAction,
    Phase,
    Question,
    Record,
    Response,
    TargetChange,
)
from jasp_desktop.domain.register_states import Tables
from jasp_desktop.domain.vocabulary import MeetingStatus, ResponseStatus


def rewound(tables: Tables, at: datetime) -> dict[str, dict[Uid, Record]]:
    """Return what was there at a moment, and what it said then.

    Since when a record has been there, see ``change_beginnings``. What stands in a record with a
    later date is taken out of it: an answer, a publication, a closure, who came to a meeting. An
    action's target and a question's state are replayed from their moves. Anything else a record
    says it has always said: its earlier words are not known.
    """
    begun = beginnings(tables)
    there = {
        table: {uid: each for uid, each in records.items() if begun[table][uid] <= at}
        for table, records in tables.items()
    }
    _undo_moves(there, tables, begun, at)
    day = at.date()
    for kind, take_out in _LATER.items():
        records = there.get(table_of(kind), {})
        records.update({uid: take_out(each, day) for uid, each in records.items()})
    batches = there.get("import_batch", {})
    batches.update({uid: _not_undone(each, at) for uid, each in batches.items()})
    return there


def rewound_panel(panel: Panel | None, day: date) -> Panel | None:
    """Return a panel whose data are no later than a day."""
    if panel is None or panel.as_at is None or panel.as_at <= day:
        return panel
    return replace(panel, as_at=day)


def _undo_moves(
    there: Mapping[str, dict[Uid, Record]], tables: Tables, begun: Beginnings, at: datetime
) -> None:
    """Give each action the target that it had before the moves which came later."""
    later: defaultdict[Uid, list[TargetChange]] = defaultdict(list)
    since = begun.get("target_change", {})
    for uid, record in tables.get("target_change", {}).items():
        if since[uid] > at and isinstance(record, TargetChange):
            later[record.action].append(record)
    actions = there.get("action", {})
    for uid in later.keys() & actions.keys():
        first = _first(later[uid], since)
        actions[uid] = replace(cast("Action", actions[uid]), target=first.from_)


def _first(moves: Sequence[TargetChange], since: Mapping[Uid, datetime]) -> TargetChange:
    """Return the earliest of some moves; of several on one day, the one that follows no other."""
    days = {move.uid: (since[move.uid], move.changed_on or date.min) for move in moves}
    earliest = min(days.values())
    same_day = [move for move in moves if days[move.uid] == earliest]
    reached = {move.to for move in same_day}
    return next((move for move in same_day if move.from_ not in reached), same_day[0])


def _is_later(value: date | None, day: date) -> bool:
    return value is not None and value > day


def _question_then(question: Question, day: date) -> Question:
    states = tuple(stage for stage in question.states if stage.on <= day)
    if states == question.states:
        is_answered = not _is_later(question.answered_on, day)
        state = question.state
    else:
        is_answered = question.answered_on is not None and question.answered_on <= day
        state = states[-1].state if states else question.state
    if not is_answered:
        question = replace(question, answer=None, answered_by=None, answered_on=None, verdict=None)
    return replace(question, states=states, state=state)


def _response_then(response: Response, day: date) -> Response:
    published = response.published_on
    if published is not None and published.last > day:
        is_published = response.status is ResponseStatus.PUBLISHED
        status = ResponseStatus.SENT if is_published else response.status
        response = replace(response, published=None, published_precision=None, status=status)
    copies = {
        name: None
        for name in ("copied_hmicfrs", "copied_home_secretary")
        if _is_later(getattr(response, name), day)
    }
    return cast("Response", replace(cast("Any", response), **copies))


def _meeting_then(meeting: Meeting, day: date) -> Meeting:
    if _is_later(meeting.despatched_on, day):
        meeting = replace(meeting, despatched_on=None)
    if meeting.held_on <= day or meeting.status is MeetingStatus.CANCELLED:
        return meeting
    return replace(meeting, status=MeetingStatus.PLANNED, attendance=())


def _panel_action_then(action: PanelAction, day: date) -> PanelAction:
    if not _is_later(action.closed_on, day):
        return action
    return replace(action, closed_on=None, outcome=None)


def _phase_then(phase: Phase, day: date) -> Phase:
    return replace(phase, to=None) if _is_later(phase.to, day) else phase


def _not_undone(record: Record, at: datetime) -> Record:
    is_later = isinstance(record, ImportBatch) and (record.undone_at or EVER) > at
    return replace(cast("ImportBatch", record), undone_at=None) if is_later else record


_LATER: Mapping[type[Any], Callable[[Any, date], Record]] = {
    Meeting: _meeting_then,
    PanelAction: _panel_action_then,
    Phase: _phase_then,
    Question: _question_then,
    Response: _response_then,
}
