"""Asks the worker for one thing at a time: who asks again lets go of the question before."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.progress import Progress
from jasp_desktop.ui.jobs import Job, JobRunner


class NewestWork(QObject):
    """The newest piece of work of one view.

    ``answered`` carries what it brought, ``refused`` the sentence of why it could not be done,
    ``stopped`` comes when a person cancelled it, ``dropped`` carries an answer that nobody waits
    for any more. A defect is raised, and the window reports it.
    """

    answered = Signal(object)
    refused = Signal(str)
    stopped = Signal()
    dropped = Signal(object)
    is_working_changed = Signal()

    def __init__(self, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None

    @property
    def is_working(self) -> bool:
        """Tell whether an answer is still to come."""
        return self._job is not None

    def ask(self, words: str, work: Callable[[Progress], object]) -> None:
        """Put work in the queue and let go of what was asked before; ``words`` say what it is."""
        self._forget()
        job = self._jobs.start(words, work)
        job.succeeded.connect(self._on_succeeded)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        self._job = job
        self.is_working_changed.emit()

    def let_go(self) -> None:
        """Stop what is under way; its answer is not wanted any more."""
        if self._job is not None:
            self._forget()
            self.is_working_changed.emit()

    def _forget(self) -> None:
        if self._job is None:
            return
        self._job.succeeded.disconnect(self._on_succeeded)
        self._job.failed.disconnect(self._on_failed)
        self._job.cancelled.disconnect(self._on_cancelled)
        # It may have been done before it could be stopped.
        self._job.succeeded.connect(self.dropped)
        self._job.cancel()
        self._job = None

    def _end(self) -> None:
        self._job = None
        self.is_working_changed.emit()

    @Slot(object)
    def _on_succeeded(self, answer: object) -> None:
        self._end()
        self.answered.emit(answer)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, UserError):
            self.refused.emit("")
            raise error
        self.refused.emit(str(error))

    @Slot()
    def _on_cancelled(self) -> None:
        self._end()
        self.stopped.emit()
