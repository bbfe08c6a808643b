"""A page on paper: its pages are made in the worker, then go to the printer."""

from typing import cast

from PySide6.QtCore import QObject, Slot

from jasp_desktop.domain.errors import UserError
from jasp_desktop.ui.briefs.preview import kept_for_a_moment
from jasp_desktop.ui.newest_work import NewestWork
from jasp_desktop.ui.page import PrintedPage
from jasp_desktop.ui.workspace import Workspace


class PagePrinting(QObject):
    """Prints what a page shows; who asks again lets go of the print before."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._making = NewestWork(workspace.jobs, self)
        self._making.answered.connect(self._on_made)
        self._making.refused.connect(self._on_refused)

    def print_page(self, printed: PrintedPage) -> None:
        """Make a page's paper and print it."""
        self._making.ask(f"Making the pages of “{printed.title}”", printed.make)

    @Slot(object)
    def _on_made(self, pdf: object) -> None:
        try:
            with kept_for_a_moment(cast("bytes", pdf), self._workspace.desk.home) as path:
                self._workspace.printer.print_pdf(path)
        except UserError as error:
            self._workspace.notices.fail(str(error))

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        if sentence:
            self._workspace.notices.fail(sentence)
