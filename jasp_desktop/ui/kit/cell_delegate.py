"""Paints the cells of a table: one or two lines, a mark before its word, an outlined blank."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.painting import paint_mark
from jasp_desktop.ui.kit.plain_text import plain_tip
from jasp_desktop.ui.kit.rows import CELL_ROLE, Blank, Cell, Index, TableColumn
from jasp_desktop.ui.kit.space import HAIRLINE, Measure, Space
from jasp_desktop.ui.kit.theme import Theme
from jasp_desktop.ui.kit.type_scale import Type


class CellDelegate(QStyledItemDelegate):
    """Paints a ``Cell``; one that is cut short shows all its words in a tool tip."""

    def __init__(
        self,
        appearance: Appearance,
        view: QAbstractItemView,
        column_at: Callable[[int], TableColumn],
    ) -> None:
        super().__init__(view)
        self.appearance = appearance
        self.hovered_row = -1
        self._column_at = column_at

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        theme = self.appearance.theme
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        cell = cast("Cell | None", index.data(CELL_ROLE))
        painter.save()
        if is_chosen:
            painter.fillRect(rect, theme.colour(Colour.SELECTED))
        elif index.row() == self.hovered_row:
            painter.fillRect(rect, theme.colour(Colour.RAISED))
        line = QRect(rect.left(), rect.bottom(), rect.width(), HAIRLINE)
        painter.fillRect(line, theme.colour(Colour.RULE))
        if cell is not None:
            area = self._inside(rect)
            if cell.blank is not None:
                self._paint_blank(painter, cell, rect, area)
            else:
                is_right = self._column_at(index.column()).is_right
                _CellPainter(painter, theme, is_chosen=is_chosen, is_right=is_right).draw(
                    cell, area
                )
        painter.restore()

    def _inside(self, rect: QRect) -> QRectF:
        side = self.appearance.theme.px(Space.NEAR)
        return QRectF(rect).adjusted(side, 0, -side, -HAIRLINE)

    def _paint_blank(self, painter: QPainter, cell: Cell, rect: QRect, area: QRectF) -> None:
        theme, is_wanted = self.appearance.theme, cell.blank is Blank.WANTED
        gap = theme.px(Space.HAIR) + HAIRLINE / 2
        edge, fill = Colour.CONTROL, Colour.PAGE
        words, role = Colour.INK3, Type.SMALL
        if is_wanted:
            edge, fill = Colour.OVERDUE, Colour.OVERDUE_SOFT
            words, role = Colour.OVERDUE, Type.SMALL_BOLD
        painter.setPen(QPen(theme.colour(edge), HAIRLINE, Qt.PenStyle.DashLine))
        painter.setBrush(theme.colour(fill))
        radius = theme.px(Space.HAIR)
        box = QRectF(rect).adjusted(gap, gap, -gap, -gap - HAIRLINE)
        painter.drawRoundedRect(box, radius, radius)
        ink = theme.colour(words)
        draw_line(painter, theme, area, cell.words, role=role, ink=ink)

    def _is_cut(self, cell: Cell, rect: QRect) -> bool:
        theme, room = self.appearance.theme, self._inside(rect).width()
        if cell.mark:
            room -= _mark_room(theme)
        role = Type.UI_BOLD if cell.is_strong else Type.UI
        lines = ((role, cell.words), (Type.SMALL, cell.second))
        return any(
            QFontMetricsF(theme.font(kind)).horizontalAdvance(words) > room for kind, words in lines
        )

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show all the words of a cell that is cut short."""
        cell = cast("Cell | None", index.data(CELL_ROLE))
        rect: QRect = option.rect
        if event.type() is QEvent.Type.ToolTip and cell is not None and self._is_cut(cell, rect):
            words = "\n".join(part for part in (cell.words, cell.second) if part)
            QToolTip.showText(event.globalPos(), plain_tip(words), view, rect)
            return True
        QToolTip.hideText()
        return True


class _CellPainter:
    """Draws one cell's mark, words and second line."""

    def __init__(self, painter: QPainter, theme: Theme, *, is_chosen: bool, is_right: bool) -> None:
        self._painter, self._theme = painter, theme
        self._is_chosen, self._is_right = is_chosen, is_right

    def _ink(self, colour: Colour) -> QColor:
        return self._theme.colour(Colour.SELECTED_INK if self._is_chosen else colour)

    def draw(self, cell: Cell, area: QRectF) -> None:
        theme = self._theme
        height = theme.line_height(Type.UI)
        tall = height + (theme.line_height(Type.SMALL) if cell.second else 0)
        top = round(area.center().y() - tall / 2)
        line = QRectF(area.left(), top, area.width(), height)
        if cell.mark:
            size = theme.px(Measure.MARK)
            at = QRectF(line.left(), round(line.center().y() - size / 2), size, size)
            paper = Colour.SELECTED if self._is_chosen else Colour.PAGE
            own = self._ink(Colour(cell.mark.ink))
            paint_mark(self._painter, cell.mark, at, theme, own=own, paper=paper)
            line.setLeft(line.left() + _mark_room(theme))
        role = Type.UI_BOLD if cell.is_strong else Type.UI
        self._line(role, cell.colour, line, cell.words)
        if cell.second:
            line.moveTop(line.bottom())
            line.setHeight(theme.line_height(Type.SMALL))
            self._line(Type.SMALL, Colour.INK2, line, cell.second)

    def _line(self, role: Type, colour: Colour, line: QRectF, words: str) -> None:
        ink = self._ink(colour)
        draw_line(
            self._painter, self._theme, line, words, role=role, ink=ink, is_right=self._is_right
        )


def draw_line(
    painter: QPainter,
    theme: Theme,
    area: QRectF,
    words: str,
    *,
    role: Type,
    ink: QColor,
    is_right: bool = False,
) -> None:
    """Draw one line of words into an area, cut short with an ellipsis where it must be."""
    font = theme.font(role)
    shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
    painter.setFont(font)
    painter.setPen(ink)
    flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(area, int(flags), shown)


def _mark_room(theme: Theme) -> int:
    return theme.px(Measure.MARK) + theme.px(Space.CLOSE)
