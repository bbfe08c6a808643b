"""The foot of the table of findings: totals that add up in sight."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.listings import FindingFilter, FindingTotals
from jasp_desktop.domain.vocabulary import ForceStatus
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column, Row
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type

_SHOW, _HIDE = "By force status", "Hide force status"


class Reconciliation(Column):
    """Open and closed make the total; the listed ones by what the force says of them.

    Folded, the sum is one line and the statuses are behind a link.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, Colour.RAISED, edges="t", parent=parent)
        self._folded = False
        self._build()
        self._show_parts(wants_statuses=True)
        self.more.clicked.connect(self._on_more_clicked)

    def _build(self) -> None:
        appearance = self.appearance
        self.line = Label(appearance, "", Type.UI_BOLD, elide=True)
        self.more = Button(appearance, _SHOW, ButtonKind.LINK, small=True)
        self._short = Row(appearance, gap=Space.ROOM)
        self._short.add(self.line, stretch=1)
        self._short.add(self.more)
        self._open = _Term(appearance, "", "open")
        self._closed = _Term(appearance, "+", "closed")
        self._all = _Term(appearance, "=", "together")
        self.statuses = Label(appearance, "", Type.UI, wrap=True)
        self._long = Row(appearance, gap=Space.MARGIN)
        self._long.add(self._open, self._closed, self._all)
        self._long.add(self.statuses, stretch=1)
        self.add(self._short, self._long)

    def show_totals(
        self, totals: FindingTotals, statuses: Mapping[ForceStatus | None, int]
    ) -> None:
        """Show the sum, and the statuses in words."""
        terms = (
            (self._open, FindingFilter.OPEN),
            (self._closed, FindingFilter.CLOSED),
            (self._all, FindingFilter.ALL),
        )
        for term, which in terms:
            term.show_number(totals[which])
        self.line.setText(" ".join(term.words for term, _ in terms))
        self.statuses.setText(status_words(statuses))
        self.more.setAccessibleDescription(self.statuses.text())

    def fold(self, *, is_folded: bool) -> None:
        """Take one line, or unfold again."""
        if is_folded is not self._folded:
            self._folded = is_folded
            self._show_parts(wants_statuses=not is_folded)

    def _show_parts(self, *, wants_statuses: bool) -> None:
        edge = Space.TIGHT if self._folded else Space.GAP
        self.set_margins(Space.MARGIN, edge, Space.MARGIN, edge)
        self._short.setVisible(self._folded)
        for term in (self._open, self._closed, self._all):
            term.setVisible(not self._folded)
        self._long.setVisible(wants_statuses)
        self.more.set_words(_HIDE if wants_statuses else _SHOW)

    def _on_more_clicked(self) -> None:
        self._show_parts(wants_statuses=self._long.isHidden())


class _Term(Column):
    """One number of the sum, its sign before it and what it counts under it."""

    def __init__(self, appearance: Appearance, sign: str, counted: str) -> None:
        super().__init__(appearance)
        self._sign, self._counted = sign, counted
        self._number = Label(appearance, "", Type.H2, heading=False)
        self.add(self._number, Label(appearance, counted, Type.SMALL, Colour.INK2))

    @property
    def words(self) -> str:
        """Return the term as one reads it in a line: “+ 12 closed”."""
        return f"{self._number.text()} {self._counted}"

    def show_number(self, number: int) -> None:
        """Show another number."""
        self._number.setText(f"{self._sign} {number:,}".strip())
        self.setAccessibleName(f"{number:,} {self._counted}")


def status_words(counts: Mapping[ForceStatus | None, int]) -> str:
    """Return how many of the listed findings have each force status, in the order of the field.

    Nothing for an empty list.
    """
    order = list(ForceStatus)
    known = [status for status in counts if status is not None]
    # A word that this program does not know comes last.
    known.sort(key=lambda one: (order.index(one) if one in order else len(order), one))
    named = [(counts[status], status.in_sentence) for status in known]
    named.append((counts.get(None, 0), "not recorded"))
    # A number does not part from its word at the end of a line.
    parts = [f"{count:,}\u00a0{words}" for count, words in named if count]
    if not parts:
        return ""
    return f"Listed by force status: {'; '.join(parts)}. Together {sum(counts.values()):,}."
