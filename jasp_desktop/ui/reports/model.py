"""The list of reports as a table."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Qt

from jasp_desktop.domain.listings import ReportLine
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.rows import Cell, CellsModel, Index, TableColumn
from jasp_desktop.ui.reports.words import (
    applies_words,
    clock_state,
    counts_words,
    is_past,
    published_words,
)

COLUMNS = (
    TableColumn("report", "Report", least=220),
    TableColumn("published", "Published", 124, is_right=True),
    TableColumn("applies", "How it applies", 212, is_optional=True),
    TableColumn("clock", "Section 55", 208),
    TableColumn("findings", "Findings", least=230, is_optional=True),
    TableColumn("open", "Open", 70, is_right=True),
)
_SORTS: dict[str, Callable[[ReportLine], str | int | date]] = {
    "report": lambda line: line.report.name.casefold(),
    "published": lambda line: line.report.published or date.min,
    "applies": lambda line: applies_words(line.report),
    "clock": lambda line: clock_state(line)[0],
    "findings": lambda line: line.findings,
    "open": lambda line: line.open_findings,
}


class ReportsModel(CellsModel):
    """Reports in memory: a panel has a few hundred at most."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, parent)
        self._lines: list[ReportLine] = []

    def set_lines(self, lines: Sequence[ReportLine], key: str, order: Qt.SortOrder) -> None:
        """Show reports in an order."""
        self.beginResetModel()
        is_descending = order is Qt.SortOrder.DescendingOrder
        self._lines = sorted(lines, key=_SORTS[key], reverse=is_descending)
        self.endResetModel()

    @property
    def lines(self) -> tuple[ReportLine, ...]:
        """Return the reports in the order in which they are shown."""
        return tuple(self._lines)

    def line(self, row: int) -> ReportLine:
        """Return the report of a row."""
        return self._lines[row]

    def row_of(self, uid: str | None) -> int:
        """Return the row of a report; -1 when it is not there."""
        uids: list[str | None] = [line.report.uid for line in self._lines]
        return uids.index(uid) if uid in uids else -1

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many reports there are."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def cell(self, row: int, key: str) -> Cell | None:
        """Return what stands in a row under a column."""
        line = self._lines[row]
        report = line.report
        if key == "report":
            return Cell(report.name, second=_kind_words(line), is_strong=True)
        if key == "published":
            return Cell(published_words(report, short=True))
        if key == "applies":
            return Cell(applies_words(report), second=report.scope.words if report.scope else "")
        if key == "clock":
            words, second = clock_state(line)
            past = is_past(line.clock)
            return Cell(words, second, colour=Colour.MOVED if past else Colour.INK, is_strong=past)
        if key == "findings":
            remark = "" if line.has_recommendations else "No recommendations"
            return Cell(counts_words(line.counts), second=remark)
        return Cell(f"{line.open_findings:,}")


def _kind_words(line: ReportLine) -> str:
    return ", ".join((line.report.kind.words, *line.report.inspectorates))
