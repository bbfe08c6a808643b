"""The table of findings: an array of row ids, and the lines of the rows that are looked at."""

from PySide6.QtCore import QObject

from jasp_desktop.domain.dates import in_table
from jasp_desktop.domain.listings import FindingLine, FindingOrder
from jasp_desktop.domain.marks import (
    mark_for_force_status,
    mark_for_hmicfrs_position,
    mark_named,
)
from jasp_desktop.services.register import RegisterService
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.paged_model import PagedModel
from jasp_desktop.ui.kit.rows import Cell, TableColumn

COLUMNS = (
    TableColumn(FindingOrder.REFERENCE, "Ref", 76),
    TableColumn(FindingOrder.FINDING, "Finding", lines=2),
    TableColumn(FindingOrder.FORCE_STATUS, "Force status", 240, is_optional=True),
    TableColumn(FindingOrder.TARGET, "Target", 108, is_right=True, is_optional=True),
    TableColumn(FindingOrder.ATTENTION, "Attention", 186),
    TableColumn(FindingOrder.HMICFRS_POSITION, "HMICFRS position", 162, is_optional=True),
    TableColumn(FindingOrder.QUESTIONS, "Questions", 92, is_right=True, is_optional=True),
)
"""The key of a column is what the list is sorted by when its heading is pressed."""


class FindingsModel(PagedModel[FindingLine]):
    """Shows findings by row id."""

    def __init__(self, register: RegisterService, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, register.finding_lines, cells_of, parent)


def cells_of(line: FindingLine) -> dict[str, Cell | None]:
    """Return the cells of one finding by the keys of their columns."""
    return {
        FindingOrder.REFERENCE: Cell(line.reference, is_strong=True),
        FindingOrder.FINDING: Cell(
            " ".join(line.text.split()),
            ", ".join(part for part in (line.label, line.theme) if part),
        ),
        FindingOrder.FORCE_STATUS: _force_status(line),
        FindingOrder.TARGET: _target(line),
        FindingOrder.ATTENTION: _attention(line),
        FindingOrder.HMICFRS_POSITION: Cell(
            line.hmicfrs_position.words,
            mark=mark_for_hmicfrs_position(line.hmicfrs_position),
            colour=Colour.INK2,
        ),
        FindingOrder.QUESTIONS: (
            Cell(f"{line.questions}", is_strong=True) if line.questions else None
        ),
    }


def _force_status(line: FindingLine) -> Cell:
    if line.force_status is None:
        return Cell("Not recorded", colour=Colour.INK3)
    return Cell(line.force_status.words, mark=mark_for_force_status(line.force_status))


def _target(line: FindingLine) -> Cell | None:
    if line.target is not None:
        return Cell(in_table(line.target))
    return Cell("No date", colour=Colour.INK3) if line.is_open and line.actions else None


def _attention(line: FindingLine) -> Cell | None:
    if line.attention is None:
        return None
    name, words = line.attention
    mark = mark_named(name)
    return Cell(words, mark=mark, colour=Colour(mark.ink), is_strong=True)
