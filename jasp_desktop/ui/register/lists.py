"""The tables with their counts, and the records of one of them, fetched as they are looked at."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QObject

from jasp_desktop.domain.field_words import table_words
from jasp_desktop.domain.form_parts import LISTED_TABLES
from jasp_desktop.domain.record_lines import RecordLine
from jasp_desktop.services.editing import EditingService
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.rows import Cell, CellsModel, Index, TableColumn

TABLE_COLUMNS = (
    TableColumn("table", "Table", least=96, can_sort=False),
    TableColumn("count", "Records", 78, is_right=True, can_sort=False),
)
RECORD_COLUMNS = (TableColumn("record", "Record", least=120, can_sort=False),)
PAGE_ROWS = 60

_PAGES_KEPT = 40
_NOWHERE = QModelIndex()


class TablesModel(CellsModel):
    """Every table in plain words with the number of its records."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(TABLE_COLUMNS, parent)
        self._counts: Mapping[str, int] = {}

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show other counts; the chosen row stays."""
        self._counts = counts
        first, last = self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(first, last)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many tables there are."""
        return 0 if parent.isValid() else len(LISTED_TABLES)

    def cell(self, row: int, key: str) -> Cell | None:
        """Return what stands in a row under a column."""
        table = LISTED_TABLES[row]
        if key == "table":
            return Cell(table_words(table).several)
        count = self._counts.get(table, 0)
        return Cell(f"{count:,}", colour=Colour.INK2 if count else Colour.INK3)


class RecordsModel(CellsModel):
    """Records by row id; a page of lines is fetched when one of its rows is first seen."""

    def __init__(self, editing: EditingService, parent: QObject | None = None) -> None:
        super().__init__(RECORD_COLUMNS, parent)
        self._editing = editing
        self._table = ""
        self._ids: tuple[int, ...] = ()
        self._pages: OrderedDict[int, tuple[RecordLine, ...]] = OrderedDict()

    def show_ids(self, table: str, ids: Sequence[int]) -> None:
        """Show other records, or the same ones afresh."""
        self.beginResetModel()
        self._table, self._ids = table, tuple(ids)
        self._pages.clear()
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many records are listed."""
        return 0 if parent.isValid() else len(self._ids)

    def row_of(self, row_id: int | None) -> int:
        """Return the row in which a record stands; -1 if it is not listed."""
        return self._ids.index(row_id) if row_id in self._ids else -1

    def line(self, row: int) -> RecordLine | None:
        """Return a row's line; None when the record was taken away since the list was made."""
        if not 0 <= row < len(self._ids):
            return None
        number, place = divmod(row, PAGE_ROWS)
        page = self._pages.get(number)
        if page is None:
            start = number * PAGE_ROWS
            ids = self._ids[start : start + PAGE_ROWS]
            page = self._pages[number] = tuple(self._editing.lines(self._table, ids))
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return page[place] if place < len(page) else None

    def cell(self, row: int, key: str) -> Cell | None:
        """Return what stands in a row."""
        del key
        line = self.line(row)
        if line is None:
            return None
        second = " · ".join(part for part in (line.kind, line.status) if part)
        return Cell(line.name, second=second, mark=line.mark)
