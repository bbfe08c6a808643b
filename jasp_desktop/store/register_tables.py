"""The register's tables.

They follow the records field by field (``domain.records``): a reference ``report`` is a column
``report_id``; a list ``areas`` of ``report`` is a table ``report_areas`` in its order; a subject is
one column for each table it may name, of which exactly one is filled. ``db/README.md`` explains
them in words.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Index, LargeBinary, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from jasp_desktop.store.columns import (
    Place,
    RecordTable,
    RowId,
    UtcTime,
    named_metadata,
    owned_by,
    refers_to,
)

_PRECISIONS = "in ('day', 'month', 'year')"
_MARKINGS = "marking in ('NONE', 'OFFICIAL', 'OFFICIAL-SENSITIVE')"


class RegisterTable(DeclarativeBase):
    """Base of the register's tables."""

    metadata = named_metadata()
    type_annotation_map = {
        str: Text(),
        datetime: UtcTime(),
        dict[str, Any]: JSON(none_as_null=True),
    }


class PanelRow(RegisterTable):
    __tablename__ = "panel"
    __table_args__ = (
        CheckConstraint("id = 1", name="only_one"),
        CheckConstraint("paper_lead_days >= 0", name="paper_lead_days"),
    )
    id: Mapped[RowId]
    name: Mapped[str]
    force: Mapped[str]
    pcc_title: Mapped[str]
    default_marking: Mapped[str]
    paper_lead_days: Mapped[int]
    as_at: Mapped[date | None]


class PanelBankHolidayRow(RegisterTable):
    __tablename__ = "panel_bank_holidays"
    panel_id: Mapped[int] = owned_by("panel")
    place: Mapped[Place]
    value: Mapped[date]


class PersonRow(RecordTable, RegisterTable):
    __tablename__ = "person"
    name: Mapped[str]
    role: Mapped[str | None]
    organisation: Mapped[str | None]
    kind: Mapped[str]
    term_from: Mapped[date | None]
    term_to: Mapped[date | None]


class ReportRow(RecordTable, RegisterTable):
    __tablename__ = "report"
    __table_args__ = (
        CheckConstraint(f"published_precision {_PRECISIONS}", name="published_precision"),
        CheckConstraint(_MARKINGS, name="marking"),
    )
    title: Mapped[str]
    short_title: Mapped[str | None]
    kind: Mapped[str]
    scope: Mapped[str | None]
    force_position: Mapped[str | None]
    published: Mapped[date | None] = mapped_column(index=True)
    published_precision: Mapped[str | None]
    fieldwork_from: Mapped[date | None]
    fieldwork_to: Mapped[date | None]
    cycle: Mapped[str | None]
    link: Mapped[str | None]
    summary: Mapped[str | None]
    marking: Mapped[str]
    s55_position: Mapped[str | None]
    s55_reason: Mapped[str | None]


class ReportInspectorateRow(RegisterTable):
    __tablename__ = "report_inspectorates"
    report_id: Mapped[int] = owned_by("report")
    place: Mapped[Place]
    value: Mapped[str]


class ReportAreaRow(RegisterTable):
    __tablename__ = "report_areas"
    report_id: Mapped[int] = owned_by("report")
    place: Mapped[Place]
    value: Mapped[str]


class ReportRelatedRow(RegisterTable):
    __tablename__ = "report_related"
    report_id: Mapped[int] = owned_by("report")
    place: Mapped[Place]
    part_report_id: Mapped[int] = refers_to("report")
    relation: Mapped[str]


class JudgementRow(RecordTable, RegisterTable):
    __tablename__ = "judgement"
    report_id: Mapped[int] = refers_to("report")
    area: Mapped[str]
    scale: Mapped[str]
    grade: Mapped[str]


class FindingRow(RecordTable, RegisterTable):
    __tablename__ = "finding"
    __table_args__ = (Index(None, "report_id", "position", "id"),)
    report_id: Mapped[int] = refers_to("report", index=False)
    parent_id: Mapped[int | None] = refers_to("finding")
    kind: Mapped[str] = mapped_column(index=True)
    number: Mapped[str | None]
    theme: Mapped[str | None]
    text: Mapped[str]
    applies: Mapped[str | None]
    applies_reason: Mapped[str | None]
    deadline_words: Mapped[str | None]
    deadline: Mapped[date | None]
    deadline_kind: Mapped[str]
    repeats_id: Mapped[int | None] = refers_to("finding")
    position: Mapped[int]


class FindingAddresseeRow(RegisterTable):
    __tablename__ = "finding_addressees"
    finding_id: Mapped[int] = owned_by("finding")
    place: Mapped[Place]
    value: Mapped[str]


class ResponseRow(RecordTable, RegisterTable):
    __tablename__ = "response"
    __table_args__ = (
        CheckConstraint(f"letter_date_precision {_PRECISIONS}", name="letter_date_precision"),
        CheckConstraint(f"published_precision {_PRECISIONS}", name="published_precision"),
    )
    author_role: Mapped[str]
    author: Mapped[str | None]
    addressee: Mapped[str | None]
    letter_date: Mapped[date | None]
    letter_date_precision: Mapped[str | None]
    published: Mapped[date | None]
    published_precision: Mapped[str | None]
    copied_hmicfrs: Mapped[date | None]
    copied_home_secretary: Mapped[date | None]
    status: Mapped[str | None]
    text: Mapped[str | None]
    document_id: Mapped[int | None] = refers_to("document")


class ResponseReportRow(RegisterTable):
    __tablename__ = "response_reports"
    response_id: Mapped[int] = owned_by("response")
    place: Mapped[Place]
    report_id: Mapped[int] = refers_to("report")


class ResponseItemRow(RecordTable, RegisterTable):
    __tablename__ = "response_item"
    response_id: Mapped[int] = refers_to("response")
    position: Mapped[str | None]
    text: Mapped[str]


class ResponseItemFindingRow(RegisterTable):
    __tablename__ = "response_item_findings"
    response_item_id: Mapped[int] = owned_by("response_item")
    place: Mapped[Place]
    finding_id: Mapped[int] = refers_to("finding")


class ActionRow(RecordTable, RegisterTable):
    __tablename__ = "action"
    reference: Mapped[str | None] = mapped_column(index=True)
    tracker_reference: Mapped[str | None] = mapped_column(index=True)
    text: Mapped[str]
    executive_lead: Mapped[str | None]
    owner: Mapped[str | None] = mapped_column(index=True)
    original_target: Mapped[date | None]
    target: Mapped[date | None] = mapped_column(index=True)
    evidence_test: Mapped[str | None]
    risk: Mapped[str | None]
    rag_as_reported: Mapped[str | None]


class ActionFindingRow(RegisterTable):
    __tablename__ = "action_findings"
    action_id: Mapped[int] = owned_by("action")
    place: Mapped[Place]
    finding_id: Mapped[int] = refers_to("finding")


class TargetChangeRow(RecordTable, RegisterTable):
    __tablename__ = "target_change"
    __table_args__ = (Index(None, "action_id", "changed_on"),)
    action_id: Mapped[int] = refers_to("action", index=False)
    from_: Mapped[date | None] = mapped_column("from")
    to: Mapped[date | None]
    changed_on: Mapped[date | None]
    reason: Mapped[str | None]
    agreed_by: Mapped[str | None]
    batch_id: Mapped[int | None] = refers_to("import_batch")


class UpdateRow(RecordTable, RegisterTable):
    __tablename__ = "update"
    __table_args__ = (Index(None, "action_id", "as_at"),)
    action_id: Mapped[int] = refers_to("action", index=False)
    as_at: Mapped[date | None]
    author: Mapped[str | None]
    text: Mapped[str]
    batch_id: Mapped[int | None] = refers_to("import_batch")


class StatusEventRow(RecordTable, RegisterTable):
    __tablename__ = "status_event"
    __table_args__ = (
        CheckConstraint("track in ('force', 'hmicfrs')", name="track"),
        CheckConstraint(
            "(subject_report_id is not null) + (subject_finding_id is not null)"
            " + (subject_action_id is not null) = 1",
            name="one_subject",
        ),
        Index(None, "subject_finding_id", "track", "date"),
        Index(None, "subject_action_id", "track", "date"),
    )
    subject_report_id: Mapped[int | None] = refers_to("report")
    subject_finding_id: Mapped[int | None] = refers_to("finding", index=False)
    subject_action_id: Mapped[int | None] = refers_to("action", index=False)
    track: Mapped[str]
    date: Mapped[date]
    status: Mapped[str]
    comment: Mapped[str | None]
    source: Mapped[str | None]
    batch_id: Mapped[int | None] = refers_to("import_batch")


class EvidenceRow(RecordTable, RegisterTable):
    __tablename__ = "evidence"
    action_id: Mapped[int] = refers_to("action")
    title: Mapped[str]
    kind: Mapped[str]
    dated: Mapped[date | None]
    held_at: Mapped[str | None]
    seen_by_id: Mapped[int | None] = refers_to("person")
    seen_on: Mapped[date | None]


class PhaseRow(RecordTable, RegisterTable):
    __tablename__ = "phase"
    phase: Mapped[str]
    from_: Mapped[date] = mapped_column("from", index=True)
    to: Mapped[date | None]
    source: Mapped[str | None]


class MeetingRow(RecordTable, RegisterTable):
    __tablename__ = "meeting"
    held_on: Mapped[date] = mapped_column(index=True)
    starts_at: Mapped[str | None]
    venue: Mapped[str | None]
    openness: Mapped[str]
    paper_deadline: Mapped[date | None]
    despatched_on: Mapped[date | None]
    status: Mapped[str]


class MeetingAttendanceRow(RegisterTable):
    __tablename__ = "meeting_attendance"
    meeting_id: Mapped[int] = owned_by("meeting")
    place: Mapped[Place]
    person_id: Mapped[int] = refers_to("person")
    attended: Mapped[str]


class AgendaItemRow(RecordTable, RegisterTable):
    __tablename__ = "agenda_item"
    __table_args__ = (CheckConstraint(_MARKINGS, name="marking"),)
    meeting_id: Mapped[int] = refers_to("meeting")
    number: Mapped[str]
    title: Mapped[str]
    purpose: Mapped[str | None]
    author_id: Mapped[int | None] = refers_to("person")
    openness: Mapped[str]
    openness_reason: Mapped[str | None]
    marking: Mapped[str]


class AgendaItemCoveringSectionRow(RegisterTable):
    __tablename__ = "agenda_item_covering_sections"
    agenda_item_id: Mapped[int] = owned_by("agenda_item")
    place: Mapped[Place]
    heading: Mapped[str]
    text: Mapped[str]


class AgendaItemReportRow(RegisterTable):
    __tablename__ = "agenda_item_reports"
    agenda_item_id: Mapped[int] = owned_by("agenda_item")
    place: Mapped[Place]
    report_id: Mapped[int] = refers_to("report")


class AgendaItemFindingRow(RegisterTable):
    __tablename__ = "agenda_item_findings"
    agenda_item_id: Mapped[int] = owned_by("agenda_item")
    place: Mapped[Place]
    finding_id: Mapped[int] = refers_to("finding")


class AgendaItemDocumentRow(RegisterTable):
    __tablename__ = "agenda_item_documents"
    agenda_item_id: Mapped[int] = owned_by("agenda_item")
    place: Mapped[Place]
    document_id: Mapped[int] = refers_to("document")


class QuestionRow(RecordTable, RegisterTable):
    __tablename__ = "question"
    __table_args__ = (
        CheckConstraint(
            "(subject_report_id is not null) + (subject_finding_id is not null)"
            " + (subject_response_id is not null) + (subject_response_item_id is not null)"
            " + (subject_action_id is not null) + (subject_meeting_id is not null)"
            " + (subject_agenda_item_id is not null) <= 1",
            name="one_subject",
        ),
    )
    member_id: Mapped[int | None] = refers_to("person")
    subject_report_id: Mapped[int | None] = refers_to("report")
    subject_finding_id: Mapped[int | None] = refers_to("finding")
    subject_response_id: Mapped[int | None] = refers_to("response")
    subject_response_item_id: Mapped[int | None] = refers_to("response_item")
    subject_action_id: Mapped[int | None] = refers_to("action")
    subject_meeting_id: Mapped[int | None] = refers_to("meeting")
    subject_agenda_item_id: Mapped[int | None] = refers_to("agenda_item")
    kind: Mapped[str | None]
    text: Mapped[str]
    state: Mapped[str] = mapped_column(index=True)
    meeting_id: Mapped[int | None] = refers_to("meeting")
    agenda_item_id: Mapped[int | None] = refers_to("agenda_item")
    minute: Mapped[str | None]
    answer: Mapped[str | None]
    answered_by_id: Mapped[int | None] = refers_to("person")
    answered_on: Mapped[date | None]
    answer_due: Mapped[date | None]
    verdict: Mapped[str | None]
    merged_into_id: Mapped[int | None] = refers_to("question")
    follows_id: Mapped[int | None] = refers_to("question")
    asked_of_snapshot: Mapped[str | None]


class QuestionStateRow(RegisterTable):
    __tablename__ = "question_states"
    question_id: Mapped[int] = owned_by("question")
    place: Mapped[Place]
    state: Mapped[str]
    on: Mapped[date]


class PanelActionRow(RecordTable, RegisterTable):
    __tablename__ = "panel_action"
    number: Mapped[str]
    text: Mapped[str]
    question_id: Mapped[int | None] = refers_to("question")
    owner_id: Mapped[int | None] = refers_to("person")
    due: Mapped[date | None]
    outcome: Mapped[str | None]
    closed_on: Mapped[date | None]
    carried_from_id: Mapped[int | None] = refers_to("panel_action")


class WorkPlanEntryRow(RecordTable, RegisterTable):
    __tablename__ = "work_plan_entry"
    title: Mapped[str]
    meeting_id: Mapped[int | None] = refers_to("meeting")


class DocumentRow(RecordTable, RegisterTable):
    __tablename__ = "document"
    title: Mapped[str]
    media_type: Mapped[str]
    sha256: Mapped[str] = mapped_column(index=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
    text: Mapped[str | None]


class ImportBatchRow(RecordTable, RegisterTable):
    __tablename__ = "import_batch"
    file: Mapped[str]
    sha256: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str]
    at: Mapped[datetime]
    mapping: Mapped[dict[str, Any] | None]
    counts: Mapped[dict[str, Any] | None]
    certificate: Mapped[str | None]
    undone_at: Mapped[datetime | None]


class JournalEntryRow(RegisterTable):
    __tablename__ = "journal_entry"
    id: Mapped[RowId]
    at: Mapped[datetime]
    words: Mapped[str]
    # A name, not a reference: the entry outlives a batch that is taken away again.
    batch_uid: Mapped[str | None] = mapped_column(index=True)
    file: Mapped[str | None]


class JournalLineRow(RegisterTable):
    __tablename__ = "journal_line"
    __table_args__ = (
        CheckConstraint("deed in ('added', 'changed', 'removed')", name="deed"),
        Index("ix_journal_line_table_uid", "table_name", "uid"),
    )
    entry_id: Mapped[int] = owned_by("journal_entry")
    place: Mapped[Place]
    table_name: Mapped[str]
    uid: Mapped[str]
    deed: Mapped[str]
    before: Mapped[dict[str, Any] | None]


class TrackerMappingRow(RegisterTable):
    __tablename__ = "tracker_mapping"
    id: Mapped[RowId]
    name: Mapped[str] = mapped_column(unique=True)
    mapping: Mapped[dict[str, Any]]
