"""The register's actions as a tracker: one row each, under headings that trackers have.

The import reads it back under the same headings, and then finds nothing to change: each cell holds
the latest of its kind, an update with the day it was made.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jasp_desktop.domain.records import (
    Action,
    Evidence,
    Finding,
    Report,
    StatusEvent,
    TargetChange,
    Update,
)
from jasp_desktop.domain.vocabulary import ForceStatus, HmicfrsPosition
from jasp_desktop.exchange.sheets_out.tables import (
    ColumnRole,
    SheetColumn,
    SheetLine,
    SheetTable,
)

NAME = "Actions"
_COLUMNS = (
    SheetColumn("Ref", ColumnRole.NAME),
    SheetColumn("Report"),
    SheetColumn("Published"),
    SheetColumn("Rec No."),
    SheetColumn("Type"),
    SheetColumn("Recommendation"),
    SheetColumn("Action"),
    SheetColumn("Executive lead"),
    SheetColumn("Owner"),
    SheetColumn("Original target"),
    SheetColumn("Current target"),
    SheetColumn("Reason for change"),
    SheetColumn("Status"),
    SheetColumn("Closed on"),
    SheetColumn("HMICFRS position"),
    SheetColumn("RAG"),
    SheetColumn("Risk"),
    SheetColumn("Evidence test"),
    SheetColumn("Evidence"),
    SheetColumn("Latest update"),
    SheetColumn("Updated on"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackerLine:
    """An action with the latest of everything that hangs on it."""

    action: Action
    report: Report | None = None
    finding: Finding | None = None
    status: StatusEvent | None = None
    position: StatusEvent | None = None
    move: TargetChange | None = None
    update: Update | None = None
    evidence: Evidence | None = None


def tracker_table(lines: Iterable[TrackerLine]) -> SheetTable:
    """Return the tracker."""
    return SheetTable(NAME, _COLUMNS, _cells(lines))


def _cells(lines: Iterable[TrackerLine]) -> Iterator[SheetLine]:
    for line in lines:
        action = line.action
        yield (
            action.tracker_reference or action.reference,
            *_of_the_report(line),
            action.text,
            action.executive_lead,
            action.owner,
            action.original_target,
            action.target,
            line.move.reason if line.move else None,
            *_statuses(line),
            action.rag_as_reported,
            action.risk,
            action.evidence_test,
            line.evidence.title if line.evidence else None,
            *((line.update.text, line.update.as_at) if line.update else (None, None)),
        )


def _of_the_report(line: TrackerLine) -> SheetLine:
    report, finding = line.report, line.finding
    if report is None or finding is None:
        return (None,) * 5
    # A date known to the month only is no day of publication.
    published = report.published_on
    day = report.published if published and published.is_to_the_day else None
    return report.title, day, finding.number, finding.kind.words, finding.text


def _statuses(line: TrackerLine) -> SheetLine:
    status = ForceStatus(line.status.status) if line.status else None
    position = HmicfrsPosition(line.position.status) if line.position else None
    closed_on = line.status.date if line.status and status and not status.is_open else None
    return (
        status.words if status else None,
        closed_on,
        position.words if position else None,
    )
