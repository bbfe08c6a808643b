"""What changed since we last met, by mouse and key."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.register_changes import ChangeKind
from jasp_desktop.ui.changes.group import AT_ONCE, ChangeGroup
from jasp_desktop.ui.lead_line import LeadLine
from jasp_desktop.ui.places import PageKey
from jasp_desktop.ui.record_line import RecordLine

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


def compared(qtbot: QtBot, page) -> None:
    qtbot.waitUntil(lambda: not page.comparing.is_working)


@pytest.fixture
def page(qtbot: QtBot, seat):
    qtbot.keyClick(seat.window, Qt.Key.Key_D, CTRL)
    assert seat.page is PageKey.CHANGES
    page = seat.sitting.visits.page
    compared(qtbot, page)
    return page


def groups(page) -> dict[str, ChangeGroup]:
    return {group.heading.title.text(): group for group in page.groups}


def test_the_counts_at_the_side_add_up_to_the_headline(page):
    lines = page.side.groups.findChildren(LeadLine)
    spoken = [line.accessibleName() for line in lines]
    counts = [int(words.rpartition(", ")[2]) for words in spoken]
    assert page.side.title.text() == f"{sum(counts)}\u00a0changes"
    assert sum(counts) == len(page.comparison.changes)


def test_the_totals_say_what_the_comparison_says(seat, page):
    service = seat.desk.comparing
    expected = service.compare_with_now(service.since_last_meeting(), Silent())
    assert page.comparison.totals == expected.totals
    assert expected.totals.reconcile


def test_a_line_opens_its_finding_and_back_leads_to_the_changes(qtbot: QtBot, seat, page):
    group = groups(page)[ChangeKind.TARGET_MOVED.words]
    line = group.findChildren(RecordLine)[0]
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Space)
    assert seat.page is PageKey.FINDING
    qtbot.keyClick(seat.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert seat.page is PageKey.CHANGES


def test_a_target_moved_after_it_fell_due_says_so(page):
    group = groups(page)[ChangeKind.TARGET_MOVED.words]
    late = [
        change
        for change in page.comparison.by_kind()[ChangeKind.TARGET_MOVED]
        if (change.days_after_due or 0) > 0
    ]
    assert late
    assert f"of which {len(late)} after" in group.heading.quiet.text()
    spoken = [line.accessibleName() for line in group.findChildren(RecordLine)]
    assert sum("After it fell due" in words for words in spoken) == len(late)


def test_a_long_group_shows_its_first_lines_and_the_others_on_demand(qtbot: QtBot, page):
    group = groups(page)[ChangeKind.UPDATE_ADDED.words]
    count = len(page.comparison.by_kind()[ChangeKind.UPDATE_ADDED])
    assert count > AT_ONCE
    assert len(group.findChildren(RecordLine)) == AT_ONCE
    qtbot.mouseClick(group.more, LEFT)
    assert len(group.findChildren(RecordLine)) == min(count, 2 * AT_ONCE)


def test_the_agenda_narrows_and_orders_the_changes(qtbot: QtBot, seat, page):
    everything = len(page.comparison.changes)
    qtbot.mouseClick(page.on_agenda, LEFT)
    shown = page.side.title.text().partition("\u00a0")[0]
    assert 0 < int(shown) < everything
    qtbot.mouseClick(page.by_item, LEFT)
    assert page.side.title.text().partition("\u00a0")[0] == str(everything)
    agenda = seat.desk.register.agenda(seat.desk.register.home().next_meeting.meeting.uid)
    titles = [f"{item.number}. {item.title}" for item in agenda]
    assert [title for title in groups(page) if title in titles] == [
        title for title in titles if title in groups(page)
    ]


def test_another_moment_is_chosen_by_key(qtbot: QtBot, page):
    before = page.comparison
    page.side.since.setFocus()
    qtbot.keyClick(page.side.since, Qt.Key.Key_End)
    compared(qtbot, page)
    assert page.comparison.since.name != before.since.name
    assert page.title.text() == "What changed"


def test_a_register_file_can_be_compared_with(qtbot: QtBot, seat, page, tmp_path):
    file = tmp_path / "then.json"
    seat.desk.export(file, Silent())
    seat.files.answer = file
    qtbot.mouseClick(page.side.file, LEFT)
    compared(qtbot, page)
    assert page.comparison.changes == ()
    assert page.same.isVisible()
    assert "then.json" in page.side.since.currentText()


def test_a_file_that_is_no_register_is_refused_in_a_sentence(qtbot: QtBot, seat, page, tmp_path):
    file = tmp_path / "letter.json"
    file.write_text("Dear all", encoding="utf-8")
    seat.files.answer = file
    told: list[str] = []
    seat.sitting.workspace.notices.failed.connect(told.append)
    before = page.side.since.currentText()
    qtbot.mouseClick(page.side.file, LEFT)
    assert "letter.json" in page.side.since.currentText()
    compared(qtbot, page)
    assert len(told) == 1
    assert page.comparison.changes
    assert page.side.since.currentText() == before


def test_it_is_saved_as_it_is_printed(qtbot: QtBot, seat, page, tmp_path):
    seat.files.answer = tmp_path / "changes.pdf"
    qtbot.mouseClick(page.paper.save, LEFT)
    qtbot.waitUntil(seat.files.answer.exists)
    qtbot.keyClick(seat.window, Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: bool(seat.printer.printed))
    assert seat.printer.printed[0] == seat.files.answer.read_bytes()


def test_an_empty_register_says_what_would_be_here(qtbot: QtBot, empty_seat):
    qtbot.keyClick(empty_seat.window, Qt.Key.Key_D, CTRL)
    page = empty_seat.sitting.visits.page
    assert page.empty.isVisible()
    assert not page.comparing.is_working
    qtbot.mouseClick(page.empty.step, LEFT)
    assert empty_seat.page is PageKey.IMPORT
