"""The totals of the covering report, typed by the clerk, beside the register's own counts."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.imports import ReportedTotal
from jasp_desktop.domain.marks import DONE, REJECTED
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.fields import Line
from jasp_desktop.ui.kit.labels import Label, StatusWord
from jasp_desktop.ui.kit.planes import Column, Flow, Row
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.tab_order import follow_layout
from jasp_desktop.ui.kit.type_scale import Type

_WHAT = (
    "Type the totals that the covering report gives, in its own words. Each is set beside what the "
    "register would count after this import, and both stand on the certificate."
)
_NUMBER = 84
_NO_NUMBER = "Type a number, such as 130."
_NO_WORDS = "Type what the report counts, such as In progress."


class _TotalLine(Column):
    """One total: its words, its number, and whether the register agrees."""

    left = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, gap=Space.TIGHT)
        self.words = Line(appearance)
        self.words.setAccessibleName("What the report counts")
        self.number = Line(appearance)
        self.number.setAccessibleName("How many the report gives")
        self.number.setFixedWidth(appearance.theme.px(_NUMBER))
        row = Row(appearance, gap=Space.CLOSE)
        row.add(self.words, stretch=1)
        row.add(self.number)
        self.result = StatusWord(
            appearance, DONE, "", Type.SMALL_BOLD, paper=Colour.LIST, wrap=True
        )
        self.add(row, self.result)
        self.result.hide()
        self.words.editingFinished.connect(self.left)
        self.number.editingFinished.connect(self.left)

    @property
    def total(self) -> tuple[str, int] | None:
        """Return what was typed; None while it is not whole."""
        words, number = self.words.text().strip(), self.number.text().replace(",", "").strip()
        return (words, int(number)) if words and number.isdecimal() else None

    @property
    def fault(self) -> str:
        """Return what is missing; nothing when it is whole, or not begun."""
        words, number = self.words.text().strip(), self.number.text().replace(",", "").strip()
        if number and not number.isdecimal():
            return _NO_NUMBER
        return _NO_WORDS if number and not words else ""

    def show_result(self, total: ReportedTotal | None) -> None:
        """Say whether the register agrees, or what is missing."""
        if total is None:
            self.result.set_status(REJECTED, self.fault)
            self.result.setVisible(bool(self.fault))
            return
        self.result.set_status(DONE if total.agrees else REJECTED, result_words(total))
        self.result.show()


def result_words(total: ReportedTotal) -> str:
    """Return whether a reported total agrees with the register's count, or by how much not."""
    if total.agrees:
        return f"Agrees: the register counts {total.counted:,}"
    more = "more" if total.counted > total.reported else "fewer"
    by = abs(total.counted - total.reported)
    return f"Differs: the register counts {total.counted:,}, {by:,} {more}"


class TotalsPart(ScrollPage):
    """The lines; ``typed`` comes when one was left, ``closed`` when the part is not wanted now."""

    typed = Signal()
    closed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(
            appearance, Colour.LIST, gap=Space.GAP, margin=Space.SIDE, widest=None, parent=parent
        )
        self.setAccessibleName("Totals of the covering report")
        look = appearance
        self.lines: list[_TotalLine] = []
        self._lines = Column(look, gap=Space.GAP)
        self.another = Button(look, "Add another total", icon="plus")
        self.close_part = Button(look, "Back to the row")
        buttons = Flow(look, gap=Space.GAP)
        buttons.add(self.another, self.close_part)
        self.body.add(
            Label(look, "Totals of the covering report", Type.H3, wrap=True),
            Label(look, _WHAT, Type.UI, Colour.INK2, wrap=True),
            self._lines,
            buttons,
        )
        self.another.clicked.connect(self._on_another)
        self.close_part.clicked.connect(self.closed)
        self.forget()

    def forget(self) -> None:
        """Start with one empty line."""
        self._lines.clear()
        self.lines.clear()
        self._add()

    @property
    def totals(self) -> tuple[tuple[str, int], ...]:
        """Return the totals that are typed in full."""
        return tuple(total for line in self.lines if (total := line.total) is not None)

    def show_results(self, totals: Sequence[ReportedTotal]) -> None:
        """Say of each total whether the register agrees; they come in the order of ``totals``."""
        results = iter(totals)
        for line in self.lines:
            line.show_result(next(results, None) if line.total is not None else None)

    def _add(self) -> _TotalLine:
        line = _TotalLine(self.appearance)
        line.left.connect(self.typed)
        self._lines.add(line)
        self.lines.append(line)
        follow_layout(self.body)
        return line

    @Slot()
    def _on_another(self) -> None:
        self._add().words.setFocus()
