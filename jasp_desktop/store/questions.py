"""The panel's questions, and what the register has around the subject of one."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from jasp_desktop.domain.identity import FindingUid, Uid
from jasp_desktop.domain.question_history import QuestionStory
from jasp_desktop.domain.question_records import RecordAround
from jasp_desktop.domain.records import (
    Action,
    AgendaItem,
    Evidence,
    Finding,
    Meeting,
    PanelAction,
    Person,
    Question,
    Response,
    ResponseItem,
    StatusEvent,
    Subject,
    TargetChange,
    Update,
)
from jasp_desktop.domain.vocabulary import MeetingStatus
from jasp_desktop.store.journal import traces_of
from jasp_desktop.store.register import fetch, fetch_one, fetch_rows, fetch_where
from jasp_desktop.store.register_tables import (
    ActionFindingRow,
    ActionRow,
    AgendaItemFindingRow,
    AgendaItemReportRow,
    AgendaItemRow,
    EvidenceRow,
    FindingRow,
    MeetingRow,
    PanelActionRow,
    QuestionRow,
    ReportRow,
    ResponseItemFindingRow,
    ResponseItemRow,
    ResponseReportRow,
    ResponseRow,
    StatusEventRow,
    TargetChangeRow,
    UpdateRow,
)


def questions_of(session: Session, meeting: str) -> list[Question]:
    """Return a meeting's questions, oldest first."""
    row_id = select(MeetingRow.id).where(MeetingRow.uid == meeting).scalar_subquery()
    return fetch_where(session, Question, QuestionRow.meeting_id == row_id, QuestionRow.uid)


def question_count(session: Session) -> int:
    """Return how many questions the register holds."""
    return session.scalar(select(func.count()).select_from(QuestionRow)) or 0


def following(session: Session, question: str) -> list[Question]:
    """Return the questions that follow one, oldest first."""
    return fetch_where(
        session, Question, QuestionRow.follows_id == _question_id(question), QuestionRow.uid
    )


def merged_into(session: Session, question: str) -> list[Question]:
    """Return the questions that were merged into one, oldest first."""
    return fetch_where(
        session, Question, QuestionRow.merged_into_id == _question_id(question), QuestionRow.uid
    )


def panel_actions_of(session: Session, question: str) -> list[PanelAction]:
    """Return the panel's actions that came of a question, oldest first."""
    return fetch_where(
        session,
        PanelAction,
        PanelActionRow.question_id == _question_id(question),
        PanelActionRow.uid,
    )


def story_of(session: Session, question: Question) -> QuestionStory:
    """Return a question with the records that are part of its story."""
    followers, merged = following(session, question.uid), merged_into(session, question.uid)
    asked = [question, *followers, *merged]
    people = [uid for each in asked for uid in (each.member, each.answered_by) if uid]
    meeting = fetch_one(session, Meeting, question.meeting or "")
    return QuestionStory(
        question=question,
        traces=tuple(traces_of(session, "question", question.uid)),
        panel_actions=tuple(panel_actions_of(session, question.uid)),
        followers=tuple(followers),
        merged=tuple(merged),
        follows=fetch_one(session, Question, question.follows or ""),
        merged_into=fetch_one(session, Question, question.merged_into or ""),
        names={person.uid: person.name for person in fetch(session, Person, people)},
        held_on=meeting.held_on if meeting else None,
    )


def panel_action_numbers(session: Session) -> list[str]:
    """Return the numbers of the panel's actions."""
    return list(session.scalars(select(PanelActionRow.number)))


def planned_after(session: Session, day: date) -> list[Meeting]:
    """Return the planned meetings after a day, the next one first."""
    return fetch_where(
        session,
        Meeting,
        (MeetingRow.status == MeetingStatus.PLANNED.value) & (MeetingRow.held_on > day),
        MeetingRow.held_on,
        MeetingRow.uid,
    )


def item_about(session: Session, meeting: str, subject: Subject | None) -> AgendaItem | None:
    """Return the item of a meeting that names a subject, its finding or its report."""
    if subject is None:
        return None
    findings = _finding_ids(session, subject)
    reports = _report_ids(session, subject, findings)
    named = [
        AgendaItemRow.uid == (subject.uid if subject.table == "agenda_item" else ""),
        AgendaItemRow.id.in_(
            select(AgendaItemFindingRow.agenda_item_id).where(
                AgendaItemFindingRow.finding_id.in_(findings)
            )
        ),
        AgendaItemRow.id.in_(
            select(AgendaItemReportRow.agenda_item_id).where(
                AgendaItemReportRow.report_id.in_(reports)
            )
        ),
    ]
    at = AgendaItemRow.meeting_id.in_(select(MeetingRow.id).where(MeetingRow.uid == meeting))
    for condition in named:
        found = fetch_where(session, AgendaItem, at & condition, AgendaItemRow.id)
        if found:
            return found[0]
    return None


def owners_of(session: Session, subjects: Iterable[Subject]) -> dict[Uid, tuple[str, ...]]:
    """Return who in the force owns the actions that subjects are or lead to, by their uids."""
    wanted = list(subjects)
    uids = [subject.uid for subject in wanted]
    rows = session.execute(
        select(ActionRow.uid, ActionRow.owner, FindingRow.uid)
        .outerjoin(ActionFindingRow, ActionFindingRow.action_id == ActionRow.id)
        .outerjoin(FindingRow, FindingRow.id == ActionFindingRow.finding_id)
        .where(ActionRow.uid.in_(uids) | FindingRow.uid.in_(uids), ActionRow.owner.is_not(None))
        .order_by(ActionRow.owner)
    )
    found: dict[str, list[str]] = {uid: [] for uid in uids}
    for action, owner, finding in rows:
        for uid in (action, finding):
            if owner and uid in found and owner not in found[uid]:
                found[uid].append(owner)
    return {Uid(uid): tuple(owners) for uid, owners in found.items()}


def findings_behind(
    session: Session, subjects: Iterable[Subject]
) -> dict[Uid, tuple[FindingUid, ...]]:
    """Return the findings that subjects are or are about, by their uids."""
    wanted = list(subjects)
    found: dict[Uid, tuple[FindingUid, ...]] = {
        each.uid: (FindingUid(each.uid),) for each in wanted if each.table == "finding"
    }
    actions = fetch(session, Action, [each.uid for each in wanted if each.table == "action"])
    items = fetch(
        session, ResponseItem, [each.uid for each in wanted if each.table == "response_item"]
    )
    found |= {each.uid: each.findings for each in actions}
    return found | {each.uid: each.findings for each in items}


def around_subject(session: Session, subject: Subject, as_at: date | None) -> RecordAround:
    """Return what the register has around a subject."""
    findings = _finding_ids(session, subject)
    actions = _action_ids(session, subject, findings)
    items = _item_ids(session, subject, findings)
    responses = _response_ids(session, subject, items)
    named = [] if subject.table == "action" else findings
    on_these = or_(
        StatusEventRow.subject_action_id.in_(actions), StatusEventRow.subject_finding_id.in_(named)
    )
    return RecordAround(
        as_at=as_at,
        findings=tuple(fetch_rows(session, Finding, named)),
        actions=tuple(fetch_rows(session, Action, actions)),
        events=tuple(
            fetch_where(session, StatusEvent, on_these, StatusEventRow.date, StatusEventRow.uid)
        ),
        moves=tuple(fetch_where(session, TargetChange, TargetChangeRow.action_id.in_(actions))),
        updates=tuple(fetch_where(session, Update, UpdateRow.action_id.in_(actions))),
        evidence=tuple(fetch_where(session, Evidence, EvidenceRow.action_id.in_(actions))),
        responses=tuple(fetch_rows(session, Response, responses)),
        items=tuple(fetch_rows(session, ResponseItem, items)),
    )


def _question_id(uid: str) -> Any:  # noqa: ANN401 - a scalar subquery
    return select(QuestionRow.id).where(QuestionRow.uid == uid).scalar_subquery()


def _ids(session: Session, query: Any) -> list[int]:  # noqa: ANN401 - a selection of row ids
    return list(dict.fromkeys(session.scalars(query)))


def _finding_ids(session: Session, subject: Subject) -> list[int]:
    """Return the row ids of the findings that a subject is, holds or is about."""
    uid = subject.uid
    queries: dict[str, Any] = {
        "finding": select(FindingRow.id).where(FindingRow.uid == uid),
        "report": select(FindingRow.id)
        .join(ReportRow, ReportRow.id == FindingRow.report_id)
        .where(ReportRow.uid == uid)
        .order_by(FindingRow.position),
        "action": select(ActionFindingRow.finding_id)
        .join(ActionRow, ActionRow.id == ActionFindingRow.action_id)
        .where(ActionRow.uid == uid),
        "response_item": select(ResponseItemFindingRow.finding_id)
        .join(ResponseItemRow, ResponseItemRow.id == ResponseItemFindingRow.response_item_id)
        .where(ResponseItemRow.uid == uid),
        "agenda_item": select(AgendaItemFindingRow.finding_id)
        .join(AgendaItemRow, AgendaItemRow.id == AgendaItemFindingRow.agenda_item_id)
        .where(AgendaItemRow.uid == uid),
    }
    query = queries.get(subject.table)
    return [] if query is None else _ids(session, query)


def _report_ids(session: Session, subject: Subject, findings: Sequence[int]) -> list[int]:
    if subject.table == "report":
        return _ids(session, select(ReportRow.id).where(ReportRow.uid == subject.uid))
    if subject.table == "response":
        query = select(ResponseReportRow.report_id).join(
            ResponseRow, ResponseRow.id == ResponseReportRow.response_id
        )
        return _ids(session, query.where(ResponseRow.uid == subject.uid))
    return _ids(session, select(FindingRow.report_id).where(FindingRow.id.in_(findings)))


def _action_ids(session: Session, subject: Subject, findings: Sequence[int]) -> list[int]:
    if subject.table == "action":
        return _ids(session, select(ActionRow.id).where(ActionRow.uid == subject.uid))
    query = select(ActionFindingRow.action_id).where(ActionFindingRow.finding_id.in_(findings))
    return _ids(session, query.order_by(ActionFindingRow.action_id))


def _item_ids(session: Session, subject: Subject, findings: Sequence[int]) -> list[int]:
    if subject.table == "action":
        return []
    if subject.table == "response_item":
        return _ids(session, select(ResponseItemRow.id).where(ResponseItemRow.uid == subject.uid))
    query = select(ResponseItemFindingRow.response_item_id)
    return _ids(session, query.where(ResponseItemFindingRow.finding_id.in_(findings)))


def _response_ids(session: Session, subject: Subject, items: Sequence[int]) -> list[int]:
    if subject.table == "response":
        return _ids(session, select(ResponseRow.id).where(ResponseRow.uid == subject.uid))
    if subject.table == "report":
        query = select(ResponseReportRow.response_id).join(
            ReportRow, ReportRow.id == ResponseReportRow.report_id
        )
        return _ids(session, query.where(ReportRow.uid == subject.uid))
    return _ids(session, select(ResponseItemRow.response_id).where(ResponseItemRow.id.in_(items)))
