"""The first rows of a sheet as they stand in it; a person points at the row of the headings."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from jasp_desktop.exchange.trackers.cell_words import words_of
from jasp_desktop.exchange.trackers.sheets import CellValue, SheetRow
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.cell_delegate import draw_line
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.rows import Index
from jasp_desktop.ui.kit.space import HAIRLINE, Measure, Space
from jasp_desktop.ui.kit.type_scale import Type

_NOWHERE = QModelIndex()
_COLUMN = 150
_NUMBER = 52
_LONGEST = 200
_LETTERS = 26
_HEADINGS = "headings"
_ABOVE = "above the headings, not read"
_HIDDEN = "hidden in the sheet, but read"


def cell_words(value: CellValue) -> str:
    """Return a cell as a person reads it, on one line."""
    return " ".join((words_of(value) or "").split())[:_LONGEST]


def column_letters(column: int) -> str:
    """Return a column's letters as a spreadsheet shows them, from 0: “A”, “AB”."""
    letters, place = "", column + 1
    while place:
        place, rest = divmod(place - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


class SheetModel(QAbstractTableModel):
    """The rows of one sheet, and which of them holds the headings, from 1; 0 for none."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[SheetRow, ...] = ()
        self._columns = 0
        self.header_row = 0

    def set_rows(self, rows: Sequence[SheetRow], header_row: int) -> None:
        """Show another sheet."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._columns = max((len(row.cells) for row in rows), default=0)
        self.header_row = header_row
        self.endResetModel()

    def point_at(self, header_row: int) -> None:
        """Say that another row holds the headings."""
        self.header_row = header_row
        if self._rows:
            last = self.index(len(self._rows) - 1, self._columns - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def sheet_row(self, row: int) -> SheetRow:
        """Return a row of the sheet by its place in the view."""
        return self._rows[row]

    def place_of(self, number: int) -> int:
        """Return the place in the view of a row of the sheet; -1 if it is not shown."""
        places = (place for place, row in enumerate(self._rows) if row.number == number)
        return next(places, -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else self._columns

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Answer a column's letters or a row's number."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return column_letters(section)
        return str(self._rows[section].number) if 0 <= section < len(self._rows) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer a role of a cell."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        value = row.cells[index.column()] if index.column() < len(row.cells) else None
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_words(value)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            where = f"Row {row.number}{self._standing(row)}, {column_letters(index.column())}"
            return f"{where}: {cell_words(value) or 'blank'}"
        return None

    def _standing(self, row: SheetRow) -> str:
        if row.number == self.header_row:
            return f", {_HEADINGS}"
        if row.number < self.header_row:
            return f", {_ABOVE}"
        return f", {_HIDDEN}" if row.is_hidden else ""


class _CellDelegate(QStyledItemDelegate):
    """Paints a cell: headings strong on a tint, what stands above them quiet."""

    def __init__(self, appearance: Appearance, grid: "SheetGrid") -> None:
        super().__init__(grid)
        self.appearance = appearance
        self._grid = grid

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        theme, sheet = self.appearance.theme, self._grid.sheet
        rect: QRect = option.rect
        row = sheet.sheet_row(index.row())
        is_heading = row.number == sheet.header_row
        painter.save()
        if is_heading:
            painter.fillRect(rect, theme.colour(Colour.SELECTED))
        elif index.row() == self._grid.hovered_row:
            painter.fillRect(rect, theme.colour(Colour.RAISED))
        rule = theme.colour(Colour.RULE)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), HAIRLINE, rule)
        painter.fillRect(rect.right(), rect.top(), HAIRLINE, rect.height(), rule)
        ink = Colour.SELECTED_INK if is_heading else Colour.INK
        if row.number < sheet.header_row or row.is_hidden:
            ink = Colour.INK3
        side = theme.px(Space.CLOSE)
        area = QRectF(rect).adjusted(side, 0, -side, -HAIRLINE)
        words = str(index.data() or "")
        role = Type.SMALL_BOLD if is_heading else Type.SMALL
        draw_line(painter, theme, area, words, role=role, ink=theme.colour(ink))
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour(Colour.FOCUS), Measure.FOCUS_RING))
            half = Measure.FOCUS_RING / 2
            painter.drawRect(QRectF(rect).adjusted(half, half, -half, -half))
        painter.restore()


class _Edge(QHeaderView):
    """The letters above the grid, or the numbers at its left, in the program's own type."""

    def __init__(self, appearance: Appearance, way: Qt.Orientation, grid: "SheetGrid") -> None:
        super().__init__(way, grid)
        self.appearance = appearance
        self._grid = grid
        self.setHighlightSections(False)
        self.setSectionsClickable(way is Qt.Orientation.Vertical)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Draw a letter or a number; the row of the headings says so."""
        theme = self.appearance.theme
        is_row = self.orientation() is Qt.Orientation.Vertical
        sheet = self._grid.sheet
        is_heading = is_row and sheet.sheet_row(logical).number == sheet.header_row
        painter.save()
        painter.fillRect(rect, theme.colour(Colour.SELECTED if is_heading else Colour.RAISED))
        rule = theme.colour(Colour.RULE)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), HAIRLINE, rule)
        painter.fillRect(rect.right(), rect.top(), HAIRLINE, rect.height(), rule)
        ink = theme.colour(Colour.SELECTED_INK if is_heading else Colour.INK2)
        side = theme.px(Space.CLOSE)
        area = QRectF(rect).adjusted(side, 0, -side, 0)
        words = str(self.model().headerData(logical, self.orientation()) or "")
        role = Type.SMALL_BOLD if is_heading else Type.SMALL
        draw_line(painter, theme, area, words, role=role, ink=ink, is_right=is_row)
        painter.restore()


class SheetGrid(QTableView):
    """Shows rows; ``pointed`` carries the number of the row that a person says is the headings."""

    pointed = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self.sheet = SheetModel(self)
        self.hovered_row = -1
        self.setAccessibleName("First rows of the sheet")
        self.setAccessibleDescription("Enter or a click makes a row the headings")
        self._build()
        self._connect()
        self._on_appearance_changed()

    def _build(self) -> None:
        look = self.appearance
        self.setModel(self.sheet)
        self.setItemDelegate(_CellDelegate(look, self))
        self.setHorizontalHeader(_Edge(look, Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(_Edge(look, Qt.Orientation.Vertical, self))
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def _connect(self) -> None:
        self.clicked.connect(self._on_clicked)
        self.entered.connect(self._on_entered)
        self.verticalHeader().sectionClicked.connect(self._point_at_place)
        self.appearance.changed.connect(self._on_appearance_changed)

    def show_rows(self, rows: Sequence[SheetRow], header_row: int) -> None:
        """Show the first rows of a sheet and which of them holds the headings."""
        self.sheet.set_rows(rows, header_row)
        self._fit()
        place = self.sheet.place_of(header_row)
        if place >= 0:
            self.setCurrentIndex(self.sheet.index(place, 0))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the headings in view where there is room for a few rows only."""
        super().resizeEvent(event)
        place = self.sheet.place_of(self.sheet.header_row)
        if place >= 0:
            self.scrollTo(self.sheet.index(place, max(0, self.columnAt(0))))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Make the row the headings at Enter or Space."""
        keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        if event.key() in keys and self.currentIndex().isValid():
            self._point_at_place(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def _point_at_place(self, place: int) -> None:
        number = self.sheet.sheet_row(place).number
        self.sheet.point_at(number)
        self.verticalHeader().viewport().update()
        self.pointed.emit(number)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._point_at_place(index.row())

    def _on_entered(self, index: QModelIndex) -> None:
        if index.row() != self.hovered_row:
            self.hovered_row = index.row()
            self.viewport().update()

    def _fit(self) -> None:
        wide = self.appearance.theme.px(_COLUMN)
        for column in range(self.sheet.columnCount()):
            self.setColumnWidth(column, wide)

    def _on_appearance_changed(self) -> None:
        theme = self.appearance.theme
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, theme.colour(Colour.PAGE))
        self.setPalette(palette)
        # Under a style sheet the viewport has a palette of its own, which inherits nothing.
        self.viewport().setPalette(palette)
        for edge in (self.horizontalHeader(), self.verticalHeader()):
            edge.setMinimumSectionSize(0)
        tall = theme.line_height(Type.SMALL) + 2 * theme.px(Space.SNUG)
        self.verticalHeader().setDefaultSectionSize(tall)
        self.verticalHeader().setFixedWidth(theme.px(_NUMBER))
        self.horizontalHeader().setFixedHeight(tall)
        self._fit()
        self.viewport().update()
