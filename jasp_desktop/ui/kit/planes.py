"""Planes and the three ways of standing on them: in a column, in a row, in a row that wraps.

Spaces are given as tokens at 100 % and follow the text size by themselves.
"""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.space import HAIRLINE, Measure, Space

type Margins = tuple[int, int, int, int]

NO_MARGINS: Margins = (0, 0, 0, 0)
_TINTS = frozenset(
    {
        Colour.RAISED,
        Colour.OVERDUE_SOFT,
        Colour.MOVED_SOFT,
        Colour.CLOSED_SOFT,
        Colour.MINE_SOFT,
        Colour.SELECTED,
    }
)


class Plane(QWidget):
    """An area in one colour, with hairlines at some edges and perhaps a bar at its left.

    ``edges`` is a choice of the letters t, r, b and l. A ``tint`` gives way to an outline in high
    contrast.
    """

    def __init__(
        self,
        appearance: Appearance,
        plane: Colour | None = None,
        *,
        edges: str = "",
        bar: Colour | None = None,
        outline: Colour | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self._plane, self._edges, self._bar, self._outline = plane, edges, bar, outline
        self._fixed: tuple[int | None, int | None] = (None, None)
        appearance.changed.connect(self._on_appearance_changed)

    @property
    def plane(self) -> Colour | None:
        """Return the colour that it is filled with."""
        return self._plane

    def set_plane(self, plane: Colour | None) -> None:
        """Fill it with another colour, or with none."""
        self._plane = plane
        self.update()

    def fix(self, *, width: int | None = None, height: int | None = None) -> None:
        """Give it a size of its own, in pixels at 100 %."""
        self._fixed = (width, height)
        self.restyle()

    def restyle(self) -> None:
        """Take sizes and spaces from the theme in force."""
        width, height = self._fixed
        if width is not None:
            self.setFixedWidth(self.appearance.theme.px(width))
        if height is not None:
            self.setFixedHeight(self.appearance.theme.px(height))

    def _on_appearance_changed(self) -> None:
        self.restyle()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the plane and draw its edges."""
        painter = QPainter(self)
        theme, area = self.appearance.theme, self.rect()
        if self._plane is not None:
            painter.fillRect(area, theme.colour(self._plane))
        wide, tall = area.width(), area.height()
        outline = self._outline
        if outline is None and self._plane in _TINTS and not theme.has_tints:
            outline = Colour.RULE
        edges = self._edges if outline is None else "trbl"
        lines = {
            "t": QRect(0, 0, wide, HAIRLINE),
            "b": QRect(0, tall - HAIRLINE, wide, HAIRLINE),
            "l": QRect(0, 0, HAIRLINE, tall),
            "r": QRect(wide - HAIRLINE, 0, HAIRLINE, tall),
        }
        for edge in edges:
            painter.fillRect(lines[edge], theme.colour(outline or Colour.RULE))
        if self._bar is not None:
            painter.fillRect(0, 0, theme.px(Measure.EDGE_BAR), tall, theme.colour(self._bar))
        painter.end()
        super().paintEvent(event)


class _Box(Plane):
    """A plane with a box layout whose spaces follow the text size."""

    _box: QVBoxLayout | QHBoxLayout

    def _lay(self, box: QVBoxLayout | QHBoxLayout, gap: int, margins: Margins) -> None:
        self._box, self._gap, self._margins = box, gap, margins
        self._spaces: list[tuple[int, int]] = []
        self.restyle()

    def add(self, *widgets: QWidget, stretch: int = 0) -> None:
        """Put widgets at the end."""
        for widget in widgets:
            self._box.addWidget(widget, stretch)

    def add_space(self, space: int) -> None:
        """Leave room, in pixels at 100 %, beside the gap there is everywhere."""
        self._spaces.append((self._box.count(), space))
        self._box.addSpacing(self.appearance.theme.px(space))

    def add_stretch(self, stretch: int = 1) -> None:
        """Let what follows stand at the other end."""
        self._box.addStretch(stretch)

    def set_margins(self, left: int, top: int, right: int, bottom: int) -> None:
        """Set the margins, in pixels at 100 %."""
        self._margins = (left, top, right, bottom)
        self.restyle()

    def clear(self) -> None:
        """Take out and delete everything in it."""
        self._spaces.clear()
        empty_layout(self._box)

    def restyle(self) -> None:
        """Take sizes and spaces from the theme in force."""
        super().restyle()
        theme = self.appearance.theme
        self._box.setSpacing(theme.px(self._gap))
        self._box.setContentsMargins(*(theme.px(side) for side in self._margins))
        for place, space in self._spaces:
            self._respace(self._box.itemAt(place), theme.px(space))
        self._box.invalidate()

    def _respace(self, item: QLayoutItem | None, pixels: int) -> None:
        spacer = item.spacerItem() if item is not None else None
        if spacer is not None:
            is_column = isinstance(self._box, QVBoxLayout)
            fixed, least = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum
            if is_column:
                spacer.changeSize(0, pixels, least, fixed)
            else:
                spacer.changeSize(pixels, 0, fixed, least)


class Column(_Box):
    """Things under one another."""

    def __init__(
        self,
        appearance: Appearance,
        plane: Colour | None = None,
        *,
        gap: int = Space.NONE,
        margins: Margins = NO_MARGINS,
        edges: str = "",
        bar: Colour | None = None,
        outline: Colour | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, plane, edges=edges, bar=bar, outline=outline, parent=parent)
        self._lay(QVBoxLayout(self), gap, margins)


class Row(_Box):
    """Things beside one another; each at the middle of the row unless ``top`` is asked for."""

    def __init__(
        self,
        appearance: Appearance,
        plane: Colour | None = None,
        *,
        gap: int = Space.NONE,
        margins: Margins = NO_MARGINS,
        top: bool = False,
        edges: str = "",
        bar: Colour | None = None,
        outline: Colour | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, plane, edges=edges, bar=bar, outline=outline, parent=parent)
        self._at_top = top
        self._lay(QHBoxLayout(self), gap, margins)

    def add(self, *widgets: QWidget, stretch: int = 0) -> None:
        """Put widgets at the end."""
        super().add(*widgets, stretch=stretch)
        for widget in widgets:
            if self._at_top:
                self._box.setAlignment(widget, Qt.AlignmentFlag.AlignTop)
            elif isinstance(widget, QLabel):
                # Words that wrap would take the row's whole height and stand at its top.
                self._box.setAlignment(widget, Qt.AlignmentFlag.AlignVCenter)


class Flow(Plane):
    """Things beside one another that go on in the next line where the width ends."""

    def __init__(
        self,
        appearance: Appearance,
        *,
        gap: int = Space.CLOSE,
        line_gap: int = Space.CLOSE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, parent=parent)
        self._gap, self._line_gap = gap, line_gap
        self._flow = _FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.restyle()

    def add(self, *widgets: QWidget) -> None:
        """Put widgets at the end."""
        for widget in widgets:
            self._flow.addWidget(widget)

    def clear(self) -> None:
        """Take out and delete everything in it."""
        empty_layout(self._flow)

    def restyle(self) -> None:
        """Take spaces from the theme in force."""
        super().restyle()
        theme = self.appearance.theme
        self._flow.set_gaps(theme.px(self._gap), theme.px(self._line_gap))


class _FlowLayout(QLayout):
    """Wraps its items; each line is as high as its highest item."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = self._line_gap = 0
        self.setContentsMargins(0, 0, 0, 0)

    def set_gaps(self, gap: int, line_gap: int) -> None:
        self._gap, self._line_gap = gap, line_gap
        self.invalidate()

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum_of_lines(self._lines(width), self._line_gap)

    @override
    def minimumSize(self) -> QSize:
        least = QSize(0, 0)
        for item in self._items:
            least = least.expandedTo(item.minimumSize())
        return least

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        wide = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(wide, max((size.height() for size in sizes), default=0))

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        top = rect.top()
        for line in self._lines(rect.width()):
            left, tall = rect.left(), max(size.height() for _, size in line)
            for item, size in line:
                # What is in one line shares its middle.
                at = QPoint(left, top + (tall - size.height()) // 2)
                item.setGeometry(QRect(at, size))
                left += size.width() + self._gap
            top += tall + self._line_gap

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = self._size(item, width)
            if not lines or used + size.width() > width:
                lines.append([])
                used = 0
            lines[-1].append((item, size))
            used += size.width() + self._gap
        return lines

    @staticmethod
    def _size(item: QLayoutItem, width: int) -> QSize:
        size = item.sizeHint()
        if size.width() > width:
            size.setWidth(max(width, item.minimumSize().width()))
            if item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(size.width()))
        return size


def sum_of_lines(lines: Sequence[Sequence[tuple[QLayoutItem, QSize]]], gap: int) -> int:
    """Return the height of lines with a gap between each two."""
    heights = [max(size.height() for _, size in line) for line in lines]
    return sum(heights) + gap * max(0, len(heights) - 1)


def empty_layout(layout: QLayout) -> None:
    """Take every item out of a layout and delete its widget."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            # It keeps its parent until then: without one, Python would delete it at once, perhaps
            # in the middle of its own click.
            widget.hide()
            widget.deleteLater()
