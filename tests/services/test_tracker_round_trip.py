"""What the register writes as a tracker, its own import reads back and finds nothing to change."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.identity import (
    ActionUid,
    EvidenceUid,
    FindingUid,
    ReportUid,
    StatusEventUid,
    TargetChangeUid,
    UpdateUid,
    made_uid,
)
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.records import (
    Action,
    Evidence,
    Finding,
    ImportBatch,
    Panel,
    Record,
    Report,
    StatusEvent,
    Subject,
    TargetChange,
    Update,
)
from jasp_desktop.domain.trackers import Decisions, Fate
from jasp_desktop.domain.vocabulary import (
    EvidenceKind,
    FindingKind,
    ForceStatus,
    HmicfrsPosition,
    Track,
)
from jasp_desktop.services.home_folder import HomeFolder
from jasp_desktop.services.opening import DEMO_NOW, Desk, open_desk

AS_AT = date(2026, 11, 13)
EXAMPLES = 10
"""Each opens a home of its own and reads in a child process."""

DAYS = st.dates(date(2024, 1, 1), AS_AT)
# What a clerk types: words, bullets that look like formulas, Welsh, several lines.
WORDS = st.lists(
    st.sampled_from(
        ["Train", "sergeants", "- first", "=SUM(A1)", "Gŵyr", "“now”", "a\nb", "'quoted'", "100 %"]
    ),
    min_size=1,
    max_size=5,
).map(" ".join)
KINDS = st.sampled_from(
    [FindingKind.RECOMMENDATION, FindingKind.AREA_FOR_IMPROVEMENT, FindingKind.CAUSE_OF_CONCERN]
)


@pytest.mark.parametrize("name", ["tracker.xlsx", "tracker.csv"])
def test_the_samples_come_back_as_they_went_out(demo_desk: Desk, tmp_path: Path, name: str):
    output = tmp_path / name
    demo_desk.exports.tracker(output, Silent())
    plan = demo_desk.imports.propose(output, Silent(), as_at=AS_AT)
    rows = plan.proposal.rows
    assert rows.read == 60
    assert (rows.added, rows.changed, rows.rejected) == (0, 0, 0), plan.proposal.problems
    # That the tracker said the same on another day is all that there is to record.
    assert [type(change.after) for change in plan.act.changes] == [ImportBatch]


@st.composite
def an_action(draw, number: int, report: Report) -> list[Record]:
    """Return an action with its finding and everything of which a tracker shows the latest."""
    finding = Finding(
        uid=FindingUid(made_uid()),
        report=report.uid,
        kind=draw(KINDS),
        number=str(number),
        text=f"Recommendation {number}: {draw(WORDS)}",
        position=number,
    )
    original = draw(st.none() | DAYS)
    action = Action(
        uid=ActionUid(made_uid()),
        findings=(finding.uid,),
        tracker_reference=f"4A-{number:04}",
        text=draw(WORDS),
        executive_lead=draw(st.none() | WORDS),
        owner=draw(st.none() | WORDS),
        original_target=original,
        target=original and original + timedelta(days=draw(st.integers(0, 400))),
        rag_as_reported=draw(st.sampled_from([None, "Red", "Amber", "Green"])),
        risk=draw(st.sampled_from([None, "High", "Low"])),
        evidence_test=draw(st.none() | WORDS),
    )
    return [finding, action, *_history(draw, action)]


def _history(draw: Callable, action: Action) -> list[Record]:
    subject = Subject("action", action.uid)
    events = [
        StatusEvent(
            uid=StatusEventUid(made_uid()),
            subject=subject,
            track=Track.FORCE,
            date=day,
            status=draw(st.sampled_from(list(ForceStatus))).value,
        )
        for day in draw(st.lists(DAYS, max_size=3, unique=True))
    ]
    events += [
        StatusEvent(
            uid=StatusEventUid(made_uid()),
            subject=subject,
            track=Track.HMICFRS,
            date=day,
            status=draw(st.sampled_from(list(HmicfrsPosition))).value,
        )
        for day in draw(st.lists(DAYS, max_size=1))
    ]
    updates = [
        Update(uid=UpdateUid(made_uid()), action=action.uid, as_at=day, text=draw(WORDS))
        for day in draw(st.lists(DAYS, max_size=3, unique=True))
    ]
    evidence = [
        Evidence(
            uid=EvidenceUid(made_uid()),
            action=action.uid,
            title=draw(WORDS),
            kind=EvidenceKind.OTHER,
            dated=day,
        )
        for day in draw(st.lists(DAYS, max_size=2, unique=True))
    ]
    return [*events, *updates, *evidence, *_moves(action)]


def _moves(action: Action) -> list[Record]:
    if action.target == action.original_target:
        return []
    move = TargetChange(
        uid=TargetChangeUid(made_uid()),
        action=action.uid,
        from_=action.original_target,
        to=action.target,
        changed_on=AS_AT,
        reason="Training days were cancelled.",
    )
    return [move]


@st.composite
def registers(draw) -> list[Record]:
    report = Report(
        uid=ReportUid(made_uid()), title="An invented report", published=draw(st.none() | DAYS)
    )
    records: list[Record] = [report]
    for number in range(1, draw(st.integers(2, 5)) + 1):
        records += draw(an_action(number, report))
    return records


@settings(max_examples=EXAMPLES)
@given(records=registers())
def test_any_register_comes_back_from_a_workbook(
    records: list[Record], tmp_path_factory: pytest.TempPathFactory
):
    check_round_trip(records, tmp_path_factory.mktemp("home"), ".xlsx")


@settings(max_examples=EXAMPLES)
@given(records=registers())
def test_any_register_comes_back_from_csv(
    records: list[Record], tmp_path_factory: pytest.TempPathFactory
):
    check_round_trip(records, tmp_path_factory.mktemp("home"), ".csv")


def check_round_trip(records: list[Record], folder: Path, suffix: str) -> None:
    """Fill a register, export its tracker and read that: nothing is rejected, nothing changes.

    The row of the headings is named, as a person does: of so few rows it cannot be told.
    """
    desk = open_desk(HomeFolder(folder), lambda: DEMO_NOW, Silent())
    try:
        panel = Panel(name="A panel", force="A force", as_at=AS_AT)
        changes = tuple(Change[Record](None, record) for record in records)
        desk.register.carry_out(Act("Fill", changes, Change(None, panel)))
        output = folder / f"tracker{suffix}"
        desk.exports.tracker(output, Silent())
        with desk.trackers.look(output, Silent()) as file:
            mapping = desk.trackers.suggest(file, header_row=1).mapping
            plan = desk.trackers.plan(file, mapping, Decisions(), AS_AT, Silent())
        fates = {outcome.fate for outcome in plan.outcomes}
        assert fates == {Fate.UNCHANGED}, [each.problems for each in plan.outcomes]
        assert plan.act.changes == ()
    finally:
        desk.close()
