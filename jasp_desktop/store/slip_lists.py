"""The slips of every action, and the lines of those on screen."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import batched

from sqlalchemy import select
from sqlalchemy.orm import Session

from jasp_desktop.domain.dossier import latest
from jasp_desktop.domain.identity import FindingUid, Uid
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.promises import PromiseLine
from jasp_desktop.domain.records import Action, StatusEvent, TargetChange
from jasp_desktop.domain.slips import Slip, SlipLine, slip_of
from jasp_desktop.domain.vocabulary import ForceStatus, Track
from jasp_desktop.store.dossiers import action_lines
from jasp_desktop.store.register import fetch_rows, fetch_where
from jasp_desktop.store.register_tables import (
    ActionFindingRow,
    ActionRow,
    FindingRow,
    StatusEventRow,
    TargetChangeRow,
)

_AT_ONCE = 500


def slips(session: Session, as_at: date | None, progress: Progress) -> Iterator[Slip]:
    """Yield the slip of every action, by reference.

    Raises:
        Cancelled: The person asked for a stop.
    """
    ids = list(session.scalars(select(ActionRow.id).order_by(ActionRow.reference, ActionRow.uid)))
    done = 0
    for some in batched(ids, _AT_ONCE):
        progress.report(done, len(ids), "Reading the promises")
        actions = fetch_rows(session, Action, some)
        lines = _promises(session, actions, some, _events(session, some), as_at)
        for row_id, action in zip(some, actions, strict=True):
            yield slip_of(row_id, action.owner, lines[action.uid])
        done += len(some)


def slip_lines(session: Session, ids: Sequence[int], as_at: date | None) -> list[SlipLine]:
    """Return the lines of these actions, in their order; those not there are left out."""
    actions = fetch_rows(session, Action, ids)
    events = _events(session, ids)
    lines = _promises(session, actions, ids, events, as_at)
    findings = _first_findings(session, ids)
    return [
        SlipLine(
            uid=action.uid,
            reference=action.reference or action.tracker_reference or "–",
            text=action.text,
            owner=action.owner,
            status=_status(events[action.uid]),
            line=lines[action.uid],
            finding=findings.get(action.uid),
        )
        for action in actions
    ]


def _status(events: Sequence[StatusEvent]) -> ForceStatus | None:
    event = latest(tuple(events), Track.FORCE)
    return None if event is None else ForceStatus(event.status)


def _promises(
    session: Session,
    actions: Sequence[Action],
    ids: Sequence[int],
    events: "defaultdict[str, list[StatusEvent]]",
    as_at: date | None,
) -> dict[str, PromiseLine]:
    moves: defaultdict[str, list[TargetChange]] = defaultdict(list)
    for move in fetch_where(session, TargetChange, TargetChangeRow.action_id.in_(ids)):
        moves[move.action].append(move)
    return action_lines(actions, moves, events, as_at)


def _events(session: Session, ids: Sequence[int]) -> "defaultdict[str, list[StatusEvent]]":
    events: defaultdict[str, list[StatusEvent]] = defaultdict(list)
    order = (StatusEventRow.date, StatusEventRow.uid)
    of_actions = StatusEventRow.subject_action_id.in_(ids)
    for event in fetch_where(session, StatusEvent, of_actions, *order):
        events[event.subject.uid].append(event)
    return events


def _first_findings(session: Session, ids: Sequence[int]) -> dict[str, FindingUid]:
    rows = session.execute(
        select(ActionRow.uid, FindingRow.uid)
        .join(ActionFindingRow, ActionFindingRow.action_id == ActionRow.id)
        .join(FindingRow, FindingRow.id == ActionFindingRow.finding_id)
        .where(ActionRow.id.in_(ids))
        # The last one written stays: the first of each action.
        .order_by(ActionFindingRow.place.desc())
    )
    return {action: FindingUid(Uid(finding)) for action, finding in rows}
