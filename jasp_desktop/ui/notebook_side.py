"""Keeps the notebook beside the page: what it is about, whether there is room for it."""

from PySide6.QtCore import QObject, Slot

from jasp_desktop.domain.records import Subject
from jasp_desktop.ui.focus import focus_first
from jasp_desktop.ui.kit.space import EM, Measure
from jasp_desktop.ui.notebook.panel import NotebookPanel
from jasp_desktop.ui.page import Page
from jasp_desktop.ui.window import NOTEBOOK_PANE, Folding, MainWindow
from jasp_desktop.ui.workspace import Workspace

_WIDE_EM = 90


class NotebookSide(QObject):
    """Shows the notebook beside pages that are about a record.

    With less room it stands behind a button that carries its count; with little, it takes the
    page's place while it is open.
    """

    def __init__(self, window: MainWindow, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._workspace = window, workspace
        self._subject: Subject | None = None
        self._is_opened = False
        self.panel = NotebookPanel(workspace)
        width = Measure.NOTEBOOK if self._has_width_to_spare() else Measure.NOTEBOOK_SMALL
        window.panes.add_pane(self.panel, NOTEBOOK_PANE, width)
        self.panel.hide()
        window.folded.connect(self._arrange)
        window.notebook_button.clicked.connect(self._on_button_clicked)

    def follow(self, page: Page) -> None:
        """Be about what a page is about."""
        self._subject = page.subject()
        self._is_opened = False
        self.panel.show_subject(self._subject, page.subject_label())
        self.count()
        self._arrange()

    def open(self) -> bool:
        """Bring the notebook into view; False when the page is about no record."""
        if self._subject is None:
            return False
        self._is_opened = True
        self._arrange()
        return True

    def count(self) -> None:
        """Show on its button how much is written there."""
        if self._subject is None:
            return
        page = self._workspace.desk.notebook.page(self._subject)
        written = len(page.notes) + len(page.drafts)
        self._window.notebook_button.set_words(f"Notebook {written}" if written else "Notebook")

    def _has_width_to_spare(self) -> bool:
        em = EM * self._window.appearance.theme.text_size / 100
        return self._window.width() >= _WIDE_EM * em

    @Slot()
    def _arrange(self) -> None:
        folding, has_subject = self._window.folding, self._subject is not None
        is_folded = folding is not Folding.FULL
        is_shown = has_subject and (self._is_opened or not is_folded)
        self.panel.setVisible(is_shown)
        self._window.pages.setVisible(not (is_shown and folding is Folding.ONE_PANE))
        self._window.notebook_side.setVisible(has_subject and is_folded)
        self._window.notebook_button.setChecked(is_shown)

    @Slot()
    def _on_button_clicked(self) -> None:
        self._is_opened = not self._is_opened
        self._arrange()
        if self._is_opened:
            focus_first(self.panel)
