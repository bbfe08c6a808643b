"""The box a member's own words are typed in: it says when they are due to be saved."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.fields import TextBox
from jasp_desktop.ui.kit.type_scale import Type

PAUSE_MS = 500

_BORROWED = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})
"""Ways in which the focus goes and comes back by itself."""


class OwnText(TextBox):
    """``save_due`` follows a pause in typing or the loss of focus, ``abandoned`` only the latter.

    A menu or another window only borrows the focus.
    """

    save_due = Signal()
    abandoned = Signal()

    def __init__(
        self, appearance: Appearance, words: str, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, words, Type.BODY, parent=parent)
        self.setAccessibleName(name)
        # Written words stand bare until somebody goes to them; an empty box shows its outline.
        self.setStyleSheet(
            'QPlainTextEdit[written="true"]:!focus:!hover'
            "{ background: transparent; border-color: transparent; }"
        )
        self._is_dirty = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.save_due)
        self.textChanged.connect(self._on_typed)

    @property
    def words(self) -> str:
        """Return what is typed, without blank ends."""
        return self.toPlainText().strip()

    @property
    def is_dirty(self) -> bool:
        """Tell whether something was typed that is not saved."""
        return self._is_dirty

    def mark_saved(self) -> None:
        """Take note that what is typed is on the disk."""
        self._pause.stop()
        self._is_dirty = False

    def show_saved(self, words: str) -> None:
        """Show words that came from elsewhere, as from undo; what is not saved yet stays."""
        if self._is_dirty or words == self.words:
            return
        place = self.textCursor().position()
        self.setPlainText(words)
        cursor = self.textCursor()
        cursor.setPosition(min(place, len(words)))
        self.setTextCursor(cursor)
        self.mark_saved()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save, and tell when the person has gone elsewhere."""
        super().focusOutEvent(event)
        self.save_due.emit()
        if event.reason() not in _BORROWED:
            self.abandoned.emit()

    def _on_typed(self) -> None:
        self._is_dirty = True
        self._pause.start()
        is_written = bool(self.toPlainText())
        if is_written != bool(self.property("written")):
            self.setProperty("written", is_written)
            # A style sheet looks at a property only when it is told to.
            self.style().unpolish(self)
            self.style().polish(self)
