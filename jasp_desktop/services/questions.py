"""The panel's questions and the member's own drafts: the list of all, and the life of each."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

from jasp_desktop.domain.changes import Act
from jasp_desktop.domain.errors import InvalidInput
from jasp_desktop.domain.identity import MeetingUid, PersonUid, QuestionUid, Uid
from jasp_desktop.domain.notebook import DraftQuestion, NotebookRecord
from jasp_desktop.domain.question_board import Board, Likeness, near_duplicates
from jasp_desktop.domain.question_history import HistoryLine, history_lines
from jasp_desktop.domain.question_moves import Move, moved
from jasp_desktop.domain.question_records import DatedFact, facts_since, since_day
from jasp_desktop.domain.records import (
    Person,
    Question,
    QuestionStage,
    Record,
    Subject,
)
from jasp_desktop.domain.vocabulary import PersonKind, QuestionState
from jasp_desktop.services.notebook import NotebookService
from jasp_desktop.services.question_plans import QuestionPlans
from jasp_desktop.store import questions as stored
from jasp_desktop.store import register
from jasp_desktop.store.database import Database
from jasp_desktop.store.question_lines import board_lines

_GONE = (
    "What this question is about is not on the register any more. Draft it again from a record "
    "that is."
)


@dataclass(frozen=True, slots=True)
class Sharing:
    """A draft on its way to the chair: first the register has it, then the notebook's bin."""

    question: Question
    entered: Act[Record]
    binned: Act[NotebookRecord]


class QuestionService(QuestionPlans):
    """Every question: plans what becomes of it, lists all, tells the life of one.

    Every call is one short transaction or a few; any thread may call it.
    """

    def __init__(
        self, database: Database, notebook: NotebookService, now: Callable[[], datetime]
    ) -> None:
        super().__init__(database, now)
        self._notebook = notebook

    def question(self, uid: str) -> Question | None:
        """Return a question that the register holds."""
        with self._database.reading() as session:
            return register.fetch_one(session, Question, uid)

    def draft(self, uid: str) -> DraftQuestion | None:
        """Return a draft of the member's own; None where it is shared or in the bin."""
        return next((each for each in self.drafts() if each.uid == uid), None)

    def drafts(self) -> list[DraftQuestion]:
        """Return the member's own drafts, oldest first; one that the register has is none."""
        drafts = self._notebook.drafts()
        names = [Subject("question", Uid(each.uid)) for each in drafts]
        with self._database.reading() as session:
            entered = {each.uid for each in register.present(session, names)}
        return [each for each in drafts if each.uid not in entered]

    def questions_of(self, meeting: MeetingUid) -> list[Question]:
        """Return what the register holds for a meeting, oldest first."""
        with self._database.reading() as session:
            return stored.questions_of(session, meeting)

    def askers(self) -> list[Person]:
        """Return who may ask for the panel: its members and its chair, by name."""
        kinds = {PersonKind.MEMBER, PersonKind.CHAIR}
        return [person for person in self.people() if person.kind in kinds]

    def people(self) -> list[Person]:
        """Return everybody the panel works with, by name."""
        with self._database.reading() as session:
            return sorted(register.read_records(session, Person), key=lambda each: each.name)

    def share(
        self,
        draft: DraftQuestion,
        member: PersonUid | None,
        *,
        meeting: MeetingUid | None = None,
        on: date | None = None,
    ) -> Sharing:
        """Plan to share a draft: the register gets it under its own uid, and the notebook bins it.

        The register's act comes first and the notebook's second, to undo them the other way round.
        Should the program stop between, the question stands in both files and is shown once;
        ``clear_shared`` then ends it.

        Raises:
            InvalidInput: It is not ready, is about something that is gone, or nobody asks it.
        """
        if member is None:
            raise InvalidInput("by", "Choose whose question it is.")
        with self._database.reading() as session:
            if not register.present(session, [draft.subject]):
                raise InvalidInput("subject", _GONE)
        question = _of_draft(draft, member)
        wanted = meeting or draft.meeting
        if wanted is not None:
            question = replace(question, **self._at(question, wanted))
        after = moved(
            question,
            Move.SHARE,
            self._day(question, on),
            asked_of_snapshot=self.snapshot_of(draft.subject),
        )
        entered = self._act("Share with the chair", [(None, after)])
        return Sharing(after, entered, self._notebook.binned(draft))

    def clear_shared(self) -> int:
        """Bin the drafts that the register has already, after a stop half way; return how many."""
        kept = {draft.uid for draft in self.drafts()}
        left = [draft for draft in self._notebook.drafts() if draft.uid not in kept]
        for draft in left:
            self._notebook.carry_out(self._notebook.binned(draft))
        return len(left)

    def board(self) -> Board:
        """Return every question, the member's own drafts included, by stage and then by age."""
        drafts = self.drafts()
        with self._database.reading() as session:
            return Board(board_lines(session, drafts))

    def count(self) -> int:
        """Return how many questions there are, the member's own drafts included."""
        drafts = len(self.drafts())
        with self._database.reading() as session:
            return drafts + stored.question_count(session)

    def near_duplicates(self) -> tuple[Likeness, ...]:
        """Return the pairs of questions still to be asked that may be one."""
        return near_duplicates(self.board().lines)

    def history(self, question: Question) -> tuple[HistoryLine, ...]:
        """Return what has become of a question, the earliest first."""
        with self._database.reading() as session:
            return history_lines(stored.story_of(session, question))

    def since_asked(self, question: Question) -> tuple[DatedFact, ...]:
        """Return what the record says of days after the one on which it was asked.

        What follows a question is not shown to follow from it.
        """
        day = since_day(question)
        if day is None or question.subject is None:
            return ()
        with self._database.reading() as session:
            return facts_since(stored.around_subject(session, question.subject, None), day)

    def authors(self, question: Question) -> tuple[str, ...]:
        """Return whose question it is: its member, and those of the questions merged into it."""
        with self._database.reading() as session:
            asked = [question, *stored.merged_into(session, question.uid)]
            members = [each.member for each in asked if each.member is not None]
            return tuple(person.name for person in register.fetch(session, Person, members))


def _of_draft(draft: DraftQuestion, member: PersonUid) -> Question:
    """Return a draft as the register would hold it; when it became ready is not known."""
    begun = draft.created_at.astimezone().date()
    return Question(
        uid=QuestionUid(Uid(draft.uid)),
        member=member,
        subject=draft.subject,
        kind=draft.kind,
        text=draft.text,
        state=draft.state,
        states=(QuestionStage(state=QuestionState.DRAFT, on=begun),),
    )
