"""Every import of the register, the newest first; each opens its certificate."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject

from jasp_desktop.domain.dates import in_table
from jasp_desktop.domain.imports import Certificate
from jasp_desktop.domain.marks import DONE, UNCHANGED
from jasp_desktop.domain.records import ImportBatch
from jasp_desktop.domain.vocabulary import BatchKind
from jasp_desktop.ui.importing.certificate_facts import KIND_WORDS, counts_of
from jasp_desktop.ui.importing.tracker.words import counted
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.rows import Cell, CellsModel, Index, TableColumn

EARLIER_COLUMNS = (
    TableColumn("when", "Imported", 132, can_sort=False),
    TableColumn("file", "File", None, least=260, can_sort=False),
    TableColumn("as_at", "Data as at", 116, is_optional=True, can_sort=False),
    TableColumn("rows", "What it did", 250, can_sort=False),
    TableColumn("state", "State", 108, is_optional=True, can_sort=False),
)
_NOWHERE = QModelIndex()


class EarlierModel(CellsModel):
    """Imports in memory: there are as many as there were files."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(EARLIER_COLUMNS, parent)
        self._batches: tuple[ImportBatch, ...] = ()

    def set_batches(self, batches: Sequence[ImportBatch]) -> None:
        """Show other imports."""
        self.beginResetModel()
        self._batches = tuple(batches)
        self.endResetModel()

    def batch(self, row: int) -> ImportBatch:
        """Return the import of a row."""
        return self._batches[row]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many imports there are."""
        return 0 if parent.isValid() else len(self._batches)

    def cell(self, row: int, key: str) -> Cell | None:
        """Return what stands in a row under a column."""
        batch = self._batches[row]
        if key == "when":
            here = batch.at.astimezone()
            return Cell(in_table(here.date()), f"{here:%H:%M}")
        if key == "file":
            kind = KIND_WORDS.get(batch.kind, batch.kind.words)
            return Cell(batch.file, kind, is_strong=True)
        if key == "as_at":
            kept = Certificate.from_text(batch.certificate)
            return Cell(in_table(kept.as_at)) if kept and kept.as_at else None
        if key == "rows":
            return _did(batch)
        return _state(batch)


def _did(batch: ImportBatch) -> Cell:
    counts = counts_of(batch)
    unit = "row" if batch.kind is BatchKind.TRACKER else "record"
    second = f"{counts.added:,} added, {counts.changed:,} changed"
    if counts.rejected:
        refused = "rejected" if unit == "row" else "refused"
        second += f", {counts.rejected:,} {refused}"
    return Cell(f"{counted(counts.read, unit)} read", second)


def _state(batch: ImportBatch) -> Cell:
    if batch.undone_at is None:
        return Cell("Counts", mark=DONE, colour=Colour.INK2)
    undone = in_table(batch.undone_at.astimezone().date())
    return Cell("Undone", undone, mark=UNCHANGED, colour=Colour.INK2)
