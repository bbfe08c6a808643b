"""An agenda item: its covering report in the panel's own headings, then what it takes."""

import re
from collections.abc import Mapping, Sequence
from itertools import count

from jasp_desktop.briefs.blocks import (
    Block,
    Fact,
    Facts,
    Heading,
    Prose,
    Role,
    Section,
    cell,
    plain,
)
from jasp_desktop.briefs.sections.own_words import own_words
from jasp_desktop.briefs.sections.pack import Pack
from jasp_desktop.briefs.sections.phrases import NOT_KNOWN, joined, openness_words, paragraphs
from jasp_desktop.briefs.sections.questions import question_blocks
from jasp_desktop.briefs.text import one_line
from jasp_desktop.domain.brief_content import BriefItem
from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.meeting_agenda import COVERING_HEADINGS, bare_heading
from jasp_desktop.domain.records import CoveringSection, Subject
from jasp_desktop.domain.vocabulary import Purpose

REPORT_OF, REPORT_AUTHOR = "Report of", "Report Author"
EMAIL, OTHER_CONTACTS = "E-mail", "Other Contacts"
_COVER_FACTS = (REPORT_OF, REPORT_AUTHOR, EMAIL, OTHER_CONTACTS)
_FIRST_SHORT = 5
_SHORT_LETTERS = 240
_TYPED_NUMBER = re.compile(r"(\d{1,2}\.\d{1,3})\.?\s+")


def has_own_page(item: BriefItem, pack: Pack) -> bool:
    """Tell whether there is more to an item than its line on the agenda."""
    subject = Subject("agenda_item", item.item.uid)
    own = pack.content.notes.get(subject) or pack.content.drafts.get(subject)
    return bool(item.item.covering_sections or item.reports or item.questions or own)


def item_section(part: BriefItem, contents: Sequence[tuple[str, str]], pack: Pack) -> Section:
    """Return an item's own pages; ``contents`` names what follows by number and title."""
    item = part.item
    purpose = item.purpose.words if item.purpose else None
    kicker = joined((f"Item {item.number}", purpose), " · ")
    subject = Subject("agenda_item", item.uid)
    questions = question_blocks(part.questions, count(1)) if part.questions else ()
    blocks: tuple[Block, ...] = (
        Heading(1, one_line(item.title), kicker=one_line(kicker)),
        Facts(_cover_facts(part, pack)),
        *_covering_report(item.covering_sections),
        *_what_follows(contents),
        *questions,
        *own_words(pack, [subject]),
    )
    return Section(
        key=pack.next_key(),
        title=one_line(item.title),
        running=one_line(f"Item {item.number} · {item.title}"),
        blocks=blocks,
        number=item.number,
    )


def _cover_facts(part: BriefItem, pack: Pack) -> tuple[Fact, ...]:
    item = part.item
    given = {_known(section.heading): section.text for section in item.covering_sections}
    purpose = item.purpose or Purpose.FOR_INFORMATION
    rows = [
        (purpose.words, "Yes") if item.purpose else ("Purpose", NOT_KNOWN),
        ("Public / Non Public", openness_words(item)),
        ("Report to", pack.content.panel.name),
        ("Date of Meeting", in_words(pack.content.meeting.held_on)),
        (REPORT_OF, given.get(REPORT_OF, NOT_KNOWN)),
        (REPORT_AUTHOR, given.get(REPORT_AUTHOR) or part.author or NOT_KNOWN),
        *_contacts(given),
        ("Agenda Item", item.number),
    ]
    return tuple(Fact(label, cell(value)) for label, value in rows)


def _contacts(given: Mapping[str, str]) -> list[tuple[str, str]]:
    if EMAIL not in given and OTHER_CONTACTS not in given:
        return [(f"{EMAIL}, {OTHER_CONTACTS}", NOT_KNOWN)]
    return [(label, given.get(label, NOT_KNOWN)) for label in (EMAIL, OTHER_CONTACTS)]


def _known(heading: str) -> str:
    """Return a heading in the panel's own spelling, without a number typed before it."""
    bare = bare_heading(heading)
    for known in (*COVERING_HEADINGS, *_COVER_FACTS):
        if bare.casefold() == known.casefold():
            return known
    return bare or heading


def _covering_report(sections: Sequence[CoveringSection]) -> tuple[Block, ...]:
    """Return the thirteen sections in their order, then any others that the author added."""
    if not sections:
        return ()
    given: dict[str, list[str]] = {}
    for section in sections:
        given.setdefault(_known(section.heading), []).append(section.text)
    others = [name for name in given if name not in (*COVERING_HEADINGS, *_COVER_FACTS)]
    blocks: list[Block] = []
    short: list[Fact] = []
    for number, name in enumerate((*COVERING_HEADINGS, *others), 1):
        text = "\n".join(given.get(name, [])) or "None recorded."
        if name not in given or (number >= _FIRST_SHORT and _is_short(text)):
            short.append(Fact(name, cell(text), number=str(number)))
            continue
        blocks += _flushed(short)
        short = []
        blocks.append(Heading(2, name, number=str(number)))
        blocks += [Prose(plain(words), number=label) for label, words in _numbered(text, number)]
    return (*blocks, *_flushed(short))


def _is_short(text: str) -> bool:
    return len(text) <= _SHORT_LETTERS and len(paragraphs(text)) == 1


def _flushed(short: list[Fact]) -> tuple[Facts, ...]:
    return (Facts(tuple(short), label_share=0.5),) if short else ()


def _numbered(text: str, section: int) -> list[tuple[str, str]]:
    """Return paragraphs as 1.1, 1.2…; a number that the author typed is kept, not doubled."""
    numbered: list[tuple[str, str]] = []
    for place, words in enumerate(paragraphs(text), 1):
        typed = _TYPED_NUMBER.match(words)
        if typed and typed[1].startswith(f"{section}."):
            numbered.append((typed[1], words[typed.end() :]))
        else:
            numbered.append((f"{section}.{place}", words))
    return numbered


def _what_follows(contents: Sequence[tuple[str, str]]) -> tuple[Block, ...]:
    if not contents:
        return ()
    lines = (Prose(plain(title), Role.BODY, number=number) for number, title in contents)
    return (Heading(2, "Under this item"), *lines)
