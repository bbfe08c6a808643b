"""Draws the domain's vector shapes with a QPainter."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from jasp_desktop.domain.drawing import Ink, Path, Round, Shape, Stroke, placed
from jasp_desktop.domain.marks import Mark
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.theme import Theme

type InkColour = Callable[[Ink], QColor]

_SIXTEENTHS = 16


def paint_shapes(painter: QPainter, shapes: Iterable[Shape], colour: InkColour) -> None:
    """Draw shapes whose points are in pixels."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in shapes:
        painter.setBrush(QBrush(colour(shape.fill)) if shape.fill else Qt.BrushStyle.NoBrush)
        painter.setPen(_pen(shape.stroke, colour) if shape.stroke else QPen(Qt.PenStyle.NoPen))
        if isinstance(shape, Round):
            _paint_round(painter, shape)
        else:
            _paint_path(painter, shape)
    painter.restore()


def paint_mark(
    painter: QPainter,
    mark: Mark,
    rect: QRectF,
    theme: Theme,
    *,
    own: QColor | None = None,
    paper: Colour = Colour.PAGE,
) -> None:
    """Draw a status mark into a square.

    ``own`` takes the place of the mark's colour on a chosen row; ``paper`` is the plane it stands
    on, seen through what is cut out of it.
    """
    mark_colour = own or theme.colour(mark.ink)

    def colour(ink: Ink) -> QColor:
        if ink is Ink.OWN:
            return mark_colour
        return theme.colour(paper if ink is Ink.PAPER else ink)

    paint_shapes(painter, placed(mark.shapes, rect.x(), rect.y(), rect.width()), colour)


def _paint_round(painter: QPainter, shape: Round) -> None:
    x, y = shape.centre
    centre, radius = QPointF(x, y), shape.radius
    if shape.is_whole:
        painter.drawEllipse(centre, radius, radius)
        return
    box = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
    start, sweep = round(shape.start * _SIXTEENTHS), round(shape.sweep * _SIXTEENTHS)
    if shape.fill:
        painter.drawPie(box, start, sweep)
    else:
        painter.drawArc(box, start, sweep)


def _paint_path(painter: QPainter, shape: Path) -> None:
    points = QPolygonF([QPointF(x, y) for x, y in shape.points])
    if shape.closed:
        painter.drawPolygon(points)
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(points)


def _pen(stroke: Stroke, colour: InkColour) -> QPen:
    pen = QPen(colour(stroke.ink), stroke.width)
    if stroke.dash:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        # Qt counts dashes in widths of the pen.
        pen.setDashPattern([part / stroke.width for part in stroke.dash])
    else:
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
