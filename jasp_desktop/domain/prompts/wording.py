"""Words in texts: which carry meaning, which promise, which measure; how alike two texts are.

Plain lists and comparisons that a person can check by eye; nothing here weighs or learns.
"""

import re
from collections.abc import Sequence, Set

from jasp_desktop.domain.dates import MONTHS, WEEKDAYS
from jasp_desktop.domain.tracker_keys import folded

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_SHORTEST = 4
_STEM = 6
"""Letters by which two words count as the same: “assess”, “assessed” and “assessment”."""

_COMMON_WORDS = (
    "about above after again against agree along already also always among another areas "
    "because been before being below between both cannot case cases chief chiefs clear come "
    "commissioner commissioners constable constables could council councils crime days does "
    "doing done down during each either ensure every everyone finding first force forces found "
    "from further give given good have having here hours immediately improve improvement "
    "inspectors into itself keep kept know known last less made make makes making many members "
    "month months more most much must national need needs next number officer officers often "
    "once only other others over panel people police policing quarter quickly rather reason "
    "recommend recommendation recommendations report reports same several shall should since "
    "some still such sure take taken than that their them then there these they thing things "
    "this those through time times today together under until upon very well were what when "
    "where whether which while whole will with within without work working would year years "
    "your"
)
_COMMON = frozenset(_COMMON_WORDS.split())

_NUMBERS_AND_SEASONS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred "
    "thousand dozen half nought none spring summer autumn winter christmas easter"
)
_PLAIN_MONTHS = [month for month in MONTHS if month not in {"March", "May"}]
_MEASURE = re.compile(
    r"\d|%|\bper cent\b|\b(?:quarter|third|fifth|sixth|eighth|tenth)s? of\b|\b(?:"
    + "|".join(_NUMBERS_AND_SEASONS.split())
    + r")\b",
    re.IGNORECASE,
)
# With their capital only: “may” and “march” are words of every day.
_DAY = re.compile(
    r"\b(?:" + "|".join([*_PLAIN_MONTHS, *WEEKDAYS]) + r")\b"
    r"|\b(?:in|by|from|since|of|until|before|after|end of|early|late)\s+(?:March|May)\b"
)
_INTENTION = re.compile(
    r"\b(?:will|shall|intends?|intended|plans? to|planned|planning|aims? to|aiming|hopes?|hoping"
    r"|expects? to|expected to|seeks? to|seeking|looking (?:at|for|to|into)|committed"
    r"|continu(?:e|es|ing)(?: to)?|working towards|under ?way|ongoing|in progress"
    r"|progress (?:is|has|continues)|actively|in due course|as soon as|shortly|soon"
    r"|explor(?:e|es|ing)|being (?:considered|developed|reviewed|explored|progressed)"
    r"|(?:is|are) (?:considering|developing|reviewing|progressing))\b",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    """Return a text as it is compared: small letters, single spaces, one kind of quote."""
    return folded(text).replace("'", "’")


def stems(text: str) -> dict[str, str]:
    """Return the words that carry meaning, each by its stem, in the order they first stand."""
    found: dict[str, str] = {}
    for word in _WORD.findall(text):
        lowered = word.casefold()
        if len(lowered) >= _SHORTEST and lowered not in _COMMON:
            found.setdefault(lowered[:_STEM], word)
    return found


def central_words(text: str, most: int) -> dict[str, str]:
    """Return the longest words that carry meaning, by their stems, in the order they stand."""
    found = stems(text)
    longest = sorted(found, key=lambda stem: (-len(found[stem]), stem))[:most]
    return {stem: word for stem, word in found.items() if stem in longest}


def intentions(text: str) -> tuple[str, ...]:
    """Return the words by which a text speaks of what is still to come, each once."""
    return tuple(dict.fromkeys(match.casefold() for match in _INTENTION.findall(text)))


def has_measure_or_date(text: str) -> bool:
    """Tell whether a text holds a number, a share, or a day, month or season to hold it to."""
    return bool(_MEASURE.search(text) or _DAY.search(text))


def shared(text: str, other: str) -> tuple[str, ...]:
    """Return the words that carry meaning in both texts, as the first has them."""
    there = stems(other)
    return tuple(word for stem, word in stems(text).items() if stem in there)


def share_in_common(one: Set[str], other: Set[str]) -> float:
    """Return which share of the fewer words are among the others as well, from 0 to 1."""
    fewest = min(len(one), len(other))
    return len(one & other) / fewest if fewest else 0.0


def quoted(words: Sequence[str]) -> str:
    """Return “words”, “each” and “quoted”."""
    each = [f"“{word}”" for word in words]
    return " and ".join(part for part in (", ".join(each[:-1]), each[-1]) if part) if each else ""
