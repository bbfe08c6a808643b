"""The parts of a report's page."""

from collections.abc import Sequence

from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.listings import FindingLine, ReportLine
from jasp_desktop.domain.marks import Mark, mark_for_force_status, mark_named
from jasp_desktop.domain.records import Report, Response
from jasp_desktop.ui.beside import Beside
from jasp_desktop.ui.clock_bar import ClockBar
from jasp_desktop.ui.counting import counted
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Hairline, Label, SectionHeading
from jasp_desktop.ui.kit.planes import Column, Row
from jasp_desktop.ui.kit.prose import Prose
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.places import PageKey, Place
from jasp_desktop.ui.record_line import RecordLine
from jasp_desktop.ui.reports.words import (
    NO_RECOMMENDATIONS,
    applies_words,
    author_words,
    clock_sentences,
    counts_words,
    published_words,
    response_dates,
)
from jasp_desktop.ui.workspace import Navigator

_NAME_WIDTH = 168
_BAR_LEAST = 480


def summary_part(appearance: Appearance, summary: str) -> Prose:
    """Return what the report says in short."""
    return Prose(appearance, summary, Type.LEAD)


def facts_part(appearance: Appearance, report: Report) -> Column:
    """Return the facts of a report, each with its name."""
    part = Column(appearance)
    part.add(SectionHeading(appearance, "About this report", report.marking.value))
    for name, words in _facts(report):
        fact = Row(appearance, gap=Space.ROOM, margins=(0, Space.SNUG, 0, Space.SNUG), top=True)
        label = Column(appearance)
        label.fix(width=_NAME_WIDTH)
        label.add(Label(appearance, name, Type.UI, Colour.INK2, wrap=True))
        fact.add(label)
        value = Prose(appearance, words, Type.UI)
        value.setAccessibleName(name)
        fact.add(value, stretch=1)
        part.add(fact, Hairline(appearance))
    return part


def _facts(report: Report) -> list[tuple[str, str]]:
    facts = [
        ("Kind", report.kind.words),
        ("Published", published_words(report)),
        ("Inspectorates", ", ".join(report.inspectorates)),
        ("Scope", report.scope.words if report.scope else ""),
        ("Areas", ", ".join(report.areas)),
        ("How it applies", applies_words(report)),
        ("Fieldwork", _fieldwork(report)),
        ("Cycle", report.cycle or ""),
        ("Link", report.link or ""),
    ]
    return [(name, words) for name, words in facts if words]


def _fieldwork(report: Report) -> str:
    days = [report.fieldwork_from, report.fieldwork_to]
    return " to ".join(in_words(day) for day in days if day is not None)


def clock_part(appearance: Appearance, line: ReportLine) -> Column:
    """Return the section 55 clock, with its bar where it has one."""
    part = Column(appearance, gap=Space.CLOSE)
    position = line.report.s55_position
    quiet = position.words if position else "To be decided"
    part.add(SectionHeading(appearance, "Comments under section 55", quiet))
    reason = line.report.s55_reason or ""
    if line.clock is None:
        sentence = reason or "No clock runs for this report."
        part.add(Prose(appearance, sentence, Type.BODY))
        return part
    words = Prose(appearance, clock_sentences(line.clock), Type.BODY)
    bar = ClockBar(appearance, line.clock)
    part.add(Beside(appearance, words, bar, least=_BAR_LEAST, gap=Space.APART, stretches=(1, 0)))
    if reason:
        part.add(Label(appearance, reason, Type.UI, Colour.INK2, wrap=True))
    return part


def responses_part(appearance: Appearance, responses: Sequence[Response]) -> Column:
    """Return who answered the report, when, and in which words."""
    part = Column(appearance, gap=Space.ROOM)
    quiet = counted(len(responses), "response") if responses else ""
    part.add(SectionHeading(appearance, "Responses", quiet))
    for response in responses:
        part.add(_response(appearance, response))
    if not responses:
        words = "No response to this report is in the register."
        part.add(Label(appearance, words, Type.BODY, Colour.INK2, wrap=True))
    return part


def _response(appearance: Appearance, response: Response) -> Column:
    dates = _capital(response_dates(response))
    entry = Column(appearance, gap=Space.TIGHT)
    entry.add(
        Label(appearance, author_words(response), Type.UI_BOLD, wrap=True),
        Label(appearance, dates, Type.SMALL, Colour.INK2, wrap=True),
    )
    if response.text:
        entry.add(Prose(appearance, response.text, Type.BODY))
    return entry


def findings_part(
    appearance: Appearance,
    navigator: Navigator,
    line: ReportLine,
    findings: Sequence[FindingLine],
) -> Column:
    """Return the report's findings, each leading to its dossier."""
    part = Column(appearance)
    heading = SectionHeading(appearance, "Findings", counts_words(line.counts))
    if findings:
        table = Button(appearance, "Open as a table", ButtonKind.LINK, small=True)
        place = Place(PageKey.FINDINGS, line.report.uid)
        table.clicked.connect(lambda: navigator.open(place))
        heading.add_right(table)
    part.add(heading)
    if not line.has_recommendations:
        part.add_space(Space.CLOSE)
        words = f"Recommendations: {NO_RECOMMENDATIONS[0].lower()}{NO_RECOMMENDATIONS[1:]}"
        part.add(Label(appearance, words, Type.UI, Colour.INK2, wrap=True))
        part.add_space(Space.TIGHT)
    for finding in findings:
        part.add(_finding_line(appearance, navigator, finding))
    if not findings:
        words = "No findings of this report are in the register."
        part.add(Label(appearance, words, Type.BODY, Colour.INK2, wrap=True))
    return part


def _finding_line(appearance: Appearance, navigator: Navigator, finding: FindingLine) -> RecordLine:
    mark, status = _standing(finding)
    line = RecordLine(
        appearance,
        finding.theme or finding.text,
        reference=finding.reference,
        remark=finding.label,
        mark=mark,
        status=status,
    )
    place = Place(PageKey.FINDING, finding.uid)
    line.clicked.connect(lambda: navigator.open(place))
    return line


def _standing(finding: FindingLine) -> tuple[Mark | None, str]:
    """Return what most needs a look, else the force's word."""
    if finding.attention is not None:
        name, words = finding.attention
        return mark_named(name), words
    if finding.force_status is not None:
        return mark_for_force_status(finding.force_status.value), finding.force_status.words
    return None, ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
