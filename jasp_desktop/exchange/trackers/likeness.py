"""How alike texts are. All are given folded: in lower case, with single spaces."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz, process

ALIKE = 82
"""Per cent from which a person is asked whether a row is an action of the register."""
SAME = 90
"""Per cent from which a title or a recommendation is taken for one that the register has."""

_FIGURES = re.compile(r"\d+")
_MOST = 5


def alike(words: str, texts: Sequence[str]) -> list[tuple[int, int]]:
    """Return the texts that are like a row's words: their places and likeness, the likest first."""
    found = process.extract(words, texts, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=_MOST)
    return [(place, int(score)) for _, score, place in found]


def same(words: str, texts: Sequence[str]) -> list[int]:
    """Return the places of the texts that say the same, the likest first.

    A report of 2023 is not the report of 2025, however alike the rest: figures must agree.
    """
    figures = _FIGURES.findall(words)
    found = process.extract(words, texts, scorer=fuzz.ratio, score_cutoff=SAME, limit=None)
    return [place for text, _, place in found if _FIGURES.findall(text) == figures]
