"""Let a screen reader say what a person who sees the screen can see."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, sentence: str) -> None:
    """Have a sentence said, once what is being said is over."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
