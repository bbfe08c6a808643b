"""The boards as a person has them: with their own drafts on screen, without them on paper."""

from collections.abc import Callable
from io import BytesIO

import pypdf
import pytest

from jasp_desktop.domain.coverage import CoverageColumn, CoverageFilter, CoverageQuery
from jasp_desktop.domain.errors import Cancelled
from jasp_desktop.domain.listings import FindingQuery
from jasp_desktop.domain.progress import Progress, Silent
from jasp_desktop.domain.records import Subject
from jasp_desktop.domain.section_55_board import BoardFilter
from jasp_desktop.domain.slips import SlipFilter, SlipQuery
from jasp_desktop.services.board_sheets import (
    coverage_sheet,
    grades_sheet,
    owners_sheet,
    section_55_sheet,
    slips_sheet,
)
from jasp_desktop.services.opening import Desk
from tests.stopping import Stopping

EVERYTHING = CoverageQuery(filter=CoverageFilter.ALL)


def words_of(pdf: bytes) -> str:
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages)
    return " ".join(text.replace("\u00a0", " ").split())


def prints(desk: Desk) -> dict[str, Callable[[Progress], bytes]]:
    boards = desk.boards
    return {
        "coverage": lambda progress: boards.printed_coverage(EVERYTHING, "Findings", progress),
        "promises": lambda progress: boards.printed_promises(SlipQuery(), "Actions", progress),
        "section 55": lambda progress: boards.printed_section_55(
            BoardFilter.ALL, "Reports", progress
        ),
        "grades": boards.printed_grades,
    }


def test_a_draft_is_a_question_on_screen_and_not_on_paper(demo_desk: Desk):
    boards, register = demo_desk.boards, demo_desk.register
    blank = CoverageQuery(filter=CoverageFilter.ALL, blank=CoverageColumn.QUESTION)
    row = boards.coverage(blank, Silent()).row_ids[0]
    (line,) = boards.coverage_lines([row])
    subject = Subject("finding", line.uid)
    demo_desk.notebook.carry_out(demo_desk.notebook.new_question(subject, "It", "Why so late?"))
    (after,) = boards.coverage_lines([row])
    assert (line.facts.drafts, after.facts.drafts) == (0, 1)
    assert row not in boards.coverage(blank, Silent()).row_ids
    assert register.finding_ids(FindingQuery())
    printed = words_of(boards.printed_coverage(EVERYTHING, "All", Silent()))
    assert "Draft of mine" not in printed
    assert "Why so late?" not in printed


def test_the_printed_matrix_is_wide_and_counts_its_gaps(demo_desk: Desk):
    pdf = demo_desk.boards.printed_coverage(EVERYTHING, "All findings", Silent())
    box = pypdf.PdfReader(BytesIO(pdf)).pages[0].mediabox
    assert box.width > box.height
    words = words_of(pdf)
    assert "All findings. A dashed box marks a gap:" in words
    for line in demo_desk.boards.coverage_lines(
        demo_desk.boards.coverage(EVERYTHING, Silent()).row_ids
    ):
        assert line.reference in words
    assert "A blank says only that the register holds nothing there." in words


def test_the_printed_promises_name_every_owner_and_draw_the_worst(demo_desk: Desk):
    board = demo_desk.boards.slips(Silent())
    words = words_of(demo_desk.boards.printed_promises(SlipQuery(), "60 actions", Silent()))
    for owner in board.owners:
        assert owner.name in words
    (worst,) = demo_desk.boards.slip_lines(board.ranked(SlipQuery())[:1])
    assert worst.reference in words
    assert "First promised" in words
    owner = board.owners[0].owner
    mine = words_of(demo_desk.boards.printed_promises(SlipQuery(owner=owner), "Its", Silent()))
    assert board.owners[1].name not in mine


def test_the_printed_board_gives_dates_and_no_verdict(demo_desk: Desk):
    printed = demo_desk.boards.printed_section_55(BoardFilter.ALL, "Reports", Silent())
    words = words_of(printed)
    for line in demo_desk.boards.section_55():
        assert line.report.name.split()[0] in words
    assert "Day 58 of 56" in words
    assert "nothing is explained" in words
    assert "breach" not in words.lower()


def test_the_printed_grades_say_every_grade(demo_desk: Desk):
    words = words_of(demo_desk.boards.printed_grades(Silent()))
    for row in demo_desk.boards.grades().rows:
        assert row.words.replace("\u00a0", " ") in words
    assert "Engage, 6 March 2023 to 20 November 2024" in words


@pytest.mark.parametrize("name", ["coverage", "promises", "section 55", "grades"])
def test_a_board_prints_the_same_twice_and_can_be_stopped(demo_desk: Desk, name: str):
    make = prints(demo_desk)[name]
    assert make(Silent()) == make(Silent())
    with pytest.raises(Cancelled):
        make(Stopping(after=1))


@pytest.mark.parametrize("name", ["coverage", "promises", "section 55", "grades"])
def test_an_empty_register_prints_that_there_is_nothing(empty_desk: Desk, name: str):
    words = words_of(prints(empty_desk)[name](Silent()))
    assert "none." in words or "No grade" in words


def test_every_board_goes_out_as_a_sheet(demo_desk: Desk):
    boards = demo_desk.boards
    slips = boards.slips(Silent())
    sheets = {
        len(boards.coverage(EVERYTHING, Silent()).row_ids): coverage_sheet(
            boards, EVERYTHING, Silent()
        ),
        len(slips.slips): slips_sheet(boards, SlipQuery(), Silent()),
        len(slips.owners): owners_sheet(slips.owners),
        len(boards.section_55()): section_55_sheet(boards.section_55()),
        len(boards.grades().grades): grades_sheet(boards.grades()),
    }
    assert len(sheets) == 5
    for count, sheet in sheets.items():
        lines = list(sheet.lines)
        assert len(lines) == count
        assert all(len(line) == len(sheet.columns) for line in lines)
        assert not any("\u00a0" in each for line in lines for each in line if _is_text(each))


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def test_ranking_can_be_stopped(demo_desk: Desk):
    with pytest.raises(Cancelled):
        demo_desk.boards.slips(Stopping(after=0))


def test_a_filter_without_actions_prints_so(demo_desk: Desk):
    query = SlipQuery(filter=SlipFilter.MOVED, owner="Nobody")
    assert "Moved: none." in words_of(demo_desk.boards.printed_promises(query, "Moved", Silent()))
