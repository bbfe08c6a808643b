"""The head of a board: its name, what it counts, its siblings, and the way to paper and file."""

from PySide6.QtWidgets import QWidget

from jasp_desktop.ui.beside import Beside
from jasp_desktop.ui.exporting import export_list
from jasp_desktop.ui.kit.buttons import Button
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.kit.space import EM, Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.page import Page
from jasp_desktop.ui.page_printing import PagePrinting
from jasp_desktop.ui.page_switch import PageSwitch
from jasp_desktop.ui.places import PageKey

_LEAST = 900
_LOW_EM = 38
"""Under this height, in ems of the text size, a page folds what stands around its table."""


class BoardHead(Column):
    """Stands over a page that can be printed and exported; add its filters below."""

    def __init__(
        self, page: Page, title: str, here: PageKey, parent: QWidget | None = None
    ) -> None:
        appearance = page.workspace.appearance
        super().__init__(
            appearance,
            gap=Space.NEAR,
            margins=(Space.MARGIN, Space.ROOM, Space.MARGIN, Space.CLOSE),
            parent=parent,
        )
        self._page = page
        self._printing = PagePrinting(page.workspace, self)
        self.title = Label(appearance, title, Type.H1)
        self.quiet = Label(appearance, "", Type.SMALL, Colour.INK2, wrap=True)
        words = Column(appearance, gap=Space.HAIR)
        words.add(self.title, self.quiet)
        self.switch = PageSwitch(page.workspace, here)
        self.print = Button(appearance, "Print…", icon="printer", small=True)
        self.print.setAccessibleDescription("Key Ctrl+P")
        self.export = Button(appearance, "Export…", icon="download", small=True)
        self.export.setAccessibleDescription("Key Ctrl+E")
        self.switch.add(self.print, self.export)
        self.add(
            Beside(appearance, words, self.switch, least=_LEAST, gap=Space.CLOSE, stretches=(1, 0))
        )
        self.print.clicked.connect(self._on_print)
        self.export.clicked.connect(self._on_export)

    def fold_for(self, height: int) -> bool:
        """Leave out what is said elsewhere too where a page is low; tell whether it is."""
        is_low = height < _LOW_EM * self.appearance.theme.px(EM)
        self.quiet.setVisible(not is_low)
        return is_low

    def _on_print(self) -> None:
        if (printed := self._page.printed_page()) is not None:
            self._printing.print_page(printed)

    def _on_export(self) -> None:
        if (shown := self._page.shown_list()) is not None:
            export_list(self._page.workspace, shown)
