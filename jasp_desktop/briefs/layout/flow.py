"""Strips put on pages, with the rules of what stays together."""

from collections.abc import Iterable, Iterator, Sequence

from jasp_desktop.briefs.blocks import Section
from jasp_desktop.briefs.layout.pieces import Bond, Page, Rule, RunningHead, Strip

_TORN_TABLE = 0.8
# What is left of a row that is taller than a page stands as clear of the head as a whole row.
_UNDER_HEAD = 5.0
_A_HAIR = 0.01


class Flow:
    """Fills the pages of one section; a page's depth is in points."""

    def __init__(self, section: Section, depth: float, *, tighter_by: float = 0) -> None:
        self._section = section
        self._depth = depth
        self._tighter_by = tighter_by
        self._page = Page(section)
        self._last: Strip | None = None
        self.pages = [self._page]

    def fill(self, strips: Sequence[Strip]) -> None:
        """Place every strip and spread what the pages leave over."""
        for run in bundles(strips, Bond.NONE):
            self._place_together(run, Bond.NONE)
        for page in self.pages:
            _stretch(page, self._depth)

    def _place_together(self, run: list[Strip], bond: Bond) -> None:
        """Place strips on one page if any can hold them; otherwise loosen the bond."""
        if self._fits(run):
            self._place(run)
        elif self._height(run, first=True) + _head_height(run[0].table) <= self._depth:
            self._turn(run[0])
            self._place(run)
        elif len(run) > 1:
            looser = Bond(bond + 1)
            for part in bundles(run, looser):
                self._place_together(part, looser)
        else:
            # A drawing deeper than a page; it begins on one of its own.
            self._turn(run[0])
            self._place(run)

    def _fits(self, run: list[Strip]) -> bool:
        first = self._last is None
        return self._page.used + self._height(run, first=first) <= self._depth + _A_HAIR

    def _height(self, run: list[Strip], *, first: bool) -> float:
        height = 0.0
        last = None if first else self._last
        for strip in run:
            height += self._gap(last, strip) + strip.height
            last = strip
        return height

    def _gap(self, last: Strip | None, strip: Strip) -> float:
        if last is None:
            return 0
        before = strip.before
        if strip.is_heading and before:
            before -= self._tighter_by
        return max(last.after, before)

    def _place(self, run: Iterable[Strip]) -> None:
        for strip in run:
            self._page.used += self._gap(self._last, strip)
            self._page.placed.append((self._page.used, strip))
            self._page.used += strip.height
            self._last = strip

    def _turn(self, following: Strip) -> None:
        """Begin a page; a table that runs on is ruled off here and gets its head again there."""
        if self._last is None:
            return
        torn, is_mid_row = self._last.table, self._last.bond is Bond.BOUND
        if torn and torn is following.table:
            self._page.extra.append(Rule(0, self._page.used, torn.width, _TORN_TABLE))
        self._page = Page(self._section)
        self.pages.append(self._page)
        self._last = None
        if torn and torn is following.table:
            self._place(torn.strips)
            self._page.used += _UNDER_HEAD * is_mid_row


def bundles(strips: Sequence[Strip], bond: Bond) -> Iterator[list[Strip]]:
    """Yield strips that hold together more strongly than ``bond``."""
    bundle: list[Strip] = []
    for strip in strips:
        bundle.append(strip)
        if strip.bond <= bond:
            yield bundle
            bundle = []
    if bundle:
        yield bundle


def paginate(section: Section, strips: Sequence[Strip], depth: float, unit: float) -> list[Page]:
    """Return a section's pages; headings close up by a unit if that saves a nearly empty page."""
    flow = Flow(section, depth)
    flow.fill(strips)
    few_lines = 5 * 4 * unit
    if len(flow.pages) > 1 and flow.pages[-1].used < few_lines:
        closer = Flow(section, depth, tighter_by=unit)
        closer.fill(strips)
        if len(closer.pages) < len(flow.pages):
            return closer.pages
    return flow.pages


def _head_height(table: RunningHead | None) -> float:
    return table.height if table else 0


def _stretch(page: Page, depth: float) -> None:
    springs = sum(strip.is_spring for _, strip in page.placed)
    if not springs:
        return
    _, last = page.placed[-1]
    share = max(0.0, depth - page.used - last.after) / springs
    shift = 0.0
    for number, (top, strip) in enumerate(page.placed):
        page.placed[number] = (top + shift, strip)
        shift += share * strip.is_spring
