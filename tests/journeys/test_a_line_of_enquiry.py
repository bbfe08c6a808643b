"""A member follows a line of enquiry: reads the card, starts a question, sets another aside."""

from PySide6.QtCore import Qt

from jasp_desktop.domain.listings import FindingQuery
from jasp_desktop.domain.vocabulary import QuestionKind, QuestionState
from jasp_desktop.ui.enquiries.entries import Standing
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.notebook.sheets import QuestionSheet
from jasp_desktop.ui.places import PageKey
from tests.journeys.walking import CTRL


def test_from_a_card_to_a_question_and_a_reason(walk):
    page = open_the_finding(walk)
    read_the_card(page)
    start_a_question(walk, page)
    set_another_aside(walk, page)
    undo_that(walk, page)
    set_another_aside(walk, page)
    find_it_under_set_aside(walk)


def card_of(page, rule):
    """Return the card of a rule on action 041/03.1."""
    of_action = [card for card in page.sections.cards if card.prompt.found.label == "041/03.1"]
    return next((card for card in of_action if card.prompt.rule.name == rule), None)


def open_the_finding(walk):
    register = walk.desk.register
    line = register.finding_lines(register.finding_ids(FindingQuery(words="041/03")))[0]
    walk.seat.go(PageKey.FINDING, line.uid)
    page = walk.page
    walk.until(lambda: bool(page.sections.cards))
    return page


def read_the_card(page):
    card = card_of(page, "target_moved_after_due")
    words = [label.text().replace("\u00a0", " ") for label in card.findChildren(Label)]
    assert "Worth asking: a date moved after it had passed" in words
    assert any("Was due: 30 June 2026" in each for each in words)
    assert "Not proof of anything" in words


def start_a_question(walk, page):
    card = card_of(page, "target_moved_after_due")
    page.reading.show_widget(card)
    walk.use(card.start)
    (draft,) = [each for each in walk.desk.notebook.drafts() if each.from_prompt]
    assert draft.text.startswith("Action 041/03.1 fell due on 30 June 2026.")
    assert draft.kind is QuestionKind.TIMESCALE_OR_SLIP
    assert draft.state is QuestionState.DRAFT
    assert draft.from_prompt == card.prompt.identity.key
    panel = walk.seat.sitting.notebook.panel
    shown = [sheet.text.words for sheet in panel.findChildren(QuestionSheet)]
    assert draft.text in shown, "it stands in the notebook beside the page"
    assert card.started.isVisible()


def set_another_aside(walk, page):
    card = card_of(page, "deadline_before_target")
    page.reading.show_widget(card)
    walk.use(card.dismiss)
    walk.qtbot.keyClicks(card.reason, "HMICFRS agreed the later date in July.")
    walk.use(card.keep)
    walk.until(lambda: card_of(page, "deadline_before_target") is None)
    assert card_of(page, "target_moved_after_due") is not None
    (aside,) = walk.desk.prompting.dismissed()
    assert aside.reason == "HMICFRS agreed the later date in July."


def undo_that(walk, page):
    walk.qtbot.keyClick(walk.seat.window, Qt.Key.Key_Z, CTRL)
    walk.until(lambda: card_of(page, "deadline_before_target") is not None)
    assert walk.desk.prompting.dismissed() == []


def find_it_under_set_aside(walk):
    walk.seat.go(PageKey.ENQUIRIES)
    page = walk.page
    walk.until(lambda: page.rows.rowCount() > 0)
    walk.use(page.filters.chips.chip(Standing.ASIDE))
    assert page.rows.rowCount() == 1
    assert page.rows.row(0).status == "HMICFRS agreed the later date in July."
