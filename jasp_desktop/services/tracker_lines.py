"""The register's actions as lines of a tracker, each with the latest of all that hangs on it."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Protocol

from jasp_desktop.domain.identity import ActionUid, FindingUid, ReportUid
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.records import (
    Action,
    Evidence,
    Finding,
    Record,
    Report,
    StatusEvent,
    TargetChange,
    Update,
)
from jasp_desktop.domain.vocabulary import Track
from jasp_desktop.exchange.sheets_out.tracker_sheet import TrackerLine

_STEPS = 7


class RecordReader(Protocol):
    """Yields every record of a table."""

    def __call__[R: Record](self, record_type: type[R], /) -> Iterable[R]:
        """Yield the records of one class."""


def tracker_lines(read: RecordReader, progress: Progress) -> list[TrackerLine]:
    """Return a line for every action, by report, finding and reference.

    Only the latest of each kind is kept while reading, so that a long history needs little room.

    Raises:
        Cancelled: The person asked for a stop.
    """
    reading = _Reading(read, progress)
    reports = {report.uid: report for report in reading.of(Report)}
    findings = {finding.uid: finding for finding in reading.of(Finding)}
    events = list(_latest_events(reading.of(StatusEvent)))
    positions = {e.subject.uid: e for e in events if e.track is Track.HMICFRS}
    statuses = {e.subject.uid: e for e in events if e.track is Track.FORCE}
    moves = _latest(reading.of(TargetChange), _moved)
    updates = _latest(reading.of(Update), _told)
    evidence = _latest(reading.of(Evidence), _shown)
    lines = []
    for action in reading.of(Action):
        finding = _first_finding(action, findings)
        lines.append(
            TrackerLine(
                action=action,
                finding=finding,
                report=reports.get(finding.report) if finding else None,
                status=statuses.get(action.uid),
                position=positions.get(action.uid),
                move=moves.get(action.uid),
                update=updates.get(action.uid),
                evidence=evidence.get(action.uid),
            )
        )
    return sorted(lines, key=_place)


class _Reading:
    """Reads one table after another and tells how far it has come."""

    def __init__(self, read: RecordReader, progress: Progress) -> None:
        self._read = read
        self._progress = progress
        self._done = 0

    def of[R: Record](self, record_type: type[R]) -> Iterable[R]:
        for count, record in enumerate(self._read(record_type)):
            if count % 500 == 0:
                self._progress.report(self._done, _STEPS, "Gathering the tracker")
            yield record
        self._done += 1


def _latest_events(events: Iterable[StatusEvent]) -> Iterable[StatusEvent]:
    """Return the last event of each action on each track."""
    kept: dict[tuple[str, Track], StatusEvent] = {}
    for event in events:
        if event.subject.table != "action":
            continue
        key = (event.subject.uid, event.track)
        other = kept.get(key)
        if other is None or (other.date, other.uid) < (event.date, event.uid):
            kept[key] = event
    return kept.values()


def _latest[R: (TargetChange, Update, Evidence)](
    records: Iterable[R], day_of: Callable[[R], date | None]
) -> dict[ActionUid, R]:
    """Return the last record of each action; one without a day cannot be placed, and is passed."""
    kept: dict[ActionUid, R] = {}
    for record in records:
        day = day_of(record)
        if day is None:
            continue
        other = kept.get(record.action)
        if other is None or (day_of(other) or date.min, other.uid) < (day, record.uid):
            kept[record.action] = record
    return kept


def _moved(move: TargetChange) -> date | None:
    return move.changed_on


def _told(update: Update) -> date | None:
    return update.as_at


def _shown(evidence: Evidence) -> date | None:
    return evidence.dated or date.min


def _first_finding(action: Action, findings: dict[FindingUid, Finding]) -> Finding | None:
    found = [findings[uid] for uid in action.findings if uid in findings]
    return min(found, key=lambda finding: (finding.report, finding.position), default=None)


def _place(line: TrackerLine) -> tuple[date, ReportUid | str, int, str, str]:
    """Return where a line stands: the newest report first, what has none at the end."""
    report, finding, action = line.report, line.finding, line.action
    published = report.published if report and report.published else date.min
    return (
        # The newest first: days count down from the last there is.
        date.fromordinal(date.max.toordinal() + 1 - published.toordinal()),
        report.uid if report else "",
        finding.position if finding else 0,
        action.reference or action.tracker_reference or "",
        action.uid,
    )
