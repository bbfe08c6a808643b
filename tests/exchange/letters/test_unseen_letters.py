"""Letters that were written before the reader met them: what it proposes of them is right."""

from pathlib import Path

import pytest

from jasp_desktop.domain.progress import Silent
from jasp_desktop.exchange.letters.file_words import read_file
from jasp_desktop.exchange.letters.proposing import propose
from tests.exchange.letters import copies
from tests.exchange.letters.corpus_facts import (
    TODAY,
    UNSEEN,
    Score,
    expected_of,
    file_of,
    proposal_of,
    score_of,
)
from tests.exchange.letters.test_nothing_vanishes import check

LEAST_RECALL = 0.95


def names(letter: Path) -> str:
    return letter.name


@pytest.mark.parametrize("letter", UNSEEN, ids=names)
def test_nothing_is_proposed_that_is_not_in_the_letter(letter: Path):
    assert score_of(proposal_of(letter), expected_of(letter)).wrong == []


@pytest.mark.parametrize("letter", UNSEEN, ids=names)
def test_every_line_is_cited_or_listed(letter: Path):
    check(read_file(file_of(letter), Silent()))


@pytest.mark.parametrize("ending", ["html", "docx", "pdf"])
def test_copies_in_other_formats_bring_nothing_wrong_and_nearly_all(ending: str, tmp_path: Path):
    total = Score()
    for letter in UNSEEN:
        expected = expected_of(letter)
        for report in expected["reports"]:
            report.pop("link", None)
        copy = tmp_path / f"{letter.name}.{ending}"
        getattr(copies, f"write_{ending}")(read_file(file_of(letter), Silent()).blocks, copy)
        total.add(score_of(propose(copy, today=TODAY, progress=Silent()), expected))
    assert total.wrong == []
    assert recall_of(total) >= LEAST_RECALL


def test_nearly_all_that_the_letters_say_is_found():
    total = Score()
    for letter in UNSEEN:
        total.add(score_of(proposal_of(letter), expected_of(letter)))
    assert recall_of(total) >= LEAST_RECALL


def recall_of(score: Score) -> float:
    right = sum(score.right.values())
    return right / (right + len(score.missed))
