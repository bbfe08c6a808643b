"""The window's lists go out as they are shown."""

import csv
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from jasp_desktop.domain.errors import Cancelled
from jasp_desktop.domain.listings import FindingFilter, FindingOrder, FindingQuery
from jasp_desktop.domain.progress import Silent
from jasp_desktop.services.exports import write_list
from jasp_desktop.services.list_sheets import (
    changes_sheet,
    findings_sheet,
    meetings_sheet,
    proof_sheet,
    reports_sheet,
)
from jasp_desktop.services.opening import DEMO_NOW, Desk
from tests.stopping import Stopping


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_findings_of_a_filter_go_out_in_their_order(demo_desk: Desk, tmp_path: Path):
    query = FindingQuery(filter=FindingFilter.OVERDUE, order=FindingOrder.TARGET)
    sheet = findings_sheet(demo_desk.register, query, Silent())
    output = tmp_path / "findings.csv"
    write_list(sheet, output, None, Silent())
    lines = demo_desk.register.finding_lines(demo_desk.register.finding_ids(query))
    rows = rows_of(output)
    assert [row["Ref"] for row in rows] == [line.reference for line in lines]
    assert [row["Days overdue"] for row in rows] == [str(line.overdue_days) for line in lines]
    assert all(int(row["Days overdue"]) > 0 for row in rows)


def test_reports_go_out_with_their_clocks(demo_desk: Desk, tmp_path: Path):
    lines = demo_desk.register.reports()
    output = tmp_path / "reports.xlsx"
    write_list(reports_sheet(lines), output, DEMO_NOW.date(), Silent())
    head, *rows = openpyxl.load_workbook(output)["Reports"].values
    found = [dict(zip(head, row, strict=True)) for row in rows]
    assert [row["Title"] for row in found] == [line.report.title for line in lines]
    for row, line in zip(found, lines, strict=True):
        published = line.report.published_on
        if published and published.is_to_the_day:
            assert row["Published"] == datetime.combine(published.value, datetime.min.time())
        assert row["Open"] == line.open_findings


def test_meetings_go_out_with_their_papers(demo_desk: Desk, tmp_path: Path):
    lines = demo_desk.register.meetings()
    output = tmp_path / "meetings.csv"
    write_list(meetings_sheet(lines), output, None, Silent())
    assert [row["Held on"] for row in rows_of(output)] == [
        line.meeting.held_on.isoformat() for line in lines
    ]


def test_a_stopped_list_leaves_no_file(demo_desk: Desk, tmp_path: Path):
    place = tmp_path / "place"
    place.mkdir()
    sheet = findings_sheet(demo_desk.register, FindingQuery(), Stopping(after=0))
    with pytest.raises(Cancelled):
        write_list(sheet, place / "findings.xlsx", None, Silent())
    assert list(place.iterdir()) == []


def test_changes_are_a_line_each_with_what_was_there_before(demo_desk):
    service = demo_desk.comparing
    comparison = service.compare_with_now(service.since_last_meeting(), Silent())
    table = changes_sheet(comparison)
    lines = [dict(zip(table.headings, line, strict=True)) for line in table.lines]
    assert len(lines) == len(comparison.changes)
    moved = [line for line in lines if line["Kind of change"] == "Targets moved"]
    assert any(line["Days after it fell due"] > 0 for line in moved)
    assert all(line["Before"] != line["After"] for line in moved)
    assert "\u00a0" not in "".join(str(line["Ref"]) + str(line["What changed"]) for line in lines)


def test_a_proof_is_a_line_for_each_question_with_what_followed(demo_desk):
    proof = demo_desk.proof.proof(demo_desk.proof.years()[0])
    table = proof_sheet(proof)
    lines = [dict(zip(table.headings, line, strict=True)) for line in table.lines]
    assert [line["Question"] for line in lines] == [each.question.text for each in proof.questions]
    assert sum(line["What followed"] is not None for line in lines) == proof.followed
