"""A page as a PDF file: its pages are made in the worker and written whole."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Slot

from jasp_desktop.domain.progress import Progress
from jasp_desktop.ui.newest_work import NewestWork
from jasp_desktop.ui.page import PrintedPage
from jasp_desktop.ui.workspace import Workspace
from jasp_desktop.whole_files import written_whole


class PageSaving(QObject):
    """Saves what a page shows; who asks again lets go of the file before, which stays as it was."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._making = NewestWork(workspace.jobs, self)
        self._making.answered.connect(self._on_saved)
        self._making.refused.connect(self._on_refused)

    def save_page(self, printed: PrintedPage) -> None:
        """Ask where, make the page's paper and write it there."""
        path = self._workspace.files.save_file(
            f"Save “{printed.title}”", f"{printed.title}.pdf", "PDF (*.pdf)"
        )
        if path is None:
            return

        def work(progress: Progress) -> Path:
            pages = printed.make(progress)
            with written_whole(path) as file:
                file.write(pages)
            return path

        self._making.ask(f"Writing “{printed.title}”", work)

    @Slot(object)
    def _on_saved(self, path: object) -> None:
        self._workspace.notices.tell(f"It is saved as “{cast('Path', path).name}”.")

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        if sentence:
            self._workspace.notices.fail(sentence)
