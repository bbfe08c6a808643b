from datetime import date

import pytest

from jasp_desktop.domain.brief_content import BriefContent
from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.dossier import (
    ActionStory,
    Dossier,
    finding_label,
    latest,
    without_own_number,
)
from jasp_desktop.domain.errors import InvalidInput
from jasp_desktop.domain.identity import (
    ActionUid,
    FindingUid,
    MeetingUid,
    ReportUid,
    StatusEventUid,
    Uid,
)
from jasp_desktop.domain.listings import FindingFilter, FindingLine, FindingTotals, ReportLine
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.promises import promise_line
from jasp_desktop.domain.records import (
    Action,
    Finding,
    Meeting,
    Panel,
    Report,
    Response,
    StatusEvent,
    Subject,
)
from jasp_desktop.domain.vocabulary import (
    AuthorRole,
    FindingKind,
    ForceStatus,
    HmicfrsPosition,
    Track,
)

REPORT = Report(uid=ReportUid(Uid("r")), title="A report", short_title="Short")
FINDING = Finding(
    uid=FindingUid(Uid("f")), report=REPORT.uid, kind=FindingKind.RECOMMENDATION, text="Do it"
)


def an_event(uid, day, status, track=Track.FORCE):
    return StatusEvent(
        uid=StatusEventUid(Uid(uid)),
        subject=Subject("finding", FINDING.uid),
        track=track,
        date=day,
        status=status,
    )


def a_story(events=(), target=None, as_at=date(2026, 11, 13)):
    action = Action(uid=ActionUid(Uid("a")), text="Do it", original_target=target, target=target)
    status = latest(tuple(events), Track.FORCE)
    is_open = status is None or ForceStatus(status.status).is_open
    line = promise_line(action, (), made_on=None, closed_on=None, is_open=is_open, as_at=as_at)
    return ActionStory(action, line, tuple(events))


def test_the_latest_word_counts_and_the_later_recorded_of_one_day():
    events = (
        an_event("1", date(2026, 3, 1), "closed_by_force"),
        an_event("3", date(2026, 4, 1), "in_progress"),
        an_event("2", date(2026, 4, 1), "delayed"),
    )
    assert latest(events, Track.FORCE).status == "in_progress"
    assert latest(events, Track.HMICFRS) is None


def test_one_track_says_nothing_of_the_other():
    dossier = Dossier(
        REPORT, FINDING, None, events=(an_event("1", date(2026, 3, 1), "closed_by_force"),)
    )
    assert dossier.force_event.status == "closed_by_force"
    assert dossier.hmicfrs_event is None
    assert dossier.hmicfrs_position is HmicfrsPosition.NOT_KNOWN


def test_the_inspectorates_position_is_its_latest():
    event = an_event("1", date(2026, 3, 1), "awaiting_review", Track.HMICFRS)
    dossier = Dossier(REPORT, FINDING, None, events=(event,))
    assert dossier.hmicfrs_position is HmicfrsPosition.AWAITING_REVIEW


def test_an_action_without_a_word_is_open_and_has_no_status():
    story = a_story()
    assert story.status is None
    assert story.is_open


def test_a_dossier_counts_its_open_actions_and_the_longest_overdue():
    late = a_story(target=date(2026, 11, 3))
    closed = a_story((an_event("1", date(2026, 3, 1), "closed_by_force"),), date(2026, 1, 1))
    dossier = Dossier(REPORT, FINDING, None, actions=(late, closed))
    assert dossier.open_actions == (late,)
    assert dossier.overdue_days == 10
    assert closed.status is ForceStatus.CLOSED_BY_FORCE
    assert Dossier(REPORT, FINDING, None).overdue_days == 0


@pytest.mark.parametrize(
    ("kind", "number", "label"),
    [
        (FindingKind.RECOMMENDATION, "3", "Recommendation 3"),
        (FindingKind.AREA_FOR_IMPROVEMENT, "2", "AFI 2"),
        (FindingKind.AREA_FOR_IMPROVEMENT, "AFI 1", "AFI 1"),
        (FindingKind.KEY_FINDING, None, "Key finding"),
        (FindingKind.OTHER, "7.1", "Finding 7.1"),
    ],
)
def test_a_label_names_the_kind_once(kind, number, label):
    finding = Finding(uid=FINDING.uid, report=REPORT.uid, kind=kind, number=number, text="x")
    assert finding_label(finding) == label


def a_line(**fields):
    known = {
        "uid": FINDING.uid,
        "kind": FindingKind.RECOMMENDATION,
        "reference": "041/03",
        "label": "Recommendation 3",
        "theme": None,
        "text": "Do it",
        "report": REPORT.uid,
        "report_name": "Short",
        "force_status": ForceStatus.IN_PROGRESS,
        "hmicfrs_position": HmicfrsPosition.OPEN,
        "target": None,
        "overdue_days": 0,
        "moves": 0,
        "actions": 1,
        "overdue_actions": 0,
        "has_response": True,
        "has_evidence": False,
        "questions": 0,
    }
    return FindingLine(**(known | fields))


@pytest.mark.parametrize(
    ("fields", "attention"),
    [
        ({"overdue_days": 14, "moves": 2}, ("overdue", "Overdue 14\u00a0days")),
        ({"has_response": False}, ("no_response", "No response")),
        ({"has_response": False, "kind": FindingKind.KEY_FINDING}, None),
        ({"moves": 1}, ("date_moved", "Date moved once")),
        ({"moves": 2}, ("date_moved", "Date moved twice")),
        ({"moves": 3}, ("date_moved", "Date moved 3 times")),
        ({"moves": 3, "force_status": ForceStatus.CLOSED_BY_FORCE}, None),
        ({"has_response": False, "force_status": ForceStatus.NO_FURTHER_ACTION}, None),
        ({}, None),
    ],
)
def test_attention_goes_to_the_most_pressing(fields, attention):
    assert a_line(**fields).attention == attention


def test_a_line_without_a_status_is_open():
    assert a_line(force_status=None).is_open


def test_totals_answer_by_filter():
    assert FindingTotals({FindingFilter.OPEN: 3})[FindingFilter.OPEN] == 3


def test_a_report_line_counts_its_findings():
    counts = ((FindingKind.RECOMMENDATION, 2), (FindingKind.KEY_FINDING, 5))
    line = ReportLine(REPORT, None, counts, open_findings=4, responses=1)
    assert line.findings == 7
    assert line.has_recommendations
    assert not ReportLine(REPORT, None, counts[1:], 4, 1).has_recommendations


def test_names_and_dates_of_reports_and_responses():
    assert REPORT.name == "Short"
    assert REPORT.published_on is None
    response = Response(
        uid="x", author_role=AuthorRole.PCC, letter_date=date(2020, 2, 1), published=None
    )
    assert response.written_on.value == date(2020, 2, 1)
    assert response.published_on is None


def test_an_act_is_taken_back_in_reverse_order():
    other = Finding(uid=FindingUid(Uid("g")), report=REPORT.uid, kind=FINDING.kind, text="x")
    panel = Panel(name="A", force="B")
    act = Act("Do", (Change(None, FINDING), Change(FINDING, other)), Change(None, panel))
    assert act.inverse == Act(
        "Do", (Change(other, FINDING), Change(FINDING, None)), Change(panel, None)
    )
    assert Act("Do", ()).inverse == Act("Do", ())
    assert act.inverse.inverse == act


def test_a_brief_without_own_words_says_so():
    meeting = Meeting(uid=MeetingUid(Uid("m")), held_on=date(2026, 12, 1))
    content = BriefContent(Panel(name="A", force="B"), meeting, (), ())
    assert not content.holds_own_words
    assert content.dossiers == ()
    assert content.as_at is None


def test_invalid_input_names_its_field():
    error = InvalidInput("target", "Choose a date after the report was published.")
    assert error.field == "target"
    assert str(error) == "Choose a date after the report was published."


def test_silent_progress_says_nothing():
    Silent().report(1, 2, "Working")


def test_a_finding_goes_by_its_actions_reference_without_their_own_number():
    assert without_own_number("041/03.1") == "041/03"
    assert without_own_number("041/03") == "041/03"
    assert without_own_number(".1") == ".1"
