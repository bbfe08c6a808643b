"""A letter or page as the program reads it: numbered lines, and the blocks that stand on them."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from jasp_desktop.domain.records import Json

WEB_ADDRESS = re.compile(r"https?://[^\s<>\"']{4,500}", re.IGNORECASE)


class BlockKind(StrEnum):
    """What a stretch of text is by its form alone."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One heading, paragraph, list item or table row.

    ``line`` and ``last_line`` are lines of the text shown to the person, from 1. ``level`` is a
    heading's level or a list's depth, from 1; ``number`` a list item's number as printed.
    ``links`` are its links as plain text, words and web address; no address is ever opened.
    """

    kind: BlockKind
    text: str
    level: int = 1
    number: str | None = None
    cells: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    line: int = 0
    last_line: int = 0

    @property
    def lines(self) -> range:
        """Return the numbers of its lines."""
        return range(self.line, self.last_line + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """A file's words: the lines shown to the person and the blocks found in them."""

    file: str
    sha256: str
    lines: tuple[str, ...]
    blocks: tuple[Block, ...]


def laid_out(blocks: Iterable[Block]) -> tuple[tuple[str, ...], tuple[Block, ...]]:
    """Return lines that show the blocks, and the blocks with their lines' numbers."""
    lines: list[str] = []
    placed: list[Block] = []
    for block in blocks:
        if lines and not _stands_close(placed[-1], block):
            lines.append("")
        shown = _shown(block).split("\n")
        first = len(lines) + 1
        lines.extend(shown)
        placed.append(replace(block, line=first, last_line=len(lines)))
    return tuple(lines), tuple(placed)


def _stands_close(before: Block, block: Block) -> bool:
    return before.kind is block.kind and block.kind in {BlockKind.LIST_ITEM, BlockKind.TABLE_ROW}


def _shown(block: Block) -> str:
    if block.kind is BlockKind.LIST_ITEM:
        return f"{'  ' * (block.level - 1)}{block.number or '•'} {block.text}"
    if block.kind is BlockKind.TABLE_ROW:
        return " | ".join(" ".join(cell.split()) for cell in block.cells)
    return f"{block.number} {block.text}" if block.number else block.text


def reading_as_json(
    content: bytes, lines: Sequence[str], blocks: Sequence[Block]
) -> dict[str, Json]:
    """Return a reader's answer, in which words leave the reading child."""
    return {
        "sha256": hashlib.sha256(content).hexdigest(),
        "lines": list(lines),
        "blocks": [
            [b.kind.value, b.text, b.level, b.number, list(b.cells), _links(b), b.line, b.last_line]
            for b in blocks
        ],
    }


def _links(block: Block) -> list[Json]:
    return [[words, address] for words, address in block.links]


def block_from_json(row: Sequence[object]) -> Block:
    """Return the block that ``reading_as_json`` wrote.

    Raises:
        ValueError: The row has another shape.
    """
    match row:
        case [
            str(kind),
            str(text),
            int(level),
            str() | None as number,
            list(cells),
            list(links),
            int(a),
            int(b),
        ]:
            return Block(
                kind=BlockKind(kind),
                text=text,
                level=level,
                number=number,
                cells=tuple(str(cell) for cell in cells),
                links=tuple((str(words), str(address)) for words, address in links),
                line=a,
                last_line=b,
            )
        case _:
            raise ValueError(row)
