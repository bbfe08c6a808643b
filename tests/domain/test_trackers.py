"""A mapping names its columns, and a plan's counts account for every row."""

from datetime import date

from jasp_desktop.domain.changes import Act
from jasp_desktop.domain.imports import MissingRow, RowCounts
from jasp_desktop.domain.trackers import (
    ColumnUse,
    Fate,
    RowOutcome,
    TrackerField,
    TrackerMapping,
    TrackerPlan,
)

MAPPING = TrackerMapping(
    name="4ACTION",
    tracker="4ACTION",
    sheet="Tracker",
    header_row=1,
    columns=(
        ColumnUse(column=0, heading="Ref", field=TrackerField.REFERENCE),
        ColumnUse(column=1, heading="Notes"),
        ColumnUse(column=2, heading="March update", field=TrackerField.UPDATE),
        ColumnUse(column=3, heading="June update", field=TrackerField.UPDATE),
    ),
)


def test_a_mapping_is_known_by_the_headings_that_are_read():
    assert MAPPING.headings() == ("Ref", "March update", "June update")


def test_of_several_columns_the_first_is_given():
    found = MAPPING.column_of(TrackerField.UPDATE)
    assert found is not None
    assert found.column == 2
    assert MAPPING.column_of(TrackerField.OWNER) is None


def test_a_row_that_waits_counts_as_rejected_until_it_is_settled():
    fates = [Fate.ADDED, Fate.CHANGED, Fate.CHANGED, Fate.UNCHANGED, Fate.REJECTED, Fate.WAITING]
    plan = TrackerPlan(
        file="a.xlsx",
        sha256="0" * 64,
        mapping=MAPPING,
        as_at=date(2026, 4, 1),
        outcomes=tuple(
            RowOutcome(row=row, fate=fate, label=str(row), text="")
            for row, fate in enumerate(fates, 2)
        ),
        missing=(MissingRow(uid="1", label="4A-1"),),
        act=Act("Import a.xlsx", ()),
        waiting=1,
    )
    assert plan.rows == RowCounts(read=6, added=1, changed=2, unchanged=1, missing=1, rejected=2)
    assert plan.rows.reconciles
