from uuid import RFC_4122, UUID, uuid5

from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain.identity import imported_uid, made_uid


def test_a_made_uid_is_a_uuid_of_version_7_with_the_time_in_front():
    first, second = made_uid(), made_uid()
    for uid in (first, second):
        assert UUID(uid).version == 7
        assert UUID(uid).variant == RFC_4122
    assert first[:13] <= second[:13]
    assert first != second


@given(st.text(), st.text(), st.text())
def test_importing_again_gives_the_same_uid(table, source, reference):
    uid = imported_uid(table, source, reference)
    assert uid == imported_uid(table, source, reference)
    # Registers hold uids of this namespace: it can never change.
    namespace = UUID("6b0f3f0e-3f0b-5e57-9a43-0a2f6c1c8d55")
    assert uid == str(uuid5(namespace, "\x1f".join((table, source, reference))))


def test_each_part_tells_imported_records_apart():
    parts = [
        ("finding", "r", "1"),
        ("action", "r", "1"),
        ("finding", "s", "1"),
        ("finding", "r", "2"),
    ]
    assert len({imported_uid(*each) for each in parts}) == len(parts)
