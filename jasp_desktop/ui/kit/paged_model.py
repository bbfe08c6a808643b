"""A table of any length: an array of row ids, and the lines of the rows that are looked at."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QObject

from jasp_desktop.ui.kit.rows import Cell, CellsModel, Index, TableColumn

PAGE_ROWS = 60
"""Lines fetched at once: a tall window shows fewer."""

_PAGES_KEPT = 40
_NOWHERE = QModelIndex()

type Cells = Mapping[str, Cell | None]


class PagedModel[L](CellsModel):
    """Shows records by row id; a page of lines is fetched when one of its rows is first seen.

    ``fetch`` returns the lines of some row ids in their order, ``cells_of`` the cells of a line by
    the keys of their columns.
    """

    def __init__(
        self,
        columns: Sequence[TableColumn],
        fetch: Callable[[Sequence[int]], Sequence[L]],
        cells_of: Callable[[L], Cells],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, parent)
        self._fetch_lines, self._cells_of = fetch, cells_of
        self._ids: tuple[int, ...] = ()
        self._pages: OrderedDict[int, tuple[L, ...]] = OrderedDict()
        self._cells: dict[int, Cells] = {}

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show other records, or the same ones afresh."""
        self.beginResetModel()
        self._ids = tuple(ids)
        self._pages.clear()
        self._cells.clear()
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many records are listed."""
        return 0 if parent.isValid() else len(self._ids)

    def row_id(self, row: int) -> int | None:
        """Return the row id of the record in a row; None outside the list."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def row_of(self, row_id: int | None) -> int:
        """Return the row in which a record stands; -1 if it is not listed."""
        return self._ids.index(row_id) if row_id in self._ids else -1

    def line(self, row: int) -> L | None:
        """Return a row's line; None when the record was taken away since the list was made."""
        number, place = divmod(row, PAGE_ROWS)
        page = self._pages.get(number)
        if page is None:
            page = self._fetch(number)
        self._pages.move_to_end(number)
        return page[place] if place < len(page) else None

    def _fetch(self, number: int) -> tuple[L, ...]:
        start = number * PAGE_ROWS
        page = tuple(self._fetch_lines(self._ids[start : start + PAGE_ROWS]))
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
            cells = {} if line is None else self._cells_of(line)
            self._cells[row] = cells
        return cells.get(key)
