"""A member's own notes and draft questions: write, keep, put in the bin, take back."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.errors import InvalidInput
from jasp_desktop.domain.identity import (
    DismissedPromptUid,
    DraftQuestionUid,
    MeetingUid,
    NoteUid,
    OwnMarkUid,
    Uid,
    made_uid,
)
from jasp_desktop.domain.notebook import (
    DismissedPrompt,
    DraftQuestion,
    Note,
    NotebookRecord,
    OwnMark,
)
from jasp_desktop.domain.prompts.prompt import Prompt, PromptIdentity
from jasp_desktop.domain.records import Subject
from jasp_desktop.domain.vocabulary import MarkKind, QuestionKind, QuestionState
from jasp_desktop.store import vault
from jasp_desktop.store.database import Database

LONGEST_TEXT = 20_000
"""Characters in a note or a question; a pasted book would stall every page that shows it."""

KEPT_IN_BIN = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class NotebookPage:
    """What a member wrote about one record."""

    notes: tuple[Note, ...]
    drafts: tuple[DraftQuestion, ...]


class NotebookService:
    """One member's vault. Every call is one short transaction; any thread may call it.

    What a call returns is on the disk.
    """

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def page(self, subject: Subject) -> NotebookPage:
        """Return the notes and draft questions on a record, oldest first."""
        with self._database.reading() as session:
            return NotebookPage(
                tuple(vault.notes_on(session, [subject.uid])),
                tuple(vault.drafts_on(session, [subject.uid])),
            )

    def notes_on(self, subjects: Sequence[Uid]) -> list[Note]:
        """Return the notes on these records, oldest first."""
        with self._database.reading() as session:
            return vault.notes_on(session, subjects)

    def drafts_on(self, subjects: Sequence[Uid]) -> list[DraftQuestion]:
        """Return the draft questions on these records, oldest first."""
        with self._database.reading() as session:
            return vault.drafts_on(session, subjects)

    def drafts(self) -> list[DraftQuestion]:
        """Return every draft question, oldest first."""
        with self._database.reading() as session:
            return vault.all_drafts(session)

    def notes(self) -> list[Note]:
        """Return every note, oldest first."""
        with self._database.reading() as session:
            return vault.all_notes(session)

    def read_subjects(self) -> set[str]:
        """Return the uids of the records marked as read."""
        with self._database.reading() as session:
            return vault.marked(session, MarkKind.READ)

    def last_saved(self) -> datetime | None:
        """Return when anything was last written, in UTC."""
        with self._database.reading() as session:
            return vault.last_saved(session)

    def new_note(
        self, subject: Subject, label: str, body: str, quote: str | None = None
    ) -> Act[NotebookRecord]:
        """Return the act of writing a note; ``label`` says what it is on when that is gone.

        Raises:
            InvalidInput: There are no words, or too many.
        """
        now = self._now()
        note = Note(
            uid=NoteUid(made_uid()),
            subject=subject,
            label=label,
            quote=quote,
            body=checked(body, "note"),
            created_at=now,
            changed_at=now,
        )
        return _added("Write note", [note])

    def new_question(
        self,
        subject: Subject,
        label: str,
        text: str,
        kind: QuestionKind | None = None,
        meeting: MeetingUid | None = None,
        *,
        from_prompt: PromptIdentity | None = None,
    ) -> Act[NotebookRecord]:
        """Return the act of drafting a question, perhaps from the line of enquiry of a prompt.

        Raises:
            InvalidInput: There are no words, or too many.
        """
        now = self._now()
        draft = DraftQuestion(
            uid=DraftQuestionUid(made_uid()),
            subject=subject,
            label=label,
            kind=kind,
            text=checked(text, "question"),
            meeting=meeting,
            from_prompt=from_prompt.key if from_prompt else None,
            created_at=now,
            changed_at=now,
        )
        return _added("Draft question", [draft])

    def rewritten(self, uid: NoteUid, body: str) -> Act[NotebookRecord] | None:
        """Return the act of changing a note's words; None when they are the same.

        Raises:
            InvalidInput: There are no words or too many, or the note is gone.
        """
        before = self._found(Note, uid)
        body = checked(body, "note")
        if body == before.body:
            return None
        after = replace(before, body=body, changed_at=self._now())
        return Act("Change note", (Change[NotebookRecord](before, after),))

    def redrafted(
        self,
        uid: DraftQuestionUid,
        *,
        text: str | None = None,
        kind: QuestionKind | None = None,
        state: QuestionState | None = None,
        meeting: MeetingUid | None = None,
    ) -> Act[NotebookRecord] | None:
        """Return the act of changing a question: what is given changes; None when nothing does.

        Raises:
            InvalidInput: There are no words or too many, the state is not one that a draft can
                have, or the question is gone.
        """
        before = self._found(DraftQuestion, uid)
        if state not in {None, QuestionState.DRAFT, QuestionState.READY}:
            raise InvalidInput("state", "A question of your own is a draft or ready.")
        after = replace(
            before,
            text=before.text if text is None else checked(text, "question"),
            kind=kind or before.kind,
            state=state or before.state,
            meeting=meeting or before.meeting,
        )
        if after == before:
            return None
        words = "Mark ready" if state is QuestionState.READY else "Change question"
        after = replace(after, changed_at=self._now())
        return Act(words, (Change[NotebookRecord](before, after),))

    def binned(self, record: Note | DraftQuestion) -> Act[NotebookRecord]:
        """Return the act of putting a note or question in the bin, where it stays 30 days.

        Raises:
            InvalidInput: It is gone already.
        """
        now = self._now()
        if isinstance(record, Note):
            note = self._found(Note, record.uid)
            binned = Change[NotebookRecord](note, replace(note, deleted_at=now))
            return Act("Delete note", (binned,))
        draft = self._found(DraftQuestion, record.uid)
        return Act(
            "Delete question", (Change[NotebookRecord](draft, replace(draft, deleted_at=now)),)
        )

    def dismissed_prompts(self) -> list[DismissedPrompt]:
        """Return the prompts that were set aside, the latest first."""
        with self._database.reading() as session:
            return vault.all_dismissed(session)

    def set_aside(self, prompt: Prompt, reason: str) -> Act[NotebookRecord]:
        """Return the act of setting a prompt aside until its facts change.

        Raises:
            InvalidInput: There is no reason, or it is too long.
        """
        dismissed = DismissedPrompt(
            uid=DismissedPromptUid(made_uid()),
            subject=prompt.found.subject,
            label=prompt.found.label,
            rule=prompt.rule.name,
            fingerprint=prompt.identity.fingerprint,
            quote=prompt.fact_words,
            reason=checked(reason, "reason"),
            at=self._now(),
        )
        return _added("Set line of enquiry aside", [dismissed])

    def brought_back(self, dismissed: DismissedPrompt) -> Act[NotebookRecord]:
        """Return the act of letting a prompt stand again that was set aside."""
        return Act("Bring back line of enquiry", (Change[NotebookRecord](dismissed, None),))

    def read(self, subject: Subject) -> bool:
        """Mark a record as read; return whether it was not read before."""
        with self._database.writing() as session:
            if vault.mark_on(session, subject.uid, MarkKind.READ) is not None:
                return False
            mark = OwnMark(
                uid=OwnMarkUid(made_uid()), subject=subject, kind=MarkKind.READ, at=self._now()
            )
            vault.apply(session, _added("Mark as read", [mark]))
            return True

    def carry_out(self, act: Act[NotebookRecord]) -> None:
        """Do an act, or take one back by its inverse; it is on the disk when this returns.

        Raises:
            StoreError: A record has changed since.
        """
        with self._database.writing() as session:
            vault.apply(session, act)

    def take_in(self, records: Iterable[NotebookRecord]) -> None:
        """Add records as they are, as from a notebook file."""
        with self._database.writing() as session:
            vault.apply(session, _added("Take in a notebook", records))

    def empty_bin(self) -> int:
        """Remove for good what has been in the bin for 30 days; return how many."""
        with self._database.writing() as session:
            return vault.empty_bin(session, self._now() - KEPT_IN_BIN)

    def _found[R: (Note, DraftQuestion)](self, record_type: type[R], uid: str) -> R:
        with self._database.reading() as session:
            found = vault.fetch_one(session, record_type, uid)
        if found is None:
            raise InvalidInput("uid", "This was deleted meanwhile.")
        return found


def _added(words: str, records: Iterable[NotebookRecord]) -> Act[NotebookRecord]:
    return Act(words, tuple(Change[NotebookRecord](None, record) for record in records))


def checked(text: str, field: str) -> str:
    """Return a person's words without blank ends.

    Raises:
        InvalidInput: There are none, or more than LONGEST_TEXT characters.
    """
    words = text.strip()
    if not words:
        raise InvalidInput(field, f"Write the {field} first.")
    if len(words) > LONGEST_TEXT:
        raise InvalidInput(field, f"Keep a {field} under {LONGEST_TEXT:,} characters.")
    return words
