"""Reading and writing the open format are each other's inverse, byte for byte."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given

from jasp_desktop.domain.errors import Cancelled
from jasp_desktop.domain.progress import Silent
from jasp_desktop.exchange.open_format import (
    RegisterFile,
    is_open_format,
    read_register,
    register_to_json,
)
from jasp_desktop.shipped import shipped
from tests.sample_records import GeneratedRegister, registers
from tests.stopping import Stopping

EXAMPLE = Path(__file__).parent / "example_register.json"
DEMO = shipped("db") / "demo" / "register.json"


def _written(found: RegisterFile) -> bytes:
    return "".join(register_to_json(found.panel, found.records)).encode("utf-8")


@pytest.mark.parametrize("path", [EXAMPLE, DEMO], ids=["example", "demo"])
def test_real_files_come_out_as_they_went_in(path: Path):
    assert is_open_format(path)
    assert _written(read_register(path, Silent())) == path.read_bytes()


@given(registers())
def test_generated_registers_come_out_as_they_went_in(register: GeneratedRegister):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "register.json"
        path.write_text(
            "".join(register_to_json(register.panel, register.tables)), "utf-8", newline=""
        )
        found = read_register(path, Silent())
        assert (found.panel, found.records) == (register.panel, register.tables)
        assert _written(found) == path.read_bytes()


@given(registers())
def test_document_is_plain_sorted_json(register: GeneratedRegister):
    text = "".join(register_to_json(register.panel, register.tables))
    document = json.loads(text)
    assert text == json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True)


def test_lists_and_unknown_fields_may_be_left_out_by_hand(tmp_path: Path):
    path = tmp_path / "by hand.json"
    path.write_text(
        '\ufeff {"format": "jasp-register", "version": 1,'
        ' "panel": {"name": "P", "force": "F", "pcc_title": "PCC",'
        ' "default_marking": "OFFICIAL", "paper_lead_days": 5}}',
        encoding="utf-8",
    )
    assert is_open_format(path)
    found = read_register(path, Silent())
    assert found.panel.bank_holidays == ()
    assert found.panel.as_at is None
    assert not any(found.records.values())


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("2026-04-03T10:30:00+01:00", "2026-04-03T09:30:00Z"),
        ("2026-04-03T09:30:00", "2026-04-03T09:30:00Z"),
        ("2026-04-03T09:30:00.250Z", "2026-04-03T09:30:00.250000Z"),
    ],
)
def test_times_are_written_in_utc(tmp_path: Path, given: str, written: str):
    document = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    document["import_batch"][0]["at"] = given
    path = tmp_path / "register.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    out = json.loads(_written(read_register(path, Silent())))
    assert out["import_batch"][0]["at"] == written


def test_reading_stops_when_asked():
    with pytest.raises(Cancelled):
        read_register(EXAMPLE, Stopping())


@pytest.mark.parametrize("content", [b"Dear Home Secretary", b"", b"%PDF-1.7", b"PK\x03\x04"])
def test_other_files_are_not_taken_for_the_open_format(tmp_path: Path, content: bytes):
    path = tmp_path / "letter.txt"
    path.write_bytes(content)
    assert not is_open_format(path)
    assert not is_open_format(tmp_path / "not there.json")
    assert not is_open_format(tmp_path)
