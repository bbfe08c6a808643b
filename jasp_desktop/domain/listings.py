"""The lines of lists: what a page shows of many records at once."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jasp_desktop.domain.dates import days
from jasp_desktop.domain.identity import ActionUid, FindingUid, MeetingUid, ReportUid
from jasp_desktop.domain.records import Meeting, Report
from jasp_desktop.domain.section55 import Section55Clock
from jasp_desktop.domain.vocabulary import FindingKind, ForceStatus, HmicfrsPosition


class FindingFilter(StrEnum):
    """Which findings a list shows."""

    ALL = "all"
    OPEN = "open"
    OVERDUE = "overdue"
    DATE_MOVED = "date_moved"
    NO_RESPONSE = "no_response"
    CLOSED = "closed"
    CLOSED_WITHOUT_EVIDENCE = "closed_without_evidence"
    WITH_QUESTIONS = "with_questions"


class FindingOrder(StrEnum):
    """What a list of findings is sorted by."""

    ATTENTION = "attention"
    REFERENCE = "reference"
    FINDING = "finding"
    FORCE_STATUS = "force_status"
    TARGET = "target"
    HMICFRS_POSITION = "hmicfrs_position"
    QUESTIONS = "questions"


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingQuery:
    """A filter, an order, and optionally one report, one meeting's agenda, or words to find."""

    filter: FindingFilter = FindingFilter.ALL
    order: FindingOrder = FindingOrder.ATTENTION
    descending: bool = False
    report: ReportUid | None = None
    meeting: MeetingUid | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLine:
    """A finding in a list, with what is derived of it as at the date of the data.

    ``force_status`` is the force's latest word on the finding itself; where it has said none,
    the least advanced status of its actions. ``target`` is the earliest current target of its
    open actions; ``questions`` counts those that the panel has on it and on its actions.
    """

    uid: FindingUid
    kind: FindingKind
    reference: str
    label: str
    theme: str | None
    text: str
    report: ReportUid
    report_name: str
    force_status: ForceStatus | None
    hmicfrs_position: HmicfrsPosition
    target: date | None
    overdue_days: int
    moves: int
    actions: int
    overdue_actions: int
    has_response: bool
    has_evidence: bool
    questions: int

    @property
    def is_open(self) -> bool:
        """Tell whether the force still has something to do."""
        return self.force_status is None or self.force_status.is_open

    @property
    def attention(self) -> tuple[str, str] | None:
        """Return the mark and the words of what most needs a look; None when nothing does."""
        if self.overdue_days:
            return "overdue", f"Overdue {days(self.overdue_days)}"
        if not self.has_response and self.is_open and self.kind in ANSWERED_KINDS:
            return "no_response", "No response"
        if self.moves and self.is_open:
            times = {1: "once", 2: "twice"}.get(self.moves, f"{self.moves} times")
            return "date_moved", f"Date moved {times}"
        return None


ANSWERED_KINDS = frozenset(
    {
        FindingKind.RECOMMENDATION,
        FindingKind.CAUSE_OF_CONCERN,
        FindingKind.ACCELERATED_CAUSE_OF_CONCERN,
        FindingKind.AREA_FOR_IMPROVEMENT,
    }
)
"""Kinds whose missing response is worth showing; practice and key findings ask for none."""


@dataclass(frozen=True, slots=True)
class FindingTotals:
    """How many findings each filter holds, by the filter."""

    counts: dict[FindingFilter, int]

    def __getitem__(self, which: FindingFilter) -> int:
        return self.counts[which]


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report in the list of reports; ``clock`` where comments are due or were given."""

    report: Report
    clock: Section55Clock | None
    counts: tuple[tuple[FindingKind, int], ...]
    open_findings: int
    responses: int

    @property
    def findings(self) -> int:
        """Return how many findings it has."""
        return sum(count for _, count in self.counts)

    @property
    def has_recommendations(self) -> bool:
        """Tell whether it recommends anything."""
        return any(kind is FindingKind.RECOMMENDATION for kind, _ in self.counts)


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting in the list of meetings."""

    meeting: Meeting
    items: int
    findings: int


@dataclass(frozen=True, slots=True)
class OverdueAction:
    """An open action whose target lies before the date of the data."""

    uid: ActionUid
    reference: str
    text: str
    target: date
    overdue_days: int
    finding: FindingUid | None


@dataclass(frozen=True, slots=True)
class UnansweredQuestion:
    """A question that was asked and has no answer yet."""

    text: str
    asked_on: date | None
    answer_due: date | None
    finding: FindingUid | None


@dataclass(frozen=True, slots=True)
class MovedTarget:
    """A target that moved since a date."""

    reference: str
    to: date | None
    was_late: bool
    finding: FindingUid | None


@dataclass(frozen=True, slots=True)
class ClosedAction:
    """An action that the force closed since a date."""

    reference: str
    has_evidence: bool
    finding: FindingUid | None


@dataclass(frozen=True, slots=True)
class HomeContent:
    """What Home shows of the register."""

    as_at: date | None
    next_meeting: MeetingLine | None
    last_meeting: Meeting | None
    agenda_findings: tuple[FindingUid, ...]
    overdue: tuple[OverdueAction, ...]
    open_actions: int
    clocks: tuple[ReportLine, ...]
    unanswered: tuple[UnansweredQuestion, ...]
    moved: tuple[MovedTarget, ...]
    closed: tuple[ClosedAction, ...]
