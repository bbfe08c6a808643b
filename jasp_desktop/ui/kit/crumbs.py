"""The path to where one is; where room is short its beginning goes, never its end."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Row
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type

type Crumb = tuple[str, str | None]
"""Words, and the key of what they open; None where there is nothing to open."""


class CrumbTrail(Row):
    """Crumbs with strokes between them. ``opened`` carries the key of the crumb pressed.

    The last says where one is: it is cut short only when it alone is wider than the trail.
    """

    opened = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        self._steps: list[list[QWidget]] = []
        super().__init__(appearance, gap=Space.CLOSE, parent=parent)

    def set_crumbs(self, crumbs: Sequence[Crumb]) -> None:
        """Show another path."""
        self.clear()
        self._steps.clear()
        for words, key in crumbs[:-1]:
            stroke = Label(self.appearance, "/", Type.UI, Colour.INK3)
            self._steps.append([self._above(words, key), stroke])
        for words, _ in crumbs[-1:]:
            self._steps.append([Label(self.appearance, words, Type.UI_BOLD, elide=True)])
        for step in self._steps:
            self.add(*step)
        self.add_stretch()
        self._fit()
        self.updateGeometry()

    def _above(self, words: str, key: str | None) -> QWidget:
        if key is None:
            return Label(self.appearance, words, Type.UI, Colour.INK2)
        link = Button(self.appearance, words, ButtonKind.QUIET)
        link.clicked.connect(lambda: self.opened.emit(key))
        return link

    def restyle(self) -> None:
        """Take spaces from the theme in force, and show what fits now."""
        super().restyle()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the path as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _widths(self) -> list[int]:
        gap = self.appearance.theme.px(Space.CLOSE)
        return [sum(part.sizeHint().width() + gap for part in step) for step in self._steps]

    def _fit(self) -> None:
        room = self.width() + self.appearance.theme.px(Space.CLOSE)
        for step, width in reversed(list(zip(self._steps, self._widths(), strict=True))):
            room -= width
            for part in step:
                part.setVisible(room >= 0 or step is self._steps[-1])

    def sizeHint(self) -> QSize:
        """Return the size of the whole path, whatever of it shows."""
        gap = self.appearance.theme.px(Space.CLOSE)
        return QSize(max(0, sum(self._widths()) - gap), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the least that the last crumb needs."""
        hint = super().minimumSizeHint()
        return self._steps[-1][0].minimumSizeHint() if self._steps else hint
