"""The JSON Schema that is shipped is the format's own, and real files keep to it."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from jasp_desktop.exchange.open_format import register_to_json
from jasp_desktop.exchange.register_schema import json_schema
from jasp_desktop.shipped import shipped
from tests.sample_records import GeneratedRegister, registers

SHIPPED = shipped("resources") / "register.schema.json"
EXAMPLE = Path(__file__).parent / "example_register.json"
DEMO = shipped("db") / "demo" / "register.json"


def _validator() -> Draft202012Validator:
    schema = json.loads(SHIPPED.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_shipped_schema_is_current():
    # Made with: json.dumps(json_schema(), ensure_ascii=False, indent=1) and a line end.
    expected = json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n"
    assert SHIPPED.read_text(encoding="utf-8") == expected


@pytest.mark.parametrize("path", [EXAMPLE, DEMO], ids=["example", "demo"])
def test_real_files_validate(path: Path):
    _validator().validate(json.loads(path.read_text(encoding="utf-8")))


@settings(max_examples=15)
@given(registers())
def test_every_generated_register_validates(register: GeneratedRegister):
    text = "".join(register_to_json(register.panel, register.tables))
    _validator().validate(json.loads(text))


@pytest.mark.parametrize(
    "change",
    [
        {"version": 2},
        {"panel": None},
        {"letters": []},
        {"report": [{"uid": "1"}]},
        {"phase": [{"uid": "00000000-0000-0000-0000-000000000000", "phase": 1, "from": None}]},
    ],
)
def test_schema_refuses_what_the_program_refuses(change: dict[str, Any]):
    document = json.loads(EXAMPLE.read_text(encoding="utf-8")) | change
    assert not _validator().is_valid(document)
