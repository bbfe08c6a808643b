"""Every move of a question's life, planned as an act by the table in ``domain.question_moves``.

Nothing is written here: whoever asked for a plan carries it out, and can take it back.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TypedDict, Unpack

from jasp_desktop.domain.changes import Act, Change, in_one_step
from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.errors import InvalidInput, UserError
from jasp_desktop.domain.identity import (
    AgendaItemUid,
    MeetingUid,
    PanelActionUid,
    PersonUid,
    QuestionUid,
    made_uid,
)
from jasp_desktop.domain.panel_tracker import next_action_number
from jasp_desktop.domain.question_moves import (
    RULES,
    Changed,
    Move,
    goes_on,
    moved,
    permits,
    reached,
)
from jasp_desktop.domain.question_records import snapshot_text
from jasp_desktop.domain.record_rules import refuse_faults
from jasp_desktop.domain.records import Meeting, PanelAction, Question, Record, Subject
from jasp_desktop.domain.vocabulary import QuestionKind, QuestionState, Verdict
from jasp_desktop.services.editing import PlannedRegister
from jasp_desktop.services.notebook import checked
from jasp_desktop.store import questions as stored
from jasp_desktop.store import register
from jasp_desktop.store.database import Database


class _Placed(TypedDict):
    """Where a question stands: a meeting, and the item of it."""

    meeting: MeetingUid
    agenda_item: AgendaItemUid | None


_NO_NEXT = (
    "No later meeting is planned yet. Plan it under Meetings, then carry the questions forward."
)


class QuestionPlans:
    """Plans what becomes of questions that the register holds. Any thread may call it.

    A plan raises InvalidInput where the table does not permit the move, or what is given breaks a
    rule; its ``field`` names what was asked for. ``on`` is the day of the move: today where it is
    not given, and never before the day of the state that the question leaves.

    Plans made one on another (``after`` gives the question between them) become one act by
    ``domain.changes.in_one_step``.
    """

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def marked_ready(self, question: Question, *, on: date | None = None) -> Act[Record]:
        """Plan to mark a draft that the register holds as ready."""
        return self._plan(question, Move.READY, self._day(question, on))

    def back_to_draft(self, question: Question, *, on: date | None = None) -> Act[Record]:
        """Plan to work again on the words of one that the register holds."""
        return self._plan(question, Move.BACK_TO_DRAFT, self._day(question, on))

    def shared(self, question: Question, *, on: date | None = None) -> Act[Record]:
        """Plan to share one that the register holds as ready."""
        snapshot = self.snapshot_of(question.subject)
        day = self._day(question, on)
        return self._plan(question, Move.SHARE, day, asked_of_snapshot=snapshot)

    def sent(self, question: Question, *, on: date | None = None) -> Act[Record]:
        """Plan to send it to those who are to answer."""
        return self._plan(question, Move.SEND, self._day(question, on))

    def asked(
        self, question: Question, *, meeting: MeetingUid, on: date, minute: str | None = None
    ) -> Act[Record]:
        """Plan to record that it was asked at a meeting; ``minute`` is the minute's reference."""
        return self._plan(
            question,
            Move.ASK,
            on,
            minute=(minute or "").strip() or None,
            asked_of_snapshot=self._snapshot_on(question, on),
            **self._at(question, meeting),
        )

    def answered(
        self,
        question: Question,
        text: str,
        *,
        by: PersonUid | None,
        on: date,
        due: date | None = None,
    ) -> Act[Record]:
        """Plan to record an answer, spoken or written; ``due``: the day by which more is to come.

        With a ``due`` the answer stays outstanding. An earlier verdict was on an earlier answer
        and goes.
        """
        _refuse_early(due, on)
        after = moved(
            question,
            Move.ANSWER,
            on,
            answer=checked(text, "answer"),
            answered_by=by,
            answered_on=on,
            answer_due=due or question.answer_due,
            verdict=None,
        )
        if due is not None and after.state is QuestionState.ANSWERED:
            after = reached(after, QuestionState.ANSWER_OUTSTANDING, on)
        return self._act(RULES[Move.ANSWER].words, [(question, after)])

    def outstanding(self, question: Question, *, due: date, on: date | None = None) -> Act[Record]:
        """Plan to wait for an answer, or for the rest of one, until a day."""
        day = self._day(question, on)
        _refuse_early(due, day)
        return self._plan(question, Move.OUTSTANDING, day, answer_due=due)

    def judged(self, question: Question, verdict: Verdict) -> Act[Record]:
        """Plan to give the member's verdict on the answer."""
        return self._plan(question, Move.JUDGE, None, verdict=verdict)

    def carried_to(
        self, question: Question, meeting: MeetingUid, *, on: date | None = None
    ) -> Act[Record]:
        """Plan to carry it forward to another meeting."""
        if meeting == question.meeting:
            raise InvalidInput("meeting", "It stands at this meeting already. Choose a later one.")
        day = self._day(question, on)
        return self._plan(question, Move.CARRY, day, **self._at(question, meeting))

    def to_panel_action(
        self,
        question: Question,
        text: str,
        *,
        owner: PersonUid | None,
        due: date | None,
        on: date | None = None,
    ) -> Act[Record]:
        """Plan to make a panel action of it, numbered on from the last."""
        day = self._day(question, on)
        _refuse_early(due, day)
        with self._database.reading() as session:
            number = next_action_number(stored.panel_action_numbers(session))
        action = PanelAction(
            uid=PanelActionUid(made_uid()),
            number=number,
            text=checked(text, "action"),
            question=question.uid,
            owner=owner,
            due=due,
        )
        after = moved(question, Move.PANEL_ACTION, day)
        return self._act(f"Make {number}", [(question, after), (None, action)])

    def withdrawn(self, question: Question, *, on: date | None = None) -> Act[Record]:
        """Plan to withdraw it; it stays on record."""
        return self._plan(question, Move.WITHDRAW, self._day(question, on))

    def followed(
        self,
        question: Question,
        text: str,
        *,
        member: PersonUid | None,
        kind: QuestionKind | None = None,
        meeting: MeetingUid | None = None,
        on: date | None = None,
    ) -> Act[Record]:
        """Plan a new question that follows one; the chair has it at once."""
        moved(question, Move.FOLLOW_UP)
        new = Question(
            uid=QuestionUid(made_uid()),
            member=member,
            subject=question.subject,
            kind=kind or question.kind,
            text=checked(text, "question"),
            state=QuestionState.SHARED_WITH_THE_CHAIR,
            follows=question.uid,
            asked_of_snapshot=self.snapshot_of(question.subject),
        )
        if meeting is not None:
            new = replace(new, **self._at(new, meeting))
        new = reached(new, new.state, self._day(question, on))
        return self._act(RULES[Move.FOLLOW_UP].words, [(None, new)])

    def merged(self, question: Question, into: Question) -> Act[Record]:
        """Plan to ask one question for two; each keeps its author.

        What was merged into the first goes with it.
        """
        if into.uid == question.uid or not permits(into, Move.MERGE):
            raise InvalidInput("into", "Choose another question that is still to be asked.")
        with self._database.reading() as session:
            others = stored.merged_into(session, question.uid)
        merged = moved(question, Move.MERGE, merged_into=into.uid)
        follow = [(other, replace(other, merged_into=into.uid)) for other in others]
        return self._act("Merge questions", [(question, merged), *follow])

    def parted(self, question: Question) -> Act[Record]:
        """Plan to let a merged question stand on its own again."""
        return self._plan(question, Move.PART, None, merged_into=None)

    def carry_over(self, meeting: MeetingUid) -> Act[Record] | None:
        """Plan what happens when a meeting ends: what is not settled goes to the next one.

        None where nothing goes on.

        Raises:
            UserError: There is no later meeting yet to carry to.
        """
        with self._database.reading() as session:
            held = register.fetch_one(session, Meeting, meeting)
            left = [each for each in stored.questions_of(session, meeting) if goes_on(each)]
            later = stored.planned_after(session, held.held_on) if held is not None else []
        if held is None or not left:
            return None
        if not later:
            raise UserError(_NO_NEXT)
        acts = [
            self.carried_to(each, later[0].uid, on=_not_before(each, held.held_on)) for each in left
        ]
        count = "1 question" if len(acts) == 1 else f"{len(acts):,} questions"
        return in_one_step(acts, f"Carry {count} forward to {in_words(later[0].held_on)}")

    def next_meeting(self, question: Question) -> Meeting | None:
        """Return the first planned meeting after the one that a question stands at."""
        with self._database.reading() as session:
            at = register.fetch_one(session, Meeting, question.meeting or "")
            day = self._today() if at is None else at.held_on
            return next(iter(stored.planned_after(session, day)), None)

    def snapshot_of(self, subject: Subject | None) -> str | None:
        """Return what the record says now of a subject; None where it says nothing."""
        if subject is None:
            return None
        with self._database.reading() as session:
            panel = register.read_panel(session)
            as_at = panel.as_at if panel else None
            return snapshot_text(stored.around_subject(session, subject, as_at)) or None

    def after(self, act: Act[Record], question: Question) -> Question:
        """Return a question as it stands once an act on it is carried out."""
        after = (change.after for change in act.changes if change.before == question)
        return next((each for each in after if isinstance(each, Question)), question)

    def _today(self) -> date:
        return self._now().astimezone().date()

    def _day(self, question: Question, on: date | None) -> date:
        return _not_before(question, self._today()) if on is None else on

    def _snapshot_on(self, question: Question, on: date) -> str | None:
        """Return the state a question is asked against: what is kept, where newer data came since.

        A question that is recorded as asked after the fact must not be given data that nobody had.
        """
        with self._database.reading() as session:
            panel = register.read_panel(session)
        is_later = panel is not None and panel.as_at is not None and panel.as_at > on
        if is_later and question.asked_of_snapshot:
            return question.asked_of_snapshot
        return self.snapshot_of(question.subject) or question.asked_of_snapshot

    def _at(self, question: Question, meeting: MeetingUid) -> "_Placed":
        """Return the fields by which a question stands at a meeting, under the item it is about."""
        if meeting == question.meeting and question.agenda_item is not None:
            return _Placed(meeting=meeting, agenda_item=question.agenda_item)
        with self._database.reading() as session:
            item = stored.item_about(session, meeting, question.subject)
        return _Placed(meeting=meeting, agenda_item=item.uid if item else None)

    def _plan(
        self, question: Question, move: Move, on: date | None, **changed: Unpack[Changed]
    ) -> Act[Record]:
        after = moved(question, move, on, **changed)
        return self._act(RULES[move].words, [(question, after)])

    def _act(self, words: str, pairs: Sequence[tuple[Record | None, Record]]) -> Act[Record]:
        around = PlannedRegister(self._database)
        for _, after in pairs:
            around.plan(after.uid, after)
        for _, after in pairs:
            refuse_faults(after, around.known)
        return Act(words, tuple(Change[Record](before, after) for before, after in pairs))


def _not_before(question: Question, day: date) -> date:
    return max([day, *(stage.on for stage in question.states[-1:])])


def _refuse_early(due: date | None, on: date) -> None:
    if due is not None and due < on:
        raise InvalidInput("due", f"Choose {in_words(on)} or a later day.")
