"""The list of all questions: by stage, narrowed by meeting, member, owner and words."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.question_board import (
    Board,
    QuestionLine,
    StageGroup,
    fitting,
    group_counts,
)
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.chip_row import ChipRow
from jasp_desktop.ui.kit.choosing import choose_quietly
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.fields import Choice, SearchField
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.list_pane import ListPane
from jasp_desktop.ui.kit.planes import Column, Flow, Row
from jasp_desktop.ui.kit.rows import RowsModel
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.questions.words import list_row

_LETTERS = 15


class Filters(Column):
    """Chips for the stages over choices of meeting, member and owner; ``changed`` on any."""

    changed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, gap=Space.CLOSE, parent=parent)
        self.group = StageGroup.ALL
        self.chips = ChipRow(appearance, [(each, each.words, None) for each in StageGroup])
        self.search = SearchField(appearance, "Find in questions", key="Ctrl+F")
        self.meeting, self.member, self.owner = (
            self._choice(name) for name in ("Meeting", "Member", "Owner")
        )
        self.clear_all = Button(appearance, "Clear filters", ButtonKind.LINK, small=True)
        self._narrow = Flow(appearance, gap=Space.CLOSE)
        self._narrow.add(self.search, self.meeting, self.member, self.owner, self.clear_all)
        self.add(self.chips, self._narrow)
        self.chips.chosen.connect(self._on_group)
        self.search.textChanged.connect(self.changed)
        for choice in (self.meeting, self.member, self.owner):
            choice.activated.connect(self.changed)
        self.clear_all.clicked.connect(self.clear_choices)

    def _choice(self, name: str) -> Choice:
        choice = Choice(self.appearance)
        choice.setAccessibleName(name)
        choice.keep_to(_LETTERS)
        return choice

    def offer(self, lines: Sequence[QuestionLine]) -> None:
        """Offer what the lines have; what is chosen stays chosen."""
        meetings = {line.meeting: line.held_on for line in lines if line.held_on is not None}
        latest = sorted(meetings.items(), key=lambda each: each[1], reverse=True)
        days = [(in_words(held_on), uid) for uid, held_on in latest]
        members = {name for line in lines for name in (line.member, *line.merged) if name}
        owners = {owner for line in lines for owner in line.owners}
        _refill(self.meeting, "Any meeting", days)
        _refill(self.member, "Any member", [(name, name) for name in sorted(members)])
        _refill(self.owner, "Any owner", [(name, name) for name in sorted(owners)])

    def fold(self, *, is_folded: bool, is_open: bool) -> None:
        """Keep to one line of chips; the rest shows where it is asked for or in force."""
        self.chips.fold(is_folded=is_folded)
        self._narrow.setVisible(not is_folded or is_open or self.is_narrowed)

    def show_group(self, group: StageGroup) -> None:
        """Choose a group of stages without telling."""
        self.group = group

    def fitting(self, lines: Sequence[QuestionLine]) -> tuple[QuestionLine, ...]:
        """Return the lines that fit; the chips show how many each would leave."""
        narrowed = fitting(
            lines,
            meeting=_words(self.meeting),
            member=_words(self.member),
            owner=_words(self.owner),
            words=self.search.text(),
        )
        self.chips.show_counts(group_counts(narrowed), self.group)
        self.clear_all.setVisible(self.is_narrowed)
        return fitting(narrowed, group=self.group)

    @property
    def is_narrowed(self) -> bool:
        """Tell whether a filter beside the stage is set."""
        chosen = any(_words(each) for each in (self.meeting, self.member, self.owner))
        return chosen or bool(self.search.text().strip())

    @Slot()
    def clear_choices(self) -> None:
        """Take every filter away but the stage."""
        for choice in (self.meeting, self.member, self.owner):
            choice.choose(None)
        self.search.blockSignals(True)  # noqa: FBT003 - Qt's own shape
        self.search.clear()
        self.search.blockSignals(False)  # noqa: FBT003 - Qt's own shape
        self.changed.emit()

    @Slot(str)
    def _on_group(self, group: str) -> None:
        self.group = StageGroup(group)
        self.changed.emit()


class QuestionList(Column):
    """The rows; ``chosen`` carries the uid of what became current, ``opened`` comes of Enter."""

    chosen = Signal(str)
    opened = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, Colour.LIST, edges="r", parent=parent)
        self.lines: tuple[QuestionLine, ...] = ()
        self.rows = RowsModel(parent=self)
        self.list = ListPane(appearance, "Questions")
        self.list.setModel(self.rows)
        self.nothing = Label(appearance, "", Type.UI, Colour.INK2, wrap=True)
        self.empty = Column(appearance, margins=(Space.SIDE, Space.ROOM, Space.ROOM, Space.ROOM))
        self.empty.add(self.nothing)
        self.empty.add_stretch()
        self.count = Label(appearance, "", Type.SMALL, Colour.INK2)
        margins = (Space.SIDE, Space.SNUG, Space.ROOM, Space.SNUG)
        foot = Row(appearance, margins=margins, edges="t")
        foot.add(self.count, stretch=1)
        self.add(self.list, self.empty, stretch=1)
        self.add(foot)
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(self._on_opened)

    def show_lines(
        self, lines: tuple[QuestionLine, ...], board: Board, today: date, nothing: str
    ) -> None:
        """Show rows; nothing is told."""
        self.lines = lines
        self.rows.set_rows([list_row(line, today) for line in lines])
        self.list.setVisible(bool(lines))
        self.empty.setVisible(not lines)
        self.nothing.setText(nothing)
        whole = len(board.lines)
        count = "1 question" if whole == 1 else f"{whole:,} questions"
        self.count.setText(count if len(lines) == whole else f"{len(lines):,} of {count}")

    def show_chosen(self, uid: str | None) -> bool:
        """Make a question current without telling; False where it is not listed."""
        row = next((place for place, line in enumerate(self.lines) if line.uid == uid), -1)
        choose_quietly(self.list, row)
        return row >= 0

    @Slot(int)
    def _on_chosen(self, row: int) -> None:
        if 0 <= row < len(self.lines):
            self.chosen.emit(self.lines[row].uid)

    @Slot(int)
    def _on_opened(self, _row: int) -> None:
        self.opened.emit()


def _refill(choice: Choice, none: str, offered: Sequence[tuple[str, object]]) -> None:
    before = choice.value
    choice.clear()
    choice.addItem(none, None)
    for words, value in offered:
        choice.addItem(words, value)
    choice.choose(before)
    if choice.currentIndex() < 0:
        choice.setCurrentIndex(0)


def _words(choice: Choice) -> str | None:
    return str(choice.value) if choice.value else None
