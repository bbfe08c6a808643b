"""How far an import has come: file, check, certificate."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.space import HAIRLINE, Measure, Space
from jasp_desktop.ui.kit.text_block import TextBlock
from jasp_desktop.ui.kit.type_scale import Type

_EDGE = 1.5


class Steps(QWidget):
    """The steps in a line: those done with a tick, the present one filled, the rest to come."""

    def __init__(
        self, appearance: Appearance, names: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self._names = tuple(names)
        self._now = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self._on_appearance_changed)
        self.show_step(0)

    def show_step(self, now: int) -> None:
        """Show which step is the present one, from 0."""
        self._now = now
        self.setAccessibleName(f"Step {now + 1} of {len(self._names)}: {self._names[now]}")
        self.update()

    def sizeHint(self) -> QSize:
        """Return the least width of its words."""
        theme = self.appearance.theme
        one = theme.px(Measure.ICON_LARGE) + theme.px(Space.CLOSE) + theme.px(Space.WIDE)
        words = sum(TextBlock(name, Type.UI_BOLD, theme).natural_width for name in self._names)
        wide = round(words) + one * len(self._names)
        return QSize(wide, theme.px(Measure.CONTROL) + 2 * theme.px(Space.TIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return its size: no step is cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the steps and the lines between them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self.appearance.theme
        size, gap = theme.px(Measure.ICON_LARGE), theme.px(Space.CLOSE)
        between, middle = theme.px(Space.WIDE), self.height() / 2
        x = 1.0
        for place, name in enumerate(self._names):
            self._paint_sign(painter, place, QRectF(x, middle - size / 2, size, size))
            is_now = place == self._now
            words = TextBlock(name, Type.UI_BOLD if is_now else Type.UI, theme)
            ink = Colour.INK if place <= self._now else Colour.INK2
            x += size + gap
            words.paint(painter, QPointF(x, middle - words.height / 2), theme.colour(ink))
            x += words.natural_width + gap
            if place + 1 < len(self._names):
                painter.setPen(QPen(theme.colour(Colour.CONTROL), HAIRLINE))
                painter.drawLine(QPointF(x, middle), QPointF(x + between, middle))
                x += between + gap

    def _paint_sign(self, painter: QPainter, place: int, circle: QRectF) -> None:
        theme = self.appearance.theme
        is_reached = place <= self._now
        edge = Colour.ACCENT if is_reached else Colour.CONTROL
        painter.setPen(QPen(theme.colour(edge), _EDGE))
        painter.setBrush(theme.colour(Colour.ACCENT if is_reached else Colour.PAGE))
        painter.drawEllipse(circle)
        ink = theme.colour(Colour.ACCENT_INK if is_reached else Colour.INK2)
        if place < self._now:
            inset = theme.px(Space.TIGHT)
            inside = circle.adjusted(inset, inset, -inset, -inset)
            self.appearance.icons.paint(painter, "check", ink, inside)
            return
        painter.setPen(ink)
        painter.setFont(theme.font(Type.SMALL_BOLD))
        painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), f"{place + 1}")

    def _on_appearance_changed(self) -> None:
        self.updateGeometry()
        self.update()
