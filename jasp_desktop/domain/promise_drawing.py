"""The promise line as shapes on a time axis: one row to a promise, drawn to scale.

A bar runs from the day a promise was made to the day it fell due, where an ink tick stands. A
dashed drop leads to the promise that took its place: to an open circle when it was moved before it
fell due, to a filled one when after. Hatching marks the days with no promise in force. A disc with
a tick is closure, the upright line is the date of the data, never today's (LOOKS, “Promise line”).
"""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.drawing import Ink, Path, Round, Shape, Stroke, inked, placed, rectangle
from jasp_desktop.domain.marks import DONE
from jasp_desktop.domain.promises import Promise, PromiseLine

_NO_BREAK = "\u00a0"
_SPARE = timedelta(days=21)
_MONTHS_A_YEAR = 12
_STRIDES = (1, 3, 6, 12, 24, 60, 120)


@dataclass(frozen=True, slots=True)
class PromiseAxis:
    """The stretch of time that all actions of one finding are drawn on."""

    start: date
    end: date

    def at(self, day: date) -> float:
        """Return where a day stands: 0 at the start, 1 at the end, kept between the two."""
        share = (day - self.start).days / max(1, (self.end - self.start).days)
        return min(1.0, max(0.0, share))


def axis_for(lines: Iterable[PromiseLine]) -> PromiseAxis | None:
    """Return an axis that shows every day of some lines; None when nothing was promised."""
    days = [day for line in lines for day in _days_of(line)]
    if not days:
        return None
    first, last = min(days) - _SPARE, max(days) + _SPARE
    month_end = calendar.monthrange(last.year, last.month)[1]
    return PromiseAxis(first.replace(day=1), last.replace(day=month_end))


def _days_of(line: PromiseLine) -> list[date]:
    days = [day for promise in line.promises for day in (promise.made_on, promise.due)]
    shown = [day for day in (*days, line.closed_on) if day is not None]
    return [*shown, line.as_at] if shown else []


@dataclass(frozen=True, slots=True)
class PromiseMeasures:
    """The painter's measures, all in its own unit (pixels or points).

    ``unit`` is the length that all thicknesses are multiples of: a pixel at 100 %, or a point.
    """

    width: float
    row_height: float
    first_row: float
    unit: float
    label_width: float


@dataclass(frozen=True, slots=True)
class PromiseWords:
    """A row in words: what was promised, and when; ``ink`` is for the title or for the note."""

    title: str
    note: str
    title_ink: Ink = Ink.INK
    note_ink: Ink = Ink.INK2

    @property
    def spoken(self) -> str:
        """Return the row as one sentence's part."""
        return f"{self.title}, {self.note}" if self.note else self.title


@dataclass(frozen=True, slots=True)
class AxisLabel:
    """Words under the axis: a month, or the date of the data."""

    x: float
    words: str


@dataclass(frozen=True, slots=True)
class PromiseDrawing:
    """A promise line ready to be painted; ``height`` is that of its rows, the axis at its foot.

    ``spoken`` is the whole line in words, row by row.
    """

    rows: tuple[PromiseWords, ...]
    shapes: tuple[Shape, ...]
    months: tuple[AxisLabel, ...]
    as_at: AxisLabel
    height: float
    spoken: str


def promise_words(line: PromiseLine) -> tuple[PromiseWords, ...]:
    """Return the rows in words; one row says that no date was promised."""
    if not line.rows:
        return (PromiseWords("No date promised", ""),)
    words = []
    for place, (title, note) in enumerate(line.rows):
        is_closure = place >= len(line.promises)
        is_late = not is_closure and line.promises[place].was_late
        title_ink = Ink.CLOSED if is_closure else Ink.INK
        note_ink = Ink.OVERDUE if is_late else Ink.INK2
        words.append(PromiseWords(title, note, title_ink, note_ink))
    return tuple(words)


def draw_promises(
    line: PromiseLine, axis: PromiseAxis, measures: PromiseMeasures
) -> PromiseDrawing:
    """Draw the promises of one action on the axis of its finding."""
    rows = promise_words(line)
    height = measures.row_height * len(rows)
    pen = _Pen(line, axis, measures)
    months = _months(axis, measures)
    as_at_x = axis.at(line.as_at) * measures.width
    unit = measures.unit
    shapes = [
        *_grid(axis, measures, height, months),
        *pen.rows(),
        Path(((as_at_x, 0), (as_at_x, height + 2 * unit)), stroke=Stroke(Ink.ACCENT, 1.6 * unit)),
    ]
    day, month = line.as_at.day, calendar.month_abbr[line.as_at.month]
    as_at = AxisLabel(as_at_x, f"As at {day}{_NO_BREAK}{month}")
    spoken = ". ".join((*(row.spoken for row in rows), f"Data as at {in_words(line.as_at)}"))
    return PromiseDrawing(rows, tuple(shapes), months, as_at, height, f"{spoken}.")


def _month_starts(axis: PromiseAxis) -> list[date]:
    first = axis.start.year * _MONTHS_A_YEAR + axis.start.month - 1
    last = axis.end.year * _MONTHS_A_YEAR + axis.end.month - 1
    starts = (date(n // _MONTHS_A_YEAR, n % _MONTHS_A_YEAR + 1, 1) for n in range(first, last + 1))
    return [start for start in starts if start >= axis.start]


def _months(axis: PromiseAxis, measures: PromiseMeasures) -> tuple[AxisLabel, ...]:
    """Return labels as close as they fit; the first, and each January, with its year."""
    starts = _month_starts(axis)
    room = measures.width / max(1, len(starts))
    fitting = (stride for stride in _STRIDES if stride * room >= measures.label_width)
    stride = next(fitting, _STRIDES[-1])
    labels: list[AxisLabel] = []
    for start in starts:
        if (start.year * _MONTHS_A_YEAR + start.month - 1) % stride:
            continue
        month = calendar.month_abbr[start.month]
        with_year = not labels or start.month == 1
        words = f"{month}{_NO_BREAK}{start.year}" if with_year else month
        labels.append(AxisLabel(axis.at(start) * measures.width, words))
    return tuple(labels)


def _grid(
    axis: PromiseAxis, measures: PromiseMeasures, height: float, months: tuple[AxisLabel, ...]
) -> list[Shape]:
    unit = measures.unit
    hairline = Stroke(Ink.RULE, unit)
    labelled = {label.x for label in months}
    shapes: list[Shape] = []
    for start in _month_starts(axis):
        x = axis.at(start) * measures.width
        top = 0 if x in labelled else height - 3 * unit
        shapes.append(Path(((x, top), (x, height + 4 * unit)), stroke=hairline))
    foot = ((0.0, height), (measures.width, height))
    return [*shapes, Path(foot, stroke=Stroke(Ink.CONTROL, unit))]


class _Pen:
    """Draws the rows of one line."""

    def __init__(self, line: PromiseLine, axis: PromiseAxis, measures: PromiseMeasures) -> None:
        self._line, self._axis, self._measures = line, axis, measures
        self._unit = measures.unit

    def _x(self, day: date) -> float:
        return self._axis.at(day) * self._measures.width

    def _y(self, row: int) -> float:
        return row * self._measures.row_height + self._measures.first_row

    def rows(self) -> list[Shape]:
        """Return every row, what lies beneath first."""
        line, shapes = self._line, list[Shape]()
        for row, promise in enumerate(line.promises):
            shapes += self._bar(row, promise)
            shapes += self._gap(row, promise)
        for row, promise in enumerate(line.promises[1:], start=1):
            shapes += self._move(row, promise)
        for row, promise in enumerate(line.promises):
            shapes += self._due(row, promise)
        if line.closed_on is not None:
            shapes += self._closure(len(line.promises), line.closed_on)
        return shapes

    def _bar(self, row: int, promise: Promise) -> list[Shape]:
        made, due = promise.made_on, promise.due
        if made is None or due is None or due <= made:
            return []
        unit, left = self._unit, self._x(made)
        top = self._y(row) - 3 * unit
        return [rectangle(left, top, self._x(due) - left, 6 * unit, fill=Ink.BAR)]

    def _due(self, row: int, promise: Promise) -> list[Shape]:
        if promise.due is None:
            return []
        x, y, reach = self._x(promise.due), self._y(row), 9 * self._unit
        return [Path(((x, y - reach), (x, y + reach)), stroke=Stroke(Ink.INK, 2 * self._unit))]

    def _gap(self, row: int, promise: Promise) -> list[Shape]:
        """Hatch the days after a promise fell due until the next, closure or the data's date."""
        start = promise.due or promise.made_on
        end = self._next_day(row)
        if start is None or end is None or end <= start:
            return []
        return self._hatching(self._x(start), self._x(end), self._y(row))

    def _next_day(self, row: int) -> date | None:
        """Return the day the promise of a row stopped counting."""
        if row + 1 < len(self._line.promises):
            return self._line.promises[row + 1].made_on
        if self._line.closed_on is not None:
            return self._line.closed_on
        return self._line.as_at if self._line.is_open else None

    def _hatching(self, left: float, right: float, y: float) -> list[Shape]:
        """Return slanting lines clipped to a strip, without a clip: any painter can draw them."""
        unit = self._unit
        tall, step = 10 * unit, 6 * unit
        stroke = Stroke(Ink.OVERDUE, unit)
        top, shapes = y - tall / 2, list[Shape]()
        start = left - tall + step / 2
        while start < right:
            from_x, to_x = max(start, left), min(start + tall, right)
            points = ((from_x, top + tall - from_x + start), (to_x, top + tall - to_x + start))
            shapes.append(Path(points, stroke=stroke))
            start += step
        return shapes

    def _move(self, row: int, promise: Promise) -> list[Shape]:
        """Return the drop from the row above and the circle it ends in."""
        if promise.made_on is None:
            return []
        unit, x, y = self._unit, self._x(promise.made_on), self._y(row)
        is_late = promise.was_late
        radius = 5 * unit
        drop = Stroke(Ink.OVERDUE if is_late else Ink.INK2, 1.5 * unit, (3 * unit, 3 * unit))
        above = self._y(row - 1) + (5 if is_late else 3) * unit
        ring = Ink.OVERDUE if is_late else Ink.INK
        fill = Ink.OVERDUE if is_late else Ink.PAPER
        return [
            Path(((x, above), (x, y - radius)), stroke=drop),
            Round((x, y), radius, fill=fill, stroke=Stroke(ring, 2 * unit)),
        ]

    def _closure(self, row: int, closed_on: date) -> list[Shape]:
        unit, x, y = self._unit, self._x(closed_on), self._y(row)
        size = 16 * unit
        shapes: list[Shape] = []
        if row:
            stroke = Stroke(Ink.CLOSED, 1.5 * unit, (3 * unit, 3 * unit))
            points = ((x, self._y(row - 1) + 3 * unit), (x, y - size / 2))
            shapes.append(Path(points, stroke=stroke))
        return [*shapes, *placed(inked(DONE.shapes, DONE.ink), x - size / 2, y - size / 2, size)]
