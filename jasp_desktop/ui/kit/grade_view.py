"""The timeline of grades on screen: each area in words, and the same drawn at their right."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jasp_desktop.domain.drawing import Ink
from jasp_desktop.domain.grade_drawing import (
    LANES,
    GradeMeasures,
    TimeDrawing,
    TimeLabel,
    draw_row,
    draw_strip,
)
from jasp_desktop.domain.grade_timeline import GradeRow, GradeTimeline, phase_words
from jasp_desktop.domain.promise_drawing import PromiseAxis
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Hairline, Label
from jasp_desktop.ui.kit.painting import paint_shapes
from jasp_desktop.ui.kit.planes import Column, Row
from jasp_desktop.ui.kit.space import HAIRLINE, Space
from jasp_desktop.ui.kit.type_scale import Type

_WORDS, _LEAST, _ROW, _LANE = 330, 260, 64, 26
_A_YEAR = "2030"

type Draw = Callable[[GradeMeasures], TimeDrawing]


class TimePicture(QWidget):
    """A drawing on the axis of the timeline, at the size it has now."""

    def __init__(
        self,
        appearance: Appearance,
        timeline: GradeTimeline,
        draw: Draw,
        tall: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self._timeline, self._draw, self._tall = timeline, draw, tall
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        appearance.changed.connect(self._on_appearance_changed)

    def _on_appearance_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return its usual height, and the least width that can be read."""
        px = self.appearance.theme.px
        return QSize(px(_LEAST), px(self._tall))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    @property
    def drawing(self) -> TimeDrawing:
        """Return the drawing at the size it has now."""
        metrics = QFontMetricsF(self.appearance.theme.font(Type.SMALL))
        grades = {line for each in self._timeline.grades for line in each.label_lines}
        return self._draw(
            GradeMeasures(
                width=self.width() - HAIRLINE,
                height=self.height(),
                unit=self.appearance.theme.text_size / 100,
                grade_width=max(map(metrics.horizontalAdvance, grades), default=0.0),
                year_width=metrics.horizontalAdvance(_A_YEAR) + self._gap,
            )
        )

    @property
    def _gap(self) -> int:
        return self.appearance.theme.px(Space.CLOSE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shapes and, each on a plate, the words that have room."""
        theme, painter, drawing = self.appearance.theme, QPainter(self), self.drawing

        def colour(ink: Ink) -> QColor:
            return theme.colour(Colour.PAGE if ink is Ink.PAPER else ink)

        paint_shapes(painter, drawing.shapes, colour)
        painter.setFont(theme.font(Type.SMALL))
        for label in drawing.labels:
            self._paint_label(painter, label)

    def _paint_label(self, painter: QPainter, label: TimeLabel) -> None:
        theme = self.appearance.theme
        metrics = QFontMetricsF(theme.font(Type.SMALL))
        wide = max(map(metrics.horizontalAdvance, label.lines))
        if wide > label.room:
            return
        line = metrics.ascent() + HAIRLINE
        top = label.y - line * len(label.lines) / 2
        plate = QRectF(label.x - HAIRLINE, top, wide + 2 * HAIRLINE, line * len(label.lines))
        painter.fillRect(plate, theme.colour(Colour.PAGE))
        painter.setPen(theme.colour(Colour.INK))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)
        for place, words in enumerate(label.lines):
            painter.drawText(QRectF(label.x, top + place * line, wide + 1, line), flags, words)


class GradeRowView(Row):
    """One area: nothing is lost if the drawing is not seen."""

    def __init__(
        self,
        appearance: Appearance,
        row: GradeRow,
        timeline: GradeTimeline,
        axis: PromiseAxis,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, gap=Space.ROOM, parent=parent)
        words = Column(appearance, margins=(0, Space.CLOSE, 0, Space.CLOSE))
        words.add(
            Label(appearance, row.area, Type.UI_BOLD, wrap=True),
            Label(appearance, row.words, Type.SMALL, Colour.INK2, wrap=True),
        )
        words.add_stretch()
        words.fix(width=_WORDS)
        picture = TimePicture(
            appearance, timeline, lambda measures: draw_row(row, timeline, axis, measures), _ROW
        )
        picture.setAccessibleName(f"{row.area}: {row.words}")
        self.add(words)
        self.add(picture, stretch=1)
        self.setAccessibleName(row.area)
        self.setAccessibleDescription(row.words)


class GradeTimelineView(Column):
    """The strip of scales, phases and years, and a row for each area under it."""

    def __init__(
        self,
        appearance: Appearance,
        timeline: GradeTimeline,
        axis: PromiseAxis,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, parent=parent)
        self.add(self._strip(timeline, axis), Hairline(appearance, Colour.INK, thick=True))
        for row in timeline.rows:
            self.add(GradeRowView(appearance, row, timeline, axis), Hairline(appearance))

    def _strip(self, timeline: GradeTimeline, axis: PromiseAxis) -> Row:
        strip = Row(self.appearance, gap=Space.ROOM)
        names = Column(self.appearance)
        for words in LANES:
            lane = Column(self.appearance)
            lane.add_stretch()
            lane.add(Label(self.appearance, words, Type.SMALL, Colour.INK2))
            lane.add_stretch()
            lane.fix(height=_LANE)
            names.add(lane)
        names.fix(width=_WORDS)
        picture = TimePicture(
            self.appearance,
            timeline,
            lambda measures: draw_strip(timeline, axis, measures),
            _LANE * len(LANES),
        )
        picture.setAccessibleName("Scales, phases and years")
        picture.setAccessibleDescription("; ".join(map(phase_words, timeline.phases)))
        strip.add(names)
        strip.add(picture, stretch=1)
        return strip
