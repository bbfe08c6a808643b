"""A tracker by the command line: tried, imported, certified, taken back."""

import json
from pathlib import Path

import pypdf
import pytest

from bench.sheets import write_tracker
from jasp_desktop.cli import main


@pytest.fixture
def run(tmp_path, capsys):
    """Run one command on a home of its own; return exit code, output and error."""

    def run(*arguments, home=tmp_path / "home"):
        code = main([*map(str, arguments), "--home", str(home)])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


@pytest.fixture
def tracker(tmp_path) -> Path:
    path = tmp_path / "4ACTION export.xlsx"
    write_tracker(path, 60)
    return path


def test_a_dry_run_counts_rows_and_leaves_no_trace(run, tmp_path, tracker):
    code, out, err = run("import", tracker, "--dry-run", "--json", "--as-at", "2026-11-06")
    proposal = json.loads(out)
    assert (code, err) == (0, "")
    assert proposal["source"]["kind"] == "tracker"
    assert proposal["rows"]["read"] == proposal["rows"]["added"] == 60
    assert len(proposal["records"]["action"]) == 60
    assert list((tmp_path / "home").iterdir()) == []


def test_the_next_export_changes_what_changed(run, tmp_path, tracker):
    assert run("import", tracker, "--as-at", "2026-08-06")[0] == 0
    later, certificate = tmp_path / "4ACTION later.xlsx", tmp_path / "certificate.pdf"
    write_tracker(later, 55, export=1)
    code, out, _ = run("import", later, "--as-at", "2026-11-06", "--certificate", certificate)
    assert code == 0
    assert "Added 0, changed 6, unchanged 49, rejected 0, missing 5.\n" in out
    words = " ".join(page.extract_text() for page in pypdf.PdfReader(certificate).pages)
    assert "0 + 6 + 49 + 0 = 55: every one is accounted for." in " ".join(words.split())
    assert "4A-000060" in words


def test_the_same_export_again_changes_nothing(run, tracker):
    assert run("import", tracker, "--as-at", "2026-11-06")[0] == 0
    code, out, _ = run("import", tracker, "--as-at", "2026-11-06", "--json")
    assert code == 0
    assert json.loads(out)["rows"]["unchanged"] == 60
    assert json.loads(out)["batch"] is None


def test_a_mapping_that_was_not_saved_is_told(run, tracker):
    code, out, err = run("import", tracker, "--mapping", "None of that name")
    assert (code, out) == (1, "")
    assert "None of that name" in err
