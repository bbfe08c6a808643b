"""A table on its way out, before anybody decides in which kind of file."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto

type SheetValue = str | int | date | datetime | None
type SheetLine = tuple[SheetValue, ...]


class ColumnRole(Enum):
    """What a column is to its reader; it decides how wide and how loud it is set."""

    PLAIN = auto()
    NAME = auto()
    """What a row goes by: it stays in sight while the others scroll."""
    UID = auto()
    """For programs rather than people: narrow and quiet."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column under its heading."""

    heading: str
    role: ColumnRole = ColumnRole.PLAIN


# Not slotted: the rows of a large register are an iterator, read once.
@dataclass(frozen=True)
class SheetTable:
    """A named table; every line has a value for each column."""

    name: str
    columns: tuple[SheetColumn, ...]
    lines: Iterable[SheetLine]

    @property
    def headings(self) -> tuple[str, ...]:
        """Return the headings in their order."""
        return tuple(column.heading for column in self.columns)
