"""The promises: actions ranked by how far they slipped, their owners, and one line drawn."""

from dataclasses import replace
from typing import cast

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from jasp_desktop.domain.marks import DATE_MOVED, OVERDUE, Mark, mark_for_force_status
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.slips import SlipBoard, SlipFilter, SlipOrder, SlipQuery
from jasp_desktop.domain.vocabulary import ForceStatus
from jasp_desktop.exchange.sheets_out.tables import SheetTable
from jasp_desktop.services.board_sheets import owners_sheet, slips_sheet
from jasp_desktop.ui.board_page import BoardPage
from jasp_desktop.ui.counting import counted
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.chip_row import ChipRow
from jasp_desktop.ui.kit.fields import Choice
from jasp_desktop.ui.kit.planes import Flow
from jasp_desktop.ui.kit.register_table import RegisterTable
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.newest_work import NewestWork
from jasp_desktop.ui.page import PrintedPage, ShownList
from jasp_desktop.ui.places import Crumb, PageKey, Place
from jasp_desktop.ui.promises.models import (
    ACTION_COLUMNS,
    OWNER_COLUMNS,
    OwnersModel,
    SlipsModel,
)
from jasp_desktop.ui.promises.reading import PromiseReading
from jasp_desktop.ui.two_panes import Pane
from jasp_desktop.ui.workspace import Workspace

OWNERS, OWNER = "owners", "owner:"
"""The detail of a place: the totals of owners, or the actions of one of them."""

_CHIPS: tuple[tuple[SlipFilter, str, Mark | None], ...] = (
    (SlipFilter.ALL, "All", None),
    (SlipFilter.MOVED, "Moved", DATE_MOVED),
    (SlipFilter.MOVED_LATE, "Moved late", None),
    (SlipFilter.OPEN, "Open", None),
    (SlipFilter.OVERDUE, "Overdue", OVERDUE),
    (SlipFilter.CLOSED, "Closed", mark_for_force_status(ForceStatus.CLOSED_BY_FORCE)),
)
_CHOSEN = {
    SlipFilter.ALL: ("action", "actions"),
    SlipFilter.MOVED: ("action that moved", "actions that moved"),
    SlipFilter.MOVED_LATE: ("action moved late", "actions moved late"),
    SlipFilter.OPEN: ("open action", "open actions"),
    SlipFilter.OVERDUE: ("overdue action", "overdue actions"),
    SlipFilter.CLOSED: ("closed action", "closed actions"),
}
_EVERYBODY = "Every owner"
_LIST_LEAST, _READING, _READING_LEAST = 620, 510, 500


class PromisesPage(BoardPage):
    """Every action by its slip, or every owner by the sum of theirs."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, "Findings", PageKey.PROMISES, parent=parent)
        self._query = SlipQuery()
        self._board = SlipBoard()
        self._shows_owners = False
        self._owner_sort = ("slip", Qt.SortOrder.DescendingOrder)
        self._chosen_action: int | None = None
        self._chosen_owner: str | None = None
        self._work = NewestWork(workspace.jobs, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        appearance = self.workspace.appearance
        self.chips = ChipRow(appearance, _CHIPS)
        self.owner = Choice(appearance, [(_EVERYBODY, None)])
        self.owner.setAccessibleName("Owner")
        self.by_owner = Button(appearance, "Totals of owners", ButtonKind.LINK, small=True)
        self.by_action = Button(appearance, "Rank the actions", ButtonKind.LINK, small=True)
        choices = Flow(appearance, gap=Space.GAP, line_gap=Space.HAIR)
        choices.add(self.owner, self.by_owner, self.by_action)
        self.head.add(self.chips, choices)
        boards = self.workspace.desk.boards
        self.actions_model, self.owners_model = SlipsModel(boards, self), OwnersModel(self)
        self.ranking = RegisterTable(appearance, "Actions", ACTION_COLUMNS, two_lines=True)
        self.ranking.setModel(self.actions_model)
        self.owners = RegisterTable(appearance, "Owners", OWNER_COLUMNS)
        self.owners.setModel(self.owners_model)
        self._tables = QStackedWidget()
        self._tables.addWidget(self.ranking)
        self._tables.addWidget(self.owners)
        self.reading = PromiseReading(appearance)
        reading = Pane("Promise line", self.reading, _READING, _READING_LEAST)
        self.panes = self.put_beside("Ranking", _LIST_LEAST, self._tables, reading)

    def _connect(self) -> None:
        self._work.answered.connect(self._on_board_read)
        self._work.refused.connect(self._on_refused)
        self.chips.chosen.connect(self._on_filter_chosen)
        self.owner.activated.connect(self._on_owner_chosen)
        self.by_owner.clicked.connect(self._on_by_owner)
        self.by_action.clicked.connect(self._on_by_action)
        self.ranking.sort_requested.connect(self._on_sort_requested)
        self.owners.sort_requested.connect(self._on_owner_sort_requested)
        self.ranking.chosen.connect(self._on_action_chosen)
        self.owners.chosen.connect(self._on_owner_row_chosen)
        self.ranking.opened.connect(self._on_action_opened)
        self.owners.opened.connect(self._on_owner_opened)
        self.reading.finding_asked.connect(self._on_finding_asked)
        self.reading.owner_asked.connect(self._go_to_owner)

    def show_place(self, place: Place) -> None:
        """Show the ranking, of one owner where the place names one, or the owners."""
        detail = place.detail or ""
        self._shows_owners = detail == OWNERS
        if not self._shows_owners:
            owner = detail.removeprefix(OWNER) if detail.startswith(OWNER) else None
            self._query = replace(self._query, owner=owner)
        self.panes.show_left()
        self.reload()
        if not self.isVisible():
            self._table.setFocus()

    @property
    def _table(self) -> RegisterTable:
        return self.owners if self._shows_owners else self.ranking

    def reload(self) -> None:
        """Read the promises again in the worker; what was read before stays meanwhile."""
        self._work.ask("Reading the promises", self.workspace.desk.boards.slips)
        self._show_board()

    @Slot(object)
    def _on_board_read(self, board: object) -> None:
        self._board = cast("SlipBoard", board)
        self._show_board()

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        if sentence:
            self.workspace.notices.fail(sentence)

    def _show_board(self) -> None:
        self._show_choices()
        self._tables.setCurrentWidget(self._table)
        if self._shows_owners:
            self._show_owners()
        else:
            self._show_actions()
        self.crumbs_changed.emit()

    def _show_choices(self) -> None:
        board, is_ranking = self._board, not self._shows_owners
        for widget in (self.chips, self.owner, self.by_owner):
            widget.setVisible(is_ranking)
        self.by_action.setVisible(self._shows_owners)
        self.chips.show_counts(board.counts(self._query.owner), self._query.filter)
        self.owner.clear()
        self.owner.addItem(_EVERYBODY, None)
        for each in sorted(board.owners, key=lambda one: one.name.casefold()):
            self.owner.addItem(f"{each.name} ({each.actions:,})", each.owner)
        self.owner.choose(self._query.owner)
        self.head.quiet.setText(self._counted_words())

    def _counted_words(self) -> str:
        board = self._board
        if not board.slips and self._work.is_working:
            return "Reading the promises…"
        moved = sum(each.moved for each in board.owners)
        late = sum(each.late_moves for each in board.owners)
        return (
            f"{counted(len(board.slips), 'action')}, {moved:,} moved; "
            f"{counted(late, 'move')} came late"
        )

    def _show_actions(self) -> None:
        position, chosen = self.scroll_position(), self._chosen_action
        self.actions_model.show_ids(self._board.ranked(self._query))
        down = self._query.descending
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        self.ranking.show_sort(self._query.order, order)
        self.scroll_to(position)
        if self.actions_model.rowCount():
            self.ranking.choose(max(0, self.actions_model.row_of(chosen)))
        else:
            self.reading.show_nothing()

    def _show_owners(self) -> None:
        key, order = self._owner_sort
        chosen = self._chosen_owner
        self.owners_model.set_owners(self._board.owners, key, order)
        self.owners.show_sort(key, order)
        if self.owners_model.rowCount():
            self.owners.choose(max(0, self.owners_model.row_of(chosen)))
        else:
            self.reading.show_nothing()

    def fold(self, *, is_low: bool) -> None:
        """Keep the filters to one line where the page is low."""
        super().fold(is_low=is_low)
        self.chips.fold(is_folded=is_low)

    def crumbs(self) -> list[Crumb]:
        """Return where this is."""
        findings = Crumb("Findings", Place(PageKey.FINDINGS))
        promises = Crumb("Promises", Place(PageKey.PROMISES))
        if self._shows_owners:
            return [findings, promises, Crumb("Owners")]
        if self._query.owner is not None:
            return [findings, promises, Crumb(self._query.owner or "No owner named")]
        return [findings, Crumb("Promises")]

    def shown_list(self) -> ShownList:
        """Return the ranking, or the owners, in the table's order."""
        boards, query, owners = self.workspace.desk.boards, self._query, self.owners_model.owners
        if self._shows_owners:
            return ShownList("Owners", lambda _progress: owners_sheet(owners))

        def gather(progress: Progress) -> SheetTable:
            return slips_sheet(boards, query, progress)

        return ShownList("Promises", gather)

    def printed_page(self) -> PrintedPage:
        """Return the totals, the ranking and the lines that slipped furthest, on paper."""
        boards, query = self.workspace.desk.boards, self._query
        count = len(self._board.ranked(query))
        chosen = counted(count, *_CHOSEN[query.filter])

        def make(progress: Progress) -> bytes:
            return boards.printed_promises(query, chosen, progress)

        return PrintedPage("Promises", make)

    def scroll_position(self) -> int:
        """Return how far the table is scrolled."""
        return self._table.verticalScrollBar().value()

    def scroll_to(self, position: int) -> None:
        """Come back to a scroll position."""
        self._table.verticalScrollBar().setValue(position)

    @Slot(str)
    def _on_filter_chosen(self, which: str) -> None:
        self._query = replace(self._query, filter=SlipFilter(which))
        self._show_board()

    @Slot()
    def _on_owner_chosen(self) -> None:
        owner = cast("str | None", self.owner.value)
        if owner is None:
            self.workspace.navigator.open(Place(PageKey.PROMISES))
        else:
            self._go_to_owner(owner)

    @Slot(str)
    def _go_to_owner(self, owner: str) -> None:
        self.workspace.navigator.open(Place(PageKey.PROMISES, None, f"{OWNER}{owner}"))

    @Slot()
    def _on_by_owner(self) -> None:
        self.workspace.navigator.open(Place(PageKey.PROMISES, None, OWNERS))

    @Slot()
    def _on_by_action(self) -> None:
        self.workspace.navigator.open(Place(PageKey.PROMISES))

    @Slot(str, Qt.SortOrder)
    def _on_sort_requested(self, key: str, order: Qt.SortOrder) -> None:
        is_down = order is Qt.SortOrder.DescendingOrder
        self._query = replace(self._query, order=SlipOrder(key), descending=is_down)
        self._show_board()

    @Slot(str, Qt.SortOrder)
    def _on_owner_sort_requested(self, key: str, order: Qt.SortOrder) -> None:
        self._owner_sort = (key, order)
        self._show_board()

    @Slot(int)
    def _on_action_chosen(self, row: int) -> None:
        self._chosen_action = self.actions_model.row_id(row)
        line = self.actions_model.line(row)
        if line is not None and not self._shows_owners:
            self.reading.show_action(line)

    @Slot(int)
    def _on_owner_row_chosen(self, row: int) -> None:
        owner = self.owners_model.owners[row]
        self._chosen_owner = owner.owner
        if self._shows_owners:
            self.reading.show_owner(owner)

    @Slot(int)
    def _on_action_opened(self, _row: int) -> None:
        self.panes.show_right()
        if self.panes.is_folded:
            self.reading.setFocus()

    @Slot(int)
    def _on_owner_opened(self, row: int) -> None:
        self._go_to_owner(self.owners_model.owners[row].owner)

    @Slot(str)
    def _on_finding_asked(self, uid: str) -> None:
        self.workspace.navigator.open(Place(PageKey.FINDING, uid, "action"))
