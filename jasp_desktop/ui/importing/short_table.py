"""A table on a page that scrolls: as tall as its rows, up to a few; more scroll inside it."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.register_table import RegisterTable
from jasp_desktop.ui.kit.rows import TableColumn

_MOST_ROWS = 12


class ShortTable(RegisterTable):
    """A register's table that takes its height from its rows."""

    def __init__(
        self,
        appearance: Appearance,
        name: str,
        columns: Sequence[TableColumn],
        *,
        two_lines: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, name, columns, two_lines=two_lines, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self._fit)

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show another model's rows."""
        super().setModel(model)
        if model is not None:
            model.modelReset.connect(self._fit)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page unless the table itself has more to show."""
        if self.verticalScrollBar().maximum() == 0:
            event.ignore()
        else:
            super().wheelEvent(event)

    def _fit(self) -> None:
        if self.model() is None:
            return
        rows = min(self.model().rowCount(), _MOST_ROWS)
        tall = self.head.height() + rows * self.verticalHeader().defaultSectionSize()
        # A bar across, where the columns have no room beside one another.
        across = self.horizontalScrollBar().sizeHint().height()
        needs_bar = self.head.length() > self.width() > 0
        self.setFixedHeight(tall + across * int(needs_bar))
