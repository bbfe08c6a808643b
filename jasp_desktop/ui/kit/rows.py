"""What a list or a table shows in a place, handed from a model to the delegate that paints it.

A model answers two roles beside Qt's own:

- ``ROW_ROLE`` of a list: a ``ListRow``;
- ``CELL_ROLE`` of a table: a ``Cell``, or None for an empty one.

``RowsModel`` and ``CellsModel`` answer them, and Qt's roles for display, tool tip and screen
reader, from what their subclasses return.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from jasp_desktop.domain.marks import Mark
from jasp_desktop.ui.kit.colours import Colour

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
CELL_ROLE = int(Qt.ItemDataRole.UserRole) + 2

type Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class ListRow:
    """Three lines of a list: reference and kind; title; status. ``note`` stands at the right."""

    title: str
    reference: str = ""
    kind: str = ""
    mark: Mark | None = None
    status: str = ""
    note: str = ""
    is_strong: bool = False
    is_loud: bool = True

    @property
    def spoken(self) -> str:
        """Return the row as a screen reader says it."""
        parts = (self.reference, self.kind, self.title, self.status, self.note)
        return ", ".join(part for part in parts if part)


class Blank(StrEnum):
    """What it means that a place is empty."""

    WANTED = "wanted"  # something should be here
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's cell: words, perhaps a second line, a mark before them, or an outlined blank."""

    words: str
    second: str = ""
    mark: Mark | None = None
    colour: Colour = Colour.INK
    is_strong: bool = False
    blank: Blank | None = None

    @property
    def spoken(self) -> str:
        """Return the cell as a screen reader says it."""
        return ", ".join(part for part in (self.words, self.second) if part)


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: its key, heading, width at 100 % and what it does when room is short.

    ``width`` None takes the rest, at least ``least``. Where room is short the optional columns go,
    the last of them first. ``lines`` is the most that the words of a cell take.
    """

    key: str
    heading: str
    width: int | None = None
    least: int = 300
    lines: int = 1
    is_right: bool = False
    is_optional: bool = False
    can_sort: bool = True


class RowsModel(QAbstractListModel):
    """A list whose rows are held in memory."""

    def __init__(self, rows: Sequence[ListRow] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = tuple(rows)

    def set_rows(self, rows: Sequence[ListRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, number: int) -> ListRow:
        """Return a row."""
        return self._rows[number]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer a role of a row."""
        if not index.isValid():
            return None
        row = self.row(index.row())
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        return row.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None


class CellsModel(QAbstractTableModel):
    """A table; subclasses say how many rows there are and what is in a cell."""

    def __init__(self, columns: Sequence[TableColumn], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)

    def cell(self, row: int, key: str) -> Cell | None:
        """Return what stands in a row under the column of that key."""
        raise NotImplementedError

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows there are."""
        raise NotImplementedError

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Answer a column's heading."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.columns[section].heading
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer a role of a cell."""
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        cell = self.cell(index.row(), column.key)
        if role == CELL_ROLE or cell is None:
            return cell if role == CELL_ROLE else None
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.heading}: {cell.spoken}"
        return None
