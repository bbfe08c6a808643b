"""The sentences of Home."""

from collections.abc import Sequence
from datetime import date

from jasp_desktop.domain.dates import MONTHS, days, in_table, with_weekday
from jasp_desktop.domain.listings import ClosedAction, MeetingLine, MovedTarget
from jasp_desktop.domain.records import AgendaItem
from jasp_desktop.domain.section55 import PERIOD_DAYS, Section55Clock
from jasp_desktop.ui.counting import counted

_NAMED = 3
_NO_BREAK = "\u00a0"


def short_day(day: date) -> str:
    """Return “8 September”: the year goes without saying."""
    return f"{day.day}{_NO_BREAK}{MONTHS[day.month - 1]}"


def until_meeting(held_on: date, today: date) -> str:
    """Return how far away the next meeting is."""
    away = (held_on - today).days
    if away == 0:
        return "Next meeting, today"
    if away == 1:
        return "Next meeting, tomorrow"
    if away < 0:
        return f"Meeting, {days(-away)} ago and not yet recorded as held"
    return f"Next meeting, in {days(away)}"


def meeting_title(line: MeetingLine) -> str:
    """Return “Tuesday 1 December 2026, 10:00”."""
    at = f", {line.meeting.starts_at}" if line.meeting.starts_at else ""
    return f"{with_weekday(line.meeting.held_on)}{at}"


def meeting_remark(line: MeetingLine, inspection: AgendaItem | None) -> str:
    """Return where the meeting is, how open, how long, and where inspections stand on it."""
    parts = [line.meeting.openness.words, counted(line.items, "item")]
    sentences = [", ".join(parts)]
    if line.meeting.venue:
        sentences.insert(0, line.meeting.venue)
    if inspection is not None:
        sentences.append(f"{inspection.title} is item {inspection.number}")
    return ". ".join(sentences) + "."


def moved_words(moved: Sequence[MovedTarget]) -> tuple[str, str]:
    """Return what was moved, and the latest of it by reference."""
    late = sum(each.was_late for each in moved)
    title = f"{counted(len(moved), 'target date')} moved"
    if late:
        title += f", {late} of them after {'it' if len(moved) == 1 else 'they'} had passed"
    named = [
        f"{each.reference} to {in_table(each.to)}" if each.to else f"{each.reference} to no date"
        for each in reversed(moved)
    ]
    return title, "; ".join(named[:_NAMED]) + _rest(named, ";")


def closed_words(closed: Sequence[ClosedAction]) -> tuple[str, str]:
    """Return what the force closed, and which of it without evidence."""
    bare = [each.reference for each in closed if not each.has_evidence]
    title = f"{counted(len(closed), 'action')} closed by the force"
    if not bare:
        return f"{title}, with evidence", ""
    title += f", {len(closed) - len(bare)} with evidence"
    verb = "was" if len(bare) == 1 else "were"
    return title, f"{_listed(bare)} {verb} closed with none recorded"


def clock_words(clock: Section55Clock) -> str:
    """Return where a running clock stands; a verdict only where both ends are known."""
    day = clock.day_words[0].upper() + clock.day_words[1:]
    least, _ = clock.day
    if clock.is_certain and least > PERIOD_DAYS:
        return f"{day}. Comments not seen in this register."
    last = clock.last_day_words[0].upper() + clock.last_day_words[1:]
    return f"{day}. {last}."


def late_words(answer_due: date | None, as_at: date | None) -> tuple[str, bool]:
    """Return how an answer stands, and whether it is late."""
    if answer_due is None or as_at is None:
        return "no date agreed", False
    late = (as_at - answer_due).days
    if late > 0:
        return f"{days(late)} late", True
    return f"due {in_table(answer_due)}", False


def _listed(names: Sequence[str]) -> str:
    """Return “a”, “a and b”, “a, b and c” or “a, b, c and 2 more”."""
    if 1 < len(names) <= _NAMED:
        return f"{', '.join(names[:-1])} and {names[-1]}"
    return ", ".join(names[:_NAMED]) + _rest(names, "")


def _rest(names: Sequence[str], mark: str) -> str:
    left = len(names) - _NAMED
    return f"{mark} and {left:,} more" if left > 0 else ""
