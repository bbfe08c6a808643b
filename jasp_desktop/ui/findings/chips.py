"""The chips over the table of findings: one is chosen, each shows what it would leave."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from jasp_desktop.domain.listings import FindingFilter, FindingTotals
from jasp_desktop.domain.marks import DATE_MOVED, NO_RESPONSE, OVERDUE, Mark, mark_for_force_status
from jasp_desktop.domain.vocabulary import ForceStatus
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Chip
from jasp_desktop.ui.kit.planes import Flow
from jasp_desktop.ui.kit.space import Space

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


class FilterChips(Flow):
    """A chip for each filter."""

    chosen = Signal(FindingFilter)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, gap=Space.TIGHT, line_gap=Space.HAIR, parent=parent)
        self.setAccessibleName("Filters")
        self._group = QButtonGroup(self)
        self._chips: dict[FindingFilter, Chip] = {}
        for which, words, mark in _CHIPS:
            chip = Chip(appearance, words, None, mark)
            self._chips[which] = chip
            self._group.addButton(chip)
            self.add(chip)
        self._group.buttonClicked.connect(self._on_clicked)

    def chip(self, which: FindingFilter) -> Chip:
        """Return the chip of a filter."""
        return self._chips[which]

    def show_counts(self, totals: FindingTotals, chosen: FindingFilter) -> None:
        """Show what each filter would leave, and which one is chosen."""
        for which, chip in self._chips.items():
            chip.set_count(totals[which])
        self._chips[chosen].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Enter too: the arrows and Space are the group's own."""
        focused = self.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(focused, Chip):
            focused.click()
            return
        super().keyPressEvent(event)

    def _on_clicked(self, button: QAbstractButton) -> None:
        for which, chip in self._chips.items():
            if chip is button:
                self.chosen.emit(which)
