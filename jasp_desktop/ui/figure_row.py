"""A row of figures."""

from PySide6.QtWidgets import QWidget

from jasp_desktop.ui.beside import Beside
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.facts import Figure
from jasp_desktop.ui.kit.planes import Row
from jasp_desktop.ui.kit.space import Space

_ONE_ROW_LEAST = 720


class FigureRow(Row):
    """Figures that share the width, each at the left of its share; they wrap where it is short."""

    def __init__(
        self, appearance: Appearance, figures: tuple[Figure, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, parent=parent)
        halves = [Row(appearance, gap=Space.GAP, top=True) for _ in range(2)]
        for place, figure in enumerate(figures):
            cell = Row(appearance)
            cell.add(figure)
            cell.add_stretch()
            halves[place * 2 // len(figures)].add(cell, stretch=1)
        self.add(
            Beside(appearance, *halves, least=_ONE_ROW_LEAST, gap=Space.GAP),
            stretch=1,
        )
