"""The coverage matrix: the facts of every finding in one query, lines for the rows on screen."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import CTE, Select, and_, case, exists, func, literal, or_, select
from sqlalchemy.orm import Session

from jasp_desktop.domain.coverage import (
    Answered,
    CoverageFacts,
    CoverageLine,
    CoverageQuery,
    SurveyedFinding,
)
from jasp_desktop.domain.dossier import finding_label
from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.listings import ANSWERED_KINDS, FindingQuery
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.records import Finding, Subject
from jasp_desktop.domain.vocabulary import (
    Applies,
    ForceStatus,
    HmicfrsPosition,
    ResponsePosition,
)
from jasp_desktop.store.finding_lists import (
    action_facts,
    finding_facts,
    finding_reference,
    narrowed,
)
from jasp_desktop.store.register import fetch_rows
from jasp_desktop.store.register_tables import (
    ActionFindingRow,
    ActionRow,
    EvidenceRow,
    FindingRow,
    ResponseItemFindingRow,
    ResponseItemRow,
)

_KINDS_OF_FACTS = 8_192
_REPORT_EVERY = 2_000
_READING = "Reading the findings"
_ASKING = [kind.value for kind in ANSWERED_KINDS]
_ENDED = [status.value for status in ForceStatus if not status.is_open]
_ADDRESSING = tuple(each for each in ResponsePosition if each is not ResponsePosition.NOT_ADDRESSED)
_RANKS = {position.value: rank for rank, position in enumerate(_ADDRESSING)}
_DECLINED = frozenset({ResponsePosition.NOT_ACCEPTED, ResponsePosition.NO_ACTION_REASON_GIVEN})

type Drafts = Mapping[int, int]
"""How many drafts of the member hang on a finding, by its row id."""


def surveyed(
    session: Session,
    query: CoverageQuery,
    as_at: date | None,
    drafts: Drafts,
    progress: Progress,
) -> Iterator[SurveyedFinding]:
    """Yield every finding of a query's report and words with its facts, by reference.

    Raises:
        Cancelled: The person asked for a stop.
    """
    most = session.scalar(select(func.count()).select_from(FindingRow)) or 0
    progress.report(0, most, _READING)
    facts = finding_facts(as_at)
    found = narrowed(facts, FindingQuery(report=query.report, words=query.words))
    reference = func.coalesce(facts.c.reference, facts.c.report_name)
    order = (reference, facts.c.report_id, facts.c.position)
    rows = session.execute(_columns(facts).where(*found).order_by(*order))
    for done, row in enumerate(rows):
        if done % _REPORT_EVERY == 0:
            progress.report(done, most, _READING)
        yield SurveyedFinding(row[0], _facts_of(row, drafts))


def coverage_lines(
    session: Session, ids: Sequence[int], as_at: date | None, drafts: Drafts
) -> list[CoverageLine]:
    """Return the lines of these findings, in their order; those not there are left out."""
    facts = finding_facts(as_at)
    findings = {finding.uid: finding for finding in fetch_rows(session, Finding, ids)}
    shown = _columns(facts).add_columns(
        facts.c.uid,
        facts.c.reference,
        facts.c.report_name,
        facts.c.target,
        facts.c.position_word,
    )
    rows = session.execute(shown.where(facts.c.id.in_(ids)))
    lines = {row.id: _line(findings[row.uid], row, _facts_of(row, drafts)) for row in rows}
    return [lines[row_id] for row_id in ids if row_id in lines]


def finding_rows_of(session: Session, subjects: Sequence[Subject]) -> Iterator[int]:
    """Yield the row id of each finding that these subjects are, or that their actions serve."""
    for subject in subjects:
        yield from session.scalars(_findings_of(subject.table, subject.uid))


def _findings_of(table: str, uid: Uid) -> Select[Any]:
    if table == "action":
        return (
            select(ActionFindingRow.finding_id)
            .join(ActionRow, ActionRow.id == ActionFindingRow.action_id)
            .where(ActionRow.uid == uid)
        )
    return select(FindingRow.id).where(FindingRow.uid == uid, literal(table == "finding"))


def _line(finding: Finding, row: Any, facts: CoverageFacts) -> CoverageLine:  # noqa: ANN401 - a row
    return CoverageLine(
        uid=finding.uid,
        reference=finding_reference(row.reference, finding),
        label=finding_label(finding),
        theme=finding.theme,
        text=finding.text,
        report_name=row.report_name,
        facts=facts,
        response=None if row.response_rank is None else _ADDRESSING[row.response_rank],
        target=row.target,
        position=HmicfrsPosition(row.position_word),
    )


class _Found(NamedTuple):
    """What is selected of each finding beside its row id, in the order of ``_columns``."""

    asks: int
    applies: int
    is_open: int
    has_response: int
    actions: int
    questions: int
    position_word: str
    open_actions: int
    undated: int
    proven: int
    unproven_closures: int
    is_bare: int
    is_addressed: int
    response_rank: int | None


def _facts_of(row: Any, drafts: Drafts) -> CoverageFacts:  # noqa: ANN401 - a row
    facts = _facts(tuple(row[1 : 1 + len(_Found._fields)]))
    own = drafts.get(row[0], 0)
    return facts._replace(drafts=own) if own else facts


@lru_cache(maxsize=_KINDS_OF_FACTS)
def _facts(values: tuple[Any, ...]) -> CoverageFacts:
    """Return the facts in what was selected; of a hundred thousand findings few differ."""
    found = _Found._make(values)
    return CoverageFacts(
        asks=bool(found.asks),
        applies=bool(found.applies),
        is_open=bool(found.is_open),
        answered=_answered(found),
        actions=found.actions,
        open_actions=found.open_actions,
        undated=found.undated,
        proven=found.proven,
        unproven_closures=found.unproven_closures or int(found.is_bare),
        is_position_known=found.position_word != HmicfrsPosition.NOT_KNOWN.value,
        questions=found.questions,
    )


def _answered(found: _Found) -> Answered:
    if not found.has_response:
        return Answered.NOT
    if not found.is_addressed:
        return Answered.NOT_ADDRESSED
    rank = found.response_rank
    declined = rank is not None and _ADDRESSING[rank] in _DECLINED
    return Answered.DECLINED if declined else Answered.YES


def _columns(facts: CTE) -> Select[Any]:
    """Return what the facts of a finding are made of."""
    gaps = _gaps_of_actions()
    finding = FindingRow.__table__.c
    closed = facts.c.status == ForceStatus.CLOSED_BY_FORCE.value
    return (
        select(
            facts.c.id,
            facts.c.kind.in_(_ASKING).label("asks"),
            func.coalesce(finding.applies != Applies.NO.value, literal(value=True)).label(
                "applies"
            ),
            or_(facts.c.status.is_(None), facts.c.status.not_in(_ENDED)).label("is_open"),
            facts.c.has_response,
            facts.c.actions,
            facts.c.questions,
            facts.c.position_word,
            func.coalesce(gaps.c.open_actions, 0).label("open_actions"),
            func.coalesce(gaps.c.undated, 0).label("undated"),
            func.coalesce(gaps.c.proven, 0).label("proven"),
            func.coalesce(gaps.c.unproven_closures, 0).label("unproven_closures"),
            func.coalesce(and_(closed, facts.c.has_evidence == 0), literal(value=False)).label(
                "is_bare"
            ),
            _addressing(facts, exists()).label("is_addressed"),
            _response_rank(facts).label("response_rank"),
        )
        .join(FindingRow, finding.id == facts.c.id)
        .outerjoin(gaps, gaps.c.finding_id == facts.c.id)
    )


def _addressing(facts: CTE, asked: Any) -> Any:  # noqa: ANN401 - a clause
    """Narrow a clause to the passages that say something on a finding."""
    not_addressed = ResponsePosition.NOT_ADDRESSED.value
    return asked.where(
        ResponseItemFindingRow.finding_id == facts.c.id,
        ResponseItemFindingRow.response_item_id == ResponseItemRow.id,
        or_(ResponseItemRow.position.is_(None), ResponseItemRow.position != not_addressed),
    )


def _response_rank(facts: CTE) -> Any:  # noqa: ANN401 - a column
    """Return the place of the least favourable position among those that address a finding."""
    # A word of a later program has no place; beside a known one it says nothing.
    rank = case(_RANKS, value=ResponseItemRow.position)
    return _addressing(facts, select(func.max(rank))).correlate(facts).scalar_subquery()


def _gaps_of_actions() -> CTE:
    facts = action_facts()
    proven = exists().where(EvidenceRow.action_id == facts.c.id)
    closed = facts.c.status == ForceStatus.CLOSED_BY_FORCE.value

    def counted(condition: Any) -> Any:  # noqa: ANN401 - a clause
        return func.sum(case((condition, 1), else_=0))

    return (
        select(
            ActionFindingRow.finding_id,
            counted(facts.c.is_open).label("open_actions"),
            counted(and_(facts.c.is_open, facts.c.target.is_(None))).label("undated"),
            counted(proven).label("proven"),
            counted(and_(closed, ~proven)).label("unproven_closures"),
        )
        .join(facts, facts.c.id == ActionFindingRow.action_id)
        .group_by(ActionFindingRow.finding_id)
        .cte("gaps_of_actions")
    )
