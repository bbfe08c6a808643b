from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain.prompts.likeness import MOST_ALIKE, FindingsByWord, alike
from jasp_desktop.domain.prompts.wording import (
    central_words,
    has_measure_or_date,
    intentions,
    quoted,
    share_in_common,
    shared,
    stems,
)
from tests.domain.prompts.cases import earlier


def test_forms_of_one_word_count_as_the_same():
    assert stems("He assesses, she assessed an assessment") == {"assess": "assesses"}


def test_short_and_common_words_carry_no_meaning():
    assert not stems("The force should make sure that it is so, in each of the areas.")


def test_central_words_are_the_longest_in_the_order_in_which_they_stand():
    found = central_words("Stalking victims wait; telephones are examined late.", 2)
    assert list(found.values()) == ["telephones", "examined"]


@pytest.mark.parametrize(
    "text",
    [
        "by the end of May",
        "since March",
        "in December",
        "on Monday",
        "61 of 140",
        "half",
        "a third of calls",
        "40 %",
        "ninety per cent",
        "by Christmas",
    ],
)
def test_what_can_be_checked_is_a_measure_or_a_date(text):
    assert has_measure_or_date(text)


@pytest.mark.parametrize("text", ["it may be so", "next quarter", "they march on", "soon", "one"])
def test_what_cannot_be_checked_is_none(text):
    assert not has_measure_or_date(text)


def test_words_of_intention_are_told_once_each():
    assert intentions("It will be, and it WILL be, under way soon.") == (
        "will",
        "under way",
        "soon",
    )
    assert intentions("It is done.") == ()


def test_words_are_quoted_as_a_person_lists_them():
    assert quoted([]) == ""
    assert quoted(["one"]) == "“one”"
    assert quoted(["one", "two", "three"]) == "“one”, “two” and “three”"


@given(st.text(), st.text())
def test_a_share_lies_between_nothing_and_all_and_is_the_same_both_ways(one, other):
    first, second = stems(one).keys(), stems(other).keys()
    share = share_in_common(first, second)
    assert 0 <= share <= 1
    assert share == share_in_common(second, first)
    assert bool(shared(one, other)) is (share > 0)


LATER = earlier(
    "A supervisor checks every stalking risk assessment within the shift.",
    published=date(2026, 2, 12),
    uid="later",
)
SAME = "A supervisor should check each risk assessment of stalking before the shift ends."
OTHER = "Custody records were missing in fourteen cells."


def test_a_finding_that_reads_the_same_is_found_among_others():
    found = alike(LATER, [earlier(SAME, uid="same"), earlier(OTHER, uid="other")])
    assert [place.finding.uid for place in found] == ["same"]


@pytest.mark.parametrize("published", [date(2026, 2, 12), date(2026, 5, 1), None])
def test_only_earlier_reports_are_looked_at(published):
    assert not alike(LATER, [earlier(SAME, published=published)])


def test_a_finding_without_a_date_repeats_nothing():
    undated = replace(LATER, report=replace(LATER.report, published=None))
    assert not alike(undated, [earlier(SAME)])


def test_a_few_words_in_a_long_text_are_not_enough():
    long = SAME + " " + " ".join(f"{letter * 5}word" for letter in "bcdfghjklmnpqrstvwxyz")
    later = replace(LATER, finding=replace(LATER.finding, text=LATER.finding.text + OTHER * 3))
    many = replace(later.finding, text=f"{later.finding.text} Vehicles, drones, horses, kennels.")
    assert not alike(replace(later, finding=many), [earlier(long)])


def test_the_most_alike_come_first_and_no_more_than_a_few():
    near = [earlier(SAME, uid=f"same {n}") for n in range(4)]
    exact = earlier(LATER.finding.text, uid="z exact")
    found = alike(LATER, [*near, exact])
    assert found[0] is exact
    assert len(found) == MOST_ALIKE


_SEVERAL = ["supervisor", "stalking", "custody", "assess", "shift", "check", "record", "victim"]
_TEXTS = st.lists(st.sampled_from(_SEVERAL), max_size=9).map(" ".join)


@given(st.lists(_TEXTS, max_size=12), _TEXTS)
def test_an_index_of_words_finds_what_comparing_every_one_finds(texts, text):
    others = [earlier(each, uid=f"{n:02}") for n, each in enumerate(texts)]
    later = replace(LATER, finding=replace(LATER.finding, text=text))
    by_word = FindingsByWord([*others, later])
    assert by_word.alike(later) == alike(later, [*others, later])
    assert by_word.uids == tuple(place.finding.uid for place in [*others, later])
