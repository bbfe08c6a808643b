"""What can be done with a brief: leaf, enlarge, with or without my notes, export, print."""

from PySide6.QtCore import Slot
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QWidget

from jasp_desktop.ui.briefs.pages_view import PagesView
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind, IconButton
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column, Flow, Row
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.ticks import Tick
from jasp_desktop.ui.kit.type_scale import Type


class BriefTools(Column):
    """The title with export and print, and under it the row that steers the pages."""

    def __init__(
        self, appearance: Appearance, pages: PagesView, parent: QWidget | None = None
    ) -> None:
        margins = (Space.MARGIN, Space.GAP, Space.MARGIN, Space.CLOSE)
        super().__init__(
            appearance, Colour.PAGE, gap=Space.TIGHT, margins=margins, edges="b", parent=parent
        )
        self._pages = pages
        self._build()
        self._connect()
        self._show_fit()
        self.set_ready(is_ready=False)

    def _build(self) -> None:
        look = self.appearance
        self.title = Label(look, "", Type.H2, wrap=True)
        self.export = Button(look, "Export…", ButtonKind.PRIMARY, icon="download")
        self.print = Button(look, "Print…", icon="printer")
        top = Row(look, gap=Space.GAP)
        top.add(self.title, stretch=1)
        top.add(self.print, self.export)
        self.previous = IconButton(look, "chevron-up", "Previous page")
        self.next = IconButton(look, "chevron-down", "Next page")
        self.page = Label(look, "", Type.UI)
        self.smaller = IconButton(look, "zoom-out", "Smaller")
        self.larger = IconButton(look, "zoom-in", "Larger")
        self.fit_width = Button(look, "Fit width", small=True)
        self.fit_page = Button(look, "Fit page", small=True)
        for button in (self.fit_width, self.fit_page):
            button.setCheckable(True)
        self.with_notes = Tick(look, "With my notes and questions")
        steering = Flow(look, gap=Space.CLOSE, line_gap=Space.TIGHT)
        steering.add(
            self.previous,
            self.next,
            self.page,
            self.smaller,
            self.larger,
            self.fit_width,
            self.fit_page,
            self.with_notes,
        )
        self.add(top, steering)

    def _connect(self) -> None:
        self.previous.clicked.connect(self._on_previous)
        self.next.clicked.connect(self._on_next)
        self.smaller.clicked.connect(self._on_smaller)
        self.larger.clicked.connect(self._on_larger)
        self.fit_width.clicked.connect(self._on_fit_width)
        self.fit_page.clicked.connect(self._on_fit_page)

    def set_ready(self, *, is_ready: bool) -> None:
        """Let the pages be steered, exported and printed once they are there."""
        for button in (
            self.export,
            self.print,
            self.smaller,
            self.larger,
            self.fit_width,
            self.fit_page,
        ):
            button.setEnabled(is_ready)
        if not is_ready:
            self.show_page(0, 0)

    def show_page(self, page: int, pages: int) -> None:
        """Say which page is shown, from 0, of how many."""
        self.page.setText(f"Page {page + 1:,} of {pages:,}" if pages else "No pages yet")
        self.previous.setEnabled(page > 0)
        self.next.setEnabled(page + 1 < pages)

    def _show_fit(self) -> None:
        mode = self._pages.zoomMode()
        self.fit_width.setChecked(mode is QPdfView.ZoomMode.FitToWidth)
        self.fit_page.setChecked(mode is QPdfView.ZoomMode.FitInView)

    @Slot()
    def _on_previous(self) -> None:
        self._pages.go_to(self._pages.page - 1)

    @Slot()
    def _on_next(self) -> None:
        self._pages.go_to(self._pages.page + 1)

    @Slot()
    def _on_smaller(self) -> None:
        self._zoom(-1)

    @Slot()
    def _on_larger(self) -> None:
        self._zoom(1)

    def _zoom(self, steps: int) -> None:
        self._pages.zoom_by(steps)
        self._show_fit()

    @Slot()
    def _on_fit_width(self) -> None:
        self._fit(QPdfView.ZoomMode.FitToWidth)

    @Slot()
    def _on_fit_page(self) -> None:
        self._fit(QPdfView.ZoomMode.FitInView)

    def _fit(self, mode: QPdfView.ZoomMode) -> None:
        self._pages.setZoomMode(mode)
        self._show_fit()
