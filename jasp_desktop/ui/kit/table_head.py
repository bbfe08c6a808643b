"""The headings of a table: each may sort, by mouse or by keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.cell_delegate import draw_line
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.rows import TableColumn
from jasp_desktop.ui.kit.space import Measure, Space
from jasp_desktop.ui.kit.type_scale import Type


class TableHead(QHeaderView):
    """Asks for a sort; the model does it. Left and right go along the headings, Space sorts."""

    sort_requested = Signal(str, Qt.SortOrder)

    def __init__(
        self,
        appearance: Appearance,
        columns: Sequence[TableColumn],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.appearance = appearance
        self.columns = tuple(columns)
        self._sorted: tuple[str, Qt.SortOrder] | None = None
        self._at = 0
        self.setAccessibleName("Headings")
        self.setAccessibleDescription("Left and right choose a heading, Space sorts by it")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSectionsClickable(True)
        self.setSectionsMovable(False)
        self.setHighlightSections(False)
        self.setStretchLastSection(False)
        self.sectionClicked.connect(self._on_section_clicked)

    def show_sort(self, key: str | None, order: Qt.SortOrder) -> None:
        """Show by which column the rows are sorted, or that they are not."""
        self._sorted = None if key is None else (key, order)
        self.viewport().update()

    def _on_section_clicked(self, section: int) -> None:
        column = self.columns[section]
        if not column.can_sort:
            return
        up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        order = down if self._sorted == (column.key, up) else up
        self.sort_requested.emit(column.key, order)

    def sizeHint(self) -> QSize:
        """Return the height of the headings."""
        return QSize(super().sizeHint().width(), self.appearance.theme.px(Measure.TABLE_HEAD))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember the heading for the keyboard."""
        self._at = max(0, self.logicalIndexAt(event.position().toPoint()))
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go along the headings and sort."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self._go(steps[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_section_clicked(self._at)
        else:
            super().keyPressEvent(event)

    def _go(self, step: int) -> None:
        place = self._at + step
        while 0 <= place < self.count() and self.isSectionHidden(place):
            place += step
        if 0 <= place < self.count():
            self._at = place
            self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Draw a heading, the arrow of the sort and the thick rule under it."""
        theme, column = self.appearance.theme, self.columns[logical]
        painter.save()
        painter.fillRect(rect, theme.colour(Colour.PAGE))
        side = theme.px(Space.NEAR)
        area = QRectF(rect).adjusted(side, 0, -side, -Measure.SECTION_RULE)
        is_sorted = self._sorted is not None and self._sorted[0] == column.key
        if is_sorted:
            area = self._paint_arrow(painter, column, area)
        ink = theme.colour(Colour.INK)
        is_right, words = column.is_right, column.heading
        draw_line(painter, theme, area, words, role=Type.SMALL_BOLD, ink=ink, is_right=is_right)
        rule = QRect(rect.left(), rect.bottom() + 1 - Measure.SECTION_RULE, rect.width(), 0)
        rule.setHeight(Measure.SECTION_RULE)
        painter.fillRect(rule, ink)
        if self.hasFocus() and logical == self._at:
            painter.setPen(QPen(theme.colour(Colour.FOCUS), Measure.FOCUS_RING))
            half = Measure.FOCUS_RING / 2
            inside = QRectF(rect).adjusted(half, half, -half, -half - Measure.SECTION_RULE)
            painter.drawRect(inside)
        painter.restore()

    def _paint_arrow(self, painter: QPainter, column: TableColumn, area: QRectF) -> QRectF:
        theme = self.appearance.theme
        size, gap = theme.px(Measure.MARK_SMALL), theme.px(Space.SNUG)
        top = round(area.center().y() - size / 2)
        is_down = self._sorted is not None and self._sorted[1] is Qt.SortOrder.DescendingOrder
        icon = "chevron-down" if is_down else "chevron-up"
        if column.is_right:
            left = area.right() - size
        else:
            words = QFontMetricsF(theme.font(Type.SMALL_BOLD)).horizontalAdvance(column.heading)
            left = min(area.left() + words + gap, area.right() - size)
        rect = QRectF(left, top, size, size)
        self.appearance.icons.paint(painter, icon, theme.colour(Colour.INK), rect)
        return area.adjusted(0, 0, -size - gap, 0)
