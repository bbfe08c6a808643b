"""What a meeting came to: what was asked and answered, what is to be done, what goes on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jasp_desktop.domain.meeting_live import PUT
from jasp_desktop.domain.panel_tracker import TrackerEntry
from jasp_desktop.domain.question_moves import Move, permits, standing
from jasp_desktop.domain.records import AgendaItem, Meeting, Panel, Question
from jasp_desktop.domain.vocabulary import MeetingStatus, Openness, QuestionState, Verdict


@dataclass(frozen=True, slots=True)
class PutQuestion:
    """A question that was put, with the names of who asked and who answered."""

    question: Question
    member: str | None = None
    answered_by: str | None = None

    @property
    def is_owed(self) -> bool:
        """Tell whether an answer, or the rest of one, is still to come."""
        return standing(self.question) in {QuestionState.ASKED, QuestionState.ANSWER_OUTSTANDING}


@dataclass(frozen=True, slots=True)
class OutcomeItem:
    """An item with the questions put on it; None holds those that were on no item."""

    item: AgendaItem | None
    questions: tuple[PutQuestion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingOutcome:
    """A meeting and what it came to; the names are those of who came and who sent apologies.

    ``left`` are the questions that it leaves unsettled and that still stand at it, ``carried``
    those that went on to a later one; ``following`` is the next meeting that is planned.
    """

    panel: Panel
    meeting: Meeting
    chair: str | None = None
    present: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    apologies: tuple[str, ...] = ()
    items: tuple[OutcomeItem, ...] = ()
    actions: tuple[TrackerEntry, ...] = ()
    left: tuple[Question, ...] = ()
    carried: tuple[Question, ...] = ()
    following: Meeting | None = None

    @property
    def put(self) -> tuple[PutQuestion, ...]:
        """Return every question that was put."""
        return tuple(each for item in self.items for each in item.questions)

    @property
    def wanting(self) -> tuple[PutQuestion, ...]:
        """Return the questions of which a panel action may be made: nothing settled them yet."""
        return tuple(
            each
            for each in self.put
            if each.question.meeting == self.meeting.uid and _may_be_action(each.question)
        )

    @property
    def private_items(self) -> tuple[AgendaItem, ...]:
        """Return the items that were taken in private and on which something was asked."""
        return tuple(
            each.item
            for each in self.items
            if each.item is not None and each.item.openness is Openness.NON_PUBLIC
        )


def _may_be_action(question: Question) -> bool:
    is_settled = question.verdict is Verdict.SATISFIED
    return not is_settled and permits(question, Move.PANEL_ACTION)


@dataclass(frozen=True, slots=True)
class Sitting:
    """The days that belong to a meeting: its own and those up to the next one that is not off.

    A question names only the meeting at which it stands now; when it stood at an earlier one is
    told by the days of its states.
    """

    meeting: Meeting
    until: date | None

    @classmethod
    def of(cls, meeting: Meeting, meetings: Iterable[Meeting]) -> "Sitting":
        """Return the days of a meeting among all there are."""
        later = [
            each.held_on
            for each in meetings
            if each.held_on > meeting.held_on and each.status is not MeetingStatus.CANCELLED
        ]
        return cls(meeting, min(later, default=None))

    def reached(self, question: Question, state: QuestionState) -> bool:
        """Tell whether a question came into a state in these days."""
        return any(
            stage.state is state
            and stage.on >= self.meeting.held_on
            and (self.until is None or stage.on < self.until)
            for stage in question.states
        )

    def carried(self, question: Question) -> bool:
        """Tell whether this meeting left a question to a later one."""
        is_elsewhere = question.meeting != self.meeting.uid
        return is_elsewhere and self.reached(question, QuestionState.CARRIED_FORWARD)

    def put(self, question: Question) -> bool:
        """Tell whether a question was put at this meeting, wherever it stands now."""
        if question.meeting == self.meeting.uid:
            return question.state in PUT
        return self.carried(question) and self.reached(question, QuestionState.ASKED)
