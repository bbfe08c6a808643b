"""The dossier's phrases."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain.dates import DatePrecision, PartialDate
from jasp_desktop.domain.dossier import Answer, Dossier
from jasp_desktop.domain.identity import (
    ActionUid,
    EvidenceUid,
    FindingUid,
    ReportUid,
    ResponseItemUid,
    ResponseUid,
    made_uid,
)
from jasp_desktop.domain.records import Evidence, Finding, Report, Response, ResponseItem
from jasp_desktop.domain.section55 import Section55Clock
from jasp_desktop.domain.vocabulary import (
    AuthorRole,
    DeadlineKind,
    EvidenceKind,
    FindingKind,
    ResponsePosition,
)
from jasp_desktop.ui.findings import phrases

REPORT = Report(uid=ReportUid(made_uid()), title="An invented report")


def finding(**fields: Any) -> Finding:
    return Finding(
        uid=FindingUid(made_uid()),
        report=REPORT.uid,
        kind=FindingKind.RECOMMENDATION,
        text="An invented finding",
        **fields,
    )


def answer(position: ResponsePosition | None) -> Answer:
    response = Response(uid=ResponseUid(made_uid()), author_role=AuthorRole.CHIEF_CONSTABLE)
    item = ResponseItem(
        uid=ResponseItemUid(made_uid()), response=response.uid, position=position, text="Done."
    )
    return Answer(response, item)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (
            {"deadline_words": "by 27/03/25", "deadline": date(2025, 3, 27)},
            "“by 27/03/25”, read as 27\u00a0March\u00a02025",
        ),
        ({"deadline_words": "March 26 earliest"}, "“March 26 earliest”"),
        ({"deadline": date(2025, 3, 27)}, "27\u00a0March\u00a02025"),
        ({"deadline_kind": DeadlineKind.IMMEDIATE}, "Immediately"),
        ({}, "None in the report"),
    ],
)
def test_deadline_keeps_its_own_words_beside_the_date(fields: dict[str, Any], words: str) -> None:
    assert phrases.deadline_words(finding(**fields)) == words


def test_least_favourable_position_leads() -> None:
    answers = (answer(ResponsePosition.ACCEPTED), answer(ResponsePosition.NOT_ACCEPTED))
    dossier = Dossier(REPORT, finding(), None, answers=answers)
    assert phrases.response_fact(dossier) == ("Not accepted", "")


def test_answer_without_a_position_is_an_answer() -> None:
    dossier = Dossier(REPORT, finding(), None, answers=(answer(None),))
    assert phrases.response_fact(dossier)[0] == "Answered"


def test_running_clock_belongs_to_the_pcc_once_the_chief_constable_has_answered() -> None:
    clock = Section55Clock(PartialDate(date(2020, 2, 4)), as_at=date(2020, 3, 31))
    silent = Dossier(REPORT, finding(), None, clock=clock)
    answered = Dossier(
        REPORT, finding(), None, clock=clock, answers=(answer(ResponsePosition.ACCEPTED),)
    )
    assert phrases.response_fact(silent)[1] == "day 57 of 56"
    assert phrases.response_fact(answered)[1] == "PCC’s comments: day 57 of 56"


def test_evidence_says_what_is_not_recorded() -> None:
    evidence = Evidence(
        uid=EvidenceUid(made_uid()),
        action=ActionUid(made_uid()),
        title="Dip sample of 60 files",
        kind=EvidenceKind.AUDIT_OR_DIP_SAMPLE,
    )
    assert phrases.evidence_words(evidence, None) == (
        "Dip sample of 60 files, audit or dip sample. "
        "Where it is held is not recorded. Not yet seen by the panel."
    )


def test_letter_known_to_the_month_says_no_more() -> None:
    response = Response(
        uid=ResponseUid(made_uid()),
        author_role=AuthorRole.PCC,
        author="Police and Crime Commissioner for Trent Vale (invented)",
        letter_date=date(2020, 2, 1),
        letter_date_precision=DatePrecision.MONTH,
    )
    assert phrases.letter_words(response) == "letter February\u00a02020"
    assert phrases.author_words(response) == response.author


@given(st.text())
def test_first_words_stay_short_and_on_one_line(text: str) -> None:
    words = phrases.first_words(text)
    assert len(words) <= phrases.MOST_OF_A_TITLE + 1
    assert "\n" not in words


def test_an_answer_to_the_whole_report_is_not_told_as_one_to_the_finding() -> None:
    silent = Dossier(REPORT, finding(), None)
    to_report = Dossier(REPORT, finding(), None, report_answers=(answer(None),))
    assert phrases.response_fact(silent)[0] == "No response"
    assert phrases.response_fact(to_report)[0] == "To the report only"
    assert phrases.wants_response(to_report, None)
