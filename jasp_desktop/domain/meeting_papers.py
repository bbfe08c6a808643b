"""When a meeting's papers go out, how many clear working days that leaves, and what is late."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, timedelta

from jasp_desktop.domain.dates import days, in_words, is_working_day, papers_due, with_weekday
from jasp_desktop.domain.records import Meeting, Panel
from jasp_desktop.domain.vocabulary import MeetingStatus

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Papers:
    """What is to be said of a meeting's papers.

    ``due`` is when they go out and why, ``holidays`` the bank holidays that do not count,
    ``sent`` when they went; ``warnings`` ask for a look.
    """

    due: str
    holidays: str = ""
    sent: str = ""
    warnings: tuple[str, ...] = ()


def clear_days_between(sent: date, held_on: date, bank_holidays: Container[date]) -> int:
    """Return how many working days lie between two days; neither of the two counts."""
    count, day = 0, sent + _ONE_DAY
    while day < held_on:
        count += is_working_day(day, bank_holidays)
        day += _ONE_DAY
    return count


def clear_words(count: int) -> str:
    """Return “5 clear working days”."""
    return f"{count:,} clear working {'day' if count == 1 else 'days'}"


def papers_of(meeting: Meeting, panel: Panel, today: date) -> Papers:
    """Return what is to be said of a meeting's papers on a day."""
    due = meeting.paper_deadline
    is_planned = meeting.status is MeetingStatus.PLANNED
    if due is None:
        words = "No day is set for the papers."
    else:
        clear = clear_days_between(due, meeting.held_on, panel.bank_holidays)
        verb = "are" if is_planned and meeting.despatched_on is None else "were"
        words = f"Papers {verb} due {with_weekday(due)}; {clear_words(clear)}."
    return Papers(
        due=words,
        holidays=_holidays(meeting, panel),
        sent=_sent(meeting, is_planned=is_planned),
        warnings=tuple(_warnings(meeting, panel, today)),
    )


def _holidays(meeting: Meeting, panel: Panel) -> str:
    due = meeting.paper_deadline
    if due is None:
        return ""
    between = [day for day in sorted(panel.bank_holidays) if due < day < meeting.held_on]
    if not between:
        return ""
    named = " and ".join(with_weekday(day) for day in between)
    return f"Not counted, as bank holidays: {named}."


def _sent(meeting: Meeting, *, is_planned: bool) -> str:
    if meeting.despatched_on is not None:
        return f"Sent on {with_weekday(meeting.despatched_on)}."
    return "Not sent yet." if is_planned else ""


def _warnings(meeting: Meeting, panel: Panel, today: date) -> list[str]:
    if meeting.status is MeetingStatus.CANCELLED:
        return []
    said = []
    due, sent = meeting.paper_deadline, meeting.despatched_on
    by_rule = papers_due(meeting.held_on, panel.paper_lead_days, frozenset(panel.bank_holidays))
    if sent is None and meeting.status is MeetingStatus.PLANNED:
        said += _not_sent(meeting, panel, due or by_rule, today)
    if due is not None and sent is not None and sent > due:
        said.append(
            f"They went out {days((sent - due).days)} late, with {_left(sent, meeting, panel)}."
        )
    if due is not None and due != by_rule:
        asked = clear_words(panel.paper_lead_days)
        said.append(f"By the panel’s {asked} they would be due {with_weekday(by_rule)}.")
    if meeting.held_on.year not in {day.year for day in panel.bank_holidays}:
        said.append(
            f"No bank holiday of {meeting.held_on.year} is listed, so none is counted. "
            "The list is in Settings."
        )
    return said


def _not_sent(meeting: Meeting, panel: Panel, due: date, today: date) -> list[str]:
    if today < due:
        return []
    if today >= meeting.held_on:
        return [f"The meeting was to be on {in_words(meeting.held_on)}, and no papers went out."]
    if today == due:
        return ["They go out today at the latest."]
    late = days((today - due).days)
    return [f"They are {late} late. Sent today, they leave {_left(today, meeting, panel)}."]


def _left(sent: date, meeting: Meeting, panel: Panel) -> str:
    return clear_words(clear_days_between(sent, meeting.held_on, panel.bank_holidays))
