"""Cards in a dossier: each beside what it is about, answered in place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from jasp_desktop.domain.listings import FindingQuery
from jasp_desktop.ui.findings.action_part import ActionPart
from jasp_desktop.ui.findings.dossier_page import DossierPage
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.places import PageKey, Place

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(make_workspace, demo_desk, qtbot):
    page = DossierPage(make_workspace(demo_desk))
    qtbot.addWidget(page)
    page.resize(1200, 900)
    page.show()
    return page


def open_finding(page, words):
    desk = page.workspace.desk.register
    line = desk.finding_lines(desk.finding_ids(FindingQuery(words=words)))[0]
    page.show_place(Place(PageKey.FINDING, line.uid))


def card_of(page, rule):
    return next(card for card in page.sections.cards if card.prompt.rule.name == rule)


def test_a_card_stands_under_the_action_it_is_about(page):
    open_finding(page, "041/03")
    layout = page.sections.layout()
    slot = layout.indexOf(card_of(page, "target_moved_after_due").parentWidget())
    above = layout.itemAt(slot - 1).widget()
    assert isinstance(above, ActionPart)
    assert above.reference == "041/03.1"


def test_a_card_quotes_its_facts_and_says_that_it_is_no_proof(page):
    open_finding(page, "041/03")
    card = card_of(page, "target_moved_after_due")
    words = [label.text().replace("\u00a0", " ") for label in card.findChildren(Label)]
    assert words[0] == "Worth asking: a date moved after it had passed"
    assert any(each.startswith("Was due: 30 June 2026 (tracker") for each in words)
    assert "Not proof of anything" in words
    assert card.accessibleName() == words[0]


def test_cards_about_the_response_and_the_finding_stand_in_their_sections(page):
    open_finding(page, "withdraw, and why")
    card_of(page, "section_55_explanation_missing")
    open_finding(page, "how common the abuse is")
    assert page.sections.cards == []


def test_a_reason_is_asked_for_beside_the_card(page, qtbot):
    open_finding(page, "041/03")
    card = card_of(page, "target_moved_after_due")
    assert not card.field.isVisible()
    qtbot.mouseClick(card.dismiss, LEFT)
    assert card.reason.hasFocus() or card.field.isVisible()
    qtbot.mouseClick(card.keep, LEFT)
    assert card.field.fault.text() == "Write the reason first."
    qtbot.mouseClick(card.leave, LEFT)
    assert not card.field.isVisible()
    assert card.dismiss.isVisible()


def test_words_half_written_on_one_card_stay_while_another_is_answered(page, qtbot):
    open_finding(page, "041/03")
    first, other = page.sections.cards[0], page.sections.cards[1]
    qtbot.mouseClick(other.dismiss, LEFT)
    qtbot.keyClicks(other.reason, "Half a")
    qtbot.mouseClick(first.dismiss, LEFT)
    qtbot.keyClicks(first.reason, "Asked in June.")
    qtbot.mouseClick(first.keep, LEFT)
    page.reload()
    assert other in page.sections.cards
    assert first not in page.sections.cards
    assert other.reason.toPlainText() == "Half a"


def test_undo_puts_a_card_back_where_it_was(page, qtbot):
    open_finding(page, "041/03")
    before = [card.prompt for card in page.sections.cards]
    first = page.sections.cards[0]
    qtbot.mouseClick(first.dismiss, LEFT)
    qtbot.keyClicks(first.reason, "Asked in June.")
    qtbot.mouseClick(first.keep, LEFT)
    page.reload()
    assert [card.prompt for card in page.sections.cards] == before[1:]
    page.workspace.acts.stack.undo()
    page.reload()
    assert [card.prompt for card in page.sections.cards] == before


def test_every_control_of_a_card_has_a_name(page, qtbot):
    open_finding(page, "041/03")
    card = page.sections.cards[0]
    qtbot.mouseClick(card.dismiss, LEFT)
    for control in (card.start, card.keep, card.leave, card.reason):
        spoken = QAccessible.queryAccessibleInterface(control)
        assert spoken.text(QAccessible.Text.Name)
