"""Every question by stage, and the one that is chosen beside it with what can become of it."""

from typing import override

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.question_board import Board, QuestionLine, StageGroup
from jasp_desktop.domain.records import Subject
from jasp_desktop.services.question_sheets import questions_sheet
from jasp_desktop.ui.board_page import BoardPage
from jasp_desktop.ui.kit.buttons import Button
from jasp_desktop.ui.kit.cards import EmptyState
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.kit.space import HAIRLINE, Measure, Space
from jasp_desktop.ui.page import ShownList
from jasp_desktop.ui.places import SHARE, Crumb, PageKey, Place
from jasp_desktop.ui.questions.desk import QuestionDesk
from jasp_desktop.ui.questions.list_side import Filters, QuestionList
from jasp_desktop.ui.register.addresses import record_place
from jasp_desktop.ui.two_panes import Pane, TwoPanes
from jasp_desktop.ui.workspace import Workspace

_EMPTY = (
    "No questions yet. A question begins in your notebook, beside a finding, a report or a "
    "meeting; once it is shared, the panel follows it here until it is answered."
)
_NOTHING = "No question fits these filters."
_LIST_LEAST, _PANE_LEAST, _HEAD_LEAST, _LOW = 260, 500, 720, 740


class QuestionsPage(BoardPage):
    """The list at the left, the question at the right; the notebook is about what it is about."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(
            workspace,
            "Questions",
            PageKey.QUESTIONS,
            has_paper=False,
            head_least=_HEAD_LEAST,
            parent=parent,
        )
        self._board = Board(())
        self._chosen: str | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self.workspace.appearance
        self.counts, self.export = self.head.quiet, self.head.paper.export
        self.narrow = Button(look, "Find", icon="search", small=True)
        self.narrow.setCheckable(True)
        self.head.switch.add(self.narrow)
        self.filters = Filters(look)
        self.head.add(self.filters)
        self.empty = EmptyState(look, _EMPTY, "Look at the findings")
        self._rest = Column(look, margins=(Space.MARGIN, Space.ROOM, Space.MARGIN, Space.ROOM))
        self._rest.add(self.empty)
        self._rest.add_stretch()
        self.list_side = QuestionList(look)
        self.desk = QuestionDesk(self.workspace)
        self.panes = TwoPanes(
            look,
            Pane("Questions", self.list_side, Measure.LIST, _LIST_LEAST),
            Pane("Question", self.desk.pane, None, _PANE_LEAST),
        )
        self.panes.show_left()
        # Its line would lie under what it holds.
        below = Column(look, margins=(0, HAIRLINE, 0, 0), edges="t")
        below.add(self.panes, self._rest, stretch=1)
        self.plane.add(below, stretch=1)

    def _connect(self) -> None:
        self.filters.changed.connect(self._on_filtered)
        self.list_side.chosen.connect(self._on_chosen)
        self.list_side.opened.connect(self._on_opened)
        self.desk.opened.connect(self._on_record_opened)
        self.desk.went_on_to.connect(self._on_went_on)
        self.empty.stepped.connect(self._on_findings)
        self.narrow.clicked.connect(self._fold_filters)

    def show_place(self, place: Place) -> None:
        """Show a question, a group of stages, or the list as it was left."""
        if place.detail in set(StageGroup):
            self.filters.show_group(StageGroup(place.detail))
        if place.uid is not None:
            self._chosen = place.uid
            self._widen_for(place.uid)
            self.panes.show_right()
        self.reload()
        if place.detail == SHARE:
            self.desk.ask_to_share()
        elif not self.isVisible() and self.list_side.lines:
            self.list_side.list.setFocus()

    def reload(self) -> None:
        """Load the questions again; the same one stays chosen, and what is typed stays typed."""
        self._board = self.workspace.desk.questions.board()
        self.filters.offer(self._board.lines)
        self._show_lines()
        self._show_counts()

    def _show_lines(self) -> None:
        lines = self.filters.fitting(self._board.lines)
        today = self.workspace.now().date()
        self.list_side.show_lines(lines, self._board, today, _NOTHING)
        if not self.list_side.show_chosen(self._chosen):
            self._chosen = lines[0].uid if lines else None
            self.list_side.show_chosen(self._chosen)
        self._show_chosen()

    def _show_chosen(self) -> None:
        self.desk.show_line(self._line(), self._board)
        self.subject_changed.emit()

    def _show_counts(self) -> None:
        lines = self._board.lines
        own = sum(line.is_private for line in lines)
        counts = f"{len(lines) - own:,} with the panel, {own:,} only yours"
        self.counts.setText(counts if lines else "")
        for each in (self.filters, self.panes, self.export):
            each.setVisible(bool(lines))
        self._rest.setVisible(not lines)
        self._fold_filters()

    def _line(self) -> QuestionLine | None:
        return next((line for line in self.list_side.lines if line.uid == self._chosen), None)

    def _widen_for(self, uid: str) -> None:
        """Take filters away that would hide a question somebody asks for."""
        board = self.workspace.desk.questions.board()
        self.filters.offer(board.lines)
        if uid not in {line.uid for line in self.filters.fitting(board.lines)}:
            self.filters.show_group(StageGroup.ALL)
            self.filters.clear_choices()

    def crumbs(self) -> list[Crumb]:
        """Return the page's name."""
        return [Crumb("Questions")]

    def subject(self) -> Subject | None:
        """Return what the chosen question is about."""
        line = self._line()
        return line.subject if line is not None else None

    def subject_label(self) -> str:
        """Return how a note names that."""
        line = self._line()
        return line.about if line is not None else ""

    def shown_list(self) -> ShownList:
        """Return the panel's questions that are listed."""
        lines = self.list_side.lines
        return ShownList("Questions", lambda _progress: questions_sheet(lines))

    def unsaved(self) -> tuple[str, ...]:
        """Return the forms that hold words not sent yet."""
        return self.desk.unsaved()

    def step(self, by: int) -> None:
        """Choose the next (1) or previous (-1) question of the list."""
        lines = self.list_side.lines
        place = next((n for n, line in enumerate(lines) if line.uid == self._chosen), -1) + by
        if 0 <= place < len(lines):
            self.list_side.show_chosen(lines[place].uid)
            self._on_chosen(lines[place].uid)

    def can_step(self, by: int) -> bool:
        """Tell whether there is one."""
        lines = self.list_side.lines
        place = next((n for n, line in enumerate(lines) if line.uid == self._chosen), -1) + by
        return bool(lines) and 0 <= place < len(lines)

    def scroll_position(self) -> int:
        """Return how far the question is scrolled."""
        return self.desk.pane.position

    def scroll_to(self, position: int) -> None:
        """Come back to a scroll position."""
        self.desk.pane.scroll_to(position)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave a form at Escape, then go back to the list."""
        if event.key() == Qt.Key.Key_Escape and not self.list_side.list.hasFocus():
            self.desk.leave_form()
            self.panes.show_left()
            self.list_side.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        super().keyPressEvent(event)

    def fold(self, *, is_low: bool) -> None:
        """Put filters behind a button too, where the page is not high."""
        super().fold(is_low=is_low)
        self._fold_filters()

    @Slot()
    def _fold_filters(self) -> None:
        is_low = self.height() < self.workspace.appearance.theme.px(_LOW)
        self.narrow.setVisible(is_low and bool(self._board.lines))
        self.filters.fold(is_folded=is_low, is_open=self.narrow.isChecked())

    @Slot()
    def _on_filtered(self) -> None:
        self._show_lines()

    @Slot(str)
    def _on_chosen(self, uid: str) -> None:
        self._chosen = uid
        self._show_chosen()
        self.desk.pane.scroll_to(0)

    @Slot()
    def _on_opened(self) -> None:
        self.panes.show_right()
        self.desk.focus_moves()

    @Slot(str)
    def _on_went_on(self, uid: str) -> None:
        self._chosen = uid
        self._widen_for(uid)
        self._show_lines()

    @Slot(str, str)
    def _on_record_opened(self, table: str, uid: str) -> None:
        if table == "question":
            self._on_went_on(uid)
            return
        line = self._line()
        self.workspace.navigator.open(_place(table, uid, line))

    @Slot()
    def _on_findings(self) -> None:
        self.workspace.navigator.open(Place(PageKey.FINDINGS))


_PAGES = {"finding": PageKey.FINDING, "report": PageKey.REPORT, "meeting": PageKey.MEETING}


def _place(table: str, uid: str, line: QuestionLine | None) -> Place:
    """Return where a record is read; an action is read in the dossier of its finding."""
    if table in _PAGES:
        return Place(_PAGES[table], uid)
    if table == "action" and line is not None and line.findings:
        return Place(PageKey.FINDING, line.findings[0])
    return record_place(table, uid)
