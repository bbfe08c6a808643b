"""What the window asks of every page."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.records import Subject
from jasp_desktop.exchange.sheets_out.tables import SheetTable
from jasp_desktop.ui.places import Crumb, Place
from jasp_desktop.ui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ShownList:
    """The list that a page shows, to be exported; ``gather`` reads it and may run in any thread."""

    title: str
    gather: Callable[[Progress], SheetTable]


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """What a page shows, on paper; ``make`` returns a PDF and may run in any thread."""

    title: str
    make: Callable[[Progress], bytes]


class Page(QWidget):
    """One page of the window.

    The window calls ``show_place`` when a person goes there, and ``reload`` when records changed
    while the page is visible. A page loads in those two and nowhere else.
    """

    crumbs_changed = Signal()
    subject_changed = Signal()

    takes_whole_window = False
    """Whether rail and top bar give way to the page while it is shown."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.outer = QVBoxLayout(self)
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.outer.setSpacing(0)

    def show_place(self, place: Place) -> None:
        """Show what the place names, from the top.

        Raises:
            UserError: It cannot be shown; the window says so and stays where it was.
        """
        del place
        self.reload()

    def reload(self) -> None:
        """Load again what is shown; keep scroll and selection."""

    def crumbs(self) -> list[Crumb]:
        """Return the path to what is shown."""
        return []

    def subject(self) -> Subject | None:
        """Return the record that the notebook beside the page is about; None for none."""
        return None

    def subject_label(self) -> str:
        """Return how a note names that record when it is gone."""
        return ""

    def shown_list(self) -> ShownList | None:
        """Return the list that the page shows; None where it shows none."""
        return None

    def printed_page(self) -> PrintedPage | None:
        """Return what the page shows, on paper; None where it has no paper of its own."""
        return None

    def save(self) -> None:
        """Save what is typed, on a page whose words do not save themselves."""

    def unsaved(self) -> tuple[str, ...]:
        """Return what holds words that are not saved, each by its name."""
        return ()

    def let_go(self) -> None:
        """Forget what is not saved: the person closes the window without it."""

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) record of the list this one was opened from."""
        del by

    def can_step(self, by: int) -> bool:
        """Tell whether there is one."""
        del by
        return False

    def scroll_position(self) -> int:
        """Return how far the page is scrolled, to come back to it."""
        return 0

    def scroll_to(self, position: int) -> None:
        """Come back to a scroll position."""
        del position
