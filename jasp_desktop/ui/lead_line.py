"""A line of an overview: what it is about, a remark, and at the right how it stands."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from jasp_desktop.domain.marks import Mark
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import PaintedButton
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.painting import paint_mark
from jasp_desktop.ui.kit.space import HAIRLINE, Measure, Space
from jasp_desktop.ui.kit.text_block import TextBlock
from jasp_desktop.ui.kit.type_scale import Type

LEAD_WIDTH = 78
_TEXT_LEAST = 200


class LeadLine(PaintedButton):
    """A mark or a bold lead, a title with a remark under it, and words at the right.

    The words at the right go under the title where the line is narrow.
    """

    def __init__(
        self,
        appearance: Appearance,
        title: str,
        *,
        lead: str = "",
        mark: Mark | None = None,
        remark: str = "",
        right: str = "",
        right_ink: Colour = Colour.INK2,
        is_strong: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, title, parent)
        self._lead, self._mark, self._remark = lead, mark, remark
        self._right, self._right_ink = right, right_ink
        self._title_type = Type.UI_BOLD if is_strong else Type.UI
        spoken = ", ".join(part for part in (lead, title, right, remark) if part)
        self.setAccessibleName(spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Tell that its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return its height in a column of a width."""
        tall = self._title(width).height
        if self._remark:
            tall += self._remark_block(width).height
        if self._is_narrow(width):
            tall += self.right_size().height()
        return tall + 2 * self.theme.px(Space.CLOSE) + HAIRLINE

    def sizeHint(self) -> QSize:
        """Return the size of a line as wide as prose."""
        wide = self.theme.measure(Type.UI)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Return the width of a narrow column."""
        least = self._start() + self.theme.px(_TEXT_LEAST)
        return QSize(least, self.theme.line_height(Type.UI))

    def right_size(self) -> QSize:
        """Return the size of what stands at the right."""
        if not self._right:
            return QSize(0, 0)
        block = self._right_block()
        return QSize(round(block.natural_width + 0.5), block.height)

    def paint_right(self, painter: QPainter, place: QPointF) -> None:
        """Draw what stands at the right."""
        self._right_block().paint(painter, place, self.theme.colour(self._right_ink))

    def corner(self) -> float:
        """Return the radius of its ring: a line has square corners."""
        return 0.0

    def _right_block(self) -> TextBlock:
        return TextBlock(self._right, Type.UI_BOLD, self.theme)

    def _start(self) -> int:
        px = self.theme.px
        if self._mark is not None:
            return px(Measure.MARK) + px(Space.NEAR)
        return px(LEAD_WIDTH) if self._lead else 0

    def _is_narrow(self, width: int) -> bool:
        right = self.right_size().width()
        return bool(right) and width - self._start() - right < self.theme.px(_TEXT_LEAST)

    def _room(self, width: int) -> int:
        room = width - self._start()
        if not self._is_narrow(width) and (right := self.right_size().width()):
            room -= right + self.theme.px(Space.ROOM)
        return room

    def _title(self, width: int) -> TextBlock:
        return TextBlock(self.text(), self._title_type, self.theme, self._room(width))

    def _remark_block(self, width: int) -> TextBlock:
        return TextBlock(self._remark, Type.UI, self.theme, self._room(width))

    def paint_face(self, painter: QPainter) -> None:
        """Draw the line over the hairline that ends it."""
        theme, width = self.theme, self.width()
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), theme.colour(Colour.RAISED))
        left, top = float(self._start()), float(theme.px(Space.CLOSE))
        self._paint_lead(painter, top)
        title = self._title(width)
        title.paint(painter, QPointF(left, top), theme.colour(Colour.INK))
        below = top + title.height
        if self._remark:
            remark = self._remark_block(width)
            remark.paint(painter, QPointF(left, below), theme.colour(Colour.INK2))
            below += remark.height
        if size := self.right_size().width():
            is_narrow = self._is_narrow(width)
            x, y = (left, below) if is_narrow else (float(width - size), top)
            self.paint_right(painter, QPointF(x, y))
        line = self.height() - HAIRLINE / 2
        painter.setPen(QPen(theme.colour(Colour.RULE), HAIRLINE))
        painter.drawLine(QPointF(0, line), QPointF(width, line))

    def _paint_lead(self, painter: QPainter, top: float) -> None:
        theme = self.theme
        if self._mark is not None:
            size = theme.px(Measure.MARK)
            middle = top + (theme.line_height(Type.UI) - size) / 2
            paint_mark(painter, self._mark, QRectF(0, round(middle), size, size), theme)
        elif self._lead:
            lead = TextBlock(self._lead, Type.UI_BOLD, theme)
            lead.paint(painter, QPointF(0, top), theme.colour(Colour.INK))
