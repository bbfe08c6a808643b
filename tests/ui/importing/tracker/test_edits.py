"""A mapping and decisions as a person changes them; nothing else of them moves."""

from datetime import date

from jasp_desktop.domain.identity import ActionUid
from jasp_desktop.domain.trackers import (
    ColumnUse,
    DateOrder,
    Decisions,
    TrackerField,
    TrackerMapping,
)
from jasp_desktop.domain.vocabulary import ForceStatus, HmicfrsPosition
from jasp_desktop.ui.importing.tracker import decision_edits, mapping_edits

MARCH = date(2026, 3, 31)


def mapping(*fields):
    columns = tuple(
        ColumnUse(column=place, heading=f"Heading {place}", field=field)
        for place, field in enumerate(fields)
    )
    return TrackerMapping(name="", tracker="4ACTION", sheet="S", header_row=1, columns=columns)


def test_a_column_that_is_no_round_any_more_forgets_its_day():
    rounds = mapping_edits.with_round(mapping(TrackerField.UPDATE, None), 0, MARCH)
    assert rounds.columns[0].as_at == MARCH
    assert mapping_edits.with_field(rounds, 1, TrackerField.UPDATE).columns[0].as_at == MARCH
    assert mapping_edits.with_field(rounds, 0, TrackerField.OWNER).columns[0].as_at is None


def test_a_choice_of_order_is_of_its_column_alone():
    chosen = mapping_edits.with_order(
        mapping(TrackerField.TARGET, TrackerField.CLOSED_ON), 1, DateOrder.DAY_FIRST
    )
    assert [use.order for use in chosen.columns] == [None, DateOrder.DAY_FIRST]


def test_words_are_kept_folded_and_can_be_left_blank():
    known = mapping_edits.with_status(mapping(), "With  Chief officers", ForceStatus.DELAYED)
    assert known.statuses == {"with chief officers": ForceStatus.DELAYED}
    assert mapping_edits.with_status(known, "WITH chief officers", None).statuses == {}
    seen = mapping_edits.with_position(known, "Open", HmicfrsPosition.OPEN)
    left = mapping_edits.without_words(seen, {"with chief officers"}, {"open"})
    assert left.statuses == {}
    assert left.positions == {}


def test_words_of_several_columns_are_joined_but_a_date_has_one_column():
    joined = mapping(TrackerField.ACTION_TEXT, TrackerField.ACTION_TEXT, TrackerField.UPDATE)
    assert mapping_edits.why_not_columns(joined) == ""
    twice = mapping(TrackerField.ACTION_TEXT, TrackerField.TARGET, TrackerField.TARGET)
    assert set(mapping_edits.doubles(twice)) == {1, 2}
    assert "Target date" in mapping_edits.why_not_columns(twice)


def test_rows_that_no_column_names_cannot_be_read():
    assert "Say which column" in mapping_edits.why_not_columns(mapping(TrackerField.OWNER))
    assert mapping_edits.why_not_columns(mapping(TrackerField.REFERENCE)) == ""


def test_every_decision_can_be_taken_back():
    start = Decisions()
    made = decision_edits.corrected(start, 57, 3, "28/02/2026")
    made = decision_edits.matched(made, 58, ActionUid("an action"))
    made = decision_edits.matched(made, 59, None)
    made = decision_edits.left_out(made, [60, 61])
    assert made.corrections == {(57, 3): "28/02/2026"}
    assert made.matches == {58: "an action", 59: None}
    made = decision_edits.corrected(made, 57, 3, None)
    made = decision_edits.unmatched(decision_edits.unmatched(made, 58), 59)
    made = decision_edits.let_in(decision_edits.let_in(made, 60), 61)
    assert made == start
