"""The sheet, the row of its headings, which tracker it is, and the day of its data."""

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.identity import ReportUid, Uid
from jasp_desktop.domain.records import Report
from jasp_desktop.domain.trackers import TrackerField, TrackerMapping
from jasp_desktop.ui.importing.foot import Foot
from jasp_desktop.ui.importing.tracker.as_at import day_in_name
from jasp_desktop.ui.importing.tracker.as_at_choice import AsAtChoice
from jasp_desktop.ui.importing.tracker.look import Look
from jasp_desktop.ui.importing.tracker.sheet_grid import SheetGrid
from jasp_desktop.ui.importing.tracker.words import counted
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.fields import Choice, Field, Line
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.two_panes import Pane, TwoPanes

_POINT = (
    "Choose the row that holds the headings, with the mouse or with the arrow keys and Enter. "
    "Where they take several rows, choose the last of them."
)
_POINT_SHORT = "Choose the row of the headings; of several, the last."
_NAME_HINT = "Exports of one tracker are compared under this name."
_COLUMN_SAYS = "A column of the sheet says it"
_NOT_ONE = "Not one report: the rows stand alone"
_FIELDS, _LEAST_FIELDS, _LEAST_GRID = 384, 340, 420
_TALL = 400
"""Below this height the head gives its room to the rows: the step and the path name it already."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a person says of the sheet as a whole."""

    tracker: str
    report: ReportUid | None
    as_at: date | None


class SheetView(Column):
    """Shows a sheet; ``look_wanted`` asks to look at another sheet or from another heading row."""

    back_wanted = Signal()
    next_wanted = Signal()
    look_wanted = Signal(str, int)
    sheet_wanted = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, Colour.PAGE, parent=parent)
        self._look: Look | None = None
        self._is_working = False
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self.appearance
        margins = (Space.MARGIN, Space.GAP, Space.MARGIN, Space.GAP)
        self.head = Column(look, margins=margins, edges="b")
        self.head.add(Label(look, "Sheet and headings", Type.H2, wrap=True))
        self.file = Label(look, "", Type.UI, Colour.INK2, wrap=True)
        self.head.add(self.file)
        self.grid = SheetGrid(look)
        self.panes = TwoPanes(
            look,
            Pane("What it is", self._fields(), _FIELDS, _LEAST_FIELDS),
            Pane("First rows", self._rows(), None, _LEAST_GRID),
        )
        self.foot = Foot(look, "Go on to the columns", back="Choose another file")
        self.add(self.head)
        self.add(self.panes, stretch=1)
        self.add(self.foot)
        look.changed.connect(self._fold)

    def _fields(self) -> ScrollPage:
        look = self.appearance
        page = ScrollPage(look, gap=Space.SIDE, widest=None)
        page.setAccessibleName("What the sheet is")
        self.sheets = Choice(look)
        self.tracker = Line(look)
        self.reports = Choice(look)
        self.as_at = AsAtChoice(look)
        self.sheet_field = Field(look, "Sheet", self.sheets)
        self.tracker_field = Field(look, "Name of the tracker", self.tracker, _NAME_HINT)
        self.report_field = Field(look, "What the rows are about", self.reports)
        page.body.add(self.sheet_field, self.as_at, self.tracker_field, self.report_field)
        return page

    def _rows(self) -> Column:
        look = self.appearance
        pane = Column(look, gap=Space.CLOSE, margins=(Space.SIDE, Space.GAP, Space.SIDE, 0))
        self.point = Label(look, _POINT, Type.UI, Colour.INK2, wrap=True)
        self.hidden = Label(look, "", Type.SMALL, Colour.MOVED, wrap=True)
        pane.add(self.point, self.hidden)
        pane.add(self.grid, stretch=1)
        return pane

    def _connect(self) -> None:
        self.foot.back_wanted.connect(self.back_wanted)
        self.foot.next_wanted.connect(self.next_wanted)
        self.grid.pointed.connect(self._on_pointed)
        self.sheets.activated.connect(self._on_sheet_chosen)
        self.as_at.changed.connect(self._refresh)
        self.tracker.textChanged.connect(self._refresh)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the head where there is little height."""
        super().resizeEvent(event)
        self._fold()

    @Slot()
    def _fold(self) -> None:
        is_tall = self.height() >= self.appearance.theme.px(_TALL)
        self.head.setVisible(is_tall)
        self.point.setText(_POINT if is_tall else _POINT_SHORT)

    @property
    def setting(self) -> Setting:
        """Return what a person has said."""
        report = self.reports.value
        return Setting(
            tracker=self.tracker.text().strip(),
            report=ReportUid(Uid(report)) if isinstance(report, str) else None,
            as_at=self.as_at.value,
        )

    def with_setting(self, mapping: TrackerMapping) -> TrackerMapping:
        """Return a mapping with what a person has said of the sheet."""
        setting = self.setting
        return replace(mapping, tracker=setting.tracker, report=setting.report)

    def show_file(self, look: Look, reports: list[Report], today: date) -> None:
        """Show another file, from its likeliest sheet."""
        self.sheets.clear()
        for head in look.file.sheets:
            words = f"{head.name} (hidden)" if head.is_hidden else head.name
            self.sheets.addItem(words, head.name)
        self.sheet_field.setEnabled(len(look.file.sheets) > 1)
        self.reports.clear()
        self.reports.addItem(_NOT_ONE, None)
        for report in reports:
            self.reports.addItem(report.short_title or report.title, report.uid)
        self.tracker.setText(look.suggestion.mapping.tracker)
        self.reports.choose(look.suggestion.mapping.report)
        self.as_at.offer(day_in_name(look.file.name), today)
        self.show_look(look)
        self.panes.show_left()

    def show_look(self, look: Look) -> None:
        """Show a sheet of the file and its headings."""
        self._look = look
        mapping = look.suggestion.mapping
        head = look.file.head(look.sheet)
        self.sheets.choose(look.sheet)
        rows, columns = counted(head.rows, "row"), counted(head.columns, "column")
        self.file.setText(f"{look.file.name}, sheet “{look.sheet}”: {rows}, {columns}.")
        self.grid.show_rows(look.rows, mapping.header_row)
        self._show_hidden(len(head.hidden_rows), len(head.hidden_columns))
        has_column = mapping.column_of(TrackerField.REPORT) is not None
        self.reports.setItemText(0, _COLUMN_SAYS if has_column else _NOT_ONE)
        self._refresh()

    def set_working(self, *, is_working: bool) -> None:
        """Say that a sheet is being looked at."""
        self._is_working = is_working
        self._refresh()

    def _show_hidden(self, rows: int, columns: int) -> None:
        found = [counted(rows, "row")] * bool(rows) + [counted(columns, "column")] * bool(columns)
        are = "is" if rows + columns == 1 else "are"
        words = f"{' and '.join(found)} of this sheet {are} hidden, and read all the same."
        self.hidden.setText(words if found else "")
        self.hidden.setVisible(bool(found))

    @Slot()
    def _refresh(self) -> None:
        self.foot.hold(self._why_not())

    def _why_not(self) -> str:
        if self._is_working:
            return "Looking at the sheet"
        if self._look is None or not self._look.suggestion.mapping.header_row:
            return "Choose the row of the headings"
        if not self.tracker.text().strip():
            return "Name the tracker"
        return "" if self.as_at.value else "Say the day of the data"

    @Slot(int)
    def _on_pointed(self, number: int) -> None:
        if self._look is not None:
            self.look_wanted.emit(self._look.sheet, number)

    @Slot(int)
    def _on_sheet_chosen(self, _place: int) -> None:
        sheet = self.sheets.value
        if self._look is not None and isinstance(sheet, str) and sheet != self._look.sheet:
            self.sheet_wanted.emit(sheet)
