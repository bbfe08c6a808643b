"""What the rules of the prompts look at, as the register holds it."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, case, exists, func, literal, or_, select
from sqlalchemy.orm import Session, aliased

from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.dossier import Dossier, Place
from jasp_desktop.domain.identity import FindingUid, ImportBatchUid, ReportUid, Uid
from jasp_desktop.domain.prompts.case import Case, Closing, MeetingCase, Round, Surroundings
from jasp_desktop.domain.prompts.closing import WEEK_DAYS
from jasp_desktop.domain.prompts.likeness import LEAST_KEY_WORDS, MOST_COMPARED, key_stems
from jasp_desktop.domain.records import Action, Finding, Meeting, Report, StatusEvent
from jasp_desktop.domain.vocabulary import BatchKind, ForceStatus, MeetingStatus, Track
from jasp_desktop.store.clocks import responses_to
from jasp_desktop.store.dossiers import fetch_dossiers
from jasp_desktop.store.register import fetch, fetch_rows, fetch_where, read_records
from jasp_desktop.store.register_tables import (
    ActionFindingRow,
    AgendaItemFindingRow,
    AgendaItemReportRow,
    AgendaItemRow,
    FindingRow,
    ImportBatchRow,
    MeetingRow,
    ReportRow,
    StatusEventRow,
)

MEETINGS_LOOKED_BACK = timedelta(days=366)
"""How old a meeting may be for a rule to look at what was closed before its papers."""

# A certificate names the action of every row: only the head of its sorted keys is read.
_HEAD = 40
_AS_AT = re.compile(r'"as_at":\s*"(\d{4}-\d\d-\d\d)"')
_ENDED = [status.value for status in ForceStatus if not status.is_open]


def cases(
    session: Session,
    uids: Sequence[FindingUid],
    as_at: date | None,
    alike: Callable[[Place], tuple[Place, ...]],
) -> list[Case]:
    """Return findings as the rules see them; ``alike`` finds what reads like one of them."""
    return cases_of(session, fetch_dossiers(session, uids, as_at), alike)


def cases_of(
    session: Session, dossiers: Sequence[Dossier], alike: Callable[[Place], tuple[Place, ...]]
) -> list[Case]:
    """Return findings whose dossiers are read already as the rules see them."""
    reports = {dossier.report.uid: dossier.report for dossier in dossiers}
    around = surroundings(session, list(reports.values()))
    family = with_family_action(session, [dossier.finding.uid for dossier in dossiers])
    return [
        Case(
            dossier,
            around,
            alike(Place(dossier.report, dossier.finding)),
            dossier.finding.uid in family,
        )
        for dossier in dossiers
    ]


def meeting_cases(session: Session, as_at: date | None) -> list[MeetingCase]:
    """Return the meetings of the last year, and those to come, as the rules see them."""
    around = surroundings(session, ())
    return [_meeting_case(session, each, around) for each in _meetings(session, as_at)]


def meeting_case(session: Session, meeting: Meeting) -> MeetingCase:
    """Return one meeting as the rules see it."""
    return _meeting_case(session, meeting, surroundings(session, ()))


def surroundings(session: Session, reports: Sequence[Report]) -> Surroundings:
    """Return what the cases of these reports' findings share."""
    rows = session.execute(
        select(
            ImportBatchRow.uid,
            ImportBatchRow.kind,
            ImportBatchRow.at,
            func.substr(ImportBatchRow.certificate, 1, _HEAD),
        ).where(ImportBatchRow.undone_at.is_(None))
    ).all()
    rounds, sources = [], {}
    for uid, kind, at, head in rows:
        found = _AS_AT.search(head or "")
        batch = ImportBatchUid(Uid(uid))
        if kind == BatchKind.TRACKER.value:
            day = date.fromisoformat(found[1]) if found else at.date()
            rounds.append(Round(batch, day, is_dated=bool(found)))
            sources[batch] = rounds[-1].words
        else:
            sources[batch] = f"imported on {in_words(at.date())}"
    return Surroundings(
        rounds=tuple(sorted(rounds, key=lambda each: (each.day, each.batch))),
        sources=sources,
        responses={
            ReportUid(Uid(report)): tuple(found)
            for report, found in responses_to(session, reports).items()
        },
    )


def all_findings(session: Session) -> Iterator[Place]:
    """Yield every finding with its report."""
    reports = {report.uid: report for report in read_records(session, Report)}
    for finding in read_records(session, Finding):
        yield Place(reports[finding.report], finding)


def like_one(session: Session, later: Place) -> list[Place]:
    """Return the findings of reports before one's own that have the most of its key words."""
    words = sorted(key_stems(later.finding.text))
    if len(words) < LEAST_KEY_WORDS or later.report.published is None:
        return []
    text = func.lower(FindingRow.text)
    held = sum((case((func.instr(text, word) > 0, 1), else_=0) for word in words), start=literal(0))
    nearest = session.scalars(
        select(FindingRow.id)
        .join(ReportRow, ReportRow.id == FindingRow.report_id)
        .where(ReportRow.published <= later.report.published, held >= LEAST_KEY_WORDS)
        .where(ReportRow.uid != later.report.uid)
        .order_by(held.desc(), FindingRow.uid)
        .limit(MOST_COMPARED)
    ).all()
    found = fetch_rows(session, Finding, nearest)
    uids = sorted({finding.report for finding in found})
    reports = {report.uid: report for report in fetch(session, Report, uids)}
    return [Place(reports[finding.report], finding) for finding in found]


def with_family_action(session: Session, findings: Sequence[FindingUid]) -> set[str]:
    """Return those of these findings whose parent or any child has an action."""
    near = aliased(FindingRow)
    acted = exists().where(ActionFindingRow.finding_id == near.id)
    is_near = or_(near.parent_id == FindingRow.id, near.id == FindingRow.parent_id)
    return set(
        session.scalars(
            select(FindingRow.uid)
            .join(near, is_near)
            .where(FindingRow.uid.in_(findings), acted)
            .distinct()
        )
    )


def _meetings(session: Session, as_at: date | None) -> list[Meeting]:
    """Return the meetings of the last year that were not cancelled, and those to come."""
    since = date.min if as_at is None or as_at <= _FIRST else as_at - MEETINGS_LOOKED_BACK
    return fetch_where(
        session,
        Meeting,
        (MeetingRow.held_on >= since) & (MeetingRow.status != MeetingStatus.CANCELLED.value),
        MeetingRow.held_on,
        MeetingRow.uid,
    )


def _meeting_case(session: Session, meeting: Meeting, around: Surroundings) -> MeetingCase:
    """Return a meeting with the actions that were ended in the week before its papers."""
    due = meeting.paper_deadline
    if due is None:
        return MeetingCase(meeting, (), around)
    since = due - timedelta(days=WEEK_DAYS - 1)
    events = fetch_where(
        session,
        StatusEvent,
        StatusEventRow.subject_action_id.is_not(None)
        & (StatusEventRow.track == Track.FORCE.value)
        & StatusEventRow.status.in_(_ENDED)
        & StatusEventRow.date.between(since, due),
        StatusEventRow.date,
        StatusEventRow.uid,
    )
    uids = list(dict.fromkeys(event.subject.uid for event in events))
    actions: dict[str, Action] = {each.uid: each for each in fetch(session, Action, uids)}
    closings = tuple(
        Closing(action, event, action.findings)
        for event in events
        if (action := actions.get(event.subject.uid)) is not None
    )
    return MeetingCase(meeting, closings, around)


def findings_before(session: Session, meeting: Meeting) -> list[FindingUid]:
    """Return the findings that a meeting's agenda takes: named, or of a report that it names.

    As in the brief, a report of which the agenda names no finding stands for all of them.
    """
    items = select(AgendaItemRow.id).join(MeetingRow, MeetingRow.id == AgendaItemRow.meeting_id)
    items = items.where(MeetingRow.uid == meeting.uid)
    named = _named_findings(items)
    whole = (
        select(AgendaItemReportRow.report_id)
        .where(AgendaItemReportRow.agenda_item_id.in_(items))
        .except_(select(FindingRow.report_id).where(FindingRow.id.in_(named)))
    )
    uids = session.scalars(
        select(FindingRow.uid)
        .where(or_(FindingRow.id.in_(named), FindingRow.report_id.in_(whole)))
        .order_by(FindingRow.report_id, FindingRow.position, FindingRow.uid)
    )
    return [FindingUid(Uid(uid)) for uid in uids]


def _named_findings(items: Select[Any]) -> Select[Any]:
    return select(AgendaItemFindingRow.finding_id).where(
        AgendaItemFindingRow.agenda_item_id.in_(items)
    )


_FIRST = date.min + MEETINGS_LOOKED_BACK
