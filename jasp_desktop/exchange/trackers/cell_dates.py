"""Reads a date as a tracker's cell gives it; what can be read two ways is never guessed.

A cell of words may hold a date within its words (“By 31 March 2026, if funded”): then the date
counts and the words are kept in a remark. A month, a quarter or a year is read as its last day, but
only where a deadline is meant. Quarters are those of the calendar (“Q3 2024” ends on 30 September),
unless the words give a financial year (“Q3 2024/25”, “FY Q3 2024”), which begins in April.
"""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from jasp_desktop.domain.dates import MONTHS, in_words
from jasp_desktop.domain.trackers import DateOrder
from jasp_desktop.exchange.trackers.cell_words import is_error, words_of
from jasp_desktop.exchange.trackers.sheets import CellValue, NumberFrom1904

FIRST_YEAR, LAST_YEAR = 2000, 2060
_DAY_ZERO = date(1899, 12, 30)
"""The day before a spreadsheet's day 1, as it counts days after February 1900."""
_FIRST_SERIAL = (date(FIRST_YEAR, 1, 1) - _DAY_ZERO).days
_LAST_SERIAL = (date(LAST_YEAR, 12, 31) - _DAY_ZERO).days
_DAYS_TO_1904 = (date(1904, 1, 1) - _DAY_ZERO).days
_MONTHS_OF_YEAR = 12
_FIGURES_OF_SHORT_YEAR = 2
_DAY_OR_YEAR = re.compile(r"[01]\d")
"""“March 26” is a month and a year; “March 12” may as well be a day."""

_CORRECT = "Correct it in the tracker, or type the date."


@dataclass(frozen=True, slots=True)
class CellDate:
    """What a cell says of a date.

    ``readings`` are the two days that it may mean, day first and month first; ``shows`` is the one
    order in which its figures make a date. ``fault`` says why it cannot be read; ``remark`` what a
    person should know of how it was read.
    """

    value: date | None = None
    readings: tuple[date, date] | None = None
    fault: str | None = None
    remark: str | None = None
    shows: DateOrder | None = None


NO_DATE = CellDate()


def read_date(
    value: CellValue, order: DateOrder | None = None, *, is_deadline: bool = False
) -> CellDate:
    """Return what a cell says of a date; ``order`` settles what can be read two ways."""
    if isinstance(value, date):
        return _within_years(value.date() if isinstance(value, datetime) else value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _numbered(value, is_deadline=is_deadline)
    words = words_of(value)
    if words is None:
        return NO_DATE
    found = _worded(" ".join(words.split()), is_deadline=is_deadline)
    return settled(found, order) if found.readings else found


def settled(found: CellDate, order: DateOrder | None) -> CellDate:
    """Return what a date that can be read two ways is, once a person has said how to read it."""
    if found.readings is None or order is None:
        return found
    if order is DateOrder.LEAVE_BLANK:
        either = " or ".join(in_words(each) for each in found.readings)
        return CellDate(remark=f"May be {either}. Left without a date, as you chose.")
    day_first, month_first = found.readings
    return CellDate(day_first if order is DateOrder.DAY_FIRST else month_first, remark=found.remark)


def round_in(words: str) -> date | None:
    """Return the day of a round that a heading names: “March 2026 update” is of 31 March 2026."""
    words = " ".join(words.split())
    days = list(_whole_dates(words).values())
    if days:
        return days[0].value if len(days) == 1 else None
    if found := _quarter(words):
        return found if FIRST_YEAR <= found.year <= LAST_YEAR else None
    month = _month_of_year(words)
    is_day = isinstance(month, date) and FIRST_YEAR <= month.year <= LAST_YEAR
    return month if is_day and isinstance(month, date) else None


def turned_round(day: date) -> CellDate:
    """Return what a spreadsheet's own date says, where it may have made it of text day first.

    Set to month first, it takes “03/04/2026” for 4 March: so the 4th of March was perhaps the 3rd
    of April, day first, when it was typed.
    """
    if day.day > _MONTHS_OF_YEAR or day.day == day.month:
        return _within_years(day)
    found = _within_years(day)
    return found if found.fault else CellDate(readings=(date(day.year, day.day, day.month), day))


def day_of_number(value: CellValue) -> date | None:
    """Return the day of a spreadsheet's own date or of its bare number; None for anything else."""
    if isinstance(value, (date, int, float)) and not isinstance(value, bool):
        return read_date(value).value
    return None


def _within_years(day: date) -> CellDate:
    if FIRST_YEAR <= day.year <= LAST_YEAR:
        return CellDate(day)
    return CellDate(fault=f"The year {day.year} is probably mistyped. {_CORRECT}")


def _numbered(number: float, *, is_deadline: bool) -> CellDate:
    if FIRST_YEAR <= number <= LAST_YEAR and number.is_integer():
        return _of_period(f"{number:.0f}", date(int(number), 12, 31), is_deadline=is_deadline)
    days = number + _DAYS_TO_1904 if isinstance(number, NumberFrom1904) else number
    if _FIRST_SERIAL <= days < _LAST_SERIAL + 1:
        return CellDate(_DAY_ZERO + timedelta(days=int(days)))
    return CellDate(fault=f"{number:.10g} is a number, not a date. {_CORRECT}")


_ENGLISH = {name.lower(): place for place, name in enumerate(MONTHS, 1)}
_MONTH_NUMBERS = {**_ENGLISH, **{name[:3]: place for name, place in _ENGLISH.items()}, "sept": 9}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTH_NUMBERS, key=len, reverse=True))})(?![a-z])\.?"
_GAP = r"(?:\s*[-/,.]\s*|\s+)"
_YEAR = r"(?P<year>\d{4}|[’']?\d{2})(?![\d/])"
_DAY = r"(?<![\d/.,-])(?P<day>\d{1,2})(?:\s?(?:st|nd|rd|th))?"

_FIGURES = re.compile(
    r"(?<![\d/.-])(?P<first>\d{1,2})\s?(?P<mark>[/.\-\\])\s?(?P<second>\d{1,2})\s?(?P=mark)\s?"
    r"(?P<year>\d+)(?![/\-\d])"
)
_ISO = re.compile(
    r"(?<![\d/-])(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)"
)
_DAY_MONTH_YEAR = re.compile(rf"{_DAY}(?:\s+of|{_GAP})?\s*{_MONTH}{_GAP}?{_YEAR}", re.IGNORECASE)
_MONTH_DAY_YEAR = re.compile(
    rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s*|\s+)(?P<year>\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(rf"\b{_MONTH}{_GAP}?{_YEAR}(?!\s?(?:st|nd|rd|th)\b)", re.IGNORECASE)
_DAY_MONTH = re.compile(rf"{_DAY}(?:\s+of|{_GAP})?\s*{_MONTH}(?![\w])", re.IGNORECASE)
_MONTH_DAY = re.compile(rf"\b{_MONTH}\s*\d{{1,2}}(?:st|nd|rd|th)?\b", re.IGNORECASE)
_QUARTER = re.compile(
    r"\b(?:(?P<fy>FY)\s?)?(?:Q|quarter\s?)(?P<quarter>[1-4])(?:\s?of|,)?\s*(?P<fy2>FY)?\s?"
    r"(?P<year>\d{4}|\d{2})(?:\s?[/–-]\s?(?P<next>\d{4}|\d{2}))?(?!\d)",
    re.IGNORECASE,
)
_FINANCIAL_YEAR = re.compile(
    r"(?:\bFY\s?(?P<start>\d{4}|\d{2})|(?<![\d/.-])(?P<year>20\d{2}))\s?[/–-]\s?"
    r"(?P<next>20\d{2}|\d{2})(?![\d/.-])",
    re.IGNORECASE,
)
_YEAR_END = re.compile(
    r"\b(?:end|close) of (?:the year )?(?P<year>20\d{2})(?!\d)|^(?:end )?(?P<bare>20\d{2})$",
    re.IGNORECASE,
)
_TIME = re.compile(r"[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s?[ap]m\b)?Z?", re.IGNORECASE)
_COMPACT = re.compile(r"(20\d{2})(\d{2})(\d{2})")
_BARE_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_LOOKS_LIKE_A_DATE = re.compile(
    r"(?<!\w)[\dlOo]{1,4}\s*[/.\\-]\s*[\dlOo]{1,3}\s*[/.\\-]\s*[\dlOo]+"
)
_SEASON = re.compile(r"\b(?:spring|summer|autumn|winter)\b", re.IGNORECASE)
_ANY_MONTH = re.compile(rf"\b{_MONTH}", re.IGNORECASE)
_AROUND = re.compile(
    r"[\s.,;:()\[\]*]|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sat|sun)(?:day)?\b",
    re.IGNORECASE,
)
_PART_OF_MONTH = re.compile(
    r"\b(?:early|mid|middle of|start of|beginning of)[\s-]+$", re.IGNORECASE
)
_NO_LONGER = re.compile(r"\b(?:was|were|originally|previously|formerly|extended from|moved from)\b",
                        re.IGNORECASE)  # fmt: skip
_DONE = re.compile(
    r"(?<!\bbe )\b(?:completed?|closed|done|achieved|delivered|discharged|signed off)\b(?! by\b)",
    re.IGNORECASE,
)


def _worded(words: str, *, is_deadline: bool) -> CellDate:
    """Read words: a whole date first, then a month, a quarter or a year."""
    if is_error(words):
        return CellDate(remark="A formula failed in the spreadsheet. No date is read.")
    if _BARE_NUMBER.fullmatch(words) and not _COMPACT.fullmatch(words):
        return _numbered(float(words), is_deadline=is_deadline)
    timeless = _TIME.sub("", words)
    days = _whole_dates(timeless)
    if len(days) > 1:
        return _several(timeless, days)
    if days:
        (span, found), *_ = days.items()
        is_bare = not _AROUND.sub("", timeless[: span[0]] + timeless[span[1] :])
        return found if is_bare else _amid_words(timeless, found, is_deadline=is_deadline)
    return _period(timeless, is_deadline=is_deadline) or _no_date(timeless)


def _whole_dates(words: str) -> dict[tuple[int, int], CellDate]:
    """Return what each date with a day, a month and a year says, by where it stands."""
    found: dict[tuple[int, int], CellDate] = {}

    def keep(match: re.Match[str], read: CellDate) -> None:
        if not any(match.start() < end and start < match.end() for start, end in found):
            found[match.span()] = read

    for match in _ISO.finditer(words):
        keep(match, _of_parts(int(match["year"]), int(match["month"]), int(match["day"])))
    if compact := _COMPACT.fullmatch(words):
        year, month, day = map(int, compact.groups())
        keep(compact, _of_parts(year, month, day))
    for match in _FIGURES.finditer(words):
        keep(match, _of_figures(match))
    for pattern in (_DAY_MONTH_YEAR, _MONTH_DAY_YEAR):
        for match in pattern.finditer(words):
            month = _MONTH_NUMBERS[match["month"].lower()]
            keep(match, _of_parts(_year(match["year"]), month, int(match["day"])))
    return dict(sorted(found.items()))


def _of_figures(match: re.Match[str]) -> CellDate:
    first, second, year = int(match["first"]), int(match["second"]), _year(match["year"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return CellDate(fault=f"The year {match['year']} is probably mistyped. {_CORRECT}")
    if first != second and min(first, second) > 0 and max(first, second) <= _MONTHS_OF_YEAR:
        return CellDate(readings=(date(year, second, first), date(year, first, second)))
    if second > _MONTHS_OF_YEAR >= first:
        return replace(_of_parts(year, first, second), shows=DateOrder.MONTH_FIRST)
    found = _of_parts(year, second, first)
    return found if first == second else replace(found, shows=DateOrder.DAY_FIRST)


def _of_parts(year: int, month: int, day: int) -> CellDate:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return CellDate(fault=f"The year {year} is probably mistyped. {_CORRECT}")
    if not 1 <= month <= _MONTHS_OF_YEAR:
        return CellDate(fault=f"There is no month {month}. {_CORRECT}")
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        month_named = f"{MONTHS[month - 1]}{_of_year(year, month, day)}"
        return CellDate(fault=f"{month_named} has no {ordinal(day)} day. {_CORRECT}")
    return CellDate(date(year, month, day))


def _of_year(year: int, month: int, day: int) -> str:
    """Name the year where it matters: only a 29 February depends on it."""
    return f" {year}" if (month, day) == (2, 29) else ""


def ordinal(number: int) -> str:
    """Return “1st”, “22nd”, “13th”."""
    is_teen = number // 10 % 10 == 1
    return f"{number}{'th' if is_teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _year(words: str) -> int:
    """Read a year; one of two figures is of the century that ``FIRST_YEAR`` begins, or before."""
    figures = words.lstrip("’'")
    year = int(figures)
    if len(figures) > _FIGURES_OF_SHORT_YEAR:
        return year
    return 2000 + year if year <= LAST_YEAR % 100 else 1900 + year


def _several(words: str, days: dict[tuple[int, int], CellDate]) -> CellDate:
    """Read words that name more than one date: none is taken unless all are the same day."""
    if faults := [found.fault for found in days.values() if found.fault]:
        return CellDate(fault=faults[0])
    values = {found.value for found in days.values()}
    if len(values) == 1 and None not in values:
        return CellDate(values.pop(), remark=f"The cell says “{words}”.")
    named = ", ".join(words[start:end] for start, end in days)
    return CellDate(fault=f"Names more than one date ({named}). Type the one that counts.")


def _amid_words(words: str, found: CellDate, *, is_deadline: bool) -> CellDate:
    """Read one date among other words, which may say that it is no target, or no longer one."""
    if found.fault:
        return found
    if is_deadline and (reason := _no_target(words)):
        return CellDate(remark=reason)
    return replace(found, remark=f"The cell says “{words}”.")


def _no_target(words: str) -> str | None:
    """Say why a date among words is not what is now promised."""
    if _NO_LONGER.search(words):
        return f"“{words}” gives a date that no longer holds. No date is read."
    if _DONE.search(words):
        return f"“{words}” says when it was done, not when it is due. No date is read."
    return None


def _period(words: str, *, is_deadline: bool) -> CellDate | None:
    """Read what is less than a whole date, the most certain first."""
    for read in (_part_of_date, _quarter, _month_of_year, _end_of_year):
        found = read(words)
        if isinstance(found, date):
            return _of_period(words, found, is_deadline=is_deadline)
        if found is not None:
            return found
    return None


def _of_period(words: str, last: date, *, is_deadline: bool) -> CellDate:
    if not is_deadline:
        return CellDate(remark=f"“{words}” names no day. No date is read.")
    if not FIRST_YEAR <= last.year <= LAST_YEAR:
        return CellDate(fault=f"The year {last.year} is probably mistyped. {_CORRECT}")
    if reason := _no_target(words):
        return CellDate(remark=reason)
    return CellDate(last, remark=f"“{words}” is read as {in_words(last)}, its last day.")


def _part_of_date(words: str) -> CellDate | None:
    """Say what stands in the way of a season, or of a day whose year is not given."""
    if _SEASON.search(words):
        return CellDate(remark=f"“{words}” names no certain day. No date is read.")
    day = _DAY_MONTH.search(words)
    if (day and not _MONTH_YEAR.search(words, day.start("month"))) or (
        _MONTH_DAY.search(words) and not _MONTH_YEAR.search(words)
    ):
        return CellDate(remark=f"“{words}” has no year. No date is read.")
    return None


def _quarter(words: str) -> date | None:
    match = _QUARTER.search(words)
    if match is None:
        return None
    year, month = _year(match["year"]), 3 * int(match["quarter"])
    if match["fy"] or match["fy2"] or match["next"]:
        year, month = (year + 1, 3) if month == _MONTHS_OF_YEAR else (year, month + 3)
    return _last_day(year, month)


def _month_of_year(words: str) -> CellDate | date | None:
    match = _MONTH_YEAR.search(words)
    if match is None:
        return None
    # “may” in lower case is far more often the verb.
    named = {each.group().lower() for each in _ANY_MONTH.finditer(words) if each.group() != "may"}
    if len(named) > 1:
        return CellDate(remark=f"“{words}” names more than one month. No date is read.")
    if _DAY_OR_YEAR.fullmatch(match["year"]):
        return CellDate(remark=f"“{words}” may give a day or a year. No date is read.")
    if _PART_OF_MONTH.search(words, 0, match.start()):
        return CellDate(remark=f"“{words}” names no certain day. No date is read.")
    return _last_day(_year(match["year"]), _MONTH_NUMBERS[match["month"].lower()])


def _end_of_year(words: str) -> date | None:
    if match := _FINANCIAL_YEAR.search(words):
        start = _year(match["start"] or match["year"])
        if (start + 1) % 100 == int(match["next"]) % 100:
            return date(start + 1, 3, 31)
    if match := _YEAR_END.search(words):
        return date(int(match["year"] or match["bare"]), 12, 31)
    return None


def _last_day(year: int, month: int) -> date:
    # A mistyped year may be one that no date can have; the nearest that can is refused as well.
    year = max(year, date.min.year)
    return date(year, month, calendar.monthrange(year, month)[1])


def _no_date(words: str) -> CellDate:
    if _LOOKS_LIKE_A_DATE.search(words):
        return CellDate(fault=f"“{words}” cannot be read as a date. {_CORRECT}")
    return CellDate(remark=f"“{words}” is not a date. The words are kept here only.")
