"""Prose: what was written is what is read, selected and copied."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication

from jasp_desktop.ui.kit.prose import Prose
from jasp_desktop.ui.kit.text_block import Range, Standing, TextBlock, units
from jasp_desktop.ui.kit.theme import Theme
from jasp_desktop.ui.kit.type_scale import Type

TEXT = "By 31 March 2026, the chief constable should make sure that an officer assesses the risk."


@pytest.fixture
def prose(appearance, qtbot):
    widget = Prose(appearance, TEXT)
    qtbot.addWidget(widget)
    widget.resize(300, widget.heightForWidth(300))
    with qtbot.waitExposed(widget):
        widget.show()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return widget


def copied() -> str:
    return QGuiApplication.clipboard().text()


def test_markup_in_a_text_is_only_words(appearance, qtbot):
    words = "<b>Not bold</b> &amp; <img src=x>"
    widget = Prose(appearance, words)
    qtbot.addWidget(widget)
    assert widget.textFormat() is Qt.TextFormat.PlainText
    assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name) == words
    widget.select_all()
    assert widget.selectedText() == words


def test_a_narrower_column_is_higher_by_whole_lines(prose, appearance):
    line = appearance.theme.line_height(Type.BODY)
    heights = [prose.heightForWidth(width) for width in (150, 250, 400, 600)]
    assert heights == sorted(heights, reverse=True)
    assert all(height % line == 0 for height in heights)


def test_a_column_stops_at_its_measure(prose, appearance):
    measure = appearance.theme.measure(Type.BODY)
    assert prose.heightForWidth(4 * measure) == prose.heightForWidth(measure)


def test_text_of_twice_the_size_takes_lines_twice_as_high(prose, appearance):
    before = prose.heightForWidth(10_000)
    appearance.choose_text_size(200)
    assert prose.heightForWidth(10_000) == 2 * before


def test_the_keyboard_selects_and_copies(prose, qtbot):
    shift = Qt.KeyboardModifier.ShiftModifier
    control = Qt.KeyboardModifier.ControlModifier
    for _ in range(2):
        qtbot.keyClick(prose, Qt.Key.Key_Right, shift)
    assert prose.selectedText() == "By"
    qtbot.keyClick(prose, Qt.Key.Key_Right, shift | control)
    assert prose.selectedText() == "By "
    qtbot.keyClick(prose, Qt.Key.Key_Left, shift)
    qtbot.keyClick(prose, Qt.Key.Key_C, control)
    assert copied() == "By"


def test_shift_with_down_and_end_selects_by_lines(prose, qtbot):
    shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(prose, Qt.Key.Key_Down, shift)
    first_line = prose.selectedText()
    assert TEXT.startswith(first_line)
    assert len(first_line) > 20
    qtbot.keyClick(prose, Qt.Key.Key_Up, shift)
    assert not prose.selectedText()
    qtbot.keyClick(prose, Qt.Key.Key_End, shift)
    assert TEXT.startswith(prose.selectedText())
    qtbot.keyClick(prose, Qt.Key.Key_Home, shift)
    assert not prose.selectedText()
    qtbot.keyClick(prose, Qt.Key.Key_End, shift | control)
    assert prose.selectedText() == TEXT
    qtbot.keyClick(prose, Qt.Key.Key_Left, shift | control)
    assert prose.selectedText() == TEXT[:-1]
    qtbot.keyClick(prose, Qt.Key.Key_Home, shift | control)
    assert not prose.selectedText()


def test_everything_is_selected_at_once(prose, qtbot):
    qtbot.keyClick(prose, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert prose.selectedText() == TEXT


def test_the_mouse_selects_by_dragging(prose, qtbot):
    qtbot.mousePress(prose, Qt.MouseButton.LeftButton, pos=QPoint(0, 5))
    qtbot.mouseMove(prose, QPoint(prose.width(), 5))
    qtbot.mouseRelease(prose, Qt.MouseButton.LeftButton, pos=QPoint(prose.width(), 5))
    assert TEXT.startswith(prose.selectedText())
    assert prose.selectedText()


def test_a_double_click_selects_a_word(prose, qtbot):
    qtbot.mouseDClick(prose, Qt.MouseButton.LeftButton, pos=QPoint(2, 5))
    assert prose.selectedText() == "By"


def test_other_words_take_the_selection_away(prose):
    prose.select_all()
    prose.setText("Another text")
    assert not prose.selectedText()
    assert prose.text() == "Another text"


def test_a_letter_beyond_the_basic_plane_is_copied_whole(appearance, qtbot):
    widget = Prose(appearance, "🚓 seen 🚓")
    qtbot.addWidget(widget)
    widget.select_all()
    widget.copy()
    assert copied() == "🚓 seen 🚓"


def test_words_that_stand_out_change_no_height(appearance, qtbot):
    plain, marked = Prose(appearance, TEXT), Prose(appearance, TEXT)
    qtbot.addWidget(plain)
    qtbot.addWidget(marked)
    marked.set_words(TEXT, [Range(3, 8, Standing.FOUND), Range(30, 10, Standing.REMOVED)])
    assert plain.heightForWidth(600) == marked.heightForWidth(600)


def test_a_page_can_scroll_to_a_word(prose, appearance):
    assert prose.top_of(0) == 0
    assert prose.top_of(len(TEXT) - 1) >= appearance.theme.line_height(Type.BODY)


@pytest.mark.usefixtures("appearance")
def test_a_text_cut_short_says_so():
    block = TextBlock(TEXT, Type.BODY, Theme(), 200, lines=2)
    assert block.is_elided
    assert block.count == 2
    assert not TextBlock(TEXT, Type.BODY, Theme(), 200).is_elided


@pytest.mark.usefixtures("appearance")
def test_an_empty_text_still_takes_a_line():
    assert TextBlock("", Type.UI, Theme(), 200).height == Theme().line_height(Type.UI)


@pytest.mark.usefixtures("appearance")
def test_every_line_of_a_text_is_a_line():
    assert TextBlock("One\nTwo\r\nThree", Type.UI, Theme(), 500).count == 3


@given(text=st.text(max_size=120), width=st.integers(1, 600), start=st.integers(0, 130))
def test_any_text_can_be_laid_out_selected_and_copied(window_appearance, text, width, start):
    widget = Prose(window_appearance, text, ranges=[Range(start, 5, Standing.ADDED)])
    try:
        assert widget.heightForWidth(width) > 0
        widget.select_all()
        assert widget.selectedText() == widget.text()
        assert units(text) == len(text.encode("utf-16-le", "surrogatepass")) // 2
    finally:
        widget.deleteLater()
