"""What the wizard calls the fields of a tracker, its columns and its dates."""

from collections.abc import Iterable, Sequence
from datetime import date

from jasp_desktop.domain.dates import in_table, in_words
from jasp_desktop.domain.trackers import ColumnUse, TrackerField
from jasp_desktop.exchange.trackers.rows import column_name

NOT_READ = "Not read"

FIELD_WORDS = {
    TrackerField.REFERENCE: "Tracker’s reference",
    TrackerField.REPORT: "Title of the report",
    TrackerField.PUBLISHED: "Report published on",
    TrackerField.FINDING_NUMBER: "Number of the finding",
    TrackerField.FINDING_TEXT: "Words of the finding",
    TrackerField.FINDING_KIND: "Kind of finding",
    TrackerField.SUB_NUMBER: "Number of its part",
    TrackerField.SUB_TEXT: "Words of its part",
    TrackerField.ACTION_TEXT: "Action",
    TrackerField.EXECUTIVE_LEAD: "Executive lead",
    TrackerField.OWNER: "Owner",
    TrackerField.ORIGINAL_TARGET: "Original target date",
    TrackerField.TARGET: "Target date",
    TrackerField.TARGET_REASON: "Reason for a moved target",
    TrackerField.STATUS: "Force status",
    TrackerField.CLOSED_ON: "Closed on",
    TrackerField.HMICFRS_POSITION: "HMICFRS position",
    TrackerField.RAG: "RAG as reported",
    TrackerField.RISK: "Risk",
    TrackerField.EVIDENCE_TEST: "What would show that it is done",
    TrackerField.EVIDENCE: "Evidence",
    TrackerField.UPDATE: "Update of a round",
    TrackerField.UPDATED_ON: "Updated on",
}

_CHANGED_WORDS = {
    "tracker_reference": "Tracker’s reference",
    "original_target": "Original target date",
    "target": "Target date",
    "evidence_test": "What would show that it is done",
    "rag_as_reported": "RAG as reported",
    "hmicfrs_position": "HMICFRS position",
    "force_status": "Force status",
    "status": "Force status",
    "executive_lead": "Executive lead",
    "text": "Action",
}
_NAMED = 4


def changed_words(name: str) -> str:
    """Return what a field of the open format is called where it changes."""
    return _CHANGED_WORDS.get(name) or name.replace("_", " ").capitalize()


def value_words(value: str | date | None) -> str:
    """Return a value before or after a change; a dash for none."""
    if value is None or value == "":
        return "—"
    return in_table(value) if isinstance(value, date) else str(value)


def heading_words(use: ColumnUse) -> str:
    """Return a column's heading on one line, else its letters."""
    return " ".join(column_name(use).split())


def rows_named(rows: Sequence[int]) -> str:
    """Return “Row 23” or “Rows 23, 24, 90 and 91”; of many, the first few and how many more."""
    if len(rows) == 1:
        return f"Row {rows[0]}"
    if len(rows) <= _NAMED:
        return f"Rows {joined(str(row) for row in rows)}"
    first = ", ".join(str(row) for row in rows[:_NAMED])
    return f"Rows {first} and {len(rows) - _NAMED:,} more"


def joined(parts: Iterable[str]) -> str:
    """Return “a, b and c”."""
    *most, last = tuple(parts) or ("",)
    return f"{', '.join(most)} and {last}" if most else last


def counted(count: int, one: str, several: str | None = None) -> str:
    """Return “1 row” or “12 rows”."""
    return f"{count:,} {one if count == 1 else several or f'{one}s'}"


def day_words(day: date | None) -> str:
    """Return a day as a person would type it; nothing for none."""
    return in_words(day).replace("\u00a0", " ") if day else ""
