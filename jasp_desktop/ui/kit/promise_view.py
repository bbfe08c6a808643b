"""The promise line on screen: its words at the left, the drawing at the right."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jasp_desktop.domain.drawing import Ink
from jasp_desktop.domain.promise_drawing import (
    PromiseAxis,
    PromiseDrawing,
    PromiseMeasures,
    draw_promises,
    promise_words,
)
from jasp_desktop.domain.promises import PromiseLine
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.painting import paint_shapes
from jasp_desktop.ui.kit.planes import Column, Row
from jasp_desktop.ui.kit.space import HAIRLINE, Measure, Space
from jasp_desktop.ui.kit.type_scale import Type


class PromisePicture(QWidget):
    """The drawing alone. Its words stand beside it, so a screen reader has them there."""

    def __init__(
        self,
        appearance: Appearance,
        line: PromiseLine,
        axis: PromiseAxis,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self._line, self._axis = line, axis
        self._drawing: PromiseDrawing | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("The promises, drawn to scale")
        self.setAccessibleDescription(self.drawing.spoken)
        appearance.changed.connect(self._on_appearance_changed)

    def _on_appearance_changed(self) -> None:
        self._drawing = None
        self.updateGeometry()
        self.update()

    @property
    def drawing(self) -> PromiseDrawing:
        """Return the drawing at the width it has now."""
        if self._drawing is None:
            px = self.appearance.theme.px
            measures = PromiseMeasures(
                width=self.width() - HAIRLINE,
                row_height=px(Measure.PROMISE_ROW),
                first_row=px(Measure.PROMISE_FIRST_ROW),
                unit=self.appearance.theme.text_size / 100,
                label_width=px(Measure.PROMISE_MONTH),
            )
            self._drawing = draw_promises(self._line, self._axis, measures)
        return self._drawing

    def sizeHint(self) -> QSize:
        """Return the height of its rows and axis, and a width to be read at."""
        px = self.appearance.theme.px
        tall = px(Measure.PROMISE_ROW) * len(promise_words(self._line)) + px(Measure.PROMISE_AXIS)
        return QSize(px(Measure.PROMISE_LEAST), tall)

    def minimumSizeHint(self) -> QSize:
        """Return the least that can be read."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew at the new width."""
        self._drawing = None
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shapes, the months and the date of the data."""
        theme, drawing = self.appearance.theme, self.drawing
        painter = QPainter(self)

        def colour(ink: Ink) -> QColor:
            return theme.colour(Colour.PAGE if ink is Ink.PAPER else ink)

        paint_shapes(painter, drawing.shapes, colour)
        label = self._as_at_box(drawing)
        self._paint_months(painter, drawing, label)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(Colour.ACCENT))
        painter.drawRoundedRect(label, theme.px(Space.HAIR), theme.px(Space.HAIR))
        painter.setPen(theme.colour(Colour.ACCENT_INK))
        painter.setFont(theme.font(Type.SMALL_BOLD))
        painter.drawText(label, int(Qt.AlignmentFlag.AlignCenter), drawing.as_at.words)

    def _as_at_box(self, drawing: PromiseDrawing) -> QRectF:
        theme = self.appearance.theme
        metrics = QFontMetricsF(theme.font(Type.SMALL_BOLD))
        wide = metrics.horizontalAdvance(drawing.as_at.words) + theme.px(Space.GAP)
        left = min(max(0.0, drawing.as_at.x - wide / 2), max(0.0, self.width() - wide))
        top = drawing.height + theme.px(Space.TIGHT)
        return QRectF(left, top, wide, theme.px(Space.SIDE))

    def _paint_months(self, painter: QPainter, drawing: PromiseDrawing, label: QRectF) -> None:
        theme = self.appearance.theme
        font = theme.font(Type.SMALL)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(theme.colour(Colour.INK2))
        gap = theme.px(Space.TIGHT)
        for month in drawing.months:
            wide = metrics.horizontalAdvance(month.words)
            area = QRectF(QPointF(month.x + gap, label.top()), label.size())
            area.setWidth(wide + 1)
            # A month that the date of the data would cover, or that would be cut, is left out.
            if not area.adjusted(-gap, 0, gap, 0).intersects(label) and area.right() < self.width():
                painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), month.words)


class PromiseLineView(Row):
    """The rows in words, and the drawing beside them: nothing is lost if it is not seen."""

    def __init__(
        self,
        appearance: Appearance,
        line: PromiseLine,
        axis: PromiseAxis,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, top=True, gap=Space.CLOSE, parent=parent)
        self._words = Column(appearance)
        for row in promise_words(line):
            one = Column(appearance, margins=(0, Space.TIGHT, 0, 0))
            title = Colour(row.title_ink)
            one.add(Label(appearance, row.title, Type.UI_BOLD, title, elide=True))
            one.add(Label(appearance, row.note, Type.SMALL, Colour(row.note_ink), elide=True))
            one.add_stretch()
            one.fix(width=Measure.PROMISE_WORDS, height=Measure.PROMISE_ROW)
            self._words.add(one)
        self.picture = PromisePicture(appearance, line, axis)
        self.add(self._words)
        self.add(self.picture, stretch=1)
        self.setAccessibleName(f"Promises for {line.reference}" if line.reference else "Promises")
        self.setAccessibleDescription(self.picture.drawing.spoken)
