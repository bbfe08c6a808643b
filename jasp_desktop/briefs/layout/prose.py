"""Headings, paragraphs, statuses, panels and the lines of the contents."""

from jasp_desktop.briefs.blocks import (
    HEADINGS,
    ContentsLine,
    Heading,
    Panel,
    Prose,
    Role,
    Statuses,
    plain,
    strong,
)
from jasp_desktop.briefs.layout.lines import Line
from jasp_desktop.briefs.layout.pieces import (
    Area,
    Bond,
    LinkTo,
    PageNumberOf,
    Piece,
    Rule,
    Strip,
    bind,
    lowered,
)
from jasp_desktop.briefs.layout.setting import (
    MARK_WIDTH,
    Setting,
    baseline,
    line_strips,
    mark_at,
)
from jasp_desktop.briefs.style import Colour, TextStyle
from jasp_desktop.briefs.text import one_line

_BAR = 4.0
_PANEL_INSET = 16.0
_PANEL_PAD = 10.0
_PRIVATE_BAR = 1.4
_NUMBER_GAP = 10.0
_STATUS_GAP = 28.0
_HAIRLINE = 0.5
_MOST_HUNG = 0.25
_CONTENTS = (Role.HEADING_3, Role.BODY, Role.CELL)


def heading(block: Heading, setting: Setting) -> list[Strip]:
    """Set a heading with its kicker; all of it stays with what follows."""
    role = HEADINGS[block.level - 1]
    style = setting.scale[role]
    strips: list[Strip] = []
    if block.kicker:
        strips += prose(Prose(plain(block.kicker), Role.KICKER), setting)
    number = _hung(block.number, style, setting)
    indent = number.width + _NUMBER_GAP if number else 0.0
    words = plain(block.text if number else one_line(f"{block.number} {block.text}"))
    lines = setting.lines(words, role, setting.measure - indent)
    first = number.letters(0, baseline(style), style.size) if number else ()
    strips += line_strips(lines, style, indent, first)
    for strip in strips:
        strip.is_heading = True
    return bind(strips, Bond.BOUND, last=True)


def prose(block: Prose, setting: Setting, *, inset: float = 0) -> list[Strip]:
    """Set a paragraph; ``inset`` narrows it on both sides."""
    style = setting.scale[block.role]
    number = _hung(block.number, style, setting)
    hang = style.hang if block.number or block.is_hung else 0.0
    words = block.words
    first: tuple[Piece, ...] = ()
    if number:
        hang = max(hang, number.width + _NUMBER_GAP / 2)
        first = number.letters(inset, baseline(style), style.size)
    elif block.number:
        words = (*strong(f"{block.number} "), *words)
    lines = setting.lines(words, block.role, setting.measure - hang - 2 * inset)
    strips = line_strips(lines, style, inset + hang, first)
    return bind(strips, Bond.BOUND, last=True) if block.role is Role.LABEL else strips


def _hung(number: str, style: TextStyle, setting: Setting) -> Line | None:
    """Return a number to hang at the left; None for a text too wide for that, or for none."""
    line = setting.type.line(plain(number), style)
    fits = line.stretches and line.width <= setting.measure * _MOST_HUNG
    return line if fits else None


def statuses(block: Statuses, setting: Setting) -> list[Strip]:
    """Set marks with their words side by side, on further lines where there is no room."""
    style = setting.scale[Role.CELL]
    base, indent = baseline(style), style.size * MARK_WIDTH
    rows: list[list[Piece]] = [[]]
    x = 0.0
    for item in block.items:
        lines = setting.lines(item.words, Role.CELL, setting.measure - indent)
        if x and x + indent + lines[0].width > setting.measure:
            rows.append([])
            x = 0.0
        rows[-1] += [mark_at(item.mark, x, base, style.size)]
        rows[-1] += lines[0].letters(x + indent, base, style.size)
        rows += [list(line.letters(indent, base, style.size)) for line in lines[1:]]
        x += indent + lines[-1].width + _STATUS_GAP
    strips = [Strip(style.leading, tuple(row)) for row in rows]
    strips[0].before, strips[-1].after = setting.scale.unit * 0.6, setting.scale.unit * 0.6
    return bind(strips, Bond.BOUND)


def panel(block: Panel, setting: Setting) -> list[Strip]:
    """Set prose on a tint with a bar at its left; in black and white the bar alone says it."""
    strips: list[Strip] = []
    for paragraph in block.blocks:
        inner = prose(paragraph, setting, inset=_PANEL_INSET)
        strips[-1:] = [_lengthened(strip, above=0, below=strip.after) for strip in strips[-1:]]
        strips += inner
    unit = setting.scale.unit
    strips[0] = _lengthened(strips[0], above=_PANEL_PAD, below=0)
    strips[-1] = _lengthened(strips[-1], above=0, below=_PANEL_PAD)
    for strip in strips:
        strip.pieces = (
            *_backing(strip.height, setting, is_private=block.is_private),
            *strip.pieces,
        )
    strips[0].before, strips[-1].after = unit, 3 * unit
    return bind(strips, Bond.KEPT)


def _lengthened(strip: Strip, *, above: float, below: float) -> Strip:
    pieces = tuple(lowered(piece, above) for piece in strip.pieces)
    return Strip(strip.height + above + below, pieces, bond=strip.bond)


def _backing(height: float, setting: Setting, *, is_private: bool) -> tuple[Piece, ...]:
    if is_private:
        return (
            Area(0, 0, _PRIVATE_BAR, height, Colour.INK),
            Area(_BAR, 0, _PRIVATE_BAR, height, Colour.INK),
        )
    return (
        Area(0, 0, setting.measure, height, Colour.TINT),
        Area(0, 0, _BAR, height, Colour.DEEP),
    )


def contents_line(block: ContentsLine, setting: Setting) -> list[Strip]:
    """Set a line of the contents over a hairline, its page number at the right."""
    style = setting.scale[_CONTENTS[min(block.level, len(_CONTENTS) - 1)]]
    number = _hung(block.number, style, setting)
    indent = max(setting.scale.hang, number.width if number else 0) + _NUMBER_GAP
    size, pad, base = style.size, style.leading / 4, baseline(style)
    title = block.title if number else one_line(f"{block.number} {block.title}")
    lines = setting.type.lines(plain(title), style, setting.measure - indent - 4 * size)
    strips = line_strips(lines, style, indent, number.letters(0, base, size) if number else ())
    height = style.leading * len(lines)
    strips[0].pieces += (LinkTo(0, 0, setting.measure, height, block.key),)
    strips[-1].pieces += (
        PageNumberOf(setting.measure, base, block.key, size),
        Rule(0, style.leading + pad, setting.measure, _HAIRLINE, Colour.RULE),
    )
    strips[0].before = 0
    strips[-1].height += 2 * pad
    strips[-1].after = 0
    return bind(strips, Bond.BOUND)
