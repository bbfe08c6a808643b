"""The step in which a person says how dates that can be read two ways are read."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from jasp_desktop.exchange.trackers.date_columns import DateColumn
from jasp_desktop.ui.importing.foot import Foot
from jasp_desktop.ui.importing.tracker.date_card import DateCard
from jasp_desktop.ui.importing.tracker.words import counted
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.tab_order import follow_layout
from jasp_desktop.ui.kit.type_scale import Type

_LATER = "Dates that are not settled wait: their rows are shown in the check, and not imported."


def dates_to_settle(columns: Sequence[DateColumn]) -> int:
    """Return how many dates still need a person."""
    return sum(len(each.ambiguous) for each in columns if each.needs_choice)


class DatesView(Column):
    """One card for each column; ``settled`` carries the column and how its dates are read."""

    back_wanted = Signal()
    next_wanted = Signal()
    settled = Signal(int, object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, Colour.PAGE, parent=parent)
        look = appearance
        self.cards: list[DateCard] = []
        self._columns: tuple[DateColumn, ...] = ()
        self.page = ScrollPage(look, gap=Space.ROOM, widest=None)
        self.page.setAccessibleName("Dates")
        head = Column(look, gap=Space.TIGHT)
        head.add(Label(look, "Dates that can be read two ways", Type.H2, wrap=True))
        self.count = Label(look, "", Type.UI, Colour.INK2, wrap=True)
        head.add(self.count, Label(look, _LATER, Type.UI, Colour.INK2, wrap=True))
        self._cards = Column(look, gap=Space.ROOM)
        self.page.body.add(head, self._cards)
        self.foot = Foot(look, "Check what would happen")
        self.add(self.page, stretch=1)
        self.add(self.foot)
        self.foot.back_wanted.connect(self.back_wanted)
        self.foot.next_wanted.connect(self.next_wanted)

    def show_columns(self, columns: Sequence[DateColumn]) -> None:
        """Show the columns with dates that can be read two ways; keep the focus where it was."""
        if tuple(columns) == self._columns:
            return
        focus = QApplication.focusWidget()
        was_here = focus is not None and self._cards.isAncestorOf(focus)
        self._columns = tuple(columns)
        self._cards.clear()
        self.cards = [DateCard(self.appearance, each) for each in columns]
        for card in self.cards:
            card.settled.connect(self.settled)
        self._cards.add(*self.cards)
        follow_layout(self.page.body)
        left = dates_to_settle(columns)
        total = sum(len(each.ambiguous) for each in columns)
        self.count.setText(f"{counted(total, 'date')}, {left:,} to settle.")
        if was_here:
            self._focus_next()

    def _focus_next(self) -> None:
        waiting = [card for card in self.cards if card.column.needs_choice]
        if waiting:
            waiting[0].options[0].setFocus()
            self.page.show_widget(waiting[0])
        else:
            self.foot.go_on.setFocus()
