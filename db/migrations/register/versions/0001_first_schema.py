"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "action",
        sa.Column("reference", sa.Text(), nullable=True),
        sa.Column("tracker_reference", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("executive_lead", sa.Text(), nullable=True),
        sa.Column("owner", sa.Text(), nullable=True),
        sa.Column("original_target", sa.Date(), nullable=True),
        sa.Column("target", sa.Date(), nullable=True),
        sa.Column("evidence_test", sa.Text(), nullable=True),
        sa.Column("risk", sa.Text(), nullable=True),
        sa.Column("rag_as_reported", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
        sa.UniqueConstraint("uid", name=op.f("uq_action_uid")),
    )
    op.create_index(op.f("ix_action_owner"), "action", ["owner"], unique=False)
    op.create_index(op.f("ix_action_reference"), "action", ["reference"], unique=False)
    op.create_index(op.f("ix_action_target"), "action", ["target"], unique=False)
    op.create_index(
        op.f("ix_action_tracker_reference"), "action", ["tracker_reference"], unique=False
    )
    op.create_table(
        "document",
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint("uid", name=op.f("uq_document_uid")),
    )
    op.create_index(op.f("ix_document_sha256"), "document", ["sha256"], unique=False)
    op.create_table(
        "import_batch",
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("mapping", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("counts", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("certificate", sa.Text(), nullable=True),
        sa.Column("undone_at", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_batch")),
        sa.UniqueConstraint("uid", name=op.f("uq_import_batch_uid")),
    )
    op.create_index(op.f("ix_import_batch_sha256"), "import_batch", ["sha256"], unique=False)
    op.create_table(
        "meeting",
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("starts_at", sa.Text(), nullable=True),
        sa.Column("venue", sa.Text(), nullable=True),
        sa.Column("openness", sa.Text(), nullable=False),
        sa.Column("paper_deadline", sa.Date(), nullable=True),
        sa.Column("despatched_on", sa.Date(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
        sa.UniqueConstraint("uid", name=op.f("uq_meeting_uid")),
    )
    op.create_index(op.f("ix_meeting_held_on"), "meeting", ["held_on"], unique=False)
    op.create_table(
        "panel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("force", sa.Text(), nullable=False),
        sa.Column("pcc_title", sa.Text(), nullable=False),
        sa.Column("default_marking", sa.Text(), nullable=False),
        sa.Column("paper_lead_days", sa.Integer(), nullable=False),
        sa.Column("as_at", sa.Date(), nullable=True),
        sa.CheckConstraint("id = 1", name=op.f("ck_panel_only_one")),
        sa.CheckConstraint("paper_lead_days >= 0", name=op.f("ck_panel_paper_lead_days")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_panel")),
    )
    op.create_table(
        "person",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("organisation", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("term_from", sa.Date(), nullable=True),
        sa.Column("term_to", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("uid", name=op.f("uq_person_uid")),
    )
    op.create_table(
        "phase",
        sa.Column("phase", sa.Text(), nullable=False),
        sa.Column("from", sa.Date(), nullable=False),
        sa.Column("to", sa.Date(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phase")),
        sa.UniqueConstraint("uid", name=op.f("uq_phase_uid")),
    )
    op.create_index(op.f("ix_phase_from"), "phase", ["from"], unique=False)
    op.create_table(
        "report",
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("short_title", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=True),
        sa.Column("force_position", sa.Text(), nullable=True),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("published_precision", sa.Text(), nullable=True),
        sa.Column("fieldwork_from", sa.Date(), nullable=True),
        sa.Column("fieldwork_to", sa.Date(), nullable=True),
        sa.Column("cycle", sa.Text(), nullable=True),
        sa.Column("link", sa.Text(), nullable=True),
        sa.Column("summary", sa.Text(), nullable=True),
        sa.Column("marking", sa.Text(), nullable=False),
        sa.Column("s55_position", sa.Text(), nullable=True),
        sa.Column("s55_reason", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "marking in ('NONE', 'OFFICIAL', 'OFFICIAL-SENSITIVE')", name=op.f("ck_report_marking")
        ),
        sa.CheckConstraint(
            "published_precision in ('day', 'month', 'year')",
            name=op.f("ck_report_published_precision"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
        sa.UniqueConstraint("uid", name=op.f("uq_report_uid")),
    )
    op.create_index(op.f("ix_report_published"), "report", ["published"], unique=False)
    op.create_table(
        "agenda_item",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=True),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("openness", sa.Text(), nullable=False),
        sa.Column("openness_reason", sa.Text(), nullable=True),
        sa.Column("marking", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "marking in ('NONE', 'OFFICIAL', 'OFFICIAL-SENSITIVE')",
            name=op.f("ck_agenda_item_marking"),
        ),
        sa.ForeignKeyConstraint(
            ["author_id"],
            ["person.id"],
            name=op.f("fk_agenda_item_author_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_agenda_item_meeting_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_item")),
        sa.UniqueConstraint("uid", name=op.f("uq_agenda_item_uid")),
    )
    op.create_index(op.f("ix_agenda_item_author_id"), "agenda_item", ["author_id"], unique=False)
    op.create_index(op.f("ix_agenda_item_meeting_id"), "agenda_item", ["meeting_id"], unique=False)
    op.create_table(
        "evidence",
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("dated", sa.Date(), nullable=True),
        sa.Column("held_at", sa.Text(), nullable=True),
        sa.Column("seen_by_id", sa.Integer(), nullable=True),
        sa.Column("seen_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"],
            ["action.id"],
            name=op.f("fk_evidence_action_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["seen_by_id"],
            ["person.id"],
            name=op.f("fk_evidence_seen_by_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
        sa.UniqueConstraint("uid", name=op.f("uq_evidence_uid")),
    )
    op.create_index(op.f("ix_evidence_action_id"), "evidence", ["action_id"], unique=False)
    op.create_index(op.f("ix_evidence_seen_by_id"), "evidence", ["seen_by_id"], unique=False)
    op.create_table(
        "finding",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("theme", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("applies", sa.Text(), nullable=True),
        sa.Column("applies_reason", sa.Text(), nullable=True),
        sa.Column("deadline_words", sa.Text(), nullable=True),
        sa.Column("deadline", sa.Date(), nullable=True),
        sa.Column("deadline_kind", sa.Text(), nullable=False),
        sa.Column("repeats_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["parent_id"],
            ["finding.id"],
            name=op.f("fk_finding_parent_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["repeats_id"],
            ["finding.id"],
            name=op.f("fk_finding_repeats_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["report.id"],
            name=op.f("fk_finding_report_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding")),
        sa.UniqueConstraint("uid", name=op.f("uq_finding_uid")),
    )
    op.create_index(op.f("ix_finding_kind"), "finding", ["kind"], unique=False)
    op.create_index(op.f("ix_finding_parent_id"), "finding", ["parent_id"], unique=False)
    op.create_index(op.f("ix_finding_repeats_id"), "finding", ["repeats_id"], unique=False)
    op.create_index(
        op.f("ix_finding_report_id_position_id"),
        "finding",
        ["report_id", "position", "id"],
        unique=False,
    )
    op.create_table(
        "judgement",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("area", sa.Text(), nullable=False),
        sa.Column("scale", sa.Text(), nullable=False),
        sa.Column("grade", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["report.id"],
            name=op.f("fk_judgement_report_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgement")),
        sa.UniqueConstraint("uid", name=op.f("uq_judgement_uid")),
    )
    op.create_index(op.f("ix_judgement_report_id"), "judgement", ["report_id"], unique=False)
    op.create_table(
        "meeting_attendance",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("attended", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_meeting_attendance_meeting_id"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_meeting_attendance_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("meeting_id", "place", name=op.f("pk_meeting_attendance")),
    )
    op.create_index(
        op.f("ix_meeting_attendance_person_id"), "meeting_attendance", ["person_id"], unique=False
    )
    op.create_table(
        "panel_bank_holidays",
        sa.Column("panel_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("value", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["panel_id"],
            ["panel.id"],
            name=op.f("fk_panel_bank_holidays_panel_id"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("panel_id", "place", name=op.f("pk_panel_bank_holidays")),
    )
    op.create_table(
        "report_areas",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["report.id"],
            name=op.f("fk_report_areas_report_id"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("report_id", "place", name=op.f("pk_report_areas")),
    )
    op.create_table(
        "report_inspectorates",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["report.id"],
            name=op.f("fk_report_inspectorates_report_id"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("report_id", "place", name=op.f("pk_report_inspectorates")),
    )
    op.create_table(
        "report_related",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("part_report_id", sa.Integer(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["part_report_id"],
            ["report.id"],
            name=op.f("fk_report_related_part_report_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["report.id"],
            name=op.f("fk_report_related_report_id"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("report_id", "place", name=op.f("pk_report_related")),
    )
    op.create_index(
        op.f("ix_report_related_part_report_id"), "report_related", ["part_report_id"], unique=False
    )
    op.create_table(
        "response",
        sa.Column("author_role", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("addressee", sa.Text(), nullable=True),
        sa.Column("letter_date", sa.Date(), nullable=True),
        sa.Column("letter_date_precision", sa.Text(), nullable=True),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("published_precision", sa.Text(), nullable=True),
        sa.Column("copied_hmicfrs", sa.Date(), nullable=True),
        sa.Column("copied_home_secretary", sa.Date(), nullable=True),
        sa.Column("status", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "letter_date_precision in ('day', 'month', 'year')",
            name=op.f("ck_response_letter_date_precision"),
        ),
        sa.CheckConstraint(
            "published_precision in ('day', 'month', 'year')",
            name=op.f("ck_response_published_precision"),
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["document.id"],
            name=op.f("fk_response_document_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_response")),
        sa.UniqueConstraint("uid", name=op.f("uq_response_uid")),
    )
    op.create_index(op.f("ix_response_document_id"), "response", ["document_id"], unique=False)
    op.create_table(
        "target_change",
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("from", sa.Date(), nullable=True),
        sa.Column("to", sa.Date(), nullable=True),
        sa.Column("changed_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("agreed_by", sa.Text(), nullable=True),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"],
            ["action.id"],
            name=op.f("fk_target_change_action_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"],
            ["import_batch.id"],
            name=op.f("fk_target_change_batch_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_target_change")),
        sa.UniqueConstraint("uid", name=op.f("uq_target_change_uid")),
    )
    op.create_index(
        op.f("ix_target_change_action_id_changed_on"),
        "target_change",
        ["action_id", "changed_on"],
        unique=False,
    )
    op.create_index(op.f("ix_target_change_batch_id"), "target_change", ["batch_id"], unique=False)
    op.create_table(
        "update",
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("as_at", sa.Date(), nullable=True),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"],
            ["action.id"],
            name=op.f("fk_update_action_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"],
            ["import_batch.id"],
            name=op.f("fk_update_batch_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_update")),
        sa.UniqueConstraint("uid", name=op.f("uq_update_uid")),
    )
    op.create_index(
        op.f("ix_update_action_id_as_at"), "update", ["action_id", "as_at"], unique=False
    )
    op.create_index(op.f("ix_update_batch_id"), "update", ["batch_id"], unique=False)
    op.create_table(
        "work_plan_entry",
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_work_plan_entry_meeting_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_work_plan_entry")),
        sa.UniqueConstraint("uid", name=op.f("uq_work_plan_entry_uid")),
    )
    op.create_index(
        op.f("ix_work_plan_entry_meeting_id"), "work_plan_entry", ["meeting_id"], unique=False
    )
    op.create_table(
        "action_findings",
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("finding_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"],
            ["action.id"],
            name=op.f("fk_action_findings_action_id"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["finding_id"],
            ["finding.id"],
            name=op.f("fk_action_findings_finding_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("action_id", "place", name=op.f("pk_action_findings")),
    )
    op.create_index(
        op.f("ix_action_findings_finding_id"), "action_findings", ["finding_id"], unique=False
    )
    op.create_table(
        "agenda_item_covering_sections",
        sa.Column("agenda_item_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agenda_item_id"],
            ["agenda_item.id"],
            name=op.f("fk_agenda_item_covering_sections_agenda_item_id"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint(
            "agenda_item_id", "place", name=op.f("pk_agenda_item_covering_sections")
        ),
    )
    op.create_table(
        "agenda_item_documents",
        sa.Column("agenda_item_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agenda_item_id"],
            ["agenda_item.id"],
            name=op.f("fk_agenda_item_documents_agenda_item_id"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["document.id"],
            name=op.f("fk_agenda_item_documents_document_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agenda_item_id", "place", name=op.f("pk_agenda_item_documents")),
    )
    op.create_index(
        op.f("ix_agenda_item_documents_document_id"),
        "agenda_item_documents",
        ["document_id"],
        unique=False,
    )
    op.create_table(
        "agenda_item_findings",
        sa.Column("agenda_item_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("finding_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agenda_item_id"],
            ["agenda_item.id"],
            name=op.f("fk_agenda_item_findings_agenda_item_id"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["finding_id"],
            ["finding.id"],
            name=op.f("fk_agenda_item_findings_finding_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agenda_item_id", "place", name=op.f("pk_agenda_item_findings")),
    )
    op.create_index(
        op.f("ix_agenda_item_findings_finding_id"),
        "agenda_item_findings",
        ["finding_id"],
        unique=False,
    )
    op.create_table(
        "agenda_item_reports",
        sa.Column("agenda_item_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agenda_item_id"],
            ["agenda_item.id"],
            name=op.f("fk_agenda_item_reports_agenda_item_id"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["report.id"],
            name=op.f("fk_agenda_item_reports_report_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agenda_item_id", "place", name=op.f("pk_agenda_item_reports")),
    )
    op.create_index(
        op.f("ix_agenda_item_reports_report_id"), "agenda_item_reports", ["report_id"], unique=False
    )
    op.create_table(
        "finding_addressees",
        sa.Column("finding_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["finding_id"],
            ["finding.id"],
            name=op.f("fk_finding_addressees_finding_id"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("finding_id", "place", name=op.f("pk_finding_addressees")),
    )
    op.create_table(
        "response_item",
        sa.Column("response_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["response_id"],
            ["response.id"],
            name=op.f("fk_response_item_response_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_response_item")),
        sa.UniqueConstraint("uid", name=op.f("uq_response_item_uid")),
    )
    op.create_index(
        op.f("ix_response_item_response_id"), "response_item", ["response_id"], unique=False
    )
    op.create_table(
        "response_reports",
        sa.Column("response_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["report.id"],
            name=op.f("fk_response_reports_report_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["response_id"],
            ["response.id"],
            name=op.f("fk_response_reports_response_id"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("response_id", "place", name=op.f("pk_response_reports")),
    )
    op.create_index(
        op.f("ix_response_reports_report_id"), "response_reports", ["report_id"], unique=False
    )
    op.create_table(
        "status_event",
        sa.Column("subject_report_id", sa.Integer(), nullable=True),
        sa.Column("subject_finding_id", sa.Integer(), nullable=True),
        sa.Column("subject_action_id", sa.Integer(), nullable=True),
        sa.Column("track", sa.Text(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.CheckConstraint("track in ('force', 'hmicfrs')", name=op.f("ck_status_event_track")),
        sa.CheckConstraint(
            "(subject_report_id is not null) + (subject_finding_id is not null) + (subject_action_id is not null) = 1",
            name=op.f("ck_status_event_one_subject"),
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"],
            ["import_batch.id"],
            name=op.f("fk_status_event_batch_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["subject_action_id"],
            ["action.id"],
            name=op.f("fk_status_event_subject_action_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["subject_finding_id"],
            ["finding.id"],
            name=op.f("fk_status_event_subject_finding_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["subject_report_id"],
            ["report.id"],
            name=op.f("fk_status_event_subject_report_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_status_event")),
        sa.UniqueConstraint("uid", name=op.f("uq_status_event_uid")),
    )
    op.create_index(op.f("ix_status_event_batch_id"), "status_event", ["batch_id"], unique=False)
    op.create_index(
        op.f("ix_status_event_subject_action_id_track_date"),
        "status_event",
        ["subject_action_id", "track", "date"],
        unique=False,
    )
    op.create_index(
        op.f("ix_status_event_subject_finding_id_track_date"),
        "status_event",
        ["subject_finding_id", "track", "date"],
        unique=False,
    )
    op.create_index(
        op.f("ix_status_event_subject_report_id"),
        "status_event",
        ["subject_report_id"],
        unique=False,
    )
    op.create_table(
        "question",
        sa.Column("member_id", sa.Integer(), nullable=True),
        sa.Column("subject_report_id", sa.Integer(), nullable=True),
        sa.Column("subject_finding_id", sa.Integer(), nullable=True),
        sa.Column("subject_response_id", sa.Integer(), nullable=True),
        sa.Column("subject_response_item_id", sa.Integer(), nullable=True),
        sa.Column("subject_action_id", sa.Integer(), nullable=True),
        sa.Column("subject_meeting_id", sa.Integer(), nullable=True),
        sa.Column("subject_agenda_item_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("agenda_item_id", sa.Integer(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_by_id", sa.Integer(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("answer_due", sa.Date(), nullable=True),
        sa.Column("verdict", sa.Text(), nullable=True),
        sa.Column("merged_into_id", sa.Integer(), nullable=True),
        sa.Column("follows_id", sa.Integer(), nullable=True),
        sa.Column("asked_of_snapshot", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(subject_report_id is not null) + (subject_finding_id is not null) + (subject_response_id is not null) + (subject_response_item_id is not null) + (subject_action_id is not null) + (subject_meeting_id is not null) + (subject_agenda_item_id is not null) <= 1",
            name=op.f("ck_question_one_subject"),
        ),
        sa.ForeignKeyConstraint(
            ["agenda_item_id"],
            ["agenda_item.id"],
            name=op.f("fk_question_agenda_item_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["answered_by_id"],
            ["person.id"],
            name=op.f("fk_question_answered_by_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["follows_id"],
            ["question.id"],
            name=op.f("fk_question_follows_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_question_meeting_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["person.id"],
            name=op.f("fk_question_member_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["merged_into_id"],
            ["question.id"],
            name=op.f("fk_question_merged_into_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["subject_action_id"],
            ["action.id"],
            name=op.f("fk_question_subject_action_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["subject_agenda_item_id"],
            ["agenda_item.id"],
            name=op.f("fk_question_subject_agenda_item_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["subject_finding_id"],
            ["finding.id"],
            name=op.f("fk_question_subject_finding_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["subject_meeting_id"],
            ["meeting.id"],
            name=op.f("fk_question_subject_meeting_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["subject_report_id"],
            ["report.id"],
            name=op.f("fk_question_subject_report_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["subject_response_id"],
            ["response.id"],
            name=op.f("fk_question_subject_response_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["subject_response_item_id"],
            ["response_item.id"],
            name=op.f("fk_question_subject_response_item_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question")),
        sa.UniqueConstraint("uid", name=op.f("uq_question_uid")),
    )
    op.create_index(
        op.f("ix_question_agenda_item_id"), "question", ["agenda_item_id"], unique=False
    )
    op.create_index(
        op.f("ix_question_answered_by_id"), "question", ["answered_by_id"], unique=False
    )
    op.create_index(op.f("ix_question_follows_id"), "question", ["follows_id"], unique=False)
    op.create_index(op.f("ix_question_meeting_id"), "question", ["meeting_id"], unique=False)
    op.create_index(op.f("ix_question_member_id"), "question", ["member_id"], unique=False)
    op.create_index(
        op.f("ix_question_merged_into_id"), "question", ["merged_into_id"], unique=False
    )
    op.create_index(op.f("ix_question_state"), "question", ["state"], unique=False)
    op.create_index(
        op.f("ix_question_subject_action_id"), "question", ["subject_action_id"], unique=False
    )
    op.create_index(
        op.f("ix_question_subject_agenda_item_id"),
        "question",
        ["subject_agenda_item_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_question_subject_finding_id"), "question", ["subject_finding_id"], unique=False
    )
    op.create_index(
        op.f("ix_question_subject_meeting_id"), "question", ["subject_meeting_id"], unique=False
    )
    op.create_index(
        op.f("ix_question_subject_report_id"), "question", ["subject_report_id"], unique=False
    )
    op.create_index(
        op.f("ix_question_subject_response_id"), "question", ["subject_response_id"], unique=False
    )
    op.create_index(
        op.f("ix_question_subject_response_item_id"),
        "question",
        ["subject_response_item_id"],
        unique=False,
    )
    op.create_table(
        "response_item_findings",
        sa.Column("response_item_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("finding_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["finding_id"],
            ["finding.id"],
            name=op.f("fk_response_item_findings_finding_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["response_item_id"],
            ["response_item.id"],
            name=op.f("fk_response_item_findings_response_item_id"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint(
            "response_item_id", "place", name=op.f("pk_response_item_findings")
        ),
    )
    op.create_index(
        op.f("ix_response_item_findings_finding_id"),
        "response_item_findings",
        ["finding_id"],
        unique=False,
    )
    op.create_table(
        "panel_action",
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=True),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("carried_from_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["carried_from_id"],
            ["panel_action.id"],
            name=op.f("fk_panel_action_carried_from_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["person.id"],
            name=op.f("fk_panel_action_owner_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["question.id"],
            name=op.f("fk_panel_action_question_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_panel_action")),
        sa.UniqueConstraint("uid", name=op.f("uq_panel_action_uid")),
    )
    op.create_index(
        op.f("ix_panel_action_carried_from_id"), "panel_action", ["carried_from_id"], unique=False
    )
    op.create_index(op.f("ix_panel_action_owner_id"), "panel_action", ["owner_id"], unique=False)
    op.create_index(
        op.f("ix_panel_action_question_id"), "panel_action", ["question_id"], unique=False
    )
    op.create_table(
        "question_states",
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["question.id"],
            name=op.f("fk_question_states_question_id"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("question_id", "place", name=op.f("pk_question_states")),
    )
