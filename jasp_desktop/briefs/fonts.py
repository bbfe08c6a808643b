"""The typeface of every page: Source Sans 3, in two weights, always embedded."""

from threading import Lock

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from jasp_desktop.shipped import shipped

REGULAR = "JASP-SourceSans3-Regular"
BOLD = "JASP-SourceSans3-Bold"
_FILES = {REGULAR: "SourceSans3-Regular.ttf", BOLD: "SourceSans3-Bold.ttf"}
_THOUSANDTHS = 1000

# ReportLab finds fonts by name in one table of the whole process. To put a second object under a
# name would break a brief that is being written at the same time in another thread.
_registering = Lock()


class Face:
    """One weight, as measured by layout; it keeps the widths of words it has seen."""

    def __init__(self, font: TTFont) -> None:
        self._character_widths: dict[int, float] = font.face.charWidths
        self._default: float = font.face.defaultWidth
        self._words: dict[str, float] = {}

    def width(self, text: str, size: float) -> float:
        """Return the width of text in points."""
        known = self._words.get(text)
        if known is None:
            of, default = self._character_widths.get, self._default
            known = self._words[text] = sum([of(ord(letter), default) for letter in text])
        return known * size / _THOUSANDTHS

    def covers(self, character: str) -> bool:
        """Tell whether the typeface has a shape for a character."""
        return ord(character) in self._character_widths


class Faces:
    """Both weights, ready to print."""

    def __init__(self) -> None:
        with _registering:
            known = pdfmetrics.getRegisteredFontNames()
            for name, file in _FILES.items():
                if name not in known:
                    path = shipped("resources") / "fonts" / file
                    pdfmetrics.registerFont(TTFont(name, str(path)))
        self._regular = Face(pdfmetrics.getFont(REGULAR))
        self._bold = Face(pdfmetrics.getFont(BOLD))

    def face(self, *, bold: bool) -> Face:
        """Return one weight."""
        return self._bold if bold else self._regular

    def covers(self, character: str) -> bool:
        """Tell whether both weights have a shape for a character."""
        return self._regular.covers(character) and self._bold.covers(character)
