"""Ctrl+E and the Export button: the list that is shown, or the whole register."""

import csv
import json

import openpyxl
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jasp_desktop.ui.places import PageKey

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def export_by_key(qtbot: QtBot, seat):
    with qtbot.waitSignal(seat.sitting.workspace.notices.told):
        qtbot.keyClick(seat.window, Qt.Key.Key_E, CTRL)


@pytest.mark.parametrize(
    ("page", "sheet"),
    [
        (PageKey.FINDINGS, "Findings"),
        (PageKey.REPORTS, "Reports"),
        (PageKey.MEETINGS, "Meetings"),
    ],
)
def test_ctrl_e_on_a_list_writes_the_list(qtbot: QtBot, seat, tmp_path, page, sheet):
    seat.go(page)
    seat.files.answer = tmp_path / "list.xlsx"
    export_by_key(qtbot, seat)
    rows = list(openpyxl.load_workbook(seat.files.answer)[sheet].values)
    assert len(rows) == seat.sitting.visits.page.model.rowCount() + 1
    assert f"{sheet} 13 Nov 2026.xlsx" in seat.files.asked[0]
    assert "list.xlsx" in seat.window.notices.sentence.text()


def test_the_export_button_writes_what_the_chips_leave(qtbot: QtBot, seat, tmp_path):
    seat.go(PageKey.FINDINGS, detail="overdue")
    page = seat.sitting.visits.page
    seat.files.answer = tmp_path / "overdue.csv"
    with qtbot.waitSignal(seat.sitting.workspace.notices.told):
        qtbot.mouseClick(page.export, LEFT)
    with seat.files.answer.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert 0 < len(rows) == page.model.rowCount()
    assert all(row["Days overdue"] for row in rows)


def test_the_findings_of_one_report_are_named_after_it(qtbot: QtBot, seat, tmp_path):
    report = seat.desk.register.reports()[0].report
    seat.go(PageKey.FINDINGS, report.uid, "all")
    seat.files.answer = tmp_path / "findings.csv"
    export_by_key(qtbot, seat)
    assert f"Findings {report.name} 13 Nov 2026.xlsx" in seat.files.asked[0]


def test_a_list_page_writes_the_whole_register_where_that_is_chosen(qtbot: QtBot, seat, tmp_path):
    seat.go(PageKey.REPORTS)
    seat.files.answer = tmp_path / "register.json"
    export_by_key(qtbot, seat)
    assert json.loads(seat.files.answer.read_text(encoding="utf-8"))["format"] == "jasp-register"


@pytest.mark.parametrize(("name", "sheet"), [("r.xlsx", "finding"), ("t.csv", None)])
def test_elsewhere_the_register_goes_out_in_the_kind_that_is_named(
    qtbot: QtBot, seat, tmp_path, name, sheet
):
    seat.files.answer = tmp_path / name
    export_by_key(qtbot, seat)
    if sheet:
        assert sheet in openpyxl.load_workbook(seat.files.answer).sheetnames
    else:
        assert seat.files.answer.read_text(encoding="utf-8-sig").startswith("Ref,Report,")


def test_thinking_better_of_it_exports_nothing(qtbot: QtBot, seat, tmp_path):
    seat.go(PageKey.FINDINGS)
    qtbot.keyClick(seat.window, Qt.Key.Key_E, CTRL)
    assert seat.files.asked
    assert not any(path.suffix == ".xlsx" for path in tmp_path.iterdir())


def test_a_list_that_cannot_be_written_is_told(qtbot: QtBot, seat, tmp_path):
    seat.go(PageKey.FINDINGS)
    seat.files.answer = tmp_path / "list.docx"
    with qtbot.waitSignal(seat.sitting.workspace.notices.failed):
        qtbot.keyClick(seat.window, Qt.Key.Key_E, CTRL)
    assert not seat.files.answer.exists()


@pytest.mark.parametrize("page", [PageKey.REPORTS, PageKey.MEETINGS])
def test_the_rows_have_the_keyboard_and_not_the_button_above_them(seat, page):
    seat.go(page)
    assert seat.window.focusWidget() is seat.sitting.visits.page.table
