"""What a member writes: kept at once, changed with its versions, binned, taken back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from jasp_desktop.domain.errors import InvalidInput
from jasp_desktop.domain.identity import DraftQuestionUid, MeetingUid, NoteUid
from jasp_desktop.domain.notebook import DraftQuestion, Note
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.records import Subject
from jasp_desktop.domain.vocabulary import QuestionKind, QuestionState
from jasp_desktop.services.notebook import LONGEST_TEXT, NotebookPage, NotebookService
from jasp_desktop.services.opening import Desk
from jasp_desktop.store import vault
from jasp_desktop.store.connections import StoreError
from jasp_desktop.store.database import VAULT, Database
from jasp_desktop.store.migrations import open_database
from tests.sample_records import uid_of

SUBJECT = Subject("finding", uid_of("finding", 1))
OTHER = Subject("report", uid_of("report", 1))


class Clock:
    """A clock that a test moves on."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 13, 17, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **time: int) -> None:
        """Let time pass."""
        self.now += timedelta(**time)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = open_database(tmp_path / "v.jaspnotes", VAULT, tmp_path / "backups", Silent())
    yield database
    database.close()


@pytest.fixture
def notebook(database: Database, clock: Clock) -> NotebookService:
    return NotebookService(database, clock)


def _note(
    notebook: NotebookService, body: str = "Ask about training", on: Subject = SUBJECT
) -> Note:
    act = notebook.new_note(on, "AFI 1", body)
    notebook.carry_out(act)
    note = act.changes[0].after
    assert isinstance(note, Note)
    return note


def _draft(notebook: NotebookService, on: Subject = SUBJECT) -> DraftQuestion:
    act = notebook.new_question(on, "AFI 1", "Who trained them?", QuestionKind.OWNERSHIP)
    notebook.carry_out(act)
    draft = act.changes[0].after
    assert isinstance(draft, DraftQuestion)
    return draft


def test_what_is_written_is_on_the_page_of_its_subject(notebook: NotebookService):
    note, draft = _note(notebook), _draft(notebook)
    assert notebook.page(SUBJECT) == NotebookPage((note,), (draft,))
    assert notebook.page(OTHER) == NotebookPage((), ())
    assert notebook.notes() == notebook.notes_on([SUBJECT.uid]) == [note]
    assert notebook.drafts() == notebook.drafts_on([SUBJECT.uid]) == [draft]


def test_pages_stand_oldest_first(notebook: NotebookService, clock: Clock):
    first = _note(notebook, "First")
    clock.pass_by(minutes=1)
    second = _note(notebook, "Second", OTHER)
    assert notebook.notes() == [first, second]
    assert notebook.notes_on([OTHER.uid, SUBJECT.uid]) == [first, second]


def test_quotation_is_kept_with_its_note(notebook: NotebookService):
    notebook.carry_out(notebook.new_note(SUBJECT, "AFI 1", "Why?", quote="by 27/03/25"))
    assert notebook.notes()[0].quote == "by 27/03/25"


def test_blank_ends_are_dropped(notebook: NotebookService):
    assert _note(notebook, "  Ask\n ").body == "Ask"


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("", "Write the note first"),
        (" \n\t", "Write the note first"),
        ("x" * 20_001, "under 20,000"),
    ],
)
def test_note_without_words_or_with_a_book_of_them_is_refused(
    notebook: NotebookService, body: str, sentence: str
):
    with pytest.raises(InvalidInput, match=sentence) as caught:
        notebook.new_note(SUBJECT, "AFI 1", body)
    assert caught.value.field == "note"
    note = _note(notebook)
    with pytest.raises(InvalidInput, match=sentence):
        notebook.rewritten(note.uid, body)
    assert notebook.notes() == [note]


def test_longest_note_is_kept_whole(notebook: NotebookService):
    assert _note(notebook, "ŷ" * LONGEST_TEXT) in notebook.notes()


def test_rewriting_keeps_the_earlier_words(
    notebook: NotebookService, database: Database, clock: Clock
):
    note = _note(notebook, "First")
    clock.pass_by(minutes=1)
    act = notebook.rewritten(note.uid, "Second")
    assert act is not None
    notebook.carry_out(act)
    assert notebook.notes() == [replace(note, body="Second", changed_at=clock.now)]
    with database.reading() as session:
        assert vault.versions_of(session, note.uid) == [(clock.now, "First")]
    notebook.carry_out(act.inverse)
    assert notebook.notes() == [note]


def test_rewriting_with_the_same_words_is_no_act(notebook: NotebookService):
    note = _note(notebook)
    assert notebook.rewritten(note.uid, f" {note.body} ") is None


def test_note_that_is_gone_cannot_be_rewritten(notebook: NotebookService):
    with pytest.raises(InvalidInput, match="deleted meanwhile"):
        notebook.rewritten(NoteUid(uid_of("note", 5)), "Words")
    with pytest.raises(InvalidInput, match="deleted meanwhile"):
        notebook.redrafted(DraftQuestionUid(uid_of("note", 5)), text="Words")


def test_redrafting_changes_what_is_given(notebook: NotebookService, clock: Clock):
    draft = _draft(notebook)
    clock.pass_by(minutes=1)
    meeting = MeetingUid(uid_of("meeting", 1))
    act = notebook.redrafted(
        draft.uid,
        text="Who?",
        kind=QuestionKind.OUTCOME,
        state=QuestionState.READY,
        meeting=meeting,
    )
    assert act is not None
    assert act.words == "Mark ready"
    notebook.carry_out(act)
    assert notebook.drafts() == [
        replace(
            draft,
            text="Who?",
            kind=QuestionKind.OUTCOME,
            state=QuestionState.READY,
            meeting=meeting,
            changed_at=clock.now,
        )
    ]
    notebook.carry_out(act.inverse)
    assert notebook.drafts() == [draft]


def test_redrafting_with_nothing_new_is_no_act(notebook: NotebookService, clock: Clock):
    draft = _draft(notebook)
    clock.pass_by(minutes=1)
    assert notebook.redrafted(draft.uid) is None
    assert notebook.redrafted(draft.uid, text=draft.text, state=QuestionState.DRAFT) is None


def test_own_question_is_a_draft_or_ready_and_nothing_else(notebook: NotebookService):
    draft = _draft(notebook)
    for state in set(QuestionState) - {QuestionState.DRAFT, QuestionState.READY}:
        with pytest.raises(InvalidInput, match="a draft or ready"):
            notebook.redrafted(draft.uid, state=state)


def test_question_without_words_is_refused(notebook: NotebookService):
    with pytest.raises(InvalidInput, match="Write the question first"):
        notebook.new_question(SUBJECT, "AFI 1", " ")
    draft = _draft(notebook)
    with pytest.raises(InvalidInput, match="Write the question first"):
        notebook.redrafted(draft.uid, text=" ")


def test_bin_hides_and_gives_back(notebook: NotebookService):
    note, draft = _note(notebook), _draft(notebook)
    acts = [notebook.binned(note), notebook.binned(draft)]
    for act in acts:
        notebook.carry_out(act)
    assert notebook.page(SUBJECT) == NotebookPage((), ())
    assert notebook.notes() == notebook.drafts() == []
    for act in acts:
        notebook.carry_out(act.inverse)
    assert notebook.page(SUBJECT) == NotebookPage((note,), (draft,))


def test_note_changed_in_between_is_binned_as_it_is_now(notebook: NotebookService):
    note = _note(notebook, "First")
    act = notebook.rewritten(note.uid, "Second")
    assert act is not None
    notebook.carry_out(act)
    notebook.carry_out(notebook.binned(note))
    assert notebook.notes() == []


def test_what_is_gone_cannot_be_binned(notebook: NotebookService):
    act = notebook.new_note(SUBJECT, "AFI 1", "Never written")
    note = act.changes[0].after
    assert isinstance(note, Note)
    with pytest.raises(InvalidInput, match="deleted meanwhile"):
        notebook.binned(note)


def test_bin_is_emptied_after_30_days(notebook: NotebookService, clock: Clock, database: Database):
    note, draft, kept = _note(notebook), _draft(notebook), _note(notebook, "Kept")
    act = notebook.rewritten(note.uid, "Changed")
    assert act is not None
    notebook.carry_out(act)
    notebook.carry_out(notebook.binned(note))
    notebook.carry_out(notebook.binned(draft))
    clock.pass_by(days=30)
    assert notebook.empty_bin() == 0
    clock.pass_by(seconds=1)
    assert notebook.empty_bin() == 2
    assert notebook.empty_bin() == 0
    assert notebook.notes() == [kept]
    with database.reading() as session:
        assert vault.fetch_one(session, Note, note.uid) is None
        assert vault.versions_of(session, note.uid) == []


def test_act_on_a_note_changed_meanwhile_is_refused(notebook: NotebookService):
    note = _note(notebook)
    first, second = notebook.rewritten(note.uid, "One"), notebook.rewritten(note.uid, "Two")
    assert first is not None
    assert second is not None
    notebook.carry_out(first)
    with pytest.raises(StoreError, match="changed meanwhile"):
        notebook.carry_out(second)
    assert notebook.notes()[0].body == "One"


def test_record_is_marked_as_read_once(notebook: NotebookService):
    assert notebook.read_subjects() == set()
    assert notebook.read(SUBJECT)
    assert not notebook.read(SUBJECT)
    assert notebook.read_subjects() == {SUBJECT.uid}


def test_last_saved_is_the_latest_of_notes_and_questions(notebook: NotebookService, clock: Clock):
    assert notebook.last_saved() is None
    _note(notebook)
    assert notebook.last_saved() == clock.now
    clock.pass_by(minutes=3)
    _draft(notebook)
    assert notebook.last_saved() == clock.now


def test_two_services_on_one_file_see_each_others_words(
    notebook: NotebookService, database: Database, clock: Clock
):
    other = NotebookService(Database(database.path), clock)
    note = _note(notebook)
    assert other.notes() == [note]


def test_sample_notebook_is_taken_in_whole(demo_desk: Desk):
    assert len(demo_desk.notebook.notes()) == 10
    assert len(demo_desk.notebook.drafts()) == 6
    assert len(demo_desk.notebook.read_subjects()) > 0
