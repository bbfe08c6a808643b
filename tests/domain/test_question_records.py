"""What the record said of a question's subject, and what it did since."""

from dataclasses import replace
from datetime import date

import pytest

from jasp_desktop.domain.dates import DatePrecision
from jasp_desktop.domain.identity import (
    ActionUid,
    EvidenceUid,
    FindingUid,
    QuestionUid,
    ReportUid,
    ResponseItemUid,
    ResponseUid,
    StatusEventUid,
    TargetChangeUid,
    UpdateUid,
)
from jasp_desktop.domain.question_records import (
    RecordAround,
    facts_since,
    since_day,
    snapshot_day,
    snapshot_text,
)
from jasp_desktop.domain.records import (
    Action,
    Evidence,
    Finding,
    Question,
    QuestionStage,
    Response,
    ResponseItem,
    StatusEvent,
    Subject,
    TargetChange,
    Update,
)
from jasp_desktop.domain.vocabulary import (
    AuthorRole,
    EvidenceKind,
    FindingKind,
    QuestionState,
    ResponsePosition,
    Track,
)
from tests.sample_records import uid_of

FINDING = FindingUid(uid_of("finding", 1))
ACTION = ActionUid(uid_of("action", 1))
RESPONSE = ResponseUid(uid_of("response", 1))

finding = Finding(
    uid=FINDING,
    report=ReportUid(uid_of("report", 1)),
    kind=FindingKind.RECOMMENDATION,
    number="3",
    text="Assess the risk.",
)
action = Action(
    uid=ACTION,
    findings=(FINDING,),
    reference="041/03.1",
    text="Train all sergeants.",
    owner="Head of Learning",
    original_target=date(2026, 3, 31),
    target=date(2026, 10, 31),
)


def event(number: int, on: date, status: str, track: Track = Track.FORCE) -> StatusEvent:
    table, uid = ("finding", FINDING) if track is Track.HMICFRS else ("action", ACTION)
    return StatusEvent(
        uid=StatusEventUid(uid_of("status_event", number)),
        subject=Subject(table, uid),
        track=track,
        date=on,
        status=status,
    )


def move(number: int, **fields: date | None) -> TargetChange:
    uid = TargetChangeUid(uid_of("target_change", number))
    return TargetChange(uid=uid, action=ACTION, **fields)


def update(number: int, as_at: date | None, text: str) -> Update:
    return Update(uid=UpdateUid(uid_of("update", number)), action=ACTION, as_at=as_at, text=text)


around = RecordAround(
    as_at=date(2026, 11, 13),
    findings=(finding,),
    actions=(action,),
    events=(
        event(1, date(2026, 2, 12), "open", Track.HMICFRS),
        event(2, date(2026, 5, 1), "in_progress"),
        event(3, date(2026, 7, 24), "delayed"),
    ),
    moves=(
        move(1, from_=date(2026, 3, 31), to=date(2026, 6, 30), changed_on=date(2026, 4, 21)),
        move(2, from_=date(2026, 6, 30), to=date(2026, 10, 31), changed_on=date(2026, 7, 21)),
        move(3, from_=None, to=date(2026, 3, 31), changed_on=None),
        move(4, from_=date(2026, 10, 31), to=None, changed_on=date(2026, 7, 22)),
        move(5, from_=None, to=date(2026, 10, 31), changed_on=date(2026, 7, 23)),
    ),
    updates=(
        update(1, date(2026, 7, 21), "104 of 140 trained."),
        update(2, date(2026, 11, 3), "121 of 140 trained."),
        update(3, None, "Under way."),
    ),
    evidence=(
        Evidence(
            uid=EvidenceUid(uid_of("evidence", 1)),
            action=ACTION,
            title="Training list",
            kind=EvidenceKind.TRAINING_RECORD,
            dated=date(2026, 8, 1),
            seen_on=date(2026, 9, 8),
        ),
        Evidence(
            uid=EvidenceUid(uid_of("evidence", 2)),
            action=ACTION,
            title="Undated",
            kind=EvidenceKind.OTHER,
        ),
    ),
    responses=(
        Response(
            uid=RESPONSE,
            author_role=AuthorRole.PCC,
            letter_date=date(2026, 6, 1),
            letter_date_precision=DatePrecision.MONTH,
            published=date(2026, 8, 12),
        ),
        Response(uid=ResponseUid(uid_of("response", 2)), author_role=AuthorRole.FORCE),
    ),
    items=(
        ResponseItem(
            uid=ResponseItemUid(uid_of("response_item", 1)),
            response=RESPONSE,
            findings=(FINDING,),
            position=ResponsePosition.ACCEPTED,
        ),
        ResponseItem(uid=ResponseItemUid(uid_of("response_item", 2)), response=RESPONSE),
    ),
)


def _plain(words: str) -> str:
    return words.replace("\u00a0", " ")


def test_the_snapshot_says_where_everything_stands():
    assert _plain(snapshot_text(around)).splitlines() == [
        "As at 13 November 2026",
        "Recommendation 3. Response: accepted",
        "Recommendation 3. HMICFRS position: Open, 12 Feb 2026",
        "041/03.1. Force status: Delayed, 24 Jul 2026",
        "041/03.1. Target: 31 Oct 2026, first 31 Mar 2026, moved 3 times",
        "041/03.1. Owner: Head of Learning",
        "041/03.1. Update of 3 Nov 2026: “121 of 140 trained.”",
        "041/03.1. Evidence recorded: 2",
        "Response by Police and Crime Commissioner, 12 August 2026",
        "Response by Force",
    ]


def test_a_bare_action_is_said_to_be_bare():
    bare = replace(action, reference=None, owner=None, original_target=None, target=None)
    target_only = replace(bare, target=date(2027, 1, 31))
    assert snapshot_text(RecordAround(actions=(bare,))).splitlines() == [
        "Action. Target: none",
        "Action. Evidence recorded: none",
    ]
    moves = (around.moves[0],)
    text = snapshot_text(RecordAround(actions=(target_only,), moves=moves))
    assert _plain(text).splitlines()[0] == "Action. Target: 31 Jan 2027, moved once"


def test_an_update_of_several_lines_stands_in_one():
    lines = (update(1, date(2026, 7, 21), "We will do it.\n Then. More."),)
    text = snapshot_text(RecordAround(actions=(action,), updates=lines))
    said = [line for line in _plain(text).splitlines() if "do it" in line]
    assert said == ["041/03.1. Update of 21 Jul 2026: “We will do it. Then. More.”"]


def test_a_finding_of_which_nothing_is_said_has_no_line():
    assert snapshot_text(RecordAround(findings=(finding,))) == ""


def test_many_actions_are_counted_by_their_status():
    other = replace(action, uid=ActionUid(uid_of("action", 2)))
    several = replace(
        around, findings=(finding, finding), actions=(action, other), responses=(), items=()
    )
    assert _plain(snapshot_text(several)).splitlines() == [
        "As at 13 November 2026",
        "Findings: 2",
        "Actions, delayed: 1",
        "Actions, no force status: 1",
    ]
    many = RecordAround(actions=tuple([action] * 7))
    assert snapshot_text(many) == "Actions, no force status: 7"


def test_what_the_record_did_since_is_in_the_order_of_its_days():
    found = facts_since(around, date(2026, 7, 20))
    said = [(fact.on.isoformat(), fact.label, _plain(fact.words)) for fact in found]
    assert said == [
        ("2026-07-21", "041/03.1", "Target moved: 30 Jun 2026 → 31 Oct 2026"),
        ("2026-07-21", "041/03.1", "Update: “104 of 140 trained.”"),
        ("2026-07-22", "041/03.1", "Target moved: 31 Oct 2026 → no date"),
        ("2026-07-23", "041/03.1", "Target moved: no date → 31 Oct 2026"),
        ("2026-07-24", "041/03.1", "Force status: Delayed"),
        ("2026-08-01", "041/03.1", "Evidence: Training list (training record)"),
        ("2026-08-12", "Police and Crime Commissioner", "Response published"),
        ("2026-09-08", "041/03.1", "Evidence seen by the panel: Training list (training record)"),
        ("2026-11-03", "041/03.1", "Update: “121 of 140 trained.”"),
    ]
    assert found[0].subject == Subject("action", ACTION)
    assert not facts_since(around, date(2026, 11, 3))


def test_the_day_itself_is_not_since():
    everything = facts_since(around, date(2026, 1, 1))
    assert everything[0].words == "HMICFRS position: Open"
    assert len(facts_since(around, date(2026, 2, 12))) == len(everything) - 1


def _asked(snapshot: str | None, *states: tuple[QuestionState, date]) -> Question:
    return Question(
        uid=QuestionUid(uid_of("question", 1)),
        text="Why?",
        state=states[-1][0] if states else QuestionState.DRAFT,
        states=tuple(QuestionStage(state=state, on=on) for state, on in states),
        asked_of_snapshot=snapshot,
    )


def test_a_snapshot_may_be_no_more_than_the_date_of_the_data():
    assert snapshot_day(_asked("2026-08-28")) == date(2026, 8, 28)
    assert snapshot_day(_asked("As at 28 August 2026")) is None
    assert snapshot_day(_asked(None)) is None


@pytest.mark.parametrize(
    ("question", "day"),
    [
        (_asked("2026-08-28"), date(2026, 8, 28)),
        (_asked(None), None),
        (
            _asked(
                None,
                (QuestionState.SHARED_WITH_THE_CHAIR, date(2026, 9, 1)),
                (QuestionState.SENT_IN_ADVANCE, date(2026, 9, 3)),
            ),
            date(2026, 9, 3),
        ),
        (
            _asked(
                None,
                (QuestionState.ASKED, date(2026, 6, 9)),
                (QuestionState.CARRIED_FORWARD, date(2026, 6, 9)),
                (QuestionState.ASKED, date(2026, 9, 8)),
            ),
            date(2026, 9, 8),
        ),
    ],
)
def test_what_counts_as_since_begins_when_it_was_last_asked(question: Question, day: date | None):
    assert since_day(question) == day
