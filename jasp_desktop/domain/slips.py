"""How far each action's target has slipped from what was first promised, and whose actions.

All of it is derived from promise lines: days are those by which the current target is later than
the first, a move is a promise that took the place of an earlier one, and it is late when the
earlier one had already fallen due.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median
from typing import NamedTuple

from jasp_desktop.domain.identity import ActionUid, FindingUid
from jasp_desktop.domain.promises import PromiseLine
from jasp_desktop.domain.vocabulary import ForceStatus


class Slip(NamedTuple):
    """What a ranking needs of one action; ``owner`` is None where the tracker names none."""

    row_id: int
    owner: str | None
    slip_days: int
    moves: int
    late_moves: int
    is_open: bool
    overdue_days: int


def slip_of(row_id: int, owner: str | None, line: PromiseLine) -> Slip:
    """Return the slip of one action."""
    return Slip(
        row_id,
        owner or None,
        line.slip_days,
        len(line.moves),
        sum(move.was_late for move in line.moves),
        line.is_open,
        line.overdue_days,
    )


class SlipFilter(StrEnum):
    """Which actions are ranked."""

    ALL = "all"
    MOVED = "moved"
    MOVED_LATE = "moved_late"
    OPEN = "open"
    OVERDUE = "overdue"
    CLOSED = "closed"


class SlipOrder(StrEnum):
    """What actions are ranked by."""

    REFERENCE = "reference"
    SLIP = "slip"
    MOVES = "moves"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipQuery:
    """A filter, an owner or all of them, and an order; ``owner`` may be empty: nobody named."""

    filter: SlipFilter = SlipFilter.ALL
    owner: str | None = None
    order: SlipOrder = SlipOrder.SLIP
    descending: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerTotals:
    """The actions of one owner; an empty owner stands for the actions that name none.

    ``slip_days`` is the sum of what the targets are later than first promised, ``median_days`` the
    middle one of the actions that moved.
    """

    owner: str
    actions: int
    open_actions: int
    overdue: int
    moved: int
    late_moves: int
    slip_days: int
    median_days: float

    @property
    def name(self) -> str:
        """Return the owner as a list names it."""
        return self.owner or "No owner named"

    @property
    def slip_words(self) -> str:
        """Return the sum for a column; a minus where targets came forward."""
        return signed(self.slip_days)

    @property
    def median_words(self) -> str:
        """Return the median for a column, or a dash where nothing moved."""
        return signed(round(self.median_days)) if self.moved else "–"


@dataclass(frozen=True, slots=True)
class SlipBoard:
    """Every action's slip in the order of references, and the totals of each owner."""

    slips: tuple[Slip, ...] = ()
    owners: tuple[OwnerTotals, ...] = ()

    def of_owner(self, owner: str | None) -> list[Slip]:
        """Return the actions of one owner, or all of them."""
        if owner is None:
            return list(self.slips)
        return [slip for slip in self.slips if (slip.owner or "") == owner]

    def counts(self, owner: str | None) -> dict[SlipFilter, int]:
        """Return how many of an owner's actions each filter would show."""
        found = self.of_owner(owner)
        return {which: sum(map(passes, found)) for which, passes in _PASSES.items()}

    def ranked(self, query: SlipQuery) -> tuple[int, ...]:
        """Return the row ids of the actions that a query shows, in its order.

        Those that tie stay in the order of their references.
        """
        found = list(filter(_PASSES[query.filter], self.of_owner(query.owner)))
        if query.order is SlipOrder.REFERENCE:
            found = found[::-1] if query.descending else found
        else:
            found.sort(key=_KEYS[query.order], reverse=query.descending)
        return tuple(slip.row_id for slip in found)


_PASSES: dict[SlipFilter, Callable[[Slip], bool]] = {
    SlipFilter.ALL: lambda _: True,
    SlipFilter.MOVED: lambda slip: slip.moves > 0,
    SlipFilter.MOVED_LATE: lambda slip: slip.late_moves > 0,
    SlipFilter.OPEN: lambda slip: slip.is_open,
    SlipFilter.OVERDUE: lambda slip: slip.overdue_days > 0,
    SlipFilter.CLOSED: lambda slip: not slip.is_open,
}
_KEYS: dict[SlipOrder, Callable[[Slip], tuple[int, int]]] = {
    SlipOrder.SLIP: lambda slip: (slip.slip_days, slip.moves),
    SlipOrder.MOVES: lambda slip: (slip.moves, slip.late_moves),
    SlipOrder.OVERDUE: lambda slip: (slip.overdue_days, slip.slip_days),
}


def slip_board(slips: Iterable[Slip]) -> SlipBoard:
    """Add up slips by owner, the most slipped owner first."""
    found = tuple(slips)
    by_owner: defaultdict[str, list[Slip]] = defaultdict(list)
    for slip in found:
        by_owner[slip.owner or ""].append(slip)
    totals = [_totals(owner, each) for owner, each in by_owner.items()]
    totals.sort(key=lambda each: (-each.slip_days, -each.moved, each.owner))
    return SlipBoard(found, tuple(totals))


def _totals(owner: str, slips: Sequence[Slip]) -> OwnerTotals:
    moved = [slip.slip_days for slip in slips if slip.moves]
    return OwnerTotals(
        owner=owner,
        actions=len(slips),
        open_actions=sum(slip.is_open for slip in slips),
        overdue=sum(slip.overdue_days > 0 for slip in slips),
        moved=len(moved),
        late_moves=sum(slip.late_moves for slip in slips),
        slip_days=sum(slip.slip_days for slip in slips),
        median_days=float(median(moved)) if moved else 0.0,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipLine:
    """An action in the ranking with its promises; ``finding`` is the first that leads to it."""

    uid: ActionUid
    reference: str
    text: str
    owner: str | None
    status: ForceStatus | None
    line: PromiseLine
    finding: FindingUid | None

    @property
    def slip(self) -> Slip:
        """Return its slip, as the ranking has it."""
        return slip_of(0, self.owner, self.line)

    @property
    def slip_words(self) -> str:
        """Return its days for a column, or a dash where its target never moved."""
        return signed(self.line.slip_days) if self.line.moves else "–"

    @property
    def move_words(self) -> str:
        """Return “3, 2 late”, or a dash."""
        moves, late = self.slip.moves, self.slip.late_moves
        if not moves:
            return "–"
        return f"{moves}, {late} late" if late else f"{moves}"


def signed(days: int) -> str:
    """Return days for a column, with a true minus sign."""
    return f"−{-days:,}" if days < 0 else f"{days:,}"
