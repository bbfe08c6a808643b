"""Facts in brief: a status with its source, a number that leads to what it counted."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.marks import Mark
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label, StatusWord
from jasp_desktop.ui.kit.painted_button import PaintedButton
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.kit.space import HAIRLINE, Measure, Space
from jasp_desktop.ui.kit.text_block import TextBlock
from jasp_desktop.ui.kit.type_scale import Type


class Fact(Column):
    """What it is about, how it stands (mark and word), and since when or from where."""

    def __init__(
        self,
        appearance: Appearance,
        name: str,
        mark: Mark,
        words: str | None = None,
        *,
        source: str = "",
        colour: Colour | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, gap=Space.HAIR, parent=parent)
        self.name = Label(appearance, name, Type.SMALL, Colour.INK2)
        self.status = StatusWord(appearance, mark, words, Type.UI_BOLD, colour, wrap=True)
        # A line is kept for a source that is not there, so that facts in a row stay level.
        self.source = Label(appearance, source, Type.SMALL, Colour.INK2, wrap=True)
        self.add(self.name, self.status, self.source)
        spoken = ", ".join(part for part in (self.status.text(), source) if part)
        self.setAccessibleName(f"{name}: {spoken}")


class Figure(PaintedButton):
    """A large number, what it counts and a smaller remark; it opens what it counted."""

    def __init__(
        self,
        appearance: Appearance,
        number: int,
        words: str,
        *,
        remark: str = "",
        colour: Colour = Colour.INK,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, f"{number:,}", parent)
        self._words, self._remark, self._colour = words, remark, colour
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_number(number, remark)

    def set_number(self, number: int, remark: str = "") -> None:
        """Show another number and remark."""
        self.setText(f"{number:,}")
        self._remark = remark
        parts = (f"{number:,} {self._words}", remark)
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.updateGeometry()
        self.update()

    def _blocks(self) -> tuple[tuple[TextBlock, Colour], ...]:
        theme = self.theme
        blocks = [
            (TextBlock(self.text(), Type.FIGURE, theme), self._colour),
            (TextBlock(self._words, Type.UI_BOLD, theme), Colour.INK),
        ]
        if self._remark:
            blocks.append((TextBlock(self._remark, Type.SMALL, theme), Colour.INK2))
        return tuple(blocks)

    def sizeHint(self) -> QSize:
        """Return the size of its three lines."""
        blocks = [block for block, _ in self._blocks()]
        wide = max(block.natural_width for block in blocks)
        tall = sum(block.height for block in blocks)
        room = 2 * (self.ring + self.theme.px(Space.TIGHT))
        return QSize(round(wide + 0.5) + room, tall + 2 * self.ring)

    def paint_face(self, painter: QPainter) -> None:
        """Draw the number, the words and the remark."""
        left, top = float(self.ring + self.theme.px(Space.TIGHT)), float(self.ring)
        for number, (block, colour) in enumerate(self._blocks()):
            block.paint(painter, QPointF(left, top), self.theme.colour(colour))
            top += block.height
            if number == 1 and (self.underMouse() or self.hasFocus()):
                y = round(top - self.theme.px(Space.HAIR)) + HAIRLINE / 2
                painter.setPen(QPen(self.theme.colour(Colour.ACCENT), HAIRLINE))
                painter.drawLine(QPointF(left, y), QPointF(left + block.natural_width, y))

    def corner(self) -> float:
        """Return the radius of its ring."""
        return float(Measure.RADIUS) / 2
