"""What becomes of each row of a tracker before it is compared with the register."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jasp_desktop.domain.imports import ImportProblem
from jasp_desktop.domain.tracker_actions import action_words
from jasp_desktop.domain.tracker_keys import Repeats, RowKey, repeats, row_key
from jasp_desktop.domain.tracker_matching import KeyedRow, Match
from jasp_desktop.domain.trackers import (
    Decisions,
    Fate,
    FieldChange,
    RowOutcome,
    TrackerMapping,
    TrackerRow,
)

_LONGEST_VALUE = 200


@dataclass(frozen=True, slots=True)
class SortedRows:
    """The rows of one sheet in order, each with its key or none, and which may count.

    ``rejected`` gives the problems of every row that may not.
    """

    rows: Sequence[tuple[TrackerRow, RowKey | None]]
    counting: Sequence[KeyedRow]
    rejected: dict[int, tuple[ImportProblem, ...]]


def sort_rows(
    rows: Iterable[TrackerRow], mapping: TrackerMapping, decisions: Decisions
) -> SortedRows:
    """Put the rows that may count apart from those that may not."""
    keyed = [(row, row_key(row, mapping)) for row in rows]
    rejected: dict[int, tuple[ImportProblem, ...]] = {}
    left: list[KeyedRow] = []
    for row, key in keyed:
        if row.number in decisions.left_out:
            rejected[row.number] = (_problem(row, "Left out by the person who imports."),)
        elif row.faults:
            rejected[row.number] = row.faults
        elif key is None:
            rejected[row.number] = (_problem(row, "Nothing in this row says which action it is."),)
        else:
            left.append(KeyedRow(key, row, action_words(row)))
    twice = repeats((each.key, each.row) for each in left)
    for each in left:
        if message := _said_twice(each.row.number, twice):
            value = each.row.reference or each.row.finding_number
            rejected[each.row.number] = (_problem(each.row, message, value),)
    counting = [each for each in left if each.row.number not in rejected]
    return SortedRows(keyed, counting, rejected)


def _said_twice(number: int, twice: Repeats) -> str | None:
    if number in twice.same:
        return f"Says the same as row {twice.same[number]}, which counts."
    if number in twice.clashing:
        *most, last = twice.clashing[number]
        rows = f"{', '.join(map(str, most))} and {last}"
        return f"Stands twice in the sheet (rows {rows}). Choose which counts."
    return None


def why_it_waits(row: TrackerRow, match: Match) -> tuple[ImportProblem, ...]:
    """Return what a person has to settle before a row counts; empty where it does."""
    problems = row.waiting
    if match.candidates:
        first = match.candidates[0]
        message = (
            f"May be {first.label}: {first.likeness} % alike. "
            "Say whether it is the same action or a new one."
        )
        problems = (*problems, _problem(row, message, action_words(row) or row.reference))
    return problems


def why_it_cannot_be_new(row: TrackerRow, match: Match) -> tuple[ImportProblem, ...]:
    """Return why a row makes no action; empty where it does, or is known already."""
    if not match.is_new or action_words(row):
        return ()
    message = "Not on the register, and no cell says what the action is."
    return (_problem(row, message, row.reference or row.finding_number),)


def outcome_of(
    row: TrackerRow,
    fate: Fate,
    match: Match | None,
    *,
    name: str | None = None,
    changes: Sequence[FieldChange] = (),
    problems: Sequence[ImportProblem] = (),
) -> RowOutcome:
    """Return what becomes of a row; ``name`` is what the register calls its action."""
    numbers = " ".join(each for each in (row.finding_number, row.sub_number) if each)
    return RowOutcome(
        row=row.number,
        fate=fate,
        label=name or row.reference or (f"No. {numbers}" if numbers else f"Row {row.number}"),
        text=action_words(row),
        action=match.action if match else None,
        changes=tuple(changes),
        problems=(*problems, *row.remarks),
        candidates=match.candidates if match else (),
    )


def _problem(row: TrackerRow, message: str, value: str | None = None) -> ImportProblem:
    short = value[:_LONGEST_VALUE] if value else None
    return ImportProblem(row=row.number, value=short, message=message)
