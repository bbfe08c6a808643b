"""A finding's pages: its text, what was answered, what is being done, and what is asked."""

from collections.abc import Iterator
from itertools import count

from jasp_desktop.briefs.blocks import (
    Block,
    Fact,
    Facts,
    Heading,
    Kept,
    Panel,
    Prose,
    Role,
    Run,
    Section,
    cell,
    plain,
)
from jasp_desktop.briefs.sections.actions import action_blocks
from jasp_desktop.briefs.sections.own_words import own_words
from jasp_desktop.briefs.sections.pack import Pack
from jasp_desktop.briefs.sections.phrases import (
    NONE_RECORDED,
    awaits_answer,
    force_cell,
    hmicfrs_cell,
    joined,
    listed,
    paragraphs,
    sentence,
)
from jasp_desktop.briefs.sections.questions import question_blocks
from jasp_desktop.briefs.text import one_line
from jasp_desktop.domain.dates import days, in_words
from jasp_desktop.domain.dossier import Answer, Dossier, Place, finding_label
from jasp_desktop.domain.records import Response, Subject
from jasp_desktop.domain.section55 import Section55Clock
from jasp_desktop.domain.vocabulary import Applies, AuthorRole, DeadlineKind, FindingKind

_STANDS_ALONE = {FindingKind.KEY_FINDING, FindingKind.PROMISING_PRACTICE, FindingKind.OTHER}
_VOICES = {
    AuthorRole.CHIEF_CONSTABLE: "What the chief constable says",
    AuthorRole.PCC: "What the commissioner says",
    AuthorRole.FORCE: "What the force says",
    AuthorRole.OTHER: "What others say",
}
_ALWAYS_HEARD = {AuthorRole.CHIEF_CONSTABLE, AuthorRole.PCC}


def has_own_page(dossier: Dossier, pack: Pack) -> bool:
    """Tell whether there is more to a finding than its text and what was answered.

    What asks for something always has a page, so that a silence shows; a key finding or a good
    practice is listed under its report until something hangs on it.
    """
    if dossier.finding.kind not in _STANDS_ALONE:
        return True
    subject = Subject("finding", dossier.finding.uid)
    hangs = (dossier.actions, dossier.questions, dossier.events, dossier.sub_findings)
    own = pack.content.notes.get(subject) or pack.content.drafts.get(subject)
    return any(hangs) or bool(own) or dossier.repeats is not None


def finding_section(dossier: Dossier, number: str, pack: Pack) -> Section:
    """Return the pages of one finding."""
    finding, label = dossier.finding, finding_label(dossier.finding)
    paragraph_numbers = count(1)
    title = label if finding.theme is None else f"{label}: {finding.theme}"
    kicker = joined((number, _source(dossier)), " · ")
    blocks: tuple[Block, ...] = (
        Heading(1, one_line(title), kicker=one_line(kicker)),
        Facts(_facts(dossier, pack)),
        *_text(dossier, paragraph_numbers, pack),
        *_voices(dossier, paragraph_numbers),
        *action_blocks(dossier.actions, pack),
        *question_blocks(dossier.questions, paragraph_numbers),
        *own_words(pack, _subjects(dossier)),
    )
    return Section(
        key=pack.next_key(),
        title=one_line(title),
        running=one_line(f"Item {number} · {label}"),
        blocks=blocks,
        number=number,
        level=2,
    )


def _source(dossier: Dossier) -> str:
    published = dossier.report.published_on
    return joined((dossier.report.name, published.words if published else None))


def _subjects(dossier: Dossier) -> list[Subject]:
    return [
        Subject("finding", dossier.finding.uid),
        *(Subject("action", story.action.uid) for story in dossier.actions),
    ]


def _facts(dossier: Dossier, pack: Pack) -> tuple[Fact, ...]:
    finding = dossier.finding
    rows = [
        Fact("Deadline, as printed", cell(_deadline(dossier))),
        Fact("Force status", force_cell(dossier.force_event)),
        Fact("HMICFRS position", hmicfrs_cell(dossier)),
    ]
    rows += [
        Fact("Actions", cell(_actions(dossier))),
        Fact("Questions", cell(_questions(dossier))),
    ]
    if finding.addressees:
        rows.append(Fact("Addressed to", cell(listed(finding.addressees))))
    if finding.applies:
        applies = {Applies.YES: "Yes", Applies.PARTLY: "Partly", Applies.NO: "No"}
        words = applies.get(finding.applies, finding.applies.words)
        reason = finding.applies_reason
        rows.append(Fact("Applies to this force", cell(joined((words, reason), ": "))))
    if dossier.parent:
        rows.append(Fact("Part of", cell(pack.where(dossier.parent))))
    if dossier.repeats:
        rows.append(Fact("Repeats", cell(_place(dossier.repeats, pack))))
    if dossier.repeated_by:
        places = (_place(place, pack) for place in dossier.repeated_by)
        rows.append(Fact("Repeated by", cell("; ".join(places))))
    return tuple(rows)


def _actions(dossier: Dossier) -> str:
    count, still_open = len(dossier.actions), len(dossier.open_actions)
    if not count:
        return NONE_RECORDED
    return f"{count}, of which {still_open} open" if still_open else f"{count}, none open"


def _questions(dossier: Dossier) -> str:
    count, waiting = len(dossier.questions), sum(map(awaits_answer, dossier.questions))
    if not count:
        return NONE_RECORDED
    return f"{count}, {f'of which {waiting}' if waiting else 'none'} without an answer"


def _place(place: Place, pack: Pack) -> str:
    return f"{pack.where(place.finding)}, {place.report.name}"


def _deadline(dossier: Dossier) -> str:
    finding = dossier.finding
    words = f"“{finding.deadline_words}”" if finding.deadline_words else ""
    if finding.deadline_kind is DeadlineKind.IMMEDIATE:
        return joined((words or "Immediately", _age(dossier)), ", ")
    if finding.deadline:
        return joined((words, in_words(finding.deadline)), ": ")
    return words or NONE_RECORDED


def _age(dossier: Dossier) -> str | None:
    published = dossier.report.published_on
    if not published or not published.is_to_the_day or not dossier.as_at:
        return None
    age = (dossier.as_at - published.value).days
    return f"{days(age)} since the report was published" if age >= 0 else None


def _text(dossier: Dossier, numbers: Iterator[int], pack: Pack) -> tuple[Block, ...]:
    parts = paragraphs(dossier.finding.text) or (NONE_RECORDED,)
    panel = Panel(tuple(Prose(plain(part), number=str(next(numbers))) for part in parts))
    blocks: list[Block] = [Kept((Heading(2, "The finding"), panel))]
    for finding in dossier.sub_findings:
        first, *others = paragraphs(finding.text) or (NONE_RECORDED,)
        label = f"{pack.where(finding)}. "
        blocks.append(Prose((*_bold(label), *plain(first)), number=str(next(numbers))))
        blocks += [Prose(plain(part), is_hung=True) for part in others]
    return tuple(blocks)


def _bold(text: str) -> tuple[Run, ...]:
    return (Run(text, bold=True),)


def _voices(dossier: Dossier, numbers: Iterator[int]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for role, title in _VOICES.items():
        answers = [answer for answer in dossier.answers if answer.response.author_role is role]
        heading = Heading(2, title)
        if answers:
            first, second, *others = _answers(answers, dossier.clock, numbers)
            blocks += [Kept((heading, first, second)), *others]
        elif role in _ALWAYS_HEARD:
            blocks.append(Kept((heading, Prose(plain("None recorded.")))))
    return tuple(blocks)


def _answers(
    answers: list[Answer], clock: Section55Clock | None, numbers: Iterator[int]
) -> list[Block]:
    """Return passages in numbered paragraphs, under one label as long as their source is one."""
    blocks: list[Block] = []
    label = ""
    for answer in answers:
        position = answer.item.position and sentence(answer.item.position.words)
        said = joined((position, response_words(answer.response, clock)), " ")
        if said != label:
            blocks.append(Prose(plain(said), Role.LABEL))
            label = said
        parts = paragraphs(answer.item.text) or (NONE_RECORDED,)
        blocks += [Prose(plain(part), number=str(next(numbers))) for part in parts]
    return blocks


def response_words(response: Response, clock: Section55Clock | None) -> str:
    """Return who wrote a response and when, with the section 55 day where it is the PCC's."""
    written, published = response.written_on, response.published_on
    parts = [response.author]
    if written:
        parts.append(f"dated {written.words}")
    if published:
        parts.append(f"published {published.words}")
    if not written and not published:
        parts.append("date not known")
    words = joined([*parts, clock_words(response, clock)])
    return sentence(words[:1].upper() + words[1:])


def clock_words(response: Response, clock: Section55Clock | None) -> str | None:
    """Return “day 49 of 56” for the response at which the clock stopped."""
    if clock is None or clock.answered is None or response.author_role is not AuthorRole.PCC:
        return None
    is_it = clock.answered in (response.published_on, response.written_on)
    return clock.day_words if is_it else None
