"""A cell is put right beside what is wrong with it, and a date says how it is read."""

from dataclasses import replace

import pytest

from jasp_desktop.domain.imports import ImportProblem
from jasp_desktop.domain.trackers import Decisions, Fate
from jasp_desktop.ui.importing.tracker.outcome_rows import entries_of
from jasp_desktop.ui.importing.tracker.row_pane import RowPane
from jasp_desktop.ui.kit.fields import Field
from tests.ui.importing.tracker.conftest import FAULT, MAPPING, outcome, plan_of


@pytest.fixture
def pane(qtbot, appearance):
    made = RowPane(appearance)
    qtbot.addWidget(made)
    made.resize(420, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.read_by(MAPPING)
    return made


def hint(pane, problem: ImportProblem) -> str:
    rejected = outcome(57, Fate.REJECTED, problems=(problem,))
    entry = next(each for each in entries_of(plan_of(rejected), None) if each.outcome)
    pane.show_entry(entry, Decisions())
    (field,) = pane.body.findChildren(Field)
    assert field.hint.isHidden() is not bool(field.hint.text())
    assert field.hint.text() in pane.correction.accessibleDescription()
    return field.hint.text().replace("\u00a0", " ")


def test_beside_a_date_it_says_that_the_day_comes_first(pane):
    said = "Such as 3 April 2026. Figures are read day first: 03/04/2026 is the same day."
    assert hint(pane, FAULT) == said


def test_beside_any_other_cell_it_says_nothing_of_dates(pane):
    assert hint(pane, replace(FAULT, column="Ref")) == ""
