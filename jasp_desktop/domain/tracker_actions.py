"""What a row of a tracker makes of its action, and what that adds to the action's history."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.identity import ActionUid, FindingUid, TargetChangeUid
from jasp_desktop.domain.records import Action, TargetChange
from jasp_desktop.domain.tracker_history import (
    Told,
    day_changed,
    free_uid,
    tell_evidence,
    tell_statuses,
    tell_updates,
)
from jasp_desktop.domain.tracker_keys import folded, plain_reference
from jasp_desktop.domain.trackers import TrackerRow

_WORDS = ("executive_lead", "owner", "evidence_test", "risk", "rag_as_reported")


def action_words(row: TrackerRow) -> str:
    """Return the words of a row's action: what is undertaken, else what is asked for."""
    return row.action_text or row.sub_text or row.finding_text or ""


def new_action(told: Told, uid: ActionUid, findings: Sequence[FindingUid]) -> Action:
    """Return the action that a row brings, and tell its history."""
    row = told.row
    action = Action(
        uid=uid,
        findings=tuple(findings),
        tracker_reference=row.reference,
        text=action_words(row),
        executive_lead=row.executive_lead,
        owner=row.owner,
        original_target=row.original_target,
        target=row.target or row.original_target,
        evidence_test=row.evidence_test,
        risk=row.risk,
        rag_as_reported=row.rag_as_reported,
    )
    if action.original_target is not None and action.target != action.original_target:
        # The tracker says that the target moved, and not on which day.
        _move(told, action, action.original_target, action.target, None)
    _tell_history(told, uid)
    return action


def changed_action(told: Told, before: Action, findings: Sequence[FindingUid]) -> Action:
    """Return an action as a row has it now, and tell what that adds to its history.

    An older export than the newest adds to the history, and changes nothing that holds now.
    """
    after = before
    if not told.export.is_older:
        after = _with_targets(told, _with_words(told, before))
        if findings and not before.findings:
            after = replace(after, findings=tuple(findings))
            told.show("findings", None, told.row.finding_number or told.row.finding_text)
    _tell_history(told, before.uid)
    return after


def _tell_history(told: Told, action: ActionUid) -> None:
    tell_statuses(told, action)
    tell_updates(told, action)
    tell_evidence(told, action)


def _with_words(told: Told, action: Action) -> Action:
    row = told.row
    # What is asked for stands in for what is undertaken, but never takes its place.
    new = {name: getattr(row, name) for name in _WORDS} | {"text": row.action_text}
    if row.reference and not _is_called(action, row.reference):
        new["tracker_reference"] = row.reference
    changed = {}
    for name, words in new.items():
        before = getattr(action, name)
        if words and words != before and folded(words) != folded(before):
            changed[name] = words
            told.show(name, before, words)
    return replace(action, **changed) if changed else action


def _is_called(action: Action, reference: str) -> bool:
    names = (action.tracker_reference, action.reference)
    return any(plain_reference(name) == plain_reference(reference) for name in names if name)


def _with_targets(told: Told, action: Action) -> Action:
    row = told.row
    if row.original_target is not None:
        action = _with_original(told, action, row.original_target)
    target = row.target or (row.original_target if action.target is None else None)
    if target is not None and target != action.target:
        _move(told, action, action.target, target, day_changed(told))
        told.show("target", action.target, target)
        return replace(action, target=target)
    _tell_reason(told, action)
    return action


def _with_original(told: Told, action: Action, original: date) -> Action:
    if action.original_target is None:
        told.show("original_target", None, original)
        return replace(action, original_target=original)
    if action.original_target != original:
        told.remark(
            f"The tracker gives {in_words(original)} as the original target, the register "
            f"{in_words(action.original_target)}. The register’s stays."
        )
    return action


def _move(
    told: Told, action: Action, from_: date | None, to: date | None, changed_on: date | None
) -> None:
    said = (changed_on, from_, to)
    told.added.append(
        TargetChange(
            uid=TargetChangeUid(free_uid("target_change", action.uid, said, told.known.uids)),
            action=action.uid,
            from_=from_,
            to=to,
            changed_on=changed_on,
            reason=told.row.target_reason,
            batch=told.export.batch,
        )
    )


def _tell_reason(told: Told, action: Action) -> None:
    """Put a reason that came after its move to the move."""
    reason, moves = told.row.target_reason, told.known.moves
    last = moves[-1] if moves else None
    if reason and last and last.to == action.target and last.reason is None:
        told.changed.append((last, replace(last, reason=reason)))
        told.show("reason", None, reason)
