"""One person at one open desk, in one window: builds what works there and wires it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.listings import FindingFilter, FindingQuery
from jasp_desktop.domain.records import Panel
from jasp_desktop.services.opening import Desk
from jasp_desktop.ui.acts import Acts
from jasp_desktop.ui.dialogs import UnsavedDialog, UnsavedFormsDialog
from jasp_desktop.ui.jobs import JobRunner
from jasp_desktop.ui.live.addresses import live_place
from jasp_desktop.ui.notebook_side import NotebookSide
from jasp_desktop.ui.places import PageKey, Place
from jasp_desktop.ui.status_words import as_at_words, backup_words, is_backup_due, saved_words
from jasp_desktop.ui.visits import Visits
from jasp_desktop.ui.window import Folding, MainWindow
from jasp_desktop.ui.window_commands import WindowCommands
from jasp_desktop.ui.workspace import FileDialogs, Navigator, Notices, Printer, Workspace


class Sitting(QObject):
    """Everything of one window that needs the open register.

    ``panel_named`` carries the panel's name whenever it is read.
    """

    panel_named = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        desk: Desk,
        jobs: JobRunner,
        notices: Notices,
        *,
        files: FileDialogs,
        printer: Printer,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(window)
        self.window = window
        self._page_is_stale = False
        self._was_refused = False
        self.workspace = Workspace(
            desk=desk,
            appearance=window.appearance,
            jobs=jobs,
            acts=Acts(desk.register, desk.notebook, jobs, self),
            navigator=Navigator(self),
            notices=notices,
            files=files,
            printer=printer,
            now=now,
        )
        self.visits = Visits(window, self.workspace, self)
        self.notebook = NotebookSide(window, self.workspace, self)
        self.commands = WindowCommands(window, self.workspace, self.visits, self.notebook, self)
        self._last_index = 0
        self._connect()

    def _connect(self) -> None:
        acts, notices, band = self.workspace.acts, self.workspace.notices, self.window.notices
        notices.told.connect(band.tell)
        notices.failed.connect(band.fail)
        acts.register_changed.connect(self._on_register_changed)
        acts.notebook_changed.connect(self._on_notebook_changed)
        acts.refused.connect(self._on_refused)
        acts.held.connect(notices.tell)
        acts.stack.indexChanged.connect(self._on_act_counted)
        self.visits.arrived.connect(self._on_arrived)
        self.visits.subject_changed.connect(self._follow_subject)
        self.window.folded.connect(self._show_status)
        self.window.close_asked.connect(self._on_close_asked)
        self.window.file_dropped.connect(self._on_file_dropped)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def start(self, place: Place) -> None:
        """Show the first place, then make the day's backup behind it."""
        self._show_register()
        self._show_status()
        self.visits.open(place)
        self._resume(place)
        self._tell_of_drafts()
        desk, now = self.workspace.desk, self.workspace.now()
        if is_backup_due(desk.last_backup(), now):
            self._back_up(now)

    def _resume(self, place: Place) -> None:
        """Go on with a meeting that was being held when the program ended."""
        spot = self.workspace.desk.live.spot()
        if spot is not None and place.page is PageKey.HOME:
            self.visits.open(live_place(spot.meeting, spot.question))

    def _tell_of_drafts(self) -> None:
        drafts = len(self.workspace.desk.drafts.kept())
        if drafts:
            forms = "A form was" if drafts == 1 else f"{drafts:,} forms were"
            self.workspace.notices.tell(
                f"{forms} filled in and not saved when the program ended. What you typed is kept, "
                "and offered under Register."
            )

    def _back_up(self, now: datetime) -> None:
        desk = self.workspace.desk
        job = self.workspace.jobs.start(
            "Making a checked backup", lambda progress: desk.back_up(now, progress)
        )
        job.succeeded.connect(self._show_status)
        job.failed.connect(self._on_failed)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.workspace.notices.fail(str(error))

    @Slot()
    def _on_register_changed(self) -> None:
        self._show_register()
        self._show_status()
        self.visits.reload()
        self.notebook.panel.reload()

    @Slot()
    def _on_notebook_changed(self) -> None:
        self.notebook.panel.reload()
        self.notebook.count()
        self._count_questions()
        self._show_status()
        # Words save themselves while they are typed: the page waits until the typing is over.
        if self._is_writing(QApplication.focusWidget()):
            self._page_is_stale = True
        else:
            self.visits.reload()

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._page_is_stale and now is not None and not self._is_writing(now):
            self._page_is_stale = False
            self.visits.reload()

    def _is_writing(self, widget: QWidget | None) -> bool:
        return widget is not None and self.notebook.panel.isAncestorOf(widget)

    @Slot()
    def _on_arrived(self) -> None:
        self._page_is_stale = False
        self.window.notices.age()
        self._follow_subject()

    @Slot()
    def _follow_subject(self) -> None:
        if self.visits.page is not None:
            self.notebook.follow(self.visits.page)

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        self._was_refused = True
        self.workspace.notices.fail(sentence)

    @Slot(int)
    def _on_act_counted(self, index: int) -> None:
        before, self._last_index = self._last_index, index
        was_refused, self._was_refused = self._was_refused, False
        stack, band = self.workspace.acts.stack, self.window.notices
        if was_refused:
            return
        if index > before:
            band.done(stack.text(index - 1))
        elif index < before:
            band.undone(stack.text(index))

    @Slot(Path)
    def _on_file_dropped(self, path: Path) -> None:
        self.visits.open(Place(PageKey.IMPORT, detail=str(path)))

    @Slot()
    def _on_close_asked(self) -> None:
        unsaved = self.visits.unsaved()
        if unsaved and not UnsavedFormsDialog(self.window.appearance, unsaved, self.window).exec():
            self.window.may_close = False
            return
        if not self.notebook.panel.flush():
            dialog = UnsavedDialog(self.window.appearance, self.window)
            self.window.may_close = bool(dialog.exec())
        if self.window.may_close:
            self.visits.let_go()

    def _show_register(self) -> None:
        register, rail = self.workspace.desk.register, self.window.rail
        panel = register.panel()
        self.window.name_panel(panel.name if panel else "")
        self.panel_named.emit(panel.name if panel else "")
        rail.set_count(PageKey.REPORTS, len(register.reports()))
        rail.set_count(PageKey.FINDINGS, register.finding_totals(FindingQuery())[FindingFilter.ALL])
        rail.set_count(PageKey.MEETINGS, len(register.meetings()))
        self._count_questions()

    def _count_questions(self) -> None:
        count = self.workspace.desk.questions.count()
        self.window.rail.set_count(PageKey.QUESTIONS, count)

    @Slot()
    def _show_status(self) -> None:
        desk, now = self.workspace.desk, self.workspace.now()
        panel = desk.register.panel()
        left = [
            as_at_words(panel.as_at if panel else None),
            saved_words(desk.notebook.last_saved(), now),
            backup_words(desk.last_backup(), now),
        ]
        right = [_marking(panel), self._text_words(), "F1  Keys and help"]
        if self.window.folding is Folding.ONE_PANE:
            left, right = left[:2], right[1:2]
        self.window.status.set_left(left)
        self.window.status.set_right(right)

    def _text_words(self) -> str:
        return f"Text {self.window.appearance.theme.text_size}\u00a0%"


def _marking(panel: Panel | None) -> str:
    return panel.default_marking.value if panel else "Not marked"
