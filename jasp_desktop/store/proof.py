"""Gather what the panel asked in a period, and what came of it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from jasp_desktop.domain.identity import FindingUid, Uid
from jasp_desktop.domain.proof import Period, ProvenQuestion, asked_in
from jasp_desktop.domain.question_records import DatedFact, facts_since
from jasp_desktop.domain.record_lines import line_of
from jasp_desktop.domain.records import Question, Record, Subject
from jasp_desktop.domain.vocabulary import QuestionState
from jasp_desktop.store.dossiers import with_names
from jasp_desktop.store.questions import around_subject, findings_behind
from jasp_desktop.store.record_lists import records_named
from jasp_desktop.store.register import read_records

NO_SUBJECT = "No record"


def days_asked(session: Session) -> list[date]:
    """Return the days on which anything was asked, the earliest first."""
    return sorted(
        {
            stage.on
            for question in read_records(session, Question)
            for stage in question.states
            if stage.state is QuestionState.ASKED
        }
    )


def proven_questions(session: Session, period: Period, as_at: date) -> list[ProvenQuestion]:
    """Return the questions of a period with what followed each, up to the date of the data."""
    asked = asked_in(list(read_records(session, Question)), period)
    questions = [question for question, _ in asked]
    members = [each.member for each in with_names(session, questions)]
    subjects = {each.subject for each in questions if each.subject is not None}
    labels = _labels(session, subjects)
    findings = findings_behind(session, subjects)
    return [
        ProvenQuestion(
            question=question,
            asked_on=asked_on,
            as_at=as_at,
            member=member,
            label=labels.get(question.subject, NO_SUBJECT) if question.subject else NO_SUBJECT,
            finding=_first(findings, question.subject),
            followed=_followed(session, question.subject, asked_on, as_at),
        )
        for (question, asked_on), member in zip(asked, members, strict=True)
    ]


def _labels(session: Session, subjects: Iterable[Subject]) -> dict[Subject, str]:
    wanted = sorted(subjects, key=lambda each: (each.table, each.uid))
    known = records_named(session, [(each.table, each.uid) for each in wanted])
    return {each: _label(known[each.uid], known) for each in wanted if each.uid in known}


def _label(record: Record, known: Mapping[Uid, Record]) -> str:
    line = line_of(record, lambda _table, uid: known.get(uid))
    return line.reference or line.title


def _first(
    findings: Mapping[Uid, tuple[FindingUid, ...]], subject: Subject | None
) -> FindingUid | None:
    behind = findings.get(subject.uid, ()) if subject is not None else ()
    return behind[0] if behind else None


def _followed(
    session: Session, subject: Subject | None, asked_on: date, as_at: date
) -> tuple[DatedFact, ...]:
    """Return what the record did; the force's updates are words, not something it did."""
    if subject is None:
        return ()
    around = replace(around_subject(session, subject, as_at), updates=())
    return tuple(fact for fact in facts_since(around, asked_on) if fact.on <= as_at)
