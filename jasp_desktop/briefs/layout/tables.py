"""Tables: rules and space, no boxes; columns are measured, rows are never torn.

A row is a bundle of strips, one for each line across its cells, that hold together unless the row
is taller than a page. Only the part of a table that meets a page's end is looked at there, so that
a table of any length takes time in proportion to its rows.
"""

from collections.abc import Sequence
from itertools import pairwise

from jasp_desktop.briefs.blocks import (
    Cell,
    CellLine,
    Facts,
    Prose,
    Role,
    Table,
    plain,
    strong,
)
from jasp_desktop.briefs.layout.lines import Line
from jasp_desktop.briefs.layout.pieces import Bond, Piece, Rule, RunningHead, Strip, bind, lowered
from jasp_desktop.briefs.layout.prose import prose
from jasp_desktop.briefs.layout.setting import MARK_WIDTH, Setting, baseline, mark_at
from jasp_desktop.briefs.style import Colour, TextStyle
from jasp_desktop.domain.marks import Mark

_THICK, _MIDDLE, _THIN = 1.4, 0.8, 0.5
_ABOVE, _BELOW = 5.0, 6.0
_FACT_ABOVE, _FACT_BELOW = 3.0, 4.0
_GUTTER, _WIDE_GUTTER = 10.0, 18.0
_FITTED_SHARE = 0.34
_LEAST_SHARED = 90.0
_KEPT_ROWS = 4
_SECTION_HANG = 24.0


class _Place:
    """A column's place across the page."""

    __slots__ = ("left", "right_aligned", "width")

    def __init__(self, left: float, width: float, *, right_aligned: bool) -> None:
        self.left = left
        self.width = width
        self.right_aligned = right_aligned


class _Set:
    """A set line of a cell with its style and the mark before it."""

    __slots__ = ("line", "mark", "style")

    def __init__(self, line: Line, style: TextStyle, mark: Mark | None) -> None:
        self.line = line
        self.style = style
        self.mark = mark

    def pieces(self, place: _Place, indent: float) -> tuple[Piece, ...]:
        base = baseline(self.style)
        x = place.left + indent
        if place.right_aligned:
            x = place.left + place.width - self.line.width
        letters: tuple[Piece, ...] = self.line.letters(x, base, self.style.size)
        if self.mark is None:
            return letters
        return (mark_at(self.mark, x - indent, base, self.style.size), *letters)


def table(block: Table, setting: Setting) -> list[Strip]:
    """Set a table with its caption; both are repeated on each page it runs to."""
    body = Role.CELL_LARGE if block.large else Role.CELL
    head = Role.HEAD_LARGE if block.large else Role.HEAD
    places = _places(block, setting, body, head)
    names = [(CellLine(plain(column.head)),) for column in block.columns]
    heads = _row(names, places, setting, head, at_bottom=True)
    heads[0].pieces += (Rule(0, 0, setting.measure, _THICK),)
    heads[-1].pieces += (Rule(0, heads[-1].height, setting.measure, _MIDDLE),)
    bind(heads, Bond.BOUND, last=True)
    top = [*_caption(block, setting, continued=False), *heads]
    running = RunningHead((*_caption(block, setting, continued=True), *heads), setting.measure)
    rows = [_row(row, places, setting, body) for row in block.rows]
    _close(rows, setting.measure)
    for row in rows:
        for strip in row:
            strip.table = running
    # A short table stays whole; of a longer one no single row stands alone on a page.
    kept = rows[:-1] if len(rows) <= _KEPT_ROWS else (rows[0], rows[-2])
    for row in kept:
        bind(row, Bond.KEPT, last=True)
    strips = [*top, *(strip for row in rows for strip in row)]
    strips[0].before = 3 * setting.scale.unit if block.caption else setting.scale.unit
    strips[-1].after = 3 * setting.scale.unit
    return strips


def facts(block: Facts, setting: Setting) -> list[Strip]:
    """Set labels and values, one rule a row."""
    label = setting.measure * block.label_share
    hang, closer = (_SECTION_HANG, 1) if any(fact.number for fact in block.rows) else (0, 0)
    places = [
        _Place(0, hang, right_aligned=False),
        _Place(hang, label - hang - _GUTTER, right_aligned=False),
        _Place(label, setting.measure - label, right_aligned=False),
    ]
    rows = [
        _row(
            [(CellLine(strong(fact.number)),), (CellLine(strong(fact.label)),), fact.value],
            places,
            setting,
            Role.CELL,
            above=_FACT_ABOVE - closer,
            below=_FACT_BELOW - closer,
        )
        for fact in block.rows
    ]
    rows[0][0].pieces += (Rule(0, 0, setting.measure, _THICK),)
    _close(rows, setting.measure)
    strips = [strip for row in rows for strip in row]
    strips[0].before, strips[-1].after = setting.scale.unit, 3 * setting.scale.unit
    # Short sections may go on over a page; plain facts are read together.
    return strips if hang else bind(strips, Bond.KEPT)


def _caption(block: Table, setting: Setting, *, continued: bool) -> list[Strip]:
    if not block.caption:
        return []
    name = f"Table {block.number}" if block.number else block.caption
    words = f"{name}. {block.caption}" if block.number else block.caption
    if continued:
        words = f"{name}, continued"
    strips = prose(Prose(plain(words), Role.CAPTION), setting)
    return bind(strips, Bond.BOUND, last=True)


def _close(rows: list[list[Strip]], width: float) -> None:
    """Part rows by thin rules and end the table with a thick one."""
    for row in rows:
        weight, ink = (_THICK, Colour.INK) if row is rows[-1] else (_THIN, Colour.RULE)
        row[-1].pieces += (Rule(0, row[-1].height, width, weight, ink),)


def _row(
    cells: Sequence[Cell],
    places: Sequence[_Place],
    setting: Setting,
    role: Role,
    *,
    above: float = _ABOVE,
    below: float = _BELOW,
    at_bottom: bool = False,
) -> list[Strip]:
    columns = [
        _set_cell(cell, place, setting, role) for cell, place in zip(cells, places, strict=True)
    ]
    deepest = max(len(column) for column in columns)
    strips: list[Strip] = []
    for level in range(deepest):
        across = [
            (column[level - down], place)
            for column, place in zip(columns, places, strict=True)
            if 0 <= level - (down := deepest - len(column) if at_bottom else 0) < len(column)
        ]
        height = max(set_line.style.leading for (set_line, _), _ in across)
        pieces = tuple(
            piece
            for (set_line, indent), place in across
            for piece in set_line.pieces(place, indent)
        )
        strips.append(Strip(height, pieces))
    strips[0] = _padded(strips[0], above)
    strips[-1].height += below
    return bind(strips, Bond.BOUND)


def _padded(strip: Strip, above: float) -> Strip:
    return Strip(strip.height + above, tuple(lowered(piece, above) for piece in strip.pieces))


def _set_cell(cell: Cell, place: _Place, setting: Setting, role: Role) -> list[tuple[_Set, float]]:
    """Return the lines of a cell, each with its indent; a mark's word wraps under itself."""
    lines: list[tuple[_Set, float]] = []
    for part in cell:
        style = setting.scale[Role.CELL if part.small else role]
        indent = style.size * MARK_WIDTH if part.mark else 0.0
        broken = setting.type.lines(part.words, style, max(place.width - indent, style.size))
        lines += [
            (_Set(line, style, None if number else part.mark), indent)
            for number, line in enumerate(broken)
        ]
    return lines


def _places(block: Table, setting: Setting, body: Role, head: Role) -> list[_Place]:
    """Measure fitted columns from their widest line and share the rest among the others."""
    gutters = _gutters(block)
    most = setting.measure * _FITTED_SHARE
    fitted = [
        min(most, _natural(block, place, setting, body, head)) if column.is_fitted else 0.0
        for place, column in enumerate(block.columns)
    ]
    left = setting.measure - sum(fitted) - sum(gutters)
    shares = sum(column.share for column in block.columns)
    if not shares:
        fitted[0] += left
    elif left < _LEAST_SHARED * shares:
        squeeze = (left - _LEAST_SHARED * shares) / max(sum(fitted), 1)
        fitted = [width * (1 + squeeze) for width in fitted]
        left = _LEAST_SHARED * shares
    places: list[_Place] = []
    x = 0.0
    for column, width, gutter in zip(block.columns, fitted, gutters, strict=True):
        across = width + (left * column.share / shares if shares else 0.0)
        places.append(_Place(x, across, right_aligned=column.right))
        x += across + gutter
    return places


def _gutters(block: Table) -> list[float]:
    """Return the space after each column: wide where numbers meet words, none after the last."""
    usual = _WIDE_GUTTER if block.large else _GUTTER
    between = [
        _WIDE_GUTTER if column.right and not following.right else usual
        for column, following in pairwise(block.columns)
    ]
    return [*between, 0.0]


def _natural(block: Table, place: int, setting: Setting, body: Role, head: Role) -> float:
    """Return the width of the widest line of a column; its head may wrap, but not in a word."""
    style = setting.scale[head]
    words = block.columns[place].head.split(" ")
    widest = max(setting.type.line(plain(word), style).width for word in words)
    for row in block.rows:
        for part in row[place]:
            style = setting.scale[Role.CELL if part.small else body]
            indent = style.size * MARK_WIDTH if part.mark else 0.0
            widest = max(widest, indent + setting.type.line(part.words, style).width)
    # Breaking compares sums of widths in another order; a hair keeps a fitted line whole.
    return widest + 0.01
