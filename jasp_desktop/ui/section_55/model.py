"""The section 55 board as a table."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QObject, Qt

from jasp_desktop.domain.section_55_board import BoardLine
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.rows import Cell, CellsModel, Index, TableColumn
from jasp_desktop.ui.reports.words import is_past, published_words

COLUMNS = (
    TableColumn("report", "Report", least=190),
    TableColumn("published", "Published", 124, is_right=True, is_optional=True),
    TableColumn("clock", "Clock", 240),
    TableColumn("explained", "Recommendations", 158),
)
_SORTS: dict[str, Callable[[BoardLine], str | int | date]] = {
    "report": lambda line: line.report.name.casefold(),
    "published": lambda line: line.report.published or date.min,
    "clock": lambda line: line.clock.day[1] if line.is_running and line.clock else -1,
    "explained": lambda line: len(line.unexplained) if line.lacks_explanation else -1,
}
_NOWHERE = QModelIndex()


class BoardModel(CellsModel):
    """Reports in memory: a panel has a few hundred at most."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, parent)
        self._lines: list[BoardLine] = []

    @property
    def lines(self) -> tuple[BoardLine, ...]:
        """Return the reports in the order in which they are shown."""
        return tuple(self._lines)

    def set_lines(self, lines: Sequence[BoardLine], key: str, order: Qt.SortOrder) -> None:
        """Show reports in an order."""
        self.beginResetModel()
        is_down = order is Qt.SortOrder.DescendingOrder
        self._lines = sorted(lines, key=_SORTS[key], reverse=is_down)
        self.endResetModel()

    def row_of(self, uid: str | None) -> int:
        """Return the row of a report; -1 when it is not there."""
        uids: list[str | None] = [line.report.uid for line in self._lines]
        return uids.index(uid) if uid in uids else -1

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many reports there are."""
        return 0 if parent.isValid() else len(self._lines)

    def cell(self, row: int, key: str) -> Cell | None:
        """Return what stands in a row under a column."""
        line = self._lines[row]
        if key == "report":
            return Cell(line.report.name, line.position_words, is_strong=True)
        if key == "published":
            return Cell(published_words(line.report, short=True))
        return _clock(line) if key == "clock" else _explained(line)


def _clock(line: BoardLine) -> Cell:
    clock = line.clock
    if clock is None:
        return Cell("No clock", colour=Colour.INK3)
    day = f"{clock.day_words[:1].upper()}{clock.day_words[1:]}"
    if clock.answered is not None:
        return Cell(day, "when it was answered")
    past = is_past(clock)
    colour = Colour.MOVED if past else Colour.INK
    return Cell(day, clock.last_day_short, colour=colour, is_strong=past)


def _explained(line: BoardLine) -> Cell:
    if line.lacks_explanation:
        words = f"{len(line.unexplained)} of {line.recommendations}"
        return Cell(words, "without explanation", colour=Colour.OVERDUE, is_strong=True)
    return Cell(line.explanation_words, colour=Colour.INK2)
