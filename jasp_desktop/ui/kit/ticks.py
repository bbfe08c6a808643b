"""Check boxes and radio buttons with a remark under their words."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy, QWidget

from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.space import HAIRLINE, Measure, Space
from jasp_desktop.ui.kit.text_block import TextBlock
from jasp_desktop.ui.kit.type_scale import Type

_SIGN_EDGE = 1.5
_DOT = 0.28


class _Face:
    """Measures and draws what a check box and a radio button have in common."""

    def __init__(
        self, button: QCheckBox | QRadioButton, appearance: Appearance, remark: str
    ) -> None:
        self._button, self._appearance, self._remark = button, appearance, remark
        button.setAccessibleName(button.text())
        button.setAccessibleDescription(remark)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def _blocks(self) -> tuple[TextBlock, TextBlock | None]:
        theme = self._appearance.theme
        words = TextBlock(self._button.text(), Type.UI, theme)
        remark = TextBlock(self._remark, Type.SMALL, theme) if self._remark else None
        return words, remark

    def _start(self) -> int:
        px = self._appearance.theme.px
        return px(Space.CLOSE) + px(Measure.ICON) + px(Space.CLOSE)

    def size(self) -> QSize:
        """Return its size, ring and all."""
        words, remark = self._blocks()
        wide = max(words.natural_width, remark.natural_width if remark else 0)
        tall = words.height + (remark.height if remark else 0)
        px = self._appearance.theme.px
        tall = max(tall + 2 * px(Space.TIGHT), px(Measure.TARGET))
        return QSize(self._start() + round(wide + 0.5) + px(Space.CLOSE), tall)

    def paint(self) -> None:
        """Draw the sign, the words, the remark and, on focus, the ring."""
        button, theme = self._button, self._appearance.theme
        painter = QPainter(button)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words, remark = self._blocks()
        top = (button.height() - words.height - (remark.height if remark else 0)) / 2
        size = theme.px(Measure.ICON)
        sign_top = top + (words.height - size) / 2
        sign = QRectF(theme.px(Space.CLOSE), round(sign_top), size, size)
        self._paint_sign(painter, sign)
        ink = Colour.INK if button.isEnabled() else Colour.INK3
        words.paint(painter, QPointF(self._start(), round(top)), theme.colour(ink))
        if remark:
            below = QPointF(self._start(), round(top) + words.height)
            remark.paint(painter, below, theme.colour(Colour.INK2))
        if button.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour(Colour.FOCUS), Measure.FOCUS_RING))
            half, radius = Measure.FOCUS_RING / 2, theme.px(Measure.RADIUS)
            ring = QRectF(button.rect()).adjusted(half, half, -half, -half)
            painter.drawRoundedRect(ring, radius, radius)

    def _paint_sign(self, painter: QPainter, sign: QRectF) -> None:
        button, theme = self._button, self._appearance.theme
        is_chosen, is_round = button.isChecked(), isinstance(button, QRadioButton)
        edge = Colour.ACCENT if is_chosen else Colour.CONTROL
        pen = QPen(theme.colour(edge), _SIGN_EDGE)
        if not button.isEnabled():
            pen = QPen(theme.colour(Colour.INK3), HAIRLINE, Qt.PenStyle.DashLine)
        fill = Colour.RAISED if button.underMouse() else Colour.PAGE
        if is_chosen and not is_round and button.isEnabled():
            fill = Colour.ACCENT
        painter.setPen(pen)
        painter.setBrush(theme.colour(fill))
        if is_round:
            painter.drawEllipse(sign)
            if is_chosen:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour(Colour.ACCENT))
                radius = sign.width() * _DOT
                painter.drawEllipse(sign.center(), radius, radius)
            return
        painter.drawRoundedRect(sign, theme.px(Space.HAIR), theme.px(Space.HAIR))
        if is_chosen:
            ink = theme.colour(Colour.ACCENT_INK if button.isEnabled() else Colour.INK3)
            inset = theme.px(Space.HAIR)
            inside = sign.adjusted(inset, inset, -inset, -inset)
            self._appearance.icons.paint(painter, "check", ink, inside)


class Tick(QCheckBox):
    """A check box."""

    def __init__(
        self, appearance: Appearance, words: str, remark: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        self._face = _Face(self, appearance, remark)
        appearance.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return its size."""
        return self._face.size()

    def minimumSizeHint(self) -> QSize:
        """Return its size: nothing of it is cut."""
        return self._face.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        self._face.paint()


class Option(QRadioButton):
    """A radio button: one of the options under the same parent."""

    def __init__(
        self, appearance: Appearance, words: str, remark: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        self._face = _Face(self, appearance, remark)
        appearance.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return its size."""
        return self._face.size()

    def minimumSizeHint(self) -> QSize:
        """Return its size: nothing of it is cut."""
        return self._face.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        self._face.paint()
