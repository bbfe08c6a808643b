"""The theme in force: one value that answers every question about looks."""

from dataclasses import dataclass, field
from functools import cache

from PySide6.QtGui import QColor, QFont, QFontMetricsF

from jasp_desktop.ui.kit.colours import Colour, Colours, Scheme, colours_of
from jasp_desktop.ui.kit.space import MEASURE_CHARACTERS, Measure, Space
from jasp_desktop.ui.kit.type_scale import TYPE_SIZES, Type, font_at

_SAMPLE = "the quick reading of a finding needs a column of even measure"


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours, type and measures of one scheme at one text size (100 to 200 %)."""

    scheme: Scheme = Scheme.LIGHT
    text_size: int = 100
    system_colours: Colours | None = field(default=None, compare=False)

    def colour(self, role: str) -> QColor:
        """Return the colour that does a job: a ``Colour``, or an ``Ink`` of a drawing."""
        colours = self.system_colours or colours_of(self.scheme)
        return colours[role]

    def font(self, role: Type) -> QFont:
        """Return the font of a type role."""
        return _font(role, self.text_size)

    def px(self, at_100: Space | Measure | float) -> int:
        """Return a measure at this text size, in whole pixels."""
        return round(at_100 * self.text_size / 100)

    def line_height(self, role: Type) -> int:
        """Return the distance between two lines of a type role, in pixels."""
        return self.px(TYPE_SIZES[role].line)

    def measure(self, role: Type) -> int:
        """Return the width of the widest column that is still easy to read, in pixels."""
        return _measure(role, self.text_size)

    @property
    def has_tints(self) -> bool:
        """Tell whether areas may rest on a tint; in high contrast each has an outline instead."""
        return self.scheme is not Scheme.CONTRAST

    @property
    def has_dark_page(self) -> bool:
        """Tell whether ink is lighter than the page."""
        return self.colour(Colour.INK).lightness() > self.colour(Colour.PAGE).lightness()


@cache
def _font(role: Type, percent: int) -> QFont:
    return font_at(role, percent)


@cache
def _measure(role: Type, percent: int) -> int:
    letter = QFontMetricsF(_font(role, percent)).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
    return round(letter * MEASURE_CHARACTERS)
