"""The bank holidays as they are typed: a date to a line."""

from collections.abc import Sequence
from datetime import date

from jasp_desktop.domain.dates import WEEKDAYS, in_words
from jasp_desktop.domain.errors import InvalidInput, UserError
from jasp_desktop.ui.typed_dates import day_typed

FIELD = "bank_holidays"


def holidays_as_lines(days: Sequence[date]) -> str:
    """Return the days, one to a line, as they can be typed again."""
    lines = (f"{WEEKDAYS[day.weekday()]} {in_words(day)}" for day in sorted(days))
    return "\n".join(lines).replace("\u00a0", " ")


def holidays_typed(text: str) -> tuple[date, ...]:
    """Return the days in order, each once.

    Raises:
        InvalidInput: A line is no date; the sentence quotes it.
    """
    days = set()
    for line in text.splitlines():
        words = line.strip().rstrip(",;")
        if not words:
            continue
        try:
            days.add(day_typed(words))
        except UserError as error:
            raise InvalidInput(FIELD, f"“{words}”: {error}") from None
    return tuple(sorted(days))
