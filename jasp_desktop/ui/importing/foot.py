"""The foot of a step: what is safe at the left, what stops a person and the way on at the right."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind, ReasonedButton
from jasp_desktop.ui.kit.cards import IconMark
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column, Row
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type

_ROOM_FOR_WORDS = 760
NOTHING_YET = "Nothing on the register has changed yet."


class Foot(Row):
    """Back, and the one primary button with the reason why it waits."""

    back_wanted = Signal()
    next_wanted = Signal()

    def __init__(
        self,
        appearance: Appearance,
        go_on: str,
        *,
        back: str = "Back",
        safe: str = "",
        parent: QWidget | None = None,
    ) -> None:
        margins = (Space.MARGIN, Space.GAP, Space.MARGIN, Space.GAP)
        super().__init__(
            appearance, Colour.RAISED, gap=Space.GAP, margins=margins, edges="t", parent=parent
        )
        self._words = Row(appearance, gap=Space.GAP)
        words = Column(appearance)
        words.add_stretch()
        if safe:
            words.add(Label(appearance, safe, Type.UI_BOLD, wrap=True))
        self.quiet = Label(appearance, NOTHING_YET, Type.SMALL, Colour.INK2, wrap=True)
        words.add(self.quiet)
        words.add_stretch()
        self._words.add(IconMark(appearance, "shield-check", Colour.CLOSED))
        self._words.add(words, stretch=1)
        self._is_needed = bool(safe)
        self.back = Button(appearance, back)
        self.go_on = Button(appearance, go_on, ButtonKind.PRIMARY)
        self._reasoned = ReasonedButton(appearance, self.go_on)
        # No wider than it need be: the button stands at the right end, its reason beside it.
        most, usual = QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred
        self._reasoned.setSizePolicy(most, usual)
        self.add(self._words, stretch=1)
        self.add_stretch(0)
        self.add(self.back, self._reasoned)
        self.back.clicked.connect(self.back_wanted)
        self.go_on.clicked.connect(self.next_wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the buttons the room where there is little of it."""
        super().resizeEvent(event)
        has_room = event.size().width() >= self.appearance.theme.px(_ROOM_FOR_WORDS)
        self._words.setVisible(has_room or self._is_needed)
        self.quiet.setVisible(has_room)

    @property
    def reason(self) -> str:
        """Return why one cannot go on; nothing when one can."""
        return "" if self.go_on.isEnabled() else self._reasoned.reason.text()

    def hold(self, reason: str) -> None:
        """Withhold the way on for a reason; allow it when there is none."""
        if reason:
            self._reasoned.withhold(reason)
        else:
            self._reasoned.allow()
