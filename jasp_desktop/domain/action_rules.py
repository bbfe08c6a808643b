"""The rules of actions and of what hangs on them: dates, statuses, evidence."""

from collections.abc import Iterator
from datetime import date

from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.records import (
    Action,
    Evidence,
    Finding,
    Report,
    StatusEvent,
    TargetChange,
    Update,
)
from jasp_desktop.domain.remarks import Known, Remark, doubt, fault, found, lies_before
from jasp_desktop.domain.report_rules import published_of
from jasp_desktop.domain.vocabulary import ForceStatus, HmicfrsPosition, Track

_CLOSED_BY_HMICFRS = HmicfrsPosition.CLOSED_BY_HMICFRS


def action(record: Action, known: Known) -> Iterator[Remark]:
    """Yield what is to be said of an action: it is promised after its report is out."""
    first = _published_first(record, known)
    for name in ("original_target", "target"):
        if first and lies_before(getattr(record, name), first):
            yield fault(
                name,
                f"Choose a date after the report was published ({in_words(first)}).",
            )
    if not record.findings:
        yield doubt("findings", "No finding leads to this action yet.")


def _published_first(record: Action, known: Known) -> date | None:
    """Return the earliest day on which a report that the action answers can have been out."""
    answered = [found(known, Finding, "finding", uid) for uid in record.findings]
    dates = [published_of(known, each) for each in answered if each]
    return min((each.first for each in dates if each), default=None)


def target_change(record: TargetChange, _known: Known) -> Iterator[Remark]:
    """Yield what is to be said of a moved target."""
    if record.from_ is None and record.to is None:
        yield fault("to", "Write the date it moved from, or the date it moved to.")
    elif record.from_ == record.to:
        yield fault("to", "Both dates are the same: the target did not move.")
    if record.changed_on is None:
        yield doubt("changed_on", "Without a day, nobody can tell whether it moved in time.")


def update(record: Update, _known: Known) -> Iterator[Remark]:
    """Yield what is to be said of an update."""
    if record.as_at is None:
        yield doubt("as_at", "Without a date it stands before all others.")


def status_event(record: StatusEvent, known: Known) -> Iterator[Remark]:
    """Yield what is to be said of a status; each track has words of its own (DOMAIN, status)."""
    list_of = ForceStatus if record.track is Track.FORCE else HmicfrsPosition
    other = HmicfrsPosition if record.track is Track.FORCE else ForceStatus
    of_other = record.status in other.__members__.values()
    if of_other and record.status not in list_of.__members__.values():
        owner = "HMICFRS" if record.track is Track.FORCE else "the force"
        yield fault("status", f"This is a word of {owner}. Choose one of this track.")
    is_closed = record.track is Track.HMICFRS and record.status == _CLOSED_BY_HMICFRS
    if is_closed and not (record.source or record.comment):
        yield fault("source", "Name the letter or the report by which HMICFRS closed it.")
    if lies_before(record.date, _subject_published(record, known)):
        yield doubt("date", "This lies before the report was published.")


def _subject_published(record: StatusEvent, known: Known) -> date | None:
    subject = known(record.subject.table, record.subject.uid)
    if isinstance(subject, Report) and subject.published_on:
        return subject.published_on.first
    if isinstance(subject, Finding) and (published := published_of(known, subject)):
        return published.first
    return _published_first(subject, known) if isinstance(subject, Action) else None


def evidence(record: Evidence, _known: Known) -> Iterator[Remark]:
    """Yield what is to be said of a piece of evidence."""
    if lies_before(record.seen_on, record.dated):
        yield doubt("seen_on", "It was seen before its own date.")
    if record.seen_on and record.seen_by is None:
        yield doubt("seen_by", "Say who saw it.")
    if record.seen_by and record.seen_on is None:
        yield doubt("seen_on", "Say when it was seen.")
    if not record.held_at:
        yield doubt("held_at", "Say where it is held, so that it can be asked for.")
