"""What goes out by the command line: workbooks, CSV, the tracker, certificates."""

import csv
import json
from pathlib import Path

import openpyxl
import pypdf
import pytest

from jasp_desktop.cli import main

CLONE = Path(__file__).parents[2]
LETTER = CLONE / "tests/exchange/letters/corpus/pcc-response-csa-family-2020-02.txt"
TRACKER_BATCH = "01a1bfc7-efda-7da0-be77-bcc6f9ff5586"


@pytest.fixture
def run(tmp_path, capsys):
    """Run one command on a home of its own; return exit code, output and error."""

    def run(*arguments, home=tmp_path / "home"):
        code = main([*map(str, arguments), "--home", str(home)])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


def text_of(path: Path) -> str:
    pages = pypdf.PdfReader(path).pages
    words = " ".join(page.extract_text() for page in pages)
    return " ".join(words.replace("\u00a0", " ").split())


def test_the_ending_of_the_name_says_what_is_written(run, tmp_path):
    workbook, tracker, folder = tmp_path / "r.xlsx", tmp_path / "t.csv", tmp_path / "lists"
    for output in (workbook, tracker, folder):
        code, out, _ = run("--demo", "export", "--output", output)
        assert (code, out) == (0, f"Wrote “{output.name}”.\n")
    assert "finding" in openpyxl.load_workbook(workbook).sheetnames
    with tracker.open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) == 61
    assert (folder / "finding.csv").exists()


def test_the_tracker_alone_goes_out_as_a_workbook(run, tmp_path):
    output = tmp_path / "tracker.xlsx"
    assert run("--demo", "export", "--tracker", "--output", output)[0] == 0
    book = openpyxl.load_workbook(output)
    assert book.sheetnames == ["Actions"]
    assert book["Actions"]["A1"].value == "Ref"


def test_a_name_that_says_nothing_is_refused_in_a_sentence(run, tmp_path):
    code, out, err = run("--demo", "export", "--output", tmp_path / "register.pdf")
    assert (code, out) == (1, "")
    assert err.startswith("“register.pdf” has an ending that is not known here.")


def test_the_certificate_of_an_import_is_printed(run, tmp_path):
    output = tmp_path / "certificate.pdf"
    code, out, _ = run(
        "--demo", "certificate", "--batch", TRACKER_BATCH, "--output", output, "--json"
    )
    assert code == 0
    assert json.loads(out)["pages"] == len(pypdf.PdfReader(output).pages)
    assert "4ACTION export 2026-11-06.xlsx" in text_of(output)


def test_the_certificate_of_an_unknown_import_is_refused(run, tmp_path):
    output = tmp_path / "certificate.pdf"
    code, _, err = run("--demo", "certificate", "--batch", "none", "--output", output)
    assert (code, err) == (1, "There is no import “none” in this register.\n")
    assert not output.exists()


def test_an_import_prints_its_certificate_when_asked(run, tmp_path):
    output = tmp_path / "certificate.pdf"
    code, out, _ = run("import", LETTER, "--as-at", "2026-11-13", "--certificate", output)
    assert code == 0
    assert "Wrote the certificate “certificate.pdf”: 1 page.\n" in out
    assert LETTER.name in text_of(output)


def test_an_import_that_changed_nothing_has_no_certificate(run, tmp_path):
    assert run("import", LETTER, "--as-at", "2026-11-13")[0] == 0
    output = tmp_path / "certificate.pdf"
    code, out, _ = run("import", LETTER, "--as-at", "2026-11-13", "--certificate", output)
    assert code == 0
    assert "“certificate.pdf” was not written" in out
    assert not output.exists()


def test_an_import_names_its_batch(run, tmp_path):
    _, out, _ = run("import", LETTER, "--json")
    batch = json.loads(out)["batch"]
    assert run("certificate", "--batch", batch, "--output", tmp_path / "c.pdf")[0] == 0
    assert "batch" not in json.loads(run("import", LETTER, "--dry-run", "--json")[1])


@pytest.mark.parametrize(
    "arguments",
    [
        ["import", "a.txt", "b.txt", "--certificate", "c.pdf"],
        ["import", "a.txt", "--dry-run", "--certificate", "c.pdf"],
        ["certificate", "--output", "c.pdf"],
    ],
)
def test_a_certificate_belongs_to_one_import(arguments, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "usage" in capsys.readouterr().err
