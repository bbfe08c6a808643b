"""Undo in the notebook.

What is typed is saved as it is typed, so a record has often changed since a step was made. A step
here looks at the record as it is when it is undone: nothing that was typed meanwhile is lost.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QUndoCommand

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.notebook import DraftQuestion, Note, NotebookRecord
from jasp_desktop.domain.question_moves import RULES, Move
from jasp_desktop.domain.vocabulary import QuestionState
from jasp_desktop.ui.workspace import Workspace


class NotebookStep(QUndoCommand):
    """One step; it has been done when it is pushed."""

    def __init__(self, workspace: Workspace, words: str) -> None:
        super().__init__(words)
        self._workspace = workspace
        self._is_done = True

    def redo(self) -> None:
        """Do it again, unless it was only just done."""
        if self._is_done:
            self._is_done = False
            return
        self._attempt(self.forth)

    def undo(self) -> None:
        """Take it back."""
        self._attempt(self.back)

    def forth(self) -> None:
        """Do it.

        Raises:
            UserError: It was refused; nothing changed.
        """
        raise NotImplementedError

    def back(self) -> None:
        """Undo it.

        Raises:
            UserError: It was refused; nothing changed.
        """
        raise NotImplementedError

    def _attempt(self, step: Callable[[], None]) -> None:
        try:
            step()
        except UserError as error:
            self.setObsolete(True)
            self._workspace.acts.refused.emit(str(error))


class PresenceStep(NotebookStep):
    """A note or question that was written, or put in the bin."""

    def __init__(self, workspace: Workspace, words: str, record: Note | DraftQuestion) -> None:
        super().__init__(workspace, words)
        self._record = record
        self._binning: Act[NotebookRecord] | None = None

    def into_bin(self) -> None:
        """Put the record as it is now in the bin.

        Raises:
            UserError: It was refused; nothing changed.
        """
        binning = self._workspace.desk.notebook.binned(self._record)
        self._workspace.acts.save(binning)
        self._binning = binning

    def out_of_bin(self) -> None:
        """Take the record out again.

        Raises:
            UserError: It was refused; nothing changed.
        """
        if self._binning is not None:
            self._workspace.acts.save(self._binning.inverse)


class WrittenStep(PresenceStep):
    """A note or question that was written."""

    def forth(self) -> None:
        """Take it out of the bin.

        Raises:
            UserError: It was refused; nothing changed.
        """
        self.out_of_bin()

    def back(self) -> None:
        """Put it in the bin.

        Raises:
            UserError: It was refused; nothing changed.
        """
        self.into_bin()


class DeletedStep(PresenceStep):
    """A note or question that was deleted."""

    def forth(self) -> None:
        """Put it in the bin.

        Raises:
            UserError: It was refused; nothing changed.
        """
        self.into_bin()

    def back(self) -> None:
        """Take it out of the bin.

        Raises:
            UserError: It was refused; nothing changed.
        """
        self.out_of_bin()


type Amendment = Callable[[DraftQuestion], DraftQuestion]


class AmendedStep(NotebookStep):
    """A question whose state, kind or meeting was changed."""

    def __init__(
        self,
        workspace: Workspace,
        words: str,
        draft: DraftQuestion,
        amend: Amendment,
        restore: Amendment,
    ) -> None:
        super().__init__(workspace, words)
        self._draft, self._amend, self._restore = draft, amend, restore

    @classmethod
    def to_state(
        cls, workspace: Workspace, draft: DraftQuestion, state: QuestionState
    ) -> "AmendedStep":
        """Return the step that marks a draft as ready, or makes a draft of it again."""
        move = Move.READY if state is QuestionState.READY else Move.BACK_TO_DRAFT
        before = draft.state
        return cls(
            workspace,
            RULES[move].words,
            draft,
            lambda now: replace(now, state=state),
            lambda now: replace(now, state=before),
        )

    def forth(self) -> None:
        """Change the question.

        Raises:
            UserError: It was refused; nothing changed.
        """
        self._change(self._amend)

    def back(self) -> None:
        """Give it back what it had.

        Raises:
            UserError: It was refused; nothing changed.
        """
        self._change(self._restore)

    def _change(self, amendment: Amendment) -> None:
        notebook, subject = self._workspace.desk.notebook, self._draft.subject
        now = next((d for d in notebook.page(subject).drafts if d.uid == self._draft.uid), None)
        if now is None:
            raise UserError("That question was deleted meanwhile. Nothing was changed.")
        after = replace(amendment(now), changed_at=self._workspace.now())
        self._workspace.acts.save(Act(self.text(), (Change[NotebookRecord](now, after),)))
