"""A tracker's row is found again by its reference, else by its finding and its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain.identity import ReportUid, Uid
from jasp_desktop.domain.tracker_keys import (
    RowKey,
    folded,
    key_from_text,
    plain_number,
    repeats,
    row_key,
    single_bases,
)
from jasp_desktop.domain.trackers import TrackerMapping, TrackerRow

MAPPING = TrackerMapping(name="m", tracker="t", sheet="s", header_row=1, columns=())
REPORT = ReportUid(Uid("00000000-0000-7000-8000-000000000001"))


def _key(**fields: str | None) -> RowKey | None:
    return row_key(TrackerRow(number=1, **fields), MAPPING)


@pytest.mark.parametrize(
    ("printed", "plain"),
    [("7.1", "7.1"), ("Rec 7.1.", "7.1"), ("Recommendation No. 3", "3"), ("AFI 2", "2"),
     ("(4)", "4"), (None, ""), ("Record 4", "record 4")],
)  # fmt: skip
def test_a_number_is_compared_without_what_stands_around_it(printed: str | None, plain: str):
    assert plain_number(printed) == plain


def test_a_reference_is_the_key_whatever_else_the_row_says():
    assert _key(reference="4A 000101", action_text="Train.") == _key(reference="4a000101 ")


def test_without_a_reference_the_report_number_part_and_words_tell_rows_apart():
    first = _key(report="PEEL", finding_number="1", action_text="Train.")
    assert first is not None
    for other in (
        {"report": "Custody"},
        {"finding_number": "2"},
        {"sub_number": "1"},
        {"sub_text": "By training"},
    ):
        fields = {"report": "PEEL", "finding_number": "1", "action_text": "Train."} | other
        found = _key(**fields)
        assert found is not None
        assert found.base != first.base
    reworded = _key(report="PEEL", finding_number="Rec 1", action_text="Train all.")
    assert reworded is not None
    assert reworded.base == first.base
    assert reworded != first


def test_the_mapping_says_the_report_where_no_column_does():
    row = TrackerRow(number=1, finding_number="1")
    with_report = TrackerMapping(
        name="m", tracker="t", sheet="s", header_row=1, columns=(), report=REPORT
    )
    assert row_key(row, MAPPING) != row_key(row, with_report)


def test_a_row_that_does_not_say_which_action_it_is_has_no_key():
    assert _key(owner="Head of Crime") is None


@given(st.text(), st.text(alphabet=st.characters(exclude_characters="\x1f")))
def test_a_key_comes_back_from_its_text(base: str, words: str):
    if "\x1f" in base:
        return
    assert key_from_text(RowKey(base, words).text) == RowKey(base, words)


def _rows(*said: tuple[str, str]) -> list[tuple[RowKey, TrackerRow]]:
    return [
        (RowKey(key), TrackerRow(number=number, owner=owner))
        for number, (key, owner) in enumerate(said, 1)
    ]


def test_rows_that_say_the_same_count_once():
    found = repeats(_rows(("a", "x"), ("b", "x"), ("a", "x"), ("a", "x")))
    assert found.same == {3: 1, 4: 1}
    assert found.clashing == {}


def test_rows_with_one_key_that_differ_all_clash():
    found = repeats(_rows(("a", "x"), ("b", "x"), ("a", "y")))
    assert found.same == {}
    assert found.clashing == {1: (1, 3), 3: (1, 3)}


def test_a_base_is_single_when_one_key_has_it():
    assert single_bases([RowKey("a", "x"), RowKey("a", "y"), RowKey("b")]) == {"b"}


def test_words_are_the_same_whatever_their_spaces_and_capitals():
    assert folded("  Head\nof  CRIME ") == folded("head of crime")
    assert folded(None) == ""
