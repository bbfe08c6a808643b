"""Every table and field of the register has words, and stands in a form once or is kept out."""

import pytest

from jasp_desktop.domain.field_words import field_words, table_words
from jasp_desktop.domain.form_parts import (
    ADDED_FROM,
    KEPT_BY_THE_PROGRAM,
    LISTED_TABLES,
    form_fields,
    form_parts,
    given_from,
)
from jasp_desktop.domain.record_drafts import new_draft
from jasp_desktop.domain.record_fields import RECORD_TYPES, FieldKind, record_fields, table_of
from jasp_desktop.domain.records import Subject
from tests.domain.test_record_rules import ACTION, FINDING, SOUND


def test_every_table_is_listed_once_and_has_words():
    assert sorted(LISTED_TABLES) == sorted(RECORD_TYPES)
    for table in LISTED_TABLES:
        words = table_words(table)
        assert words.one
        assert words.several
        assert words.about.endswith(".")


def test_counts_say_one_or_several():
    words = table_words("finding")
    assert words.counted(1) == "1 finding"
    assert words.counted(1200) == "1,200 findings"


@pytest.mark.parametrize("table", LISTED_TABLES)
def test_every_field_is_in_a_form_once_or_kept_by_the_program(table: str):
    names = [field.name for field in record_fields(RECORD_TYPES[table]) if field.name != "uid"]
    shown = form_fields(table)
    kept = KEPT_BY_THE_PROGRAM.get(table, frozenset())
    assert len(shown) == len(set(shown))
    assert set(shown) | kept == set(names)
    assert not set(shown) & kept


@pytest.mark.parametrize("table", LISTED_TABLES)
def test_every_field_of_a_form_and_of_its_parts_has_words_of_its_own(table: str):
    fields = {field.name: field for field in record_fields(RECORD_TYPES[table])}
    names = [field_words(table, name).name for name in form_fields(table)]
    assert len(names) == len(set(names))
    for name in form_fields(table):
        field = fields[name]
        if field.kind is FieldKind.PART and field.type_ is not None:
            for part in record_fields(field.type_):
                assert field_words(f"{table}.{name}", part.name).name


def test_headings_stand_over_every_part_but_the_first():
    for table in LISTED_TABLES:
        titles = [part.title for part in form_parts(table)]
        assert titles[:1] in ([], [""])
        assert all(titles[1:])


def test_a_field_of_a_later_program_is_spelled_out():
    assert field_words("report", "seen_by_the_chair").name == "Seen by the chair"
    assert field_words("nothing_known", "title").name == "Title"


def test_what_is_added_from_a_record_names_it():
    for record in SOUND:
        for table, field in ADDED_FROM.get(table_of(record), ()):
            draft = new_draft(table, given_from(record, table, field))
            named = draft[field]
            is_named = named in (record.uid, (record.uid,), Subject(table_of(record), record.uid))
            assert is_named, (table, field)


def test_a_sub_finding_begins_in_the_report_of_its_finding():
    given = given_from(FINDING, "finding", "parent")
    assert given == {"parent": FINDING.uid, "report": FINDING.report}
    assert given_from(ACTION, "evidence", "action") == {"action": ACTION.uid}
