import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain import vocabulary
from jasp_desktop.domain.vocabulary import (
    EvidenceKind,
    ForceStatus,
    Grade,
    HmicfrsPosition,
    Openness,
    Purpose,
    ReportKind,
    Vocabulary,
    lower_first,
)

LISTS = [
    each
    for each in vars(vocabulary).values()
    if isinstance(each, type) and issubclass(each, Vocabulary) and each is not Vocabulary
]


@pytest.mark.parametrize("words", LISTS, ids=lambda each: each.__name__)
def test_every_word_reads_in_sentence_case_without_underscores(words):
    for word in words:
        assert "_" not in word.words
        assert word.words[0].isupper()
        assert word.is_known


def test_the_fields_own_spellings_are_kept():
    assert ReportKind.PEEL.words == "PEEL"
    assert ForceStatus.COMPLETE_AWAITING_EVIDENCE.words == "Complete, awaiting evidence"
    assert HmicfrsPosition.CLOSED_BY_HMICFRS.words == "Closed by HMICFRS"
    assert Openness.NON_PUBLIC.words == "Non Public"
    assert Openness.PUBLIC.words == "Public"
    assert Purpose.FOR_CONSIDERATION.words == "For Consideration"
    assert Grade.REQUIRES_IMPROVEMENT.words == "Requires improvement"


@given(st.from_regex(r"[a-z][a-z0-9_]{0,79}", fullmatch=True))
def test_a_word_of_a_later_program_is_kept_as_found(text):
    word = ReportKind(text)
    assert word == text
    assert str(word) == text
    assert hash(word) == hash(ReportKind(text))
    assert word.is_known == (text in set(ReportKind))


def test_an_unknown_status_counts_as_open():
    unknown = ForceStatus("parked_for_now")
    assert unknown.is_open
    assert not unknown.is_known
    assert unknown.words == "Parked for now"


@pytest.mark.parametrize("value", ["", "In progress", "1st", "a" * 81, 7, None])
def test_what_is_no_word_is_refused(value):
    with pytest.raises(ValueError, match="not a valid"):
        ForceStatus(value)


def test_three_words_of_the_force_end_its_work():
    ended = {status for status in ForceStatus if not status.is_open}
    assert ended == {
        ForceStatus.CLOSED_BY_FORCE,
        ForceStatus.NO_FURTHER_ACTION,
        ForceStatus.NOT_APPLICABLE,
    }


def test_within_a_sentence_only_a_name_in_capitals_keeps_them():
    assert ForceStatus.CLOSED_BY_FORCE.in_sentence == "closed by force"
    assert EvidenceKind.HMICFRS_LETTER.in_sentence == "HMICFRS letter"
    assert HmicfrsPosition.CLOSED_BY_HMICFRS.in_sentence == "closed by HMICFRS"
    assert ForceStatus("a_later_word").in_sentence == "a later word"
    assert ReportKind.PCC_COMMISSIONED.in_sentence == "PCC-commissioned"


@pytest.mark.parametrize(
    ("words", "going_on"),
    [("Delayed", "delayed"), ("HMICFRS letter", "HMICFRS letter"), ("AFI 2", "AFI 2"), ("", "")],
)
def test_names_in_capitals_keep_them(words, going_on):
    assert lower_first(words) == going_on
