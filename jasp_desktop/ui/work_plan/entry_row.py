"""One entry of the work plan, with what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.records import WorkPlanEntry
from jasp_desktop.services.work_plan import PlannedEntry
from jasp_desktop.ui.beside import Beside
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.fields import Choice, Line
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column, Flow
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type

_LEAST_BESIDE = 760
_LEAST_LETTERS = 16

type Meetings = Sequence[tuple[str, str | None]]
"""The meetings that can take an entry, each in words and by its uid; None for no meeting yet."""


class EntryRow(Column):
    """Title, the meeting that takes it, and links.

    ``moved`` carries the uid of another meeting or None, ``renamed`` another title.
    """

    moved = Signal(object, object)
    renamed = Signal(object, str)
    removed = Signal(object)
    put_on_agenda = Signal(object)
    item_opened = Signal(object)

    def __init__(
        self,
        appearance: Appearance,
        planned: PlannedEntry,
        meetings: Meetings,
        *,
        is_coming: bool,
        parent: QWidget | None = None,
    ) -> None:
        margins = (0, Space.SNUG, 0, Space.SNUG)
        super().__init__(appearance, margins=margins, edges="b", parent=parent)
        self._planned, self._is_coming = planned, is_coming
        self._build(meetings)
        self._connect()

    @property
    def entry(self) -> WorkPlanEntry:
        """Return the entry."""
        return self._planned.entry

    def _build(self, meetings: Meetings) -> None:
        look, title = self.appearance, self.entry.title
        self.title = Label(look, title, Type.UI_BOLD, wrap=True)
        self.line = Line(look, title)
        self.line.setAccessibleName(f"New title of: {title}")
        self.line.hide()
        words = Column(look, margins=(0, Space.SNUG, 0, 0))
        words.add(self.title, self.line)
        self.meeting = Choice(look, meetings)
        self.meeting.keep_to(_LEAST_LETTERS)
        self.meeting.setAccessibleName(f"Meeting that takes: {title}")
        self.meeting.choose(self.entry.meeting)
        self.put = self._link("Put on the agenda")
        item = self._planned.item
        self.open = self._link(f"Item {item.number}" if item else "Item")
        self.rename = self._link("Rename")
        self.take_out = self._link("Take out")
        deeds = Flow(look, gap=Space.GAP)
        deeds.add(self.meeting, self.put, self.open, self.rename, self.take_out)
        self.add(Beside(look, words, deeds, least=_LEAST_BESIDE, gap=Space.ROOM, stretches=(1, 1)))
        # Once they have a parent: shown before, they would open windows of their own.
        self.put.setVisible(self._is_coming and item is None)
        self.open.setVisible(item is not None)

    def _link(self, words: str) -> Button:
        link = Button(self.appearance, words, ButtonKind.LINK, small=True)
        link.setAccessibleName(f"{words}: {self.entry.title}")
        return link

    def _connect(self) -> None:
        self.meeting.activated.connect(self._on_moved)
        self.put.clicked.connect(self._on_put)
        self.open.clicked.connect(self._on_open)
        self.rename.clicked.connect(self._on_rename)
        self.line.returnPressed.connect(self._on_renamed)
        self.take_out.clicked.connect(self._on_take_out)

    def _on_moved(self, _place: int) -> None:
        if self.meeting.value != self.entry.meeting:
            self.moved.emit(self.entry, self.meeting.value)

    @Slot()
    def _on_put(self) -> None:
        self.put_on_agenda.emit(self.entry)

    @Slot()
    def _on_open(self) -> None:
        self.item_opened.emit(self._planned.item)

    @Slot()
    def _on_rename(self) -> None:
        is_open = self.line.isHidden()
        self.line.setVisible(is_open)
        self.title.setVisible(not is_open)
        self.rename.set_words("Leave it" if is_open else "Rename")
        if is_open:
            self.line.setFocus()
            self.line.selectAll()

    @Slot()
    def _on_renamed(self) -> None:
        if self.line.text().strip() not in {"", self.entry.title}:
            self.renamed.emit(self.entry, self.line.text())
        else:
            self._on_rename()

    @Slot()
    def _on_take_out(self) -> None:
        self.removed.emit(self.entry)


class QuietRow(Column):
    """An entry of a meeting that is over: nothing is changed of it here."""

    def __init__(
        self, appearance: Appearance, planned: PlannedEntry, parent: QWidget | None = None
    ) -> None:
        margins = (0, Space.SNUG, 0, Space.SNUG)
        super().__init__(appearance, margins=margins, edges="b", parent=parent)
        item = planned.item
        words = f"{planned.entry.title}, item {item.number}" if item else planned.entry.title
        self.add(Label(appearance, words, Type.UI, Colour.INK2, wrap=True))
