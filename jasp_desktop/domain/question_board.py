"""Every question by the stage of its life, the member's own drafts beside the panel's."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from jasp_desktop.domain.identity import FindingUid, MeetingUid, Uid
from jasp_desktop.domain.prompts.wording import share_in_common
from jasp_desktop.domain.question_moves import day_of
from jasp_desktop.domain.records import Question, Subject
from jasp_desktop.domain.vocabulary import QuestionKind, QuestionState, Verdict


class Stage(StrEnum):
    """The stages in the order of a question's life; an answer waits for its verdict in its own."""

    DRAFT = "draft"
    READY = "ready"
    SHARED = "shared_with_the_chair"
    SENT = "sent_in_advance"
    ASKED = "asked"
    OUTSTANDING = "answer_outstanding"
    TO_JUDGE = "to_judge"
    CARRIED = "carried_forward"
    PANEL_ACTION = "panel_action"
    JUDGED = "judged"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"
    OTHER = "other"

    @property
    def words(self) -> str:
        """Return the stage as a list says it."""
        return _WORDS.get(self) or QuestionState(self.value).words


_WORDS = {
    Stage.TO_JUDGE: "Answered, verdict to come",
    Stage.JUDGED: "Answered, with a verdict",
    Stage.MERGED: "Merged into another",
    Stage.OTHER: "Another state",
}


class StageGroup(StrEnum):
    """Stages that ask the same thing of those who look: the list's filters."""

    ALL = "all"
    OWN = "own"
    WITH_CHAIR = "with_chair"
    WAITING = "waiting"
    TO_JUDGE = "to_judge"
    CARRIED = "carried"
    ACTIONS = "actions"
    SETTLED = "settled"

    @property
    def words(self) -> str:
        """Return the group as its filter says it."""
        return _GROUP_WORDS[self]


_GROUP_WORDS = {
    StageGroup.ALL: "All",
    StageGroup.OWN: "Draft or ready",
    StageGroup.WITH_CHAIR: "With the chair",
    StageGroup.WAITING: "Waiting for an answer",
    StageGroup.TO_JUDGE: "Verdict to come",
    StageGroup.CARRIED: "Carried forward",
    StageGroup.ACTIONS: "Panel action",
    StageGroup.SETTLED: "Settled",
}

_GROUPS: Mapping[Stage, StageGroup] = {
    Stage.DRAFT: StageGroup.OWN,
    Stage.READY: StageGroup.OWN,
    Stage.SHARED: StageGroup.WITH_CHAIR,
    Stage.SENT: StageGroup.WITH_CHAIR,
    Stage.ASKED: StageGroup.WAITING,
    Stage.OUTSTANDING: StageGroup.WAITING,
    Stage.TO_JUDGE: StageGroup.TO_JUDGE,
    Stage.CARRIED: StageGroup.CARRIED,
    Stage.PANEL_ACTION: StageGroup.ACTIONS,
    Stage.JUDGED: StageGroup.SETTLED,
    Stage.MERGED: StageGroup.SETTLED,
    Stage.WITHDRAWN: StageGroup.SETTLED,
    Stage.OTHER: StageGroup.SETTLED,
}


def group_counts(lines: Iterable["QuestionLine"]) -> dict[StageGroup, int]:
    """Return how many lines each group holds; the others make up all."""
    counts = Counter(_GROUPS[line.stage] for line in lines)
    return {group: counts[group] for group in StageGroup} | {StageGroup.ALL: counts.total()}


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionLine:
    """A question in the list of all; ``is_private`` while only its member has it.

    ``reference`` and ``title`` name its subject, ``owners`` who in the force owns the actions it
    leads to, and ``merged`` the authors of the questions that were merged into it.
    """

    uid: Uid
    stage: Stage
    text: str
    is_private: bool
    kind: QuestionKind | None = None
    member: str | None = None
    meeting: MeetingUid | None = None
    held_on: date | None = None
    subject: Subject | None = None
    reference: str = ""
    title: str = ""
    owners: tuple[str, ...] = ()
    findings: tuple[FindingUid, ...] = ()
    merged: tuple[str, ...] = ()
    follows: Uid | None = None
    asked_on: date | None = None
    answer_due: date | None = None
    verdict: Verdict | None = None

    @property
    def about(self) -> str:
        """Return what it is about in one line: “PEEL 2023, AFI 2: Call handling”."""
        return ": ".join(part for part in (self.reference, self.title) if part)


def in_stages(lines: Iterable[QuestionLine]) -> tuple[QuestionLine, ...]:
    """Return lines in the order of their stages; in each the member's own, then by meeting."""
    order = {stage: place for place, stage in enumerate(Stage)}
    return tuple(
        sorted(
            lines,
            key=lambda line: (
                order[line.stage],
                not line.is_private,
                line.held_on or date.max,
                line.uid,
            ),
        )
    )


@dataclass(frozen=True, slots=True)
class Board:
    """Every question, in the order of the stages."""

    lines: tuple[QuestionLine, ...]

    def stages(self) -> tuple[tuple[Stage, tuple[QuestionLine, ...]], ...]:
        """Return the stages that hold any, each with its lines."""
        found = groupby(self.lines, key=lambda line: line.stage)
        return tuple((stage, tuple(lines)) for stage, lines in found)


def stage_of(question: Question) -> Stage:
    """Return the stage under which a question stands."""
    if question.merged_into is not None:
        return Stage.MERGED
    if question.state is QuestionState.ANSWERED:
        return Stage.TO_JUDGE if question.verdict is None else Stage.JUDGED
    return Stage(question.state.value) if question.state.is_known else Stage.OTHER


def asked_on(question: Question) -> date | None:
    """Return the last day on which it was asked."""
    return day_of(question, QuestionState.ASKED)


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two questions that may be one, and why; ``first`` is the older."""

    first: QuestionLine
    second: QuestionLine
    reason: str


_STILL_TO_ASK = frozenset({Stage.SHARED, Stage.SENT, Stage.CARRIED})
_ALIKE = 0.5
_A_LITTLE_ALIKE = 0.25
_LEAST_LETTERS = 4
"""Words with fewer letters say little of what is asked."""
_LITTLE_WORDS = frozenset(
    {"from", "have", "than", "that", "their", "them", "there", "these", "this", "were", "what"}
    | {"when", "where", "which", "will", "with", "would", "does", "been"}
)


def still_to_ask(lines: Iterable[QuestionLine]) -> list[QuestionLine]:
    """Return the questions that the panel has and has yet to ask."""
    return [line for line in lines if line.stage in _STILL_TO_ASK]


def near_duplicates(lines: Sequence[QuestionLine]) -> tuple[Likeness, ...]:
    """Return the pairs of questions still to be asked that may be one.

    Two are, whose words are alike, or that ask the same kind of thing about one finding, or that
    share some words and a finding.
    """
    waiting = still_to_ask(lines)
    words = {line.uid: _words(line.text) for line in waiting}
    found = []
    for place, first in enumerate(waiting):
        for second in waiting[place + 1 :]:
            if first.uid == second.follows or second.uid == first.follows:
                continue
            overlap = share_in_common(words[first.uid], words[second.uid])
            if reason := _reason(first, second, overlap):
                older, newer = sorted((first, second), key=lambda each: each.uid)
                found.append(Likeness(older, newer, reason))
    return tuple(found)


def _reason(first: QuestionLine, second: QuestionLine, overlap: float) -> str:
    if overlap >= _ALIKE:
        return "Much the same words"
    if not set(first.findings) & set(second.findings):
        return ""
    if first.kind is not None and first.kind is second.kind:
        return f"About one finding, and both on {first.kind.in_sentence}"
    return "About one finding, in like words" if overlap >= _A_LITTLE_ALIKE else ""


def _words(text: str) -> frozenset[str]:
    letters = "".join(each if each.isalnum() else " " for each in text.casefold())
    telling = {word for word in letters.split() if len(word) >= _LEAST_LETTERS or word.isdigit()}
    return frozenset(telling - _LITTLE_WORDS)


def fitting(
    lines: Iterable[QuestionLine],
    *,
    group: StageGroup = StageGroup.ALL,
    meeting: str | None = None,
    member: str | None = None,
    owner: str | None = None,
    words: str = "",
) -> tuple[QuestionLine, ...]:
    """Return the lines that fit every filter that is set, and hold every one of some words."""
    wanted = words.casefold().split()
    return tuple(
        line
        for line in lines
        if group in {StageGroup.ALL, _GROUPS[line.stage]}
        and (meeting is None or line.meeting == meeting)
        and (member is None or member == line.member or member in line.merged)
        and (owner is None or owner in line.owners)
        and all(word in f"{line.text} {line.about}".casefold() for word in wanted)
    )
