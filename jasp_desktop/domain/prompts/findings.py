"""Rules about a finding as such: nobody acts on it, nobody is named, it has been said before."""

from collections.abc import Iterator

from jasp_desktop.domain.dossier import Place
from jasp_desktop.domain.listings import ANSWERED_KINDS
from jasp_desktop.domain.prompts.case import (
    HMICFRS_ENDED,
    Case,
    action_name,
    action_subject,
    finding_name,
)
from jasp_desktop.domain.prompts.prompt import About, Fact, Found, Rule, RuleName
from jasp_desktop.domain.prompts.wording import plain, quoted, shared
from jasp_desktop.domain.vocabulary import (
    Applies,
    ForcePosition,
    ForceStatus,
    QuestionKind,
    ResponsePosition,
    Scope,
)

NO_ACTION = Rule(
    name=RuleName("finding_without_action"),
    title="A finding with no action",
    reasoning=(
        "The tracker has been exported since the report came out, and holds no action for this "
        "finding, nor for the one above it or those under it. It may be dealt with under another, "
        "or not at all. Findings that were turned down with a reason are left out."
    ),
    kind=QuestionKind.REJECTED_OR_UNACTIONED_RECOMMENDATION,
    about=About.FINDING,
)
NO_POST = Rule(
    name=RuleName("no_named_post"),
    title="No post is named",
    reasoning=(
        "An open action without an owner, or with “to be confirmed” for one, has nobody whom the "
        "panel can ask."
    ),
    kind=QuestionKind.OWNERSHIP,
    about=About.ACTION,
)
REPEATS_EARLIER = Rule(
    name=RuleName("repeats_earlier_finding"),
    title="It reads like an earlier finding",
    reasoning=(
        "The secretariat recorded that it repeats one, or most of the words that carry meaning "
        "stand in a finding of an earlier report as well. Two findings may use the same words of "
        "different things: both texts are quoted."
    ),
    kind=QuestionKind.REPEAT_FINDING,
    about=About.FINDING,
)
EXCLUDED = Rule(
    name=RuleName("excluded_and_no_local_position"),
    title="The force was left out, and no local position is recorded",
    reasoning=(
        "A report about others is the cheapest lesson there is. The register says neither that "
        "this finding applies here nor that it does not."
    ),
    kind=QuestionKind.LEARNING_FROM_NATIONAL_REPORTS,
    about=About.FINDING,
)

_NOBODY = frozenset(
    {
        "-",
        "–",
        "?",
        "n/a",
        "na",
        "nil",
        "none",
        "not allocated",
        "not assigned",
        "not known",
        "tba",
        "tbc",
        "to be agreed",
        "to be allocated",
        "to be confirmed",
        "to be decided",
        "unallocated",
        "unassigned",
        "unknown",
        "vacant",
        "various",
    }
)
_TURNED_DOWN = frozenset({ResponsePosition.NOT_ACCEPTED, ResponsePosition.NO_ACTION_REASON_GIVEN})


def no_action(case: Case) -> Iterator[Found]:
    """Yield a finding for which the tracker holds no action."""
    dossier, published = case.dossier, case.dossier.report.published_on
    later = [r for r in case.around.rounds if published and r.day > published.last]
    if not later or published is None or not _asks_for_action(case):
        return
    yield Found(
        subject=case.subject,
        label=case.label,
        facts=(
            Fact("Report published", published.words, case.report_source),
            *(
                Fact(
                    "Response",
                    answer.item.position.words,
                    f"{answer.response.author_role.words}’s response",
                )
                for answer in dossier.answers
                if answer.item.position is not None
            ),
            Fact("Action", "none", later[-1].words),
        ),
        line=(
            "The tracker holds no action for this. Is anything being done about it, under another "
            "reference perhaps, and who is answerable?"
        ),
    )


def no_named_post(case: Case) -> Iterator[Found]:
    """Yield the open actions that name no owner."""
    for story in case.dossier.actions:
        owner = story.action.owner or ""
        if not story.is_open or (owner.strip() and plain(owner).strip(". ") not in _NOBODY):
            continue
        name, lead = action_name(story.action), story.action.executive_lead
        status = story.status.words if story.status else "not recorded"
        yield Found(
            subject=action_subject(story),
            label=name,
            facts=(
                Fact("Owner", f"“{owner}”" if owner.strip() else "blank", case.register_source),
                Fact("Executive lead", lead or "blank", case.register_source),
                Fact("Force status", status, case.register_source),
            ),
            line=(
                f"No post is named as the owner of action {name}. Who is answerable for it today, "
                "and since when?"
            ),
        )


def repeats_earlier(case: Case) -> Iterator[Found]:
    """Yield an earlier finding that this one repeats, or reads like."""
    if case.dossier.finding.applies is Applies.NO:
        return
    recorded = case.dossier.repeats
    if recorded is not None:
        yield _repeat(case, recorded, "recorded by the secretariat")
    for place in case.alike:
        if recorded is None or place.finding.uid != recorded.finding.uid:
            yield _repeat(case, place, "words compared by the program")


def excluded(case: Case) -> Iterator[Found]:
    """Yield a finding of a report that left the force out, with no local position recorded."""
    report, finding = case.dossier.report, case.dossier.finding
    if report.force_position is not ForcePosition.EXCLUDED or report.scope is Scope.OWN_FORCE:
        return
    if finding.applies is not None or case.dossier.actions:
        return
    yield Found(
        subject=case.subject,
        label=case.label,
        facts=(
            Fact("How the report touches the force", "excluded", case.report_source),
            *([Fact("Areas", ", ".join(report.areas), case.report_source)] if report.areas else []),
            Fact("Does it apply here", "not recorded", case.register_source),
        ),
        line=(
            "The report did not look at this force. Has the force asked itself whether the same "
            "would be found here, and what did it conclude?"
        ),
    )


def _asks_for_action(case: Case) -> bool:
    dossier = case.dossier
    if dossier.actions or case.has_family_action or dossier.finding.kind not in ANSWERED_KINDS:
        return False
    own = dossier.force_event
    has_ended = dossier.hmicfrs_position in HMICFRS_ENDED or (
        own is not None and not ForceStatus(own.status).is_open
    )
    turned_down = any(answer.item.position in _TURNED_DOWN for answer in dossier.answers)
    return dossier.finding.applies is not Applies.NO and not has_ended and not turned_down


def _repeat(case: Case, place: Place, source: str) -> Found:
    finding, report = case.dossier.finding, case.dossier.report
    earlier, published = place.finding, place.report.published_on
    words = shared(finding.text, earlier.text)
    when = f" {'on' if published.is_to_the_day else 'in'} {published.words}" if published else ""
    return Found(
        subject=case.subject,
        label=case.label,
        facts=(
            Fact("This finding", f"“{finding.text}”", f"report “{report.name}”"),
            Fact("Earlier finding", f"“{earlier.text}”", finding_name(place)),
            *([Fact("Words in both", quoted(words), source)] if words else []),
            *([] if words else [Fact("It repeats", "the earlier finding", source)]),
        ),
        line=(
            f"{finding_name(place)}, said much the same{when}. What was done then, why did it not "
            "hold, and what is different this time?"
        ),
    )
