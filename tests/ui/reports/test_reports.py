"""The list of reports and one report."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jasp_desktop.domain.listings import FindingQuery
from jasp_desktop.ui.clock_bar import ClockBar
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.rows import CELL_ROLE
from jasp_desktop.ui.places import PageKey
from jasp_desktop.ui.record_line import RecordLine


def the_2020_report(seat):
    lines = seat.desk.register.reports()
    return next(line for line in lines if "(2020)" in line.report.name)


def column(page, key: str) -> list[str]:
    place = next(n for n, each in enumerate(page.model.columns) if each.key == key)
    rows = range(page.model.rowCount())
    return [page.model.index(row, place).data(CELL_ROLE).words for row in rows]


@pytest.fixture
def page(seat):
    seat.go(PageKey.REPORTS)
    return seat.sitting.visits.page


def test_every_report_is_listed_the_newest_first(seat, page):
    newest_first = sorted(
        (line.report for line in seat.desk.register.reports()),
        key=lambda report: report.published,
        reverse=True,
    )
    assert column(page, "report") == [report.name for report in newest_first]
    assert page.summary.text().replace("\u00a0", " ").startswith("13 reports")


@pytest.mark.parametrize("key", ["report", "published", "applies", "clock", "findings", "open"])
def test_every_column_sorts_both_ways(page, key: str):
    page.table.sort_requested.emit(key, Qt.SortOrder.AscendingOrder)
    upwards = column(page, "report")
    page.table.sort_requested.emit(key, Qt.SortOrder.DescendingOrder)
    assert sorted(column(page, "report")) == sorted(upwards)
    assert column(page, "report") != upwards


def test_enter_opens_a_report_and_coming_back_keeps_it_chosen(qtbot: QtBot, seat, page):
    page.table.choose(4)
    name = column(page, "report")[4]
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert seat.page is PageKey.REPORT
    assert seat.sitting.visits.page.crumbs()[-1].words == name
    qtbot.keyClick(seat.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.table.chosen_row == 4


def test_a_report_without_recommendations_says_that_its_findings_stand_alone(seat):
    line = the_2020_report(seat)
    seat.go(PageKey.REPORT, line.report.uid)
    words = [label.text() for label in seat.sitting.visits.page.findChildren(Label)]
    assert "Recommendations: none. Its findings stand alone." in words


def test_the_findings_of_a_report_lead_to_their_dossiers(qtbot: QtBot, seat):
    line = the_2020_report(seat)
    seat.go(PageKey.REPORT, line.report.uid)
    lines = seat.sitting.visits.page.findChildren(RecordLine)
    assert len(lines) == line.findings
    qtbot.mouseClick(lines[0], Qt.MouseButton.LeftButton)
    assert seat.page is PageKey.FINDING
    ids = seat.desk.register.finding_ids(FindingQuery(report=line.report.uid))
    uids = {found.uid for found in seat.desk.register.finding_lines(ids)}
    assert seat.sitting.visits.history.here.uid in uids


def test_a_clock_is_drawn_beside_its_words(seat):
    line = the_2020_report(seat)
    seat.go(PageKey.REPORT, line.report.uid)
    bars = seat.sitting.visits.page.findChildren(ClockBar)
    assert len(bars) == 1
    assert line.clock.day_words in bars[0].accessibleName()


def test_the_notebook_beside_a_report_is_about_it(seat):
    line = the_2020_report(seat)
    seat.go(PageKey.REPORT, line.report.uid)
    page = seat.sitting.visits.page
    assert page.subject().uid == line.report.uid
    assert page.subject_label() == line.report.name
    assert seat.sitting.notebook.panel.isVisible()


def test_an_empty_list_offers_to_import(qtbot: QtBot, empty_seat):
    empty_seat.go(PageKey.REPORTS)
    page = empty_seat.sitting.visits.page
    assert not page.table.isVisible()
    qtbot.mouseClick(page.empty.step, Qt.MouseButton.LeftButton)
    assert empty_seat.page is PageKey.IMPORT
