"""A dismissed prompt keeps its label, its facts and their fingerprint."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table anew: SQLite cannot change a constraint."""
    op.rename_table("dismissed_prompt", "older_dismissed_prompt")
    op.create_table(
        "dismissed_prompt",
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("subject_table", sa.Text(), nullable=False),
        sa.Column("subject_uid", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dismissed_prompt")),
        sa.UniqueConstraint(
            "subject_uid",
            "rule",
            "fingerprint",
            name=op.f("uq_dismissed_prompt_subject_uid_rule_fingerprint"),
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_dismissed_prompt_uid")),
    )
    op.execute(
        """
        INSERT INTO dismissed_prompt
            (label, fingerprint, quote, rule, reason, at, subject_table, subject_uid, id, uid)
        SELECT '', '', '', rule, reason, at, subject_table, subject_uid, id, uid
        FROM older_dismissed_prompt
        """
    )
    op.drop_table("older_dismissed_prompt")
