"""One meeting: leafing through its agenda, opening what is on it, taking a finding off."""

import pytest
from PySide6.QtCore import Qt

from jasp_desktop.domain.vocabulary import MeetingStatus, Openness
from jasp_desktop.ui.kit.buttons import Button
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.places import PageKey
from jasp_desktop.ui.record_line import RecordLine

CTRL = Qt.KeyboardModifier.ControlModifier


def meeting_with(seat, status):
    lines = seat.desk.register.meetings()
    return next(line.meeting for line in lines if line.meeting.status is status)


@pytest.fixture
def meeting(seat):
    return meeting_with(seat, MeetingStatus.PLANNED)


@pytest.fixture
def page(seat, meeting):
    seat.go(PageKey.MEETING, meeting.uid)
    return seat.sitting.visits.page


def show_item(page, wanted):
    items = page._view.items
    row = next(n for n, item in enumerate(items) if wanted(item.item))
    page.agenda.choose(row + 1)
    return items[row].item


def words_on(view):
    return " | ".join(
        label.text() for label in view.body.findChildren(Label) if not label.isHidden()
    )


def test_it_opens_at_the_first_item_with_findings(page):
    shown = page._item().item
    assert shown.findings
    assert shown.title in words_on(page.item)


def test_the_notebook_is_about_the_item_or_the_meeting(qtbot, page, meeting):
    shown = page._item().item
    assert page.subject().uid == shown.uid
    assert page.subject_label().startswith(f"Item {shown.number}, ")
    with qtbot.waitSignal(page.subject_changed):
        page.agenda.choose(0)
    assert (page.subject().table, page.subject().uid) == ("meeting", meeting.uid)


def test_arrow_keys_leaf_through_the_agenda(qtbot, page):
    page.agenda.setFocus()
    before = page.agenda.currentIndex().row()
    qtbot.keyClick(page.agenda, Qt.Key.Key_Down)
    assert page.agenda.currentIndex().row() == before + 1
    assert page._item() is page._view.items[before]


def test_next_and_previous_step_to_the_ends_and_no_further(page):
    page.agenda.choose(0)
    assert not page.can_step(-1)
    page.step(1)
    assert page.agenda.currentIndex().row() == 1
    page.agenda.choose(page.rows.rowCount() - 1)
    assert not page.can_step(1)


def test_a_finding_opens_its_dossier(qtbot, seat, page):
    line = page.item.findChildren(RecordLine)[-1]
    finding = next(line for line in page.item.findChildren(RecordLine) if line._mark)
    assert line is not None
    qtbot.mouseClick(finding, Qt.MouseButton.LeftButton)
    assert seat.page is PageKey.FINDING


def test_a_finding_is_taken_off_and_comes_back_with_undo(qtbot, seat, page):
    item = page._item().item
    off = next(b for b in page.item.findChildren(Button) if b.text() == "Take off")
    qtbot.mouseClick(off, Qt.MouseButton.LeftButton)
    assert len(page._item().item.findings) == len(item.findings) - 1
    assert page._item().item.reports == item.reports
    qtbot.keyClick(seat.window, Qt.Key.Key_Z, CTRL)
    assert page._item().item == item


def test_a_non_public_item_gives_its_reason(page):
    item = show_item(page, lambda item: item.openness is Openness.NON_PUBLIC)
    words = words_on(page.item)
    assert "Non Public" in words
    assert f"Why Non Public: {item.openness_reason}" in words


def test_an_item_with_nothing_on_it_says_what_would_be_here(qtbot, seat, page):
    show_item(page, lambda item: not (item.findings or item.reports or item.covering_sections))
    step = next(b for b in page.item.findChildren(Button) if "findings" in b.text())
    qtbot.mouseClick(step, Qt.MouseButton.LeftButton)
    assert seat.page is PageKey.FINDINGS


def test_a_held_meeting_shows_who_came(seat):
    held = meeting_with(seat, MeetingStatus.HELD)
    seat.go(PageKey.MEETING, held.uid)
    page = seat.sitting.visits.page
    page.agenda.choose(0)
    words = words_on(page.about)
    assert "present" in words
    for person in seat.desk.register.people([each.person for each in held.attendance]):
        assert person.name in words


def test_the_brief_is_made_from_here(qtbot, seat, page):
    qtbot.mouseClick(page.make, Qt.MouseButton.LeftButton)
    assert seat.page is PageKey.BRIEF
    qtbot.waitUntil(lambda: seat.sitting.visits.page._pdf is not None, timeout=20_000)


def test_at_twice_the_text_size_one_pane_shows_at_a_time(qtbot, page, appearance):
    appearance.choose_text_size(200)
    qtbot.waitUntil(lambda: page.panes.is_folded)
    assert page.stack.isVisible()
    assert not page.agenda.isVisible()
    qtbot.mouseClick(page.panes._chips[0], Qt.MouseButton.LeftButton)
    assert page.agenda.isVisible()
    qtbot.keyClick(page.agenda, Qt.Key.Key_Return)
    assert page.stack.isVisible()
    assert not page.agenda.isVisible()


@pytest.mark.usefixtures("page")
def test_a_meeting_that_is_gone_is_told(seat):
    seat.go(PageKey.MEETING, "00000000-0000-7000-8000-000000000000")
    assert "not in the register" in seat.window.notices.sentence.text()
