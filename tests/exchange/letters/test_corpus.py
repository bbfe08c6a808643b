"""Letters in many layouts: what is proposed is right, and most of what is there is proposed."""

from pathlib import Path

import pytest

from jasp_desktop.domain.progress import Silent
from jasp_desktop.exchange.letters.file_words import read_file
from jasp_desktop.exchange.letters.proposing import propose
from tests.exchange.letters import built_letters, copies
from tests.exchange.letters.corpus_facts import (
    BUILT,
    LETTERS,
    TODAY,
    Score,
    expected_of,
    file_of,
    proposal_of,
    score_of,
)

LEAST_RECALL = 0.9
ENDINGS = {"run-in-headings": ".docx", "one-big-table": ".docx", "running-headers": ".pdf"}


def names(letter: Path) -> str:
    return letter.name


@pytest.mark.parametrize("letter", LETTERS, ids=names)
def test_nothing_is_proposed_that_is_not_in_the_letter(letter: Path):
    assert score_of(proposal_of(letter), expected_of(letter)).wrong == []


@pytest.mark.parametrize("letter", LETTERS, ids=names)
def test_copies_in_other_formats_are_read_as_well(letter: Path, tmp_path: Path):
    blocks = read_file(file_of(letter), Silent()).blocks
    expected = expected_of(letter)
    # A copy of a letter's blocks has no links.
    for report in expected["reports"]:
        report.pop("link", None)
    missed = score_of(proposal_of(letter), expected).missed
    for ending in ("html", "docx", "pdf"):
        copy = tmp_path / f"copy.{ending}"
        getattr(copies, f"write_{ending}")(blocks, copy)
        score = score_of(propose(copy, today=TODAY, progress=Silent()), expected)
        assert (ending, score.wrong, score.missed) == (ending, [], missed)


@pytest.mark.parametrize("letter", BUILT, ids=names)
def test_layouts_of_word_and_pdf_are_read_whole(letter: Path, tmp_path: Path):
    path = tmp_path / letter.with_suffix(ENDINGS[letter.name]).name
    getattr(built_letters, f"write_{letter.name.replace('-', '_')}")(path)
    score = score_of(propose(path, today=TODAY, progress=Silent()), expected_of(letter))
    assert (score.wrong, score.missed) == ([], [])


def test_of_each_kind_of_fact_nearly_all_is_found():
    total = Score()
    for letter in LETTERS:
        total.add(score_of(proposal_of(letter), expected_of(letter)))
    fields = set(total.right) | {missed.partition(":")[0] for missed in total.missed}
    for field in sorted(fields):
        missed = sum(each.partition(":")[0] == field for each in total.missed)
        recall = total.right[field] / (total.right[field] + missed)
        assert recall >= LEAST_RECALL, (field, recall)
