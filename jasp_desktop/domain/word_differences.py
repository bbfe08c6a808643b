"""Two texts word by word: what stayed, what was taken out, what was put in."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

MOST_PAIRS = 100_000
"""Pairs of equal words that are weighed; past them, a stretch counts as written anew."""

_WORD = re.compile(r"\s*\S+")

type _Span = tuple[int, int]
"""The first word of a stretch, and the first after it."""


class PieceKind(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class WordPiece:
    """Some words of the joined text: where they begin, and how many characters they are."""

    kind: PieceKind
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class WordDifferences:
    """Both texts in one, what was taken out before what was put in its place."""

    text: str
    pieces: tuple[WordPiece, ...]

    def words_of(self, piece: WordPiece) -> str:
        """Return the words of a piece."""
        return self.text[piece.start : piece.start + piece.length]

    @property
    def kept_share(self) -> float:
        """Return which part of all the letters stayed, from 0 to 1; 1 of no letters."""
        kept = sum(piece.length for piece in self.pieces if piece.kind is PieceKind.KEPT)
        return kept / len(self.text) if self.text else 1.0


def word_differences(before: str | None, after: str | None) -> WordDifferences:
    """Compare two texts by their words.

    The effort is bounded: where long texts have too much in common to be weighed, what lies between
    the words that both begin and end with counts as taken out and put in.
    """
    old, new = _WORD.findall(before or ""), _WORD.findall(after or "")
    text = ""
    pieces: list[WordPiece] = []
    for kind, words in _pieces(old, new):
        said = "".join(words)
        if text and not said[:1].isspace():
            text += " "
        elif not text:
            said = said.lstrip()
        pieces.append(WordPiece(kind, len(text), len(said)))
        text += said
    return WordDifferences(text, tuple(pieces))


def _pieces(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[PieceKind, Sequence[str]]]:
    old_words, new_words = _plain(old), _plain(new)
    for tag, (first, last), (start, end) in _steps(old_words, new_words):
        if tag == "equal":
            yield PieceKind.KEPT, new[start:end]
            continue
        if first < last:
            yield PieceKind.REMOVED, old[first:last]
        if start < end:
            yield PieceKind.ADDED, new[start:end]


def _plain(words: Sequence[str]) -> list[str]:
    return [word.strip() for word in words]


def _steps(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, _Span, _Span]]:
    head = _shared(old, new)
    shorter = min(len(old), len(new)) - head
    tail = min(_shared(old[::-1], new[::-1]), shorter)
    left, right = len(old) - tail, len(new) - tail
    if head:
        yield "equal", (0, head), (0, head)
    yield from _between(old, new, (head, left), (head, right))
    if tail:
        yield "equal", (left, len(old)), (right, len(new))


def _between(
    old: Sequence[str], new: Sequence[str], was: _Span, now: _Span
) -> Iterator[tuple[str, _Span, _Span]]:
    olds, news = old[slice(*was)], new[slice(*now)]
    counts = Counter(news)
    if sum(counts[word] for word in olds) > MOST_PAIRS:
        yield "replace", was, now
        return
    matcher = SequenceMatcher(None, olds, news, autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        yield tag, (was[0] + first, was[0] + last), (now[0] + start, now[0] + end)


def _shared(old: Sequence[str], new: Sequence[str]) -> int:
    """Return with how many equal words two texts begin."""
    pairs = zip(old, new, strict=False)
    return next(
        (place for place, (one, other) in enumerate(pairs) if one != other),
        min(len(old), len(new)),
    )
