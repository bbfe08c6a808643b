"""Importing: choose a file or paste text, check what it proposes, accept, see what was done."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from jasp_desktop.domain.changes import Act
from jasp_desktop.domain.imports import Certificate, RowCounts
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.records import ImportBatch, Record, Report
from jasp_desktop.exchange.trackers.reading import is_spreadsheet
from jasp_desktop.services.imports import ImportPlan
from jasp_desktop.ui.importing.certificate_desk import CertificateDesk
from jasp_desktop.ui.importing.certificate_facts import ShownCertificate, shown
from jasp_desktop.ui.importing.certificate_view import CertificateView
from jasp_desktop.ui.importing.choose_view import ChooseView
from jasp_desktop.ui.importing.paste_view import PasteView
from jasp_desktop.ui.importing.review_view import ReviewView
from jasp_desktop.ui.importing.steps import Step, Steps
from jasp_desktop.ui.importing.tracker.look import Look, look_at
from jasp_desktop.ui.importing.tracker.wizard import TrackerWizard
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.planes import Row
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.newest_work import NewestWork
from jasp_desktop.ui.page import Page
from jasp_desktop.ui.places import Crumb, Place
from jasp_desktop.ui.workspace import Workspace

_FILES = (
    "Trackers, letters, report pages and registers "
    "(*.xlsx *.xlsm *.csv *.tsv *.txt *.html *.htm *.docx *.pdf *.json)"
)
_PASTED = "Pasted text"
_LETTER_STEPS = (Step("File"), Step("Check"), Step("Certificate"))
_STOPPED = "The import was stopped. Nothing on the register has changed."


class ImportPage(Page):
    """One import at a time; the place's detail is the path of a file to read."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._path: Path | None = None
        self._name = ""
        self._plan: ImportPlan | None = None
        self._steps_taken: Sequence[Step] = _LETTER_STEPS
        self.setAcceptDrops(True)
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self.workspace.appearance
        margins = (Space.MARGIN, Space.TIGHT, Space.MARGIN, Space.TIGHT)
        top = Row(look, Colour.PAGE, margins=margins, edges="b")
        self.steps = Steps(look, [step.name for step in _LETTER_STEPS])
        top.add(self.steps, stretch=1)
        self.choose = ChooseView(look)
        self.paste = PasteView(look)
        self.check = ReviewView(look)
        self.wizard = TrackerWizard(self.workspace)
        self.certificate = CertificateView(look)
        self.certificates = CertificateDesk(self.workspace, self.certificate, self)
        self.stack = QStackedWidget()
        for view in (self.choose, self.paste, self.check, self.wizard, self.certificate):
            self.stack.addWidget(view)
        self.outer.addWidget(top)
        self.outer.addWidget(self.stack, 1)
        self._reading = NewestWork(self.workspace.jobs, self)
        self._importing = NewestWork(self.workspace.jobs, self)

    def _connect(self) -> None:
        for asks in (self.choose.chosen, self.check.another_wanted):
            asks.connect(self._on_choose)
        self.choose.paste_wanted.connect(self._on_paste_wanted)
        self.choose.certificate_wanted.connect(self._on_certificate_wanted)
        self.paste.back_wanted.connect(self._on_begin)
        self.paste.read_wanted.connect(self._on_pasted)
        self.check.accepted.connect(self._on_accepted)
        self.wizard.left.connect(self._on_choose)
        self.wizard.steps_changed.connect(self._show_steps)
        self.wizard.accepted.connect(self._on_tracker_accepted)
        self.certificate.another_wanted.connect(self._on_choose)
        self.certificate.all_wanted.connect(self._on_begin)
        self._reading.answered.connect(self._on_read)
        self._reading.refused.connect(self._on_unreadable)
        self._reading.stopped.connect(self._on_begin)
        self._reading.dropped.connect(self._on_dropped)
        self._importing.answered.connect(self._on_imported)
        self._importing.refused.connect(self._on_import_refused)
        self._importing.stopped.connect(self._on_import_stopped)
        self._importing.is_working_changed.connect(self._on_importing_changed)

    def show_place(self, place: Place) -> None:
        """Show the import that is under way; read the file named, unless it is the one shown."""
        self.reload()
        if place.detail and Path(place.detail) != self._path:
            self._read_file(Path(place.detail))

    def reload(self) -> None:
        """Load the earlier imports again, and whether the one that is shown still stands."""
        self.choose.show_earlier(self.workspace.desk.certificates.batches())
        self.certificates.reload()

    def crumbs(self) -> list[Crumb]:
        """Return the page's name and the file's."""
        name = self._name
        if self.stack.currentWidget() is self.certificate:
            name = self.certificates.file
        if not name:
            return [Crumb("Import")]
        return [Crumb("Import"), Crumb(name)]

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self._read_file(path)

    def _show(self, view: QWidget) -> None:
        self.stack.setCurrentWidget(view)
        self._show_steps()
        self.crumbs_changed.emit()

    @Slot()
    def _show_steps(self) -> None:
        view = self.stack.currentWidget()
        if view is self.wizard:
            self.steps.show_steps(*self.wizard.steps())
            return
        if view is self.certificate:
            self.steps.show_steps(self._steps_taken, len(self._steps_taken) - 1)
            return
        self.steps.show_steps(_LETTER_STEPS, int(view is self.check))

    @Slot()
    def _on_begin(self) -> None:
        """Begin anew, with nothing under way."""
        self._leave()
        self.choose.show_waiting()
        self.reload()
        self._show(self.choose)
        self.choose.choose.setFocus()

    def _leave(self) -> None:
        self._reading.let_go()
        self.wizard.forget()
        self._path, self._plan, self._name = None, None, ""

    @Slot()
    def _on_choose(self) -> None:
        path = self.workspace.files.open_file("Choose a file to import", _FILES)
        if path is not None:
            self._read_file(path)

    @Slot()
    def _on_paste_wanted(self) -> None:
        self._leave()
        self._name = _PASTED
        self._show(self.paste)
        self.paste.start()

    @Slot(str, str)
    def _on_pasted(self, name: str, words: str) -> None:
        imports = self.workspace.desk.imports
        self._read(name, lambda progress: imports.propose_text(name, words, progress))

    def _read_file(self, path: Path) -> None:
        desk = self.workspace.desk

        def read(progress: Progress) -> Look | ImportPlan:
            if not is_spreadsheet(path):
                return desk.imports.propose(path, progress)
            file = desk.trackers.look(path, progress)
            try:
                return look_at(desk.trackers, file, progress)
            except BaseException:
                file.close()
                raise

        if self._read(path.name, read):
            self._path = path

    def _read(self, name: str, work: Callable[[Progress], object]) -> bool:
        if self._importing.is_working:
            self.workspace.notices.tell("An import is running. Choose the next file after it.")
            return False
        self._leave()
        self._name = name
        self.choose.show_reading(name)
        self._show(self.choose)
        self._reading.ask(f"Reading {name}", work)
        return True

    @Slot(object)
    def _on_read(self, found: object) -> None:
        if isinstance(found, Look):
            self.wizard.start(found)
            self._show(self.wizard)
            return
        self._plan = cast("ImportPlan", found)
        self.check.show_plan(self._plan)
        self._show(self.check)

    @Slot(object)
    def _on_dropped(self, found: object) -> None:
        if isinstance(found, Look):
            found.file.close()

    @Slot(str)
    def _on_unreadable(self, sentence: str) -> None:
        self._path, self._name = None, ""
        if sentence:
            self.choose.show_fault(sentence)
        else:
            self.choose.show_waiting()
        self.crumbs_changed.emit()

    @Slot()
    def _on_accepted(self) -> None:
        plan, review = self._plan, self.check.review
        if plan is None or self._importing.is_working:
            return
        imports = self.workspace.desk.imports
        accepted = review.accepted() if review else None

        def import_(progress: Progress) -> Act[Record]:
            chosen = plan if accepted is None else imports.plan(plan.proposal, accepted)
            return imports.accept(chosen, progress)

        self._importing.ask(f"Importing {plan.proposal.file}", import_)

    @Slot()
    def _on_tracker_accepted(self) -> None:
        plan = self.wizard.plan
        if plan is None or self._importing.is_working:
            return
        imports, totals = self.workspace.desk.imports, self.wizard.totals
        self._importing.ask(
            f"Importing {plan.file}",
            lambda progress: imports.accept(plan, progress, totals),
        )

    @Slot(object)
    def _on_imported(self, done: object) -> None:
        act = cast("Act[Record]", done)
        after = [change.after for change in act.changes]
        batch = next((each for each in after if isinstance(each, ImportBatch)), None)
        report = self._accepted_report()
        is_tracker = self.stack.currentWidget() is self.wizard
        self._steps_taken = self.wizard.steps()[0] if is_tracker else _LETTER_STEPS
        certificate = shown(batch) if batch else self._uncertified()
        if act.changes or act.panel:
            self.workspace.acts.note_done(act)
        if certificate is not None:
            self.certificates.show(certificate, report)
            self._show(self.certificate)
        self.wizard.forget()

    def _accepted_report(self) -> Report | None:
        if self.stack.currentWidget() is not self.check or self.check.review is None:
            return None
        accepted = self.check.review.accepted()
        return next((each for each in accepted if isinstance(each, Report)), None)

    def _uncertified(self) -> ShownCertificate | None:
        """Return what a whole register brought: it keeps no certificate of its own."""
        if self._plan is None:
            return None
        proposal, counts = self._plan.proposal, self.check.counts
        return ShownCertificate(
            uid=None,
            file=proposal.file,
            sha256=proposal.sha256,
            kind=proposal.kind,
            when=self.workspace.now(),
            counts=RowCounts(
                counts.read, counts.added, counts.changed, counts.unchanged, 0, counts.refused
            ),
            certificate=Certificate(),
        )

    @Slot(str)
    def _on_import_refused(self, sentence: str) -> None:
        if sentence:
            self.workspace.notices.fail(sentence)

    @Slot()
    def _on_import_stopped(self) -> None:
        self.workspace.notices.tell(_STOPPED)

    @Slot()
    def _on_importing_changed(self) -> None:
        is_working = self._importing.is_working
        self.check.set_working(is_working=is_working)
        self.wizard.set_importing(is_importing=is_working)

    @Slot(object)
    def _on_certificate_wanted(self, batch: ImportBatch) -> None:
        self._leave()
        self._steps_taken = _LETTER_STEPS
        self.certificates.show_batch(batch)
        self._show(self.certificate)


def _dropped(event: QDragEnterEvent | QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())
