"""The sums of what is open."""

from dataclasses import replace
from datetime import date

from jasp_desktop.domain.change_totals import totals
from tests.domain.change_parts import (
    ACTION,
    FINDING,
    ON_FINDING,
    REPORT,
    event,
    state,
    uid,
)

DAY = date(2026, 7, 21)
OTHERS = [
    replace(ACTION, uid=uid(100 + number), reference=f"041/0{number}.1", findings=())
    for number in range(4)
]


def closed(action, number, day=DAY):
    word = event(number, "closed_by_force", day)
    return replace(word, subject=replace(word.subject, uid=action.uid))


def counts(tally):
    return [
        len(part)
        for part in (
            tally.open_then,
            tally.added_open,
            tally.reopened,
            tally.closed,
            tally.removed,
            tally.open_now,
        )
    ]


def test_what_was_open_with_what_came_and_without_what_went_is_open_now():
    stays, ends, goes, comes = OTHERS
    again = replace(ACTION, uid=uid(110), findings=())
    was = closed(again, 200, date(2026, 5, 1))
    opened = replace(was, uid=uid(201), status="in_progress", date=DAY)
    since = state(stays, ends, goes, again, was)
    until = state(stays, ends, comes, again, was, opened, closed(ends, 202))
    found = totals(since, until)
    assert counts(found.actions) == [3, 1, 1, 1, 1, 3]
    assert found.reconcile
    assert found.actions.words == (
        "3 open then + 1 new + 1 opened again − 1 closed − 1 removed = 3 open now"
    )
    assert not replace(found.actions, closed=()).reconciles


def test_a_record_that_comes_closed_is_not_counted():
    found = totals(state(), state(OTHERS[0], closed(OTHERS[0], 200)))
    assert counts(found.actions) == [0, 0, 0, 0, 0, 0]


def test_a_finding_stands_as_the_force_says_else_as_its_least_advanced_action():
    one = replace(ACTION, uid=uid(120))
    both = (REPORT, FINDING, ACTION, one)
    ended = (closed(ACTION, 200), closed(one, 201))
    strange = replace(closed(one, 201), status="a_word_of_a_later_program")
    own = event(202, "closed_by_force", DAY, subject=ON_FINDING)
    for records, is_open in (
        (both, True),
        ((*both, ended[0]), False),
        ((*both, *ended), False),
        ((*both, ended[0], strange), True),
        ((*both, own), False),
        ((*both, *ended, replace(own, status="in_progress")), True),
    ):
        assert (totals(state(), state(*records)).findings.open_now == (FINDING.uid,)) is is_open


def test_the_latest_word_counts_whatever_order_they_were_read_in():
    early, late = closed(ACTION, 200, date(2026, 5, 1)), event(201, "delayed", DAY)
    inspectors = replace(late, uid=uid(202), track="hmicfrs", date=date(2026, 8, 1), status="open")
    for events in ((early, late, inspectors), (inspectors, late, early)):
        assert totals(state(), state(ACTION, *events)).actions.open_now == (ACTION.uid,)
