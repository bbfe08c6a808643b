"""The section 55 board and the timeline of grades."""

from collections import defaultdict
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from jasp_desktop.domain.grade_timeline import GradeTimeline, grade_timeline
from jasp_desktop.domain.records import Finding, Judgement, Phase, Report, ResponseItem
from jasp_desktop.domain.section_55_board import BoardLine, board_line, explained_by
from jasp_desktop.domain.vocabulary import FindingKind
from jasp_desktop.store.clocks import clocks, responses_to
from jasp_desktop.store.register import fetch_where, read_records
from jasp_desktop.store.register_tables import (
    FindingRow,
    ReportRow,
    ResponseItemFindingRow,
    ResponseItemRow,
)

_RECOMMENDATION = FindingKind.RECOMMENDATION.value


def board_lines(session: Session, as_at: date | None) -> list[BoardLine]:
    """Return every report, the newest first; one without a date comes first, to be dated."""
    order = (ReportRow.published.is_not(None), ReportRow.published.desc(), ReportRow.title)
    reports = fetch_where(session, Report, ReportRow.id.is_not(None), *order)
    running, answers = clocks(session, reports, as_at), responses_to(session, reports)
    findings: defaultdict[str, list[Finding]] = defaultdict(list)
    by_place = (FindingRow.position, FindingRow.uid)
    for finding in fetch_where(session, Finding, FindingRow.kind == _RECOMMENDATION, *by_place):
        findings[finding.report].append(finding)
    passages = fetch_where(session, ResponseItem, ResponseItemRow.id.in_(_on_recommendations()))
    explained = explained_by(passages)
    return [
        board_line(
            report,
            running.get(report.uid),
            answers[report.uid],
            findings[report.uid],
            explained,
        )
        for report in reports
    ]


def _on_recommendations() -> Select[int]:
    """Return the row ids of the passages that name a recommendation."""
    return (
        select(ResponseItemFindingRow.response_item_id)
        .join(FindingRow, FindingRow.id == ResponseItemFindingRow.finding_id)
        .where(FindingRow.kind == _RECOMMENDATION)
    )


def timeline(session: Session, as_at: date | None) -> GradeTimeline:
    """Return every grade on record and the phases of monitoring."""
    reports = {report.uid: report for report in read_records(session, Report)}
    judgements = read_records(session, Judgement)
    return grade_timeline(judgements, reports, list(read_records(session, Phase)), as_at)
