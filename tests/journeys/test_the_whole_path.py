"""The whole path once, on the real letter, by mouse and key alone, from an empty home.

Import, check, accept; open the finding; note and question; plan a meeting and put the finding on
its agenda; make the brief, export it, and read the PDF back.
"""

from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from jasp_desktop.domain.records import Report
from jasp_desktop.domain.vocabulary import ForcePosition, QuestionState
from jasp_desktop.ui.places import PageKey
from jasp_desktop.ui.record_line import RecordLine
from tests.journeys.walking import ALT, CTRL, SHIFT, Walk

LETTER = Path(__file__).parents[1] / "exchange/letters/corpus/pcc-response-csa-family-2020-02.txt"
TITLE = "The multi-agency response to child sexual abuse in the family environment"
FINDING = "Poor-quality criminal investigations"
NOTE = "The letter says nothing of how quality is checked"
QUESTION = "Which audit shows that investigations here are better"


def test_from_the_letter_to_the_printed_brief(qtbot, take_seat, empty_desk, tmp_path):
    walk = Walk(qtbot, take_seat(empty_desk))
    import_the_letter(walk)
    open_the_finding(walk)
    write_in_the_notebook(walk)
    put_it_on_an_agenda(walk)
    brief = export_the_brief(walk, tmp_path)
    read_it_back(brief)


def import_the_letter(walk):
    walk.seat.files.answer = LETTER
    walk.press("Import")
    assert walk.seat.page is PageKey.IMPORT
    walk.press("Choose a file")
    walk.until(walk.page.check.isVisible)
    assert not walk.desk.register.reports(), "nothing counts before it is accepted"
    assert [line.line for line in walk.page._plan.proposal.not_understood]
    walk.press(walk.page.check.accept.text())
    walk.until(walk.page.certificate.isVisible)
    walk.press("Open the report")
    assert walk.seat.page is PageKey.REPORT
    (line,) = walk.desk.register.reports()
    report: Report = line.report
    assert report.title == TITLE
    assert report.force_position is ForcePosition.EXCLUDED
    assert not line.has_recommendations


def open_the_finding(walk):
    lines = [each for each in walk.page.findChildren(RecordLine) if each.text() == FINDING]
    walk.use(lines[0])
    assert walk.seat.page is PageKey.FINDING
    assert walk.page._dossier.finding.text == FINDING


def write_in_the_notebook(walk):
    notebook = walk.desk.notebook
    walk.key(Qt.Key.Key_N, CTRL)
    walk.until(lambda: "Note" in type(QApplication.focusWidget().parent()).__name__)
    walk.type(NOTE)
    walk.until(lambda: [note.body for note in notebook.notes()] == [NOTE])
    walk.key(Qt.Key.Key_N, CTRL | SHIFT)
    walk.type(QUESTION)
    walk.key(Qt.Key.Key_Question)
    walk.until(lambda: [draft.text for draft in notebook.drafts()] == [f"{QUESTION}?"])
    assert notebook.drafts()[0].state is QuestionState.DRAFT
    assert notebook.drafts()[0].subject.uid == walk.page._dossier.finding.uid


def put_it_on_an_agenda(walk):
    walk.press("Plan a meeting")
    walk.press("Plan a meeting")
    walk.type("8 March 2027")
    walk.press("Plan meeting")
    assert walk.seat.page is PageKey.MEETING
    walk.seat.window.setFocus()
    for _ in range(2):
        walk.key(Qt.Key.Key_Left, ALT)
    assert walk.seat.page is PageKey.FINDING
    walk.press("Add to meeting")
    walk.press("Add")
    (line,) = walk.desk.register.meetings()
    assert line.findings == 1


def export_the_brief(walk, folder):
    brief = folder / "Brief 8 March 2027.pdf"
    walk.seat.files.answer = brief
    walk.press("8\u00a0March\u00a02027, item 5")
    assert walk.seat.page is PageKey.MEETING
    walk.press("Make the brief")
    walk.until(lambda: walk.page._pdf is not None)
    walk.use(walk.page.tools.with_notes)
    walk.until(lambda: walk.page._is_with_notes)
    walk.press("Export…")
    walk.until(brief.exists)
    return brief


def read_it_back(brief):
    pages = PdfReader(brief).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    for words in (TITLE, FINDING, NOTE, f"{QUESTION}?", "dedicated team", "4ACTION"):
        assert words in text
    assert f"Page 1 of {len(pages)}" in text
