"""The register as a table: rows to choose and open, headings that ask for a sort."""

from collections.abc import Sequence
from typing import cast, override

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.cell_delegate import CellDelegate
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.rows import Index, TableColumn
from jasp_desktop.ui.kit.space import HAIRLINE, Measure
from jasp_desktop.ui.kit.table_head import TableHead
from jasp_desktop.ui.kit.type_scale import Type


class RegisterTable(QTableView):
    """A table over any model that answers ``CELL_ROLE``; it never sorts by itself.

    ``sort_requested`` carries a column's key and the order asked for, ``chosen`` the row that
    became current, ``opened`` the row of Enter or a double click.
    """

    sort_requested = Signal(str, Qt.SortOrder)
    chosen = Signal(int)
    opened = Signal(int)

    def __init__(
        self,
        appearance: Appearance,
        name: str,
        columns: Sequence[TableColumn],
        *,
        two_lines: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self._columns = tuple(columns)
        self._row_height = Measure.TABLE_ROW_TWO if two_lines else Measure.TABLE_ROW
        self._delegate = CellDelegate(appearance, self, columns)
        self.head = TableHead(appearance, columns, self)
        self.setAccessibleName(name)
        self._build()
        self._connect()
        self._on_appearance_changed()

    def _build(self) -> None:
        self.setHorizontalHeader(self.head)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        # Fixed heights: a hundred thousand rows are not measured one by one.
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _connect(self) -> None:
        self.head.sort_requested.connect(self.sort_requested)
        self.doubleClicked.connect(self._on_double_clicked)
        self.entered.connect(self._on_entered)
        self.appearance.changed.connect(self._on_appearance_changed)

    def show_sort(self, key: str | None, order: Qt.SortOrder) -> None:
        """Show by which column the model has sorted."""
        self.head.show_sort(key, order)

    def choose(self, row: int) -> None:
        """Make a row the current one and bring it into view."""
        if 0 <= row < self.model().rowCount():
            self.setCurrentIndex(self.model().index(row, 0))

    @property
    def chosen_row(self) -> int:
        """Return the current row; -1 if there is none."""
        return self.currentIndex().row()

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which row became current."""
        super().currentChanged(cast("QModelIndex", current), cast("QModelIndex", previous))
        if current.isValid() and current.row() != previous.row():
            self.chosen.emit(current.row())

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Redraw the outline with the selection."""
        super().selectionChanged(selected, deselected)
        self.viewport().update()

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show another model's rows."""
        super().setModel(model)
        self._fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the row at Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.chosen_row >= 0:
            self.opened.emit(self.chosen_row)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out among the columns."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_columns()

    def minimumSizeHint(self) -> QSize:
        """Return room for the headings and one row: more is for who lays out the page to give."""
        tall = self.head.height() + self.verticalHeader().defaultSectionSize()
        return QSize(super().minimumSizeHint().width(), tall)

    def _fit_columns(self) -> None:
        if self.model() is None:
            return
        px, room = self.appearance.theme.px, self.viewport().width()
        shown = self.shown_columns(room)
        fixed = sum(px(one.width) for one in shown if one.width is not None)
        growing = [one for one in shown if one.width is None]
        share = (room - fixed) // max(1, len(growing))
        for place, column in enumerate(self._columns):
            self.setColumnHidden(place, column not in shown)
            if column.width is None:
                self.setColumnWidth(place, max(share, px(column.least)))
            else:
                self.setColumnWidth(place, px(column.width))

    def shown_columns(self, room: int) -> Sequence[TableColumn]:
        """Return the columns that are shown in a width: the optional ones go, the last first."""
        shown = list(self._columns)
        while self.least_width(shown) > room and any(one.is_optional for one in shown):
            last = max(place for place, one in enumerate(shown) if one.is_optional)
            del shown[last]
        return shown

    def least_width(self, columns: Sequence[TableColumn]) -> int:
        """Return the least width in which some columns stand beside one another, in pixels."""
        return sum(map(self._least, columns))

    def _least(self, column: TableColumn) -> int:
        width = column.least if column.width is None else column.width
        return self.appearance.theme.px(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, then the outline of the chosen one."""
        super().paintEvent(event)
        row = self.chosen_row
        if row < 0:
            return
        top, height = self.rowViewportPosition(row), self.rowHeight(row)
        wide = min(self.viewport().width(), self.head.length())
        thickness = Measure.FOCUS_RING if self.hasFocus() else HAIRLINE
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self.appearance.theme.colour(Colour.SELECTED_INK), thickness))
        half = thickness / 2
        painter.drawRect(QRectF(QRect(0, top, wide, height)).adjusted(half, half, -half, -half))

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the row under the pointer."""
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered_row:
            self._delegate.hovered_row = row
            self.viewport().update()

    def _on_entered(self, index: QModelIndex) -> None:
        self._hover(index.row())

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())

    def _on_appearance_changed(self) -> None:
        theme = self.appearance.theme
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, theme.colour(Colour.PAGE))
        self.setPalette(palette)
        # Under a style sheet the viewport has a palette of its own, which inherits nothing.
        self.viewport().setPalette(palette)
        self.setFont(theme.font(Type.UI))
        self.verticalHeader().setMinimumSectionSize(0)
        more_lines = max(column.lines for column in self._columns) - 1
        tall = theme.px(self._row_height) + more_lines * theme.line_height(Type.UI)
        self.verticalHeader().setDefaultSectionSize(tall)
        self.head.setFixedHeight(theme.px(Measure.TABLE_HEAD))
        self._fit_columns()
        self.viewport().update()
