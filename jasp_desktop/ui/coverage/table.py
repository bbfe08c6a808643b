"""The matrix as a table: a cell is chosen in a row, and opened."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.coverage import CoverageColumn
from jasp_desktop.ui.coverage.model import COLUMNS, FINDING, MISSING
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.register_table import RegisterTable
from jasp_desktop.ui.kit.rows import TableColumn
from jasp_desktop.ui.kit.space import Measure

_KEYS = [column.key for column in COLUMNS]
_LINKS = frozenset(CoverageColumn)


class CoverageTable(RegisterTable):
    """Left and right go along the cells of a row; ``cell_opened`` carries a row and a column.

    Where the links have no room beside one another, their blanks stand in words.
    """

    cell_opened = Signal(int, str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "Coverage", COLUMNS, two_lines=True, parent=parent)
        self.opened.connect(self._on_opened)

    @property
    def shows_links(self) -> bool:
        """Tell whether each link has a column of its own."""
        return not self.isColumnHidden(_KEYS.index(CoverageColumn.RESPONSE))

    def shown_columns(self, room: int) -> Sequence[TableColumn]:
        """Return the links' columns where they have room, else the one of words."""
        wide = [column for column in COLUMNS if column.key != MISSING]
        if self.least_width(wide) <= room:
            return wide
        return [column for column in COLUMNS if column.key not in _LINKS]

    def choose_cell(self, row: int, key: str) -> None:
        """Make a cell the current one."""
        self.setCurrentIndex(self.model().index(row, _KEYS.index(key)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, then the ring round the current cell of the chosen one."""
        super().paintEvent(event)
        index = self.currentIndex()
        if not self.hasFocus() or not index.isValid() or self.isColumnHidden(index.column()):
            return
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self.appearance.theme.colour(Colour.FOCUS), Measure.FOCUS_RING))
        inset = 2 * Measure.FOCUS_RING
        painter.drawRect(QRectF(self.visualRect(index)).adjusted(inset, inset, -inset, -inset))

    def _on_opened(self, row: int) -> None:
        column = self.currentIndex().column()
        self.cell_opened.emit(row, _KEYS[column] if column >= 0 else FINDING)
