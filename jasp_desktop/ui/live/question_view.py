"""One question in the room: its words, the facts under them, and what is said to it."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.marks import DONE, PRIVATE
from jasp_desktop.domain.meeting_live import LiveMeeting, LiveQuestion
from jasp_desktop.domain.meeting_people import name_and_role
from jasp_desktop.domain.question_moves import day_of
from jasp_desktop.domain.records import Person, Question
from jasp_desktop.domain.vocabulary import QuestionKind, QuestionState, Verdict
from jasp_desktop.ui.commands import CommandKey, usual_key
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.fields import Choice, Field, Line
from jasp_desktop.ui.kit.labels import Hairline, Label, SectionHeading, StatusWord
from jasp_desktop.ui.kit.planes import Column, Flow, Row
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.live.answer_box import AnswerBox
from jasp_desktop.ui.workspace import Workspace


class VerdictButton(NamedTuple):
    """A verdict, what its button says, and the command whose key gives it."""

    verdict: Verdict
    words: str
    key: CommandKey


VERDICTS = (
    VerdictButton(Verdict.SATISFIED, "Satisfied", CommandKey.SATISFIED),
    VerdictButton(Verdict.PARTLY, "Partly", CommandKey.PARTLY),
    VerdictButton(Verdict.NO, "Not satisfied", CommandKey.NOT_SATISFIED),
)
_WIDEST = 1120
_FACT_LINES = 4
_PERSON_WIDTH, _KIND_WIDTH, _MINUTE_WIDTH, _DAY_WIDTH = 270, 270, 150, 230
_NOT_YET = "Say whose question it is, then press Ctrl+Enter: the answer is kept with the panel’s."


class QuestionView(ScrollPage):
    """Shows a question; the page decides what becomes of what is typed and pressed."""

    verdict_given = Signal(Verdict)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(
            workspace.appearance, gap=Space.ROOM, margin=Space.WIDE, widest=_WIDEST, parent=parent
        )
        self.setAccessibleName("Question")
        self._build_head()
        self._build_answer()
        self._build_fields()
        self._build_foot()

    def _build_head(self) -> None:
        look = self.appearance
        self.place = Label(look, "", Type.UI_BOLD, Colour.ACCENT, wrap=True)
        self.about = Label(look, "", Type.UI, Colour.INK2, wrap=True, lines=2)
        self.stands = StatusWord(look, DONE, "", Type.UI_BOLD)
        self.ask = Button(look, "Asked", key=usual_key(CommandKey.ASKED))
        head = Row(look, gap=Space.ROOM, top=True)
        words = Column(look, gap=Space.HAIR)
        words.add(self.place, self.about)
        head.add(words, stretch=1)
        head.add(self.stands, self.ask)
        self.words = Label(look, "", Type.LIVE_QUESTION, wrap=True, heading=True)
        margins = (Space.SIDE, Space.GAP, Space.ROOM, Space.GAP)
        self.facts_plane = Column(look, Colour.RAISED, margins=margins, bar=Colour.CONTROL)
        self.facts = Label(look, "", Type.BODY, wrap=True, lines=_FACT_LINES)
        self.facts_plane.add(self.facts)
        self.body.add(head, self.words, self.facts_plane)

    def _build_answer(self) -> None:
        look = self.appearance
        self.answer = AnswerBox(look)
        self.answer.setAccessibleName("The answer")
        self.kept = Label(look, "", Type.UI, Colour.INK2)
        self.not_yet = Label(look, _NOT_YET, Type.UI_BOLD, Colour.MOVED, wrap=True)
        head = Row(look, gap=Space.GAP)
        head.add(Label(look, "The answer", Type.H3), stretch=1)
        head.add(self.kept)
        part = Column(look, gap=Space.SNUG)
        part.add(head, self.not_yet, self.answer)
        self.body.add(part)

    def _build_fields(self) -> None:
        look = self.appearance
        self.member, self.by = Choice(look), Choice(look)
        kinds = [(kind.words, kind) for kind in QuestionKind]
        self.kind = Choice(look, [("No kind chosen", None), *kinds])
        self.minute, self.due = Line(look), Line(look)
        self.fields = {
            "member": Field(look, "Whose question", self.member),
            "by": Field(look, "Answered by", self.by),
            "kind": Field(look, "Kind", self.kind),
            "minute": Field(look, "Minute", self.minute),
            "due": Field(look, "More due back", self.due),
        }
        widths = (_PERSON_WIDTH, _PERSON_WIDTH, _KIND_WIDTH, _MINUTE_WIDTH, _DAY_WIDTH)
        for field, width in zip(self.fields.values(), widths, strict=True):
            field.fix(width=width)
        for choice in (self.member, self.by, self.kind):
            # A long name must not make the choice wider than its field.
            choice.keep_to(1)
        fields = Flow(look, gap=Space.ROOM, line_gap=Space.GAP)
        fields.add(*self.fields.values())
        self.body.add(fields)
        self.verdicts: dict[Verdict, Button] = {}
        row = Flow(look, gap=Space.GAP)
        row.add(Label(look, "Verdict", Type.H3))
        for verdict, words, key in VERDICTS:
            button = Button(look, words, key=usual_key(key))
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, verdict=verdict: self._on_verdict(verdict))
            self.verdicts[verdict] = button
            row.add(button)
        self.body.add(row)

    def _build_foot(self) -> None:
        look = self.appearance
        self.next_words = Label(look, "", Type.UI, wrap=True, lines=2)
        self.next = Button(
            look, "Next question", ButtonKind.PRIMARY, icon="chevron-down", key="Alt+Down"
        )
        foot = Row(look, gap=Space.ROOM)
        foot.add(Label(look, "Next", Type.UI_BOLD, Colour.INK2))
        foot.add(self.next_words, stretch=1)
        foot.add(self.next)
        self.body.add(Hairline(look, Colour.INK, thick=True), foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is typed into in view: in large type a long question fills the page."""
        super().resizeEvent(event)
        # Qt's annotation forgets that there may be none.
        field: QWidget | None = self.focusWidget()
        if field is not None and field is not self:
            # From the top: no further down than the field needs.
            self.scroll_to(0)
            self.show_widget(field)

    def _on_verdict(self, verdict: Verdict) -> None:
        # The button follows the record, whether the verdict could be given or not.
        self.verdicts[verdict].setChecked(not self.verdicts[verdict].isChecked())
        self.verdict_given.emit(verdict)

    def offer_people(self, askers: Sequence[Person], others: Sequence[Person]) -> None:
        """Offer who may ask and who may answer."""
        _offer(self.member, "Choose", askers)
        _offer(self.by, "Nobody named", others)

    def show_question(
        self, meeting: LiveMeeting, question: LiveQuestion, facts: Sequence[str]
    ) -> None:
        """Show a question of a meeting; what is typed and not kept stays."""
        item = meeting.item_of(question)
        place = item.questions.index(question) + 1
        number = f"item {item.item.number}" if item.item else "no item"
        self.place.setText(f"Question {place:,} of {len(item.questions):,} on {number}")
        about = (question.member, question.about)
        self.about.setText(" · ".join(part for part in about if part))
        self.about.setVisible(any(about))
        self.words.setText(question.record.text)
        self.facts.setText("\n".join(facts))
        self.facts_plane.setVisible(bool(facts))
        self._show_standing(question)
        self._show_fields(question.question)
        self._show_next(meeting, question)

    def _show_standing(self, question: LiveQuestion) -> None:
        record, is_private = question.question, question.question is None
        self.ask.setVisible(not question.is_asked)
        self.stands.setVisible(question.is_asked or is_private)
        if is_private:
            self.stands.set_status(PRIVATE, PRIVATE.words)
        elif record is not None and question.is_asked:
            self.stands.set_status(DONE, _standing(record))
        self.fields["member"].setVisible(is_private)
        self.not_yet.setVisible(is_private)
        self.answer.setEnabled(not is_private)
        for name in ("by", "kind", "minute", "due"):
            self.fields[name].setVisible(not is_private)

    def _show_fields(self, record: Question | None) -> None:
        for field in self.fields.values():
            field.clear_fault()
        self.answer.show_kept((record.answer or "") if record else "")
        verdict = record.verdict if record else None
        for each, button in self.verdicts.items():
            button.setChecked(each is verdict)
            button.setEnabled(record is not None)
        if record is None:
            return
        self.by.choose(record.answered_by or "")
        self.kind.choose(record.kind)
        if not self.minute.hasFocus():
            self.minute.setText(record.minute or "")
        if not self.due.hasFocus():
            due = record.answer_due
            self.due.setText(in_words(due).replace("\u00a0", " ") if due else "")

    def _show_next(self, meeting: LiveMeeting, question: LiveQuestion) -> None:
        place = meeting.place_of(question.uid) + 1
        is_last = place >= len(meeting.questions)
        following = None if is_last else meeting.questions[place]
        words = following.record.text if following else "That was the last question."
        self.next_words.setText(words)
        self.next.set_words("After the meeting" if is_last else "Next question")

    def show_kept_at(self, at: datetime | None) -> None:
        """Say that every word is kept, and when the last one was."""
        clock = f", {at.astimezone():%H:%M}" if at is not None else ""
        self.kept.setText(f"Saved as you type{clock}")
        self.kept.set_colour(Colour.INK2)

    def show_not_kept(self, sentence: str) -> None:
        """Say why words could not be kept, and that they are still here."""
        self.kept.setText(f"Not saved. {sentence} Your words stay here.")
        self.kept.set_colour(Colour.OVERDUE)


class NoQuestions(ScrollPage):
    """What stands in the place of a question where the meeting has none."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace.appearance, gap=Space.ROOM, margin=Space.WIDE, parent=parent)
        look = self.appearance
        words = (
            "No question is down for this meeting yet. Questions are drafted beside a finding, and "
            "given to a meeting there or under Questions."
        )
        self.after = Button(look, "After the meeting", icon="list-checks")
        steps = Flow(look)
        steps.add(self.after)
        self.body.add(
            SectionHeading(look, "Questions"), Label(look, words, Type.BODY, wrap=True), steps
        )


def verdict_words(verdict: Verdict) -> str:
    """Return a verdict as its button says it."""
    return next((each.words for each in VERDICTS if each.verdict is verdict), verdict.words)


def _standing(record: Question) -> str:
    if record.state is QuestionState.ANSWER_OUTSTANDING:
        return "Asked, more is due"
    if record.state is QuestionState.PANEL_ACTION:
        return "Panel action"
    day = day_of(record, QuestionState.ASKED)
    words = "Answered" if record.state is QuestionState.ANSWERED else "Asked"
    return f"{words}, {in_words(day)}" if day else words


def _offer(choice: Choice, nobody: str, people: Sequence[Person]) -> None:
    kept = choice.value
    choice.clear()
    choice.addItem(nobody, "")
    for person in people:
        choice.addItem(name_and_role(person), person.uid)
    choice.choose(kept or "")
