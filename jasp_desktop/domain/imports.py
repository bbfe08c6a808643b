"""What became of a file that was imported: counts, problems, and the certificate that keeps them.

A certificate is the import's evidence. It travels in ``import_batch.certificate`` as JSON text, so
that it goes with the register wherever the register goes.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

VERSION = 1


@dataclass(frozen=True, slots=True)
class RowCounts:
    """What became of the rows, or records, of a file; what is missing is no row of it."""

    read: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    missing: int = 0
    rejected: int = 0

    @property
    def reconciles(self) -> bool:
        """Tell whether every row that was read is accounted for."""
        return self.read == self.added + self.changed + self.unchanged + self.rejected


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportProblem:
    """Something in the file that needs a person; ``row`` is a row or line from 1."""

    row: int | None
    column: str | None = None
    value: str | None = None
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingRow:
    """A record that an earlier export of the same tracker had and this one has not."""

    uid: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedTotal:
    """A total of the covering report, as the clerk typed it, beside the register's own count."""

    words: str
    reported: int
    counted: int

    @property
    def agrees(self) -> bool:
        """Tell whether the two are the same."""
        return self.reported == self.counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """What an import did besides its counts, which stand in the batch.

    ``tracker`` names the tracker that the file is an export of. ``rows`` gives, for each row that
    counts, its key in that tracker and the uid of its action: by it the next export finds its rows
    again, and knows which are missing.
    """

    as_at: date | None = None
    tracker: str | None = None
    mapping: str | None = None
    sheet: str | None = None
    problems: tuple[ImportProblem, ...] = ()
    missing: tuple[MissingRow, ...] = ()
    totals: tuple[ReportedTotal, ...] = ()
    rows: Mapping[str, str] = field(default_factory=dict)
    not_understood: int = 0

    def to_text(self) -> str:
        """Return it as the batch keeps it: JSON with sorted keys."""
        found = asdict(self) | {"version": VERSION, "as_at": self.as_at and self.as_at.isoformat()}
        return json.dumps(found, ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_text(cls, text: str | None) -> "Certificate | None":
        """Return what a batch keeps; None where it keeps none, or one of a later program."""
        try:
            found: dict[str, Any] = json.loads(text or "")
            if found.pop("version") != VERSION:
                return None
            return cls(
                as_at=date.fromisoformat(found["as_at"]) if found["as_at"] else None,
                tracker=found["tracker"],
                mapping=found["mapping"],
                sheet=found["sheet"],
                problems=tuple(ImportProblem(**each) for each in found["problems"]),
                missing=tuple(MissingRow(**each) for each in found["missing"]),
                totals=tuple(ReportedTotal(**each) for each in found["totals"]),
                rows=dict(found["rows"]),
                not_understood=int(found["not_understood"]),
            )
        except (ValueError, TypeError, KeyError, AttributeError):
            return None
