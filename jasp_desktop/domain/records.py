"""The register's records, one class a table of the open format, under its names.

A name that Python keeps for itself carries a trailing underscore here (``from_``). References are
uids; a list of them is many-to-many. ``record_fields`` tells what each field is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from jasp_desktop.domain.dates import DatePrecision, PartialDate
from jasp_desktop.domain.identity import (
    ActionUid,
    AgendaItemUid,
    DocumentUid,
    EvidenceUid,
    FindingUid,
    ImportBatchUid,
    JudgementUid,
    MeetingUid,
    PanelActionUid,
    PersonUid,
    PhaseUid,
    QuestionUid,
    ReportUid,
    ResponseItemUid,
    ResponseUid,
    StatusEventUid,
    TargetChangeUid,
    Uid,
    UpdateUid,
    WorkPlanEntryUid,
)
from jasp_desktop.domain.vocabulary import (
    Applies,
    Attended,
    AuthorRole,
    BatchKind,
    DeadlineKind,
    EvidenceKind,
    FindingKind,
    ForcePosition,
    Grade,
    Marking,
    MeetingStatus,
    Openness,
    PersonKind,
    PhaseKind,
    Purpose,
    QuestionKind,
    QuestionState,
    Relation,
    ReportKind,
    ResponsePosition,
    ResponseStatus,
    Scale,
    Scope,
    Section55Position,
    Track,
    Verdict,
)

type Json = bool | int | float | str | list[Json] | dict[str, Json] | None


@dataclass(frozen=True, slots=True)
class Subject:
    """The record that something is about: its table in the open format and its uid."""

    table: str
    uid: Uid


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """The panel whose register this is; there is one."""

    name: str
    force: str
    pcc_title: str = "Police and Crime Commissioner"
    default_marking: Marking = Marking.OFFICIAL
    paper_lead_days: int = 5
    bank_holidays: tuple[date, ...] = ()
    as_at: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody the panel works with."""

    uid: PersonUid
    name: str
    role: str | None = None
    organisation: str | None = None
    kind: PersonKind
    term_from: date | None = None
    term_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedReport:
    """How a report stands to an earlier one."""

    report: ReportUid
    relation: Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An inspection report or letter."""

    uid: ReportUid
    title: str
    short_title: str | None = None
    kind: ReportKind = ReportKind.OTHER
    scope: Scope | None = None
    force_position: ForcePosition | None = None
    inspectorates: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    published: date | None = None
    published_precision: DatePrecision | None = None
    fieldwork_from: date | None = None
    fieldwork_to: date | None = None
    cycle: str | None = None
    link: str | None = None
    summary: str | None = None
    marking: Marking = Marking.OFFICIAL
    s55_position: Section55Position | None = None
    s55_reason: str | None = None
    related: tuple[RelatedReport, ...] = ()

    @property
    def published_on(self) -> PartialDate | None:
        """Return the date of publication with what is known of it."""
        return PartialDate.of(self.published, self.published_precision)

    @property
    def name(self) -> str:
        """Return the short title where there is one."""
        return self.short_title or self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A grade that a report gave one area."""

    uid: JudgementUid
    report: ReportUid
    area: str
    scale: Scale
    grade: Grade


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something inspectors found; ``position`` is its place in its report, from 1."""

    uid: FindingUid
    report: ReportUid
    parent: FindingUid | None = None
    kind: FindingKind
    number: str | None = None
    theme: str | None = None
    text: str
    addressees: tuple[str, ...] = ()
    applies: Applies | None = None
    applies_reason: str | None = None
    deadline_words: str | None = None
    deadline: date | None = None
    deadline_kind: DeadlineKind = DeadlineKind.NONE
    repeats: FindingUid | None = None
    position: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """A letter or statement that answers one or more reports."""

    uid: ResponseUid
    reports: tuple[ReportUid, ...] = ()
    author_role: AuthorRole
    author: str | None = None
    addressee: str | None = None
    letter_date: date | None = None
    letter_date_precision: DatePrecision | None = None
    published: date | None = None
    published_precision: DatePrecision | None = None
    copied_hmicfrs: date | None = None
    copied_home_secretary: date | None = None
    status: ResponseStatus | None = None
    text: str | None = None
    document: DocumentUid | None = None

    @property
    def written_on(self) -> PartialDate | None:
        """Return the letter's date with what is known of it."""
        return PartialDate.of(self.letter_date, self.letter_date_precision)

    @property
    def published_on(self) -> PartialDate | None:
        """Return the date of publication with what is known of it."""
        return PartialDate.of(self.published, self.published_precision)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseItem:
    """A passage of a response and the findings that it answers."""

    uid: ResponseItemUid
    response: ResponseUid
    findings: tuple[FindingUid, ...] = ()
    position: ResponsePosition | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What the force has undertaken; a line of its tracker."""

    uid: ActionUid
    findings: tuple[FindingUid, ...] = ()
    reference: str | None = None
    tracker_reference: str | None = None
    text: str
    executive_lead: str | None = None
    owner: str | None = None
    original_target: date | None = None
    target: date | None = None
    evidence_test: str | None = None
    risk: str | None = None
    rag_as_reported: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetChange:
    """A target that moved; None for a target that was not there before or was taken away."""

    uid: TargetChangeUid
    action: ActionUid
    from_: date | None = None
    to: date | None = None
    changed_on: date | None = None
    reason: str | None = None
    agreed_by: str | None = None
    batch: ImportBatchUid | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """What the force said of an action in one round; never changed once recorded."""

    uid: UpdateUid
    action: ActionUid
    as_at: date | None = None
    author: str | None = None
    text: str
    batch: ImportBatchUid | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusEvent:
    """A status on one track; ``status`` is a ForceStatus or an HmicfrsPosition by its track."""

    uid: StatusEventUid
    subject: Subject
    track: Track
    date: date
    status: str
    comment: str | None = None
    source: str | None = None
    batch: ImportBatchUid | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where the proof of an action is held; a reference, never the document itself."""

    uid: EvidenceUid
    action: ActionUid
    title: str
    kind: EvidenceKind
    dated: date | None = None
    held_at: str | None = None
    seen_by: PersonUid | None = None
    seen_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A stretch of HMICFRS's monitoring of the force."""

    uid: PhaseUid
    phase: PhaseKind
    from_: date
    to: date | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """Whether a person came to a meeting."""

    person: PersonUid
    attended: Attended


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting of the panel; ``starts_at`` as “10:00”."""

    uid: MeetingUid
    held_on: date
    starts_at: str | None = None
    venue: str | None = None
    openness: Openness = Openness.PUBLIC
    paper_deadline: date | None = None
    despatched_on: date | None = None
    status: MeetingStatus = MeetingStatus.PLANNED
    attendance: tuple[Attendance, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveringSection:
    """A section of the covering report, under the panel's own heading."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """An item of an agenda with what it is about."""

    uid: AgendaItemUid
    meeting: MeetingUid
    number: str
    title: str
    purpose: Purpose | None = None
    author: PersonUid | None = None
    openness: Openness = Openness.PUBLIC
    openness_reason: str | None = None
    marking: Marking = Marking.OFFICIAL
    covering_sections: tuple[CoveringSection, ...] = ()
    reports: tuple[ReportUid, ...] = ()
    findings: tuple[FindingUid, ...] = ()
    documents: tuple[DocumentUid, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionStage:
    """The day a question reached a state."""

    state: QuestionState
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A member's question as the panel has it; ``minute`` says where its asking is minuted."""

    uid: QuestionUid
    member: PersonUid | None = None
    subject: Subject | None = None
    kind: QuestionKind | None = None
    text: str
    state: QuestionState
    states: tuple[QuestionStage, ...] = ()
    meeting: MeetingUid | None = None
    agenda_item: AgendaItemUid | None = None
    minute: str | None = None
    answer: str | None = None
    answered_by: PersonUid | None = None
    answered_on: date | None = None
    answer_due: date | None = None
    verdict: Verdict | None = None
    merged_into: QuestionUid | None = None
    follows: QuestionUid | None = None
    asked_of_snapshot: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelAction:
    """An entry of the panel's own action tracker (“Action 002”)."""

    uid: PanelActionUid
    number: str
    text: str
    question: QuestionUid | None = None
    owner: PersonUid | None = None
    due: date | None = None
    outcome: str | None = None
    closed_on: date | None = None
    carried_from: PanelActionUid | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkPlanEntry:
    """What a coming meeting is to take."""

    uid: WorkPlanEntryUid
    title: str
    meeting: MeetingUid | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An attached file: its bytes, their SHA-256 in hexadecimal, and the text read from them."""

    uid: DocumentUid
    title: str
    media_type: str
    sha256: str
    content: bytes
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportBatch:
    """One file that was imported, and what it did."""

    uid: ImportBatchUid
    file: str
    sha256: str
    kind: BatchKind
    at: datetime
    mapping: Mapping[str, Json] | None = None
    counts: Mapping[str, Json] | None = None
    certificate: str | None = None
    undone_at: datetime | None = None


type Record = (
    Person
    | Report
    | Judgement
    | Finding
    | Response
    | ResponseItem
    | Action
    | TargetChange
    | Update
    | StatusEvent
    | Evidence
    | Phase
    | Meeting
    | AgendaItem
    | Question
    | PanelAction
    | WorkPlanEntry
    | Document
    | ImportBatch
)
