"""The agenda of a meeting at the left of its page: choose, add, put in order, number."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.fields import Field, Line
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column, Flow, Row
from jasp_desktop.ui.kit.rows import RowsModel
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.meetings.agenda_list import AgendaList

_HOW = "Drag an item to move it, or Alt+Shift+Up or Down"


class AgendaPane(Column):
    """The list, and under it what adds an item; ``added`` carries a new item’s title."""

    added = Signal(str)
    numbering_asked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, Colour.LIST, parent=parent)
        self.rows = RowsModel(parent=self)
        self.list = AgendaList(appearance)
        self.list.setModel(self.rows)
        self._build_foot()
        self.setFocusProxy(self.list)

    def _build_foot(self) -> None:
        look = self.appearance
        self.title = Line(look)
        self.field = Field(look, "Add an item", self.title)
        self.add_button = Button(look, "Add", icon="plus", small=True)
        self.number = Button(look, "Number by order", ButtonKind.LINK, small=True)
        self.number.hide()
        margins = (Space.SIDE, Space.CLOSE, Space.ROOM, Space.CLOSE)
        foot = Column(look, gap=Space.SNUG, margins=margins, edges="t")
        adding, numbering = Row(look, gap=Space.GAP), Flow(look)
        adding.add(self.add_button)
        adding.add(Label(look, _HOW, Type.SMALL, Colour.INK2, wrap=True), stretch=1)
        numbering.add(self.number)
        foot.add(self.field, adding, numbering)
        self.add(self.list, stretch=1)
        self.add(foot)
        self.title.returnPressed.connect(self._on_add)
        self.title.textChanged.connect(self.field.clear_fault)
        self.add_button.clicked.connect(self._on_add)
        self.number.clicked.connect(self.numbering_asked)

    def offer_numbering(self, *, is_wanted: bool) -> None:
        """Offer to number the items by their order, where they are not."""
        self.number.setVisible(is_wanted)

    @Slot()
    def _on_add(self) -> None:
        self.added.emit(self.title.text())
