"""Judges one block of a letter's body by its form and its neighbour: heading, request, answer."""

import re
from collections.abc import Sequence
from dataclasses import replace

from jasp_desktop.domain.vocabulary import FindingKind
from jasp_desktop.exchange.letters.answering import is_answering, tells_of_compliance
from jasp_desktop.exchange.letters.chain_drafts import FindingDraft
from jasp_desktop.exchange.letters.names_in_text import addressees_in, says_what_ought_to_be
from jasp_desktop.exchange.letters.passage_cues import describes_the_report, follows
from jasp_desktop.exchange.letters.source_text import Block, BlockKind
from jasp_desktop.exchange.letters.topics import topic_of_heading

LONGEST_SUBHEADING = 90
_COURTESY = re.compile(
    r"(?:I|we) (?:trust|hope)\b|(?:I|we) (?:would like to )?thank\b|thank you\b"
    r"|(?:if you|should you|please)\b|(?:I|we) look forward\b",
    re.IGNORECASE,
)
UNMARKED_LEVEL = 6


def must_answer(finding: FindingDraft, text: str) -> bool:
    """Tell whether a paragraph that follows a finding in a response must be its answer.

    A recommendation is quoted without more; an area for improvement may go on to say why, so
    after one only a word of compliance tells.
    """
    if describes_the_report(text, is_response=True) or says_what_ought_to_be(text):
        return False
    if _COURTESY.match(text):
        return False
    is_whole = finding.text.endswith((".", "”", "’")) and says_what_ought_to_be(finding.text)
    is_asked = finding.kind is FindingKind.RECOMMENDATION and is_whole
    return is_asked or tells_of_compliance(text)


def asks_something(text: str) -> bool:
    """Tell whether a text asks somebody for something, and does not say that it is done."""
    return bool(addressees_in(text)) and not is_answering(text)


def as_heading(block: Block) -> Block:
    """Take a short line that announces something for the heading it is, however it was set."""
    text = block.text
    is_short = len(text) <= LONGEST_SUBHEADING and text[-1:] not in {".", ",", ";"}
    if block.kind in {BlockKind.HEADING, BlockKind.TABLE_ROW} or not is_short:
        return block
    if ": " in text or not text[:1].isupper() or topic_of_heading(text) is None:
        return block
    level = block.number.count(".") + 1 if block.number else UNMARKED_LEVEL
    return replace(block, kind=BlockKind.HEADING, level=level)


def stands_between_items(blocks: Sequence[Block], place: int) -> bool:
    """Tell whether a paragraph parts item 1 from item 2, so that each has its own beneath it."""
    if not 0 < place < len(blocks) - 1:
        return False
    before, after = blocks[place - 1], blocks[place + 1]
    is_list = before.kind is after.kind is BlockKind.LIST_ITEM
    return is_list and follows(before.number or "", after.number or "")
