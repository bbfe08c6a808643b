"""Notebook files: read whole, or refused in a sentence."""

import json
from pathlib import Path

import pytest

from jasp_desktop.domain.notebook import DismissedPrompt, DraftQuestion, Note, OwnMark
from jasp_desktop.exchange.notebook_file import read_notebook
from jasp_desktop.exchange.record_json import NotARegister
from jasp_desktop.shipped import shipped

DEMO = shipped("db") / "demo" / "notebook.json"


def test_sample_notebook_is_read_whole():
    kinds = [type(record) for record in read_notebook(DEMO)]
    assert (kinds.count(Note), kinds.count(DraftQuestion), kinds.count(OwnMark)) == (10, 6, 25)


def test_what_was_set_aside_travels_with_its_reason(tmp_path: Path):
    aside = {
        "uid": "01a1c703-b0d2-7969-aa51-44a54c442d99",
        "subject": {"table": "action", "uid": "01a1c703-b0d2-7969-aa51-44a54c442d98"},
        "label": "038/03.3",
        "rule": "no_named_post",
        "fingerprint": "f" * 64,
        "quote": "Owner: blank (register)",
        "reason": "A new post begins on Monday.",
        "at": "2026-11-13T17:30:00Z",
    }
    path = tmp_path / "notebook.json"
    document = {"format": "jasp-notebook", "version": 1, "dismissed_prompt": [aside]}
    path.write_text(json.dumps(document), encoding="utf-8")
    (record,) = read_notebook(path)
    assert isinstance(record, DismissedPrompt)
    assert (record.rule, record.reason) == ("no_named_post", "A new post begins on Monday.")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"format": "jasp-register"}, "is not a notebook"),
        ({"version": 2}, "written by a newer JASP Desktop"),
        ({"note": [{}]}, "The note 1 has no “uid”"),
        ({"mark": [7]}, "The mark 1 is not a record"),
        ({"note": 7}, "is not a list"),
    ],
)
def test_fault_is_named(tmp_path: Path, change: dict[str, object], words: str):
    document = json.loads(DEMO.read_text(encoding="utf-8")) | change
    path = tmp_path / "notebook.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(NotARegister, match=words):
        read_notebook(path)


@pytest.mark.parametrize("content", [b"", b"[]", b"\xff", b"[" * 200_000])
def test_other_file_is_refused(tmp_path: Path, content: bytes):
    path = tmp_path / "notebook.json"
    path.write_bytes(content)
    with pytest.raises(NotARegister):
        read_notebook(path)


def test_file_that_went_away_is_refused(tmp_path: Path):
    with pytest.raises(NotARegister, match="could not be read"):
        read_notebook(tmp_path / "gone.json")
