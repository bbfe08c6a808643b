"""Paper, type and ink of a printed brief.

Lengths are points. Every vertical space is a multiple of the unit, a quarter of the body's
leading, so that pages keep a beat. A large print edition is another ``TypeScale``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from jasp_desktop.briefs.blocks import Role


class Colour(StrEnum):
    """The colours of the page; black ink alone carries everything."""

    INK = "#16191D"
    DEEP = "#12395B"
    ALARM = "#9E1B1B"
    QUIET = "#4A525B"
    RULE = "#8A929B"
    TINT = "#EEF1F4"
    WHITE = "#FFFFFF"


@dataclass(frozen=True, slots=True)
class Paper:
    """A page and the frame its text stands in.

    The sides are wide enough for punch holes and staples at either edge, so that one file prints
    single-sided, double-sided or bound.
    """

    width: float = 595.28
    height: float = 841.89
    side: float = 65
    top: float = 82
    foot: float = 70
    header_baseline: float = 50
    footer_baseline: float = 40

    @property
    def measure(self) -> float:
        """Return the width of the text."""
        return self.width - 2 * self.side

    @property
    def depth(self) -> float:
        """Return the height of the text."""
        return self.height - self.top - self.foot


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Size, leading and the space around one kind of text."""

    size: float
    leading: float
    before: float = 0
    after: float = 0
    bold: bool = False
    ink: Colour = Colour.INK
    hang: float = 0


@dataclass(frozen=True, slots=True)
class TypeScale:
    """Every size of one edition."""

    unit: float
    running: float
    hang: float
    answer_gap: float
    styles: Mapping[Role, TextStyle]

    def __getitem__(self, role: Role) -> TextStyle:
        """Return the style of a role."""
        return self.styles[role]


def _standard() -> TypeScale:
    unit, hang = 5.0, 38.0
    styles = {
        Role.BODY: TextStyle(14, 20, 0, 2 * unit, hang=hang),
        Role.LIST: TextStyle(14, 20, 0, unit, hang=16),
        Role.SMALL: TextStyle(12, 15, 0, unit, hang=16),
        Role.QUIET: TextStyle(12, 15, 0, unit, ink=Colour.QUIET, hang=hang),
        Role.LABEL: TextStyle(12, 15, 0, 0.6 * unit, bold=True),
        Role.KICKER: TextStyle(12, 15, 0, unit, bold=True, ink=Colour.DEEP),
        Role.CAPTION: TextStyle(13, 17, 2 * unit, unit, bold=True),
        Role.COVER_PANEL: TextStyle(18, 25, 0, 0, bold=True),
        Role.COVER_TITLE: TextStyle(46, 50, 6 * unit, 2 * unit, bold=True),
        Role.COVER_DATE: TextStyle(24, 30, 0, unit),
        Role.COVER_PLACE: TextStyle(16, 25, 0, unit),
        Role.HEADING_1: TextStyle(25, 30, 0, 2 * unit, bold=True),
        Role.HEADING_2: TextStyle(18, 25, 4 * unit, unit, bold=True),
        Role.HEADING_3: TextStyle(14, 20, 3 * unit, 0, bold=True),
        Role.CELL: TextStyle(12, 15),
        Role.CELL_LARGE: TextStyle(14, 20),
        Role.HEAD: TextStyle(12, 15, bold=True),
        Role.HEAD_LARGE: TextStyle(14, 20, bold=True),
    }
    return TypeScale(
        unit=unit, running=11, hang=hang, answer_gap=27, styles=MappingProxyType(styles)
    )


A4 = Paper()
A4_LANDSCAPE = Paper(width=A4.height, height=A4.width, top=84, foot=72)
"""For tables of many columns; the top is the bound edge."""

STANDARD = _standard()
