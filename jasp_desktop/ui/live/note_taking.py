"""What is noted of the question that is being taken: kept as it is typed, then recorded."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from jasp_desktop.domain.changes import Act
from jasp_desktop.domain.errors import InvalidInput, UserError
from jasp_desktop.domain.identity import PersonUid, Uid
from jasp_desktop.domain.meeting_live import LiveMeeting, LiveQuestion, can_be_asked
from jasp_desktop.domain.meeting_people import is_on_panel
from jasp_desktop.domain.question_moves import Move, permits
from jasp_desktop.domain.records import Question, Record
from jasp_desktop.domain.vocabulary import QuestionKind, QuestionState, Verdict
from jasp_desktop.ui.live.question_view import QuestionView
from jasp_desktop.ui.typed_dates import day_typed
from jasp_desktop.ui.workspace import Workspace

_ANSWER_FIRST = "Note the answer first; then say whether it satisfies."


class NoteTaking(QObject):
    """Keeps the answer of one question at a time, and what is said of it.

    ``member`` is whose questions the drafts are: it is asked once, and remembered.
    """

    def __init__(self, workspace: Workspace, view: QuestionView, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._view = workspace, view
        self._meeting: LiveMeeting | None = None
        self._shown: LiveQuestion | None = None
        self.member: PersonUid | None = None
        self._connect()

    def _connect(self) -> None:
        view = self._view
        view.answer.save_due.connect(self.keep)
        view.answer.left.connect(self.keep)
        view.by.activated.connect(self._on_by)
        view.kind.activated.connect(self._on_kind)
        view.member.activated.connect(self._on_member)
        view.minute.editingFinished.connect(self._on_minute)
        view.due.editingFinished.connect(self._on_due)

    def show(self, meeting: LiveMeeting, question: LiveQuestion) -> None:
        """Take notes of a question from now on."""
        is_another = self._shown is None or self._shown.uid != question.uid
        self._meeting, self._shown = meeting, question
        desk = self._workspace.desk
        if is_another:
            self._view.answer.mark_kept()
            people = desk.questions.people()
            # Who sits on the panel seldom answers it.
            answering = sorted(people, key=is_on_panel)
            self._view.offer_people(desk.questions.askers(), answering)
            self._view.show_kept_at(None)
        self._view.member.choose(self.member or "")
        self._view.show_question(meeting, question, desk.live.facts(question))

    @Slot()
    def keep(self) -> bool:
        """Put what is typed on the disk; False where it could not be, and it stays here.

        Who answers was asked: the first words record that the question was put.
        """
        shown, meeting, box = self._shown, self._meeting, self._view.answer
        if shown is None or meeting is None or not box.is_dirty:
            return True
        try:
            if box.words.strip() and can_be_asked(shown):
                self._put(meeting, shown)
            if shown.question is None and self._shown is shown:
                return True
            self._workspace.desk.live.keep_words(shown.uid, box.words)
        except UserError as error:
            self._view.show_not_kept(str(error))
            return False
        box.mark_kept()
        self._view.show_kept_at(self._workspace.now())
        return True

    def _put(self, meeting: LiveMeeting, question: LiveQuestion) -> None:
        """Record that a question was asked.

        Raises:
            UserError: It could not be recorded.
        """
        act, binned = self._workspace.desk.live.asked(question, meeting, self.member)
        self._workspace.acts.do(act)
        if binned is not None:
            self._workspace.acts.write(binned)

    def ask(self, meeting: LiveMeeting, question: LiveQuestion) -> bool:
        """Record that a question was put; False where something is to be said first."""
        if not can_be_asked(question):
            return True
        try:
            self._put(meeting, question)
        except InvalidInput as error:
            field = self._view.fields["member" if error.field == "by" else "minute"]
            field.show_fault(str(error))
            field.editor.setFocus()
            return False
        except UserError as error:
            self._workspace.notices.fail(str(error))
            return False
        return True

    def settle(self, meeting: LiveMeeting) -> bool:
        """Keep what is typed and record it as the answer; False where it could not be kept."""
        if not self.keep():
            return False
        record = self._record()
        if record is None:
            return True
        return self._do(lambda: self._workspace.desk.live.settled(record, meeting))

    def judge(self, meeting: LiveMeeting, question: LiveQuestion, verdict: Verdict) -> None:
        """Give the verdict on the answer that was noted."""
        if question.question is None or not self.settle(meeting):
            return
        record = self._record()
        if record is None or not permits(record, Move.JUDGE):
            self._workspace.notices.tell(_ANSWER_FIRST)
            return
        if record.verdict is not verdict:
            self._do(lambda: self._workspace.desk.questions.judged(record, verdict))

    def _record(self) -> Question | None:
        """Return the question as it is on the register now; None while it is a draft."""
        if self._shown is None or self._shown.question is None:
            return None
        try:
            return self._workspace.desk.live.question(self._shown.uid)
        except InvalidInput:
            # It was merged away or removed elsewhere: there is nothing left to note it of.
            return None

    def _do(self, plan: Callable[[], Act[Record] | None]) -> bool:
        try:
            act = plan()
            if act is not None:
                self._workspace.acts.do(act)
        except UserError as error:
            self._workspace.notices.fail(str(error))
            return False
        return True

    def _amend(self, words: str, change: Callable[[Question], Question]) -> None:
        if not self.keep():
            return
        before = self._record()
        if before is None:
            return
        after = change(before)
        if after != before:
            self._do(lambda: self._workspace.desk.live.amended(before, after, words))

    @Slot(int)
    def _on_by(self, _place: int) -> None:
        uid = str(self._view.by.value or "")
        person = PersonUid(Uid(uid)) if uid else None
        self._amend("Note who answered", lambda one: replace(one, answered_by=person))

    @Slot(int)
    def _on_kind(self, _place: int) -> None:
        value = self._view.kind.value
        # Qt hands a text enumeration back as plain text.
        kind = QuestionKind(str(value)) if value else None
        self._amend("Choose kind", lambda one: replace(one, kind=kind))

    @Slot(int)
    def _on_member(self, _place: int) -> None:
        uid = str(self._view.member.value or "")
        self.member = PersonUid(Uid(uid)) if uid else None
        self._view.fields["member"].clear_fault()

    @Slot()
    def _on_minute(self) -> None:
        words = self._view.minute.text().strip() or None
        self._amend("Note the minute", lambda one: replace(one, minute=words))

    @Slot()
    def _on_due(self) -> None:
        record, meeting = self._record(), self._meeting
        if record is None or meeting is None:
            return
        field, words = self._view.fields["due"], self._view.due.text().strip()
        field.clear_fault()
        try:
            due = day_typed(words) if words else None
        except UserError as error:
            field.show_fault(str(error))
            return
        if due == record.answer_due:
            return
        if due is None:
            self._amend("Nothing more is due", lambda one: replace(one, answer_due=None))
            return
        if not self.settle(meeting):
            return
        current = self._record() or record
        try:
            if current.state in {QuestionState.PANEL_ACTION, QuestionState.CARRIED_FORWARD}:
                self._amend("Note when more is due", lambda one: replace(one, answer_due=due))
            else:
                questions = self._workspace.desk.questions
                on = current.states[-1].on if current.states else None
                self._workspace.acts.do(questions.outstanding(current, due=due, on=on))
        except UserError as error:
            field.show_fault(str(error))
