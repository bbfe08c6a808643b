"""The controls: names, states, keyboard, and the reason when one is not available."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtGui import Qt as QtGuiNames
from PySide6.QtWidgets import QApplication

from jasp_desktop.domain.marks import OVERDUE, PRIVATE, mark_for_force_status
from jasp_desktop.ui.kit.buttons import Button, ButtonKind, Chip, IconButton, ReasonedButton
from jasp_desktop.ui.kit.cards import EmptyState, PromptCard
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.facts import Fact, Figure
from jasp_desktop.ui.kit.fields import Choice, Field, Line, SearchField, TextBox
from jasp_desktop.ui.kit.labels import Label, SectionHeading, StatusWord
from jasp_desktop.ui.kit.plain_text import plain_tip
from jasp_desktop.ui.kit.planes import Column, Flow, Row
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.ticks import Option, Tick
from jasp_desktop.ui.kit.type_scale import Type
from tests.ui.kit.showing import shown

A11Y = QAccessible.queryAccessibleInterface
might_be_rich_text = QtGuiNames.mightBeRichText
NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


@pytest.mark.parametrize("kind", list(ButtonKind))
def test_a_button_says_its_words_and_answers_the_keyboard(appearance, qtbot, kind):
    button = shown(qtbot, Button(appearance, "R&D papers", kind, icon="plus", key="Ctrl+E"))
    assert A11Y(button).text(NAME) == "R&D papers"
    assert A11Y(button).role() is QAccessible.Role.Button
    assert A11Y(button).text(DESCRIPTION) == "Key Ctrl+E"
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_a_button_is_a_target_that_a_pointer_finds(appearance, qtbot):
    for size in (100, 200):
        appearance.choose_text_size(size)
        for button in (Button(appearance, "Go"), IconButton(appearance, "x", "Close")):
            qtbot.addWidget(button)
            assert min(button.sizeHint().width(), button.sizeHint().height()) >= 32 * size / 100


def test_a_button_that_is_not_available_gives_its_reason_beside_it(appearance, qtbot):
    reasoned = shown(qtbot, ReasonedButton(appearance, Button(appearance, "Import 39 rows")))
    reasoned.withhold("4 dates to settle first")
    assert reasoned.reason.isVisible()
    assert not reasoned.button.isEnabled()
    assert "4 dates to settle first" in A11Y(reasoned.button).text(DESCRIPTION)
    reasoned.allow()
    assert not reasoned.reason.isVisible()
    assert reasoned.button.isEnabled()


def test_a_button_takes_other_words(appearance, qtbot):
    button = Button(appearance, "Mark ready")
    qtbot.addWidget(button)
    before = button.sizeHint().width()
    button.set_words("Take back to draft")
    assert button.accessibleName() == "Take back to draft"
    assert button.sizeHint().width() > before


def test_a_long_crumb_is_cut_short_and_keeps_its_words_in_a_tool_tip(appearance, qtbot):
    crumb = Button(appearance, "A very long title of a report", ButtonKind.QUIET)
    crumb.resize(80, 30)
    shown(qtbot, crumb)
    assert crumb.minimumSizeHint().width() < crumb.sizeHint().width()
    assert crumb.toolTip() == "A very long title of a report"


def test_an_icon_alone_has_a_name_and_a_tool_tip(appearance, qtbot):
    button = IconButton(appearance, "chevron-left", "Back (Alt+Left)")
    qtbot.addWidget(button)
    assert A11Y(button).text(NAME) == button.toolTip() == "Back (Alt+Left)"


def test_a_chip_says_its_count_and_whether_it_is_chosen(appearance, qtbot):
    chip = shown(qtbot, Chip(appearance, "Overdue", 1204, OVERDUE))
    assert A11Y(chip).text(NAME) == "Overdue, 1,204"
    assert A11Y(chip).state().checkable
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert A11Y(chip).state().checked
    chip.set_count(None)
    assert A11Y(chip).text(NAME) == "Overdue"


def test_a_label_shows_markup_as_words(appearance, qtbot):
    label = Label(appearance, "<b>041/03</b>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert A11Y(label).text(NAME) == "<b>041/03</b>"


def test_a_label_that_is_cut_short_has_its_words_in_a_plain_tool_tip(appearance, qtbot):
    label = Label(appearance, "<b>National thematic</b>, published in November", elide=True)
    label.resize(60, 21)
    shown(qtbot, label)
    assert label.toolTip() == plain_tip(label.text())
    assert not might_be_rich_text(label.toolTip())
    label.resize(900, 21)
    assert not label.toolTip()


@pytest.mark.parametrize("words", ["<b>x</b>", "a &lt;b&gt;", "<?xml x?>", "<!doctype>", "a<br>b"])
def test_a_tool_tip_never_takes_words_for_markup(words):
    assert not might_be_rich_text(plain_tip(words))


def test_a_label_that_wraps_grows_in_a_narrow_column(appearance, qtbot):
    column = Column(appearance)
    label = Label(appearance, "Read only. Signed by the secretariat.", Type.SMALL, wrap=True)
    column.add(label)
    column.add_stretch()
    column.resize(120, 400)
    shown(qtbot, column)
    assert label.height() >= 2 * appearance.theme.line_height(Type.SMALL)


def test_a_label_takes_other_looks(appearance, qtbot):
    label = Label(appearance, "Words")
    qtbot.addWidget(label)
    before = label.sizeHint()
    label.set_type(Type.H1)
    label.set_colour(Colour.OVERDUE)
    assert label.type_role is Type.H1
    assert label.sizeHint().height() > before.height()


def test_a_status_is_told_by_its_word(appearance, qtbot):
    status = StatusWord(appearance, OVERDUE)
    qtbot.addWidget(status)
    assert A11Y(status).text(NAME) == "Overdue"
    status.set_status(mark_for_force_status("delayed"), "Delayed since July")
    assert A11Y(status).text(NAME) == "Delayed since July"


def test_a_fact_is_told_as_a_whole(appearance, qtbot):
    fact = Fact(appearance, "Target", OVERDUE, "Overdue 14 days", source="was due 31 Oct 2026")
    qtbot.addWidget(fact)
    assert fact.accessibleName() == "Target: Overdue 14 days, was due 31 Oct 2026"


def test_a_figure_leads_to_what_it_counted(appearance, qtbot):
    figure = shown(qtbot, Figure(appearance, 7, "actions overdue", remark="3 more than in June"))
    assert A11Y(figure).text(NAME) == "7 actions overdue, 3 more than in June"
    with qtbot.waitSignal(figure.clicked):
        qtbot.mouseClick(figure, Qt.MouseButton.LeftButton)
    figure.set_number(1307)
    assert A11Y(figure).text(NAME) == "1,307 actions overdue"


def test_a_section_heading_keeps_its_quiet_words_at_the_right(appearance, qtbot):
    heading = SectionHeading(appearance, "Responses")
    heading.resize(500, 40)
    shown(qtbot, heading)
    assert not heading.quiet.isVisible()
    heading.set_quiet("letter 12 Dec 2025")
    link = Button(appearance, "Show all", ButtonKind.LINK)
    heading.add_right(link)
    assert heading.quiet.isVisible()
    assert A11Y(heading.title).text(NAME) == "Responses"
    assert A11Y(heading.title).role() is QAccessible.Role.Heading


def test_only_words_that_head_something_are_a_heading_to_a_screen_reader(appearance, qtbot):
    roles = [
        A11Y(shown(qtbot, label)).role()
        for label in (
            Label(appearance, "Findings", Type.H1),
            Label(appearance, "62 on the register", Type.SMALL),
            Label(appearance, "62", Type.H2, heading=False),
        )
    ]
    assert roles[0] is QAccessible.Role.Heading
    assert roles[1:] == [QAccessible.Role.StaticText] * 2


def test_a_heading_that_changes_says_its_new_words(appearance, qtbot):
    label = shown(qtbot, Label(appearance, "Finding", Type.H1, wrap=True))
    assert A11Y(label).text(NAME) == "Finding"
    label.setText("Risk assessment")
    assert A11Y(label).text(NAME) == "Risk assessment"


def test_a_field_names_its_editor_and_says_what_is_wrong(appearance, qtbot):
    field = shown(qtbot, Field(appearance, "Target date", Line(appearance), "To the day"))
    assert A11Y(field.editor).text(NAME) == "Target date"
    assert A11Y(field.editor).text(DESCRIPTION) == "To the day"
    field.show_fault("Choose a date after the report was published.")
    assert field.is_wrong
    assert field.fault.isVisible()
    assert field.editor.property("wrong") is True
    spoken = "Choose a date after the report was published. To the day"
    assert A11Y(field.editor).text(DESCRIPTION) == spoken
    field.clear_fault()
    assert not field.is_wrong
    assert not field.fault.isVisible()
    assert field.editor.property("wrong") is False


def test_a_click_on_its_name_goes_to_the_field(appearance, qtbot):
    field = shown(qtbot, Field(appearance, "Owner", Line(appearance)))
    qtbot.mouseClick(field.name, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is field.editor


def test_a_search_is_sent_by_enter_and_emptied_by_escape(appearance, qtbot):
    search = shown(qtbot, SearchField(appearance, "Find in this table", key="Ctrl+F"))
    assert A11Y(search).text(NAME) == "Find in this table"
    qtbot.keyClicks(search, " stalking ")
    with qtbot.waitSignal(search.searched) as sent:
        qtbot.keyClick(search, Qt.Key.Key_Return)
    assert sent.args == ["stalking"]
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert not search.text()


def test_a_text_box_grows_with_its_text_and_then_scrolls(appearance, qtbot):
    box = TextBox(appearance)
    box.resize(300, 60)
    shown(qtbot, box)
    least = box.height()
    box.setPlainText("A line\n" * 6)
    grown = box.height()
    box.setPlainText("A line\n" * 200)
    assert least < grown < box.height() <= 360
    assert box.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAsNeeded
    box.clear()
    assert box.height() == least


def test_a_text_box_lets_tab_go_on_and_says_that_it_was_left(appearance, qtbot):
    both = Column(appearance)
    first, second = TextBox(appearance), TextBox(appearance)
    both.add(first, second)
    shown(qtbot, both)
    first.setFocus()
    with qtbot.waitSignal(first.left):
        qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is second


def wheel() -> QWheelEvent:
    return QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip


def test_the_wheel_over_a_control_scrolls_the_page_instead(appearance, qtbot):
    choice = Choice(appearance, [("Outcome", 1), ("Ownership", 2)])
    shown(qtbot, choice)
    event = wheel()
    choice.wheelEvent(event)
    assert not event.isAccepted()
    assert choice.value == 1


def test_a_choice_is_made_by_its_value(appearance, qtbot):
    choice = Choice(appearance, [("Outcome", "outcome"), ("Ownership", "ownership")])
    qtbot.addWidget(choice)
    choice.choose("ownership")
    assert choice.currentText() == "Ownership"
    choice.choose("unheard of")
    assert choice.value is None


@pytest.mark.parametrize("control", [Tick, Option])
def test_ticks_and_options_are_named_and_chosen_by_keyboard(appearance, qtbot, control):
    button = shown(qtbot, control(appearance, "3 April 2026", "day first"))
    assert A11Y(button).text(NAME) == "3 April 2026"
    assert A11Y(button).text(DESCRIPTION) == "day first"
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert button.isChecked()


def test_a_prompt_is_answered_in_one_of_two_ways(appearance, qtbot):
    card = shown(qtbot, PromptCard(appearance, "a date moved late", "Action 041/03.1 was due."))
    with qtbot.waitSignal(card.question_started):
        qtbot.mouseClick(card.start, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(card.dismissed):
        qtbot.mouseClick(card.dismiss, Qt.MouseButton.LeftButton)


def test_an_empty_place_offers_the_next_step(appearance, qtbot):
    empty = shown(qtbot, EmptyState(appearance, "No data yet.", "Open a file", is_primary=True))
    with qtbot.waitSignal(empty.stepped):
        qtbot.mouseClick(empty.step, Qt.MouseButton.LeftButton)


def test_what_does_not_fit_in_a_row_goes_on_in_the_next(appearance, qtbot):
    flow = Flow(appearance)
    chips = [Chip(appearance, f"Filter {number}") for number in range(8)]
    flow.add(*chips)
    holder = Column(appearance)
    holder.add(flow)
    holder.add_stretch()
    holder.resize(260, 400)
    shown(qtbot, holder)
    assert chips[-1].y() > chips[0].y()
    assert all(chip.geometry().right() <= 260 for chip in chips)
    flow.clear()
    assert flow.sizeHint().height() == 0


def test_spaces_grow_with_the_text(appearance, qtbot):
    row = Row(appearance, gap=Space.GAP, margins=(Space.CLOSE, 0, 0, 0))
    qtbot.addWidget(row)
    row.add(Label(appearance, "One"), Label(appearance, "Two"))
    row.add_space(Space.MARGIN)
    row.add_stretch()
    before = row.sizeHint().width()
    appearance.choose_text_size(200)
    assert row.sizeHint().width() == pytest.approx(2 * before, abs=6)


def test_private_things_carry_the_lock(appearance, qtbot):
    status = StatusWord(appearance, PRIVATE, paper=Colour.NOTEBOOK)
    qtbot.addWidget(status)
    assert A11Y(status).text(NAME) == "Only on this computer"
