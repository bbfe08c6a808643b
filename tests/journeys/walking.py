"""A person at the window: looks for words, presses, types, and waits for what they see."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from jasp_desktop.ui.kit.buttons import PaintedButton

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Walk:
    """Somebody who goes through the window; ``patience`` is in milliseconds."""

    patience = 30_000

    def __init__(self, qtbot, seat):
        self.qtbot, self.seat = qtbot, seat

    @property
    def page(self):
        return self.seat.sitting.visits.page

    @property
    def desk(self):
        return self.seat.desk

    def press(self, words):
        """Press the one visible button of the window with these words."""
        self.until(lambda: len(self._buttons(words)) == 1)
        self.use(self._buttons(words)[0])

    def press_first(self, words):
        """Press the first visible button of the window with these words."""
        self.until(lambda: bool(self._buttons(words)))
        self.use(self._buttons(words)[0])

    def _buttons(self, words):
        return [
            button
            for button in self.seat.window.findChildren(PaintedButton)
            if button.text() == words and button.isVisible() and button.isEnabled()
        ]

    def use(self, button):
        """Use a button that is seen."""
        self.qtbot.mouseClick(button, LEFT)

    def type(self, words):
        self.qtbot.keyClicks(QApplication.focusWidget(), words)

    def key(self, key, modifiers=NONE):
        self.qtbot.keyClick(QApplication.focusWidget() or self.seat.window, key, modifiers)

    def until(self, condition):
        self.qtbot.waitUntil(condition, timeout=self.patience)
