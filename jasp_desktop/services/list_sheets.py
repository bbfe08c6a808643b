"""The window's lists as tables for a spreadsheet, with what is derived of each line."""

from collections.abc import Iterable, Iterator
from itertools import batched

from jasp_desktop.domain.change_sentences import change_words
from jasp_desktop.domain.dates import in_table
from jasp_desktop.domain.listings import FindingLine, FindingQuery, MeetingLine, ReportLine
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.proof import ProofOfScrutiny, ProvenQuestion
from jasp_desktop.domain.records import Report
from jasp_desktop.domain.register_changes import Comparison
from jasp_desktop.domain.section55 import Section55Clock
from jasp_desktop.exchange.sheets_out.tables import (
    ColumnRole,
    SheetColumn,
    SheetLine,
    SheetTable,
    SheetValue,
)
from jasp_desktop.services.register import RegisterService

_LINES_AT_ONCE = 400


def findings_sheet(
    register: RegisterService, query: FindingQuery, progress: Progress
) -> SheetTable:
    """Return the findings that a query shows, in its order; they are read as they are written."""
    columns = (
        SheetColumn("Ref", ColumnRole.NAME),
        SheetColumn("Finding"),
        SheetColumn("Theme"),
        SheetColumn("Text"),
        SheetColumn("Report"),
        SheetColumn("Force status"),
        SheetColumn("HMICFRS position"),
        SheetColumn("Target"),
        SheetColumn("Days overdue"),
        SheetColumn("Times moved"),
        SheetColumn("Actions"),
        SheetColumn("Overdue actions"),
        SheetColumn("Response"),
        SheetColumn("Evidence"),
        SheetColumn("Questions"),
    )
    return SheetTable("Findings", columns, _finding_lines(register, query, progress))


def _finding_lines(
    register: RegisterService, query: FindingQuery, progress: Progress
) -> Iterator[SheetLine]:
    ids = register.finding_ids(query)
    for done, some in enumerate(batched(ids, _LINES_AT_ONCE)):
        progress.report(done * _LINES_AT_ONCE, len(ids), "Reading the findings")
        for line in register.finding_lines(some):
            yield _finding(line)


def _finding(line: FindingLine) -> SheetLine:
    return (
        line.reference,
        line.label.replace("\u00a0", " "),
        line.theme,
        line.text,
        line.report_name,
        line.force_status.words if line.force_status else "None recorded",
        line.hmicfrs_position.words,
        line.target,
        line.overdue_days or None,
        line.moves,
        line.actions,
        line.overdue_actions,
        "Yes" if line.has_response else "No",
        "Yes" if line.has_evidence else "No",
        line.questions,
    )


def reports_sheet(lines: Iterable[ReportLine]) -> SheetTable:
    """Return reports with their section 55 clocks, in the order given."""
    columns = (
        SheetColumn("Report", ColumnRole.NAME),
        SheetColumn("Title"),
        SheetColumn("Kind"),
        SheetColumn("Inspectorates"),
        SheetColumn("Published"),
        SheetColumn("How it applies"),
        SheetColumn("Section 55"),
        SheetColumn("Last day"),
        SheetColumn("Answered"),
        SheetColumn("Responses"),
        SheetColumn("Findings"),
        SheetColumn("Open"),
    )
    return SheetTable("Reports", columns, [_report(line) for line in lines])


def _report(line: ReportLine) -> SheetLine:
    report, clock = line.report, line.clock
    return (
        report.name,
        report.title,
        report.kind.words,
        ", ".join(report.inspectorates),
        _published(report),
        report.force_position.words if report.force_position else "Not decided yet",
        report.s55_position.words if report.s55_position else "To be decided",
        _last_day(clock),
        clock.answered.words.replace("\u00a0", " ") if clock and clock.answered else None,
        line.responses,
        line.findings,
        line.open_findings,
    )


def _published(report: Report) -> SheetValue:
    """Return a date where the day is known, else the words of what is."""
    published = report.published_on
    if published is None:
        return None
    return published.value if published.is_to_the_day else published.words.replace("\u00a0", " ")


def _last_day(clock: Section55Clock | None) -> SheetValue:
    if clock is None:
        return None
    first, last = clock.last_day
    return (
        last if first == last else f"{in_table(first)} to {in_table(last)}".replace("\u00a0", " ")
    )


def meetings_sheet(lines: Iterable[MeetingLine]) -> SheetTable:
    """Return meetings with the dates of their papers, in the order given."""
    columns = (
        SheetColumn("Held on", ColumnRole.NAME),
        SheetColumn("Starts at"),
        SheetColumn("Venue"),
        SheetColumn("Status"),
        SheetColumn("Openness"),
        SheetColumn("Papers due"),
        SheetColumn("Papers sent"),
        SheetColumn("Items"),
        SheetColumn("Findings"),
    )
    return SheetTable("Meetings", columns, [_meeting(line) for line in lines])


def _meeting(line: MeetingLine) -> SheetLine:
    meeting = line.meeting
    return (
        meeting.held_on,
        meeting.starts_at,
        meeting.venue,
        meeting.status.words,
        meeting.openness.words,
        meeting.paper_deadline,
        meeting.despatched_on,
        line.items,
        line.findings,
    )


def proof_sheet(proof: ProofOfScrutiny) -> SheetTable:
    """Return the questions of a proof of scrutiny, with what followed each in one cell."""
    columns = (
        SheetColumn("Asked", ColumnRole.NAME),
        SheetColumn("About"),
        SheetColumn("Member"),
        SheetColumn("Kind"),
        SheetColumn("Question"),
        SheetColumn("Answer"),
        SheetColumn("Answered"),
        SheetColumn("Answer due"),
        SheetColumn("In time"),
        SheetColumn("Verdict"),
        SheetColumn("What followed"),
    )
    lines = (_proven(each) for each in proof.questions)
    return SheetTable("Proof of scrutiny", columns, lines)


def _proven(proven: ProvenQuestion) -> SheetLine:
    question = proven.question
    followed = (f"{in_table(fact.on)}: {fact.words}" for fact in proven.followed)
    return (
        proven.asked_on,
        proven.label.replace("\u00a0", " "),
        proven.member,
        question.kind.words if question.kind else None,
        question.text,
        question.answer,
        proven.answered_on,
        question.answer_due,
        proven.timing.words,
        question.verdict.words if question.verdict else None,
        "\n".join(followed).replace("\u00a0", " ") or None,
    )


def changes_sheet(comparison: Comparison) -> SheetTable:
    """Return every change between two states of the register."""
    columns = (
        SheetColumn("Ref", ColumnRole.NAME),
        SheetColumn("What it is"),
        SheetColumn("Kind of change"),
        SheetColumn("What changed"),
        SheetColumn("Before"),
        SheetColumn("After"),
        SheetColumn("Dated"),
        SheetColumn("Days after it fell due"),
        SheetColumn("Reason"),
    )
    lines = (
        (
            change.label.replace("\u00a0", " "),
            change.text,
            change.kind.words,
            change_words(change).replace("\u00a0", " "),
            None if change.before is None else str(change.before),
            None if change.after is None else str(change.after),
            change.dated,
            change.days_after_due,
            change.reason,
        )
        for change in comparison.changes
    )
    return SheetTable("What changed", columns, lines)
