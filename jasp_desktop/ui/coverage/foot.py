"""The foot of the matrix: how many blanks each link has; each total opens what it counts."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.coverage import BlankTotal, CoverageColumn
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.painted_button import PaintedButton
from jasp_desktop.ui.kit.planes import Column, Flow, Row
from jasp_desktop.ui.kit.space import Measure, Space
from jasp_desktop.ui.kit.text_block import TextBlock
from jasp_desktop.ui.kit.type_scale import Type


class BlankTotalButton(PaintedButton):
    """A number over what it counts; beside it, in red, how many of them are missing."""

    def __init__(
        self, appearance: Appearance, column: CoverageColumn, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, column.blank_words, parent)
        self._column = column
        self._total = BlankTotal(column, 0, 0)
        self._is_folded = False
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_total(self, total: BlankTotal) -> None:
        """Show another total."""
        self._total = total
        missing = f", {total.wanted:,} of them missing" if total.wanted else ""
        self.setAccessibleName(f"{total.blanks:,} {self._column.blank_words}{missing}")
        self.updateGeometry()
        self.update()

    def fold(self, *, is_folded: bool) -> None:
        """Take one line, or two."""
        self._is_folded = is_folded
        self.updateGeometry()
        self.update()

    def _blocks(self) -> tuple[TextBlock, TextBlock, TextBlock]:
        theme, total = self.theme, self._total
        number = Type.UI_BOLD if self._is_folded else Type.H2
        missing = f"{total.wanted:,} missing" if total.wanted else ""
        return (
            TextBlock(f"{total.blanks:,}", number, theme),
            TextBlock(missing, Type.SMALL_BOLD, theme),
            TextBlock(self._column.blank_words, Type.SMALL, theme),
        )

    def sizeHint(self) -> QSize:
        """Return the room for its words."""
        number, missing, words = self._blocks()
        gap = self.theme.px(Space.SNUG)
        first = number.natural_width + (gap + missing.natural_width if self._total.wanted else 0)
        edge = 2 * (self.ring + self.theme.px(Space.TIGHT))
        if self._is_folded:
            return QSize(round(first + gap + words.natural_width + 1) + edge, number.height + edge)
        wide = max(first, words.natural_width)
        return QSize(round(wide + 1) + edge, number.height + words.height + edge)

    def paint_face(self, painter: QPainter) -> None:
        """Draw the number, what is missing, and what it counts."""
        theme = self.theme
        number, missing, words = self._blocks()
        if self.isChecked() or self.underMouse():
            colour = Colour.SELECTED if self.isChecked() else Colour.PAGE
            painter.fillRect(self.rect(), theme.colour(colour))
        if self.isChecked():
            # Never the fill alone.
            painter.fillRect(0, 0, self.width(), Measure.EDGE_BAR, theme.colour(Colour.ACCENT))
        ink = Colour.SELECTED_INK if self.isChecked() else Colour.INK
        left = top = float(self.ring + theme.px(Space.TIGHT))
        gap = theme.px(Space.SNUG)
        number.paint(painter, QPointF(left, top), theme.colour(ink))
        x = left + number.natural_width + gap
        base = top + (number.height - missing.height) / 2
        if self._total.wanted:
            red = Colour.SELECTED_INK if self.isChecked() else Colour.OVERDUE
            missing.paint(painter, QPointF(x, base), theme.colour(red))
            x += missing.natural_width + gap
        at = QPointF(x, base) if self._is_folded else QPointF(left, top + number.height)
        quiet = Colour.SELECTED_INK if self.isChecked() else Colour.INK2
        words.paint(painter, at, theme.colour(quiet))


class BlankTotals(Column):
    """A total for each link; ``asked`` carries the column whose blanks are to be listed."""

    asked = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, Colour.RAISED, edges="t", parent=parent)
        self._buttons = {each: BlankTotalButton(appearance, each) for each in CoverageColumn}
        flow = Flow(appearance, gap=Space.GAP, line_gap=Space.NONE)
        for column, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, which=column: self.asked.emit(which))
            flow.add(button)
        self.cells = Label(appearance, "", Type.SMALL, Colour.INK2)
        row = Row(appearance, gap=Space.GAP)
        row.add(flow, stretch=1)
        row.add(self.cells)
        self.add(row)
        self.fold(is_folded=False)

    def button(self, column: CoverageColumn) -> BlankTotalButton:
        """Return the total of a link."""
        return self._buttons[column]

    def show_totals(
        self, totals: Sequence[BlankTotal], chosen: CoverageColumn | None, cells: str
    ) -> None:
        """Show the totals, which of them is listed, and how many cells there are."""
        for total in totals:
            button = self._buttons[total.column]
            button.show_total(total)
            button.setChecked(total.column is chosen)
        self.cells.setText(cells)

    def fold(self, *, is_folded: bool) -> None:
        """Take less room where the page is low."""
        edge = Space.NONE if is_folded else Space.CLOSE
        self.set_margins(Space.APART, edge, Space.MARGIN, edge)
        self.cells.setVisible(not is_folded)
        for button in self._buttons.values():
            button.fold(is_folded=is_folded)
