"""The order in which Tab goes through what was put in place at different times."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def follow_layout(container: QWidget) -> None:
    """Let Tab go through a container's widgets as they stand in its layouts.

    Qt goes by the order of making: what is made anew would be last of all, wherever it stands.
    """
    last = container
    for widget in _tab_stops(container):
        QWidget.setTabOrder(last, widget)
        last = widget


def _tab_stops(container: QWidget) -> Iterator[QWidget]:
    layout = container.layout()
    if layout is None:
        return
    items = map(layout.itemAt, range(layout.count()))
    for widget in (item.widget() for item in items if item is not None):
        if widget is None:
            continue
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        yield from _tab_stops(widget)
