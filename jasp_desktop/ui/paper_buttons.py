"""The buttons by which a page goes to the printer, into a PDF file or into a list's file."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.ui.exporting import export_list
from jasp_desktop.ui.kit.buttons import Button
from jasp_desktop.ui.kit.planes import Flow
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.page import Page
from jasp_desktop.ui.page_printing import PagePrinting
from jasp_desktop.ui.page_saving import PageSaving


class PaperButtons(Flow):
    """Prints, saves or exports what a page shows at that moment.

    A page that has no paper of its own only exports.
    """

    def __init__(
        self, page: Page, *, has_paper: bool = True, parent: QWidget | None = None
    ) -> None:
        appearance = page.workspace.appearance
        super().__init__(appearance, gap=Space.CLOSE, parent=parent)
        self._page = page
        self._printing = PagePrinting(page.workspace, self)
        self._saving = PageSaving(page.workspace, self)
        self.print = Button(appearance, "Print…", icon="printer", small=True)
        self.print.setAccessibleDescription("Key Ctrl+P")
        self.save = Button(appearance, "Save as PDF…", icon="download", small=True)
        self.export = Button(appearance, "Export…", icon="download", small=True)
        self.export.setAccessibleDescription("Key Ctrl+E")
        self.add(self.print, self.save, self.export)
        for button in (self.print, self.save):
            button.setVisible(has_paper)
        self.print.clicked.connect(self._on_print)
        self.save.clicked.connect(self._on_save)
        self.export.clicked.connect(self._on_export)

    @Slot()
    def _on_print(self) -> None:
        if (printed := self._page.printed_page()) is not None:
            self._printing.print_page(printed)

    @Slot()
    def _on_save(self) -> None:
        if (printed := self._page.printed_page()) is not None:
            self._saving.save_page(printed)

    @Slot()
    def _on_export(self) -> None:
        if (shown := self._page.shown_list()) is not None:
            export_list(self._page.workspace, shown)
