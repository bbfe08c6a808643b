"""The page of all lines of enquiry: found in the worker, narrowed, answered, brought back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.prompts.rules import RULES, USUAL_RULES
from jasp_desktop.domain.records import Action
from jasp_desktop.store import register
from jasp_desktop.ui.enquiries.entries import Standing
from jasp_desktop.ui.enquiries.page import EnquiriesPage
from jasp_desktop.ui.kit.buttons import Button
from jasp_desktop.ui.places import PageKey, Place

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(make_workspace, demo_desk, qtbot):
    page = EnquiriesPage(make_workspace(demo_desk))
    qtbot.addWidget(page)
    page.resize(1100, 800)
    page.show()
    page.show_place(Place(PageKey.ENQUIRIES))
    qtbot.waitUntil(lambda: page.rows.rowCount() > 0)
    return page


def titles(page):
    return [page.rows.row(number).title for number in range(page.rows.rowCount())]


def labels(page):
    return [page.rows.row(number).reference for number in range(page.rows.rowCount())]


def narrowed_to(page, rule):
    page.show_place(Place(PageKey.ENQUIRIES, detail=rule))


def button(page, words):
    (found,) = [each for each in page.findChildren(Button) if each.text() == words]
    return found


def test_they_stand_by_rule_and_the_counts_say_so(page):
    order = [rule.title for rule in RULES]
    places = [order.index(title) for title in titles(page)]
    assert places == sorted(places)
    words = page.head.quiet.text()
    assert words.startswith(f"{page.rows.rowCount()} lines of enquiry on ")
    assert words.endswith("Not proof of anything.")


def test_a_rule_is_shown_alone_and_its_reasoning_beside_it(page):
    narrowed_to(page, "no_named_post")
    assert labels(page) == ["038/03.3"]
    (card,) = page.reading.slot.cards
    assert card.prompt.rule.name == "no_named_post"
    assert page.filters.rule.currentText() == "No post is named (1)"


def test_a_report_narrows_too(page):
    everything = page.rows.rowCount()
    page.filters.report.choose("Custody")
    page.filters.report.activated.emit(page.filters.report.currentIndex())
    assert 0 < page.rows.rowCount() < everything
    assert all(each.report_name == "Custody" for each in page._entries)


def test_enter_opens_the_finding(page, qtbot):
    narrowed_to(page, "no_named_post")
    prompt = page._entries[0]
    with qtbot.waitSignal(page.workspace.navigator.requested) as asked:
        qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert asked.args[0] == Place(PageKey.FINDING, prompt.findings[0])


def test_a_meetings_line_opens_the_meeting(page, qtbot):
    narrowed_to(page, "several_closed_before_papers")
    with qtbot.waitSignal(page.workspace.navigator.requested) as asked:
        qtbot.mouseClick(button(page, "Open the meeting of 4\u00a0March\u00a02026"), LEFT)
    assert asked.args[0].page is PageKey.MEETING
    assert page.subject().table == "meeting"


def test_a_question_starts_on_the_finding_that_the_notebook_is_about(page, qtbot):
    narrowed_to(page, "no_named_post")
    (card,) = page.reading.slot.cards
    qtbot.mouseClick(card.start, LEFT)
    notebook = page.workspace.desk.notebook
    (draft,) = [each for each in notebook.drafts() if each.from_prompt]
    assert draft.subject == page.subject()
    assert draft.label == page.subject_label()
    page.reload()
    assert page.rows.row(0).note == "Started"
    assert card.start.text() == "Start another question"


def test_what_is_set_aside_goes_under_set_aside_and_comes_back(page, qtbot):
    narrowed_to(page, "no_named_post")
    (card,) = page.reading.slot.cards
    qtbot.mouseClick(card.dismiss, LEFT)
    qtbot.keyClicks(card.reason, "The post is advertised.")
    qtbot.mouseClick(card.keep, LEFT)
    page.reload()
    assert labels(page) == []
    qtbot.mouseClick(page.filters.chips.chip(Standing.ASIDE), LEFT)
    assert labels(page) == ["038/03.3"]
    assert page.rows.row(0).status == "The post is advertised."
    qtbot.mouseClick(button(page, "Bring back"), LEFT)
    page.reload()
    assert labels(page) == []
    qtbot.mouseClick(page.filters.chips.chip(Standing.OPEN), LEFT)
    assert labels(page) == ["038/03.3"]


def test_after_an_answer_the_next_line_takes_its_place(page, qtbot):
    page.list.choose(3)
    following = page._entries[4].identity
    (card,) = page.reading.slot.cards
    qtbot.mouseClick(card.dismiss, LEFT)
    qtbot.keyClicks(card.reason, "Seen on site.")
    qtbot.mouseClick(card.keep, LEFT)
    page.reload()
    assert page.reading.slot.cards[0].prompt.identity == following
    assert page.list.currentIndex().row() == 3


def _unowned(desk):
    with desk._databases[0].reading() as session:
        actions = list(register.read_records(session, Action))
    return next(each for each in actions if each.reference == "038/03.3")


def test_a_change_of_the_register_is_looked_at_again(page, qtbot):
    narrowed_to(page, "no_named_post")
    action = _unowned(page.workspace.desk)
    owned = replace(action, owner="D/Supt Public Protection")
    page.workspace.acts.do(Act("Name an owner", (Change(action, owned),)))
    qtbot.waitUntil(lambda: page.rows.rowCount() == 0)
    page.workspace.acts.stack.undo()
    qtbot.waitUntil(lambda: labels(page) == ["038/03.3"])


def test_other_rules_are_looked_for_when_they_are_chosen(page, qtbot):
    page.workspace.desk.prompting.rules = USUAL_RULES | {"central_words_absent"}
    page.reload()
    title = "Central words of the finding are not in the response"
    qtbot.waitUntil(lambda: title in titles(page))


def test_the_list_goes_out_as_it_is_narrowed(page):
    narrowed_to(page, "no_named_post")
    sheet = page.shown_list().gather(Silent())
    assert [line[0] for line in sheet.lines] == ["038/03.3"]


def test_without_any_the_page_says_what_would_be_here(make_workspace, empty_desk, qtbot):
    page = EnquiriesPage(make_workspace(empty_desk))
    qtbot.addWidget(page)
    page.show()
    page.show_place(Place(PageKey.ENQUIRIES))
    qtbot.waitUntil(lambda: page._job is None)
    assert page.head.quiet.text().startswith("0 lines of enquiry")
    assert page.reading.slot.isHidden()
    qtbot.mouseClick(page.filters.chips.chip(Standing.ASIDE), LEFT)
    assert page.rows.rowCount() == 0


def test_a_narrow_page_shows_the_list_first(page, qtbot):
    page.resize(500, 800)
    page.show_place(Place(PageKey.ENQUIRIES))
    qtbot.waitUntil(lambda: page.panes.is_folded)
    assert page.list.isVisible()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert page.reading.isVisible()
