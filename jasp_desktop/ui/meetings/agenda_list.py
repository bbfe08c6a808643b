"""The agenda as a list that is put in order by dragging, or with Alt+Shift and the arrows."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.list_pane import ListPane
from jasp_desktop.ui.kit.space import Measure

_MOVES: Mapping[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_MOVING = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
_NONE = -1


class AgendaList(ListPane):
    """The meeting itself in its first row, which stays there, and its items.

    ``stepped`` carries a row and by how much it is to go on; ``dropped`` a row and the one under
    which it was let go. ``removal_asked`` carries the row of the Delete key.
    """

    stepped = Signal(int, int)
    dropped = Signal(int, int)
    removal_asked = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "Agenda", parent)
        self.setAccessibleDescription(
            "Alt, Shift and the up or down arrow move an item; Delete takes it off"
        )
        self._pressed: QPoint | None = None
        self._held = _NONE
        self._above = _NONE

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move or remove the current item; Escape lets go of one that is being dragged."""
        row = self.currentIndex().row()
        by = _MOVES.get(event.key())
        if by is not None and event.modifiers() == _MOVING:
            if row > 0:
                self.stepped.emit(row, by)
        elif event.key() == Qt.Key.Key_Delete and row > 0:
            self.removal_asked.emit(row)
        elif event.key() == Qt.Key.Key_Escape and self._held > 0:
            self._let_go()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a row, perhaps to drag it."""
        super().mousePressEvent(event)
        at = event.position().toPoint()
        is_item = event.button() == Qt.MouseButton.LeftButton and self.indexAt(at).row() > 0
        self._pressed = at if is_item else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the row that was pressed, and show where it would come."""
        at = event.position().toPoint()
        if self._pressed is not None and self._held == _NONE:
            far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            if far:
                self._held = self.indexAt(self._pressed).row()
                self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._held == _NONE:
            super().mouseMoveEvent(event)
            return
        above = self._row_above(at)
        if above != self._above:
            self._above = above
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop the row that is being dragged."""
        held, above = self._held, self._above
        self._let_go()
        if held == _NONE:
            super().mouseReleaseEvent(event)
        elif above not in {_NONE, held, held - 1}:
            self.dropped.emit(held, above)

    def _let_go(self) -> None:
        self._pressed, self._held, self._above = None, _NONE, _NONE
        self.viewport().unsetCursor()
        self.viewport().update()

    def _row_above(self, at: QPoint) -> int:
        """Return the row under which something let go at a point comes to stand."""
        index = self.indexAt(QPoint(1, at.y()))
        if not index.isValid():
            return 0 if at.y() < 0 else self.model().rowCount() - 1
        is_lower_half = at.y() > self.visualRect(index).center().y()
        return max(0, index.row() if is_lower_half else index.row() - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and the line at which the dragged one would come."""
        super().paintEvent(event)
        if self._above == _NONE:
            return
        rect = self.visualRect(self.model().index(self._above, 0))
        thick = self.appearance.theme.px(Measure.EDGE_BAR)
        painter = QPainter(self.viewport())
        colour = self.appearance.theme.colour(Colour.ACCENT)
        painter.fillRect(rect.left(), rect.bottom() + 1 - thick // 2, rect.width(), thick, colour)
