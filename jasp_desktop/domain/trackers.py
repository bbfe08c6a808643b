"""A force's tracker as a table: what its columns say, what a row says, what became of each row."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from jasp_desktop.domain.changes import Act
from jasp_desktop.domain.identity import ActionUid, ReportUid
from jasp_desktop.domain.imports import ImportProblem, MissingRow, RowCounts
from jasp_desktop.domain.records import Record
from jasp_desktop.domain.vocabulary import ForceStatus, HmicfrsPosition


class TrackerField(StrEnum):
    """What a column of a tracker can say."""

    REFERENCE = "tracker_reference"
    """The tracker's own reference of the line (“4A-000123”)."""
    REPORT = "report"
    """The title of the inspection report that the row is about."""
    PUBLISHED = "published"
    """The day that report was published."""
    FINDING_NUMBER = "finding_number"
    """The number of the recommendation as printed in its report (“Rec No.”)."""
    FINDING_TEXT = "finding_text"
    """The recommendation's own words."""
    FINDING_KIND = "finding_kind"
    """Recommendation, AFI, cause of concern."""
    SUB_NUMBER = "sub_number"
    SUB_TEXT = "sub_text"
    """A part of the recommendation (“Sub recommendation”)."""
    ACTION_TEXT = "action_text"
    """What the force has undertaken (“Initial action plan response”, “Response”)."""
    EXECUTIVE_LEAD = "executive_lead"
    OWNER = "owner"
    ORIGINAL_TARGET = "original_target"
    TARGET = "target"
    TARGET_REASON = "target_reason"
    """Why the target moved."""
    STATUS = "status"
    """The force's status, in the tracker's words."""
    CLOSED_ON = "closed_on"
    HMICFRS_POSITION = "hmicfrs_position"
    RAG = "rag_as_reported"
    RISK = "risk"
    EVIDENCE_TEST = "evidence_test"
    """What would show that the action is done."""
    EVIDENCE = "evidence"
    """Where the proof is held, in the tracker's words."""
    UPDATE = "update"
    """The words of one round; a tracker may have a column for each round."""
    UPDATED_ON = "updated_on"
    """The day the latest update was made."""


class DateOrder(StrEnum):
    """How a person says that the dates of a column which can be read two ways are read."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"
    LEAVE_BLANK = "leave_blank"


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnUse:
    """What one column is read as; ``column`` counts from 0. None: the column is not read.

    ``as_at`` is the round of a column of updates. ``order`` is a person's own choice, and matters
    only where a date of the column can be read two ways.
    """

    column: int
    heading: str
    field: TrackerField | None = None
    as_at: date | None = None
    order: DateOrder | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackerMapping:
    """How the sheets of one tracker are read.

    ``tracker`` names the tracker: rows are found again, and missed, within it. ``header_row`` is
    the last row of the headings, from 1. ``statuses`` says what the tracker's own words for a
    status mean, by the words in lower case. ``report`` is what every row is about where no column
    says it.
    """

    name: str
    tracker: str
    sheet: str
    header_row: int
    columns: tuple[ColumnUse, ...]
    statuses: Mapping[str, ForceStatus] = field(default_factory=dict)
    positions: Mapping[str, HmicfrsPosition] = field(default_factory=dict)
    report: ReportUid | None = None

    def column_of(self, field: TrackerField) -> ColumnUse | None:
        """Return the first column that is read as a field."""
        return next((use for use in self.columns if use.field is field), None)

    def headings(self) -> tuple[str, ...]:
        """Return the headings of the columns that are read, by which a mapping is recognised."""
        return tuple(use.heading for use in self.columns if use.field is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundUpdate:
    """What a row says for one round; without a date it is of the import's own."""

    as_at: date | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackerRow:
    """One row as it was read. A cell that is blank, or that no column brings, is None.

    ``number`` is the row of the sheet, from 1. ``waiting`` names the cells that can be read two
    ways and need a person; ``faults`` the cells that cannot be read at all, so that the row is
    rejected; ``remarks`` what a person should know although the row counts.
    """

    number: int
    reference: str | None = None
    report: str | None = None
    published: date | None = None
    finding_number: str | None = None
    finding_text: str | None = None
    finding_kind: str | None = None
    sub_number: str | None = None
    sub_text: str | None = None
    action_text: str | None = None
    executive_lead: str | None = None
    owner: str | None = None
    original_target: date | None = None
    target: date | None = None
    target_reason: str | None = None
    status: ForceStatus | None = None
    closed_on: date | None = None
    updated_on: date | None = None
    hmicfrs_position: HmicfrsPosition | None = None
    rag_as_reported: str | None = None
    risk: str | None = None
    evidence_test: str | None = None
    evidence: str | None = None
    updates: tuple[RoundUpdate, ...] = ()
    waiting: tuple[ImportProblem, ...] = ()
    faults: tuple[ImportProblem, ...] = ()
    remarks: tuple[ImportProblem, ...] = ()


class Fate(StrEnum):
    """What becomes of a row."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"
    WAITING = "waiting"
    """It needs a person first: a date that can be read two ways, or a match to confirm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One value before and after; ``name`` is a field of the open format (“target”, “owner”)."""

    name: str
    before: str | date | None
    after: str | date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An action that a row without a known reference may be; ``likeness`` in per cent."""

    action: ActionUid
    label: str
    text: str
    likeness: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RowOutcome:
    """What one row would do."""

    row: int
    fate: Fate
    label: str
    text: str
    action: ActionUid | None = None
    changes: tuple[FieldChange, ...] = ()
    problems: tuple[ImportProblem, ...] = ()
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """What a person decided about single rows and cells of one file.

    ``corrections`` gives words for a cell, by row from 1 and column from 0; ``matches`` the action
    that a row is, or None for a new one; ``left_out`` the rows that shall not count.
    """

    corrections: Mapping[tuple[int, int], str] = field(default_factory=dict)
    matches: Mapping[int, ActionUid | None] = field(default_factory=dict)
    left_out: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackerPlan:
    """What importing a tracker would do; nothing has changed yet.

    ``remarks`` are on the whole file, those on a row are with its outcome.
    """

    file: str
    sha256: str
    mapping: TrackerMapping
    as_at: date
    outcomes: tuple[RowOutcome, ...]
    missing: tuple[MissingRow, ...]
    act: Act[Record]
    waiting: int
    remarks: tuple[ImportProblem, ...] = ()

    @property
    def rows(self) -> RowCounts:
        """Return the counts; a row that waits counts as rejected until it is settled."""
        fates = [outcome.fate for outcome in self.outcomes]
        return RowCounts(
            read=len(fates),
            added=fates.count(Fate.ADDED),
            changed=fates.count(Fate.CHANGED),
            unchanged=fates.count(Fate.UNCHANGED),
            missing=len(self.missing),
            rejected=fates.count(Fate.REJECTED) + self.waiting,
        )
