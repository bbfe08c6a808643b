"""The name under which a mapping is kept, and whether this sheet's headings were recognised."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.marks import DONE, UNCHANGED
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.fields import Field, Line
from jasp_desktop.ui.kit.labels import StatusWord
from jasp_desktop.ui.kit.planes import Column, Row
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type

_NAME = 300
_NEW = "These headings are new here. What each column is read as is a proposal: put it right."


class MappingPart(Column):
    """Names the mapping and saves it; ``save_wanted`` carries the name."""

    save_wanted = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(
            appearance,
            Colour.RAISED,
            gap=Space.NEAR,
            margins=(Space.SIDE, Space.GAP, Space.SIDE, Space.GAP),
            parent=parent,
        )
        look = appearance
        paper = Colour.RAISED
        self.stands = StatusWord(
            look, UNCHANGED, "", Type.UI_BOLD, Colour.INK, paper=paper, wrap=True
        )
        self.name = Line(look)
        self.name.setFixedWidth(look.theme.px(_NAME))
        self.field = Field(look, "Name of this mapping", self.name)
        self.save = Button(look, "Save this mapping")
        beside = Column(look)
        beside.add_stretch()
        beside.add(self.save)
        line = Row(look, gap=Space.GAP)
        line.add(self.field, beside)
        line.add_stretch()
        self.add(self.stands, line)
        self.save.clicked.connect(self._on_save)
        self.name.returnPressed.connect(self._on_save)

    def show_mapping(self, name: str, recognised: str | None) -> None:
        """Show a mapping's name, and the saved one by which the headings were recognised."""
        self.name.setText(name)
        if recognised is None:
            self.stands.set_status(UNCHANGED, _NEW)
        else:
            self.stands.set_status(DONE, f"Mapping “{recognised}”, recognised by its headings.")
        self.field.clear_fault()

    def show_saved(self, name: str) -> None:
        """Say that the mapping is kept."""
        self.stands.set_status(DONE, f"Saved as “{name}”. It is recognised the next time.")

    @Slot()
    def _on_save(self) -> None:
        name = self.name.text().strip()
        if not name:
            self.field.show_fault("Write a name, such as 4ACTION 2026.")
            return
        self.field.clear_fault()
        self.save_wanted.emit(name)
