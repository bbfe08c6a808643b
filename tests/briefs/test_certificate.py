"""What the certificate of an import says on paper."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from jasp_desktop.briefs.writing import printed_certificate, write_certificate
from jasp_desktop.domain.errors import Cancelled
from jasp_desktop.domain.identity import ImportBatchUid, Uid
from jasp_desktop.domain.imports import Certificate, ImportProblem, MissingRow, ReportedTotal
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.records import ImportBatch, Panel
from jasp_desktop.domain.vocabulary import BatchKind
from tests.stopping import Stopping

PANEL = Panel(name="Trent Vale Joint Audit and Scrutiny Panel (invented)", force="Trent Vale")
CERTIFICATE = Certificate(
    as_at=date(2026, 11, 6),
    tracker="4ACTION",
    mapping="4ACTION, layout of 2026",
    sheet="Actions 2026",
    problems=(
        ImportProblem(
            row=57,
            column="Target date",
            value="31/02/2026",
            message="There is no 31 February.",
        ),
        ImportProblem(row=60, value="x" * 5_000, message="Looks like <b>a total</b> & more."),
        ImportProblem(row=None, message="The sheet has no column for the owner."),
    ),
    missing=(MissingRow(uid="u", label="036/A1.2"),),
    totals=(
        ReportedTotal(words="in progress", reported=130, counted=130),
        ReportedTotal(words="pending sign off", reported=17, counted=18),
        ReportedTotal(words="closed", reported=20, counted=1),
    ),
    not_understood=1,
)
BATCH = ImportBatch(
    uid=ImportBatchUid(Uid("01a1bfc7-efda-7da0-be77-bcc6f9ff5586")),
    file="4ACTION export 2026-11-06.xlsx",
    sha256="c262d8d4b872a54ee9c53a4376b78ca7" * 2,
    kind=BatchKind.TRACKER,
    at=datetime(2026, 11, 9, 10, 5, tzinfo=UTC),
    mapping={"Ref": "tracker_reference", "Pos": "hmicfrs_position", "Said": "update.text", "n": 1},
    counts={"added": 9, "changed": 30, "missing": 2, "read": 59, "rejected": 1, "unchanged": 19},
    certificate=CERTIFICATE.to_text(),
)


def words_of(batch: ImportBatch) -> str:
    printed, result = printed_certificate(PANEL, batch, progress=Silent())
    pages = pypdf.PdfReader(BytesIO(printed)).pages
    assert len(pages) == result.pages
    found = " ".join(page.extract_text() for page in pages)
    return " ".join(found.replace("\u00a0", " ").split())


def test_it_says_what_the_file_was_and_what_became_of_its_rows():
    words = words_of(BATCH)
    for said in (
        "File 4ACTION export 2026-11-06.xlsx",
        "The force’s tracker",
        "Tracker 4ACTION",
        "Sheet Actions 2026",
        "the saved mapping “4ACTION, layout of 2026”",
        "Data as at 6 November 2026",
        "Imported 9 November 2026, 10:05 UTC",
        "c262d8d4b872a54ee9c53a4376b78ca7 c262d8d4b872a54ee9c53a4376b78ca7",
        "Rows in the file 59",
        "Missing from this file, kept in the register 2",
        "9 + 30 + 19 + 1 = 59: every one is accounted for.",
        "OFFICIAL",
    ):
        assert said in words, said


def test_it_lists_every_problem_and_every_missing_record():
    words = words_of(BATCH)
    assert "3 problems" in words
    assert "57 Target date 31/02/2026 There is no 31 February." in words
    assert "Looks like <b>a total</b> & more." in words
    assert "(5,000 characters)" in words
    assert "– – – The sheet has no column for the owner." in words
    assert "• 036/A1.2" in words
    assert "No record rests on 1 line of the file." in words


def test_it_sets_the_covering_reports_totals_beside_the_registers():
    words = words_of(BATCH)
    assert "in progress 130 130 Yes" in words
    assert "pending sign off 17 18 1 more" in words
    assert "closed 20 1 19 fewer" in words


def test_it_says_how_columns_were_read():
    words = words_of(BATCH)
    assert "Ref Tracker reference" in words
    assert "Pos HMICFRS position" in words
    assert "Said Update: text" in words


def test_counts_that_do_not_add_up_are_said_so():
    words = words_of(replace(BATCH, counts={"read": 4, "added": 3, "changed": "many"}))
    assert "3 + 0 + 0 + 0 = 3, not 4: not every one is accounted for." in words


def test_a_letters_certificate_counts_records_and_says_that_nothing_was_wrong():
    letter = replace(
        BATCH,
        kind=BatchKind.RESPONSE_LETTER,
        mapping=None,
        counts={"read": 8, "added": 8},
        certificate=Certificate().to_text(),
    )
    words = words_of(letter)
    assert "What became of the records" in words
    assert "Problems None was found." in words
    assert "How the columns were read" not in words
    assert "rejected row" not in words


def test_an_import_that_was_taken_back_says_so_first():
    words = words_of(replace(BATCH, undone_at=datetime(2026, 11, 10, tzinfo=UTC)))
    assert "Certificate of import This import was taken back on 10 November 2026." in words


def test_what_an_earlier_program_wrote_is_printed_as_it_stands():
    words = words_of(replace(BATCH, certificate="53 rows read.\nRow 2 is a title.", counts=None))
    assert "What was recorded then 53 rows read. Row 2 is a title." in words
    later = words_of(replace(BATCH, certificate='{"version": 99}'))
    assert "version" not in later


def test_a_stopped_certificate_leaves_the_earlier_file(tmp_path: Path):
    output = tmp_path / "certificate.pdf"
    output.write_bytes(b"earlier")
    with pytest.raises(Cancelled):
        write_certificate(PANEL, BATCH, output, progress=Stopping(after=3))
    assert output.read_bytes() == b"earlier"
    write_certificate(PANEL, BATCH, output, progress=Silent())
    assert [path.name for path in tmp_path.iterdir()] == ["certificate.pdf"]
    assert pypdf.PdfReader(output).metadata["/Title"].startswith("Certificate of import: 4ACTION")
