"""Rules about promised dates: moved late, moved often, later than the report asked."""

from collections.abc import Iterator

from jasp_desktop.domain.dates import days, in_words
from jasp_desktop.domain.dossier import ActionStory
from jasp_desktop.domain.promises import Promise
from jasp_desktop.domain.prompts.case import Case, action_name, action_subject
from jasp_desktop.domain.prompts.prompt import About, Fact, Found, Rule, RuleName
from jasp_desktop.domain.vocabulary import QuestionKind

OFTEN = 3
"""Moves of one target from which the pattern is worth a question."""

MOVED_AFTER_DUE = Rule(
    name=RuleName("target_moved_after_due"),
    title="A date moved after it had passed",
    reasoning=(
        "A date that is moved in time tells the panel of a delay; one that is moved after it has "
        "passed tells of it late. In between nobody had promised anything."
    ),
    kind=QuestionKind.TIMESCALE_OR_SLIP,
    about=About.ACTION,
)
MOVED_OFTEN = Rule(
    name=RuleName("target_moved_three_times"),
    title="A date moved three times or more",
    reasoning=(
        "Once may be bad luck. A third move says that what stands in the way was not known, or "
        "not dealt with, when the first two new dates were set."
    ),
    kind=QuestionKind.TIMESCALE_OR_SLIP,
    about=About.ACTION,
)
DEADLINE_EARLIER = Rule(
    name=RuleName("deadline_before_target"),
    title="The report’s deadline is earlier than the force’s target",
    reasoning=(
        "The inspectors said by when; the force works to a later day. They may have agreed, or "
        "the force may not have noticed."
    ),
    kind=QuestionKind.TIMESCALE_OR_SLIP,
    about=About.ACTION,
)


def moved_after_due(case: Case) -> Iterator[Found]:
    """Yield the actions with a target that was moved after it had passed."""
    for story in case.dossier.actions:
        late = [move for move in story.line.moves if move.was_late]
        if not late:
            continue
        name, last = action_name(story.action), late[-1]
        yield Found(
            subject=action_subject(story),
            label=name,
            facts=tuple(fact for move in late for fact in _move_facts(case, move)),
            line=_late_words(name, last),
        )


def moved_often(case: Case) -> Iterator[Found]:
    """Yield the open actions whose target was moved three times or more."""
    for story in case.dossier.actions:
        moves = story.line.moves
        if len(moves) < OFTEN or not story.is_open:
            continue
        name = action_name(story.action)
        first = story.line.original
        began = (
            [Fact("First promised", "", case.register_source, first)] if first is not None else []
        )
        yield Found(
            subject=action_subject(story),
            label=name,
            facts=(*began, *(_moved_fact(case, move) for move in moves)),
            line=(
                f"The date of action {name} has moved {len(moves)} times. "
                "What stood in the way each time, and what will be different now?"
            ),
        )


def deadline_earlier(case: Case) -> Iterator[Found]:
    """Yield the open actions that are promised for after the report's own deadline."""
    finding = case.dossier.finding
    for story in case.dossier.actions:
        target = story.action.target
        if finding.deadline is None or target is None or not story.is_open:
            continue
        if target <= finding.deadline:
            continue
        name = action_name(story.action)
        words = f"“{finding.deadline_words}”" if finding.deadline_words else ""
        yield Found(
            subject=action_subject(story),
            label=name,
            facts=(
                Fact("Deadline in the report", words, case.report_source, finding.deadline),
                Fact("Target now", "", _target_source(case, story), target),
            ),
            line=(
                f"The report asked for this by {in_words(finding.deadline)}; action {name} is "
                f"promised for {in_words(target)}, {days((target - finding.deadline).days)} later. "
                "Have the inspectors agreed, and what is the risk in between?"
            ),
        )


def _late_words(name: str, move: Promise) -> str:
    due = f"on {in_words(move.moved_from)}" if move.moved_from else "earlier"
    moved = f"on {in_words(move.made_on)}, " if move.made_on else ""
    return (
        f"Action {name} fell due {due}. Its date was moved {moved}"
        f"{days(move.days_after_due or 0)} after that. Who agreed the new date, and how was the "
        "risk kept down in between?"
    )


def _move_facts(case: Case, move: Promise) -> tuple[Fact, ...]:
    return (
        Fact("Was due", "", _move_source(case, move), move.moved_from),
        _moved_fact(case, move),
    )


def _moved_fact(case: Case, move: Promise) -> Fact:
    to = f"to {in_words(move.due)}" if move.due else "date taken away"
    by = f", agreed by {move.agreed_by}" if move.agreed_by else ""
    why = f": “{move.reason}”" if move.reason else ""
    return Fact("Moved", f"{to}{by}{why}", _move_source(case, move), move.made_on)


def _move_source(case: Case, move: Promise) -> str:
    """Return the import that brought a move; a step that was never recorded has none."""
    if move.made_on is None:
        return "the move itself is not recorded"
    return case.around.source(move.batch)


def _target_source(case: Case, story: ActionStory) -> str:
    return _move_source(case, story.line.moves[-1]) if story.line.moves else case.register_source
