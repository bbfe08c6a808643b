"""What a person decides about single rows and cells, added to what was decided before."""

from collections.abc import Iterable
from dataclasses import replace

from jasp_desktop.domain.identity import ActionUid
from jasp_desktop.domain.trackers import Decisions


def corrected(decisions: Decisions, row: int, column: int, words: str | None) -> Decisions:
    """Return decisions in which a cell says something else; None takes the correction back."""
    kept = {cell: each for cell, each in decisions.corrections.items() if cell != (row, column)}
    return replace(decisions, corrections=kept if words is None else kept | {(row, column): words})


def matched(decisions: Decisions, row: int, action: ActionUid | None) -> Decisions:
    """Return decisions in which a row is an action of the register, or None for a new one."""
    return replace(decisions, matches={**decisions.matches, row: action})


def unmatched(decisions: Decisions, row: int) -> Decisions:
    """Return decisions that say nothing of what a row is."""
    kept = {each: action for each, action in decisions.matches.items() if each != row}
    return replace(decisions, matches=kept)


def left_out(decisions: Decisions, rows: Iterable[int]) -> Decisions:
    """Return decisions in which these rows do not count."""
    return replace(decisions, left_out=decisions.left_out | frozenset(rows))


def let_in(decisions: Decisions, row: int) -> Decisions:
    """Return decisions in which a row counts again."""
    return replace(decisions, left_out=decisions.left_out - {row})
