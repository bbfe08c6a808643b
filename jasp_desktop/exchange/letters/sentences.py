"""Splits prose into sentences, and folds words for comparison."""

import re
import unicodedata

_END = re.compile(r"(?<=[.!?])[”’\"')\]]*\s+(?=[“‘\"'(\[]?[A-Z0-9])")
_NOT_AN_END = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Rt|Hon|St|No|Nos|Rec|Supt|Insp|Sgt|para|paras|pp?|vs|etc|e\.g|i\.e"
    r"|[A-Z])\.$"
)
_LONGEST_SHORT_FORM = 8
_QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-"})


def sentences_of(text: str) -> list[str]:
    """Return a text's sentences in order; nothing is dropped but the blanks between them."""
    found: list[str] = []
    start = 0
    for match in _END.finditer(text):
        # Only the last word counts, so that a text of nothing but initials costs no time.
        before = text[max(start, match.start() - _LONGEST_SHORT_FORM) : match.start()]
        if not _NOT_AN_END.search(before):
            found.append(text[start : match.end()].strip())
            start = match.end()
    found.append(text[start:].strip())
    return [sentence for sentence in found if sentence]


def folded(text: str) -> str:
    """Return a text's words alone, so that two copies of it compare as one."""
    plain = unicodedata.normalize("NFKC", text).translate(_QUOTES).casefold()
    return " ".join(re.findall(r"\w+", plain))


def straightened(text: str) -> str:
    """Return a text of the same length with plain quotes, dashes and spaces, for matching."""
    return text.translate(_QUOTES).replace("\u00a0", " ")
