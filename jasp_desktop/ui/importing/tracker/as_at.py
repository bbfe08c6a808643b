"""The day that a tracker's data are as at: what the file's own name says of it."""

import re
from datetime import date
from pathlib import Path

from jasp_desktop.domain.errors import UserError
from jasp_desktop.ui.typed_dates import day_typed, partial_date_typed

_DAY = re.compile(r"(?<!\d)\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9}\s+20\d\d(?!\d)", re.IGNORECASE)
_ISO = re.compile(r"(?<!\d)(20\d\d)[-. ]?(0[1-9]|1[0-2])[-. ]?([0-3]\d)(?!\d)")
_MONTH = re.compile(r"(?<![a-z])[a-z]{3,9}\s+20\d\d(?!\d)", re.IGNORECASE)
_PARTING = re.compile(r"[_,-]+")


def day_in_name(file: str) -> date | None:
    """Return the day that a file's name tells; of a month, its last day.

    A day written in figures alone counts only with the year first: every other order is a guess.
    """
    stem = Path(file).stem
    words = " ".join(_PARTING.sub(" ", stem).split())
    try:
        if found := _DAY.search(words):
            return day_typed(found[0])
        if found := _ISO.search(stem):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _MONTH.search(words):
            return partial_date_typed(found[0]).last
    except (UserError, ValueError):
        return None
    return None
