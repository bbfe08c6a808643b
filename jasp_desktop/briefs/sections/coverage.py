"""The coverage matrix on paper: it reads by its gaps, and its caption counts them."""

from collections.abc import Sequence
from dataclasses import replace

from jasp_desktop.briefs.blocks import (
    Brief,
    Cell,
    CellLine,
    Column,
    Prose,
    Role,
    Table,
    cell,
    plain,
    quiet,
    strong,
)
from jasp_desktop.briefs.sections.board import board_of
from jasp_desktop.domain.coverage import CoverageCell, CoverageColumn, CoverageLine
from jasp_desktop.domain.coverage_marks import mark_of_cell
from jasp_desktop.domain.drawing import Ink
from jasp_desktop.domain.records import Panel

TITLE = "Coverage: where the chain is whole, and where it breaks"

_BLANK_MEANS = "A blank says only that the register holds nothing there."
_COLUMNS = (
    Column("Ref"),
    Column("Finding", share=1.45),
    Column(CoverageColumn.RESPONSE.heading, share=0.95),
    Column(CoverageColumn.ACTION.heading, share=0.76),
    Column(CoverageColumn.TARGET.heading),
    Column(CoverageColumn.EVIDENCE.heading, share=0.76),
    Column(CoverageColumn.HMICFRS.heading, share=0.8),
    Column(CoverageColumn.QUESTION.heading, share=0.76),
)


def coverage_of_panel(panel: Panel, chosen: str, lines: Sequence[CoverageLine]) -> Brief:
    """Return the matrix of some findings; ``chosen`` says which they are."""
    if not lines:
        return board_of(panel, TITLE, (Prose(plain(f"{chosen}: none.")),))
    wanted, blank = _gaps(lines)
    caption = (
        f"{chosen}. A dashed box marks a gap: {blank:,} in all, "
        f"of which {wanted:,} where something should be"
    )
    rows = tuple(_row(line) for line in lines)
    return board_of(
        panel,
        TITLE,
        (Table(_COLUMNS, rows, caption=caption), Prose(quiet(_BLANK_MEANS), Role.SMALL)),
    )


def _gaps(lines: Sequence[CoverageLine]) -> tuple[int, int]:
    found = [line.gaps for line in lines]
    return sum(wanted for wanted, _ in found), sum(blank for _, blank in found)


def _row(line: CoverageLine) -> tuple[Cell, ...]:
    finding = (
        CellLine(plain(" ".join((line.theme or line.text).split()))),
        CellLine(quiet(f"{line.label}, {line.report_name}")),
    )
    return (cell(line.reference), finding, *(_link(line, each) for each in line.cells))


def _link(line: CoverageLine, link: CoverageCell) -> Cell:
    # On paper every mark is black: the dashed box and the bold word tell a wanted blank.
    mark = replace(mark_of_cell(link, line.position), ink=Ink.INK)
    words = strong(link.words) if link.is_wanted else plain(link.words)
    if link.column is CoverageColumn.TARGET and not link.covered.is_blank:
        return (CellLine(words),)
    return (CellLine(words, mark),)
