"""Breaking words into lines.

Lines are filled greedily and left-aligned, never hyphenated. A no-break space holds a date or a
number to its unit; a word longer than the line is cut, after a mark of punctuation if it has one.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass

from jasp_desktop.briefs.blocks import Words, plain
from jasp_desktop.briefs.fonts import Faces
from jasp_desktop.briefs.layout.pieces import Letters
from jasp_desktop.briefs.style import Colour, TextStyle
from jasp_desktop.briefs.text import PlainText

_MONTHS = "|".join([*calendar.month_name[1:], *calendar.month_abbr[1:]])
_DATE = re.compile(rf"\b(\d{{1,2}}) ({_MONTHS})\b(?: (\d{{4}})\b)?")
_NO_BREAK = "\u00a0"
_CUT_AFTER = "/-_.,;:@&?=+)]|"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text of one weight and colour at its place in a line."""

    x: float
    text: str
    bold: bool
    ink: Colour


@dataclass(frozen=True, slots=True)
class Line:
    """A set line."""

    stretches: tuple[Stretch, ...]
    width: float

    def letters(self, x: float, baseline: float, size: float) -> tuple[Letters, ...]:
        """Return its pieces with the line beginning at ``x``."""
        return tuple(
            Letters(x + part.x, baseline, part.text, size, part.bold, part.ink)
            for part in self.stretches
        )


@dataclass(frozen=True, slots=True)
class _Bit:
    """A part of a word in one weight and colour."""

    text: str
    bold: bool
    ink: Colour
    width: float


type _Word = list[_Bit]


class TypeSetter:
    """Cleans, measures and breaks text; the only maker of lines."""

    def __init__(self, faces: Faces, text: PlainText) -> None:
        self._faces = faces
        self._text = text

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Return the width of text on one line, in points."""
        return self._faces.face(bold=bold).width(self._text.clean(text), size)

    def lines(self, words: Words, style: TextStyle, room: float) -> list[Line]:
        """Return text broken to lines no wider than ``room`` points; at least one line."""
        lines: list[Line] = []
        for paragraph in self._paragraphs(words, style):
            lines += self._filled(paragraph, style, room)
        return lines or [Line((), 0)]

    def line(self, words: Words, style: TextStyle) -> Line:
        """Return text on a single line, however wide."""
        everything = [word for paragraph in self._paragraphs(words, style) for word in paragraph]
        return self._joined(everything, style)

    def shortened(self, text: str, style: TextStyle, room: float) -> Line:
        """Return a running line, cut at a word with an ellipsis where there is no room.

        Only for words that stand in full elsewhere on the page.
        """
        whole = self.line(plain(text), style)
        if whole.width <= room:
            return whole
        ellipsis = "…"
        room -= self.width(ellipsis, style.size, bold=style.bold)
        first = self.lines(plain(text), style, max(room, style.size))[0]
        kept = " ".join(part.text for part in first.stretches)
        return self.line(plain(kept + ellipsis), style)

    def _paragraphs(self, words: Words, style: TextStyle) -> Iterator[list[_Word]]:
        """Yield the words between line feeds."""
        paragraph: list[_Word] = []
        joins = False
        for run in words:
            bold = run.bold or style.bold
            face = self._faces.face(bold=bold)
            ink = Colour.QUIET if run.quiet else style.ink
            for number, text in enumerate(_held(self._text.clean(run.text)).split("\n")):
                if number:
                    yield paragraph
                    paragraph, joins = [], False
                for position, word in enumerate(text.split(" ")):
                    joins = joins and not position
                    if not word:
                        continue
                    bit = _Bit(word, bold, ink, face.width(word, style.size))
                    if joins:
                        paragraph[-1].append(bit)
                    else:
                        paragraph.append([bit])
                    joins = True
                joins = bool(paragraph) and bool(text) and not text.endswith(" ")
        if paragraph:
            yield paragraph

    def _filled(self, words: list[_Word], style: TextStyle, room: float) -> list[Line]:
        space = self._faces.face(bold=style.bold).width(" ", style.size)
        lines: list[Line] = []
        kept: list[_Word] = []
        width = -space
        for word in self._fitting(words, style, room):
            wide = sum(bit.width for bit in word)
            if kept and width + space + wide > room:
                lines.append(self._joined(kept, style))
                kept, width = [], -space
            kept.append(word)
            width += space + wide
        return [*lines, self._joined(kept, style)]

    def _fitting(self, words: list[_Word], style: TextStyle, room: float) -> Iterator[_Word]:
        for word in words:
            if sum(bit.width for bit in word) <= room:
                yield word
                continue
            for bit in word:
                yield from ([part] for part in self._cut(bit, style, room))

    def _cut(self, bit: _Bit, style: TextStyle, room: float) -> Iterator[_Bit]:
        """Cut a word that no line can hold."""
        face = self._faces.face(bold=bit.bold)
        start = 0
        width = 0.0
        for place, letter in enumerate(bit.text):
            wide = face.width(letter, style.size)
            if width + wide > room and place > start:
                end = _cutting_place(bit.text, start, place)
                part = bit.text[start:end]
                yield _Bit(part, bit.bold, bit.ink, face.width(part, style.size))
                start, width = end, face.width(bit.text[end:place], style.size)
            width += wide
        rest = bit.text[start:]
        yield _Bit(rest, bit.bold, bit.ink, face.width(rest, style.size))

    def _joined(self, words: list[_Word], style: TextStyle) -> Line:
        """Return words as one line, neighbours of one weight and colour in one stretch."""
        stretches: list[Stretch] = []
        width = 0.0
        for number, word in enumerate(words):
            for place, bit in enumerate(word):
                text = f" {bit.text}" if number and not place else bit.text
                last = stretches[-1] if stretches else None
                if last and (last.bold, last.ink) == (bit.bold, bit.ink):
                    stretches[-1] = Stretch(last.x, last.text + text, last.bold, last.ink)
                else:
                    stretches.append(Stretch(width, text, bit.bold, bit.ink))
                width += self._faces.face(bold=bit.bold).width(text, style.size)
        return Line(tuple(stretches), width)


def _held(text: str) -> str:
    """Hold the parts of each date together, however it was typed."""
    return _DATE.sub(lambda date: date[0].replace(" ", _NO_BREAK), text)


def _cutting_place(text: str, start: int, place: int) -> int:
    """Return where to cut: after punctuation in the last third of the part, or where it is full."""
    earliest = start + (place - start) * 2 // 3
    for end in range(place, earliest, -1):
        if text[end - 1] in _CUT_AFTER:
            return end
    return place
