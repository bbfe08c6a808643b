"""A brief as blocks: what each part of it is, before anybody decides where it stands.

Blocks say their role (a heading and its level, a table with head cells, a figure with its words)
and carry text as it was recorded. They know no page, typeface or file, so that any edition or
output can be made from the same ones.
"""

from dataclasses import dataclass
from enum import StrEnum

from jasp_desktop.domain.grade_timeline import GradeTimeline
from jasp_desktop.domain.marks import Mark
from jasp_desktop.domain.promise_drawing import PromiseAxis, PromiseWords, promise_words
from jasp_desktop.domain.promises import PromiseLine


class Role(StrEnum):
    """What a piece of prose is to its reader."""

    BODY = "body"
    LIST = "list"
    SMALL = "small"
    QUIET = "quiet"
    LABEL = "label"
    KICKER = "kicker"
    CAPTION = "caption"
    COVER_PANEL = "cover_panel"
    COVER_TITLE = "cover_title"
    COVER_DATE = "cover_date"
    COVER_PLACE = "cover_place"
    HEADING_1 = "heading_1"
    HEADING_2 = "heading_2"
    HEADING_3 = "heading_3"
    CELL = "cell"
    CELL_LARGE = "cell_large"
    HEAD = "head"
    HEAD_LARGE = "head_large"


HEADINGS = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one weight; quiet words are those a reader may skip."""

    text: str
    bold: bool = False
    quiet: bool = False


type Words = tuple[Run, ...]


def plain(text: str) -> Words:
    """Return text in the regular weight."""
    return (Run(text),)


def strong(text: str) -> Words:
    """Return text in bold."""
    return (Run(text, bold=True),)


def quiet(text: str) -> Words:
    """Return text that may be skipped."""
    return (Run(text, quiet=True),)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3; the kicker above it says where one is."""

    level: int
    text: str
    number: str = ""
    kicker: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph, with its number or bullet hung at its left.

    ``is_hung`` without a number continues the paragraph above it.
    """

    words: Words
    role: Role = Role.BODY
    number: str = ""
    is_hung: bool = False


@dataclass(frozen=True, slots=True)
class MarkedWord:
    """A status: its mark, which is decoration, and its word, which speaks."""

    mark: Mark
    words: Words


@dataclass(frozen=True, slots=True)
class Statuses:
    """Statuses side by side on one line."""

    items: tuple[MarkedWord, ...]


@dataclass(frozen=True, slots=True)
class CellLine:
    """One idea in a cell, on a line of its own."""

    words: Words
    mark: Mark | None = None
    small: bool = False


type Cell = tuple[CellLine, ...]


def cell(text: str) -> Cell:
    """Return a cell of plain text."""
    return (CellLine(plain(text)),)


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value; with a number it is a short section: a heading and its words."""

    label: str
    value: Cell
    number: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """A table of labels and values: its first column is row heads."""

    rows: tuple[Fact, ...]
    label_share: float = 0.32


@dataclass(frozen=True, slots=True)
class Column:
    """A column under its head; fitted to its widest line, or sharing what is left."""

    head: str
    right: bool = False
    share: float = 0.0

    @property
    def is_fitted(self) -> bool:
        """Tell whether its width is measured from what stands in it."""
        return not self.share


@dataclass(frozen=True, slots=True)
class Table:
    """A table with column heads; ``large`` sets it in the size of body text."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    number: int | None = None
    large: bool = False


@dataclass(frozen=True, slots=True)
class PromiseFigure:
    """The promise line of an action, on the time axis of its finding."""

    line: PromiseLine
    axis: PromiseAxis

    @property
    def rows(self) -> tuple[PromiseWords, ...]:
        """Return the words that stand beside the drawing, row by row."""
        return promise_words(self.line)

    @property
    def alternative(self) -> str:
        """Return the words that say the same as the drawing."""
        return ". ".join(row.spoken for row in self.rows)


@dataclass(frozen=True, slots=True)
class GradeFigure:
    """The grades of every area on one time axis, with the phases of monitoring."""

    timeline: GradeTimeline
    axis: PromiseAxis

    @property
    def alternative(self) -> str:
        """Return the words that say the same as the drawing."""
        return ". ".join(f"{row.area}: {row.words}" for row in self.timeline.rows)


@dataclass(frozen=True, slots=True)
class Panel:
    """Prose set apart: words quoted from a report, or private ones."""

    blocks: tuple[Prose, ...]
    is_private: bool = False


@dataclass(frozen=True, slots=True)
class AnswerSpace:
    """Ruled space to write in, with boxes for the member's verdict."""

    label: str = "Answer"
    lines: int = 3


@dataclass(frozen=True, slots=True)
class MarkGroup:
    """A family of marks with their words, for the key."""

    title: str
    items: tuple[MarkedWord, ...]


@dataclass(frozen=True, slots=True)
class MarkKey:
    """The key to the marks, in two columns."""

    groups: tuple[MarkGroup, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """A few large figures side by side, each over its words."""

    figures: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class CoverBar:
    """The short thick bar above the panel's name."""


@dataclass(frozen=True, slots=True)
class Spring:
    """Empty space that takes up what a page leaves over."""


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of the contents, from level 0; its page is known once every page is laid out."""

    key: str
    number: str
    title: str
    level: int


@dataclass(frozen=True, slots=True)
class Kept:
    """Blocks that stay on one page."""

    blocks: "tuple[Block, ...]"


type Block = (
    Heading
    | Prose
    | Statuses
    | Facts
    | Table
    | PromiseFigure
    | GradeFigure
    | Panel
    | AnswerSpace
    | MarkKey
    | Tally
    | CoverBar
    | Spring
    | ContentsLine
    | Kept
)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the brief that begins a page; ``level`` counts from 0 for contents and outline."""

    key: str
    title: str
    running: str
    blocks: tuple[Block, ...]
    number: str = ""
    level: int = 0
    in_contents: bool = True
    is_cover: bool = False


@dataclass(frozen=True, slots=True)
class Brief:
    """The whole brief: its sections in reading order and what stands on every page."""

    title: str
    author: str
    subject: str
    marking: str
    footing: str
    sections: tuple[Section, ...]
