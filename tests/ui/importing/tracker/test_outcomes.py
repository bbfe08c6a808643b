"""The list of a plan's rows: sections that count, lines that say what changes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from jasp_desktop.domain.trackers import Fate
from jasp_desktop.ui.importing.tracker.outcome_rows import (
    OutcomesModel,
    Section,
    entries_of,
    section_counts,
)
from tests.ui.importing.tracker.conftest import MOVED, outcome


def test_every_row_stands_in_one_section_and_what_needs_a_person_comes_first(plan):
    entries = entries_of(plan, None)
    assert [each.section for each in entries if each.is_heading] == [
        Section.WAITING,
        Section.CHANGED,
        Section.ADDED,
        Section.REJECTED,
        Section.MISSING,
        Section.UNCHANGED,
    ]
    assert sorted(each.row for each in entries if each.row) == [2, 3, 4, 57, 58, 60]
    counts = section_counts(plan)
    assert sum(counts.values()) == plan.rows.read + len(plan.missing)


def test_one_section_alone_has_only_its_rows(plan):
    heading, row = entries_of(plan, Section.CHANGED)
    assert heading.label == "Changed"
    assert row.spoken.startswith("Changed: Row 3, 041/3, Target date: 30 Jun 2026 to 31")


def test_a_rejected_row_says_column_cell_and_reason(plan):
    _, row, _ = entries_of(plan, Section.REJECTED)
    assert row.spoken.endswith("Target date: 31/02/2026: February has no 31st day.")


def test_a_row_that_waits_says_what_it_may_be(plan):
    _, row = entries_of(plan, Section.WAITING)
    assert "May be 041/03.1: 91 % alike" in row.spoken


def test_many_changes_of_one_row_are_cut_short_and_counted(plan):
    changed = replace(plan.outcomes[1], changes=(MOVED,) * 7)
    _, row = entries_of(replace(plan, outcomes=(changed,)), Section.CHANGED)
    assert [line.words for line in row.lines] == ["Target date", "Target date", "and 5 more"]


@pytest.mark.usefixtures("qapp")
def test_five_thousand_rows_are_laid_out_as_they_are_scrolled_to(plan):
    many = tuple(outcome(row, Fate.UNCHANGED) for row in range(2, 5_002))
    model = OutcomesModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_entries(entries_of(replace(plan, outcomes=many, missing=()), None))
    assert model.rowCount() < 1_000
    assert model.canFetchMore(QModelIndex())
    place = model.place_of(4_000)
    assert place < model.rowCount()
    assert model.entry(place).row == 4_000
    assert not model.index(0, 0).flags() & Qt.ItemFlag.ItemIsSelectable, "a heading is passed over"
    assert model.place_of(9_999) == -1
