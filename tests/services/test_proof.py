"""What the sample panel asked, counted independently from the open format."""

import json
from collections import Counter
from datetime import date
from io import BytesIO

from pypdf import PdfReader

from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.proof import Period, Timing, financial_year
from jasp_desktop.shipped import shipped

YEAR = Period(date(2026, 4, 1), date(2027, 3, 31))


def sample_questions():
    """Return the sample's questions as plain JSON with the day each was first asked."""
    register = json.loads((shipped("db") / "demo" / "register.json").read_text("utf-8"))
    asked = {}
    for question in register["question"]:
        days = [stage["on"] for stage in question["states"] if stage["state"] == "asked"]
        if days and question["merged_into"] is None:
            asked[question["uid"]] = (date.fromisoformat(min(days)), question)
    return asked


def test_the_counts_are_those_of_the_open_format(demo_desk):
    expected = {uid: question for uid, (day, question) in sample_questions().items() if day in YEAR}
    proof = demo_desk.proof.proof(YEAR)
    assert {each.question.uid for each in proof.questions} == set(expected)
    verdicts = Counter(question["verdict"] for question in expected.values() if question["answer"])
    assert Counter(each and each.value for each in proof.verdicts.elements()) == verdicts
    late = [
        question
        for question in expected.values()
        if question["answer_due"]
        and question["answered_on"]
        and question["answered_on"] > question["answer_due"]
    ]
    assert proof.timings[Timing.LATE] == len(late) > 0
    assert sum(proof.timings.values()) == len(expected)


def test_what_followed_lies_between_the_question_and_the_date_of_the_data(demo_desk):
    proof = demo_desk.proof.proof(YEAR)
    followed = [(each, fact) for each in proof.questions for fact in each.followed]
    assert followed
    assert all(each.asked_on < fact.on <= proof.as_at for each, fact in followed)


def test_the_years_are_those_in_which_something_was_asked(demo_desk):
    expected = {financial_year(day) for day, _ in sample_questions().values()}
    assert set(demo_desk.proof.years()) == expected | {YEAR}


def test_a_period_without_questions_has_none(demo_desk):
    proof = demo_desk.proof.proof(Period(date(2020, 1, 1), date(2020, 12, 31)))
    assert proof.questions == ()


def test_an_empty_register_has_this_years_empty_proof(empty_desk):
    (year,) = empty_desk.proof.years()
    assert empty_desk.proof.proof(year).questions == ()


def test_the_paper_says_what_the_screen_says(demo_desk):
    proof = demo_desk.proof.proof(YEAR)
    printed = demo_desk.proof.printed(YEAR, Silent())
    pages = [page.extract_text() for page in PdfReader(BytesIO(printed)).pages]
    text = " ".join(" ".join(pages).split()).replace("\u00a0", " ")
    assert "1 April 2026 to 31 March 2027" in text
    for each in proof.questions:
        assert each.question.text[:40] in text


def test_a_period_without_questions_prints_a_sentence(demo_desk):
    printed = demo_desk.proof.printed(Period(date(2020, 1, 1), date(2020, 12, 31)), Silent())
    (page,) = PdfReader(BytesIO(printed)).pages
    assert "No question was asked" in page.extract_text()
