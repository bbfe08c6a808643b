"""Small invented registers for tests of what changed."""

from collections.abc import Iterable
from datetime import date

from jasp_desktop.domain.change_reckoning import changes_between
from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.record_fields import RECORD_TYPES, table_of
from jasp_desktop.domain.records import (
    Action,
    Finding,
    Record,
    Report,
    StatusEvent,
    Subject,
    TargetChange,
    Update,
)
from jasp_desktop.domain.register_changes import ChangeKind, RegisterChange
from jasp_desktop.domain.register_states import RegisterState
from jasp_desktop.domain.vocabulary import FindingKind, Track

# Version 8: neither made by hand nor imported, so that no uid tells of its record's age.
_UID = "00000000-0000-8000-8000-{:012x}"


def uid(number):
    return Uid(_UID.format(number))


REPORT = Report(uid=uid(1), title="Custody", published=date(2026, 1, 10))
FINDING = Finding(
    uid=uid(2),
    report=REPORT.uid,
    kind=FindingKind.RECOMMENDATION,
    number="3",
    text="Train the sergeants.",
)
ACTION = Action(
    uid=uid(3),
    findings=(FINDING.uid,),
    reference="041/03.1",
    text="Train custody sergeants.",
    target=date(2026, 9, 30),
    owner="Head of Custody",
)
ON_ACTION = Subject("action", ACTION.uid)
ON_FINDING = Subject("finding", FINDING.uid)


def tables_of(records: Iterable[Record]) -> dict[str, dict[Uid, Record]]:
    tables: dict[str, dict[Uid, Record]] = {table: {} for table in RECORD_TYPES}
    for record in records:
        tables[table_of(record)][record.uid] = record
    return tables


def state(*records: Record, missing=(), name="A state") -> RegisterState:
    return RegisterState(
        name=name,
        day=None,
        panel=None,
        tables=tables_of(records),
        missing=frozenset(missing),
    )


def changes(since: RegisterState, until: RegisterState) -> list[RegisterChange]:
    return list(changes_between(since, until))


def kinds(since: RegisterState, until: RegisterState) -> list[ChangeKind]:
    return [change.kind for change in changes_between(since, until)]


def event(number, status, day, track=Track.FORCE, subject=ON_ACTION, **rest) -> StatusEvent:
    return StatusEvent(
        uid=uid(number), subject=subject, track=track, date=day, status=status, **rest
    )


def move(number, before, after, day, **rest) -> TargetChange:
    return TargetChange(
        uid=uid(number), action=ACTION.uid, from_=before, to=after, changed_on=day, **rest
    )


def update(number, text, day, **rest) -> Update:
    return Update(uid=uid(number), action=ACTION.uid, as_at=day, text=text, **rest)
