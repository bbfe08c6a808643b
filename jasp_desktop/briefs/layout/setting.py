"""What every kind of block is set with."""

from dataclasses import dataclass

from jasp_desktop.briefs.blocks import Role, Words
from jasp_desktop.briefs.layout.lines import Line, TypeSetter
from jasp_desktop.briefs.layout.pieces import Bond, Picture, Piece, Strip
from jasp_desktop.briefs.style import TextStyle, TypeScale
from jasp_desktop.domain.drawing import Ink, placed
from jasp_desktop.domain.marks import Mark

# Where the first baseline of a line of type stands in its leading.
_BASELINE_SHARE = 0.5
_HALF_X = 0.32
_MARK_MIDDLE = 0.33
_MARK_LEFT = 0.06
MARK_WIDTH = 1.25
"""From the left of a mark to its word, in ems."""

_ON_PAPER = {Ink.OVERDUE: Ink.OVERDUE, Ink.INK3: Ink.INK2}


@dataclass(frozen=True, slots=True)
class Setting:
    """The type, its sizes and the width to fill."""

    type: TypeSetter
    scale: TypeScale
    measure: float

    def lines(self, words: Words, role: Role, room: float) -> list[Line]:
        """Break words to lines in the style of a role."""
        return self.type.lines(words, self.scale[role], room)


def baseline(style: TextStyle) -> float:
    """Return the distance from the top of a line to its baseline."""
    return style.leading * _BASELINE_SHARE + style.size * _HALF_X


def mark_at(mark: Mark, x: float, line_baseline: float, size: float) -> Picture:
    """Return a status mark that stands before its word on a line of type."""
    top = line_baseline - size * (_MARK_MIDDLE + 0.5)
    shapes = placed(mark.shapes, x - size * _MARK_LEFT, top, size)
    return Picture(0, 0, shapes, _ON_PAPER.get(mark.ink, Ink.INK))


def line_strips(
    lines: list[Line], style: TextStyle, x: float, first: tuple[Piece, ...] = ()
) -> list[Strip]:
    """Return one strip a line, with no widow and no orphan; ``first`` joins the first line."""
    base = baseline(style)
    strips = [Strip(style.leading, line.letters(x, base, style.size)) for line in lines]
    strips[0].pieces = (*first, *strips[0].pieces)
    for place, strip in enumerate(strips[:-1]):
        if place in {0, len(strips) - 2}:
            strip.bond = Bond.BOUND
    strips[0].before, strips[-1].after = style.before, style.after
    return strips
