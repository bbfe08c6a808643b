"""The section 55 clock as a bar: the days gone by, day 56 as a tick, what lies beyond."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from jasp_desktop.domain.section55 import PERIOD_DAYS, Section55Clock
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.space import HAIRLINE, Measure
from jasp_desktop.ui.kit.theme import Theme

BAR_WIDTH = 184
_BAR_HEIGHT = 16
_LINE = 6
_BEYOND = 0.12


def paint_clock(painter: QPainter, clock: Section55Clock, area: QRectF, theme: Theme) -> None:
    """Draw a clock into an area.

    Where a date is known only to its month the days that may have gone by are hatched, and what
    lies beyond day 56 is in no other colour: nothing is judged that is not known.
    """
    least, greatest = (max(0, day) for day in clock.day)
    longest = PERIOD_DAYS * (1 + _BEYOND)
    scale = area.width() / longest

    def span(start: float, end: float) -> QRectF:
        first, last = (min(day, longest) * scale for day in (start, end))
        top = area.center().y() - _line(theme) / 2
        return QRectF(area.left() + first, top, last - first, _line(theme))

    painter.fillRect(span(0, PERIOD_DAYS), theme.colour(Colour.RULE))
    painter.fillRect(span(0, min(least, PERIOD_DAYS)), theme.colour(Colour.ACCENT))
    if clock.is_certain:
        painter.fillRect(span(PERIOD_DAYS, max(PERIOD_DAYS, least)), theme.colour(Colour.MOVED))
    elif greatest > least:
        hatch = QBrush(theme.colour(Colour.ACCENT), Qt.BrushStyle.BDiagPattern)
        painter.fillRect(span(least, greatest), hatch)
    painter.setPen(QPen(theme.colour(Colour.INK), Measure.SECTION_RULE))
    x = area.left() + PERIOD_DAYS * scale
    painter.drawLine(round(x), round(area.top()), round(x), round(area.bottom()))


def _line(theme: Theme) -> int:
    return theme.px(_LINE)


class ClockBar(QWidget):
    """A clock beside its words, which a screen reader reads in its place."""

    def __init__(
        self, appearance: Appearance, clock: Section55Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.appearance, self._clock = appearance, clock
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"Section 55 clock: {clock.day_words}")
        appearance.changed.connect(self._on_appearance_changed)

    def _on_appearance_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return its size."""
        px = self.appearance.theme.px
        return QSize(px(BAR_WIDTH), px(_BAR_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return its size."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the clock."""
        area = QRectF(self.rect()).adjusted(0, HAIRLINE, 0, -HAIRLINE)
        paint_clock(QPainter(self), self._clock, area, self.appearance.theme)
