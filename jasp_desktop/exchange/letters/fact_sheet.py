"""Reads the sheet of keys and values with which some responses begin: title, date published."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jasp_desktop.exchange.letters.source_text import Block, BlockKind
from jasp_desktop.exchange.letters.titles_in_text import cleaned

_NAMES_THE_REPORT = (
    r"(?:title|name) of (?:the )?(?:HMICFRS )?(?:report|inspection|publication)"
    r"|(?:HMICFRS )?(?:report|inspection|publication) (?:title|name)|HMICFRS (?:report|inspection)"
)
_TITLE = re.compile(rf"(?:{_NAMES_THE_REPORT})\W*", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"(?:report )?(?:date (?:of )?(?:report )?)?publi(?:shed|cation)(?: date)?"
    r"(?: of (?:the )?report)?\W*",
    re.IGNORECASE,
)
_HEAD_BLOCKS = 20
_LONGEST_KEY = 60
_FEWEST_WORDS = 3
_KEY_AND_VALUE = 2


@dataclass(frozen=True, slots=True)
class Told:
    """A value under its key, and the places of the blocks that hold them."""

    value: str
    places: tuple[int, ...]


def sheet_title(blocks: Sequence[Block]) -> Told | None:
    """Return the report's title where a sheet gives it."""
    for key, told in _pairs(blocks):
        if _TITLE.fullmatch(key) and len(told.value.split()) >= _FEWEST_WORDS:
            return Told(cleaned(told.value), told.places)
    return None


def sheet_publication(blocks: Sequence[Block]) -> Told | None:
    """Return when a report came out, in words, where a sheet gives it beside the title."""
    if sheet_title(blocks) is None:
        return None
    return next((told for key, told in _pairs(blocks) if _PUBLISHED.fullmatch(key)), None)


def _pairs(blocks: Sequence[Block]) -> Iterator[tuple[str, Told]]:
    head = blocks[:_HEAD_BLOCKS]
    for place, block in enumerate(head):
        key, colon, value = block.text.partition(":")
        if block.kind is BlockKind.TABLE_ROW:
            if len(block.cells) == _KEY_AND_VALUE:
                yield block.cells[0].strip(), Told(block.cells[1].strip(), (place,))
        elif colon and value.strip() and len(key) <= _LONGEST_KEY:
            yield key.strip(), Told(value.strip(), (place,))
        elif len(block.text) <= _LONGEST_KEY and place + 1 < len(head):
            below = head[place + 1]
            if below.kind is BlockKind.PARAGRAPH:
                yield block.text.strip(), Told(below.text, (place, place + 1))
