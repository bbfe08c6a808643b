"""The sections of a dossier under its head, in the order of the argument."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.coverage import CoverageColumn
from jasp_desktop.domain.dates import in_table
from jasp_desktop.domain.dossier import Answer, AskedQuestion, Dossier, finding_label
from jasp_desktop.domain.identity import FindingUid, PersonUid
from jasp_desktop.domain.marks import NO_RESPONSE, mark_for_force_status, mark_for_hmicfrs_position
from jasp_desktop.domain.promise_drawing import axis_for
from jasp_desktop.domain.prompts.prompt import About, Prompt
from jasp_desktop.domain.records import StatusEvent, Subject
from jasp_desktop.domain.vocabulary import QuestionState, Track
from jasp_desktop.ui.enquiries.answering import PromptAnswers
from jasp_desktop.ui.enquiries.card import EnquiryCard
from jasp_desktop.ui.enquiries.slot import EnquirySlot
from jasp_desktop.ui.findings import phrases
from jasp_desktop.ui.findings.action_part import ActionPart
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Hairline, Label, SectionHeading, StatusWord
from jasp_desktop.ui.kit.planes import Column, Flow, Row
from jasp_desktop.ui.kit.prose import Prose
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type

_RESPONSES, _ACTIONS = "Responses", "Actions"
_STATUSES, _QUESTIONS = "What was said about its status", "Questions and answers"
_SECTIONS: Mapping[str, str] = {
    CoverageColumn.RESPONSE: _RESPONSES,
    CoverageColumn.ACTION: _ACTIONS,
    CoverageColumn.TARGET: _ACTIONS,
    CoverageColumn.EVIDENCE: _ACTIONS,
    CoverageColumn.HMICFRS: _STATUSES,
    CoverageColumn.QUESTION: _QUESTIONS,
}
_DAY_WIDTH = 116
_LOUD_STATES = frozenset({QuestionState.ANSWER_OUTSTANDING})


class DossierSections(Column):
    """Responses, actions, statuses, related findings, questions.

    ``finding_opened`` carries the uid of another finding that was asked for, ``action_opened`` that
    of an action to be edited.
    """

    finding_opened = Signal(str)
    action_opened = Signal(str)

    def __init__(
        self, appearance: Appearance, answers: PromptAnswers, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, gap=Space.NEAR, parent=parent)
        self._answers = answers
        self._slots: dict[str, EnquirySlot] = {}
        self._headings: dict[str, SectionHeading] = {}

    def heading_of(self, link: str) -> SectionHeading | None:
        """Return the heading of the section in which a link of the coverage matrix stands."""
        return self._headings.get(_SECTIONS.get(link, ""))

    def show_dossier(
        self, dossier: Dossier, names: Mapping[PersonUid, str], *, wants_response: bool
    ) -> None:
        """Show another finding's chain."""
        self.clear()
        self._headings.clear()
        self._slots.clear()
        self._add_responses(dossier, wants_response=wants_response)
        self._add_actions(dossier, names)
        self._add_events(dossier)
        self._add_family(dossier)
        self._add_repeats(dossier)
        self._add_questions(dossier)

    def show_prompts(
        self, prompts: Sequence[Prompt], started: frozenset[str], subject: Subject, label: str
    ) -> None:
        """Show lines of enquiry beside what they are about; the other parts keep their widgets."""
        by_slot: defaultdict[str, list[Prompt]] = defaultdict(list)
        for prompt in prompts:
            own: str = prompt.found.subject.uid
            if own not in self._slots:
                own = About.RESPONSE if prompt.rule.about is About.RESPONSE else About.FINDING
            by_slot[own].append(prompt)
        for key, slot in self._slots.items():
            slot.show_prompts(by_slot[key], started, subject, label)

    @property
    def cards(self) -> list[EnquiryCard]:
        """Return the lines of enquiry in the order in which they stand."""
        return [card for slot in self._slots.values() for card in slot.cards]

    def _add_slot(self, key: str) -> None:
        self._slots[key] = EnquirySlot(self.appearance, self._answers)
        self.add(self._slots[key])

    def _open_section(self, title: str, quiet: str = "") -> None:
        self.add_space(Space.GAP)
        self._headings[title] = SectionHeading(self.appearance, title, quiet)
        self.add(self._headings[title])

    def _say(self, words: str) -> None:
        self.add(Label(self.appearance, words, Type.UI, Colour.INK2, wrap=True))

    def _add_responses(self, dossier: Dossier, *, wants_response: bool) -> None:
        everything = (*dossier.answers, *dossier.report_answers)
        self._open_section(_RESPONSES, phrases.response_dates(everything))
        several = len({one.response.uid for one in everything}) > 1
        if dossier.answers:
            self._add_answers(dossier.answers, with_dates=several)
        elif wants_response:
            words = "No response to this finding is recorded."
            self.add(
                StatusWord(self.appearance, NO_RESPONSE, words, Type.UI, Colour.OVERDUE, wrap=True)
            )
        else:
            self._say("No response names this finding; this kind asks for none.")

        if dossier.report_answers:
            self._say("To the report as a whole, naming no finding:")
            self._add_answers(dossier.report_answers, with_dates=several)
        self._add_slot(About.RESPONSE)

    def _add_answers(self, answers: tuple[Answer, ...], *, with_dates: bool) -> None:
        for _, of_one in groupby(answers, key=lambda one: one.response.uid):
            self.add(ResponsePart(self.appearance, tuple(of_one), with_dates=with_dates))

    def _add_actions(self, dossier: Dossier, names: Mapping[PersonUid, str]) -> None:
        quiet = phrases.actions_words(dossier) if dossier.actions else ""
        self._open_section(_ACTIONS, quiet)
        if not dossier.actions:
            self._say("The force’s tracker holds no action for this finding.")
        axis = axis_for([story.line for story in dossier.actions])
        for place, story in enumerate(dossier.actions):
            if place:
                self.add_space(Space.TIGHT)
                self.add(Hairline(self.appearance))
            part = ActionPart(self.appearance, story, axis, names)
            part.edit_asked.connect(self.action_opened)
            self.add(part)
            self._add_slot(story.action.uid)
        self._add_slot(About.FINDING)

    def _add_events(self, dossier: Dossier) -> None:
        self._open_section(_STATUSES)
        of_actions = [
            (event, story.action.reference or story.action.tracker_reference or "an action")
            for story in dossier.actions
            for event in story.events
        ]
        told: list[tuple[StatusEvent, str | None]] = [(event, None) for event in dossier.events]
        told += of_actions
        told.sort(key=lambda one: (one[0].date, one[0].uid), reverse=True)
        if not told:
            self._say("Neither the force nor HMICFRS has said anything on record.")
        rows = Column(self.appearance)
        for event, reference in told:
            rows.add(EventRow(self.appearance, event, reference), Hairline(self.appearance))
        self.add(rows)

    def _add_family(self, dossier: Dossier) -> None:
        if dossier.parent is not None:
            self._open_section("Part of")
            parent = dossier.parent
            self._add_link(parent.uid, finding_label(parent), phrases.first_words(parent.text))
        if dossier.sub_findings:
            self._open_section("Sub-findings", f"{len(dossier.sub_findings)}")
            for finding in dossier.sub_findings:
                label = finding_label(finding)
                self._add_link(finding.uid, label, phrases.first_words(finding.text))

    def _add_repeats(self, dossier: Dossier) -> None:
        if dossier.repeats is not None:
            self._open_section("Earlier finding it repeats")
            place = dossier.repeats
            words = f"{place.report.name}: “{phrases.first_words(place.finding.text)}”"
            self._add_link(place.finding.uid, finding_label(place.finding), words)
        if dossier.repeated_by:
            self._open_section("Later findings that repeat it", f"{len(dossier.repeated_by)}")
            for place in dossier.repeated_by:
                words = f"{place.report.name}: “{phrases.first_words(place.finding.text)}”"
                self._add_link(place.finding.uid, finding_label(place.finding), words)

    def _add_link(self, uid: FindingUid, label: str, words: str) -> None:
        link = FindingLink(self.appearance, uid, label, words)
        link.opened.connect(self.finding_opened)
        self.add(link)

    def _add_questions(self, dossier: Dossier) -> None:
        count = len(dossier.questions)
        self._open_section(_QUESTIONS, f"{count}" if count else "")
        if not count:
            self._say("The panel has asked nothing about this finding yet.")
        for place, asked in enumerate(dossier.questions):
            if place:
                self.add(Hairline(self.appearance))
            self.add(QuestionPart(self.appearance, asked))


class ResponsePart(Column):
    """What one author answered; ``with_dates`` where the heading has several letters."""

    def __init__(
        self, appearance: Appearance, answers: tuple[Answer, ...], *, with_dates: bool
    ) -> None:
        super().__init__(appearance, gap=Space.TIGHT)
        response = answers[0].response
        head = Flow(appearance, gap=Space.CLOSE, line_gap=Space.NONE)
        head.add(Label(appearance, phrases.author_words(response), Type.UI_BOLD))
        positions = {one.item.position for one in answers}
        shared = positions.pop() if len(positions) == 1 else None
        if shared is not None:
            head.add(Label(appearance, shared.words, Type.UI, Colour.INK2))
        if with_dates:
            head.add(Label(appearance, phrases.letter_words(response), Type.SMALL, Colour.INK2))
        self.add(head)
        for one in answers:
            if shared is None and one.item.position is not None:
                self.add(Label(appearance, one.item.position.words, Type.UI, Colour.INK2))
            if one.item.text:
                self.add(Prose(appearance, one.item.text, Type.BODY))


class EventRow(Row):
    """One status: its mark, day, word and source; the comment under it."""

    def __init__(self, appearance: Appearance, event: StatusEvent, reference: str | None) -> None:
        super().__init__(
            appearance, gap=Space.GAP, top=True, margins=(0, Space.CLOSE, 0, Space.CLOSE)
        )
        is_force = event.track is Track.FORCE
        find_mark = mark_for_force_status if is_force else mark_for_hmicfrs_position
        day = Column(appearance)
        day.add(
            StatusWord(
                appearance, find_mark(event.status), in_table(event.date), Type.UI, Colour.INK2
            )
        )
        day.fix(width=_DAY_WIDTH)
        words = Column(appearance, gap=Space.HAIR)
        said = phrases.event_words(event, reference)
        words.add(Label(appearance, said, Type.UI_BOLD, wrap=True))
        if event.comment:
            words.add(Label(appearance, event.comment, Type.SMALL, Colour.INK2, wrap=True))
        self.add(day)
        self.add(words, stretch=1)
        source = event.source or "source not recorded"
        self.add(Label(appearance, source, Type.SMALL, Colour.INK2, elide=True, right=True))


class FindingLink(Column):
    """Another finding, that can be opened."""

    opened = Signal(str)

    def __init__(self, appearance: Appearance, uid: FindingUid, label: str, words: str) -> None:
        super().__init__(appearance, gap=Space.HAIR)
        self._uid = uid
        self.link = Button(appearance, label, ButtonKind.LINK)
        self.link.setAccessibleDescription(words)
        self.link.clicked.connect(self._on_clicked)
        row = Row(appearance)
        row.add(self.link)
        row.add_stretch()
        self.add(row, Label(appearance, words, Type.UI, wrap=True))

    def _on_clicked(self) -> None:
        self.opened.emit(self._uid)


class QuestionPart(Column):
    """A question of the panel, how it stands, its answer and what the member thought of it."""

    def __init__(self, appearance: Appearance, asked: AskedQuestion) -> None:
        super().__init__(appearance, gap=Space.TIGHT)
        question = asked.question
        colour = Colour.MOVED if question.state in _LOUD_STATES else Colour.INK2
        state = Flow(appearance, gap=Space.GAP, line_gap=Space.NONE)
        if question.states:
            day = in_table(question.states[-1].on)
            state.add(Label(appearance, day, Type.UI, Colour.INK2))
        state.add(Label(appearance, question.state.words, Type.UI_BOLD, colour))
        if question.kind is not None:
            state.add(Label(appearance, question.kind.words, Type.SMALL, Colour.INK2))
        head = Row(appearance, gap=Space.GAP)
        head.add(state, stretch=1)
        if dates := phrases.question_dates(question):
            head.add(Label(appearance, dates, Type.SMALL, Colour.INK2))
        self.add(head, Prose(appearance, question.text, Type.BODY))
        if asked.member:
            self.add(Label(appearance, f"Asked by {asked.member}", Type.SMALL, Colour.INK2))
        self._add_answer(asked)

    def _add_answer(self, asked: AskedQuestion) -> None:
        question = asked.question
        if not question.answer:
            return
        by = f"Answer of {asked.answered_by}" if asked.answered_by else "Answer"
        answer = Column(self.appearance, gap=Space.HAIR, margins=(Space.ROOM, Space.TIGHT, 0, 0))
        answer.add(Label(self.appearance, by, Type.SMALL_BOLD))
        answer.add(Prose(self.appearance, question.answer, Type.BODY))
        if question.verdict is not None:
            verdict = phrases.verdict_words(question.verdict)
            answer.add(Label(self.appearance, verdict, Type.UI, Colour.INK2, wrap=True))
        self.add(answer)
