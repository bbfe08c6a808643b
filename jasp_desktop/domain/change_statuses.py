"""Changes of status: each event yields one change, of the most telling kind."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from jasp_desktop.domain.change_pair import StatePair
from jasp_desktop.domain.records import StatusEvent, Subject
from jasp_desktop.domain.register_changes import ChangeKind, RegisterChange
from jasp_desktop.domain.vocabulary import ForceStatus, HmicfrsPosition, Track

type _Line = tuple[Subject, Track]


def status_changes(pair: StatePair) -> Iterator[RegisterChange]:
    """Yield what became of the statuses on both tracks.

    Of a record that is new, its first status is part of its being new, unless it is a closure. The
    same word again is no change.
    """
    difference = pair.difference(StatusEvent)
    lines: defaultdict[_Line, list[StatusEvent]] = defaultdict(list)
    for event in difference.added.values():
        lines[event.subject, event.track].append(event)
    for event in pair.until.every(StatusEvent).values() if lines else ():
        line = (event.subject, event.track)
        if line in lines and event.uid not in difference.added:
            lines[line].append(event)
    for events in lines.values():
        yield from _along(pair, sorted(events, key=lambda event: (event.date, event.uid)))
    for before, after in difference.changed:
        if (before.track, before.status) != (after.track, after.status):
            yield _changed(pair, before.status, after)


def _along(pair: StatePair, events: Sequence[StatusEvent]) -> Iterator[RegisterChange]:
    """Yield what the new ones among the events of one track changed, in their order."""
    added = pair.difference(StatusEvent).added
    before: str | None = None
    for event in events:
        if event.uid in added and not _says_nothing(pair, before, event):
            yield _changed(pair, before, event)
        before = event.status


def _says_nothing(pair: StatePair, before: str | None, event: StatusEvent) -> bool:
    if before is not None:
        return before == event.status
    if event.status == HmicfrsPosition.NOT_KNOWN:
        return True
    return pair.is_new(event.subject) and event.status not in _CLOSURES


def _changed(pair: StatePair, before: str | None, event: StatusEvent) -> RegisterChange:
    return pair.change(
        kind_of(event.track, before, event.status),
        event.subject,
        record=event,
        before=before,
        after=event.status,
        dated=event.date,
        reason=event.comment,
    )


def kind_of(track: Track, before: str | None, after: str) -> ChangeKind:
    """Return what a step from one status to the next is."""
    if track is Track.HMICFRS:
        is_closed = after == HmicfrsPosition.CLOSED_BY_HMICFRS
        return ChangeKind.CLOSED_BY_HMICFRS if is_closed else ChangeKind.HMICFRS_POSITION_CHANGED
    if after == ForceStatus.CLOSED_BY_FORCE:
        return ChangeKind.CLOSED_BY_FORCE
    was_closed = before is not None and not ForceStatus(before).is_open
    if was_closed and ForceStatus(after).is_open:
        return ChangeKind.REOPENED
    return ChangeKind.STATUS_CHANGED


_CLOSURES = frozenset(
    {
        HmicfrsPosition.CLOSED_BY_HMICFRS.value,
        *(status.value for status in ForceStatus if not status.is_open),
    }
)
