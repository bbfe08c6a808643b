"""The agenda at the left of a live meeting: each item with how many of its questions were put."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.marks import DONE
from jasp_desktop.domain.meeting_live import LiveItem, LiveMeeting, LiveQuestion
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.list_pane import ListPane
from jasp_desktop.ui.kit.planes import Column, Row
from jasp_desktop.ui.kit.rows import ListRow, RowsModel
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type

_KEYS = (
    ("Alt+Down", "next question"),
    ("Alt+Up", "question before"),
    ("Ctrl+Enter", "asked"),
    ("Alt+1, 2, 3", "verdict"),
)
_KEY_WIDTH = 96
_ELSEWHERE = "On no item"


class QuestionList(Column):
    """``chosen`` carries the place, from 0, of the question that an item leads to."""

    chosen = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, Colour.LIST, parent=parent)
        self._meeting: LiveMeeting | None = None
        self._is_showing = False
        self._build()

    def _build(self) -> None:
        look = self.appearance
        margins = (Space.SIDE, Space.ROOM, Space.ROOM, Space.GAP)
        head = Column(look, gap=Space.HAIR, margins=margins, edges="b")
        self.counts = Label(look, "", Type.UI, Colour.INK2, wrap=True)
        head.add(Label(look, "Questions", Type.H2, wrap=True), self.counts)
        self.rows = RowsModel(parent=self)
        self.list = ListPane(look, "Agenda with its questions")
        self.list.setModel(self.rows)
        self.list.chosen.connect(self._on_chosen)
        foot = Column(look, gap=Space.HAIR, margins=margins, edges="t")
        for key, words in _KEYS:
            line = Row(look, gap=Space.NEAR, top=True)
            name = Label(look, key, Type.SMALL_BOLD, Colour.INK2)
            holder = Row(look)
            holder.add(name)
            holder.add_stretch()
            holder.fix(width=_KEY_WIDTH)
            line.add(holder)
            line.add(Label(look, words, Type.SMALL, Colour.INK2, wrap=True), stretch=1)
            foot.add(line)
        self.add(head)
        self.add(self.list, stretch=1)
        self.add(foot)
        self.setFocusProxy(self.list)

    def show_meeting(self, meeting: LiveMeeting, shown: LiveQuestion | None) -> None:
        """Show a meeting, at the item of the question that is taken."""
        self._meeting, self._is_showing = meeting, True
        total = len(meeting.questions)
        count = "1 question" if total == 1 else f"{total:,} questions"
        self.counts.setText(f"{count} in agenda order, {meeting.asked:,} asked")
        self.rows.set_rows([_row(item) for item in meeting.asking])
        if shown is not None:
            self.list.choose(meeting.asking.index(meeting.item_of(shown)))
        self._is_showing = False

    @Slot(int)
    def _on_chosen(self, row: int) -> None:
        meeting = self._meeting
        if self._is_showing or meeting is None:
            return
        questions = meeting.asking[row].questions
        left = [each for each in questions if not each.is_asked] or questions
        self.chosen.emit(meeting.place_of(left[0].uid))


def _row(item: LiveItem) -> ListRow:
    total = len(item.questions)
    is_done = item.asked == total
    words = f"{item.asked:,} of {total:,} asked"
    return ListRow(
        item.item.title if item.item else _ELSEWHERE,
        reference=item.item.number if item.item else "–",
        kind="" if is_done else words,
        mark=DONE if is_done else None,
        status=words if is_done else "",
    )
