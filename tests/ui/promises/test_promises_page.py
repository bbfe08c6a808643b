"""The ranking of promises and the totals of owners."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.slips import OwnerTotals, SlipFilter
from jasp_desktop.services.opening import Desk
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.places import PageKey, Place
from jasp_desktop.ui.promises.page import OWNER, OWNERS, PromisesPage
from jasp_desktop.ui.promises.reading import owner_sentences
from jasp_desktop.ui.workspace import Workspace
from tests.ui.board_showing import show_board

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def make_page(
    make_workspace: Callable[[Desk], Workspace], qtbot: QtBot
) -> Callable[[Desk], PromisesPage]:
    def make(desk: Desk) -> PromisesPage:
        page = PromisesPage(make_workspace(desk))
        show_board(page, PageKey.PROMISES, qtbot)
        qtbot.waitUntil(lambda: not page._work.is_working)
        return page

    return make


@pytest.fixture
def page(make_page: Callable[[Desk], PromisesPage], demo_desk: Desk) -> PromisesPage:
    return make_page(demo_desk)


@pytest.mark.parametrize("which", list(SlipFilter))
def test_every_chip_shows_the_count_of_the_rows_it_leaves(
    page: PromisesPage, qtbot: QtBot, which: SlipFilter
):
    chip = page.chips.chip(which)
    qtbot.mouseClick(chip, LEFT)
    assert chip.isChecked()
    assert f", {page.actions_model.rowCount():,}" in chip.accessibleName()


def test_the_chosen_row_is_read_out_and_drawn(page: PromisesPage, qtbot: QtBot):
    first = page.actions_model.line(0)
    assert first is not None
    page.ranking.setFocus()
    qtbot.keyClick(page.ranking, Qt.Key.Key_Down)
    second = page.actions_model.line(1)
    assert second is not None
    assert page.reading.view is not None
    spoken = page.reading.view.accessibleDescription()
    assert all(title in spoken for title, _ in second.line.rows)
    words = " ".join(label.text() for label in page.reading.body.findChildren(Label))
    for move in second.line.moves:
        assert not move.reason or move.reason.strip().rstrip(".") in words


def test_a_reload_keeps_the_row_and_its_widgets(page: PromisesPage, qtbot: QtBot):
    page.ranking.choose(3)
    view, chosen = page.reading.view, page.actions_model.row_id(3)
    page.reload()
    qtbot.waitUntil(lambda: not page._work.is_working)
    assert page.reading.view is view
    assert page.actions_model.row_id(page.ranking.chosen_row) == chosen


def test_headings_sort_actions_and_owners(page: PromisesPage, qtbot: QtBot):
    head = page.ranking.head
    at = QPoint(head.sectionViewportPosition(3) + 20, head.height() // 2)
    qtbot.mouseClick(head.viewport(), LEFT, pos=at)
    moves = [page.actions_model.line(row).slip.moves for row in range(10)]
    assert moves == sorted(moves)
    page.show_place(Place(PageKey.PROMISES, None, OWNERS))
    page.owners.sort_requested.emit("owner", Qt.SortOrder.AscendingOrder)
    names = [owner.name.casefold() for owner in page.owners_model.owners]
    assert names == sorted(names)
    for column in page.owners_model.columns:
        assert page.owners_model.cell(0, column.key) is not None
        page.owners.sort_requested.emit(column.key, Qt.SortOrder.DescendingOrder)


def test_the_owner_can_be_chosen_and_let_go(page: PromisesPage):
    everything = page.actions_model.rowCount()
    owner = page._board.owners[0]
    page.owner.choose(owner.owner)
    page.owner.activated.emit(page.owner.currentIndex())
    assert page.actions_model.rowCount() == owner.actions
    assert page.crumbs()[-1].words == owner.name
    page.owner.choose(None)
    page.owner.setCurrentIndex(0)
    page.owner.activated.emit(0)
    assert page.actions_model.rowCount() == everything


def test_enter_on_an_owner_ranks_their_actions(page: PromisesPage, qtbot: QtBot):
    qtbot.mouseClick(page.by_owner, LEFT)
    owner = page.owners_model.owners[0]
    page.owners.choose(0)
    qtbot.keyClick(page.owners, Qt.Key.Key_Return)
    assert page.actions_model.rowCount() == owner.actions
    qtbot.mouseClick(page.by_owner, LEFT)
    qtbot.mouseClick(page.by_action, LEFT)
    assert page.ranking.isVisible()


def test_without_room_the_line_takes_the_place_of_the_list(page: PromisesPage, qtbot: QtBot):
    page.resize(900, 700)
    qtbot.waitUntil(lambda: page.panes.is_folded)
    page.show_place(Place(PageKey.PROMISES))
    qtbot.waitUntil(page.ranking.isVisible)
    page.ranking.choose(0)
    qtbot.keyClick(page.ranking, Qt.Key.Key_Return)
    qtbot.waitUntil(page.reading.isVisible)
    assert not page.ranking.isVisible()


def test_both_lists_can_be_exported(page: PromisesPage):
    assert len(list(page.shown_list().gather(Silent()).lines)) == page.actions_model.rowCount()
    page.show_place(Place(PageKey.PROMISES, None, OWNERS))
    assert len(list(page.shown_list().gather(Silent()).lines)) == page.owners_model.rowCount()


def test_actions_without_an_owner_are_an_owner_of_their_own(page: PromisesPage):
    page.show_place(Place(PageKey.PROMISES, None, OWNER))
    nobody = [each for each in page._board.owners if not each.owner]
    assert page.actions_model.rowCount() == sum(each.actions for each in nobody)
    assert page.crumbs()[-1].words == "No owner named"


def test_an_empty_register_says_what_would_be_here(
    make_page: Callable[[Desk], PromisesPage], empty_desk: Desk
):
    page = make_page(empty_desk)
    assert page.actions_model.rowCount() == 0
    words = [label.text() for label in page.reading.body.findChildren(Label)]
    assert words == ["Choose an action, and the dates promised for it are drawn here."]
    page.show_place(Place(PageKey.PROMISES, None, OWNERS))
    assert page.owners_model.rowCount() == 0


def test_totals_are_said_in_sentences():
    quiet = OwnerTotals(
        owner="",
        actions=1,
        open_actions=0,
        overdue=0,
        moved=0,
        late_moves=0,
        slip_days=0,
        median_days=0,
    )
    assert [each.replace("\u00a0", " ") for each in owner_sentences(quiet)] == [
        "1 action, none open, none overdue.",
        "No target has moved.",
    ]
