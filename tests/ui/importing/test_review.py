"""What is accepted of a proposal: links follow what is refused, and the counts add up."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.dates import DatePrecision
from jasp_desktop.domain.errors import InvalidInput
from jasp_desktop.domain.identity import FindingUid, ReportUid, ResponseItemUid, ResponseUid, Uid
from jasp_desktop.domain.records import Finding, Report, Response, ResponseItem
from jasp_desktop.domain.vocabulary import AuthorRole, BatchKind, FindingKind, ResponsePosition
from jasp_desktop.exchange.proposals import Proposal
from jasp_desktop.services.imports import ImportPlan
from jasp_desktop.ui.importing.fields import (
    Shape,
    choices_of,
    editable_fields,
    typed_words,
    with_typed,
)
from jasp_desktop.ui.importing.record_words import lines_words
from jasp_desktop.ui.importing.review import Outcome, Review

REPORT = Report(uid=ReportUid(Uid("report")), title="Custody in Trent Vale (invented)")
PARENT = Finding(
    uid=FindingUid(Uid("parent")),
    report=REPORT.uid,
    kind=FindingKind.CAUSE_OF_CONCERN,
    text="Detainees wait too long.",
)
CHILD = Finding(
    uid=FindingUid(Uid("child")),
    report=REPORT.uid,
    parent=PARENT.uid,
    kind=FindingKind.RECOMMENDATION,
    number="1",
    text="Record every wait.",
)
RESPONSE = Response(
    uid=ResponseUid(Uid("response")), reports=(REPORT.uid,), author_role=AuthorRole.PCC
)
PASSAGE = ResponseItem(
    uid=ResponseItemUid(Uid("passage")),
    response=RESPONSE.uid,
    findings=(PARENT.uid, CHILD.uid),
    position=ResponsePosition.ACCEPTED,
    text="The force records every wait.",
)
RECORDS = (REPORT, PARENT, CHILD, RESPONSE, PASSAGE)


def review_of(*, there=()):
    changes = [Change(None, each) for each in RECORDS if each.uid not in there]
    proposal = Proposal(
        file="letter.txt", sha256="0", kind=BatchKind.RESPONSE_LETTER, records=RECORDS
    )
    return Review(ImportPlan(proposal, Act("Import", tuple(changes))))


def test_everything_proposed_is_accepted_at_first():
    review = review_of()
    assert review.accepted() == list(RECORDS)
    assert review.counts().added == len(RECORDS)


def test_what_is_on_the_register_already_is_unchanged_until_it_is_put_right():
    review = review_of(there={PARENT.uid})
    assert review.outcome(PARENT.uid) is Outcome.UNCHANGED
    review.put_right(replace(PARENT, text="Detainees wait far too long."))
    assert review.outcome(PARENT.uid) is Outcome.CHANGED


def test_a_finding_of_a_refused_report_cannot_be_accepted():
    review = review_of()
    review.set_accepted(REPORT.uid, is_accepted=False)
    assert review.why_not(PARENT.uid) == "Its report is refused."
    assert review.why_not(RESPONSE.uid) == "The reports it answers are refused."
    assert review.why_not(PASSAGE.uid) == "The response it stands in is refused."
    assert review.accepted() == []


def test_accepting_the_report_again_brings_its_findings_back():
    review = review_of()
    review.set_accepted(REPORT.uid, is_accepted=False)
    review.set_accepted(REPORT.uid, is_accepted=True)
    assert review.accepted() == list(RECORDS)


def test_links_to_a_refused_finding_are_left_out_and_told():
    review = review_of()
    review.set_accepted(PARENT.uid, is_accepted=False)
    accepted = {each.uid: each for each in review.accepted()}
    assert accepted[CHILD.uid].parent is None
    assert accepted[PASSAGE.uid].findings == (CHILD.uid,)
    assert review.remark(CHILD.uid) == "Its links to refused records are left out."
    assert review.remark(REPORT.uid) == ""


@given(st.sets(st.sampled_from([each.uid for each in RECORDS])))
def test_whatever_is_refused_the_counts_add_up_and_no_link_dangles(refused):
    review = review_of(there={REPORT.uid})
    for uid in refused:
        review.set_accepted(uid, is_accepted=False)
    counts, accepted = review.counts(), review.accepted()
    assert counts.read == len(RECORDS)
    assert counts.accepted == len(accepted)
    uids = {each.uid for each in accepted}
    assert not uids & refused
    for each in accepted:
        if isinstance(each, Finding):
            assert {each.report, each.parent} - {None} <= uids
        if isinstance(each, ResponseItem):
            assert {each.response, *each.findings} <= uids


@pytest.mark.parametrize("record", RECORDS)
def test_every_field_typed_again_as_it_shows_changes_nothing(record):
    full = replace(record, **_dates(record))
    for field in editable_fields(full):
        if field.shape is not Shape.WORD:
            assert with_typed(full, field, typed_words(full, field)) == full


def _dates(record):
    if isinstance(record, Report):
        return {"published": date(2020, 2, 1), "published_precision": DatePrecision.MONTH}
    if isinstance(record, Response):
        return {"letter_date": date(2020, 2, 4), "letter_date_precision": DatePrecision.DAY}
    return {"deadline": date(2025, 3, 27)} if isinstance(record, Finding) else {}


def _field(record, attribute):
    return next(each for each in editable_fields(record) if each.attribute == attribute)


def test_a_date_is_kept_with_what_is_known_of_it():
    published = _field(REPORT, "published")
    dated = with_typed(REPORT, published, "February 2020")
    assert (dated.published, dated.published_precision) == (
        date(2020, 2, 1),
        DatePrecision.MONTH,
    )
    assert with_typed(dated, published, " ").published is None


def test_lists_are_one_to_a_line_without_blanks():
    areas = _field(REPORT, "areas")
    assert with_typed(REPORT, areas, " York \n\n Derby  City").areas == ("York", "Derby City")


def test_a_report_needs_a_title_and_a_date_a_date():
    with pytest.raises(InvalidInput, match="Write the title"):
        with_typed(REPORT, _field(REPORT, "title"), " ")
    with pytest.raises(InvalidInput, match="4 February 2020"):
        with_typed(REPORT, _field(REPORT, "published"), "soon")


def test_only_what_may_be_unknown_offers_it():
    kinds = [words for words, _ in choices_of(REPORT, _field(REPORT, "kind"))]
    positions = [words for words, _ in choices_of(PASSAGE, _field(PASSAGE, "position"))]
    assert "Not known" not in kinds
    assert positions[0] == "Not known"


@pytest.mark.parametrize(
    ("lines", "words"),
    [((), ""), ((5,), "Line 5"), ((3, 9, 10, 11, 14), "Lines 3, 9–11, 14")],
)
def test_lines_are_named_in_runs(lines, words):
    assert lines_words(lines) == words
