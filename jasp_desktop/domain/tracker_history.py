"""What a row of a tracker adds to the history of its action; a blank cell takes nothing away."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.identity import (
    ActionUid,
    EvidenceUid,
    ImportBatchUid,
    StatusEventUid,
    Uid,
    UpdateUid,
    imported_uid,
)
from jasp_desktop.domain.imports import ImportProblem
from jasp_desktop.domain.records import (
    Evidence,
    Record,
    StatusEvent,
    Subject,
    TargetChange,
    Update,
)
from jasp_desktop.domain.tracker_keys import folded
from jasp_desktop.domain.trackers import FieldChange, TrackerRow
from jasp_desktop.domain.vocabulary import EvidenceKind, ForceStatus, HmicfrsPosition, Track

_NO_DOCUMENT = "The force’s tracker says so. No document was given."
_EVIDENCE_WORDS: tuple[tuple[EvidenceKind, re.Pattern[str]], ...] = (
    (EvidenceKind.HMICFRS_LETTER, re.compile(r"\b(?:hmicfrs|hmic)\b.*\bletter|\bletter\b.*\bhmic")),
    (EvidenceKind.AUDIT_OR_DIP_SAMPLE, re.compile(r"\b(?:audit|dip[- ]sampl\w*)")),
    (EvidenceKind.TRAINING_RECORD, re.compile(r"\btraining\b")),
    (EvidenceKind.BOARD_MINUTE, re.compile(r"\bminutes?\b(?! of the call)")),
    (EvidenceKind.PERFORMANCE_DATA, re.compile(r"\bperformance\b|\bdashboard\b")),
    (EvidenceKind.POLICY, re.compile(r"\bpolic(?:y|ies)\b|\bprocedure\b")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """One export of a tracker; ``previous`` is the date of the newest that came before it."""

    tracker: str
    as_at: date
    previous: date | None
    batch: ImportBatchUid

    @property
    def is_older(self) -> bool:
        """Tell whether a newer export has been imported already."""
        return self.previous is not None and self.as_at < self.previous


class PastStatus(NamedTuple):
    """A status event as far as it is compared; events of one day are in the order of their uids."""

    day: date
    uid: str
    status: str


class PastUpdate(NamedTuple):
    """An update's day, its text, and its folded words."""

    day: date | None
    text: str
    words: str


@dataclass(slots=True)
class KnownHistory:
    """What the register has of one action; the uids are those of everything in it."""

    statuses: dict[Track, list[PastStatus]] = field(default_factory=dict)
    updates: list[PastUpdate] = field(default_factory=list)
    evidence: set[str] = field(default_factory=set)
    moves: list[TargetChange] = field(default_factory=list)
    uids: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Told:
    """What a row tells of its action so far: records to add or change, what to show, remarks."""

    row: TrackerRow
    export: Export
    known: KnownHistory = field(default_factory=KnownHistory)
    added: list[Record] = field(default_factory=list)
    changed: list[tuple[TargetChange, TargetChange]] = field(default_factory=list)
    changes: list[FieldChange] = field(default_factory=list)
    remarks: list[ImportProblem] = field(default_factory=list)

    def show(self, name: str, before: str | date | None, after: str | date | None) -> None:
        """Show a value before and after."""
        self.changes.append(FieldChange(name=name, before=before, after=after))

    def remark(self, message: str, value: str | None = None) -> None:
        """Say what a person should know although the row counts."""
        self.remarks.append(ImportProblem(row=self.row.number, value=value, message=message))


def free_uid(table: str, action: ActionUid, said: Sequence[object], taken: set[str]) -> Uid:
    """Return the uid of a record that a row adds to an action, by what it says; and take it."""
    words = "\x1f".join(map(str, said))
    uid, number = imported_uid(table, action, words), 1
    while uid in taken:
        number += 1
        uid = imported_uid(table, action, f"{words}\x1f{number}")
    taken.add(uid)
    return uid


def day_told(told: Told) -> date:
    """Return the day of what a row says: of its update where that is no later than the data."""
    return min(told.row.updated_on or told.export.as_at, told.export.as_at)


def day_changed(told: Told) -> date:
    """Return the day on which a value became another.

    The export before this one still had the old value: the change came after it, whatever the row
    says.
    """
    export, day = told.export, day_told(told)
    if export.previous is not None and day <= export.previous < export.as_at:
        return export.as_at
    return day


def tell_statuses(told: Told, action: ActionUid) -> None:
    """Add the statuses of both tracks where they are new."""
    row, day = told.row, day_changed(told)
    if row.status is None:
        if row.closed_on is not None:
            told.remark("A day of closure is given, and no status. It is not recorded.")
    else:
        closed_on = None if row.status.is_open else row.closed_on
        said = min(closed_on, told.export.as_at) if closed_on else day
        is_new = _tell_status(told, action, "status", row.status, said)
        if closed_on is not None and not is_new:
            _compare_closure(told, closed_on)
    if row.hmicfrs_position is not None:
        _tell_status(told, action, "hmicfrs_position", row.hmicfrs_position, day)


def _tell_status(
    told: Told, action: ActionUid, name: str, status: ForceStatus | HmicfrsPosition, said: date
) -> bool:
    """Add the event of a status that its track does not say yet; tell whether there was one.

    The newest export says what holds now: its event does not come before those that are there.
    An older one speaks of its own day, and is compared with what held on it.
    """
    track = Track.FORCE if isinstance(status, ForceStatus) else Track.HMICFRS
    every = told.known.statuses.setdefault(track, [])
    past = [each for each in every if each.day <= said] if told.export.is_older else every
    last = past[-1] if past else None
    if last.status == status.value if last else status is HmicfrsPosition.NOT_KNOWN:
        return False
    day = max(said, last.day) if last else said
    after = last.uid if last and last.day == day else ""
    event = StatusEvent(
        uid=StatusEventUid(_later_uid(action, (track, day, status.value), after, told.known.uids)),
        subject=Subject("action", action),
        track=track,
        date=day,
        status=status.value,
        comment=_comment(status, said, day),
        source=told.export.tracker,
        batch=told.export.batch,
    )
    told.added.append(event)
    told.show(name, type(status)(last.status).words if last else None, status.words)
    every.append(PastStatus(day, event.uid, event.status))
    every.sort()
    return True


def _later_uid(action: ActionUid, said: tuple[object, ...], after: str, taken: set[str]) -> Uid:
    """Return a uid that comes after that of an event of the same day, as its event does."""
    number = 0
    while True:
        uid = free_uid("status_event", action, (*said, number) if number else said, taken)
        if uid > after:
            return uid
        taken.discard(uid)
        number += 1


def _comment(status: ForceStatus | HmicfrsPosition, said: date, day: date) -> str | None:
    words = [_NO_DOCUMENT] if status is HmicfrsPosition.CLOSED_BY_HMICFRS else []
    if said != day:
        words.append(f"The tracker gives {in_words(said)} as the day.")
    return " ".join(words) or None


def _compare_closure(told: Told, closed_on: date) -> None:
    days = [each.day for each in told.known.statuses[Track.FORCE]]
    if closed_on not in days:
        told.remark(
            f"The tracker gives {in_words(closed_on)} as the day of closure, the register "
            f"{in_words(days[-1])}. The register’s stays.",
        )


def tell_updates(told: Told, action: ActionUid) -> None:
    """Add the words of each round where they are new.

    The same words in a later round are recorded again: that nothing more was said is a fact.
    """
    row, known = told.row, told.known
    for each in row.updates:
        words = folded(each.text)
        day = each.as_at or day_told(told)
        is_dated = bool(each.as_at or row.updated_on)
        if _is_told(words, day, known, columns=None if is_dated else len(row.updates)):
            continue
        last = _last_update(day, known)
        told.added.append(
            Update(
                uid=UpdateUid(free_uid("update", action, (day, words), known.uids)),
                action=action,
                as_at=day,
                text=each.text,
                batch=told.export.batch,
            )
        )
        told.show("update", last.text if last else None, each.text)
        known.updates.append(PastUpdate(day, each.text, words))


def _is_told(words: str, day: date, known: KnownHistory, *, columns: int | None) -> bool:
    """Tell whether words are known of their day; where they have none, among the last ones.

    So many ``columns`` of a row without a day say each its own, and seldom all change at once.
    """
    if columns is None:
        return any(past.day == day and past.words == words for past in known.updates)
    past = [(each.day or date.min, each.words) for each in known.updates]
    days = sorted((when for when, _ in past if when <= day), reverse=True)[:columns]
    return bool(days) and any(days[-1] <= when <= day and said == words for when, said in past)


def _last_update(day: date, known: KnownHistory) -> PastUpdate | None:
    past = [each for each in known.updates if each.day is None or each.day <= day]
    return max(past, key=lambda each: each.day or date.min, default=None)


def tell_evidence(told: Told, action: ActionUid) -> None:
    """Add the evidence where the action has none of that title."""
    words, known = told.row.evidence, told.known
    title = folded(words)
    if words is None or title in known.evidence:
        return
    known.evidence.add(title)
    kind = next((k for k, words in _EVIDENCE_WORDS if words.search(title)), EvidenceKind.OTHER)
    uid = EvidenceUid(free_uid("evidence", action, (title,), known.uids))
    told.added.append(Evidence(uid=uid, action=action, title=words, kind=kind))
    told.show("evidence", None, words)
