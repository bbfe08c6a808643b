"""The panel's tracker: adding under the next number, closing, carrying on, and its table."""

from datetime import date

import pytest

from jasp_desktop.domain.errors import InvalidInput
from jasp_desktop.domain.panel_tracker import TrackerEntry
from jasp_desktop.services.opening import Desk
from jasp_desktop.services.panel_tracker import tracker_sheet

TODAY = date(2026, 11, 13)


def entry(desk: Desk, number: str) -> TrackerEntry:
    return next(
        each for each in desk.panel_tracker.entries() if each.action.number == f"Action {number}"
    )


def test_entries_come_with_who_owes_them_and_where_they_came_from(demo_desk: Desk):
    numbers = [each.action.number for each in demo_desk.panel_tracker.entries()]
    assert numbers[:3] == ["Action 004", "Action 007", "Action 006"]
    assert (entry(demo_desk, "004").overdue_days, entry(demo_desk, "007").overdue_days) == (14, 7)
    carried = entry(demo_desk, "006")
    assert (carried.carried_from, carried.owner) == ("Action 002", "Joanna Feversham")
    assert entry(demo_desk, "002").carried_to == "Action 006"
    assert carried.asked is not None


def test_an_entry_is_added_under_the_next_number(demo_desk: Desk):
    owner = demo_desk.panel_tracker.owners()[0]
    act = demo_desk.panel_tracker.added(" Bring a paper. ", owner=owner.uid, due=TODAY)
    assert act.words == "Add Action 012"
    demo_desk.register.carry_out(act)
    added = entry(demo_desk, "012")
    assert (added.action.text, added.owner) == ("Bring a paper.", owner.name)
    assert demo_desk.panel_tracker.next_number() == "Action 013"
    with pytest.raises(InvalidInput, match="what is to be done"):
        demo_desk.panel_tracker.added("  ")


def test_closing_asks_for_the_outcome_and_can_be_undone(demo_desk: Desk):
    tracker = demo_desk.panel_tracker
    action = entry(demo_desk, "004").action
    with pytest.raises(InvalidInput, match="what came of it") as refused:
        tracker.closed(action, " ", TODAY)
    assert refused.value.field == "outcome"
    act = tracker.closed(action, "A second holder is named for each.", TODAY)
    demo_desk.register.carry_out(act)
    closed = entry(demo_desk, "004")
    assert not closed.is_open
    with pytest.raises(InvalidInput, match="closed already"):
        tracker.closed(closed.action, "Again", TODAY)
    with pytest.raises(InvalidInput, match="closed already"):
        tracker.carried(closed.action, None, TODAY)
    demo_desk.register.carry_out(tracker.opened_again(closed.action))
    again = entry(demo_desk, "004")
    assert again.is_open
    assert again.action.outcome == "A second holder is named for each."


def test_carrying_on_closes_the_old_entry_and_says_where_it_went(demo_desk: Desk):
    tracker = demo_desk.panel_tracker
    before = entry(demo_desk, "007")
    act = tracker.carried(before.action, date(2027, 1, 15), TODAY)
    assert act.words == "Carry Action 007 on as Action 012"
    demo_desk.register.carry_out(act)
    old, new = entry(demo_desk, "007"), entry(demo_desk, "012")
    assert old.action.outcome == "Not done. Carried forward as Action 012."
    assert (old.carried_to, new.carried_from) == ("Action 012", "Action 007")
    assert (new.action.text, new.owner) == (before.action.text, before.owner)
    demo_desk.register.carry_out(act.inverse)
    assert entry(demo_desk, "007") == before
    noted = tracker.closed(before.action, "Half is done.", TODAY)
    half = noted.changes[0].after
    assert half is not None
    demo_desk.register.carry_out(noted)
    demo_desk.register.carry_out(tracker.opened_again(entry(demo_desk, "007").action))
    demo_desk.register.carry_out(tracker.carried(entry(demo_desk, "007").action, None, TODAY))
    assert (entry(demo_desk, "007").action.outcome or "").startswith("Half is done.\nNot done.")


def test_the_table_holds_every_entry_that_is_shown(demo_desk: Desk):
    entries = demo_desk.panel_tracker.entries()
    table = tracker_sheet(entries)
    lines = list(table.lines)
    assert len(lines) == len(entries)
    assert lines[0][:2] == ("Action 004", entries[0].action.text)
    assert lines[0][4] == 14
