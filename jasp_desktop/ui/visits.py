"""Goes from page to page, builds each at its first visit, and finds the way back."""

from importlib import import_module

from PySide6.QtCore import QObject, Signal, Slot

from jasp_desktop.domain.errors import UserError
from jasp_desktop.ui.focus import focus_first
from jasp_desktop.ui.navigation import PAGES, History, Visit, rail_row
from jasp_desktop.ui.page import Page
from jasp_desktop.ui.places import Crumb, PageKey, Place
from jasp_desktop.ui.window import PROGRAM, Folding, MainWindow
from jasp_desktop.ui.workspace import Workspace


class Visits(QObject):
    """The pages of one window, one of them visible.

    ``arrived`` is emitted when another place is shown, ``subject_changed`` when the visible page
    is about another record.
    """

    arrived = Signal()
    subject_changed = Signal()

    def __init__(self, window: MainWindow, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._workspace = window, workspace
        self._pages: dict[PageKey, Page] = {}
        self._crumbs: list[Crumb] = []
        self._is_led_by_rail = False
        self._shows_path = True
        self.history = History()
        self._connect()

    def _connect(self) -> None:
        bar = self._window.top_bar
        bar.back_requested.connect(self.back)
        bar.forward_requested.connect(self.forward)
        bar.previous_requested.connect(self.previous_record)
        bar.next_requested.connect(self.next_record)
        bar.crumb_opened.connect(self._on_crumb_opened)
        self._window.rail.chosen.connect(self._on_rail_chosen)
        self._window.folded.connect(self._on_folded)
        self._workspace.navigator.requested.connect(self.open)

    @property
    def page(self) -> Page | None:
        """Return the page that is shown; None before the first."""
        shown = self._window.pages.currentWidget()
        return shown if isinstance(shown, Page) else None

    def unsaved(self) -> tuple[str, ...]:
        """Return what holds words that are not saved, on any page that was visited."""
        return tuple(words for page in self._pages.values() for words in page.unsaved())

    def let_go(self) -> None:
        """Forget what is not saved on any page."""
        for page in self._pages.values():
            page.let_go()

    @Slot(Place)
    def open(self, place: Place) -> None:
        """Go to a place; stay where one is, with a sentence, if it cannot be shown."""
        self._remember_scroll()
        if self._show(place):
            self.history.arrive(place)
            self._settle()

    @Slot()
    def back(self) -> None:
        """Go to the place before this one, as it was."""
        self._step(self.history.previous, -1)

    @Slot()
    def forward(self) -> None:
        """Go forward again after Back."""
        self._step(self.history.following, 1)

    @Slot()
    def previous_record(self) -> None:
        """Go to the record before this one in its list."""
        self._step_record(-1)

    @Slot()
    def next_record(self) -> None:
        """Go to the record after this one in its list."""
        self._step_record(1)

    def up(self) -> None:
        """Go to the list that this page's record belongs to."""
        above = [crumb.place for crumb in self._crumbs if crumb.place is not None]
        if above and above[-1] != self.history.here:
            self.open(above[-1])

    def reload(self) -> None:
        """Load the visible page again; go Home when what it showed is gone."""
        if self.page is None:
            return
        try:
            self.page.reload()
        except UserError as error:
            self._workspace.notices.fail(str(error))
            self.open(Place(PageKey.HOME))

    def _step(self, visit: Visit | None, by: int) -> None:
        if visit is None:
            return
        self._remember_scroll()
        if self._show(visit.place):
            self.history.step(by)
            self._settle()
            if self.page is not None:
                self.page.scroll_to(visit.position)

    def _step_record(self, by: int) -> None:
        if self.page is not None and self.page.can_step(by):
            self.page.step(by)

    def _remember_scroll(self) -> None:
        if self.page is not None:
            self.history.leave(self.page.scroll_position())

    def _show(self, place: Place) -> bool:
        try:
            page = self._page(place.page)
            page.show_place(place)
        except UserError as error:
            self._workspace.notices.fail(str(error))
            return False
        self._window.pages.setCurrentWidget(page)
        return True

    def _page(self, key: PageKey) -> Page:
        if key not in self._pages:
            module, name = PAGES[key]
            page: Page = getattr(import_module(module), name)(self._workspace)
            page.crumbs_changed.connect(self._on_crumbs_changed)
            page.subject_changed.connect(self._on_subject_changed)
            self._window.pages.addWidget(page)
            self._pages[key] = page
        return self._pages[key]

    def _settle(self) -> None:
        """Bring the frame in line with the page that is shown now."""
        here, page = self.history.here, self.page
        if here is None or page is None:
            return
        self._window.give_over(is_given=page.takes_whole_window)
        self._window.rail.choose(rail_row(here.page))
        self._show_crumbs()
        can_go_back = self.history.previous is not None
        can_go_on = self.history.following is not None
        self._window.top_bar.set_can_go(back=can_go_back, forward=can_go_on)
        # Who goes by the rail's own rows goes on there.
        if not (self._is_led_by_rail and self._window.rail.isVisible()):
            focus_first(page)
        self.arrived.emit()

    def _show_crumbs(self) -> None:
        if self.page is None:
            return
        bar, page = self._window.top_bar, self.page
        self._crumbs = page.crumbs()
        crumbs = [
            (crumb.words, str(number) if crumb.place is not None else None)
            for number, crumb in enumerate(self._crumbs)
        ]
        # Where room is short the whole path would be cut; Escape and Back still lead up.
        self._shows_path = self._has_room_for_path()
        bar.set_crumbs(crumbs if self._shows_path else crumbs[-1:])
        has_previous, has_next = page.can_step(-1), page.can_step(1)
        bar.set_neighbours(
            shown=has_previous or has_next, has_previous=has_previous, has_next=has_next
        )
        here = f"{self._crumbs[-1].words} – " if self._crumbs else ""
        self._window.setWindowTitle(f"{here}{PROGRAM}")

    def _has_room_for_path(self) -> bool:
        return self._window.folding is not Folding.ONE_PANE

    @Slot()
    def _on_folded(self) -> None:
        if self._shows_path is not self._has_room_for_path():
            self._show_crumbs()

    @Slot()
    def _on_crumbs_changed(self) -> None:
        if self.sender() is self.page:
            self._show_crumbs()

    @Slot()
    def _on_subject_changed(self) -> None:
        if self.sender() is self.page:
            self.subject_changed.emit()

    @Slot(str)
    def _on_crumb_opened(self, number: str) -> None:
        place = self._crumbs[int(number)].place
        if place is not None:
            self.open(place)

    @Slot(str)
    def _on_rail_chosen(self, key: str) -> None:
        self._is_led_by_rail = True
        self.open(Place(PageKey(key)))
        self._is_led_by_rail = False
        if self.history.here is not None:
            # A place that could not be shown leaves the rail where it was.
            self._window.rail.choose(rail_row(self.history.here.page))
