"""The dossier's phrases: what is recorded, in words; what is absent, in words too."""

from datetime import date

from jasp_desktop.domain.dates import PartialDate, days, in_table, in_words
from jasp_desktop.domain.dossier import ActionStory, Answer, Dossier, finding_label
from jasp_desktop.domain.listings import ANSWERED_KINDS, FindingLine
from jasp_desktop.domain.records import Evidence, Finding, Question, Response, StatusEvent
from jasp_desktop.domain.vocabulary import (
    Applies,
    AuthorRole,
    DeadlineKind,
    ForceStatus,
    HmicfrsPosition,
    ResponsePosition,
    Track,
    Verdict,
    lower_first,
)

MOST_OF_A_TITLE = 90
"""Characters of a finding's text that stand for it where no theme is printed."""


def title_of(finding: Finding) -> str:
    """Return the heading of a finding: its theme, or what it is called."""
    return finding.theme or finding_label(finding)


def first_words(text: str) -> str:
    """Return the beginning of a text, cut at a word."""
    words = " ".join(text.split())
    if len(words) <= MOST_OF_A_TITLE:
        return words
    return words[:MOST_OF_A_TITLE].rpartition(" ")[0] + "…"


def when(day: PartialDate | None, absent: str = "date not recorded") -> str:
    """Return a date in prose, or that it is not recorded."""
    return absent if day is None else day.words


def report_words(dossier: Dossier) -> str:
    """Return “National thematic, published 4 November 2025”."""
    report = dossier.report
    published = report.published_on
    day = "publication date not recorded" if published is None else f"published {published.words}"
    return f"{report.kind.words}, {day}"


def deadline_words(finding: Finding) -> str:
    """Return the report's own deadline beside the date read from it."""
    if finding.deadline_words and finding.deadline:
        return f"“{finding.deadline_words}”, read as {in_words(finding.deadline)}"
    if finding.deadline_words:
        return f"“{finding.deadline_words}”"
    if finding.deadline:
        return in_words(finding.deadline)
    if finding.deadline_kind is DeadlineKind.IMMEDIATE:
        return "Immediately"
    return "None in the report"


def applies_words(finding: Finding) -> str:
    """Return whether a finding applies to the force, and why; nothing when it is not recorded."""
    if finding.applies is None:
        return ""
    words = {Applies.YES: "Yes", Applies.PARTLY: "Partly", Applies.NO: "No"}.get(
        finding.applies, finding.applies.words
    )
    return f"{words}: {finding.applies_reason}" if finding.applies_reason else words


def response_fact(dossier: Dossier) -> tuple[str, str]:
    """Return what was answered, and where the 56 days stand; the least favourable word leads."""
    if not dossier.answers:
        answered = "To the report only" if dossier.report_answers else "No response"
        return answered, _clock_words(dossier)
    order = list(ResponsePosition)
    positions = [one.item.position for one in dossier.answers if one.item.position is not None]
    if not positions:
        return "Answered", _clock_words(dossier)
    leading = max(positions, key=lambda word: order.index(word) if word in order else len(order))
    return leading.words, _clock_words(dossier)


def _clock_words(dossier: Dossier) -> str:
    clock = dossier.clock
    if clock is None:
        return ""
    # The chief constable may have answered while the 56 days of the PCC's own comments still run.
    if clock.is_running and dossier.answers:
        return f"PCC’s comments: {clock.day_words}"
    return clock.day_words


def wants_response(dossier: Dossier, line: FindingLine | None) -> bool:
    """Tell whether a missing response is worth showing: the kind asks for one and it is open."""
    is_open = line is None or line.is_open
    return is_open and not dossier.answers and dossier.finding.kind in ANSWERED_KINDS


def author_words(response: Response) -> str:
    """Return who wrote a response: the role, and the name where it is known."""
    role = response.author_role.words
    if response.author_role is AuthorRole.OTHER:
        role = "Another body"
    if response.author and response.author.lower().startswith(role.lower()):
        return response.author
    return f"{role}, {response.author}" if response.author else role


def response_dates(answers: tuple[Answer, ...]) -> str:
    """Return the dates of the letter that answers, or how many letters do."""
    seen = {one.response.uid: one.response for one in answers}
    if len(seen) > 1:
        return f"{len(seen)} letters"
    return "".join(letter_words(response) for response in seen.values())


def letter_words(response: Response) -> str:
    """Return when a response was written and published."""
    written = when(response.written_on, "")
    published = when(response.published_on, "")
    parts = [f"letter {written}" if written else "", f"published {published}" if published else ""]
    return ", ".join(part for part in parts if part) or "dates not recorded"


def actions_words(dossier: Dossier) -> str:
    """Return “2, of which 1 closed”."""
    total = len(dossier.actions)
    closed = total - len(dossier.open_actions)
    if not closed:
        return f"{total}, open" if total == 1 else f"{total}, all open"
    if closed == total:
        return f"{total}, closed" if total == 1 else f"{total}, all closed"
    return f"{total}, of which {closed} closed"


def status_of(story: ActionStory) -> str:
    """Return the force's word on an action."""
    return "No status recorded" if story.status is None else story.status.words


def owner_words(story: ActionStory) -> str:
    """Return who owns an action and who leads; what is not recorded is said."""
    action = story.action
    owner = action.owner or "owner not recorded"
    lead = f"executive lead {action.executive_lead}" if action.executive_lead else ""
    return ", ".join(part for part in (owner, lead) if part)


def test_words(story: ActionStory) -> str:
    """Return how one will know that an action is done."""
    test = story.action.evidence_test
    if not test:
        return "No test of success is recorded."
    return f"It will be shown by: {lower_first(test).rstrip('.')}."


def evidence_words(evidence: Evidence, seen_by: str | None) -> str:
    """Return one piece of evidence: what, of which kind and day, where held, who has seen it."""
    parts = [evidence.title, evidence.kind.in_sentence if evidence.kind.is_known else ""]
    if evidence.dated:
        parts.append(in_words(evidence.dated))
    what = ", ".join(part for part in parts if part)
    held = (
        f"Held by {evidence.held_at}." if evidence.held_at else "Where it is held is not recorded."
    )
    if evidence.seen_on or seen_by:
        who = seen_by or "a member"
        on = f", {in_words(evidence.seen_on)}" if evidence.seen_on else ""
        return f"{what}. {held} Seen by {who}{on}."
    return f"{what}. {held} Not yet seen by the panel."


def risk_words(story: ActionStory) -> str:
    """Return the risk and the tracker's own rating, kept apart from what is derived here."""
    action = story.action
    risk = f"Risk: {lower_first(action.risk)}" if action.risk else ""
    rating = (
        f"the tracker’s own rating: {lower_first(action.rag_as_reported)}"
        if action.rag_as_reported
        else ""
    )
    words = "; ".join(part for part in (risk, rating) if part)
    return words[:1].upper() + words[1:]


def update_heading(as_at: date | None, author: str | None) -> str:
    """Return the day and the author of an update."""
    day = "date not recorded" if as_at is None else in_words(as_at)
    return ", ".join(part for part in (day, author) if part)


def event_words(event: StatusEvent, action_reference: str | None) -> str:
    """Return “Force: delayed”, with the action it is about."""
    if event.track is Track.FORCE:
        words = f"Force: {lower_first(ForceStatus(event.status).words)}"
    else:
        words = f"HMICFRS: {lower_first(HmicfrsPosition(event.status).words)}"
    return f"{words} ({action_reference})" if action_reference else words


def question_dates(question: Question) -> str:
    """Return when an answer came or was due."""
    if question.answered_on:
        return f"answered {in_table(question.answered_on)}"
    if question.answer_due:
        return f"answer due {in_table(question.answer_due)}"
    return ""


def verdict_words(verdict: Verdict) -> str:
    """Return what the member thought of the answer."""
    return {
        Verdict.SATISFIED: "The member is satisfied with the answer.",
        Verdict.PARTLY: "The member is partly satisfied with the answer.",
        Verdict.NO: "The member is not satisfied with the answer.",
    }.get(verdict, f"The member’s verdict: {verdict.in_sentence}.")


def attention_of(story: ActionStory) -> str:
    """Return “Overdue by 13 days”, “Moved twice”, or nothing."""
    overdue, moves = story.line.overdue_days, len(story.line.moves)
    if overdue:
        return f"Overdue by {days(overdue)}"
    if not moves or not story.is_open:
        return ""
    return f"Date moved {({1: 'once', 2: 'twice'}).get(moves, f'{moves} times')}"
