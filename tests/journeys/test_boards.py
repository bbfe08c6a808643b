"""A member at the boards, by mouse and by key: blanks, promises, section 55 and grades."""

from io import BytesIO

import pypdf
import pytest
from PySide6.QtCore import Qt

from jasp_desktop.domain.coverage import CoverageColumn, CoverageFilter, Covered
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.section_55_board import BoardFilter
from jasp_desktop.ui.kit.grade_view import GradeRowView
from jasp_desktop.ui.places import PageKey
from jasp_desktop.ui.record_line import RecordLine
from tests.journeys.walking import ALT, CTRL, LEFT, Walk


class Member(Walk):
    """A person at the window, with a mouse or with the keys alone."""

    patience = 10_000

    def __init__(self, qtbot, seat, way):
        super().__init__(qtbot, seat)
        self.by_mouse = way == "mouse"

    def use(self, button):
        if self.by_mouse:
            super().use(button)
            return
        button.setFocus(Qt.FocusReason.TabFocusReason)
        self.key(Qt.Key.Key_Space)

    def open_cell(self, table, row, column):
        """Open a cell: a double click, or the arrows and Enter."""
        index = table.model().index(row, column)
        if self.by_mouse:
            table.scrollTo(index)
            at = table.visualRect(index).center()
            self.qtbot.mouseClick(table.viewport(), LEFT, pos=at)
            self.qtbot.mouseDClick(table.viewport(), LEFT, pos=at)
            return
        table.setFocus(Qt.FocusReason.TabFocusReason)
        while table.currentIndex().row() < row:
            self.key(Qt.Key.Key_Down)
        while table.currentIndex().column() < column:
            self.key(Qt.Key.Key_Right)
        self.key(Qt.Key.Key_Return)

    def printed(self):
        """Print what is shown and return the words of the paper."""
        before = len(self.seat.printer.printed)
        if self.by_mouse:
            self.press("Print…")
        else:
            self.key(Qt.Key.Key_P, CTRL)
        self.until(lambda: len(self.seat.printer.printed) > before)
        pages = pypdf.PdfReader(BytesIO(self.seat.printer.printed[-1])).pages
        return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.fixture(params=["mouse", "key"])
def member(request, qtbot, take_seat, demo_desk):
    return Member(qtbot, take_seat(demo_desk), request.param)


def test_a_member_finds_the_blanks_and_opens_one(member):
    member.key(Qt.Key.Key_3, CTRL)
    assert member.seat.page is PageKey.FINDINGS
    member.seat.go(PageKey.COVERAGE)
    page = member.page
    member.until(lambda: not page.reading.is_working)
    evidence = page.foot.button(CoverageColumn.EVIDENCE)
    total = evidence.accessibleName()
    member.use(evidence)
    member.until(lambda: not page.reading.is_working)
    shown = page.model.rowCount()
    assert total.startswith(f"{shown:,} no evidence")
    column = [each.key for each in page.model.columns].index(CoverageColumn.EVIDENCE)
    line = page.model.line(1)
    assert {cell.column: cell for cell in line.cells}[CoverageColumn.EVIDENCE].covered.is_blank
    member.open_cell(page.table, 1, column)
    assert member.seat.page is PageKey.FINDING
    dossier = member.page
    assert dossier._dossier.finding.uid == line.uid
    heading = dossier.sections.heading_of(CoverageColumn.EVIDENCE)
    member.until(lambda: dossier.reading.position > 0)
    member.until(
        lambda: (
            abs(heading.mapTo(dossier.reading.viewport(), heading.rect().topLeft()).y()) < 40
            or dossier.reading.position == dossier.reading.verticalScrollBar().maximum()
        )
    )
    member.key(Qt.Key.Key_Left, ALT)
    assert member.seat.page is PageKey.COVERAGE
    member.until(lambda: not page.reading.is_working)
    assert page.model.rowCount() == shown


def test_the_matrix_leads_with_the_most_blanks_and_prints(member):
    member.seat.go(PageKey.COVERAGE)
    page = member.page
    member.until(lambda: not page.reading.is_working)
    wanted = [page.model.line(row).gaps for row in range(page.model.rowCount())]
    assert wanted == sorted(wanted, reverse=True)
    member.use(page.chips.chip(CoverageFilter.MISSING))
    member.until(lambda: not page.reading.is_working)
    lines = [page.model.line(row) for row in range(page.model.rowCount())]
    assert all(Covered.WANTED in line.coverage for line in lines)
    words = member.printed()
    assert f"{len(lines)} findings with something missing" in words.replace("\u00a0", " ")


def test_a_member_finds_the_most_slipped_owner_and_reads_a_promise_line(member):
    board = member.desk.boards.slips(Silent())
    owner = board.owners[0]
    member.seat.go(PageKey.PROMISES)
    page = member.page
    member.until(lambda: page.actions_model.rowCount() == len(board.slips))
    member.press("Totals of owners")
    member.until(lambda: page.owners_model.rowCount() == len(board.owners))
    first = page.owners_model.cell(0, "owner")
    assert first.words == owner.name
    member.press(f"Rank these {owner.actions} actions")
    member.until(lambda: page.actions_model.rowCount() == owner.actions)
    assert page.crumbs()[-1].words == owner.name
    line = page.actions_model.line(0)
    assert line.line.slip_days == max(
        slip.slip_days for slip in board.slips if slip.owner == owner.owner
    )
    assert line.owner == owner.owner
    assert page.reading.view is not None
    spoken = page.reading.view.accessibleDescription()
    assert all(title in spoken for title, _ in line.line.rows)
    assert owner.name in member.printed()
    member.press("Open the finding")
    assert member.seat.page is PageKey.FINDING
    assert member.page._dossier.finding.uid == line.finding


def test_a_member_reads_the_section_55_board(member):
    lines = {line.report.uid: line for line in member.desk.boards.section_55()}
    member.seat.go(PageKey.REPORTS)
    member.press("Section 55")
    page = member.page
    assert member.seat.page is PageKey.SECTION_55
    assert page.model.rowCount() == len(lines)
    member.use(page.chips.chip(BoardFilter.NOT_EXPLAINED))
    shown = page.model.lines
    assert shown
    assert all(line.lacks_explanation for line in shown)
    assert "Letter" in member.printed()
    (row, *_) = page.reading.findChildren(RecordLine)
    member.use(row)
    assert member.seat.page is PageKey.FINDING
    assert member.page._dossier.finding.uid == shown[0].unexplained[0].uid
    member.key(Qt.Key.Key_Left, ALT)
    member.open_cell(page.table, 0, 0)
    assert member.seat.page is PageKey.REPORT


def test_a_member_reads_the_grades(member):
    timeline = member.desk.boards.grades()
    member.seat.go(PageKey.REPORTS)
    member.press("Grades")
    page = member.page
    assert member.seat.page is PageKey.GRADES
    rows = {row.accessibleName(): row.accessibleDescription() for row in _rows(page)}
    assert rows == {row.area: row.words for row in timeline.rows}
    assert "cannot be compared" in member.printed()
    (first, *_) = page.sheet.body.findChildren(RecordLine)
    member.use(first)
    assert member.seat.page is PageKey.REPORT
    assert member.page._uid in {grade.report for grade in timeline.grades}


def _rows(page):
    return page.sheet.findChildren(GradeRowView)
