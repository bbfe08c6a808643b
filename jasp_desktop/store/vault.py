"""A member's notes, draft questions and marks in and out of the vault."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import SQLColumnExpression, delete, insert, select
from sqlalchemy.orm import Session

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.notebook import (
    NOTEBOOK_TYPES,
    DismissedPrompt,
    DraftQuestion,
    Note,
    NotebookRecord,
    OwnMark,
)
from jasp_desktop.domain.vocabulary import MarkKind
from jasp_desktop.store.connections import StoreError
from jasp_desktop.store.row_reading import fetch_by_ids
from jasp_desktop.store.row_shapes import RowShape
from jasp_desktop.store.rows import RowIds, delete_records, insert_records, update_records
from jasp_desktop.store.vault_tables import (
    DismissedPromptRow,
    DraftQuestionRow,
    MarkRow,
    NoteRow,
    NoteVersionRow,
    VaultTable,
)

_TABLES = VaultTable.metadata.tables
_SHAPES: dict[type[Any], RowShape] = {
    record_type: RowShape(record_type, name, _TABLES)
    for name, record_type in NOTEBOOK_TYPES.items()
}


def notes_on(session: Session, subjects: Sequence[str]) -> list[Note]:
    """Return the notes on these records that are not in the bin, oldest first."""
    return _fetch(
        session,
        Note,
        NoteRow.subject_uid.in_(subjects) & NoteRow.deleted_at.is_(None),
        NoteRow.created_at,
        NoteRow.uid,
    )


def drafts_on(session: Session, subjects: Sequence[str]) -> list[DraftQuestion]:
    """Return the draft questions on these records that are not in the bin, oldest first."""
    return _fetch(
        session,
        DraftQuestion,
        DraftQuestionRow.subject_uid.in_(subjects) & DraftQuestionRow.deleted_at.is_(None),
        DraftQuestionRow.created_at,
        DraftQuestionRow.uid,
    )


def all_notes(session: Session) -> list[Note]:
    """Return every note that is not in the bin, oldest first."""
    return _fetch(session, Note, NoteRow.deleted_at.is_(None), NoteRow.created_at, NoteRow.uid)


def all_drafts(session: Session) -> list[DraftQuestion]:
    """Return every draft question that is not in the bin, oldest first."""
    return _fetch(
        session,
        DraftQuestion,
        DraftQuestionRow.deleted_at.is_(None),
        DraftQuestionRow.created_at,
        DraftQuestionRow.uid,
    )


def marked(session: Session, kind: MarkKind) -> set[str]:
    """Return the uids of the records that carry a mark."""
    return set(session.scalars(select(MarkRow.subject_uid).where(MarkRow.kind == kind.value)))


def mark_on(session: Session, subject: str, kind: MarkKind) -> OwnMark | None:
    """Return the mark on a record."""
    found = _fetch(
        session, OwnMark, (MarkRow.subject_uid == subject) & (MarkRow.kind == kind.value)
    )
    return found[0] if found else None


def all_dismissed(session: Session) -> list[DismissedPrompt]:
    """Return every prompt that was set aside, the latest first."""
    return _fetch(
        session,
        DismissedPrompt,
        DismissedPromptRow.uid.is_not(None),
        DismissedPromptRow.at.desc(),
        DismissedPromptRow.uid,
    )


def fetch_one[R: (Note, DraftQuestion, OwnMark, DismissedPrompt)](
    session: Session, record_type: type[R], uid: str
) -> R | None:
    """Return one record, in the bin or not."""
    shape = _SHAPES[record_type]
    found = _fetch(session, record_type, shape.table.c.uid == uid)
    return found[0] if found else None


def last_saved(session: Session) -> datetime | None:
    """Return when anything was last written here, in UTC."""
    moments = (
        session.scalar(select(table.changed_at).order_by(table.changed_at.desc()).limit(1))
        for table in (NoteRow, DraftQuestionRow)
    )
    return max((moment for moment in moments if moment), default=None)


def apply(session: Session, act: Act[NotebookRecord]) -> None:
    """Carry out an act; the earlier words of a note are kept as a version of it.

    Raises:
        StoreError: A record is no longer as the act found it.
    """
    ids = RowIds(session, _TABLES)
    for change in act.changes:
        record = change.after or change.before
        if record is None:
            continue
        shape = _SHAPES[type(record)]
        _check_before(session, change, record)
        if change.after is None:
            delete_records(session, shape, [record.uid])
        elif change.before is None:
            ids.give(shape.name, [record.uid])
            insert_records(session, shape, [record], ids)
        else:
            _keep_version(session, change.before, change.after)
            update_records(session, shape, [record], ids)


def versions_of(session: Session, uid: str) -> list[tuple[datetime, str]]:
    """Return the earlier words of a note with when they were replaced, oldest first."""
    rows = session.execute(
        select(NoteVersionRow.at, NoteVersionRow.body)
        .join(NoteRow, NoteRow.id == NoteVersionRow.note_id)
        .where(NoteRow.uid == uid)
        .order_by(NoteVersionRow.at, NoteVersionRow.id)
    )
    return [(at, body) for at, body in rows]


def empty_bin(session: Session, before: datetime) -> int:
    """Remove for good what was put in the bin before a moment; return how many records."""
    removed = 0
    for table in (NoteRow, DraftQuestionRow):
        old = delete(table).where(table.deleted_at < before).returning(table.id)
        removed += len(session.scalars(old).all())
    return removed


def _fetch[R: (Note, DraftQuestion, OwnMark, DismissedPrompt)](
    session: Session,
    record_type: type[R],
    condition: SQLColumnExpression[bool],
    *order: SQLColumnExpression[Any],
) -> list[R]:
    shape = _SHAPES[record_type]
    ids = session.scalars(select(shape.table.c.id).where(condition).order_by(*order)).all()
    return fetch_by_ids(session, shape, ids)


def _check_before(session: Session, change: Change[NotebookRecord], record: NotebookRecord) -> None:
    shape = _SHAPES[type(record)]
    ids = session.scalars(select(shape.table.c.id).where(shape.table.c.uid == record.uid)).all()
    found = fetch_by_ids(session, shape, ids)
    if (found[0] if found else None) != change.before:
        raise StoreError(
            "This was changed meanwhile, perhaps by undo. Nothing was changed; look at it again."
        )


def _keep_version(session: Session, before: NotebookRecord, after: NotebookRecord) -> None:
    if not (isinstance(before, Note) and isinstance(after, Note)) or before.body == after.body:
        return
    note = select(NoteRow.id).where(NoteRow.uid == before.uid).scalar_subquery()
    session.execute(
        insert(NoteVersionRow).values(note_id=note, at=after.changed_at, body=before.body)
    )
