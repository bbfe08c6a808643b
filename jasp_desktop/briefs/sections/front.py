"""The first pages: cover, contents with the key to the marks, and agenda."""

from collections.abc import Sequence

from jasp_desktop.briefs.blocks import (
    Block,
    Cell,
    CellLine,
    Column,
    ContentsLine,
    CoverBar,
    Fact,
    Facts,
    Heading,
    MarkedWord,
    MarkGroup,
    MarkKey,
    Prose,
    Role,
    Run,
    Section,
    Spring,
    Table,
    Tally,
    cell,
    plain,
)
from jasp_desktop.briefs.sections.counts import Counts
from jasp_desktop.briefs.sections.item import REPORT_AUTHOR, REPORT_OF
from jasp_desktop.briefs.sections.pack import Pack
from jasp_desktop.briefs.sections.phrases import (
    NOT_KNOWN,
    day_or_unknown,
    joined,
    listed,
    sentence,
)
from jasp_desktop.domain.brief_content import BriefContent, BriefItem
from jasp_desktop.domain.dates import in_words, with_weekday
from jasp_desktop.domain.marks import (
    DATE_MOVED,
    FORCE_MARKS,
    HMICFRS_MARKS,
    OVERDUE,
    PRIVATE,
    Mark,
)
from jasp_desktop.domain.vocabulary import Openness, Purpose

BRIEF = "Briefing pack"
_WHO_SPEAKS = (
    "Refer to items and paragraphs by number (“6A.1, paragraph 4”), not by page: the numbers are "
    "the same in every edition. A mark always stands beside its word. Its shape says who speaks: "
    "round is the force’s word, square is the inspectorate’s; the others are worked out from the "
    "record."
)


def cover_section(pack: Pack) -> Section:
    """Return the first page: whose pack, what, when and where."""
    content, counts = pack.content, Counts.of(pack.content)
    meeting = content.meeting
    blocks: tuple[Block, ...] = (
        Spring(),
        CoverBar(),
        Prose(plain(content.panel.name), Role.COVER_PANEL),
        Prose(plain(BRIEF), Role.COVER_TITLE),
        Prose(plain(with_weekday(meeting.held_on)), Role.COVER_DATE),
        Prose(plain(_where(content)), Role.COVER_PLACE),
        Tally(
            (
                (counts.open_actions, "actions open"),
                (counts.overdue, "of them overdue"),
                (counts.moved, "of them with a date that moved"),
                (counts.unanswered, "questions without an answer"),
            )
        ),
        Prose(
            plain("Counted over the findings on this agenda; they add up on the last page."),
            Role.QUIET,
        ),
        Spring(),
        Facts(_cover_facts(content)),
    )
    return Section("cover", BRIEF, _audience(content), blocks, in_contents=False, is_cover=True)


def _where(content: BriefContent) -> str:
    meeting = content.meeting
    return joined((meeting.starts_at, meeting.venue)) or "Time and place not known"


def _audience(content: BriefContent) -> str:
    if content.holds_own_words:
        return "My own copy · not to be shared"
    closed = [part for part in content.items if part.item.openness is not Openness.PUBLIC]
    return "Members’ pack · not for publication" if closed else "Members’ pack"


def _cover_facts(content: BriefContent) -> tuple[Fact, ...]:
    numbers = tuple(part.item.number for part in content.items)
    authors = tuple(dict.fromkeys(part.author for part in content.items if part.author))
    rows = [
        *((purpose.words, _items(content, purpose)) for purpose in Purpose),
        ("Public / Non Public", _openness(content)),
        ("Report to", content.panel.name),
        ("Date of Meeting", in_words(content.meeting.held_on)),
        (REPORT_OF, "The secretariat"),
        (REPORT_AUTHOR, listed(authors) or NOT_KNOWN),
        ("Agenda Item", _range(numbers)),
        ("Papers sent", day_or_unknown(content.meeting.despatched_on)),
        ("Data as at", day_or_unknown(content.as_at)),
    ]
    return tuple(Fact(label, cell(value)) for label, value in rows)


def _items(content: BriefContent, purpose: Purpose) -> str:
    numbers = tuple(p.item.number for p in content.items if p.item.purpose is purpose)
    return _named(numbers).capitalize() if numbers else "None"


def _named(numbers: tuple[str, ...]) -> str:
    return f"{'item' if len(numbers) == 1 else 'items'} {listed(numbers)}"


def _openness(content: BriefContent) -> str:
    closed = tuple(p.item.number for p in content.items if p.item.openness is not Openness.PUBLIC)
    meeting = content.meeting.openness.words
    if not closed or content.meeting.openness is not Openness.PUBLIC:
        return meeting
    return f"{meeting}; Non Public: {_named(closed)}"


def _range(numbers: tuple[str, ...]) -> str:
    if not numbers:
        return "None"
    return f"All, {numbers[0]} to {numbers[-1]}" if len(numbers) > 1 else numbers[0]


def contents_section(sections: Sequence[Section], pack: Pack) -> Section:
    """Return the contents of the sections that follow, and the key to the marks."""
    lines = tuple(
        ContentsLine(section.key, section.number, section.title, section.level)
        for section in sections
        if section.in_contents
    )
    held_on = in_words(pack.content.meeting.held_on)
    blocks: tuple[Block, ...] = (
        Heading(1, "Contents", kicker=f"{BRIEF}, {held_on}"),
        *lines,
        Heading(2, "How to read this pack"),
        Prose(plain(_WHO_SPEAKS)),
        mark_key(with_private=pack.content.holds_own_words),
    )
    return Section("contents", "Contents", "Contents", blocks, in_contents=False)


def mark_key(*, with_private: bool) -> MarkKey:
    """Return the key to the marks that a brief can hold."""
    half = (len(FORCE_MARKS) + 1) // 2
    derived = (OVERDUE, DATE_MOVED)
    own = (MarkedWord(PRIVATE, plain("Private: only in my own copy")),) if with_private else ()
    return MarkKey(
        (
            MarkGroup("Force status", _words(FORCE_MARKS[:half])),
            MarkGroup("HMICFRS position", _words(HMICFRS_MARKS)),
            MarkGroup("Force status, ended or nearly", _words(FORCE_MARKS[half:])),
            MarkGroup("Worked out from the record", (*_words(derived), *own)),
        )
    )


def _words(marks: Sequence[Mark]) -> tuple[MarkedWord, ...]:
    return tuple(MarkedWord(mark, plain(mark.words)) for mark in marks)


def agenda_section(pack: Pack) -> Section:
    """Return the agenda, set large: it is read in the room."""
    content = pack.content
    meeting = content.meeting
    kicker = joined((with_weekday(meeting.held_on), meeting.starts_at))
    blocks: list[Block] = [Heading(1, "Agenda", kicker=kicker)]
    if content.items:
        columns = (Column("Item"), Column("Business", share=1), Column("Purpose"), Column("Paper"))
        rows = tuple(_agenda_row(part) for part in content.items)
        blocks.append(Table(columns, rows, large=True))
        blocks += [reason for part in content.items for reason in _reason(part)]
    else:
        blocks.append(Prose(plain("No items are recorded for this meeting.")))
    members = listed(content.members) if content.members else "none recorded"
    blocks.append(Prose(plain(sentence(f"Members: {members}"))))
    return Section("agenda", "Agenda", "Agenda", tuple(blocks))


def _agenda_row(part: BriefItem) -> tuple[Cell, ...]:
    item = part.item
    business = [CellLine(plain(item.title))]
    if part.author:
        business.append(CellLine((Run(part.author, quiet=True),), small=True))
    purpose = item.purpose.words if item.purpose else "–"
    return (cell(item.number), tuple(business), cell(purpose), cell(item.openness.words))


def _reason(part: BriefItem) -> tuple[Prose, ...]:
    item = part.item
    if item.openness is Openness.PUBLIC:
        return ()
    reason = item.openness_reason or "no reason is recorded"
    return (Prose(plain(sentence(f"Item {item.number} is Non Public: {reason}"))),)
