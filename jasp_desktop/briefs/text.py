"""The one way by which any text reaches a page.

A page takes text as letters, never as markup: nothing in it is read as a tag or an entity. What
the typeface cannot show is printed as its code point, so that nothing vanishes unseen.
"""

import unicodedata
from collections.abc import Callable

_LINE_ENDS = {"\r\n": "\n", "\r": "\n", "\v": "\n", "\f": "\n", "\x85": "\n"} | dict.fromkeys(
    "\u2028\u2029", "\n"
)
# They have no shape of their own. Left out, the words stay whole; drawn, a soft hyphen would
# stand in the middle of a line.
_SHAPELESS = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u061c\u2060\ufeff") | frozenset(
    chr(code) for code in range(0xFE00, 0xFE10)
)


class PlainText:
    """Makes any text fit to print and remembers which characters the typeface lacks."""

    def __init__(self, covers: Callable[[str], bool]) -> None:
        self._covers = covers
        self._substituted: set[str] = set()
        self._printable: dict[int, str] = {}

    @property
    def substituted(self) -> tuple[str, ...]:
        """Return the characters that were printed as their code point, in order of it."""
        return tuple(sorted(self._substituted))

    def clean(self, text: str) -> str:
        """Return text that can be printed; the only breaks left in it are line feeds.

        Composed first (Unicode form NFC): the page places no combining marks, and every accented
        letter of Welsh has a shape of its own.
        """
        for found, end in _LINE_ENDS.items():
            text = text.replace(found, end)
        composed = unicodedata.normalize("NFC", text)
        if composed.isascii() and composed.isprintable():
            return composed
        return "".join([self._fit(character) for character in composed])

    def _fit(self, character: str) -> str:
        code = ord(character)
        fitted = self._printable.get(code)
        if fitted is None:
            fitted = self._printable[code] = self._fitted(character)
        return fitted

    def _fitted(self, character: str) -> str:
        if character == "\n":
            return character
        if character == "\t":
            return " "
        if character in _SHAPELESS:
            return ""
        category = unicodedata.category(character)
        if category not in {"Cc", "Cf", "Cs", "Co", "Cn"} and self._covers(character):
            return character
        if category == "Zs":
            return " "
        self._substituted.add(character)
        return f"[U+{ord(character):04X}]"


def one_line(text: str) -> str:
    """Return text without line breaks, for titles and running lines."""
    return " ".join(text.split())
