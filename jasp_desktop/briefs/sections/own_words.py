"""A member's own notes and draft questions: only in the member's own copy, and said so."""

from collections.abc import Sequence

from jasp_desktop.briefs.blocks import (
    AnswerSpace,
    Block,
    Heading,
    Kept,
    MarkedWord,
    Panel,
    Prose,
    Role,
    Run,
    Section,
    Statuses,
    plain,
    quiet,
)
from jasp_desktop.briefs.sections.pack import Pack
from jasp_desktop.briefs.sections.phrases import paragraphs
from jasp_desktop.domain.marks import PRIVATE
from jasp_desktop.domain.notebook import DraftQuestion, Note
from jasp_desktop.domain.records import Subject

_PRIVATE = Statuses((MarkedWord(PRIVATE, plain("Private: only in my own copy of this brief")),))


def own_words(pack: Pack, subjects: Sequence[Subject]) -> tuple[Block, ...]:
    """Return what the member wrote on some records; nothing when nothing was.

    The first subject is what the page is about; words on another are headed by its label.
    """
    about = [subject for subject in subjects if subject not in pack.printed]
    notes = [
        (note, subject != subjects[0]) for subject in about for note in pack.take_notes(subject)
    ]
    drafts = [
        (draft, subject != subjects[0]) for subject in about for draft in pack.take_drafts(subject)
    ]
    return (*_notes(notes), *_drafts(drafts))


def remaining_words(pack: Pack) -> Section | None:
    """Return the notes and drafts that stand nowhere else in the brief."""
    subjects = [*pack.content.notes, *pack.content.drafts]
    left = [subject for subject in dict.fromkeys(subjects) if subject not in pack.printed]
    if not left:
        return None
    notes = [(note, True) for subject in left for note in pack.take_notes(subject)]
    drafts = [(draft, True) for subject in left for draft in pack.take_drafts(subject)]
    blocks = (*_notes(notes), *_drafts(drafts))
    if not blocks:
        return None
    title = "My other notes and questions"
    return Section("own", title, title, (Heading(1, title, kicker="My own copy"), *blocks))


def _notes(notes: list[tuple[Note, bool]]) -> tuple[Block, ...]:
    if not notes:
        return ()
    first, *others = (_note(note, with_label=with_label) for note, with_label in notes)
    return (Kept((Heading(2, "My notes"), _PRIVATE, first)), *others)


def _note(note: Note, *, with_label: bool) -> Panel:
    parts: list[Prose] = []
    if with_label:
        parts.append(Prose(plain(note.label), Role.LABEL))
    if note.quote:
        parts.append(Prose(quiet(f"On “{note.quote}”"), Role.SMALL))
    parts += [Prose(plain(part)) for part in paragraphs(note.body) or ("",)]
    return Panel(tuple(parts), is_private=True)


def _drafts(drafts: list[tuple[DraftQuestion, bool]]) -> tuple[Block, ...]:
    if not drafts:
        return ()
    first, *others = (_draft(draft, with_label=with_label) for draft, with_label in drafts)
    return (Kept((Heading(2, "My draft questions"), _PRIVATE, *first)), *(Kept(d) for d in others))


def _draft(draft: DraftQuestion, *, with_label: bool) -> tuple[Block, ...]:
    kind = f"{draft.kind.words}. " if draft.kind else ""
    label = f"{draft.label}. " if with_label else ""
    first, *others = paragraphs(draft.text) or ("",)
    lead = Prose((Run(f"{label}{kind}", bold=True), Run(first)))
    panel = Panel((lead, *(Prose(plain(part)) for part in others)), is_private=True)
    return (panel, AnswerSpace())
