"""Tells when a window has been painted."""

from typing import override

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

_PAINTS = frozenset({QEvent.Type.Paint, QEvent.Type.UpdateRequest})


class NextPaint(QObject):
    """``painted`` comes once, when the paint is over and the window's thread is free again.

    A window whose children cover it is not painted itself: it is asked to update them.
    """

    painted = Signal()
    _seen = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._seen.connect(self.painted, Qt.ConnectionType.QueuedConnection)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch for the paint; never hold an event back."""
        if event.type() in _PAINTS:
            watched.removeEventFilter(self)
            self._seen.emit()
        return False
