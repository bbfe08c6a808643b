"""Dates as a person types them."""

import re
from datetime import date

from jasp_desktop.domain.dates import MONTHS, DatePrecision, PartialDate
from jasp_desktop.domain.errors import UserError

_NAMES = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS)
_MONTH_NAMES = _NAMES.replace("Sep(?:tember)?", "Sept?(?:ember)?")
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\s+)?"
_DAY = re.compile(rf"{_WEEKDAY}(\d{{1,2}})(?:st|nd|rd|th)?\s+({_MONTH_NAMES})\s+(\d{{4}})", re.I)
_NUMBERS = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(rf"({_MONTH_NAMES})\s+(\d{{4}})", re.I)
_MONTH_NUMBERS = re.compile(r"(\d{1,2})[/.](\d{4})")
_YEAR = re.compile(r"\d{4}")


def day_typed(words: str) -> date:
    """Return the day; 1/12/2026 is read as British people write it, the day first.

    Raises:
        UserError: It is no date.
    """
    day = _read_day(" ".join(words.split()))
    if day is None:
        raise UserError("Write a date such as 1 December 2026.")
    return day


def _read_day(text: str) -> date | None:
    if found := _DAY.fullmatch(text):
        return _day(int(found[3]), _month(found[2]), int(found[1]))
    if found := _NUMBERS.fullmatch(text):
        return _day(int(found[3]), int(found[2]), int(found[1]))
    if found := _ISO.fullmatch(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    return None


def partial_date_typed(words: str) -> PartialDate:
    """Return a date known to the day, the month or the year.

    Raises:
        UserError: It is no date.
    """
    text = " ".join(words.split())
    if found := _MONTH.fullmatch(text):
        return PartialDate(_day(int(found[2]), _month(found[1]), 1), DatePrecision.MONTH)
    if found := _MONTH_NUMBERS.fullmatch(text):
        return PartialDate(_day(int(found[2]), int(found[1]), 1), DatePrecision.MONTH)
    if _YEAR.fullmatch(text):
        return PartialDate(_day(int(text), 1, 1), DatePrecision.YEAR)
    try:
        return PartialDate(day_typed(text))
    except UserError as error:
        if str(error).startswith("Write"):
            raise UserError(
                "Write a date such as 4 February 2020, February 2020 or 2020."
            ) from None
        raise


def _month(name: str) -> int:
    short = name[:3].title()
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(short))


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise UserError("There is no such day. Look at the day and the month.") from None
