"""A register that came whole, wound back by what its records say of themselves."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain.change_beginnings import EVER, beginnings
from jasp_desktop.domain.change_rewinding import rewound, rewound_panel
from jasp_desktop.domain.dates import DatePrecision
from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.imports import Certificate
from jasp_desktop.domain.records import (
    AgendaItem,
    Attendance,
    Evidence,
    ImportBatch,
    Judgement,
    Meeting,
    Panel,
    PanelAction,
    Person,
    Phase,
    Question,
    QuestionStage,
    Response,
    ResponseItem,
    Subject,
)
from jasp_desktop.domain.register_states import end_of
from jasp_desktop.domain.vocabulary import (
    Attended,
    AuthorRole,
    BatchKind,
    EvidenceKind,
    Grade,
    MeetingStatus,
    PersonKind,
    PhaseKind,
    QuestionState,
    ResponseStatus,
    Scale,
    Verdict,
)
from tests.domain.change_parts import (
    ACTION,
    FINDING,
    ON_FINDING,
    REPORT,
    event,
    move,
    tables_of,
    uid,
    update,
)
from tests.sample_records import DATES, registers

JULY = ImportBatch(
    uid=uid(90),
    file="July.xlsx",
    sha256="",
    kind=BatchKind.TRACKER,
    at=datetime(2026, 7, 27, 8, 50, tzinfo=UTC),
)
RESPONSE = Response(
    uid=uid(20),
    reports=(REPORT.uid,),
    author_role=AuthorRole.PCC,
    letter_date=date(2026, 2, 20),
    published=date(2026, 3, 6),
    copied_hmicfrs=date(2026, 3, 9),
    status=ResponseStatus.PUBLISHED,
)
BY_HAND = Uid("019eac94-0cd3-7a33-b0fe-2455e78d3699")  # made at 13:30 on 9 June 2026


def begins(record, *others):
    return beginnings(tables_of([record, *others]))[_table(record)][record.uid]


def _table(record):
    return next(table for table, found in tables_of([record]).items() if found)


def then(day, *records):
    found = rewound(tables_of(records), end_of(day))
    return {each.uid: each for rows in found.values() for each in rows.values()}


def day_of(moment):
    return moment.date() if moment != EVER else None


@pytest.mark.parametrize(
    ("record", "others", "day"),
    [
        (REPORT, [], date(2026, 1, 10)),
        (replace(REPORT, published=None), [], None),
        (
            replace(REPORT, published_precision=DatePrecision.MONTH),
            [],
            date(2026, 1, 31),
        ),
        (FINDING, [REPORT], date(2026, 1, 10)),
        (FINDING, [], None),
        (ACTION, [FINDING, REPORT], date(2026, 1, 10)),
        (ACTION, [], None),
        (ACTION, [event(4, "in_progress", date(2026, 2, 1)), FINDING, REPORT], date(2026, 2, 1)),
        (ACTION, [update(5, "Said", date(2026, 2, 2), batch=JULY.uid), JULY], date(2026, 7, 27)),
        (event(4, "in_progress", date(2026, 2, 1)), [], date(2026, 2, 1)),
        (
            event(4, "open", date(2026, 1, 2), subject=ON_FINDING),
            [FINDING, REPORT],
            date(2026, 1, 10),
        ),
        (event(4, "delayed", date(2026, 2, 1), batch=JULY.uid), [JULY], date(2026, 7, 27)),
        (move(6, None, date(2026, 5, 1), date(2026, 2, 3)), [], date(2026, 2, 3)),
        (move(6, None, date(2026, 5, 1), None), [], None),
        (update(5, "Said", date(2026, 2, 2)), [], date(2026, 2, 2)),
        (JULY, [], date(2026, 7, 27)),
        (RESPONSE, [], date(2026, 2, 20)),
        (replace(RESPONSE, letter_date=None), [], date(2026, 3, 6)),
        (replace(RESPONSE, letter_date=None, published=None), [], None),
        (ResponseItem(uid=uid(21), response=RESPONSE.uid), [RESPONSE], date(2026, 2, 20)),
        (
            Judgement(
                uid=uid(22),
                report=REPORT.uid,
                area="Custody",
                scale=Scale.FIVE_TIER,
                grade=Grade.GOOD,
            ),
            [REPORT],
            date(2026, 1, 10),
        ),
        (Phase(uid=uid(23), phase=PhaseKind.SCAN, from_=date(2024, 1, 1)), [], date(2024, 1, 1)),
        (PanelAction(uid=BY_HAND, number="Action 001", text="Report"), [], date(2026, 6, 9)),
        (PanelAction(uid=uid(24), number="Action 001", text="Report"), [], None),
        (Person(uid=uid(25), name="Somebody", kind=PersonKind.MEMBER), [], None),
    ],
)
def test_a_record_is_there_from_the_day_it_tells_of(record, others, day):
    assert day_of(begins(record, *others)) == day


def test_an_action_is_there_from_the_first_export_that_had_it():
    certificate = Certificate(rows={"ref 1": ACTION.uid}).to_text()
    assert begins(ACTION, replace(JULY, certificate=certificate), FINDING, REPORT) == JULY.at


def test_evidence_counts_from_the_day_it_was_seen():
    evidence = Evidence(
        uid=uid(7),
        action=ACTION.uid,
        title="Dip sample",
        kind=EvidenceKind.AUDIT_OR_DIP_SAMPLE,
        dated=date(2026, 5, 1),
        seen_on=date(2026, 6, 1),
    )
    assert day_of(begins(evidence)) == date(2026, 6, 1)
    assert day_of(begins(replace(evidence, seen_on=None))) == date(2026, 5, 1)


def test_a_target_is_replayed_from_its_moves():
    spring, summer, autumn = date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30)
    first = move(10, spring, summer, date(2026, 3, 1))
    second = move(11, summer, autumn, date(2026, 6, 1))
    early = event(12, "in_progress", date(2026, 1, 1))
    whole = (ACTION, first, second, early)
    for day, target in (
        (date(2026, 2, 1), spring),
        (date(2026, 3, 1), summer),
        (date(2026, 5, 31), summer),
        (date(2026, 6, 1), autumn),
    ):
        assert then(day, *whole)[ACTION.uid].target == target


def test_of_moves_that_came_in_one_import_the_first_tells_the_earlier_target():
    spring, summer, autumn = date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30)
    early = event(12, "in_progress", date(2026, 1, 1))
    on_one_day = [
        move(10, summer, autumn, date(2026, 3, 1), batch=JULY.uid),
        move(11, spring, summer, date(2026, 3, 1), batch=JULY.uid),
    ]
    for moves in (on_one_day, on_one_day[::-1]):
        found = then(date(2026, 5, 1), ACTION, JULY, early, *moves)
        assert found[ACTION.uid].target == spring
    there_and_back = [
        move(10, summer, autumn, date(2026, 3, 1), batch=JULY.uid),
        move(11, autumn, summer, date(2026, 3, 1), batch=JULY.uid),
    ]
    assert then(date(2026, 5, 1), ACTION, JULY, early, *there_and_back)[ACTION.uid].target


def test_a_question_goes_back_to_the_state_it_had():
    question = Question(
        uid=uid(30),
        text="Who holds the evidence?",
        state=QuestionState.ANSWERED,
        states=(
            QuestionStage(state=QuestionState.SHARED_WITH_THE_CHAIR, on=date(2026, 5, 20)),
            QuestionStage(state=QuestionState.ASKED, on=date(2026, 6, 9)),
            QuestionStage(state=QuestionState.ANSWERED, on=date(2026, 7, 14)),
        ),
        answer="The department.",
        answered_on=date(2026, 7, 14),
        verdict=Verdict.NO,
    )
    assert question.uid not in then(date(2026, 5, 19), question)
    found = then(date(2026, 6, 9), question)[question.uid]
    assert (found.state, found.answer, found.verdict) == (QuestionState.ASKED, None, None)
    assert [stage.state for stage in found.states] == [
        QuestionState.SHARED_WITH_THE_CHAIR,
        QuestionState.ASKED,
    ]
    assert then(date(2026, 7, 14), question)[question.uid] == question
    undated = replace(question, answered_on=None)
    assert then(date(2026, 7, 13), undated)[question.uid].answer is None
    assert then(date(2026, 7, 14), undated)[question.uid].answer == "The department."
    without_stages = replace(question, states=(), uid=uid(31))
    found = then(date(2026, 7, 13), without_stages)[uid(31)]
    assert (found.state, found.answer) == (QuestionState.ANSWERED, None)


def test_an_answer_given_before_a_later_state_stays():
    question = Question(
        uid=uid(30),
        text="Who holds the evidence?",
        state=QuestionState.PANEL_ACTION,
        states=(
            QuestionStage(state=QuestionState.ANSWERED, on=date(2026, 6, 9)),
            QuestionStage(state=QuestionState.PANEL_ACTION, on=date(2026, 9, 8)),
        ),
        answer="The department.",
        answered_on=date(2026, 6, 9),
    )
    found = then(date(2026, 7, 1), question)[question.uid]
    assert (found.state, found.answer) == (QuestionState.ANSWERED, "The department.")


def test_a_response_is_not_published_before_its_day():
    found = then(date(2026, 3, 1), RESPONSE)[RESPONSE.uid]
    assert (found.published, found.status) == (None, ResponseStatus.SENT)
    assert found.copied_hmicfrs is None
    draft = replace(RESPONSE, status=ResponseStatus.DRAFT)
    assert then(date(2026, 3, 1), draft)[RESPONSE.uid].status is ResponseStatus.DRAFT
    assert then(date(2026, 3, 9), RESPONSE)[RESPONSE.uid] == RESPONSE


def test_a_meeting_to_come_is_planned_and_nobody_has_come():
    held = Meeting(
        uid=uid(40),
        held_on=date(2026, 9, 8),
        despatched_on=date(2026, 8, 28),
        status=MeetingStatus.HELD,
        attendance=(Attendance(person=uid(41), attended=Attended.PRESENT),),
    )
    found = then(date(2026, 6, 9), held)[held.uid]
    assert (found.status, found.attendance) == (MeetingStatus.PLANNED, ())
    assert found.despatched_on is None
    assert then(date(2026, 9, 1), held)[held.uid].despatched_on == date(2026, 8, 28)
    assert then(date(2026, 9, 8), held)[held.uid] == held
    cancelled = replace(held, status=MeetingStatus.CANCELLED)
    assert then(date(2026, 9, 1), cancelled)[held.uid] == cancelled


def test_a_closure_a_phase_and_an_undoing_wait_for_their_day():
    action = PanelAction(
        uid=uid(50),
        number="Action 002",
        text="Say how",
        closed_on=date(2026, 9, 8),
        outcome="Done.",
    )
    phase = Phase(
        uid=uid(51), phase=PhaseKind.ENGAGE, from_=date(2024, 3, 11), to=date(2025, 5, 22)
    )
    undone = replace(JULY, undone_at=JULY.at + timedelta(days=3))
    found = then(date(2025, 1, 1), action, phase)
    assert (found[action.uid].closed_on, found[action.uid].outcome) == (None, None)
    assert found[phase.uid].to is None
    found = then(date(2026, 9, 8), action, phase, undone)
    assert found == {each.uid: each for each in (action, phase, undone)}
    assert then(date(2026, 7, 28), undone)[JULY.uid].undone_at is None


def test_a_panel_has_no_data_of_a_later_day():
    panel = Panel(name="Panel", force="Force", as_at=date(2026, 11, 13))
    assert rewound_panel(panel, date(2026, 6, 9)).as_at == date(2026, 6, 9)
    assert rewound_panel(panel, date(2026, 12, 1)) == panel
    assert rewound_panel(replace(panel, as_at=None), date(2026, 6, 9)).as_at is None
    assert rewound_panel(None, date(2026, 6, 9)) is None


def test_a_subject_that_is_no_record_keeps_nothing_back():
    lost = event(4, "open", date(2026, 1, 2), subject=Subject("finding", uid(999)))
    item = AgendaItem(uid=uid(60), meeting=uid(61), number="1", title="Minutes")
    assert set(then(date(2026, 1, 2), lost, item)) == {lost.uid, item.uid}


@given(register=registers(), days=st.lists(DATES, min_size=2, max_size=2).map(sorted))
def test_winding_back_further_never_brings_a_record_back(register, days):
    tables = tables_of(register.records)
    earlier, later = (rewound(tables, end_of(day)) for day in days)
    for table, records in earlier.items():
        assert records.keys() <= later[table].keys() <= tables[table].keys()


@given(register=registers())
def test_at_the_end_of_time_everything_is_there_as_it_is(register):
    tables = tables_of(register.records)
    assert rewound(tables, datetime.max.replace(tzinfo=UTC)) == tables
