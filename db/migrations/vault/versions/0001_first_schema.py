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
        "dismissed_prompt",
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("subject_table", sa.Text(), nullable=False),
        sa.Column("subject_uid", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dismissed_prompt")),
        sa.UniqueConstraint(
            "subject_uid", "rule", name=op.f("uq_dismissed_prompt_subject_uid_rule")
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_dismissed_prompt_uid")),
    )
    op.create_table(
        "draft_question",
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("meeting_uid", sa.Text(), nullable=True),
        sa.Column("from_prompt", sa.Text(), nullable=True),
        sa.Column("asked_of_snapshot", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.Column("subject_table", sa.Text(), nullable=False),
        sa.Column("subject_uid", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft_question")),
        sa.UniqueConstraint("uid", name=op.f("uq_draft_question_uid")),
    )
    op.create_index(
        op.f("ix_draft_question_deleted_at"), "draft_question", ["deleted_at"], unique=False
    )
    op.create_index(
        op.f("ix_draft_question_meeting_uid"), "draft_question", ["meeting_uid"], unique=False
    )
    op.create_index(
        op.f("ix_draft_question_subject_uid"), "draft_question", ["subject_uid"], unique=False
    )
    op.create_table(
        "mark",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("subject_table", sa.Text(), nullable=False),
        sa.Column("subject_uid", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mark")),
        sa.UniqueConstraint("subject_uid", "kind", name=op.f("uq_mark_subject_uid_kind")),
        sa.UniqueConstraint("uid", name=op.f("uq_mark_uid")),
    )
    op.create_table(
        "note",
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.Column("subject_table", sa.Text(), nullable=False),
        sa.Column("subject_uid", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note")),
        sa.UniqueConstraint("uid", name=op.f("uq_note_uid")),
    )
    op.create_index(op.f("ix_note_deleted_at"), "note", ["deleted_at"], unique=False)
    op.create_index(op.f("ix_note_subject_uid"), "note", ["subject_uid"], unique=False)
    op.create_table(
        "panel_answer_verdict",
        sa.Column("question_uid", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_panel_answer_verdict")),
        sa.UniqueConstraint("question_uid", name=op.f("uq_panel_answer_verdict_question_uid")),
        sa.UniqueConstraint("uid", name=op.f("uq_panel_answer_verdict_uid")),
    )
    op.create_table(
        "note_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("note_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["note_id"], ["note.id"], name=op.f("fk_note_version_note_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note_version")),
    )
    op.create_index(
        op.f("ix_note_version_note_id_at"), "note_version", ["note_id", "at"], unique=False
    )
