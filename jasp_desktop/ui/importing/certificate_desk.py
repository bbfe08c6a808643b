"""What a person does with a certificate: keep it, print it, take its import back."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Slot

from jasp_desktop.domain.changes import Act
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.records import ImportBatch, Record, Report
from jasp_desktop.services.undoing import ImportStands
from jasp_desktop.ui.importing.certificate_facts import ShownCertificate, shown
from jasp_desktop.ui.importing.certificate_view import CertificateView
from jasp_desktop.ui.newest_work import NewestWork
from jasp_desktop.ui.page import PrintedPage
from jasp_desktop.ui.page_printing import PagePrinting
from jasp_desktop.ui.page_saving import PageSaving
from jasp_desktop.ui.places import PageKey, Place
from jasp_desktop.ui.workspace import Workspace


class CertificateDesk(QObject):
    """Shows one certificate at a time and carries out what its buttons ask for."""

    def __init__(
        self, workspace: Workspace, view: CertificateView, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.view = view
        self.shown: ShownCertificate | None = None
        self._report: Report | None = None
        self._undoing = NewestWork(workspace.jobs, self)
        self._printing = PagePrinting(workspace, self)
        self._saving = PageSaving(workspace, self)
        self._connect()

    def _connect(self) -> None:
        self.view.report_wanted.connect(self._on_report_wanted)
        self.view.undo_wanted.connect(self._on_undo_wanted)
        self.view.pdf_wanted.connect(self._on_pdf_wanted)
        self.view.print_wanted.connect(self._on_print_wanted)
        self._undoing.answered.connect(self._on_undoing_answered)
        self._undoing.stopped.connect(self._on_undoing_stopped)
        self._undoing.refused.connect(self._on_refused)
        self._undoing.is_working_changed.connect(self._on_working_changed)

    @property
    def file(self) -> str:
        """Return the name of the file whose certificate is shown."""
        return self.shown.file if self.shown else ""

    def show_batch(self, batch: ImportBatch, report: Report | None = None) -> None:
        """Show the certificate that the register keeps."""
        self.show(shown(batch), report)

    def show(self, certificate: ShownCertificate, report: Report | None = None) -> None:
        """Show a certificate, and lead to the report that it brought, if it brought one."""
        self.shown, self._report = certificate, report
        self.view.show_certificate(
            certificate, has_report=report is not None, can_undo=certificate.uid is not None
        )
        self.view.scroll_to(0)

    def reload(self) -> None:
        """Show whether the import still stands."""
        certificate = self.shown
        if certificate is None or certificate.uid is None:
            return
        batches = self.workspace.desk.certificates.batches()
        kept = next((each for each in batches if each.uid == certificate.uid), None)
        if kept is None:
            # Taken back as the act that it was, by Ctrl+Z: even its certificate is gone.
            self.view.show_undone(is_undone=True, shown=certificate)
            return
        self.shown = shown(kept)
        self.view.show_undone(is_undone=kept.undone_at is not None, shown=self.shown)

    @Slot()
    def _on_report_wanted(self) -> None:
        if self._report is not None:
            self.workspace.navigator.open(Place(PageKey.REPORT, self._report.uid))

    @Slot()
    def _on_undo_wanted(self) -> None:
        if self.shown is None or self.shown.uid is None:
            return
        desk, uid, now = self.workspace.desk, self.shown.uid, self.workspace.now()

        def undo(progress: Progress) -> Act[Record] | tuple[str, ...]:
            try:
                act = desk.undoing.undoing(uid, progress)
            except ImportStands as standing:
                return standing.reasons
            desk.back_up(now, progress)
            desk.register.carry_out(act, progress)
            return act

        self._undoing.ask(f"Undoing the import of {self.shown.file}", undo)

    @Slot(object)
    def _on_undoing_answered(self, answer: object) -> None:
        if isinstance(answer, tuple):
            self.view.show_reasons(answer)
        else:
            self.workspace.acts.note_done(cast("Act[Record]", answer))
            self.reload()

    @Slot()
    def _on_undoing_stopped(self) -> None:
        self.workspace.notices.tell("Stopped. The import stands as it was.")

    @Slot()
    def _on_pdf_wanted(self) -> None:
        if (paper := self._paper()) is not None:
            self._saving.save_page(paper)

    @Slot()
    def _on_print_wanted(self) -> None:
        if (paper := self._paper()) is not None:
            self._printing.print_page(paper)

    def _paper(self) -> PrintedPage | None:
        if self.shown is None or self.shown.uid is None:
            return None
        certificates, uid = self.workspace.desk.certificates, self.shown.uid
        return PrintedPage(
            f"Certificate of {Path(self.shown.file).stem}",
            lambda progress: certificates.printed(uid, progress),
        )

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        if sentence:
            self.workspace.notices.fail(sentence)

    @Slot()
    def _on_working_changed(self) -> None:
        if self._undoing.is_working:
            self.view.undo.setEnabled(False)
        elif self.shown is not None:
            self.view.undo.setEnabled(self.shown.undone_at is None)
