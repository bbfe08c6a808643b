"""Every row is accounted for: it counts, it waits for a person, or it is rejected with a reason."""

from collections.abc import Sequence
from typing import Any

from jasp_desktop.domain.identity import ActionUid, Uid
from jasp_desktop.domain.imports import ImportProblem
from jasp_desktop.domain.tracker_matching import Match
from jasp_desktop.domain.tracker_rules import (
    SortedRows,
    outcome_of,
    sort_rows,
    why_it_cannot_be_new,
    why_it_waits,
)
from jasp_desktop.domain.trackers import (
    Candidate,
    Decisions,
    Fate,
    TrackerMapping,
    TrackerRow,
)

MAPPING = TrackerMapping(name="m", tracker="t", sheet="s", header_row=1, columns=())
UID = ActionUid(Uid("00000000-0000-7000-8000-000000000001"))
FAULT = ImportProblem(row=3, column="Target", value="31/02/2026", message="There is no such day.")


def _sorted(*rows: TrackerRow, left_out: Sequence[int] = ()) -> SortedRows:
    return sort_rows(rows, MAPPING, Decisions(left_out=frozenset(left_out)))


def _row(number: int, **said: Any) -> TrackerRow:
    return TrackerRow(number=number, **said)


def _messages(found: SortedRows, row: int) -> list[str]:
    return [each.message for each in found.rejected[row]]


def test_a_row_that_says_which_action_it_is_counts():
    found = _sorted(_row(2, reference="1", action_text="Train."))
    assert [(each.row.number, each.words) for each in found.counting] == [(2, "Train.")]
    assert found.rejected == {}


def test_faults_blanks_and_rows_left_out_are_rejected_with_their_reason():
    found = _sorted(
        _row(3, reference="1", faults=(FAULT,)), _row(4), _row(5, reference="2"), left_out=[5]
    )
    assert found.counting == []
    assert found.rejected[3] == (FAULT,)
    assert _messages(found, 4) == ["Nothing in this row says which action it is."]
    assert _messages(found, 5) == ["Left out by the person who imports."]
    assert [row.number for row, _ in found.rows] == [3, 4, 5]


def test_a_row_that_repeats_another_is_rejected_and_the_other_counts():
    found = _sorted(_row(2, reference="1"), _row(3, reference="1"))
    assert [each.row.number for each in found.counting] == [2]
    assert _messages(found, 3) == ["Says the same as row 2, which counts."]


def test_rows_that_differ_under_one_reference_are_all_rejected_until_one_is_left_out():
    rows = [_row(44, reference="1", owner="A"), _row(112, reference="1", owner="B")]
    found = _sorted(*rows)
    expected = "Stands twice in the sheet (rows 44 and 112). Choose which counts."
    assert _messages(found, 44) == _messages(found, 112) == [expected]
    assert found.rejected[44][0].value == "1"
    settled = _sorted(*rows, left_out=[44])
    assert [each.row.number for each in settled.counting] == [112]


def test_a_row_waits_for_its_dates_and_for_its_match():
    row = _row(2, reference="9", waiting=(FAULT,))
    assert why_it_waits(row, Match(UID)) == (FAULT,)
    candidate = Candidate(action=UID, label="041/03.1", text="Train.", likeness=91)
    date_, match = why_it_waits(row, Match(candidates=(candidate,)))
    assert date_ == FAULT
    assert match.message.startswith("May be 041/03.1: 91 % alike.")
    assert (match.row, match.value) == (2, "9")
    assert why_it_waits(_row(2), Match(UID)) == ()


def test_a_new_action_needs_words():
    new = Match(UID, is_new=True)
    assert why_it_cannot_be_new(_row(2, action_text="Train."), new) == ()
    assert why_it_cannot_be_new(_row(2, reference="9"), Match(UID)) == ()
    (problem,) = why_it_cannot_be_new(_row(2, finding_number="9"), new)
    assert problem.value == "9"


def test_an_outcome_carries_what_a_person_should_see():
    remark = ImportProblem(row=2, message="Hidden.")
    row = _row(2, finding_number="7", sub_number="1", action_text="Train.", remarks=(remark,))
    found = outcome_of(row, Fate.REJECTED, None, problems=[FAULT])
    assert (found.row, found.label, found.text) == (2, "No. 7 1", "Train.")
    assert found.problems == (FAULT, remark)
    assert (found.action, found.candidates) == (None, ())
    assert outcome_of(row, Fate.UNCHANGED, Match(UID), name="041/03.1").label == "041/03.1"
    assert outcome_of(_row(9), Fate.REJECTED, None).label == "Row 9"
    assert outcome_of(_row(9, reference="4A"), Fate.REJECTED, None).label == "4A"
