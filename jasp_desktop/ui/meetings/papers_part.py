"""A meeting's papers: when they are due and why, and the day they went out."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.marks import DATE_MOVED
from jasp_desktop.domain.meeting_papers import Papers, papers_of
from jasp_desktop.domain.records import Meeting
from jasp_desktop.domain.vocabulary import MeetingStatus
from jasp_desktop.ui.beside import beside_field
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.fields import Field, Line
from jasp_desktop.ui.kit.labels import Label, SectionHeading, StatusWord
from jasp_desktop.ui.kit.planes import Column, Flow
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.typed_dates import day_typed
from jasp_desktop.ui.workspace import Workspace

_DAY_WIDTH = 260


class PapersPart(Column):
    """Says what stands and what is late; “Mark papers as sent” asks for nothing but the day."""

    planned = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        margins = (0, Space.GAP, 0, 0)
        super().__init__(workspace.appearance, gap=Space.TIGHT, margins=margins, parent=parent)
        self._workspace = workspace
        self._meeting: Meeting | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self.appearance
        self.add(SectionHeading(look, "Papers"))
        self._words = Column(look, gap=Space.TIGHT)
        self.day = Line(look)
        self.field = Field(look, "Sent on", self.day)
        self.field.fix(width=_DAY_WIDTH)
        self.send = Button(look, "Mark papers as sent")
        self.unsend = Button(look, "Not sent after all", ButtonKind.LINK, small=True)
        self._asking = Flow(look, gap=Space.GAP)
        self._asking.add(self.field, beside_field(look, self.send))
        self._undoing = Flow(look)
        self._undoing.add(self.unsend)
        self.add(self._words)
        self.add_space(Space.TIGHT)
        self.add(self._asking, self._undoing)

    def _connect(self) -> None:
        self.send.clicked.connect(self._on_send)
        self.day.returnPressed.connect(self._on_send)
        self.day.textChanged.connect(self.field.clear_fault)
        self.unsend.clicked.connect(self._on_unsend)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show how a meeting's papers stand."""
        is_another = self._meeting is None or meeting.uid != self._meeting.uid
        self._meeting = meeting
        panel = self._workspace.desk.register.panel()
        today = self._workspace.now().date()
        self._show_words(papers_of(meeting, panel, today) if panel else Papers(due=""))
        if is_another:
            # Papers do not go out after the meeting, whenever that is written down.
            day = min(today, meeting.held_on)
            self.day.setText(in_words(day).replace("\u00a0", " "))
            self.field.clear_fault()
        is_sent = meeting.despatched_on is not None
        self._asking.setVisible(not is_sent and meeting.status is not MeetingStatus.CANCELLED)
        self._undoing.setVisible(is_sent)

    def _show_words(self, papers: Papers) -> None:
        look = self.appearance
        self._words.clear()
        self._words.add(Label(look, papers.due, wrap=True))
        if papers.holidays:
            self._words.add(Label(look, papers.holidays, Type.UI, Colour.INK2, wrap=True))
        if papers.sent:
            self._words.add(Label(look, papers.sent, wrap=True))
        for warning in papers.warnings:
            self._words.add(StatusWord(look, DATE_MOVED, warning, Type.UI_BOLD, wrap=True))

    @Slot()
    def _on_send(self) -> None:
        if self._meeting is None:
            return
        try:
            day = day_typed(self.day.text())
            self.planned.emit(self._workspace.desk.meetings.sent_papers(self._meeting, day))
        except UserError as error:
            self.field.show_fault(str(error))
            self.day.setFocus()

    @Slot()
    def _on_unsend(self) -> None:
        if self._meeting is not None:
            self.planned.emit(self._workspace.desk.meetings.sent_papers(self._meeting, None))
