"""The panel's own tracker: what is late, what a filter lets through, and the next number."""

from datetime import date

import pytest

from jasp_desktop.domain.identity import PanelActionUid, Uid
from jasp_desktop.domain.panel_tracker import (
    TrackerEntry,
    TrackerFilter,
    counts,
    in_order,
    next_action_number,
)
from jasp_desktop.domain.records import PanelAction

TODAY = date(2026, 11, 13)


def entry(number: int, due: date | None = None, closed: date | None = None) -> TrackerEntry:
    action = PanelAction(
        uid=PanelActionUid(Uid(str(number))),
        number=f"Action {number:03}",
        text="Do it.",
        due=due,
        closed_on=closed,
    )
    return TrackerEntry(action=action, today=TODAY)


LATE, OLDER = entry(1, date(2026, 11, 6)), entry(2, date(2026, 10, 30))
DUE_TODAY, UNDATED = entry(3, TODAY), entry(4)
CLOSED, CLOSED_LATER = entry(5, date(2026, 1, 1), date(2026, 2, 1)), entry(6, None, TODAY)
ALL = [CLOSED, UNDATED, LATE, DUE_TODAY, CLOSED_LATER, OLDER]


def test_due_today_is_not_overdue_and_closed_never_is():
    assert [each.overdue_days for each in (LATE, DUE_TODAY, UNDATED, CLOSED)] == [7, 0, 0, 0]
    words = [each.stands.replace("\u00a0", " ") for each in (LATE, DUE_TODAY, CLOSED)]
    assert words == ["Overdue 7 days", "Open", "Closed 1 Feb 2026"]


def test_open_and_closed_make_up_all():
    found = counts(ALL)
    assert found == {
        TrackerFilter.OPEN: 4,
        TrackerFilter.OVERDUE: 2,
        TrackerFilter.CLOSED: 2,
        TrackerFilter.ALL: 6,
    }
    assert [which.words for which in TrackerFilter] == ["Open", "Overdue", "Closed", "All"]


def test_what_is_longest_overdue_comes_first_and_what_is_closed_last():
    assert in_order(iter(ALL)) == [OLDER, LATE, DUE_TODAY, UNDATED, CLOSED_LATER, CLOSED]


@pytest.mark.parametrize(
    ("numbers", "following"),
    [
        ([], "Action 001"),
        (["Action 011", "Action 002"], "Action 012"),
        (["7", "an old one"], "Action 008"),
        (["Action 999"], "Action 1000"),
    ],
)
def test_numbers_go_on_from_the_last(numbers: list[str], following: str):
    assert next_action_number(numbers) == following
