"""A report's page: what it is, where section 55 stands, what it found and what was answered."""

from collections.abc import Iterator, Sequence
from itertools import count

from jasp_desktop.briefs.blocks import (
    Block,
    Cell,
    CellLine,
    Column,
    Fact,
    Facts,
    Heading,
    Kept,
    Prose,
    Run,
    Section,
    Table,
    cell,
    plain,
    quiet,
    strong,
)
from jasp_desktop.briefs.sections.finding import clock_words
from jasp_desktop.briefs.sections.own_words import own_words
from jasp_desktop.briefs.sections.pack import Pack
from jasp_desktop.briefs.sections.phrases import (
    NONE_RECORDED,
    NOT_KNOWN,
    force_column,
    hmicfrs_column,
    joined,
    listed,
    paragraphs,
    prose,
    sentence,
)
from jasp_desktop.briefs.text import one_line
from jasp_desktop.domain.brief_content import BriefReport
from jasp_desktop.domain.dates import PartialDate, in_table, in_words
from jasp_desktop.domain.dossier import Answer, Dossier, finding_label
from jasp_desktop.domain.records import Report, Response, Subject
from jasp_desktop.domain.section55 import Section55Clock
from jasp_desktop.domain.vocabulary import FindingKind, Section55Position

type Numbered = tuple[str, Dossier]


def report_section(
    part: BriefReport,
    number: str,
    paged: Sequence[Numbered],
    listed_here: Sequence[Dossier],
    pack: Pack,
) -> Section:
    """Return a report's pages; ``paged`` findings follow on pages of their own."""
    report = part.report
    numbers = count(1)
    kicker = joined((number, report.kind.words, report.cycle), " · ")
    blocks: tuple[Block, ...] = (
        Heading(1, one_line(report.title), kicker=one_line(kicker)),
        Facts(_facts(part)),
        *_summary(report),
        *_listed(listed_here, numbers),
        *_table(paged, pack),
        *_answers(part, listed_here, paged, pack, numbers),
        *own_words(pack, _subjects(part, listed_here)),
    )
    return Section(
        key=pack.next_key(),
        title=one_line(report.name),
        running=one_line(f"Item {number} · {report.name}"),
        blocks=blocks,
        number=number,
        level=1,
    )


def _subjects(part: BriefReport, listed_here: Sequence[Dossier]) -> list[Subject]:
    return [
        Subject("report", part.report.uid),
        *(Subject("finding", dossier.finding.uid) for dossier in listed_here),
        *(Subject("response", response.uid) for response in part.responses),
    ]


def _facts(part: BriefReport) -> tuple[Fact, ...]:
    report = part.report
    published, position = report.published_on, report.force_position
    rows = [
        Fact("Kind", cell(report.kind.words)),
        Fact("Published", cell(published.words if published else NOT_KNOWN)),
        Fact("By", cell(listed(report.inspectorates) or NOT_KNOWN)),
    ]
    if fieldwork := _fieldwork(report):
        rows.append(Fact("Fieldwork", cell(fieldwork)))
    rows += [
        Fact("Areas", cell(listed(report.areas) or NONE_RECORDED)),
        Fact("This force", cell(position.words if position else NOT_KNOWN)),
        Fact("Recommendations", cell(_recommendations(part.dossiers))),
        Fact("Section 55", _section_55(part)),
    ]
    return tuple(rows)


def _fieldwork(report: Report) -> str:
    started = f"from {in_words(report.fieldwork_from)}" if report.fieldwork_from else None
    ended = f"to {in_words(report.fieldwork_to)}" if report.fieldwork_to else None
    words = joined((started, ended), " ")
    return words[:1].upper() + words[1:]


def _recommendations(dossiers: Sequence[Dossier]) -> str:
    kinds = [dossier.finding.kind for dossier in dossiers]
    found = kinds.count(FindingKind.RECOMMENDATION)
    if found:
        return f"{found} on this agenda"
    if not kinds:
        return "No findings of this report are on the agenda."
    asking = {FindingKind.CAUSE_OF_CONCERN, FindingKind.ACCELERATED_CAUSE_OF_CONCERN}
    asking.add(FindingKind.AREA_FOR_IMPROVEMENT)
    if asking.intersection(kinds):
        return "None on this agenda"
    return "None. Its findings stand alone."


def _section_55(part: BriefReport) -> Cell:
    """Return the position with its reason, and where the clock stands, without a verdict."""
    report, clock = part.report, part.clock
    position = report.s55_position or Section55Position.TO_BE_DECIDED
    lines = [CellLine(plain(joined((position.words, report.s55_reason), ": ")))]
    if clock:
        stood = (clock.day_words, clock.last_day_words)
        lines += [CellLine(plain(words[:1].upper() + words[1:])) for words in stood]
    elif report.published is None:
        lines.append(CellLine((Run("The day of publication is not known.", quiet=True),)))
    return tuple(lines)


def _summary(report: Report) -> tuple[Block, ...]:
    if not report.summary:
        return ()
    first, *others = prose(report.summary) or (Prose(plain(NONE_RECORDED)),)
    return (Kept((Heading(2, "Summary"), first)), *others)


def _listed(dossiers: Sequence[Dossier], numbers: Iterator[int]) -> tuple[Block, ...]:
    if not dossiers:
        return ()
    blocks: list[Block] = []
    for dossier in dossiers:
        finding = dossier.finding
        first, *others = paragraphs(finding.text) or (NONE_RECORDED,)
        name = joined((finding_label(finding), finding.theme), ": ")
        lead = Prose((Run(f"{sentence(name)} ", bold=True), Run(first)), number=str(next(numbers)))
        blocks += [lead, *(Prose(plain(part), is_hung=True) for part in others)]
    return (Kept((Heading(2, "What the inspectors found"), blocks[0])), *blocks[1:])


def _table(paged: Sequence[Numbered], pack: Pack) -> tuple[Block, ...]:
    if not paged:
        return ()
    columns = (
        Column("Item"),
        Column("Finding", share=1.2),
        Column("Force status", share=1),
        Column("HMICFRS position", share=1),
    )
    caption = "Findings of this report, each on a page of its own"
    rows = tuple(_row(number, dossier) for number, dossier in paged)
    return (Table(columns, rows, caption=caption, number=pack.next_table()),)


def _row(number: str, dossier: Dossier) -> tuple[Cell, ...]:
    finding = dossier.finding
    label = finding_label(finding)
    lines = [CellLine((Run(label, bold=True),))]
    if finding.theme:
        lines.append(CellLine(plain(one_line(finding.theme))))
    return (
        cell(number),
        tuple(lines),
        force_column(dossier.force_event),
        hmicfrs_column(dossier),
    )


def _answers(
    part: BriefReport,
    listed_here: Sequence[Dossier],
    paged: Sequence[Numbered],
    pack: Pack,
    numbers: Iterator[int],
) -> tuple[Block, ...]:
    title = Heading(2, "What was answered")
    if not part.responses:
        return (Kept((title, Prose(plain("None recorded.")))),)
    columns = (
        Column("Whose answer", share=1),
        Column("Dated", right=True),
        Column("Published", right=True),
        Column("Copied to HMICFRS", right=True),
        Column("Copied to the Home Secretary", right=True),
    )
    rows = tuple(_response_row(response, part.clock, paged) for response in part.responses)
    table = Table(columns, rows, caption="Responses to this report", number=pack.next_table())
    blocks: list[Block] = [Kept((title, table))]
    for response in part.responses:
        blocks += _words_of(response, listed_here, paged, numbers)
    return tuple(blocks)


def _response_row(
    response: Response, clock: Section55Clock | None, paged: Sequence[Numbered]
) -> tuple[Cell, ...]:
    who = [CellLine(strong(response.author_role.words))]
    if response.author and response.author != response.author_role.words:
        who.append(CellLine(plain(response.author)))
    if day := clock_words(response, clock):
        who.append(CellLine(quiet(day[:1].upper() + day[1:])))
    places = tuple(number for number, dossier in paged if _passages(response, (dossier,)))
    if places:
        who.append(CellLine(quiet(f"Its words are under {listed(places)}")))
    return (
        tuple(who),
        cell(_partial(response.written_on)),
        cell(_partial(response.published_on)),
        cell(_partial(PartialDate.of(response.copied_hmicfrs, None))),
        cell(_partial(PartialDate.of(response.copied_home_secretary, None))),
    )


def _partial(day: PartialDate | None) -> str:
    if day is None:
        return NOT_KNOWN
    return in_table(day.value) if day.is_to_the_day else day.words


def _words_of(
    response: Response,
    listed_here: Sequence[Dossier],
    paged: Sequence[Numbered],
    numbers: Iterator[int],
) -> tuple[Block, ...]:
    """Return a response's passages on the report and on findings listed here, or its whole text.

    Nothing where all its passages stand on the pages of findings.
    """
    everywhere = (*listed_here, *(dossier for _, dossier in paged))
    on_report = [answer for dossier in everywhere for answer in dossier.report_answers]
    on_listed = [answer for dossier in listed_here for answer in dossier.answers]
    passages = _of(response, (*on_report, *on_listed))
    blocks: list[Block] = []
    for answer in passages:
        position = answer.item.position and f"{sentence(answer.item.position.words)} "
        lead, *others = paragraphs(answer.item.text) or (NONE_RECORDED,)
        runs = (Run(position, bold=True), Run(lead)) if position else (Run(lead),)
        blocks.append(Prose(runs, number=str(next(numbers))))
        blocks += [Prose(plain(other), is_hung=True) for other in others]
    if not passages and not _passages(response, [dossier for _, dossier in paged]):
        text = paragraphs(response.text or "") or ("Its words are not recorded.",)
        blocks += [Prose(plain(part), number=str(next(numbers))) for part in text]
    if not blocks:
        return ()
    who = response.author or response.author_role.words
    return (Kept((Heading(3, f"In the words of: {one_line(who)}"), blocks[0])), *blocks[1:])


def _passages(response: Response, dossiers: Sequence[Dossier]) -> tuple[Answer, ...]:
    """Return what one response says on some findings."""
    return _of(response, [answer for dossier in dossiers for answer in dossier.answers])


def _of(response: Response, answers: Sequence[Answer]) -> tuple[Answer, ...]:
    """Return the passages of one response, each once, though it may answer several findings."""
    own = (answer for answer in answers if answer.response.uid == response.uid)
    return tuple({answer.item.uid: answer for answer in own}.values())
