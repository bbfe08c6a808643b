"""What waits for a person before the file can be imported, and the ways to settle it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jasp_desktop.ui.importing.tracker.words import counted
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column, Flow
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type


class WaitingBand(Column):
    """Says how many rows wait and why; its buttons lead on."""

    dates_wanted = Signal()
    show_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(
            appearance,
            Colour.MOVED_SOFT,
            gap=Space.TIGHT,
            margins=(Space.SIDE, Space.CLOSE, Space.ROOM, Space.CLOSE),
            bar=Colour.MOVED,
            parent=parent,
        )
        self.words = Label(appearance, "", Type.UI_BOLD, wrap=True)
        self.dates = Button(appearance, "Settle the dates", icon="calendar-days", small=True)
        self.show_them = Button(appearance, "Show the rows", small=True)
        self.leave = Button(appearance, "Leave them out", small=True)
        line = Flow(appearance, gap=Space.ROOM, line_gap=Space.TIGHT)
        line.add(self.words, self.dates, self.show_them, self.leave)
        self.add(line)
        self.dates.clicked.connect(self.dates_wanted)
        self.show_them.clicked.connect(self.show_wanted)
        self.leave.clicked.connect(self.leave_wanted)

    def show_waiting(self, rows: int, dates: int) -> None:
        """Show how many rows wait and how many dates are to settle; hide where none does."""
        self.setVisible(bool(rows))
        verb = "waits" if rows == 1 else "wait"
        why = f": {counted(dates, 'date')} can be read two ways" if dates else ""
        self.words.setText(f"{counted(rows, 'row')} {verb} for you{why}")
        self.dates.setVisible(bool(dates))
        self.show_them.set_words("Show the row" if rows == 1 else "Show the rows")
        self.leave.set_words("Leave it out" if rows == 1 else "Leave them out")
