"""By what a tracker's row is found again: its reference, else its finding and its own words."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from functools import lru_cache
from hashlib import sha256

from jasp_desktop.domain.trackers import TrackerMapping, TrackerRow

_APART = "\x1f"
_SPACES = re.compile(r"\s+")
_BEFORE_NUMBER = re.compile(r"(?:(?:recommendation|rec|number|no|afi|action)\b[ .:]*)+")
_DIGEST = 16


def folded(words: str | None) -> str:
    """Return words in lower case with single spaces, by which two are the same."""
    return " ".join(words.split()).casefold() if words else ""


def plain_reference(reference: str) -> str:
    """Return a reference without its spaces and capitals: “4A 000123” is “4a000123”."""
    return _SPACES.sub("", reference).casefold()


@lru_cache(maxsize=4_096)
def plain_number(number: str | None) -> str:
    """Return a finding's number as printed, without what stands around it: “Rec 7.1.” is “7.1”."""
    return _BEFORE_NUMBER.sub("", folded(number), count=1).strip(" .:()")


@dataclass(frozen=True, slots=True)
class RowKey:
    """The key of one row.

    ``base`` is the reference, or the report, number and part; ``words`` tells rows of one base
    apart, and is empty where there is a reference.
    """

    base: str
    words: str = ""

    @property
    def text(self) -> str:
        """Return it as a certificate keeps it."""
        return f"{self.base}{_APART}{self.words}" if self.words else self.base


def key_from_text(text: str) -> RowKey:
    """Return a key that a certificate kept."""
    base, apart, words = text.rpartition(_APART)
    return RowKey(base, words) if apart else RowKey(text)


def row_key(row: TrackerRow, mapping: TrackerMapping) -> RowKey | None:
    """Return the key of a row; None where nothing says which action it is."""
    if row.reference:
        return RowKey(f"ref {plain_reference(row.reference)}")
    said = [folded(each) for each in (row.finding_text, row.sub_text, row.action_text)]
    number = plain_number(row.finding_number)
    if not number and not any(said):
        return None
    report = folded(row.report) or (mapping.report or "")
    part = plain_number(row.sub_number) or _digest(said[1:2])
    return RowKey(f"no {report} | {number} | {part}", _digest([said[0], said[2]]))


def _digest(words: Sequence[str]) -> str:
    if not any(words):
        return ""
    return sha256(_APART.join(words).encode()).hexdigest()[:_DIGEST]


@dataclass(frozen=True, slots=True)
class Repeats:
    """Rows of one file with the same key.

    ``same`` gives, for a row that says what an earlier one says, that one's number; ``clashing``,
    for a row that says something else under the same key, the numbers of all of them.
    """

    same: Mapping[int, int]
    clashing: Mapping[int, tuple[int, ...]]


def repeats(rows: Iterable[tuple[RowKey, TrackerRow]]) -> Repeats:
    """Find the rows that stand twice."""
    by_key: defaultdict[str, list[TrackerRow]] = defaultdict(list)
    for key, row in rows:
        by_key[key.text].append(row)
    same: dict[int, int] = {}
    clashing: dict[int, tuple[int, ...]] = {}
    for group in by_key.values():
        if len(group) == 1:
            continue
        first, *others = group
        if all(_saying(row) == _saying(first) for row in others):
            same |= {row.number: first.number for row in others}
        else:
            clashing |= dict.fromkeys((r.number for r in group), tuple(r.number for r in group))
    return Repeats(same, clashing)


def _saying(row: TrackerRow) -> tuple[object, ...]:
    """Return all that a row says, without where it stands."""
    plain = replace(row, number=0, waiting=(), faults=(), remarks=())
    return astuple(plain)


def single_bases(keys: Iterable[RowKey]) -> set[str]:
    """Return the bases that one key alone has."""
    return {base for base, count in Counter(key.base for key in keys).items() if count == 1}
