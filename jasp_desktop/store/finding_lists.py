"""Lists of findings: which, in what order, and their lines; all derived in SQL.

A list is an array of row ids; lines are fetched for the rows on screen.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Select,
    and_,
    case,
    exists,
    func,
    literal,
    or_,
    select,
)
from sqlalchemy.orm import Session

from jasp_desktop.domain.dossier import finding_label, without_own_number
from jasp_desktop.domain.listings import (
    ANSWERED_KINDS,
    FindingFilter,
    FindingLine,
    FindingOrder,
    FindingQuery,
    FindingTotals,
)
from jasp_desktop.domain.records import Finding
from jasp_desktop.domain.vocabulary import (
    FindingKind,
    ForceStatus,
    HmicfrsPosition,
    QuestionState,
)
from jasp_desktop.store.register import fetch_rows
from jasp_desktop.store.register_tables import (
    ActionFindingRow,
    ActionRow,
    AgendaItemFindingRow,
    AgendaItemRow,
    EvidenceRow,
    FindingRow,
    MeetingRow,
    QuestionRow,
    ReportRow,
    ResponseItemFindingRow,
    StatusEventRow,
    TargetChangeRow,
)

_STATUSES = tuple(ForceStatus)
_ENDED = [status.value for status in _STATUSES if not status.is_open]
_NOT_SHARED = [state.value for state in QuestionState if not state.is_shared]
_FAR = date(9999, 12, 31)


def finding_ids(session: Session, query: FindingQuery, as_at: date | None) -> list[int]:
    """Return the row ids of the findings a list shows, in its order."""
    facts = finding_facts(as_at)
    chosen = select(facts.c.id).where(_condition(facts, query.filter), *narrowed(facts, query))
    order = _order(facts, query.order)
    if query.descending:
        order = [column.desc() for column in order]
    return list(session.scalars(chosen.order_by(*order, facts.c.report_id, facts.c.position)))


def finding_totals(session: Session, query: FindingQuery, as_at: date | None) -> FindingTotals:
    """Count what each filter would show of the same report, meeting and words."""
    facts = finding_facts(as_at)
    counts = [
        func.coalesce(func.sum(case((_condition(facts, each), 1), else_=0)), 0)
        for each in FindingFilter
    ]
    row = session.execute(select(*counts).where(*narrowed(facts, query))).one()
    return FindingTotals(dict(zip(FindingFilter, row, strict=True)))


def finding_statuses(
    session: Session, query: FindingQuery, as_at: date | None
) -> Counter[ForceStatus | None]:
    """Count the findings a list shows by force status; None where none is recorded."""
    facts = finding_facts(as_at)
    counted = (
        select(facts.c.status, func.count())
        .where(_condition(facts, query.filter), *narrowed(facts, query))
        .group_by(facts.c.status)
    )
    return Counter(
        {
            None if word is None else ForceStatus(word): count
            for word, count in session.execute(counted)
        }
    )


def finding_lines(session: Session, ids: Sequence[int], as_at: date | None) -> list[FindingLine]:
    """Return the lines of these findings, in their order."""
    facts = finding_facts(as_at)
    findings = {finding.uid: finding for finding in fetch_rows(session, Finding, ids)}
    rows = session.execute(select(facts).where(facts.c.id.in_(ids))).mappings()
    lines = {row["id"]: _line(findings[row["uid"]], row, as_at) for row in rows}
    return [lines[row_id] for row_id in ids if row_id in lines]


def finding_reference(action_reference: str | None, finding: Finding) -> str:
    """Return how the tracker names a finding; one without actions goes by its printed number."""
    if action_reference:
        return without_own_number(action_reference)
    return finding.number or "–"


def _line(finding: Finding, row: Any, as_at: date | None) -> FindingLine:  # noqa: ANN401 - a row
    overdue_since = row["overdue_since"]
    return FindingLine(
        uid=finding.uid,
        kind=finding.kind,
        reference=finding_reference(row["reference"], finding),
        label=finding_label(finding),
        theme=finding.theme,
        text=finding.text,
        report=finding.report,
        report_name=row["report_name"],
        force_status=None if row["status"] is None else ForceStatus(row["status"]),
        hmicfrs_position=HmicfrsPosition(row["position_word"]),
        target=row["target"],
        overdue_days=(as_at - overdue_since).days if as_at and overdue_since else 0,
        moves=row["moves"],
        actions=row["actions"],
        overdue_actions=row["overdue_actions"],
        has_response=bool(row["has_response"]),
        has_evidence=bool(row["has_evidence"]),
        questions=row["questions"],
    )


def _latest_word(subject: Any, row_id: Any, track: str) -> Any:  # noqa: ANN401 - columns
    """Return a subquery: the last status of one subject on one track."""
    return (
        select(StatusEventRow.status)
        .where(subject == row_id, StatusEventRow.track == track)
        .order_by(StatusEventRow.date.desc(), StatusEventRow.uid.desc())
        .limit(1)
        .correlate_except(StatusEventRow)
        .scalar_subquery()
    )


@cache
def _rank() -> dict[str, int]:
    return {status.value: place for place, status in enumerate(_STATUSES)}


@cache
def action_facts() -> CTE:
    """Return each action with the force's latest word and whether it is open."""
    word = _latest_word(StatusEventRow.subject_action_id, ActionRow.id, "force")
    inner = select(
        ActionRow.id,
        ActionRow.uid,
        ActionRow.reference,
        ActionRow.text,
        ActionRow.target,
        word.label("status"),
    ).cte("action_words")
    is_open = or_(inner.c.status.is_(None), inner.c.status.not_in(_ENDED))
    return select(inner, is_open.label("is_open")).cte("action_facts")


def finding_facts(as_at: date | None) -> CTE:
    """Return one row a finding with everything that a list derives."""
    by_finding = _facts_of_actions(as_at)
    own_word = _latest_word(StatusEventRow.subject_finding_id, FindingRow.id, "force")
    position = _latest_word(StatusEventRow.subject_finding_id, FindingRow.id, "hmicfrs")
    shared_word = case(_words_by_rank(), value=by_finding.c.rank)
    own_actions = (
        select(ActionFindingRow.action_id)
        .where(ActionFindingRow.finding_id == FindingRow.id)
        .correlate(FindingRow)
    )
    questions = (
        select(func.count())
        .where(
            or_(
                QuestionRow.subject_finding_id == FindingRow.id,
                QuestionRow.subject_action_id.in_(own_actions),
            ),
            QuestionRow.state.not_in(_NOT_SHARED),
        )
        .correlate(FindingRow)
        .scalar_subquery()
    )
    answered = exists().where(ResponseItemFindingRow.finding_id == FindingRow.id)
    return (
        select(
            FindingRow.id,
            FindingRow.uid,
            FindingRow.report_id,
            FindingRow.position,
            FindingRow.kind,
            FindingRow.text,
            FindingRow.theme,
            func.coalesce(ReportRow.short_title, ReportRow.title).label("report_name"),
            by_finding.c.reference,
            by_finding.c.target,
            by_finding.c.overdue_since,
            func.coalesce(by_finding.c.actions, 0).label("actions"),
            func.coalesce(by_finding.c.overdue_actions, 0).label("overdue_actions"),
            func.coalesce(by_finding.c.moves, 0).label("moves"),
            func.coalesce(by_finding.c.has_evidence, 0).label("has_evidence"),
            func.coalesce(own_word, shared_word).label("status"),
            func.coalesce(position, HmicfrsPosition.NOT_KNOWN.value).label("position_word"),
            answered.label("has_response"),
            questions.label("questions"),
        )
        .join(ReportRow, ReportRow.id == FindingRow.report_id)
        .outerjoin(by_finding, by_finding.c.finding_id == FindingRow.id)
        .cte("finding_facts")
    )


def _words_by_rank() -> dict[Any, Any]:
    return {rank: literal(word) for word, rank in _rank().items()}


def _facts_of_actions(as_at: date | None) -> CTE:
    facts = action_facts()
    overdue = and_(facts.c.is_open, facts.c.target < as_at) if as_at else literal(value=False)
    moves = (
        select(func.count())
        .where(TargetChangeRow.action_id == facts.c.id, TargetChangeRow.from_.is_not(None))
        .correlate(facts)
        .scalar_subquery()
    )
    proven = exists().where(EvidenceRow.action_id == facts.c.id)
    # A word that this program does not know counts as in progress.
    rank = case(_rank(), value=facts.c.status, else_=_rank()[ForceStatus.IN_PROGRESS])
    return (
        select(
            ActionFindingRow.finding_id,
            func.count().label("actions"),
            func.min(facts.c.reference).label("reference"),
            func.min(case((facts.c.is_open, facts.c.target))).label("target"),
            func.min(case((overdue, facts.c.target))).label("overdue_since"),
            func.sum(case((overdue, 1), else_=0)).label("overdue_actions"),
            func.sum(moves).label("moves"),
            func.min(case((facts.c.status.is_not(None), rank))).label("rank"),
            func.max(case((proven, 1), else_=0)).label("has_evidence"),
        )
        .join(facts, facts.c.id == ActionFindingRow.action_id)
        .group_by(ActionFindingRow.finding_id)
        .cte("facts_of_actions")
    )


def _condition(facts: CTE, which: FindingFilter) -> ColumnElement[bool]:
    is_open = or_(facts.c.status.is_(None), facts.c.status.not_in(_ENDED))
    asks = facts.c.kind.in_([kind.value for kind in ANSWERED_KINDS])
    conditions: dict[FindingFilter, ColumnElement[bool]] = {
        FindingFilter.ALL: literal(value=True),
        FindingFilter.OPEN: is_open,
        FindingFilter.OVERDUE: facts.c.overdue_since.is_not(None),
        FindingFilter.DATE_MOVED: facts.c.moves > 0,
        FindingFilter.NO_RESPONSE: and_(asks, is_open, ~facts.c.has_response),
        FindingFilter.CLOSED: ~is_open,
        FindingFilter.CLOSED_WITHOUT_EVIDENCE: and_(~is_open, facts.c.has_evidence == 0),
        FindingFilter.WITH_QUESTIONS: facts.c.questions > 0,
    }
    return conditions[which]


def narrowed(facts: CTE, query: FindingQuery) -> list[ColumnElement[bool]]:
    """Return what a query's report, meeting and words ask of a finding."""
    conditions: list[ColumnElement[bool]] = []
    if query.report is not None:
        report = select(ReportRow.id).where(ReportRow.uid == query.report)
        conditions.append(facts.c.report_id == report.scalar_subquery())
    if query.meeting is not None:
        conditions.append(facts.c.id.in_(_on_agenda(query.meeting)))
    for word in query.words.split():
        pattern = func.lower(f"%{_literal(word)}%")
        parts = (facts.c.text, facts.c.theme, facts.c.reference, facts.c.report_name)
        conditions.append(or_(*(func.lower(part).like(pattern, escape="\\") for part in parts)))
    return conditions


def _on_agenda(meeting: str) -> Select[int]:
    return (
        select(AgendaItemFindingRow.finding_id)
        .join(AgendaItemRow, AgendaItemRow.id == AgendaItemFindingRow.agenda_item_id)
        .join(MeetingRow, MeetingRow.id == AgendaItemRow.meeting_id)
        .where(MeetingRow.uid == meeting)
    )


def _literal(word: str) -> str:
    for special in ("\\", "%", "_"):
        word = word.replace(special, f"\\{special}")
    return word


def _order(facts: CTE, order: FindingOrder) -> list[ColumnElement[Any]]:
    asks = facts.c.kind.in_([kind.value for kind in ANSWERED_KINDS])
    is_open = or_(facts.c.status.is_(None), facts.c.status.not_in(_ENDED))
    attention = case(
        (facts.c.overdue_since.is_not(None), 0),
        (and_(asks, is_open, ~facts.c.has_response), 1),
        (and_(is_open, facts.c.moves > 0), 2),
        (is_open, 3),
        else_=4,
    )
    target = func.coalesce(facts.c.target, _FAR)
    kinds = {kind.value: place for place, kind in enumerate(FindingKind)}
    positions = {word.value: place for place, word in enumerate(HmicfrsPosition)}
    orders: dict[FindingOrder, list[ColumnElement[Any]]] = {
        FindingOrder.ATTENTION: [attention, func.coalesce(facts.c.overdue_since, target)],
        FindingOrder.REFERENCE: [func.coalesce(facts.c.reference, facts.c.report_name)],
        FindingOrder.FINDING: [case(kinds, value=facts.c.kind, else_=len(kinds))],
        FindingOrder.FORCE_STATUS: [case(_rank(), value=facts.c.status, else_=len(_rank()))],
        FindingOrder.TARGET: [target],
        FindingOrder.HMICFRS_POSITION: [
            case(positions, value=facts.c.position_word, else_=len(positions))
        ],
        FindingOrder.QUESTIONS: [facts.c.questions],
    }
    return orders[order]
