import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pypdf
import pytest

from jasp_desktop.cli import main, parse
from jasp_desktop.domain.record_fields import RECORD_TYPES
from jasp_desktop.shipped import shipped

CLONE = Path(__file__).parents[2]
LETTER = CLONE / "tests/exchange/letters/corpus/pcc-response-csa-family-2020-02.txt"
SAMPLE = shipped("db") / "demo" / "register.json"


@pytest.fixture
def run(tmp_path, capsys):
    """Run one command on a home of its own; return exit code, output and error."""

    def run(*arguments, home=tmp_path / "home"):
        code = main([*map(str, arguments), "--home", str(home)])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


def test_a_dry_run_proposes_the_letter_and_leaves_no_trace(run, tmp_path):
    code, out, err = run("import", LETTER, "--dry-run", "--json")
    proposal = json.loads(out)
    assert (code, err) == (0, "")
    assert proposal["format"] == "jasp-proposal"
    assert proposal["source"]["kind"] == "response_letter"
    assert len(proposal["records"]["finding"]) == 10
    assert proposal["rows"]["added"] == proposal["rows"]["read"]
    assert list((tmp_path / "home").iterdir()) == []


def test_a_dry_run_counts_against_the_register_and_changes_nothing(run, tmp_path):
    assert run("import", SAMPLE)[0] == 0
    before = (tmp_path / "home" / "register.jasp").read_bytes()
    code, out, _ = run("import", SAMPLE, "--dry-run", "--json")
    assert code == 0
    assert json.loads(out)["rows"]["added"] == 0
    assert (tmp_path / "home" / "register.jasp").read_bytes() == before


def test_an_imported_letter_is_in_the_export(run, tmp_path):
    code, out, _ = run("import", LETTER, "--as-at", "2026-11-13")
    assert code == 0
    assert out.startswith("Imported “pcc-response-csa-family-2020-02.txt”: report 1, finding 10")
    assert "Not understood:" in out
    exported = tmp_path / "out.json"
    assert run("export", "--output", exported)[0] == 0
    register = json.loads(exported.read_text(encoding="utf-8"))
    assert len(register["finding"]) == 10
    assert register["panel"]["as_at"] == "2026-11-13"
    assert [batch["kind"] for batch in register["import_batch"]] == ["response_letter"]


def test_importing_a_letter_again_changes_nothing(run, tmp_path):
    outputs = []
    for name in ("first.json", "second.json"):
        assert run("import", LETTER, "--as-at", "2026-11-13")[0] == 0
        assert run("export", "--output", tmp_path / name)[0] == 0
        outputs.append((tmp_path / name).read_bytes())
    assert outputs[0] == outputs[1]


def test_a_register_goes_in_and_comes_out_byte_for_byte(run, tmp_path):
    output = tmp_path / "out.json"
    assert run("import", SAMPLE)[0] == 0
    code, out, _ = run("export", "--output", output, "--json")
    assert code == 0
    assert json.loads(out) == {"output": str(output)}
    assert output.read_bytes() == SAMPLE.read_bytes()


def test_several_files_print_a_list(run):
    code, out, _ = run("import", SAMPLE, LETTER, "--json")
    assert code == 0
    kinds = [proposal["source"]["kind"] for proposal in json.loads(out)]
    assert kinds == ["register", "response_letter"]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("missing.txt", None, "not there"),
        ("empty.txt", b"", "empty"),
        ("binary.txt", bytes(range(256)) * 50, "not a text"),
        ("cut.json", b'{"format": "jasp-register", "version": 1, "pan', "cut short"),
        ("newer.json", b'{"format": "jasp-register", "version": 2}', "newer JASP Desktop"),
        ("other.json", b'{"format": "something-else"}', "not a register"),
    ],
)
def test_a_bad_file_gets_one_sentence_and_exit_code_1(run, tmp_path, name, content, words):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    code, out, err = run("import", path)
    assert (code, out) == (1, "")
    assert words in err
    assert err.count("\n") == 1


def test_an_empty_register_exports_nothing_and_keeps_an_older_file(run, tmp_path):
    output = tmp_path / "out.json"
    output.write_text("earlier", encoding="utf-8")
    code, _, err = run("export", "--output", output)
    assert code == 1
    assert err == "The register is empty: there is nothing to export yet.\n"
    assert output.read_text(encoding="utf-8") == "earlier"


def test_the_sample_brief_names_its_meeting(run, tmp_path):
    output = tmp_path / "brief.pdf"
    code, out, _ = run("--demo", "brief", "--output", output, "--json")
    facts = json.loads(out)
    assert code == 0
    assert facts["meeting"] == "2026-12-01"
    assert facts["pages"] == len(pypdf.PdfReader(output).pages)


def test_notes_are_printed_only_when_asked_for(run, tmp_path):
    notebook = json.loads((shipped("db") / "demo" / "notebook.json").read_text(encoding="utf-8"))
    printed = {}
    for option in ((), ("--with-notes",)):
        output = tmp_path / f"brief{len(option)}.pdf"
        assert run("--demo", "brief", "--output", output, *option)[0] == 0
        pages = pypdf.PdfReader(output).pages
        printed[len(option)] = " ".join(" ".join(page.extract_text() for page in pages).split())
    # The ends: a note may begin by quoting what the force said.
    words = [" ".join(note["body"].split())[-30:] for note in notebook["note"]]
    assert not any(each in printed[0] for each in words)
    assert sum(each in printed[1] for each in words) >= len(words) - 1  # one finds no finding


def test_a_meeting_that_is_not_there_names_those_that_are(run, tmp_path):
    code, _, err = run("--demo", "brief", "--meeting", "2026-12-02", "--output", tmp_path / "b.pdf")
    assert code == 1
    assert "9\u00a0June\u00a02026" in err
    assert not (tmp_path / "b.pdf").exists()


def test_without_a_planned_meeting_one_must_be_named(run, tmp_path):
    code, _, err = run("brief", "--output", tmp_path / "b.pdf")
    assert code == 1
    assert err == "No meeting is planned. Name one with --meeting.\n"


def test_backups_are_made_and_checked(run):
    assert run("import", SAMPLE)[0] == 0
    code, out, _ = run("backup", "--json")
    assert code == 0
    assert len(list(Path(json.loads(out)["folder"]).glob("register-*.jasp"))) == 1
    code, out, _ = run("check", "--json")
    assert code == 0
    assert {name.split("-")[0] for name in json.loads(out)["sound"]} == {
        "register.jasp",
        "vault.jaspnotes",
        "register",
        "vault",
    }


def test_a_damaged_backup_is_told(run, tmp_path):
    assert run("import", SAMPLE)[0] == 0
    assert run("backup")[0] == 0
    (backup,) = (tmp_path / "home" / "backups").glob("register-*.jasp")
    backup.write_bytes(backup.read_bytes()[:5000])
    code, _, err = run("check")
    assert code == 1
    assert err == f"“{backup.name}” is damaged.\n"


def test_a_damaged_register_is_told_and_left_alone(run, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    (home / "register.jasp").write_bytes(b"no database at all")
    code, _, err = run("check")
    assert code == 1
    assert "not a JASP Desktop file" in err
    assert (home / "register.jasp").read_bytes() == b"no database at all"


@pytest.mark.parametrize("arguments", [["import"], ["nonsense"], ["brief", "--meeting", "1 Dec"]])
def test_wrong_usage_is_exit_code_2(arguments, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_options_of_every_command_stand_before_or_after_it():
    before = parse(["--demo", "--json", "brief", "--output", "b.pdf"])
    after = parse(["brief", "--output", "b.pdf", "--json", "--demo"])
    assert vars(before) == vars(after)
    assert before.demo
    assert not parse(["check"]).demo


def test_every_table_has_samples():
    register = json.loads(SAMPLE.read_text(encoding="utf-8"))
    assert all(register[table] for table in RECORD_TYPES)
    assert date.fromisoformat(register["panel"]["as_at"]) == date(2026, 11, 13)


def test_the_module_runs_a_command_by_itself(tmp_path):
    output = tmp_path / "register.json"
    command = [sys.executable, "-m", "jasp_desktop", "--demo", "export", "--output", str(output)]
    ran = subprocess.run(command, cwd=CLONE, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert output.read_bytes() == SAMPLE.read_bytes()
