"""The head of a board: its name, what it counts, its siblings, and the way to paper and file."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.ui.beside import Beside
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.page import Page
from jasp_desktop.ui.page_switch import PageSwitch
from jasp_desktop.ui.paper_buttons import PaperButtons
from jasp_desktop.ui.places import PageKey

HEAD_LEAST = 900
_PAPER, _PAGES = "Print or export", "Other pages"


class BoardHead(Column):
    """Stands over a page with siblings that can be exported; add its filters below.

    Narrower than ``least``, in pixels at 100 %, its buttons stand under its name. Folded, it keeps
    to one line: the siblings, or behind a link the buttons of paper and file.
    """

    def __init__(
        self,
        page: Page,
        title: str,
        here: PageKey,
        *,
        has_paper: bool = True,
        least: int = HEAD_LEAST,
        parent: QWidget | None = None,
    ) -> None:
        appearance = page.workspace.appearance
        super().__init__(
            appearance,
            gap=Space.NEAR,
            margins=(Space.MARGIN, Space.ROOM, Space.MARGIN, Space.CLOSE),
            parent=parent,
        )
        self.title = Label(appearance, title, Type.H1)
        self.quiet = Label(appearance, "", Type.SMALL, Colour.INK2, wrap=True)
        self.switch = PageSwitch(page.workspace, here)
        self.paper = PaperButtons(page, has_paper=has_paper)
        self.other = Button(appearance, _PAPER, ButtonKind.LINK, small=True)
        self.switch.add(self.paper, self.other)
        self._has_paper = has_paper
        self._is_folded = self._shows_paper = False
        above = Beside(
            appearance, self.title, self.switch, least=least, gap=Space.CLOSE, stretches=(1, 0)
        )
        words = Column(appearance, gap=Space.HAIR)
        words.add(above, self.quiet)
        self.add(words)
        self.other.clicked.connect(self._on_other)
        self._fit()

    def fold(self, *, is_folded: bool) -> None:
        """Leave out what the window says elsewhere too, or show it again."""
        if is_folded is not self._is_folded:
            self._is_folded, self._shows_paper = is_folded, False
            self._fit()

    def _fit(self) -> None:
        # A page without paper has one button only, and room for it.
        has_link = self._is_folded and self._has_paper
        self.title.setVisible(not self._is_folded)
        self.quiet.setVisible(not self._is_folded)
        self.switch.show_pages(is_shown=not self._shows_paper)
        self.paper.setVisible(self._shows_paper or not has_link)
        self.other.setVisible(has_link)
        self.other.set_words(_PAGES if self._shows_paper else _PAPER)

    @Slot()
    def _on_other(self) -> None:
        self._shows_paper = not self._shows_paper
        self._fit()
