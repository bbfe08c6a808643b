"""Asks before a record is removed: what goes with it, and what only lets go of it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.field_words import table_words
from jasp_desktop.domain.record_fields import table_of
from jasp_desktop.domain.record_lines import RecordLine
from jasp_desktop.domain.records import Record
from jasp_desktop.services.joining import Removal
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label, SectionHeading
from jasp_desktop.ui.kit.planes import Column, Flow
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.register.pickers import line_words

_MOST = 20
_WIDEST = 760


class RemoveView(ScrollPage):
    """Lists what would go; the safe answer has the focus."""

    confirmed = Signal()
    left = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, gap=Space.GAP, widest=_WIDEST, parent=parent)
        self.setAccessibleName("Remove a record")
        self.title = Label(appearance, "", Type.H2, wrap=True)
        self.words = Label(appearance, "", Type.BODY, Colour.INK2, wrap=True)
        self.lists = Column(appearance, gap=Space.ROOM)
        self.keep = Button(appearance, "Keep it", ButtonKind.PRIMARY)
        self.remove = Button(appearance, "Remove", icon="trash-2")
        buttons = Flow(appearance, gap=Space.GAP)
        buttons.add(self.keep, self.remove)
        self.body.add(self.title, self.words, self.lists, buttons)
        self.keep.clicked.connect(self.left)
        self.remove.clicked.connect(self.confirmed)

    def show_removal(self, record: Record, name: str, removal: Removal) -> None:
        """Ask about a record."""
        one = table_words(table_of(record)).one.lower()
        self.title.setText(f"Remove this {one}?")
        self.words.setText(
            f"“{name}” leaves the register. You can take this back with Ctrl+Z while the program "
            "is open; notes that members wrote about it stay in their notebooks."
        )
        self.lists.clear()
        self._list("Goes with it", removal.goes)
        self._list("Stays, and names it no longer", removal.lets_go)
        count = len(removal.goes) + 1
        self.remove.set_words(f"Remove {count:,} records" if count > 1 else f"Remove the {one}")
        self.scroll_to(0)
        self.keep.setFocus()

    def _list(self, title: str, lines: Sequence[RecordLine]) -> None:
        if not lines:
            return
        look = self.appearance
        part = Column(look, gap=Space.TIGHT)
        part.add(SectionHeading(look, title, f"{len(lines):,}"))
        for line in lines[:_MOST]:
            words = f"{table_words(line.table).one}: {line_words(line)}"
            part.add(Label(look, words, Type.UI, wrap=True))
        if len(lines) > _MOST:
            part.add(Label(look, f"and {len(lines) - _MOST:,} more", Type.SMALL, Colour.INK2))
        self.lists.add(part)
