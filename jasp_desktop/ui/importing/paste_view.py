"""A box for the words of a letter that came without a file, such as in an e-mail."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.ui.importing.foot import Foot
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.fields import Field, Line, TextBox
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type

_WHAT = (
    "Paste a letter or a page as text. It is read as a file would be: you check everything that it "
    "proposes before any of it counts."
)
_NAME = "Pasted text"
_NAME_HINT = "It stands on the certificate in place of a file’s name."
_LEAST, _MOST = 240, 420


class PasteView(Column):
    """Asks for a name and the words; ``read_wanted`` carries both."""

    back_wanted = Signal()
    read_wanted = Signal(str, str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, Colour.PAGE, parent=parent)
        look = appearance
        page = ScrollPage(look, gap=Space.ROOM, widest=None)
        page.setAccessibleName("Paste text")
        self.name = Line(look, _NAME)
        self.words = TextBox(look, "", Type.UI, least=_LEAST, most=_MOST)
        self.foot = Foot(look, "Read the text")
        page.body.add(
            Label(look, "Paste text", Type.H1),
            Label(look, _WHAT, Type.BODY, wrap=True),
            Field(look, "What it is called", self.name, _NAME_HINT),
            Field(look, "Text", self.words),
        )
        self.add(page, stretch=1)
        self.add(self.foot)
        self.foot.back_wanted.connect(self.back_wanted)
        self.foot.next_wanted.connect(self._on_read)
        self.words.textChanged.connect(self._refresh)
        self.name.textChanged.connect(self._refresh)
        self._refresh()

    def start(self) -> None:
        """Begin with an empty box, ready to paste into."""
        self.name.setText(_NAME)
        self.words.clear()
        self.words.setFocus()

    @Slot()
    def _refresh(self) -> None:
        if not self.words.toPlainText().strip():
            self.foot.hold("Paste the text first")
        elif not self.name.text().strip():
            self.foot.hold("Write what it is called")
        else:
            self.foot.hold("")

    @Slot()
    def _on_read(self) -> None:
        self.read_wanted.emit(self.name.text().strip(), self.words.toPlainText())
