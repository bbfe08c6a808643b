"""Finds what a letter or page is about: its headline, its reports' titles, whether it answers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jasp_desktop.domain.vocabulary import AuthorRole
from jasp_desktop.exchange.letters.dates_in_text import dates_in
from jasp_desktop.exchange.letters.fact_sheet import sheet_title
from jasp_desktop.exchange.letters.letter_frame import LetterFrame
from jasp_desktop.exchange.letters.names_in_text import (
    CHIEF,
    COMMISSIONER,
    roles_in,
    tells_of_inspectors,
)
from jasp_desktop.exchange.letters.sentences import folded, sentences_of
from jasp_desktop.exchange.letters.source_text import Block, BlockKind
from jasp_desktop.exchange.letters.titles_in_text import (
    cleaned,
    headline_title,
    quoted_titles,
    sentence_titles,
)
from jasp_desktop.exchange.letters.topics import answer_role, label_in, topic_of_heading

_RESPONSE_HEADLINE = re.compile(
    rf"(?:{COMMISSIONER}|\bO?P(?:F)?CC|\bcommissioner|{CHIEF}|constabulary|\bpolice|statutory"
    r"|formal|section 55)(?:['’]s?)?\W(?:.{0,60}\W)?(?:response|comments|reply|respon(?:ds|ded))"
    r"\s+(?:to|on)\b.*\b(?:HMIC\w*|report|publication|inspect\w+|majesty)"
    r"|^(?:\w+ )?(?:response|comments|reply|ymateb) (?:to|on|from|of|by|i)\b",
    re.IGNORECASE,
)
_RESPONSE_LINE = re.compile(r"^(?:response|comments) (?:from|of|by)\b", re.IGNORECASE)
_ENDS_WITH_REPORT = re.compile(r"\b(?:report|inspection|publication)\W*$", re.IGNORECASE)
_MINISTER = re.compile(r"\bHome Secretary\b", re.IGNORECASE)
_SUBJECT = re.compile(r"^(?:re|subject|ref)\s*:\s*", re.IGNORECASE)
_BEGINS_PROSE = re.compile(r"(?:I|We|My|On|In|Please|Thank|This|It|Between|Following|As)\b")
_HEAD_BLOCKS = 10
_HEAD_PARAGRAPHS = 4
_RESPONSE_BLOCKS = 6
_LONGEST_HEADLINE = 400
_LONGEST_LABEL = 80
_LONGEST_SUBJECT = 160
_FEWEST_WORDS = 3
_MAIN_LEVELS = {1, 2}


@dataclass(frozen=True, slots=True)
class Titles:
    """The titles of the reports that a letter is about, and the block that names them."""

    names: tuple[str, ...] = ()
    place: int | None = None


def headline_place(blocks: Sequence[Block], frame: LetterFrame) -> int | None:
    """Return the place of the line that says what the letter or page is about."""
    for place in _candidates(blocks, frame):
        if headline_title(_without_subject(blocks[place].text)):
            return place
    return None


def _candidates(blocks: Sequence[Block], frame: LetterFrame) -> Iterator[int]:
    """Yield places where a headline may stand, the likeliest first."""
    head = range(min(len(blocks), frame.first + _HEAD_BLOCKS))
    subjects = [at for at in head if _SUBJECT.match(blocks[at].text)]
    main_headings = [
        at
        for at in head
        if blocks[at].kind is BlockKind.HEADING and blocks[at].level in _MAIN_LEVELS
    ]
    after_greeting = [frame.first] if frame.greeting is not None and frame.first in head else []
    for place in [*subjects, *main_headings, *after_greeting, *head]:
        block = blocks[place]
        is_late = block.kind is BlockKind.PARAGRAPH and place >= _HEAD_PARAGRAPHS
        if place in frame.cited or (is_late and place not in after_greeting):
            continue
        if _may_be_a_headline(block.text):
            yield place


def _may_be_a_headline(text: str) -> bool:
    if len(text) > _LONGEST_HEADLINE or len(sentences_of(text)) > 1 or _BEGINS_PROSE.match(text):
        return False
    return label_in(text) is None and topic_of_heading(text) is None


def _without_subject(text: str) -> str:
    return _SUBJECT.sub("", text)


def is_response(blocks: Sequence[Block], frame: LetterFrame, headline: int | None) -> bool:
    """Tell whether a letter or page answers a report rather than is one."""
    if frame.is_inspectors:
        return False
    if headline is not None and _RESPONSE_HEADLINE.search(blocks[headline].text):
        return True
    if frame.role and (frame.close is not None or frame.greeting is not None):
        return True
    if is_headed_as_response(blocks) or _is_to_the_minister(frame):
        return True
    return any(_announces_an_answer(block) for block in blocks)


def _is_to_the_minister(frame: LetterFrame) -> bool:
    """Tell whether a letter goes to the Home Secretary, as answers must (section 55)."""
    return frame.greeting is not None and bool(_MINISTER.search(frame.addressee or ""))


def _says_response(text: str) -> bool:
    if len(text) > _LONGEST_HEADLINE:
        return False
    return bool(_RESPONSE_LINE.match(text) or _RESPONSE_HEADLINE.search(text))


def _announces_an_answer(block: Block) -> bool:
    """Tell whether a heading, label or column says that somebody's answer follows."""
    label, colon, _ = block.text.partition(":")
    if block.kind is BlockKind.PARAGRAPH and not colon and not label.endswith("?"):
        return False
    roles = [
        answer_role(text.strip())
        for text in (block.cells or (label,))
        if len(text) < _LONGEST_LABEL
    ]
    return any(role is not None and role[0] is not None for role in roles)


def is_headed_as_response(blocks: Sequence[Block]) -> bool:
    """Tell whether a page's own headline calls it a response."""
    return any(_says_response(block.text) for block in blocks[:_RESPONSE_BLOCKS])


def role_of_headline(blocks: Sequence[Block]) -> AuthorRole | None:
    """Return who answers by a headline such as “The Commissioner’s response to…”."""
    head = blocks[:_RESPONSE_BLOCKS]
    for place, block in enumerate(head):
        if not _says_response(block.text):
            continue
        roles = roles_in(block.text)
        if not roles and place:
            # A headline over two lines: the office first, “Response to…” under it.
            roles = roles_in(head[place - 1].text)
        if roles:
            # A joint response is the commissioner's to publish (section 55).
            return AuthorRole.PCC if AuthorRole.PCC in roles else roles[0]
    return None


def titles_of(
    blocks: Sequence[Block], frame: LetterFrame, headline: int | None, *, answers: bool
) -> Titles:
    """Return the reports’ titles: by the headline, else by the first sentence that names one."""
    if headline is not None:
        text = _without_subject(blocks[headline].text)
        best = headline_title(text)
        names = quoted_titles(text) or ([best] if best else [])
        return Titles(_distinct(names), headline)
    if told := sheet_title(blocks):
        return Titles((told.value,), told.places[-1])
    if answers and (place := _place_under_response(blocks)):
        return Titles((cleaned(blocks[place].text),), place)
    if frame.is_inspectors and frame.first < frame.end:
        subject = blocks[frame.first]
        if frame.greeting is not None and _is_subject_line(subject.text):
            return Titles((cleaned(subject.text),), frame.first)
    for place in range(frame.first, frame.end):
        for sentence in sentences_of(blocks[place].text) if not blocks[place].cells else ():
            if names := list(sentence_titles(sentence)):
                is_sure = len(names) == 1 or "reports" in sentence.lower()
                return Titles(_distinct(names), place) if is_sure else Titles()
    return Titles() if answers else _page_title(blocks)


def _place_under_response(blocks: Sequence[Block]) -> int | None:
    """Return the place of the title that stands by itself under “Response to HMICFRS report”."""
    head = blocks[:_RESPONSE_BLOCKS]
    for place, (above, line) in enumerate(pairwise(head), 1):
        if not (_says_response(above.text) and _ENDS_WITH_REPORT.search(above.text)):
            continue
        is_plain = not (label_in(line.text) or topic_of_heading(line.text) or dates_in(line.text))
        if is_plain and not line.cells and _is_subject_line(line.text):
            return place
    return None


def _is_subject_line(text: str) -> bool:
    """Tell whether the line after an inspector's greeting is what the letter is called."""
    is_line = len(text) <= _LONGEST_SUBJECT and not text.rstrip().endswith((".", ",", ":", ";"))
    return is_line and len(text.split()) >= _FEWEST_WORDS and not _BEGINS_PROSE.match(text)


def _page_title(blocks: Sequence[Block]) -> Titles:
    """Return a report page's first heading, if an inspectorate is named and findings follow."""
    places = [at for at, block in enumerate(blocks) if block.kind is BlockKind.HEADING]
    names_one = any(tells_of_inspectors(block.text) for block in blocks)
    has_findings = any(label_in(block.text) for block in blocks)
    if not places or not names_one or not has_findings:
        return Titles()
    heading = blocks[places[0]].text
    if label_in(heading) or topic_of_heading(heading):
        return Titles()
    title = cleaned(heading)
    return Titles((title,), places[0]) if len(title.split()) > 1 else Titles()


def _distinct(titles: Sequence[str]) -> tuple[str, ...]:
    return tuple({folded(title): title for title in titles}.values())
