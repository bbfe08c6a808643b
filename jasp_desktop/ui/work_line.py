"""Shows the work in hand in the status line, with its progress and Cancel."""

from PySide6.QtCore import QObject, Signal, Slot

from jasp_desktop.ui.jobs import Job, JobRunner
from jasp_desktop.ui.kit.status_line import StatusLine


class WorkLine(QObject):
    """Follows every job that is started; jobs run one after another, so one is shown at a time.

    ``broke`` carries an error that is a defect, whoever started the job.
    """

    broke = Signal(Exception)

    def __init__(self, jobs: JobRunner, status: StatusLine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._status = status
        self._queue: list[Job] = []
        jobs.started.connect(self._on_started)
        status.cancel_requested.connect(self._on_cancel_requested)

    @Slot(Job)
    def _on_started(self, job: Job) -> None:
        self._queue.append(job)
        job.progressed.connect(self._on_progressed)
        job.failed.connect(self.broke)
        job.ended.connect(self._on_ended)
        if len(self._queue) == 1:
            self._status.show_work(job.words)

    @Slot(int, int, str)
    def _on_progressed(self, done: int, total: int, words: str) -> None:
        if self._queue and self.sender() is self._queue[0]:
            self._status.show_work(words, done, total)

    @Slot()
    def _on_ended(self) -> None:
        job = self.sender()
        if isinstance(job, Job):
            self._queue.remove(job)
        self._status.end_work()
        if self._queue:
            self._status.show_work(self._queue[0].words)

    @Slot()
    def _on_cancel_requested(self) -> None:
        if self._queue:
            self._queue[0].cancel()
