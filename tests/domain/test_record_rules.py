"""What must hold before a record is kept, and what is only to be looked at."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given

from jasp_desktop.domain.dates import DatePrecision
from jasp_desktop.domain.errors import InvalidInput
from jasp_desktop.domain.identity import (
    ActionUid,
    AgendaItemUid,
    EvidenceUid,
    FindingUid,
    ImportBatchUid,
    JudgementUid,
    MeetingUid,
    PanelActionUid,
    PersonUid,
    PhaseUid,
    QuestionUid,
    ReportUid,
    ResponseItemUid,
    ResponseUid,
    StatusEventUid,
    TargetChangeUid,
    Uid,
    UpdateUid,
)
from jasp_desktop.domain.record_rules import refuse_faults, remarks_on
from jasp_desktop.domain.records import (
    Action,
    AgendaItem,
    Attendance,
    CoveringSection,
    Evidence,
    Finding,
    ImportBatch,
    Judgement,
    Meeting,
    PanelAction,
    Person,
    Phase,
    Question,
    QuestionStage,
    Record,
    RelatedReport,
    Report,
    Response,
    ResponseItem,
    StatusEvent,
    Subject,
    TargetChange,
    Update,
)
from jasp_desktop.domain.vocabulary import (
    Applies,
    Attended,
    AuthorRole,
    BatchKind,
    DeadlineKind,
    EvidenceKind,
    FindingKind,
    Grade,
    Marking,
    Openness,
    PersonKind,
    PhaseKind,
    QuestionState,
    Relation,
    ResponsePosition,
    ResponseStatus,
    Scale,
    Section55Position,
    Track,
)
from tests.sample_records import GeneratedRegister, registers

FEB, MAY = date(2020, 2, 4), date(2020, 5, 4)


def uid(name: str) -> Any:
    return Uid(f"00000000-0000-7000-8000-{name:0>12}")


REPORT = Report(uid=ReportUid(uid("a")), title="Custody", published=FEB)
FINDING = Finding(
    uid=FindingUid(uid("b")),
    report=REPORT.uid,
    kind=FindingKind.RECOMMENDATION,
    text="Train sergeants.",
)
ACTION = Action(uid=ActionUid(uid("c")), text="A course", findings=(FINDING.uid,))
RESPONSE = Response(
    uid=ResponseUid(uid("d")), author_role=AuthorRole.PCC, reports=(REPORT.uid,), letter_date=MAY
)
ITEM = ResponseItem(
    uid=ResponseItemUid(uid("e")), response=RESPONSE.uid, findings=(FINDING.uid,), text="Yes."
)
EVENT = StatusEvent(
    uid=StatusEventUid(uid("f")),
    subject=Subject("action", ACTION.uid),
    track=Track.FORCE,
    date=MAY,
    status="in_progress",
)
MEETING = Meeting(uid=MeetingUid(uid("1")), held_on=MAY)
AGENDA_ITEM = AgendaItem(
    uid=AgendaItemUid(uid("2")), meeting=MEETING.uid, number="7", title="Audit"
)
QUESTION = Question(uid=QuestionUid(uid("3")), text="When?", state=QuestionState.ASKED)
PANEL_ACTION = PanelAction(uid=PanelActionUid(uid("4")), number="002", text="Report back")
EVIDENCE = Evidence(
    uid=EvidenceUid(uid("5")),
    action=ACTION.uid,
    title="Audit",
    kind=EvidenceKind.OTHER,
    held_at="Shelf 4",
)
PERSON = Person(uid=PersonUid(uid("6")), name="A. Member", kind=PersonKind.MEMBER)
MOVE = TargetChange(
    uid=TargetChangeUid(uid("7")), action=ACTION.uid, from_=FEB, to=MAY, changed_on=FEB
)
UPDATE = Update(uid=UpdateUid(uid("8")), action=ACTION.uid, text="On track.", as_at=MAY)
PHASE = Phase(uid=PhaseUid(uid("9")), phase=PhaseKind.SCAN, from_=FEB)
JUDGEMENT = Judgement(
    uid=JudgementUid(uid("10")),
    report=REPORT.uid,
    area="Custody",
    scale=Scale.FOUR_TIER,
    grade=Grade.GOOD,
)
BATCH = ImportBatch(
    uid=ImportBatchUid(uid("11")),
    file="Tracker.xlsx",
    sha256="0" * 64,
    kind=BatchKind.TRACKER,
    at=datetime(2026, 11, 1, tzinfo=UTC),
)
SOUND: Sequence[Record] = (
    REPORT,
    FINDING,
    ACTION,
    RESPONSE,
    ITEM,
    EVENT,
    MEETING,
    AGENDA_ITEM,
    QUESTION,
    PANEL_ACTION,
    EVIDENCE,
    PERSON,
    MOVE,
    UPDATE,
    PHASE,
    JUDGEMENT,
    BATCH,
)


def said(record: Record, *others: Record) -> tuple[set[str], set[str]]:
    """Return the fields with faults and those with doubts."""
    around = {each.uid: each for each in (*SOUND, *others)} | {record.uid: record}
    remarks = remarks_on(record, lambda _table, uid: around.get(uid))
    assert all(remark.sentence.endswith(".") for remark in remarks)
    return (
        {remark.field for remark in remarks if remark.is_fault},
        {remark.field for remark in remarks if not remark.is_fault},
    )


@pytest.mark.parametrize("record", SOUND, ids=lambda record: type(record).__name__)
def test_a_sound_record_is_let_be(record: Record):
    assert said(record) == (set(), set())


FAULTS: Sequence[tuple[str, Record]] = (
    ("fieldwork_to", replace(REPORT, fieldwork_from=FEB, fieldwork_to=date(2020, 1, 1))),
    (
        "related",
        replace(REPORT, related=(RelatedReport(report=REPORT.uid, relation=Relation.SUPERSEDES),)),
    ),
    ("published", replace(REPORT, published=date(2205, 3, 1))),
    ("summary", replace(REPORT, summary="Intro\n SECRET \nmore")),
    ("title", replace(REPORT, title="TOP  SECRET: plans")),
    ("areas", replace(REPORT, areas=("Trent Vale", "[CONFIDENTIAL]"))),
    ("grade", replace(JUDGEMENT, grade=Grade.ADEQUATE)),
    ("to", replace(PHASE, to=date(2020, 1, 1))),
    ("position", replace(FINDING, position=0)),
    ("repeats", replace(FINDING, repeats=FINDING.uid)),
    ("parent", replace(FINDING, parent=FINDING.uid)),
    ("text", replace(ITEM, text=" ")),
    ("target", replace(ACTION, target=date(2020, 2, 3))),
    ("original_target", replace(ACTION, original_target=date(2020, 2, 3))),
    ("to", replace(MOVE, from_=None, to=None)),
    ("to", replace(MOVE, from_=MAY)),
    ("status", replace(EVENT, status="closed_by_hmicfrs")),
    ("status", replace(EVENT, track=Track.HMICFRS, status="in_progress")),
    ("source", replace(EVENT, track=Track.HMICFRS, status="closed_by_hmicfrs")),
    ("term_to", replace(PERSON, term_from=MAY, term_to=FEB)),
    ("starts_at", replace(MEETING, starts_at="24:00")),
    ("paper_deadline", replace(MEETING, paper_deadline=MAY)),
    ("despatched_on", replace(MEETING, despatched_on=date(2020, 5, 5))),
    (
        "attendance",
        replace(
            MEETING, attendance=(Attendance(person=PERSON.uid, attended=Attended.PRESENT),) * 2
        ),
    ),
    (
        "covering_sections",
        replace(AGENDA_ITEM, covering_sections=(CoveringSection(heading=" ", text="x"),)),
    ),
    (
        "states",
        replace(
            QUESTION,
            states=(
                QuestionStage(state=QuestionState.ASKED, on=MAY),
                QuestionStage(state=QuestionState.ANSWERED, on=FEB),
            ),
        ),
    ),
    ("follows", replace(QUESTION, follows=QUESTION.uid)),
    ("merged_into", replace(QUESTION, merged_into=QUESTION.uid)),
    ("carried_from", replace(PANEL_ACTION, carried_from=PANEL_ACTION.uid)),
)

DOUBTS: Sequence[tuple[str, Record]] = (
    ("published", replace(REPORT, fieldwork_to=MAY)),
    ("published", replace(REPORT, fieldwork_from=MAY)),
    ("link", replace(REPORT, link="www.example.org")),
    ("s55_reason", replace(REPORT, s55_position=Section55Position.NOT_REQUIRED)),
    ("deadline", replace(FINDING, deadline_kind=DeadlineKind.FIXED)),
    ("deadline_kind", replace(FINDING, deadline=MAY)),
    ("deadline_kind", replace(FINDING, deadline_words="within 3 months")),
    ("deadline", replace(FINDING, deadline=date(2020, 1, 1), deadline_kind=DeadlineKind.FIXED)),
    ("applies_reason", replace(FINDING, applies=Applies.NO)),
    ("reports", replace(RESPONSE, reports=())),
    ("letter_date", replace(RESPONSE, letter_date=date(2020, 1, 1))),
    ("published", replace(RESPONSE, published=date(2020, 5, 3))),
    ("published", replace(RESPONSE, letter_date=None, published=date(2020, 2, 3))),
    ("copied_hmicfrs", replace(RESPONSE, copied_hmicfrs=date(2020, 5, 3))),
    ("copied_home_secretary", replace(RESPONSE, copied_home_secretary=date(2020, 5, 3))),
    ("published", replace(RESPONSE, status=ResponseStatus.PUBLISHED)),
    ("findings", replace(ACTION, findings=())),
    ("changed_on", replace(MOVE, changed_on=None)),
    ("as_at", replace(UPDATE, as_at=None)),
    ("date", replace(EVENT, date=date(2020, 1, 1))),
    ("date", replace(EVENT, subject=Subject("finding", FINDING.uid), date=date(2020, 1, 1))),
    ("date", replace(EVENT, subject=Subject("report", REPORT.uid), date=date(2020, 1, 1))),
    ("held_at", replace(EVIDENCE, held_at=None)),
    ("seen_by", replace(EVIDENCE, seen_on=MAY)),
    ("seen_on", replace(EVIDENCE, seen_by=PERSON.uid)),
    ("seen_on", replace(EVIDENCE, seen_by=PERSON.uid, seen_on=FEB, dated=MAY)),
    ("despatched_on", replace(MEETING, paper_deadline=FEB, despatched_on=date(2020, 2, 5))),
    ("openness_reason", replace(AGENDA_ITEM, openness=Openness.NON_PUBLIC)),
    ("openness", replace(AGENDA_ITEM, marking=Marking.OFFICIAL_SENSITIVE)),
    ("answer", replace(QUESTION, answered_on=MAY)),
    ("outcome", replace(PANEL_ACTION, closed_on=MAY)),
)


@pytest.mark.parametrize(("field", "record"), FAULTS)
def test_what_cannot_be_is_refused_at_its_field(field: str, record: Record):
    faults, _ = said(record)
    assert field in faults
    with pytest.raises(InvalidInput) as refused:
        refuse_faults(record, _of(record))
    assert refused.value.field in faults


def _of(record: Record):
    around = {each.uid: each for each in SOUND} | {record.uid: record}
    return lambda _table, uid: around.get(uid)


@pytest.mark.parametrize(("field", "record"), DOUBTS)
def test_what_is_odd_is_said_and_does_not_stop(field: str, record: Record):
    faults, doubts = said(record)
    assert faults == set()
    assert doubts == {field}
    refuse_faults(record, _of(record))


def test_faults_come_before_doubts():
    record = replace(EVIDENCE, held_at=None, title="SECRET")
    remarks = remarks_on(record, _of(record))
    assert [remark.is_fault for remark in remarks] == [True, False]


@pytest.mark.parametrize(
    "words", ["Secret filming", "SECRET filming was used", "OFFICIAL", "secret"]
)
def test_a_word_in_a_sentence_is_no_marking(words: str):
    assert said(replace(REPORT, summary=words)) == (set(), set())


def test_a_report_named_twice_is_refused():
    other = RelatedReport(report=ReportUid(uid("99")), relation=Relation.REVISIT_OF)
    assert said(replace(REPORT, related=(other,))) == (set(), set())
    assert said(replace(REPORT, related=(other, other)))[0] == {"related"}


def test_a_month_is_compared_by_what_it_can_mean():
    month = replace(
        RESPONSE,
        letter_date=date(2020, 2, 1),
        letter_date_precision=DatePrecision.MONTH,
        published=date(2020, 2, 5),
    )
    assert said(month) == (set(), set())


def test_a_cause_of_concern_stands_by_itself():
    above = replace(FINDING, uid=FindingUid(uid("b1")))
    under = replace(FINDING, parent=above.uid)
    assert said(under, above) == (set(), set())
    cause = replace(under, kind=FindingKind.CAUSE_OF_CONCERN)
    assert said(cause, above)[0] == {"parent"}


def test_a_finding_stands_under_one_of_its_own_report():
    above = replace(FINDING, uid=FindingUid(uid("b1")), report=ReportUid(uid("a1")))
    assert said(replace(FINDING, parent=above.uid), above)[0] == {"parent"}


def test_findings_cannot_stand_in_a_ring():
    middle = replace(FINDING, uid=FindingUid(uid("b1")), parent=FINDING.uid)
    top = replace(FINDING, uid=FindingUid(uid("b2")), parent=middle.uid)
    assert said(replace(FINDING, parent=top.uid), middle, top)[0] == {"parent"}
    assert said(top, middle)[0] == set()


def test_a_parent_that_is_not_there_is_the_stores_business():
    assert said(replace(FINDING, parent=FindingUid(uid("b9"))))[0] == set()


def test_a_finding_repeats_one_of_another_report():
    earlier = replace(FINDING, uid=FindingUid(uid("b1")))
    assert said(replace(FINDING, repeats=earlier.uid), earlier)[1] == {"repeats"}
    elsewhere = replace(earlier, report=ReportUid(uid("a1")))
    assert said(replace(FINDING, repeats=elsewhere.uid), elsewhere)[1] == set()


def test_a_reason_settles_what_asks_for_one():
    given_reason = replace(
        REPORT, s55_position=Section55Position.VOLUNTARY, s55_reason="Asked to by the PCC"
    )
    assert said(given_reason) == (set(), set())
    assert said(replace(FINDING, applies=Applies.PARTLY, applies_reason="No cells")) == (
        set(),
        set(),
    )


def test_a_passage_answers_findings_of_its_responses_reports():
    other = replace(FINDING, uid=FindingUid(uid("b1")), report=ReportUid(uid("a1")))
    assert said(replace(ITEM, findings=(other.uid,)), other)[1] == {"findings"}
    assert said(replace(ITEM, text="", position=ResponsePosition.NOTED)) == (set(), set())
    assert said(replace(ITEM, response=ResponseUid(uid("d9"))))[1] == set()


def test_dates_of_reports_that_are_not_known_stop_nothing():
    undated = replace(REPORT, published=None)
    early = date(1999, 1, 1)
    for record in (
        replace(ACTION, target=early),
        replace(EVENT, date=early),
        replace(EVENT, date=early, subject=Subject("finding", FINDING.uid)),
        replace(EVENT, date=early, subject=Subject("report", REPORT.uid)),
        replace(RESPONSE, letter_date=early, published=early),
        replace(RESPONSE, letter_date=None, copied_hmicfrs=early, published=MAY),
    ):
        assert said(record, undated) == (set(), set())
    nowhere = Subject("report", Uid(uid("a9")))
    assert said(replace(EVENT, date=early, subject=nowhere)) == (set(), set())
    lost = replace(FINDING, report=ReportUid(uid("a9")))
    assert said(replace(ACTION, target=early), lost) == (set(), set())
    assert said(replace(ACTION, target=early, findings=(FindingUid(uid("b9")),))) == (set(), set())


def test_a_word_of_a_later_program_is_let_be():
    assert said(replace(EVENT, status="a_word_of_a_later_program")) == (set(), set())


def test_hmicfrs_closes_by_a_letter_or_with_a_comment():
    closed = replace(EVENT, track=Track.HMICFRS, status="closed_by_hmicfrs")
    assert said(replace(closed, source="Letter of 4 May 2020")) == (set(), set())
    assert said(replace(closed, comment="Told by telephone; no document")) == (set(), set())


def test_questions_and_panel_actions_do_not_lead_round_in_a_ring():
    other = replace(QUESTION, uid=QuestionUid(uid("31")), follows=QUESTION.uid)
    assert said(replace(QUESTION, follows=other.uid), other)[0] == {"follows"}
    ring = replace(QUESTION, uid=QuestionUid(uid("32")), follows=QuestionUid(uid("32")))
    assert said(replace(QUESTION, follows=ring.uid), ring)[0] == set()
    before = replace(PANEL_ACTION, uid=PanelActionUid(uid("41")), carried_from=PANEL_ACTION.uid)
    assert said(replace(PANEL_ACTION, carried_from=before.uid), before)[0] == {"carried_from"}
    first = replace(PANEL_ACTION, uid=PanelActionUid(uid("42")))
    assert said(replace(PANEL_ACTION, carried_from=first.uid), first) == (set(), set())
    lost = PanelActionUid(uid("49"))
    assert said(replace(PANEL_ACTION, carried_from=lost)) == (set(), set())


@given(registers())
def test_any_record_is_judged_without_an_error(found: GeneratedRegister):
    by_uid = {record.uid: record for record in found.records}
    for record in found.records:
        for remark in remarks_on(record, lambda _table, uid: by_uid.get(uid)):
            assert remark.sentence
