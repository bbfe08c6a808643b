"""What was promised for an action, when it moved, and by how much.

Everything here is derived from the original target and its recorded moves (DOMAIN.md, “Every
target move is kept”); nothing of it is stored.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from jasp_desktop.domain.dates import days, in_table
from jasp_desktop.domain.identity import ImportBatchUid
from jasp_desktop.domain.records import Action, TargetChange


@dataclass(frozen=True, slots=True)
class Promise:
    """One date promised for an action; ``due`` is None where a target was taken away.

    ``batch`` is the import that told of a move.
    """

    made_on: date | None
    due: date | None
    moved_from: date | None = None
    reason: str | None = None
    agreed_by: str | None = None
    batch: ImportBatchUid | None = None

    @property
    def is_move(self) -> bool:
        """Tell whether it took the place of an earlier date."""
        return self.moved_from is not None

    @property
    def days_after_due(self) -> int | None:
        """Return how long after the earlier date fell due it was moved; negative: before.

        None when either day is not known. Moved on the very day counts as before: due today is
        not overdue.
        """
        if self.made_on is None or self.moved_from is None:
            return None
        return (self.made_on - self.moved_from).days

    @property
    def was_late(self) -> bool:
        """Tell whether the earlier date had already passed when it was moved."""
        return (self.days_after_due or 0) > 0


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """The promises of one action in the order they were made, as at the data's date."""

    reference: str
    promises: tuple[Promise, ...]
    closed_on: date | None
    as_at: date
    is_open: bool = True

    @property
    def moves(self) -> tuple[Promise, ...]:
        """Return the promises that took the place of an earlier date."""
        return tuple(promise for promise in self.promises if promise.is_move)

    @property
    def original(self) -> date | None:
        """Return the first date promised."""
        return self.promises[0].due if self.promises else None

    @property
    def current(self) -> date | None:
        """Return the date promised now."""
        return self.promises[-1].due if self.promises else None

    @property
    def slip_days(self) -> int:
        """Return by how many days the current target is later than the first; 0 if unknown."""
        if self.original is None or self.current is None:
            return 0
        return (self.current - self.original).days

    @property
    def overdue_days(self) -> int:
        """Return the days since the current target passed; 0 when closed, not due or due today."""
        if not self.is_open or self.current is None:
            return 0
        return max(0, (self.as_at - self.current).days)

    @property
    def slip_words(self) -> str:
        """Return “214 days later than first promised”, or nothing when no date moved."""
        if not self.moves or not self.slip_days:
            return ""
        way = "later" if self.slip_days > 0 else "earlier"
        return f"{days(abs(self.slip_days))} {way} than first promised"

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """Return a title and a note for each promise and for closure: the line as words."""
        rows = [_promise_words(promise) for promise in self.promises]
        if self.closed_on is not None:
            rows.append((f"Closed {in_table(self.closed_on)}", self._closure_words()))
        return tuple(rows)

    def _closure_words(self) -> str:
        if self.closed_on is None or self.current is None:
            return "no date was promised"
        late = (self.closed_on - self.current).days
        if late > 0:
            return f"{days(late)} after due"
        return f"{days(-late)} before due" if late else "on the day it fell due"


def _promise_words(promise: Promise) -> tuple[str, str]:
    if promise.due is None:
        title = "Date taken away"
    elif promise.is_move:
        title = f"Moved to {in_table(promise.due)}"
    else:
        title = f"First promised {in_table(promise.due)}"
    if promise.made_on is None:
        return title, "day not recorded"
    if not promise.is_move:
        return title, f"made {in_table(promise.made_on)}"
    late = promise.days_after_due or 0
    when = f"on {in_table(promise.made_on)}"
    if late > 0:
        return title, f"{when}, {days(late)} after due"
    return title, f"{when}, {days(-late)} before due" if late else f"{when}, the day it fell due"


def promise_line(
    action: Action,
    moves: Sequence[TargetChange],
    *,
    made_on: date | None,
    closed_on: date | None,
    is_open: bool,
    as_at: date,
) -> PromiseLine:
    """Derive an action's promises from its original target and its moves.

    ``made_on`` is the first day the action is known of. Moves are put in the order they were
    recorded. An action without an original target begins with its first move's ``from``. Where
    its target is not what the last move says, the step between was not recorded, and is shown so.
    """
    by_day = sorted(moves, key=lambda move: move.changed_on or date.min)
    first = action.original_target or next((move.from_ for move in by_day), action.target)
    promises = [] if first is None else [Promise(made_on=made_on, due=first)]
    promises += [
        Promise(move.changed_on, move.to, move.from_, move.reason, move.agreed_by, move.batch)
        for move in _in_order(by_day, first)
    ]
    if promises and promises[-1].due != action.target:
        promises.append(Promise(None, action.target, promises[-1].due))
    return PromiseLine(
        reference=action.reference or action.tracker_reference or "",
        promises=tuple(promises),
        closed_on=closed_on,
        as_at=as_at,
        is_open=is_open,
    )


def _in_order(by_day: Sequence[TargetChange], due: date | None) -> Iterator[TargetChange]:
    """Yield moves by their day; of several on one day, each leads to the next."""
    left = list(by_day)
    while left:
        same_day = [move for move in left if move.changed_on == left[0].changed_on]
        following = next((move for move in same_day if move.from_ == due), same_day[0])
        left.remove(following)
        due = following.to
        yield following
