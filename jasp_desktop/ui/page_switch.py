"""The buttons by which the pages of one row of the rail stand beside each other."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from jasp_desktop.ui.kit.buttons import Button
from jasp_desktop.ui.kit.planes import Flow
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.navigation import rail_row
from jasp_desktop.ui.places import PageKey, Place
from jasp_desktop.ui.workspace import Workspace

_SIBLINGS: Mapping[PageKey, Sequence[tuple[PageKey, str, str]]] = {
    PageKey.REPORTS: (
        (PageKey.REPORTS, "file-text", "Reports"),
        (PageKey.SECTION_55, "history", "Section 55"),
        (PageKey.GRADES, "columns-3", "Grades"),
    ),
    PageKey.FINDINGS: (
        (PageKey.FINDINGS, "list", "Table"),
        (PageKey.COVERAGE, "layout-grid", "Coverage"),
        (PageKey.PROMISES, "calendar-days", "Promises"),
        (PageKey.ENQUIRIES, "lightbulb", "Lines of enquiry"),
    ),
    PageKey.MEETINGS: (
        (PageKey.MEETINGS, "calendar-days", "Meetings"),
        (PageKey.PANEL_ACTIONS, "list-checks", "Panel’s actions"),
        (PageKey.WORK_PLAN, "table-2", "Work plan"),
    ),
    PageKey.QUESTIONS: (
        (PageKey.QUESTIONS, "message-circle-question-mark", "Questions"),
        (PageKey.PROOF, "shield-check", "Proof of scrutiny"),
    ),
}


class PageSwitch(Flow):
    """The siblings of a page, itself pressed down; each button opens its page."""

    def __init__(self, workspace: Workspace, here: PageKey, parent: QWidget | None = None) -> None:
        super().__init__(workspace.appearance, gap=Space.CLOSE, parent=parent)
        self._workspace, self._here = workspace, here
        self._pages: list[Button] = []
        for key, icon, words in _SIBLINGS[rail_row(here)]:
            button = Button(workspace.appearance, words, icon=icon, small=True)
            button.setCheckable(True)
            button.setChecked(key is here)
            button.clicked.connect(partial(self._open, button, key))
            self._pages.append(button)
            self.add(button)

    def show_pages(self, *, is_shown: bool) -> None:
        """Show the buttons of the pages, or leave the room to what was added beside them."""
        for button in self._pages:
            button.setVisible(is_shown)

    def _open(self, button: Button, key: PageKey) -> None:
        # The page keeps its own button down: a press leads away, and back by the other page.
        button.setChecked(key is self._here)
        if key is not self._here:
            self._workspace.navigator.open(Place(key))
