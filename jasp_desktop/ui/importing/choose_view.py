"""Where an import begins: choose a file or drop one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.marks import REJECTED
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label, StatusWord
from jasp_desktop.ui.kit.planes import Column, Flow
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type

_WHAT = (
    "A response letter or a report page (text, HTML, Word or PDF), or a register in the open "
    "format (JSON). Choose a file, or drop one here."
)
_SAFE = "You check everything that the file proposes before any of it counts."
_READING = "Reading {}. What it proposes will show here."


class ChooseView(ScrollPage):
    """Offers to choose a file; says what is being read, or why a file could not be."""

    chosen = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, gap=Space.ROOM, widest=None, parent=parent)
        self.setAccessibleName("Choose a file")
        look = appearance
        box = Column(
            look,
            Colour.RAISED,
            gap=Space.GAP,
            margins=(Space.MARGIN, Space.APART, Space.MARGIN, Space.APART),
            outline=Colour.RULE,
        )
        self.fault = StatusWord(look, REJECTED, "", Type.UI_BOLD, paper=Colour.RAISED, wrap=True)
        self.what = Label(look, _WHAT, Type.BODY, wrap=True)
        self.safe = Label(look, _SAFE, Type.UI, Colour.INK2, wrap=True)
        self.choose = Button(look, "Choose a file", ButtonKind.PRIMARY, icon="file-input")
        self._buttons = Flow(look, gap=Space.GAP)
        self._buttons.add(self.choose)
        box.add(self.fault, self.what, self.safe, self._buttons)
        self.body.add(Label(look, "Import", Type.H1), box)
        self.choose.clicked.connect(self.chosen)
        self.show_waiting()

    def show_waiting(self) -> None:
        """Offer to choose a file."""
        self._show("", _WHAT, "Choose a file")

    def show_reading(self, file: str) -> None:
        """Say which file is being read."""
        self._show("", _READING.format(f"“{file}”"), "")

    def show_fault(self, sentence: str) -> None:
        """Say why a file could not be read, and offer another."""
        self._show(sentence, _WHAT, "Choose another file")
        self.choose.setFocus()

    def _show(self, fault: str, what: str, step: str) -> None:
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        self.what.setText(what)
        self._buttons.setVisible(bool(step))
        if step:
            self.choose.set_words(step)
