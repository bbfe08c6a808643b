"""Icons in the colours of the theme (Lucide, ISC licence; in ``resources/icons``)."""

from functools import cached_property

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from jasp_desktop.shipped import shipped

_STROKE_AS_DRAWN, _STROKE_WANTED = 'stroke-width="2"', 'stroke-width="1.75"'
_SHARPNESS = (1.0, 2.0, 3.0)


class Icons:
    """Draws icons by name, and keeps what it has drawn."""

    def __init__(self) -> None:
        self._sources: dict[str, str] = {}
        self._drawn: dict[tuple[str, int, int, float], QPixmap] = {}

    @cached_property
    def names(self) -> frozenset[str]:
        """Return the names of the icons there are."""
        return frozenset(path.stem for path in (shipped("resources") / "icons").glob("*.svg"))

    def pixmap(self, name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
        """Return an icon ``size`` pixels wide for a screen of ``ratio`` dots to the pixel.

        Raises:
            FileNotFoundError: There is no icon of that name.
        """
        key = (name, colour.rgba(), size, ratio)
        if (drawn := self._drawn.get(key)) is None:
            drawn = self._drawn[key] = self._draw(name, colour, size, ratio)
        return drawn

    def icon(self, name: str, colour: QColor, size: int) -> QIcon:
        """Return an icon that is sharp on every screen."""
        icon = QIcon()
        for ratio in _SHARPNESS:
            icon.addPixmap(self.pixmap(name, colour, size, ratio))
        return icon

    def paint(self, painter: QPainter, name: str, colour: QColor, rect: QRectF) -> None:
        """Draw an icon into a square of the painter's device."""
        ratio = painter.device().devicePixelRatio()
        pixmap = self.pixmap(name, colour, round(rect.width()), ratio)
        painter.drawPixmap(QPointF(round(rect.x()), round(rect.y())), pixmap)

    def _draw(self, name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
        source = self._source(name).replace("currentColor", colour.name())
        renderer = QSvgRenderer(QByteArray(source.encode()))
        dots = round(size * ratio)
        pixmap = QPixmap(QSize(dots, dots))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, dots, dots))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _source(self, name: str) -> str:
        if name not in self._sources:
            path = shipped("resources") / "icons" / f"{name}.svg"
            text = path.read_text(encoding="utf-8")
            self._sources[name] = text.replace(_STROKE_AS_DRAWN, _STROKE_WANTED)
        return self._sources[name]
