"""All that changed between two states of a register."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from jasp_desktop.domain.change_pair import StatePair
from jasp_desktop.domain.change_records import (
    evidence_changes,
    export_changes,
    panel_action_changes,
    question_changes,
    record_changes,
    response_changes,
)
from jasp_desktop.domain.change_statuses import status_changes
from jasp_desktop.domain.change_targets import target_changes
from jasp_desktop.domain.change_totals import totals
from jasp_desktop.domain.change_updates import update_changes
from jasp_desktop.domain.change_words import word_changes
from jasp_desktop.domain.progress import Progress, Silent
from jasp_desktop.domain.register_changes import ChangeKind, Comparison, RegisterChange
from jasp_desktop.domain.register_states import RegisterState

_COMPARING = "Comparing the two states"
_NUMBERS = re.compile(r"(\d+)")
_ORDER = {kind: place for place, kind in enumerate(ChangeKind)}
_PARTS: tuple[Callable[[StatePair], Iterator[RegisterChange]], ...] = (
    record_changes,
    response_changes,
    status_changes,
    target_changes,
    word_changes,
    update_changes,
    evidence_changes,
    export_changes,
    question_changes,
    panel_action_changes,
)


def compared(
    since: RegisterState, until: RegisterState, progress: Progress | None = None
) -> Comparison:
    """Compare two states of a register.

    Raises:
        Cancelled: The person asked for a stop.
    """
    changes = changes_between(since, until, progress)
    return Comparison(since, until, changes, totals(since, until))


def changes_between(
    since: RegisterState, until: RegisterState, progress: Progress | None = None
) -> tuple[RegisterChange, ...]:
    """Return what changed, by kind; in each kind by label, then by day.

    Raises:
        Cancelled: The person asked for a stop.
    """
    progress = progress or Silent()
    pair = StatePair(since, until)
    found: list[RegisterChange] = []
    for done, part in enumerate(_PARTS):
        progress.report(done, len(_PARTS), _COMPARING)
        found += part(pair)
    progress.report(len(_PARTS), len(_PARTS), _COMPARING)
    return _sorted(found)


def _sorted(changes: Sequence[RegisterChange]) -> tuple[RegisterChange, ...]:
    labels = {change.label for change in changes}
    parts = {label: [_natural(part) for part in _NUMBERS.split(label) if part] for label in labels}
    # The places of labels are compared once for each label, not for each of its changes.
    ordered = sorted(labels, key=lambda label: (parts[label], label))
    places = {label: place for place, label in enumerate(ordered)}

    def place(change: RegisterChange) -> tuple[object, ...]:
        day = change.dated or date.min
        label = places[change.label]
        return _ORDER[change.kind], label, day, change.record.uid, change.field or ""

    return tuple(sorted(changes, key=place))


def _natural(part: str) -> tuple[int, str]:
    """Return a part of a label so that 2 comes before 10, however long a number is."""
    digits = part.lstrip("0") if part.isdecimal() else ""
    return len(digits), digits or part
