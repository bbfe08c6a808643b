"""The file's own lines, numbered: which a record rests on, and which nobody understood."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast, override

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.marks import MISSING_FROM_EXPORT
from jasp_desktop.exchange.proposals import Proposal
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.drawn_list import DrawnList
from jasp_desktop.ui.kit.painting import paint_mark
from jasp_desktop.ui.kit.rows import Index
from jasp_desktop.ui.kit.space import Measure, Space
from jasp_desktop.ui.kit.text_block import TextBlock
from jasp_desktop.ui.kit.type_scale import Type

_LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_NOWHERE = QModelIndex()
_NOT_UNDERSTOOD = "Not understood"
_NUMBER = 44
_LONGEST_LINE = 4_000
"""Characters of one line that are laid out: a whole book on one line would stall the list."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line, from 1, with the records that rest on it."""

    number: int
    text: str
    records: tuple[Uid, ...] = ()
    is_unread: bool = False

    @property
    def spoken(self) -> str:
        """Return the line as a screen reader says it."""
        stands = ""
        if self.is_unread:
            stands = f", {_NOT_UNDERSTOOD.lower()}"
        elif self.records:
            stands = ", read"
        return f"Line {self.number}{stands}: {self.text}"


def source_lines(proposal: Proposal) -> list[SourceLine]:
    """Return a proposal's lines."""
    resting: dict[int, list[Uid]] = {}
    for uid, numbers in proposal.evidence.items():
        for number in numbers:
            resting.setdefault(number, []).append(uid)
    unread = {line.line for line in proposal.not_understood}
    return [
        SourceLine(number, text, tuple(resting.get(number, ())), number in unread)
        for number, text in enumerate(proposal.source, 1)
    ]


class SourceModel(QAbstractListModel):
    """The lines, some of them lit because the chosen record rests on them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[SourceLine, ...] = ()
        self._lit: frozenset[int] = frozenset()

    def set_lines(self, lines: Sequence[SourceLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines, self._lit = tuple(lines), frozenset()
        self.endResetModel()

    def line(self, row: int) -> SourceLine:
        """Return the line of a row."""
        return self._lines[row]

    def is_lit(self, row: int) -> bool:
        """Tell whether the chosen record rests on it."""
        return self._lines[row].number in self._lit

    def light(self, numbers: Sequence[int]) -> None:
        """Let these lines stand out."""
        self._lit = frozenset(numbers)
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, 0))

    def unread_rows(self) -> list[int]:
        """Return the rows of the lines that were not understood."""
        return [row for row, line in enumerate(self._lines) if line.is_unread]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer a role of a line."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        answers: Mapping[int, object] = {
            _LINE_ROLE: line,
            int(Qt.ItemDataRole.DisplayRole): line.text,
            int(Qt.ItemDataRole.AccessibleTextRole): line.spoken,
        }
        return answers.get(int(role))


class _LineDelegate(QStyledItemDelegate):
    """Paints number, bar, words and, where nobody understood them, mark and word."""

    def __init__(self, appearance: Appearance, view: "SourceLines") -> None:
        super().__init__(view)
        self.appearance = appearance
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a line in the view's width."""
        theme, width = self.appearance.theme, self._view.viewport().width()
        line = cast("SourceLine | None", index.data(_LINE_ROLE))
        if line is None or not line.text.strip():
            return QSize(width, theme.px(Space.GAP))
        tall = self._words(line, width).height + theme.px(Space.CLOSE)
        if line.is_unread:
            tall += theme.line_height(Type.SMALL_BOLD)
        return QSize(width, tall)

    def _words(self, line: SourceLine, width: int) -> TextBlock:
        theme = self.appearance.theme
        room = width - self._start() - theme.px(Space.ROOM)
        return TextBlock(line.text[:_LONGEST_LINE], Type.UI, theme, room)

    def _start(self) -> int:
        px = self.appearance.theme.px
        return px(_NUMBER) + px(Space.ROOM)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a line."""
        line = cast("SourceLine | None", index.data(_LINE_ROLE))
        if line is None:
            return
        theme = self.appearance.theme
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_lit = self._view.source.is_lit(index.row())
        painter.save()
        if is_lit:
            painter.fillRect(rect, theme.colour(Colour.SELECTED))
        self._paint_gutter(painter, line, rect, is_lit=is_lit)
        if line.text.strip():
            ink = theme.colour(Colour.SELECTED_INK if is_lit else Colour.INK)
            at = QPointF(rect.left() + self._start(), rect.top() + theme.px(Space.TIGHT))
            words = self._words(line, rect.width())
            words.paint(painter, at, ink)
            if line.is_unread:
                self._paint_unread(painter, QPointF(at.x(), at.y() + words.height))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour(Colour.FOCUS), Measure.FOCUS_RING))
            half = Measure.FOCUS_RING / 2
            painter.drawRect(QRectF(rect).adjusted(half, half, -half, -half))
        painter.restore()

    def _paint_gutter(
        self, painter: QPainter, line: SourceLine, rect: QRect, *, is_lit: bool
    ) -> None:
        theme = self.appearance.theme
        if line.text.strip():
            painter.setFont(theme.font(Type.SMALL))
            painter.setPen(theme.colour(Colour.SELECTED_INK if is_lit else Colour.INK3))
            top, tall = rect.top() + theme.px(Space.TIGHT), theme.line_height(Type.UI)
            area = QRectF(rect.left(), top, theme.px(_NUMBER) - theme.px(Space.TIGHT), tall)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(area, int(flags), f"{line.number}")
        if line.records:
            left = rect.left() + theme.px(_NUMBER) + theme.px(Space.TIGHT)
            bar = QRect(left, rect.top(), theme.px(Measure.EDGE_BAR), rect.height())
            colour = Colour.ACCENT if is_lit else Colour.BAR
            painter.fillRect(bar, theme.colour(colour))

    def _paint_unread(self, painter: QPainter, at: QPointF) -> None:
        theme, role = self.appearance.theme, Type.SMALL_BOLD
        size, tall = theme.px(Measure.MARK_SMALL), theme.line_height(role)
        square = QRectF(at.x(), round(at.y() + (tall - size) / 2), size, size)
        paint_mark(painter, MISSING_FROM_EXPORT, square, theme, paper=Colour.LIST)
        words = TextBlock(_NOT_UNDERSTOOD, role, theme)
        left = at.x() + size + theme.px(Space.SNUG)
        words.paint(painter, QPointF(left, at.y()), theme.colour(Colour.MOVED))


class SourceLines(DrawnList):
    """The source as text; ``line_chosen`` carries the row that became current."""

    line_chosen = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "Source, line by line", Colour.LIST, parent)
        self.source = SourceModel(self)
        self.setItemDelegate(_LineDelegate(appearance, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setModel(self.source)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which line became current."""
        super().currentChanged(cast("QModelIndex", current), cast("QModelIndex", previous))
        if current.isValid() and self.hasFocus():
            self.line_chosen.emit(current.row())

    def show_numbers(self, numbers: Sequence[int]) -> None:
        """Let lines stand out and bring the first into view."""
        self.source.light(numbers)
        if numbers:
            hint = QAbstractItemView.ScrollHint.PositionAtCenter
            self.scrollTo(self.source.index(min(numbers) - 1, 0), hint)

    def show_next_unread(self) -> None:
        """Go to the next line that was not understood; after the last to the first."""
        rows = self.source.unread_rows()
        if not rows:
            return
        now = self.currentIndex().row()
        row = next((each for each in rows if each > now), rows[0])
        self.setFocus()
        self.setCurrentIndex(self.source.index(row, 0))
