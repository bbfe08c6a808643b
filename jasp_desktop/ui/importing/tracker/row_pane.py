"""One row of the file: what it would do, and what a person can settle of it."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QButtonGroup, QWidget

from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.identity import ActionUid
from jasp_desktop.domain.imports import ImportProblem
from jasp_desktop.domain.marks import DONE
from jasp_desktop.domain.trackers import (
    Candidate,
    ColumnUse,
    Decisions,
    Fate,
    FieldChange,
    RowOutcome,
    TrackerMapping,
)
from jasp_desktop.exchange.trackers.date_columns import DATE_FIELDS
from jasp_desktop.exchange.trackers.rows import column_name
from jasp_desktop.ui.importing.tracker.outcome_rows import SECTION_WORDS, Entry
from jasp_desktop.ui.importing.tracker.words import changed_words, value_words
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.fields import Field, Line
from jasp_desktop.ui.kit.labels import Label, SectionHeading, StatusWord
from jasp_desktop.ui.kit.planes import Column, Flow
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.tab_order import follow_layout
from jasp_desktop.ui.kit.ticks import Option
from jasp_desktop.ui.kit.type_scale import Type

_NONE = "Choose a row to see what it would do."
_MISSING = (
    "An earlier export of this tracker had it, and this file has not. It stays on the register as "
    "it is, marked as missing from this export. When it comes back, it is the same record."
)
_LEFT_OUT = "You left this row out. It stays in the file and on the certificate."
_A_DAY = date(2026, 4, 3)
_DAY_FIRST = (
    f"Such as {in_words(_A_DAY)}. Figures are read day first: {_A_DAY:%d/%m/%Y} is the same day."
)
_LINES = 8
_INDENT = 34


class RowPane(ScrollPage):
    """Shows an entry; its signals carry what is decided, by the row of the file.

    ``corrected`` carries row, column and words, or None to take a correction back.
    """

    corrected = Signal(int, int, object)
    matched = Signal(int, object)
    unmatched = Signal(int)
    left_out = Signal(int)
    let_in = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(
            appearance,
            Colour.LIST,
            gap=Space.ROOM,
            margin=Space.SIDE,
            widest=None,
            parent=parent,
        )
        self.setAccessibleName("The row")
        self._mapping: TrackerMapping | None = None
        self._shown: tuple[Entry | None, Decisions] | None = None
        self.answers: QButtonGroup | None = None
        self.use_answer: Button | None = None
        self.correction: Line | None = None
        self.take_back: list[Button] = []
        self.show_entry(None, Decisions())

    def read_by(self, mapping: TrackerMapping) -> None:
        """Take the mapping by which the columns of problems are found."""
        self._mapping = mapping

    def show_entry(self, entry: Entry | None, decisions: Decisions) -> None:
        """Show an entry and what was decided about it."""
        if self._shown == (entry, decisions):
            return
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self._shown = (entry, decisions)
        self.body.clear()
        self.answers = self.use_answer = self.correction = None
        self.take_back.clear()
        if entry is None:
            self.body.add(Label(self.appearance, _NONE, Type.UI, Colour.INK2, wrap=True))
        else:
            self._add_head(entry)
            if entry.outcome is not None:
                self._add_outcome(entry.outcome, decisions)
            else:
                self.body.add(Label(self.appearance, _MISSING, Type.UI, wrap=True))
        follow_layout(self.body)
        self.scroll_to(0)
        if had_focus:
            self.setFocus()

    def _add_head(self, entry: Entry) -> None:
        look = self.appearance
        head = Column(look, gap=Space.TIGHT)
        paper = Colour.LIST
        words = SECTION_WORDS[entry.section]
        row = f"Row {entry.row:,}. " if entry.row else ""
        head.add(StatusWord(look, entry.mark, f"{row}{words}", paper=paper, wrap=True))
        head.add(Label(look, entry.label, Type.H3, wrap=True))
        text = entry.outcome.text if entry.outcome else ""
        if text and text != entry.label:
            head.add(Label(look, text, Type.UI, wrap=True, lines=_LINES))
        self.body.add(head)

    def _add_outcome(self, outcome: RowOutcome, decisions: Decisions) -> None:
        if outcome.changes:
            self._add_changes(outcome.changes)
        for problem in outcome.problems:
            self._add_problem(outcome, problem)
        if outcome.candidates:
            self._add_candidates(outcome)
        self._add_decisions(outcome.row, decisions)
        if outcome.row not in decisions.left_out and outcome.fate is not Fate.UNCHANGED:
            leave = Button(self.appearance, "Leave this row out")
            leave.clicked.connect(lambda: self.left_out.emit(outcome.row))
            line = Flow(self.appearance)
            line.add(leave)
            self.body.add(line)

    def _add_changes(self, changes: tuple[FieldChange, ...]) -> None:
        look = self.appearance
        part = Column(look, gap=Space.GAP)
        part.add(SectionHeading(look, "What changes"))
        for change in changes:
            words = Column(look, gap=Space.HAIR)
            words.add(Label(look, changed_words(change.name), Type.SMALL_BOLD, Colour.INK2))
            before, after = value_words(change.before), value_words(change.after)
            words.add(Label(look, before, Type.UI, Colour.INK2, wrap=True, lines=_LINES))
            words.add(Label(look, f"→ {after}", Type.UI_BOLD, wrap=True, lines=_LINES))
            part.add(words)
        self.body.add(part)

    def _add_problem(self, outcome: RowOutcome, problem: ImportProblem) -> None:
        look = self.appearance
        part = Column(look, gap=Space.TIGHT)
        if problem.column:
            part.add(Label(look, " ".join(problem.column.split()), Type.SMALL_BOLD, Colour.INK2))
        if problem.value:
            value = Label(look, f"“{problem.value}”", Type.UI_BOLD, wrap=True, lines=_LINES)
            part.add(value)
        part.add(Label(look, problem.message, Type.UI, wrap=True))
        use = self._use(problem)
        is_stopped = outcome.fate in {Fate.REJECTED, Fate.WAITING}
        if is_stopped and use is not None:
            part.add_space(Space.TIGHT)
            self._add_correction(part, outcome, use, problem)
        self.body.add(part)

    def _use(self, problem: ImportProblem) -> ColumnUse | None:
        """Return which column a problem is about; None where it is about the row."""
        columns = self._mapping.columns if self._mapping else ()
        found = (
            use for use in columns if use.field is not None and column_name(use) == problem.column
        )
        return next(found, None)

    def _add_correction(
        self, part: Column, outcome: RowOutcome, use: ColumnUse, problem: ImportProblem
    ) -> None:
        look = self.appearance
        line = Line(look)
        hint = _DAY_FIRST if use.field in DATE_FIELDS else ""
        field = Field(look, "What the cell should say", line, hint)
        about = f"{problem.column}: {problem.message} {hint}".rstrip()
        line.setAccessibleDescription(about)
        take_it = Button(look, "Use this", small=True)
        take = partial(self._on_typed, outcome.row, use.column, line, field)
        take_it.clicked.connect(take)
        line.returnPressed.connect(take)
        buttons = Flow(look)
        buttons.add(take_it)
        box = Column(look, gap=Space.CLOSE)
        box.add(field, buttons)
        # Dates are settled for their whole column; one by one is the exception.
        is_open = outcome.fate is Fate.REJECTED and len(outcome.problems) == 1
        if not is_open:
            show = Button(look, "Type what it should say", ButtonKind.LINK, small=True)
            show.setAccessibleName(f"Type what “{problem.column}” should say")
            show.clicked.connect(lambda: self._open(box, show, line))
            shows = Flow(look)
            shows.add(show)
            part.add(shows)
        part.add(box)
        box.setVisible(is_open)
        if is_open:
            self.correction = line

    def _open(self, box: Column, show: Button, line: Line) -> None:
        box.show()
        show.hide()
        line.setFocus()
        self.show_widget(box)

    def _on_typed(self, row: int, column: int, line: Line, field: Field, *_: object) -> None:
        words = line.text().strip()
        if not words:
            field.show_fault("Type what the cell should say.")
            return
        self.corrected.emit(row, column, words)

    def _add_candidates(self, outcome: RowOutcome) -> None:
        look = self.appearance
        part = Column(look, gap=Space.TIGHT)
        part.add(SectionHeading(look, "Is it on the register already?"))
        answers = QButtonGroup(part)
        for place, candidate in enumerate(outcome.candidates):
            option = Option(look, candidate.label, f"{candidate.likeness} % alike")
            option.setAccessibleDescription(f"{candidate.likeness} % alike: {candidate.text}")
            answers.addButton(option, place)
            words = Column(look, margins=(_INDENT, Space.NONE, Space.NONE, Space.NONE))
            text = " ".join(candidate.text.split())
            words.add(Label(look, text, Type.UI, wrap=True, lines=_LINES))
            part.add(option, words)
        option = Option(look, "None of these: a new action")
        answers.addButton(option, len(outcome.candidates))
        use = Button(look, "Use this answer")
        use.setEnabled(False)
        answers.idToggled.connect(lambda _place, _is_on: use.setEnabled(True))
        use.clicked.connect(partial(self._on_answered, outcome.row, answers, outcome.candidates))
        line = Flow(look)
        line.add(use)
        part.add(option, line)
        self.answers, self.use_answer = answers, use
        self.body.add(part)

    def _on_answered(
        self, row: int, answers: QButtonGroup, candidates: tuple[Candidate, ...], *_: object
    ) -> None:
        place = answers.checkedId()
        if 0 <= place <= len(candidates):
            action = candidates[place].action if place < len(candidates) else None
            self.matched.emit(row, action)

    def _add_decisions(self, row: int, decisions: Decisions) -> None:
        for (corrected_row, column), words in decisions.corrections.items():
            if corrected_row == row:
                said = f"You typed “{words}” for the cell of “{self._name_of(column)}”."
                self._add_decision(said, partial(self.corrected.emit, row, column, None))
        if row in decisions.matches:
            self._add_decision(
                _match_words(decisions.matches[row]), partial(self.unmatched.emit, row)
            )
        if row in decisions.left_out:
            self._add_decision(_LEFT_OUT, partial(self.let_in.emit, row))

    def _name_of(self, column: int) -> str:
        columns = self._mapping.columns if self._mapping else ()
        names = (column_name(use) for use in columns if use.column == column)
        return " ".join(next(names, "").split())

    def _add_decision(self, words: str, take_back: partial[None]) -> None:
        look = self.appearance
        part = Column(look, gap=Space.TIGHT)
        part.add(StatusWord(look, DONE, words, Type.UI, Colour.INK, paper=Colour.LIST, wrap=True))
        button = Button(look, "Take back", ButtonKind.LINK, small=True)
        button.setAccessibleName(f"Take back: {words}")
        button.clicked.connect(lambda _is_on: take_back())
        self.take_back.append(button)
        line = Flow(look)
        line.add(button)
        part.add(line)
        self.body.add(part)


def _match_words(action: ActionUid | None) -> str:
    if action is None:
        return "You said that this is a new action."
    return "You said that this action is on the register already."
