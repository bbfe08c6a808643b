"""What changed between two states: two files, two days, or a file and a day."""

import argparse
from collections.abc import Iterator

from jasp_desktop.cli.outcome import Outcome
from jasp_desktop.domain.change_sentences import change_words
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.records import Json
from jasp_desktop.domain.register_changes import Comparison, OpenTally, RegisterChange
from jasp_desktop.domain.register_states import RegisterState, now_moment
from jasp_desktop.services.opening import Desk


def tell_changes(desk: Desk, options: argparse.Namespace) -> Outcome:
    """List what changed since a state, until another or until now."""
    until = now_moment(None) if options.until is None else options.until
    comparison = desk.comparing.compare(options.since, until, Silent())
    return Outcome(_facts(comparison), tuple(_sentences(comparison)))


def _facts(comparison: Comparison) -> Json:
    totals = comparison.totals
    return {
        "since": _state(comparison.since),
        "until": _state(comparison.until),
        "changes": [_change(change) for change in comparison.changes],
        "totals": {"action": _tally(totals.actions), "finding": _tally(totals.findings)},
    }


def _state(state: RegisterState) -> Json:
    return {"name": state.name, "day": state.day.isoformat() if state.day else None}


def _change(change: RegisterChange) -> Json:
    subject = change.subject
    return {
        "kind": change.kind.value,
        "subject": {"table": subject.table, "uid": subject.uid, "label": change.label},
        "before": change.before,
        "after": change.after,
        "dated": change.dated.isoformat() if change.dated else None,
    }


def _tally(tally: OpenTally) -> Json:
    return {
        "open_then": len(tally.open_then),
        "added_open": len(tally.added_open),
        "reopened": len(tally.reopened),
        "closed": len(tally.closed),
        "removed": len(tally.removed),
        "open_now": len(tally.open_now),
    }


def _sentences(comparison: Comparison) -> Iterator[str]:
    yield f"Changes from: {comparison.since.name}"
    yield f"Until: {comparison.until.name}"
    for kind, changes in comparison.by_kind().items():
        yield ""
        yield f"{kind.words} ({len(changes):,})"
        for change in changes:
            yield f"  {change.label} · {change.text}"
            yield f"    {change_words(change)}"
    yield ""
    if not comparison.changes:
        yield "Nothing changed."
    yield f"Actions: {comparison.totals.actions.words}"
    yield f"Findings: {comparison.totals.findings.words}"
