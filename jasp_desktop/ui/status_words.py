"""The words of the status line: how fresh the data is, what is saved, when it was backed up."""

from datetime import date, datetime, timedelta

from jasp_desktop.domain.dates import in_table


def as_at_words(as_at: date | None) -> str:
    """Return how fresh the register is."""
    return "No data yet" if as_at is None else f"Data as at {in_table(as_at)}"


def saved_words(saved: datetime | None, now: datetime) -> str:
    """Return when a note was last saved: the time, or on another day the day."""
    if saved is None:
        return "No notes yet"
    here = saved.astimezone()
    if here.date() == now.astimezone().date():
        return f"Notes saved {here:%H:%M}"
    return f"Notes saved {in_table(here.date())}"


def backup_words(made: datetime | None, now: datetime) -> str:
    """Return when the last checked backup was made."""
    if made is None:
        return "Not backed up yet"
    day, today = made.astimezone().date(), now.astimezone().date()
    if day == today:
        return "Backed up today, checked"
    if day == today - timedelta(days=1):
        return "Backed up yesterday, checked"
    return f"Backed up {in_table(day)}, checked"


def is_backup_due(made: datetime | None, now: datetime) -> bool:
    """Tell whether the last checked backup is a day old."""
    return made is None or now - made >= timedelta(days=1)
