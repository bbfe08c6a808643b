"""The panel's own tracker: what people owe the panel, what is late, and how an entry ends."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jasp_desktop.domain.dates import days, in_table
from jasp_desktop.domain.records import PanelAction, Question

_NUMBER = re.compile(r"(\d+)\s*$")
_FIGURES = 3


class TrackerFilter(StrEnum):
    """Which entries the tracker's page shows."""

    OPEN = "open"
    OVERDUE = "overdue"
    CLOSED = "closed"
    ALL = "all"

    @property
    def words(self) -> str:
        """Return what the filter's chip says."""
        return self.value.capitalize()


@dataclass(frozen=True, slots=True)
class TrackerEntry:
    """An entry with who owes it, what it came from, and where it was carried to.

    ``asked`` is the question that led to it; the two numbers are those of other entries.
    ``today`` is the day by which it is judged late.
    """

    action: PanelAction
    today: date
    owner: str | None = None
    asked: Question | None = None
    carried_from: str | None = None
    carried_to: str | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether it is still owed."""
        return self.action.closed_on is None

    @property
    def overdue_days(self) -> int:
        """Return how many days ago it fell due; 0 where it did not. Due today is not overdue."""
        due = self.action.due
        if not self.is_open or due is None:
            return 0
        return max(0, (self.today - due).days)

    @property
    def stands(self) -> str:
        """Return where it stands in a few words."""
        action = self.action
        if action.closed_on is not None:
            return f"Closed {in_table(action.closed_on)}"
        if self.overdue_days:
            return f"Overdue {days(self.overdue_days)}"
        return "Open"

    def fits(self, which: TrackerFilter) -> bool:
        """Tell whether a filter lets it through."""
        return {
            TrackerFilter.OPEN: self.is_open,
            TrackerFilter.OVERDUE: self.overdue_days > 0,
            TrackerFilter.CLOSED: not self.is_open,
            TrackerFilter.ALL: True,
        }[which]


def counts(entries: Iterable[TrackerEntry]) -> dict[TrackerFilter, int]:
    """Return how many entries each filter lets through; open and closed make up all."""
    found = list(entries)
    return {which: sum(entry.fits(which) for entry in found) for which in TrackerFilter}


def in_order(entries: Iterable[TrackerEntry]) -> list[TrackerEntry]:
    """Return entries as they are wanted: the longest overdue, then by due date, closed ones last.

    What is closed comes newest first.
    """
    found = list(entries)
    still_open = [entry for entry in found if entry.is_open]
    closed = [entry for entry in found if not entry.is_open]
    still_open.sort(key=lambda each: (each.action.due or date.max, each.action.number))
    closed.sort(key=lambda each: (each.action.closed_on or date.min, each.action.number))
    return [*still_open, *reversed(closed)]


def next_action_number(numbers: Iterable[str]) -> str:
    """Return the number of the next entry, on from the last one: “Action 012”."""
    ends = (found for number in numbers if (found := _NUMBER.search(number)))
    last = max((int(end[1]) for end in ends), default=0)
    return f"Action {last + 1:0{_FIGURES}}"
