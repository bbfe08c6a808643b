"""The coverage matrix: the blanks first, and every cell opens what it counts."""

from dataclasses import replace
from typing import cast

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from jasp_desktop.domain.coverage import (
    CoverageColumn,
    CoverageFilter,
    CoverageOrder,
    CoverageQuery,
    CoverageSurvey,
)
from jasp_desktop.domain.marks import NO_RESPONSE, Mark
from jasp_desktop.domain.progress import Progress
from jasp_desktop.exchange.sheets_out.tables import SheetTable
from jasp_desktop.services.board_sheets import coverage_sheet
from jasp_desktop.ui.board_page import BoardPage
from jasp_desktop.ui.counting import counted
from jasp_desktop.ui.coverage.foot import BlankTotals
from jasp_desktop.ui.coverage.model import CoverageModel
from jasp_desktop.ui.coverage.table import CoverageTable
from jasp_desktop.ui.kit.cards import EmptyState
from jasp_desktop.ui.kit.chip_row import ChipRow
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.fields import SearchField
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column, Row
from jasp_desktop.ui.kit.space import Measure, Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.newest_work import NewestWork
from jasp_desktop.ui.page import PrintedPage, ShownList
from jasp_desktop.ui.places import Crumb, PageKey, Place
from jasp_desktop.ui.workspace import Workspace

BLANK = "blank:"
"""How the detail of a place begins that names the link whose blanks are listed."""

_CHIPS: tuple[tuple[CoverageFilter, str, Mark | None], ...] = (
    (CoverageFilter.OPEN, "Open", None),
    (CoverageFilter.MISSING, "Something missing", NO_RESPONSE),
    (CoverageFilter.ALL, "All", None),
)
_CHOSEN = {
    CoverageFilter.OPEN: ("open finding", "open findings"),
    CoverageFilter.MISSING: (
        "finding with something missing",
        "findings with something missing",
    ),
    CoverageFilter.ALL: ("finding", "findings"),
}
_MEANING = "A blank says only that the register holds nothing there."
_TYPING_PAUSE_MS = 200


class CoveragePage(BoardPage):
    """Findings against response, action, date, evidence, HMICFRS's position and question.

    The worker reads the matrix; what was read before stays on screen meanwhile.
    """

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, "Findings", PageKey.COVERAGE, parent=parent)
        self._query = self._shown = CoverageQuery()
        self._chosen: int | None = None
        self._position: int | None = None
        self.reading = NewestWork(workspace.jobs, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        appearance = self.workspace.appearance
        self.chips = ChipRow(appearance, _CHIPS)
        self.finder = SearchField(
            appearance, "Find in the matrix", key="Ctrl+F", width=Measure.SEARCH
        )
        filters = Row(appearance, gap=Space.GAP)
        filters.add(self.chips, stretch=1)
        filters.add(self.finder)
        self.meaning = Label(appearance, _MEANING, Type.SMALL, Colour.INK2, wrap=True)
        self.head.add(filters, self.meaning)
        self.model = CoverageModel(self.workspace.desk.boards, self)
        self.table = CoverageTable(appearance)
        self.table.setModel(self.model)
        self.empty = EmptyState(appearance, "", "Show all findings")
        self._body = QStackedWidget()
        self._body.addWidget(self.table)
        self._body.addWidget(self.empty)
        self.foot = BlankTotals(appearance)
        middle = Column(appearance, margins=(Space.MARGIN, Space.NONE, Space.MARGIN, Space.NONE))
        middle.add(self._body, stretch=1)
        self.plane.add(middle, stretch=1)
        # No total is shown before the first one is known.
        self.foot.hide()
        self.plane.add(self.foot)

    def _connect(self) -> None:
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._on_words_settled)
        self.finder.textChanged.connect(self._pause.start)
        self.finder.searched.connect(self._on_words_settled)
        self.chips.chosen.connect(self._on_filter_chosen)
        self.foot.asked.connect(self._on_blanks_asked)
        self.table.sort_requested.connect(self._on_sort_requested)
        self.table.chosen.connect(self._on_row_chosen)
        self.table.cell_opened.connect(self._on_cell_opened)
        self.empty.stepped.connect(self._on_widened)
        self.reading.answered.connect(self._on_read)
        self.reading.refused.connect(self._on_refused)

    def show_place(self, place: Place) -> None:
        """Show the findings that a filter, or the blanks of a link, leave."""
        which, blank = _read_detail(place.detail, self._query)
        self._query = replace(self._query, filter=which, blank=blank)
        self.reload()
        if not self.isVisible():
            self.table.setFocus()

    def reload(self) -> None:
        """Read the matrix and its totals again in the worker; keep scroll and cell."""
        boards, query = self.workspace.desk.boards, self._query
        if not self.head.quiet.text():
            self.head.quiet.setText("Reading the matrix…")

        def work(progress: Progress) -> tuple[CoverageQuery, CoverageSurvey]:
            return query, boards.coverage(query, progress)

        self.reading.ask("Reading the matrix", work)

    @Slot(object)
    def _on_read(self, answer: object) -> None:
        self._shown, found = cast("tuple[CoverageQuery, CoverageSurvey]", answer)
        position = self.scroll_position() if self._position is None else self._position
        self._position = None
        index = self.table.currentIndex()
        self.model.show_ids(found.row_ids)
        self._show_totals(found)
        self.chips.show_counts(found.counts, self._query.filter)
        down = self._query.descending
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        self.table.show_sort(self._query.order, order)
        if found.row_ids:
            self._body.setCurrentWidget(self.table)
            row = max(0, self.model.row_of(self._chosen))
            self.table.setCurrentIndex(self.model.index(row, max(0, index.column())))
            self.scroll_to(position)
        else:
            self.empty.sentence.setText(self._nothing_words())
            self._body.setCurrentWidget(self.empty)

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        if sentence:
            self.workspace.notices.fail(sentence)

    def _show_totals(self, found: CoverageSurvey) -> None:
        self.foot.show()
        counts = found.counts
        everything, still_open = counts[CoverageFilter.ALL], counts[CoverageFilter.OPEN]
        self.head.quiet.setText(
            f"{everything:,} on the register, {still_open:,} open, "
            f"{counts[CoverageFilter.MISSING]:,} with something missing"
        )
        cells = f"{counted(len(found.row_ids), 'finding')}, {counted(found.cells, 'cell')}"
        self.foot.show_totals(found.totals, self._query.blank, cells)

    def _nothing_words(self) -> str:
        if self.workspace.desk.register.is_empty():
            return "No findings yet. Each is listed here with what answers it once it is imported."
        if self._query.words:
            return f"No finding here holds “{self._query.words}”."
        return "No finding here has such a blank."

    def crumbs(self) -> list[Crumb]:
        """Return where this is."""
        return [Crumb("Findings", Place(PageKey.FINDINGS)), Crumb("Coverage")]

    def shown_list(self) -> ShownList:
        """Return the matrix in the table's order."""
        boards, query = self.workspace.desk.boards, self._shown

        def gather(progress: Progress) -> SheetTable:
            return coverage_sheet(boards, query, progress)

        return ShownList("Coverage", gather)

    def printed_page(self) -> PrintedPage:
        """Return the matrix in the table's order, on paper."""
        boards, query, chosen = self.workspace.desk.boards, self._shown, self._chosen_words()

        def make(progress: Progress) -> bytes:
            return boards.printed_coverage(query, chosen, progress)

        return PrintedPage("Coverage", make)

    def _chosen_words(self) -> str:
        words = counted(self.model.rowCount(), *_CHOSEN[self._shown.filter])
        return f"{words}, {self._shown.blank.blank_words}" if self._shown.blank else words

    def scroll_position(self) -> int:
        """Return how far the table is scrolled."""
        return self.table.verticalScrollBar().value()

    def scroll_to(self, position: int) -> None:
        """Come back to a scroll position, once the rows that were asked for are there."""
        if self.reading.is_working:
            self._position = position
        self.table.verticalScrollBar().setValue(position)

    def fold(self, *, is_low: bool) -> None:
        """Keep filters and totals short, and leave out the meaning, where the page is low."""
        super().fold(is_low=is_low)
        self.chips.fold(is_folded=is_low)
        self.foot.fold(is_folded=is_low)
        self.meaning.setVisible(not is_low)

    def _on_words_settled(self) -> None:
        self._pause.stop()
        words = self.finder.text().strip()
        if words != self._query.words:
            self._query = replace(self._query, words=words)
            self.reload()

    def _on_filter_chosen(self, which: str) -> None:
        self.workspace.navigator.open(Place(PageKey.COVERAGE, None, which))

    def _on_blanks_asked(self, column: str) -> None:
        is_shown = self._query.blank == column
        detail = self._query.filter.value if is_shown else f"{BLANK}{column}"
        self.workspace.navigator.open(Place(PageKey.COVERAGE, None, detail))

    def _on_widened(self) -> None:
        self.finder.clear()
        self._query = replace(self._query, words="")
        self.workspace.navigator.open(Place(PageKey.COVERAGE, None, CoverageFilter.ALL.value))

    def _on_sort_requested(self, key: str, order: Qt.SortOrder) -> None:
        which = CoverageOrder(key) if key in set(CoverageOrder) else CoverageColumn(key)
        descending = order is Qt.SortOrder.DescendingOrder
        self._query = replace(self._query, order=which, descending=descending)
        self.reload()

    def _on_row_chosen(self, row: int) -> None:
        self._chosen = self.model.row_id(row)

    def _on_cell_opened(self, row: int, key: str) -> None:
        line = self.model.line(row)
        if line is not None:
            section = key if key in set(CoverageColumn) else None
            self.workspace.navigator.open(Place(PageKey.FINDING, line.uid, section))


def _read_detail(
    detail: str | None, query: CoverageQuery
) -> tuple[CoverageFilter, CoverageColumn | None]:
    """Return a filter and the link whose blanks are asked for, within the filter there is."""
    named = (detail or "").removeprefix(BLANK)
    if detail is not None and detail.startswith(BLANK) and named in set(CoverageColumn):
        return query.filter, CoverageColumn(named)
    if named in set(CoverageFilter):
        return CoverageFilter(named), None
    return CoverageFilter.OPEN, None
