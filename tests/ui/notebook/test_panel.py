"""Writing in the notebook, by mouse and key, with the vault on the disk."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlcipher3 import dbapi2

from jasp_desktop.domain.records import Subject
from jasp_desktop.domain.vocabulary import QuestionKind, QuestionState
from jasp_desktop.services.opening import Desk
from jasp_desktop.ui.notebook.sheets import NoteSheet, QuestionSheet
from jasp_desktop.ui.workspace import Workspace

from .conftest import Beside


def notes(beside: Beside) -> list[NoteSheet]:
    return [sheet for sheet in beside.panel.findChildren(NoteSheet) if not sheet.isHidden()]


def questions(beside: Beside) -> list[QuestionSheet]:
    return [sheet for sheet in beside.panel.findChildren(QuestionSheet) if not sheet.isHidden()]


def write_note(beside: Beside, qtbot: QtBot, words: str) -> NoteSheet:
    """Press “Note”, type, and wait until it is saved."""
    qtbot.mouseClick(beside.panel.notes.add_button, Qt.MouseButton.LeftButton)
    sheet = notes(beside)[-1]
    with qtbot.waitSignal(beside.panel.workspace.acts.notebook_changed):
        qtbot.keyClicks(sheet.text, words)
    return sheet


def write_question(beside: Beside, qtbot: QtBot, words: str) -> QuestionSheet:
    """Press “Question”, type, and wait until it is saved."""
    qtbot.mouseClick(beside.panel.questions.add_button, Qt.MouseButton.LeftButton)
    sheet = questions(beside)[-1]
    with qtbot.waitSignal(beside.panel.workspace.acts.notebook_changed):
        qtbot.keyClicks(sheet.text, words)
    return sheet


def test_typing_starts_at_once(beside: Beside, qtbot: QtBot) -> None:
    beside.panel.new_note()
    (sheet,) = notes(beside)
    qtbot.waitUntil(sheet.text.hasFocus)


def test_note_is_on_the_disk_once_typing_pauses(
    beside: Beside, qtbot: QtBot, reopened: Callable[[], Desk]
) -> None:
    write_note(beside, qtbot, "Who checks the reasons?")
    (note,) = reopened().notebook.page(beside.subject).notes
    assert note.body == "Who checks the reasons?"
    assert beside.panel.foot.saved.text().startswith("Saved ")


def test_box_keeps_focus_and_cursor_while_it_saves_itself(beside: Beside, qtbot: QtBot) -> None:
    sheet = write_note(beside, qtbot, "First")
    assert sheet.text.hasFocus()
    with qtbot.waitSignal(beside.panel.workspace.acts.notebook_changed):
        qtbot.keyClicks(sheet.text, " and last ")
    qtbot.keyClicks(sheet.text, "word")
    assert sheet.text.toPlainText() == "First and last word"
    assert notes(beside) == [sheet]


def test_leaving_the_subject_saves_what_was_just_typed(
    beside: Beside, qtbot: QtBot, reopened: Callable[[], Desk]
) -> None:
    beside.panel.new_note()
    qtbot.keyClicks(notes(beside)[0].text, "Typed and left")
    beside.panel.show_subject(None, "")
    assert notes(beside) == []
    (note,) = reopened().notebook.page(beside.subject).notes
    assert note.body == "Typed and left"


def test_undo_takes_a_new_note_away_with_what_was_typed_later(
    beside: Beside, qtbot: QtBot, workspace: Workspace
) -> None:
    sheet = write_note(beside, qtbot, "First words")
    with qtbot.waitSignal(workspace.acts.notebook_changed):
        qtbot.keyClicks(sheet.text, " and more")
    workspace.acts.stack.undo()
    assert notes(beside) == []
    workspace.acts.stack.redo()
    (again,) = notes(beside)
    assert again.text.toPlainText() == "First words and more"


def test_deleted_note_comes_back_with_undo(
    beside: Beside, qtbot: QtBot, workspace: Workspace
) -> None:
    sheet = write_note(beside, qtbot, "To be deleted")
    qtbot.mouseClick(sheet.delete, Qt.MouseButton.LeftButton)
    assert notes(beside) == []
    assert workspace.desk.notebook.page(beside.subject).notes == ()
    workspace.acts.stack.undo()
    (again,) = notes(beside)
    assert again.text.toPlainText() == "To be deleted"


def test_emptied_note_goes_to_the_bin_when_it_is_left(
    beside: Beside, qtbot: QtBot, workspace: Workspace
) -> None:
    sheet = write_note(beside, qtbot, "Not worth it")
    sheet.text.selectAll()
    qtbot.keyClick(sheet.text, Qt.Key.Key_Delete)
    assert workspace.desk.notebook.page(beside.subject).notes
    beside.panel.notes.add_button.setFocus()
    qtbot.waitUntil(lambda: notes(beside) == [])
    workspace.acts.stack.undo()
    (again,) = notes(beside)
    assert again.text.toPlainText() == "Not worth it"


def test_note_without_a_word_leaves_no_trace(
    beside: Beside, qtbot: QtBot, workspace: Workspace
) -> None:
    beside.panel.new_note()
    qtbot.waitUntil(notes(beside)[0].text.hasFocus)
    beside.panel.notes.add_button.setFocus()
    qtbot.waitUntil(lambda: notes(beside) == [])
    assert workspace.acts.stack.count() == 0


def test_quoted_words_stand_over_the_note_and_are_kept_with_it(
    beside: Beside, qtbot: QtBot, workspace: Workspace
) -> None:
    beside.panel.new_note("a supervisor records why")
    (sheet,) = notes(beside)
    assert sheet.quotation.text() == "“a supervisor records why”"
    qtbot.keyClicks(sheet.text, "Who?")
    assert beside.panel.flush()
    (note,) = workspace.desk.notebook.page(beside.subject).notes
    assert note.quote == "a supervisor records why"


def test_words_typed_just_before_undo_go_to_the_bin_with_their_note(
    beside: Beside, qtbot: QtBot, workspace: Workspace
) -> None:
    sheet = write_note(beside, qtbot, "First words")
    qtbot.keyClicks(sheet.text, " and last")
    workspace.acts.stack.undo()
    assert beside.panel.flush()
    assert notes(beside) == []


def test_question_has_a_kind_a_meeting_and_a_state(
    beside: Beside, qtbot: QtBot, workspace: Workspace
) -> None:
    sheet = write_question(beside, qtbot, "Who agreed the new date?")
    sheet.kind.setFocus()
    qtbot.keyClicks(sheet.kind, "Timescale")
    qtbot.keyClick(sheet.kind, Qt.Key.Key_Return)
    sheet.kind.activated.emit(sheet.kind.currentIndex())
    sheet.meeting.setCurrentIndex(1)
    sheet.meeting.activated.emit(1)
    qtbot.mouseClick(sheet.ready, Qt.MouseButton.LeftButton)
    (draft,) = workspace.desk.notebook.page(beside.subject).drafts
    assert draft.kind is QuestionKind.TIMESCALE_OR_SLIP
    assert draft.meeting is not None
    assert draft.state is QuestionState.READY
    assert sheet.state.text() == "Ready to be shared"
    qtbot.mouseClick(sheet.ready, Qt.MouseButton.LeftButton)
    (draft,) = workspace.desk.notebook.page(beside.subject).drafts
    assert draft.state is QuestionState.DRAFT


def test_undo_of_ready_keeps_the_words_typed_since(
    beside: Beside, qtbot: QtBot, workspace: Workspace
) -> None:
    sheet = write_question(beside, qtbot, "Who agreed?")
    qtbot.mouseClick(sheet.ready, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(workspace.acts.notebook_changed):
        qtbot.keyClicks(sheet.text, " And when?")
    workspace.acts.stack.undo()
    (draft,) = workspace.desk.notebook.page(beside.subject).drafts
    assert draft.state is QuestionState.DRAFT
    assert draft.text == "Who agreed? And when?"


def test_new_question_stays_while_its_kind_is_chosen(beside: Beside, qtbot: QtBot) -> None:
    beside.panel.new_question()
    (sheet,) = questions(beside)
    qtbot.waitUntil(sheet.text.hasFocus)
    sheet.kind.setFocus()
    QApplication.sendPostedEvents()
    assert questions(beside) == [sheet]


def test_words_that_cannot_be_saved_stay_and_are_saved_later(
    beside: Beside, qtbot: QtBot, workspace: Workspace, reopened: Callable[[], Desk]
) -> None:
    panel = beside.panel
    panel.new_note()
    (sheet,) = notes(beside)
    with _refusing_writes(workspace.desk):
        qtbot.keyClicks(sheet.text, "Not to be lost")
        assert not panel.flush()
        assert panel.foot.is_failing
        assert panel.foot.failure.text().startswith("Not saved.")
        other = Subject("finding", _another(workspace, beside.subject))
        panel.show_subject(other, "Another finding")
        assert sheet.text.toPlainText() == "Not to be lost"
        assert sheet.belongs.isVisible()
    qtbot.mouseClick(panel.foot.retry, Qt.MouseButton.LeftButton)
    assert not panel.foot.is_failing
    (note,) = reopened().notebook.page(beside.subject).notes
    assert note.body == "Not to be lost"
    assert sheet not in notes(beside)


def _another(workspace: Workspace, subject: Subject) -> str:
    return next(uid for uid in workspace.desk.notebook.read_subjects() if uid != subject.uid)


@contextmanager
def _refusing_writes(desk: Desk) -> Iterator[None]:
    """Make the vault refuse every note, as a full disk would, until the block ends."""
    with closing(dbapi2.connect(desk.home.vault, isolation_level=None)) as vault:
        vault.execute(
            "CREATE TRIGGER full BEFORE INSERT ON note "
            "BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
        )
        try:
            yield
        finally:
            vault.execute("DROP TRIGGER full")
