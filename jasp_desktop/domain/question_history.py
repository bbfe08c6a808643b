"""What has become of a question: its stages, and what was done to it between them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from jasp_desktop.domain.dates import in_table
from jasp_desktop.domain.journal import Deed, Trace
from jasp_desktop.domain.question_moves import day_of
from jasp_desktop.domain.records import Json, PanelAction, Question, Subject
from jasp_desktop.domain.vocabulary import QuestionState, Verdict


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One thing that happened; ``on`` None where its day is not known.

    ``opens`` is another record that it leads to.
    """

    on: date | None
    words: str
    detail: str = ""
    opens: Subject | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionStory:
    """A question and the records that are part of its story."""

    question: Question
    traces: tuple[Trace, ...] = ()
    panel_actions: tuple[PanelAction, ...] = ()
    followers: tuple[Question, ...] = ()
    merged: tuple[Question, ...] = ()
    follows: Question | None = None
    merged_into: Question | None = None
    names: Mapping[str, str] | None = None
    held_on: date | None = None


def history_lines(story: QuestionStory) -> tuple[HistoryLine, ...]:
    """Return what has become of a question, the earliest first; what has no day stands first."""
    early, late = _stages(story)
    lines = [*_beginnings(story), *early, *_amendments(story), *late, *_endings(story)]
    return tuple(sorted(lines, key=lambda line: line.on or date.min))


def _beginnings(story: QuestionStory) -> Iterator[HistoryLine]:
    if story.follows is not None:
        opens = Subject("question", story.follows.uid)
        yield HistoryLine(None, "Follows an earlier question", story.follows.text, opens)


_AFTER_A_VERDICT = frozenset({QuestionState.PANEL_ACTION, QuestionState.CARRIED_FORWARD})


def _stages(story: QuestionStory) -> tuple[list[HistoryLine], list[HistoryLine]]:
    """Return the stages, and apart those that on one day come after a verdict."""
    early: list[HistoryLine] = []
    late: list[HistoryLine] = []
    for place, stage in enumerate(story.question.states):
        if stage.state is QuestionState.PANEL_ACTION and story.panel_actions:
            continue  # the action itself is told, with its number
        line = HistoryLine(stage.on, stage.state.words, _stage_detail(story, place))
        (late if stage.state in _AFTER_A_VERDICT else early).append(line)
    return early, late


def _stage_detail(story: QuestionStory, place: int) -> str:
    question, stage = story.question, story.question.states[place]
    if stage.state is QuestionState.ANSWERED and stage.on == question.answered_on:
        name = (story.names or {}).get(question.answered_by or "")
        return f"By {name}" if name else ""
    if stage.state is QuestionState.ASKED and question.minute and place == _last_asked(story):
        return f"Minute {question.minute}"
    is_last = place == len(question.states) - 1
    if is_last and stage.state is QuestionState.CARRIED_FORWARD and story.held_on is not None:
        # Older registers leave a carried question at the meeting that it came from.
        is_ahead = story.held_on > stage.on
        return f"To the meeting of {in_table(story.held_on)}" if is_ahead else ""
    return ""


def _last_asked(story: QuestionStory) -> int:
    states = [stage.state for stage in story.question.states]
    return len(states) - 1 - states[::-1].index(QuestionState.ASKED)


def _amendments(story: QuestionStory) -> Iterator[HistoryLine]:
    """Yield verdicts and earlier words, with the days on which they were given or replaced."""
    verdict: Json = story.question.verdict and story.question.verdict.value
    for trace in story.traces:
        before = trace.line.before
        if trace.line.deed is not Deed.CHANGED:
            continue
        on = trace.entry.at.astimezone().date()
        if "verdict" in before:
            if verdict is not None:
                yield HistoryLine(on, _verdict_words(str(verdict)))
            verdict = before["verdict"]
        for field, words in _REPLACED.items():
            if before.get(field):
                yield HistoryLine(on, words, f"Before: “{before[field]}”")
    if verdict is not None:
        yield HistoryLine(story.question.answered_on, _verdict_words(str(verdict)))


_REPLACED = {"text": "Question put in other words", "answer": "Answer replaced"}


def _verdict_words(word: str) -> str:
    return f"Verdict: {Verdict(word).in_sentence}"


def _endings(story: QuestionStory) -> Iterator[HistoryLine]:
    on = day_of(story.question, QuestionState.PANEL_ACTION)
    for action in story.panel_actions:
        opens = Subject("panel_action", action.uid)
        yield HistoryLine(on, f"{action.number} made", action.text, opens)
        if action.closed_on is not None:
            yield HistoryLine(action.closed_on, f"{action.number} closed", action.outcome or "")
    yield from _others(story.followers, "Followed up", story)
    yield from _others(story.merged, "Another question merged into this one", story)
    if story.merged_into is not None:
        opens = Subject("question", story.merged_into.uid)
        yield HistoryLine(_last_day(story.question), "Merged", story.merged_into.text, opens)


def _others(
    questions: Iterable[Question], words: str, story: QuestionStory
) -> Iterator[HistoryLine]:
    for each in questions:
        name = (story.names or {}).get(each.member or "")
        detail = f"{name}: {each.text}" if name else each.text
        first = each.states[0].on if each.states else None
        yield HistoryLine(first, words, detail, Subject("question", each.uid))


def _last_day(question: Question) -> date | None:
    return question.states[-1].on if question.states else None
