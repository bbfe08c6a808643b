"""Gather what the brief of one meeting says."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from jasp_desktop.domain.brief_content import (
    BriefContent,
    BriefItem,
    BriefReport,
    PanelActionLine,
)
from jasp_desktop.domain.dossier import Dossier
from jasp_desktop.domain.records import (
    AgendaItem,
    Meeting,
    Panel,
    PanelAction,
    Person,
    Question,
    Report,
)
from jasp_desktop.domain.vocabulary import Attended, PersonKind
from jasp_desktop.store.clocks import clocks, responses_to
from jasp_desktop.store.dossiers import fetch_dossiers, with_names
from jasp_desktop.store.overviews import agenda_of
from jasp_desktop.store.register import fetch, fetch_where
from jasp_desktop.store.register_tables import (
    AgendaItemRow,
    FindingRow,
    PanelActionRow,
    PersonRow,
    QuestionRow,
    ReportRow,
)


def gather_brief(session: Session, panel: Panel, meeting: Meeting) -> BriefContent:
    """Return a meeting's brief without anything private."""
    agenda = agenda_of(session, meeting.uid)
    names = _names(session)
    return BriefContent(
        panel=panel,
        meeting=meeting,
        members=_members(session, meeting),
        items=tuple(_item(session, panel, item, names) for item in agenda),
        panel_actions=tuple(
            PanelActionLine(action, names.get(action.owner or ""))
            for action in fetch_where(
                session, PanelAction, PanelActionRow.closed_on.is_(None), PanelActionRow.number
            )
        ),
    )


def _names(session: Session) -> dict[str, str]:
    people = fetch_where(session, Person, PersonRow.id.is_not(None))
    return {person.uid: person.name for person in people}


def _members(session: Session, meeting: Meeting) -> tuple[str, ...]:
    """Return who sits on the panel on the day, the chair first."""
    people = fetch_where(
        session,
        Person,
        PersonRow.kind.in_((PersonKind.MEMBER.value, PersonKind.CHAIR.value)),
        PersonRow.kind,
        PersonRow.name,
    )
    sent_apologies = {
        each.person for each in meeting.attendance if each.attended is not Attended.PRESENT
    }
    return tuple(
        person.name
        for person in people
        if (person.term_from is None or person.term_from <= meeting.held_on)
        and (person.term_to is None or person.term_to >= meeting.held_on)
        and person.uid not in sent_apologies
    )


def _item(session: Session, panel: Panel, item: AgendaItem, names: dict[str, str]) -> BriefItem:
    on_item = select(AgendaItemRow.id).where(AgendaItemRow.uid == item.uid)
    questions = fetch_where(
        session,
        Question,
        QuestionRow.subject_agenda_item_id.in_(on_item),
        QuestionRow.uid,
    )
    return BriefItem(
        item=item,
        author=names.get(item.author or ""),
        reports=tuple(_reports(session, panel, item)),
        questions=tuple(with_names(session, [each for each in questions if each.state.is_shared])),
    )


def _reports(session: Session, panel: Panel, item: AgendaItem) -> list[BriefReport]:
    """Return an item's reports with the findings it names; a report alone brings all of its own."""
    dossiers = fetch_dossiers(session, item.findings, panel.as_at)
    named = {dossier.report.uid for dossier in dossiers}
    reports = fetch(session, Report, list(dict.fromkeys([*item.reports, *sorted(named)])))
    whole = [report for report in reports if report.uid not in named]
    dossiers += _all_dossiers(session, panel, whole)
    running = clocks(session, reports, panel.as_at)
    answers = responses_to(session, reports)
    return [
        BriefReport(
            report=report,
            clock=running.get(report.uid),
            responses=tuple(answers[report.uid]),
            dossiers=tuple(each for each in dossiers if each.report.uid == report.uid),
        )
        for report in reports
    ]


def _all_dossiers(session: Session, panel: Panel, reports: Sequence[Report]) -> list[Dossier]:
    uids = session.scalars(
        select(FindingRow.uid)
        .join(ReportRow, ReportRow.id == FindingRow.report_id)
        .where(ReportRow.uid.in_([report.uid for report in reports]))
        .order_by(FindingRow.report_id, FindingRow.position, FindingRow.uid)
    )
    return fetch_dossiers(session, uids.all(), panel.as_at)
