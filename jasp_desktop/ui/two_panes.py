"""Two panes beside one another; where there is no room for both, one at a time."""

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Chip
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.panes import Panes
from jasp_desktop.ui.kit.planes import Column, Row
from jasp_desktop.ui.kit.space import Space


@dataclass(frozen=True, slots=True)
class Pane:
    """A pane, what it is called where only one shows, its usual width and its least at 100 %.

    Without a usual width it takes what is left.
    """

    name: str
    widget: QWidget
    width: int | None
    least: int


class TwoPanes(Column):
    """Shows both panes while each has its least width, else the one chosen above them."""

    def __init__(
        self, appearance: Appearance, left: Pane, right: Pane, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, parent=parent)
        self._both = (left, right)
        self._shown_alone = right
        self._build()
        self._connect()
        self._fold()

    def _build(self) -> None:
        self._chooser = Row(
            self.appearance,
            gap=Space.CLOSE,
            margins=(Space.SIDE, Space.TIGHT, Space.SIDE, Space.TIGHT),
            plane=Colour.RAISED,
            edges="b",
        )
        self._chips = [Chip(self.appearance, pane.name) for pane in self._both]
        self._group = QButtonGroup(self)
        for number, chip in enumerate(self._chips):
            self._group.addButton(chip, number)
            self._chooser.add(chip)
        self._chooser.add_stretch()
        self.panes = Panes(self.appearance)
        for pane in self._both:
            self.panes.add_pane(pane.widget, pane.name, pane.width)
        self.add(self._chooser)
        self.add(self.panes, stretch=1)

    def _connect(self) -> None:
        self._group.idClicked.connect(self._on_chip_clicked)
        self.appearance.changed.connect(self._fold)

    @property
    def is_folded(self) -> bool:
        """Tell whether only one pane has room."""
        return self.width() < sum(self.appearance.theme.px(pane.least) for pane in self._both)

    def show_left(self) -> None:
        """Where only one pane has room, show the left one."""
        self._show_alone(self._both[0])

    def show_right(self) -> None:
        """Where only one pane has room, show the right one."""
        self._show_alone(self._both[1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold for the new width."""
        super().resizeEvent(event)
        self._fold()

    def _show_alone(self, pane: Pane) -> None:
        self._shown_alone = pane
        self._fold()

    @Slot(int)
    def _on_chip_clicked(self, number: int) -> None:
        self._show_alone(self._both[number])

    @Slot()
    def _fold(self) -> None:
        is_folded = self.is_folded
        was_folded = not self._chooser.isHidden()
        self._chooser.setVisible(is_folded)
        for pane, chip in zip(self._both, self._chips, strict=True):
            pane.widget.setVisible(not is_folded or pane is self._shown_alone)
            chip.setChecked(pane is self._shown_alone)
        if was_folded and not is_folded:
            self.panes.restore()
