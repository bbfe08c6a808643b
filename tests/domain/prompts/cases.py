"""Findings as the rules see them, made of what a test says and nothing else."""

from dataclasses import replace
from datetime import date
from itertools import count

from jasp_desktop.domain.dossier import ActionStory, Answer, Dossier, Place, latest
from jasp_desktop.domain.identity import (
    ActionUid,
    EvidenceUid,
    FindingUid,
    ImportBatchUid,
    ReportUid,
    ResponseItemUid,
    ResponseUid,
    StatusEventUid,
    TargetChangeUid,
    Uid,
    UpdateUid,
)
from jasp_desktop.domain.promises import promise_line
from jasp_desktop.domain.prompts.case import Case, Round, Surroundings
from jasp_desktop.domain.records import (
    Action,
    Evidence,
    Finding,
    Report,
    Response,
    ResponseItem,
    StatusEvent,
    Subject,
    TargetChange,
    Update,
)
from jasp_desktop.domain.section55 import Section55Clock
from jasp_desktop.domain.vocabulary import (
    AuthorRole,
    EvidenceKind,
    FindingKind,
    ForceStatus,
    ReportKind,
    Section55Position,
    Track,
)

AS_AT = date(2026, 11, 13)
PUBLISHED = date(2026, 2, 12)
REPORT = Report(
    uid=ReportUid(Uid("report")),
    title="An inspection of Trent Vale Police (invented)",
    short_title="PEEL 2025–27",
    kind=ReportKind.PEEL,
    published=PUBLISHED,
    s55_position=Section55Position.REQUIRED,
)
FINDING = Finding(
    uid=FindingUid(Uid("finding")),
    report=REPORT.uid,
    kind=FindingKind.RECOMMENDATION,
    number="4",
    text="The force should train every custody sergeant in constant watch.",
)
APRIL = Round(ImportBatchUid(Uid("april")), date(2026, 4, 24))
JULY = Round(ImportBatchUid(Uid("july")), date(2026, 7, 24))
NOVEMBER = Round(ImportBatchUid(Uid("november")), date(2026, 11, 6))
ROUNDS = (APRIL, JULY, NOVEMBER)

_NUMBERS = count()


def _uid(kind: str) -> Uid:
    return Uid(f"{kind}-{next(_NUMBERS):06}")


def said(day, status=ForceStatus.IN_PROGRESS, *, track=Track.FORCE, batch=None, comment=None):
    return StatusEvent(
        uid=StatusEventUid(_uid("event")),
        subject=Subject("action", Uid("action")),
        track=track,
        date=day,
        status=str(status),
        comment=comment,
        source="4ACTION",
        batch=batch,
    )


def closed(day, **details):
    return said(day, ForceStatus.CLOSED_BY_FORCE, **details)


def update(day, text, author=None, batch=None):
    return Update(
        uid=UpdateUid(_uid("update")),
        action=ActionUid(Uid("action")),
        as_at=day,
        author=author,
        text=text,
        batch=batch,
    )


def evidence(dated, kind=EvidenceKind.AUDIT_OR_DIP_SAMPLE, **details):
    return Evidence(
        uid=EvidenceUid(_uid("evidence")),
        action=ActionUid(Uid("action")),
        title="Dip sample",
        kind=kind,
        dated=dated,
        **details,
    )


def move(before, after, on, **details):
    return TargetChange(
        uid=TargetChangeUid(_uid("move")),
        action=ActionUid(Uid("action")),
        from_=before,
        to=after,
        changed_on=on,
        **details,
    )


def story(*, events=(), updates=(), moves=(), proof=(), **details):
    """Return an action; its updates are given with the latest first, as the dossier has them."""
    action = Action(
        **{
            "uid": ActionUid(Uid("action")),
            "findings": (FINDING.uid,),
            "reference": "038/04.1",
            "text": "Train every custody sergeant.",
            "owner": "Head of Custody",
            **details,
        }
    )
    now = latest(tuple(events), Track.FORCE)
    is_open = now is None or ForceStatus(now.status).is_open
    line = promise_line(
        action,
        list(moves),
        made_on=None,
        closed_on=None if is_open else now.date,
        is_open=is_open,
        as_at=AS_AT,
    )
    return ActionStory(action, line, tuple(events), tuple(updates), tuple(proof))


def response(role=AuthorRole.CHIEF_CONSTABLE, letter=date(2026, 3, 30), **details):
    return Response(
        uid=ResponseUid(_uid("response")),
        reports=(REPORT.uid,),
        author_role=role,
        letter_date=letter,
        **details,
    )


def answer(position, text="", to=None):
    letter = to or response()
    item = ResponseItem(
        uid=ResponseItemUid(_uid("item")),
        response=letter.uid,
        findings=(FINDING.uid,),
        position=position,
        text=text,
    )
    return Answer(letter, item)


def clock(published=PUBLISHED, as_at=AS_AT):
    return Section55Clock(replace(REPORT, published=published).published_on, as_at)


def case(
    *stories,
    finding=FINDING,
    report=REPORT,
    rounds=ROUNDS,
    responses=(),
    alike=(),
    family=False,
    **details,
):
    dossier = Dossier(
        **{"report": report, "finding": finding, "as_at": AS_AT, "actions": stories, **details}
    )
    around = Surroundings(
        rounds=rounds,
        sources={each.batch: each.words for each in rounds},
        responses={report.uid: tuple(responses)},
    )
    return Case(dossier, around, tuple(alike), family)


def earlier(text, published=date(2023, 5, 17), uid="earlier"):
    """Return a finding of an earlier report."""
    report = Report(
        uid=ReportUid(Uid(f"report of {uid}")),
        title="Domestic abuse revisit 2023 (invented)",
        published=published,
    )
    finding = Finding(
        uid=FindingUid(Uid(uid)),
        report=report.uid,
        kind=FindingKind.AREA_FOR_IMPROVEMENT,
        number="2",
        text=text,
    )
    return Place(report, finding)


def facts(found):
    return [fact.words.replace("\u00a0", " ") for fact in found.facts]
