from jasp_desktop.domain.notebook import DraftQuestion
from jasp_desktop.domain.record_fields import (
    RECORD_TYPES,
    FieldKind,
    record_fields,
    table_of,
)
from jasp_desktop.domain.records import (
    Action,
    Finding,
    ImportBatch,
    Panel,
    Question,
    TargetChange,
)


def the_field(record_type, name):
    return next(field for field in record_fields(record_type) if field.name == name)


def test_every_table_has_a_uid_and_knows_its_name():
    for table, record_type in RECORD_TYPES.items():
        assert record_fields(record_type)[0].name == "uid"
        assert table_of(record_type) == table


def test_a_name_that_python_keeps_loses_its_underscore():
    moved_from = the_field(TargetChange, "from")
    assert moved_from.attribute == "from_"
    assert moved_from.kind is FieldKind.DATE
    assert moved_from.is_optional


def test_references_know_their_table():
    assert the_field(Finding, "report").target == "report"
    assert the_field(Finding, "parent").is_optional
    findings = the_field(Action, "findings")
    assert findings.is_list
    assert findings.target == "finding"
    assert the_field(DraftQuestion, "meeting").target == "meeting"


def test_own_uids_are_no_references():
    assert the_field(Finding, "uid").kind is FieldKind.TEXT


def test_other_shapes_are_told_apart():
    assert the_field(Question, "subject").kind is FieldKind.SUBJECT
    assert the_field(Question, "states").kind is FieldKind.PART
    assert the_field(Question, "state").kind is FieldKind.WORD
    assert the_field(ImportBatch, "counts").kind is FieldKind.JSON
    assert the_field(ImportBatch, "at").kind is FieldKind.TIME
    assert the_field(Panel, "bank_holidays").is_list
    assert the_field(Panel, "paper_lead_days").kind is FieldKind.NUMBER
