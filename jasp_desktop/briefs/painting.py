"""Pages painted into a PDF: the only module that tells ReportLab what to draw.

Every page is laid out before the first is painted, so that page numbers and the number of pages
are known and nothing is laid out twice.
"""

from collections.abc import Sequence

from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from jasp_desktop.briefs.blocks import Brief, Section, plain, strong
from jasp_desktop.briefs.fonts import BOLD, REGULAR
from jasp_desktop.briefs.layout.lines import Line, TypeSetter
from jasp_desktop.briefs.layout.pieces import (
    Area,
    Letters,
    LinkTo,
    Page,
    PageNumberOf,
    Picture,
    Piece,
    Rule,
)
from jasp_desktop.briefs.shapes import ShapePainter
from jasp_desktop.briefs.style import Colour, Paper, TextStyle, TypeScale
from jasp_desktop.briefs.text import one_line
from jasp_desktop.domain.progress import Progress

# The pages of a PDF may hold any bytes; written out as letters they grow by a quarter.
rl_config.useA85 = 0

_PRODUCT = "JASP Desktop"
_RUNNING_RULE = 0.8
_RULE_DROP = 9.0
_FOOT_RULE_RISE = 6.0
_RUNNING_GAP = 14.0
_COVER_STYLE = TextStyle(14, 20)
_BOX_RULE = 1.1


class Painter:
    """Paints one brief."""

    def __init__(self, brief: Brief, paper: Paper, scale: TypeScale, setter: TypeSetter) -> None:
        self._brief = brief
        self._paper = paper
        self._setter = setter
        self._running = TextStyle(scale.running, scale.running)
        self._canvas = Canvas(
            "",
            pagesize=(paper.width, paper.height),
            invariant=1,
            pageCompression=1,
            # Otherwise ReportLab names a typeface of its own, not embedded, on every page.
            initialFontName=REGULAR,
            lang="en-GB",
        )
        self._colours = {colour: HexColor(colour.value) for colour in Colour}
        self._shapes = ShapePainter(self._canvas)
        self._first_pages: dict[str, int] = {}
        self._titles: dict[str, Line] = {}
        self._marking = setter.line(strong(brief.marking), self._running)
        self._footing = setter.line(plain(brief.footing), self._running)
        self._inked: Colour | None = None

    def paint(self, pages: Sequence[Page], progress: Progress, done: int, total: int) -> bytes:
        """Return the PDF; ``done`` of ``total`` steps were taken before.

        Raises:
            Cancelled: The person asked for a stop.
        """
        self._describe()
        for number, page in enumerate(pages, 1):
            self._first_pages.setdefault(page.section.key, number)
        for number, page in enumerate(pages, 1):
            progress.report(done + number, total, f"Printing page {number} of {len(pages)}")
            self._page(page, number, len(pages))
        written: bytes = self._canvas.getpdfdata()
        return written

    def _describe(self) -> None:
        canvas, brief = self._canvas, self._brief
        canvas.setTitle(one_line(brief.title))
        canvas.setAuthor(one_line(brief.author))
        canvas.setSubject(one_line(brief.subject))
        canvas.setCreator(_PRODUCT)
        canvas.setProducer(_PRODUCT)
        canvas.setViewerPreference("DisplayDocTitle", "true")
        canvas.showOutline()

    def _page(self, page: Page, number: int, count: int) -> None:
        self._inked = None
        if self._first_pages[page.section.key] == number:
            self._bookmark(page.section)
        self._running_lines(page.section, number, count)
        top = self._paper.height - self._paper.top
        for down, strip in page.placed:
            for piece in strip.pieces:
                self._piece(piece, top - down)
        for rule in page.extra:
            self._piece(rule, top)
        self._canvas.showPage()

    def _bookmark(self, section: Section) -> None:
        # To the top of the page, at the reader’s own zoom.
        self._canvas.bookmarkPage(section.key, fit="XYZ", left=0, top=self._paper.height, zoom=0)
        title = one_line(f"{section.number} {section.title}")
        self._canvas.addOutlineEntry(title, section.key, section.level)

    def _running_lines(self, section: Section, number: int, count: int) -> None:
        paper, style = self._paper, self._running
        left, right = paper.side, paper.width - paper.side
        head, foot = paper.height - paper.header_baseline, paper.footer_baseline
        if not section.is_cover:
            self._rule(left, head - _RULE_DROP, paper.measure, _RUNNING_RULE)
        self._rule(left, foot + style.size + _FOOT_RULE_RISE, paper.measure, _RUNNING_RULE)
        self._header(section, left, right, head)
        end = self._line(self._marking, left, foot, style)
        self._line(self._footing, end + _RUNNING_GAP, foot, style)
        page = self._setter.line(strong(f"Page {number} of {count}"), style)
        self._line(page, right - page.width, foot, style)

    def _header(self, section: Section, left: float, right: float, head: float) -> None:
        style = _COVER_STYLE if section.is_cover else self._running
        marking = self._setter.line(strong(self._brief.marking), style)
        self._line(marking, left, head, style)
        # The title of a section is the same on all its pages, and may be long to measure.
        title = self._titles.get(section.key)
        if title is None:
            room = self._paper.measure - marking.width - 2 * _RUNNING_GAP
            title = self._setter.shortened(one_line(section.running), style, room)
            self._titles[section.key] = title
        self._line(title, right - title.width, head, style)

    def _line(self, line: Line, x: float, y: float, style: TextStyle) -> float:
        """Paint a line and return where it ends."""
        for letters in line.letters(x, 0, style.size):
            self._letters(letters, letters.x, y)
        return x + line.width

    def _piece(self, piece: Piece, top: float) -> None:
        x, y = self._paper.side, top - piece.y
        match piece:
            case Letters():
                self._letters(piece, x + piece.x, y)
            case Rule():
                self._rule(x + piece.x, y, piece.width, piece.weight, piece.ink)
            case Area():
                self._area(piece, x + piece.x, y - piece.height)
            case Picture():
                self._shapes.paint(piece.shapes, x + piece.x, y, piece.own)
                self._inked = None
            case PageNumberOf():
                self._page_number(piece, x + piece.right, y)
            case LinkTo():
                x += piece.x
                area = (x, y - piece.height, x + piece.width, y)
                self._canvas.linkRect("", piece.key, area, relative=0, thickness=0)

    def _letters(self, letters: Letters, x: float, y: float) -> None:
        if self._inked is not letters.ink:
            self._canvas.setFillColor(self._colour(letters.ink))
            self._inked = letters.ink
        self._canvas.setFont(BOLD if letters.bold else REGULAR, letters.size)
        self._canvas.drawString(x, y, letters.text)

    def _page_number(self, piece: PageNumberOf, right: float, y: float) -> None:
        text = str(self._first_pages[piece.key])
        x = right - self._setter.width(text, piece.size)
        self._letters(Letters(0, 0, text, piece.size), x, y)

    def _rule(
        self, x: float, y: float, width: float, weight: float, ink: Colour = Colour.INK
    ) -> None:
        self._canvas.setStrokeColor(self._colour(ink))
        self._canvas.setLineWidth(weight)
        self._canvas.line(x, y, x + width, y)

    def _area(self, area: Area, x: float, y: float) -> None:
        if area.is_outline:
            self._canvas.setStrokeColor(self._colour(area.ink))
            self._canvas.setLineWidth(_BOX_RULE)
            self._canvas.rect(x, y, area.width, area.height, stroke=1, fill=0)
            return
        self._canvas.setFillColor(self._colour(area.ink))
        self._inked = area.ink
        self._canvas.rect(x, y, area.width, area.height, stroke=0, fill=1)

    def _colour(self, ink: Colour) -> Color:
        return self._colours[ink]
