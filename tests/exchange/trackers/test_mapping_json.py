"""A mapping comes back as it was saved; what another program wrote is left alone."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain.identity import ReportUid, Uid
from jasp_desktop.domain.trackers import ColumnUse, DateOrder, TrackerField, TrackerMapping
from jasp_desktop.domain.vocabulary import ForceStatus, HmicfrsPosition
from jasp_desktop.exchange.trackers.mapping_json import (
    batch_mapping,
    mapping_from_json,
    mapping_to_json,
)

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
USES = st.builds(
    ColumnUse,
    column=st.integers(0, 16_383),
    heading=WORDS,
    field=st.none() | st.sampled_from(TrackerField),
    as_at=st.none() | st.dates(),
    order=st.none() | st.sampled_from(DateOrder),
)
MAPPINGS = st.builds(
    TrackerMapping,
    name=WORDS,
    tracker=WORDS,
    sheet=WORDS,
    header_row=st.integers(0, 100),
    columns=st.lists(USES, max_size=5).map(tuple),
    statuses=st.dictionaries(WORDS, st.sampled_from(ForceStatus), max_size=3),
    positions=st.dictionaries(WORDS, st.sampled_from(HmicfrsPosition), max_size=3),
    report=st.none() | st.uuids().map(lambda uid: ReportUid(Uid(str(uid)))),
)


@given(MAPPINGS)
def test_any_mapping_comes_back_as_it_was(mapping: TrackerMapping):
    text = json.dumps(mapping_to_json(mapping))
    assert mapping_from_json(json.loads(text)) == mapping


@pytest.mark.parametrize(
    "found",
    [{}, {"version": 2}, {"version": 1}, {"version": 1, "name": "a", "columns": [1]}],
)
def test_what_cannot_be_understood_is_no_mapping(found: dict[str, object]):
    assert mapping_from_json(found) is None


def test_a_batch_keeps_each_heading_with_what_it_was_read_as():
    mapping = TrackerMapping(
        name="a",
        tracker="a",
        sheet="a",
        header_row=1,
        columns=(
            ColumnUse(column=0, heading="Ref", field=TrackerField.REFERENCE),
            ColumnUse(column=1, heading="Comments", field=TrackerField.UPDATE),
            ColumnUse(column=2, heading="Comments", field=TrackerField.EVIDENCE),
            ColumnUse(column=3, heading="", field=TrackerField.OWNER),
            ColumnUse(column=4, heading="Notes"),
        ),
    )
    assert batch_mapping(mapping) == {
        "Ref": "tracker_reference",
        "Comments": "update",
        "Comments (2)": "evidence",
        "Column D": "owner",
    }
