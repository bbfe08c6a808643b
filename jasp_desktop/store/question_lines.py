"""The list of all questions: whose each is, for which meeting, about what, and who owns that."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from jasp_desktop.domain.identity import FindingUid, MeetingUid, PersonUid, Uid
from jasp_desktop.domain.notebook import DraftQuestion
from jasp_desktop.domain.question_board import (
    QuestionLine,
    Stage,
    asked_on,
    in_stages,
    stage_of,
)
from jasp_desktop.domain.record_lines import RecordLine, joined, line_of
from jasp_desktop.domain.records import Meeting, Person, Question, Subject
from jasp_desktop.store.questions import findings_behind, owners_of
from jasp_desktop.store.record_lists import records_named
from jasp_desktop.store.register import read_records


def board_lines(session: Session, drafts: Sequence[DraftQuestion]) -> tuple[QuestionLine, ...]:
    """Return a line for each draft of the member's own and each question of the register."""
    questions = list(read_records(session, Question))
    subjects = [draft.subject for draft in drafts]
    subjects += [each.subject for each in questions if each.subject is not None]
    people = {each.uid: each.name for each in read_records(session, Person)}
    around = _Around(
        owners=owners_of(session, subjects),
        findings=findings_behind(session, subjects),
        meetings={each.uid: each for each in read_records(session, Meeting)},
        people=people,
        subjects=subject_lines(session, subjects),
        merged=_merged(questions, people),
    )
    lines = [around.draft_line(each) for each in drafts]
    lines += [around.question_line(each) for each in questions]
    return in_stages(lines)


def subject_lines(session: Session, subjects: Iterable[Subject]) -> Mapping[Subject, RecordLine]:
    """Return how lists name these records; those not there are left out."""
    wanted = list(dict.fromkeys(subjects))
    found = records_named(session, [(each.table, each.uid) for each in wanted])
    return {
        each: line_of(found[each.uid], lambda _table, uid: found.get(uid))
        for each in wanted
        if each.uid in found
    }


def _reference(line: RecordLine | None) -> str:
    """Return by what a list names a record: a finding with its report, “PEEL 2023, AFI 2”."""
    if line is None:
        return ""
    return joined(line.kind, line.reference) if line.table == "finding" else line.reference


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """What lines are made from, by the uids of what they name."""

    owners: Mapping[Uid, tuple[str, ...]]
    findings: Mapping[Uid, tuple[FindingUid, ...]]
    meetings: Mapping[MeetingUid, Meeting]
    people: Mapping[PersonUid, str]
    subjects: Mapping[Subject, RecordLine]
    merged: Mapping[str, tuple[str, ...]]

    def draft_line(self, draft: DraftQuestion) -> QuestionLine:
        """Return the line of a draft of the member's own."""
        meeting = self.meetings.get(draft.meeting) if draft.meeting else None
        line = self.subjects.get(draft.subject)
        return QuestionLine(
            uid=draft.uid,
            stage=Stage(draft.state.value),
            text=draft.text,
            is_private=True,
            kind=draft.kind,
            meeting=meeting.uid if meeting else None,
            held_on=meeting.held_on if meeting else None,
            subject=draft.subject,
            reference=_reference(line),
            title=line.title if line else draft.label,
            owners=self.owners.get(draft.subject.uid, ()),
            findings=self.findings.get(draft.subject.uid, ()),
        )

    def question_line(self, question: Question) -> QuestionLine:
        """Return the line of a question that the register holds."""
        subject = question.subject
        meeting = self.meetings.get(question.meeting) if question.meeting else None
        line = self.subjects.get(subject) if subject else None
        return QuestionLine(
            uid=question.uid,
            stage=stage_of(question),
            text=question.text,
            is_private=False,
            kind=question.kind,
            member=self.people.get(question.member) if question.member else None,
            meeting=question.meeting,
            held_on=meeting.held_on if meeting else None,
            subject=subject,
            reference=_reference(line),
            title=line.title if line else "",
            owners=self.owners.get(subject.uid, ()) if subject else (),
            findings=self.findings.get(subject.uid, ()) if subject else (),
            merged=self.merged.get(question.uid, ()),
            follows=question.follows,
            asked_on=asked_on(question),
            answer_due=question.answer_due,
            verdict=question.verdict,
        )


def _merged(
    questions: Iterable[Question], people: Mapping[PersonUid, str]
) -> Mapping[str, tuple[str, ...]]:
    """Return the authors of what was merged into each question."""
    found: dict[str, list[str]] = {}
    for each in questions:
        if each.merged_into is not None and each.member is not None and each.member in people:
            found.setdefault(each.merged_into, []).append(people[each.member])
    return {uid: tuple(names) for uid, names in found.items()}
