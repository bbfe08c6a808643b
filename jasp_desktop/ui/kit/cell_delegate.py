"""Paints the cells of a table: words and a second line, a mark before them, an outlined blank."""

from collections.abc import Sequence
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

from jasp_desktop.domain.marks import Mark
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.painting import paint_mark
from jasp_desktop.ui.kit.plain_text import plain_tip
from jasp_desktop.ui.kit.rows import CELL_ROLE, Blank, Cell, Index, TableColumn
from jasp_desktop.ui.kit.space import HAIRLINE, Measure, Space
from jasp_desktop.ui.kit.text_block import TextBlock
from jasp_desktop.ui.kit.theme import Theme
from jasp_desktop.ui.kit.type_scale import Type

_BLOCKS_KEPT = 200
"""Cells laid out over several lines that are kept: more than a tall window shows."""


class CellDelegate(QStyledItemDelegate):
    """Paints a ``Cell``; one that is cut short shows all its words in a tool tip.

    Where a column takes several lines, the cells of a row share their first line; else the middle.
    """

    def __init__(
        self,
        appearance: Appearance,
        view: QAbstractItemView,
        columns: Sequence[TableColumn],
    ) -> None:
        super().__init__(view)
        self.appearance = appearance
        self.hovered_row = -1
        self._columns = tuple(columns)
        self._is_tall = any(column.lines > 1 for column in columns)
        self._blocks: dict[tuple[str, Type, float, int], TextBlock] = {}
        appearance.changed.connect(self._blocks.clear)

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
            column = self._columns[index.column()]
            if cell.blank is not None:
                self._paint_blank(painter, cell, rect, area)
            else:
                if self._is_tall:
                    area.setTop(area.top() + theme.px(Space.TIGHT))
                block = self._block(cell, column, area.width())
                inks = _CellPainter(
                    painter, theme, is_chosen=is_chosen, column=column, at_top=self._is_tall
                )
                inks.draw(cell, area, block)
        painter.restore()

    def _block(self, cell: Cell, column: TableColumn, width: float) -> TextBlock | None:
        """Return a cell's words laid out over several lines; None where they take one."""
        if column.lines == 1:
            return None
        theme = self.appearance.theme
        room = width - _mark_room(theme) if cell.mark else width
        key = (cell.words, _role(cell), room, column.lines)
        block = self._blocks.get(key)
        if block is None:
            if len(self._blocks) >= _BLOCKS_KEPT:
                self._blocks.clear()
            block = TextBlock(cell.words, _role(cell), theme, room, lines=column.lines)
            self._blocks[key] = block
        return block

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

    def _is_cut(self, cell: Cell, column: TableColumn, rect: QRect) -> bool:
        theme, width = self.appearance.theme, self._inside(rect).width()
        room = width - _mark_room(theme) if cell.mark else width
        if _width(theme, Type.SMALL, cell.second) > room:
            return True
        block = self._block(cell, column, width)
        return block.is_elided if block else _width(theme, _role(cell), cell.words) > room

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
        column = self._columns[index.column()]
        asks = event.type() is QEvent.Type.ToolTip
        if asks and cell is not None and self._is_cut(cell, column, rect):
            words = "\n".join(part for part in (cell.words, cell.second) if part)
            QToolTip.showText(event.globalPos(), plain_tip(words), view, rect)
            return True
        QToolTip.hideText()
        return True


class _CellPainter:
    """Draws one cell's mark, words and second line."""

    def __init__(
        self,
        painter: QPainter,
        theme: Theme,
        *,
        is_chosen: bool,
        column: TableColumn,
        at_top: bool,
    ) -> None:
        self._painter, self._theme = painter, theme
        self._is_chosen, self._is_right, self._at_top = is_chosen, column.is_right, at_top

    def _ink(self, colour: Colour) -> QColor:
        return self._theme.colour(Colour.SELECTED_INK if self._is_chosen else colour)

    def draw(self, cell: Cell, area: QRectF, block: TextBlock | None) -> None:
        """Draw a cell; ``block`` holds its words where they take several lines."""
        theme = self._theme
        height = theme.line_height(Type.UI)
        tall = block.height if block else height
        tall += theme.line_height(Type.SMALL) if cell.second else 0
        top = area.top() if self._at_top else round(area.center().y() - tall / 2)
        line = QRectF(area.left(), top, area.width(), height)
        if cell.mark:
            self._mark(cell.mark, line)
            line.setLeft(line.left() + _mark_room(theme))
        if block:
            block.paint(self._painter, line.topLeft(), self._ink(cell.colour))
            line.setHeight(block.height)
        else:
            self._line(_role(cell), cell.colour, line, cell.words)
        if cell.second:
            line.moveTop(line.bottom())
            line.setHeight(theme.line_height(Type.SMALL))
            self._line(Type.SMALL, Colour.INK2, line, cell.second)

    def _mark(self, mark: Mark, line: QRectF) -> None:
        size = self._theme.px(Measure.MARK)
        at = QRectF(line.left(), round(line.center().y() - size / 2), size, size)
        paper = Colour.SELECTED if self._is_chosen else Colour.PAGE
        own = self._ink(Colour(mark.ink))
        paint_mark(self._painter, mark, at, self._theme, own=own, paper=paper)

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


def _role(cell: Cell) -> Type:
    return Type.UI_BOLD if cell.is_strong else Type.UI


def _width(theme: Theme, role: Type, words: str) -> float:
    return QFontMetricsF(theme.font(role)).horizontalAdvance(words)


def _mark_room(theme: Theme) -> int:
    return theme.px(Measure.MARK) + theme.px(Space.CLOSE)
