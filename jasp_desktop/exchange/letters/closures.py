"""Finds what an inspectorate's letter says it has closed: a finding of the letter, by its name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from jasp_desktop.domain.vocabulary import FindingKind
from jasp_desktop.exchange.letters.chain_drafts import FindingDraft
from jasp_desktop.exchange.letters.passage_cues import numbers_mentioned
from jasp_desktop.exchange.letters.sentences import sentences_of
from jasp_desktop.exchange.letters.source_text import Block, BlockKind
from jasp_desktop.exchange.letters.topics import label_in

_CLOSED_WORD = r"(?:closed|discharged|signed[ -]off)"
_HOW = r"(?:(?:now|therefore|also|formally|both|all) ){0,2}"
_CLOSED = re.compile(
    rf"\b(?:is|are|(?:has|have) {_HOW}been) {_HOW}{_CLOSED_WORD}\b"
    rf"|\b(?:I|we) (?:have|am|are) {_HOW}(?:closed|discharged|signed off|closing)\b"
    rf"|\bsatisfied that\b.{{0,60}}\bcan {_HOW}be {_CLOSED_WORD}\b",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"\b(?:not|n[’']t|cannot|until|when|once|if|unless|remains?|partly|partially|except|provided"
    r"|before|would|will|previously|some|one of)\b",
    re.IGNORECASE,
)
_CAUSE = re.compile(r"\bcauses? of concern\s+(?P<number>\d+(?:\.\d+)?)\b", re.IGNORECASE)
_CAUSES = {FindingKind.CAUSE_OF_CONCERN, FindingKind.ACCELERATED_CAUSE_OF_CONCERN}
_THIS_ONE = re.compile(
    r"\b(?:this|the) (?:(?:accelerated )?cause of concern|recommendation|area for improvement|AFI)"
    r"\b(?!\s+\d)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Closure:
    """A finding that is closed, the sentence that says so, and its block's place."""

    finding: FindingDraft
    words: str
    cited: set[int] = field(default_factory=set)


def closures_in(
    blocks: Sequence[Block], places: Sequence[int], findings: Sequence[FindingDraft]
) -> list[Closure]:
    """Return the closures of findings that the letter itself holds, each finding once."""
    found: dict[int, Closure] = {}
    begins = {place: each for each in findings for place in each.cited}
    current: FindingDraft | None = None
    for place in places:
        current = begins.get(place, current)
        is_elsewhere = blocks[place].kind is BlockKind.HEADING or label_in(blocks[place].text)
        if place not in begins and is_elsewhere:
            current = None
        for sentence in sentences_of(blocks[place].text):
            if _CLOSED.search(sentence) and not _DOUBT.search(sentence):
                for finding in _named_in(sentence, findings, current):
                    closure = found.setdefault(id(finding), Closure(finding, sentence))
                    closure.cited.add(place)
    return list(found.values())


def _named_in(
    sentence: str, findings: Sequence[FindingDraft], current: FindingDraft | None
) -> list[FindingDraft]:
    """Return the findings that a sentence names by number, or the one it calls “this”."""
    wanted = [
        ({FindingKind.AREA_FOR_IMPROVEMENT} if is_area else {FindingKind.RECOMMENDATION}, number)
        for is_area, number in numbers_mentioned(sentence)
    ]
    wanted += [(_CAUSES, match["number"]) for match in _CAUSE.finditer(sentence)]
    if not wanted:
        return [current] if current and _THIS_ONE.search(sentence) else []
    named: list[FindingDraft] = []
    for kinds, number in wanted:
        same = [each for each in findings if each.kind in kinds and each.number == number]
        named += same if len(same) == 1 else []
    return named
