"""Shows the real pages of a PDF, held in memory, and leafs through them."""

from PySide6.QtCore import QModelIndex, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtPdf import QPdfBookmarkModel, QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QWidget

from jasp_desktop.ui.briefs.printing import opened
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour

_POINTS_AN_INCH = 72
_ZOOMS = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_SAME_ZOOM = 0.01


class Bookmark:
    """A line of the contents: its title, its page from 0 and how deep it lies."""

    __slots__ = ("level", "page", "title")

    def __init__(self, title: str, page: int, level: int) -> None:
        self.title, self.page, self.level = title, page, level


class PagesView(QPdfView):
    """Pages under one another. ``turned`` carries the page shown and how many there are."""

    turned = Signal(int, int)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.appearance = appearance
        # No child of the view: a document says that it closes, and a view half gone would listen.
        self._pdf = QPdfDocument()
        self.setAccessibleName("Pages of the brief")
        self.setFrameShape(QPdfView.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.pageNavigator().currentPageChanged.connect(self._on_page_changed)
        appearance.changed.connect(self._on_appearance_changed)
        self._on_appearance_changed()

    @property
    def pages(self) -> int:
        """Return how many pages there are."""
        return self._pdf.pageCount()

    @property
    def page(self) -> int:
        """Return the page shown, from 0."""
        return self.pageNavigator().currentPage()

    def show_pdf(self, content: bytes) -> None:
        """Show other pages, at the page that was shown before.

        Raises:
            UserError: They cannot be shown; the old ones stay.
        """
        document = opened(content)
        page = self.page
        self._show(document)
        self.go_to(min(page, self.pages - 1))
        self._on_page_changed(self.page)

    def put_away(self) -> None:
        """Show no pages."""
        self._show(QPdfDocument())

    def _show(self, document: QPdfDocument) -> None:
        before, self._pdf = self._pdf, document
        self.setDocument(document)
        before.deleteLater()

    def bookmarks(self) -> list[Bookmark]:
        """Return the contents in their order."""
        model = QPdfBookmarkModel(self)
        model.setDocument(self._pdf)
        found = _bookmarks(model, QModelIndex())
        model.deleteLater()
        return found

    def go_to(self, page: int) -> None:
        """Show a page, from 0."""
        if 0 <= page < self.pages:
            self.pageNavigator().jump(page, QPointF(), 0)

    def zoom_by(self, steps: int) -> None:
        """Take the next larger (1) or smaller (-1) size."""
        now = self._shown_zoom()
        if steps > 0:
            wanted = min((z for z in _ZOOMS if z > now + _SAME_ZOOM), default=_ZOOMS[-1])
        else:
            wanted = max((z for z in _ZOOMS if z < now - _SAME_ZOOM), default=_ZOOMS[0])
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the page at Page Up and Page Down, go to either end at Home and End."""
        pages = {
            Qt.Key.Key_PageDown: self.page + 1,
            Qt.Key.Key_PageUp: self.page - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self.pages - 1,
        }
        page = pages.get(Qt.Key(event.key()))
        if page is None:
            super().keyPressEvent(event)
            return
        self.go_to(page)

    def _shown_zoom(self) -> float:
        if self.zoomMode() is QPdfView.ZoomMode.Custom or not self.pages:
            return self.zoomFactor()
        page = self._pdf.pagePointSize(self.page)
        margins = self.documentMargins()
        scale = _POINTS_AN_INCH / self.logicalDpiX()
        wide = self.viewport().width() - margins.left() - margins.right()
        tall = self.viewport().height() - margins.top() - margins.bottom()
        by_width = wide * scale / page.width()
        if self.zoomMode() is QPdfView.ZoomMode.FitToWidth:
            return by_width
        return min(by_width, tall * scale / page.height())

    @Slot(int)
    def _on_page_changed(self, page: int) -> None:
        self.setAccessibleDescription(f"Page {page + 1:,} of {self.pages:,}")
        self.turned.emit(page, self.pages)

    @Slot()
    def _on_appearance_changed(self) -> None:
        palette = self.palette()
        # The plane on which the sheets lie.
        colour = self.appearance.theme.colour(Colour.RAIL)
        palette.setColor(QPalette.ColorRole.Dark, colour)
        self.setPalette(palette)


def _bookmarks(model: QPdfBookmarkModel, parent: QModelIndex) -> list[Bookmark]:
    found: list[Bookmark] = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        role = QPdfBookmarkModel.Role
        found.append(
            Bookmark(
                model.data(index, role.Title),
                model.data(index, role.Page),
                model.data(index, role.Level),
            )
        )
        found += _bookmarks(model, index)
    return found
