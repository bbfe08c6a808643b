"""What stands on a page: pieces placed in strips, strips placed on pages.

A piece's y runs down from the top of its strip; its x from the left of the text.
"""

from dataclasses import dataclass, field, replace
from enum import IntEnum

from jasp_desktop.briefs.blocks import Section
from jasp_desktop.briefs.style import Colour
from jasp_desktop.domain.drawing import Ink, Shape


@dataclass(frozen=True, slots=True)
class Letters:
    """A stretch of printable text on one baseline."""

    x: float
    y: float
    text: str
    size: float
    bold: bool = False
    ink: Colour = Colour.INK


@dataclass(frozen=True, slots=True)
class PageNumberOf:
    """The page a section begins on, set right-aligned once it is known."""

    right: float
    y: float
    key: str
    size: float


@dataclass(frozen=True, slots=True)
class LinkTo:
    """An area that leads to a section."""

    x: float
    y: float
    width: float
    height: float
    key: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A level line."""

    x: float
    y: float
    width: float
    weight: float
    ink: Colour = Colour.INK


@dataclass(frozen=True, slots=True)
class Area:
    """A filled rectangle, or an outlined one to tick."""

    x: float
    y: float
    width: float
    height: float
    ink: Colour
    is_outline: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """Shapes in points with their origin at x, y; ``own`` is the ink they take as their own."""

    x: float
    y: float
    shapes: tuple[Shape, ...]
    own: Ink = Ink.INK


type Piece = Letters | PageNumberOf | LinkTo | Rule | Area | Picture


class Bond(IntEnum):
    """How strongly a strip holds to the next."""

    NONE = 0
    KEPT = 1
    BOUND = 2


@dataclass(slots=True)
class Strip:
    """A slice across the text that no page break goes through."""

    height: float
    pieces: tuple[Piece, ...]
    before: float = 0
    after: float = 0
    bond: Bond = Bond.NONE
    table: "RunningHead | None" = None
    is_heading: bool = False
    is_spring: bool = False


@dataclass(frozen=True, slots=True)
class RunningHead:
    """What a table repeats on its next page, and how wide it is."""

    strips: tuple[Strip, ...]
    width: float

    @property
    def height(self) -> float:
        """Return the height of the repeated strips."""
        return sum(strip.height + strip.after for strip in self.strips)


@dataclass(slots=True)
class Page:
    """Strips with the distance of each from the top of the text frame."""

    section: Section
    placed: list[tuple[float, Strip]] = field(default_factory=list)
    used: float = 0
    extra: list[Rule] = field(default_factory=list)


def lowered(piece: Piece, by: float) -> Piece:
    """Return a piece further down its strip."""
    return replace(piece, y=piece.y + by)


def bind(strips: list[Strip], bond: Bond, *, last: bool = False) -> list[Strip]:
    """Hold strips together at least this strongly; ``last``: and to what follows them."""
    for strip in strips if last else strips[:-1]:
        strip.bond = max(strip.bond, bond)
    return strips
