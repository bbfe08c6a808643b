"""The wizard on real spreadsheets: what is proposed, what stops a person, what is kept."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from jasp_desktop.domain.trackers import Fate, TrackerField
from jasp_desktop.ui.importing.tracker.outcome_rows import Section
from jasp_desktop.ui.places import PageKey
from tests.exchange.trackers.sample_sheets import (
    LINES,
    day_first,
    four_action,
    rounds,
    two_row_headings,
    write_csv,
    write_xlsx,
)

LEFT = Qt.MouseButton.LeftButton
PATIENCE = 30_000


@pytest.fixture
def page(seat):
    seat.go(PageKey.IMPORT)
    return seat.sitting.visits.page


@pytest.fixture
def read(qtbot, seat, page):
    """Return what reads a file and shows its sheet."""

    def reading(path):
        seat.files.answer = path
        qtbot.mouseClick(page.choose.choose, LEFT)
        qtbot.waitUntil(page.wizard.sheet.isVisible, timeout=PATIENCE)
        return page.wizard

    return reading


def confirm_day(qtbot, wizard, place=0):
    qtbot.mouseClick(wizard.sheet.as_at.options[place], LEFT)


def go_on(qtbot, view):
    qtbot.waitUntil(lambda: view.foot.reason == "", timeout=PATIENCE)
    qtbot.mouseClick(view.foot.go_on, LEFT)


def check(qtbot, wizard):
    """Go on to the check with everything as it is proposed."""
    if not wizard.sheet.as_at.value:
        confirm_day(qtbot, wizard)
    go_on(qtbot, wizard.sheet)
    go_on(qtbot, wizard.columns)
    if wizard.dates.isVisible():
        go_on(qtbot, wizard.dates)
    qtbot.waitUntil(lambda: wizard.plan is not None, timeout=PATIENCE)
    return wizard.check


def columns_of(wizard, field):
    return [slip for slip in wizard.columns.slips.values() if slip.use.field is field]


def test_a_hidden_sheet_is_named_so_and_never_chosen_by_itself(qtbot, read, tmp_path):
    hidden = replace(rounds(), name="Old", is_hidden=True)
    wizard = read(write_xlsx(tmp_path / "tracker.xlsx", four_action(), hidden))
    sheets = wizard.sheet.sheets
    assert [sheets.itemText(place) for place in range(sheets.count())] == [
        "Tracker",
        "Old (hidden)",
    ]
    assert sheets.value == "Tracker"
    sheets.setFocus()
    qtbot.keyClick(sheets, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "Old" in wizard.sheet.file.text(), timeout=PATIENCE)
    assert wizard.sheet.grid.sheet.header_row == 3


def test_the_row_of_the_headings_is_pointed_at_by_mouse_or_key(qtbot, read, tmp_path):
    wizard = read(write_xlsx(tmp_path / "tracker.xlsx", four_action()))
    grid = wizard.sheet.grid
    assert grid.sheet.header_row == 4
    index = grid.sheet.index(grid.sheet.place_of(1), 0)
    qtbot.mouseClick(grid.viewport(), LEFT, pos=grid.visualRect(index).center())
    qtbot.waitUntil(lambda: not columns_of(wizard, TrackerField.OWNER), timeout=PATIENCE)
    grid.setFocus()
    grid.setCurrentIndex(grid.sheet.index(grid.sheet.place_of(4), 0))
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(columns_of(wizard, TrackerField.OWNER)), timeout=PATIENCE)


def test_headings_in_two_rows_are_read_as_one(read, tmp_path):
    sheet = two_row_headings()
    wizard = read(write_xlsx(tmp_path / "tracker.xlsx", sheet))
    assert wizard.sheet.grid.sheet.header_row == sheet.header_row
    (target,) = columns_of(wizard, TrackerField.TARGET)
    assert target.use.heading == "Timescale Revised"


def test_the_day_of_the_data_is_proposed_and_must_be_confirmed(qtbot, read, tmp_path):
    wizard = read(write_xlsx(tmp_path / "tracker March 2026.xlsx", four_action()))
    options = wizard.sheet.as_at.options
    assert [each.text() for each in options] == [
        "31\u00a0March\u00a02026",
        "13\u00a0November\u00a02026",
        "Another day",
    ]
    assert wizard.sheet.as_at.value is None
    assert wizard.sheet.foot.reason == "Say the day of the data"
    qtbot.mouseClick(options[2], LEFT)
    qtbot.waitUntil(wizard.sheet.as_at.day.hasFocus)
    qtbot.keyClicks(wizard.sheet.as_at.day, "31/02/2026")
    qtbot.keyClick(wizard.sheet.as_at.day, Qt.Key.Key_Return)
    assert wizard.sheet.as_at.field.is_wrong
    assert wizard.sheet.foot.reason
    wizard.sheet.as_at.day.selectAll()
    qtbot.keyClicks(wizard.sheet.as_at.day, "2 April 2026")
    qtbot.keyClick(wizard.sheet.as_at.day, Qt.Key.Key_Return)
    assert wizard.sheet.foot.reason == ""


def test_two_columns_cannot_both_be_the_target_date(qtbot, read, tmp_path):
    wizard = read(write_xlsx(tmp_path / "tracker.xlsx", four_action()))
    confirm_day(qtbot, wizard)
    go_on(qtbot, wizard.sheet)
    (original,) = columns_of(wizard, TrackerField.ORIGINAL_TARGET)
    original.choice.setFocus()
    qtbot.keyClicks(original.choice, "Target")
    assert "“Target date”: keep one" in wizard.columns.foot.reason
    assert original.twice.isVisible()
    qtbot.keyClick(original.choice, Qt.Key.Key_Home)
    assert original.choice.currentText() == "Not read"
    qtbot.waitUntil(lambda: wizard.columns.foot.reason == "", timeout=PATIENCE)


def test_a_round_s_day_is_read_from_its_heading_and_can_be_typed(qtbot, read, tmp_path):
    wizard = read(write_xlsx(tmp_path / "tracker.xlsx", rounds()))
    confirm_day(qtbot, wizard)
    go_on(qtbot, wizard.sheet)
    slips = columns_of(wizard, TrackerField.UPDATE)
    assert "31 March 2026" in [slip.round.text() for slip in slips]
    slip = slips[0]
    slip.round.setFocus()
    slip.round.selectAll()
    qtbot.keyClicks(slip.round, "soon")
    qtbot.keyClick(slip.round, Qt.Key.Key_Tab)
    assert wizard.columns.foot.reason == "Put the round’s day right"
    slip.round.selectAll()
    qtbot.keyClicks(slip.round, "1 December 2025")
    qtbot.keyClick(slip.round, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: wizard.columns.foot.reason == "", timeout=PATIENCE)


def test_going_back_keeps_what_was_said(qtbot, read, tmp_path):
    wizard = read(write_xlsx(tmp_path / "tracker.xlsx", four_action()))
    confirm_day(qtbot, wizard)
    day = wizard.sheet.as_at.value
    wizard.sheet.tracker.setText("Another tracker")
    go_on(qtbot, wizard.sheet)
    (owner,) = columns_of(wizard, TrackerField.OWNER)
    owner.choice.setFocus()
    qtbot.keyClick(owner.choice, Qt.Key.Key_Home)
    qtbot.mouseClick(wizard.columns.foot.back, LEFT)
    assert wizard.sheet.as_at.value == day
    go_on(qtbot, wizard.sheet)
    go_on(qtbot, wizard.columns)
    qtbot.waitUntil(lambda: wizard.plan is not None, timeout=PATIENCE)
    assert wizard.plan.mapping.tracker == "Another tracker"
    assert wizard.plan.mapping.column_of(TrackerField.OWNER) is None


def test_coming_back_from_another_page_finds_the_wizard_as_it_was(qtbot, seat, read, tmp_path):
    wizard = read(write_xlsx(tmp_path / "tracker.xlsx", four_action()))
    check(qtbot, wizard)
    seat.go(PageKey.HOME)
    seat.go(PageKey.IMPORT)
    assert wizard.check.isVisible()


def test_dates_left_open_wait_and_can_be_left_out(qtbot, read, tmp_path):
    path = tmp_path / "tracker.csv"
    wizard = read(write_csv(path, four_action(dates=day_first)))
    view = check(qtbot, wizard)
    waiting = [each.row for each in wizard.plan.outcomes if each.fate is Fate.WAITING]
    assert waiting
    assert "to settle" in wizard.steps()[0][3].words
    assert "to settle first" in view.foot.reason
    qtbot.mouseClick(view.band.leave, LEFT)
    qtbot.waitUntil(lambda: not wizard.plan.waiting, timeout=PATIENCE)
    qtbot.waitUntil(lambda: view.foot.reason == "", timeout=PATIENCE)
    assert not view.band.isVisible()
    qtbot.mouseClick(view.foot.back, LEFT)
    assert wizard.dates.isVisible()


def test_nothing_on_the_register_changes_before_the_import(qtbot, seat, read, tmp_path):
    before = len(seat.desk.register.reports())
    batches = seat.desk.certificates.batches()
    view = check(qtbot, read(write_xlsx(tmp_path / "tracker.xlsx", four_action())))
    assert view.isVisible()
    assert seat.desk.certificates.batches() == batches
    assert len(seat.desk.register.reports()) == before


def test_another_file_lets_go_of_the_first(qtbot, seat, page, read, tmp_path):
    wizard = read(write_xlsx(tmp_path / "one.xlsx", four_action()))
    seat.files.answer = write_xlsx(tmp_path / "two.xlsx", rounds())
    qtbot.mouseClick(wizard.sheet.foot.back, LEFT)
    qtbot.waitUntil(lambda: "two.xlsx" in wizard.sheet.file.text(), timeout=PATIENCE)
    assert page.crumbs()[-1].words == "two.xlsx"
    assert wizard.plan is None


def test_a_spreadsheet_that_cannot_be_read_is_one_sentence(qtbot, seat, page, tmp_path):
    path = tmp_path / "tracker.xlsx"
    path.write_bytes(b"PK\x03\x04 and then nothing that a spreadsheet has")
    seat.files.answer = path
    qtbot.mouseClick(page.choose.choose, LEFT)
    qtbot.waitUntil(page.choose.fault.isVisible, timeout=PATIENCE)
    assert page.choose.fault.text().endswith(".")


def test_the_whole_wizard_by_keyboard_alone(qtbot, read, tmp_path):
    wizard = read(write_xlsx(tmp_path / "tracker March 2026.xlsx", four_action()))
    option = wizard.sheet.as_at.options[0]
    option.setFocus()
    qtbot.keyClick(option, Qt.Key.Key_Space)
    for view in (wizard.sheet, wizard.columns):
        qtbot.waitUntil(lambda shown=view: shown.foot.reason == "", timeout=PATIENCE)
        view.foot.go_on.setFocus()
        qtbot.keyClick(view.foot.go_on, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: wizard.plan is not None, timeout=PATIENCE)
    qtbot.waitUntil(wizard.check.list.hasFocus)
    first = wizard.check.list.currentIndex().row()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert wizard.check.list.currentIndex().row() > first


def test_totals_of_the_covering_report_reach_the_certificate(qtbot, page, read, tmp_path):
    wizard = read(write_xlsx(tmp_path / "tracker.xlsx", four_action(LINES)))
    view = check(qtbot, wizard)
    qtbot.mouseClick(view.compare, LEFT)
    line = view.totals.lines[0]
    qtbot.keyClicks(line.words, "delayed")
    line.number.setFocus()
    qtbot.keyClicks(line.number, "99")
    qtbot.keyClick(line.number, Qt.Key.Key_Return)
    qtbot.waitUntil(line.result.isVisible)
    assert line.result.text().startswith("Differs: the register counts")
    waiting = view.tiles[Section.WAITING].text()
    if waiting != "0":
        qtbot.mouseClick(view.band.leave, LEFT)
    go_on(qtbot, view)
    qtbot.waitUntil(page.certificate.isVisible, timeout=PATIENCE)
    (total,) = page.certificates.shown.certificate.totals
    assert (total.words, total.reported) == ("delayed", 99)


def test_little_height_goes_to_the_rows_with_the_headings_in_view(
    qtbot, seat, read, appearance, tmp_path
):
    wizard = read(write_xlsx(tmp_path / "tracker.xlsx", four_action()))
    sheet = wizard.sheet
    assert sheet.head.isVisible()
    seat.window.resize(1366, 768)
    appearance.choose_text_size(200)
    qtbot.waitUntil(lambda: not sheet.head.isVisible())
    sheet.panes.show_right()
    seat.window.notices.hide()
    rows = sheet.grid.viewport()
    qtbot.waitUntil(lambda: rows.height() >= 150)
    place = sheet.grid.sheet.place_of(sheet.grid.sheet.header_row)
    headings = sheet.grid.visualRect(sheet.grid.sheet.index(place, 0))
    assert rows.rect().contains(headings)
    appearance.choose_text_size(100)
    qtbot.waitUntil(sheet.head.isVisible)
