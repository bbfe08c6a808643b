"""The table of findings, by mouse and key."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.identity import FindingUid, ReportUid, made_uid
from jasp_desktop.domain.listings import FindingFilter, FindingOrder, FindingQuery
from jasp_desktop.domain.records import Finding, Panel, Record, Report
from jasp_desktop.domain.vocabulary import FindingKind, ForceStatus
from jasp_desktop.ui.findings.foot import status_words
from jasp_desktop.ui.findings.model import COLUMNS, FindingsModel
from jasp_desktop.ui.findings.page import FindingsPage
from jasp_desktop.ui.kit.buttons import Chip
from jasp_desktop.ui.kit.paged_model import PAGE_ROWS
from jasp_desktop.ui.kit.rows import CELL_ROLE
from jasp_desktop.ui.places import PageKey, Place
from jasp_desktop.ui.workspace import Workspace

MANY = 5_000


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot) -> FindingsPage:
    return shown(FindingsPage(workspace), qtbot)


def shown(page: FindingsPage, qtbot: QtBot) -> FindingsPage:
    """Show a page as the window does, and go where it asks as long as it is its own place."""
    qtbot.addWidget(page)
    page.resize(1264, 820)

    def go(place: Place) -> None:
        if place.page is PageKey.FINDINGS:
            page.show_place(place)

    page.workspace.navigator.requested.connect(go)
    page.show_place(Place(PageKey.FINDINGS))
    with qtbot.waitExposed(page):
        page.show()
    return page


def references(page: FindingsPage) -> list[str]:
    model = page.model
    cells = [model.cell(row, FindingOrder.REFERENCE) for row in range(model.rowCount())]
    return [cell.words for cell in cells if cell is not None]


def fill_with_many(workspace: Workspace) -> None:
    """Put 5,000 invented findings of one invented report into an empty register."""
    report = Report(uid=ReportUid(made_uid()), title="An invented report")
    findings = [
        Finding(
            uid=FindingUid(made_uid()),
            report=report.uid,
            kind=FindingKind.RECOMMENDATION,
            number=f"{number:04}",
            text=f"Invented finding {number:04}",
            position=number,
        )
        for number in range(1, MANY + 1)
    ]
    added: list[Record] = [report, *findings]
    panel = Panel(name="Invented panel", force="Invented force", as_at=date(2026, 11, 13))
    workspace.desk.register.carry_out(
        Act("Fill", tuple(Change[Record](None, record) for record in added), Change(None, panel))
    )


def test_every_chip_shows_the_count_of_the_rows_it_leaves(page: FindingsPage, qtbot: QtBot) -> None:
    totals = page.workspace.desk.register.finding_totals(FindingQuery())
    for which in FindingFilter:
        chip = page.chips.chip(which)
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
        assert chip.isChecked()
        assert page.model.rowCount() == totals[which]
        assert f"{totals[which]:,}" in chip.accessibleName()


def test_chip_is_a_place_to_come_back_to(
    page: FindingsPage, qtbot: QtBot, visited: list[Place]
) -> None:
    chip = page.chips.chip(FindingFilter.OVERDUE)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert visited == [Place(PageKey.FINDINGS, None, "overdue")]


def test_heading_sorts_in_both_directions(page: FindingsPage, qtbot: QtBot) -> None:
    head = page.table.head
    section = [column.key for column in COLUMNS].index(FindingOrder.QUESTIONS)
    at = QPoint(head.sectionViewportPosition(section) + 20, head.height() // 2)
    counted = []
    for _ in range(2):
        qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)
        lines = [page.model.line(row) for row in range(page.model.rowCount())]
        counted.append([line.questions for line in lines if line is not None])
    assert sorted(counted[0]) in (counted[0], counted[0][::-1])
    assert counted[1] == sorted(counted[1], reverse=counted[0] == sorted(counted[0]))


def test_words_narrow_the_table_once_typing_pauses(page: FindingsPage, qtbot: QtBot) -> None:
    before = page.model.rowCount()
    qtbot.keyClicks(page.finder, "stalking")
    assert page.model.rowCount() == before
    qtbot.waitUntil(lambda: page.model.rowCount() < before)
    assert page.model.rowCount() > 0
    assert "“stalking”" in page.totals.text()


def test_words_stay_while_chips_are_tried(page: FindingsPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.finder, "stalking")
    qtbot.keyClick(page.finder, Qt.Key.Key_Return)
    qtbot.mouseClick(page.chips.chip(FindingFilter.ALL), Qt.MouseButton.LeftButton)
    assert page.finder.text() == "stalking"
    expected = page.workspace.desk.register.finding_ids(FindingQuery(words="stalking"))
    assert page.model.rowCount() == len(expected)


def test_nothing_found_says_so_and_leads_on(page: FindingsPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.finder, "no such words")
    qtbot.keyClick(page.finder, Qt.Key.Key_Return)
    assert page.empty.isVisible()
    assert "“no such words”" in page.empty.narrow.sentence.text()
    qtbot.mouseClick(page.empty.narrow.step, Qt.MouseButton.LeftButton)
    assert page.table.isVisible()
    assert page.finder.text() == ""


def test_empty_register_offers_the_import(empty_workspace: Workspace, qtbot: QtBot) -> None:
    page = shown(FindingsPage(empty_workspace), qtbot)
    visited: list[Place] = []
    empty_workspace.navigator.requested.connect(visited.append)
    qtbot.mouseClick(page.empty.nothing.step, Qt.MouseButton.LeftButton)
    assert visited == [Place(PageKey.IMPORT)]


@pytest.mark.parametrize("way", ["enter", "double click"])
def test_row_opens_its_finding(
    page: FindingsPage, qtbot: QtBot, visited: list[Place], way: str
) -> None:
    line = page.model.line(2)
    assert line is not None
    if way == "enter":
        page.table.choose(2)
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    else:
        at = page.table.visualRect(page.model.index(2, 1)).center()
        viewport = page.table.viewport()
        qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at)
        qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    assert visited == [Place(PageKey.FINDING, line.uid)]


def test_selection_and_scroll_survive_a_reload(page: FindingsPage) -> None:
    page.table.choose(30)
    chosen, position = page.model.row_id(30), page.scroll_position()
    assert position > 0
    page.reload()
    assert page.model.row_id(page.table.chosen_row) == chosen
    assert page.scroll_position() == position


def test_page_can_be_narrowed_to_one_report(page: FindingsPage, qtbot: QtBot) -> None:
    report = next(
        line for line in page.workspace.desk.register.reports() if line.open_findings
    ).report
    page.show_place(Place(PageKey.FINDINGS, report.uid, "all"))
    assert page.crumbs()[-1].words == report.name
    lines = [page.model.line(row) for row in range(page.model.rowCount())]
    assert {line.report for line in lines if line is not None} == {report.uid}
    qtbot.mouseClick(page.all_reports, Qt.MouseButton.LeftButton)
    assert page.model.rowCount() > len(lines)


def test_report_that_is_gone_is_refused_with_a_sentence(page: FindingsPage) -> None:
    with pytest.raises(UserError, match="no longer on the register"):
        page.show_place(Place(PageKey.FINDINGS, made_uid()))


def test_words_can_come_with_the_place(page: FindingsPage) -> None:
    page.show_place(Place(PageKey.FINDINGS, None, "words:stalking"))
    assert page.finder.text() == "stalking"
    assert page.chips.chip(FindingFilter.ALL).isChecked()


def test_foot_adds_up(page: FindingsPage) -> None:
    totals = page.workspace.desk.register.finding_totals(FindingQuery())
    opened, closed = totals[FindingFilter.OPEN], totals[FindingFilter.CLOSED]
    assert page.foot.line.text() == f"{opened} open + {closed} closed = {opened + closed} together"
    assert page.foot.statuses.text().endswith(f"Together {page.model.rowCount()}.")


def test_statuses_are_named_in_the_order_of_the_field() -> None:
    counts = {None: 2, ForceStatus("a_later_word"): 1, ForceStatus.DELAYED: 1_204}
    counts[ForceStatus.IN_PROGRESS] = 3
    words = status_words(counts).replace("\u00a0", " ")
    assert words == (
        "Listed by force status: 3 in progress; 1,204 delayed; 1 a later word; 2 not recorded. "
        "Together 1,210."
    )
    assert status_words({}) == ""


@pytest.mark.parametrize("size", [(1440, 780), (1366, 608), (700, 600)])
def test_large_text_cuts_nothing_and_keeps_the_finding(
    page: FindingsPage, qtbot: QtBot, size: tuple[int, int]
) -> None:
    page.workspace.appearance.choose_text_size(200)
    page.resize(*size)
    chips = page.chips

    def is_whole() -> bool:
        shown_chips = [one for one in chips.findChildren(Chip) if one.isVisible()]
        return all(chips.rect().contains(one.geometry()) for one in shown_chips)

    qtbot.waitUntil(is_whole)
    table, keys = page.table, [column.key for column in COLUMNS]
    assert table.isColumnHidden(keys.index(FindingOrder.TARGET))
    assert not table.isColumnHidden(keys.index(FindingOrder.FINDING))
    if size[0] > 1_300:
        assert table.head.length() <= table.viewport().width()
    assert not page.foot.statuses.isVisible()
    assert chips.chip(FindingFilter.OPEN).isVisible()


def test_folded_filters_and_statuses_are_one_press_away(page: FindingsPage, qtbot: QtBot) -> None:
    page.workspace.appearance.choose_text_size(200)
    last = page.chips.chip(FindingFilter.ALL)
    qtbot.waitUntil(lambda: not last.isVisible())
    qtbot.mouseClick(page.chips.more, Qt.MouseButton.LeftButton)
    assert last.isVisible()
    qtbot.mouseClick(last, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.chips.more, Qt.MouseButton.LeftButton)
    assert last.isVisible(), "the chosen filter stays in sight"
    assert not page.chips.chip(FindingFilter.WITH_QUESTIONS).isVisible()
    qtbot.mouseClick(page.foot.more, Qt.MouseButton.LeftButton)
    assert page.foot.statuses.isVisible()
    qtbot.mouseClick(page.foot.more, Qt.MouseButton.LeftButton)
    assert not page.foot.statuses.isVisible()
    page.workspace.appearance.choose_text_size(100)
    assert page.foot.statuses.isVisible()
    qtbot.waitUntil(page.chips.chip(FindingFilter.WITH_QUESTIONS).isVisible)


def test_table_of_thousands_reads_only_what_is_looked_at(empty_workspace: Workspace) -> None:
    fill_with_many(empty_workspace)
    model = FindingsModel(empty_workspace.desk.register)
    ids = empty_workspace.desk.register.finding_ids(FindingQuery(order=FindingOrder.REFERENCE))
    model.show_ids(ids)
    assert model.rowCount() == MANY
    rows = (0, PAGE_ROWS - 1, PAGE_ROWS, 2_345, MANY - 1)
    for row in rows:
        index = model.index(row, 1)
        assert index.data(CELL_ROLE).words == f"Invented finding {row + 1:04}"
    assert len(model._pages) == len({row // PAGE_ROWS for row in rows})


def test_pages_that_were_dropped_are_read_again(empty_workspace: Workspace) -> None:
    fill_with_many(empty_workspace)
    model = FindingsModel(empty_workspace.desk.register)
    ids = empty_workspace.desk.register.finding_ids(FindingQuery(order=FindingOrder.REFERENCE))
    model.show_ids(ids)
    for row in (*range(0, MANY, PAGE_ROWS), 0):
        cell = model.cell(row, FindingOrder.FINDING)
        assert cell is not None
        assert cell.words == f"Invented finding {row + 1:04}"
