"""Lays out plain text at a type role's own line height, with ranges that stand out."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.theme import Theme
from jasp_desktop.ui.kit.type_scale import Type

_UNBOUNDED = 1 << 22
_ELLIPSIS = "…"
_LINE_SEPARATOR = "\u2028"


class Standing(StrEnum):
    """Why a range of words stands out."""

    FOUND = "found"
    ADDED = "added"
    REMOVED = "removed"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Range:
    """Some words of a text: where they begin, how many characters, and why they stand out.

    Counted as Python counts characters.
    """

    start: int
    length: int
    standing: Standing


def char_format(standing: Standing, theme: Theme) -> QTextCharFormat:
    """Return how words that stand out are set; never by colour alone."""
    form = QTextCharFormat()
    if standing in {Standing.FOUND, Standing.STRONG, Standing.ADDED}:
        form.setFontWeight(QFont.Weight.DemiBold)
    if standing is Standing.FOUND:
        form.setBackground(theme.colour(Colour.FOUND))
    elif standing is Standing.ADDED:
        form.setFontUnderline(True)
        form.setForeground(theme.colour(Colour.CLOSED))
        form.setBackground(theme.colour(Colour.CLOSED_SOFT))
    elif standing is Standing.REMOVED:
        form.setFontStrikeOut(True)
        form.setForeground(theme.colour(Colour.OVERDUE))
        form.setBackground(theme.colour(Colour.OVERDUE_SOFT))
    return form


class TextBlock:
    """One text laid out into a width; it is made anew when text, width or theme change.

    Offsets asked for and given are Qt's: UTF-16 units.
    """

    def __init__(
        self,
        text: str,
        role: Type,
        theme: Theme,
        width: float = _UNBOUNDED,
        *,
        lines: int = 0,
        ranges: Sequence[Range] = (),
    ) -> None:
        self.line_height = theme.line_height(role)
        self._font = theme.font(role)
        self._width = max(1.0, width)
        # Qt's layout takes the separator for an end of line; the length stays the same.
        shown = text.replace("\r\n", f"{_LINE_SEPARATOR}\u200b").replace("\n", _LINE_SEPARATOR)
        self._layout = QTextLayout(shown, self._font)
        self._ranges = [_format_range(text, one, theme) for one in ranges]
        self._fill(lines)

    def _fill(self, most: int) -> None:
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats(self._ranges)
        self._layout.setCacheEnabled(True)
        self._elided: str | None = None
        self._layout.beginLayout()
        count = 0
        # What is cut off is not laid out: a list shows two lines of a text of pages.
        while not (most and count > most) and (line := self._layout.createLine()).isValid():
            line.setLineWidth(self._width)
            # Whole pixels, or lines of small text blur.
            top = count * self.line_height + round((self.line_height - line.height()) / 2)
            line.setPosition(QPointF(0, top))
            count += 1
        self._layout.endLayout()
        if most and count > most:
            self._elide(most)
            count = most
        self._count = max(1, count)

    def _elide(self, most: int) -> None:
        start = self._layout.lineAt(most - 1).textStart()
        rest = self._layout.text()[start:].split(_LINE_SEPARATOR, 1)[0] + _ELLIPSIS
        self._elided = self._metrics.elidedText(rest, Qt.TextElideMode.ElideRight, self._width)

    @property
    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self._font)

    @property
    def is_elided(self) -> bool:
        """Tell whether some words do not show."""
        return self._elided is not None

    @property
    def count(self) -> int:
        """Return how many lines show."""
        return self._count

    @property
    def height(self) -> int:
        """Return the height of the lines that show."""
        return self._count * self.line_height

    @property
    def natural_width(self) -> float:
        """Return the width of its longest line."""
        lines = (self._layout.lineAt(i) for i in range(self._layout.lineCount()))
        return max((line.naturalTextWidth() for line in lines), default=0.0)

    def paint(
        self,
        painter: QPainter,
        at: QPointF,
        colour: QColor,
        selections: Sequence[QTextLayout.FormatRange] = (),
    ) -> None:
        """Draw the lines that show, their top left corner at a point."""
        painter.setPen(colour)
        if self._elided is None:
            self._layout.draw(painter, at, list(selections))
            return
        for number in range(self._count - 1):
            self._layout.lineAt(number).draw(painter, at)
        last = QRectF(at.x(), at.y() + self.height - self.line_height, self._width, 0)
        last.setHeight(self.line_height)
        painter.setFont(self._font)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(last, int(flags), self._elided)

    def offset_at(self, at: QPointF) -> int:
        """Return the place between two characters nearest to a point."""
        number = min(max(int(at.y() // self.line_height), 0), self._layout.lineCount() - 1)
        place: int = self._layout.lineAt(number).xToCursor(at.x())
        return place

    def caret_at(self, offset: int) -> QRectF:
        """Return where a caret stands before a character."""
        line = self._line_of(offset)
        x, _ = cast("tuple[float, int]", line.cursorToX(offset))
        return QRectF(x, line.lineNumber() * self.line_height, 1, self.line_height)

    def next_offset(self, offset: int, *, by_word: bool = False) -> int:
        """Return the place one character or word further."""
        return self._layout.nextCursorPosition(offset, _mode(by_word=by_word))

    def previous_offset(self, offset: int, *, by_word: bool = False) -> int:
        """Return the place one character or word back."""
        return self._layout.previousCursorPosition(offset, _mode(by_word=by_word))

    def line_edges(self, offset: int) -> tuple[int, int]:
        """Return where the line around an offset begins and ends.

        A line that goes on ends before the space it is broken at: the place after that space is
        the next line's start.
        """
        line = self._line_of(offset)
        start, length = line.textStart(), line.textLength()
        goes_on = line.lineNumber() < self._layout.lineCount() - 1
        return start, start + length - int(goes_on and length > 0)

    def _line_of(self, offset: int) -> QTextLine:
        return self._layout.lineForTextPosition(offset)


def _mode(*, by_word: bool) -> QTextLayout.CursorMode:
    return QTextLayout.CursorMode.SkipWords if by_word else QTextLayout.CursorMode.SkipCharacters


def units(text: str) -> int:
    """Return how many UTF-16 units Qt counts in a text."""
    return len(text) + sum(character > "\uffff" for character in text)


def _format_range(text: str, one: Range, theme: Theme) -> QTextLayout.FormatRange:
    placed = QTextLayout.FormatRange()
    placed.start = units(text[: one.start])
    placed.length = units(text[one.start : one.start + one.length])
    placed.format = char_format(one.standing, theme)
    return placed
