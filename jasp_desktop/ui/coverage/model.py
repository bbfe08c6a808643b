"""The cells of the coverage matrix."""

from PySide6.QtCore import QObject

from jasp_desktop.domain.coverage import (
    CoverageCell,
    CoverageColumn,
    CoverageLine,
    CoverageOrder,
    Covered,
)
from jasp_desktop.domain.coverage_marks import mark_of_cell
from jasp_desktop.domain.marks import PRIVATE
from jasp_desktop.services.boards import BoardService
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.paged_model import PagedModel
from jasp_desktop.ui.kit.rows import Blank, Cell, TableColumn

FINDING, MISSING = "finding", "missing"
_WIDTHS = {
    CoverageColumn.RESPONSE: 128,
    CoverageColumn.ACTION: 110,
    CoverageColumn.TARGET: 114,
    CoverageColumn.EVIDENCE: 108,
    CoverageColumn.HMICFRS: 150,
    CoverageColumn.QUESTION: 136,
}
COLUMNS = (
    TableColumn(CoverageOrder.REFERENCE, "Ref", 76),
    TableColumn(FINDING, "Finding", least=160, can_sort=False),
    *(TableColumn(each, each.heading, _WIDTHS[each]) for each in CoverageColumn),
    TableColumn(MISSING, "Blanks in words", 280, can_sort=False),
    TableColumn(CoverageOrder.BLANKS, "Blanks", 90, is_right=True),
)
"""The key of a column is what the matrix is sorted by when its heading is pressed."""

_BLANKS = {Covered.WANTED: Blank.WANTED, Covered.NOT_YET: Blank.NOT_YET}


class CoverageModel(PagedModel[CoverageLine]):
    """Shows findings with what answers them."""

    def __init__(self, boards: BoardService, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, boards.coverage_lines, cells_of, parent)


def cells_of(line: CoverageLine) -> dict[str, Cell | None]:
    """Return the cells of one finding by the keys of their columns."""
    _, blank = line.gaps
    cells: dict[str, Cell | None] = {
        CoverageOrder.REFERENCE: Cell(line.reference, is_strong=True),
        FINDING: Cell(" ".join(line.text.split()), f"{line.label}, {line.report_name}"),
        MISSING: _missing(line),
        CoverageOrder.BLANKS: Cell(f"{blank}" if blank else "–"),
    }
    return cells | {each.column: _cell(line, each) for each in line.cells}


def _cell(line: CoverageLine, link: CoverageCell) -> Cell:
    if link.covered.is_blank:
        return Cell(link.words, blank=_BLANKS[link.covered])
    if link.column is CoverageColumn.TARGET and line.target:
        # A date says by itself that it is there.
        return Cell(link.words, colour=Colour.INK2)
    if link.column is CoverageColumn.QUESTION and not line.facts.questions:
        return Cell(link.words, mark=PRIVATE, colour=Colour.MINE)
    mark = mark_of_cell(link, line.position)
    colour = Colour.INK3 if link.covered is Covered.NOT_NEEDED else Colour.INK2
    return Cell(link.words, mark=mark, colour=colour)


def _missing(line: CoverageLine) -> Cell:
    """Return the blanks in words: those where something should be, and under them the others."""
    wanted = [_lacking(each) for each in line.cells if each.is_wanted]
    others = [_lacking(each) for each in line.cells if each.covered is Covered.NOT_YET]
    second = f"Not yet: {', '.join(others)}" if others else ""
    if not wanted:
        return Cell("Nothing missing", second, colour=Colour.INK2)
    return Cell(f"Missing: {', '.join(wanted)}", second, colour=Colour.OVERDUE, is_strong=True)


def _lacking(link: CoverageCell) -> str:
    return (
        link.column.heading
        if link.column is CoverageColumn.HMICFRS
        else link.column.heading.lower()
    )
