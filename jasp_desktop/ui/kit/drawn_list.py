"""What lists have in common whose rows a delegate paints."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.type_scale import Type


class DrawnList(QListView):
    """One column of painted rows on a plane, laid out anew for its width and the text size."""

    def __init__(
        self, appearance: Appearance, name: str, plane: Colour, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self._plane = plane
        self.setAccessibleName(name)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        appearance.changed.connect(self._on_appearance_changed)
        self._on_appearance_changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out for the new width; a chosen row that was seen stays in view."""
        current = self.currentIndex()
        before = QRect(QPoint(0, 0), event.oldSize())
        was_seen = current.isValid() and self.visualRect(current).intersects(before)
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
        if was_seen:
            self.executeDelayedItemsLayout()
            self.scrollTo(current)

    def _on_appearance_changed(self) -> None:
        palette, theme = self.palette(), self.appearance.theme
        palette.setColor(palette.ColorRole.Base, theme.colour(self._plane))
        self.setPalette(palette)
        # Under a style sheet the viewport has a palette of its own, which inherits nothing.
        self.viewport().setPalette(palette)
        self.setFont(theme.font(Type.UI))
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
