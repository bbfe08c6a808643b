"""A page to read: one column that scrolls, and knows where it was."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.planes import Column, Row
from jasp_desktop.ui.kit.space import Measure, Space


class ScrollPage(QScrollArea):
    """A plane with margins whose content, ``body``, never grows wider than is useful.

    Page Up and Down, Home, End and the arrows scroll. ``position`` is kept and set again by whoever
    leaves and comes back.
    """

    def __init__(
        self,
        appearance: Appearance,
        plane: Colour = Colour.PAGE,
        *,
        gap: int = Space.NONE,
        margin: int = Space.MARGIN,
        top: int = Space.ROOM,
        widest: int | None = Measure.PAGE_WIDEST,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self._widest = widest
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._plane = Row(appearance, plane)
        self._margin, self._top = margin, top
        self._outer = Column(appearance, margins=(margin, top, margin, Space.MARGIN))
        self.body = Column(appearance, gap=gap)
        self._outer.add(self.body)
        self._outer.add_stretch()
        self._plane.add(self._outer, stretch=1)
        self.setWidget(self._plane)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        theme = self.appearance.theme
        if self._widest is not None:
            self._outer.setMaximumWidth(theme.px(self._widest))
        line = theme.px(Space.WIDE)
        self.verticalScrollBar().setSingleStep(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the scroll bar stand in the right margin: the text keeps its width when it comes."""
        super().resizeEvent(event)
        bar = Measure.SCROLL_BAR if self.viewport().width() < self.width() else 0
        self._outer.set_margins(self._margin, self._top, self._margin - bar, Space.MARGIN)

    @property
    def position(self) -> int:
        """Return how far it is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def scroll_to(self, position: int) -> None:
        """Scroll to a position, once there is content enough."""
        self._lay_out()
        self.verticalScrollBar().setValue(position)

    def _lay_out(self) -> None:
        if (layout := self._plane.layout()) is not None:
            layout.activate()

    def show_widget(self, widget: QWidget) -> None:
        """Bring a part of the page into view."""
        self._lay_out()
        self.ensureWidgetVisible(widget, 0, self.appearance.theme.px(Space.MARGIN))

    def show_top_of(self, widget: QWidget) -> None:
        """Scroll until a part of the page stands at its top."""
        self.scroll_to(widget.mapTo(self._plane, QPoint(0, 0)).y())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll to either end at Home and End; the arrows and pages are Qt's."""
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)
