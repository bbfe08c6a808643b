"""Rules about what was closed: on what evidence, by whom, and when."""

from collections.abc import Iterator

from jasp_desktop.domain.dates import days, in_words
from jasp_desktop.domain.dossier import ActionStory, latest
from jasp_desktop.domain.prompts.case import (
    Case,
    MeetingCase,
    Surroundings,
    action_name,
    action_subject,
    force_events,
)
from jasp_desktop.domain.prompts.prompt import About, Fact, Found, Rule, RuleName
from jasp_desktop.domain.records import Evidence, StatusEvent, Subject, Update
from jasp_desktop.domain.vocabulary import (
    EvidenceKind,
    ForceStatus,
    HmicfrsPosition,
    QuestionKind,
    Track,
)

SEVERAL = 3
"""Actions ended in one week from which the week is worth a question."""

WEEK_DAYS = 7

CLOSED_WITHOUT_EVIDENCE = Rule(
    name=RuleName("closed_without_evidence"),
    title="Closed, and no evidence is recorded",
    reasoning=(
        "The force says that an action is done, and the register holds nothing that shows it. "
        "The evidence may well exist: the question is what it is and where it can be seen."
    ),
    kind=QuestionKind.EVIDENCE_OF_CLOSURE,
    about=About.ACTION,
)
EVIDENCE_OLDER = Rule(
    name=RuleName("evidence_older_than_finding"),
    title="Closed, and the evidence is older than the finding",
    reasoning=(
        "Inspectors saw what there was when they wrote. What had been written before their report "
        "came out cannot show what was done because of it, unless they had not seen it."
    ),
    kind=QuestionKind.EVIDENCE_OF_CLOSURE,
    about=About.ACTION,
)
CLOSED_BY_OWNER = Rule(
    name=RuleName("closed_by_owner_alone"),
    title="Closed by its owner alone",
    reasoning=(
        "The last word before the closure is the owner’s own; no sign-off stage, board minute, "
        "letter of HMICFRS or look by the panel is recorded. A second pair of eyes may have "
        "looked without its being written down."
    ),
    kind=QuestionKind.OWNERSHIP,
    about=About.ACTION,
)
HMICFRS_OPEN = Rule(
    name=RuleName("hmicfrs_open_force_closed"),
    title="The force says closed, HMICFRS has it open",
    reasoning=(
        "The two tracks are two bodies’ words and need not agree. Where they differ, the panel "
        "may ask what HMICFRS has been shown, and when it was last asked."
    ),
    kind=QuestionKind.CONSISTENCY,
    about=About.FINDING,
)
CLOSED_BEFORE_PAPERS = Rule(
    name=RuleName("several_closed_before_papers"),
    title="Several closed in the week before papers were due",
    reasoning=(
        f"{SEVERAL} or more actions were ended in the seven days up to the day papers were due. "
        "A deadline may have done its good work; or a look at each of them was short."
    ),
    kind=QuestionKind.SUSTAINABILITY_AFTER_CLOSURE,
    about=About.MEETING,
)

_LOOKED_AT_BY_OTHERS = frozenset({EvidenceKind.BOARD_MINUTE, EvidenceKind.HMICFRS_LETTER})


def closed_without_evidence(case: Case) -> Iterator[Found]:
    """Yield the actions that the force closed and for which no evidence is recorded."""
    for story, closed in _closed(case):
        if story.evidence:
            continue
        name = action_name(story.action)
        test = story.action.evidence_test
        asked = f"It was to be shown by: {test.rstrip('.')}. " if test else ""
        yield Found(
            subject=action_subject(story),
            label=name,
            facts=(
                _closed_fact(case.around, closed),
                Fact("Evidence", "none recorded", case.register_source),
                *([Fact("To be shown by", test, case.register_source)] if test else []),
            ),
            line=(
                f"Action {name} was closed on {in_words(closed.date)}. {asked}"
                "What shows that it is done, and where can the panel see it?"
            ),
        )


def evidence_older(case: Case) -> Iterator[Found]:
    """Yield the closed actions whose every piece of evidence is dated before the report."""
    published = case.dossier.report.published_on
    for story, closed in _closed(case):
        dated = [(each, each.dated) for each in story.evidence if each.dated is not None]
        if published is None or not dated or len(dated) < len(story.evidence):
            continue
        if max(day for _, day in dated) >= published.first:
            continue
        name = action_name(story.action)
        yield Found(
            subject=action_subject(story),
            label=name,
            facts=(
                _closed_fact(case.around, closed),
                *(_evidence_fact(case, each) for each, _ in dated),
                Fact("Report published", published.words, case.report_source),
            ),
            line=(
                f"Everything that is held for action {name} was written before the report came "
                f"out ({published.words}). What shows a change since then?"
            ),
        )


def closed_by_owner(case: Case) -> Iterator[Found]:
    """Yield the closed actions on which nobody but the owner is on record."""
    for story, closed in _closed(case):
        owner, said = story.action.owner, _last_word(story, closed)
        is_owners = said and said.author and owner and said.author.strip() == owner.strip()
        if not (is_owners and said and owner) or _others_looked(story):
            continue
        name = action_name(story.action)
        yield Found(
            subject=action_subject(story),
            label=name,
            facts=(
                _closed_fact(case.around, closed),
                Fact("Owner", owner, case.register_source),
                Fact(
                    "Update by the owner",
                    f"“{said.text}”",
                    case.around.source(said.batch),
                    said.as_at,
                ),
                Fact("Sign-off by another", "none recorded", case.register_source),
            ),
            line=(
                f"Action {name} was closed on {in_words(closed.date)} on the word of its owner, "
                f"{owner}. "
                "Who else looked at it before it was closed, and what did they look at?"
            ),
        )


def hmicfrs_open(case: Case) -> Iterator[Found]:
    """Yield a finding that the force has closed and HMICFRS holds open or awaits."""
    dossier, event = case.dossier, case.dossier.hmicfrs_event
    still = {HmicfrsPosition.OPEN, HmicfrsPosition.AWAITING_REVIEW}
    closings = _force_closings(case)
    if event is None or dossier.hmicfrs_position not in still or not closings:
        return
    last = max(closed.date for _, closed in closings)
    yield Found(
        subject=case.subject,
        label=case.label,
        facts=(
            Fact(
                "HMICFRS position",
                dossier.hmicfrs_position.words,
                event.source or "source not recorded",
                event.date,
            ),
            *(_closed_fact(case.around, closed, label) for label, closed in closings),
        ),
        line=(
            f"The force closed this by {in_words(last)}; HMICFRS’s position is "
            f"“{dossier.hmicfrs_position.in_sentence}”, last recorded on {in_words(event.date)}. "
            "What has HMICFRS been shown, and what does it still want to see?"
        ),
    )


def closed_before_papers(case: MeetingCase) -> Iterator[Found]:
    """Yield a meeting before whose papers several actions were ended in one week."""
    meeting, due = case.meeting, case.meeting.paper_deadline
    if due is None or len(case.closings) < SEVERAL:
        return
    held = in_words(meeting.held_on)
    count = len(case.closings)
    yield Found(
        subject=Subject("meeting", meeting.uid),
        label=f"Meeting of {held}",
        facts=(
            Fact("Papers due", "", f"meeting of {held}", due),
            *(
                _closed_fact(case.around, each.event, action_name(each.action))
                for each in case.closings
            ),
        ),
        line=(
            f"{count} actions were ended in the {days(WEEK_DAYS)} up to {in_words(due)}, when the "
            f"papers of the meeting of {held} were due. Do they still hold, and who has looked?"
        ),
    )


def _closed(case: Case) -> Iterator[tuple[ActionStory, StatusEvent]]:
    """Yield the actions whose latest word of the force is that they are closed."""
    for story in case.dossier.actions:
        event = story.status_event
        if event is not None and story.status is ForceStatus.CLOSED_BY_FORCE:
            yield story, event


def _force_closings(case: Case) -> list[tuple[str, StatusEvent]]:
    """Return by which words the force has closed a finding; none where something is still open.

    The force’s word on the finding counts, or that on every one of its actions, whichever is later.
    """
    own = latest(case.dossier.events, Track.FORCE)
    stories = case.dossier.actions
    closed = [(f"Action {action_name(story.action)}", event) for story, event in _closed(case)]
    is_all_closed = bool(stories) and len(closed) == len(stories)
    if own is not None and own.status == ForceStatus.CLOSED_BY_FORCE:
        return [("Force status", own)]
    if not is_all_closed or (own and own.date > max(event.date for _, event in closed)):
        return []
    return closed


def _others_looked(story: ActionStory) -> bool:
    signed_off = any(event.status == ForceStatus.PENDING_SIGN_OFF for event in force_events(story))
    seen = any(
        each.kind in _LOOKED_AT_BY_OTHERS or each.seen_by or each.seen_on for each in story.evidence
    )
    return signed_off or seen


def _last_word(story: ActionStory, closed: StatusEvent) -> Update | None:
    """Return the update that tells of the closure: the first after it, else the last before."""
    dated = [(each.as_at, each) for each in story.updates if each.as_at is not None]
    after = [each for each in dated if each[0] >= closed.date]
    if after:
        return min(after, key=lambda each: each[0])[1]
    return max(dated, key=lambda each: each[0])[1] if dated else None


def _closed_fact(around: Surroundings, closed: StatusEvent, label: str = "Force status") -> Fact:
    status = ForceStatus(closed.status).words
    words = f"{status}: “{closed.comment}”" if closed.comment else status
    return Fact(label, words, around.source(closed.batch, closed.source), closed.date)


def _evidence_fact(case: Case, evidence: Evidence) -> Fact:
    held = f"held by {evidence.held_at}" if evidence.held_at else case.register_source
    return Fact("Evidence", evidence.title, held, evidence.dated)
