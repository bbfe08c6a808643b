"""Reads tables of recommendations and answers, by their header row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from jasp_desktop.domain.vocabulary import AuthorRole, FindingKind
from jasp_desktop.exchange.letters.source_text import Block
from jasp_desktop.exchange.letters.topics import answer_role, kind_in_plural_or_singular


class Column(Enum):
    """What a column holds."""

    NUMBER = auto()
    FINDING = auto()
    DEADLINE = auto()
    POSITION = auto()
    ANSWER = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Heading:
    """A column by its heading; ``kind`` of a finding, ``role`` of an answer."""

    column: Column
    kind: FindingKind | None = None
    role: AuthorRole | None = None


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: a finding, or None where the row goes on with the last, and its answers."""

    place: int
    kind: FindingKind
    number: str | None
    finding: str | None
    deadline: str | None
    position: str | None
    answers: tuple[tuple[AuthorRole | None, str], ...]


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """A table with a known header; rows of another shape are left out."""

    header: int
    rows: tuple[TableRow, ...]


_NUMBER = re.compile(
    r"(?:rec(?:omm?endation)?\.? )?(?:no|number|ref(?:erence)?|#|id)\.?", re.IGNORECASE
)
_DEADLINE = re.compile(
    r"(?:deadline|timescale|target|due|date|by when|completion date|target date|due date)",
    re.IGNORECASE,
)
_POSITION = re.compile(r"(?:accepted|position|accepted\?|accept/reject|agreed\??)", re.IGNORECASE)


def answer_table(blocks: Sequence[tuple[int, Block]]) -> AnswerTable | None:
    """Return the table that some consecutive rows, with their places, are; None if unknown."""
    header_at, header = blocks[0]
    headings = [_heading(cell) for cell in header.cells]
    columns = [each.column for each in headings]
    is_known = Column.ANSWER in columns or Column.NUMBER in columns
    if columns.count(Column.FINDING) != 1 or not is_known:
        return None
    rows = [row for place, block in blocks[1:] if (row := _row(place, block, headings))]
    return AnswerTable(header_at, tuple(rows)) if rows else None


def _heading(cell: str) -> Heading:
    words = cell.strip(" :.")
    if _NUMBER.fullmatch(words):
        return Heading(Column.NUMBER)
    if kind := kind_in_plural_or_singular(words):
        return Heading(Column.FINDING, kind=kind)
    if _DEADLINE.fullmatch(words):
        return Heading(Column.DEADLINE)
    if _POSITION.fullmatch(words):
        return Heading(Column.POSITION)
    if role := answer_role(words):
        return Heading(Column.ANSWER, role=role[0])
    return Heading(Column.UNKNOWN)


def _row(place: int, block: Block, headings: Sequence[Heading]) -> TableRow | None:
    if len(block.cells) != len(headings):
        return None
    held: dict[Column, str] = {}
    answers: list[tuple[AuthorRole | None, str]] = []
    kind = FindingKind.RECOMMENDATION
    for heading, cell in zip(headings, block.cells, strict=True):
        if heading.column is Column.ANSWER and cell:
            answers.append((heading.role, cell))
        elif cell:
            held[heading.column] = cell
        kind = heading.kind or kind
    if Column.FINDING not in held and not answers:
        return None
    return TableRow(
        place,
        kind,
        held.get(Column.NUMBER),
        held.get(Column.FINDING),
        held.get(Column.DEADLINE),
        held.get(Column.POSITION),
        tuple(answers),
    )


def runs_of_rows(blocks: Sequence[Block], places: Sequence[int]) -> Iterator[list[int]]:
    """Yield the places of table rows that stand together."""
    run: list[int] = []
    for place in places:
        is_row = bool(blocks[place].cells)
        if is_row and run and place == run[-1] + 1:
            run.append(place)
        elif is_row:
            if run:
                yield run
            run = [place]
    if run:
        yield run
