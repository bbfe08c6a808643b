"""What the file would do: counts that add up, every row, and what a person settles first."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from jasp_desktop.domain.imports import ReportedTotal
from jasp_desktop.domain.trackers import Decisions, Fate, TrackerPlan
from jasp_desktop.ui.importing.foot import Foot
from jasp_desktop.ui.importing.tall_area import TallArea
from jasp_desktop.ui.importing.tracker.count_tile import CountTile
from jasp_desktop.ui.importing.tracker.outcome_list import OutcomeList
from jasp_desktop.ui.importing.tracker.outcome_rows import (
    SECTION_MARKS,
    Section,
    entries_of,
    section_counts,
)
from jasp_desktop.ui.importing.tracker.row_pane import RowPane
from jasp_desktop.ui.importing.tracker.totals_part import TotalsPart
from jasp_desktop.ui.importing.tracker.waiting_band import WaitingBand
from jasp_desktop.ui.importing.tracker.words import counted
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label, StatusWord
from jasp_desktop.ui.kit.planes import Column, Flow
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.two_panes import Pane, TwoPanes

_SAFE = "A checked backup is made first. The import can be undone."
_TILES = {
    Section.ADDED: "added",
    Section.CHANGED: "changed",
    Section.UNCHANGED: "unchanged",
    Section.REJECTED: "rejected, with reasons",
    Section.WAITING: "waiting for you",
    Section.MISSING: "on the register, missing here",
}
_PANE, _LEAST_LIST, _LEAST_PANE, _LEAST_TALL = 376, 480, 320, 280


class CheckView(Column):
    """Shows a plan; the signals of ``row`` carry decisions, ``accepted`` asks for the import."""

    back_wanted = Signal()
    accepted = Signal()
    dates_wanted = Signal()
    waiting_left_out = Signal(object)
    totals_typed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, Colour.PAGE, parent=parent)
        self._plan: TrackerPlan | None = None
        self._decisions = Decisions()
        self._only: Section | None = None
        self._busy = ""
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self.appearance
        margins = (Space.MARGIN, Space.ROOM, Space.MARGIN, Space.CLOSE)
        head = Column(look, gap=Space.TIGHT, margins=margins)
        self.title = Label(look, "Check what this file would do", Type.H1, wrap=True)
        self.file = Label(look, "", Type.UI, Colour.INK2, wrap=True)
        self.tiles = {
            section: CountTile(look, SECTION_MARKS[section], words)
            for section, words in _TILES.items()
        }
        tiles = Flow(look, gap=Space.TIGHT, line_gap=Space.TIGHT)
        tiles.add(*self.tiles.values())
        self.sum = Label(look, "", Type.SMALL, Colour.INK2, wrap=True)
        self.compare = Button(
            look, "Compare with the covering report’s totals", ButtonKind.LINK, small=True
        )
        sums = Flow(look, gap=Space.ROOM, line_gap=Space.NONE)
        sums.add(self.sum, self.compare)
        self.band = WaitingBand(look)
        self.remarks = Column(look, gap=Space.HAIR)
        head.add(self.title, self.file, tiles, sums, self.remarks, self.band)
        self.list = OutcomeList(look)
        self.row = RowPane(look)
        self.totals = TotalsPart(look)
        self.side = QStackedWidget()
        self.side.addWidget(self.row)
        self.side.addWidget(self.totals)
        rows = Column(look, margins=(Space.MARGIN, Space.NONE, Space.ROOM, Space.NONE))
        rows.add(self.list, stretch=1)
        self.panes = TwoPanes(
            look,
            Pane("Rows", rows, None, _LEAST_LIST),
            Pane("The chosen row", self.side, _PANE, _LEAST_PANE),
        )
        self.foot = Foot(look, "Import", safe=_SAFE)
        self.panes.setMinimumHeight(look.theme.px(_LEAST_TALL))
        whole = Column(look, Colour.PAGE)
        whole.add(head)
        whole.add(self.panes, stretch=1)
        self.area = TallArea(look, whole)
        self.add(self.area, stretch=1)
        self.add(self.foot)
        look.changed.connect(self._on_appearance_changed)

    def _connect(self) -> None:
        for section, tile in self.tiles.items():
            tile.clicked.connect(lambda _on, only=section: self._on_tile(only))
        self.foot.back_wanted.connect(self.back_wanted)
        self.foot.next_wanted.connect(self.accepted)
        self.list.chosen.connect(self._on_chosen)
        self.list.activated.connect(self._on_activated)
        self.band.dates_wanted.connect(self.dates_wanted)
        self.band.show_wanted.connect(lambda: self._filter(Section.WAITING))
        self.band.leave_wanted.connect(self._on_leave_out)
        self.compare.clicked.connect(self._on_compare)
        self.totals.closed.connect(self._on_totals_closed)
        self.totals.typed.connect(self.totals_typed)

    @Slot()
    def _on_appearance_changed(self) -> None:
        self.panes.setMinimumHeight(self.appearance.theme.px(_LEAST_TALL))

    @property
    def plan(self) -> TrackerPlan | None:
        """Return the plan that is shown."""
        return self._plan

    def start(self) -> None:
        """Show the next plan from the top, unfiltered."""
        self._plan, self._only = None, None
        self.totals.forget()
        self.side.setCurrentWidget(self.row)

    def show_plan(self, plan: TrackerPlan, decisions: Decisions, dates_open: int) -> None:
        """Show what the file would do; the list keeps its place and the row that is chosen."""
        is_first = self._plan is None
        row = None if is_first else self._chosen_row()
        self._plan, self._decisions = plan, decisions
        self.row.read_by(plan.mapping)
        counts = section_counts(plan)
        for section, tile in self.tiles.items():
            tile.set_count(counts[section])
        if self._only is not None and not counts[self._only]:
            self._only = None
        self.file.setText(_file_words(plan))
        self.sum.setText(_sum_words(counts, plan.rows.read))
        self._show_remarks(plan)
        self.band.show_waiting(counts[Section.WAITING], dates_open)
        self._list(row)
        if is_first:
            self.panes.show_left()
            self.list.setFocus()
            # The counts first, even where they leave no room for the rows.
            self.area.verticalScrollBar().setValue(0)
        self._refresh()

    def _show_remarks(self, plan: TrackerPlan) -> None:
        """Show what is to be known of the file as a whole."""
        self.remarks.clear()
        for remark in plan.remarks:
            mark = SECTION_MARKS[Section.WAITING]
            words = StatusWord(
                self.appearance, mark, remark.message, Type.UI, Colour.INK, wrap=True
            )
            self.remarks.add(words)
        self.remarks.setVisible(bool(plan.remarks))

    def set_busy(self, words: str) -> None:
        """Say what is under way, so that the import waits; nothing when it is over."""
        self._busy = words
        self._refresh()

    def show_totals(self, totals: Sequence[ReportedTotal]) -> None:
        """Set the reported totals beside the register's counts."""
        self.totals.show_results(totals)

    def _chosen_row(self) -> int | None:
        place = self.list.currentIndex().row()
        return self.list.outcomes.entry(place).row if place >= 0 else None

    def _list(self, row: int | None) -> None:
        if self._plan is None:
            return
        for section, tile in self.tiles.items():
            tile.setChecked(section is self._only)
        self.list.show_entries(entries_of(self._plan, self._only), row)
        if not self.list.currentIndex().isValid():
            self.row.show_entry(None, self._decisions)

    def _filter(self, only: Section | None) -> None:
        self._only = only
        self._list(self._chosen_row())
        self.panes.show_left()

    def _refresh(self) -> None:
        plan = self._plan
        if plan is None:
            return
        count = plan.rows.added + plan.rows.changed
        self.foot.go_on.set_words(
            f"Import {counted(count, 'row')}" if count else "Record this export"
        )
        self.foot.hold(self._busy or self._why_not(plan))

    def _why_not(self, plan: TrackerPlan) -> str:
        if plan.waiting:
            return f"{counted(plan.waiting, 'row')} to settle first"
        if not plan.act.changes:
            return "Everything in this file is on the register already"
        return ""

    def _on_tile(self, section: Section) -> None:
        self._filter(None if self._only is section else section)

    @Slot(int)
    def _on_chosen(self, place: int) -> None:
        entry = self.list.outcomes.entry(place)
        if not entry.is_heading:
            self.row.show_entry(entry, self._decisions)
            self.side.setCurrentWidget(self.row)

    @Slot()
    def _on_activated(self) -> None:
        self.panes.show_right()
        self.row.setFocus()

    @Slot()
    def _on_leave_out(self) -> None:
        outcomes = self._plan.outcomes if self._plan else ()
        waiting = [each.row for each in outcomes if each.fate is Fate.WAITING]
        self.waiting_left_out.emit(waiting)

    @Slot()
    def _on_compare(self) -> None:
        self.side.setCurrentWidget(self.totals)
        self.panes.show_right()
        self.totals.lines[0].words.setFocus()

    @Slot()
    def _on_totals_closed(self) -> None:
        self.side.setCurrentWidget(self.row)
        self.panes.show_left()
        self.list.setFocus()


def _file_words(plan: TrackerPlan) -> str:
    rows = counted(plan.rows.read, "row")
    mapping = f" Mapping “{plan.mapping.name}”." if plan.mapping.name else ""
    return f"{plan.file}, sheet “{plan.mapping.sheet}”, {rows} read.{mapping}"


def _sum_words(counts: dict[Section, int], read: int) -> str:
    """Return the sum that shows that no row was lost on the way."""
    parts = [counts[section] for section in _TILES if section is not Section.MISSING]
    sums = " + ".join(f"{each:,}" for each in parts)
    return f"{sums} = {counted(read, 'row')} read. Missing ones are not rows of this file."
