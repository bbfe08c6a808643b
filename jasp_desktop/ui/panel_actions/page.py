"""The panel's own action tracker: what is owed to the panel, what is late, how it ended."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QButtonGroup, QWidget

from jasp_desktop.domain.changes import Act
from jasp_desktop.domain.errors import InvalidInput, UserError
from jasp_desktop.domain.panel_tracker import TrackerFilter, counts
from jasp_desktop.domain.records import Record
from jasp_desktop.services.panel_tracker import tracker_sheet
from jasp_desktop.ui.board_page import BoardPage
from jasp_desktop.ui.kit.buttons import Button, ButtonKind, Chip
from jasp_desktop.ui.kit.cards import EmptyState
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.planes import Column, Flow
from jasp_desktop.ui.kit.register_table import RegisterTable
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.page import ShownList
from jasp_desktop.ui.panel_actions.add_form import AddForm, NewEntry
from jasp_desktop.ui.panel_actions.entry_pane import EntryPane
from jasp_desktop.ui.panel_actions.model import COLUMNS, PanelActionsModel
from jasp_desktop.ui.places import Crumb, PageKey, Place
from jasp_desktop.ui.two_panes import Pane, TwoPanes
from jasp_desktop.ui.workspace import Workspace

_ENTRY, _ENTRY_LEAST, _TABLE_LEAST = 400, 340, 520
_EMPTY = {
    TrackerFilter.OPEN: "Nothing is owed to the panel.",
    TrackerFilter.OVERDUE: "Nothing is overdue.",
    TrackerFilter.CLOSED: "No action has been closed yet.",
    TrackerFilter.ALL: (
        "No actions yet. The panel’s actions are made of questions at a meeting, or added here."
    ),
}


class PanelActionsPage(BoardPage):
    """The tracker; a place's uid is the entry to choose, its detail the filter."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(
            workspace, "Panel’s actions", PageKey.PANEL_ACTIONS, has_paper=False, parent=parent
        )
        self._filter = TrackerFilter.OPEN
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self.workspace.appearance
        self.totals, self.export = self.head.quiet, self.head.paper.export
        self.add_button = Button(look, "Add an action", ButtonKind.PRIMARY, icon="plus", small=True)
        self.head.switch.add(self.add_button)
        self.form = AddForm(look)
        self.form.hide()
        self.chips: dict[TrackerFilter, Chip] = {}
        self._group = QButtonGroup(self)
        chips = Flow(look, gap=Space.TIGHT)
        chips.setAccessibleName("Filters")
        for number, which in enumerate(TrackerFilter):
            self.chips[which] = Chip(look, which.words)
            self._group.addButton(self.chips[which], number)
            chips.add(self.chips[which])
        self.head.add(self.form, chips)
        self.plane.add(self._build_panes(), stretch=1)

    def _build_panes(self) -> TwoPanes:
        look = self.workspace.appearance
        self.model = PanelActionsModel(self)
        self.table = RegisterTable(look, "Panel’s actions", COLUMNS)
        self.table.setModel(self.model)
        self.empty = EmptyState(look, "")
        margins = (Space.MARGIN, Space.NONE, Space.NONE, Space.NONE)
        left = Column(look, Colour.PAGE, margins=margins)
        left.add(self.empty)
        left.add(self.table, stretch=1)
        self._rest = Column(look)
        left.add(self._rest, stretch=1)
        self.entry = EntryPane(self.workspace)
        self.panes = TwoPanes(
            look,
            Pane("Actions", left, None, _TABLE_LEAST),
            Pane("Entry", self.entry, _ENTRY, _ENTRY_LEAST),
        )
        self.panes.show_left()
        return self.panes

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._on_add)
        self.form.added.connect(self._on_added)
        self.form.left.connect(self._on_form_left)
        self._group.idClicked.connect(self._on_filter)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_opened)
        self.entry.planned.connect(self._do)

    def show_place(self, place: Place) -> None:
        """Show the list that the place names, at its entry or else at the first."""
        if place.detail in set(TrackerFilter):
            self._filter = TrackerFilter(place.detail)
        elif place.uid is not None:
            self._filter = TrackerFilter.ALL
        self._load(place.uid or self.entry.shown)
        if not self.isVisible():
            self.table.setFocus()

    def reload(self) -> None:
        """Load the entries again; the same one stays chosen."""
        self._load(self.entry.shown)

    def _load(self, wanted: str | None) -> None:
        entries = self.workspace.desk.panel_tracker.entries()
        found = counts(entries)
        for which, chip in self.chips.items():
            chip.set_count(found[which])
            chip.setChecked(which is self._filter)
        still_open, closed = found[TrackerFilter.OPEN], found[TrackerFilter.CLOSED]
        self.totals.setText(f"{still_open:,} open + {closed:,} closed = {len(entries):,}")
        shown = [entry for entry in entries if entry.fits(self._filter)]
        self.model.set_entries(shown)
        self.empty.sentence.setText(_EMPTY[self._filter])
        self.empty.setVisible(not shown)
        self.table.setVisible(bool(shown))
        self._rest.setVisible(not shown)
        self.export.setVisible(bool(entries))
        row = max(self.model.place_of(wanted), 0)
        self.table.choose(row)
        self.entry.show_entry(shown[row] if shown else None)

    def crumbs(self) -> list[Crumb]:
        """Return the page's name under that of the meetings."""
        return [Crumb("Meetings", Place(PageKey.MEETINGS)), Crumb("Panel’s actions")]

    def shown_list(self) -> ShownList:
        """Return the entries that are shown, in their order."""
        entries = self.model.entries
        return ShownList("Panel’s actions", lambda _progress: tracker_sheet(entries))

    @Slot(int)
    def _on_filter(self, number: int) -> None:
        self._filter = list(TrackerFilter)[number]
        self._load(self.entry.shown)

    @Slot(int)
    def _on_chosen(self, row: int) -> None:
        entry = self.model.entries[row]
        if entry.action.uid != self.entry.shown:
            self.entry.show_entry(entry)
            self.entry.scroll_to(0)

    @Slot(int)
    def _on_opened(self, _row: int) -> None:
        self.panes.show_right()
        self.entry.setFocus()

    @Slot()
    def _on_add(self) -> None:
        tracker = self.workspace.desk.panel_tracker
        self.form.show()
        self.add_button.hide()
        self.form.begin(tracker.next_number(), tracker.owners())

    @Slot(NewEntry)
    def _on_added(self, new: NewEntry) -> None:
        try:
            act = self.workspace.desk.panel_tracker.added(new.text, owner=new.owner, due=new.due)
        except InvalidInput as error:
            self.form.show_fault(error.field, str(error))
            return
        added = act.changes[0].after
        self._do(act)
        self._on_form_left()
        self._load(added.uid if added is not None else None)

    @Slot()
    def _on_form_left(self) -> None:
        self.form.hide()
        self.add_button.show()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _do(self, act: Act[Record]) -> None:
        try:
            self.workspace.acts.do(act)
        except UserError as error:
            self.workspace.notices.fail(str(error))
