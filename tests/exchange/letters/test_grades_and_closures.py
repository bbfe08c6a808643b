"""Grades and closures are proposed only where a report or letter says them outright."""

import pytest

from jasp_desktop.domain.records import Judgement, Report, ResponseItem, StatusEvent
from jasp_desktop.domain.vocabulary import Grade, HmicfrsPosition, Scale, Track
from jasp_desktop.exchange.letters.file_words import words_as_source
from jasp_desktop.exchange.letters.proposing import propose_from_text
from tests.exchange.letters.corpus_facts import TODAY

LETTER = """14 May 2025

Dear Chief Constable,

Revisit of Anyshire Police: progress on causes of concern

Recommendation 1
The force should review its control room.

{words}

Yours sincerely

Odile Brandreth
His Majesty’s Inspector of Constabulary
"""
PAGE = """PEEL {years}: An inspection of Anyshire Police

Published on: 3 March 2025

This is an inspection by HMICFRS.

{words}

Area for improvement 1
The force should review its control room.
"""


def records(text: str, kind: type) -> list:
    proposal = propose_from_text(words_as_source(text, "letter.txt"), today=TODAY)
    return [record for record in proposal.records if isinstance(record, kind)]


@pytest.mark.parametrize(
    "words",
    [
        "This recommendation is now closed.",
        "I am satisfied that this recommendation can now be closed.",
        "Recommendation 1 has been signed off.",
        "The recommendation has therefore been discharged.",
    ],
)
def test_what_an_inspector_closes_is_closed_on_the_inspectorates_track(words: str):
    (event,) = records(LETTER.format(words=words), StatusEvent)
    assert event.track is Track.HMICFRS
    assert event.status == HmicfrsPosition.CLOSED_BY_HMICFRS.value
    assert event.date.isoformat() == "2025-05-14"
    assert event.comment == words
    assert event.source == "Revisit of Anyshire Police: progress on causes of concern"


@pytest.mark.parametrize(
    "words",
    [
        "This recommendation is not closed.",
        "This recommendation remains open.",
        "This recommendation will be closed when training is complete.",
        "Recommendation 2 has been closed.",
        "The control room was closed for repair.",
        "The force has closed 40 investigations.",
        "The force told us that this recommendation would be signed off.",
        "This recommendation is partly discharged.",
    ],
)
def test_what_is_not_closed_outright_is_left_to_the_reader(words: str):
    assert records(LETTER.format(words=words), StatusEvent) == []


def test_a_commissioner_closes_nothing():
    text = LETTER.format(words="This recommendation is now closed.")
    text = text.replace("His Majesty’s Inspector of Constabulary", "Police and Crime Commissioner")
    assert records(text, StatusEvent) == []


@pytest.mark.parametrize(
    ("years", "scale"),
    [("2023–25", Scale.FIVE_TIER), ("2018/19", Scale.FOUR_TIER), ("2021/22", Scale.FIVE_TIER)],
)
def test_the_year_of_a_report_tells_the_scale(years: str, scale: Scale):
    words = "Preventing crime | Good\nManaging offenders | Requires improvement"
    found = records(PAGE.format(years=years, words=words), Judgement)
    assert [(each.area, each.grade, each.scale) for each in found] == [
        ("Preventing crime", Grade.GOOD, scale),
        ("Managing offenders", Grade.REQUIRES_IMPROVEMENT, scale),
    ]


def test_a_grade_is_read_in_a_grid_of_grades():
    words = (
        "Outstanding | Good | Adequate | Requires improvement | Inadequate\n"
        "Public treatment | Preventing crime | Investigating crime | Leadership | Custody"
    )
    found = records(PAGE.format(years="2023–25", words=words), Judgement)
    assert {each.area: each.grade for each in found} == {
        "Public treatment": Grade.OUTSTANDING,
        "Preventing crime": Grade.GOOD,
        "Investigating crime": Grade.ADEQUATE,
        "Leadership": Grade.REQUIRES_IMPROVEMENT,
        "Custody": Grade.INADEQUATE,
    }


def test_a_grade_is_read_in_its_own_sentence():
    words = "Anyshire Police is good at preventing crime and anti-social behaviour."
    (found,) = records(PAGE.format(years="2023–25", words=words), Judgement)
    assert (found.area, found.grade) == (
        "Preventing crime and anti-social behaviour",
        Grade.GOOD,
    )


@pytest.mark.parametrize(
    ("years", "words"),
    [
        ("review", "Preventing crime | Good"),
        ("2023–25", "Most forces are good at preventing crime."),
        ("2023–25", "The force could become good at preventing crime."),
        ("2023–25", "Preventing crime | Good\n\nPreventing crime | Inadequate"),
        ("2023–25", "Good practice"),
    ],
)
def test_a_grade_that_is_not_certain_is_not_proposed(years: str, words: str):
    assert records(PAGE.format(years=years, words=words), Judgement) == []


RESPONSE = """PCC response to HMICFRS report: ‘A quiet word: an inspection of complaints’

{head}

Recommendation 1: By 31 March 2025, chief constables should review how complaints are kept.

{words}
"""


@pytest.mark.parametrize(
    "words",
    ["Not applicable as the force has one already.", "Complaints staff began this in May."],
)
def test_a_paragraph_under_a_recommendation_answers_it(words: str):
    (item,) = records(RESPONSE.format(head="", words=words), ResponseItem)
    assert item.text == words
    assert len(item.findings) == 1


@pytest.mark.parametrize(
    "words",
    [
        "HMICFRS found that complaints were kept badly.",
        "The inspection showed that few forces keep complaints well.",
        "Supervisors should check them too.",
        "I trust this is of assistance.",
    ],
)
def test_what_the_report_says_more_is_no_answer(words: str):
    assert records(RESPONSE.format(head="", words=words), ResponseItem) == []


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("The force was not inspected.", "applies"),
        ("Anyshire Police was not one of the forces inspected.", "applies"),
        ("Anyshire Police was one of the forces inspected.", "inspected"),
        ("The report is long.", None),
    ],
)
def test_whether_the_force_was_inspected_is_read_from_its_sentence(head: str, published: str):
    (report,) = records(RESPONSE.format(head=head, words="The force has acted."), Report)
    assert report.force_position == published
