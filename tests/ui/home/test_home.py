"""Home: its figures lead to what they counted, its lines open what they name."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from jasp_desktop.domain.identity import MeetingUid, made_uid
from jasp_desktop.domain.records import Meeting, Panel
from jasp_desktop.services.meetings import new_meeting
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.lead_line import LeadLine
from jasp_desktop.ui.places import PageKey

LEFT = Qt.MouseButton.LeftButton


def click(qtbot: QtBot, button: QAbstractButton) -> None:
    qtbot.mouseClick(button, LEFT)


def line(seat, words: str) -> LeadLine:
    lines = seat.sitting.visits.page.findChildren(LeadLine)
    return next(each for each in lines if each.isVisible() and each.text() == words)


def test_the_band_names_the_next_meeting(seat):
    band = seat.sitting.visits.page.band
    assert band.kicker.text().replace("\u00a0", " ") == "Next meeting, in 18 days"
    assert band.title.text().replace("\u00a0", " ") == "Tuesday 1 December 2026, 10:00"
    assert "Audit and Inspection is item 7" in band.remark.text()


def test_the_figures_are_those_of_the_register(seat):
    band, content = seat.sitting.visits.page.band, seat.desk.register.home()
    read = seat.desk.notebook.read_subjects()
    unread = [uid for uid in content.agenda_findings if uid not in read]
    assert band.to_read.text() == str(len(unread))
    assert band.overdue.text() == str(len(content.overdue))
    assert band.moved.text() == str(len(content.moved))
    assert f"of {content.open_actions}" in band.overdue.accessibleName().replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("figure", "page", "detail"),
    [
        ("to_read", PageKey.MEETING, None),
        ("overdue", PageKey.FINDINGS, "overdue"),
        ("moved", PageKey.FINDINGS, "date_moved"),
        ("brief", PageKey.BRIEF, None),
        ("prepare", PageKey.MEETING, None),
    ],
)
def test_what_the_band_offers_opens(qtbot: QtBot, seat, figure: str, page: PageKey, detail):
    click(qtbot, getattr(seat.sitting.visits.page.band, figure))
    assert seat.page is page
    assert seat.sitting.visits.history.here.detail == detail


def test_the_longest_overdue_comes_first_and_opens_its_finding(qtbot: QtBot, seat):
    longest = seat.desk.register.home().overdue[0]
    overdue = line(seat, longest.text)
    assert str(longest.overdue_days) in overdue.accessibleName()
    qtbot.keyClick(overdue, Qt.Key.Key_Space)
    assert seat.page is PageKey.FINDING
    assert seat.sitting.visits.history.here.uid == longest.finding


def test_a_running_clock_opens_its_report(qtbot: QtBot, seat):
    report = seat.desk.register.home().clocks[-1].report
    click(qtbot, line(seat, report.name))
    assert seat.page is PageKey.REPORT
    assert seat.sitting.visits.history.here.uid == report.uid


def test_a_draft_of_my_own_opens_what_it_is_about(qtbot: QtBot, seat):
    draft = next(d for d in seat.desk.notebook.drafts() if d.subject.table == "finding")
    click(qtbot, line(seat, draft.text))
    assert seat.sitting.visits.history.here.uid == draft.subject.uid


def test_a_draft_that_was_deleted_leaves_home_and_comes_back_by_undo(qtbot: QtBot, seat):
    notebook, acts = seat.desk.notebook, seat.sitting.workspace.acts
    draft = notebook.drafts()[0]
    before = seat.sitting.visits.page.band.ready.accessibleName()
    acts.write(notebook.binned(draft))
    lines = seat.sitting.visits.page.findChildren(LeadLine)
    shown = [each.text() for each in lines if each.isVisible()]
    assert draft.text not in shown
    qtbot.keyClick(seat.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert seat.sitting.visits.page.band.ready.accessibleName() == before


def test_an_empty_register_offers_the_next_step(qtbot: QtBot, empty_seat):
    page = empty_seat.sitting.visits.page
    assert page.empty.isVisible()
    assert not page.band.isVisible()
    assert "sample data" in page.empty.sentence.text()
    click(qtbot, page.name_panel)
    assert empty_seat.page is PageKey.SETTINGS


def test_import_is_the_first_step_of_an_empty_register(qtbot: QtBot, empty_seat):
    click(qtbot, empty_seat.sitting.visits.page.empty.step)
    assert empty_seat.page is PageKey.IMPORT


def test_home_fills_as_soon_as_a_meeting_is_planned_and_empties_by_undo(qtbot: QtBot, empty_seat):
    desk, acts = empty_seat.desk, empty_seat.sitting.workspace.acts
    panel = Panel(name="A panel (invented)", force="A force (invented)", as_at=date(2026, 11, 1))
    acts.do(desk.register.named(panel))
    page = empty_seat.sitting.visits.page
    assert page.empty.isVisible()
    meeting = Meeting(uid=MeetingUid(made_uid()), held_on=date(2026, 12, 1), starts_at="10:00")
    acts.do(new_meeting(panel, meeting))
    assert page.band.isVisible()
    assert page.band.brief.isVisible()
    words = [label.text() for label in page.findChildren(Label)]
    assert "No open action has passed its target date." in words
    qtbot.keyClick(empty_seat.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.empty.isVisible()


def test_a_note_whose_record_is_gone_keeps_its_words_on_home(seat):
    desk = seat.desk
    (lost,) = desk.register.absent(note.subject for note in desk.notebook.notes())
    (note,) = [each for each in desk.notebook.notes() if each.subject == lost]
    assert note.label in line(seat, note.body).accessibleName()
