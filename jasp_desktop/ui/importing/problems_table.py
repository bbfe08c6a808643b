"""What of a file did not fit, and what it misses, row by row."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject

from jasp_desktop.domain.imports import Certificate
from jasp_desktop.domain.marks import MISSING_FROM_EXPORT
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.rows import Cell, CellsModel, Index, TableColumn

PROBLEM_COLUMNS = (
    TableColumn("row", "Row", 72, is_right=True, can_sort=False),
    TableColumn("column", "Column", 190, can_sort=False),
    TableColumn("value", "It says", 200, can_sort=False),
    TableColumn("message", "What became of it", None, least=300, lines=2, can_sort=False),
)
MISSING_COLUMNS = (
    TableColumn("value", "On the register, missing from this export", None, can_sort=False),
)
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class _Shown:
    row: str
    column: str
    value: str
    message: str


class ProblemsModel(CellsModel):
    """The problems of a certificate."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(PROBLEM_COLUMNS, parent)
        self._rows: tuple[_Shown, ...] = ()

    def show_certificate(self, certificate: Certificate) -> None:
        """Show another certificate's problems."""
        self.beginResetModel()
        self._rows = tuple(
            _Shown(
                row="" if each.row is None else f"{each.row:,}",
                column=_on_one_line(each.column),
                value=_on_one_line(each.value),
                message=each.message,
            )
            for each in certificate.problems
        )
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many problems there are."""
        return 0 if parent.isValid() else len(self._rows)

    def cell(self, row: int, key: str) -> Cell | None:
        """Return what stands in a row under a column."""
        return Cell(str(getattr(self._rows[row], key)))


class MissingModel(CellsModel):
    """The records that a certificate says its file misses."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(MISSING_COLUMNS, parent)
        self._labels: tuple[str, ...] = ()

    def show_labels(self, labels: Sequence[str]) -> None:
        """Show other records."""
        self.beginResetModel()
        self._labels = tuple(labels)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many records there are."""
        return 0 if parent.isValid() else len(self._labels)

    def cell(self, row: int, _key: str) -> Cell | None:
        """Return a record's label."""
        return Cell(_on_one_line(self._labels[row]), mark=MISSING_FROM_EXPORT, colour=Colour.INK)


def _on_one_line(words: str | None) -> str:
    return " ".join((words or "").split())
