"""Findings with all that hangs on them; a fixed number of queries, however many findings."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from jasp_desktop.domain.dossier import (
    ActionStory,
    Answer,
    AskedQuestion,
    Dossier,
    Place,
    latest,
)
from jasp_desktop.domain.identity import PersonUid
from jasp_desktop.domain.promises import PromiseLine, promise_line
from jasp_desktop.domain.records import (
    Action,
    Evidence,
    Finding,
    Person,
    Question,
    Record,
    Report,
    Response,
    ResponseItem,
    StatusEvent,
    TargetChange,
    Update,
)
from jasp_desktop.domain.vocabulary import ForceStatus, Track
from jasp_desktop.store.clocks import clocks, responses_to
from jasp_desktop.store.register import fetch, fetch_rows, fetch_where
from jasp_desktop.store.register_tables import (
    ActionFindingRow,
    ActionRow,
    EvidenceRow,
    FindingRow,
    QuestionRow,
    ResponseItemFindingRow,
    ResponseItemRow,
    ResponseRow,
    StatusEventRow,
    TargetChangeRow,
    UpdateRow,
)


def fetch_dossiers(session: Session, uids: Sequence[str], as_at: date | None) -> list[Dossier]:
    """Return the dossiers of these findings, in their order; those not there are left out."""
    findings = fetch(session, Finding, uids)
    around = _Around.of(session, findings)
    stories = _stories(session, [finding.uid for finding in findings], as_at)
    events = _events(session, findings)
    answers = _answers(session, findings)
    asked = _questions(session, findings, stories)
    reports = list(around.reports.values())
    to_reports = _answers_to_reports(session, reports)
    running = clocks(session, reports, as_at)
    return [
        Dossier(
            report=around.reports[finding.report],
            finding=finding,
            as_at=as_at,
            clock=running.get(finding.report),
            parent=around.findings.get(finding.parent or ""),
            sub_findings=tuple(around.children[finding.uid]),
            answers=tuple(answers[finding.uid]),
            report_answers=tuple(to_reports[finding.report]),
            actions=tuple(stories[finding.uid]),
            events=tuple(events[finding.uid]),
            repeats=around.place(finding.repeats),
            repeated_by=tuple(
                place for uid in around.repeated_by[finding.uid] if (place := around.place(uid))
            ),
            questions=tuple(asked[finding.uid]),
        )
        for finding in findings
    ]


@dataclass(frozen=True, slots=True)
class _Around:
    """The reports, parents, children and repeats of some findings."""

    reports: dict[str, Report]
    findings: dict[str, Finding]
    children: defaultdict[str, list[Finding]]
    repeated_by: defaultdict[str, list[str]]

    @classmethod
    def of(cls, session: Session, findings: Sequence[Finding]) -> "_Around":
        uids = [finding.uid for finding in findings]
        ids = select(FindingRow.id).where(FindingRow.uid.in_(uids))
        children = fetch_where(
            session, Finding, FindingRow.parent_id.in_(ids), FindingRow.position, FindingRow.uid
        )
        repeating = fetch_where(session, Finding, FindingRow.repeats_id.in_(ids), FindingRow.uid)
        named = [uid for each in findings for uid in (each.parent, each.repeats) if uid]
        others = [*fetch(session, Finding, named), *repeating]
        reports = {each.report for each in [*findings, *others]}
        of_parent: defaultdict[str, list[Finding]] = defaultdict(list)
        for child in children:
            of_parent[child.parent or ""].append(child)
        of_repeated: defaultdict[str, list[str]] = defaultdict(list)
        for each in repeating:
            of_repeated[each.repeats or ""].append(each.uid)
        return cls(
            {report.uid: report for report in fetch(session, Report, sorted(reports))},
            {each.uid: each for each in others},
            of_parent,
            of_repeated,
        )

    def place(self, uid: str | None) -> Place | None:
        """Return a finding with its report."""
        finding = self.findings.get(uid or "")
        return None if finding is None else Place(self.reports[finding.report], finding)


def action_lines(
    actions: Iterable[Action],
    moves: "defaultdict[str, list[TargetChange]]",
    events: "defaultdict[str, list[StatusEvent]]",
    as_at: date | None,
) -> dict[str, PromiseLine]:
    """Derive the promise line of each action from its moves and its force status events."""
    return {
        action.uid: _line(action, moves[action.uid], events[action.uid], as_at)
        for action in actions
    }


def _line(
    action: Action, moves: list[TargetChange], events: list[StatusEvent], as_at: date | None
) -> PromiseLine:
    force = [event for event in events if event.track is Track.FORCE]
    now = latest(tuple(force), Track.FORCE)
    is_open = now is None or ForceStatus(now.status).is_open
    return promise_line(
        action,
        moves,
        made_on=min((event.date for event in force), default=None),
        closed_on=None if now is None or is_open else now.date,
        is_open=is_open,
        as_at=as_at or _first_day(action, moves, force),
    )


def _first_day(action: Action, moves: list[TargetChange], events: list[StatusEvent]) -> date:
    """Return where a line begins: without a date of the data it ends there, and nothing is late."""
    known = [action.original_target, action.target, *(event.date for event in events)]
    known += [day for move in moves for day in (move.from_, move.to, move.changed_on)]
    return min((day for day in known if day is not None), default=date.min)


def _stories(
    session: Session, findings: Sequence[str], as_at: date | None
) -> defaultdict[str, list[ActionStory]]:
    links = session.execute(
        select(FindingRow.uid, ActionRow.id, ActionRow.uid)
        .join(ActionFindingRow, ActionFindingRow.finding_id == FindingRow.id)
        .join(ActionRow, ActionRow.id == ActionFindingRow.action_id)
        .where(FindingRow.uid.in_(findings))
        .order_by(ActionRow.reference, ActionRow.uid)
    ).all()
    ids = list(dict.fromkeys(link[1] for link in links))
    actions: dict[str, Action] = {action.uid: action for action in fetch_rows(session, Action, ids)}
    moves = _of_actions(session, TargetChange, TargetChangeRow.action_id, ids)
    updates = _of_actions(session, Update, UpdateRow.action_id, ids)
    evidence = _of_actions(session, Evidence, EvidenceRow.action_id, ids)
    events = _by_subject(
        fetch_where(
            session,
            StatusEvent,
            StatusEventRow.subject_action_id.in_(ids),
            StatusEventRow.date,
            StatusEventRow.uid,
        )
    )
    lines = action_lines(actions.values(), moves, events, as_at)
    stories: defaultdict[str, list[ActionStory]] = defaultdict(list)
    for finding, _, uid in links:
        stories[finding].append(
            ActionStory(
                action=actions[uid],
                line=lines[uid],
                events=tuple(events[uid]),
                updates=tuple(
                    sorted(updates[uid], key=lambda each: each.as_at or date.min, reverse=True)
                ),
                evidence=tuple(evidence[uid]),
            )
        )
    return stories


def _of_actions[R: (TargetChange, Update, Evidence)](
    session: Session,
    record_type: type[R],
    column: Any,  # noqa: ANN401 - a mapped column
    ids: Sequence[int],
) -> defaultdict[str, list[R]]:
    found: defaultdict[str, list[R]] = defaultdict(list)
    for record in fetch_where(session, record_type, column.in_(ids)):
        found[record.action].append(record)
    return found


def _by_subject(events: Sequence[StatusEvent]) -> defaultdict[str, list[StatusEvent]]:
    found: defaultdict[str, list[StatusEvent]] = defaultdict(list)
    for event in events:
        found[event.subject.uid].append(event)
    return found


def _events(session: Session, findings: Sequence[Finding]) -> defaultdict[str, list[StatusEvent]]:
    ids = _ids(findings)
    return _by_subject(
        fetch_where(
            session,
            StatusEvent,
            StatusEventRow.subject_finding_id.in_(ids),
            StatusEventRow.date,
            StatusEventRow.uid,
        )
    )


def _answers(session: Session, findings: Sequence[Finding]) -> defaultdict[str, list[Answer]]:
    links = session.execute(
        select(FindingRow.uid, ResponseItemFindingRow.response_item_id)
        .join(FindingRow, FindingRow.id == ResponseItemFindingRow.finding_id)
        .where(FindingRow.uid.in_([finding.uid for finding in findings]))
        .order_by(ResponseItemFindingRow.response_item_id)
    ).all()
    items = fetch_rows(session, ResponseItem, [row_id for _, row_id in links])
    found = fetch(session, Response, sorted({item.response for item in items}))
    responses = {response.uid: response for response in found}
    answers: defaultdict[str, list[Answer]] = defaultdict(list)
    for (finding, _), item in zip(links, items, strict=True):
        answers[finding].append(Answer(responses[item.response], item))
    for each in answers.values():
        each.sort(key=lambda answer: (answer.response.letter_date or date.max, answer.item.uid))
    return answers


def _answers_to_reports(
    session: Session, reports: Sequence[Report]
) -> defaultdict[str, list[Answer]]:
    """Return the passages that name no finding, by the report their response answers."""
    answers: defaultdict[str, list[Answer]] = defaultdict(list)
    names_a_finding = ResponseItemFindingRow.response_item_id == ResponseItemRow.id
    for report, responses in responses_to(session, reports).items():
        for response in responses:
            ids = select(ResponseRow.id).where(ResponseRow.uid == response.uid)
            items = fetch_where(
                session,
                ResponseItem,
                ResponseItemRow.response_id.in_(ids) & ~exists().where(names_a_finding),
                ResponseItemRow.id,
            )
            answers[report] += [Answer(response, item) for item in items]
    return answers


def _questions(
    session: Session,
    findings: Sequence[Finding],
    stories: defaultdict[str, list[ActionStory]],
) -> defaultdict[str, list[AskedQuestion]]:
    """Return the questions that the panel has on each finding and its actions, oldest first."""
    findings_of: defaultdict[str, list[str]] = defaultdict(list)
    for finding, each in stories.items():
        for uid in dict.fromkeys(story.action.uid for story in each):
            findings_of[uid].append(finding)
    on_findings = fetch_where(
        session, Question, QuestionRow.subject_finding_id.in_(_ids(findings)), QuestionRow.uid
    )
    action_ids = select(ActionRow.id).where(ActionRow.uid.in_(list(findings_of)))
    on_actions = fetch_where(
        session, Question, QuestionRow.subject_action_id.in_(action_ids), QuestionRow.uid
    )
    found: defaultdict[str, list[AskedQuestion]] = defaultdict(list)
    for asked in with_names(session, [*on_findings, *on_actions]):
        if asked.question.subject is not None and asked.question.state.is_shared:
            subject = asked.question.subject.uid
            for finding in findings_of.get(subject, [subject]):
                found[finding].append(asked)
    for questions in found.values():
        questions.sort(key=lambda asked: asked.question.uid)
    return found


def with_names(session: Session, questions: Sequence[Question]) -> list[AskedQuestion]:
    """Return questions with the names of who asks and who answered.

    A question that others were merged into is asked for their members too.
    """
    ids = select(QuestionRow.id).where(QuestionRow.uid.in_([each.uid for each in questions]))
    asking: defaultdict[str, list[PersonUid | None]] = defaultdict(list)
    for each in questions:
        asking[each.uid].append(each.member)
    for each in fetch_where(
        session, Question, QuestionRow.merged_into_id.in_(ids), QuestionRow.uid
    ):
        asking[each.merged_into or ""].append(each.member)
    people = {uid for members in asking.values() for uid in members if uid is not None}
    people |= {each.answered_by for each in questions if each.answered_by is not None}
    names = {person.uid: person.name for person in fetch(session, Person, sorted(people))}
    return [
        AskedQuestion(
            each,
            ", ".join(dict.fromkeys(names[uid] for uid in asking[each.uid] if uid in names))
            or None,
            None if each.answered_by is None else names.get(each.answered_by),
        )
        for each in questions
    ]


def _ids(records: Sequence[Record]) -> Any:  # noqa: ANN401 - a subquery
    return select(FindingRow.id).where(FindingRow.uid.in_([record.uid for record in records]))
