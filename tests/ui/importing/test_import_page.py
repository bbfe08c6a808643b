"""Importing a letter by mouse and key: read, checked, put right, accepted, undone."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.records import Finding, Report
from jasp_desktop.domain.vocabulary import FindingKind
from jasp_desktop.shipped import shipped
from jasp_desktop.ui.kit.labels import StatusWord
from jasp_desktop.ui.places import PageKey

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
PATIENCE = 20_000

LETTER = """\
The Trent Vale Police and Crime Commissioner's response to the joint inspection report
“Missing children in Trent Vale” (invented)

On 4 March 2025 HMICFRS and Ofsted published their joint report with these key findings:

- Missing children are found quickly
- Return interviews are held too late

Qwerty zzz.

The Chief Constable has set up a dedicated team to hold every return interview in time.

Yours sincerely

Bronwen Ŷnys
Police and Crime Commissioner

April 2025
"""


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / "letter (invented).txt"
    path.write_text(LETTER, encoding="utf-8")
    return path


@pytest.fixture
def page(seat):
    seat.go(PageKey.IMPORT)
    return seat.sitting.visits.page


@pytest.fixture
def read(qtbot, seat, page, letter):
    """Return the page with the letter read."""
    seat.files.answer = letter
    qtbot.mouseClick(page.choose.choose, LEFT)
    qtbot.waitUntil(page.check.isVisible, timeout=PATIENCE)
    return page


def slips(page, record_type):
    review, records = page.check.review, page.check.records
    return [s for uid, s in records.slips.items() if isinstance(review.record(uid), record_type)]


def accept(qtbot, page):
    qtbot.mouseClick(page.check.accept, LEFT)
    qtbot.waitUntil(page.certificate.isVisible, timeout=PATIENCE)


def undo(qtbot, page):
    qtbot.mouseClick(page.certificate.undo, LEFT)
    undone = "The import was undone"
    qtbot.waitUntil(lambda: page.certificate.title.text() == undone, timeout=PATIENCE)


def backups_of(seat):
    # The clock of the samples stands still, and with it the copies' names.
    return {(each.name, each.stat().st_mtime_ns) for each in seat.desk.home.backups.iterdir()}


def test_nothing_counts_before_it_is_accepted(seat, read):
    before = len(seat.desk.register.reports())
    assert read.check.accept.text() == f"Import {read.check.counts.added} records"
    assert read.check.counts.added == len(read.check.records.slips)
    assert len(seat.desk.register.reports()) == before


def test_a_record_lights_its_lines_and_a_line_its_record(qtbot, read):
    finding = slips(read, Finding)[0]
    qtbot.mouseClick(finding.lines, LEFT)
    source = read.check.source
    lit = [row for row in range(source.source.rowCount()) if source.source.is_lit(row)]
    assert [row + 1 for row in lit] == list(read._plan.proposal.evidence[finding.uid])
    last = slips(read, Finding)[-1]
    row = read._plan.proposal.evidence[last.uid][-1] - 1
    index = source.source.index(row, 0)
    source.scrollTo(index)
    qtbot.mouseClick(source.viewport(), LEFT, pos=source.visualRect(index).center())
    assert read.check.records._chosen is last


def test_lines_nobody_understood_are_named_and_led_to(qtbot, read):
    unread = read._plan.proposal.not_understood
    assert unread
    qtbot.mouseClick(read.check.unread, LEFT)
    source = read.check.source
    assert source.currentIndex().row() + 1 == unread[0].line
    words = source.source.data(source.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert "not understood" in words


def test_refusing_the_report_refuses_what_hangs_on_it_and_says_so(qtbot, read):
    report = slips(read, Report)[0]
    qtbot.mouseClick(report.tick, LEFT)
    finding = slips(read, Finding)[0]
    assert not finding.tick.isChecked()
    assert not finding.tick.isEnabled()
    assert finding.reason.text() == "Cannot be accepted: its report is refused."
    assert not read.check.accept.isEnabled()
    report.tick.setFocus()
    qtbot.keyClick(report.tick, Qt.Key.Key_Space)
    assert finding.tick.isChecked()
    assert read.check.accept.isEnabled()


def test_a_wrong_field_stops_the_import_until_it_is_right(qtbot, read):
    report = slips(read, Report)[0]
    qtbot.mouseClick(report.edit, LEFT)
    published = report.editor.fields["published"]
    published.editor.setFocus()
    published.editor.selectAll()
    qtbot.keyClicks(published.editor, "soon")
    qtbot.keyClick(published.editor, Qt.Key.Key_Tab)
    assert published.fault.isVisible()
    assert read.check._reasoned.reason.text() == "1 field to put right first"
    published.editor.setFocus()
    published.editor.selectAll()
    qtbot.keyClicks(published.editor, "March 2025")
    qtbot.keyClick(published.editor, Qt.Key.Key_Tab)
    assert read.check.accept.isEnabled()
    assert "March\u00a02025" in report.facts.text()


def test_what_was_put_right_is_what_is_imported_and_can_be_undone(qtbot, seat, read):
    first, second = slips(read, Finding)[:2]
    qtbot.mouseClick(second.tick, LEFT)
    qtbot.mouseClick(first.edit, LEFT)
    number = first.editor.fields["number"].editor
    number.setFocus()
    qtbot.keyClicks(number, "1")
    qtbot.keyClick(number, Qt.Key.Key_Tab)
    before = seat.desk.register.reports()
    backups = backups_of(seat)
    accept(qtbot, read)
    assert backups_of(seat) != backups
    added = seat.desk.register.findings([first.uid, second.uid])
    assert [(each.uid, each.number) for each in added] == [(first.uid, "1")]
    assert added[0].kind is FindingKind.KEY_FINDING
    undo(qtbot, read)
    assert seat.desk.register.reports() == before
    assert read.certificate.title.text() == "The import was undone"
    assert not read.certificate.undo.isEnabled()
    (batch, *_) = seat.desk.certificates.batches()
    assert batch.undone_at is not None, "its certificate stays"


def test_the_certificate_adds_up_and_leads_to_the_report(qtbot, seat, read):
    qtbot.mouseClick(slips(read, Finding)[0].tick, LEFT)
    counts = read.check.counts
    accept(qtbot, read)
    assert counts.read == counts.added + counts.refused
    kept = seat.desk.certificates.batches()[0].counts
    assert (kept["read"], kept["rejected"]) == (counts.read, 1)
    said = [label.text() for label in read.certificate.findChildren(StatusWord)]
    assert "1 refused in the review; not imported" in said
    qtbot.mouseClick(read.certificate.report, LEFT)
    assert seat.page is PageKey.REPORT


def test_an_import_is_undone_though_something_else_was_done_since(qtbot, seat, read):
    accept(qtbot, read)
    register = seat.desk.register
    reports = len(register.reports())
    seat.sitting.workspace.acts.do(register.named(replace(register.panel(), name="Another")))
    undo(qtbot, read)
    assert len(register.reports()) == reports - 1
    assert register.panel().name == "Another"


def test_what_was_changed_since_is_told_and_stays(qtbot, seat, read):
    first = slips(read, Finding)[0]
    accept(qtbot, read)
    (finding,) = seat.desk.register.findings([first.uid])
    edited = Act("Edit", (Change(finding, replace(finding, theme="Edited by hand")),))
    seat.sitting.workspace.acts.do(edited)
    qtbot.mouseClick(read.certificate.undo, LEFT)
    qtbot.waitUntil(read.certificate.reasons.isVisible, timeout=PATIENCE)
    assert read.certificate.title.text() == "Imported"
    assert seat.desk.register.findings([first.uid])[0].theme == "Edited by hand"
    assert read.certificate.undo.isEnabled()


def test_ctrl_z_takes_the_import_back_and_the_certificate_says_so(qtbot, seat, read):
    accept(qtbot, read)
    qtbot.keyClick(seat.window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: read.certificate.title.text() == "The import was undone")
    assert not read.certificate.undo.isEnabled()


def test_every_earlier_import_opens_its_certificate_by_key(qtbot, seat, page):
    batches = seat.desk.certificates.batches()
    assert page.choose.earlier.rowCount() == len(batches)
    table = page.choose.table
    table.choose(0)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert page.certificate.isVisible()
    assert page.crumbs()[-1].words == batches[0].file
    qtbot.mouseClick(page.certificate.all_imports, LEFT)
    assert page.choose.isVisible()


def test_a_certificate_is_saved_as_pdf_and_printed(qtbot, seat, read, tmp_path):
    accept(qtbot, read)
    seat.files.answer = tmp_path / "certificate.pdf"
    qtbot.mouseClick(read.certificate.pdf, LEFT)
    qtbot.waitUntil(seat.files.answer.exists, timeout=PATIENCE)
    qtbot.waitUntil(lambda: "is saved" in seat.window.notices.sentence.text(), timeout=PATIENCE)
    qtbot.mouseClick(read.certificate.paper, LEFT)
    qtbot.waitUntil(lambda: len(seat.printer.printed) == 1, timeout=PATIENCE)
    assert seat.printer.printed[0].startswith(b"%PDF")


def test_the_same_letter_again_is_on_the_register_already(qtbot, seat, read, letter):
    accept(qtbot, read)
    seat.files.answer = letter
    qtbot.mouseClick(read.certificate.another, LEFT)
    qtbot.waitUntil(read.check.isVisible, timeout=PATIENCE)
    assert read.check.counts.added == 0
    assert read.check._reasoned.reason.text() == "Everything accepted is on the register already"


def test_the_chips_show_only_what_they_count(qtbot, read):
    chips = {chip.text(): chip for chip in read.check.records._chips.values()}
    qtbot.mouseClick(slips(read, Finding)[0].tick, LEFT)
    qtbot.mouseClick(chips["Refused"], LEFT)
    shown = [slip for slip in read.check.records.slips.values() if slip.isVisible()]
    assert shown == [slips(read, Finding)[0]]
    qtbot.mouseClick(chips["Changed"], LEFT)
    assert read.check.records._none.isVisible()


def test_a_file_that_cannot_be_read_is_one_sentence_with_another_try(qtbot, seat, page, tmp_path):
    seat.files.answer = tmp_path / "not there.txt"
    qtbot.mouseClick(page.choose.choose, LEFT)
    qtbot.waitUntil(page.choose.fault.isVisible, timeout=PATIENCE)
    assert page.choose.fault.text().endswith(".")
    assert page.choose.choose.text() == "Choose another file"
    assert page.choose.choose.hasFocus()


def test_pasted_text_is_read_as_a_file_would_be(qtbot, seat, page):
    qtbot.mouseClick(page.choose.paste, LEFT)
    qtbot.waitUntil(page.paste.words.hasFocus)
    assert page.paste.foot.reason == "Paste the text first"
    QApplication.clipboard().setText(LETTER)
    qtbot.keyClick(page.paste.words, Qt.Key.Key_V, CTRL)
    qtbot.mouseClick(page.paste.foot.go_on, LEFT)
    qtbot.waitUntil(page.check.isVisible, timeout=PATIENCE)
    assert slips(page, Finding)
    accept(qtbot, page)
    assert seat.desk.certificates.batches()[0].file == "Pasted text"


def test_thinking_better_of_it_reads_nothing(qtbot, seat, page):
    seat.files.answer = None
    qtbot.mouseClick(page.choose.choose, LEFT)
    assert not page._reading.is_working


def test_a_dropped_file_is_read(qtbot, page, letter):
    drop(page, letter)
    qtbot.waitUntil(page.check.isVisible, timeout=PATIENCE)


def drop(page, path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    middle = QPointF(page.rect().center())
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(middle, copy, mime, LEFT, none)
    QApplication.sendEvent(page, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(page, QDropEvent(middle, copy, mime, LEFT, none))


def test_reading_can_be_stopped(qtbot, seat, page, letter):
    jobs = []
    seat.jobs.started.connect(jobs.append)
    seat.go(PageKey.IMPORT, detail=str(letter))
    with qtbot.waitSignal(jobs[-1].ended, timeout=PATIENCE):
        jobs[-1].cancel()
    assert page.choose.choose.text() == "Choose a file"
    assert page.choose.choose.isVisible()


def test_coming_back_finds_the_review_as_it_was_left(qtbot, seat, read, letter):
    qtbot.mouseClick(slips(read, Finding)[0].tick, LEFT)
    seat.go(PageKey.HOME)
    seat.go(PageKey.IMPORT, detail=str(letter))
    assert read.check.isVisible()
    assert not slips(read, Finding)[0].tick.isChecked()


def test_a_register_file_is_accepted_as_one(qtbot, take_seat, empty_desk):
    seat = take_seat(empty_desk)
    sample = shipped("db") / "demo" / "register.json"
    seat.go(PageKey.IMPORT, detail=str(sample))
    page = seat.sitting.visits.page
    qtbot.waitUntil(page.check.isVisible, timeout=PATIENCE)
    held = sum(len(rows) for rows in json.loads(sample.read_text()).values() if type(rows) is list)
    assert page.check.accept.text() == f"Import {held:,} records"
    assert page.check.summary.isVisible()
    accept(qtbot, page)
    assert seat.desk.register.panel().force == "Trent Vale Police (invented)"
    qtbot.keyClick(seat.window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(seat.desk.register.is_empty, timeout=PATIENCE)
