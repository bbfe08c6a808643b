"""Likeness asks a person; sameness also wants the figures to agree."""

from jasp_desktop.exchange.trackers.likeness import alike, same


def test_the_likest_come_first_with_their_likeness():
    texts = ["train every sergeant", "buy cars", "train every sergeant again"]
    assert alike("train every sergeant", texts) == [(0, 100), (2, 86)]


def test_few_are_asked_about():
    assert len(alike("train every sergeant", ["train every sergeant"] * 20)) == 5


def test_nothing_is_alike_where_there_is_nothing():
    assert alike("train", []) == []
    assert same("train", []) == []


def test_what_is_nearly_the_same_counts_as_the_same():
    assert same("the response to child exploitation", ["the response to child exploitation."]) == [
        0
    ]


def test_the_report_of_another_year_is_another_report():
    texts = ["trent vale peel 2023–2025", "trent vale peel 2025–2027"]
    assert same("trent vale: peel 2025–2027", texts) == [1]
