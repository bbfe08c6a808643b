"""One question to read: what was asked and answered, what the record said then and did since."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.dates import in_table, in_words
from jasp_desktop.domain.marks import OVERDUE, PRIVATE
from jasp_desktop.domain.question_board import Likeness, QuestionLine
from jasp_desktop.domain.question_history import HistoryLine
from jasp_desktop.domain.question_records import DatedFact, since_day, snapshot_day
from jasp_desktop.domain.records import Question, Subject
from jasp_desktop.ui.findings.phrases import verdict_words
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Hairline, Label, SectionHeading, StatusWord
from jasp_desktop.ui.kit.planes import Column, Flow, Row
from jasp_desktop.ui.kit.prose import Prose
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.tab_order import follow_layout
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.questions.move_form import MoveForm
from jasp_desktop.ui.questions.moves_part import MovesPart
from jasp_desktop.ui.questions.words import meeting_words, overdue_words

_DAY_WIDTH = 116
_NOT_SHOWN = "What follows a question is not shown to follow from it."
_NO_FACTS = "The register records nothing dated since then."


class QuestionPane(ScrollPage):
    """``opened`` asks to go to a record, by its table and uid.

    The buttons of the moves and the form of one stay through a reload; all else is made anew.
    """

    opened = Signal(str, str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, gap=Space.GAP, top=Space.SIDE, parent=parent)
        self.setAccessibleName("Question")
        self.head = Column(appearance, gap=Space.CLOSE)
        self.moves = MovesPart(appearance)
        self.form = MoveForm(appearance)
        self.form.hide()
        self.story = Column(appearance, gap=Space.NEAR)
        self.body.add(self.head, self.moves, self.form, self.story)

    def show_line(self, line: QuestionLine, authors: Sequence[str], today: date) -> None:
        """Show whose question it is, where it stands, and its words."""
        look = self.appearance
        self.head.clear()
        stands = Flow(look, gap=Space.GAP, line_gap=Space.HAIR)
        stands.add(Label(look, line.stage.words, Type.UI_BOLD))
        if line.is_private:
            stands.add(StatusWord(look, PRIVATE, role=Type.UI))
        if line.kind is not None:
            stands.add(Label(look, line.kind.words, Type.UI, Colour.INK2))
        if late := overdue_words(line.stage, line.answer_due, today):
            stands.add(StatusWord(look, OVERDUE, late, Type.UI_BOLD))
        self.head.add(stands, Prose(look, line.text, Type.LEAD))
        self._add_links(line, authors)

    def _add_links(self, line: QuestionLine, authors: Sequence[str]) -> None:
        links = Column(self.appearance, gap=Space.HAIR)
        if authors:
            links.add(_led(self.appearance, "Question of", self._fact(", ".join(authors))))
        if line.subject is not None:
            links.add(_led(self.appearance, "About", self._about(line, line.subject)))
        if line.meeting is not None and line.held_on is not None:
            meeting = self._link(meeting_words(line.held_on), "meeting", line.meeting)
            links.add(_led(self.appearance, "For", self._at_left(meeting)))
        if line.owners:
            owners = self._fact(", ".join(line.owners))
            links.add(_led(self.appearance, "Owned by", owners))
        self.head.add(links)

    def _about(self, line: QuestionLine, subject: Subject) -> QWidget:
        link = self._link(line.reference or line.title, subject.table, subject.uid)
        if not line.reference:
            return self._at_left(link)
        about = Column(self.appearance)
        about.add(self._at_left(link), self._fact(line.title))
        return about

    def _fact(self, words: str) -> Column:
        # As high as a link, and as far from the left as its words: a link has room for its ring.
        fact = Column(self.appearance, margins=(Space.TIGHT, Space.TIGHT, 0, Space.TIGHT))
        fact.add(Label(self.appearance, words, Type.UI, wrap=True))
        return fact

    def _at_left(self, link: Button) -> Row:
        row = Row(self.appearance)
        row.add(link)
        row.add_stretch()
        return row

    def _link(self, words: str, table: str, uid: str) -> Button:
        link = Button(self.appearance, words, ButtonKind.LINK)
        link.clicked.connect(lambda: self.opened.emit(table, uid))
        return link

    def show_draft(self) -> None:
        """Show that a draft has no story yet."""
        self.story.clear()
        words = (
            "Only you can read this question, in your notebook on this computer. Its words are "
            "written in the notebook, beside this page and beside what it is about."
        )
        self.story.add(Label(self.appearance, words, Type.UI, Colour.INK2, wrap=True))
        follow_layout(self.body)

    def show_story(
        self,
        question: Question,
        answered_by: str | None,
        likenesses: Sequence[Likeness],
        since: Sequence[DatedFact],
        history: Sequence[HistoryLine],
    ) -> None:
        """Show the answer, questions much like it, what the record said and did, and its life."""
        self.story.clear()
        self._add_answer(question, answered_by)
        self._add_likenesses(question, likenesses)
        if question.subject is not None:
            self._add_snapshot(question)
            self._add_since(question, since)
        self._add_history(history)
        follow_layout(self.body)

    def _section(self, title: str, quiet: str = "") -> None:
        self.story.add_space(Space.CLOSE)
        self.story.add(SectionHeading(self.appearance, title, quiet))

    def _say(self, words: str) -> None:
        self.story.add(Label(self.appearance, words, Type.UI, Colour.INK2, wrap=True))

    def _add_answer(self, question: Question, answered_by: str | None) -> None:
        if not question.answer and question.answer_due is None:
            return
        on = in_table(question.answered_on) if question.answered_on else None
        self._section("Answer", ", ".join(part for part in (answered_by, on) if part))
        if question.answer:
            self.story.add(Prose(self.appearance, question.answer, Type.BODY))
        if question.answer_due is not None:
            self._say(f"Answer due {in_words(question.answer_due)}")
        if question.verdict is not None:
            self._say(verdict_words(question.verdict))

    def _add_likenesses(self, question: Question, likenesses: Sequence[Likeness]) -> None:
        if not likenesses:
            return
        self._section("May be the same question", f"{len(likenesses)}")
        for each in likenesses:
            other = each.second if each.first.uid == question.uid else each.first
            row = Column(self.appearance, gap=Space.HAIR)
            row.add(
                Label(self.appearance, other.text, Type.UI, wrap=True),
                Label(
                    self.appearance,
                    ". ".join(part for part in (other.member or "", each.reason) if part),
                    Type.SMALL,
                    Colour.INK2,
                    wrap=True,
                ),
            )
            actions = Row(self.appearance, gap=Space.GAP)
            merge = Button(self.appearance, "Merge into that one", small=True)
            merge.setAccessibleDescription(other.text)
            merge.clicked.connect(lambda _=False, uid=other.uid: self.moves.ask_merge(uid))
            look = self._link("Open it", "question", other.uid)
            actions.add(merge, look)
            actions.add_stretch()
            self.story.add(row, actions, Hairline(self.appearance))

    def _add_snapshot(self, question: Question) -> None:
        self._section("What the record said then")
        day = snapshot_day(question)
        if day is not None:
            self._say(f"It was written on the data as at {in_words(day)}.")
        elif question.asked_of_snapshot:
            self.story.add(Prose(self.appearance, question.asked_of_snapshot, Type.UI))
        else:
            self._say("What the record said is kept once the question is shared or asked.")

    def _add_since(self, question: Question, since: Sequence[DatedFact]) -> None:
        day = since_day(question) if question.state.is_shared else None
        if day is None:
            return
        self._section("What the record did since", f"After {in_table(day)}")
        if not since:
            self._say(_NO_FACTS)
            return
        rows = Column(self.appearance)
        for fact in since:
            rows.add(_DatedRow(self.appearance, fact.on, fact.words, fact.label))
            rows.add(Hairline(self.appearance))
        self.story.add(rows)
        self._say(_NOT_SHOWN)

    def _add_history(self, history: Sequence[HistoryLine]) -> None:
        self._section("Its life so far")
        rows = Column(self.appearance)
        for line in history:
            row = _DatedRow(self.appearance, line.on, line.words, line.detail, is_title=True)
            if (subject := line.opens) is not None:
                link = self._link("Open", subject.table, subject.uid)
                link.setAccessibleDescription(line.detail or line.words)
                row.add(link)
            rows.add(row, Hairline(self.appearance))
        self.story.add(rows)


class _DatedRow(Row):
    """A day, what happened, and more of it below."""

    def __init__(
        self,
        appearance: Appearance,
        on: date | None,
        words: str,
        detail: str,
        *,
        is_title: bool = False,
    ) -> None:
        margins = (0, Space.SNUG, 0, Space.SNUG)
        super().__init__(appearance, gap=Space.GAP, top=True, margins=margins)
        day = Column(appearance)
        day.add(Label(appearance, in_table(on) if on else "", Type.UI, Colour.INK2))
        day.fix(width=_DAY_WIDTH)
        said = Column(appearance, gap=Space.HAIR)
        role = Type.UI_BOLD if is_title else Type.UI
        said.add(Label(appearance, words, role, wrap=True))
        if detail:
            said.add(Label(appearance, detail, Type.SMALL, Colour.INK2, wrap=True))
        self.add(day)
        self.add(said, stretch=1)


def _led(appearance: Appearance, lead: str, widget: QWidget) -> Row:
    row = Row(appearance, gap=Space.GAP, top=True)
    name = Column(appearance, margins=(0, Space.TIGHT, 0, 0))
    name.add(Label(appearance, lead, Type.UI, Colour.INK2))
    name.fix(width=_LEAD_WIDTH)
    row.add(name)
    row.add(widget, stretch=1)
    return row


_LEAD_WIDTH = 92
