"""The rows of the panel's action tracker."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject

from jasp_desktop.domain.dates import in_table
from jasp_desktop.domain.marks import DONE, OVERDUE
from jasp_desktop.domain.panel_tracker import TrackerEntry
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.rows import Blank, Cell, CellsModel, Index, TableColumn

COLUMNS = (
    TableColumn("number", "Number", 108, can_sort=False),
    TableColumn("text", "What is to be done", least=220, lines=2, can_sort=False),
    TableColumn("owner", "Owner", 166, is_optional=True, can_sort=False),
    TableColumn("due", "Due", 112, is_right=True, is_optional=True, can_sort=False),
    TableColumn("stands", "Where it stands", 160, can_sort=False),
)
_NOWHERE = QModelIndex()


class PanelActionsModel(CellsModel):
    """Entries in the order in which they are wanted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, parent)
        self._entries: tuple[TrackerEntry, ...] = ()

    def set_entries(self, entries: Sequence[TrackerEntry]) -> None:
        """Show these entries."""
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    @property
    def entries(self) -> tuple[TrackerEntry, ...]:
        """Return what is shown, in its order."""
        return self._entries

    def place_of(self, uid: str | None) -> int:
        """Return the row of an entry; -1 where it is not shown."""
        rows = (row for row, entry in enumerate(self._entries) if entry.action.uid == uid)
        return next(rows, -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many entries there are."""
        return 0 if parent.isValid() else len(self._entries)

    def cell(self, row: int, key: str) -> Cell:
        """Return what stands under a heading."""
        entry = self._entries[row]
        action = entry.action
        match key:
            case "number":
                return Cell(action.number, is_strong=True)
            case "text":
                return Cell(action.text)
            case "owner":
                blank = Blank.WANTED if entry.is_open else Blank.NOT_YET
                return Cell(entry.owner) if entry.owner else Cell("None named", blank=blank)
            case "due":
                return Cell(in_table(action.due)) if action.due else Cell("No date")
            case _:
                return _stands(entry)


def _stands(entry: TrackerEntry) -> Cell:
    if entry.overdue_days:
        return Cell(entry.stands, mark=OVERDUE, colour=Colour.OVERDUE, is_strong=True)
    if not entry.is_open:
        carried = f"Carried to {entry.carried_to}" if entry.carried_to else ""
        return Cell(entry.stands, carried, mark=DONE, colour=Colour.INK2)
    return Cell(entry.stands)
