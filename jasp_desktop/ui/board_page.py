"""The frame of the boards: a head over what fills the rest of the page."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from jasp_desktop.ui.board_head import HEAD_LEAST, BoardHead
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.kit.space import EM, Space
from jasp_desktop.ui.page import Page
from jasp_desktop.ui.places import PageKey
from jasp_desktop.ui.two_panes import Pane, TwoPanes
from jasp_desktop.ui.workspace import Workspace

_LOW_EM = 38
"""Under this height, in ems of the text size, a page folds what stands around its list."""


class BoardPage(Page):
    """A page whose head, and what else stands around its list, folds where the page is low."""

    def __init__(
        self,
        workspace: Workspace,
        title: str,
        here: PageKey,
        *,
        has_paper: bool = True,
        head_least: int = HEAD_LEAST,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace, parent)
        self.head = BoardHead(self, title, here, has_paper=has_paper, least=head_least)
        self.plane = Column(workspace.appearance, Colour.PAGE)
        self.plane.add(self.head)
        self.outer.addWidget(self.plane)
        workspace.appearance.changed.connect(self._on_appearance_changed)

    def put_beside(self, name: str, least: int, listed: QWidget, reading: Pane) -> TwoPanes:
        """Fill the page with a list under the head and what is read of it at its right."""
        inset = Column(
            self.workspace.appearance, margins=(Space.MARGIN, Space.NONE, Space.ROOM, Space.NONE)
        )
        inset.add(listed, stretch=1)
        panes = TwoPanes(self.workspace.appearance, Pane(name, inset, None, least), reading)
        self.plane.add(panes, stretch=1)
        return panes

    def fold(self, *, is_low: bool) -> None:
        """Leave the list room where the page is low."""
        self.head.fold(is_folded=is_low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold for the new height."""
        super().resizeEvent(event)
        self._on_appearance_changed()

    @Slot()
    def _on_appearance_changed(self) -> None:
        self.fold(is_low=self.height() < _LOW_EM * self.workspace.appearance.theme.px(EM))
