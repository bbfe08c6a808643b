"""The list that one chooses from: rows of three lines, the chosen one filled with a bar at left."""

from typing import cast, override

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.drawn_list import DrawnList
from jasp_desktop.ui.kit.painting import paint_mark
from jasp_desktop.ui.kit.rows import ROW_ROLE, Index, ListRow
from jasp_desktop.ui.kit.space import HAIRLINE, Measure, Space
from jasp_desktop.ui.kit.text_block import TextBlock
from jasp_desktop.ui.kit.theme import Theme
from jasp_desktop.ui.kit.type_scale import Type

_TITLE_LINES = 2


class ListRowDelegate(QStyledItemDelegate):
    """Paints a ``ListRow``."""

    def __init__(self, appearance: Appearance, view: "ListPane") -> None:
        super().__init__(view)
        self.appearance = appearance
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row in the list's width."""
        row = cast("ListRow | None", index.data(ROW_ROLE))
        width = self._view.viewport().width()
        if row is None:
            return QSize(width, 0)
        theme = self.appearance.theme
        tall = theme.px(Space.NEAR) + self._title(row, theme, width).height
        tall += theme.px(Space.NEAR) + HAIRLINE
        if row.reference or row.kind or row.note:
            tall += theme.line_height(Type.SMALL) + theme.px(Space.HAIR)
        if row.status:
            tall += theme.px(Space.TIGHT) + theme.line_height(Type.SMALL)
        return QSize(width, tall)

    @staticmethod
    def _title(row: ListRow, theme: Theme, width: int) -> TextBlock:
        room = width - theme.px(Space.SIDE) - theme.px(Space.ROOM)
        role = Type.UI_BOLD if row.is_strong else Type.UI
        return TextBlock(row.title, role, theme, room, lines=_TITLE_LINES)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        row = cast("ListRow | None", index.data(ROW_ROLE))
        if row is None:
            return
        theme = self.appearance.theme
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        self._paint_plane(painter, rect, state)
        left, right = rect.left() + theme.px(Space.SIDE), rect.right() + 1 - theme.px(Space.ROOM)
        top = rect.top() + theme.px(Space.NEAR)
        if row.reference or row.kind or row.note:
            line = QRectF(left, top, right - left, theme.line_height(Type.SMALL))
            self._paint_first_line(painter, row, line, is_chosen=is_chosen)
            top += theme.line_height(Type.SMALL) + theme.px(Space.HAIR)
        ink = theme.colour(Colour.SELECTED_INK if is_chosen else Colour.INK)
        title = self._title(row, theme, rect.width())
        title.paint(painter, QPointF(left, top), ink)
        top += title.height + theme.px(Space.TIGHT)
        if row.status:
            line = QRectF(left, top, right - left, theme.line_height(Type.SMALL))
            self._paint_status(painter, row, line, is_chosen=is_chosen)
        painter.restore()

    def _paint_plane(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        theme = self.appearance.theme
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.fillRect(rect, theme.colour(Colour.SELECTED))
            bar = QRect(rect.left(), rect.top(), theme.px(Measure.EDGE_BAR), rect.height())
            painter.fillRect(bar, theme.colour(Colour.ACCENT))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour(Colour.PAGE))
        line = QRect(rect.left(), rect.bottom(), rect.width(), HAIRLINE)
        painter.fillRect(line, theme.colour(Colour.RULE))
        if state & QStyle.StateFlag.State_HasFocus:
            width = Measure.FOCUS_RING
            colour = Colour.SELECTED_INK if is_chosen else Colour.FOCUS
            painter.setPen(QPen(theme.colour(colour), width))
            half = width / 2
            painter.drawRect(QRectF(rect).adjusted(half, half, -half, -half))

    def _paint_first_line(
        self, painter: QPainter, row: ListRow, line: QRectF, *, is_chosen: bool
    ) -> None:
        theme = self.appearance.theme
        chosen = Colour.SELECTED_INK
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        bold, plain = theme.font(Type.SMALL_BOLD), theme.font(Type.SMALL)
        room = line.width()
        if row.note:
            painter.setFont(bold)
            painter.setPen(theme.colour(chosen if is_chosen else Colour.ACCENT))
            at_right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
            painter.drawText(line, at_right, row.note)
            room -= QFontMetricsF(bold).horizontalAdvance(row.note) + theme.px(Space.CLOSE)
        painter.setFont(bold)
        painter.setPen(theme.colour(chosen if is_chosen else Colour.INK))
        painter.drawText(line, flags, row.reference)
        start = QFontMetricsF(bold).horizontalAdvance(row.reference)
        start += theme.px(Space.NEAR) if row.reference else 0
        painter.setFont(plain)
        painter.setPen(theme.colour(chosen if is_chosen else Colour.INK2))
        elide = Qt.TextElideMode.ElideRight
        kind = QFontMetricsF(plain).elidedText(row.kind, elide, max(0.0, room - start))
        painter.drawText(line.adjusted(start, 0, 0, 0), flags, kind)

    def _paint_status(
        self, painter: QPainter, row: ListRow, line: QRectF, *, is_chosen: bool
    ) -> None:
        theme = self.appearance.theme
        own = Colour(row.mark.ink) if row.mark and row.is_loud else Colour.INK2
        colour = theme.colour(Colour.SELECTED_INK if is_chosen else own)
        start = 0
        if row.mark:
            size = theme.px(Measure.MARK_SMALL)
            rect = QRectF(line.left(), round(line.center().y() - size / 2), size, size)
            paper = Colour.SELECTED if is_chosen else Colour.LIST
            paint_mark(painter, row.mark, rect, theme, own=colour, paper=paper)
            start = size + theme.px(Space.SNUG)
        font = theme.font(Type.SMALL_BOLD)
        painter.setFont(font)
        painter.setPen(colour)
        room = line.width() - start
        words = QFontMetricsF(font).elidedText(row.status, Qt.TextElideMode.ElideRight, room)
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        painter.drawText(line.adjusted(start, 0, 0, 0), flags, words)


class ListPane(DrawnList):
    """A list over any model that answers ``ROW_ROLE``.

    ``chosen`` carries the row that became current, ``opened`` the row of Enter or a double click.
    """

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, appearance: Appearance, name: str, parent: QWidget | None = None) -> None:
        super().__init__(appearance, name, Colour.LIST, parent)
        self.setItemDelegate(ListRowDelegate(appearance, self))
        self.setMouseTracking(True)
        self.doubleClicked.connect(self._on_double_clicked)

    def choose(self, row: int) -> None:
        """Make a row the current one and bring it into view."""
        if 0 <= row < self.model().rowCount():
            self.setCurrentIndex(self.model().index(row, 0))

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which row became current."""
        super().currentChanged(cast("QModelIndex", current), cast("QModelIndex", previous))
        if current.isValid():
            self.chosen.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the row at Enter."""
        current = self.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and current.isValid():
            self.opened.emit(current.row())
            return
        super().keyPressEvent(event)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())
