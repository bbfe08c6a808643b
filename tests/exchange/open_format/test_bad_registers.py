"""A bad file costs one sentence, whatever is bad about it."""

import json
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.progress import Silent
from jasp_desktop.exchange.open_format import LARGEST_FILE, read_register
from jasp_desktop.exchange.record_json import NotARegister

EXAMPLE = Path(__file__).parent / "example_register.json"
_TEXT = EXAMPLE.read_text(encoding="utf-8")
_BYTES = EXAMPLE.read_bytes()

type Document = dict[str, Any]


def _refusal(path: Path, content: bytes | str) -> str:
    path.write_bytes(
        content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    )
    with pytest.raises(NotARegister) as caught:
        read_register(path, Silent())
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize("share", [n / 40 for n in range(40)])
def test_file_cut_short_is_refused(tmp_path: Path, share: float):
    cut = _BYTES[: int(len(_BYTES) * share)]
    assert "damaged or cut short" in _refusal(tmp_path / "cut.json", cut)


@given(st.integers(0, len(_BYTES) - 1))
def test_file_cut_anywhere_is_refused(tmp_path: Path, end: int):
    assert _refusal(tmp_path / "cut.json", _BYTES[:end])


@given(st.integers(0, len(_BYTES) - 1), st.integers(0, 255))
def test_one_wrong_byte_is_read_or_refused_but_never_a_crash(tmp_path: Path, at: int, byte: int):
    path = tmp_path / "byte.json"
    path.write_bytes(_BYTES[:at] + bytes([byte]) + _BYTES[at + 1 :])
    with suppress(UserError):
        read_register(path, Silent())


def _set(*path: str | int, to: object) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        place: Any = document
        for key in path[:-1]:
            place = place[key]
        place[path[-1]] = to

    return change


def _drop(*path: str | int) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        place: Any = document
        for key in path[:-1]:
            place = place[key]
        del place[path[-1]]

    return change


def _nested(depth: int) -> object:
    value: object = 1
    for _ in range(depth):
        value = {"in": value}
    return value


_FAULTS: dict[str, tuple[Callable[[Document], None], str]] = {
    "another format": (_set("format", to="jasp-proposal"), "not a register in the open format"),
    "no format": (_drop("format"), "not a register in the open format"),
    "no version": (_drop("version"), "does not say which version"),
    "version in words": (_set("version", to="1"), "does not say which version"),
    "version true": (_set("version", to=True), "does not say which version"),
    "version zero": (_set("version", to=0), "does not say which version"),
    "newer version": (_set("version", to=2), "written by a newer JASP Desktop"),
    "unknown list": (_set("letter", to=[]), "list “letter” that is not in the format"),
    "no panel": (_drop("panel"), "The panel is not a record"),
    "panel a list": (_set("panel", to=[]), "The panel is not a record"),
    "panel without a name": (_drop("panel", "name"), "The panel has no “name”"),
    "negative days": (_set("panel", "paper_lead_days", to=-1), "paper_lead_days"),
    "papers due for ever": (_set("panel", "paper_lead_days", to=61), "clear working days"),
    "list an object": (_set("report", to={}), "“report” is not a list"),
    "record a number": (_set("report", 0, to=7), "The report 1 is not a record"),
    "unknown field": (_set("report", 0, "colour", to=1), "field “colour”"),
    "missing field": (_drop("finding", 1, "text"), "The finding 2 has no “text”"),
    "null where needed": (_set("finding", 1, "text", to=None), "The finding 2 has no “text”"),
    "number for text": (_set("report", 0, "title", to=3), "report 1 .* “title”"),
    "text for number": (_set("finding", 0, "position", to="1"), "“position”"),
    "fraction": (_set("finding", 0, "position", to=1.5), "“position”"),
    "true for number": (_set("finding", 0, "position", to=True), "“position”"),
    "huge number": (_set("finding", 0, "position", to=10**30), "“position”"),
    "no such day": (_set("report", 0, "published", to="2026-02-30"), "“published”"),
    "date in words": (_set("report", 0, "published", to="3 May 2026"), "“published”"),
    "date out of reach": (_set("report", 0, "published", to="9999-12-31"), "“published”"),
    "first of all dates": (_set("report", 0, "published", to="0001-01-01"), "“published”"),
    "unknown precision": (_set("report", 0, "published_precision", to="week"), "precision"),
    "unknown marking": (_set("report", 0, "marking", to="SECRET"), "“marking”"),
    "unknown track": (_set("status_event", 0, "track", to="panel"), "“track”"),
    "word with blanks": (_set("report", 0, "kind", to="Not a word"), "“kind”"),
    "status with blanks": (_set("status_event", 0, "status", to="In progress"), "“status”"),
    "word a list": (_set("report", 0, "kind", to=[]), "“kind”"),
    "lone surrogate": (_set("report", 0, "title", to="\ud800"), "“title”"),
    "list for text": (_set("report", 0, "areas", to="York"), "“areas”"),
    "null in a list": (_set("report", 0, "areas", to=[None]), "“areas”"),
    "uid not a uuid": (_set("report", 0, "uid", to="1"), "“uid”"),
    "uid in capitals": (_set("report", 0, "uid", to="A" * 36), "“uid”"),
    "reference no uuid": (_set("finding", 0, "report", to="x"), "“report”"),
    "subject a text": (_set("status_event", 0, "subject", to="x"), "“subject”"),
    "subject of no table": (
        _set("status_event", 0, "subject", to={"table": "x", "uid": "x"}),
        "“subject”",
    ),
    "subject a list": (_set("status_event", 0, "subject", "table", to=[]), "“subject”"),
    "bad base64": (_set("document", 0, "content", to="not base64!"), "“content”"),
    "base64 of letters": (_set("document", 0, "content", to="ŷŷŷŷ"), "“content”"),
    "time in words": (_set("import_batch", 0, "at", to="noon"), "“at”"),
    "time out of reach": (
        _set("import_batch", 0, "at", to="0001-01-01T00:00:00+14:00"),
        "“at”",
    ),
    "counts a list": (_set("import_batch", 0, "counts", to=[]), "“counts”"),
    "counts not a number": (_set("import_batch", 0, "counts", to={"a": float("nan")}), "."),
    "counts beyond numbers": (_set("import_batch", 0, "counts", to={"a": float("inf")}), "."),
    "mapping too deep": (_set("import_batch", 0, "mapping", to=_nested(200)), "“mapping”"),
    "surrogate in mapping": (_set("import_batch", 0, "mapping", to={"a": ["\ud800"]}), "“mapping”"),
    "surrogate as a key": (_set("import_batch", 0, "mapping", to={"\ud800": 1}), "“mapping”"),
    "part a text": (_set("meeting", 0, "attendance", to=["x"]), "not a record"),
    "part unknown field": (_set("meeting", 0, "attendance", to=[{"x": 1}]), "field “x”"),
    "part without a field": (_set("meeting", 0, "attendance", to=[{}]), "has no “person”"),
}


@pytest.mark.parametrize("fault", _FAULTS)
def test_fault_is_named_in_one_sentence(tmp_path: Path, fault: str):
    change, words = _FAULTS[fault]
    document = json.loads(_TEXT)
    change(document)
    sentence = _refusal(tmp_path / "bad.json", json.dumps(document))
    assert re.search(words, sentence), sentence


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "damaged or cut short"),
        (b"[]", "not a register"),
        (b"1", "not a register"),
        (b"null", "not a register"),
        (b'"text"', "not a register"),
        (b"{}", "not a register"),
        (b"{" + b"\x00" * 100, "damaged or cut short"),
        (b"{\xff\xfe", "not a register"),
        ("{“format”: 1}".encode("utf-16"), "not a register"),
        (b"[" * 200_000, "damaged or cut short"),
        (b'{"a":' * 200_000, "damaged or cut short"),
        (b'{"version": ' + b"9" * 5_000 + b"}", "damaged or cut short"),
        (b'{"format": "jasp-register", "version": 1e999}', "does not say which version"),
        (_BYTES + b"}", "damaged or cut short"),
    ],
)
def test_what_is_no_register_at_all_is_refused(tmp_path: Path, content: bytes, words: str):
    assert words in _refusal(tmp_path / "other.json", content)


def test_hundred_megabytes_of_nothing_are_refused(tmp_path: Path):
    path = tmp_path / "big.json"
    with path.open("wb") as file:
        file.write(b"{")
        file.truncate(100_000_000)
    with pytest.raises(NotARegister, match="damaged or cut short"):
        read_register(path, Silent())


def test_file_larger_than_any_register_is_not_read(tmp_path: Path):
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    with pytest.raises(NotARegister, match="larger than a register can be"):
        read_register(path, Silent())


def test_file_that_went_away_is_refused(tmp_path: Path):
    with pytest.raises(NotARegister, match="is not there any more"):
        read_register(tmp_path / "gone.json", Silent())


def test_folder_is_refused(tmp_path: Path):
    with pytest.raises(NotARegister, match="could not be read"):
        read_register(tmp_path, Silent())
