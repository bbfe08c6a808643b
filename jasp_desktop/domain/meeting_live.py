"""A meeting while it is held: its questions in the order of the agenda, and where each stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jasp_desktop.domain.identity import AgendaItemUid, MeetingUid, PersonUid, Uid
from jasp_desktop.domain.notebook import DraftQuestion
from jasp_desktop.domain.question_moves import Move, permits
from jasp_desktop.domain.records import AgendaItem, Meeting, Question
from jasp_desktop.domain.vocabulary import QuestionState

PUT = frozenset(
    {
        QuestionState.ASKED,
        QuestionState.ANSWERED,
        QuestionState.ANSWER_OUTSTANDING,
        QuestionState.PANEL_ACTION,
    }
)
"""The states of a question that was put at the meeting at which it stands."""

_AS_AT = "As at "


@dataclass(frozen=True, slots=True)
class Spot:
    """Where somebody is in a meeting that is being held, and whose questions the drafts are."""

    meeting: MeetingUid
    question: Uid | None = None
    member: PersonUid | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveQuestion:
    """A question of the meeting: the panel's, or a draft that only its member has.

    ``about`` names its subject, ``member`` who asks it.
    """

    record: Question | DraftQuestion
    item: AgendaItemUid | None
    about: str = ""
    member: str | None = None

    @property
    def uid(self) -> Uid:
        """Return the uid that it has in the notebook and in the register alike."""
        return Uid(self.record.uid)

    @property
    def question(self) -> Question | None:
        """Return the panel's question; None while only its member has it."""
        return self.record if isinstance(self.record, Question) else None

    @property
    def draft(self) -> DraftQuestion | None:
        """Return the member's draft; None once the panel has it."""
        return self.record if isinstance(self.record, DraftQuestion) else None

    @property
    def is_asked(self) -> bool:
        """Tell whether it was put."""
        return self.question is not None and self.question.state in PUT

    @property
    def is_answered(self) -> bool:
        """Tell whether an answer is recorded, be it in part."""
        return self.is_asked and bool(self.question and self.question.answer)


@dataclass(frozen=True, slots=True)
class LiveItem:
    """An item of the agenda with its questions; None holds those that are on no item."""

    item: AgendaItem | None
    questions: tuple[LiveQuestion, ...]

    @property
    def asked(self) -> int:
        """Return how many of its questions were put."""
        return sum(each.is_asked for each in self.questions)


@dataclass(frozen=True, slots=True)
class LiveMeeting:
    """A meeting with its items in their order."""

    meeting: Meeting
    items: tuple[LiveItem, ...]

    @property
    def questions(self) -> tuple[LiveQuestion, ...]:
        """Return every question in the order in which they are taken."""
        return tuple(each for item in self.items for each in item.questions)

    @property
    def asked(self) -> int:
        """Return how many questions were put."""
        return sum(item.asked for item in self.items)

    @property
    def asking(self) -> tuple[LiveItem, ...]:
        """Return the items on which there is anything to ask."""
        return tuple(item for item in self.items if item.questions)

    def place_of(self, uid: str | None) -> int:
        """Return which question, from 0, a uid names; -1 for none."""
        places = (place for place, each in enumerate(self.questions) if each.uid == uid)
        return next(places, -1)

    def item_of(self, question: LiveQuestion) -> LiveItem:
        """Return the item that a question of this meeting is on."""
        return next(item for item in self.items if question in item.questions)

    @property
    def first_left(self) -> int:
        """Return which question, from 0, is the first that was not put; the first where all were.

        -1 where there is none.
        """
        if not self.questions:
            return -1
        left = (place for place, each in enumerate(self.questions) if not each.is_asked)
        return next(left, 0)


def live_meeting(
    meeting: Meeting, agenda: Sequence[AgendaItem], questions: Iterable[LiveQuestion]
) -> LiveMeeting:
    """Return a meeting with its questions under its items, within one item by age.

    Those that are on no item come last, under none.
    """
    by_item: dict[AgendaItemUid | None, list[LiveQuestion]] = {}
    known = {item.uid for item in agenda}
    for each in sorted(questions, key=lambda one: one.uid):
        by_item.setdefault(each.item if each.item in known else None, []).append(each)
    items = [LiveItem(item, tuple(by_item.get(item.uid, ()))) for item in agenda]
    if None in by_item:
        items.append(LiveItem(None, tuple(by_item[None])))
    return LiveMeeting(meeting, tuple(items))


def facts_in_short(snapshot: str) -> tuple[str, ...]:
    """Return what the record says of a subject with everything of one record in one line.

    A snapshot has a line for each fact, begun by its record: “041/03.1. Target: 14 Sep 2026”. Its
    first line, the date of the data, stands elsewhere on the screen.
    """
    by_record: dict[str, list[str]] = {}
    for line in snapshot.splitlines():
        record, stop, fact = line.partition(". ")
        if stop:
            by_record.setdefault(record, []).append(fact.rstrip("."))
        elif not line.startswith(_AS_AT):
            by_record.setdefault("", []).append(line.rstrip("."))
    return tuple(
        f"{record}: {'; '.join(facts)}." if record else f"{'; '.join(facts)}."
        for record, facts in by_record.items()
    )


def is_taken(question: Question) -> bool:
    """Tell whether a question of a meeting is one to be put there, or was."""
    is_own = question.merged_into is None and question.state.is_shared
    return is_own and question.state is not QuestionState.WITHDRAWN


def can_be_asked(question: LiveQuestion) -> bool:
    """Tell whether a question is still to be put."""
    return question.question is None or permits(question.question, Move.ASK)
