"""Choosing in a list on behalf of the page, which knows already."""

from PySide6.QtCore import QModelIndex

from jasp_desktop.ui.kit.list_pane import ListPane
from jasp_desktop.ui.kit.register_table import RegisterTable


def choose_quietly(view: ListPane | RegisterTable, row: int) -> None:
    """Make a row the current one without telling; no row is where there is none such."""
    view.blockSignals(True)  # noqa: FBT003 - Qt's own shape
    if row >= 0:
        # Rows that were only just listed have no place to scroll to before they are laid out.
        view.doItemsLayout()
        view.choose(row)
    else:
        view.clearSelection()
        view.setCurrentIndex(QModelIndex())
    view.blockSignals(False)  # noqa: FBT003 - Qt's own shape
    view.viewport().update()
