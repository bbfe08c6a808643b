"""Shows a part of the kit by itself."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def shown[W: QWidget](qtbot: QtBot, widget: W) -> W:
    """Show a widget until the test ends."""
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget
