"""After the meeting: actions are numbered, questions go on, and the chair’s letter is drafted."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.changes import Act
from jasp_desktop.domain.dates import in_table, in_words
from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.meeting_outcome import MeetingOutcome, PutQuestion
from jasp_desktop.domain.panel_tracker import TrackerEntry
from jasp_desktop.domain.records import Meeting, Question, Record
from jasp_desktop.domain.vocabulary import MeetingStatus, QuestionState
from jasp_desktop.ui.focus import focus_start
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label, SectionHeading
from jasp_desktop.ui.kit.planes import Column, Flow, Row
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.tab_order import follow_layout
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.live.letter_part import LetterPart
from jasp_desktop.ui.live.question_view import verdict_words
from jasp_desktop.ui.panel_actions.add_form import AddForm, NewEntry
from jasp_desktop.ui.places import PageKey, Place
from jasp_desktop.ui.workspace import Workspace

_NUMBER = 104
_NO_ACTIONS = "No action has been made of a question of this meeting."
_NO_NEXT = "No later meeting is planned yet, so the questions have nowhere to go."
_NOTHING_LEFT = "No question is left to carry forward."


class AfterView(ScrollPage):
    """Three steps from top to bottom; each can be undone."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace.appearance, gap=Space.APART, margin=Space.WIDE, parent=parent)
        self.setAccessibleName("After the meeting")
        self._workspace = workspace
        self._outcome: MeetingOutcome | None = None
        self._made_of: Question | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self.appearance
        head = Column(look, gap=Space.CLOSE)
        self.stands = Label(look, "", Type.UI, Colour.INK2, wrap=True)
        self.held = Button(look, "Mark the meeting as held")
        self.back = Button(look, "Back to the questions", ButtonKind.LINK, icon="chevron-left")
        steps = Flow(look, gap=Space.ROOM)
        steps.add(self.held, self.back)
        head.add(Label(look, "After the meeting", Type.H1, wrap=True), self.stands, steps)
        self.made, self.going_on = Column(look, gap=Space.CLOSE), Column(look, gap=Space.CLOSE)
        self.form = AddForm(look)
        self.form.hide()
        self.letter = LetterPart(self._workspace)
        self.body.add(head, self.made, self.form, self.going_on, self.letter)

    def _connect(self) -> None:
        self.held.clicked.connect(self._on_held)
        self.form.added.connect(self._on_added)
        self.form.left.connect(self._on_form_left)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show what a meeting came to so far; the focus stays in its part."""
        focused = [part for part in (self.made, self.going_on) if _holds_focus(part)]
        outcome = self._workspace.desk.letters.outcome(meeting.uid)
        self._outcome = outcome
        self.stands.setText(_stands(outcome))
        self.held.setVisible(outcome.meeting.status is MeetingStatus.PLANNED)
        self._show_actions(outcome)
        self._show_going_on(outcome)
        self.letter.show_outcome(outcome)
        follow_layout(self.body)
        for part in focused:
            if not focus_start(part):
                self.setFocus()

    def _show_actions(self, outcome: MeetingOutcome) -> None:
        look = self.appearance
        self.made.clear()
        count = f"{len(outcome.actions):,} made" if outcome.actions else ""
        self.made.add(SectionHeading(look, "1  Actions", count))
        if not outcome.actions:
            self.made.add(Label(look, _NO_ACTIONS, Type.UI, Colour.INK2, wrap=True))
        for entry in outcome.actions:
            self.made.add(self._action(entry))
        if outcome.wanting:
            number = self._workspace.desk.panel_tracker.next_number()
            words = f"What is not settled can become {number}:"
            self.made.add(Label(look, words, Type.UI, wrap=True))
        for put in outcome.wanting:
            self.made.add(self._wanting(put))

    def _action(self, entry: TrackerEntry) -> Row:
        look, action = self.appearance, entry.action
        row = self._row()
        number = Column(look)
        number.fix(width=_NUMBER)
        number.add(Label(look, action.number, Type.UI_BOLD))
        words = Column(look)
        words.add(Label(look, action.text, wrap=True))
        due = f"due {in_table(action.due)}" if action.due else "no day set"
        owner = entry.owner or "Nobody named"
        words.add(Label(look, f"{owner}, {due}", Type.SMALL, Colour.INK2, wrap=True))
        row.add(number)
        row.add(words, stretch=1)
        row.add(self._link("Open", action.number, partial(self._on_open_action, action.uid)))
        return row

    def _wanting(self, put: PutQuestion) -> Row:
        look, question = self.appearance, put.question
        row = self._row()
        words = Column(look)
        words.add(Label(look, question.text, wrap=True))
        words.add(Label(look, _said(put), Type.SMALL, Colour.INK2, wrap=True))
        row.add(words, stretch=1)
        row.add(self._link("Make it an action", question.text, partial(self._on_make, question)))
        return row

    def _row(self) -> Row:
        margins = (0, Space.TIGHT, 0, Space.TIGHT)
        return Row(self.appearance, gap=Space.ROOM, margins=margins, edges="b")

    def _link(self, words: str, about: str, deed: Callable[[], None]) -> Button:
        link = Button(self.appearance, words, ButtonKind.LINK, small=True)
        link.setAccessibleName(f"{words}: {about}")
        link.clicked.connect(deed)
        return link

    def _show_going_on(self, outcome: MeetingOutcome) -> None:
        look, left, following = self.appearance, outcome.left, outcome.following
        self.going_on.clear()
        count = f"{len(outcome.carried):,} carried" if outcome.carried else ""
        self.going_on.add(SectionHeading(look, "2  Questions that go on", count))
        for question in outcome.carried:
            self.going_on.add(self._going(question, "Carried forward"))
        for question in left:
            self.going_on.add(self._going(question, question.state.words))
        if words := self._drafts_words(outcome.meeting):
            self.going_on.add(Label(look, words, Type.UI, Colour.INK2, wrap=True))
        if not left:
            self.going_on.add(Label(look, _NOTHING_LEFT, Type.UI, Colour.INK2, wrap=True))
            return
        buttons = Flow(look, gap=Space.ROOM)
        if following is None:
            self.going_on.add(Label(look, _NO_NEXT, Type.UI_BOLD, Colour.MOVED, wrap=True))
            plan = Button(look, "Plan the next meeting", icon="plus")
            plan.clicked.connect(self._on_plan)
            buttons.add(plan)
        else:
            words = "it" if len(left) == 1 else f"these {len(left):,}"
            day = in_words(following.held_on)
            self.carry = Button(look, f"Carry {words} forward to {day}")
            self.carry.clicked.connect(self._on_carry)
            buttons.add(self.carry)
        self.going_on.add(buttons)

    def _drafts_words(self, meeting: Meeting) -> str:
        drafts = self._workspace.desk.questions.drafts()
        count = sum(draft.meeting == meeting.uid for draft in drafts)
        if not count:
            return ""
        one = "1 draft of your own was not asked. It stays"
        several = f"{count:,} drafts of your own were not asked. They stay"
        return f"{one if count == 1 else several} in your notebook."

    def _going(self, question: Question, stands: str) -> Column:
        look = self.appearance
        margins = (0, Space.TIGHT, 0, Space.TIGHT)
        line = Column(look, margins=margins, edges="b")
        line.add(Label(look, question.text, wrap=True))
        line.add(Label(look, stands, Type.SMALL, Colour.INK2, wrap=True))
        return line

    @Slot()
    def _on_held(self) -> None:
        if self._outcome is None:
            return
        today = self._workspace.now().astimezone().date()
        meetings, meeting = self._workspace.desk.meetings, self._outcome.meeting
        try:
            self._workspace.acts.do(meetings.with_status(meeting, MeetingStatus.HELD, today))
        except UserError as error:
            self._workspace.notices.fail(str(error))

    def _on_open_action(self, uid: str) -> None:
        self._workspace.navigator.open(Place(PageKey.PANEL_ACTIONS, uid))

    def _on_make(self, question: Question) -> None:
        tracker = self._workspace.desk.panel_tracker
        self._made_of = question
        self.form.show()
        self.form.begin(tracker.next_number(), tracker.owners(), question.answered_by)
        self.show_widget(self.form)

    @Slot(NewEntry)
    def _on_added(self, new: NewEntry) -> None:
        question, outcome = self._made_of, self._outcome
        if question is None or outcome is None:
            return
        last = [stage.on for stage in question.states[-1:]]
        try:
            act = self._workspace.desk.questions.to_panel_action(
                question,
                new.text,
                owner=new.owner,
                due=new.due,
                on=max([outcome.meeting.held_on, *last]),
            )
        except UserError as error:
            field = getattr(error, "field", "text")
            self.form.show_fault(field if field in self.form.fields else "text", str(error))
            return
        self.form.hide()
        self._do(act)
        focus_start(self.made)

    @Slot()
    def _on_form_left(self) -> None:
        self.form.hide()
        focus_start(self.made)

    @Slot()
    def _on_carry(self) -> None:
        if self._outcome is None:
            return
        try:
            act = self._workspace.desk.questions.carry_over(self._outcome.meeting.uid)
        except UserError as error:
            self._workspace.notices.fail(str(error))
            return
        if act is not None:
            self._do(act)

    def _do(self, act: Act[Record]) -> None:
        try:
            self._workspace.acts.do(act)
        except UserError as error:
            self._workspace.notices.fail(str(error))

    @Slot()
    def _on_plan(self) -> None:
        self._workspace.navigator.open(Place(PageKey.MEETINGS, detail="plan"))


def _holds_focus(part: QWidget) -> bool:
    # Qt's annotation forgets that there may be none.
    focused: QWidget | None = part.window().focusWidget()
    return focused is not None and part.isAncestorOf(focused)


def _stands(outcome: MeetingOutcome) -> str:
    put, owed = outcome.put, sum(each.is_owed for each in outcome.put)
    several = f"{len(put):,} questions were asked" if put else "No question has been asked"
    asked = "1 question was asked" if len(put) == 1 else several
    words = f"{outcome.meeting.status.words}. {asked}"
    return f"{words}; {owed:,} still wait for an answer." if owed else f"{words}."


def _said(put: PutQuestion) -> str:
    question = put.question
    words = question.state.words
    if put.answered_by:
        is_whole = question.state is QuestionState.ANSWERED
        words = f"{words} by" if is_whole else f"{words}; so far"
        words = f"{words} {put.answered_by}"
    if question.verdict is not None:
        words = f"{words}; verdict: {verdict_words(question.verdict).lower()}"
    return words
