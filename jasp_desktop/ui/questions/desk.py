"""Carries out what is asked of the question that is chosen."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal, Slot

from jasp_desktop.domain.changes import Act
from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.identity import PersonUid
from jasp_desktop.domain.notebook import DraftQuestion
from jasp_desktop.domain.question_board import Board, QuestionLine, near_duplicates
from jasp_desktop.domain.question_moves import RULES, Move, Wanted, moves_of_state, permitted
from jasp_desktop.domain.records import Question, Record
from jasp_desktop.domain.vocabulary import QuestionState
from jasp_desktop.ui.notebook.sharing import SharedStep
from jasp_desktop.ui.notebook.steps import AmendedStep, DeletedStep, NotebookStep
from jasp_desktop.ui.questions.move_form import Offers
from jasp_desktop.ui.questions.offers import offers_for, offers_for_sharing
from jasp_desktop.ui.questions.planning import Given, need, plan
from jasp_desktop.ui.questions.question_pane import QuestionPane
from jasp_desktop.ui.workspace import Workspace

_AT_ONCE = frozenset({Move.READY, Move.BACK_TO_DRAFT, Move.PART})
"""Moves that ask for nothing: a press makes them."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A form that was begun on another question."""

    move: Move
    typed: dict[Wanted, object]


class QuestionDesk(QObject):
    """Shows a question in its pane and makes its moves.

    ``opened`` asks for another record, ``went_on_to`` carries a question that came of a move.
    A form that is begun stays with its question when another is chosen.
    """

    opened = Signal(str, str)
    went_on_to = Signal(str)

    def __init__(self, workspace: Workspace) -> None:
        self.pane = QuestionPane(workspace.appearance)
        super().__init__(self.pane)
        self._workspace = workspace
        self._line: QuestionLine | None = None
        self._board = Board(())
        self._question: Question | None = None
        self._draft: DraftQuestion | None = None
        self._member: PersonUid | None = None
        self._kept: dict[str, _Kept] = {}
        self.pane.opened.connect(self.opened)
        self.pane.moves.asked.connect(self._on_move_asked)
        self.pane.moves.merge_asked.connect(self._on_merge_asked)
        self.pane.moves.deleted.connect(self._on_deleted)
        self.pane.form.given.connect(self._on_given)
        self.pane.form.left.connect(self._on_form_left)

    def show_line(self, line: QuestionLine | None, board: Board) -> None:
        """Show a question; None for none. What is typed in its form stays."""
        if self._uid != (line.uid if line else None):
            self._put_form_aside()
        self._line, self._board = line, board
        questions = self._workspace.desk.questions
        self._draft = questions.draft(line.uid) if line and line.is_private else None
        self._question = questions.question(line.uid) if line and not line.is_private else None
        self.pane.body.setVisible(line is not None)
        if line is None:
            return
        today = self._workspace.now().date()
        authors = questions.authors(self._question) if self._question else ()
        self.pane.show_line(line, authors, today)
        moves = self._moves()
        self.pane.moves.show_moves(moves, is_private=line.is_private)
        if self._question is not None:
            self._show_story(self._question)
        else:
            self.pane.show_draft()
        self._show_form(moves)

    @property
    def _uid(self) -> str | None:
        return self._line.uid if self._line else None

    def _moves(self) -> tuple[Move, ...]:
        if self._draft is not None:
            return moves_of_state(self._draft.state)
        return permitted(self._question) if self._question is not None else ()

    def _show_story(self, question: Question) -> None:
        questions = self._workspace.desk.questions
        likenesses = [
            each
            for each in near_duplicates(self._board.lines)
            if question.uid in {each.first.uid, each.second.uid}
        ]
        people = self._workspace.desk.register.people(
            [question.answered_by] if question.answered_by else []
        )
        self.pane.show_story(
            question,
            people[0].name if people else None,
            likenesses,
            questions.since_asked(question),
            questions.history(question),
        )

    def focus_moves(self) -> None:
        """Put the focus on the first move, or in the form that is begun."""
        if self.pane.form.isVisible():
            self.pane.form.focus_first()
            return
        shown = [each for each in self.pane.moves.buttons.values() if each.isVisible()]
        if shown:
            shown[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.pane.setFocus(Qt.FocusReason.TabFocusReason)

    def ask_to_share(self) -> None:
        """Open the form that shares the draft, where it is ready."""
        if Move.SHARE in self._moves():
            self._on_move_asked(Move.SHARE.value)

    def leave_form(self) -> None:
        """Put the form away without sending it."""
        self.pane.form.hide()
        self.pane.form.move_shown = None

    def unsaved(self) -> tuple[str, ...]:
        """Return the moves whose forms hold words that were not sent."""
        self._put_form_aside(is_kept_shown=True)
        return tuple(RULES[each.move].words for each in self._kept.values())

    def _put_form_aside(self, *, is_kept_shown: bool = False) -> None:
        form = self.pane.form
        if self._uid is not None:
            self._kept.pop(self._uid, None)
            if form.move_shown is not None and form.is_typed:
                self._kept[self._uid] = _Kept(form.move_shown, form.typed())
        if not is_kept_shown:
            self.leave_form()

    def _show_form(self, moves: tuple[Move, ...]) -> None:
        """Show the form that was begun on this question, where its move is still permitted."""
        form = self.pane.form
        if form.move_shown is not None and form.move_shown not in moves:
            self.leave_form()
        kept = self._kept.get(self._uid or "")
        if kept is not None and form.move_shown is None and kept.move in moves:
            form.begin(kept.move, self._offers(kept.move))
            form.retype(kept.typed)

    def _offers(self, move: Move) -> Offers:
        desk, today = self._workspace.desk, self._workspace.now().date()
        if self._draft is not None:
            return offers_for_sharing(desk, self._draft, self._member, today)
        if self._question is None:
            return Offers()
        return offers_for(desk, move, self._question, self._board.lines, today)

    @Slot(str)
    def _on_move_asked(self, value: str) -> None:
        move = Move(value)
        if move in _AT_ONCE:
            self.leave_form()
            self._make(move, Given())
            return
        self.pane.form.begin(move, self._offers(move))
        self.pane.show_widget(self.pane.form)

    @Slot(str)
    def _on_merge_asked(self, uid: str) -> None:
        offers = self._offers(Move.MERGE)
        offers.begun[Wanted.INTO] = uid
        self.pane.form.begin(Move.MERGE, offers)
        self.pane.show_widget(self.pane.form)

    @Slot(str, object)
    def _on_given(self, value: str, given: Given) -> None:
        self._make(Move(value), given)

    def _make(self, move: Move, given: Given) -> None:
        try:
            if self._draft is not None:
                self._step(self._draft_step(self._draft, move, given))
            elif self._question is not None:
                act = plan(self._workspace.desk.questions, self._question, move, given)
                self._carry_out(move, act)
        except UserError as error:
            if self.pane.form.move_shown is None:
                self._workspace.notices.fail(str(error))
            else:
                self.pane.form.show_fault(error)

    def _carry_out(self, move: Move, act: Act[Record]) -> None:
        # The page loads anew while the act is carried out: the form must not come back then.
        typed = self.pane.form.typed()
        self._forget_form()
        try:
            self._workspace.acts.do(act)
        except UserError:
            if move not in _AT_ONCE:
                self.pane.form.begin(move, self._offers(move))
                self.pane.form.retype(typed)
            raise
        self._go_on(move, act)

    def _go_on(self, move: Move, act: Act[Record]) -> None:
        added = [change.after for change in act.changes if change.before is None]
        new = next((each for each in added if isinstance(each, Question)), None)
        if move is Move.FOLLOW_UP and new is not None:
            self.went_on_to.emit(new.uid)
        self.focus_moves()

    def _draft_step(self, draft: DraftQuestion, move: Move, given: Given) -> NotebookStep:
        if move is Move.SHARE:
            member = need(given.by, Wanted.BY)
            sharing = self._workspace.desk.questions.share(
                draft, member, meeting=given.meeting, on=need(given.on, Wanted.ON)
            )
            self._member = member
            return SharedStep(self._workspace, sharing)
        return AmendedStep.to_state(
            self._workspace,
            draft,
            QuestionState.READY if move is Move.READY else QuestionState.DRAFT,
        )

    def _step(self, step: NotebookStep) -> None:
        move, typed = self.pane.form.move_shown, self.pane.form.typed()
        self._forget_form()
        try:
            step.forth()
        except UserError:
            if move is not None:
                self.pane.form.begin(move, self._offers(move))
                self.pane.form.retype(typed)
            raise
        self._workspace.acts.stack.push(step)
        self.focus_moves()

    def _forget_form(self) -> None:
        self._kept.pop(self._uid or "", None)
        self.leave_form()

    @Slot()
    def _on_form_left(self) -> None:
        move = self.pane.form.move_shown
        self._forget_form()
        if move is not None:
            self.pane.moves.buttons[move].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_deleted(self) -> None:
        if self._draft is None:
            return
        step = DeletedStep(self._workspace, "Delete question", self._draft)
        try:
            self._step(step)
        except UserError as error:
            self._workspace.notices.fail(str(error))
