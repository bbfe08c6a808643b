"""What the choices of a move's form offer, and what its fields begin with."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.meeting_people import is_on_panel, name_and_role
from jasp_desktop.domain.notebook import DraftQuestion
from jasp_desktop.domain.question_board import QuestionLine, still_to_ask
from jasp_desktop.domain.question_moves import Move, Wanted
from jasp_desktop.domain.records import Meeting, Person, Question
from jasp_desktop.domain.vocabulary import MeetingStatus, PersonKind
from jasp_desktop.services.opening import Desk
from jasp_desktop.ui.questions.move_form import Offers

_LONGEST = 90


def offers_for(
    desk: Desk, move: Move, question: Question, lines: Sequence[QuestionLine], today: date
) -> Offers:
    """Return what a form offers for a move with a question that the register holds."""
    meetings = [line.meeting for line in desk.register.meetings()]
    following = desk.questions.next_meeting(question)
    begun: dict[Wanted, Any] = {Wanted.ON: _not_before_last(question, today)}
    match move:
        case Move.ASK:
            at = next((each for each in meetings if each.uid == question.meeting), following)
            begun[Wanted.MEETING] = at.uid if at else None
            if at is not None and at.held_on <= today:
                begun[Wanted.ON] = _not_before_last(question, at.held_on)
        case Move.CARRY | Move.FOLLOW_UP:
            begun[Wanted.MEETING] = following.uid if following else None
            begun[Wanted.BY] = question.member
        case Move.ANSWER:
            begun |= {Wanted.ANSWER: question.answer, Wanted.BY: question.answered_by}
        case Move.OUTSTANDING:
            begun[Wanted.DUE] = question.answer_due
        case Move.JUDGE:
            begun[Wanted.VERDICT] = question.verdict
    return Offers(
        meetings=_meetings(meetings, move),
        people=_people(desk.questions.people(), move),
        questions=_questions(lines, question),
        begun=begun,
    )


def offers_for_sharing(desk: Desk, draft: DraftQuestion, member: str | None, today: date) -> Offers:
    """Return what the form offers that shares a draft; ``member`` is who shared one before."""
    meetings = [line.meeting for line in desk.register.meetings()]
    return Offers(
        meetings=_meetings(meetings, Move.SHARE),
        people=_people(desk.questions.askers(), Move.SHARE),
        begun={Wanted.ON: today, Wanted.BY: member, Wanted.MEETING: draft.meeting},
    )


def _not_before_last(question: Question, day: date) -> date:
    return max([day, *(stage.on for stage in question.states[-1:])])


def _meetings(meetings: Sequence[Meeting], move: Move) -> list[tuple[str, object]]:
    """Return the meetings that a move may name, the next one first where it is still to come."""
    if move is Move.ASK:
        offered = [each for each in meetings if each.status is not MeetingStatus.CANCELLED]
        offered.sort(key=lambda each: each.held_on, reverse=True)
    else:
        offered = [each for each in meetings if each.status is MeetingStatus.PLANNED]
        offered.sort(key=lambda each: each.held_on)
    return [(in_words(each.held_on), each.uid) for each in offered]


def _people(people: Sequence[Person], move: Move) -> list[tuple[str, object]]:
    """Return people by what they are to the panel: who asks, or first of all who answers."""
    if move in {Move.SHARE, Move.FOLLOW_UP}:
        offered = [each for each in people if is_on_panel(each)]
    else:
        offered = sorted(people, key=lambda each: (each.kind is not PersonKind.OFFICER, each.name))
    return [(name_and_role(each), each.uid) for each in offered]


def _questions(lines: Sequence[QuestionLine], question: Question) -> list[tuple[str, object]]:
    waiting = [line for line in still_to_ask(lines) if line.uid != question.uid]
    return [(_shortened(line), line.uid) for line in waiting]


def _shortened(line: QuestionLine) -> str:
    words = f"{line.member}: {line.text}" if line.member else line.text
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"
