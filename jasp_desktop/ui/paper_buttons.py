"""The buttons by which a page goes to the printer or into a PDF file."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.ui.kit.buttons import Button
from jasp_desktop.ui.kit.planes import Flow
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.page import Page
from jasp_desktop.ui.page_printing import PagePrinting
from jasp_desktop.ui.page_saving import PageSaving


class PaperButtons(Flow):
    """Prints or saves what a page shows at that moment; add what else stands beside them."""

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        appearance = page.workspace.appearance
        super().__init__(appearance, gap=Space.CLOSE, parent=parent)
        self._page = page
        self._printing = PagePrinting(page.workspace, self)
        self._saving = PageSaving(page.workspace, self)
        self.print = Button(appearance, "Print…", icon="printer", key="Ctrl+P", small=True)
        self.save = Button(appearance, "Save as PDF…", icon="download", small=True)
        self.add(self.print, self.save)
        self.print.clicked.connect(self._on_print)
        self.save.clicked.connect(self._on_save)

    @Slot()
    def _on_print(self) -> None:
        if (printed := self._page.printed_page()) is not None:
            self._printing.print_page(printed)

    @Slot()
    def _on_save(self) -> None:
        if (printed := self._page.printed_page()) is not None:
            self._saving.save_page(printed)
