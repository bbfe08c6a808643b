"""What a person does to records, with undo and redo."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from jasp_desktop.domain.changes import Act
from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.notebook import NotebookRecord
from jasp_desktop.domain.records import Record
from jasp_desktop.services.notebook import NotebookService
from jasp_desktop.services.register import RegisterService


class Acts(QObject):
    """Carries acts out, remembers them for undo, and tells every page what to load again."""

    register_changed = Signal()
    notebook_changed = Signal()
    refused = Signal(str)

    def __init__(
        self,
        register: RegisterService,
        notebook: NotebookService,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._register = register
        self._notebook = notebook
        self.stack = QUndoStack(self)

    def do(self, act: Act[Record]) -> None:
        """Change the register.

        Raises:
            UserError: It was refused; nothing changed.
        """
        self._push(act.words, lambda: self._change_register(act), lambda: self._undo_register(act))

    def note_done(self, act: Act[Record]) -> None:
        """Remember an act that the worker has carried out already, such as an import."""
        command = _Command(
            act.words,
            lambda: self._change_register(act),
            lambda: self._undo_register(act),
            self.refused.emit,
        )
        self.stack.push(command)
        self.register_changed.emit()

    def write(self, act: Act[NotebookRecord]) -> None:
        """Change the member's own notebook.

        Raises:
            UserError: It was refused; nothing changed.
        """
        self._push(
            act.words,
            lambda: self._change_notebook(act),
            lambda: self._change_notebook(act.inverse),
        )

    def save(self, act: Act[NotebookRecord]) -> None:
        """Save words as they are typed: the editor itself undoes typing, so no step is kept.

        Raises:
            UserError: It was refused; nothing changed.
        """
        self._change_notebook(act)

    def _push(self, words: str, redo: Callable[[], None], undo: Callable[[], None]) -> None:
        redo()
        self.stack.push(_Command(words, redo, undo, self.refused.emit))

    def _change_register(self, act: Act[Record]) -> None:
        self._register.carry_out(act)
        self.register_changed.emit()

    def _undo_register(self, act: Act[Record]) -> None:
        self._change_register(act.inverse)

    def _change_notebook(self, act: Act[NotebookRecord]) -> None:
        self._notebook.carry_out(act)
        self.notebook_changed.emit()


class _Command(QUndoCommand):
    """One step; it has been done when it is pushed."""

    def __init__(
        self,
        words: str,
        redo: Callable[[], None],
        undo: Callable[[], None],
        refuse: Callable[[str], None],
    ) -> None:
        super().__init__(words)
        self._redo = redo
        self._undo = undo
        self._refuse = refuse
        self._is_done = True

    def redo(self) -> None:
        """Do it again, unless it was only just done."""
        if self._is_done:
            self._is_done = False
            return
        self._attempt(self._redo)

    def undo(self) -> None:
        """Take it back."""
        self._attempt(self._undo)

    def _attempt(self, step: Callable[[], None]) -> None:
        try:
            step()
        except UserError as error:
            # What changed meanwhile cannot be undone or redone; the step leaves the stack.
            self.setObsolete(True)
            self._refuse(str(error))
