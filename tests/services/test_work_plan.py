"""The work plan: entries under their meetings, moved, renamed, and put on an agenda."""

from datetime import date

import pytest

from jasp_desktop.domain.errors import InvalidInput
from jasp_desktop.services.opening import Desk
from jasp_desktop.services.work_plan import PlannedMeeting, plan_sheet


def test_coming_meetings_come_first_then_what_waits_then_what_is_over(demo_desk: Desk):
    plan = demo_desk.work_plan.plan()
    days = [each.meeting.held_on if each.meeting else None for each in plan]
    assert days[:2] == [date(2026, 12, 1), None]
    assert days[2:] == sorted(days[2:], reverse=True)
    assert [each.is_coming for each in plan[:3]] == [True, False, False]
    assert len(plan[0].entries) == len(plan[1].entries) == 4


def test_an_entry_knows_the_item_that_goes_by_its_title(demo_desk: Desk):
    found = {each.entry.title: each.item for each in demo_desk.work_plan.plan()[0].entries}
    item = found["External audit: appointment for 2027/28"]
    assert item is not None
    assert item.number == "6"
    assert found["Custody: first report"] is None


def waiting(desk: Desk) -> PlannedMeeting:
    return next(each for each in desk.work_plan.plan() if each.meeting is None)


def test_entries_are_added_moved_renamed_and_taken_out(demo_desk: Desk):
    plan = demo_desk.work_plan
    added = plan.added("  Fleet:  a first paper", None)
    demo_desk.register.carry_out(added)
    entry = next(
        each.entry for each in waiting(demo_desk).entries if each.entry.title.startswith("Fleet")
    )
    december = plan.plan()[0].meeting
    assert december is not None
    demo_desk.register.carry_out(plan.moved(entry, december.uid))
    moved = next(e.entry for e in plan.plan()[0].entries if e.entry.uid == entry.uid)
    demo_desk.register.carry_out(plan.renamed(moved, "Fleet"))
    renamed = next(e.entry for e in plan.plan()[0].entries if e.entry.uid == entry.uid)
    assert (renamed.title, renamed.meeting) == ("Fleet", december.uid)
    demo_desk.register.carry_out(plan.removed(renamed))
    assert len(plan.plan()[0].entries) == 4
    for attempt in (lambda: plan.added(" ", None), lambda: plan.renamed(renamed, "")):
        with pytest.raises(InvalidInput, match="Write what"):
            attempt()


def test_the_table_has_a_line_for_each_entry(demo_desk: Desk):
    plan = demo_desk.work_plan.plan()
    lines = list(plan_sheet(plan).lines)
    assert len(lines) == sum(len(each.entries) for each in plan)
    assert lines[0][1] == date(2026, 12, 1)
    assert ("No meeting yet", None) in [(line[2], line[3]) for line in lines]
