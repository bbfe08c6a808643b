"""Rules about what the force says of its actions, round by round."""

from collections.abc import Iterator
from datetime import date

from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.dossier import ActionStory
from jasp_desktop.domain.prompts.case import Case, Round, action_name, action_subject, force_events
from jasp_desktop.domain.prompts.prompt import About, Fact, Found, Rule, RuleName
from jasp_desktop.domain.prompts.wording import has_measure_or_date, intentions, plain, quoted
from jasp_desktop.domain.records import StatusEvent, Update
from jasp_desktop.domain.vocabulary import ForceStatus, QuestionKind

ROUNDS = 2
"""Rounds of the tracker after which silence, or standing still, is worth a question."""

NO_UPDATE = Rule(
    name=RuleName("no_update_for_two_rounds"),
    title="No update for two rounds",
    reasoning=(
        "An open action about which two exports of the tracker in a row say nothing new may be on "
        "course, forgotten, or missing from the export."
    ),
    kind=QuestionKind.OWNERSHIP,
    about=About.ACTION,
)
SAME_WORDS = Rule(
    name=RuleName("same_words_in_two_rounds"),
    title="The same words in two rounds",
    reasoning=(
        "An update that repeats the last one word for word tells nothing of the months between. "
        "Nothing may have happened, or nobody may have looked."
    ),
    kind=QuestionKind.CONSISTENCY,
    about=About.ACTION,
)
AWAITING_EVIDENCE = Rule(
    name=RuleName("awaiting_evidence_for_two_rounds"),
    title="“Complete, awaiting evidence” for two rounds",
    reasoning=(
        "The work is said to be done and what would show it has not come for two rounds. Evidence "
        "that is hard to find may be evidence that is not there."
    ),
    kind=QuestionKind.EVIDENCE_OF_CLOSURE,
    about=About.ACTION,
)
INTENTION_ONLY = Rule(
    name=RuleName("intention_without_measure"),
    title="Words of intention, with no measure and no date",
    reasoning=(
        "What is “under way” or “will continue” cannot be checked at the next meeting unless a "
        "number or a day stands beside it. The rule looks for such words where no figure, share, "
        "day, month or season is given."
    ),
    kind=QuestionKind.OUTCOME,
    about=About.ACTION,
)


def no_update(case: Case) -> Iterator[Found]:
    """Yield the open actions of which the last two rounds said nothing new."""
    rounds = case.around.rounds
    if len(rounds) < ROUNDS:
        return
    silent = rounds[-ROUNDS:]
    before = rounds[-ROUNDS - 1].day if len(rounds) > ROUNDS else None
    for story in case.dossier.actions:
        known = _first_known(story)
        if not story.is_open or known is None or known > silent[0].day:
            continue
        if any(_is_of(update, silent, before) for update in story.updates):
            continue
        name = action_name(story.action)
        last = story.updates[0] if story.updates else None
        yield Found(
            subject=action_subject(story),
            label=name,
            facts=(
                _update_fact(case, "Last update", last)
                if last
                else Fact("Last update", "none recorded", case.register_source),
                *(Fact("Round without an update", "", each.words, each.day) for each in silent),
            ),
            line=(
                f"Nothing new has been said of action {name} since "
                f"{in_words(last.as_at if last and last.as_at else known)}. "
                "What has been done since, and who is looking after it?"
            ),
        )


def same_words(case: Case) -> Iterator[Found]:
    """Yield the actions whose latest two updates are the same words."""
    for story in case.dossier.actions:
        if len(story.updates) < ROUNDS:
            continue
        latest, earlier = story.updates[0], story.updates[1]
        if latest.as_at == earlier.as_at or plain(latest.text) != plain(earlier.text):
            continue
        name = action_name(story.action)
        since = in_words(earlier.as_at) if earlier.as_at else "the round before"
        yield Found(
            subject=action_subject(story),
            label=name,
            facts=(
                _update_fact(case, "Update", earlier),
                _update_fact(case, "Next update", latest),
            ),
            line=(
                f"The update on action {name} has been word for word the same since {since}. "
                "What has happened in between, in numbers?"
            ),
        )


def awaiting_evidence(case: Case) -> Iterator[Found]:
    """Yield the actions that have waited for their evidence for two rounds or more."""
    for story in case.dossier.actions:
        if story.status is not ForceStatus.COMPLETE_AWAITING_EVIDENCE:
            continue
        waiting = _stretch_start(story)
        rounds = [each for each in case.around.rounds if each.day >= waiting.date]
        if len(rounds) < ROUNDS:
            continue
        name = action_name(story.action)
        test = story.action.evidence_test
        said = f": “{waiting.comment}”" if waiting.comment else ""
        yield Found(
            subject=action_subject(story),
            label=name,
            facts=(
                Fact(
                    "Force status",
                    f"{ForceStatus(waiting.status).words}{said}",
                    case.around.source(waiting.batch, waiting.source),
                    waiting.date,
                ),
                *(Fact("Still so in the round", "", each.words, each.day) for each in rounds),
                *([Fact("To be shown by", test, case.register_source)] if test else []),
            ),
            line=(
                f"Action {name} has been complete, awaiting evidence, since "
                f"{in_words(waiting.date)}. What is missing, who is to supply it, and by when?"
            ),
        )


def intention_only(case: Case) -> Iterator[Found]:
    """Yield the open actions whose latest update only speaks of what is to come."""
    for story in case.dossier.actions:
        last = story.updates[0] if story.updates else None
        if last is None or not story.is_open:
            continue
        phrases = intentions(last.text)
        if not phrases or has_measure_or_date(last.text):
            continue
        name = action_name(story.action)
        yield Found(
            subject=action_subject(story),
            label=name,
            facts=(
                _update_fact(case, "Latest update", last),
                Fact("Words of intention", quoted(phrases), "the update above"),
                Fact("Number, share or date", "none found", "the update above"),
            ),
            line=(
                f"The latest update on action {name} gives no number and no date. "
                "What will be different, by how much, and by when?"
            ),
        )


def _first_known(story: ActionStory) -> date | None:
    events = [event.date for event in story.events]
    updates = [each.as_at for each in story.updates if each.as_at is not None]
    return min([*events, *updates], default=None)


def _is_of(update: Update, rounds: tuple[Round, ...], before: date | None) -> bool:
    """Tell whether an update was said in one of these rounds, or after the one before them."""
    if update.batch in {each.batch for each in rounds}:
        return True
    return update.as_at is not None and (before is None or update.as_at > before)


def _stretch_start(story: ActionStory) -> StatusEvent:
    """Return the event since which the present status has stood without a break."""
    told = force_events(story)
    start = told[-1]
    for event in reversed(told):
        if event.status != start.status:
            break
        start = event
    return start


def _update_fact(case: Case, label: str, update: Update) -> Fact:
    by = f", {update.author}" if update.author else ""
    return Fact(label, f"“{update.text}”{by}", case.around.source(update.batch), update.as_at)
