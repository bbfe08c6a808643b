"""How many rows have one fate: a number with its mark, which shows only those rows."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.marks import Mark
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.painted_button import PaintedButton
from jasp_desktop.ui.kit.painting import paint_mark
from jasp_desktop.ui.kit.space import HAIRLINE, Measure, Space
from jasp_desktop.ui.kit.text_block import TextBlock
from jasp_desktop.ui.kit.type_scale import Type

_CHOSEN_EDGE = 1.5
_LEAST = 132


class CountTile(PaintedButton):
    """Checkable; chosen, the list shows only what it counts."""

    def __init__(
        self, appearance: Appearance, mark: Mark, words: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, "0", parent)
        self._mark, self._words = mark, words
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Show another number."""
        self.setText(f"{count:,}")
        self.setAccessibleName(f"{count:,} {self._words}")
        self.updateGeometry()
        self.update()

    def _blocks(self) -> tuple[TextBlock, TextBlock]:
        number = TextBlock(self.text(), Type.H2, self.theme)
        return number, TextBlock(self._words, Type.SMALL, self.theme)

    def sizeHint(self) -> QSize:
        """Return the size of number and words."""
        number, words = self._blocks()
        px = self.theme.px
        side = 2 * (self.ring + px(Space.GAP))
        first = number.natural_width + px(Measure.MARK) + px(Space.CLOSE)
        wide = max(first, words.natural_width) + side
        tall = number.height + words.height + 2 * (self.ring + px(Space.SNUG))
        return QSize(max(round(wide + 0.5), px(_LEAST)), tall)

    def paint_face(self, painter: QPainter) -> None:
        """Draw the box, the mark, the number and the words."""
        theme = self.theme
        inset = self.ring - 0.5
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        is_chosen = self.isChecked()
        fill, pen = Colour.PAGE, QPen(theme.colour(Colour.RULE), HAIRLINE)
        if is_chosen:
            fill, pen = Colour.SELECTED, QPen(theme.colour(Colour.ACCENT), _CHOSEN_EDGE)
        elif self.underMouse() or self.isDown():
            fill = Colour.RAISED
        painter.setBrush(theme.colour(fill))
        painter.setPen(pen)
        painter.drawRoundedRect(box, self.corner(), self.corner())
        number, words = self._blocks()
        left, top = self.ring + theme.px(Space.GAP), self.ring + theme.px(Space.SNUG)
        size = theme.px(Measure.MARK)
        sign = QRectF(left, round(top + (number.height - size) / 2), size, size)
        if is_chosen:
            ink = theme.colour(Colour.SELECTED_INK)
            paint_mark(painter, self._mark, sign, theme, own=ink, paper=fill)
        else:
            paint_mark(painter, self._mark, sign, theme, paper=fill)
        ink = theme.colour(Colour.SELECTED_INK if is_chosen else Colour.INK)
        number.paint(painter, QPointF(left + size + theme.px(Space.CLOSE), top), ink)
        quiet = theme.colour(Colour.SELECTED_INK if is_chosen else Colour.INK2)
        words.paint(painter, QPointF(left, top + number.height), quiet)
