"""A line of Home with a clock drawn at its right."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.section55 import Section55Clock
from jasp_desktop.ui.clock_bar import BAR_WIDTH, paint_clock
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.lead_line import LeadLine

_CLOCK_TALL = 16


class ClockLine(LeadLine):
    """A report whose section 55 clock runs, with the clock drawn at its right."""

    def __init__(
        self,
        appearance: Appearance,
        title: str,
        clock: Section55Clock,
        remark: str,
        parent: QWidget | None = None,
    ) -> None:
        self._clock = clock
        super().__init__(appearance, title, remark=remark, is_strong=True, parent=parent)

    def right_size(self) -> QSize:
        """Return the size of the clock."""
        return QSize(self.theme.px(BAR_WIDTH), self.theme.line_height(Type.UI))

    def paint_right(self, painter: QPainter, place: QPointF) -> None:
        """Draw the clock."""
        size, tall = self.right_size(), self.theme.px(_CLOCK_TALL)
        top = place.y() + (size.height() - tall) / 2
        area = QRectF(place.x(), top, size.width(), tall)
        paint_clock(painter, self._clock, area, self.theme)
