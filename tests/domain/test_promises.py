from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain.identity import ActionUid, TargetChangeUid, Uid, made_uid
from jasp_desktop.domain.promises import promise_line
from jasp_desktop.domain.records import Action, TargetChange

AS_AT = date(2026, 11, 14)
SENSIBLE = st.dates(date(2015, 1, 1), date(2035, 12, 31))


def an_action(**fields):
    fields.setdefault("target", fields.get("original_target"))
    return Action(uid=ActionUid(Uid("a")), text="Train every sergeant", **fields)


def a_move(from_, to, changed_on, **fields):
    return TargetChange(
        uid=TargetChangeUid(made_uid()),
        action=ActionUid(Uid("a")),
        from_=from_,
        to=to,
        changed_on=changed_on,
        **fields,
    )


def the_line(action, moves=(), *, closed_on=None, made_on=date(2025, 12, 22)):
    return promise_line(
        action, moves, made_on=made_on, closed_on=closed_on, is_open=closed_on is None, as_at=AS_AT
    )


def twice_moved():
    action = an_action(
        reference="041/03.1", original_target=date(2026, 3, 31), target=date(2026, 10, 31)
    )
    moves = [
        a_move(date(2026, 6, 30), date(2026, 10, 31), date(2026, 7, 21), reason="Trainers ill"),
        a_move(date(2026, 3, 31), date(2026, 6, 30), date(2026, 3, 12)),
    ]
    return the_line(action, moves)


def test_moves_are_told_in_the_order_they_were_made():
    line = twice_moved()
    assert line.reference == "041/03.1"
    assert [promise.due for promise in line.promises] == [
        date(2026, 3, 31),
        date(2026, 6, 30),
        date(2026, 10, 31),
    ]
    assert line.original == date(2026, 3, 31)
    assert line.current == date(2026, 10, 31)
    assert [move.was_late for move in line.moves] == [False, True]
    assert line.moves[1].reason == "Trainers ill"


def test_the_line_reads_as_words():
    assert [" ".join(row).replace("\u00a0", " ") for row in twice_moved().rows] == [
        "First promised 31 Mar 2026 made 22 Dec 2025",
        "Moved to 30 Jun 2026 on 12 Mar 2026, 19 days before due",
        "Moved to 31 Oct 2026 on 21 Jul 2026, 21 days after due",
    ]


def test_slip_and_overdue_are_days():
    line = twice_moved()
    assert line.slip_days == 214
    assert line.slip_words == "214\u00a0days later than first promised"
    assert line.overdue_days == 14


def test_due_today_is_not_overdue():
    assert the_line(an_action(original_target=AS_AT)).overdue_days == 0
    assert the_line(an_action(original_target=AS_AT - timedelta(1))).overdue_days == 1


def test_a_closed_action_is_never_overdue_and_says_when_it_closed():
    line = the_line(an_action(original_target=date(2026, 1, 31)), closed_on=date(2026, 3, 2))
    assert line.overdue_days == 0
    assert line.rows[-1] == ("Closed 2\u00a0Mar\u00a02026", "30\u00a0days after due")


def test_closure_before_or_on_the_day_says_so():
    kept = an_action(original_target=date(2026, 3, 2))
    early = the_line(kept, closed_on=date(2026, 3, 1)).rows[-1][1]
    assert early == "1\u00a0day before due"
    assert the_line(kept, closed_on=date(2026, 3, 2)).rows[-1][1] == "on the day it fell due"


def test_an_action_without_a_date_promises_nothing():
    line = the_line(an_action(tracker_reference="4A-000001"))
    assert line.reference == "4A-000001"
    assert line.promises == ()
    assert (line.original, line.current, line.slip_days, line.overdue_days) == (None, None, 0, 0)
    assert line.slip_words == ""
    closed = the_line(an_action(), closed_on=date(2026, 3, 1))
    assert closed.reference == ""
    assert closed.rows == (("Closed 1\u00a0Mar\u00a02026", "no date was promised"),)


def test_a_date_taken_away_is_told():
    line = the_line(
        an_action(original_target=date(2026, 3, 31), target=None),
        [a_move(date(2026, 3, 31), None, date(2026, 4, 1))],
    )
    assert line.rows[-1] == ("Date taken away", "on 1\u00a0Apr\u00a02026, 1\u00a0day after due")
    assert line.current is None
    assert line.slip_days == 0


def test_a_move_on_the_day_it_fell_due_was_not_late():
    line = the_line(
        an_action(original_target=date(2026, 3, 31), target=date(2026, 4, 30)),
        [a_move(date(2026, 3, 31), date(2026, 4, 30), date(2026, 3, 31))],
    )
    assert not line.moves[0].was_late
    assert line.rows[-1][1] == "on 31\u00a0Mar\u00a02026, the day it fell due"


def test_unrecorded_days_are_told_as_such():
    line = the_line(
        an_action(original_target=date(2026, 3, 31), target=date(2026, 2, 28)),
        [a_move(date(2026, 3, 31), date(2026, 2, 28), None)],
        made_on=None,
    )
    assert line.rows[0][1] == "day not recorded"
    assert line.rows[1][1] == "day not recorded"
    assert line.moves[0].days_after_due is None
    assert line.slip_words == "31\u00a0days earlier than first promised"


def test_the_original_target_is_found_in_the_first_move_where_it_was_not_kept():
    line = the_line(
        an_action(target=date(2026, 6, 30)),
        [a_move(date(2026, 3, 31), date(2026, 6, 30), date(2026, 3, 1))],
    )
    assert line.original == date(2026, 3, 31)


def test_a_target_that_no_move_explains_is_told_as_an_unrecorded_step():
    line = the_line(an_action(original_target=date(2026, 3, 31), target=date(2026, 6, 30)))
    assert line.current == date(2026, 6, 30)
    assert line.rows[-1] == ("Moved to 30\u00a0Jun\u00a02026", "day not recorded")
    taken_away = the_line(an_action(original_target=date(2026, 3, 31), target=None))
    assert taken_away.rows[-1] == ("Date taken away", "day not recorded")
    assert taken_away.overdue_days == 0


@given(SENSIBLE, st.lists(st.tuples(SENSIBLE, SENSIBLE), max_size=6), SENSIBLE)
def test_every_move_is_kept_and_slip_is_last_less_first(first, steps, as_at):
    steps = sorted(steps, key=lambda step: step[0])
    targets = [first, *(to for _, to in steps)]
    moves = [
        a_move(before, to, on)
        for before, to, on in zip(targets, targets[1:], (on for on, _ in steps), strict=False)
    ]
    action = an_action(original_target=first, target=targets[-1])
    line = promise_line(action, moves, made_on=None, closed_on=None, is_open=True, as_at=as_at)
    assert len(line.moves) == len(moves)
    assert len(line.rows) == len(line.promises)
    assert line.original == first
    assert line.overdue_days == max(0, (as_at - line.current).days)
    assert line.slip_days == (line.current - first).days
    assert all(move.was_late == (move.made_on > move.moved_from) for move in line.moves)
