"""The foot of the table of findings: totals that add up in sight."""

from collections import Counter

from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.listings import FindingFilter, FindingTotals
from jasp_desktop.domain.vocabulary import ForceStatus
from jasp_desktop.ui.findings.model import FindingsModel
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column, Row
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type

MOST_COUNTED = 600
"""Rows whose statuses are counted; a longer list would keep the window waiting for its foot."""


class Reconciliation(Row):
    """Open and closed make the total; the listed ones by what the force says of them."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(
            appearance,
            Colour.RAISED,
            gap=Space.MARGIN,
            margins=(Space.MARGIN, Space.GAP, Space.MARGIN, Space.GAP),
            edges="t",
            parent=parent,
        )
        self._open = _Term(appearance, "", "open")
        self._closed = _Term(appearance, "+", "closed")
        self._all = _Term(appearance, "=", "together")
        self.statuses = Label(appearance, "", Type.UI, wrap=True)
        self.add(self._open, self._closed, self._all)
        self.add(self.statuses, stretch=1)

    def show_totals(self, totals: FindingTotals, statuses: str) -> None:
        """Show the sum, and the statuses in words."""
        self._open.show_number(totals[FindingFilter.OPEN])
        self._closed.show_number(totals[FindingFilter.CLOSED])
        self._all.show_number(totals[FindingFilter.ALL])
        self.statuses.setText(statuses)
        self.statuses.setVisible(bool(statuses))


class _Term(Column):
    """One number of the sum, its sign before it and what it counts under it."""

    def __init__(self, appearance: Appearance, sign: str, words: str) -> None:
        super().__init__(appearance)
        self._sign, self._words = sign, words
        self._number = Label(appearance, "", Type.H2)
        self.add(self._number, Label(appearance, words, Type.SMALL, Colour.INK2))

    def show_number(self, number: int) -> None:
        """Show another number."""
        self._number.setText(f"{self._sign} {number:,}".strip())
        self.setAccessibleName(f"{number:,} {self._words}")


def status_words(model: FindingsModel, listed: int) -> str:
    """Return how many of the listed findings have each force status, in the order of the field.

    Nothing for an empty list, or for one so long that counting it would be felt.
    """
    if not 0 < listed <= MOST_COUNTED:
        return ""
    lines = (model.line(row) for row in range(listed))
    counts = Counter(line.force_status for line in lines if line is not None)
    named = [(status, counts.pop(status, 0)) for status in ForceStatus]
    parts = [f"{count:,} {status.words.lower()}" for status, count in named if count]
    parts += [
        f"{count:,} {status.words.lower()}"
        for status, count in counts.items()
        if status is not None
    ]
    if silent := counts[None]:
        parts.append(f"{silent:,} not recorded")
    return f"Listed by force status: {'; '.join(parts)}. Together {listed:,}."
