"""What a tracker's columns are read as: proposed from headings, checked against cells."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain.trackers import TrackerField as Field
from jasp_desktop.domain.trackers import TrackerMapping
from jasp_desktop.domain.vocabulary import ForceStatus, HmicfrsPosition
from jasp_desktop.exchange.trackers.columns import propose_columns, recognise
from jasp_desktop.exchange.trackers.heading_words import fields_of
from jasp_desktop.exchange.trackers.status_words import propose_positions, propose_statuses
from tests.exchange.trackers import sample_sheets
from tests.exchange.trackers.sample_sheets import LAYOUTS, LINES, headings_of, rows, rows_of

_EXPECTED = {
    "four_action": [
        Field.REFERENCE, Field.REPORT, Field.PUBLISHED, Field.FINDING_KIND, Field.FINDING_NUMBER,
        Field.FINDING_TEXT, Field.ACTION_TEXT, Field.EXECUTIVE_LEAD, Field.OWNER,
        Field.ORIGINAL_TARGET, Field.TARGET, Field.STATUS, Field.HMICFRS_POSITION, Field.CLOSED_ON,
        Field.RAG, Field.EVIDENCE, Field.UPDATED_ON, Field.UPDATE,
    ],
    "rounds": [
        Field.FINDING_NUMBER, Field.FINDING_TEXT, Field.SUB_TEXT, Field.OWNER, Field.ACTION_TEXT,
        Field.UPDATE, Field.UPDATE,
    ],
    "answers": [Field.FINDING_NUMBER, Field.FINDING_TEXT, Field.ACTION_TEXT],
    "sections": [
        Field.FINDING_NUMBER, None, Field.FINDING_TEXT, Field.ACTION_TEXT, None, Field.OWNER,
        Field.ORIGINAL_TARGET, Field.TARGET, Field.STATUS, Field.UPDATE,
    ],
    "two_row_headings": [
        Field.REFERENCE, Field.REPORT, Field.FINDING_NUMBER, Field.FINDING_TEXT,
        Field.ORIGINAL_TARGET, Field.TARGET, Field.CLOSED_ON, Field.EXECUTIVE_LEAD, Field.OWNER,
        Field.STATUS, Field.RAG, Field.UPDATE,
    ],
    "plain_words": [
        Field.REFERENCE, Field.REPORT, Field.FINDING_TEXT, Field.UPDATE, Field.OWNER, Field.TARGET,
        Field.STATUS, Field.EVIDENCE,
    ],
}  # fmt: skip


def mapping_of(layout, lines=LINES):
    sheet = LAYOUTS[layout](lines)
    columns = propose_columns(headings_of(sheet), rows_of(sheet)[sheet.header_row :])
    return TrackerMapping(
        name=layout,
        tracker="4ACTION",
        sheet=sheet.name,
        header_row=sheet.header_row,
        columns=columns,
    )


def proposed(heading, *cells):
    (use,) = propose_columns([heading], rows([[cell] for cell in cells]))
    return use.field


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_column_of_every_layout_is_proposed_right(layout):
    assert [use.field for use in mapping_of(layout).columns] == _EXPECTED[layout]


def test_a_column_for_each_round_has_the_last_day_of_its_month():
    rounds = [use.as_at for use in mapping_of("rounds").columns if use.field is Field.UPDATE]
    assert rounds == [date(2025, 12, 31), date(2026, 3, 31)]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Recomendations", Field.FINDING_TEXT),
        ("Recommmendation text", Field.FINDING_TEXT),
        ("Exective lead", Field.EXECUTIVE_LEAD),
        ("Orignal target date", Field.ORIGINAL_TARGET),
        ("HMICFRS  Postion", Field.HMICFRS_POSITION),
        ("Reason for revised date", Field.TARGET_REASON),
        ("What does good look like?", Field.EVIDENCE_TEST),
        ("Favourite biscuit", None),
        ("Column1", None),
        ("", None),
    ],
)
def test_kin_and_misspellings_are_known_and_the_rest_is_not_read(heading, field):
    assert proposed(heading) is field


@pytest.mark.parametrize(
    ("heading", "cells", "field"),
    [
        ("Status", ["Red", "Amber", "Green"], Field.RAG),
        ("Status", ["In progress", "Closed"], Field.STATUS),
        ("Progress", ["Form drafted and sent to partners for comment."], Field.UPDATE),
        ("Progress", ["In progress", "Closed"], Field.STATUS),
        ("Last update", [date(2026, 3, 16)], Field.UPDATED_ON),
        ("Last update", ["Form drafted."], Field.UPDATE),
        ("Recommendation", ["1", "2.1", "AFI 3"], Field.FINDING_NUMBER),
        ("Target date", ["In the force's view this is done"], None),
        ("Target date", ["31/03/2026", "TBC"], Field.TARGET),
        ("Owner", [date(2026, 3, 16)], None),
        ("March 2026 update", [12, 13], None),
        ("March 2026 target", ["31/03/2026"], Field.TARGET),
    ],
)
def test_a_heading_is_checked_against_its_cells(heading, cells, field):
    assert proposed(heading, *cells) is field


def test_a_bare_date_beside_the_publication_is_when_it_was_published():
    uses = propose_columns(
        ["Publication", "Date", "Total Recs", "Last Update"],
        rows([[sample_sheets.PEEL, date(2025, 7, 11), 12, "Two closed since March."]]),
    )
    assert [use.field for use in uses] == [Field.REPORT, Field.PUBLISHED, None, Field.UPDATE]


@given(st.lists(st.text(max_size=30), max_size=8))
def test_any_headings_get_one_use_for_each_column_and_no_field_twice(headings):
    uses = propose_columns(headings, [])
    assert [(use.column, use.heading) for use in uses] == list(enumerate(headings))
    fields = [use.field for use in uses if use.field not in {None, Field.UPDATE}]
    assert len(fields) == len(set(fields))
    assert all(0 <= surely <= 100 for each in headings for surely in fields_of(each).values())


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_same_headings_in_another_order_are_recognised(layout):
    mapping = mapping_of(layout)
    headings = [use.heading for use in mapping.columns]
    assert recognise(headings, [mapping]) == mapping
    found = recognise(headings[::-1], [mapping])
    assert found is not None
    named = {use.heading: use.field for use in found.columns if use.heading}
    assert named == {use.heading: use.field for use in mapping.columns if use.heading}


def test_a_new_round_is_recognised_as_one():
    mapping = mapping_of("rounds")
    headings = [use.heading for use in mapping.columns if "December" not in use.heading]
    found = recognise([*headings, "June 2026 update"], [mapping_of("four_action"), mapping])
    assert found is not None
    assert found.name == "rounds"
    assert (found.columns[-1].field, found.columns[-1].as_at) == (Field.UPDATE, date(2026, 6, 30))


def test_another_tracker_is_not_recognised():
    mapping = mapping_of("rounds")
    headings = [use.heading for use in mapping.columns]
    assert recognise(headings[1:], [mapping]) is None, "a column that is read has gone"
    assert recognise([*headings, "Budget", "Risk"], [mapping]) is None
    assert recognise(headings_of(LAYOUTS["answers"](LINES)), [mapping]) is None
    assert recognise(headings, []) is None


def test_known_words_have_their_status_and_the_rest_wait_for_a_person():
    lines = [
        replace(LINES[0], status="In  Progress"),
        replace(LINES[1], status="Closed (12/03/2026)", position="Closed"),
        replace(LINES[2], status="Parked", position="Gone away"),
        replace(LINES[3], status="Closed by HMICFRS"),
        replace(LINES[4], status="Ours"),
        replace(LINES[5], status="#N/A"),
    ]
    sheet = LAYOUTS["four_action"](lines)
    mapping = replace(mapping_of("four_action"), statuses={"ours": ForceStatus.DELAYED})
    statuses = propose_statuses(rows_of(sheet), mapping)
    assert statuses.known == {
        "in progress": ForceStatus.IN_PROGRESS,
        "closed (12/03/2026)": ForceStatus.CLOSED_BY_FORCE,
        "ours": ForceStatus.DELAYED,
    }
    assert statuses.unknown == ("Parked", "Closed by HMICFRS")
    positions = propose_positions(rows_of(sheet), mapping)
    assert positions.known["closed"] is HmicfrsPosition.CLOSED_BY_HMICFRS
    assert positions.unknown == ("Gone away",)
