"""The section 55 board."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.section_55_board import BoardFilter
from jasp_desktop.services.opening import Desk
from jasp_desktop.ui.clock_bar import ClockBar
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.prose import Prose
from jasp_desktop.ui.places import PageKey, Place
from jasp_desktop.ui.section_55.page import Section55Page
from jasp_desktop.ui.workspace import Workspace
from tests.ui.board_showing import show_board


@pytest.fixture
def make_page(
    make_workspace: Callable[[Desk], Workspace], qtbot: QtBot
) -> Callable[[Desk], Section55Page]:
    def make(desk: Desk) -> Section55Page:
        page = Section55Page(make_workspace(desk))
        show_board(page, PageKey.SECTION_55, qtbot)
        return page

    return make


@pytest.fixture
def page(make_page: Callable[[Desk], Section55Page], demo_desk: Desk) -> Section55Page:
    return make_page(demo_desk)


def words_beside(page: Section55Page) -> str:
    body = page.reading.body
    parts = [*body.findChildren(Label), *body.findChildren(Prose)]
    return " ".join(part.text() for part in parts).replace("\u00a0", " ")


def shows_bar(page: Section55Page) -> bool:
    return any(bar.isVisible() for bar in page.reading.body.findChildren(ClockBar))


@pytest.mark.parametrize("which", list(BoardFilter))
def test_every_chip_shows_the_count_of_the_rows_it_leaves(
    page: Section55Page, qtbot: QtBot, which: BoardFilter
):
    chip = page.chips.chip(which)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert f", {page.model.rowCount():,}" in chip.accessibleName()


def test_each_report_is_read_out_with_clock_dates_and_explanations(
    page: Section55Page, qtbot: QtBot
):
    for row, line in enumerate(page.model.lines):
        page.table.choose(row)
        words = words_beside(page)
        assert line.report.name in words
        assert line.position_words in words
        assert line.explanation_sentence in words
        has_clock = line.clock is not None
        qtbot.waitUntil(lambda has_clock=has_clock: shows_bar(page) is has_clock)
        for response in line.responses:
            assert ("Not recorded" in words) >= (response.copied_home_secretary is None)


def test_no_word_of_the_board_is_a_verdict(page: Section55Page):
    cells = [
        page.model.cell(row, column.key)
        for row in range(page.model.rowCount())
        for column in page.model.columns
    ]
    spoken = " ".join(cell.spoken for cell in cells if cell).lower()
    assert not any(word in spoken for word in ("breach", "late", "fail", "comply"))


def test_every_heading_sorts_in_both_directions(page: Section55Page):
    for column in page.model.columns:
        for order in Qt.SortOrder:
            page.table.sort_requested.emit(column.key, order)
            assert page.model.rowCount() > 0
    names = [line.report.name.casefold() for line in page.model.lines]
    page.table.sort_requested.emit("report", Qt.SortOrder.AscendingOrder)
    assert sorted(names) == [line.report.name.casefold() for line in page.model.lines]


def test_a_reload_keeps_the_chosen_report(page: Section55Page):
    page.table.choose(4)
    chosen = page.model.lines[4].report.uid
    page.reload()
    assert page.model.lines[page.table.chosen_row].report.uid == chosen


def test_without_room_enter_reads_the_report_in_place(page: Section55Page, qtbot: QtBot):
    page.resize(860, 700)
    qtbot.waitUntil(lambda: page.panes.is_folded)
    page.show_place(Place(PageKey.SECTION_55))
    qtbot.waitUntil(page.table.isVisible)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.waitUntil(page.reading.isVisible)
    assert not page.table.isVisible()


def test_what_is_shown_can_be_exported(page: Section55Page):
    assert len(list(page.shown_list().gather(Silent()).lines)) == page.model.rowCount()


def test_an_empty_register_says_what_would_be_here(
    make_page: Callable[[Desk], Section55Page], empty_desk: Desk
):
    page = make_page(empty_desk)
    assert "Each is listed with its clock" in words_beside(page)
