"""Lists of reports and meetings, and what Home shows."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, SQLColumnExpression, and_, func, or_, select
from sqlalchemy.orm import Session

from jasp_desktop.domain.identity import FindingUid, MeetingUid, Uid
from jasp_desktop.domain.listings import (
    ClosedAction,
    FindingFilter,
    FindingQuery,
    HomeContent,
    MeetingLine,
    MovedTarget,
    OverdueAction,
    ReportLine,
    UnansweredQuestion,
)
from jasp_desktop.domain.records import Action, AgendaItem, Meeting, Question, Report, TargetChange
from jasp_desktop.domain.register_states import end_of
from jasp_desktop.domain.vocabulary import (
    FindingKind,
    ForceStatus,
    MeetingStatus,
    QuestionState,
)
from jasp_desktop.store.clocks import clocks, responses_to
from jasp_desktop.store.finding_lists import action_facts, finding_ids
from jasp_desktop.store.register import fetch, fetch_where, read_panel
from jasp_desktop.store.register_tables import (
    ActionFindingRow,
    ActionRow,
    AgendaItemRow,
    EvidenceRow,
    FindingRow,
    ImportBatchRow,
    MeetingRow,
    QuestionRow,
    ReportRow,
    StatusEventRow,
    TargetChangeRow,
)


def report_lines(session: Session) -> list[ReportLine]:
    """Return every report, the newest first; one without a date comes first, to be dated."""
    order = (ReportRow.published.is_not(None), ReportRow.published.desc(), ReportRow.title)
    reports = fetch_where(session, Report, ReportRow.id.is_not(None), *order)
    return _report_lines(session, reports)


def meeting_lines(session: Session) -> list[MeetingLine]:
    """Return every meeting, the latest first."""
    order = (MeetingRow.held_on.desc(), MeetingRow.uid)
    meetings = fetch_where(session, Meeting, MeetingRow.id.is_not(None), *order)
    return [_meeting_line(session, meeting) for meeting in meetings]


def agenda_of(session: Session, meeting: MeetingUid) -> list[AgendaItem]:
    """Return a meeting's items in the order of their numbers (2 before 10, 7.1 after 7)."""
    ids = select(MeetingRow.id).where(MeetingRow.uid == meeting)
    items = fetch_where(session, AgendaItem, AgendaItemRow.meeting_id.in_(ids))
    return sorted(items, key=lambda item: (_number_key(item.number), item.uid))


def home_content(session: Session) -> HomeContent | None:
    """Return what Home shows; None while the register has no panel."""
    panel = read_panel(session)
    if panel is None:
        return None
    as_at = panel.as_at
    last, following = _meetings_around(session, as_at)
    since = last.held_on if last else None
    overdue = _overdue(session, as_at)
    facts = action_facts()
    still_open = session.scalar(select(func.count()).select_from(facts).where(facts.c.is_open))
    reports = fetch_where(session, Report, ReportRow.published.is_not(None), ReportRow.published)
    running = [
        line
        for line in _report_lines(session, reports)
        if line.clock is not None and line.clock.is_running
    ]
    return HomeContent(
        as_at=as_at,
        next_meeting=_meeting_line(session, following) if following else None,
        last_meeting=last,
        agenda_findings=tuple(_agenda_findings(session, following)),
        overdue=tuple(overdue),
        open_actions=still_open or 0,
        clocks=tuple(running),
        unanswered=tuple(_unanswered(session)),
        moved=tuple(_moved(session, since)),
        closed=tuple(_closed(session, since)),
    )


def _report_lines(session: Session, reports: Sequence[Report]) -> list[ReportLine]:
    panel = read_panel(session)
    as_at = panel.as_at if panel else None
    counts: defaultdict[str, list[tuple[FindingKind, int]]] = defaultdict(list)
    rows = session.execute(
        select(ReportRow.uid, FindingRow.kind, func.count())
        .join(FindingRow, FindingRow.report_id == ReportRow.id)
        .group_by(ReportRow.uid, FindingRow.kind)
    )
    for uid, kind, count in rows:
        counts[uid].append((FindingKind(kind), count))
    still_open = _open_findings(session, as_at)
    answers = responses_to(session, reports)
    running = clocks(session, reports, as_at)
    kinds = list(FindingKind)
    return [
        ReportLine(
            report,
            running.get(report.uid),
            tuple(
                sorted(
                    counts[report.uid],
                    key=lambda each: kinds.index(each[0]) if each[0] in kinds else len(kinds),
                )
            ),
            still_open.get(report.uid, 0),
            len(answers[report.uid]),
        )
        for report in reports
    ]


def _open_findings(session: Session, as_at: date | None) -> dict[str, int]:
    ids = finding_ids(session, FindingQuery(filter=FindingFilter.OPEN), as_at)
    rows = session.execute(
        select(ReportRow.uid, func.count().label("open_findings"))
        .join(FindingRow, FindingRow.report_id == ReportRow.id)
        .where(FindingRow.id.in_(ids))
        .group_by(ReportRow.uid)
    )
    return {row.uid: row.open_findings for row in rows}


def _meeting_line(session: Session, meeting: Meeting) -> MeetingLine:
    items = agenda_of(session, meeting.uid)
    findings = {uid for item in items for uid in item.findings}
    return MeetingLine(meeting, len(items), len(findings))


def _number_key(number: str) -> tuple[tuple[int, str, str], ...]:
    def part(text: str) -> tuple[int, str, str]:
        rest = text.lstrip("0123456789")
        digits = text.removesuffix(rest).lstrip("0")
        # Longer is greater: a number of any length sorts without being worked out.
        return len(digits), digits, rest

    return tuple(part(each) for each in number.split("."))


def _meetings_around(session: Session, as_at: date | None) -> tuple[Meeting | None, Meeting | None]:
    meetings = fetch_where(
        session, Meeting, MeetingRow.status != MeetingStatus.CANCELLED.value, MeetingRow.held_on
    )
    held = [each for each in meetings if each.status is MeetingStatus.HELD]
    last = held[-1] if held else None
    begins = (last.held_on if last else None) or as_at or date.min
    planned = [
        each for each in meetings if each.status is MeetingStatus.PLANNED and each.held_on >= begins
    ]
    return last, planned[0] if planned else None


def _agenda_findings(session: Session, meeting: Meeting | None) -> list[FindingUid]:
    if meeting is None:
        return []
    items = agenda_of(session, meeting.uid)
    return list(dict.fromkeys(uid for item in items for uid in item.findings))


def _overdue(session: Session, as_at: date | None) -> list[OverdueAction]:
    if as_at is None:
        return []
    facts = action_facts()
    rows = session.execute(
        select(facts)
        .where(facts.c.is_open, facts.c.target < as_at)
        .order_by(facts.c.target, facts.c.reference)
    ).all()
    findings = _findings_of(session, [row.uid for row in rows])
    return [
        OverdueAction(
            uid=row.uid,
            reference=row.reference or "–",
            text=row.text,
            target=row.target,
            overdue_days=(as_at - row.target).days,
            finding=findings.get(row.uid),
        )
        for row in rows
    ]


def _findings_of(session: Session, actions: Sequence[str]) -> dict[str, FindingUid]:
    """Return the first finding of each action, by the action's uid."""
    rows = session.execute(
        select(ActionRow.uid, FindingRow.uid)
        .join(ActionFindingRow, ActionFindingRow.action_id == ActionRow.id)
        .join(FindingRow, FindingRow.id == ActionFindingRow.finding_id)
        .where(ActionRow.uid.in_(actions))
        .order_by(ActionFindingRow.place.desc())
    )
    return {action: FindingUid(Uid(finding)) for action, finding in rows}


def _unanswered(session: Session) -> list[UnansweredQuestion]:
    waiting = (QuestionState.ASKED.value, QuestionState.ANSWER_OUTSTANDING.value)
    questions = fetch_where(
        session,
        Question,
        QuestionRow.state.in_(waiting),
        QuestionRow.answer_due,
        QuestionRow.uid,
    )
    on_actions = [
        each.subject.uid for each in questions if each.subject and each.subject.table == "action"
    ]
    findings = _findings_of(session, on_actions)
    return [
        UnansweredQuestion(
            text=question.text,
            asked_on=next(
                (stage.on for stage in question.states if stage.state is QuestionState.ASKED), None
            ),
            answer_due=question.answer_due,
            finding=_finding_of(question, findings),
        )
        for question in questions
    ]


def _finding_of(question: Question, of_actions: dict[str, FindingUid]) -> FindingUid | None:
    if question.subject is None:
        return None
    if question.subject.table == "finding":
        return FindingUid(question.subject.uid)
    return of_actions.get(question.subject.uid)


def _known_after(
    since: date | None,
    dated: SQLColumnExpression[Any],
    batch_id: SQLColumnExpression[int | None],
) -> ColumnElement[bool]:
    """Return whether the register learned of something after a day.

    What came with an import counts from the import, as it does for “What changed”: an export of
    July told in September is news of September.
    """
    day = since or date.min
    later = select(ImportBatchRow.id).where(ImportBatchRow.at > end_of(day))
    return or_(batch_id.in_(later), and_(batch_id.is_(None), dated > day))


def _moved(session: Session, since: date | None) -> list[MovedTarget]:
    moves = fetch_where(
        session,
        TargetChange,
        _known_after(since, TargetChangeRow.changed_on, TargetChangeRow.batch_id),
        TargetChangeRow.changed_on,
        TargetChangeRow.uid,
    )
    moves = [move for move in moves if move.from_ is not None]
    actions = {each.uid: each for each in fetch(session, Action, [move.action for move in moves])}
    findings = _findings_of(session, list(actions))
    return [
        MovedTarget(
            reference=actions[move.action].reference or "–",
            to=move.to,
            was_late=bool(move.from_ and move.changed_on and move.changed_on > move.from_),
            finding=findings.get(move.action),
        )
        for move in moves
    ]


def _closed(session: Session, since: date | None) -> list[ClosedAction]:
    facts = action_facts()
    proven = select(EvidenceRow.id).where(EvidenceRow.action_id == facts.c.id).exists()
    closed_after = (
        select(StatusEventRow.id)
        .where(
            StatusEventRow.subject_action_id == facts.c.id,
            StatusEventRow.track == "force",
            StatusEventRow.status == ForceStatus.CLOSED_BY_FORCE.value,
            _known_after(since, StatusEventRow.date, StatusEventRow.batch_id),
        )
        .exists()
    )
    rows = session.execute(
        select(facts.c.uid, facts.c.reference, proven.label("is_proven"))
        .where(facts.c.status == ForceStatus.CLOSED_BY_FORCE.value, closed_after)
        .order_by(facts.c.reference)
    ).all()
    findings = _findings_of(session, [row.uid for row in rows])
    return [
        ClosedAction(row.reference or "–", bool(row.is_proven), findings.get(row.uid))
        for row in rows
    ]
