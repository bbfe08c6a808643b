"""What changed between two states: a section of the brief, or a paper of its own."""

from collections.abc import Iterable, Sequence

from jasp_desktop.briefs.blocks import (
    Block,
    Brief,
    Cell,
    CellLine,
    Column,
    Heading,
    Prose,
    Role,
    Run,
    Section,
    Table,
    cell,
    plain,
    quiet,
    strong,
)
from jasp_desktop.briefs.sections.board import board_of
from jasp_desktop.domain.change_marks import mark_of_kind
from jasp_desktop.domain.change_sentences import change_words
from jasp_desktop.domain.records import Panel
from jasp_desktop.domain.register_changes import (
    ChangeKind,
    Comparison,
    OpenTally,
    RegisterChange,
)
from jasp_desktop.domain.word_differences import PieceKind, word_differences

TITLE = "What changed"
SINCE_LAST_MET = "What changed since we last met"
_TOLD_WITH_THEIR_ACTIONS = frozenset({ChangeKind.UPDATE_ADDED})


def changes_section(comparison: Comparison) -> Section:
    """Return the brief's own section; updates stand with their actions and are only counted."""
    told = [each for each in comparison.changes if each.kind not in _TOLD_WITH_THEIR_ACTIONS]
    left = len(comparison.changes) - len(told)
    blocks = [*_opening(comparison), *_groups(told)]
    if left:
        words = f"Beside these the force gave {left:,} updates: each stands with its action."
        blocks.append(Prose(plain(words), Role.SMALL))
    heading = Heading(1, SINCE_LAST_MET, kicker=comparison.words)
    return Section("changes", SINCE_LAST_MET, TITLE, (heading, *blocks))


def changes_of_panel(panel: Panel, comparison: Comparison) -> Brief:
    """Return all that changed as a document of its own."""
    kicker = Prose(strong(comparison.words))
    return board_of(panel, TITLE, (kicker, *_opening(comparison), *_groups(comparison.changes)))


def _opening(comparison: Comparison) -> list[Block]:
    if not comparison.changes:
        return [Prose(plain("Nothing changed between the two."))]
    columns = (
        Column("Open", share=1),
        Column("Then", right=True),
        Column("New", right=True),
        Column("Opened again", right=True),
        Column("Closed", right=True),
        Column("Removed", right=True),
        Column("Now", right=True),
    )
    totals = comparison.totals
    rows = (_tally("Actions", totals.actions), _tally("Findings", totals.findings))
    return [Table(columns, rows, caption="Then, with what came and without what went, is now")]


def _tally(name: str, tally: OpenTally) -> tuple[Cell, ...]:
    came = (tally.open_then, tally.added_open, tally.reopened)
    gone = (tally.closed, tally.removed)
    return (
        cell(name),
        *(cell(f"{len(each):,}") for each in came),
        *(cell(f"−{len(each):,}" if each else "0") for each in gone),
        (CellLine((Run(f"{len(tally.open_now):,}", bold=True),)),),
    )


def _groups(changes: Sequence[RegisterChange]) -> Iterable[Block]:
    for kind in ChangeKind:
        found = [change for change in changes if change.kind is kind]
        if found:
            yield from _group(kind, found)


def _group(kind: ChangeKind, changes: Sequence[RegisterChange]) -> Iterable[Block]:
    late = sum((change.days_after_due or 0) > 0 for change in changes)
    count = f"{len(changes):,}, of which {late:,} after the date had passed" if late else ""
    # The same widths in every group: the eye goes down the paper, not across.
    columns = (
        Column("Ref", share=0.45),
        Column("What it is", share=1),
        Column("What changed", share=1.2),
    )
    yield Heading(2, f"{kind.words}: {count or f'{len(changes):,}'}")
    yield Table(columns, tuple(_row(change) for change in changes))


def _row(change: RegisterChange) -> tuple[Cell, ...]:
    said = CellLine(plain(change_words(change)), mark_of_kind(change.kind))
    lines = [said]
    if change.kind is ChangeKind.TEXT_CHANGED:
        lines += _compared(change)
    if change.reason:
        lines.append(CellLine(quiet(change.reason)))
    return cell(change.label), cell(change.text), tuple(lines)


def _compared(change: RegisterChange) -> list[CellLine]:
    """Return the words that went and those that came: bold, so that they are not lost in ink."""
    found = word_differences(str(change.before or ""), str(change.after or ""))
    sides = []
    for name, own in (("Before: ", PieceKind.REMOVED), ("Now: ", PieceKind.ADDED)):
        runs = [
            Run(found.words_of(piece), bold=piece.kind is own)
            for piece in found.pieces
            if piece.kind in {PieceKind.KEPT, own}
        ]
        sides.append(CellLine((Run(name, quiet=True), *runs), small=True))
    return sides
