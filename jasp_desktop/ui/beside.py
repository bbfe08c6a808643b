"""Two things beside one another, or under one another where there is no room."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.planes import Column, Plane
from jasp_desktop.ui.kit.space import Space


class Beside(Plane):
    """Shares a width of at least ``least`` pixels at 100 % between two widgets."""

    def __init__(
        self,
        appearance: Appearance,
        left: QWidget,
        right: QWidget,
        *,
        least: int,
        gap: int,
        stretches: tuple[int, int] = (1, 1),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, parent=parent)
        self._least, self._gap = least, gap
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for widget, stretch in zip((left, right), stretches, strict=True):
            self._box.addWidget(widget, stretch)
        self.restyle()

    @property
    def is_stacked(self) -> bool:
        """Tell whether they stand under one another."""
        return self._box.direction() is QBoxLayout.Direction.TopToBottom

    def restyle(self) -> None:
        """Take the gap from the theme in force."""
        super().restyle()
        self._box.setSpacing(self.appearance.theme.px(self._gap))
        self._turn()

    def minimumSizeHint(self) -> QSize:
        """Return the width of the wider one: they can always be stacked."""
        items = [self._box.itemAt(place) for place in range(self._box.count())]
        least = [item.minimumSize() for item in items if item is not None]
        wide = max((size.width() for size in least), default=0)
        return QSize(wide, max((size.height() for size in least), default=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the width asks for it."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        has_room = self.width() >= self.appearance.theme.px(self._least)
        directions = QBoxLayout.Direction
        wanted = directions.LeftToRight if has_room else directions.TopToBottom
        if wanted is not self._box.direction():
            self._box.setDirection(wanted)


def beside_field(appearance: Appearance, button: QWidget) -> Column:
    """Return a button that stands level with the control of a field beside it."""
    level = Column(appearance, margins=(0, Space.APART, 0, 0))
    level.add(button)
    return level
