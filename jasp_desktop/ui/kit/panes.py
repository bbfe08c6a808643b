"""Panes beside one another, dragged at their hairline."""

from collections.abc import Mapping
from typing import override

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.space import HAIRLINE, Measure


class Grip(QSplitterHandle):
    """A hairline that the pointer finds easily; a double click gives every pane its usual width."""

    def __init__(self, panes: "Panes") -> None:
        super().__init__(Qt.Orientation.Horizontal, panes)
        self._panes = panes

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Reach over both neighbours for the pointer, and show only the hairline."""
        # Not Qt's own: it would set the margins back, and so on without end.
        beside = (Measure.GRIP - HAIRLINE) // 2
        self.setContentsMargins(beside, 0, Measure.GRIP - HAIRLINE - beside, 0)
        self.setMask(QRegion(self.contentsRect()))
        self.setAttribute(Qt.WidgetAttribute.WA_MouseNoMask)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hairline."""
        theme = self._panes.appearance.theme
        colour = theme.colour(Colour.CONTROL if self.underMouse() else Colour.RULE)
        QPainter(self).fillRect(self.contentsRect(), colour)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Give every pane its usual width."""
        self._panes.restore()


class Panes(QSplitter):
    """A row of panes. One grows with the window, the others keep the width they were given."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.appearance = appearance
        self._usual: dict[str, int | None] = {}
        self.setChildrenCollapsible(False)
        self.setHandleWidth(HAIRLINE)
        appearance.changed.connect(self.restore)

    @override
    def createHandle(self) -> QSplitterHandle:
        """Return the hairline between two panes."""
        return Grip(self)

    def add_pane(
        self, pane: QWidget, key: str, width: int | None = None, *, least: int | None = None
    ) -> None:
        """Add a pane at the right; without a width, in pixels at 100 %, it takes what is left."""
        self.addWidget(pane)
        self._usual[key] = width
        self.setStretchFactor(self.count() - 1, int(width is None))
        if least is not None:
            pane.setMinimumWidth(least)
        self.restore()

    def widths(self) -> dict[str, int]:
        """Return the width of each pane in pixels."""
        return dict(zip(self._usual, self.sizes(), strict=True))

    def set_widths(self, widths: Mapping[str, int]) -> None:
        """Set widths in pixels as they were remembered; a pane not named keeps its own."""
        self.setSizes([widths.get(key, now) for key, now in self.widths().items()])

    def restore(self) -> None:
        """Give every pane its usual width."""
        px = self.appearance.theme.px
        fixed = sum(px(width) for width in self._usual.values() if width is not None)
        growing = sum(width is None for width in self._usual.values())
        room = self.width() - fixed - self.handleWidth() * (self.count() - 1)
        share = max(px(Measure.PAGE_LEAST), room // max(1, growing))
        self.setSizes([share if width is None else px(width) for width in self._usual.values()])
