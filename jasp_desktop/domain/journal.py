"""The journal: what every act did to which record, and what was there before.

The register's own memory. Nothing of it travels with the open format; what a panel must keep for
ever, such as a moved target, is a record of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from jasp_desktop.domain.identity import ImportBatchUid, Uid
from jasp_desktop.domain.records import Json

PANEL = "panel"
"""The name under which a change of the panel stands in the journal."""


class Deed(StrEnum):
    """What an act did to one record."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One record in an act.

    ``before`` holds, in the open format's words, the fields that changed, or the whole record where
    it was removed; nothing where it was added.
    """

    table: str
    uid: Uid
    deed: Deed
    before: Mapping[str, Json]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An act that was carried out; ``batch`` is the import that it did, undid or redid.

    ``number`` counts acts in the order in which they came.
    """

    number: int
    at: datetime
    words: str
    batch: ImportBatchUid | None
    file: str | None

    @property
    def by(self) -> str:
        """Return who did it, by hand or the file of an import, as a sentence ends."""
        return "by hand" if self.file is None else f"by “{self.file}”"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What one act did to one record."""

    entry: Entry
    line: Line


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record comes from: what acts did to it, the newest first.

    Empty for a record that came with a whole register, which is written down as one act.
    """

    traces: tuple[Trace, ...]

    @property
    def added(self) -> Entry | None:
        """Return the act that added it; None where it came with a whole register."""
        first = self.traces[-1] if self.traces else None
        return first.entry if first is not None and first.line.deed is Deed.ADDED else None

    @property
    def is_from_import(self) -> bool:
        """Tell whether an import added it."""
        return self.added is not None and self.added.batch is not None
