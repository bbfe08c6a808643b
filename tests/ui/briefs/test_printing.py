"""Printing draws the chosen pages; here onto a file, which needs no printer."""

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter

from jasp_desktop.domain.errors import Cancelled, UserError
from jasp_desktop.domain.progress import Silent
from jasp_desktop.ui.briefs.printing import opened, page_layout, print_pages, read_pdf_bytes

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def content(demo_desk, tmp_path):
    meeting = demo_desk.register.meetings()[-1].meeting
    path = tmp_path / "brief.pdf"
    demo_desk.briefs.write(meeting.uid, path, with_notes=False, progress=Silent())
    return read_pdf_bytes(path)


@pytest.fixture
def printer(content, tmp_path):
    onto_file = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    onto_file.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    onto_file.setOutputFileName(str(tmp_path / "printed.pdf"))
    onto_file.setFullPage(True)
    onto_file.setPageLayout(page_layout(opened(content)))
    return onto_file


def test_the_chosen_pages_are_printed_at_their_size(content, printer, tmp_path):
    printer.setFromTo(2, 4)
    assert print_pages(content, printer, Silent()) == 3
    pages = PdfReader(tmp_path / "printed.pdf").pages
    assert len(pages) == 3
    assert [round(float(side)) for side in pages[0].mediabox[2:]] == [595, 842]


def test_a_range_beyond_the_end_stops_at_the_end(content, printer):
    pages = opened(content).pageCount()
    printer.setFromTo(pages, pages + 5)
    assert print_pages(content, printer, Silent()) == 1


def test_printing_can_be_stopped(content, printer):
    class Stopping:
        def report(self, done, _total, _words):
            if done == 1:
                raise Cancelled

    with pytest.raises(Cancelled):
        print_pages(content, printer, Stopping())


def test_what_is_no_pdf_is_told():
    with pytest.raises(UserError, match="cannot be shown"):
        opened(b"not a PDF")


def test_a_file_that_is_gone_is_told(tmp_path):
    with pytest.raises(UserError, match="cannot be read"):
        read_pdf_bytes(tmp_path / "gone.pdf")
