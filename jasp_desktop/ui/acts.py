"""What a person does to records, with undo and redo."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoCommand, QUndoStack

from jasp_desktop.domain.changes import Act
from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.notebook import NotebookRecord
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.records import Record
from jasp_desktop.services.notebook import NotebookService
from jasp_desktop.services.register import RegisterService
from jasp_desktop.ui.jobs import JobRunner
from jasp_desktop.ui.newest_work import NewestWork

MOST_AT_ONCE = 500
"""Records that the window's own thread changes back in an instant; more go to the worker."""

_WAIT = "A large act is being taken back or done again. Wait for it, or cancel it, then try again."
_STOPPED = "Stopped. The register is as it was."


class Acts(QObject):
    """Carries acts out, remembers them for undo, and tells every page what to load again.

    A large act, such as an import, is taken back and done again by the worker; the register is not
    changed by hand meanwhile. ``refused`` says why something could not be undone or redone, and
    ``held`` why it was not even tried.
    """

    register_changed = Signal()
    notebook_changed = Signal()
    refused = Signal(str)
    held = Signal(str)

    def __init__(
        self,
        register: RegisterService,
        notebook: NotebookService,
        jobs: JobRunner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._register = register
        self._notebook = notebook
        self.stack = QUndoStack(self)
        self._work = NewestWork(jobs, self)
        self._step: _Step | None = None
        self._work.answered.connect(self._on_worked)
        self._work.refused.connect(self._on_work_refused)
        self._work.stopped.connect(self._on_work_stopped)

    @property
    def is_busy(self) -> bool:
        """Tell whether the worker takes an act back or does it again."""
        return self._step is not None

    def do(self, act: Act[Record]) -> None:
        """Change the register.

        Raises:
            UserError: It was refused; nothing changed.
        """
        if self.is_busy:
            raise UserError(_WAIT)
        self._change_register(act)
        self._remember(act)

    def note_done(self, act: Act[Record]) -> None:
        """Remember an act that the worker has carried out already, such as an import."""
        self._remember(act)
        self.register_changed.emit()

    def take(self, words: str, step: Callable[[], None], back: Callable[[], None]) -> None:
        """Change what the register keeps beside its records, such as a saved mapping.

        Raises:
            UserError: It was refused; nothing changed.
        """
        if self.is_busy:
            raise UserError(_WAIT)
        redo, undo = self._told(step), self._told(back)
        redo()
        self.stack.push(_Command(words, redo, undo, self.refused.emit))

    def write(self, act: Act[NotebookRecord]) -> None:
        """Change the member's own notebook.

        Raises:
            UserError: It was refused; nothing changed.
        """
        self._change_notebook(act)
        self.stack.push(
            _Command(
                act.words,
                lambda: self._change_notebook(act),
                lambda: self._change_notebook(act.inverse),
                self.refused.emit,
            )
        )

    def save(self, act: Act[NotebookRecord]) -> None:
        """Save words as they are typed: the editor itself undoes typing, so no step is kept.

        Raises:
            UserError: It was refused; nothing changed.
        """
        self._change_notebook(act)

    @Slot()
    def undo(self) -> None:
        """Take the last act back."""
        self._go(is_undo=True)

    @Slot()
    def redo(self) -> None:
        """Do the act again that was taken back last."""
        self._go(is_undo=False)

    def _go(self, *, is_undo: bool) -> None:
        if self.is_busy:
            self.held.emit(_WAIT)
            return
        stack = self.stack
        command = stack.command(stack.index() - 1 if is_undo else stack.index())
        if isinstance(command, _RegisterCommand) and len(command.act.changes) > MOST_AT_ONCE:
            self._start(_Step(command, is_undo))
        elif is_undo:
            stack.undo()
        else:
            stack.redo()

    def _start(self, step: "_Step") -> None:
        """Let the worker take a step; the stack follows when it is done."""
        self._step = step
        register, act = self._register, step.act
        verb = "Taking back" if step.is_undo else "Doing again"

        def work(progress: Progress) -> None:
            register.carry_out(act, progress)

        self._work.ask(f"{verb}: {act.words}", work)

    @Slot(object)
    def _on_worked(self, _nothing: object) -> None:
        self._end(None)

    @Slot(str)
    def _on_work_refused(self, sentence: str) -> None:
        if sentence:
            self._end(UserError(sentence))
        else:
            self._step = None

    @Slot()
    def _on_work_stopped(self) -> None:
        self._step = None
        self.held.emit(_STOPPED)

    def _end(self, error: UserError | None) -> None:
        """Move the stack over a step that the worker has taken, or was refused."""
        step, self._step = self._step, None
        if step is None:
            return
        stack = self.stack
        place = stack.index() - 1 if step.is_undo else stack.index()
        if stack.command(place) is not step.command:
            # Something was pushed meanwhile, such as a note: what was done is an act of its own.
            if error is None:
                self.note_done(step.act)
            else:
                self.refused.emit(str(error))
            return
        step.command.settle(error)
        if step.is_undo:
            stack.undo()
        else:
            stack.redo()

    def _remember(self, act: Act[Record]) -> None:
        self.stack.push(
            _RegisterCommand(
                act, self._change_register, self.register_changed.emit, self.refused.emit
            )
        )

    def _told(self, step: Callable[[], None]) -> Callable[[], None]:
        def told() -> None:
            step()
            self.register_changed.emit()

        return told

    def _change_register(self, act: Act[Record]) -> None:
        self._register.carry_out(act)
        self.register_changed.emit()

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


class _RegisterCommand(_Command):
    """A step on the register, which the worker may have taken by the time it is asked for."""

    def __init__(
        self,
        act: Act[Record],
        change: Callable[[Act[Record]], None],
        tell: Callable[[], None],
        refuse: Callable[[str], None],
    ) -> None:
        super().__init__(
            act.words,
            lambda: self._take(act),
            lambda: self._take(act.inverse),
            refuse,
        )
        self.act = act
        self._change, self._tell = change, tell
        self._is_settled = False
        self._error: UserError | None = None

    def settle(self, error: UserError | None) -> None:
        """Take note that the worker has taken the next step, or why it was refused."""
        self._is_settled, self._error = True, error

    def _take(self, act: Act[Record]) -> None:
        if not self._is_settled:
            self._change(act)
            return
        self._is_settled = False
        if self._error is not None:
            raise self._error
        self._tell()


@dataclass(frozen=True, slots=True)
class _Step:
    """A command that the worker takes back or does again."""

    command: _RegisterCommand
    is_undo: bool

    @property
    def act(self) -> Act[Record]:
        return self.command.act.inverse if self.is_undo else self.command.act
