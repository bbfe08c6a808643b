"""The life of a question: one table says which moves are permitted, who makes them, and what for.

The service plans moves by it, pages make buttons and forms of it, and the help prints it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TypedDict, Unpack

from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.errors import InvalidInput
from jasp_desktop.domain.identity import AgendaItemUid, MeetingUid, PersonUid, QuestionUid
from jasp_desktop.domain.records import Question, QuestionStage
from jasp_desktop.domain.vocabulary import PersonKind, QuestionState, Verdict


class Move(StrEnum):
    """What a person does with a question."""

    READY = "ready"
    BACK_TO_DRAFT = "back_to_draft"
    SHARE = "share"
    SEND = "send"
    ASK = "ask"
    ANSWER = "answer"
    OUTSTANDING = "outstanding"
    JUDGE = "judge"
    CARRY = "carry"
    PANEL_ACTION = "panel_action"
    FOLLOW_UP = "follow_up"
    MERGE = "merge"
    PART = "part"
    WITHDRAW = "withdraw"


class Wanted(StrEnum):
    """What a move asks for; ``is_needed`` of a ``MoveRule`` tells which cannot be left blank."""

    ON = "on"
    MEETING = "meeting"
    MINUTE = "minute"
    ANSWER = "answer"
    BY = "by"
    DUE = "due"
    VERDICT = "verdict"
    TEXT = "text"
    OWNER = "owner"
    INTO = "into"


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveRule:
    """One row of the table: ``leads`` gives the state that each permitted state becomes.

    ``words`` is the move as a button says it, ``about`` what it means, ``needs`` what it cannot do
    without, ``takes`` what may be left blank. ``who`` is a rule of the panel, shown and not
    enforced: the program does not know who sits before it.
    """

    move: Move
    words: str
    about: str
    who: tuple[PersonKind, ...]
    leads: Mapping[QuestionState, QuestionState]
    needs: tuple[Wanted, ...] = ()
    takes: tuple[Wanted, ...] = ()


class Changed(TypedDict, total=False):
    """Fields of a question that a move sets beside its state."""

    meeting: MeetingUid | None
    agenda_item: AgendaItemUid | None
    minute: str | None
    answer: str | None
    answered_by: PersonUid | None
    answered_on: date | None
    answer_due: date | None
    verdict: Verdict | None
    merged_into: QuestionUid | None
    asked_of_snapshot: str | None


_S = QuestionState
_MEMBER, _CHAIR, _OFFICE = PersonKind.MEMBER, PersonKind.CHAIR, PersonKind.SECRETARIAT


def _all_to(state: QuestionState, *froms: QuestionState) -> Mapping[QuestionState, QuestionState]:
    return MappingProxyType(dict.fromkeys(froms, state))


def _stays(*states: QuestionState) -> Mapping[QuestionState, QuestionState]:
    return MappingProxyType({state: state for state in states})


_NOT_ASKED = (_S.SHARED_WITH_THE_CHAIR, _S.SENT_IN_ADVANCE, _S.CARRIED_FORWARD)
_OWED = (_S.ASKED, _S.ANSWER_OUTSTANDING)
_PUT = (*_OWED, _S.ANSWERED, _S.PANEL_ACTION, _S.CARRIED_FORWARD)

RULES: Mapping[Move, MoveRule] = MappingProxyType(
    {
        rule.move: rule
        for rule in (
            MoveRule(
                move=Move.READY,
                words="Mark ready",
                about="The words are as they should be. The question is still only its member’s.",
                who=(_MEMBER,),
                leads=_all_to(_S.READY, _S.DRAFT),
            ),
            MoveRule(
                move=Move.BACK_TO_DRAFT,
                words="Back to draft",
                about="The words need more work.",
                who=(_MEMBER,),
                leads=_all_to(_S.DRAFT, _S.READY),
            ),
            MoveRule(
                move=Move.SHARE,
                words="Share with the chair",
                about=(
                    "The question leaves the member’s notebook and stands in the register, with "
                    "what the record said that day."
                ),
                who=(_MEMBER,),
                leads=_all_to(_S.SHARED_WITH_THE_CHAIR, _S.READY),
                needs=(Wanted.ON,),
                takes=(Wanted.BY, Wanted.MEETING),
            ),
            MoveRule(
                move=Move.SEND,
                words="Send in advance",
                about="Those who are to answer have the question before the meeting.",
                who=(_OFFICE, _CHAIR),
                leads=_all_to(_S.SENT_IN_ADVANCE, _S.SHARED_WITH_THE_CHAIR, _S.CARRIED_FORWARD),
                needs=(Wanted.ON,),
            ),
            MoveRule(
                move=Move.ASK,
                words="Record as asked",
                about="It was put at a meeting; the minute says where.",
                who=(_MEMBER, _CHAIR, _OFFICE),
                leads=_all_to(_S.ASKED, *_NOT_ASKED),
                needs=(Wanted.MEETING, Wanted.ON),
                takes=(Wanted.MINUTE,),
            ),
            MoveRule(
                move=Move.ANSWER,
                words="Record the answer",
                about=(
                    "What was said or written, by whom and when. A day by which more is to follow "
                    "keeps the answer outstanding. A new answer waits for a new verdict."
                ),
                who=(_OFFICE, _MEMBER),
                leads=MappingProxyType(
                    dict.fromkeys((_S.SENT_IN_ADVANCE, *_OWED, _S.ANSWERED), _S.ANSWERED)
                    | {_S.PANEL_ACTION: _S.PANEL_ACTION, _S.CARRIED_FORWARD: _S.ANSWERED}
                ),
                needs=(Wanted.ANSWER, Wanted.ON),
                takes=(Wanted.BY, Wanted.DUE),
            ),
            MoveRule(
                move=Move.OUTSTANDING,
                words="Answer outstanding",
                about="There is no full answer yet; it is owed by a day.",
                who=(_OFFICE, _CHAIR),
                leads=_all_to(_S.ANSWER_OUTSTANDING, *_OWED, _S.ANSWERED),
                needs=(Wanted.DUE,),
            ),
            MoveRule(
                move=Move.JUDGE,
                words="Give the verdict",
                about="The member says whether the answer satisfies.",
                who=(_MEMBER,),
                leads=_stays(_S.ANSWERED, _S.ANSWER_OUTSTANDING, _S.PANEL_ACTION),
                needs=(Wanted.VERDICT,),
            ),
            MoveRule(
                move=Move.CARRY,
                words="Carry forward",
                about=(
                    "It goes to the next meeting: it was not reached, has no answer, or its answer "
                    "did not satisfy."
                ),
                who=(_CHAIR, _OFFICE),
                leads=_all_to(_S.CARRIED_FORWARD, *_NOT_ASKED, *_OWED, _S.ANSWERED),
                needs=(Wanted.MEETING, Wanted.ON),
            ),
            MoveRule(
                move=Move.PANEL_ACTION,
                words="Make a panel action",
                about="The panel asks for something to be done, under the next number.",
                who=(_CHAIR, _OFFICE),
                leads=_all_to(_S.PANEL_ACTION, *_OWED, _S.ANSWERED, _S.CARRIED_FORWARD),
                needs=(Wanted.TEXT, Wanted.ON),
                takes=(Wanted.OWNER, Wanted.DUE),
            ),
            MoveRule(
                move=Move.FOLLOW_UP,
                words="Follow up",
                about="A new question follows this one; the chair has it at once.",
                who=(_MEMBER, _CHAIR),
                leads=_stays(*_PUT),
                needs=(Wanted.TEXT, Wanted.ON),
                takes=(Wanted.BY, Wanted.MEETING),
            ),
            MoveRule(
                move=Move.MERGE,
                words="Merge into another",
                about="One question is asked for both; each keeps its author.",
                who=(_CHAIR, _OFFICE),
                leads=_stays(*_NOT_ASKED),
                needs=(Wanted.INTO,),
            ),
            MoveRule(
                move=Move.PART,
                words="Take apart again",
                about="A question that was merged stands on its own again.",
                who=(_CHAIR, _OFFICE),
                leads=_stays(*_S),
            ),
            MoveRule(
                move=Move.WITHDRAW,
                words="Withdraw",
                about="It is not to be asked, or no answer is wanted any more. It stays on record.",
                who=(_MEMBER, _CHAIR),
                leads=_all_to(_S.WITHDRAWN, _S.DRAFT, _S.READY, *_NOT_ASKED, *_OWED),
                needs=(Wanted.ON,),
            ),
        )
    }
)
"""The one table of permitted moves."""


def permits(question: Question, move: Move) -> bool:
    """Tell whether a move may be made with a question as it stands."""
    if (move is Move.PART) != (question.merged_into is not None):
        return False
    if question.state not in RULES[move].leads:
        return False
    if move is Move.JUDGE:
        return bool(question.answer)
    if move is Move.CARRY and question.state is QuestionState.ANSWERED:
        return left_unsatisfied(question)
    return True


def permitted(question: Question) -> tuple[Move, ...]:
    """Return the moves that may be made with a question, in the table's order."""
    return tuple(move for move in RULES if permits(question, move))


def moves_of_state(state: QuestionState) -> tuple[Move, ...]:
    """Return the moves that the table has for a state, but for what only a merged question does."""
    return tuple(
        move for move, rule in RULES.items() if state in rule.leads and move is not Move.PART
    )


def left_unsatisfied(question: Question) -> bool:
    """Tell whether the member's verdict on the answer is other than satisfied."""
    return question.verdict is not None and question.verdict is not Verdict.SATISFIED


def goes_on(question: Question) -> bool:
    """Tell whether a question that a meeting leaves behind is carried to the next one by itself."""
    is_due = question.state.is_shared and question.state is not QuestionState.PANEL_ACTION
    return is_due and permits(question, Move.CARRY)


def moved(
    question: Question, move: Move, on: date | None = None, **changed: Unpack[Changed]
) -> Question:
    """Return a question after a move; ``on`` is the day on which it reached its new state.

    Raises:
        InvalidInput: The table does not permit the move now, or the day lies before the day of the
            state it leaves.
    """
    rule = RULES[move]
    if not permits(question, move):
        raise InvalidInput(
            "state",
            f"“{rule.words}” is not possible while the question stands as "
            f"“{question.state.words}”. Nothing was changed.",
        )
    after = replace(question, **changed)
    state = rule.leads[question.state]
    if on is None or (state is question.state and move is not Move.CARRY):
        return replace(after, state=state)
    return reached(after, state, on)


def reached(question: Question, state: QuestionState, on: date) -> Question:
    """Return a question in a state, with the day in the list of its states.

    Raises:
        InvalidInput: The day lies before that of the state before.
    """
    last = question.states[-1] if question.states else None
    if last is not None and on < last.on:
        raise InvalidInput(
            "on",
            f"The question was “{last.state.words}” on {in_words(last.on)}. Choose that day or a "
            "later one.",
        )
    return replace(
        question, state=state, states=(*question.states, QuestionStage(state=state, on=on))
    )


def standing(question: Question) -> QuestionState:
    """Return a question's state; of one that was carried forward, that in which it went on."""
    if question.state is not QuestionState.CARRIED_FORWARD:
        return question.state
    earlier = [each.state for each in question.states if each.state is not question.state]
    return earlier[-1] if earlier else question.state


def day_of(question: Question, state: QuestionState) -> date | None:
    """Return the last day on which a question reached a state."""
    return next((stage.on for stage in reversed(question.states) if stage.state is state), None)
