"""A line for every record: what it says, what it belongs to, and where it stands."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given

from jasp_desktop.domain.identity import FindingUid, PersonUid
from jasp_desktop.domain.record_lines import RecordLine, line_of
from jasp_desktop.domain.records import Document, Record, WorkPlanEntry
from jasp_desktop.domain.vocabulary import ForceStatus, ResponsePosition, ResponseStatus, Track
from tests.domain import test_record_rules as sound
from tests.domain.test_record_rules import (
    ACTION,
    AGENDA_ITEM,
    BATCH,
    EVENT,
    EVIDENCE,
    FINDING,
    ITEM,
    JUDGEMENT,
    MEETING,
    MOVE,
    PANEL_ACTION,
    PERSON,
    PHASE,
    QUESTION,
    REPORT,
    RESPONSE,
    UPDATE,
    uid,
)
from tests.sample_records import GeneratedRegister, registers

NUMBERED = replace(FINDING, number="3")


def line(record: Record, *others: Record) -> RecordLine:
    around = {each.uid: each for each in (*sound.SOUND, *others)}
    return line_of(record, lambda _table, uid: around.get(uid))


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("record", "title", "reference", "kind", "status"),
    [
        (REPORT, "Custody", "", "Other, 4 February 2020", ""),
        (replace(REPORT, published=None), "Custody", "", "Other", ""),
        (JUDGEMENT, "Custody: good", "", "Custody", ""),
        (FINDING, "Train sergeants.", "Recommendation", "Custody", ""),
        (replace(NUMBERED, theme="Training"), "Training", "Recommendation 3", "Custody", ""),
        (RESPONSE, "Police and Crime Commissioner", "4 May 2020", "Custody", ""),
        (
            replace(RESPONSE, author="A. Writer", status=ResponseStatus.SENT, letter_date=None),
            "A. Writer",
            "",
            "Custody",
            "Sent",
        ),
        (ITEM, "Yes.", "", "Custody, Recommendation", ""),
        (
            replace(
                ITEM,
                findings=(FINDING.uid, FindingUid(uid("b9"))),
                position=ResponsePosition.ACCEPTED,
            ),
            "Yes.",
            "",
            "Custody, Recommendation, and 1 more",
            "Accepted",
        ),
        (ACTION, "A course", "", "", ""),
        (
            replace(ACTION, reference="041/03.1", owner="ACC", target=date(2026, 3, 1)),
            "A course",
            "041/03.1",
            "ACC",
            "Target 1 Mar 2026",
        ),
        (MOVE, "4 Feb 2020 → 4 May 2020", "", "A course, moved 4 Feb 2020", ""),
        (
            replace(MOVE, from_=None, to=None, changed_on=None, reason="No trainer"),
            "No date → no date",
            "",
            "A course",
            "No trainer",
        ),
        (UPDATE, "On track.", "4 May 2020", "A course", ""),
        (EVENT, "In progress", "4 May 2020", "Force, A course", ""),
        (EVIDENCE, "Audit", "", "A course, Other", ""),
        (PHASE, "Scan", "", "4 Feb 2020 onwards", ""),
        (replace(PHASE, to=date(2020, 5, 4)), "Scan", "", "4 Feb 2020 to 4 May 2020", ""),
        (PERSON, "A. Member", "", "Member", ""),
        (MEETING, "4 May 2020", "", "Planned, Public", ""),
        (AGENDA_ITEM, "Audit", "7", "Meeting of 4 May 2020", ""),
        (QUESTION, "When?", "", "", "Asked"),
        (
            replace(QUESTION, member=PERSON.uid, meeting=MEETING.uid),
            "When?",
            "",
            "A. Member, Meeting of 4 May 2020",
            "Asked",
        ),
        (PANEL_ACTION, "Report back", "002", "", ""),
        (replace(PANEL_ACTION, due=date(2020, 5, 4)), "Report back", "002", "", "Due 4 May 2020"),
        (
            replace(PANEL_ACTION, closed_on=date(2020, 5, 4), owner=PERSON.uid),
            "Report back",
            "002",
            "A. Member",
            "Closed 4 May 2020",
        ),
        (BATCH, "Tracker.xlsx", "1 Nov 2026", "Tracker", ""),
        (
            replace(BATCH, undone_at=datetime(2026, 11, 2, tzinfo=UTC)),
            "Tracker.xlsx",
            "1 Nov 2026",
            "Tracker",
            "Undone 2 Nov 2026",
        ),
        (WorkPlanEntry(uid=uid("12"), title="Audit plan"), "Audit plan", "", "", ""),
        (
            Document(
                uid=uid("13"),
                title="Letter",
                media_type="application/pdf",
                sha256="",
                content=b"",
            ),
            "Letter",
            "",
            "application/pdf",
            "",
        ),
    ],
)
def test_each_table_has_a_line_of_its_own(
    record: Record, title: str, reference: str, kind: str, status: str
):
    found = line(record)
    assert plain(found.title) == title
    assert plain(found.reference) == reference
    assert plain(found.kind) == kind
    assert plain(found.status) == status


def test_a_status_stands_with_the_mark_of_its_track():
    force = line(EVENT)
    hmicfrs = line(replace(EVENT, track=Track.HMICFRS, status="open"))
    assert force.mark is not None
    assert hmicfrs.mark is not None
    assert force.mark != hmicfrs.mark
    assert hmicfrs.kind == "HMICFRS, A course"
    assert force.title == ForceStatus(EVENT.status).words


@pytest.mark.parametrize(
    ("table", "uid_", "kind"),
    [
        ("report", REPORT.uid, "Force, Custody"),
        ("finding", FINDING.uid, "Force, Custody, Recommendation"),
        ("meeting", MEETING.uid, "Force"),
    ],
)
def test_a_status_is_named_by_what_it_is_of(table: str, uid_: Any, kind: str):
    subject = replace(EVENT.subject, table=table, uid=uid_)
    assert line(replace(EVENT, subject=subject)).kind == kind


def test_records_that_are_not_there_leave_their_place_blank():
    nobody = replace(PANEL_ACTION, owner=PersonUid(uid("99")))
    assert line(nobody).kind == ""
    lost = replace(ITEM, findings=(FindingUid(uid("b9")),))
    assert line(lost).kind == ""
    around: dict[Any, Record] = {}
    assert line_of(JUDGEMENT, lambda _table, uid: around.get(uid)).kind == ""
    assert line_of(UPDATE, lambda _table, uid: around.get(uid)).kind == ""
    assert line_of(AGENDA_ITEM, lambda _table, uid: around.get(uid)).kind == ""


def test_long_words_are_cut_and_lines_are_one_line():
    found = line(replace(ACTION, text="word \n" * 100, reference="041/03.1"))
    assert found.title.endswith("…")
    assert "\n" not in found.title
    assert len(found.title) <= 201
    assert found.name.startswith("041/03.1 · word")


@given(registers())
def test_any_record_has_a_line(found: GeneratedRegister):
    around = {record.uid: record for record in found.records}
    for record in found.records:
        assert line_of(record, lambda _table, uid: around.get(uid)).title
