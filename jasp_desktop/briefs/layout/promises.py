"""The promise line of an action: words at the left, the same drawn to scale at their right."""

from jasp_desktop.briefs.blocks import PromiseFigure, Role, Words, quiet, strong
from jasp_desktop.briefs.layout.lines import Line
from jasp_desktop.briefs.layout.pieces import Letters, Picture, Piece, Strip
from jasp_desktop.briefs.layout.setting import Setting, baseline
from jasp_desktop.domain.dates import in_table
from jasp_desktop.domain.promise_drawing import PromiseMeasures, PromiseWords, draw_promises

_WORDS_SHARE = 0.4
_GUTTER = 16.0
_ROW_GAP = 6.0
_UNIT = 0.9
_AXIS_GAP = 4.0


def promise_figure(block: PromiseFigure, setting: Setting) -> list[Strip]:
    """Set a promise line as one strip; its words could be read alone."""
    style, unit = setting.scale[Role.CELL], setting.scale.unit
    room = setting.measure * _WORDS_SHARE
    left = room + _GUTTER
    rows = [_row(words, setting, room) for words in block.rows]
    row_height = max(len(row) for row in rows) * style.leading + _ROW_GAP
    measures = PromiseMeasures(
        width=setting.measure - left,
        row_height=row_height,
        # Level with the middle of the first line of words.
        first_row=style.leading / 2 + 1,
        unit=_UNIT,
        label_width=5 * style.size,
    )
    drawing = draw_promises(block.line, block.axis, measures)
    pieces: list[Piece] = [Picture(left, 0, drawing.shapes)]
    for number, row in enumerate(rows):
        for place, line in enumerate(row):
            base = number * row_height + place * style.leading + baseline(style)
            pieces += line.letters(0, base, style.size)
    foot = drawing.height + _AXIS_GAP + baseline(style)
    for label in drawing.months:
        pieces += _label(quiet(label.words), left + label.x, foot, setting)
    as_at = strong(f"Data as at {in_table(block.line.as_at)}")
    pieces += _label(as_at, left + drawing.as_at.x, foot + style.leading, setting)
    height = drawing.height + _AXIS_GAP + 2 * style.leading
    return [Strip(height, tuple(pieces), before=unit, after=2 * unit)]


def _row(words: PromiseWords, setting: Setting, room: float) -> list[Line]:
    lines = setting.lines(strong(words.title), Role.CELL, room)
    if words.note:
        lines += setting.lines(quiet(words.note), Role.CELL, room)
    return lines


def _label(words: Words, middle: float, base: float, setting: Setting) -> tuple[Letters, ...]:
    """Centre words under their place on the axis, kept inside the measure."""
    style = setting.scale[Role.CELL]
    line = setting.type.line(words, style)
    start = min(middle - line.width / 2, setting.measure - line.width)
    return line.letters(start, base, style.size)
