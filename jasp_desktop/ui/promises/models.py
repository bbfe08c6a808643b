"""The tables of promises: actions ranked by slip, and the totals of their owners."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QObject, Qt

from jasp_desktop.domain.dates import days
from jasp_desktop.domain.marks import OVERDUE, mark_for_force_status
from jasp_desktop.domain.slips import OwnerTotals, SlipLine, SlipOrder
from jasp_desktop.services.boards import BoardService
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.paged_model import PagedModel
from jasp_desktop.ui.kit.rows import Cell, CellsModel, Index, TableColumn

ACTION_COLUMNS = (
    TableColumn(SlipOrder.REFERENCE, "Ref", 88),
    TableColumn("action", "Action and owner", least=180, can_sort=False),
    TableColumn(SlipOrder.SLIP, "Days later", 116, is_right=True),
    TableColumn(SlipOrder.MOVES, "Moved", 88),
    TableColumn(SlipOrder.OVERDUE, "Now", 176, is_optional=True),
)
OWNER_COLUMNS = (
    TableColumn("owner", "Owner", least=160),
    TableColumn("actions", "Actions", 76, is_right=True),
    TableColumn("open", "Open", 64, is_right=True, is_optional=True),
    TableColumn("overdue", "Overdue", 80, is_right=True),
    TableColumn("moved", "Moved", 72, is_right=True),
    TableColumn("slip", "Days later", 116, is_right=True),
    TableColumn("median", "Median", 82, is_right=True),
)
_OWNER_SORTS: dict[str, Callable[[OwnerTotals], str | int | float]] = {
    "owner": lambda each: each.name.casefold(),
    "actions": lambda each: each.actions,
    "open": lambda each: each.open_actions,
    "overdue": lambda each: each.overdue,
    "moved": lambda each: each.moved,
    "slip": lambda each: each.slip_days,
    "median": lambda each: each.median_days,
}
_NOWHERE = QModelIndex()


class SlipsModel(PagedModel[SlipLine]):
    """Shows actions with how far their targets slipped."""

    def __init__(self, boards: BoardService, parent: QObject | None = None) -> None:
        super().__init__(ACTION_COLUMNS, boards.slip_lines, cells_of, parent)


def cells_of(line: SlipLine) -> dict[str, Cell | None]:
    """Return the cells of one action by the keys of their columns."""
    is_late = line.slip.late_moves > 0
    return {
        SlipOrder.REFERENCE: Cell(line.reference, is_strong=True),
        "action": Cell(" ".join(line.text.split()), line.owner or "No owner named"),
        SlipOrder.SLIP: Cell(line.slip_words, is_strong=line.slip.slip_days > 0),
        SlipOrder.MOVES: Cell(
            line.move_words, colour=Colour.OVERDUE if is_late else Colour.INK, is_strong=is_late
        ),
        SlipOrder.OVERDUE: _now(line),
    }


def _now(line: SlipLine) -> Cell:
    if overdue := line.line.overdue_days:
        words = f"Overdue {days(overdue)}"
        return Cell(words, mark=OVERDUE, colour=Colour.OVERDUE, is_strong=True)
    if line.status is None:
        return Cell("No status recorded", colour=Colour.INK3)
    return Cell(line.status.words, mark=mark_for_force_status(line.status))


class OwnersModel(CellsModel):
    """Owners in memory: a force has a few dozen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(OWNER_COLUMNS, parent)
        self._owners: list[OwnerTotals] = []

    @property
    def owners(self) -> tuple[OwnerTotals, ...]:
        """Return the owners in the order in which they are shown."""
        return tuple(self._owners)

    def set_owners(self, owners: Sequence[OwnerTotals], key: str, order: Qt.SortOrder) -> None:
        """Show owners in an order."""
        self.beginResetModel()
        is_down = order is Qt.SortOrder.DescendingOrder
        self._owners = sorted(owners, key=_OWNER_SORTS[key], reverse=is_down)
        self.endResetModel()

    def row_of(self, owner: str | None) -> int:
        """Return the row of an owner; -1 when there is none."""
        names: list[str | None] = [each.owner for each in self._owners]
        return names.index(owner) if owner in names else -1

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many owners there are."""
        return 0 if parent.isValid() else len(self._owners)

    def cell(self, row: int, key: str) -> Cell | None:
        """Return what stands in a row under a column."""
        each = self._owners[row]
        words = {
            "owner": each.name,
            "actions": f"{each.actions:,}",
            "open": f"{each.open_actions:,}",
            "overdue": f"{each.overdue:,}",
            "moved": f"{each.moved:,}",
            "slip": each.slip_words if each.moved else "–",
            "median": each.median_words,
        }[key]
        is_loud = key == "overdue" and each.overdue > 0
        colour = Colour.OVERDUE if is_loud else Colour.INK
        return Cell(words, colour=colour, is_strong=is_loud or key == "slip")
