"""What the register says of a question's subject: on the day it was asked, and what came since."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from jasp_desktop.domain.dates import in_table, in_words
from jasp_desktop.domain.dossier import finding_label, latest
from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.question_moves import day_of
from jasp_desktop.domain.records import (
    Action,
    Evidence,
    Finding,
    Question,
    Response,
    ResponseItem,
    StatusEvent,
    Subject,
    TargetChange,
    Update,
)
from jasp_desktop.domain.vocabulary import ForceStatus, HmicfrsPosition, QuestionState, Track

_TIMES = {1: "once", 2: "twice"}


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordAround:
    """The records that bear on a question's subject, as the register has them now."""

    as_at: date | None = None
    findings: tuple[Finding, ...] = ()
    actions: tuple[Action, ...] = ()
    events: tuple[StatusEvent, ...] = ()
    moves: tuple[TargetChange, ...] = ()
    updates: tuple[Update, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    responses: tuple[Response, ...] = ()
    items: tuple[ResponseItem, ...] = ()


@dataclass(frozen=True, slots=True)
class DatedFact:
    """Something the record has with its day; ``label`` names what it is said of."""

    on: date
    label: str
    words: str
    subject: Subject


def snapshot_day(question: Question) -> date | None:
    """Return the date of the data that a question was asked against, where only that is kept."""
    try:
        return date.fromisoformat(question.asked_of_snapshot or "")
    except ValueError:
        return None


def since_day(question: Question) -> date | None:
    """Return the day after which what the record did counts: when it was last asked, else shared.

    A question that was sent before it was asked counts from the sending.
    """
    for state in (
        QuestionState.ASKED,
        QuestionState.SENT_IN_ADVANCE,
        QuestionState.SHARED_WITH_THE_CHAIR,
    ):
        if (day := day_of(question, state)) is not None:
            return day
    return snapshot_day(question)


def snapshot_text(around: RecordAround) -> str:
    """Return, line by line, what the record says of a subject."""
    lines = [f"As at {in_words(around.as_at)}"] if around.as_at else []
    if len(around.findings) > 1 or len(around.actions) > _FEW:
        lines += _counted(around)
    else:
        lines += [line for finding in around.findings for line in _finding_lines(finding, around)]
        lines += [line for action in around.actions for line in _action_lines(action, around)]
    lines += [_response_line(response) for response in around.responses]
    return "\n".join(lines)


_FEW = 6


def facts_since(around: RecordAround, day: date) -> tuple[DatedFact, ...]:
    """Return what the record says of days after one, the earliest first.

    What follows a question is not shown to follow from it.
    """
    found = [fact for fact in _facts(around) if fact.on > day]
    return tuple(sorted(found, key=lambda fact: (fact.on, fact.label, fact.words)))


def _facts(around: RecordAround) -> Iterator[DatedFact]:
    names = _names(around)
    for event in around.events:
        yield DatedFact(event.date, names.get(event.subject.uid, ""), _said(event), event.subject)
    for move in around.moves:
        if move.changed_on is not None:
            yield _of_action(move.changed_on, move.action, names, _moved_words(move))
    for update in around.updates:
        if update.as_at is not None:
            yield _of_action(update.as_at, update.action, names, f"Update: “{update.text}”")
    for each in around.evidence:
        yield from _evidence_facts(each, names)
    for response in around.responses:
        yield from _response_facts(response)


def _evidence_facts(evidence: Evidence, names: dict[Uid, str]) -> Iterator[DatedFact]:
    kind = evidence.kind.in_sentence
    if evidence.dated is not None:
        words = f"Evidence: {evidence.title} ({kind})"
        yield _of_action(evidence.dated, evidence.action, names, words)
    if evidence.seen_on is not None:
        words = f"Evidence seen by the panel: {evidence.title} ({kind})"
        yield _of_action(evidence.seen_on, evidence.action, names, words)


def _response_facts(response: Response) -> Iterator[DatedFact]:
    subject, who = Subject("response", response.uid), response.author_role.words
    if response.letter_date is not None:
        yield DatedFact(response.letter_date, who, "Response written", subject)
    if response.published is not None:
        yield DatedFact(response.published, who, "Response published", subject)


def _of_action(on: date, action: Uid, names: dict[Uid, str], words: str) -> DatedFact:
    return DatedFact(on, names.get(action, ""), words, Subject("action", action))


def _names(around: RecordAround) -> dict[Uid, str]:
    names: dict[Uid, str] = {each.uid: finding_label(each) for each in around.findings}
    return names | {each.uid: _action_name(each) for each in around.actions}


def _action_name(action: Action) -> str:
    return action.reference or action.tracker_reference or "Action"


def _moved_words(move: TargetChange) -> str:
    before = in_table(move.from_) if move.from_ else "no date"
    after = in_table(move.to) if move.to else "no date"
    return f"Target moved: {before} → {after}"


def _word(event: StatusEvent) -> str:
    if event.track is Track.FORCE:
        return ForceStatus(event.status).words
    return HmicfrsPosition(event.status).words


def _said(event: StatusEvent) -> str:
    whose = "Force status" if event.track is Track.FORCE else "HMICFRS position"
    return f"{whose}: {_word(event)}"


def _finding_lines(finding: Finding, around: RecordAround) -> Iterator[str]:
    label = finding_label(finding)
    positions = [
        item.position.in_sentence
        for item in around.items
        if item.position is not None and finding.uid in item.findings
    ]
    if positions:
        yield f"{label}. Response: {', '.join(dict.fromkeys(positions))}"
    own = _of_subject(around.events, finding.uid)
    for track in Track:
        event = latest(own, track)
        if event is not None:
            yield f"{label}. {_said(event)}, {in_table(event.date)}"


def _action_lines(action: Action, around: RecordAround) -> Iterator[str]:
    name = _action_name(action)
    own = _of_subject(around.events, action.uid)
    said = [latest(own, track) for track in Track]
    for event in said:
        if event is not None:
            yield f"{name}. {_said(event)}, {in_table(event.date)}"
    yield f"{name}. {_target_words(action, around)}"
    if action.owner:
        yield f"{name}. Owner: {action.owner}"
    updates = [each for each in around.updates if each.action == action.uid and each.as_at]
    if updates:
        last = max(updates, key=lambda each: (each.as_at or date.min, each.uid))
        words = " ".join(last.text.split())  # a snapshot has a line for each fact
        yield f"{name}. Update of {in_table(last.as_at or date.min)}: “{words}”"
    count = sum(each.action == action.uid for each in around.evidence)
    yield f"{name}. Evidence recorded: {count or 'none'}"


def _target_words(action: Action, around: RecordAround) -> str:
    words = f"Target: {in_table(action.target)}" if action.target else "Target: none"
    if action.original_target and action.original_target != action.target:
        words = f"{words}, first {in_table(action.original_target)}"
    moves = sum(each.action == action.uid and each.from_ is not None for each in around.moves)
    return f"{words}, moved {_TIMES.get(moves, f'{moves} times')}" if moves else words


def _response_line(response: Response) -> str:
    on = response.published_on or response.written_on
    dated = f", {on.words}" if on else ""
    return f"Response by {response.author_role.words}{dated}"


def _counted(around: RecordAround) -> Iterator[str]:
    if len(around.findings) > 1:
        yield f"Findings: {len(around.findings):,}"
    states = Counter(_state_of(action, around.events) for action in around.actions)
    for words, count in sorted(states.items()):
        yield f"Actions, {words}: {count:,}"


def _state_of(action: Action, events: Iterable[StatusEvent]) -> str:
    event = latest(_of_subject(events, action.uid), Track.FORCE)
    return "no force status" if event is None else ForceStatus(event.status).in_sentence


def _of_subject(events: Iterable[StatusEvent], uid: Uid) -> tuple[StatusEvent, ...]:
    return tuple(event for event in events if event.subject.uid == uid)
