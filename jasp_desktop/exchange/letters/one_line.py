"""Breaks a letter that arrived on one line, or a few, where its parts are sure to begin."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from jasp_desktop.exchange.letters.names_in_text import CHIEF, COMMISSIONER
from jasp_desktop.exchange.letters.plain_lines import with_list_mark
from jasp_desktop.exchange.letters.source_text import Block, BlockKind

_LONG = 700
_LONGEST = 4_000
_LONGEST_LETTER = 20_000
_MOST = 3_000
_MOST_CHARACTERS = 1_000_000
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_ANSWER = r"(?:response|comments?)"
_GREETING = re.compile(r"\b(?:Dear|Annwyl) [A-Z]")
_CLOSE = re.compile(r"\bYours (?:sincerely|faithfully)\b")
_CUTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"(?:^|\s+)((?:Dear|Annwyl) (?:[A-Z][\w /]{2,40},|(?:Home Secretary|Minister"
            r"|(?:Chief )?Commissioner|Chief Constable|Sir|Madam)\b(?!,)))\s*"
        ),
        r"\n\1\n",
    ),
    (re.compile(r"\s+(Yours (?:sincerely|faithfully)),?\s*"), r"\n\1\n"),
    (re.compile(rf"\s+(Date: \d{{1,2}}(?:st|nd|rd|th)? {_MONTH} \d{{4}})\s*"), r"\n\1\n"),
    (
        re.compile(
            r"\s+((?:Recommendation|Area for improvement|AFI|Cause of concern) \d+"
            r"(?:\s*[:.–-]|\s+[A-Z]))"
        ),
        r"\n\1",
    ),
    (
        re.compile(
            rf"(?<=[.!?:])\s+((?:{CHIEF}[’']s|PCC(?:[’']s)?|Commissioner[’']s"
            rf"|Force)? ?{_ANSWER}:\s)",
            re.IGNORECASE,
        ),
        r"\n\1",
    ),
    (
        re.compile(
            rf"(?<=[.!?])\s+((?:The {CHIEF}|The [Ff]orce|The [Cc]onstabulary) (?!should|must))"
        ),
        r"\n\1",
    ),
    (re.compile(r"\s+([•●▪◦·]\s*\S)"), r"\n\1"),
    (re.compile(r"(?<=[:.;\w])\s+([-–*] [A-Z][a-z])"), r"\n\1"),
    (re.compile(rf"\s+({COMMISSIONER}(?: for [A-Z]\w+)?)$", re.MULTILINE), r"\n\1"),
)


def broken_up(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with very long paragraphs cut into their parts; lines stay the same.

    What no letter is long enough for is left out, so that a hostile file costs no time: it is
    listed as not understood.
    """
    found: list[Block] = []
    characters = 0
    for piece in (piece for block in blocks for piece in _pieces(block)):
        if len(piece.text) > _LONGEST:
            continue
        characters += len(piece.text)
        if len(found) == _MOST or characters > _MOST_CHARACTERS:
            break
        found.append(piece)
    return tuple(found)


def _pieces(block: Block) -> Iterator[Block]:
    if len(block.text) > _LONGEST_LETTER:
        return
    block = replace(block, text=" ".join(block.text.split()))
    is_whole = len(block.text) >= _LONG or _holds_a_letter(block.text)
    if block.kind is not BlockKind.PARAGRAPH or not is_whole:
        yield block
        return
    text = block.text
    for pattern, mark in _CUTS:
        text = pattern.sub(mark, text)
    for piece in text.split("\n"):
        words, number, is_item = with_list_mark(piece.strip())
        kind = BlockKind.LIST_ITEM if is_item else BlockKind.PARAGRAPH
        if words:
            yield replace(block, kind=kind, text=words, number=number)


def _holds_a_letter(text: str) -> bool:
    """Tell whether a paragraph runs from a letter's greeting to its close."""
    greeting = _GREETING.search(text)
    return greeting is not None and _CLOSE.search(text, greeting.end()) is not None
