"""Whom a record names, and how it comes to name others."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from jasp_desktop.domain.dates import DatePrecision
from jasp_desktop.domain.identity import FindingUid, PersonUid, ReportUid, Uid
from jasp_desktop.domain.record_links import (
    chosen_draft,
    differing,
    fields_that_name,
    is_tied,
    joined_draft,
    pointed_elsewhere,
    pointed_to_both,
    with_precisions,
)
from jasp_desktop.domain.records import (
    AgendaItem,
    Attendance,
    CoveringSection,
    Finding,
    Question,
    QuestionStage,
    RelatedReport,
    Response,
    Subject,
)
from jasp_desktop.domain.vocabulary import (
    Attended,
    AuthorRole,
    QuestionState,
    Relation,
)
from tests.domain.test_record_rules import (
    ACTION,
    AGENDA_ITEM,
    EVENT,
    FINDING,
    MEETING,
    QUESTION,
    REPORT,
    RESPONSE,
    uid,
)
from tests.sample_records import GeneratedRegister, registers

OTHER = FindingUid(uid("b7"))


@pytest.mark.parametrize(
    ("table", "field", "tied"),
    [
        ("judgement", "report", True),
        ("status_event", "subject", True),
        ("update", "action", True),
        ("finding", "parent", False),
        ("action", "findings", False),
        ("meeting", "attendance", False),
        ("question", "subject", False),
    ],
)
def test_what_cannot_be_without_another_record_is_known(table: str, field: str, tied: bool):
    assert is_tied(table, field) is tied


def test_fields_that_can_name_a_record_are_known():
    assert fields_that_name("finding", "finding") == ("parent", "repeats")
    assert fields_that_name("status_event", "action") == ("subject",)
    assert fields_that_name("meeting", "person") == ("attendance",)
    assert fields_that_name("question", "person") == ("member", "subject", "answered_by")
    assert fields_that_name("phase", "report") == ()


def test_a_list_names_the_new_one_once_in_the_old_ones_place():
    record = replace(ACTION, findings=(FINDING.uid, OTHER))
    assert pointed_elsewhere(record, FINDING.uid, OTHER) == replace(ACTION, findings=(OTHER,))
    assert pointed_elsewhere(record, OTHER, None) == ACTION
    assert pointed_elsewhere(record, FINDING.uid, OTHER, fields=["text"]) == record


def test_a_reference_a_subject_and_a_part_are_pointed_elsewhere():
    under = replace(FINDING, parent=OTHER)
    assert pointed_elsewhere(under, OTHER, FindingUid(uid("b8"))) == replace(
        FINDING, parent=uid("b8")
    )
    assert pointed_elsewhere(under, OTHER, None) == FINDING
    assert pointed_elsewhere(EVENT, ACTION.uid, Uid(uid("c1"))) == replace(
        EVENT, subject=Subject("action", Uid(uid("c1")))
    )
    asked = replace(QUESTION, subject=Subject("action", ACTION.uid))
    assert pointed_elsewhere(asked, ACTION.uid, None) == QUESTION
    first, second = PersonUid(uid("61")), PersonUid(uid("62"))
    came = Attendance(person=first, attended=Attended.PRESENT)
    sorry = Attendance(person=second, attended=Attended.APOLOGIES)
    held = replace(MEETING, attendance=(came, sorry))
    assert pointed_elsewhere(held, second, first) == replace(MEETING, attendance=(came,))
    assert pointed_elsewhere(held, second, None) == replace(MEETING, attendance=(came,))


def test_a_list_can_name_both():
    record = pointed_to_both(ACTION, FINDING.uid, OTHER, ["findings"])
    assert record == replace(ACTION, findings=(FINDING.uid, OTHER))


def test_parts_that_name_nobody_are_let_be():
    stages = (QuestionStage(state=QuestionState.ASKED, on=date(2026, 1, 1)),) * 2
    asked: Question = replace(QUESTION, states=stages)
    assert pointed_elsewhere(asked, FINDING.uid, OTHER) == asked


@given(registers())
def test_nothing_changes_where_nothing_is_named(found: GeneratedRegister):
    for record in found.records:
        assert pointed_elsewhere(record, Uid("nobody"), None) == record


def test_two_records_say_together_what_either_says():
    kept: Finding = replace(FINDING, theme="Custody", addressees=("Chief constables",))
    lost: Finding = replace(
        FINDING,
        uid=OTHER,
        theme="Detention",
        number="3",
        addressees=("PCCs", "Chief constables"),
    )
    draft = joined_draft(kept, lost)
    assert draft["theme"] == "Custody"
    assert draft["number"] == "3"
    assert draft["addressees"] == ("Chief constables", "PCCs")
    assert "uid" not in draft
    assert differing(kept, lost, ["theme", "number", "addressees", "text"]) == ("theme",)
    assert chosen_draft(kept, lost, ["theme"])["theme"] == "Detention"


def test_a_date_comes_with_what_is_known_of_it_and_never_without():
    month = replace(RESPONSE, letter_date_precision=DatePrecision.MONTH)
    blank: Response = Response(uid=RESPONSE.uid, author_role=AuthorRole.PCC)
    assert joined_draft(blank, month)["letter_date_precision"] is DatePrecision.MONTH
    to_the_day = replace(RESPONSE, letter_date=date(2020, 6, 1))
    assert joined_draft(to_the_day, month)["letter_date_precision"] is None
    chosen = chosen_draft(to_the_day, month, ["letter_date"])
    assert chosen["letter_date_precision"] is DatePrecision.MONTH
    assert with_precisions("response", ["letter_date", "text"]) == (
        "letter_date",
        "letter_date_precision",
        "text",
    )


def test_of_two_parts_about_one_record_the_kept_ones_counts():
    earlier = ReportUid(uid("a1"))
    mine = RelatedReport(report=earlier, relation=Relation.REVISIT_OF)
    theirs = RelatedReport(report=earlier, relation=Relation.SUPERSEDES)
    further = RelatedReport(report=ReportUid(uid("a2")), relation=Relation.SUPERSEDES)
    kept = replace(REPORT, related=(mine,))
    lost = replace(REPORT, related=(theirs, further))
    assert joined_draft(kept, lost)["related"] == (mine, further)


def test_sections_of_both_are_kept_and_the_same_one_once():
    one, two = CoveringSection(heading="1", text="a"), CoveringSection(heading="2", text="b")
    kept: AgendaItem = replace(AGENDA_ITEM, covering_sections=(one,))
    lost: AgendaItem = replace(AGENDA_ITEM, covering_sections=(one, two))
    assert joined_draft(kept, lost)["covering_sections"] == (one, two)
