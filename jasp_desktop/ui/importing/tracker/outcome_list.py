"""Lists what would become of every row: mark, row, reference, then what it was and becomes."""

from typing import cast, override

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from jasp_desktop.ui.importing.tracker.outcome_rows import (
    ENTRY_ROLE,
    Entry,
    Line,
    OutcomesModel,
)
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.cell_delegate import draw_line
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.drawn_list import DrawnList
from jasp_desktop.ui.kit.painting import paint_mark
from jasp_desktop.ui.kit.rows import Index
from jasp_desktop.ui.kit.space import HAIRLINE, Measure, Space
from jasp_desktop.ui.kit.type_scale import Type

_MARK, _ROW, _LABEL, _NAME, _VALUE = 26, 78, 118, 168, 118
_SIDE_BY_SIDE = 600
"""The least width, at 100 %, at which a row's lines stand beside its reference."""


class _EntryDelegate(QStyledItemDelegate):
    """Paints an entry; every line of it is one line, cut short where it must be."""

    def __init__(self, appearance: Appearance, view: "OutcomeList") -> None:
        super().__init__(view)
        self.appearance = appearance
        self._view = view

    @property
    def _is_narrow(self) -> bool:
        return self._view.viewport().width() < self.appearance.theme.px(_SIDE_BY_SIDE)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of an entry in the list's width."""
        theme, width = self.appearance.theme, self._view.viewport().width()
        entry = cast("Entry | None", index.data(ENTRY_ROLE))
        if entry is None:
            return QSize(width, 0)
        if entry.is_heading:
            tall = theme.px(Space.SIDE) + Measure.SECTION_RULE + theme.line_height(Type.H3)
            return QSize(width, tall + theme.px(Space.SNUG))
        lines = len(entry.lines) + int(self._is_narrow)
        tall = lines * theme.line_height(Type.UI) + 2 * theme.px(Space.CLOSE) - HAIRLINE
        return QSize(width, tall)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw an entry."""
        entry = cast("Entry | None", index.data(ENTRY_ROLE))
        if entry is None:
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if entry.is_heading:
            self._paint_heading(painter, entry, rect)
        else:
            self._paint_row(painter, entry, rect, state)
        painter.restore()

    def _paint_heading(self, painter: QPainter, entry: Entry, rect: QRect) -> None:
        theme = self.appearance.theme
        ink = theme.colour(Colour.INK)
        top = rect.top() + theme.px(Space.GAP)
        painter.fillRect(rect.left(), top, rect.width(), Measure.SECTION_RULE, ink)
        area = QRectF(rect)
        area.setTop(top + Measure.SECTION_RULE + theme.px(Space.TIGHT))
        area.setHeight(theme.line_height(Type.H3))
        draw_line(painter, theme, area, entry.label, role=Type.H3, ink=ink)
        quiet = theme.colour(Colour.INK2)
        draw_line(painter, theme, area, entry.quiet, role=Type.SMALL, ink=quiet, is_right=True)

    def _paint_row(
        self, painter: QPainter, entry: Entry, rect: QRect, state: QStyle.StateFlag
    ) -> None:
        theme = self.appearance.theme
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.fillRect(rect, theme.colour(Colour.SELECTED))
            bar = theme.px(Measure.EDGE_BAR)
            painter.fillRect(
                rect.left(), rect.top(), bar, rect.height(), theme.colour(Colour.ACCENT)
            )
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour(Colour.RAISED))
        rule = theme.colour(Colour.RULE)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), HAIRLINE, rule)
        _RowPainter(painter, self.appearance, is_chosen=is_chosen, is_narrow=self._is_narrow).draw(
            entry, rect
        )
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour(Colour.FOCUS), Measure.FOCUS_RING))
            half = Measure.FOCUS_RING / 2
            painter.drawRect(QRectF(rect).adjusted(half, half, -half, -half))


class _RowPainter:
    """Draws one row of the file, or one record that it misses."""

    def __init__(
        self, painter: QPainter, appearance: Appearance, *, is_chosen: bool, is_narrow: bool
    ) -> None:
        self._painter, self._theme = painter, appearance.theme
        self._is_chosen, self._is_narrow = is_chosen, is_narrow

    def draw(self, entry: Entry, rect: QRect) -> None:
        """Draw mark, row, reference and lines."""
        px, tall = self._theme.px, self._theme.line_height(Type.UI)
        line = QRectF(rect).adjusted(
            px(Space.CLOSE), px(Space.CLOSE) - HAIRLINE, -px(Space.CLOSE), 0
        )
        line.setHeight(tall)
        self._mark(entry, line)
        line.setLeft(line.left() + px(_MARK))
        row = f"Row {entry.row:,}" if entry.row else "No row"
        self._words(line, row, Type.SMALL, Colour.INK2, px(_ROW))
        line.setLeft(line.left() + px(_ROW))
        if self._is_narrow:
            self._words(line, entry.label, Type.UI_BOLD, Colour.INK)
            line.moveTop(line.top() + tall)
        else:
            self._words(line, entry.label, Type.UI_BOLD, Colour.INK, px(_LABEL) - px(Space.CLOSE))
            line.setLeft(line.left() + px(_LABEL))
        for each in entry.lines:
            self._line(each, QRectF(line))
            line.moveTop(line.top() + tall)

    def _mark(self, entry: Entry, line: QRectF) -> None:
        size = self._theme.px(Measure.MARK)
        at = QRectF(line.left(), round(line.center().y() - size / 2), size, size)
        paper = Colour.SELECTED if self._is_chosen else Colour.PAGE
        ink = self._theme.colour(Colour.SELECTED_INK) if self._is_chosen else None
        paint_mark(self._painter, entry.mark, at, self._theme, own=ink, paper=paper)

    def _line(self, line: Line, area: QRectF) -> None:
        px = self._theme.px
        if line.before is None:
            self._words(area, line.words, Type.UI, Colour.INK)
            return
        name = px(_NAME) if not self._is_narrow else round(area.width() * 0.3)
        self._words(area, line.words, Type.UI, Colour.INK2, name - px(Space.CLOSE))
        area.setLeft(area.left() + name)
        if line.is_fault:
            value = min(px(_VALUE), area.width() / 3)
            self._words(area, line.before, Type.UI_BOLD, Colour.INK, value - px(Space.CLOSE))
            rest = area.width() - value
            self._words(area.translated(value, 0), line.after, Type.UI, Colour.INK, rest)
            return
        arrow = px(Measure.ICON) + px(Space.GAP)
        half = (area.width() - arrow) / 2
        self._words(area, line.before, Type.UI, Colour.INK2, half)
        self._words(area.translated(half, 0), "→", Type.UI, Colour.INK2, arrow)
        self._words(area.translated(half + arrow, 0), line.after, Type.UI_BOLD, Colour.INK, half)

    def _words(
        self, area: QRectF, words: str, role: Type, colour: Colour, width: float | None = None
    ) -> None:
        area = QRectF(area)
        if width is not None:
            area.setWidth(width)
        ink = self._theme.colour(Colour.SELECTED_INK if self._is_chosen else colour)
        draw_line(self._painter, self._theme, area, words, role=role, ink=ink)


class OutcomeList(DrawnList):
    """The list; ``chosen`` carries the place of the entry that became current."""

    chosen = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "Rows of the file", Colour.PAGE, parent)
        self.outcomes = OutcomesModel(self)
        self.setItemDelegate(_EntryDelegate(appearance, self))
        self.setMouseTracking(True)
        self.setModel(self.outcomes)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which entry became current."""
        super().currentChanged(cast("QModelIndex", current), cast("QModelIndex", previous))
        if current.isValid():
            self.chosen.emit(current.row())

    def show_entries(self, entries: list[Entry], row: int | None) -> None:
        """Show other entries; a row of the file that is still among them stays chosen."""
        position = self.verticalScrollBar().value()
        self.outcomes.set_entries(entries)
        place = self.outcomes.place_of(row) if row is not None else -1
        self.doItemsLayout()
        self.verticalScrollBar().setValue(position)
        if place < 0:
            place = self.outcomes.first_place()
        if place >= 0:
            self.setCurrentIndex(self.outcomes.index(place, 0))
