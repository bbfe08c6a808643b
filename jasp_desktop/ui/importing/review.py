"""What a person accepts of a proposal, and what that would do to the register."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, cast

from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.record_fields import FieldKind, RecordField, record_fields
from jasp_desktop.domain.records import Record, Response, Subject
from jasp_desktop.services.imports import ImportPlan

_WHOLE = {
    "report": "Its report is refused.",
    "response": "The response it stands in is refused.",
    "finding": "Its finding is refused.",
    "action": "Its action is refused.",
}
_UNANSWERED = "The reports it answers are refused."
_LEFT_OUT = "Its links to refused records are left out."


class Outcome(StrEnum):
    """What becomes of a proposed record."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many records there are of each outcome."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0

    @property
    def read(self) -> int:
        """Return how many were read from the file."""
        return self.accepted + self.refused

    @property
    def accepted(self) -> int:
        """Return how many are accepted."""
        return self.added + self.changed + self.unchanged

    @property
    def to_write(self) -> int:
        """Return how many records of the register the import would touch."""
        return self.added + self.changed


class Review:
    """A proposal with what was refused of it and what was put right in it."""

    def __init__(self, plan: ImportPlan) -> None:
        self.proposal = plan.proposal
        self._records: dict[Uid, Record] = {each.uid: each for each in self.proposal.records}
        self._refused: set[Uid] = set()
        self._before: dict[Uid, Record | None] = dict(self._records)
        for change in plan.act.changes:
            if change.after is not None and change.after.uid in self._before:
                self._before[change.after.uid] = change.before

    @property
    def records(self) -> tuple[Record, ...]:
        """Return every proposed record as it stands now, in the file's order."""
        return tuple(self._records.values())

    def record(self, uid: Uid) -> Record:
        """Return a record as it stands now."""
        return self._records[uid]

    def set_accepted(self, uid: Uid, *, is_accepted: bool) -> None:
        """Accept or refuse a record."""
        if is_accepted:
            self._refused.discard(uid)
        else:
            self._refused.add(uid)

    def put_right(self, record: Record) -> None:
        """Take a record as a person has changed it."""
        self._records[record.uid] = record

    def is_ticked(self, uid: Uid) -> bool:
        """Tell whether the person accepts it, whatever becomes of what it needs."""
        return uid not in self._refused

    def is_accepted(self, uid: Uid) -> bool:
        """Tell whether it would be imported."""
        return self.is_ticked(uid) and self.why_not(uid) is None

    def why_not(self, uid: Uid) -> str | None:
        """Return why a record cannot be accepted: what it needs is refused."""
        record = self._records[uid]
        for field in record_fields(type(record)):
            needed = _needed(record, field)
            if needed is not None and not self._is_there(needed):
                return _WHOLE.get(field.target or "", "The record it is about is refused.")
        reports = record.reports if isinstance(record, Response) else ()
        if reports and not any(self._is_there(report) for report in reports):
            return _UNANSWERED
        return None

    def remark(self, uid: Uid) -> str:
        """Return what is left out of an accepted record; empty for nothing."""
        record = self._records[uid]
        is_whole = not self.is_accepted(uid) or self._adjusted(record) == record
        return "" if is_whole else _LEFT_OUT

    def outcome(self, uid: Uid) -> Outcome:
        """Return what would become of a record."""
        if not self.is_accepted(uid):
            return Outcome.REFUSED
        before = self._before[uid]
        if before is None:
            return Outcome.ADDED
        is_same = before == self._adjusted(self._records[uid])
        return Outcome.UNCHANGED if is_same else Outcome.CHANGED

    def counts(self) -> Counts:
        """Count the outcomes."""
        outcomes = [self.outcome(uid) for uid in self._records]
        return Counts(*(outcomes.count(each) for each in Outcome))

    def accepted(self) -> list[Record]:
        """Return what would be imported, without links to what is refused."""
        return [self._adjusted(self._records[u]) for u in self._records if self.is_accepted(u)]

    def _is_there(self, uid: str) -> bool:
        own = Uid(uid)
        return own not in self._records or self.is_accepted(own)

    def _adjusted(self, record: Record) -> Record:
        changes: dict[str, object] = {}
        for field in record_fields(type(record)):
            if field.kind is not FieldKind.REFERENCE:
                continue
            value = getattr(record, field.attribute)
            if field.is_list:
                kept = self._kept(value)
                if kept != value:
                    changes[field.attribute] = kept
            elif field.is_optional and value is not None and not self._is_there(value):
                changes[field.attribute] = None
        adjusted: Record = replace(cast("Any", record), **changes)
        return adjusted

    def _kept(self, uids: Iterable[str]) -> tuple[str, ...]:
        return tuple(uid for uid in uids if self._is_there(uid))


def _needed(record: Record, field: RecordField) -> str | None:
    """Return the uid of the record that this one cannot be without."""
    value = getattr(record, field.attribute)
    if field.is_list or field.is_optional:
        return None
    if field.kind is FieldKind.REFERENCE:
        return str(value)
    return value.uid if isinstance(value, Subject) else None
