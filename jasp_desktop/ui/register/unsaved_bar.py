"""A band that leads back to forms that were filled in and not saved."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column, Flow
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.places import Place

_MOST = 3
_LONGEST = 40


class UnsavedBar(Column):
    """Names each form that waits; ``opened`` carries its place."""

    opened = Signal(Place)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        margins = (Space.ROOM, Space.SNUG, Space.ROOM, Space.SNUG)
        super().__init__(
            appearance, Colour.MOVED_SOFT, margins=margins, bar=Colour.MOVED, parent=parent
        )
        self.names = Flow(appearance, gap=Space.GAP, line_gap=Space.TIGHT)
        self.add(self.names)
        self.setAccessibleName("Forms that are not saved")
        self.hide()

    def show_names(self, names: Mapping[Place, str]) -> None:
        """Show which forms wait; none hides it."""
        self.names.clear()
        self.setVisible(bool(names))
        self.names.add(Label(self.appearance, "Not saved yet:", Type.SMALL_BOLD, Colour.MOVED))
        for place, name in list(names.items())[:_MOST]:
            self.names.add(self._link(place, name))
        if len(names) > _MOST:
            more = f"and {len(names) - _MOST:,} more"
            self.names.add(Label(self.appearance, more, Type.SMALL, Colour.INK2))

    def _link(self, place: Place, name: str) -> Button:
        words = name if len(name) <= _LONGEST else f"{name[:_LONGEST].rstrip()}…"
        link = Button(self.appearance, words, ButtonKind.LINK, small=True)
        link.setAccessibleName(f"Not saved yet: {name}")
        link.clicked.connect(lambda: self.opened.emit(place))
        return link
