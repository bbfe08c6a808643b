"""Importing a file: choose it, check what it proposes, accept, and see what was done."""

from datetime import datetime
from pathlib import Path
from typing import cast

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from jasp_desktop.domain.changes import Act
from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.records import Record, Report
from jasp_desktop.services.imports import ImportPlan
from jasp_desktop.ui.importing.certificate_view import Certificate, CertificateView
from jasp_desktop.ui.importing.choose_view import ChooseView
from jasp_desktop.ui.importing.review_view import ReviewView
from jasp_desktop.ui.importing.steps import Steps
from jasp_desktop.ui.jobs import Job
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.planes import Row
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.page import Page
from jasp_desktop.ui.places import Crumb, PageKey, Place
from jasp_desktop.ui.workspace import Workspace

_FILES = "Letters, report pages and registers (*.txt *.html *.htm *.docx *.pdf *.json)"
_CHOOSE, _CHECK, _CERTIFICATE = range(3)


class ImportPage(Page):
    """One import at a time; the place's detail is the path of a file to read."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._path: Path | None = None
        self._plan: ImportPlan | None = None
        self._job: Job | None = None
        self._stands_at: int | None = None
        self._report: Report | None = None
        self.setAcceptDrops(True)
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self.workspace.appearance
        margins = (Space.MARGIN, Space.TIGHT, Space.MARGIN, Space.TIGHT)
        top = Row(look, Colour.PAGE, margins=margins, edges="b")
        self.steps = Steps(look, ("File", "Check", "Certificate"))
        top.add(self.steps, stretch=1)
        self.choose = ChooseView(look)
        self.check = ReviewView(look)
        self.certificate = CertificateView(look)
        self.stack = QStackedWidget()
        for view in (self.choose, self.check, self.certificate):
            self.stack.addWidget(view)
        self.outer.addWidget(top)
        self.outer.addWidget(self.stack, 1)

    def _connect(self) -> None:
        for asks in (
            self.choose.chosen,
            self.check.another_wanted,
            self.certificate.another_wanted,
        ):
            asks.connect(self._on_choose)
        self.check.accepted.connect(self._on_accepted)
        self.certificate.report_wanted.connect(self._on_report_wanted)
        self.certificate.undo_wanted.connect(self._on_undo_wanted)
        self.workspace.acts.stack.indexChanged.connect(self._on_acts_moved)

    def show_place(self, place: Place) -> None:
        """Show the import that is under way; read the file named, unless it is the one shown."""
        if place.detail and Path(place.detail) != self._path:
            self._read(Path(place.detail))

    def crumbs(self) -> list[Crumb]:
        """Return the page's name and the file's."""
        if self._path is None:
            return [Crumb("Import")]
        return [Crumb("Import"), Crumb(self._path.name)]

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self._read(path)

    @property
    def _is_importing(self) -> bool:
        return self._job is not None and self._plan is not None

    def _show(self, step: int) -> None:
        self.steps.show_step(step)
        self.stack.setCurrentIndex(step)
        self.crumbs_changed.emit()

    @Slot()
    def _on_choose(self) -> None:
        path = self.workspace.files.open_file("Choose a file to import", _FILES)
        if path is not None:
            self._read(path)

    def _read(self, path: Path) -> None:
        if self._is_importing:
            self.workspace.notices.tell("An import is running. Choose the next file after it.")
            return
        self._leave_job()
        self._path, self._plan = path, None
        self._stands_at = None
        self.choose.show_reading(path.name)
        self._show(_CHOOSE)
        imports = self.workspace.desk.imports
        job = self.workspace.jobs.start(
            f"Reading {path.name}", lambda progress: imports.propose(path, progress)
        )
        job.succeeded.connect(self._on_read)
        job.failed.connect(self._on_unreadable)
        job.cancelled.connect(self._on_reading_cancelled)
        self._job = job

    def _leave_job(self) -> None:
        """Let go of a reading that is not wanted any more."""
        if self._job is None:
            return
        self._job.succeeded.disconnect(self._on_read)
        self._job.failed.disconnect(self._on_unreadable)
        self._job.cancelled.disconnect(self._on_reading_cancelled)
        self._job.cancel()
        self._job = None

    @Slot(object)
    def _on_read(self, plan: object) -> None:
        self._job = None
        self._plan = cast("ImportPlan", plan)
        self.check.show_plan(self._plan)
        self._show(_CHECK)

    @Slot(Exception)
    def _on_unreadable(self, error: Exception) -> None:
        self._job = self._path = None
        if not isinstance(error, UserError):
            self.choose.show_waiting()
            raise error
        self.choose.show_fault(str(error))
        self.crumbs_changed.emit()

    @Slot()
    def _on_reading_cancelled(self) -> None:
        self._job = self._path = None
        self.choose.show_waiting()
        self.crumbs_changed.emit()

    @Slot()
    def _on_accepted(self) -> None:
        plan, review = self._plan, self.check.review
        if plan is None or self._job is not None:
            return
        imports = self.workspace.desk.imports
        accepted = review.accepted() if review else None

        def import_(progress: Progress) -> Act[Record]:
            chosen = plan if accepted is None else imports.plan(plan.proposal, accepted)
            return imports.accept(chosen, progress)

        job = self.workspace.jobs.start(f"Importing {plan.proposal.file}", import_)
        job.succeeded.connect(self._on_imported)
        job.failed.connect(self._on_import_failed)
        job.cancelled.connect(self._on_import_cancelled)
        self._job = job
        self.check.set_working(is_working=True)

    @Slot(object)
    def _on_imported(self, done: object) -> None:
        self._job = None
        self.check.set_working(is_working=False)
        plan, review = self._plan, self.check.review
        if plan is None:
            return
        act = cast("Act[Record]", done)
        if act.changes or act.panel:
            self.workspace.acts.note_done(act)
            self._stands_at = self.workspace.acts.stack.index()
        accepted = review.accepted() if review else []
        self._report = next((each for each in accepted if isinstance(each, Report)), None)
        certificate = Certificate(
            file=plan.proposal.file,
            sha256=plan.proposal.sha256,
            counts=self.check.counts,
            not_understood=len(plan.proposal.not_understood),
            when=_moment(self.workspace.now()),
        )
        self.certificate.show_certificate(certificate, has_report=self._report is not None)
        self.certificate.show_undone(is_undone=False, file=plan.proposal.file)
        self._show(_CERTIFICATE)

    @Slot(Exception)
    def _on_import_failed(self, error: Exception) -> None:
        self._job = None
        self.check.set_working(is_working=False)
        if not isinstance(error, UserError):
            raise error
        self.workspace.notices.fail(str(error))

    @Slot()
    def _on_import_cancelled(self) -> None:
        self._job = None
        self.check.set_working(is_working=False)
        self.workspace.notices.tell("The import was stopped. Nothing on the register has changed.")

    @Slot()
    def _on_report_wanted(self) -> None:
        if self._report is not None:
            self.workspace.navigator.open(Place(PageKey.REPORT, self._report.uid))

    @Slot()
    def _on_undo_wanted(self) -> None:
        stack = self.workspace.acts.stack
        if stack.index() == self._stands_at:
            stack.undo()
            return
        self.workspace.notices.tell(
            "Something was done since. Undo that first: Ctrl+Z takes back one act at a time."
        )

    @Slot(int)
    def _on_acts_moved(self, index: int) -> None:
        if self._stands_at is None or self._plan is None:
            return
        file = self._plan.proposal.file
        self.certificate.show_undone(is_undone=index < self._stands_at, file=file)


def _dropped(event: QDragEnterEvent | QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())


def _moment(when: datetime) -> str:
    return f"{in_words(when.date())}, {when:%H:%M}"
