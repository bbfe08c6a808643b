"""Reads dates, spans and deadlines as letters write them; never guesses between two readings."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from jasp_desktop.domain.dates import DatePrecision, PartialDate, in_words
from jasp_desktop.domain.vocabulary import DeadlineKind

_FIRST_YEAR, _LAST_YEAR = 1990, 2099
_TWO_DIGITS = 100

_ENGLISH = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
            "october", "november", "december")  # fmt: skip
_WELSH = ("ionawr", "chwefror", "mawrth", "ebrill", "mai", "mehefin", "gorffennaf", "awst", "medi",
          "hydref", "tachwedd", "rhagfyr")  # fmt: skip
_MONTHS = {
    **{name: place for place, name in enumerate(_ENGLISH, 1)},
    **{name: place for place, name in enumerate(_WELSH, 1)},
    **{name[:3]: place for place, name in enumerate(_ENGLISH, 1)},
    "sept": 9,
}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_DAY = r"(?<![\d/.,-])(?P<day>\d{1,2})(?:\s?(?:st|nd|rd|th|ain|af|eg|fed|ydd))?"
_SPACE = r"[\s\u00a0]+"

_DAY_FIRST = re.compile(
    rf"{_DAY}(?:{_SPACE}of)?{_SPACE}{_MONTH}(?:,?{_SPACE}{_YEAR})?", re.IGNORECASE
)
_MONTH_FIRST = re.compile(
    rf"\b{_MONTH}{_SPACE}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,{_SPACE}{_YEAR}", re.IGNORECASE
)
_MONTH_ONLY = re.compile(rf"\b{_MONTH},?{_SPACE}{_YEAR}", re.IGNORECASE)
_ISO = re.compile(r"(?<![\d-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])")
_FIGURES = re.compile(
    r"(?<![\d/.-])(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)"
    r"(?P<year>\d{4}|\d{2})(?![\d/-])"
)


@dataclass(frozen=True, slots=True)
class DateInText:
    """Words that name a date: where they stand, and the date, or why it is not certain."""

    words: str
    start: int
    end: int
    value: PartialDate | None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline's own words, its kind, and its day where that is sure."""

    words: str
    kind: DeadlineKind
    day: date | None = None
    problem: str | None = None


def dates_in(text: str) -> tuple[DateInText, ...]:
    """Return every date in a text, in order; one that is not certain carries its problem."""
    found: list[DateInText] = []
    for each in sorted(_candidates(text), key=lambda one: (one.start, -one.end)):
        if not found or each.start >= found[-1].end:
            found.append(each)
    return tuple(found)


def whole_date(text: str) -> DateInText | None:
    """Return the date that a line consists of: “4th February 2020”, “Date: February 2020”."""
    words = re.sub(rf"(?i)^\W*(?:date[d]?|dyddiad)\b{_SPACE_OR_COLON}", "", text.strip())
    words = re.sub(rf"(?i)^(?:{_WEEKDAYS})\b,?\s*", "", words).strip(" .,\u00a0")
    found = dates_in(words)
    if len(found) == 1 and (found[0].start, found[0].end) == (0, len(words)):
        return found[0]
    return None


_SPACE_OR_COLON = r"\s*:?\s*"
_WEEKDAYS = "|".join((*calendar.day_name, "dydd"))


def _candidates(text: str) -> Iterator[DateInText]:
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        for match in pattern.finditer(text):
            yield _worded(match)
    for match in _MONTH_ONLY.finditer(text):
        month, year = _MONTHS[match["month"].lower()], int(match["year"])
        yield _checked(match, year, month, None)
    for match in _ISO.finditer(text):
        yield _checked(match, int(match["year"]), int(match["month"]), int(match["day"]))
    for match in _FIGURES.finditer(text):
        yield _figured(match)


def _worded(match: re.Match[str]) -> DateInText:
    month, day = _MONTHS[match["month"].lower()], int(match["day"])
    if match["year"] is None:
        return _doubtful(match, f"“{match.group()}” has no year.")
    return _checked(match, int(match["year"]), month, day)


def _figured(match: re.Match[str]) -> DateInText:
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if year < _TWO_DIGITS:
        year += 2000
    if first != second and max(first, second) <= len(_ENGLISH) and min(first, second) > 0:
        readings = (date(year, second, first), date(year, first, second)) if year else ()
        either = " or ".join(in_words(each) for each in readings)
        return _doubtful(match, f"“{match.group()}” may be {either}.")
    day, month = (second, first) if second > len(_ENGLISH) else (first, second)
    return _checked(match, year, month, day)


def _checked(match: re.Match[str], year: int, month: int, day: int | None) -> DateInText:
    words = match.group()
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return _doubtful(match, f"“{words}” has a year that is probably mistyped.")
    try:
        value = date(year, month, day or 1)
    except ValueError:
        return _doubtful(match, f"There is no such day as “{words}”.")
    precision = DatePrecision.DAY if day else DatePrecision.MONTH
    return DateInText(words, match.start(), match.end(), PartialDate(value, precision))


def _doubtful(match: re.Match[str], problem: str) -> DateInText:
    return DateInText(match.group(), match.start(), match.end(), None, problem)


_SPAN = re.compile(
    rf"\b(?P<lead>between|from|during|in|throughout){_SPACE}(?P<from>[^.;]{{1,40}}?)"
    rf"{_SPACE}(?:and|to|until|–|-){_SPACE}(?P<to>[^.;,]{{3,40}})",
    re.IGNORECASE,
)
_SPAN_WITHOUT_LEAD = re.compile(
    rf"(?P<from>{_MONTH.replace('?P<month>', '?:')}(?:{_SPACE}\d{{4}})?)\s*(?:–|-|to)\s*"
    rf"(?P<to>{_MONTH.replace('?P<month>', '?:')}{_SPACE}\d{{4}})",
    re.IGNORECASE,
)
_BARE_MONTH = re.compile(rf"\b{_MONTH}\W*$", re.IGNORECASE)
_BARE_DAY = re.compile(r"(?:^|\s)(?P<day>\d{1,2})(?:st|nd|rd|th)?\W*$", re.IGNORECASE)


def span_in(text: str) -> tuple[PartialDate, PartialDate] | None:
    """Return the one span of dates in a text: “between September 2018 and May 2019”."""
    spans = {
        span
        for pattern in (_SPAN, _SPAN_WITHOUT_LEAD)
        for match in pattern.finditer(text)
        if (span := _span(match["from"], match["to"]))
    }
    return spans.pop() if len(spans) == 1 else None


def _span(start: str, end: str) -> tuple[PartialDate, PartialDate] | None:
    ends = dates_in(end)
    if not ends or ends[0].start > 0 or (last := ends[0].value) is None:
        return None
    first = _start_of_span(start, last)
    if first is None or first.first > last.last:
        return None
    return first, last


def _start_of_span(start: str, last: PartialDate) -> PartialDate | None:
    """Read a span's beginning, which may leave out what its end says (“June and July 2024”)."""
    starts = dates_in(start)
    if starts and starts[-1].end >= len(start.rstrip(" ,")):
        if starts[-1].value:
            return starts[-1].value
        completed = dates_in(f"{starts[-1].words} {last.value.year}")
        return completed[0].value
    if month := _BARE_MONTH.search(start):
        value = last.value.replace(month=_MONTHS[month["month"].lower()], day=1)
        return PartialDate(value, DatePrecision.MONTH)
    if (bare := _BARE_DAY.search(start)) and last.is_to_the_day:
        day = int(bare["day"])
        if 1 <= day <= last.value.day:
            return PartialDate(last.value.replace(day=day))
    return None


_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
            "twelve")  # fmt: skip
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(_NUMBERS)}|a|an)"
_IMMEDIATE = re.compile(
    r"\b(?:with immediate effect|immediately|without delay|straight ?away)\b", re.IGNORECASE
)
_WITHIN = re.compile(
    rf"\bwithin (?:the next )?{_COUNT}{_SPACE}(?P<unit>day|week|month|year)s?\b"
    r"(?: (?:of|from|after) (?P<anchor>(?:the )?(?:date of )?(?:publication|this report"
    r"|(?:the|this) (?:report|inspection)|the publication)[^.,;:]{0,30}))?",
    re.IGNORECASE,
)
_BY_LEAD = r"\b(?:by(?: no later than)?|no later than|before|not later than)"
_BY_END_OF = re.compile(
    rf"{_BY_LEAD}(?: the)? end of{_SPACE}(?:{_MONTH}{_SPACE})?(?P<year>\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_BY_PART_OF_YEAR = re.compile(
    rf"{_BY_LEAD}(?: the)?(?: end of)? (?:spring|summer|autumn|winter|q[1-4]"
    rf"|{_MONTH.replace('?P<month>', '?:')})(?: \d{{2,4}})?",
    re.IGNORECASE,
)
_OUGHT = re.compile(r"\b(?:should|must|needs? to)\s+$")
_LEADING = 3
_BY = re.compile(_BY_LEAD + _SPACE, re.IGNORECASE)


def deadline_in(text: str, published: PartialDate | None) -> Deadline | None:
    """Return a text's deadline: the one it begins with, else the only one; None where unsure.

    A relative deadline gets its day only from a publication known to the day.
    """
    found = dict(_deadlines(text, published))
    leading = [deadline for start, deadline in found.items() if start <= _LEADING]
    if leading:
        return leading[0]
    return next(iter(found.values())) if len(found) == 1 else None


def _deadlines(text: str, published: PartialDate | None) -> Iterator[tuple[int, Deadline]]:
    for match in _IMMEDIATE.finditer(text):
        if match.start() <= _LEADING or _OUGHT.search(text, 0, match.start()):
            yield match.start(), Deadline(match.group(), DeadlineKind.IMMEDIATE)
    for match in _WITHIN.finditer(text):
        # “should call back within a day” is what is asked, not by when.
        is_deadline = match["unit"].lower() in {"month", "year"} or match["anchor"]
        if match.start() <= _LEADING or is_deadline:
            words = match.group().strip()
            day = _after(match, published)
            yield match.start(), Deadline(words, DeadlineKind.RELATIVE, day)
    ends: set[int] = set()
    for match in _BY_END_OF.finditer(text):
        month = _MONTHS[match["month"].lower()] if match["month"] else 12
        last = PartialDate(date(int(match["year"]), month, 1), DatePrecision.MONTH).last
        ends.add(match.start())
        yield match.start(), Deadline(match.group(), DeadlineKind.FIXED, last)
    for match in _BY.finditer(text):
        if match.start() not in ends and (deadline := _fixed(text, match)):
            yield match.start(), deadline


def _fixed(text: str, lead: re.Match[str]) -> Deadline | None:
    following = dates_in(text[lead.end() : lead.end() + 40])
    if following and following[0].start == 0:
        found = following[0]
        words = f"{lead.group()}{found.words}"
        last = found.value.last if found.value else None
        return Deadline(words, DeadlineKind.FIXED, last, found.problem)
    if part := _BY_PART_OF_YEAR.match(text, lead.start()):
        words = part.group().rstrip(". ")
        return Deadline(words, DeadlineKind.FIXED, None, f"“{words}” names no certain day.")
    return None


def _after(match: re.Match[str], published: PartialDate | None) -> date | None:
    if published is None or not published.is_to_the_day:
        return None
    words = match["count"].lower()
    count = int(words) if words.isdigit() else _NUMBERS.index(words) + 1 if words in _NUMBERS else 1
    match match["unit"].lower():
        case "day":
            return published.value + timedelta(days=count)
        case "week":
            return published.value + timedelta(weeks=count)
        case "month":
            return months_after(published.value, count)
        case _:
            return months_after(published.value, 12 * count)


def months_after(day: date, count: int) -> date:
    """Return the same day some months later, or that month's last day where it has no such day."""
    years, month = divmod(day.month - 1 + count, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
