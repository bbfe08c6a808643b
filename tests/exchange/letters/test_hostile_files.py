"""Files that cannot, or must not, be read cost one sentence each."""

import subprocess
import sys
import zipfile
from contextlib import suppress
from pathlib import Path
from time import monotonic

import docx
import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from jasp_desktop.domain.errors import Cancelled
from jasp_desktop.domain.progress import Silent
from jasp_desktop.exchange.letters.file_words import read_file
from jasp_desktop.exchange.letters.source_text import SourceText
from jasp_desktop.exchange.reading_child import (
    DamagedFile,
    EmptyFile,
    MissingFile,
    PasswordProtectedFile,
    ReadingLimits,
    ScannedFile,
    TooLargeFile,
    TooSlowFile,
    UnknownFileType,
    UnreadableFile,
)
from tests.exchange.letters import copies
from tests.exchange.letters.corpus_facts import CORPUS

SEED = CORPUS / "pcc-response-csa-family-2020-02.txt"
DTD = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]>'


def read(path: Path, limits: ReadingLimits | None = None) -> SourceText:
    return read_file(path, Silent(), limits)


def refusal(path: Path, limits: ReadingLimits | None = None) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as caught:
        read(path, limits)
    sentence = str(caught.value)
    assert path.name in sentence
    assert sentence.endswith(".")
    assert "Traceback" not in sentence
    return caught.value


@pytest.fixture
def copy(tmp_path: Path):
    def make(ending: str) -> Path:
        path = tmp_path / f"letter.{ending}"
        getattr(copies, f"write_{ending}")(read(SEED).blocks, path)
        return path

    return make


def test_a_missing_file_and_a_folder_are_not_there(tmp_path: Path):
    assert isinstance(refusal(tmp_path / "none.txt"), MissingFile)
    assert isinstance(refusal(tmp_path), MissingFile)


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_a_file_without_words_is_empty(tmp_path: Path, content: bytes):
    path = tmp_path / "blank.txt"
    path.write_bytes(content)
    assert isinstance(refusal(path), EmptyFile)


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
        b"\x7fELF" + b"\0\1\2\3" * 400,
        b"{\\rtf1 letter}",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    ],
)
def test_a_binary_file_is_of_no_known_type(tmp_path: Path, content: bytes):
    path = tmp_path / "letter.txt"
    path.write_bytes(content)
    assert isinstance(refusal(path), UnknownFileType)


@pytest.mark.parametrize("ending", ["docx", "pdf"])
@pytest.mark.parametrize("part", [0.0, 0.3, 0.9])
def test_a_truncated_file_is_damaged(copy, ending: str, part: float):
    path = copy(ending)
    whole = path.read_bytes()
    path.write_bytes(whole[: max(8, int(part * len(whole)))])
    assert isinstance(refusal(path), DamagedFile)


def test_a_sparse_file_of_100_mb_is_refused_before_it_is_read(tmp_path: Path):
    path = tmp_path / "letter.txt"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    began = monotonic()
    assert isinstance(refusal(path), TooLargeFile)
    assert monotonic() - began < 1


def test_a_zip_bomb_is_too_large(copy):
    path = copy("docx")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media/bomb.xml", b"a" * (80 * 1024 * 1024))
    assert isinstance(refusal(path), TooLargeFile)


def test_a_document_type_declaration_in_a_package_is_refused(copy):
    path = copy("docx")
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("customXml/other.xml", DTD)
    assert isinstance(refusal(path), UnknownFileType)


def test_a_spreadsheet_is_not_a_letter(tmp_path: Path):
    path = tmp_path / "tracker.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
    assert isinstance(refusal(path), UnknownFileType)


def test_a_locked_pdf_asks_for_a_copy_without_password(copy):
    path = copy("pdf")
    writer = PdfWriter(clone_from=PdfReader(path))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(path)
    assert isinstance(refusal(path), PasswordProtectedFile)


def test_a_locked_word_file_asks_for_a_copy_without_password(tmp_path: Path):
    path = tmp_path / "letter.docx"
    name = "EncryptedPackage".encode("utf-16-le")
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + name + b"\0" * 600)
    assert isinstance(refusal(path), PasswordProtectedFile)


def test_a_scanned_pdf_has_no_text(tmp_path: Path):
    path = tmp_path / "scan.pdf"
    canvas = Canvas(str(path))
    canvas.rect(50, 50, 200, 300, fill=1)
    canvas.save()
    assert isinstance(refusal(path), ScannedFile)


def test_deeply_nested_html_is_read_or_refused(tmp_path: Path):
    path = tmp_path / "deep.html"
    path.write_text("<div>" * 200_000 + "words", encoding="utf-8")
    began = monotonic()
    with suppress(UnreadableFile):
        assert read(path, ReadingLimits(seconds=3)).lines
    assert monotonic() - began < 6


def test_a_slow_reading_is_given_up(copy):
    assert isinstance(refusal(copy("pdf"), ReadingLimits(seconds=0.01)), TooSlowFile)


def test_an_answer_over_the_limit_is_too_large(tmp_path: Path):
    path = tmp_path / "long.txt"
    path.write_text("many words on one line\n" * 5_000, encoding="utf-8")
    assert isinstance(refusal(path, ReadingLimits(answer=10_000)), TooLargeFile)


class StopAtOnce:
    def report(self, done: int, total: int, words: str) -> None:
        raise Cancelled(f"{words}: {done} of {total}")


def test_cancelling_ends_the_child(tmp_path: Path):
    path = tmp_path / "letter.txt"
    path.write_text("Dear Home Secretary,", encoding="utf-8")
    before = _children()
    with pytest.raises(Cancelled):
        read_file(path, StopAtOnce())
    assert _children() == before


def _children() -> str:
    mine = Path("/proc/self/task").glob("*/children")
    return "".join(each.read_text() for each in mine)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_text_is_read_in_the_encodings_that_offices_send(tmp_path: Path, encoding: str):
    text = "Dear Home Secretary,\r\nWe’re grateful – £5 for a café.\r\n"
    path = tmp_path / "letter.txt"
    path.write_bytes(text.encode(encoding))
    assert read(path).lines[1] == "We’re grateful – £5 for a café."


def test_word_lists_tables_and_tracked_insertions_are_read_in_order(tmp_path: Path):
    document = docx.Document()
    document.add_heading("Recommendations", level=1)
    document.add_paragraph("First", style="List Number")
    document.add_paragraph("Second", style="List Number")
    document.add_table(rows=1, cols=2).rows[0].cells[1].text = "Right"
    paragraph = document.add_paragraph("Kept ")
    inserted = paragraph._p.makeelement(f"{{{paragraph._p.nsmap['w']}}}ins")
    run = paragraph.add_run("inserted")
    inserted.append(run._r)
    paragraph._p.append(inserted)
    path = tmp_path / "letter.docx"
    document.save(str(path))
    blocks = read(path).blocks
    assert [(block.kind.value, block.number, block.text) for block in blocks] == [
        ("heading", None, "Recommendations"),
        ("list_item", "1", "First"),
        ("list_item", "2", "Second"),
        ("paragraph", None, "Right"),
        ("paragraph", None, "Kept inserted"),
    ]


def test_a_pages_furniture_is_left_out_and_its_ordered_numbers_kept(tmp_path: Path):
    path = tmp_path / "page.html"
    path.write_text(
        "<body><a href='#x'>Skip to main content</a><nav>Menu</nav><header>Logo</header>"
        "<div class='cookie-bar'>Cookies</div><script>x()</script><main><h1>Title</h1>"
        "<ol start='3'><li>Three<ul><li>inner</li></ul></li><li>Four</li></ol>"
        "<p>Yours sincerely<br>A Person</p></main><footer>Foot</footer></body>",
        encoding="utf-8",
    )
    assert read(path).lines == (
        "Title",
        "",
        "3 Three",
        "  • inner",
        "4 Four",
        "",
        "Yours sincerely",
        "",
        "A Person",
    )


def test_running_heads_and_page_numbers_of_a_pdf_are_left_out(tmp_path: Path):
    path = tmp_path / "long.pdf"
    canvas = Canvas(str(path))
    for page in range(1, 6):
        canvas.drawString(72, 800, "OFFICIAL – Trent Vale OPCC")
        canvas.drawString(72, 600, f"Words of sheet {'abcde'[page - 1]}.")
        canvas.drawString(280, 40, str(page))
        canvas.showPage()
    canvas.save()
    words = [block.text for block in read(path).blocks]
    assert words == [f"Words of sheet {letter}." for letter in "abcde"]


def test_the_child_answers_a_refusal_and_no_traceback(tmp_path: Path):
    path = tmp_path / "broken.docx"
    path.write_bytes(b"PK\x03\x04 no package")
    done = subprocess.run(
        [sys.executable, "-m", "jasp_desktop.exchange.reading_child", "docx", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, '{"refused": "damaged"}', "")
