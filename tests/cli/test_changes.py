"""The command that lists what changed."""

import json
from pathlib import Path

import pytest

from jasp_desktop.cli import main, parse
from jasp_desktop.domain.register_changes import ChangeKind
from jasp_desktop.shipped import shipped

SAMPLE = shipped("db") / "demo" / "register.json"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):
    """Run the command on the sample data; return exit code, output and error."""

    def run(*arguments: object):
        code = main(["--demo", "changes", *map(str, arguments)])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


def test_what_changed_is_printed_as_facts(run):
    code, out, err = run("--since", "2026-06-09", "--until", "2026-09-08", "--json")
    facts = json.loads(out)
    assert (code, err) == (0, "")
    assert [facts["since"]["day"], facts["until"]["day"]] == ["2026-06-09", "2026-09-08"]
    assert {each["kind"] for each in facts["changes"]} <= set(map(str, ChangeKind))
    move = next(
        each
        for each in facts["changes"]
        if each["kind"] == "target_moved" and each["subject"]["label"] == "041/03.1"
    )
    assert move["subject"]["table"] == "action"
    assert set(move) == {"kind", "subject", "before", "after", "dated"}
    assert (move["before"], move["after"]) == ("2026-06-30", "2026-10-31")
    assert move["dated"] == "2026-07-21"
    for tally in facts["totals"].values():
        came, gone = (
            sum(tally[each] for each in names)
            for names in (("added_open", "reopened"), ("closed", "removed"))
        )
        assert tally["open_then"] + came - gone == tally["open_now"]


def test_what_changed_is_told_in_sentences(run):
    code, out, _ = run("--since", "2026-06-09", "--until", "2026-09-08")
    lines = out.replace("\u00a0", " ").splitlines()
    assert code == 0
    assert lines[:2] == ["Changes from: 9 June 2026", "Until: 8 September 2026"]
    assert "Targets moved (7)" in lines
    assert "    30 Jun 2026 → 31 Oct 2026, on 21 Jul 2026, 21 days after it fell due" in lines
    assert lines[-2].startswith("Actions: ")
    assert lines[-1].startswith("Findings: ")


def test_until_is_now_when_it_is_left_out(run):
    code, out, _ = run("--since", SAMPLE, "--json")
    facts = json.loads(out)
    assert code == 0
    assert facts["changes"] == []
    assert facts["since"] == {"name": "“register.json”", "day": "2026-11-13"}
    assert facts["until"] == {"name": "Now", "day": "2026-11-13"}


def test_two_states_that_are_the_same_say_so(run):
    assert "Nothing changed." in run("--since", SAMPLE)[1].splitlines()


def test_a_file_that_is_not_there_is_refused_in_a_sentence(run, tmp_path: Path):
    code, out, err = run("--since", tmp_path / "nothing.jasp")
    assert (code, out) == (1, "")
    assert err == "“nothing.jasp” is not there.\n"


@pytest.mark.parametrize("arguments", [[], ["--since", "yesterday"], ["--since", "2026-02-30"]])
def test_a_state_that_is_neither_a_day_nor_a_file_is_wrong_usage(arguments, capsys):
    with pytest.raises(SystemExit) as refused:
        parse(["changes", *arguments])
    assert refused.value.code == 2
    assert "--since" in capsys.readouterr().err
