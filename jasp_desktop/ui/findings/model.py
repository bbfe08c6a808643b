"""The table of findings: an array of row ids, and the lines of the rows that are looked at."""

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject

from jasp_desktop.domain.dates import in_table
from jasp_desktop.domain.listings import FindingLine, FindingOrder
from jasp_desktop.domain.marks import (
    mark_for_force_status,
    mark_for_hmicfrs_position,
    mark_named,
)
from jasp_desktop.services.register import RegisterService
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.rows import Cell, CellsModel, Index, TableColumn

PAGE_ROWS = 60
"""Lines fetched at once: a tall window shows fewer."""

_PAGES_KEPT = 40

COLUMNS = (
    TableColumn(FindingOrder.REFERENCE, "Ref", 76),
    TableColumn(FindingOrder.FINDING, "Finding", lines=2),
    TableColumn(FindingOrder.FORCE_STATUS, "Force status", 240, is_optional=True),
    TableColumn(FindingOrder.TARGET, "Target", 108, is_right=True, is_optional=True),
    TableColumn(FindingOrder.ATTENTION, "Attention", 186),
    TableColumn(FindingOrder.HMICFRS_POSITION, "HMICFRS position", 162, is_optional=True),
    TableColumn(FindingOrder.QUESTIONS, "Questions", 92, is_right=True, is_optional=True),
)
"""The key of a column is what the list is sorted by when its heading is pressed."""

_NOWHERE = QModelIndex()


class FindingsModel(CellsModel):
    """Shows findings by row id; a page of lines is fetched when one of its rows is first seen."""

    def __init__(self, register: RegisterService, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, parent)
        self._register = register
        self._ids: tuple[int, ...] = ()
        self._pages: OrderedDict[int, tuple[FindingLine, ...]] = OrderedDict()
        self._cells: dict[int, dict[str, Cell | None]] = {}

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show other findings, or the same ones afresh."""
        self.beginResetModel()
        self._ids = tuple(ids)
        self._pages.clear()
        self._cells.clear()
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many findings are listed."""
        return 0 if parent.isValid() else len(self._ids)

    def row_id(self, row: int) -> int | None:
        """Return the row id of the finding in a row; None outside the list."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def row_of(self, row_id: int | None) -> int:
        """Return the row in which a finding stands; -1 if it is not listed."""
        return self._ids.index(row_id) if row_id in self._ids else -1

    def line(self, row: int) -> FindingLine | None:
        """Return a row's line; None when the finding was taken away since the list was made."""
        number, place = divmod(row, PAGE_ROWS)
        page = self._pages.get(number)
        if page is None:
            page = self._fetch(number)
        self._pages.move_to_end(number)
        return page[place] if place < len(page) else None

    def _fetch(self, number: int) -> tuple[FindingLine, ...]:
        start = number * PAGE_ROWS
        page = tuple(self._register.finding_lines(self._ids[start : start + PAGE_ROWS]))
        self._pages[number] = page
        if len(self._pages) > _PAGES_KEPT:
            dropped, _ = self._pages.popitem(last=False)
            for row in range(dropped * PAGE_ROWS, (dropped + 1) * PAGE_ROWS):
                self._cells.pop(row, None)
        return page

    def cell(self, row: int, key: str) -> Cell | None:
        """Return what stands in a row under a column."""
        cells = self._cells.get(row)
        if cells is None:
            line = self.line(row)
            cells = {} if line is None else cells_of(line)
            self._cells[row] = cells
        return cells.get(key)


def cells_of(line: FindingLine) -> dict[str, Cell | None]:
    """Return the cells of one finding by the keys of their columns."""
    return {
        FindingOrder.REFERENCE: Cell(line.reference, is_strong=True),
        FindingOrder.FINDING: Cell(
            " ".join(line.text.split()),
            ", ".join(part for part in (line.label, line.theme) if part),
        ),
        FindingOrder.FORCE_STATUS: _force_status(line),
        FindingOrder.TARGET: _target(line),
        FindingOrder.ATTENTION: _attention(line),
        FindingOrder.HMICFRS_POSITION: Cell(
            line.hmicfrs_position.words,
            mark=mark_for_hmicfrs_position(line.hmicfrs_position),
            colour=Colour.INK2,
        ),
        FindingOrder.QUESTIONS: (
            Cell(f"{line.questions}", is_strong=True) if line.questions else None
        ),
    }


def _force_status(line: FindingLine) -> Cell:
    if line.force_status is None:
        return Cell("Not recorded", colour=Colour.INK3)
    return Cell(line.force_status.words, mark=mark_for_force_status(line.force_status))


def _target(line: FindingLine) -> Cell | None:
    if line.target is not None:
        return Cell(in_table(line.target))
    return Cell("No date", colour=Colour.INK3) if line.is_open and line.actions else None


def _attention(line: FindingLine) -> Cell | None:
    if line.attention is None:
        return None
    name, words = line.attention
    mark = mark_named(name)
    return Cell(words, mark=mark, colour=Colour(mark.ink), is_strong=True)
