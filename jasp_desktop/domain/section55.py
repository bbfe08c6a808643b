"""The clock of section 55, Police Act 1996.

A local policing body publishes its comments before the end of 56 days beginning with the day a
report was published. The day of publication is day 1, so the last day is publication + 55 days,
weekends included. Many offices count one day more: the clock shows where it stands and gives no
verdict.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from jasp_desktop.domain.dates import PartialDate, in_table, in_words, with_weekday

PERIOD_DAYS = 56


@dataclass(frozen=True, slots=True)
class Section55Clock:
    """Where the 56 days of one report stand."""

    published: PartialDate
    as_at: date
    answered: PartialDate | None = None

    @property
    def last_day(self) -> tuple[date, date]:
        """Return the earliest and the latest day that can be the last; the same when known."""
        added = timedelta(days=PERIOD_DAYS - 1)
        return self.published.first + added, self.published.last + added

    @property
    def day(self) -> tuple[int, int]:
        """Return the least and the greatest day number that the clock can show.

        It stops on the day the comments were published. Day 1 is the day of the report; a number
        below 1 means that the day lies before it.
        """
        seen = self.answered or PartialDate(self.as_at)
        return (
            (seen.first - self.published.last).days + 1,
            (seen.last - self.published.first).days + 1,
        )

    @property
    def is_certain(self) -> bool:
        """Tell whether both ends are known to the day."""
        return self.published.is_to_the_day and (
            self.answered is None or self.answered.is_to_the_day
        )

    @property
    def is_running(self) -> bool:
        """Tell whether no comments have been seen."""
        return self.answered is None

    @property
    def day_words(self) -> str:
        """Return “day 49 of 56”, or a range when a date is known only to its month."""
        least, greatest = self.day
        if greatest < 1:
            return "not yet begun"
        if least == greatest:
            return f"day {least} of {PERIOD_DAYS}"
        return f"between day {max(least, 1)} and day {greatest} of {PERIOD_DAYS}"

    @property
    def last_day_words(self) -> str:
        """Return “last day Monday 30 March 2020”, or the range it lies in."""
        first, last = self.last_day
        if first == last:
            return f"last day {with_weekday(first)}"
        return f"last day between {in_words(first)} and {in_words(last)}"

    @property
    def last_day_short(self) -> str:
        """Return the same for a column: “last day 30 Mar 2020”."""
        first, last = self.last_day
        if first == last:
            return f"last day {in_table(first)}"
        return f"last day {in_table(first)} to {in_table(last)}"
