"""Two invented registers of any size, a few months apart."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any, cast

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.identity import imported_uid
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.records import (
    Action,
    Evidence,
    Finding,
    Meeting,
    Panel,
    Record,
    Report,
    StatusEvent,
    Subject,
    TargetChange,
    Update,
)
from jasp_desktop.domain.vocabulary import (
    EvidenceKind,
    FindingKind,
    ForceStatus,
    MeetingStatus,
    Track,
)
from jasp_desktop.services.acting import carry_out
from jasp_desktop.store.database import REGISTER
from jasp_desktop.store.migrations import open_database

MEETING = date(2026, 9, 8)
_BEGAN, _LAST = date(2024, 1, 8), date(2026, 11, 6)
_FINDINGS_A_REPORT = 50
_ACTIONS_A_FINDING = 2
_ROUNDS = (date(2026, 4, 24), date(2026, 7, 24), date(2026, 11, 6))
_ONE_IN = 10
"""Of so many actions one is changed after the meeting."""


def write_register(path: Path, findings: int, *, is_later: bool) -> None:
    """Write a register: before its last round of updates, or after it."""
    panel = Panel(name="Bench panel (invented)", force="Bench Police (invented)", as_at=_LAST)
    changes = tuple(Change[Record](None, each) for each in _records(findings, is_later=is_later))
    act = Act("Fill", changes, Change(None, panel))
    database = open_database(path, REGISTER, path.parent / "backups", Silent())
    try:
        carry_out(database, act, datetime(2026, 11, 13, tzinfo=UTC), is_whole_register=True)
    finally:
        database.close()


def _uid(table: str, *said: object) -> Any:  # noqa: ANN401 - the uid of any record
    return imported_uid(table, "bench", "/".join(map(str, said)))


def _records(findings: int, *, is_later: bool) -> Iterator[Record]:
    yield Meeting(uid=_uid("meeting", 1), held_on=MEETING, status=MeetingStatus.HELD)
    numbers = count(1)
    for number in range(findings):
        report = _uid("report", number // _FINDINGS_A_REPORT)
        if number % _FINDINGS_A_REPORT == 0:
            yield Report(uid=report, title=f"Report {number}", published=_BEGAN)
        finding = Finding(
            uid=_uid("finding", number),
            report=report,
            kind=FindingKind.RECOMMENDATION,
            number=str(number % _FINDINGS_A_REPORT + 1),
            text=f"By June the chief constable should put right the matter numbered {number}.",
            position=number % _FINDINGS_A_REPORT + 1,
        )
        yield finding
        for _ in range(_ACTIONS_A_FINDING):
            yield from _action(finding, next(numbers), is_later=is_later)


def _action(finding: Finding, number: int, *, is_later: bool) -> Iterator[Record]:
    is_changed = is_later and number % _ONE_IN == 0
    target = date(2026, 10, 30)
    action = Action(
        uid=_uid("action", number),
        findings=(finding.uid,),
        reference=f"{number // 100:03}/{number % 100:02}.1",
        text=f"Train, count and report what is numbered {number}.",
        owner="Head of Crime",
        original_target=target,
        target=target,
    )
    later = replace(action, target=target + timedelta(days=90), owner="Head of Victim Care")
    yield later if is_changed else action
    yield _event(action, _BEGAN, ForceStatus.IN_PROGRESS)
    for day in _ROUNDS if is_later else _ROUNDS[:-1]:
        yield Update(
            uid=_uid("update", number, day), action=action.uid, as_at=day, text=f"Said on {day}."
        )
    if is_changed:
        yield from _news_of(action, later)


def _news_of(action: Action, later: Action) -> Iterator[Record]:
    yield _event(action, _LAST, ForceStatus.CLOSED_BY_FORCE)
    yield TargetChange(
        uid=_uid("target_change", action.uid),
        action=action.uid,
        from_=action.target,
        to=later.target,
        changed_on=_LAST,
        reason="Trainers were away.",
    )
    yield Evidence(
        uid=_uid("evidence", action.uid),
        action=action.uid,
        title="Dip sample of 40 files",
        kind=EvidenceKind.AUDIT_OR_DIP_SAMPLE,
        dated=_LAST,
    )


def _event(action: Action, day: date, status: ForceStatus) -> StatusEvent:
    return StatusEvent(
        uid=_uid("status_event", action.uid, day),
        subject=Subject("action", cast("Any", action.uid)),
        track=Track.FORCE,
        date=day,
        status=status.value,
    )
