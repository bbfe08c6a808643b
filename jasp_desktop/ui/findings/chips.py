"""The chips over the table of findings."""

from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.listings import FindingFilter
from jasp_desktop.domain.marks import DATE_MOVED, NO_RESPONSE, OVERDUE, Mark, mark_for_force_status
from jasp_desktop.domain.vocabulary import ForceStatus
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.chip_row import ChipRow

DEFAULT_FILTER = FindingFilter.OPEN

_CHIPS: tuple[tuple[FindingFilter, str, Mark | None], ...] = (
    (FindingFilter.OPEN, "Open", None),
    (FindingFilter.OVERDUE, "Overdue", OVERDUE),
    (FindingFilter.NO_RESPONSE, "No response", NO_RESPONSE),
    (FindingFilter.DATE_MOVED, "Date moved", DATE_MOVED),
    (FindingFilter.CLOSED, "Closed", mark_for_force_status(ForceStatus.CLOSED_BY_FORCE)),
    (FindingFilter.CLOSED_WITHOUT_EVIDENCE, "Closed, no evidence", None),
    (FindingFilter.WITH_QUESTIONS, "With questions", None),
    (FindingFilter.ALL, "All", None),
)


class FilterChips(ChipRow[FindingFilter]):
    """A chip for each filter of findings; ``chosen`` carries a ``FindingFilter``."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, _CHIPS, parent)
