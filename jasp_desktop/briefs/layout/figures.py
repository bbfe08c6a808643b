"""Drawn blocks: promise lines, space for an answer, the key to the marks, the cover's figures."""

from jasp_desktop.briefs.blocks import (
    AnswerSpace,
    CoverBar,
    MarkedWord,
    MarkGroup,
    MarkKey,
    Role,
    Spring,
    Tally,
    plain,
    strong,
)
from jasp_desktop.briefs.layout.pieces import Area, Bond, Letters, Piece, Rule, Strip, bind
from jasp_desktop.briefs.layout.setting import MARK_WIDTH, Setting, baseline, mark_at
from jasp_desktop.briefs.style import Colour

_VERDICTS = ("Yes", "Partly", "No", "Panel action")
_WRITING = 0.6
_LABEL_RISE = 4.0
_FIGURE = 34.0
_BAR_WIDTH, _BAR_HEIGHT = 76.0, 10.0


def answer_space(block: AnswerSpace, setting: Setting) -> list[Strip]:
    """Rule the space for an answer and, under it, the boxes for a verdict."""
    gap, style = setting.scale.answer_gap, setting.scale[Role.LABEL]
    pieces: list[Piece] = [
        Rule(0, gap * (number + 1), setting.measure, _WRITING, Colour.QUIET)
        for number in range(block.lines)
    ]
    label = setting.type.line(strong(block.label), style)
    pieces += label.letters(0, gap - _LABEL_RISE, style.size)
    verdict = gap * block.lines + 2 * style.size
    pieces += _verdict(verdict, setting)
    unit = setting.scale.unit
    return [Strip(verdict + unit, tuple(pieces), before=unit, after=4 * unit)]


def _verdict(base: float, setting: Setting) -> list[Piece]:
    style, plain_style = setting.scale[Role.LABEL], setting.scale[Role.CELL]
    size = style.size
    box = size + 1
    asked = setting.type.line(strong("Satisfied?"), style)
    pieces: list[Piece] = [*asked.letters(0, base, size)]
    x = asked.width + 1.3 * size
    for word in (*_VERDICTS, "Due"):
        line = setting.type.line(plain(word), plain_style)
        if word in _VERDICTS:
            pieces.append(Area(x, base - size + 1, box, box, Colour.INK, is_outline=True))
            x += box + size / 2
        pieces += line.letters(x, base, size)
        x += line.width + 1.5 * size
    x -= size
    pieces.append(Rule(x, base + 2, setting.measure - x, _WRITING, Colour.QUIET))
    return pieces


def mark_key(block: MarkKey, setting: Setting) -> list[Strip]:
    """Set the families of marks in two columns, each family whole."""
    half = setting.measure / 2
    strips: list[Strip] = []
    for number in range(0, len(block.groups), 2):
        pair = block.groups[number : number + 2]
        columns = [_family(group, half * side, setting) for side, group in enumerate(pair)]
        leading = setting.scale[Role.CELL].leading
        rows = max(len(column) for column in columns)
        block_strips = [
            Strip(
                leading,
                tuple(piece for column in columns if row < len(column) for piece in column[row]),
            )
            for row in range(rows)
        ]
        block_strips[-1].after = 2 * setting.scale.unit
        strips += bind(block_strips, Bond.BOUND)
    return strips


def _family(group: MarkGroup, x: float, setting: Setting) -> list[tuple[Piece, ...]]:
    style, label = setting.scale[Role.CELL], setting.scale[Role.LABEL]
    title = setting.type.line(strong(group.title), label)
    rows: list[tuple[Piece, ...]] = [title.letters(x, baseline(label), label.size)]
    return rows + [_marked(item, x, setting, style.size) for item in group.items]


def _marked(item: MarkedWord, x: float, setting: Setting, size: float) -> tuple[Piece, ...]:
    style = setting.scale[Role.CELL]
    base = baseline(style)
    line = setting.type.line(item.words, style)
    return (
        mark_at(item.mark, x, base, size),
        *line.letters(x + size * MARK_WIDTH, base, size),
    )


def tally(block: Tally, setting: Setting) -> list[Strip]:
    """Set large figures side by side between two rules."""
    style = setting.scale[Role.CELL]
    across = setting.measure / len(block.figures)
    unit = setting.scale.unit
    top = 3 * unit + _FIGURE
    pieces: list[Piece] = [Rule(0, 0, setting.measure, 1.4)]
    deepest = 0
    for number, (figure, words) in enumerate(block.figures):
        x = across * number
        pieces.append(Letters(x, top, f"{figure:,}", _FIGURE, bold=True))
        lines = setting.lines(plain(words), Role.CELL, across - 2 * unit)
        for row, line in enumerate(lines):
            under = top + unit + baseline(style) + row * style.leading
            pieces += line.letters(x, under, style.size)
        deepest = max(deepest, len(lines))
    height = top + unit + deepest * style.leading + 2 * unit
    pieces.append(Rule(0, height, setting.measure, 0.8))
    return [Strip(height, tuple(pieces), before=8 * unit, after=2 * unit)]


def cover_bar(_: CoverBar, setting: Setting) -> list[Strip]:
    """Draw the short thick bar above the panel's name."""
    bar = Area(0, 0, _BAR_WIDTH, _BAR_HEIGHT, Colour.DEEP)
    return [Strip(_BAR_HEIGHT, (bar,), after=5 * setting.scale.unit)]


def spring(_: Spring, __: Setting) -> list[Strip]:
    """Return empty space that grows to fill its page."""
    return [Strip(0, (), is_spring=True)]
