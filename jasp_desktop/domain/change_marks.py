"""The mark that stands beside each kind of change, on screen and on paper."""

from collections.abc import Mapping

from jasp_desktop.domain.marks import (
    ADDED,
    DATE_MOVED,
    DONE,
    MISSING_FROM_EXPORT,
    REJECTED,
    UNCHANGED,
    Mark,
    mark_for_force_status,
    mark_for_hmicfrs_position,
)
from jasp_desktop.domain.register_changes import ChangeKind
from jasp_desktop.domain.vocabulary import ForceStatus, HmicfrsPosition

_MARKS: Mapping[ChangeKind, Mark] = {
    ChangeKind.ADDED: ADDED,
    ChangeKind.RESPONSE_PUBLISHED: DONE,
    ChangeKind.CLOSED_BY_FORCE: mark_for_force_status(ForceStatus.CLOSED_BY_FORCE),
    ChangeKind.REOPENED: mark_for_force_status(ForceStatus.IN_PROGRESS),
    ChangeKind.STATUS_CHANGED: mark_for_force_status(ForceStatus.IN_PROGRESS),
    ChangeKind.CLOSED_BY_HMICFRS: mark_for_hmicfrs_position(HmicfrsPosition.CLOSED_BY_HMICFRS),
    ChangeKind.HMICFRS_POSITION_CHANGED: mark_for_hmicfrs_position(HmicfrsPosition.AWAITING_REVIEW),
    ChangeKind.TARGET_MOVED: DATE_MOVED,
    ChangeKind.TARGET_REMOVED: DATE_MOVED,
    ChangeKind.TARGET_SET: ADDED,
    ChangeKind.EVIDENCE_ADDED: ADDED,
    ChangeKind.UPDATE_REPEATED: UNCHANGED,
    ChangeKind.UPDATE_ADDED: ADDED,
    ChangeKind.MISSING_FROM_EXPORT: MISSING_FROM_EXPORT,
    ChangeKind.RETURNED_TO_EXPORT: DONE,
    ChangeKind.PANEL_ACTION_CLOSED: DONE,
    ChangeKind.REMOVED_BY_HAND: REJECTED,
}


def mark_of_kind(kind: ChangeKind) -> Mark | None:
    """Return the mark of a kind of change; None where its words say all."""
    return _MARKS.get(kind)
