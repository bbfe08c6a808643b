"""The register by hand, by mouse and key: find, change, add, remove, merge, split, undo."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jasp_desktop.domain.listings import FindingQuery
from jasp_desktop.domain.record_fields import table_of
from jasp_desktop.domain.vocabulary import Track
from jasp_desktop.ui.dialogs import UnsavedFormsDialog
from jasp_desktop.ui.kit.buttons import Button
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.places import PageKey
from jasp_desktop.ui.register.addresses import (
    Added,
    added_at,
    new_place,
    record_place,
    table_of_place,
    table_place,
)
from tests.ui.conftest import Seat

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(seat: Seat):
    seat.go(PageKey.REGISTER)
    assert seat.page is PageKey.REGISTER
    return seat.window.pages.currentWidget()


def open_record(seat: Seat, table: str, uid: str) -> None:
    seat.sitting.workspace.navigator.open(record_place(table, uid))


def action_uid(seat: Seat, reference: str = "041/03.1") -> str:
    editing = seat.desk.editing
    lines = editing.lines("action", editing.ids("action"))
    return next(line.uid for line in lines if line.reference == reference)


def finding_uid(seat: Seat) -> str:
    register = seat.desk.register
    lines = register.finding_lines(register.finding_ids(FindingQuery()))
    return next(line.uid for line in lines if line.reference == "041/03")


def type_into(qtbot: QtBot, page, name: str, words: str) -> None:
    widget = page.pane.form.fields[name].control.widget
    widget.setFocus()
    widget.selectAll()
    qtbot.keyClicks(widget, words)


def test_places_are_read_as_they_are_written():
    added = Added("evidence", "action", "action", "1-2")
    assert added_at(new_place(added)) == added
    assert added_at(new_place(Added("report"))) == Added("report")
    assert table_of_place(new_place(added)) == "evidence"
    assert table_of_place(record_place("finding", "1")) == "finding"
    assert table_of_place(table_place("phase")) == "phase"
    assert table_of_place(table_place("nothing")) is None
    assert added_at(table_place("phase")) is None


def test_the_register_opens_at_a_table_with_its_first_record(seat: Seat, page):
    assert page.tables.chosen_row == 0
    assert page.list.model.rowCount() == seat.desk.editing.counts()["report"]
    assert page.pane.record is not None
    assert [crumb.words for crumb in page.crumbs()[:2]] == ["Register", "Reports"]


def test_arrow_keys_go_through_tables_and_records(qtbot: QtBot, seat: Seat, page):
    page.tables.setFocus()
    qtbot.keyClick(page.tables, Qt.Key.Key_Down)
    assert page.list.table == "judgement"
    first = page.pane.record
    page.list.list.setFocus()
    qtbot.keyClick(page.list.list, Qt.Key.Key_Down)
    assert page.pane.record != first
    qtbot.keyClick(seat.window, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert page.pane.record == first


def test_a_list_is_searched_as_one_types(qtbot: QtBot, seat: Seat, page):
    qtbot.keyClick(seat.window, Qt.Key.Key_F, CTRL)
    qtbot.keyClicks(page.list.search, "stalking")
    assert 0 < page.list.model.rowCount() < seat.desk.editing.counts()["report"]
    qtbot.keyClicks(page.list.search, " nowhere")
    assert page.list.nothing.isVisible()
    assert "nowhere" in page.list.nothing.text()


def test_a_field_is_changed_saved_by_key_and_taken_back(qtbot: QtBot, seat: Seat, page):
    before = page.pane.record
    type_into(qtbot, page, "short_title", "Cells")
    assert page.pane.state.text() == "Not saved yet"
    qtbot.keyClick(seat.window, Qt.Key.Key_S, CTRL)
    assert seat.desk.editing.record("report", before.uid).short_title == "Cells"
    assert page.pane.state.text() == "As it is on the register"
    assert not page.unsaved()
    assert page.pane.head.title.text() == "Cells"
    page.list.list.setFocus()
    qtbot.keyClick(seat.window, Qt.Key.Key_Z, CTRL)
    assert seat.desk.editing.record("report", before.uid) == before
    assert page.pane.record == before


def test_a_wrong_date_is_said_beside_its_field_and_not_saved(qtbot: QtBot, seat: Seat, page):
    before = page.pane.record
    type_into(qtbot, page, "fieldwork_to", "31/02/2026")
    qtbot.keyClick(page.pane.form.fields["fieldwork_to"].control.widget, Qt.Key.Key_Tab)
    field = page.pane.form.fields["fieldwork_to"]
    assert "no such day" in field.field.fault.text()
    qtbot.mouseClick(page.pane.save_button, LEFT)
    assert seat.desk.editing.record("report", before.uid) == before
    assert "look at what is marked" in page.pane.state.text()
    assert field.control.widget.hasFocus()


def test_a_broken_rule_is_said_as_one_leaves_the_field(qtbot: QtBot, page):
    type_into(qtbot, page, "fieldwork_from", "1 May 2026")
    type_into(qtbot, page, "fieldwork_to", "1 April 2026")
    qtbot.keyClick(page.pane.form.fields["fieldwork_to"].control.widget, Qt.Key.Key_Tab)
    assert "before it begins" in page.pane.form.fields["fieldwork_to"].field.fault.text()
    type_into(qtbot, page, "fieldwork_to", "1 June 2026")
    type_into(qtbot, page, "published", "2 May 2026")
    qtbot.keyClick(page.pane.form.fields["published"].control.widget, Qt.Key.Key_Tab)
    assert not page.pane.form.fields["fieldwork_to"].is_wrong
    doubt = page.pane.form.fields["published"].doubt
    assert doubt.isVisible()
    assert "fieldwork" in doubt.text()


def test_revert_shows_again_what_is_on_the_register(qtbot: QtBot, page):
    type_into(qtbot, page, "short_title", "Cells")
    qtbot.mouseClick(page.pane.revert_button, LEFT)
    field = page.pane.form.fields["short_title"]
    assert field.control.typed == page.pane.record.short_title
    assert not page.unsaved()


def test_what_is_typed_and_left_waits_and_is_named(qtbot: QtBot, seat: Seat, page):
    before = page.pane.record
    type_into(qtbot, page, "short_title", "Cells")
    page.list.list.setFocus()
    qtbot.keyClick(page.list.list, Qt.Key.Key_Down)
    assert page.pane.record != before
    assert page.unsaved_bar.isVisible()
    assert seat.sitting.visits.unsaved() == (page.unsaved()[0],)
    open_record(seat, "report", before.uid)
    assert page.pane.form.fields["short_title"].control.typed == "Cells"
    assert not page.unsaved_bar.isVisible()
    qtbot.keyClick(seat.window, Qt.Key.Key_1, CTRL)
    seat.go(PageKey.REGISTER)
    assert page.pane.form.fields["short_title"].control.typed == "Cells"


def test_closing_asks_about_forms_that_are_not_saved(qtbot: QtBot, seat: Seat, page):
    type_into(qtbot, page, "short_title", "Cells")
    asked = []

    def answer() -> None:
        dialog = next(
            each for each in QApplication.topLevelWidgets() if isinstance(each, UnsavedFormsDialog)
        )
        asked.append(dialog.windowTitle())
        dialog.reject()

    QTimer.singleShot(0, answer)
    seat.window.close()
    assert asked == ["A form is not saved"]
    assert seat.window.isVisible()
    qtbot.mouseClick(page.pane.revert_button, LEFT)


def test_a_monitoring_phase_is_recorded_from_a_report(qtbot: QtBot, seat: Seat):
    report = seat.desk.register.reports()[0].report
    seat.go(PageKey.REPORT, report.uid)
    links = seat.window.pages.currentWidget().findChildren(Button)
    link = next(each for each in links if each.text() == "Record a monitoring phase")
    qtbot.mouseClick(link, LEFT)
    page = seat.window.pages.currentWidget()
    assert (page.pane.table, page.pane.record) == ("phase", None)
    assert not page.pane.is_edited


def test_a_status_is_recorded_from_the_dossier(qtbot: QtBot, seat: Seat):
    finding = finding_uid(seat)
    seat.go(PageKey.FINDING, finding)
    dossier = seat.window.pages.currentWidget()
    record = next(
        dossier.deeds.links.layout().itemAt(place).widget()
        for place in range(dossier.deeds.links.layout().count())
        if dossier.deeds.links.layout().itemAt(place).widget().text() == "Record a status"
    )
    qtbot.mouseClick(record, LEFT)
    page = seat.window.pages.currentWidget()
    form = page.pane.form
    assert form.fields["subject"].control.value().uid == finding
    qtbot.mouseClick(page.pane.save_button, LEFT)
    assert form.fields["track"].is_wrong
    form.fields["track"].control.retype(Track.HMICFRS)
    form.fields["track"].control.edited.emit()
    form.fields["status"].control.retype("awaiting_review")
    type_into(qtbot, page, "date", "12 November 2026")
    qtbot.mouseClick(page.pane.save_button, LEFT)
    event = page.pane.record
    assert (event.track, event.status, event.date) == (
        Track.HMICFRS,
        "awaiting_review",
        date(2026, 11, 12),
    )
    assert page.list.line().uid == event.uid


def test_a_moved_target_asks_what_it_means(qtbot: QtBot, seat: Seat, page):
    uid = action_uid(seat)
    open_record(seat, "action", uid)
    before = page.pane.record
    assert not page.pane.move_part.isVisible()
    type_into(qtbot, page, "target", "1 June 2027")
    assert page.pane.move_part.isVisible()
    moves = seat.desk.editing.counts()["target_change"]
    qtbot.mouseClick(page.pane.save_button, LEFT)
    assert seat.desk.editing.counts()["target_change"] == moves + 1
    assert not page.pane.move_part.isVisible()
    type_into(qtbot, page, "target", "2 June 2027")
    page.pane.move_part.mistyped.click()
    qtbot.mouseClick(page.pane.save_button, LEFT)
    assert seat.desk.editing.counts()["target_change"] == moves + 1
    assert seat.desk.editing.record("action", uid).target == date(2027, 6, 2)
    assert page.pane.record.original_target == before.original_target


def test_a_record_is_removed_after_being_asked_and_comes_back(qtbot: QtBot, seat: Seat, page):
    uid = action_uid(seat)
    open_record(seat, "action", uid)
    counts = seat.desk.editing.counts()
    qtbot.mouseClick(page.pane.head.remove, LEFT)
    assert page.stack.remove_view.isVisible()
    assert page.stack.remove_view.keep.hasFocus()
    qtbot.mouseClick(page.stack.remove_view.keep, LEFT)
    assert page.pane.isVisible()
    qtbot.mouseClick(page.pane.head.remove, LEFT)
    qtbot.mouseClick(page.stack.remove_view.remove, LEFT)
    assert seat.desk.editing.record("action", uid) is None
    assert page.pane.record.uid != uid
    qtbot.keyClick(seat.window, Qt.Key.Key_Z, CTRL)
    assert seat.desk.editing.counts() == counts


def test_two_records_are_made_one(qtbot: QtBot, seat: Seat, page):
    kept, lost = action_uid(seat), action_uid(seat, "041/03.2")
    open_record(seat, "action", kept)
    qtbot.mouseClick(page.pane.head.merge, LEFT)
    view = page.stack.merge_view
    assert not view.merge.button.isEnabled()
    qtbot.mouseClick(view.picker.choose, LEFT)
    qtbot.keyClicks(view.picker.finder.search, "041/03.2")
    qtbot.keyClick(view.picker.finder.search, Qt.Key.Key_Return)
    assert view.picker.typed == lost
    assert view.merge.button.isEnabled()
    text = seat.desk.editing.record("action", lost).text
    view._theirs["text"].click()
    qtbot.mouseClick(view.merge.button, LEFT)
    assert seat.desk.editing.record("action", lost) is None
    assert seat.desk.editing.record("action", kept).text == text
    assert page.pane.isVisible()
    assert page.pane.form.fields["text"].control.typed == text


def test_one_record_is_made_two(qtbot: QtBot, seat: Seat, page):
    finding = finding_uid(seat)
    open_record(seat, "finding", finding)
    qtbot.mouseClick(page.pane.head.split, LEFT)
    view = page.stack.split_view
    view.new.fields["text"].control.retype("The second half.")
    view.new.fields["number"].control.retype("3a")
    place = next(place for place in view.fates() if place.table == "action")
    view.fates()[place].retype("goes")
    qtbot.mouseClick(view.split, LEFT)
    action = seat.desk.editing.record("action", place.uid)
    assert finding not in action.findings
    new = seat.desk.editing.record("finding", action.findings[-1])
    assert (new.text, new.number) == ("The second half.", "3a")


def test_findings_are_put_in_order_and_added_under_one_another(qtbot: QtBot, seat: Seat, page):
    report = seat.desk.editing.record("finding", finding_uid(seat)).report
    open_record(seat, "report", report)
    tree = page.pane.tree
    tree.list.choose(1)
    before = [each.uid for each in seat.desk.editing.tree(report, nested=True)]
    qtbot.mouseClick(tree.down, LEFT)
    after = [each.uid for each in seat.desk.editing.tree(report, nested=True)]
    assert after[1:3] == [before[2], before[1]]
    assert tree.list.currentIndex().row() == 2
    qtbot.mouseClick(tree.under, LEFT)
    form = page.pane.form
    assert form.fields["parent"].control.typed == before[1]
    assert form.fields["report"].control.typed == report


def test_an_action_is_linked_from_the_dossier(qtbot: QtBot, seat: Seat):
    finding = finding_uid(seat)
    seat.go(PageKey.FINDING, finding)
    deeds = seat.window.pages.currentWidget().deeds
    other = action_uid(seat, "036/03.1")
    qtbot.mouseClick(deeds.link, LEFT)
    qtbot.keyClicks(deeds.finder.search, "036/03.1")
    qtbot.keyClick(deeds.finder.search, Qt.Key.Key_Down)
    qtbot.keyClick(deeds.finder.list, Qt.Key.Key_Return)
    assert finding in seat.desk.editing.record("action", other).findings
    assert not deeds.finder.isVisible()


def test_a_finder_closes_at_escape_and_says_when_nothing_fits(qtbot: QtBot, seat: Seat, page):
    open_record(seat, "finding", finding_uid(seat))
    control = page.pane.form.fields["report"].control
    qtbot.mouseClick(control.choose, LEFT)
    qtbot.keyClicks(control.finder.search, "no such report")
    assert control.finder.rows.row(0).title == "Nothing fits these words."
    qtbot.keyClick(control.finder.search, Qt.Key.Key_Return)
    assert not page.unsaved()
    qtbot.keyClick(control.finder.search, Qt.Key.Key_Escape)
    assert not control.finder.isVisible()
    assert control.choose.hasFocus()


def test_people_of_a_meeting_are_added_and_taken_out(qtbot: QtBot, seat: Seat, page):
    meeting = seat.desk.register.meetings()[0].meeting
    open_record(seat, "meeting", meeting.uid)
    control = page.pane.form.fields["attendance"].control
    count = len(control.typed)
    qtbot.mouseClick(control.add, LEFT)
    assert len(control.typed) == count + 1
    qtbot.mouseClick(page.pane.save_button, LEFT)
    assert "cannot be left blank" in page.pane.form.fields["attendance"].field.fault.text()
    qtbot.mouseClick(page.pane.revert_button, LEFT)
    assert len(control.typed) == count


def test_updates_and_imports_are_shown_and_not_written(qtbot: QtBot, seat: Seat, page):
    seat.sitting.workspace.navigator.open(table_place("update"))
    assert page.pane.plain.isVisible()
    assert not page.pane.foot.isVisible()
    qtbot.keyClick(seat.window, Qt.Key.Key_S, CTRL)
    seat.sitting.workspace.navigator.open(table_place("import_batch"))
    assert page.pane.plain.isVisible()
    assert not page.list.new.isVisible()
    assert not page.pane.head.deeds.isHidden()


def test_an_empty_register_offers_the_first_record(qtbot: QtBot, empty_seat: Seat):
    empty_seat.go(PageKey.REGISTER)
    page = empty_seat.window.pages.currentWidget()
    assert page.stack.empty.isVisible()
    qtbot.mouseClick(page.stack.empty.step, LEFT)
    type_into(qtbot, page, "title", "A first report (invented)")
    qtbot.keyClick(empty_seat.window, Qt.Key.Key_S, CTRL)
    assert empty_seat.desk.editing.counts()["report"] == 1
    assert page.pane.record.title == "A first report (invented)"
    assert page.list.model.rowCount() == 1


def test_a_record_taken_away_under_the_form_leaves_the_first_one(seat: Seat, page):
    seat.sitting.workspace.navigator.open(table_place("phase"))
    record = page.pane.record
    act = seat.desk.joining.removal(record).act
    seat.sitting.workspace.acts.do(act)
    assert page.pane.record.uid != record.uid


def test_words_that_are_typed_outlive_a_change_from_elsewhere(qtbot: QtBot, seat: Seat, page):
    before = page.pane.record
    type_into(qtbot, page, "short_title", "Cells")
    changed = replace(before, cycle="2026")
    seat.sitting.workspace.acts.do(seat.desk.editing.kept(before, changed))
    assert page.pane.form.fields["short_title"].control.typed == "Cells"
    qtbot.keyClick(seat.window, Qt.Key.Key_S, CTRL)
    now = seat.desk.editing.record("report", before.uid)
    assert (now.short_title, now.cycle) == ("Cells", "2026")


@pytest.mark.parametrize("width", [1440, 1100, 760])
def test_tables_and_panes_fold_where_there_is_no_room(seat: Seat, page, qtbot: QtBot, width: int):
    seat.window.resize(width, 800)
    qtbot.waitUntil(lambda: seat.window.width() == width)
    assert page.tables_side.isVisible() is (page.width() >= 1000)
    assert page.list.tables.isHidden() is page.tables_side.isVisible()


def test_what_was_done_to_a_record_is_shown_with_what_stood_there_before(
    qtbot: QtBot, seat: Seat, page
):
    before = page.pane.record
    type_into(qtbot, page, "short_title", "Cells")
    type_into(qtbot, page, "published", "2 October 2026")
    kind = page.pane.form.fields["scope"].control
    kind.retype(None)
    qtbot.keyClick(seat.window, Qt.Key.Key_S, CTRL)
    said = [plain(label.text()) for label in page.pane.origin.findChildren(Label)]
    assert any(words.startswith("Changed by hand on 13 November 2026") for words in said)
    assert f"Short title was: {before.short_title}" in said
    assert "Published was: 20 October 2026" in said
    assert f"Whom it looked at was: {before.scope.words}" in said


def test_every_kind_of_change_can_be_said(seat: Seat, page):
    editing = seat.desk.editing
    finding = editing.record("finding", finding_uid(seat))
    reports = [line.uid for line in editing.lines("report", editing.ids("report"))]
    other = next(uid for uid in reports if uid != finding.report)
    meeting = editing.record("meeting", seat.desk.register.meetings()[-1].meeting.uid)
    for record, changed in (
        (finding, replace(finding, report=other, parent=None, addressees=())),
        (meeting, replace(meeting, attendance=())),
    ):
        open_record(seat, table_of(record), record.uid)
        seat.sitting.workspace.acts.do(editing.kept(record, changed))
        said = [label.text() for label in page.pane.origin.findChildren(Label)]
        assert any(" was: " in words for words in said)


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")
