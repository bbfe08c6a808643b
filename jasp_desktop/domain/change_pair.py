"""Two states of a register side by side, and how a change names what it is about."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from jasp_desktop.domain.dossier import finding_label, without_own_number
from jasp_desktop.domain.field_words import table_words
from jasp_desktop.domain.identity import FindingUid, ReportUid, Uid
from jasp_desktop.domain.record_fields import table_of
from jasp_desktop.domain.record_lines import line_of
from jasp_desktop.domain.records import (
    Action,
    AgendaItem,
    Evidence,
    Finding,
    Json,
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

_LEADING_ON = frozenset({"report", "finding", "response", "response_item", "action", "agenda_item"})


@dataclass(frozen=True, slots=True)
class Difference[R: Record]:
    """The records of one class that are in one state only, or not the same in both."""

    added: Mapping[Uid, R]
    changed: tuple[tuple[R, R], ...]
    removed: Mapping[Uid, R]


class StatePair:
    """An earlier and a later state; each table is compared once."""

    def __init__(self, since: RegisterState, until: RegisterState) -> None:
        self.since = since
        self.until = until
        self._differences: dict[type[Any], Difference[Any]] = {}

    def difference[R: Record](self, kind: type[R]) -> Difference[R]:
        """Return how the records of one class differ."""
        if kind not in self._differences:
            then, now = self.since.every(kind), self.until.every(kind)
            self._differences[kind] = Difference(
                added={uid: each for uid, each in now.items() if uid not in then},
                changed=tuple(
                    (before, after)
                    for uid, after in now.items()
                    if (before := then.get(uid)) is not None
                    # One record read once stands in both states: most need no comparing.
                    and before is not after
                    and before != after
                ),
                removed={uid: each for uid, each in then.items() if uid not in now},
            )
        return self._differences[kind]

    def change(
        self,
        kind: ChangeKind,
        subject: Subject,
        *,
        record: Record | None = None,
        before: Json = None,
        after: Json = None,
        dated: date | None = None,
        field: str | None = None,
        days_after_due: int | None = None,
        reason: str | None = None,
    ) -> RegisterChange:
        """Return a change of a subject; ``record`` is what says so, where it is another."""
        state = self.until if self.until.known(subject.table, subject.uid) else self.since
        label, text = self._names(state, subject)
        findings, reports = hung_on(state, subject)
        return RegisterChange(
            kind=kind,
            subject=subject,
            label=label,
            text=text,
            before=before,
            after=after,
            dated=dated,
            record=subject if record is None else subject_of(record),
            field=field,
            findings=findings,
            reports=reports,
            days_after_due=days_after_due,
            reason=reason,
        )

    def is_new(self, subject: Subject) -> bool:
        """Tell whether a record is in the later state only."""
        return self.since.known(subject.table, subject.uid) is None

    def _names(self, state: RegisterState, subject: Subject) -> tuple[str, str]:
        record = state.known(subject.table, subject.uid)
        if record is None:
            return table_words(subject.table).one, ""
        line = line_of(record, state.known)
        if isinstance(record, Finding):
            return self._references.get(record.uid) or finding_label(record), line.title
        if isinstance(record, Response | ResponseItem):
            return line.kind or table_words(subject.table).one, line.name
        if isinstance(record, Report):
            return line.title, line.title
        if isinstance(record, Question) and (other := _next(record)) is not None:
            return self._names(state, other)[0], line.title
        return line.reference or table_words(subject.table).one, line.title

    @cached_property
    def _references(self) -> dict[Uid, str]:
        """Return how the tracker names findings."""
        found: dict[Uid, str] = {}
        for state in (self.since, self.until):
            for action in state.every(Action).values():
                if not action.reference:
                    continue
                for uid in action.findings:
                    found[uid] = min(found.get(uid, action.reference), action.reference)
        return {uid: without_own_number(words) for uid, words in found.items()}


def subject_of(record: Record) -> Subject:
    """Return a record as what a change is about."""
    return Subject(table_of(record), record.uid)


def about(record: Record) -> Subject:
    """Return what a record tells of: an action, a finding, a report; else itself."""
    if isinstance(record, TargetChange | Update | Evidence):
        return Subject("action", record.action)
    if isinstance(record, StatusEvent):
        return record.subject
    return subject_of(record)


def hung_on(
    state: RegisterState, subject: Subject
) -> tuple[tuple[FindingUid, ...], tuple[ReportUid, ...]]:
    """Return the findings and the reports that a record is, names, or hangs on."""
    record = state.known(subject.table, subject.uid)
    if record is None:
        return (), ()
    if isinstance(record, Report):
        return (), (record.uid,)
    if isinstance(record, Response | AgendaItem):
        return () if isinstance(record, Response) else record.findings, record.reports
    if isinstance(record, Finding | Action | ResponseItem):
        findings = (record.uid,) if isinstance(record, Finding) else record.findings
        return findings, _reports_of(state, findings)
    other = _next(record)
    return ((), ()) if other is None else hung_on(state, other)


def _next(record: Record) -> Subject | None:
    if isinstance(record, PanelAction):
        return None if record.question is None else Subject("question", record.question)
    other = record.subject if isinstance(record, Question) else about(record)
    # A file may name anything as a subject: only what leads on to a finding is followed.
    return other if other is not None and other.table in _LEADING_ON else None


def _reports_of(state: RegisterState, uids: Iterable[FindingUid]) -> tuple[ReportUid, ...]:
    findings = state.every(Finding)
    return tuple(dict.fromkeys(findings[uid].report for uid in uids if uid in findings))
