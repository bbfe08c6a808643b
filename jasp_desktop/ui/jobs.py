"""Run one piece of long work at a time, off the window's thread."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, Qt, Signal, Slot

from jasp_desktop.domain.errors import Cancelled
from jasp_desktop.domain.progress import Progress

_REPORT_EVERY_S = 0.05


class Job(QObject):
    """One piece of work. Every public signal is emitted in the window's thread.

    ``ended`` follows whichever of the other three came.
    """

    progressed = Signal(int, int, str)
    succeeded = Signal(object)
    failed = Signal(Exception)
    cancelled = Signal()
    ended = Signal()
    _reported = Signal(int, int, str)
    _settled = Signal(object)

    def __init__(self, words: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self._stop = threading.Event()
        self._quiet_until = 0.0
        # Queued even within one thread: work that is done at once must not end before its
        # caller has connected.
        queued = Qt.ConnectionType.QueuedConnection
        self._reported.connect(self.progressed, queued)
        self._settled.connect(self._on_settled, queued)

    @Slot()
    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._stop.set()

    def report(self, done: int, total: int, words: str) -> None:
        """Pass progress on, at most 20 times a second; called by the work in its own thread.

        Raises:
            Cancelled: The person asked for a stop.
        """
        if self._stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if now >= self._quiet_until:
            self._quiet_until = now + _REPORT_EVERY_S
            self._reported.emit(done, total, words)

    def settle(self, future: Future[object]) -> None:
        """Take the outcome; called in the worker's thread."""
        self._settled.emit(future)

    @Slot(object)
    def _on_settled(self, future: Future[object]) -> None:
        error = None if future.cancelled() else future.exception()
        if future.cancelled() or isinstance(error, Cancelled):
            self.cancelled.emit()
        elif isinstance(error, Exception):
            self.failed.emit(error)
        elif error is not None:
            raise error
        else:
            self.succeeded.emit(future.result())
        self.ended.emit()
        self.deleteLater()


class JobRunner(QObject):
    """Owns the one worker thread; ``started`` carries each new job."""

    started = Signal(Job)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="jasp-work")

    def start(self, words: str, work: Callable[[Progress], object]) -> Job:
        """Put work in the queue and return its handle; ``words`` say what it is."""
        job = Job(words, self)
        self.started.emit(job)
        self._executor.submit(work, job).add_done_callback(job.settle)
        return job

    def shut_down(self) -> None:
        """Ask running work to stop, wait for it, and drop what has not begun."""
        for job in self.findChildren(Job):
            job.cancel()
        self._executor.shutdown(wait=True, cancel_futures=True)
