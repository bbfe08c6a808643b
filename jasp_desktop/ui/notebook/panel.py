"""The notebook beside a page: the member's own questions and notes about what is shown there."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.identity import MeetingUid
from jasp_desktop.domain.marks import PRIVATE
from jasp_desktop.domain.notebook import DraftQuestion, Note
from jasp_desktop.domain.records import Subject
from jasp_desktop.domain.vocabulary import MeetingStatus
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Hairline, Label, StatusWord
from jasp_desktop.ui.kit.plain_text import set_plain_tip
from jasp_desktop.ui.kit.planes import Column, Row
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.notebook.foot import NotebookFoot
from jasp_desktop.ui.notebook.sheets import NoteSheet, QuestionSheet, Sheet
from jasp_desktop.ui.notebook.steps import AmendedStep, DeletedStep
from jasp_desktop.ui.workspace import Workspace

RETRY_MS = 5_000


class NotebookPanel(Column):
    """Questions and notes on one subject. Typing saves itself; nothing typed is ever dropped."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace.appearance, Colour.NOTEBOOK, parent=parent)
        self.workspace = workspace
        self._subject: Subject | None = None
        self._label = ""
        self._sheets: list[Sheet] = []
        self._build()
        self._connect()
        self._show_subject_words()
        self._show_saved()

    def _build(self) -> None:
        appearance = self.workspace.appearance
        self.setAccessibleName("My notebook")
        head = Column(
            appearance, gap=Space.HAIR, margins=(Space.SIDE, Space.GAP, Space.SIDE, Space.CLOSE)
        )
        self.about = Label(appearance, "", Type.SMALL, Colour.INK2, elide=True)
        head.add(
            Label(appearance, "My notebook", Type.H3),
            StatusWord(appearance, PRIVATE, paper=Colour.NOTEBOOK),
            self.about,
        )
        self.pages = ScrollPage(
            appearance, Colour.NOTEBOOK, gap=Space.CLOSE, margin=Space.SIDE, top=Space.TIGHT
        )
        self.pages.setAccessibleName("Notes and questions")
        self.questions = _Part(self.workspace, "Questions", "Question", "Ctrl+Shift+N")
        self.notes = _Part(self.workspace, "Notes", "Note", "Ctrl+N")
        self.nothing = Label(appearance, "", Type.UI, Colour.INK2, wrap=True)
        self.pages.body.add(self.nothing, self.questions, self.notes)
        self.foot = NotebookFoot(appearance)
        self.add(head)
        self.add(self.pages, stretch=1)
        self.add(self.foot)

    def _connect(self) -> None:
        self._again = QTimer(self)
        self._again.setInterval(RETRY_MS)
        self._again.timeout.connect(self.flush)
        self.foot.retried.connect(self.flush)
        self.questions.add_button.clicked.connect(self.new_question)
        self.notes.add_button.clicked.connect(self._on_note_asked)

    def show_subject(self, subject: Subject | None, label: str) -> None:
        """Show what the member wrote about a record; words not saved yet are saved first."""
        self.flush()
        is_other = subject != self._subject
        self._subject, self._label = subject, label
        self._show_subject_words()
        self.reload()
        if is_other:
            self.pages.scroll_to(0)

    def reload(self) -> None:
        """Load the questions and notes again; boxes that are typed in keep focus and cursor."""
        records: list[Note | DraftQuestion] = []
        if self._subject is not None:
            page = self.workspace.desk.notebook.page(self._subject)
            records = [*page.drafts, *page.notes]
        by_uid = {record.uid: record for record in records}
        for sheet in list(self._sheets):
            record = sheet.record
            if record is not None and record.uid in by_uid:
                sheet.take(by_uid.pop(record.uid))
            elif sheet.is_unsaved:
                sheet.belongs.setVisible(sheet.subject != self._subject)
            elif record is not None or sheet.subject != self._subject:
                self._remove(sheet)
        for record in records:
            if record.uid in by_uid:
                self._add_record(record)
        self._show_counts()
        if not self.foot.is_failing:
            self._show_saved()

    def new_note(self, quote: str | None = None) -> None:
        """Start a note, under the words of the page that it quotes."""
        if self._subject is not None:
            sheet = NoteSheet(self.workspace, self._subject, self._label, quote)
            self._start(sheet, self.notes)

    def new_question(self) -> None:
        """Start a question."""
        if self._subject is not None:
            meetings = self._meetings()
            sheet = QuestionSheet(self.workspace, self._subject, self._label, meetings)
            self._start(sheet, self.questions)

    def flush(self) -> bool:
        """Save everything that is typed; return whether all of it is on the disk."""
        # All of them are tried, not only up to the first that fails.
        failed = [sheet for sheet in list(self._sheets) if not self._save(sheet)]
        return not failed

    @property
    def written(self) -> int:
        """Return how many questions and notes there are on the subject."""
        return sum(sheet.record is not None for sheet in self._sheets)

    def _meetings(self) -> list[tuple[str, MeetingUid]]:
        lines = self.workspace.desk.register.meetings()
        planned = [line.meeting for line in lines if line.meeting.status is MeetingStatus.PLANNED]
        planned.sort(key=lambda meeting: meeting.held_on)
        return [(f"For {in_words(meeting.held_on)}", meeting.uid) for meeting in planned]

    def _start(self, sheet: Sheet, part: "_Part") -> None:
        self._add(sheet, part)
        sheet.start()
        self._show_counts()

    def _add_record(self, record: Note | DraftQuestion) -> None:
        if isinstance(record, Note):
            note = NoteSheet(self.workspace, record.subject, record.label, record.quote)
            self._add(note, self.notes)
            note.take(record)
        else:
            question = QuestionSheet(self.workspace, record.subject, record.label, self._meetings())
            self._add(question, self.questions)
            question.take(record)

    def _add(self, sheet: Sheet, part: "_Part") -> None:
        self._sheets.append(sheet)
        sheet.save_due.connect(self._on_save_due)
        sheet.left_empty.connect(self._on_left_empty)
        sheet.delete_asked.connect(self._on_delete_asked)
        if isinstance(sheet, QuestionSheet):
            sheet.amended.connect(self._on_amended)
        part.put_first(sheet)

    def _remove(self, sheet: Sheet) -> None:
        self._sheets.remove(sheet)
        sheet.hide()
        sheet.setParent(None)
        sheet.deleteLater()

    def _save(self, sheet: Sheet) -> bool:
        if not sheet.is_unsaved:
            return True
        try:
            sheet.save()
        except UserError as error:
            self.foot.show_failure(str(error))
            self._again.start()
            return False
        # A sheet that was kept only for its unsaved words goes now.
        self.reload()
        if not any(one.is_unsaved for one in self._sheets):
            self._again.stop()
            self._show_saved()
        return True

    def _bin(self, sheet: Sheet) -> None:
        record = sheet.record
        if record is None:
            self._remove(sheet)
            self._show_counts()
            return
        words = "Delete note" if isinstance(record, Note) else "Delete question"
        step = DeletedStep(self.workspace, words, record)
        # What was typed but not saved must not keep the sheet here once its record is gone.
        sheet.text.mark_saved()
        try:
            step.forth()
        except UserError as error:
            self.workspace.notices.fail(str(error))
            return
        self.workspace.acts.stack.push(step)
        self.reload()

    def _sender_sheet(self) -> Sheet | None:
        sender = self.sender()
        return sender if isinstance(sender, Sheet) and sender in self._sheets else None

    def _on_save_due(self) -> None:
        if (sheet := self._sender_sheet()) is not None:
            self._save(sheet)

    def _on_left_empty(self) -> None:
        if (sheet := self._sender_sheet()) is not None and not sheet.text.words:
            self._bin(sheet)

    def _on_delete_asked(self) -> None:
        sheet = self._sender_sheet()
        # Saved first, so that undo brings back the last words and not those before them.
        if sheet is not None and (not sheet.text.words or self._save(sheet)):
            self._bin(sheet)

    def _on_amended(self, step: AmendedStep) -> None:
        try:
            step.forth()
        except UserError as error:
            self.workspace.notices.fail(str(error))
            self.reload()
            return
        self.workspace.acts.stack.push(step)
        self.reload()

    def _on_note_asked(self) -> None:
        self.new_note()

    def _show_saved(self) -> None:
        self.foot.show_saved(self.workspace.desk.notebook.last_saved(), self.workspace.now())

    def _show_subject_words(self) -> None:
        self.about.setText(self._label)
        self.about.setVisible(bool(self._label) and self._subject is not None)
        has_subject = self._subject is not None
        self.questions.setVisible(has_subject)
        self.notes.setVisible(has_subject)
        self.nothing.setVisible(not has_subject)
        self.nothing.setText(
            "Your notes and questions appear here. "
            "Open a report, a finding or a meeting to write about it."
        )

    def _show_counts(self) -> None:
        notes = sum(isinstance(sheet, NoteSheet) for sheet in self._sheets)
        self.notes.show_count(notes)
        self.questions.show_count(len(self._sheets) - notes)


class _Part(Column):
    """Questions or notes: the heading with the count, the way to write another, the sheets."""

    def __init__(self, workspace: Workspace, title: str, one: str, key: str) -> None:
        appearance = workspace.appearance
        super().__init__(appearance, gap=Space.CLOSE)
        self.count = Label(appearance, "", Type.UI, Colour.INK2)
        self.add_button = Button(appearance, one, ButtonKind.LINK, icon="plus")
        self.add_button.setAccessibleName(f"New {one.lower()}")
        self.add_button.setAccessibleDescription(f"Key {key}")
        set_plain_tip(self.add_button, key)
        head = Row(appearance, gap=Space.CLOSE)
        head.add(Label(appearance, title, Type.UI_BOLD), self.count)
        head.add_stretch()
        head.add(self.add_button)
        self.empty = Label(
            appearance, f"No {title.lower()} of yours here yet.", Type.SMALL, Colour.INK2, wrap=True
        )
        self._sheets = Column(appearance, gap=Space.GAP)
        self.add(head, Hairline(appearance), self.empty, self._sheets)
        self.add_space(Space.CLOSE)

    def put_first(self, sheet: Sheet) -> None:
        """Put a sheet on top of the others: the newest is read first."""
        layout = self._sheets.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(0, sheet)
            # Now, not when the layout comes to it: the focus goes only to what is shown.
            sheet.show()

    def show_count(self, count: int) -> None:
        """Show how many there are."""
        self.count.setText(f"{count}" if count else "")
        self.empty.setVisible(not count)
