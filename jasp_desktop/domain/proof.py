"""Proof of scrutiny: what a panel asked in a period, and what came of it.

For the panel's annual report. What a record did after a question was asked "followed" it; nothing
here says that the question was the cause.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jasp_desktop.domain.dates import in_table, in_words
from jasp_desktop.domain.errors import InvalidInput
from jasp_desktop.domain.identity import FindingUid
from jasp_desktop.domain.question_moves import standing
from jasp_desktop.domain.question_records import DatedFact
from jasp_desktop.domain.records import Question
from jasp_desktop.domain.vocabulary import QuestionState, Verdict


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends in it."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise InvalidInput("last", "The period ends before it begins. Choose a later last day.")

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def words(self) -> str:
        """Return “1 April 2026 to 31 March 2027”."""
        return f"{in_words(self.first)} to {in_words(self.last)}"


def financial_year(day: date) -> Period:
    """Return the year from 1 April that a day lies in: the year of a panel's annual report."""
    begins = day.year if (day.month, day.day) >= (4, 1) else day.year - 1
    return Period(date(begins, 4, 1), date(begins + 1, 3, 31))


class Timing(StrEnum):
    """Whether an answer came by the day it was due."""

    IN_TIME = "in_time"
    LATE = "late"
    NO_DAY_SET = "no_day_set"
    WAITING = "waiting"
    WAITING_PAST_DUE = "waiting_past_due"
    WITHDRAWN = "withdrawn"

    @property
    def words(self) -> str:
        """Return it as a column shows it."""
        return {
            Timing.IN_TIME: "In time",
            Timing.LATE: "After it was due",
            Timing.NO_DAY_SET: "Answered, no day was set",
            Timing.WAITING: "No full answer yet",
            Timing.WAITING_PAST_DUE: "No full answer, past its day",
            Timing.WITHDRAWN: "Withdrawn",
        }[self]

    @property
    def is_answered(self) -> bool:
        """Tell whether there is a whole answer."""
        return self in {Timing.IN_TIME, Timing.LATE, Timing.NO_DAY_SET}


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvenQuestion:
    """A question that was asked in the period, with what followed it, the earliest first."""

    question: Question
    asked_on: date
    as_at: date
    member: str | None
    label: str
    finding: FindingUid | None = None
    followed: tuple[DatedFact, ...] = ()

    @property
    def answered_on(self) -> date | None:
        """Return the day of the answer; of one without a day, the day it was recorded.

        None while the answer, or the rest of it, is outstanding.
        """
        if standing(self.question) is QuestionState.ANSWER_OUTSTANDING:
            return None
        return self.question.answered_on or stage_day(self.question, QuestionState.ANSWERED)

    @property
    def timing(self) -> Timing:
        """Return whether the answer came in time.

        An answer on the day of the question is in time, due or not. One that is due later than
        the date of the data is only waiting.
        """
        answered, due = self.answered_on, self.question.answer_due
        if answered is None:
            if self.question.state is QuestionState.WITHDRAWN:
                return Timing.WITHDRAWN
            is_past = due is not None and due < self.as_at
            return Timing.WAITING_PAST_DUE if is_past else Timing.WAITING
        if answered <= (due or self.asked_on):
            return Timing.IN_TIME
        return Timing.NO_DAY_SET if due is None else Timing.LATE

    @property
    def stands(self) -> tuple[str, ...]:
        """Return how the answer came and what the member thinks of it, in short phrases."""
        answered, due = self.answered_on, self.question.answer_due
        phrases = [self.timing.words]
        if answered is not None:
            phrases.append(f"answered {in_words(answered)}")
        if due is not None:
            phrases.append(f"due {in_words(due)}")
        if self.timing.is_answered:
            phrases.append(f"member satisfied: {verdict_words(self.question.verdict).lower()}")
        return tuple(phrases)


@dataclass(frozen=True, slots=True)
class ProofOfScrutiny:
    """The questions asked in a period, in the order in which they were asked."""

    panel: str
    period: Period
    as_at: date
    questions: tuple[ProvenQuestion, ...]

    @property
    def timings(self) -> Counter[Timing]:
        """Count the questions by the timing of their answers."""
        return Counter(each.timing for each in self.questions)

    @property
    def verdicts(self) -> Counter[Verdict | None]:
        """Count the answered questions by their members' verdicts; None: not given yet."""
        return Counter(each.question.verdict for each in self.questions if each.timing.is_answered)

    @property
    def answered(self) -> int:
        """Count the questions that have an answer."""
        return sum(each.timing.is_answered for each in self.questions)

    @property
    def followed(self) -> int:
        """Count the questions whose record changed afterwards."""
        return sum(bool(each.followed) for each in self.questions)


def verdict_words(verdict: Verdict | None) -> str:
    """Return a verdict as an answer to “was the member satisfied?”."""
    if verdict is None:
        return "No verdict yet"
    return "Yes" if verdict is Verdict.SATISFIED else verdict.words


def followed_words(fact: DatedFact) -> str:
    """Return “1 Jul 2026, 041/03.1: Target moved: …”."""
    named = f"{in_table(fact.on)}, {fact.label}" if fact.label else in_table(fact.on)
    return f"{named}: {fact.words}"


def stage_day(question: Question, state: QuestionState) -> date | None:
    """Return the first day a question reached a state; None where it never did."""
    return min((stage.on for stage in question.states if stage.state is state), default=None)


def asked_in(questions: Sequence[Question], period: Period) -> list[tuple[Question, date]]:
    """Return the questions first asked in a period with the day, the earliest first.

    One that was merged into another counts there, once.
    """
    asked = [
        (question, day)
        for question in questions
        if question.merged_into is None
        and (day := stage_day(question, QuestionState.ASKED)) is not None
        and day in period
    ]
    return sorted(asked, key=lambda each: (each[1], each[0].uid))
