"""What a heading, a lead-in or a label announces: the kinds of place a letter has."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from jasp_desktop.domain.vocabulary import AuthorRole, FindingKind
from jasp_desktop.exchange.letters.names_in_text import CHIEF, COMMISSIONER


class Place(Enum):
    """What stands in a stretch of text."""

    OPEN = auto()
    DESCRIPTION = auto()
    FINDINGS = auto()
    ELEMENTS = auto()
    ANSWER = auto()


@dataclass(frozen=True, slots=True)
class Topic:
    """What a heading or lead-in announces.

    ``kind`` is the kind of the findings under it; ``role`` whose answer follows; ``theme`` the
    words that head a list of elements. With ``is_one`` the lead-in begins a single finding, of
    which the list is the rest.
    """

    place: Place
    kind: FindingKind | None = None
    role: AuthorRole | None = None
    theme: str | None = None
    is_one: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """“Recommendation 3” at the head of a text, with what follows it."""

    kind: FindingKind
    number: str | None
    rest: str


OPEN = Topic(Place.OPEN)

_KINDS: Mapping[FindingKind, str] = {
    FindingKind.ACCELERATED_CAUSE_OF_CONCERN: r"accelerated causes? (?:of|for) concern",
    FindingKind.CAUSE_OF_CONCERN: r"causes? (?:of|for) concern",
    FindingKind.AREA_FOR_IMPROVEMENT: r"areas? (?:for|of) improvement|actions? for (?:further )?"
    r"improvement|AFIs?",
    FindingKind.PROMISING_PRACTICE: r"(?:innovative|promising|good|notable)"
    r"(?: (?:and|or) (?:innovative|promising))? practices?",
    FindingKind.KEY_FINDING: r"(?:key|main|headline) findings?",
    FindingKind.RECOMMENDATION: r"recomm?endations?|argymhell(?:iad|ion)|recs?\b\.?",
}
_NUMBERS_IN_WORDS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty",
)  # fmt: skip
_LABEL = re.compile(
    r"(?:(?:HMICFRS|national|force|specific|new|key|PEEL)\s+)?"
    rf"(?:{'|'.join(f'(?P<k{i}>{form})' for i, form in enumerate(_KINDS.values()))})"
    r"(?:\s*(?:no\.?|number|#|ref\.?)?\s*(?P<number>\d{1,3}(?:\.\d{1,2})*[a-z]?\b|[A-Z]\b"
    rf"|(?:{'|'.join(_NUMBERS_IN_WORDS)})\b))?"
    r"(?:\s*\((?:to|for) [^)]{3,60}\))?"
    r"\s*(?P<mark>[:.)]|[–—-]|$)?\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_PLURAL = re.compile(
    r"s\W*$|argymhellion|(?:accelerated )?(?:areas|causes|actions)\b", re.IGNORECASE
)


def label_in(text: str) -> Label | None:
    """Return the finding's label that a text begins with, or None.

    “Recommendation 3”, “AFI 1: …”, “Cause of concern: …” are labels; a bare plural, or a word that
    merely begins a sentence, is none.
    """
    match = _LABEL.match(text)
    if match is None:
        return None
    kind, word = _kind_of(match)
    number, mark, rest = _in_figures(match["number"]), match["mark"], match["rest"].strip()
    if number and not number[0].isdigit() and not mark and rest:
        return None
    if number is None and (_PLURAL.search(word) or not (mark or not rest)):
        return None
    if number and rest and not mark and not rest[:1].isupper():
        # “Recommendation 3 has been closed” is a sentence about it.
        return None
    return Label(kind, number, rest.strip("() ") if rest.strip("() ") == "" else rest)


def _in_figures(number: str | None) -> str | None:
    if number and number.lower() in _NUMBERS_IN_WORDS:
        return str(_NUMBERS_IN_WORDS.index(number.lower()) + 1)
    return number


def _kind_of(match: re.Match[str]) -> tuple[FindingKind, str]:
    for place, kind in enumerate(_KINDS):
        if word := match[f"k{place}"]:
            return kind, word
    raise AssertionError(match)


_ANSWERING = r"(?:response|comment|statement|view|reply|position|update|action|progress|answer)s?"
_COMMISSIONER = rf"(?:{COMMISSIONER}|\bO?P(?:F)?CC\b|\bP&CC\b|\bcommissioner\b|\bmy\b)"
_FORCE = r"(?:\bforce\b|\bconstabulary\b|\b[A-Z][a-z]+ police\b)"
_TAIL = (
    r"(?: (?:to|on) (?:the |this |each )?(?:recommendations?|findings?|reports?|inspection"
    r"|areas? for improvement|AFIs?)(?: \d+)?)?\W*"
)
_ASKS = r"(?:what|how) (?:is|are|has|have|will|does|did)"
_DOES = r"(?:(?:doing|done|do|say|said|think|respond(?:ed|ing)?)\b.*|going to do\b.*|are doing\b.*)"
_ANSWER_HEADINGS: tuple[tuple[re.Pattern[str], AuthorRole | None], ...] = tuple(
    (re.compile(pattern + _TAIL, re.IGNORECASE), role)
    for pattern, role in (
        (
            rf"(?:the )?(?:[\w-]+ )?{_COMMISSIONER}(?:['’]s)?\W.{{0,30}}\b{_ANSWERING}",
            AuthorRole.PCC,
        ),
        (rf"{_ANSWERING} (?:from|of|by) (?:the )?{_COMMISSIONER}.{{0,40}}", AuthorRole.PCC),
        (
            rf"(?:the )?(?:{CHIEF}|CC)(?:['’]s)?\W.{{0,30}}\b{_ANSWERING}",
            AuthorRole.CHIEF_CONSTABLE,
        ),
        (rf"{_ANSWERING} (?:from|of|by) (?:the )?{CHIEF}.{{0,40}}", AuthorRole.CHIEF_CONSTABLE),
        (rf"(?:the )?{_FORCE}(?:['’]s)?\W.{{0,30}}\b{_ANSWERING}", AuthorRole.FORCE),
        (rf"{_ANSWERING} (?:from|of|by) (?:the )?{_FORCE}", AuthorRole.FORCE),
        (rf"{_ASKS} (?:the )?(?:[\w-]+ )?{_COMMISSIONER} {_DOES}", AuthorRole.PCC),
        (rf"{_ASKS} (?:the )?{CHIEF} {_DOES}", AuthorRole.CHIEF_CONSTABLE),
        (rf"{_ASKS} (?:the )?(?:[\w-]+ ){{0,3}}{_FORCE} {_DOES}", AuthorRole.FORCE),
        (rf"{_ASKS} we {_DOES}|(?:what|how) we {_DOES}", None),
        (
            rf"(?:our |the |current |latest )?{_ANSWERING}(?: (?:taken|to date|so far|planned))?",
            None,
        ),
        (r"ymateb", None),
    )
)
_BARE_ROLES: tuple[tuple[re.Pattern[str], AuthorRole], ...] = tuple(
    (re.compile(rf"(?:the )?(?:{pattern})\W*", re.IGNORECASE), role)
    for pattern, role in (
        (_COMMISSIONER, AuthorRole.PCC),
        (CHIEF, AuthorRole.CHIEF_CONSTABLE),
        (r"force|constabulary", AuthorRole.FORCE),
    )
)
_INSPECTORS = r"(?:the )?(?:inspect(?:ors?|ion|orates?)|HMIC(?:FRS)?|report)"
_RECOMMENDED = re.compile(
    rf"what (?:did|does|do|has|have) {_INSPECTORS} recommend\w*|what {_INSPECTORS} recommend\w*",
    re.IGNORECASE,
)
_DESCRIPTION = re.compile(
    rf"what (?:did|does|do|was|were) {_INSPECTORS} (?:look(?:ed|ing)? at|examine|inspect|about)"
    r"|(?:executive )?summary|background|introduction|overview|about\b.*|context|foreword|purpose"
    r"|scope|the (?:inspection|report)|what (?:the report|inspectors?) (?:says?|said|looked at)"
    r"|inspection (?:summary|overview)|cefndir|crynodeb|methodology|terms of reference",
    re.IGNORECASE,
)
_FOUND = re.compile(
    r"(?:the )?(?:inspection |overall |report )?findings|what (?:we|HMICFRS|inspectors"
    r"|the inspection)"
    rf" found|what (?:did|has|have) {_INSPECTORS} f(?:ind|ound)|canfyddiadau",
    re.IGNORECASE,
)
_ENDS_PLACE = re.compile(
    r"conclusions?|next steps|governance|monitoring|oversight|scrutiny|casgliad|closing remarks"
    r"|contact.*|notes?(?: to editors)?|related.*|share.*|references|appendi(?:x|ces).*",
    re.IGNORECASE,
)


def topic_of_heading(text: str) -> Topic | None:
    """Return what a heading announces; None for one that announces nothing known."""
    words = text.strip(" :.–—-")
    if role := answer_role(words):
        return Topic(Place.ANSWER, role=role[0])
    if kind := _kind_named(words):
        return Topic(Place.FINDINGS, kind=kind)
    if _DESCRIPTION.fullmatch(words.rstrip("?")):
        return Topic(Place.DESCRIPTION)
    if _ENDS_PLACE.fullmatch(words):
        return OPEN
    return None


def answer_role(words: str) -> tuple[AuthorRole | None] | None:
    """Return whose answer a heading announces, (None,) for nobody's in particular; None if not."""
    for pattern, role in _BARE_ROLES:
        if pattern.fullmatch(words):
            return (role,)
    for pattern, whose in _ANSWER_HEADINGS:
        if pattern.fullmatch(words):
            return (whose,)
    return None


def _kind_named(words: str) -> FindingKind | None:
    """Return the kind of findings that a heading names as its whole text, or asks for."""
    if _RECOMMENDED.fullmatch(words.rstrip("?")):
        return FindingKind.RECOMMENDATION
    if _FOUND.fullmatch(words.rstrip("?")):
        return FindingKind.KEY_FINDING
    for kind, form in _KINDS.items():
        named = rf"(?:the |our |summary of (?:the )?|key |national |force |HMICFRS )*(?:{form})"
        if re.fullmatch(
            rf"{named}(?: (?:for|to|made|identified|from|in)\b.*| and (?:our )?(?:responses?"
            rf"|actions?))?",
            words,
            re.IGNORECASE,
        ):
            return kind
    return None


def kind_in_plural_or_singular(words: str) -> FindingKind | None:
    """Return the kind of finding that a column's heading names."""
    for kind, form in _KINDS.items():
        if re.fullmatch(rf"(?:HMICFRS |report |the )?(?:{form})(?: text)?", words, re.IGNORECASE):
            return kind
    return None


_FOUND_THAT = (
    r"\b(?:report|inspection|inspectors|inspectorates?|HMIC(?:FRS)?|they|it) "
    r"(?:also )?(?:found|identified|concluded)\b(?: that)?\W*$"
)
_LEADS: tuple[tuple[str, FindingKind], ...] = (
    (r"\b(?:key|main|headline) findings?\b", FindingKind.KEY_FINDING),
    (r"\bcauses? (?:of|for) concern\b", FindingKind.CAUSE_OF_CONCERN),
    (r"\bareas? (?:for|of) improvement\b|\bAFIs?\b", FindingKind.AREA_FOR_IMPROVEMENT),
    (r"\brecommendations\b", FindingKind.RECOMMENDATION),
    (_FOUND_THAT, FindingKind.KEY_FINDING),
    (r"\bfindings? (?:were|are|include[ds]?|was|is)\b", FindingKind.KEY_FINDING),
)
_ONE_RECOMMENDED = re.compile(r"\brecommend(?:s|ed)?\b.*\bshould\W*$", re.IGNORECASE)
_ELEMENTS = re.compile(
    r"(?P<theme>\b[\w’' -]{3,80}? (?:needs? to|must|should|ought to) "
    r"(?:include|cover|contain|address|consider|set out|have))\s*:?\s*$",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"(?:\b(?:states?|stated|says?|said|writes?|written|commented|responded|replied|as follows"
    r"|respon(?:se|ds)|comments?)\b[^.]{0,40}):\s*$",
    re.IGNORECASE,
)


def topic_of_lead_in(sentence: str) -> Topic | None:
    """Return what a sentence that ends with a colon announces for the list or text after it."""
    if not sentence.rstrip().endswith(":"):
        return None
    for pattern, kind in _LEADS:
        if re.search(pattern, sentence, re.IGNORECASE):
            return Topic(Place.FINDINGS, kind=kind)
    if _ONE_RECOMMENDED.search(sentence):
        return Topic(Place.FINDINGS, kind=FindingKind.RECOMMENDATION, is_one=True)
    if elements := _ELEMENTS.search(sentence):
        theme = elements["theme"].strip()
        return Topic(Place.ELEMENTS, kind=FindingKind.OTHER, theme=theme)
    return None


def stated_by(sentence: str) -> AuthorRole | None:
    """Return who is about to be quoted: “The Chief Constable has stated:”."""
    if not _STATED.search(sentence):
        return None
    if re.search(rf"\b{CHIEF}\b", sentence, re.IGNORECASE):
        return AuthorRole.CHIEF_CONSTABLE
    return AuthorRole.FORCE if re.search(r"\bthe (?:force|constabulary)\b", sentence) else None
