"""Leads through the import of a tracker: sheet, columns, dates, check."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import IntEnum
from typing import cast
from weakref import finalize

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.imports import ReportedTotal
from jasp_desktop.domain.trackers import DateOrder, Decisions, TrackerMapping, TrackerPlan
from jasp_desktop.exchange.trackers.date_columns import DateColumn
from jasp_desktop.services.trackers import Suggestion
from jasp_desktop.ui.focus import focus_start
from jasp_desktop.ui.importing.steps import Step
from jasp_desktop.ui.importing.tracker import decision_edits
from jasp_desktop.ui.importing.tracker.check_view import CheckView
from jasp_desktop.ui.importing.tracker.columns_view import ColumnsView
from jasp_desktop.ui.importing.tracker.dates_view import DatesView, dates_to_settle
from jasp_desktop.ui.importing.tracker.look import Look, look_at
from jasp_desktop.ui.importing.tracker.mapping_edits import with_order
from jasp_desktop.ui.importing.tracker.sheet_view import SheetView
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.newest_work import NewestWork
from jasp_desktop.ui.workspace import Workspace


class Stage(IntEnum):
    """The views of the wizard, in order."""

    SHEET = 0
    COLUMNS = 1
    DATES = 2
    CHECK = 3


@dataclass
class _Draft:
    """Everything that is decided so far about one file."""

    look: Look
    mapping: TrackerMapping
    dates: tuple[DateColumn, ...]
    decisions: Decisions = field(default_factory=Decisions)
    plan: TrackerPlan | None = None


class TrackerWizard(Column):
    """One file at a time; nothing counts before ``accepted``.

    ``steps_changed`` comes when another step is shown or left open, ``left`` when the person goes
    back to choosing a file, ``accepted`` when the plan is to be imported.
    """

    steps_changed = Signal()
    left = Signal()
    accepted = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace.appearance, parent=parent)
        self.workspace = workspace
        self._draft: _Draft | None = None
        self._closing: Callable[[], object] | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self.workspace.appearance
        self.sheet = SheetView(look)
        self.columns = ColumnsView(look)
        self.dates = DatesView(look)
        self.check = CheckView(look)
        self.stack = QStackedWidget()
        for view in (self.sheet, self.columns, self.dates, self.check):
            self.stack.addWidget(view)
        self.add(self.stack, stretch=1)
        self._looking = NewestWork(self.workspace.jobs, self)
        self._judging = NewestWork(self.workspace.jobs, self)
        self._planning = NewestWork(self.workspace.jobs, self)

    def _connect(self) -> None:
        self.sheet.back_wanted.connect(self.left)
        self.sheet.next_wanted.connect(lambda: self._show(Stage.COLUMNS))
        self.sheet.look_wanted.connect(self._look_at)
        self.sheet.sheet_wanted.connect(self._look_at)
        self.columns.back_wanted.connect(lambda: self._show(Stage.SHEET))
        self.columns.next_wanted.connect(self._on_columns_done)
        self.columns.changed.connect(self._on_mapping_changed)
        self.columns.save_wanted.connect(self._on_save_wanted)
        self.dates.back_wanted.connect(lambda: self._show(Stage.COLUMNS))
        self.dates.next_wanted.connect(self._check)
        self.dates.settled.connect(self._on_dates_settled)
        self._connect_check()
        self._connect_work()

    def _connect_check(self) -> None:
        check = self.check
        check.back_wanted.connect(self._on_back_from_check)
        check.dates_wanted.connect(lambda: self._show(Stage.DATES))
        check.accepted.connect(self.accepted)
        check.totals_typed.connect(self._on_totals_typed)
        check.waiting_left_out.connect(
            lambda rows: self._decide(lambda made: decision_edits.left_out(made, rows))
        )
        row = check.row
        row.corrected.connect(
            lambda number, column, words: self._decide(
                lambda made: decision_edits.corrected(made, number, column, words)
            )
        )
        row.matched.connect(
            lambda number, action: self._decide(
                lambda made: decision_edits.matched(made, number, action)
            )
        )
        row.unmatched.connect(
            lambda number: self._decide(lambda made: decision_edits.unmatched(made, number))
        )
        row.left_out.connect(
            lambda number: self._decide(lambda made: decision_edits.left_out(made, [number]))
        )
        row.let_in.connect(
            lambda number: self._decide(lambda made: decision_edits.let_in(made, number))
        )

    def _connect_work(self) -> None:
        self._looking.answered.connect(self._on_looked)
        self._judging.answered.connect(self._on_judged)
        self._planning.answered.connect(self._on_planned)
        for work in (self._looking, self._judging, self._planning):
            work.refused.connect(self._on_refused)
            work.stopped.connect(self._on_stopped)
            work.is_working_changed.connect(self._on_working_changed)

    @property
    def stage(self) -> Stage:
        """Return which view is shown."""
        return Stage(self.stack.currentIndex())

    @property
    def plan(self) -> TrackerPlan | None:
        """Return the plan as it stands; None before the first."""
        return self._draft.plan if self._draft else None

    @property
    def totals(self) -> tuple[ReportedTotal, ...]:
        """Return the covering report's totals beside the register's counts."""
        plan, typed = self.plan, self.check.totals.totals
        if plan is None or not typed:
            return ()
        return self.workspace.desk.trackers.with_totals(plan, typed)

    def steps(self) -> tuple[list[Step], int]:
        """Return the steps of a tracker's import, and which of them is shown."""
        names = [Step("File"), Step("Sheet and headings"), Step("Columns")]
        dates = self._draft.dates if self._draft else ()
        now = self.stage + 1
        if dates:
            left = dates_to_settle(dates)
            names.append(Step("Dates", f"{left} to settle" if left else ""))
        elif self.stage is Stage.CHECK:
            now -= 1
        return [*names, Step("Check"), Step("Certificate")], now

    def start(self, look: Look) -> None:
        """Take up a file that was looked at."""
        self.forget()
        # The file goes with the window, if a person leaves both.
        self._closing = finalize(self, look.file.close)
        self._draft = _Draft(look, look.suggestion.mapping, look.suggestion.dates)
        desk = self.workspace.desk
        reports = [line.report for line in desk.register.reports()]
        self.sheet.show_file(look, reports, self.workspace.now().date())
        self._show_look(look)
        self.check.start()
        self._show(Stage.SHEET)

    def forget(self) -> None:
        """Let go of the file."""
        for work in (self._looking, self._judging, self._planning):
            work.let_go()
        if self._draft is not None:
            self._draft = None
        if self._closing is not None:
            self._closing()

    def set_importing(self, *, is_importing: bool) -> None:
        """Say that the import runs, so that nothing is decided meanwhile."""
        self.check.set_busy("The import is running" if is_importing else "")
        self.check.panes.setEnabled(not is_importing)
        self.check.band.setEnabled(not is_importing)
        self.check.foot.back.setEnabled(not is_importing)

    def _show(self, stage: Stage) -> None:
        view = (self.sheet, self.columns, self.dates, self.check)[stage]
        self.stack.setCurrentWidget(view)
        focus_start(view)
        self.steps_changed.emit()

    def _look_at(self, sheet: str, header_row: int | None = None) -> None:
        if self._draft is None:
            return
        trackers, file = self.workspace.desk.trackers, self._draft.look.file
        self._looking.ask(
            f"Looking at sheet {sheet}",
            lambda progress: look_at(trackers, file, progress, sheet, header_row),
        )

    @Slot(object)
    def _on_looked(self, answer: object) -> None:
        look = cast("Look", answer)
        if self._draft is not None:
            self._draft = _Draft(look, look.suggestion.mapping, look.suggestion.dates)
            self.sheet.show_look(look)
            self._show_look(look)
            self.check.start()

    def _show_look(self, look: Look) -> None:
        self.columns.show_look(look)
        self.dates.show_columns(look.suggestion.dates)
        self._show_way_on()
        self.steps_changed.emit()

    def _show_way_on(self) -> None:
        has_dates = self._draft is not None and bool(self._draft.dates)
        self.columns.show_next("Go on to the dates" if has_dates else "Check what would happen")

    @Slot(object)
    def _on_mapping_changed(self, mapping: object) -> None:
        if self._draft is None:
            return
        draft, trackers = self._draft, self.workspace.desk.trackers
        draft.mapping = cast("TrackerMapping", mapping)
        file, wanted = draft.look.file, draft.mapping
        self._judging.ask("Reading the columns", lambda _progress: trackers.judge(file, wanted))

    @Slot(object)
    def _on_judged(self, answer: object) -> None:
        suggestion = cast("Suggestion", answer)
        if self._draft is not None:
            self._draft.mapping = self.columns.settled(suggestion.mapping)
            self.columns.show_suggestion(suggestion)
            self._take_dates(suggestion.dates)

    def _take_dates(self, dates: Sequence[DateColumn]) -> None:
        if self._draft is not None:
            self._draft.dates = tuple(dates)
            self.dates.show_columns(dates)
            self._show_way_on()
            self.steps_changed.emit()

    @Slot(str)
    def _on_save_wanted(self, name: str) -> None:
        if self._draft is None:
            return
        mapping = replace(self.sheet.with_setting(self._draft.mapping), name=name)
        try:
            self.workspace.desk.trackers.save_mapping(mapping)
        except UserError as error:
            self.workspace.notices.fail(str(error))
            return
        self._draft.mapping = mapping
        self.columns.take_name(name)

    @Slot()
    def _on_columns_done(self) -> None:
        if self._draft is not None and dates_to_settle(self._draft.dates):
            self._show(Stage.DATES)
        else:
            self._check()

    @Slot()
    def _on_back_from_check(self) -> None:
        has_dates = self._draft is not None and bool(self._draft.dates)
        self._show(Stage.DATES if has_dates else Stage.COLUMNS)

    @Slot(int, object)
    def _on_dates_settled(self, column: int, order: DateOrder) -> None:
        if self._draft is None:
            return
        self._draft.mapping = with_order(self._draft.mapping, column, order)
        self.columns.take_order(column, order)
        self._take_dates(
            [
                replace(each, use=replace(each.use, order=order))
                if each.use.column == column
                else each
                for each in self._draft.dates
            ]
        )

    def _check(self) -> None:
        self._replan()
        self._show(Stage.CHECK)

    def _decide(self, edit: Callable[[Decisions], Decisions]) -> None:
        if self._draft is not None:
            self._draft.decisions = edit(self._draft.decisions)
            self._replan()

    def _replan(self) -> None:
        draft, setting = self._draft, self.sheet.setting
        if draft is None or setting.as_at is None:
            return
        as_at: date = setting.as_at
        trackers, file, decisions = self.workspace.desk.trackers, draft.look.file, draft.decisions
        mapping = self.sheet.with_setting(draft.mapping)
        self._planning.ask(
            f"Comparing {file.name} with the register",
            lambda progress: trackers.plan(file, mapping, decisions, as_at, progress),
        )

    @Slot(object)
    def _on_planned(self, answer: object) -> None:
        if self._draft is not None:
            plan = cast("TrackerPlan", answer)
            self._draft.plan = plan
            left = dates_to_settle(self._draft.dates)
            self.check.show_plan(plan, self._draft.decisions, left)
            self.check.show_totals(self.totals)

    @Slot()
    def _on_totals_typed(self) -> None:
        self.check.show_totals(self.totals)

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        if sentence:
            self.workspace.notices.fail(sentence)

    @Slot()
    def _on_stopped(self) -> None:
        self.workspace.notices.tell("Stopped. Nothing on the register has changed.")
        if self.stage is Stage.CHECK and self.plan is None:
            self._on_back_from_check()

    @Slot()
    def _on_working_changed(self) -> None:
        self.sheet.set_working(is_working=self._looking.is_working)
        self.columns.set_working(is_working=self._judging.is_working)
        self.check.set_busy("Comparing with the register" if self._planning.is_working else "")
