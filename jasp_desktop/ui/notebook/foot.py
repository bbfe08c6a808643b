"""The foot of the notebook: when it was last saved, or why it could not be."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.dates import in_table
from jasp_desktop.domain.marks import OVERDUE
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.cards import IconMark
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Hairline, Label, StatusWord
from jasp_desktop.ui.kit.planes import Column, Row
from jasp_desktop.ui.kit.space import Measure, Space
from jasp_desktop.ui.kit.type_scale import Type


class NotebookFoot(Column):
    """“Saved 10:32” is the only save there is."""

    retried = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(
            appearance,
            gap=Space.CLOSE,
            margins=(Space.SIDE, Space.NONE, Space.SIDE, Space.GAP),
            parent=parent,
        )
        self.tick = IconMark(appearance, "check", Colour.CLOSED, Measure.MARK_SMALL)
        self.saved = Label(appearance, "", Type.SMALL, Colour.INK2)
        key = Label(appearance, "Ctrl+N  new note", Type.SMALL, Colour.INK2)
        row = Row(appearance, gap=Space.SNUG)
        row.add(self.tick)
        row.add(self.saved, stretch=1)
        row.add(key)
        self.failure = StatusWord(
            appearance, OVERDUE, "", Type.SMALL_BOLD, paper=Colour.NOTEBOOK, wrap=True
        )
        self.retry = Button(appearance, "Try to save again", ButtonKind.SECONDARY, small=True)
        self.retry.clicked.connect(self.retried)
        again = Row(appearance)
        again.add(self.retry)
        again.add_stretch()
        self._fault = Column(appearance, gap=Space.CLOSE)
        self._fault.add(self.failure, again)
        self._fault.hide()
        self.add(Hairline(appearance), self._fault, row)

    def show_saved(self, at: datetime | None, now: datetime) -> None:
        """Show when the last words were put on the disk; None for never."""
        self._fault.hide()
        self.tick.setVisible(at is not None)
        if at is None:
            self.saved.setText("Nothing written yet")
            return
        local = at.astimezone()
        day = "" if local.date() == now.astimezone().date() else f"{in_table(local.date())}, "
        self.saved.setText(f"Saved {day}{local:%H:%M}")

    def show_failure(self, sentence: str) -> None:
        """Say why words could not be saved, and that they are still there."""
        self.failure.setText(f"Not saved. {sentence} Your words stay here until they are saved.")
        self.failure.setAccessibleName(self.failure.text())
        self.tick.hide()
        self._fault.show()

    @property
    def is_failing(self) -> bool:
        """Tell whether a failure is shown."""
        return not self._fault.isHidden()
