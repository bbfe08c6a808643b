"""What an import of a tracker reads from the register, in few queries."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import cast

from sqlalchemy import ColumnElement, Row, Select, select
from sqlalchemy.orm import Session

from jasp_desktop.domain.identity import (
    ActionUid,
    ImportBatchUid,
    ReportUid,
    TargetChangeUid,
    Uid,
)
from jasp_desktop.domain.imports import Certificate
from jasp_desktop.domain.records import Finding, ImportBatch, TargetChange
from jasp_desktop.domain.tracker_history import KnownHistory, PastStatus, PastUpdate
from jasp_desktop.domain.tracker_keys import folded
from jasp_desktop.domain.tracker_matching import KnownAction
from jasp_desktop.domain.vocabulary import BatchKind, Track
from jasp_desktop.store import register
from jasp_desktop.store.register_tables import (
    ActionRow,
    EvidenceRow,
    FindingRow,
    ImportBatchRow,
    ReportRow,
    StatusEventRow,
    TargetChangeRow,
    UpdateRow,
)
from jasp_desktop.store.statements import among

_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class PastImport:
    """An import of a tracker that was not undone; every one has the date of its data."""

    batch: ImportBatch
    certificate: Certificate
    as_at: date


def past_imports(session: Session) -> list[PastImport]:
    """Return the imports of every tracker, of which rows can be found again, the newest first."""
    batches = register.fetch_where(
        session,
        ImportBatch,
        ImportBatchRow.undone_at.is_(None) & (ImportBatchRow.kind == BatchKind.TRACKER.value),
    )
    found = [
        PastImport(batch, certificate, certificate.as_at)
        for batch in batches
        if (certificate := Certificate.from_text(batch.certificate))
        and certificate.tracker is not None
        and certificate.as_at is not None
    ]
    return sorted(found, key=lambda each: (each.as_at, each.batch.at), reverse=True)


def known_actions(session: Session, elsewhere: Container[str]) -> dict[ActionUid, KnownAction]:
    """Return what tells every action from another; ``elsewhere`` are those of other trackers."""
    query = select(ActionRow.uid, ActionRow.reference, ActionRow.tracker_reference, ActionRow.text)
    found = (
        KnownAction(_action_uid(uid), reference, tracker_reference, text, uid in elsewhere)
        for uid, reference, tracker_reference, text in _rows(session, query)
    )
    return {action.uid: action for action in found}


def histories(session: Session, actions: Sequence[ActionUid]) -> dict[ActionUid, KnownHistory]:
    """Return what the register has of each of these actions; moves and events in their order."""
    found: dict[ActionUid, KnownHistory] = {uid: KnownHistory() for uid in actions}
    query = select(ActionRow.id, ActionRow.uid).where(among(ActionRow.uid, actions))
    rows = _rows(session, query)
    uids = {row_id: _action_uid(uid) for row_id, uid in rows}
    _add_statuses(session, uids, found)
    _add_updates(session, uids, found)
    _add_evidence(session, uids, found)
    _add_moves(session, uids, found)
    return found


def _add_moves(
    session: Session, uids: Mapping[int, ActionUid], found: Mapping[ActionUid, KnownHistory]
) -> None:
    moves = TargetChangeRow
    query = (
        select(
            moves.action_id,
            moves.uid,
            moves.from_,
            moves.to,
            moves.changed_on,
            moves.reason,
            moves.agreed_by,
            ImportBatchRow.uid,
        )
        .outerjoin(ImportBatchRow, ImportBatchRow.id == moves.batch_id)
        .where(among(moves.action_id, uids))
        .order_by(moves.changed_on, moves.id)
    )
    rows = _rows(session, query)
    for row_id, uid, from_, to, changed_on, reason, agreed_by, batch in rows:
        move = TargetChange(
            uid=TargetChangeUid(Uid(uid)),
            action=uids[row_id],
            from_=from_,
            to=to,
            changed_on=changed_on,
            reason=reason,
            agreed_by=agreed_by,
            batch=ImportBatchUid(Uid(batch)) if batch else None,
        )
        found[move.action].moves.append(move)
        found[move.action].uids.add(uid)


def _add_statuses(
    session: Session, uids: Mapping[int, ActionUid], found: Mapping[ActionUid, KnownHistory]
) -> None:
    events = StatusEventRow
    query = (
        select(events.subject_action_id, events.track, events.date, events.uid, events.status)
        .where(among(events.subject_action_id, uids))
        .order_by(events.date, events.uid)
    )
    for row_id, track, day, uid, status in _rows(session, query):
        # Only events of actions are asked for, so there is a row id.
        known = found[uids[cast("int", row_id)]]
        known.statuses.setdefault(Track(track), []).append(PastStatus(day, uid, status))
        known.uids.add(uid)


def _add_updates(
    session: Session, uids: Mapping[int, ActionUid], found: Mapping[ActionUid, KnownHistory]
) -> None:
    query = select(UpdateRow.action_id, UpdateRow.as_at, UpdateRow.uid, UpdateRow.text).where(
        among(UpdateRow.action_id, uids)
    )
    for row_id, day, uid, text in _rows(session, query):
        known = found[uids[row_id]]
        known.updates.append(PastUpdate(day, text, folded(text)))
        known.uids.add(uid)


def _add_evidence(
    session: Session, uids: Mapping[int, ActionUid], found: Mapping[ActionUid, KnownHistory]
) -> None:
    query = select(EvidenceRow.action_id, EvidenceRow.uid, EvidenceRow.title).where(
        among(EvidenceRow.action_id, uids)
    )
    for row_id, uid, title in _rows(session, query):
        known = found[uids[row_id]]
        known.evidence.add(folded(title))
        known.uids.add(uid)


@dataclass(frozen=True, slots=True)
class ActionState:
    """Where an action stands: the last event on each track, its target, its colour."""

    statuses: Mapping[Track, PastStatus]
    target: date | None
    rag: str | None


def states(session: Session, actions: Iterable[ActionUid]) -> dict[ActionUid, ActionState]:
    """Return where these actions stand."""
    found: dict[ActionUid, ActionState] = {}
    chosen = among(ActionRow.uid, actions)
    statuses = _last_statuses(session, chosen)
    query = select(ActionRow.uid, ActionRow.target, ActionRow.rag_as_reported).where(chosen)
    for uid, target, rag in _rows(session, query):
        found[_action_uid(uid)] = ActionState(statuses[uid], target, rag)
    return found


def _last_statuses(
    session: Session, chosen: ColumnElement[bool]
) -> defaultdict[str, dict[Track, PastStatus]]:
    events = StatusEventRow
    query = (
        select(ActionRow.uid, events.track, events.date, events.uid, events.status)
        .join(ActionRow, ActionRow.id == events.subject_action_id)
        .where(chosen)
        .order_by(events.date, events.uid)
    )
    found: defaultdict[str, dict[Track, PastStatus]] = defaultdict(dict)
    for action, track, day, uid, status in _rows(session, query):
        found[action][Track(track)] = PastStatus(day, uid, status)
    return found


def _rows[*Ts](session: Session, query: Select[*Ts]) -> Iterator[Row[*Ts]]:
    """Yield the rows of a query through Core, a good many fetched at a time."""
    return chain.from_iterable(session.connection().execute(query).partitions(_AT_ONCE))


def _action_uid(text: str) -> ActionUid:
    return ActionUid(Uid(text))


def findings_of(session: Session, report: ReportUid) -> list[Finding]:
    """Return a report's findings in their order."""
    owner = select(ReportRow.id).where(ReportRow.uid == report).scalar_subquery()
    return register.fetch_where(
        session, Finding, FindingRow.report_id == owner, FindingRow.position, FindingRow.id
    )
