"""Where the asking of a question is minuted."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Give questions a place for their minute; what stands in them stays."""
    op.add_column("question", sa.Column("minute", sa.Text(), nullable=True))
