"""What the rules say of a record before it is kept."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.records import Record


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about one field, by its name in the open format.

    A fault stops the record from being kept; a doubt is shown, and the person decides.
    """

    field: str
    sentence: str
    is_fault: bool = True


type Known = Callable[[str, Uid], Record | None]
"""Looks a record up by its table and uid; None where it is not in the register."""


def fault(field: str, sentence: str) -> Remark:
    """Return what stops a record."""
    return Remark(field, sentence)


def doubt(field: str, sentence: str) -> Remark:
    """Return what a person should look at."""
    return Remark(field, sentence, is_fault=False)


def found[R: Record](known: Known, kind: type[R], table: str, uid: Uid | None) -> R | None:
    """Return the record of a reference; None where there is none."""
    record = None if uid is None else known(table, uid)
    return record if isinstance(record, kind) else None


def lies_before(day: date | None, other: date | None) -> bool:
    """Tell whether one day comes before another; nothing is said of a day that is not known."""
    return day is not None and other is not None and day < other
