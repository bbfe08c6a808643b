"""What lists and overviews should say, worked out record by record in plain Python.

Written from DOMAIN.md and the lines' own descriptions, without a look at the SQL.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from jasp_desktop.domain.listings import ANSWERED_KINDS, FindingFilter, FindingOrder
from jasp_desktop.domain.record_fields import RECORD_TYPES
from jasp_desktop.domain.records import (
    Action,
    Evidence,
    Finding,
    Question,
    Record,
    Report,
    ResponseItem,
    StatusEvent,
    TargetChange,
)
from jasp_desktop.domain.vocabulary import (
    FindingKind,
    ForceStatus,
    HmicfrsPosition,
    QuestionState,
    Track,
)
from jasp_desktop.store import register
from jasp_desktop.store.database import Database

_RANKS = list(ForceStatus)


@dataclass(frozen=True)
class PlainRegister:
    """Every record of a register, and the date of its data."""

    records: Sequence[Record]
    as_at: date | None

    @classmethod
    def of(cls, database: Database) -> "PlainRegister":
        """Read a whole register."""
        with database.reading() as session:
            panel = register.read_panel(session)
            records = [
                record
                for kind in RECORD_TYPES.values()
                for record in register.read_records(session, kind)
            ]
        return cls(records, panel.as_at if panel else None)

    def all[R: Record](self, kind: type[R]) -> list[R]:
        """Return the records of one table."""
        return [record for record in self.records if isinstance(record, kind)]

    @cached_property
    def findings(self) -> "list[PlainFinding]":
        """Return every finding with what is derived of it."""
        return [PlainFinding(self, finding) for finding in self.all(Finding)]

    def latest_word(self, uid: str, track: Track) -> str | None:
        """Return the last status of a record on one track."""
        events = [
            event
            for event in self.all(StatusEvent)
            if event.subject.uid == uid and event.track is track
        ]
        last = max(events, key=lambda event: (event.date, event.uid), default=None)
        return None if last is None else last.status

    def is_open(self, action: Action) -> bool:
        """Tell whether the force has something to do on an action."""
        word = self.latest_word(action.uid, Track.FORCE)
        return word is None or ForceStatus(word).is_open

    def is_overdue(self, action: Action) -> bool:
        """Tell whether an action is open and its target before the date of the data."""
        due = action.target
        return (
            self.as_at is not None and due is not None and self.is_open(action) and due < self.as_at
        )


@dataclass(frozen=True)
class PlainFinding:
    """One finding."""

    register: PlainRegister
    finding: Finding

    @cached_property
    def actions(self) -> list[Action]:
        """Return its actions; one linked twice counts twice, as it stands in the register."""
        return [
            action
            for action in self.register.all(Action)
            for uid in action.findings
            if uid == self.finding.uid
        ]

    @cached_property
    def status(self) -> ForceStatus | None:
        """Return the force's word on it, else the least advanced of its actions'."""
        own = self.register.latest_word(self.finding.uid, Track.FORCE)
        if own is not None:
            return ForceStatus(own)
        words = [self.register.latest_word(action.uid, Track.FORCE) for action in self.actions]
        known = [ForceStatus(word) for word in words if word is not None]
        ranks = [_RANKS.index(word if word.is_known else ForceStatus.IN_PROGRESS) for word in known]
        return _RANKS[min(ranks)] if ranks else None

    @property
    def is_open(self) -> bool:
        """Tell whether the force still has something to do."""
        return self.status is None or self.status.is_open

    @cached_property
    def targets(self) -> list[date]:
        """Return the targets of its open actions."""
        return [
            action.target
            for action in self.actions
            if action.target is not None and self.register.is_open(action)
        ]

    @cached_property
    def overdue(self) -> list[date]:
        """Return the targets of its overdue actions."""
        return [
            action.target
            for action in self.actions
            if action.target is not None and self.register.is_overdue(action)
        ]

    @cached_property
    def moves(self) -> int:
        """Return how often a target of its actions moved from an earlier date."""
        return sum(
            change.from_ is not None and change.action == action.uid
            for action in self.actions
            for change in self.register.all(TargetChange)
        )

    @cached_property
    def has_evidence(self) -> bool:
        """Tell whether any of its actions has evidence."""
        proven = {evidence.action for evidence in self.register.all(Evidence)}
        return any(action.uid in proven for action in self.actions)

    @cached_property
    def has_response(self) -> bool:
        """Tell whether a passage of a response answers it."""
        return any(self.finding.uid in item.findings for item in self.register.all(ResponseItem))

    @cached_property
    def questions(self) -> int:
        """Return how many questions the panel has on it and on its actions."""
        return len(questions_on(self.register, {self.finding.uid, *(a.uid for a in self.actions)}))

    @property
    def lacks_response(self) -> bool:
        """Tell whether a missing response is worth showing."""
        return self.finding.kind in ANSWERED_KINDS and self.is_open and not self.has_response

    @property
    def position(self) -> HmicfrsPosition:
        """Return the inspectorate's position."""
        word = self.register.latest_word(self.finding.uid, Track.HMICFRS)
        return HmicfrsPosition(word or "not_known")

    @property
    def reference(self) -> str | None:
        """Return the first reference among its actions."""
        return min((a.reference for a in self.actions if a.reference is not None), default=None)

    @property
    def report(self) -> Report:
        """Return its report."""
        reports = self.register.all(Report)
        return next(each for each in reports if each.uid == self.finding.report)

    def is_shown(self, which: FindingFilter) -> bool:
        """Tell whether a filter shows it."""
        return {
            FindingFilter.ALL: True,
            FindingFilter.OPEN: self.is_open,
            FindingFilter.OVERDUE: bool(self.overdue),
            FindingFilter.DATE_MOVED: self.moves > 0,
            FindingFilter.NO_RESPONSE: self.lacks_response,
            FindingFilter.CLOSED: not self.is_open,
            FindingFilter.CLOSED_WITHOUT_EVIDENCE: not self.is_open and not self.has_evidence,
            FindingFilter.WITH_QUESTIONS: self.questions > 0,
        }[which]

    def key(self, order: FindingOrder) -> tuple[object, ...]:
        """Return what an order sorts it by."""
        target = min(self.targets, default=date.max)
        # A word of a later program comes after all that are known.
        kinds, positions = list(FindingKind), list(HmicfrsPosition)
        status = self.status
        keys: dict[FindingOrder, tuple[object, ...]] = {
            FindingOrder.ATTENTION: (self._attention(), min(self.overdue, default=target)),
            FindingOrder.REFERENCE: (
                _name(self.report) if self.reference is None else self.reference,
            ),
            FindingOrder.FINDING: (
                kinds.index(self.finding.kind) if self.finding.kind in kinds else len(kinds),
            ),
            FindingOrder.FORCE_STATUS: (_RANKS.index(status) if status in _RANKS else len(_RANKS),),
            FindingOrder.TARGET: (target,),
            FindingOrder.HMICFRS_POSITION: (
                positions.index(self.position) if self.position in positions else len(positions),
            ),
            FindingOrder.QUESTIONS: (self.questions,),
        }
        return keys[order]

    def _attention(self) -> int:
        if self.overdue:
            return 0
        if self.lacks_response:
            return 1
        if self.is_open:
            return 2 if self.moves else 3
        return 4


def _name(report: Report) -> str:
    return report.title if report.short_title is None else report.short_title


def questions_on(plain: PlainRegister, uids: set[str]) -> list[Question]:
    """Return the questions the panel has on any of some records; a member's own are not its."""
    own = {QuestionState.DRAFT, QuestionState.READY}
    return [
        question
        for question in plain.all(Question)
        if question.state not in own and question.subject and question.subject.uid in uids
    ]
