"""Live: the meeting’s questions one after another, by keyboard alone, safe at every keystroke."""

from functools import partial
from typing import override

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from jasp_desktop.domain.dates import in_words, with_weekday
from jasp_desktop.domain.errors import InvalidInput, UserError
from jasp_desktop.domain.identity import MeetingUid, Uid
from jasp_desktop.domain.marks import PRIVATE
from jasp_desktop.domain.meeting_live import LiveMeeting, LiveQuestion, Spot
from jasp_desktop.domain.vocabulary import Verdict
from jasp_desktop.ui.announcing import announce
from jasp_desktop.ui.beside import Beside
from jasp_desktop.ui.commands import CommandKey, bind_live
from jasp_desktop.ui.kit.buttons import Button
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label, Separator, StatusWord
from jasp_desktop.ui.kit.planes import Column, Flow
from jasp_desktop.ui.kit.space import Measure, Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.live.addresses import AFTER
from jasp_desktop.ui.live.after_view import AfterView
from jasp_desktop.ui.live.note_taking import NoteTaking
from jasp_desktop.ui.live.question_list import QuestionList
from jasp_desktop.ui.live.question_view import VERDICTS, NoQuestions, QuestionView
from jasp_desktop.ui.page import Page, PrintedPage
from jasp_desktop.ui.places import Crumb, PageKey, Place
from jasp_desktop.ui.two_panes import Pane, TwoPanes
from jasp_desktop.ui.workspace import Workspace

_HEAD_LEAST = 900
_QUESTION_LEAST = 620
_KEPT_HERE = "Answers are kept on this computer"


class LivePage(Page):
    """One meeting; its place’s detail is the uid of a question, or ``AFTER``."""

    takes_whole_window = True

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._meeting: LiveMeeting | None = None
        self._shown: str | None = None
        self._is_after = False
        self._build()
        self.notes = NoteTaking(workspace, self.question, self)
        self._connect()

    def _build(self) -> None:
        look = self.workspace.appearance
        self.outer.addWidget(self._build_head())
        self.list = QuestionList(look)
        self.question = QuestionView(self.workspace)
        self.none = NoQuestions(self.workspace)
        self.after = AfterView(self.workspace)
        self.stack = QStackedWidget()
        for view in (self.question, self.none, self.after):
            self.stack.addWidget(view)
        self.panes = TwoPanes(
            look,
            Pane("Agenda", self.list, Measure.LIST, Measure.LIST_SMALL),
            Pane("Question", self.stack, None, _QUESTION_LEAST),
        )
        self.outer.addWidget(self.panes, 1)

    def _build_head(self) -> Column:
        look = self.workspace.appearance
        margins = (Space.SIDE, Space.CLOSE, Space.SIDE, Space.CLOSE)
        head = Column(look, Colour.PAGE, margins=margins, edges="b")
        self.day = Label(look, "", Type.UI_BOLD)
        self.item = Label(look, "", Type.UI, Colour.INK2)
        self.kept_here = StatusWord(look, PRIVATE, _KEPT_HERE, Type.UI_BOLD)
        self.leave = Button(look, "Leave live mode", icon="x", key="Esc")
        where, way_out = Flow(look, gap=Space.GAP), Flow(look, gap=Space.ROOM)
        live = Label(look, "Live", Type.H2, Colour.ACCENT, heading=False)
        where.add(live, Separator(look), self.day, self.item)
        # Level with the button at the right.
        level = Column(look, margins=(0, Space.SNUG, 0, 0))
        level.add(where)
        way_out.add(self.kept_here, self.leave)
        gap, stretches = Space.ROOM, (1, 0)
        head.add(Beside(look, level, way_out, least=_HEAD_LEAST, gap=gap, stretches=stretches))
        return head

    def _connect(self) -> None:
        self.list.chosen.connect(self._on_item_chosen)
        self.list.list.opened.connect(self._on_item_opened)
        self.list.list.clicked.connect(self._on_item_opened)
        self.question.ask.clicked.connect(self._on_ask)
        self.question.verdict_given.connect(self._on_verdict)
        self.question.next.clicked.connect(self._on_next)
        self.none.after.clicked.connect(self._on_after)
        self.after.back.clicked.connect(self._on_back)
        self.leave.clicked.connect(self.leave_live)
        deeds = {each.key: partial(self._on_verdict, each.verdict) for each in VERDICTS}
        self.commands = bind_live(self, {CommandKey.ASKED: self._on_ask, **deeds})

    def show_place(self, place: Place) -> None:
        """Show the meeting at the question named, else where it was left, else at what is left."""
        uid = MeetingUid(Uid(place.uid or ""))
        self._settle()
        meeting = self.workspace.desk.live.meeting(uid)
        spot = self.workspace.desk.live.spot()
        self.notes.member = spot.member if spot is not None else self.notes.member
        wanted = place.detail
        if wanted in {None, AFTER} and spot is not None and spot.meeting == uid:
            wanted = spot.question
        number = meeting.place_of(wanted)
        number = meeting.first_left if number < 0 else number
        self._shown = meeting.questions[number].uid if number >= 0 else None
        self._is_after = place.detail == AFTER
        self._show(meeting)
        self._stay()
        self._go_to_answer()

    def reload(self) -> None:
        """Load the meeting again; the same question stays, and what is typed and not kept."""
        if self._meeting is not None:
            self._show(self.workspace.desk.live.meeting(self._meeting.meeting.uid))

    def _show(self, meeting: LiveMeeting) -> None:
        self._meeting = meeting
        shown = self._question()
        if shown is None and meeting.questions:
            shown = meeting.questions[max(meeting.first_left, 0)]
            self._shown = shown.uid
        self.day.setText(with_weekday(meeting.meeting.held_on))
        self.list.show_meeting(meeting, None if self._is_after else shown)
        self._show_item(meeting, shown)
        if self._is_after:
            self.after.show_meeting(meeting.meeting)
            self.stack.setCurrentWidget(self.after)
        elif shown is None:
            self.stack.setCurrentWidget(self.none)
        else:
            self.notes.show(meeting, shown)
            self.stack.setCurrentWidget(self.question)
        self.crumbs_changed.emit()

    def _show_item(self, meeting: LiveMeeting, shown: LiveQuestion | None) -> None:
        parts = []
        if self._is_after:
            parts.append("After the meeting")
        elif shown is not None:
            place = meeting.items.index(meeting.item_of(shown)) + 1
            parts.append(f"Item {place:,} of {len(meeting.items):,}")
        today = self.workspace.now().astimezone().date()
        if today < meeting.meeting.held_on:
            parts.append(f"today is {in_words(today)}")
        self.item.setText(" · ".join(parts))

    def _question(self) -> LiveQuestion | None:
        if self._meeting is None:
            return None
        place = self._meeting.place_of(self._shown)
        return self._meeting.questions[place] if place >= 0 else None

    def crumbs(self) -> list[Crumb]:
        """Return the way to the meeting, and this."""
        if self._meeting is None:
            return []
        meeting = self._meeting.meeting
        place = Place(PageKey.MEETING, meeting.uid)
        last = "After the meeting" if self._is_after else "Live"
        return [
            Crumb("Meetings", Place(PageKey.MEETINGS)),
            Crumb(in_words(meeting.held_on), place),
            Crumb(last),
        ]

    def printed_page(self) -> PrintedPage | None:
        """Return the chair’s letter, where it is what is worked on."""
        return self.after.letter.printed_page() if self._is_after else None

    def unsaved(self) -> tuple[str, ...]:
        """Keep what is typed; return the answer whose words could not be kept."""
        return () if self.notes.keep() else ("The answer of the live meeting",)

    def step(self, by: int) -> None:
        """Go to the next or previous question; after the last comes what is left to do."""
        if self._meeting is None:
            return
        if self._is_after:
            self._go_to(len(self._meeting.questions) - 1)
            return
        place = self._meeting.place_of(self._shown) + by
        if place >= len(self._meeting.questions):
            self._on_after()
        else:
            self._go_to(place)

    def can_step(self, by: int) -> bool:
        """Tell whether there is one."""
        if self._meeting is None or not self._meeting.questions:
            return False
        if self._is_after:
            return by < 0
        return self._meeting.place_of(self._shown) + by >= 0

    def _go_to(self, place: int) -> None:
        if self._meeting is None or not self._settle():
            return
        self._is_after = False
        self._shown = self._meeting.questions[place].uid
        self.reload()
        self.question.scroll_to(0)
        self._stay()
        self._go_to_answer()
        announce(self.question, f"{self.question.place.text()}. {self.question.words.text()}")

    def _go_to_answer(self) -> None:
        self.panes.show_right()
        if self._is_after:
            self.after.setFocus()
            return
        is_open = self.question.answer.isEnabled()
        field = self.question.answer if is_open else self.question.member
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        # In large type a long question fills the page: what is typed must be seen.
        self.question.show_widget(field)

    def _settle(self) -> bool:
        """Keep what is typed, and record it as the answer; False where it could not be kept."""
        if self._meeting is None:
            return True
        return self.notes.settle(self._meeting)

    def _stay(self) -> None:
        if self._meeting is None:
            return
        question = Uid(self._shown) if self._shown else None
        spot = Spot(self._meeting.meeting.uid, question, self.notes.member)
        try:
            self.workspace.desk.live.stay(spot)
        except UserError as error:
            self.workspace.notices.fail(str(error))

    @Slot()
    def _on_ask(self) -> None:
        question = self._question()
        if self._meeting is None or question is None or self._is_after:
            return
        if self.notes.ask(self._meeting, question):
            self._stay()
            self._go_to_answer()

    @Slot(Verdict)
    def _on_verdict(self, verdict: Verdict) -> None:
        question = self._question()
        if self._meeting is None or question is None or self._is_after:
            return
        self.notes.judge(self._meeting, question, verdict)

    @Slot()
    def _on_next(self) -> None:
        self.step(1)

    @Slot()
    def _on_after(self) -> None:
        if self._meeting is not None and self._settle():
            self._is_after = True
            self.reload()
            self.after.scroll_to(0)
            self.after.setFocus()

    @Slot()
    def _on_back(self) -> None:
        self._is_after = False
        self.reload()
        self._go_to_answer()

    @Slot(int)
    def _on_item_chosen(self, place: int) -> None:
        self._go_to(place)
        self.list.list.setFocus()

    @Slot()
    def _on_item_opened(self) -> None:
        self._go_to_answer()

    @Slot()
    def leave_live(self) -> None:
        """Go back to the meeting."""
        if self._meeting is not None and self._settle():
            self.workspace.navigator.open(Place(PageKey.MEETING, self._meeting.meeting.uid))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave at Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave_live()
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed; forget the meeting unless the window itself goes."""
        super().hideEvent(event)
        try:
            self._settle()
        except InvalidInput as error:
            self.workspace.notices.fail(str(error))
        if self.window().isVisible():
            self.workspace.desk.live.leave()
