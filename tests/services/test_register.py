"""The register's acts: planning, agendas, naming, and taking them back."""

from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.dates import papers_due
from jasp_desktop.domain.errors import InvalidInput
from jasp_desktop.domain.identity import MeetingUid
from jasp_desktop.domain.listings import FindingQuery
from jasp_desktop.domain.records import Meeting, Panel, Record, Subject
from jasp_desktop.domain.vocabulary import Marking, MeetingStatus, Openness
from jasp_desktop.services.meetings import (
    STANDING_ITEM,
    new_meeting,
    put_on_agenda,
    take_off_agenda,
)
from jasp_desktop.services.opening import Desk
from jasp_desktop.store.connections import StoreError
from jasp_desktop.store.database import Database
from tests.sample_records import uid_of
from tests.whole_dumps import register_dump


def _dump(desk: Desk) -> str:
    with closing(Database(desk.home.register)) as database:
        return register_dump(database)


def _planned(desk: Desk) -> Act[Record]:
    panel = desk.register.panel()
    assert panel is not None
    meeting = Meeting(uid=MeetingUid(uid_of("meeting", 1)), held_on=date(2027, 3, 2), venue="Hall")
    return new_meeting(panel, meeting)


def test_meeting_is_planned_with_its_standing_items(demo_desk: Desk):
    before = _dump(demo_desk)
    act = _planned(demo_desk)
    demo_desk.register.carry_out(act)
    meeting = demo_desk.register.meeting(MeetingUid(uid_of("meeting", 1)))
    panel = demo_desk.register.panel()
    assert meeting is not None
    assert panel is not None
    assert meeting.status is MeetingStatus.PLANNED
    assert meeting.paper_deadline == papers_due(
        date(2027, 3, 2), panel.paper_lead_days, frozenset(panel.bank_holidays)
    )
    agenda = demo_desk.register.agenda(meeting.uid)
    assert [item.number for item in agenda] == ["1", "2", "3", "4", "5", "6"]
    assert agenda[0].title.startswith("Apologies")
    assert agenda[4].title == STANDING_ITEM
    assert agenda[-1].title.startswith("Work plan")
    assert {item.openness for item in agenda} == {Openness.PUBLIC}
    assert {item.marking for item in agenda} == {panel.default_marking}
    demo_desk.register.carry_out(act.inverse)
    assert _dump(demo_desk) == before


def test_finding_goes_on_an_agenda_with_its_report_and_comes_off(demo_desk: Desk):
    demo_desk.register.carry_out(_planned(demo_desk))
    item = demo_desk.register.agenda(MeetingUid(uid_of("meeting", 1)))[4]
    lines = demo_desk.register.finding_lines(demo_desk.register.finding_ids(FindingQuery()))
    first, second = demo_desk.register.findings([lines[0].uid, lines[1].uid])
    before = _dump(demo_desk)
    act = put_on_agenda(item, first)
    demo_desk.register.carry_out(act)
    (filled,) = [i for i in demo_desk.register.agenda(item.meeting) if i.uid == item.uid]
    assert (filled.findings, filled.reports) == ((first.uid,), (first.report,))
    both = put_on_agenda(filled, replace(second, report=first.report)).changes[0].after
    assert both is not None
    assert both.reports == (first.report,)  # type: ignore[union-attr]
    with pytest.raises(InvalidInput, match="on that item already"):
        put_on_agenda(filled, first)
    demo_desk.register.carry_out(take_off_agenda(filled, first.uid))
    (emptied,) = [i for i in demo_desk.register.agenda(item.meeting) if i.uid == item.uid]
    assert (emptied.findings, emptied.reports) == ((), (first.report,))
    demo_desk.register.carry_out(take_off_agenda(filled, first.uid).inverse)
    demo_desk.register.carry_out(act.inverse)
    assert _dump(demo_desk) == before


def test_meeting_with_items_cannot_go_alone(demo_desk: Desk):
    before = _dump(demo_desk)
    meeting = demo_desk.register.meetings()[0].meeting
    with pytest.raises(StoreError, match="still refers"):
        demo_desk.register.carry_out(Act("Remove", (Change[Record](meeting, None),)))
    assert _dump(demo_desk) == before


def test_panel_is_named_and_unnamed(empty_desk: Desk):
    panel = Panel(name="Panel (invented)", force="Force (invented)")
    act = empty_desk.register.named(panel)
    empty_desk.register.carry_out(act)
    assert empty_desk.register.panel() == panel
    assert not empty_desk.register.is_empty()
    renamed = replace(panel, default_marking=Marking.NONE, bank_holidays=(date(2026, 12, 25),))
    again = empty_desk.register.named(renamed)
    empty_desk.register.carry_out(again)
    assert empty_desk.register.panel() == renamed
    empty_desk.register.carry_out(again.inverse)
    empty_desk.register.carry_out(act.inverse)
    assert empty_desk.register.is_empty()


@pytest.mark.parametrize(
    ("panel", "field"),
    [(Panel(name=" ", force="F"), "name"), (Panel(name="P", force=""), "force")],
)
def test_panel_without_a_name_or_force_is_refused(empty_desk: Desk, panel: Panel, field: str):
    with pytest.raises(InvalidInput) as caught:
        empty_desk.register.named(panel)
    assert caught.value.field == field


def test_records_are_found_by_uid(demo_desk: Desk):
    line = demo_desk.register.reports()[0]
    assert demo_desk.register.report(line.report.uid) == line.report
    assert len(demo_desk.register.responses(line.report)) == line.responses
    meeting = demo_desk.register.meetings()[-1].meeting
    people = [each.person for each in meeting.attendance]
    assert [person.uid for person in demo_desk.register.people(people)] == people
    assert demo_desk.register.report(uid_of("report", 9)) is None  # type: ignore[arg-type]
    assert demo_desk.register.meeting(MeetingUid(uid_of("meeting", 9))) is None


def test_subjects_that_the_register_does_not_hold_are_told(demo_desk: Desk):
    held = Subject("report", demo_desk.register.reports()[0].report.uid)
    lost = Subject("finding", held.uid)
    unknown = Subject("shelf", held.uid)
    assert demo_desk.register.absent([held, lost, unknown]) == {lost, unknown}
