"""The timeline of grades: each area's grades in words, and the same drawn at their right."""

from jasp_desktop.briefs.blocks import GradeFigure, Role, plain, quiet, strong
from jasp_desktop.briefs.layout.lines import Line
from jasp_desktop.briefs.layout.pieces import Area, Bond, Picture, Piece, Rule, Strip, bind
from jasp_desktop.briefs.layout.setting import Setting, baseline
from jasp_desktop.briefs.style import Colour
from jasp_desktop.domain.grade_drawing import (
    LANES,
    GradeMeasures,
    TimeDrawing,
    TimeLabel,
    draw_row,
    draw_strip,
)
from jasp_desktop.domain.grade_timeline import GradeRow

_WORDS_SHARE = 0.36
_GUTTER = 14.0
_UNIT = 0.9
_LANE_GAP = 6.0
_ABOVE, _BELOW = 4.0, 5.0
_LEAST_LINES = 3
_HAIRLINE = 0.5
_HALF_X = 0.32
_A_YEAR, _YEAR_GAP = "2030", 6.0


def grade_figure(block: GradeFigure, setting: Setting) -> list[Strip]:
    """Set a row for each area under a strip of scales, phases and years."""
    head = _head(block, setting)
    rows = [_row(block, row, setting) for row in block.timeline.rows]
    bind([head, *rows[:1]], Bond.KEPT)
    head.before = rows[-1].after = 2 * setting.scale.unit
    return [head, *rows]


def _left(setting: Setting) -> float:
    return setting.measure * _WORDS_SHARE + _GUTTER


def _head(block: GradeFigure, setting: Setting) -> Strip:
    left, style = _left(setting), setting.scale[Role.CELL]
    height = len(LANES) * (style.leading + _LANE_GAP)
    measures = _measures(block, height, setting)
    drawing = draw_strip(block.timeline, block.axis, measures)
    pieces = [*_drawn(drawing, left, setting)]
    for lane, words in enumerate(LANES):
        middle = (lane + 0.5) * (style.leading + _LANE_GAP)
        line = setting.type.line(quiet(words), style)
        pieces += line.letters(0, middle + style.size * _HALF_X, style.size)
    pieces.append(Rule(0, height, setting.measure, 2 * _HAIRLINE))
    return Strip(height, tuple(pieces))


def _row(block: GradeFigure, row: GradeRow, setting: Setting) -> Strip:
    left, style = _left(setting), setting.scale[Role.CELL]
    lines: list[Line] = [
        *setting.lines(strong(row.area), Role.CELL, left - _GUTTER),
        *setting.lines(plain(row.words), Role.CELL, left - _GUTTER),
    ]
    height = max(_LEAST_LINES, len(lines)) * style.leading + _ABOVE + _BELOW
    measures = _measures(block, height, setting)
    drawing = draw_row(row, block.timeline, block.axis, measures)
    pieces: list[Piece] = [*_drawn(drawing, left, setting)]
    for place, line in enumerate(lines):
        base = _ABOVE + place * style.leading + baseline(style)
        pieces += line.letters(0, base, style.size)
    pieces.append(Rule(0, height, setting.measure, _HAIRLINE, Colour.RULE))
    return Strip(height, tuple(pieces))


def _measures(block: GradeFigure, height: float, setting: Setting) -> GradeMeasures:
    style = setting.scale[Role.CELL]
    grades = {line for each in block.timeline.grades for line in each.label_lines}
    widths = [setting.type.line(plain(line), style).width for line in grades]
    return GradeMeasures(
        width=setting.measure - _left(setting),
        height=height,
        unit=_UNIT,
        grade_width=max(widths, default=0.0),
        year_width=setting.type.line(plain(_A_YEAR), style).width + _YEAR_GAP,
    )


def _drawn(drawing: TimeDrawing, left: float, setting: Setting) -> list[Piece]:
    pieces: list[Piece] = [Picture(left, 0, drawing.shapes)]
    for label in drawing.labels:
        pieces += _label(label, left, setting)
    return pieces


def _label(label: TimeLabel, left: float, setting: Setting) -> list[Piece]:
    """Return a label on its plate; none where it needs more room than there is: words say it."""
    style = setting.scale[Role.CELL]
    lines = [setting.type.line(plain(words), style) for words in label.lines]
    wide, x = max(line.width for line in lines), left + label.x
    if wide > label.room:
        return []
    leading = style.size + 1
    top = label.y - leading * len(lines) / 2
    pieces: list[Piece] = [Area(x - 1, top, wide + 2, leading * len(lines), Colour.WHITE)]
    for place, line in enumerate(lines):
        middle = top + (place + 0.5) * leading
        pieces += line.letters(x, middle + style.size * _HALF_X, style.size)
    return pieces
