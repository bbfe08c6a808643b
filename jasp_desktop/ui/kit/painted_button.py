"""A push button that paints itself: what all of our buttons have in common."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.space import HAIRLINE, Measure
from jasp_desktop.ui.kit.theme import Theme


class PaintedButton(QPushButton):
    """A push button that a subclass paints in ``paint_face``, with the ring round it on focus."""

    def __init__(self, appearance: Appearance, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.appearance = appearance
        # Words may hold an ampersand that is no mnemonic.
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        appearance.changed.connect(self._on_appearance_changed)
        # A tick that comes or goes changes the width.
        self.toggled.connect(self._on_appearance_changed)

    @property
    def theme(self) -> Theme:
        """Return the theme in force."""
        return self.appearance.theme

    @property
    def ring(self) -> int:
        """Return the room kept for the ring and, in front of a filled face, a gap, in pixels."""
        return Measure.FOCUS_RING + 2 * HAIRLINE

    def _on_appearance_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Return its size: words on a button are never cut."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        self.update()
        super().enterEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the face and, on focus, the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_face(painter)
        if self.hasFocus():
            self.paint_ring(painter)

    def paint_face(self, painter: QPainter) -> None:
        """Draw everything but the ring."""
        raise NotImplementedError

    def paint_ring(self, painter: QPainter) -> None:
        """Draw the focus ring just inside the widget's edge."""
        width = Measure.FOCUS_RING
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.colour(Colour.FOCUS), width))
        radius = self.corner() + self.ring
        half = width / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius
        )

    def corner(self) -> float:
        """Return the radius of its corners."""
        return self.theme.px(Measure.RADIUS)
