"""Cues in a passage: what it speaks of, whom it leaves out, which numbers it names."""

import re
from collections.abc import Iterator

from jasp_desktop.domain.vocabulary import FindingKind
from jasp_desktop.exchange.letters.names_in_text import ANY_INSPECTORATE

_FIRST_PERSON = re.compile(r"\W*(?:I|My|As (?:your |the )?(?:PCC|Police|Commissioner)|We)\b")
_ONE_PERSON = re.compile(r"\bI\b|\b[Mm]y\b")
_OWN_WORDS = re.compile(
    r"\bI\b|\bmy (?:office|response|comments)\b|\b[Tt]his (?:response|letter)\b"
)
_THE_REPORT = re.compile(
    r"\b(?:the|this|their|joint|national|its) (?:\w+ )?"
    r"(?:reports?|inspections?|inspectorates?|review|thematic)\b"
    rf"|\binspectors\b|\b(?:{ANY_INSPECTORATE})",
    re.IGNORECASE,
)
_LINK_ONLY = re.compile(r"\W*\[[^\]]*\]\([^)]*\)\W*|[^.]*\b(?:found|read|available) here\W*")
_SEVERAL = re.compile(
    r"\b(?:recommendations|findings|areas for improvement|AFIs|the report|this report"
    r"|inspections?)\b",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"\b(?:all|these|both|each of the) (?:of |the |our |its )*(?:HMIC\w* |outstanding )?"
    r"(?:recommendations|AFIs|areas for improvement|findings)\b",
    re.IGNORECASE,
)
_ALL_OF_A_KIND = re.compile(
    r"\b(?:all(?: of)?|both(?: of)?|each of)(?: the| these| its)?(?: \w+)? "
    r"(?:(?P<recommendations>recommendations)|(?P<areas>areas for improvement|AFIs))\b",
    re.IGNORECASE,
)
_NO_ANSWER = re.compile(
    r"\W*(?:no (?:further )?comments?|n/?a|not applicable|nil|none|see above|as above)?\W*",
    re.IGNORECASE,
)
_DUTIES_FOLLOW = re.compile(r"\b(?:should|must|needs? to)\W*:\s*$", re.IGNORECASE)
_POSITION_LABEL = re.compile(r"(?:status|position|accepted\??)", re.IGNORECASE)
_MENTIONED = re.compile(
    r"\b(?P<what>recommendations?|AFIs?|areas? for improvement|recs?\.?)\s+(?:numbers?\s+)?"
    r"(?P<list>\d+(?:\.\d+)?(?:\s*(?:,|and|&|to|-|–)+\s*\d+(?:\.\d+)?)*)\b",
    re.IGNORECASE,
)
_LONGEST_RANGE = 40


def describes_the_report(text: str, *, is_response: bool) -> bool:
    """Tell whether a passage tells of the report rather than what its reader thinks or does."""
    if _LINK_ONLY.fullmatch(text) or (is_response and _OWN_WORDS.search(text)):
        return False
    return bool(_THE_REPORT.search(text)) and not _FIRST_PERSON.match(text)


def speaks_of_all(text: str) -> bool:
    """Tell whether a passage after an answer leaves the one finding for all of them."""
    is_own_view = _FIRST_PERSON.match(text) and _SEVERAL.search(text)
    return bool(is_own_view or _ALL.search(text))


def speaks_as_one(text: str) -> bool:
    """Tell whether one person speaks: “I”, “my”."""
    return bool(_ONE_PERSON.search(text))


def says_nothing(text: str) -> bool:
    """Tell whether an answer is a blank: “No further comment”, “N/A”."""
    return bool(_NO_ANSWER.fullmatch(text))


def is_followed_by_duties(text: str) -> bool:
    """Tell whether a text ends with “should:”, so that a list of what is asked follows."""
    return bool(_DUTIES_FOLLOW.search(text))


def is_position_label(words: str) -> bool:
    """Tell whether a label such as “Status” comes before an answer's position."""
    return bool(_POSITION_LABEL.fullmatch(words))


def kind_named_whole(text: str) -> FindingKind | None:
    """Return the kind of finding of which a text names all: “all of the recommendations”."""
    match = _ALL_OF_A_KIND.search(text)
    if match is None:
        return None
    is_area = match["areas"] is not None
    return FindingKind.AREA_FOR_IMPROVEMENT if is_area else FindingKind.RECOMMENDATION


def numbers_mentioned(text: str) -> Iterator[tuple[bool, str]]:
    """Yield the numbers of findings that a text names, each with whether it is an AFI's."""
    for match in _MENTIONED.finditer(text):
        is_area = match["what"].lower().startswith(("afi", "area"))
        for number in _expanded(match["list"]):
            yield is_area, number


def _expanded(words: str) -> list[str]:
    """Return the numbers of “1, 2 and 4” or “1 to 3”."""
    found: list[str] = []
    parts = re.findall(r"\d+(?:\.\d+)?|to|-|–", words)
    for part, following in zip(parts, [*parts[1:], ""], strict=True):
        if part[0].isdigit():
            found.append(part)
        elif found and found[-1].isdecimal() and following.isdecimal():
            first, last = int(found[-1]), int(following)
            if first < last < first + _LONGEST_RANGE:
                found += [str(number) for number in range(first + 1, last)]
    return found


def follows(before: str, number: str) -> bool:
    """Tell whether a printed number may be the next after another: 2 after 1, 2.1 after 2."""
    first, second = before.split("."), number.split(".")
    if len(second) > len(first):
        return second[:-1] == first and second[-1] == "1"
    if len(second) < len(first):
        return True
    is_numeric = first[-1].isdecimal() and second[-1].isdecimal()
    return is_numeric and first[:-1] == second[:-1] and int(second[-1]) == int(first[-1]) + 1
