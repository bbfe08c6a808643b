"""The window: builds everything and wires it.

The frame is painted first. Behind that paint the worker imports and opens the register; nothing
of it is imported here.
"""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.progress import Progress
from jasp_desktop.services.home_folder import HomeFolder, find_home
from jasp_desktop.ui.dialogs import FaultDialog, RefusalDialog
from jasp_desktop.ui.faults import Faults, log_to
from jasp_desktop.ui.jobs import JobRunner
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.cards import EmptyState
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.next_paint import NextPaint
from jasp_desktop.ui.places import PageKey, Place
from jasp_desktop.ui.preferences import Preferences
from jasp_desktop.ui.window import PROGRAM, MainWindow
from jasp_desktop.ui.work_line import WorkLine

if TYPE_CHECKING:
    from jasp_desktop.ui.opening import OpenedHome
    from jasp_desktop.ui.sitting import Sitting

FIRST_PAINT, DATA = "first-paint", "data"

_OFF_SCREEN = frozenset({"offscreen", "minimal"})
_IN_USE = (
    "JASP Desktop is already open on this folder. Use that window: two copies at once could write "
    "over one another."
)
_NOT_OPENED = (
    "Your files could not be opened, because the program made a mistake. They were left as they "
    "are."
)


def main(*, home: Path | None, is_demo: bool, file: Path | None, leave_at: str | None) -> int:
    """Open the window and return the exit code when it is closed.

    ``leave_at`` ends the program by itself once that much is painted.
    """
    application = _application()
    faults = Faults()
    try:
        with _home(home, is_demo=is_demo) as folder, _only_copy(folder):
            return _run(application, Program(application, folder, faults, is_demo), file, leave_at)
    except UserError as refusal:
        return _refuse(application, str(refusal))
    finally:
        faults.remove()


def self_check() -> int:
    """Start every part once, off screen, on the sample data; say a line for each."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = _application()
    faults = Faults()
    with _home(None, is_demo=True) as folder, _only_copy(folder):
        program = Program(application, folder, faults, is_demo=True)
        check = import_module("jasp_desktop.ui.self_check").SelfCheck(folder, _say)
        program.opened.connect(check.run)
        program.broken.connect(check.fail)
        faults.found.connect(check.fail)
        return _run(application, program, None, None)


class Program(QObject):
    """One window on one home.

    ``opened`` carries the sitting once the first page shows; ``broken`` the sentence that stands
    in its place.
    """

    opened = Signal(object)
    broken = Signal(str)

    def __init__(
        self,
        application: QApplication,
        home: HomeFolder,
        faults: Faults,
        is_demo: bool,  # noqa: FBT001 - one of two homes, said by name everywhere
    ) -> None:
        super().__init__(application)
        self._home, self._is_demo, self._faults = home, is_demo, faults
        self._file: Path | None = None
        self._opened: OpenedHome | None = None
        self.sitting: Sitting | None = None
        self.preferences = Preferences(home.path)
        self.appearance = Appearance(
            application, self.preferences.scheme, self.preferences.text_size
        )
        self.window = MainWindow(self.appearance, self.preferences.panel)
        self.jobs = JobRunner(self)
        self._connect()

    def _connect(self) -> None:
        self._faults.found.connect(self._on_fault_found)
        self.appearance.changed.connect(self._on_appearance_changed)
        self.window.close_asked.connect(self._remember)

    def start(self, file: Path | None) -> None:
        """Show the frame; ``file`` is taken to Import once the register is open."""
        self._file = file
        if not self.preferences.geometry.isEmpty():
            self.window.restoreGeometry(self.preferences.geometry)
        self.window.status.set_left(["Opening the register…"])
        self.window.show()

    def end(self) -> None:
        """Stop the work in hand and let go of the files."""
        self.jobs.shut_down()
        if self._opened is not None:
            self._opened.desk.close()
        self.window.deleteLater()

    @Slot()
    def open(self) -> None:
        """Open the register in the worker and show the first page."""
        job = self.jobs.start("Opening the register", self._open_home)
        job.succeeded.connect(self._on_opened)
        job.failed.connect(self._on_not_opened)

    def _open_home(self, progress: Progress) -> "OpenedHome":
        """Import and open; runs in the worker."""
        # A collection among half-made modules would hold the window up for as long as it takes.
        gc.disable()
        try:
            opening = import_module("jasp_desktop.ui.opening")
            import_module("jasp_desktop.ui.home.page")
        finally:
            gc.freeze()
            gc.enable()
        # Kept here too: the window may be closed before it hears that its desk is open.
        self._opened = opening.open_home(self._home, progress, is_demo=self._is_demo)
        return self._opened

    @Slot(object)
    def _on_opened(self, opened: "OpenedHome") -> None:
        # Only now, so that the opening itself shows no Cancel that would leave an empty window.
        self.work_line = WorkLine(self.jobs, self.window.status, self)
        self.work_line.broke.connect(self._on_job_broke)
        sitting: Sitting = import_module("jasp_desktop.ui.opening").sit_down(
            self.window, opened, self.jobs
        )
        self.sitting = sitting
        sitting.panel_named.connect(self._on_panel_named)
        if self.preferences.widths:
            self.window.panes.set_widths(self.preferences.widths)
        place = Place(PageKey.HOME)
        if self._file is not None:
            place = Place(PageKey.IMPORT, detail=str(self._file.absolute()))
        sitting.start(place)
        self.opened.emit(sitting)

    @Slot(Exception)
    def _on_not_opened(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self._faults.note(error)
        sentence = str(error) if isinstance(error, UserError) else _NOT_OPENED
        page = ScrollPage(self.appearance)
        words = EmptyState(self.appearance, sentence, "Close JASP Desktop", is_primary=True)
        words.stepped.connect(self.window.close)
        page.body.add(words)
        self.window.pages.addWidget(page)
        self.window.pages.setCurrentWidget(page)
        self.window.status.set_left(["Not opened"])
        self.broken.emit(sentence)

    @Slot(Exception)
    def _on_job_broke(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self._faults.note(error)

    @Slot(str)
    def _on_fault_found(self, report: str) -> None:
        # One report is enough to read; the log holds the others.
        if not self.window.findChildren(FaultDialog):
            FaultDialog(self.appearance, report, self.window).show()

    @Slot()
    def _on_appearance_changed(self) -> None:
        self.preferences.text_size = self.appearance.theme.text_size
        self.preferences.scheme = self.appearance.chosen_scheme

    @Slot(str)
    def _on_panel_named(self, name: str) -> None:
        self.preferences.panel = name

    @Slot()
    def _remember(self) -> None:
        shown = {key: width for key, width in self.window.panes.widths().items() if width}
        self.preferences.widths = {**self.preferences.widths, **shown}
        self.preferences.geometry = self.window.saveGeometry()
        self.preferences.keep()


def _application() -> QApplication:
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(sys.argv[:1])
    application.setApplicationName(PROGRAM)
    application.setDesktopFileName("jasp-desktop")
    return application


def _run(
    application: QApplication, program: Program, file: Path | None, leave_at: str | None
) -> int:
    is_painted = NextPaint(program.window).painted
    is_painted.connect(application.quit if leave_at == FIRST_PAINT else program.open)
    if leave_at == DATA:
        program.opened.connect(_leave_once_painted)
    program.start(file)
    try:
        return application.exec()
    finally:
        program.end()


def _leave_once_painted(sitting: "Sitting") -> None:
    NextPaint(sitting.window).painted.connect(QApplication.quit)


@contextmanager
def _home(chosen: Path | None, *, is_demo: bool) -> Iterator[HomeFolder]:
    if not is_demo:
        yield find_home(chosen)
        return
    with TemporaryDirectory(prefix="jasp-demo-", ignore_cleanup_errors=True) as folder:
        yield HomeFolder(Path(folder))


@contextmanager
def _only_copy(home: HomeFolder) -> Iterator[None]:
    """Hold the home's lock, and log into it.

    Raises:
        UserError: Another copy of the program holds it.
    """
    lock = QLockFile(str(home.lock))
    # Never stale by age: a window may stay open for weeks. One left by a crash names a process
    # that is gone, and Qt takes it over.
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        if lock.error() is QLockFile.LockError.LockFailedError:
            raise UserError(_IN_USE)
        raise UserError(f"JASP Desktop may not write in “{home.path}”. Choose another folder.")
    log = log_to(home.logs)
    try:
        yield
    finally:
        if log is not None:
            log.close()
        lock.unlock()


def _refuse(application: QApplication, sentence: str) -> int:
    _say(sentence, to_errors=True)
    if application.platformName() not in _OFF_SCREEN:
        RefusalDialog(Appearance(application), sentence).exec()
    return 1


def _say(words: str, *, to_errors: bool = False) -> None:
    stream = sys.stderr if to_errors else sys.stdout
    # A window program on Windows has neither.
    if stream is not None:
        stream.write(words + "\n")
        stream.flush()
