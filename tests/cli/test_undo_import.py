"""Imports listed and taken back by the command line."""

import json
from pathlib import Path

import pytest

from jasp_desktop.cli import main

CLONE = Path(__file__).parents[2]
CORPUS = CLONE / "tests/exchange/letters/corpus"
LETTER = CORPUS / "pcc-response-csa-family-2020-02.txt"
SAMPLE_BATCH = "01a1bfc7-efda-7da0-be77-bcc6f9ff5586"


@pytest.fixture
def run(tmp_path, capsys):
    """Run one command on a home of its own; return exit code, output and error."""

    def run(*arguments, home=tmp_path / "home"):
        code = main([*map(str, arguments), "--home", str(home)])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


def exported(run, output: Path) -> dict[str, object]:
    assert run("export", "--output", output)[0] == 0
    return json.loads(output.read_text(encoding="utf-8"))


def test_without_imports_there_is_nothing_to_list(run):
    assert run("undo-import") == (0, "Nothing was imported yet.\n", "")


def test_imports_are_listed_the_newest_first(run):
    code, out, _ = run("--demo", "undo-import", "--json")
    imports = json.loads(out)["imports"]
    assert code == 0
    assert [each["at"] for each in imports] == sorted((e["at"] for e in imports), reverse=True)
    assert imports[0]["uid"] == SAMPLE_BATCH
    assert imports[0]["counts"]["missing"] == 2
    _, out, _ = run("--demo", "undo-import")
    assert out.splitlines()[0].startswith(f"{SAMPLE_BATCH}  9\u00a0November\u00a02026  “4ACTION")


def test_a_letter_is_taken_back_and_its_certificate_stays(run, tmp_path):
    batch = json.loads(run("import", LETTER, "--json")[1])["batch"]
    code, out, _ = run("undo-import", "--batch", batch)
    assert (code, out) == (0, f"Took back the import of “{LETTER.name}”.\n")
    listed = json.loads(run("undo-import", "--json")[1])["imports"]
    assert [each["uid"] for each in listed] == [batch]
    assert listed[0]["undone_at"]
    assert "(taken back on " in run("undo-import")[1]
    assert run("certificate", "--batch", batch, "--output", tmp_path / "c.pdf")[0] == 0


def test_after_it_the_register_is_as_it_was(run, tmp_path):
    assert run("import", CLONE / "db/demo/register.json")[0] == 0
    before = exported(run, tmp_path / "before.json")
    batch = json.loads(run("import", LETTER, "--json")[1])["batch"]
    assert batch is not None
    assert exported(run, tmp_path / "between.json") != before
    assert run("undo-import", "--batch", batch)[0] == 0
    after = exported(run, tmp_path / "after.json")
    assert [each["uid"] for each in after.pop("import_batch") if each["undone_at"]] == [batch]
    del before["import_batch"]
    assert after == before


def test_it_is_not_taken_back_twice(run):
    batch = json.loads(run("import", LETTER, "--json")[1])["batch"]
    assert run("undo-import", "--batch", batch)[0] == 0
    code, out, err = run("undo-import", "--batch", batch)
    assert (code, out) == (1, "")
    assert "already" in err


def test_an_import_that_nobody_wrote_down_says_why_it_stays(run):
    code, _, err = run("--demo", "undo-import", "--batch", SAMPLE_BATCH)
    assert code == 1
    assert "whole register" in err


def test_an_unknown_import_is_refused(run):
    code, _, err = run("undo-import", "--batch", "none")
    assert code == 1
    assert err.startswith("There is no import “none”.")
