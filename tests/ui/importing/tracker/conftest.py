"""A plan with a row of every fate, and the appearance of the window."""

from datetime import date

import pytest

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.identity import ActionUid, PersonUid
from jasp_desktop.domain.imports import ImportProblem, MissingRow
from jasp_desktop.domain.records import Person
from jasp_desktop.domain.trackers import (
    Candidate,
    ColumnUse,
    Fate,
    FieldChange,
    RowOutcome,
    TrackerField,
    TrackerMapping,
    TrackerPlan,
)
from jasp_desktop.domain.vocabulary import PersonKind

MAPPING = TrackerMapping(
    name="4ACTION 2026",
    tracker="4ACTION",
    sheet="Tracker",
    header_row=1,
    columns=(
        ColumnUse(column=0, heading="Ref", field=TrackerField.REFERENCE),
        ColumnUse(column=4, heading="Target date", field=TrackerField.TARGET),
    ),
)
MOVED = FieldChange(name="target", before=date(2026, 6, 30), after=date(2026, 10, 31))
FAULT = ImportProblem(
    row=57, column="Target date", value="31/02/2026", message="February has no 31st day."
)
TWICE = ImportProblem(row=58, message="This reference stands twice in the sheet.")
ALIKE = tuple(
    Candidate(action=ActionUid(label), label=label, text=f"Words of {label}", likeness=likeness)
    for label, likeness in (("041/03.1", 91), ("041/04.2", 84))
)


def outcome(row, fate, **more):
    return RowOutcome(row=row, fate=fate, label=f"041/{row}", text="Words of it", **more)


def plan_of(*outcomes, missing=()):
    added = Change(None, Person(uid=PersonUid("p"), name="Of it", kind=PersonKind.OFFICER))
    return TrackerPlan(
        file="4ACTION November.xlsx",
        sha256="0" * 64,
        mapping=MAPPING,
        as_at=date(2026, 11, 1),
        outcomes=outcomes,
        missing=missing,
        act=Act("Import", (added,)),
        waiting=sum(each.fate is Fate.WAITING for each in outcomes),
    )


@pytest.fixture
def plan():
    return plan_of(
        outcome(2, Fate.UNCHANGED),
        outcome(3, Fate.CHANGED, changes=(MOVED,)),
        outcome(4, Fate.ADDED),
        outcome(57, Fate.REJECTED, problems=(FAULT,)),
        outcome(58, Fate.REJECTED, problems=(TWICE,)),
        outcome(60, Fate.WAITING, candidates=ALIKE),
        missing=(MissingRow(uid="uid", label="036/A1.2"),),
    )
