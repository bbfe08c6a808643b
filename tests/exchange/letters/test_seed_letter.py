"""The real letter, in four formats, gives exactly what a reader takes from it."""

from datetime import date
from pathlib import Path

import pytest

from jasp_desktop.domain.dates import DatePrecision
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.records import Finding, Report, Response, ResponseItem
from jasp_desktop.domain.vocabulary import (
    AuthorRole,
    BatchKind,
    FindingKind,
    ForcePosition,
    ReportKind,
)
from jasp_desktop.exchange.letters.file_words import read_file
from jasp_desktop.exchange.letters.proposing import propose
from jasp_desktop.exchange.proposals import Proposal, UnreadLine, as_json
from tests.exchange.letters import copies
from tests.exchange.letters.corpus_facts import CORPUS, TODAY

SEED = CORPUS / "pcc-response-csa-family-2020-02.txt"


def read(path: Path) -> Proposal:
    return propose(path, today=TODAY, progress=Silent())


@pytest.fixture(scope="module")
def proposal() -> Proposal:
    return read(SEED)


def records(proposal: Proposal, kind: type) -> list:
    return [record for record in proposal.records if type(record) is kind]


def test_the_report_is_read_with_its_date_inspectorates_and_areas(proposal: Proposal):
    (report,) = records(proposal, Report)
    assert report.title == (
        "The multi-agency response to child sexual abuse in the family environment"
    )
    assert report.kind is ReportKind.JOINT_INSPECTION
    assert (report.published, report.published_precision) == (
        date(2020, 2, 4),
        DatePrecision.DAY,
    )
    assert report.inspectorates == (
        "Ofsted",
        "HMICFRS",
        "Care Quality Commission",
        "HMI Probation",
    )
    assert report.areas == (
        "Bracknell Forest",
        "Cornwall",
        "Derby City",
        "Islington",
        "Shropshire",
        "York",
    )
    assert report.force_position is ForcePosition.EXCLUDED
    assert (report.fieldwork_from, report.fieldwork_to) == (date(2018, 9, 1), date(2019, 5, 31))
    assert report.link is None


def test_the_findings_are_five_key_findings_and_what_a_strategy_must_include(proposal: Proposal):
    findings = records(proposal, Finding)
    key = [each.text for each in findings if each.kind is FindingKind.KEY_FINDING]
    assert len(key) == 5
    assert key[1] == "Poor-quality criminal investigations"
    elements = [each for each in findings if each.kind is FindingKind.OTHER]
    assert [each.text for each in elements] == [
        "A focus on prevalence",
        "The reasons why perpetrators sexually abuse children in the family",
        "Impact on children",
        "Evidence-based responses",
        "Long-term holistic therapeutic response.",
    ]
    assert {each.theme for each in elements} == {"Strategies need to include"}
    assert len(findings) == 10


def test_the_response_is_the_commissioners_of_february_2020(proposal: Proposal):
    (response,) = records(proposal, Response)
    assert response.author_role is AuthorRole.PCC
    assert response.author == "Paddy Tipping"
    assert response.letter_date == date(2020, 2, 1)
    assert response.letter_date_precision is DatePrecision.MONTH
    assert "virtually non-existent" in (response.text or "")


def test_the_passages_that_answer_are_three_and_none_is_linked_by_guess(proposal: Proposal):
    items = records(proposal, ResponseItem)
    assert [item.text.split(" to ")[0] for item in items] == [
        "The Chief Constable has established a dedicated team",
        "The Force will continue",
        "The Force also provides regular HMICFRS update reports",
    ]
    assert all(item.findings == () and item.position is None for item in items)
    assert [proposal.evidence[item.uid] for item in items] == [(33,), (35,), (35,)]


def test_the_line_that_says_nothing_is_listed_as_not_understood(proposal: Proposal):
    assert proposal.not_understood == (UnreadLine(5, "[The report can be found here](#)"),)
    assert proposal.problems == ()


def test_the_json_is_the_form_that_a_dry_run_prints(proposal: Proposal):
    written = as_json(proposal)
    assert written["format"] == "jasp-proposal"
    assert written["version"] == 1
    assert written["source"] == {
        "file": SEED.name,
        "sha256": proposal.sha256,
        "kind": "response_letter",
    }
    assert {table: len(rows) for table, rows in written["records"].items()} == {
        "report": 1,
        "finding": 10,
        "response": 1,
        "response_item": 3,
        "action": 0,
    }
    assert written["rows"]["added"] == 15
    assert written["records"]["report"][0]["published"] == "2020-02-04"
    assert written["not_understood"] == [{"line": 5, "text": "[The report can be found here](#)"}]


@pytest.mark.parametrize("ending", ["html", "docx", "pdf"])
def test_a_copy_in_another_format_proposes_the_same_records(
    proposal: Proposal, tmp_path: Path, ending: str
):
    copy = tmp_path / f"copy.{ending}"
    getattr(copies, f"write_{ending}")(read_file(SEED, Silent()).blocks, copy)
    again = read(copy)
    assert again.kind is BatchKind.RESPONSE_LETTER
    assert [each.uid for each in again.records] == [each.uid for each in proposal.records]
    assert records(again, Report) == records(proposal, Report)
    assert records(again, Finding) == records(proposal, Finding)
    assert records(again, ResponseItem) == records(proposal, ResponseItem)
