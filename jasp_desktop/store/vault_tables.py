"""The vault's tables: what one member wrote.

They name records by table and uid, never by row id: the vault outlives every register and pack.
"""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from jasp_desktop.store.columns import RecordTable, RowId, UtcTime, named_metadata


class VaultTable(DeclarativeBase):
    """Base of the vault's tables."""

    metadata = named_metadata()
    type_annotation_map = {str: Text(), datetime: UtcTime()}


class _AboutARecord(RecordTable):
    subject_table: Mapped[str]
    subject_uid: Mapped[str]


class NoteRow(_AboutARecord, VaultTable):
    __tablename__ = "note"
    __table_args__ = (Index(None, "subject_uid"),)
    label: Mapped[str]
    quote: Mapped[str | None]
    body: Mapped[str]
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None] = mapped_column(index=True)


class NoteVersionRow(VaultTable):
    __tablename__ = "note_version"
    __table_args__ = (Index(None, "note_id", "at"),)
    id: Mapped[RowId]
    note_id: Mapped[int] = mapped_column(ForeignKey("note.id", ondelete="CASCADE"))
    at: Mapped[datetime]
    body: Mapped[str]


class DraftQuestionRow(_AboutARecord, VaultTable):
    __tablename__ = "draft_question"
    __table_args__ = (Index(None, "subject_uid"),)
    label: Mapped[str]
    kind: Mapped[str | None]
    text: Mapped[str]
    state: Mapped[str]
    meeting_uid: Mapped[str | None] = mapped_column(index=True)
    from_prompt: Mapped[str | None]
    asked_of_snapshot: Mapped[str | None]
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None] = mapped_column(index=True)


class MarkRow(_AboutARecord, VaultTable):
    __tablename__ = "mark"
    __table_args__ = (UniqueConstraint("subject_uid", "kind"),)
    kind: Mapped[str]
    at: Mapped[datetime]


class DismissedPromptRow(_AboutARecord, VaultTable):
    __tablename__ = "dismissed_prompt"
    __table_args__ = (UniqueConstraint("subject_uid", "rule", "fingerprint"),)
    label: Mapped[str]
    rule: Mapped[str]
    fingerprint: Mapped[str]
    quote: Mapped[str]
    reason: Mapped[str]
    at: Mapped[datetime]


class PanelAnswerVerdictRow(RecordTable, VaultTable):
    __tablename__ = "panel_answer_verdict"
    question_uid: Mapped[str] = mapped_column(unique=True)
    verdict: Mapped[str]
    comment: Mapped[str | None]
    at: Mapped[datetime]
