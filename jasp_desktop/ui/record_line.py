"""A line on a page that opens the record it names."""

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

_REFERENCE = 76
_STATUS = 186
_TITLE_LEAST = 260
_TITLE_LINES = 3


class RecordLine(PaintedButton):
    """Reference, title and remark; at the right, or below where room is short, a status."""

    def __init__(
        self,
        appearance: Appearance,
        title: str,
        *,
        reference: str = "",
        remark: str = "",
        mark: Mark | None = None,
        status: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, title, parent)
        self._reference, self._remark = reference, remark
        self._mark, self._status = mark, status
        spoken = ", ".join(part for part in (reference, title, status, remark) if part)
        self.setAccessibleName(spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Tell that its title wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return its height in a column of a width."""
        px = self.theme.px
        tall = self._title(width).height + 2 * px(Space.CLOSE) + HAIRLINE
        if self._is_long_reference():
            tall += self._reference_block().height
        if self._remark:
            tall += self._small(self._remark, self._title_room(width)).height
        if self._status and self._is_narrow(width):
            tall += self.theme.line_height(Type.SMALL_BOLD) + px(Space.HAIR)
        return tall

    def sizeHint(self) -> QSize:
        """Return the size of a line as wide as prose."""
        wide = self.theme.measure(Type.BODY)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Return a narrow column's width."""
        return QSize(self.theme.px(_TITLE_LEAST), self.theme.line_height(Type.UI))

    def _is_narrow(self, width: int) -> bool:
        px = self.theme.px
        return width < px(_TITLE_LEAST) + px(_STATUS) + self._start()

    def _start(self) -> int:
        return self.theme.px(_REFERENCE) if self._reference and not self._is_long_reference() else 0

    def _reference_block(self) -> TextBlock:
        return TextBlock(self._reference, Type.UI_BOLD, self.theme)

    def _is_long_reference(self) -> bool:
        """Tell whether the reference needs a line of its own, above the title."""
        room = self.theme.px(_REFERENCE) - self.theme.px(Space.TIGHT)
        return bool(self._reference) and self._reference_block().natural_width > room

    def _title_room(self, width: int) -> int:
        room = width - self._start()
        if self._status and not self._is_narrow(width):
            room -= self.theme.px(_STATUS) + self.theme.px(Space.ROOM)
        return room

    def _title(self, width: int) -> TextBlock:
        room = self._title_room(width)
        return TextBlock(self.text(), Type.UI, self.theme, room, lines=_TITLE_LINES)

    def _small(self, words: str, room: int, role: Type = Type.SMALL) -> TextBlock:
        return TextBlock(words, role, self.theme, room, lines=2)

    def paint_face(self, painter: QPainter) -> None:
        """Draw reference, title, remark and status over the hairline that ends the line."""
        theme, width = self.theme, self.width()
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), theme.colour(Colour.RAISED))
        top = float(theme.px(Space.CLOSE))
        if self._reference:
            reference = self._reference_block()
            reference.paint(painter, QPointF(0, top), theme.colour(Colour.INK))
            if self._is_long_reference():
                top += reference.height
        left = float(self._start())
        title = self._title(width)
        title.paint(painter, QPointF(left, top), theme.colour(Colour.INK))
        below = top + title.height
        if self._remark:
            remark = self._small(self._remark, self._title_room(width))
            remark.paint(painter, QPointF(left, below), theme.colour(Colour.INK2))
            below += remark.height
        if self._status:
            self._paint_status(painter, left, top, below + theme.px(Space.HAIR))
        line = self.height() - HAIRLINE / 2
        painter.setPen(QPen(theme.colour(Colour.RULE), HAIRLINE))
        painter.drawLine(QPointF(0, line), QPointF(width, line))

    def _paint_status(self, painter: QPainter, left: float, top: float, below: float) -> None:
        theme = self.theme
        is_narrow = self._is_narrow(self.width())
        x = left if is_narrow else float(self.width() - theme.px(_STATUS))
        y = below if is_narrow else top
        role = Type.SMALL_BOLD
        colour = theme.colour(self._mark.ink if self._mark else Colour.INK2)
        if self._mark:
            size = theme.px(Measure.MARK_SMALL)
            middle = y + (theme.line_height(role if is_narrow else Type.UI) - size) / 2
            square = QRectF(x, round(middle), size, size)
            paint_mark(painter, self._mark, square, theme, own=colour)
            x += size + theme.px(Space.SNUG)
        if not is_narrow:
            y += (theme.line_height(Type.UI) - theme.line_height(role)) / 2
        room = self.width() - round(x)
        self._small(self._status, room, role).paint(painter, QPointF(x, round(y)), colour)
