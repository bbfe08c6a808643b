"""The reports as a list."""

from PySide6.QtCore import Qt, Slot

from jasp_desktop.domain.listings import ReportLine
from jasp_desktop.services.list_sheets import reports_sheet
from jasp_desktop.ui.beside import Beside
from jasp_desktop.ui.counting import counted
from jasp_desktop.ui.exporting import export_list
from jasp_desktop.ui.kit.buttons import Button
from jasp_desktop.ui.kit.cards import EmptyState
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.kit.register_table import RegisterTable
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.page import Page, ShownList
from jasp_desktop.ui.page_switch import PageSwitch
from jasp_desktop.ui.places import Crumb, PageKey, Place
from jasp_desktop.ui.reports.model import COLUMNS, ReportsModel
from jasp_desktop.ui.workspace import Workspace

_LEAST = 760


class ReportsPage(Page):
    """Every report with how it applies, its clock and what it found; the newest first."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._sort = ("published", Qt.SortOrder.DescendingOrder)
        self._build()
        self._connect()

    def _build(self) -> None:
        appearance = self.workspace.appearance
        self.title = Label(appearance, "Reports", Type.H1)
        self.summary = Label(appearance, "", Type.UI, Colour.INK2, wrap=True)
        head = Column(
            appearance,
            Colour.PAGE,
            gap=Space.HAIR,
            margins=(Space.MARGIN, Space.ROOM, Space.MARGIN, Space.GAP),
        )
        names = Column(appearance, gap=Space.HAIR)
        names.add(self.title, self.summary)
        self.export = Button(appearance, "Export…", icon="download", small=True)
        self.export.setAccessibleDescription("Key Ctrl+E")
        self.switch = PageSwitch(self.workspace, PageKey.REPORTS)
        self.switch.add(self.export)
        top = Beside(
            appearance, names, self.switch, least=_LEAST, gap=Space.CLOSE, stretches=(1, 0)
        )
        head.add(top)
        self.empty = EmptyState(
            appearance,
            "No reports yet. Import a response letter or a report’s page, and the report it is "
            "about is listed here with its findings and its section 55 clock.",
            "Import a file",
            icon="file-input",
            is_primary=True,
        )
        self.empty.set_margins(0, 0, 0, 0)
        head.add(self.empty)
        self.model = ReportsModel(self)
        self.table = RegisterTable(appearance, "Reports", COLUMNS, two_lines=True)
        self.table.setModel(self.model)
        inset = Column(appearance, margins=(Space.MARGIN, 0, Space.MARGIN, 0))
        inset.add(self.table, stretch=1)
        self.body = Column(appearance, Colour.PAGE)
        self.body.add(head)
        self.body.add(inset, stretch=1)
        self.outer.addWidget(self.body)

    def _connect(self) -> None:
        self.table.opened.connect(self._on_opened)
        self.export.clicked.connect(self._on_export)
        self.table.sort_requested.connect(self._on_sort_requested)
        self.empty.stepped.connect(self._on_import_asked)

    def show_place(self, place: Place) -> None:
        """Show the list; who comes to it means its rows, not the button above them."""
        super().show_place(place)
        if not self.isVisible():
            self.table.setFocus()

    def reload(self) -> None:
        """Load the reports; the chosen one stays chosen."""
        chosen = self._chosen_uid()
        lines = self.workspace.desk.register.reports()
        key, order = self._sort
        self.model.set_lines(lines, key, order)
        self.table.show_sort(key, order)
        self.empty.setVisible(not lines)
        self.table.setVisible(bool(lines))
        self.export.setVisible(bool(lines))
        self.summary.setVisible(bool(lines))
        self.summary.setText(_summary(lines))
        self.table.choose(max(0, self.model.row_of(chosen)))

    def crumbs(self) -> list[Crumb]:
        """Return where this is."""
        return [Crumb("Reports")]

    def shown_list(self) -> ShownList:
        """Return the reports in the table's order."""
        lines = self.model.lines
        return ShownList("Reports", lambda _progress: reports_sheet(lines))

    def scroll_position(self) -> int:
        """Return how far the table is scrolled."""
        return self.table.verticalScrollBar().value()

    def scroll_to(self, position: int) -> None:
        """Come back to a scroll position."""
        self.table.verticalScrollBar().setValue(position)

    def _chosen_uid(self) -> str | None:
        row = self.table.chosen_row
        return self.model.line(row).report.uid if 0 <= row < self.model.rowCount() else None

    @Slot(int)
    def _on_opened(self, row: int) -> None:
        place = Place(PageKey.REPORT, self.model.line(row).report.uid)
        self.workspace.navigator.open(place)

    @Slot(str, Qt.SortOrder)
    def _on_sort_requested(self, key: str, order: Qt.SortOrder) -> None:
        self._sort = (key, order)
        self.reload()

    @Slot()
    def _on_export(self) -> None:
        export_list(self.workspace, self.shown_list())

    @Slot()
    def _on_import_asked(self) -> None:
        self.workspace.navigator.open(Place(PageKey.IMPORT))


def _summary(lines: list[ReportLine]) -> str:
    running = sum(line.clock is not None and line.clock.is_running for line in lines)
    bare = sum(not line.has_recommendations for line in lines)
    parts = [counted(len(lines), "report")]
    if running:
        parts.append(f"{counted(running, 'section 55 clock')} running")
    if bare:
        parts.append(f"{bare} without recommendations")
    return ", ".join(parts)
