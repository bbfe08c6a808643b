"""The promises on paper: totals of each owner, the ranking, and the lines that slipped furthest."""

from collections.abc import Sequence

from jasp_desktop.briefs.blocks import (
    Block,
    Brief,
    Cell,
    CellLine,
    Column,
    Heading,
    Kept,
    PromiseFigure,
    Prose,
    Role,
    Table,
    cell,
    plain,
    quiet,
)
from jasp_desktop.briefs.sections.actions import promise_sentence
from jasp_desktop.briefs.sections.board import board_of
from jasp_desktop.domain.dates import in_table
from jasp_desktop.domain.promise_drawing import axis_for
from jasp_desktop.domain.records import Panel
from jasp_desktop.domain.slips import OwnerTotals, SlipLine

TITLE = "Promises, and how far they slipped"

_MOST_DRAWN = 10
_MOST_ROWS = 12


def promises_of_panel(
    panel: Panel, chosen: str, owners: Sequence[OwnerTotals], lines: Sequence[SlipLine]
) -> Brief:
    """Return a ranking of actions; ``chosen`` says which they are, ``owners`` whose."""
    blocks: list[Block] = []
    if owners:
        blocks.append(_owners(owners))
    if lines:
        blocks.append(_ranking(chosen, lines))
    else:
        blocks.append(Prose(plain(f"{chosen}: none.")))
    return board_of(panel, TITLE, (*blocks, *_drawn(lines)))


def _owners(owners: Sequence[OwnerTotals]) -> Table:
    columns = (
        Column("Owner", share=1),
        Column("Actions", right=True),
        Column("Open", right=True),
        Column("Overdue", right=True),
        Column("Moved", right=True),
        Column("Days slipped", right=True),
        Column("Median", right=True),
    )
    rows = tuple(
        (
            cell(each.name),
            *map(
                cell,
                (
                    f"{each.actions:,}",
                    f"{each.open_actions:,}",
                    f"{each.overdue:,}",
                    f"{each.moved:,}",
                    each.slip_words,
                    each.median_words,
                ),
            ),
        )
        for each in owners
    )
    return Table(columns, rows, caption="By owner; the median is of the actions that moved")


def _ranking(chosen: str, lines: Sequence[SlipLine]) -> Table:
    columns = (
        Column("Ref"),
        Column("Action and owner", share=1),
        Column("First target", right=True),
        Column("Target now", right=True),
        Column("Days", right=True),
        Column("Moves"),
    )
    return Table(columns, tuple(map(_row, lines)), caption=f"{chosen}, the most slipped first")


def _row(line: SlipLine) -> tuple[Cell, ...]:
    words = " ".join(line.text.split())
    status = line.status.words if line.status else "No status recorded"
    who = f"{line.owner or 'No owner named'}. {status}"
    original, current = line.line.original, line.line.current
    return (
        cell(line.reference),
        (CellLine(plain(words)), CellLine(quiet(who))),
        cell(in_table(original) if original else "–"),
        cell(in_table(current) if current else "–"),
        cell(line.slip_words),
        cell(line.move_words),
    )


def _drawn(lines: Sequence[SlipLine]) -> list[Block]:
    moved = [each for each in lines if each.line.moves and len(each.line.promises) <= _MOST_ROWS][
        :_MOST_DRAWN
    ]
    axis = axis_for(each.line for each in moved)
    if axis is None:
        return []
    figures = [
        Kept(
            (
                Heading(3, f"{each.reference}  {each.owner or 'No owner named'}"),
                Prose(plain(promise_sentence(each.line)), Role.SMALL),
                PromiseFigure(each.line, axis),
            )
        )
        for each in moved
    ]
    title = "The promise that moved" if len(moved) == 1 else f"{len(moved)} that moved, drawn"
    return [Kept((Heading(2, title), figures[0])), *figures[1:]]
