"""Pasted words are read like a text file, and refused with a sentence where they cannot be."""

from dataclasses import replace

import pytest

from jasp_desktop.domain.errors import Cancelled
from jasp_desktop.domain.progress import Silent
from jasp_desktop.exchange.letters.proposing import propose, propose_text
from jasp_desktop.exchange.reading_child import EmptyFile, TooLargeFile
from tests.exchange.letters.corpus_facts import CORPUS, TODAY
from tests.exchange.letters.test_hostile_files import StopAtOnce

LETTER = CORPUS / "two-reports.txt"


def test_a_pasted_letter_proposes_what_its_file_does():
    text = LETTER.read_text(encoding="utf-8")
    pasted = propose_text("Pasted text", text, today=TODAY, progress=Silent())
    assert pasted == replace(propose(LETTER, today=TODAY, progress=Silent()), file="Pasted text")


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_no_words_are_refused(text: str):
    with pytest.raises(EmptyFile, match="“Pasted text” is empty"):
        propose_text("Pasted text", text, today=TODAY, progress=Silent())


def test_more_words_than_any_letter_has_are_refused():
    with pytest.raises(TooLargeFile, match="paste the letter alone"):
        propose_text("Pasted text", "word " * 250_000, today=TODAY, progress=Silent())


def test_a_stop_is_heard_before_the_reading():
    with pytest.raises(Cancelled):
        propose_text("Pasted text", "Dear Home Secretary", today=TODAY, progress=StopAtOnce())
