"""From what a form was given to the act that it asks for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from jasp_desktop.domain.changes import Act
from jasp_desktop.domain.errors import InvalidInput
from jasp_desktop.domain.identity import MeetingUid, PersonUid, QuestionUid
from jasp_desktop.domain.question_moves import Move, Wanted
from jasp_desktop.domain.records import Question, Record
from jasp_desktop.domain.vocabulary import Verdict
from jasp_desktop.services.questions import QuestionService

_ASKED_FOR = {
    Wanted.ON: "Write the day.",
    Wanted.MEETING: "Choose the meeting.",
    Wanted.ANSWER: "Write the answer first.",
    Wanted.BY: "Choose whose question it is.",
    Wanted.DUE: "Write the day by which the answer is owed.",
    Wanted.VERDICT: "Choose the verdict.",
    Wanted.TEXT: "Write the words first.",
    Wanted.INTO: "Choose the question that is asked for both.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a person gave for a move; ``into`` names the question that another is merged into."""

    on: date | None = None
    meeting: MeetingUid | None = None
    minute: str = ""
    answer: str = ""
    by: PersonUid | None = None
    due: date | None = None
    verdict: Verdict | None = None
    text: str = ""
    owner: PersonUid | None = None
    into: QuestionUid | None = None


def need[T](value: T | None, wanted: Wanted) -> T:
    """Return what was given.

    Raises:
        InvalidInput: Nothing was; the sentence says what to do.
    """
    if value is None:
        raise InvalidInput(wanted.value, _ASKED_FOR[wanted])
    return value


def plan(service: QuestionService, question: Question, move: Move, given: Given) -> Act[Record]:
    """Plan a move with a question that the register holds.

    Raises:
        InvalidInput: Something is missing or breaks a rule; ``field`` names the ``Wanted``.
    """
    return _PLANS[move](service, question, given)


def _ask(service: QuestionService, question: Question, given: Given) -> Act[Record]:
    return service.asked(
        question,
        meeting=need(given.meeting, Wanted.MEETING),
        on=need(given.on, Wanted.ON),
        minute=given.minute,
    )


def _answer(service: QuestionService, question: Question, given: Given) -> Act[Record]:
    on = need(given.on, Wanted.ON)
    return service.answered(question, given.answer, by=given.by, on=on, due=given.due)


def _panel_action(service: QuestionService, question: Question, given: Given) -> Act[Record]:
    return service.to_panel_action(
        question, given.text, owner=given.owner, due=given.due, on=need(given.on, Wanted.ON)
    )


def _follow_up(service: QuestionService, question: Question, given: Given) -> Act[Record]:
    return service.followed(
        question,
        given.text,
        member=given.by,
        meeting=given.meeting,
        on=need(given.on, Wanted.ON),
    )


def _merge(service: QuestionService, question: Question, given: Given) -> Act[Record]:
    into = service.question(need(given.into, Wanted.INTO))
    return service.merged(question, need(into, Wanted.INTO))


type _Plan = Callable[[QuestionService, Question, Given], Act[Record]]

_PLANS: Mapping[Move, _Plan] = {
    Move.READY: lambda service, question, given: service.marked_ready(question, on=given.on),
    Move.BACK_TO_DRAFT: lambda service, question, given: service.back_to_draft(
        question, on=given.on
    ),
    Move.SHARE: lambda service, question, given: service.shared(
        question, on=need(given.on, Wanted.ON)
    ),
    Move.SEND: lambda service, question, given: service.sent(
        question, on=need(given.on, Wanted.ON)
    ),
    Move.ASK: _ask,
    Move.ANSWER: _answer,
    Move.OUTSTANDING: lambda service, question, given: service.outstanding(
        question, due=need(given.due, Wanted.DUE)
    ),
    Move.JUDGE: lambda service, question, given: service.judged(
        question, need(given.verdict, Wanted.VERDICT)
    ),
    Move.CARRY: lambda service, question, given: service.carried_to(
        question, need(given.meeting, Wanted.MEETING), on=need(given.on, Wanted.ON)
    ),
    Move.PANEL_ACTION: _panel_action,
    Move.FOLLOW_UP: _follow_up,
    Move.MERGE: _merge,
    Move.PART: lambda service, question, _given: service.parted(question),
    Move.WITHDRAW: lambda service, question, given: service.withdrawn(
        question, on=need(given.on, Wanted.ON)
    ),
}
