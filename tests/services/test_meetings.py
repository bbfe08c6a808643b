"""Building a meeting: every step is an act that can be taken back."""

from datetime import date

import pytest

from jasp_desktop.domain.changes import Act
from jasp_desktop.domain.errors import InvalidInput, UserError
from jasp_desktop.domain.identity import AgendaItemUid
from jasp_desktop.domain.meeting_people import declarations_of, is_on_panel
from jasp_desktop.domain.records import AgendaItem, Meeting, Record
from jasp_desktop.domain.vocabulary import Attended, Marking, MeetingStatus
from jasp_desktop.services.opening import Desk
from tests.whole_dumps import register_dump

DAY = date(2026, 12, 1)


@pytest.fixture
def meeting(demo_desk: Desk) -> Meeting:
    found = demo_desk.meetings.next_planned(date(2026, 11, 13))
    assert found is not None
    return found


def titles(desk: Desk, meeting: Meeting) -> list[tuple[str, str]]:
    return [(item.number, item.title) for item in desk.meetings.agenda(meeting.uid)]


def item_of(desk: Desk, meeting: Meeting, number: str) -> AgendaItem:
    return next(each for each in desk.meetings.agenda(meeting.uid) if each.number == number)


def done_and_undone(desk: Desk, act: Act[Record] | None) -> None:
    """Carry an act out and take it back: the register is what it was, byte for byte."""
    assert act is not None
    before = register_dump(desk._databases[0])
    desk.register.carry_out(act)
    assert register_dump(desk._databases[0]) != before
    desk.register.carry_out(act.inverse)
    assert register_dump(desk._databases[0]) == before


def test_a_new_item_comes_last_with_the_panels_marking(demo_desk: Desk, meeting: Meeting):
    act = demo_desk.meetings.added_item(meeting.uid, "  Estates:  a first paper ")
    done_and_undone(demo_desk, act)
    demo_desk.register.carry_out(act)
    last = demo_desk.meetings.agenda(meeting.uid)[-1]
    assert (last.number, last.title) == ("10", "Estates: a first paper")
    assert last.marking is Marking.OFFICIAL
    with pytest.raises(InvalidInput, match="Write what the item is about"):
        demo_desk.meetings.added_item(meeting.uid, " ")


def test_items_move_by_a_step_and_by_being_dropped(demo_desk: Desk, meeting: Meeting):
    meetings = demo_desk.meetings
    seven = item_of(demo_desk, meeting, "7")
    act = meetings.stepped_item(seven, -1)
    done_and_undone(demo_desk, act)
    assert act is not None
    demo_desk.register.carry_out(act)
    assert item_of(demo_desk, meeting, "6").title == "Audit and Inspection"
    assert item_of(demo_desk, meeting, "6.4").title.startswith("Learning from a report")
    assert meetings.stepped_item(item_of(demo_desk, meeting, "1"), -1) is None
    dropped = meetings.dropped_item(item_of(demo_desk, meeting, "9"), None)
    done_and_undone(demo_desk, dropped)
    same = item_of(demo_desk, meeting, "9")
    assert meetings.dropped_item(same, AgendaItemUid(same.uid)) is None


def test_what_is_removed_closes_up_until_the_papers_are_out(demo_desk: Desk, meeting: Meeting):
    meetings = demo_desk.meetings
    gone = item_of(demo_desk, meeting, "5")
    done_and_undone(demo_desk, meetings.removed_item(gone))
    demo_desk.register.carry_out(meetings.removed_item(gone))
    assert item_of(demo_desk, meeting, "5").title.startswith("External audit")
    sent = meetings.sent_papers(meeting, date(2026, 11, 23))
    demo_desk.register.carry_out(sent)
    demo_desk.register.carry_out(meetings.removed_item(item_of(demo_desk, meeting, "3")))
    assert "3" not in [number for number, _ in titles(demo_desk, meeting)]
    act = meetings.numbered_agenda(meeting.uid)
    done_and_undone(demo_desk, act)
    assert act is not None
    demo_desk.register.carry_out(act)
    assert meetings.numbered_agenda(meeting.uid) is None


def test_papers_cannot_have_gone_out_after_the_meeting(demo_desk: Desk, meeting: Meeting):
    done_and_undone(demo_desk, demo_desk.meetings.sent_papers(meeting, date(2026, 11, 23)))
    with pytest.raises(InvalidInput):
        demo_desk.meetings.sent_papers(meeting, date(2026, 12, 2))


def test_a_meeting_is_held_on_its_day_or_later(demo_desk: Desk, meeting: Meeting):
    meetings = demo_desk.meetings
    with pytest.raises(UserError, match="still to come"):
        meetings.with_status(meeting, MeetingStatus.HELD, date(2026, 11, 30))
    held = meetings.with_status(meeting, MeetingStatus.HELD, DAY)
    done_and_undone(demo_desk, held)
    demo_desk.register.carry_out(held)
    assert meetings.next_planned(date(2026, 11, 13)) is None
    again = meetings.with_status(meetings.meeting(meeting.uid), MeetingStatus.PLANNED, DAY)
    assert again.words == "Plan meeting again"


def test_attendance_is_one_act_a_person_or_one_for_the_rest(demo_desk: Desk, meeting: Meeting):
    meetings = demo_desk.meetings
    chair = meetings.expected(meeting)[0]
    act = meetings.with_attendance(meeting, chair.uid, Attended.APOLOGIES)
    done_and_undone(demo_desk, act)
    demo_desk.register.carry_out(act)
    current = meetings.meeting(meeting.uid)
    rest = meetings.all_present(current)
    assert rest is not None
    demo_desk.register.carry_out(rest)
    current = meetings.meeting(meeting.uid)
    assert meetings.all_present(current) is None
    assert len(current.attendance) == len(meetings.expected(current))
    assert current.attendance[0].attended is Attended.APOLOGIES
    assert is_on_panel(chair)


def test_declarations_are_kept_with_their_item(demo_desk: Desk, meeting: Meeting):
    meetings = demo_desk.meetings
    item = item_of(demo_desk, meeting, "2")
    nobody = meetings.none_declared(item)
    done_and_undone(demo_desk, nobody)
    act = meetings.declared(item, "Ieuan Llŷr", "governor of a school named under item 7.1")
    done_and_undone(demo_desk, act)
    demo_desk.register.carry_out(act)
    item = item_of(demo_desk, meeting, "2")
    (made,) = declarations_of(item) or ()
    demo_desk.register.carry_out(meetings.undeclared(item, made))
    assert declarations_of(item_of(demo_desk, meeting, "2")) is None
    with pytest.raises(InvalidInput, match="Choose who"):
        meetings.declared(item, "", "something")


def test_a_meeting_that_is_gone_is_told(demo_desk: Desk, meeting: Meeting):
    demo_desk.register.carry_out(demo_desk.joining.removal(meeting).act)
    with pytest.raises(UserError, match="not on the register any more"):
        demo_desk.meetings.meeting(meeting.uid)
