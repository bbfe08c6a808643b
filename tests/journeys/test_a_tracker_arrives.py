"""A force's tracker arrives, and the next round of it: by mouse and key, through the real window.

The first export is read, its dates settled, a bad cell put right, and accepted; the second is
recognised, compared and accepted; each has its certificate, and the older one is looked at again.
"""

from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from jasp_desktop.domain.trackers import Fate
from jasp_desktop.ui.importing.tracker.outcome_rows import Section
from jasp_desktop.ui.places import PageKey
from tests.exchange.trackers.sample_sheets import LINES, day_first, four_action, write_xlsx
from tests.journeys.walking import CTRL, LEFT, Walk


class Clerk(Walk):
    """Somebody of the secretariat at the window."""

    @property
    def wizard(self):
        return self.page.wizard

    def choose_file(self, path, words):
        self.seat.files.answer = path
        self.press(words)
        self.until(self.wizard.sheet.isVisible)

    def confirm_day(self, words):
        options = self.wizard.sheet.as_at.options
        (option,) = [each for each in options if each.text() == words]
        self.use(option)
        assert option.isChecked()

    def choose_row(self, row):
        """Go to a row of the list by mouse."""
        rows = self.wizard.check.list
        index = rows.outcomes.index(rows.outcomes.place_of(row), 0)
        rows.scrollTo(index)
        self.qtbot.mouseClick(rows.viewport(), LEFT, pos=rows.visualRect(index).center())

    def fates(self):
        return [each.fate for each in self.wizard.plan.outcomes]


@pytest.fixture
def march(tmp_path):
    """Return an export with dates that can be read two ways, a bad one, and an unknown status."""
    lines = [replace(line) for line in LINES]
    lines[1] = replace(lines[1], status="Parked")
    sheet = four_action(lines, dates=day_first)
    cells = [list(row) for row in sheet.cells]
    target = cells[sheet.header_row - 1].index("Current target date")
    cells[sheet.header_row + 5][target] = "31/02/2026"
    path = tmp_path / "4ACTION export March 2026.xlsx"
    return write_xlsx(path, replace(sheet, cells=tuple(map(tuple, cells))))


@pytest.fixture
def june(tmp_path):
    """Return the next round: a target moved, an action closed, one gone, one new."""
    moved = replace(LINES[0], target=date(2026, 10, 31))
    closed = replace(LINES[3], status="Closed", closed=date(2026, 6, 15))
    new = replace(
        LINES[5],
        reference="4A-000130",
        number="9",
        text="The force should publish how often it searches for missing children (invented).",
        action="Publish the figures each quarter.",
    )
    parked = replace(LINES[1], status="Parked")
    lines = [moved, parked, LINES[2], closed, LINES[4], new]
    path = tmp_path / "4ACTION export June 2026.xlsx"
    return write_xlsx(path, four_action(lines))


@pytest.fixture
def clerk(qtbot, take_seat, empty_desk):
    return Clerk(qtbot, take_seat(empty_desk))


def test_two_rounds_of_a_tracker(clerk, march, june, tmp_path):
    clerk.press("Import")
    assert clerk.seat.page is PageKey.IMPORT
    say_what_the_sheet_is(clerk, march)
    settle_words_and_save(clerk)
    settle_dates(clerk)
    put_a_cell_right(clerk)
    accept(clerk, "Import 6 rows")
    read_the_certificate(clerk, tmp_path)
    compare_the_next_round(clerk, june)
    accept(clerk, "Import 3 rows")
    look_back_and_undo(clerk)


def say_what_the_sheet_is(clerk, path):
    clerk.choose_file(path, "Choose a file")
    sheet = clerk.wizard.sheet
    assert sheet.foot.reason == "Say the day of the data"
    assert sheet.grid.sheet.header_row == 4
    clerk.confirm_day("31\u00a0March\u00a02026")
    assert clerk.page.steps.names[:3] == ("File", "Sheet and headings", "Columns")
    clerk.press("Go on to the columns")
    assert not empty_register_changed(clerk)


def empty_register_changed(clerk):
    return bool(clerk.desk.register.reports())


def settle_words_and_save(clerk):
    columns = clerk.wizard.columns
    assert columns.foot.reason == "1 word to settle first"
    choice = columns.statuses.choices["Parked"]
    choice.setFocus()
    clerk.type("Delayed")
    clerk.key(Qt.Key.Key_Return)
    clerk.until(lambda: columns.statuses.unsettled == 0)
    clerk.until(lambda: columns.foot.reason == "")
    name = columns.mapping_part.name
    name.setFocus()
    name.selectAll()
    clerk.type("4ACTION 2026")
    clerk.key(Qt.Key.Key_Return)
    assert [each.name for each in clerk.desk.trackers.mappings()] == ["4ACTION 2026"]
    clerk.press("Go on to the dates")


def settle_dates(clerk):
    dates = clerk.wizard.dates
    assert "to settle" in clerk.page.steps.names[3]
    assert not any(option.isChecked() for card in dates.cards for option in card.options)
    for place in range(len(dates.cards)):
        # Each answer makes the cards anew; a click needs one that is laid out.
        clerk.until(lambda at=place: dates.cards[at].use.isVisible())
        clerk.use(dates.cards[place].options[0])
        clerk.use(dates.cards[place].use)
    assert clerk.page.steps.names[3] == "Dates"
    clerk.press("Check what would happen")
    clerk.until(lambda: clerk.wizard.plan is not None)


def put_a_cell_right(clerk):
    check = clerk.wizard.check
    clerk.until(lambda: check.tiles[Section.REJECTED].text() == "2")
    (bad, total) = [each for each in clerk.wizard.plan.outcomes if each.fate is Fate.REJECTED]
    assert "February" in bad.problems[0].message
    assert "total" in total.problems[0].message
    clerk.use(check.tiles[Section.REJECTED])
    clerk.choose_row(bad.row)
    check.row.correction.setFocus()
    clerk.type("28 February 2027")
    clerk.key(Qt.Key.Key_Return)
    clerk.until(lambda: clerk.fates().count(Fate.REJECTED) == 1)
    clerk.use(check.tiles[Section.REJECTED])
    clerk.choose_row(bad.row)
    assert check.list.outcomes.entry(check.list.currentIndex().row()).section is Section.ADDED


def accept(clerk, words):
    clerk.until(lambda: clerk.wizard.check.foot.reason == "")
    clerk.press(words)
    clerk.until(clerk.page.certificate.isVisible)


def read_the_certificate(clerk, folder):
    (batch,) = clerk.desk.certificates.batches()
    assert batch.counts["added"] == 6
    assert batch.counts["rejected"] == 1
    assert clerk.page.steps.accessibleName() == "Step 6 of 6: Certificate"
    certificate = clerk.page.certificate
    assert certificate.problems.rowCount() >= 1
    clerk.seat.files.answer = folder / "certificate.pdf"
    clerk.press("Save as PDF…")
    clerk.until(clerk.seat.files.answer.exists)
    text = "\n".join(page.extract_text() for page in PdfReader(folder / "certificate.pdf").pages)
    assert "4ACTION export March 2026.xlsx" in text


def compare_the_next_round(clerk, path):
    clerk.choose_file(path, "Import another file")
    assert clerk.wizard.sheet.tracker.text() == "4ACTION"
    clerk.confirm_day("30\u00a0June\u00a02026")
    clerk.press("Go on to the columns")
    assert "recognised" in clerk.wizard.columns.mapping_part.stands.text()
    assert "Dates" not in clerk.page.steps.names
    clerk.press("Check what would happen")
    clerk.until(lambda: clerk.wizard.plan is not None)
    check = clerk.wizard.check
    clerk.until(lambda: check.tiles[Section.MISSING].text() == "1")
    fates = clerk.fates()
    assert (fates.count(Fate.ADDED), fates.count(Fate.CHANGED)) == (1, 2)


def look_back_and_undo(clerk):
    clerk.press("All imports")
    choose = clerk.page.choose
    assert choose.earlier.rowCount() == 2
    choose.table.choose(0)
    choose.table.setFocus()
    clerk.key(Qt.Key.Key_Return)
    clerk.until(clerk.page.certificate.isVisible)
    clerk.press("Undo import")
    clerk.until(lambda: clerk.page.certificate.title.text() == "The import was undone")
    assert len(clerk.desk.certificates.batches()) == 2
    clerk.key(Qt.Key.Key_Z, CTRL)
    clerk.until(lambda: clerk.page.certificate.title.text() == "Imported")
