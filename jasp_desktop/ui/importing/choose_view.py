"""Where an import begins: choose a file, drop one or paste text; and every import before it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.marks import REJECTED
from jasp_desktop.domain.records import ImportBatch
from jasp_desktop.ui.importing.earlier_imports import EARLIER_COLUMNS, EarlierModel
from jasp_desktop.ui.importing.short_table import ShortTable
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label, SectionHeading, StatusWord
from jasp_desktop.ui.kit.planes import Column, Flow
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type

_WHAT = (
    "A force’s tracker (XLSX or CSV), a response letter or a report page (text, HTML, Word or "
    "PDF), or a register in the open format (JSON). Choose a file, or drop one here."
)
_SAFE = "You check everything that the file proposes before any of it counts."
_READING = "Reading {}. What it proposes will show here."
_OPEN = "Enter or a double click opens a certificate, and from there an import can be undone."


class ChooseView(ScrollPage):
    """Offers to choose a file; says what is being read, or why a file could not be.

    ``certificate_wanted`` carries the import whose certificate is to be shown.
    """

    chosen = Signal()
    paste_wanted = Signal()
    certificate_wanted = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, gap=Space.ROOM, widest=None, parent=parent)
        self.setAccessibleName("Choose a file")
        self._build()
        self.choose.clicked.connect(self.chosen)
        self.paste.clicked.connect(self.paste_wanted)
        self.table.opened.connect(self._on_opened)
        self.show_waiting()
        self.show_earlier(())

    def _build(self) -> None:
        look = self.appearance
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
        self.paste = Button(look, "Paste text…")
        self._buttons = Flow(look, gap=Space.GAP)
        self._buttons.add(self.choose, self.paste)
        box.add(self.fault, self.what, self.safe, self._buttons)
        self.earlier = EarlierModel(self)
        self._earlier = Column(look, gap=Space.TIGHT)
        self._heading = SectionHeading(look, "Earlier imports")
        self.table = ShortTable(look, "Earlier imports", EARLIER_COLUMNS, two_lines=True)
        self.table.setModel(self.earlier)
        quiet = Label(look, _OPEN, Type.SMALL, Colour.INK2, wrap=True)
        self._earlier.add(self._heading, self.table, quiet)
        self.body.add(Label(look, "Import", Type.H1), box, self._earlier)

    def show_earlier(self, batches: Sequence[ImportBatch]) -> None:
        """Show the imports that there were."""
        self.earlier.set_batches(batches)
        self._heading.set_quiet(f"{len(batches):,}")
        self._earlier.setVisible(bool(batches))

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

    @Slot(int)
    def _on_opened(self, row: int) -> None:
        self.certificate_wanted.emit(self.earlier.batch(row))
