"""The shapes of marks and promise lines, as ReportLab paints them."""

import math
from collections.abc import Iterable

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from jasp_desktop.briefs.style import Colour
from jasp_desktop.domain.drawing import Ink, Path, Round, Shape, Stroke

_BUTT, _ROUND = 0, 1

# Paper is printed in black: only what is overdue has a colour of its own.
_COLOURS = {
    Ink.PAPER: Colour.WHITE,
    Ink.INK: Colour.INK,
    Ink.INK2: Colour.INK,
    Ink.INK3: Colour.QUIET,
    Ink.RULE: Colour.RULE,
    Ink.CONTROL: Colour.QUIET,
    Ink.ACCENT: Colour.INK,
    Ink.BAR: Colour.RULE,
    Ink.OVERDUE: Colour.ALARM,
    Ink.MOVED: Colour.INK,
    Ink.CLOSED: Colour.INK,
    Ink.MINE: Colour.INK,
}


class ShapePainter:
    """Paints shapes whose y grows downwards onto a page whose y grows upwards."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas

    def paint(self, shapes: Iterable[Shape], left: float, top: float, own: Ink) -> None:
        """Paint shapes with their origin at (left, top) of the page."""
        self._canvas.saveState()
        self._canvas.setLineJoin(_ROUND)
        for shape in shapes:
            self._shape(shape, left, top, own)
        self._canvas.restoreState()

    def _shape(self, shape: Shape, left: float, top: float, own: Ink) -> None:
        if shape.fill is not None:
            self._canvas.setFillColor(_colour(shape.fill, own))
        if shape.stroke is not None:
            self._set_stroke(shape.stroke, own)
        stroke, fill = int(shape.stroke is not None), int(shape.fill is not None)
        if isinstance(shape, Round) and not shape.is_whole and fill:
            self._draw(_wedge(self._canvas, shape, left, top), 0, 1)
            fill = 0
        if stroke or fill:
            self._draw(self._outline(shape, left, top), stroke, fill)

    def _draw(self, path: PDFPathObject, stroke: int, fill: int) -> None:
        self._canvas.drawPath(path, stroke=stroke, fill=fill)

    def _outline(self, shape: Shape, left: float, top: float) -> PDFPathObject:
        path = self._canvas.beginPath()
        if isinstance(shape, Path):
            (x, y), *others = shape.points
            path.moveTo(left + x, top - y)
            for x, y in others:
                path.lineTo(left + x, top - y)
            if shape.closed:
                path.close()
        elif shape.is_whole:
            path.circle(left + shape.centre[0], top - shape.centre[1], shape.radius)
        else:
            path.arc(*_square_around(shape, left, top), shape.start, shape.sweep)
        return path

    def _set_stroke(self, stroke: Stroke, own: Ink) -> None:
        self._canvas.setStrokeColor(_colour(stroke.ink, own))
        self._canvas.setLineWidth(stroke.width)
        self._canvas.setDash(list(stroke.dash))
        self._canvas.setLineCap(_BUTT if stroke.dash else _ROUND)


def _colour(ink: Ink, own: Ink) -> HexColor:
    return HexColor(_COLOURS[own if ink is Ink.OWN else ink].value)


def _wedge(canvas: Canvas, shape: Round, left: float, top: float) -> PDFPathObject:
    x, y = left + shape.centre[0], top - shape.centre[1]
    angle = math.radians(shape.start)
    path = canvas.beginPath()
    path.moveTo(x, y)
    path.lineTo(x + shape.radius * math.cos(angle), y + shape.radius * math.sin(angle))
    path.arcTo(*_square_around(shape, left, top), shape.start, shape.sweep)
    path.close()
    return path


def _square_around(shape: Round, left: float, top: float) -> tuple[float, float, float, float]:
    x, y = left + shape.centre[0], top - shape.centre[1]
    return x - shape.radius, y - shape.radius, x + shape.radius, y + shape.radius
