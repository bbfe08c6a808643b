"""The boards as tables for a spreadsheet."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import batched

from jasp_desktop.domain.coverage import CoverageColumn, CoverageQuery
from jasp_desktop.domain.dossier import finding_label
from jasp_desktop.domain.grade_timeline import GivenGrade, GradeTimeline
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.records import Response
from jasp_desktop.domain.section_55_board import BoardLine, response_dates
from jasp_desktop.domain.slips import OwnerTotals, SlipLine, SlipQuery
from jasp_desktop.exchange.sheets_out.tables import (
    ColumnRole,
    SheetColumn,
    SheetLine,
    SheetTable,
    SheetValue,
)
from jasp_desktop.services.boards import BoardService

_LINES_AT_ONCE = 400


def _columns(name: str, *others: str) -> tuple[SheetColumn, ...]:
    return (SheetColumn(name, ColumnRole.NAME), *map(SheetColumn, others))


def coverage_sheet(boards: BoardService, query: CoverageQuery, progress: Progress) -> SheetTable:
    """Return the matrix that a query shows, in its order; it is read as it is written."""
    headings = (each.heading for each in CoverageColumn)
    columns = _columns("Ref", "Finding", "Report", "Text", *headings, "Blanks", "Missing")

    def lines() -> Iterator[SheetLine]:
        ids = boards.coverage(query, progress).row_ids
        for done, some in enumerate(batched(ids, _LINES_AT_ONCE)):
            progress.report(done * _LINES_AT_ONCE, len(ids), "Reading the findings")
            for line in boards.coverage_lines(some):
                wanted, blank = line.gaps
                words = (_plain(each.words) for each in line.cells)
                label = _plain(line.label)
                yield line.reference, label, line.report_name, line.text, *words, blank, wanted

    return SheetTable("Coverage", columns, lines())


def slips_sheet(boards: BoardService, query: SlipQuery, progress: Progress) -> SheetTable:
    """Return the ranking that a query shows, in its order; it is read as it is written."""
    columns = _columns(
        "Ref",
        "Action",
        "Owner",
        "Force status",
        "First target",
        "Target now",
        "Days later",
        "Times moved",
        "Moved late",
        "Days overdue",
        "Closed",
    )

    def lines() -> Iterator[SheetLine]:
        ids = boards.slips(progress).ranked(query)
        for done, some in enumerate(batched(ids, _LINES_AT_ONCE)):
            progress.report(done * _LINES_AT_ONCE, len(ids), "Reading the actions")
            yield from map(_slip, boards.slip_lines(some))

    return SheetTable("Promises", columns, lines())


def _slip(each: SlipLine) -> SheetLine:
    line, slip = each.line, each.slip
    return (
        each.reference,
        each.text,
        each.owner,
        each.status.words if each.status else "None recorded",
        line.original,
        line.current,
        slip.slip_days if slip.moves else None,
        slip.moves,
        slip.late_moves,
        slip.overdue_days or None,
        line.closed_on,
    )


def owners_sheet(owners: Iterable[OwnerTotals]) -> SheetTable:
    """Return the totals of owners, in the order given."""
    columns = _columns(
        "Owner", "Actions", "Open", "Overdue", "Moved", "Late moves", "Days slipped", "Median days"
    )
    lines = [
        (
            each.name,
            each.actions,
            each.open_actions,
            each.overdue,
            each.moved,
            each.late_moves,
            each.slip_days,
            round(each.median_days) if each.moved else None,
        )
        for each in owners
    ]
    return SheetTable("Owners", columns, lines)


def section_55_sheet(lines: Iterable[BoardLine]) -> SheetTable:
    """Return the section 55 board, in the order given."""
    columns = _columns(
        "Report",
        "Published",
        "Position",
        "Reason",
        "Clock",
        "Last day",
        "Responses",
        "Recommendations",
        "Not explained",
        "Which",
    )
    return SheetTable("Section 55", columns, [_board_line(line) for line in lines])


def _board_line(line: BoardLine) -> SheetLine:
    clock, published = line.clock, line.report.published_on
    return (
        line.report.name,
        _plain(published.words) if published else None,
        line.position_words,
        line.report.s55_reason,
        _plain(clock.day_words) if clock else None,
        _plain(clock.last_day_short.removeprefix("last day ")) if clock else None,
        " | ".join(map(_response, line.responses)) or None,
        line.recommendations,
        len(line.unexplained) if line.asks_for_explanations and line.responses else None,
        ", ".join(_plain(finding_label(each)) for each in line.unexplained) or None,
    )


def _response(response: Response) -> str:
    return f"{response.author_role.words}: {_plain(response_dates(response))}"


def grades_sheet(timeline: GradeTimeline) -> SheetTable:
    """Return every grade, area by area, the oldest first."""
    columns = _columns("Area", "Grade", "Scale", "Cycle", "Report", "Published")
    return SheetTable("Grades", columns, [_grade(each) for each in timeline.grades])


def _grade(each: GivenGrade) -> SheetLine:
    return (
        each.area,
        each.grade.words,
        each.scale.words,
        each.cycle,
        each.report_name,
        _published(each),
    )


def _published(each: GivenGrade) -> SheetValue:
    published = each.published
    if published is None:
        return None
    day: date = published.value
    return day if published.is_to_the_day else _plain(published.words)


def _plain(words: str) -> str:
    """Return words as a spreadsheet's search finds them: without no-break spaces."""
    return words.replace("\u00a0", " ")
