"""The coverage matrix: its order, its filters, its narrow form, and what it says of nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from jasp_desktop.domain.coverage import (
    CoverageColumn,
    CoverageFilter,
    CoverageOrder,
    Covered,
)
from jasp_desktop.domain.progress import Silent
from jasp_desktop.services.opening import Desk
from jasp_desktop.ui.coverage.model import COLUMNS, FINDING, MISSING
from jasp_desktop.ui.coverage.page import BLANK, CoveragePage
from jasp_desktop.ui.kit.buttons import Button
from jasp_desktop.ui.kit.rows import CELL_ROLE, Blank
from jasp_desktop.ui.places import PageKey, Place
from jasp_desktop.ui.workspace import Workspace
from tests.ui.board_showing import show_board

LEFT = Qt.MouseButton.LeftButton
KEYS = [column.key for column in COLUMNS]


def shown(workspace: Workspace, qtbot: QtBot) -> CoveragePage:
    page = CoveragePage(workspace)
    show_board(page, PageKey.COVERAGE, qtbot)
    read(page, qtbot)
    return page


def read(page: CoveragePage, qtbot: QtBot) -> None:
    """Wait until the worker has read what was asked for."""
    qtbot.waitUntil(lambda: not page.reading.is_working)


@pytest.fixture
def page(
    make_workspace: Callable[[Desk], Workspace], demo_desk: Desk, qtbot: QtBot
) -> CoveragePage:
    return shown(make_workspace(demo_desk), qtbot)


def lines(page: CoveragePage):
    found = [page.model.line(row) for row in range(page.model.rowCount())]
    return [line for line in found if line is not None]


@pytest.mark.parametrize("which", list(CoverageFilter))
def test_every_chip_shows_the_count_of_the_rows_it_leaves(
    page: CoveragePage, qtbot: QtBot, which: CoverageFilter
):
    chip = page.chips.chip(which)
    qtbot.mouseClick(chip, LEFT)
    read(page, qtbot)
    assert f", {page.model.rowCount():,}" in chip.accessibleName()


@pytest.mark.parametrize("column", list(CoverageColumn))
def test_every_total_opens_what_it_counts_and_closes_again(
    page: CoveragePage, qtbot: QtBot, column: CoverageColumn
):
    before, button = page.model.rowCount(), page.foot.button(column)
    qtbot.mouseClick(button, LEFT)
    read(page, qtbot)
    assert button.isChecked()
    assert button.accessibleName().startswith(f"{page.model.rowCount():,} ")
    place = list(CoverageColumn).index(column)
    assert all(line.coverage[place].is_blank for line in lines(page))
    qtbot.mouseClick(button, LEFT)
    read(page, qtbot)
    assert page.model.rowCount() == before
    assert not button.isChecked()


def test_a_heading_sorts_by_how_its_links_stand(page: CoveragePage, qtbot: QtBot):
    head, section = page.table.head, KEYS.index(CoverageColumn.EVIDENCE)
    at = QPoint(head.sectionViewportPosition(section) + 20, head.height() // 2)
    qtbot.mouseClick(head.viewport(), LEFT, pos=at)
    read(page, qtbot)
    place = list(CoverageColumn).index(CoverageColumn.EVIDENCE)
    ranks = [list(Covered).index(line.coverage[place]) for line in lines(page)]
    assert ranks == sorted(ranks)
    page.table.sort_requested.emit(CoverageOrder.REFERENCE, Qt.SortOrder.AscendingOrder)
    read(page, qtbot)
    assert [line.reference for line in lines(page)] != []


def test_wanted_blanks_are_loud_and_others_are_not(page: CoveragePage):
    for line_number, line in enumerate(lines(page)):
        for link in line.cells:
            cell = page.model.cell(line_number, link.column)
            assert cell is not None
            expected = {Covered.WANTED: Blank.WANTED, Covered.NOT_YET: Blank.NOT_YET}
            assert cell.blank is expected.get(link.covered)


def test_words_narrow_the_matrix_and_nothing_found_leads_on(page: CoveragePage, qtbot: QtBot):
    qtbot.keyClicks(page.finder, "no such words")
    qtbot.keyClick(page.finder, Qt.Key.Key_Return)
    read(page, qtbot)
    assert "“no such words”" in page.empty.sentence.text()
    qtbot.mouseClick(page.empty.step, LEFT)
    read(page, qtbot)
    assert page.model.rowCount() > 0
    assert page.finder.text() == ""


def test_typing_waits_for_a_pause(page: CoveragePage, qtbot: QtBot):
    before = page.model.rowCount()
    qtbot.keyClicks(page.finder, "stalking")
    assert page.model.rowCount() == before
    qtbot.waitUntil(lambda: page.model.rowCount() < before)


def test_without_room_the_blanks_stand_in_words(page: CoveragePage, qtbot: QtBot):
    assert page.table.shows_links
    page.resize(780, 820)
    qtbot.waitUntil(lambda: not page.table.shows_links)
    assert page.table.head.length() <= page.table.viewport().width()
    cell = page.model.cell(0, MISSING)
    assert cell is not None
    assert cell.words.startswith("Missing: ")
    page.resize(1264, 820)
    qtbot.waitUntil(lambda: page.table.shows_links)


def test_a_low_page_leaves_its_table_room(page: CoveragePage, qtbot: QtBot):
    tall = page.foot.height()
    page.resize(1264, 420)
    qtbot.waitUntil(lambda: page.foot.height() < tall)
    assert not page.meaning.isVisible()


def test_a_low_page_has_its_paper_behind_a_link(page: CoveragePage, qtbot: QtBot):
    head = page.head
    assert head.paper.isVisible()
    assert not head.other.isVisible()
    page.resize(1264, 420)
    qtbot.waitUntil(head.other.isVisible)
    assert not head.title.isVisible()
    assert not head.paper.isVisible()
    siblings = [each for each in head.switch.findChildren(Button) if each.isVisible()]
    qtbot.mouseClick(head.other, LEFT)
    qtbot.waitUntil(head.paper.isVisible)
    assert [each for each in siblings if each.isVisible()] == [head.other]
    qtbot.mouseClick(head.other, LEFT)
    assert all(each.isVisible() for each in siblings)
    page.resize(1264, 820)
    qtbot.waitUntil(head.paper.isVisible)
    assert head.title.isVisible()


def test_it_is_saved_as_a_pdf(page: CoveragePage, qtbot: QtBot, tmp_path: Path):
    file = tmp_path / "coverage.pdf"
    page.workspace.files.answer = file
    qtbot.mouseClick(page.head.paper.save, LEFT)
    qtbot.waitUntil(file.exists)
    assert file.read_bytes().startswith(b"%PDF")


def test_a_row_opens_its_finding_and_a_link_its_section(page: CoveragePage, qtbot: QtBot):
    visited: list[Place] = []
    page.workspace.navigator.requested.connect(visited.append)
    line = page.model.line(0)
    assert line is not None
    for key, section in ((FINDING, None), (CoverageColumn.QUESTION, "question")):
        page.table.choose_cell(0, key)
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
        assert visited[-1] == Place(PageKey.FINDING, line.uid, section)


def test_a_cell_is_read_out_with_its_heading(page: CoveragePage):
    index = page.model.index(0, KEYS.index(CoverageColumn.RESPONSE))
    cell = index.data(CELL_ROLE)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == f"Response: {cell.words}"
    interface = QAccessible.queryAccessibleInterface(page.table)
    assert interface.text(QAccessible.Text.Name) == "Coverage"


def test_a_reload_keeps_cell_and_scroll(page: CoveragePage, qtbot: QtBot):
    page.table.choose_cell(20, CoverageColumn.EVIDENCE)
    chosen, position = page.model.row_id(20), page.scroll_position()
    page.reload()
    read(page, qtbot)
    index = page.table.currentIndex()
    assert page.model.row_id(index.row()) == chosen
    assert KEYS[index.column()] == CoverageColumn.EVIDENCE
    assert page.scroll_position() == position


def test_a_place_names_a_filter_or_the_blanks_of_a_link(page: CoveragePage, qtbot: QtBot):
    page.show_place(Place(PageKey.COVERAGE, None, "all"))
    read(page, qtbot)
    everything = page.model.rowCount()
    page.show_place(Place(PageKey.COVERAGE, None, f"{BLANK}response"))
    read(page, qtbot)
    assert page.model.rowCount() < everything
    assert "no response" in page._chosen_words()
    page.show_place(Place(PageKey.COVERAGE, None, "nonsense"))
    read(page, qtbot)
    assert page.chips.chip(CoverageFilter.OPEN).isChecked()


def test_going_back_comes_to_the_row_that_was_scrolled_to(page: CoveragePage, qtbot: QtBot):
    page.show_place(Place(PageKey.COVERAGE, None, "all"))
    read(page, qtbot)
    page.scroll_to(30)
    page.show_place(Place(PageKey.COVERAGE, None, "missing"))
    read(page, qtbot)
    page.show_place(Place(PageKey.COVERAGE, None, "all"))
    page.scroll_to(30)
    read(page, qtbot)
    assert page.scroll_position() == 30


def test_what_is_shown_can_be_exported(page: CoveragePage):
    sheet = page.shown_list().gather(Silent())
    assert len(list(sheet.lines)) == page.model.rowCount()


def test_an_empty_register_says_what_would_be_here(
    make_workspace: Callable[[Desk], Workspace], empty_desk: Desk, qtbot: QtBot
):
    page = shown(make_workspace(empty_desk), qtbot)
    assert page.empty.isVisible()
    assert "once it is imported" in page.empty.sentence.text()
