"""How far an import has come, step by step."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jasp_desktop.domain.marks import MISSING_FROM_EXPORT
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.painting import paint_mark
from jasp_desktop.ui.kit.space import HAIRLINE, Measure, Space
from jasp_desktop.ui.kit.text_block import TextBlock
from jasp_desktop.ui.kit.type_scale import Type

_EDGE = 1.5


@dataclass(frozen=True, slots=True)
class Step:
    """A step and, where something is left open in it, how much: “4 to settle”."""

    name: str
    left_open: str = ""

    @property
    def words(self) -> str:
        """Return its name with what is left open."""
        return f"{self.name}, {self.left_open}" if self.left_open else self.name


class Steps(QWidget):
    """The steps in a line: done with a tick, left open with a broken ring, the present one filled.

    Where they have no room beside one another, the present one stands alone with its number.
    """

    def __init__(
        self, appearance: Appearance, names: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self._steps: tuple[Step, ...] = ()
        self._now = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self._on_appearance_changed)
        self.show_steps([Step(name) for name in names], 0)

    def show_steps(self, steps: Sequence[Step], now: int) -> None:
        """Show these steps, the present one by its place from 0."""
        self._steps, self._now = tuple(steps), now
        self.setAccessibleName(f"Step {now + 1} of {len(steps)}: {steps[now].words}")
        open_ = [step.words for step in steps[:now] if step.left_open]
        self.setAccessibleDescription("; ".join(open_))
        self.updateGeometry()
        self.update()

    @property
    def names(self) -> tuple[str, ...]:
        """Return the words of the steps."""
        return tuple(step.words for step in self._steps)

    def sizeHint(self) -> QSize:
        """Return the width of its words."""
        return QSize(self._least(), self._height())

    def minimumSizeHint(self) -> QSize:
        """Return room for the present step alone."""
        theme = self.appearance.theme
        words = self._block(self._now).natural_width
        return QSize(round(words) + self._sign_room() + theme.px(Space.TIGHT), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take less height where the present step stands alone."""
        super().resizeEvent(event)
        self.updateGeometry()

    @property
    def _is_alone(self) -> bool:
        return self.width() < self._least()

    def _height(self) -> int:
        theme = self.appearance.theme
        size = Measure.ICON_LARGE if self._is_alone else Measure.CONTROL
        return theme.px(size) + 2 * theme.px(Space.TIGHT)

    def _sign_room(self) -> int:
        theme = self.appearance.theme
        return theme.px(Measure.ICON_LARGE) + theme.px(Space.CLOSE)

    def _block(self, place: int) -> TextBlock:
        is_now = place == self._now
        role = Type.UI_BOLD if is_now else Type.UI
        return TextBlock(self._steps[place].words, role, self.appearance.theme)

    def _least(self) -> int:
        words = sum(self._block(place).natural_width for place in range(len(self._steps)))
        between = self.appearance.theme.px(Space.MARGIN) * (len(self._steps) - 1)
        return round(words) + self._sign_room() * len(self._steps) + between + HAIRLINE * 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the steps and the lines between them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._is_alone:
            self._paint_alone(painter)
            return
        theme = self.appearance.theme
        gap, middle = theme.px(Space.CLOSE), self.height() / 2
        spare = (self.width() - self._least()) / max(1, len(self._steps) - 1)
        between = theme.px(Space.MARGIN) + min(spare, theme.px(Measure.PROGRESS)) - 2 * gap
        x = 1.0
        for place in range(len(self._steps)):
            x = self._paint_step(painter, place, x)
            if place + 1 < len(self._steps):
                painter.setPen(QPen(theme.colour(Colour.CONTROL), HAIRLINE))
                painter.drawLine(QPointF(x + gap, middle), QPointF(x + gap + between, middle))
                x += between + 2 * gap

    def _paint_step(self, painter: QPainter, place: int, x: float) -> float:
        """Draw a step and return where it ends."""
        theme = self.appearance.theme
        size, middle = theme.px(Measure.ICON_LARGE), self.height() / 2
        self._paint_sign(painter, place, QRectF(x, middle - size / 2, size, size))
        words = self._block(place)
        ink = Colour.INK if place <= self._now else Colour.INK2
        x += self._sign_room()
        words.paint(painter, QPointF(x, round(middle - words.height / 2)), theme.colour(ink))
        return x + words.natural_width

    def _paint_alone(self, painter: QPainter) -> None:
        theme = self.appearance.theme
        x = self._paint_step(painter, self._now, 1.0) + theme.px(Space.GAP)
        role = Type.SMALL
        words = TextBlock(f"step {self._now + 1} of {len(self._steps)}", role, theme)
        if x + words.natural_width <= self.width():
            top = round(self.height() / 2 - words.height / 2)
            words.paint(painter, QPointF(x, top), theme.colour(Colour.INK2))

    def _paint_sign(self, painter: QPainter, place: int, circle: QRectF) -> None:
        theme = self.appearance.theme
        if self._steps[place].left_open and place != self._now:
            paint_mark(painter, MISSING_FROM_EXPORT, circle, theme)
            return
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
