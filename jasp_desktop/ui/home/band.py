"""The band at the top of Home: the next meeting, four figures, the brief."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jasp_desktop.ui.beside import Beside
from jasp_desktop.ui.figure_row import FigureRow
from jasp_desktop.ui.home.figures import HomeFigures
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.facts import Figure
from jasp_desktop.ui.kit.labels import Hairline, Label
from jasp_desktop.ui.kit.planes import Column, Flow
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type

_ONE_ROW_LEAST = 720
_FIGURE_INSET = Space.TIGHT + 3
"""Where a figure's digits begin in it: a button keeps room for its focus ring."""


class MeetingBand(Column):
    """Shows a meeting and signals what the person asks of it."""

    brief_asked = Signal()
    questions_asked = Signal()
    findings_asked = Signal()
    overdue_asked = Signal()
    moved_asked = Signal()
    own_questions_asked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(
            appearance,
            Colour.RAISED,
            gap=Space.GAP,
            margins=(Space.APART, Space.ROOM, Space.APART, Space.ROOM),
            bar=Colour.ACCENT,
            parent=parent,
        )
        self.setAccessibleName("Next meeting")
        self._build()
        self._connect()

    def _build(self) -> None:
        appearance = self.appearance
        self.kicker = Label(appearance, "", Type.SMALL_BOLD, Colour.ACCENT, wrap=True)
        self.title = Label(appearance, "", Type.H1, wrap=True)
        self.remark = Label(appearance, "", Type.UI, Colour.INK2, wrap=True)
        words = Column(appearance, gap=Space.HAIR)
        words.add(self.kicker, self.title, self.remark)
        self.brief = Button(appearance, "Read my brief", ButtonKind.PRIMARY, icon="book-open")
        self.prepare = Button(appearance, "Prepare questions", icon="message-circle-question-mark")
        self.buttons = Flow(appearance, gap=Space.GAP)
        self.buttons.add(self.brief, self.prepare)
        self.to_read = Figure(appearance, 0, "findings to read")
        self.overdue = Figure(appearance, 0, "actions overdue", colour=Colour.OVERDUE)
        self.moved = Figure(appearance, 0, "dates moved")
        self.ready = Figure(appearance, 0, "questions ready")
        self.figures = FigureRow(appearance, (self.to_read, self.overdue, self.moved, self.ready))
        self.head = Beside(
            appearance, words, self.buttons, least=_ONE_ROW_LEAST, gap=Space.GAP, stretches=(1, 0)
        )
        above = Column(appearance, gap=Space.GAP, margins=(_FIGURE_INSET, 0, 0, 0))
        above.add(self.head, Hairline(appearance))
        self.add(above, self.figures)

    def _connect(self) -> None:
        self.brief.clicked.connect(self.brief_asked)
        self.prepare.clicked.connect(self.questions_asked)
        self.to_read.clicked.connect(self.findings_asked)
        self.overdue.clicked.connect(self.overdue_asked)
        self.moved.clicked.connect(self.moved_asked)
        self.ready.clicked.connect(self.own_questions_asked)

    def show_words(self, kicker: str, title: str, remark: str, *, has_meeting: bool) -> None:
        """Show which meeting it is, or that there is none."""
        self.kicker.setText(kicker)
        self.title.setText(title)
        self.remark.setText(remark)
        self.brief.setVisible(has_meeting)
        self.prepare.set_words("Prepare questions" if has_meeting else "Plan a meeting")

    def show_figures(self, figures: HomeFigures) -> None:
        """Show the four figures."""
        self.to_read.set_number(figures.to_read, figures.to_read_remark)
        self.overdue.set_number(figures.overdue, figures.overdue_remark)
        self.moved.set_number(figures.moved, figures.moved_remark)
        self.ready.set_number(figures.ready, figures.ready_remark)
