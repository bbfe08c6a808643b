"""The table of findings: chips that filter, words to find, an order, and totals that add up."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.identity import ReportUid, Uid
from jasp_desktop.domain.listings import FindingFilter, FindingOrder, FindingQuery, FindingTotals
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.records import Report
from jasp_desktop.exchange.sheets_out.tables import SheetTable
from jasp_desktop.services.list_sheets import findings_sheet
from jasp_desktop.ui.beside import Beside
from jasp_desktop.ui.exporting import export_list
from jasp_desktop.ui.findings.chips import DEFAULT_FILTER, FilterChips
from jasp_desktop.ui.findings.empty import NoFindings
from jasp_desktop.ui.findings.foot import Reconciliation
from jasp_desktop.ui.findings.model import COLUMNS, FindingsModel
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.fields import SearchField
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column, Row
from jasp_desktop.ui.kit.register_table import RegisterTable
from jasp_desktop.ui.kit.space import EM, Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.page import Page, ShownList
from jasp_desktop.ui.page_switch import PageSwitch
from jasp_desktop.ui.places import Crumb, PageKey, Place
from jasp_desktop.ui.workspace import Workspace

WORDS = "words:"
"""How the detail of a place begins that holds words to find."""

TYPING_PAUSE_MS = 200


class FindingsPage(Page):
    """Every finding on the register, or those of one report."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._place = Place(PageKey.FINDINGS)
        self._query = FindingQuery(filter=DEFAULT_FILTER)
        self._report: Report | None = None
        self._chosen: int | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        appearance = self.workspace.appearance
        self.model = FindingsModel(self.workspace.desk.register, self)
        self.chips = FilterChips(appearance)
        self.table = RegisterTable(appearance, "Findings", COLUMNS, two_lines=True)
        self.table.setModel(self.model)
        self.empty = NoFindings(appearance)
        self.empty.hide()
        self.foot = Reconciliation(appearance)
        plane = Column(appearance, Colour.PAGE)
        top = Column(
            appearance,
            gap=Space.NEAR,
            margins=(Space.MARGIN, Space.ROOM, Space.MARGIN, Space.TIGHT),
        )
        top.add(self._build_heading(), self.chips)
        middle = Column(appearance, margins=(Space.MARGIN, Space.NONE, Space.MARGIN, Space.NONE))
        # The one that is hidden asks for no room: a stack would keep that of both.
        middle.add(self.table, stretch=1)
        middle.add(self.empty, stretch=1)
        plane.add(top)
        plane.add(middle, stretch=1)
        plane.add(self.foot)
        self.outer.addWidget(plane)

    def _build_heading(self) -> Beside:
        appearance = self.workspace.appearance
        self.title = Label(appearance, "Findings", Type.H1)
        self.totals = Label(appearance, "", Type.SMALL, Colour.INK2, wrap=True)
        self.all_reports = Button(
            appearance, "Findings of all reports", ButtonKind.LINK, small=True
        )
        self.finder = SearchField(appearance, "Find in this table", key="Ctrl+F", width=_FIND_WIDTH)
        words = Column(appearance, gap=Space.TIGHT)
        self._quiet = Row(appearance, gap=Space.GAP)
        self._quiet.add(self.totals)
        self._quiet.add(self.all_reports)
        self._quiet.add_stretch()
        words.add(self.title, self._quiet)
        self.switch = PageSwitch(self.workspace, PageKey.FINDINGS)
        self.export = Button(appearance, "Export…", icon="download", key="Ctrl+E", small=True)
        self.switch.add(self.finder, self.export)
        return Beside(
            appearance, words, self.switch, least=_BESIDE_LEAST, gap=Space.CLOSE, stretches=(1, 0)
        )

    def _connect(self) -> None:
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._on_words_settled)
        self.finder.textChanged.connect(self._on_words_typed)
        self.finder.searched.connect(self._on_words_settled)
        self.chips.chosen.connect(self._on_filter_chosen)
        self.all_reports.clicked.connect(self._on_all_reports)
        self.export.clicked.connect(self._on_export)
        self.workspace.appearance.changed.connect(self._fold)
        self.table.sort_requested.connect(self._on_sort_requested)
        self.table.chosen.connect(self._on_row_chosen)
        self.table.opened.connect(self._on_row_opened)
        self.empty.widened.connect(self._on_widened)
        self.empty.import_asked.connect(self._on_import_asked)

    def show_place(self, place: Place) -> None:
        """Show what the place names; words typed here before stay when it is the same place."""
        report = None
        if place.uid is not None:
            report = self.workspace.desk.register.report(ReportUid(Uid(place.uid)))
            if report is None:
                raise UserError("That report is no longer on the register.")
        if place != self._place:
            which, words = _read_detail(place.detail)
            self._query = replace(self._query, filter=which, words=words)
        self._place, self._report = place, report
        self._query = replace(self._query, report=report.uid if report else None)
        self._show_words(self._query.words)
        self.reload()
        self.crumbs_changed.emit()

    def reload(self) -> None:
        """Load the list and its totals again; keep scroll and selection."""
        register, query = self.workspace.desk.register, self._query
        totals = register.finding_totals(query)
        position, chosen = self.scroll_position(), self._chosen
        self.model.show_ids(register.finding_ids(query))
        self._show_totals(totals)
        self.chips.show_counts(totals.counts, query.filter)
        self._show_order()
        if self.model.rowCount():
            self._show_body(self.table)
            self._chosen = chosen
            self.table.choose(self.model.row_of(chosen))
            self.scroll_to(position)
        else:
            self.empty.show_reason(query, is_register_empty=register.is_empty())
            self._show_body(self.empty)
        self.foot.show_totals(totals, register.finding_statuses(query))

    def crumbs(self) -> list[Crumb]:
        """Return the path to what is shown."""
        if self._report is None:
            return [Crumb("Findings")]
        return [Crumb("Findings", Place(PageKey.FINDINGS)), Crumb(self._report.name)]

    def shown_list(self) -> ShownList:
        """Return the findings that the chips and words leave, in the table's order."""
        register, query = self.workspace.desk.register, self._query

        def gather(progress: Progress) -> SheetTable:
            return findings_sheet(register, query, progress)

        return ShownList(f"Findings {self._report.name}" if self._report else "Findings", gather)

    def scroll_position(self) -> int:
        """Return how far the table is scrolled."""
        return self.table.verticalScrollBar().value()

    def scroll_to(self, position: int) -> None:
        """Come back to a scroll position."""
        self.table.verticalScrollBar().setValue(position)

    def _show_totals(self, totals: FindingTotals) -> None:
        everything = totals[FindingFilter.ALL]
        where = f"in {self._report.name}" if self._report else "on the register"
        if self._query.words:
            where = f"hold “{self._query.words}”"
        if self._report and self._query.words:
            where += f" in {self._report.name}"
        opened, closed = totals[FindingFilter.OPEN], totals[FindingFilter.CLOSED]
        self.totals.setText(f"{everything:,} {where}, {opened:,} open, {closed:,} closed")
        self.all_reports.setVisible(self._report is not None)
        self._fold()

    def _show_body(self, shown: QWidget) -> None:
        for part in (self.table, self.empty):
            part.setVisible(part is shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the table room where the page is low."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        is_low = self.height() < _LOW_EM * self.workspace.appearance.theme.px(EM)
        self.chips.fold(is_folded=is_low)
        self.foot.fold(is_folded=is_low)
        # The window names the page, the foot says the numbers; the way out of one report stays.
        self.title.setVisible(not is_low)
        self.totals.setVisible(not is_low)
        self._quiet.setVisible(not is_low or self._report is not None)

    def _show_words(self, words: str) -> None:
        if self.finder.text().strip() != words:
            self.finder.setText(words)
        self._pause.stop()

    def _show_order(self) -> None:
        way = (
            Qt.SortOrder.DescendingOrder if self._query.descending else Qt.SortOrder.AscendingOrder
        )
        self.table.show_sort(self._query.order, way)

    def _on_words_typed(self, _words: str) -> None:
        self._pause.start()

    def _on_words_settled(self) -> None:
        self._pause.stop()
        words = self.finder.text().strip()
        if words != self._query.words:
            self._query = replace(self._query, words=words)
            self.reload()

    def _on_filter_chosen(self, which: str) -> None:
        self._go(which)

    def _on_all_reports(self) -> None:
        self.workspace.navigator.open(Place(PageKey.FINDINGS, None, self._query.filter.value))

    def _on_export(self) -> None:
        export_list(self.workspace, self.shown_list())

    def _on_widened(self) -> None:
        self._show_words("")
        self._query = replace(self._query, words="")
        self._go(FindingFilter.ALL.value)

    def _go(self, detail: str) -> None:
        self._query = replace(self._query, filter=FindingFilter(detail))
        target = Place(PageKey.FINDINGS, self._place.uid, detail)
        if target == self._place:
            self.reload()
            return
        # The words stay while chips are tried, so the place is taken over before it is shown.
        self._place = target
        self.workspace.navigator.open(target)

    def _on_sort_requested(self, key: str, order: Qt.SortOrder) -> None:
        descending = order is Qt.SortOrder.DescendingOrder
        self._query = replace(self._query, order=FindingOrder(key), descending=descending)
        self.reload()

    def _on_row_chosen(self, row: int) -> None:
        self._chosen = self.model.row_id(row)

    def _on_row_opened(self, row: int) -> None:
        line = self.model.line(row)
        if line is not None:
            self.workspace.navigator.open(Place(PageKey.FINDING, line.uid))

    def _on_import_asked(self) -> None:
        self.workspace.navigator.open(Place(PageKey.IMPORT))


_FIND_WIDTH = 236
_BESIDE_LEAST = 1100
_LOW_EM = 38
"""Under this height, in ems of the text size, the page folds what stands around its table."""


def _read_detail(detail: str | None) -> tuple[FindingFilter, str]:
    if detail is None:
        return DEFAULT_FILTER, ""
    if detail.startswith(WORDS):
        return FindingFilter.ALL, detail.removeprefix(WORDS).strip()
    return (FindingFilter(detail) if detail in set(FindingFilter) else DEFAULT_FILTER), ""
