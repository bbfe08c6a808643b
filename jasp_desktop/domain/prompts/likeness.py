"""Which findings of earlier reports read like one another."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nsmallest

from jasp_desktop.domain.dossier import Place
from jasp_desktop.domain.identity import FindingUid
from jasp_desktop.domain.prompts.wording import central_words, share_in_common, stems

KEY_WORDS = 6
"""The longest words of a finding, some of which an earlier one must have to be compared at all."""

LEAST_KEY_WORDS = 3
MOST_COMPARED = 100
"""Findings that are compared with one: those with the most of its key words."""

LEAST_WORDS = 4
LEAST_SHARE = 0.5
"""Of the shorter text's words that carry meaning, the share that the other must have."""

MOST_ALIKE = 2


@dataclass(frozen=True, slots=True)
class _Read:
    """A finding with the stems of its words, read once however often it is compared."""

    place: Place
    stems: frozenset[str]


def key_stems(text: str) -> frozenset[str]:
    """Return the stems by which findings that could be alike are looked for."""
    return frozenset(central_words(text, KEY_WORDS))


def alike(later: Place, others: Iterable[Place]) -> tuple[Place, ...]:
    """Return the findings of earlier reports that read like this one, the most alike first."""
    return _most_alike(_read(later), (_read(other) for other in others))


class FindingsByWord:
    """Many findings by the words in them, to be asked which are alike."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._read = tuple(_read(place) for place in places)
        self._with: defaultdict[str, list[int]] = defaultdict(list)
        for number, each in enumerate(self._read):
            for stem in each.stems:
                self._with[stem].append(number)

    @property
    def uids(self) -> tuple[FindingUid, ...]:
        """Return the findings."""
        return tuple(each.place.finding.uid for each in self._read)

    def alike(self, later: Place) -> tuple[Place, ...]:
        """Return what ``alike`` finds among all of them, without comparing every one."""
        counts: Counter[int] = Counter()
        for stem in key_stems(later.finding.text):
            counts.update(self._with.get(stem, ()))
        near = [
            (-count, self._read[number].place.finding.uid, number)
            for number, count in counts.items()
            if count >= LEAST_KEY_WORDS and _comes_before(self._read[number].place, later)
        ]
        nearest = nsmallest(MOST_COMPARED, near)
        return _most_alike(_read(later), (self._read[number] for _, _, number in nearest))


def _read(place: Place) -> _Read:
    return _Read(place, frozenset(stems(place.finding.text)))


def _most_alike(later: _Read, others: Iterable[_Read]) -> tuple[Place, ...]:
    keys = key_stems(later.place.finding.text)
    near = [
        (share, other.place)
        for other in others
        if len(keys & other.stems) >= LEAST_KEY_WORDS
        and len(later.stems & other.stems) >= LEAST_WORDS
        and (share := share_in_common(later.stems, other.stems)) >= LEAST_SHARE
        and _comes_before(other.place, later.place)
    ]
    ranked = sorted(near, key=lambda one: (-one[0], one[1].finding.uid))
    return tuple(place for _, place in ranked[:MOST_ALIKE])


def _comes_before(other: Place, later: Place) -> bool:
    """Tell whether another finding is of a report that came out before this one's."""
    first, second = other.report.published_on, later.report.published_on
    return first is not None and second is not None and first.last < second.first
