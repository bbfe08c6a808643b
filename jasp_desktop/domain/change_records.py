"""Records that came and went, responses, evidence, questions, and rows of exports."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from jasp_desktop.domain.change_pair import StatePair, about, subject_of
from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.records import (
    Action,
    Evidence,
    Finding,
    PanelAction,
    Question,
    Record,
    Report,
    Response,
    ResponseItem,
    StatusEvent,
    Subject,
    TargetChange,
    Update,
)
from jasp_desktop.domain.register_changes import ChangeKind, RegisterChange
from jasp_desktop.domain.register_states import RegisterState

_OWN: tuple[type[Any], ...] = (Report, Finding, Action, PanelAction)
"""Records that are new, or gone, in their own right."""
_HANGING: tuple[type[Any], ...] = (TargetChange, Update, StatusEvent, Evidence)


def record_changes(pair: StatePair) -> Iterator[RegisterChange]:
    """Yield what is new, and what is gone. What went with its record is not told by itself."""
    for kind in _OWN:
        difference = pair.difference(kind)
        for record in difference.added.values():
            yield pair.change(ChangeKind.ADDED, subject_of(record), dated=_own_day(record))
        for record in difference.removed.values():
            yield pair.change(ChangeKind.REMOVED_BY_HAND, subject_of(record))
    for kind in _HANGING:
        for record in pair.difference(kind).removed.values():
            subject = about(record)
            if pair.until.known(subject.table, subject.uid):
                yield pair.change(ChangeKind.REMOVED_BY_HAND, subject_of(record))
    yield from _passage_changes(pair)


def _own_day(record: Record) -> date | None:
    return record.published if isinstance(record, Report) else None


def _passage_changes(pair: StatePair) -> Iterator[RegisterChange]:
    """Yield the passages that a response which stays has gained or lost."""
    difference = pair.difference(ResponseItem)
    for item in difference.added.values():
        if item.response in pair.since.every(Response):
            yield pair.change(ChangeKind.ADDED, subject_of(item))
    for item in difference.removed.values():
        if item.response in pair.until.every(Response):
            yield pair.change(ChangeKind.REMOVED_BY_HAND, subject_of(item))


def response_changes(pair: StatePair) -> Iterator[RegisterChange]:
    """Yield the responses that were published, came unpublished, or are gone."""
    difference = pair.difference(Response)
    for response in difference.added.values():
        if response.published is None:
            subject = subject_of(response)
            yield pair.change(ChangeKind.ADDED, subject, dated=response.letter_date)
        else:
            yield _published(pair, response, None)
    for before, after in difference.changed:
        if after.published is not None and before.published != after.published:
            yield _published(pair, after, before.published)
    for response in difference.removed.values():
        yield pair.change(ChangeKind.REMOVED_BY_HAND, subject_of(response))


def _published(pair: StatePair, response: Response, before: date | None) -> RegisterChange:
    return pair.change(
        ChangeKind.RESPONSE_PUBLISHED,
        subject_of(response),
        before=before.isoformat() if before else None,
        after=response.published.isoformat() if response.published else None,
        dated=response.published,
    )


def evidence_changes(pair: StatePair) -> Iterator[RegisterChange]:
    """Yield the evidence that actions gained."""
    for evidence in pair.difference(Evidence).added.values():
        yield pair.change(
            ChangeKind.EVIDENCE_ADDED,
            about(evidence),
            record=evidence,
            after=evidence.title,
            dated=evidence.seen_on or evidence.dated,
        )


def question_changes(pair: StatePair) -> Iterator[RegisterChange]:
    """Yield the states that the panel's questions reached; what is not shared is its member's."""
    then, now = _shared(pair.since), _shared(pair.until)
    for uid, question in now.items():
        before = then.get(uid)
        if before is not None and before.state is question.state:
            continue
        yield pair.change(
            ChangeKind.QUESTION_STATE_CHANGED,
            subject_of(question),
            before=before.state.value if before else None,
            after=question.state.value,
            dated=max((stage.on for stage in question.states), default=None),
        )
    for uid in then.keys() - now.keys():
        yield pair.change(ChangeKind.REMOVED_BY_HAND, Subject("question", uid))


def _shared(state: RegisterState) -> dict[Uid, Question]:
    questions = state.every(Question).items()
    return {uid: question for uid, question in questions if question.state.is_shared}


def panel_action_changes(pair: StatePair) -> Iterator[RegisterChange]:
    """Yield the panel's own actions that were closed, with their outcome."""
    then = pair.since.every(PanelAction)
    for uid, action in pair.until.every(PanelAction).items():
        before = then.get(uid)
        if action.closed_on is not None and (before is None or before.closed_on is None):
            yield pair.change(
                ChangeKind.PANEL_ACTION_CLOSED,
                subject_of(action),
                after=action.outcome,
                dated=action.closed_on,
            )


def export_changes(pair: StatePair) -> Iterator[RegisterChange]:
    """Yield the actions that their tracker's newest export lacks, and those that it has again."""
    actions = pair.until.every(Action)
    then, now = pair.since.missing, pair.until.missing
    for kind, uids in (
        (ChangeKind.MISSING_FROM_EXPORT, now - then),
        (ChangeKind.RETURNED_TO_EXPORT, then - now),
    ):
        for uid in uids & actions.keys():
            yield pair.change(kind, Subject("action", uid))
