"""A sheet of the notebook: a note, or a question of the member's own."""

from dataclasses import replace
from datetime import datetime
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from jasp_desktop.domain.changes import Act
from jasp_desktop.domain.dates import in_table
from jasp_desktop.domain.identity import DraftQuestionUid, MeetingUid, NoteUid
from jasp_desktop.domain.notebook import DraftQuestion, Note, NotebookRecord
from jasp_desktop.domain.question_moves import RULES, Move
from jasp_desktop.domain.records import Subject
from jasp_desktop.domain.vocabulary import QuestionKind, QuestionState
from jasp_desktop.ui.kit.buttons import Button, IconButton
from jasp_desktop.ui.kit.cards import NotePaper
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.fields import Choice
from jasp_desktop.ui.kit.labels import Hairline, Label
from jasp_desktop.ui.kit.planes import Column, Flow, Row
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.notebook.steps import AmendedStep, Amendment, WrittenStep
from jasp_desktop.ui.notebook.text import OwnText
from jasp_desktop.ui.places import SHARE, PageKey, Place
from jasp_desktop.ui.workspace import Workspace


def moment(at: datetime) -> str:
    """Return “12 Nov 2026, 20:14” in this computer's time."""
    local = at.astimezone()
    return f"{in_table(local.date())}, {local:%H:%M}"


class Sheet(Column):
    """What a note and a question share: a text that saves itself, and a way into the bin.

    A sheet without a record has not been saved yet: its first words make the record.
    """

    save_due = Signal()
    left_empty = Signal()
    delete_asked = Signal()

    def __init__(self, workspace: Workspace, subject: Subject, label: str, name: str) -> None:
        super().__init__(workspace.appearance, gap=Space.TIGHT)
        self.workspace = workspace
        self.subject, self.label = subject, label
        self.text = OwnText(workspace.appearance, "", name)
        # Words that could not be saved stay when the page goes on; then they say where they belong.
        self.belongs = Label(
            workspace.appearance,
            f"About {label}. Not saved yet.",
            Type.SMALL_BOLD,
            Colour.OVERDUE,
            wrap=True,
        )
        self.belongs.hide()
        self.delete = IconButton(workspace.appearance, "trash-2", f"Delete {name.lower()}")
        self.text.save_due.connect(self.save_due)
        # Queued: the sheet may go, and must not go while its own event is handled.
        self.text.abandoned.connect(self._on_abandoned, Qt.ConnectionType.QueuedConnection)
        self.delete.clicked.connect(self.delete_asked)

    @property
    def record(self) -> Note | DraftQuestion | None:
        """Return the record as it was last seen; None before the first words are saved."""
        raise NotImplementedError

    @property
    def is_unsaved(self) -> bool:
        """Tell whether there are words here that are not on the disk."""
        return self.text.is_dirty and bool(self.text.words)

    def save(self) -> None:
        """Put what is typed on the disk; an emptied text is left for when the person goes.

        Raises:
            UserError: It could not be saved; the words stay here.
        """
        words = self.text.words
        if not self.text.is_dirty or not words:
            return
        if self.record is None:
            self._save_first(words)
        elif (act := self.next_act(words)) is not None:
            self.workspace.acts.save(act)
        self.text.mark_saved()
        self.belongs.hide()

    def _save_first(self, words: str) -> None:
        act = self.first_act(words)
        record = act.changes[0].after
        if not isinstance(record, Note | DraftQuestion):
            return
        # Before it is saved: whoever is told of it must find it on this sheet.
        self.take(record)
        try:
            self.workspace.acts.save(act)
        except Exception:
            self.take(None)
            raise
        self.workspace.acts.stack.push(WrittenStep(self.workspace, act.words, record))

    def first_act(self, words: str) -> Act[NotebookRecord]:
        """Return the act of making the record."""
        raise NotImplementedError

    def next_act(self, words: str) -> Act[NotebookRecord] | None:
        """Return the act of changing its words; None when they are the same."""
        raise NotImplementedError

    def take(self, record: Note | DraftQuestion | None) -> None:
        """Stand for a record; None for one that is yet to be made."""
        raise NotImplementedError

    def start(self) -> None:
        """Let the person type."""
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_abandoned(self) -> None:
        focused = QApplication.focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        if not self.text.words and not inside:
            self.left_empty.emit()


class NoteSheet(Sheet):
    """A note: bare text under its quotation, and when it was written."""

    def __init__(
        self, workspace: Workspace, subject: Subject, label: str, quote: str | None = None
    ) -> None:
        super().__init__(workspace, subject, label, "Note")
        self._note: Note | None = None
        self._quote = quote
        appearance = self.appearance
        self.quotation = Label(
            appearance, f"“{quote}”" if quote else "", Type.UI, Colour.INK2, wrap=True
        )
        self.quotation.setVisible(bool(quote))
        self.written = Label(appearance, "", Type.SMALL, Colour.INK2)
        # Level with the words in the box, which stand a little inside it.
        inside = (Space.CLOSE, Space.NONE, Space.NONE, Space.NONE)
        head = Column(appearance, margins=inside)
        head.add(self.belongs, self.quotation)
        foot = Row(appearance, gap=Space.CLOSE, margins=inside)
        foot.add(self.written)
        foot.add_stretch()
        foot.add(self.delete)
        self.add(head, self.text, foot, Hairline(appearance))

    @property
    @override
    def record(self) -> Note | None:
        """Return the note as it was last seen."""
        return self._note

    @override
    def first_act(self, words: str) -> Act[NotebookRecord]:
        """Return the act of writing the note."""
        notebook = self.workspace.desk.notebook
        return notebook.new_note(self.subject, self.label, words, self._quote)

    @override
    def next_act(self, words: str) -> Act[NotebookRecord] | None:
        """Return the act of rewriting it."""
        if self._note is None:
            return None
        return self.workspace.desk.notebook.rewritten(NoteUid(self._note.uid), words)

    @override
    def take(self, record: Note | DraftQuestion | None) -> None:
        """Show a note as it is on the disk."""
        self._note = record if isinstance(record, Note) else None
        if self._note is not None:
            self.text.show_saved(self._note.body)
            self.written.setText(moment(self._note.changed_at))


class QuestionSheet(Sheet):
    """A question of the member's own: a slip with its state, kind, words and meeting.

    ``amended`` carries a change of state, kind or meeting that is still to be made.
    """

    amended = Signal(AmendedStep)

    def __init__(
        self,
        workspace: Workspace,
        subject: Subject,
        label: str,
        meetings: list[tuple[str, MeetingUid]],
    ) -> None:
        super().__init__(workspace, subject, label, "Question")
        self._draft: DraftQuestion | None = None
        appearance = self.appearance
        self.state = Label(appearance, "Draft question", Type.SMALL_BOLD, Colour.MINE)
        kinds: list[tuple[str, object]] = [("No kind chosen", None)]
        self.kind = Choice(appearance, kinds + [(kind.words, kind) for kind in QuestionKind])
        self.kind.setAccessibleName("Kind of question")
        offered: list[tuple[str, object]] = [("No meeting chosen", None)]
        self.meeting = Choice(appearance, offered + [(words, uid) for words, uid in meetings])
        self.meeting.setAccessibleName("Meeting it is for")
        self.ready = Button(appearance, "Mark ready", small=True)
        self.share = Button(appearance, "Share with the chair…", small=True)
        self.ready.hide()
        self.share.hide()
        self.add(self._build_slip())
        self.kind.activated.connect(self._on_kind_chosen)
        self.meeting.activated.connect(self._on_meeting_chosen)
        self.ready.clicked.connect(self._on_ready)
        self.share.clicked.connect(self._on_share)

    def _build_slip(self) -> QWidget:
        for choice in (self.kind, self.meeting):
            choice.keep_to(_LEAST_LETTERS)
        slip = NotePaper(self.appearance, "Question")
        head = Row(self.appearance, gap=Space.CLOSE)
        head.add(self.state, stretch=1)
        head.add(self.delete)
        foot = Flow(self.appearance, gap=Space.CLOSE)
        foot.add(self.ready, self.share)
        slip.add(self.belongs, head, self.text, self.kind, self.meeting, foot)
        return slip

    @property
    @override
    def record(self) -> DraftQuestion | None:
        """Return the question as it was last seen."""
        return self._draft

    @override
    def first_act(self, words: str) -> Act[NotebookRecord]:
        """Return the act of drafting the question."""
        return self.workspace.desk.notebook.new_question(
            self.subject, self.label, words, self._chosen_kind(), self._chosen_meeting()
        )

    @override
    def next_act(self, words: str) -> Act[NotebookRecord] | None:
        """Return the act of redrafting it."""
        if self._draft is None:
            return None
        uid = DraftQuestionUid(self._draft.uid)
        return self.workspace.desk.notebook.redrafted(uid, text=words)

    @override
    def take(self, record: Note | DraftQuestion | None) -> None:
        """Show a question as it is on the disk."""
        self._draft = record if isinstance(record, DraftQuestion) else None
        self.ready.setVisible(self._draft is not None)
        self.share.setVisible(self._draft is not None and self._draft.state is QuestionState.READY)
        if self._draft is None:
            return
        self.text.show_saved(self._draft.text)
        is_ready = self._draft.state is QuestionState.READY
        self.state.setText("Ready to be shared" if is_ready else "Draft question")
        move = Move.BACK_TO_DRAFT if is_ready else Move.READY
        self.ready.set_words(RULES[move].words)
        self.kind.choose(self._draft.kind)
        if self._draft.meeting is not None and self.meeting.findData(self._draft.meeting) < 0:
            self.meeting.addItem("An earlier meeting", self._draft.meeting)
        self.meeting.choose(self._draft.meeting)

    def _chosen_kind(self) -> QuestionKind | None:
        # Qt hands a text enumeration back as plain text.
        return QuestionKind(str(self.kind.value)) if self.kind.value else None

    def _chosen_meeting(self) -> MeetingUid | None:
        return next((uid for uid in self._meeting_uids() if uid == self.meeting.value), None)

    def _meeting_uids(self) -> list[MeetingUid]:
        return [self.meeting.itemData(place) for place in range(1, self.meeting.count())]

    def _on_kind_chosen(self, _place: int) -> None:
        kind, draft = self._chosen_kind(), self._draft
        if draft is not None and kind != draft.kind:
            before = draft.kind
            self._amend(
                "Choose kind", lambda d: replace(d, kind=kind), lambda d: replace(d, kind=before)
            )

    def _on_meeting_chosen(self, _place: int) -> None:
        meeting, draft = self._chosen_meeting(), self._draft
        if draft is not None and meeting != draft.meeting:
            before = draft.meeting
            self._amend(
                "Choose meeting",
                lambda d: replace(d, meeting=meeting),
                lambda d: replace(d, meeting=before),
            )

    def _on_ready(self) -> None:
        draft = self._draft
        if draft is None:
            return
        self.save_due.emit()
        is_ready = draft.state is QuestionState.READY
        after = QuestionState.DRAFT if is_ready else QuestionState.READY
        self.amended.emit(AmendedStep.to_state(self.workspace, draft, after))

    def _on_share(self) -> None:
        self.save_due.emit()
        if self._draft is not None:
            place = Place(PageKey.QUESTIONS, self._draft.uid, SHARE)
            self.workspace.navigator.open(place)

    def _amend(self, words: str, amend: Amendment, restore: Amendment) -> None:
        self.save_due.emit()
        if self._draft is not None:
            self.amended.emit(AmendedStep(self.workspace, words, self._draft, amend, restore))


_LEAST_LETTERS = 12
