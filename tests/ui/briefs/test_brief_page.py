"""The brief on screen: made in the worker, leafed through, kept and printed."""

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPdfWidgets import QPdfView

from jasp_desktop.domain.records import Subject
from jasp_desktop.domain.vocabulary import MeetingStatus
from jasp_desktop.services.meetings import take_off_agenda
from jasp_desktop.ui.places import PageKey

LEFT = Qt.MouseButton.LeftButton
PATIENCE = 30_000


@pytest.fixture
def meeting(seat):
    lines = seat.desk.register.meetings()
    return next(line.meeting for line in lines if line.meeting.status is MeetingStatus.PLANNED)


@pytest.fixture
def page(qtbot, seat, meeting):
    seat.go(PageKey.BRIEF, meeting.uid)
    shown = seat.sitting.visits.page
    qtbot.waitUntil(lambda: shown._pdf is not None, timeout=PATIENCE)
    return shown


def text_of(path):
    return " ".join(page.extract_text() for page in PdfReader(path).pages)


def test_real_pages_show_with_their_number_and_contents(page):
    assert page.stack.currentWidget() is page.pages
    assert page.tools.page.text() == f"Page 1 of {page.pages.pages}"
    assert page.rows.row(0).title == "Briefing pack"
    assert page.pages.hasFocus()


def test_page_down_and_up_turn_whole_pages(qtbot, page):
    qtbot.keyClick(page.pages, Qt.Key.Key_PageDown)
    qtbot.keyClick(page.pages, Qt.Key.Key_PageDown)
    qtbot.keyClick(page.pages, Qt.Key.Key_PageUp)
    assert page.pages.page == 1
    qtbot.keyClick(page.pages, Qt.Key.Key_End)
    assert page.pages.page == page.pages.pages - 1
    assert not page.tools.next.isEnabled()
    qtbot.mouseClick(page.tools.previous, LEFT)
    assert page.pages.page == page.pages.pages - 2


def test_the_contents_lead_to_their_pages(qtbot, page):
    page.contents.setFocus()
    for _ in range(3):
        qtbot.keyClick(page.contents, Qt.Key.Key_Down)
    assert page.pages.page == page._bookmarks[3].page
    qtbot.keyClick(page.contents, Qt.Key.Key_Return)
    assert page.pages.hasFocus()


def test_it_is_enlarged_and_fitted(qtbot, page):
    assert page.tools.fit_width.isChecked()
    qtbot.mouseClick(page.tools.fit_page, LEFT)
    assert page.pages.zoomMode() is QPdfView.ZoomMode.FitInView
    fitted = page.pages._shown_zoom()
    qtbot.mouseClick(page.tools.larger, LEFT)
    assert page.pages.zoomFactor() > fitted
    assert not page.tools.fit_page.isChecked()
    larger = page.pages.zoomFactor()
    qtbot.mouseClick(page.tools.smaller, LEFT)
    assert page.pages.zoomFactor() < larger


@pytest.mark.usefixtures("page")
def test_no_file_of_the_pages_stays_behind(seat):
    assert list((seat.desk.home.path / "cache").iterdir()) == []


def test_private_words_are_in_only_when_asked_for_and_warned_of(qtbot, seat, page, tmp_path):
    item = next(item for item in seat.desk.register.agenda(page._meeting.uid) if item.findings)
    words = "Whose promise was it, and who moved it?"
    act = seat.desk.notebook.new_note(Subject("agenda_item", item.uid), "An item", words)
    seat.desk.notebook.carry_out(act)
    without, with_words = tmp_path / "without.pdf", tmp_path / "with.pdf"
    export(qtbot, seat, page, without)
    assert page.warning.isHidden() or not page.warning.isVisible()
    qtbot.mouseClick(page.tools.with_notes, LEFT)
    assert page.warning.isVisible()
    assert "private" in page.warning.text()
    qtbot.waitUntil(lambda: page._is_with_notes, timeout=PATIENCE)
    export(qtbot, seat, page, with_words)
    assert words not in text_of(without)
    assert "Whose promise was it" in text_of(with_words)


def export(qtbot, seat, page, path):
    seat.files.answer = path
    with qtbot.waitSignal(seat.sitting.workspace.notices.told, timeout=PATIENCE):
        qtbot.mouseClick(page.tools.export, LEFT)


def test_an_older_export_is_replaced_whole(qtbot, seat, page, tmp_path):
    path = tmp_path / "Brief 1 December 2026.pdf"
    path.write_bytes(b"older")
    export(qtbot, seat, page, path)
    assert path.read_bytes() == page._pdf
    assert "Brief 1 December 2026.pdf" in seat.files.asked[-1]
    assert [each.name for each in tmp_path.iterdir() if each.suffix != ""] == [path.name]


def test_an_export_that_cannot_be_written_is_told(qtbot, seat, page, tmp_path):
    seat.files.answer = tmp_path / "not there" / "brief.pdf"
    with qtbot.waitSignal(seat.sitting.workspace.notices.failed, timeout=PATIENCE):
        qtbot.mouseClick(page.tools.export, LEFT)
    assert "not there" in seat.window.notices.sentence.text()


def test_what_is_seen_goes_to_the_printer(qtbot, seat, page):
    qtbot.mouseClick(page.tools.print, LEFT)
    assert seat.printer.printed == [page._pdf]
    assert list((seat.desk.home.path / "cache").iterdir()) == []


def test_the_old_pages_stay_until_new_ones_are_ready(qtbot, seat, page):
    item = next(item for item in seat.desk.register.agenda(page._meeting.uid) if item.findings)
    page.pages.go_to(2)
    before = page._pdf
    seat.sitting.workspace.acts.do(take_off_agenda(item, item.findings[0]))
    assert page.stack.currentWidget() is page.pages
    assert page._pdf is before
    qtbot.waitUntil(lambda: page._pdf is not before, timeout=PATIENCE)
    assert page.pages.page == 2


def test_making_can_be_stopped_and_begun_again(qtbot, seat, meeting):
    stopped = []
    seat.jobs.started.connect(stopped.append)
    seat.go(PageKey.BRIEF, meeting.uid)
    page = seat.sitting.visits.page
    with qtbot.waitSignal(stopped[-1].ended, timeout=PATIENCE):
        stopped[-1].cancel()
    assert page.stopped.isVisible()
    qtbot.mouseClick(page.stopped.step, LEFT)
    qtbot.waitUntil(lambda: page._pdf is not None, timeout=PATIENCE)


def test_pages_left_by_a_crash_are_removed(qtbot, seat, meeting):
    folder = seat.desk.home.path / "cache"
    folder.mkdir()
    (folder / "brief-0123.pdf").write_bytes(b"private words")
    seat.go(PageKey.BRIEF, meeting.uid)
    page = seat.sitting.visits.page
    qtbot.waitUntil(lambda: page._pdf is not None, timeout=PATIENCE)
    assert list(folder.iterdir()) == []
