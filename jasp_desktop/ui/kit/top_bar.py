"""The top bar: back and forward, where one is, the neighbours, and a way to any reference."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind, IconButton
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.crumbs import Crumb, CrumbTrail
from jasp_desktop.ui.kit.fields import SearchField
from jasp_desktop.ui.kit.planes import Row
from jasp_desktop.ui.kit.space import Measure, Space
from jasp_desktop.ui.kit.tab_order import follow_layout


class TopBar(Row):
    """Signals what the person asks for; the window does it.

    ``crumb_opened`` carries the key of the crumb, ``reference_entered`` the words typed.
    """

    back_requested = Signal()
    forward_requested = Signal()
    crumb_opened = Signal(str)
    previous_requested = Signal()
    next_requested = Signal()
    reference_entered = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(
            appearance,
            Colour.PAGE,
            gap=Space.CLOSE,
            margins=(Space.GAP, 0, Space.SIDE, 0),
            edges="b",
            parent=parent,
        )
        self.fix(height=Measure.TOP_BAR)
        self.back = IconButton(appearance, "chevron-left", "Back (Alt+Left)")
        self.forward = IconButton(appearance, "chevron-right", "Forward (Alt+Right)")
        self._crumbs = CrumbTrail(appearance)
        self.previous = _neighbour(appearance, "Previous", "chevron-up", "Alt+Up")
        self.next = _neighbour(appearance, "Next", "chevron-down", "Alt+Down")
        self.go_to = SearchField(appearance, "Go to a reference", key="Ctrl+K", width=Measure.GO_TO)
        self.add(self.back, self.forward)
        self.add(self._crumbs, stretch=1)
        self.add(self.previous, self.next)
        self.add_space(Space.TIGHT)
        self.add(self.go_to)
        self._connect()
        self.set_can_go(back=False, forward=False)
        self.set_neighbours(shown=False)

    def _connect(self) -> None:
        self._crumbs.opened.connect(self.crumb_opened)
        self.back.clicked.connect(self.back_requested)
        self.forward.clicked.connect(self.forward_requested)
        self.previous.clicked.connect(self.previous_requested)
        self.next.clicked.connect(self.next_requested)
        self.go_to.searched.connect(self.reference_entered)

    def set_crumbs(self, crumbs: Sequence[Crumb]) -> None:
        """Show where one is: words, and a key for each that can be opened. The last is here."""
        self._crumbs.set_crumbs(crumbs)
        follow_layout(self)

    def set_can_go(self, *, back: bool, forward: bool) -> None:
        """Make back and forward available or not."""
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)

    def set_neighbours(
        self, *, shown: bool, has_previous: bool = False, has_next: bool = False
    ) -> None:
        """Show the ways to the neighbours in a list, each available or not."""
        for link, available in ((self.previous, has_previous), (self.next, has_next)):
            link.setVisible(shown)
            link.setEnabled(available)


def _neighbour(appearance: Appearance, words: str, icon: str, key: str) -> Button:
    link = Button(appearance, words, ButtonKind.LINK, icon=icon, small=True)
    link.setAccessibleDescription(f"Key {key}")
    link.setToolTip(key)
    return link
