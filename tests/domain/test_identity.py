from uuid import RFC_4122, UUID

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
    assert UUID(uid).version == 5


def test_each_part_tells_imported_records_apart():
    parts = [
        ("finding", "r", "1"),
        ("action", "r", "1"),
        ("finding", "s", "1"),
        ("finding", "r", "2"),
    ]
    assert len({imported_uid(*each) for each in parts}) == len(parts)
