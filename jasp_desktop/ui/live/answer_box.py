"""The wide field in which an answer is noted: every word is due to be kept while it is typed."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.fields import TextBox
from jasp_desktop.ui.kit.type_scale import Type

KEPT_WITHIN_MS = 200
_LEAST, _MOST = 140, 420


class AnswerBox(TextBox):
    """``save_due`` comes within ``KEPT_WITHIN_MS`` of the first word that is not kept.

    It waits for no pause: who never stops typing is never further behind.
    """

    save_due = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "", Type.LIVE, least=_LEAST, most=_MOST, parent=parent)
        self._is_dirty = False
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.setInterval(KEPT_WITHIN_MS)
        self._due.timeout.connect(self.save_due)
        self.textChanged.connect(self._on_typed)

    @property
    def words(self) -> str:
        """Return what is typed."""
        return self.toPlainText()

    @property
    def is_dirty(self) -> bool:
        """Tell whether something was typed that is not kept."""
        return self._is_dirty

    def mark_kept(self) -> None:
        """Take note that what is typed is on the disk."""
        self._due.stop()
        self._is_dirty = False

    def show_kept(self, words: str) -> None:
        """Show words that are on the disk, with the caret at their end.

        What is typed and not kept yet stays.
        """
        if self._is_dirty or words == self.words.strip():
            return
        self.setPlainText(words)
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.setTextCursor(cursor)
        self.mark_kept()

    def _on_typed(self) -> None:
        self._is_dirty = True
        if not self._due.isActive():
            self._due.start()
