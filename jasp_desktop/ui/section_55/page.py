"""The section 55 board: where every report's clock stands, without a verdict."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.marks import NO_RESPONSE, Mark
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.section_55_board import BoardFilter, BoardLine
from jasp_desktop.services.board_sheets import section_55_sheet
from jasp_desktop.ui.board_page import BoardPage
from jasp_desktop.ui.counting import counted
from jasp_desktop.ui.kit.chip_row import ChipRow
from jasp_desktop.ui.kit.register_table import RegisterTable
from jasp_desktop.ui.page import PrintedPage, ShownList
from jasp_desktop.ui.places import Crumb, PageKey, Place
from jasp_desktop.ui.section_55.model import COLUMNS, BoardModel
from jasp_desktop.ui.section_55.reading import BoardReading
from jasp_desktop.ui.two_panes import Pane
from jasp_desktop.ui.workspace import Workspace

_CHIPS: tuple[tuple[BoardFilter, str, Mark | None], ...] = (
    (BoardFilter.ALL, "All", None),
    (BoardFilter.RUNNING, "Running", None),
    (BoardFilter.ANSWERED, "Answered", None),
    (BoardFilter.TO_BE_DECIDED, "To be decided", None),
    (BoardFilter.NOT_EXPLAINED, "Recommendation not explained", NO_RESPONSE),
)
_CHOSEN = {
    BoardFilter.ALL: ("report", "reports"),
    BoardFilter.RUNNING: ("report whose clock runs", "reports whose clocks run"),
    BoardFilter.ANSWERED: ("report that was answered", "reports that were answered"),
    BoardFilter.TO_BE_DECIDED: ("report to be decided on", "reports to be decided on"),
    BoardFilter.NOT_EXPLAINED: (
        "report with a recommendation not explained",
        "reports with a recommendation not explained",
    ),
}
_RULE = "Day 1 is the day of publication, day 56 the last for the commissioner’s comments"
_LIST_LEAST, _READING, _READING_LEAST = 540, 540, 460


class Section55Page(BoardPage):
    """Every report: position, clock, letter, publication, copies, explanations."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, "Section 55", PageKey.SECTION_55, parent=parent)
        self._filter = BoardFilter.ALL
        self._sort = ("published", Qt.SortOrder.DescendingOrder)
        self._chosen: str | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        appearance = self.workspace.appearance
        self.chips = ChipRow(appearance, _CHIPS)
        self.head.add(self.chips)
        self.model = BoardModel(self)
        self.table = RegisterTable(appearance, "Section 55", COLUMNS, two_lines=True)
        self.table.setModel(self.model)
        self.reading = BoardReading(appearance)
        reading = Pane("The report", self.reading, _READING, _READING_LEAST)
        self.panes = self.put_beside("Reports", _LIST_LEAST, self.table, reading)

    def _connect(self) -> None:
        self.chips.chosen.connect(self._on_filter_chosen)
        self.table.sort_requested.connect(self._on_sort_requested)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_opened)
        self.reading.report_asked.connect(self._on_report_asked)
        self.reading.finding_asked.connect(self._on_finding_asked)

    def show_place(self, place: Place) -> None:
        """Show the reports of a filter, from the list."""
        detail = place.detail or ""
        self._filter = BoardFilter(detail) if detail in set(BoardFilter) else BoardFilter.ALL
        self.panes.show_left()
        self.reload()
        if not self.isVisible():
            self.table.setFocus()

    def reload(self) -> None:
        """Load the board; the chosen report stays chosen."""
        everything = self.workspace.desk.boards.section_55()
        shown = [line for line in everything if self._filter.shows(line)]
        key, order = self._sort
        chosen = self._chosen
        self.model.set_lines(shown, key, order)
        self.table.show_sort(key, order)
        counts = {which: sum(map(which.shows, everything)) for which in BoardFilter}
        self.chips.show_counts(counts, self._filter)
        self.head.quiet.setText(f"{counted(len(everything), 'report')}. {_RULE}.")
        if shown:
            row = max(0, self.model.row_of(chosen))
            self.table.choose(row)
            self._on_chosen(row)
        else:
            self.reading.show_nothing()

    def fold(self, *, is_low: bool) -> None:
        """Keep the filters to one line where the page is low."""
        super().fold(is_low=is_low)
        self.chips.fold(is_folded=is_low)

    def crumbs(self) -> list[Crumb]:
        """Return where this is."""
        return [Crumb("Reports", Place(PageKey.REPORTS)), Crumb("Section 55")]

    def shown_list(self) -> ShownList:
        """Return the board in the table's order."""
        lines = self.model.lines
        return ShownList("Section 55", lambda _progress: section_55_sheet(lines))

    def printed_page(self) -> PrintedPage:
        """Return the board of the chosen filter, on paper."""
        boards, which = self.workspace.desk.boards, self._filter
        chosen = counted(self.model.rowCount(), *_CHOSEN[which])

        def make(progress: Progress) -> bytes:
            return boards.printed_section_55(which, chosen, progress)

        return PrintedPage("Section 55", make)

    def scroll_position(self) -> int:
        """Return how far the table is scrolled."""
        return self.table.verticalScrollBar().value()

    def scroll_to(self, position: int) -> None:
        """Come back to a scroll position."""
        self.table.verticalScrollBar().setValue(position)

    @property
    def _line(self) -> BoardLine:
        return self.model.lines[self.table.chosen_row]

    @Slot(str)
    def _on_filter_chosen(self, which: str) -> None:
        self.workspace.navigator.open(Place(PageKey.SECTION_55, None, which))

    @Slot(str, Qt.SortOrder)
    def _on_sort_requested(self, key: str, order: Qt.SortOrder) -> None:
        self._sort = (key, order)
        self.reload()

    @Slot(int)
    def _on_chosen(self, row: int) -> None:
        line = self.model.lines[row]
        self._chosen = line.report.uid
        self.reading.show_line(line)

    @Slot(int)
    def _on_opened(self, _row: int) -> None:
        if self.panes.is_folded:
            self.panes.show_right()
            self.reading.setFocus()
        else:
            self._on_report_asked(self._line.report.uid)

    @Slot(str)
    def _on_report_asked(self, uid: str) -> None:
        self.workspace.navigator.open(Place(PageKey.REPORT, uid))

    @Slot(str)
    def _on_finding_asked(self, uid: str) -> None:
        self.workspace.navigator.open(Place(PageKey.FINDING, uid, "response"))
