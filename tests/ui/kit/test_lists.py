"""Lists and tables: rows are chosen and opened, headings ask for a sort, cut words are kept."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtGui import Qt as QtGuiNames
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QStyleOptionViewItem, QToolTip

from jasp_desktop.domain.marks import OVERDUE, mark_for_force_status
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.list_pane import ListPane
from jasp_desktop.ui.kit.register_table import RegisterTable
from jasp_desktop.ui.kit.rows import Blank, Cell, CellsModel, ListRow, RowsModel, TableColumn
from jasp_desktop.ui.kit.space import Measure
from jasp_desktop.ui.kit.type_scale import Type
from tests.ui.kit.showing import shown

ROWS = [
    ListRow("Victims are not always kept safe", "041/01", "Cause of concern", OVERDUE, "Overdue"),
    ListRow("Recording from the first report", "041/02", "Recommendation", note="Not read"),
    ListRow("A title alone"),
    ListRow(
        "A long title that goes on over two lines and then further still, until it is cut",
        "041/04",
        mark=mark_for_force_status("in_progress"),
        status="In progress",
        is_strong=True,
        is_loud=False,
    ),
]
COLUMNS = [
    TableColumn("ref", "Ref", 76),
    TableColumn("finding", "Finding"),
    TableColumn("target", "Target", 108, is_right=True),
    TableColumn("hmicfrs", "HMICFRS position", 162, is_optional=True, can_sort=False),
    TableColumn("questions", "Questions", 92, is_right=True, is_optional=True),
]
LONG = "<b>Victims</b> of stalking are not always kept safe while the force investigates" * 2


class Register(CellsModel):
    def rowCount(self, parent=None):
        return 0 if parent is not None and parent.isValid() else 30

    def cell(self, row, key):
        cells = {
            "ref": Cell(f"041/{row:02}", is_strong=True),
            "finding": Cell(LONG if row == 1 else "Short", "Recommendation"),
            "target": Cell("31 Oct 2026"),
            "hmicfrs": Cell("Overdue", mark=OVERDUE, colour=Colour.OVERDUE),
            "questions": Cell("No evidence", blank=Blank.WANTED if row % 2 else Blank.NOT_YET),
        }
        return None if row == 3 else cells[key]


@pytest.fixture
def pane(appearance, qtbot):
    pane = ListPane(appearance, "Findings")
    pane.setModel(RowsModel(ROWS, pane))
    pane.resize(312, 500)
    return shown(qtbot, pane)


@pytest.fixture
def table(appearance, qtbot):
    table = RegisterTable(appearance, "Findings", COLUMNS, two_lines=True)
    table.setModel(Register(COLUMNS, table))
    table.resize(1000, 500)
    return shown(qtbot, table)


@pytest.mark.usefixtures("qapp")
def test_the_models_keep_to_the_rules():
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    for model in (RowsModel(ROWS), Register(COLUMNS)):
        QAbstractItemModelTester(model, fatal)


def test_the_arrows_choose_and_enter_opens_a_row_of_a_list(pane, qtbot):
    pane.setFocus()
    pane.choose(0)
    with qtbot.waitSignal(pane.chosen) as chosen:
        qtbot.keyClick(pane, Qt.Key.Key_Down)
    assert chosen.args == [1]
    with qtbot.waitSignal(pane.opened) as opened:
        qtbot.keyClick(pane, Qt.Key.Key_Return)
    assert opened.args == [1]


def test_a_double_click_opens_a_row_of_a_list(pane, qtbot):
    at = pane.visualRect(pane.model().index(1, 0)).center()
    qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(pane.opened):
        qtbot.mouseDClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_row_is_as_high_as_its_lines(pane):
    heights = [pane.visualRect(pane.model().index(row, 0)).height() for row in range(4)]
    assert heights[2] < heights[1] < heights[0] < heights[3]


def test_the_chosen_row_stays_in_view_where_a_list_grows_shorter(pane):
    pane.resize(300, 600)
    row = pane.model().rowCount() - 1
    pane.choose(row)
    pane.resize(280, pane.visualRect(pane.currentIndex()).height() + 10)
    seen = pane.visualRect(pane.currentIndex())
    assert pane.viewport().rect().contains(seen)


def test_a_row_that_is_not_there_cannot_be_chosen(pane):
    pane.choose(1)
    pane.choose(99)
    assert pane.currentIndex().row() == 1


def test_a_list_says_each_row_as_a_whole(pane):
    interface = QAccessible.queryAccessibleInterface(pane)
    assert interface.role() is QAccessible.Role.List
    spoken = interface.child(0).text(QAccessible.Text.Name)
    assert spoken == "041/01, Cause of concern, Victims are not always kept safe, Overdue"


def test_other_rows_take_the_place_of_the_old(pane):
    pane.model().set_rows(ROWS[:1])
    assert pane.model().rowCount() == 1
    assert pane.model().row(0) == ROWS[0]


def test_the_arrows_choose_and_enter_opens_a_row_of_a_table(table, qtbot):
    table.setFocus()
    table.choose(4)
    assert table.chosen_row == 4
    with qtbot.waitSignal(table.chosen) as chosen:
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert chosen.args == [5]
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Enter)
    assert opened.args == [5]


def test_going_along_a_row_chooses_nothing_new(table, qtbot):
    table.setFocus()
    table.choose(4)
    with qtbot.assertNotEmitted(table.chosen):
        qtbot.keyClick(table, Qt.Key.Key_Right)


def test_a_double_click_opens_a_row_of_a_table(table, qtbot):
    at = table.visualRect(table.model().index(2, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened.args == [2]


def test_a_heading_asks_for_a_sort_and_then_for_the_other_way(table, qtbot):
    at = QPoint(table.columnViewportPosition(0) + 5, 10)
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        with qtbot.waitSignal(table.sort_requested) as asked:
            qtbot.mouseClick(table.head.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert asked.args == ["ref", order]
        table.show_sort("ref", order)


def test_headings_sort_by_keyboard_too(table, qtbot):
    table.head.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(table.head, Qt.Key.Key_Right)
    with qtbot.waitSignal(table.sort_requested) as asked:
        qtbot.keyClick(table.head, Qt.Key.Key_Space)
    assert asked.args[0] == "finding"
    for _ in range(9):
        qtbot.keyClick(table.head, Qt.Key.Key_Left)
    with qtbot.waitSignal(table.sort_requested) as asked:
        qtbot.keyClick(table.head, Qt.Key.Key_Space)
    assert asked.args[0] == "ref"


def test_a_heading_that_does_not_sort_asks_for_nothing(table, qtbot):
    at = QPoint(table.columnViewportPosition(3) + 5, 10)
    with qtbot.assertNotEmitted(table.sort_requested):
        qtbot.mouseClick(table.head.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_rows_have_the_heights_of_the_looks(table, appearance, qtbot):
    assert table.rowHeight(0) == Measure.TABLE_ROW_TWO
    plain = RegisterTable(appearance, "Actions", COLUMNS)
    qtbot.addWidget(plain)
    plain.setModel(Register(COLUMNS, plain))
    assert plain.rowHeight(0) == Measure.TABLE_ROW
    appearance.choose_text_size(200)
    assert plain.rowHeight(0) == 2 * Measure.TABLE_ROW


def test_words_of_a_column_may_take_two_lines(appearance, qtbot):
    columns = [replace(one, lines=2) if one.key == "finding" else one for one in COLUMNS]
    table = RegisterTable(appearance, "Findings", columns, two_lines=True)
    table.setModel(Register(columns, table))
    table.resize(1000, 500)
    shown(qtbot, table)
    line = appearance.theme.line_height(Type.UI)
    assert table.rowHeight(0) == Measure.TABLE_ROW_TWO + line
    appearance.choose_text_size(200)
    assert table.rowHeight(0) == 2 * (Measure.TABLE_ROW_TWO + line)


# The off-screen platform says this of itself at every tool tip; it is not ours.
@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_two_lines_that_hold_all_words_need_no_tool_tip(appearance, qtbot):
    columns = [replace(one, lines=2) if one.key == "finding" else one for one in COLUMNS]
    table = RegisterTable(appearance, "Findings", columns, two_lines=True)
    table.setModel(Register(columns, table))
    shown(qtbot, table)
    table.resize(520, 500)
    assert "investigates" in tip_over(table, 1, 1)
    table.resize(1600, 500)
    tip_over(table, 1, 1)
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_a_table_can_shrink_to_its_headings_and_one_row(table):
    least = table.minimumSizeHint().height()
    assert least == table.head.height() + table.rowHeight(0)


def test_optional_columns_go_before_a_finding_is_cut(table):
    assert not any(table.isColumnHidden(place) for place in range(5))
    table.resize(680, 500)
    assert table.isColumnHidden(4)
    assert not table.isColumnHidden(3)
    table.resize(520, 500)
    assert table.isColumnHidden(3)
    assert table.columnWidth(1) >= 300


def tip_over(table: RegisterTable, row: int, column: int) -> str:
    index = table.model().index(row, column)
    option = QStyleOptionViewItem()
    option.rect = table.visualRect(index)
    at = option.rect.center()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, at, table.viewport().mapToGlobal(at))
    table.itemDelegate().helpEvent(event, table, option, index)
    return QToolTip.text()


# The off-screen platform says this of itself at every tool tip; it is not ours.
@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_a_cell_cut_short_shows_all_its_words_as_they_are(table):
    tip = tip_over(table, 1, 1)
    assert "investigates" in tip
    assert not QtGuiNames.mightBeRichText(tip)
    QToolTip.hideText()


def test_a_cell_that_shows_everything_has_no_tool_tip(table, qtbot):
    tip_over(table, 0, 1)
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_a_table_says_each_cell_with_its_heading(table):
    index = table.model().index(0, 1)
    spoken = table.model().data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Finding: Short, Recommendation"
    interface = QAccessible.queryAccessibleInterface(table)
    assert interface.role() is QAccessible.Role.Table


def test_the_row_under_the_pointer_is_told_from_the_others(table, qtbot):
    at = table.visualRect(table.model().index(2, 1)).center()
    qtbot.mouseMove(table.viewport(), at)
    qtbot.waitUntil(lambda: table.itemDelegate().hovered_row == 2)
