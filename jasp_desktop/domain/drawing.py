"""Vector shapes that any painter can draw: the same marks and lines on screen and on paper.

A painter needs two primitives, each filled, stroked or both:

- ``Path``: straight lines through points, closed or not;
- ``Round``: a circle, or the part of it between two angles (a stroked part is an arc, a filled part
  is a wedge from the centre).

x grows to the right and y grows downwards. Marks are drawn in a unit square; a promise line is
drawn in the painter's own units (pixels or points). Widths and dashes are in the same units as the
points. Caps and joins are round, except where a stroke is dashed: its dashes end flat.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

type Point = tuple[float, float]

FULL_TURN = 360.0


class Ink(StrEnum):
    """What a shape is drawn in. The painter has a colour for each."""

    OWN = "own"  # the colour of the mark, or of the row that it stands on
    PAPER = "paper"  # what lies under the drawing
    INK = "ink"
    INK2 = "ink2"
    INK3 = "ink3"
    RULE = "rule"
    CONTROL = "control"
    ACCENT = "accent"
    BAR = "bar"
    OVERDUE = "overdue"
    MOVED = "moved"
    CLOSED = "closed"
    MINE = "mine"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line's ink, its width and its dashes: lengths of dash and gap in turn, none if solid."""

    ink: Ink
    width: float
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """Straight lines from point to point."""

    points: tuple[Point, ...]
    closed: bool = False
    fill: Ink | None = None
    stroke: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """A circle, or the part of it that begins at ``start`` and runs ``sweep`` degrees.

    Angles are in degrees, 0 at three o'clock, growing anticlockwise.
    """

    centre: Point
    radius: float
    start: float = 0.0
    sweep: float = FULL_TURN
    fill: Ink | None = None
    stroke: Stroke | None = None

    @property
    def is_whole(self) -> bool:
        """Tell whether it is the whole circle."""
        return self.sweep >= FULL_TURN


type Shape = Path | Round


def rectangle(
    left: float,
    top: float,
    width: float,
    height: float,
    *,
    fill: Ink | None = None,
    stroke: Stroke | None = None,
) -> Path:
    """Return an upright rectangle."""
    right, bottom = left + width, top + height
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    return Path(corners, closed=True, fill=fill, stroke=stroke)


def inked(shapes: Iterable[Shape], ink: Ink) -> tuple[Shape, ...]:
    """Return shapes with an ink in the place of ``Ink.OWN``."""
    return tuple(_inked(shape, ink) for shape in shapes)


def _inked(shape: Shape, ink: Ink) -> Shape:
    stroke = shape.stroke
    if stroke is not None and stroke.ink is Ink.OWN:
        stroke = replace(stroke, ink=ink)
    return replace(shape, stroke=stroke, fill=ink if shape.fill is Ink.OWN else shape.fill)


def placed(shapes: Iterable[Shape], left: float, top: float, size: float) -> tuple[Shape, ...]:
    """Return unit-square shapes enlarged to ``size`` with their corner at (left, top)."""
    return tuple(_placed(shape, left, top, size) for shape in shapes)


def _placed(shape: Shape, left: float, top: float, size: float) -> Shape:
    stroke = shape.stroke and Stroke(
        shape.stroke.ink,
        shape.stroke.width * size,
        tuple(part * size for part in shape.stroke.dash),
    )
    if isinstance(shape, Round):
        x, y = shape.centre
        centre = (left + x * size, top + y * size)
        return replace(shape, centre=centre, radius=shape.radius * size, stroke=stroke)
    points = tuple((left + x * size, top + y * size) for x, y in shape.points)
    return replace(shape, points=points, stroke=stroke)
