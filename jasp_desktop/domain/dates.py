"""Dates as the field knows them: to the day, the month or the year; and working days."""

import calendar
from collections.abc import Container
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

# The calendar module's names follow the machine's language; the panel's are British English.
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MOST_CLEAR_DAYS = 60
"""The most clear working days that papers may be due before a meeting: a quarter of a year."""

_NO_BREAK = "\u00a0"
_ONE_DAY = timedelta(days=1)
_SATURDAY = 5


class DatePrecision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which only the month or the year may be known."""

    value: date
    precision: DatePrecision = DatePrecision.DAY

    @classmethod
    def of(cls, value: date | None, precision: DatePrecision | None) -> "PartialDate | None":
        """Join the two columns a record keeps; a date without precision is known to the day."""
        return None if value is None else cls(value, precision or DatePrecision.DAY)

    @property
    def is_to_the_day(self) -> bool:
        """Tell whether the day itself is known."""
        return self.precision is DatePrecision.DAY

    @property
    def first(self) -> date:
        """Return the earliest day it can mean."""
        if self.precision is DatePrecision.YEAR:
            return self.value.replace(month=1, day=1)
        if self.precision is DatePrecision.MONTH:
            return self.value.replace(day=1)
        return self.value

    @property
    def last(self) -> date:
        """Return the latest day it can mean."""
        if self.precision is DatePrecision.YEAR:
            return self.value.replace(month=12, day=31)
        if self.precision is DatePrecision.MONTH:
            days = calendar.monthrange(self.value.year, self.value.month)[1]
            return self.value.replace(day=days)
        return self.value

    @property
    def words(self) -> str:
        """Return it in prose: “30 March 2020”, “February 2020” or “2020”."""
        if self.precision is DatePrecision.YEAR:
            return f"{self.value.year}"
        if self.precision is DatePrecision.MONTH:
            return f"{MONTHS[self.value.month - 1]}{_NO_BREAK}{self.value.year}"
        return in_words(self.value)


def in_words(day: date) -> str:
    """Return a date in prose, never breaking at a line's end: “30 March 2020”."""
    return f"{day.day}{_NO_BREAK}{MONTHS[day.month - 1]}{_NO_BREAK}{day.year}"


def in_table(day: date) -> str:
    """Return a date for a column: “30 Mar 2020”."""
    return f"{day.day}{_NO_BREAK}{MONTHS[day.month - 1][:3]}{_NO_BREAK}{day.year}"


def with_weekday(day: date) -> str:
    """Return “Tuesday 1 December 2026”."""
    return f"{WEEKDAYS[day.weekday()]}{_NO_BREAK}{in_words(day)}"


def days(count: int) -> str:
    """Return “1 day” or “14 days”."""
    return f"{count:,}{_NO_BREAK}{'day' if count == 1 else 'days'}"


def is_working_day(day: date, bank_holidays: Container[date]) -> bool:
    """Tell whether offices are open."""
    return day.weekday() < _SATURDAY and day not in bank_holidays


def papers_due(held_on: date, clear_days: int, bank_holidays: Container[date]) -> date:
    """Return the last day on which papers may go out.

    ``clear_days`` working days lie between that day and the meeting; neither end counts
    (DOMAIN.md, “Who, what, when”).

    Raises:
        ValueError: ``clear_days`` is negative.
    """
    if clear_days < 0:
        raise ValueError(clear_days)
    day = held_on - _ONE_DAY
    left = clear_days
    while left or not is_working_day(day, bank_holidays):
        left -= is_working_day(day, bank_holidays)
        day -= _ONE_DAY
    return day
