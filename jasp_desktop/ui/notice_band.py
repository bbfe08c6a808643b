"""The band above the status line: what was done, with the way to take it back; what went wrong."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind, IconButton
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Row
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type


class NoticeBand(Row):
    """One sentence at a time; it stays until the next, until the person closes it or has gone on.

    It stands at the foot of the page, so that what is read or typed never moves under it.
    """

    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(
            appearance,
            Colour.RAISED,
            gap=Space.GAP,
            margins=(Space.SIDE, Space.TIGHT, Space.GAP, Space.TIGHT),
            edges="t",
            parent=parent,
        )
        self.sentence = Label(appearance, "", Type.UI, wrap=True)
        self.undo = Button(appearance, "Undo", ButtonKind.LINK, icon="undo-2", key="Ctrl+Z")
        self.redo = Button(appearance, "Redo", ButtonKind.LINK, icon="redo-2", key="Ctrl+Shift+Z")
        self.shut = IconButton(appearance, "x", "Close this notice")
        self.add(self.sentence, stretch=1)
        self.add(self.undo, self.redo, self.shut)
        self.undo.clicked.connect(self.undo_requested)
        self.redo.clicked.connect(self.redo_requested)
        self.shut.clicked.connect(self.hide)
        self._moves_left = 0
        self.hide()

    def age(self) -> None:
        """Count a move to another place: a notice outlives the one that its own act may make."""
        self._moves_left -= 1
        if self._moves_left < 0:
            self.hide()

    def tell(self, sentence: str) -> None:
        """Say what was done or found."""
        self._show(sentence, Colour.RAISED, Colour.INK)

    def fail(self, sentence: str) -> None:
        """Say what went wrong; a screen reader says it at once."""
        self._show(sentence, Colour.OVERDUE_SOFT, Colour.OVERDUE, is_urgent=True)

    def done(self, words: str) -> None:
        """Say that an act was done, and offer to undo it."""
        self._show(f"Done: {words}.", Colour.RAISED, Colour.INK)
        self.undo.show()

    def undone(self, words: str) -> None:
        """Say that an act was taken back, and offer to do it again."""
        self._show(f"Taken back: {words}.", Colour.RAISED, Colour.INK)
        self.redo.show()

    def _show(self, sentence: str, plane: Colour, ink: Colour, *, is_urgent: bool = False) -> None:
        self._moves_left = 1
        self.set_plane(plane)
        self.sentence.set_colour(ink)
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.undo.hide()
        self.redo.hide()
        self.show()
        announcement = QAccessibleAnnouncementEvent(self, sentence)
        urgency = QAccessible.AnnouncementPoliteness
        announcement.setPoliteness(urgency.Assertive if is_urgent else urgency.Polite)
        QAccessible.updateAccessibility(announcement)
