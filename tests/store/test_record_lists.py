"""Lists of any table, and who names whom, against a plain reading of the records themselves."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain.record_fields import RECORD_TYPES, FieldKind, record_fields, table_of
from jasp_desktop.domain.records import Document, Record
from jasp_desktop.store import record_lists
from jasp_desktop.store.database import Database
from tests.sample_records import GeneratedRegister, registers
from tests.store.conftest import holding


def _names_of(record: Record) -> Counter[tuple[str, str]]:
    """Return the field and uid of everything that a record names."""
    found: Counter[tuple[str, str]] = Counter()
    for field in record_fields(type(record)):
        value = getattr(record, field.attribute)
        if field.kind is FieldKind.SUBJECT and value:
            found[field.name, value.uid] += 1
        elif field.kind is FieldKind.REFERENCE and value:
            for uid in value if field.is_list else (value,):
                found[field.name, uid] += 1
        elif field.kind is FieldKind.PART:
            for part in value:
                for each in record_fields(type(part)):
                    if each.kind is FieldKind.REFERENCE:
                        found[field.name, getattr(part, each.attribute)] += 1
    return found


@given(registers())
def test_everyone_who_names_a_record_is_found(register_file: Database, found: GeneratedRegister):
    expected = {
        (table_of(record), field, record.uid, uid)
        for record in found.records
        for field, uid in _names_of(record)
    }
    with holding(register_file, found), register_file.reading() as session:
        got = [
            (each.table, each.field, each.uid, each.target)
            for table, rows in found.tables.items()
            for each in record_lists.references_to(session, table, [row.uid for row in rows])
        ]
    assert len(got) == len(set(got))
    assert set(got) == expected


@given(registers(), st.sampled_from(["custody", "STALKING", "041/03", "%", "_", "\\", "'"]))
def test_words_are_found_in_any_text_of_a_record(
    register_file: Database, found: GeneratedRegister, word: str
):
    hidden = {"uid", "sha256", "certificate", "media_type"}
    with holding(register_file, found), register_file.reading() as session:
        for table, rows in found.tables.items():
            ids = record_lists.record_ids(session, table, word)
            records = record_lists.listed_records(session, table, ids)
            for row in rows:
                texts = [
                    str(getattr(row, field.attribute))
                    for field in record_fields(RECORD_TYPES[table])
                    if field.kind is FieldKind.TEXT
                    and not field.is_list
                    and field.name not in hidden
                    and getattr(row, field.attribute) is not None
                ]
                # SQLite stops at a NUL, and folds case in ASCII alone.
                if any(word.lower() in text.split("\x00")[0].lower() for text in texts):
                    assert row.uid in {record.uid for record in records}


def test_a_list_of_documents_leaves_their_bytes_where_they_are(demo_register: Database):
    with demo_register.reading() as session:
        ids = record_lists.record_ids(session, "document")
        listed = record_lists.listed_records(session, "document", [*ids, 999_999])
    assert len(listed) == len(ids)
    assert all(isinstance(each, Document) and not each.content for each in listed)
