"""Holds a view as tall as the window, or as tall as it needs to be: then it scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.space import Space


class TallArea(QScrollArea):
    """Scrolls a view whose parts have no room at a large text size; what has the focus shows."""

    def __init__(
        self, appearance: Appearance, view: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(view)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        view = self.widget()
        if now is not None and view is not None and view.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, self.appearance.theme.px(Space.ROOM))
