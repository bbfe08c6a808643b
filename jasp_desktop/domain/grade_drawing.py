"""The timeline of grades as shapes: a strip of scales and phases, and one row to an area.

A square stands where a report graded the area (square is HMICFRS's word); its height in the row is
the grade's place in its scale, the best at the top. A grade holds until the next of the same scale:
a level line, then a step. Between two scales the line is broken by two slanting strokes. Where a
report gave no grade an empty dashed square stands, and nothing is joined to it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from jasp_desktop.domain.dates import MONTHS
from jasp_desktop.domain.drawing import Ink, Path, Shape, Stroke, rectangle
from jasp_desktop.domain.grade_timeline import GRADES_OF, GivenGrade, GradeRow, GradeTimeline
from jasp_desktop.domain.promise_drawing import PromiseAxis
from jasp_desktop.domain.vocabulary import PhaseKind

LANES = ("Grades in the scale", "Monitoring by HMICFRS", "Year")
"""What the three lanes of the strip show, from the top."""

_NO_BREAK = "\u00a0"
_NO_LEVEL = 0.5
_STRIDES = (1, 2, 5, 10)
_FOOT = 3.0
_HALF_SQUARE = 5.0
_PADDING = 9.0
_LABEL_GAP = 9.0


def grade_axis(timeline: GradeTimeline) -> PromiseAxis | None:
    """Return whole years from the first grade to the date of the data; None without a grade."""
    days = [grade.published.first for grade in timeline.grades if grade.published]
    if not days:
        return None
    last = max([*days, *([timeline.as_at] if timeline.as_at else [])])
    return PromiseAxis(date(min(days).year, 1, 1), date(last.year, 12, 31))


@dataclass(frozen=True, slots=True)
class GradeMeasures:
    """The painter's measures in its own unit; ``unit`` is a pixel at 100 %, or a point.

    ``grade_width`` is that of the widest line of a grade's words, which stand right of the axis
    too; ``year_width`` that of a year.
    """

    width: float
    height: float
    unit: float
    grade_width: float
    year_width: float


@dataclass(frozen=True, slots=True)
class TimeLabel:
    """Lines of words that begin at x, their middle at y, if they need no more than ``room``.

    They stand on a plate of paper, so that no line goes through a word.
    """

    x: float
    y: float
    lines: tuple[str, ...]
    room: float


@dataclass(frozen=True, slots=True)
class TimeDrawing:
    """Shapes and the words among them."""

    shapes: tuple[Shape, ...]
    labels: tuple[TimeLabel, ...]


def draw_row(
    row: GradeRow, timeline: GradeTimeline, axis: PromiseAxis, measures: GradeMeasures
) -> TimeDrawing:
    """Draw one area."""
    return _RowPen(timeline, axis, measures).drawn(row)


def draw_strip(timeline: GradeTimeline, axis: PromiseAxis, measures: GradeMeasures) -> TimeDrawing:
    """Draw the scales in force, the phases of monitoring and the years, each in a third."""
    pen = _StripPen(timeline, axis, measures)
    scales, phases, years = pen.scales(), pen.phases(), pen.years()
    shapes = (*pen.uprights(), *scales.shapes, *phases.shapes)
    return TimeDrawing(shapes, (*scales.labels, *phases.labels, *years))


class _Pen:
    """What both drawings share: where a day stands, and the lines that go through all rows."""

    def __init__(self, timeline: GradeTimeline, axis: PromiseAxis, measures: GradeMeasures) -> None:
        self._timeline, self._axis, self._measures = timeline, axis, measures
        self._unit = measures.unit

    def _x(self, day: date) -> float:
        return self._axis.at(day) * self._plot

    @property
    def _plot(self) -> float:
        """Return the width of the axis: what is left of it is for the words of the last grade."""
        return self._measures.width - self._measures.grade_width - _LABEL_GAP * self._unit

    def _years(self) -> list[tuple[int, float]]:
        years = range(self._axis.start.year, self._axis.end.year + 1)
        return [(year, self._x(date(year, 1, 1))) for year in years]

    def uprights(self) -> list[Shape]:
        """Return ticks of years, the days the phase changed, and the date of the data."""
        tall, unit = self._measures.height, self._unit
        shapes: list[Shape] = [
            Path(((x, tall - 4 * unit), (x, tall)), stroke=Stroke(Ink.CONTROL, unit))
            for _, x in self._years()
        ]
        dashed = Stroke(Ink.CONTROL, unit, (2 * unit, 3 * unit))
        for phase in self._timeline.phases:
            if self._axis.start < phase.from_ <= self._axis.end:
                x = self._x(phase.from_)
                shapes.append(Path(((x, 0), (x, tall)), stroke=dashed))
        if self._timeline.as_at:
            x = self._x(self._timeline.as_at)
            shapes.append(Path(((x, 0), (x, tall)), stroke=Stroke(Ink.ACCENT, 1.6 * unit)))
        return shapes


class _RowPen(_Pen):
    def drawn(self, row: GradeRow) -> TimeDrawing:
        shapes = self.uprights()
        for stretch in row.stretches:
            for before, after in pairwise(stretch):
                shapes.append(self._step(before, after))
        dated = [grade for grade in row.grades if grade.published]
        for before, after in pairwise(dated):
            if before.scale is not after.scale:
                shapes += self._break(before, after)
        shapes += [self._square(grade) for grade in dated]
        return TimeDrawing(tuple(shapes), tuple(self._labels(dated)))

    def _at(self, grade: GivenGrade) -> tuple[float, float]:
        """Return the middle of a grade's square; it must have a date."""
        day = grade.published.first if grade.published else self._axis.start
        steps = len(GRADES_OF.get(grade.scale, ())) - 1
        share = _NO_LEVEL if grade.level is None else grade.level / steps
        padding = _PADDING * self._unit
        return self._x(day), padding + share * (self._measures.height - 2 * padding)

    def _step(self, before: GivenGrade, after: GivenGrade) -> Path:
        (left, upper), (right, lower) = self._at(before), self._at(after)
        points = ((left, upper), (right, upper), (right, lower))
        return Path(points, stroke=Stroke(Ink.BAR, 2 * self._unit))

    def _break(self, before: GivenGrade, after: GivenGrade) -> list[Shape]:
        unit, middle = self._unit, self._measures.height / 2
        x = (self._at(before)[0] + self._at(after)[0]) / 2
        stroke = Stroke(Ink.INK, 2 * unit)
        return [
            Path(
                ((x + by - 4 * unit, middle + 9 * unit), (x + by + 4 * unit, middle - 9 * unit)),
                stroke=stroke,
            )
            for by in (-3 * unit, 3 * unit)
        ]

    def _square(self, grade: GivenGrade) -> Path:
        unit, (x, y) = self._unit, self._at(grade)
        half = _HALF_SQUARE * unit
        if grade.level is None:
            stroke = Stroke(Ink.INK3, 1.5 * unit, (2.5 * unit, 2.5 * unit))
            return rectangle(x - half, y - half, 2 * half, 2 * half, fill=Ink.PAPER, stroke=stroke)
        stroke = Stroke(Ink.INK, unit)
        return rectangle(x - half, y - half, 2 * half, 2 * half, fill=Ink.INK, stroke=stroke)

    def _labels(self, grades: list[GivenGrade]) -> Iterable[TimeLabel]:
        """Yield the word of each grade, in the room there is to the next square."""
        if not grades:
            return
        gap = _LABEL_GAP * self._unit
        ends = [self._at(grade)[0] - gap for grade in grades[1:]]
        for grade, end in zip(grades, [*ends, self._measures.width], strict=True):
            x, y = self._at(grade)
            yield TimeLabel(x + gap, y, grade.label_lines, end - x - gap)


class _StripPen(_Pen):
    def _lane(self, number: int) -> tuple[float, float]:
        """Return the top and the height of a bar in one of three lanes."""
        tall = self._measures.height / len(LANES)
        return number * tall + 2 * self._unit, tall - 4 * self._unit

    def scales(self) -> TimeDrawing:
        spans = [
            (scale, span) for scale in self._timeline.scales if (span := self._timeline.span(scale))
        ]
        edges = [self._axis.start]
        for (_, before), (_, after) in pairwise(spans):
            edges.append(before[1] + (after[0] - before[1]) / 2)
        edges.append(self._axis.end)
        shapes: list[Shape] = []
        labels: list[TimeLabel] = []
        for place, (scale, _) in enumerate(spans):
            left, right = self._x(edges[place]), self._x(edges[place + 1])
            gap = 4 * self._unit
            shapes.append(self._bar(0, left + gap * (place > 0), right))
            labels.append(
                self._label(0, left + gap * (place > 0), right, scale.words.partition(" ")[0])
            )
        return TimeDrawing(tuple(shapes), tuple(labels))

    def phases(self) -> TimeDrawing:
        shapes: list[Shape] = []
        labels: list[TimeLabel] = []
        for phase in self._timeline.phases:
            until = phase.to or self._axis.end
            if until <= self._axis.start or phase.from_ >= self._axis.end:
                continue
            left, right = self._x(phase.from_), self._x(until)
            is_engaged = phase.phase is PhaseKind.ENGAGE
            shapes.append(self._bar(1, left, right))
            if is_engaged:
                shapes.append(self._under(1, left, right))
            labels.append(self._label(1, left, right, phase.phase.words))
        return TimeDrawing(tuple(shapes), tuple(labels))

    def years(self) -> list[TimeLabel]:
        """Return the years as close as they fit."""
        found = self._years()
        room = self._plot / len(found)
        fitting = (stride for stride in _STRIDES if stride * room >= self._measures.year_width)
        stride = next(fitting, _STRIDES[-1])
        top, tall = self._lane(2)
        labels = [
            TimeLabel(x + 2 * self._unit, top + tall / 2, (str(year),), stride * room)
            for year, x in found
            if not (year - found[0][0]) % stride
        ]
        as_at = self._timeline.as_at
        if as_at is None:
            return labels
        left = self._x(as_at) + 4 * self._unit
        words = f"As at {as_at.day}{_NO_BREAK}{MONTHS[as_at.month - 1][:3]}"
        return [*labels, TimeLabel(left, top + tall / 2, (words,), self._measures.width - left)]

    def _bar(self, lane: int, left: float, right: float) -> Path:
        top, tall = self._lane(lane)
        stroke = Stroke(Ink.CONTROL, self._unit)
        return rectangle(left, top, right - left, tall, fill=Ink.PAPER, stroke=stroke)

    def _under(self, lane: int, left: float, right: float) -> Path:
        """Return the thick foot that tells Engage from Scan, without a colour."""
        top, tall = self._lane(lane)
        thick = _FOOT * self._unit
        return rectangle(left, top + tall - thick, right - left, thick, fill=Ink.INK)

    def _label(self, lane: int, left: float, right: float, words: str) -> TimeLabel:
        top, tall = self._lane(lane)
        gap = 3 * self._unit
        middle = top + (tall - _FOOT * self._unit) / 2
        return TimeLabel(left + gap, middle, (words,), right - left - 2 * gap)
