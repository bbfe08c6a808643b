"""A member's own notes, draft questions and marks: the vault's records.

They name what they are about by table and uid, and keep a label and a quotation, so that they
still make sense when the record is gone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from jasp_desktop.domain.identity import (
    DismissedPromptUid,
    DraftQuestionUid,
    MeetingUid,
    NoteUid,
    OwnMarkUid,
)
from jasp_desktop.domain.prompts.prompt import PromptIdentity, RuleName
from jasp_desktop.domain.records import Subject
from jasp_desktop.domain.vocabulary import MarkKind, QuestionKind, QuestionState


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A private note."""

    uid: NoteUid
    subject: Subject
    label: str
    quote: str | None = None
    body: str
    created_at: datetime
    changed_at: datetime
    deleted_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftQuestion:
    """A question that only its member has: state draft or ready."""

    uid: DraftQuestionUid
    subject: Subject
    label: str
    kind: QuestionKind | None = None
    text: str
    state: QuestionState = QuestionState.DRAFT
    meeting: MeetingUid | None = None
    from_prompt: str | None = None
    asked_of_snapshot: str | None = None
    created_at: datetime
    changed_at: datetime
    deleted_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnMark:
    """A member's own mark on a record."""

    uid: OwnMarkUid
    subject: Subject
    kind: MarkKind
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissedPrompt:
    """A prompt that its member set aside, why, and the facts it rested on, one a line.

    ``fingerprint`` names those facts: when they change, the prompt stands again.
    """

    uid: DismissedPromptUid
    subject: Subject
    label: str
    rule: str
    fingerprint: str
    quote: str
    reason: str
    at: datetime

    @property
    def identity(self) -> PromptIdentity:
        """Return which prompt it is."""
        return PromptIdentity(
            rule=RuleName(self.rule), subject=self.subject, fingerprint=self.fingerprint
        )


type NotebookRecord = Note | DraftQuestion | OwnMark | DismissedPrompt

NOTEBOOK_TYPES: Mapping[str, type[NotebookRecord]] = MappingProxyType(
    {
        "note": Note,
        "draft_question": DraftQuestion,
        "mark": OwnMark,
        "dismissed_prompt": DismissedPrompt,
    }
)
"""The vault's tables that travel in a notebook file."""
