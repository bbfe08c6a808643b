"""Two texts are compared word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain.word_differences import (
    MOST_PAIRS,
    PieceKind,
    word_differences,
)


def told(before, after):
    found = word_differences(before, after)
    return [(piece.kind, found.words_of(piece).strip()) for piece in found.pieces]


def test_words_taken_out_come_before_the_words_in_their_place():
    assert told("Training by June is done.", "Training by October is done.") == [
        (PieceKind.KEPT, "Training by"),
        (PieceKind.REMOVED, "June"),
        (PieceKind.ADDED, "October"),
        (PieceKind.KEPT, "is done."),
    ]
    found = word_differences("Training by June is done.", "Training by October is done.")
    assert found.text == "Training by June October is done."


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [
        (None, "Words", [PieceKind.ADDED]),
        ("Words", None, [PieceKind.REMOVED]),
        (None, None, []),
        ("Words", "Words", [PieceKind.KEPT]),
        ("A b", "b", [PieceKind.REMOVED, PieceKind.KEPT]),
        ("A b", "A b c", [PieceKind.KEPT, PieceKind.ADDED]),
        ("a a", "a", [PieceKind.KEPT, PieceKind.REMOVED]),
    ],
)
def test_a_text_may_come_go_or_stay(before, after, kinds):
    assert [kind for kind, _ in told(before, after)] == kinds


def test_other_spaces_between_the_same_words_are_no_difference():
    respaced = told("All six\nare in post.", "All  six are in post. ")
    assert {kind for kind, _ in respaced} == {PieceKind.KEPT}
    assert {kind for kind, _ in told("All six", "All seven")} == set(PieceKind)


def test_words_do_not_run_into_one_another():
    assert word_differences("one", "two").text == "one two"
    assert word_differences("\n one two", "two").text == "one two"


def test_long_texts_with_too_much_in_common_count_as_written_anew():
    words = int(MOST_PAIRS**0.5) + 1
    before, after = "first " + "the a " * words, "first " + "a the b " * words
    assert [kind for kind, _ in told(before, after)] == [
        PieceKind.KEPT,
        PieceKind.REMOVED,
        PieceKind.ADDED,
    ]


WORDS = st.lists(st.sampled_from(["the", "six", "officers", "are", "in", "post,", "Gŵyr"])).flatmap(
    lambda words: st.sampled_from([" ", "\n", "  "]).map(lambda space: space.join(words))
)


@given(before=WORDS | st.text(), after=WORDS | st.text())
def test_what_is_kept_with_what_went_or_came_is_the_one_text_or_the_other(before, after):
    found = word_differences(before, after)
    for gone, text in ((PieceKind.ADDED, before), (PieceKind.REMOVED, after)):
        words = [found.words_of(piece) for piece in found.pieces if piece.kind is not gone]
        assert " ".join(words).split() == text.split()
    places = [(piece.start, piece.start + piece.length) for piece in found.pieces]
    assert places == sorted(places)
    assert all(start < end for start, end in places)


def test_the_kept_share_tells_how_much_of_two_texts_is_the_same():
    assert word_differences("one two", "one two").kept_share == 1
    assert word_differences("one two", "three four").kept_share == 0
    assert 0 < word_differences("one two", "one four").kept_share < 1
    assert word_differences("", None).kept_share == 1
