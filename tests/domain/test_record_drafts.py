"""A record while it is written: what it begins with, what is missing, what it becomes."""

from datetime import date

import pytest
from hypothesis import given

from jasp_desktop.domain.errors import InvalidInput
from jasp_desktop.domain.identity import ActionUid, Uid
from jasp_desktop.domain.record_drafts import (
    changed_fields,
    draft_of,
    missing,
    new_draft,
    record_of,
)
from jasp_desktop.domain.record_fields import RECORD_TYPES, table_of
from jasp_desktop.domain.records import Action, TargetChange
from jasp_desktop.domain.vocabulary import Marking, ReportKind
from tests.sample_records import GeneratedRegister, registers

_UID = Uid("00000000-0000-7000-8000-000000000001")


def test_a_new_record_begins_with_its_defaults_and_what_is_given():
    draft = new_draft("report", {"title": "An inspection"})
    assert draft["title"] == "An inspection"
    assert draft["marking"] is Marking.OFFICIAL
    assert draft["kind"] is ReportKind.OTHER
    assert draft["areas"] == ()
    assert draft["published"] is None
    assert new_draft("finding", {})["kind"] is None
    assert new_draft("finding", {})["position"] == 1


def test_a_field_that_python_cannot_name_goes_by_the_open_formats_name():
    draft = new_draft("target_change", {"action": _UID, "from": date(2026, 1, 1)})
    record = record_of("target_change", _UID, draft)
    assert isinstance(record, TargetChange)
    assert record.from_ == date(2026, 1, 1)
    assert draft_of(record)["from"] == date(2026, 1, 1)


@pytest.mark.parametrize(
    ("table", "fields"),
    [
        ("report", ["title"]),
        ("finding", ["report", "kind", "text"]),
        ("response_item", ["response"]),
        ("status_event", ["subject", "track", "date", "status"]),
        ("phase", ["phase", "from"]),
    ],
)
def test_what_a_record_cannot_do_without_is_named(table: str, fields: list[str]):
    remarks = missing(table, new_draft(table, {}))
    assert [remark.field for remark in remarks] == fields
    assert all(remark.is_fault for remark in remarks)


def test_words_are_asked_to_be_written_and_lists_to_be_chosen_from():
    said = {remark.field: remark.sentence for remark in missing("finding", {"text": "  "})}
    assert said["text"].startswith("Write")
    assert "“Text”" in said["text"]
    assert said["kind"].startswith("Choose")


def test_a_draft_with_something_missing_is_no_record():
    with pytest.raises(InvalidInput) as refused:
        record_of("action", _UID, new_draft("action", {}))
    assert refused.value.field == "text"


@given(registers())
def test_every_record_is_its_draft_and_comes_back_from_it(found: GeneratedRegister):
    for record in found.records:
        table = table_of(record)
        draft = draft_of(record)
        if missing(table, draft):
            continue
        assert record_of(table, record.uid, draft) == record


def test_changed_fields_are_named_as_in_the_open_format():
    before = Action(uid=ActionUid(_UID), text="Train sergeants")
    after = Action(uid=ActionUid(_UID), text="Train all sergeants", owner="Head of Crime")
    assert changed_fields(before, after) == ("text", "owner")
    assert changed_fields(before, before) == ()


def test_every_table_can_begin():
    for table in RECORD_TYPES:
        assert new_draft(table, {})
