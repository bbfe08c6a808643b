"""Reads what a letter or page says of a report as a whole: when, who, where, of what kind."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from jasp_desktop.domain.dates import PartialDate
from jasp_desktop.domain.vocabulary import ForcePosition, ReportKind, Scope
from jasp_desktop.exchange.letters.dates_in_text import DateInText, dates_in, span_in
from jasp_desktop.exchange.letters.names_in_text import areas_in, inspectorates_in
from jasp_desktop.exchange.letters.sentences import sentences_of
from jasp_desktop.exchange.letters.source_text import Block


@dataclass(slots=True)
class ReportFacts:
    """What is known of one report, and the blocks, by place, that it rests on."""

    title: str
    kind: ReportKind = ReportKind.OTHER
    scope: Scope | None = None
    position: ForcePosition | None = None
    inspectorates: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    published: PartialDate | None = None
    fieldwork: tuple[PartialDate, PartialDate] | None = None
    doubtful_date: tuple[int, DateInText] | None = None
    link: str | None = None
    summary: list[str] = field(default_factory=list)
    cited: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the place of its block."""

    place: int
    text: str


def sentences_at(places: Iterable[int], texts: Mapping[int, str]) -> list[Sentence]:
    """Return the sentences of some blocks, each with its block's place."""
    return [Sentence(place, words) for place in places for words in sentences_of(texts[place])]


_INSPECTION = re.compile(
    r"\b(?:inspect(?:ed|ions?|ors?|orates?|ing)|fieldwork|field work|thematic|joint|report|review"
    r"|graded|recommend(?:s|ed)|assessed)\b",
    re.IGNORECASE,
)
_FIELDWORK = re.compile(
    r"\b(?:inspect(?:ed|ions?|ing)|fieldwork|field work|(?:re)?visited|returned to|carried out"
    r"|took place|conducted)\b",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"\b(?:published|publication|released|gyhoeddwyd)\b", re.IGNORECASE)
_PUBLISHED_IS_OURS = re.compile(
    r"\b(?:(?:my|our|this) (?:response|comments|letter)(?:(?!report|inspection"
    r"|HMIC).){0,60}\bpublish"
    r"|previous(?:ly)?|earlier|last|first published"
    r"|will be published|must|required to|within 56|strategy|plan was|to be published|guidance"
    r"|policy|on my website|before)\b",
    re.IGNORECASE,
)
_BARE_PUBLISHED = re.compile(r"(?:date )?published\b", re.IGNORECASE)
_JUST_PUBLISHED = re.compile(r"\bpublished (?:by [\w ]{2,40} )?(?:on |in )?$", re.IGNORECASE)
_MEANS_THE_REPORT = re.compile(
    r"\b(?:reports?|inspections?|review|findings|thematic|HMIC(?:FRS)?|inspectorates?|adroddiad)\b"
    r"|^(?:date )?(?:published|publication|date of publication|it was published)\b",
    re.IGNORECASE,
)


def published_in(sentences: Sequence[Sentence]) -> tuple[PartialDate, set[int]] | None:
    """Return when the report came out, if every sentence that tells it agrees.

    A bare “Published: …” may be the response's own: against a sentence it does not count.
    """
    whole = [each for each in sentences if not _BARE_PUBLISHED.match(each.text)]
    return _agreed_publication(sentences) or _agreed_publication(whole)


def _agreed_publication(sentences: Sequence[Sentence]) -> tuple[PartialDate, set[int]] | None:
    found: dict[PartialDate, set[int]] = {}
    for sentence in sentences:
        text = sentence.text
        if not _PUBLISHED.search(text) or _PUBLISHED_IS_OURS.search(text):
            continue
        dates = [each for each in dates_in(text) if each.value]
        if len(dates) > 1:
            dates = [each for each in dates if _JUST_PUBLISHED.search(text, 0, each.start)]
        if len(dates) == 1 and dates[0].value and _MEANS_THE_REPORT.search(text):
            found.setdefault(dates[0].value, set()).add(sentence.place)
    certain = _most_precise(found)
    return (certain, set().union(*found.values())) if certain else None


def doubtful_publication_in(sentences: Sequence[Sentence]) -> tuple[int, DateInText] | None:
    """Return the date of publication that can be read two ways, or not at all, and its place."""
    for sentence in sentences:
        if _PUBLISHED.search(sentence.text) and not _PUBLISHED_IS_OURS.search(sentence.text):
            dates = dates_in(sentence.text)
            if len(dates) == 1 and dates[0].problem:
                return sentence.place, dates[0]
    return None


def _most_precise(found: Mapping[PartialDate, object]) -> PartialDate | None:
    """Return the one date that all agree with: a day agrees with its month."""
    by_length = sorted(found, key=lambda each: (each.last - each.first).days)
    if not by_length:
        return None
    best = by_length[0]
    agrees = all(each.first <= best.first and best.last <= each.last for each in by_length)
    return best if agrees else None


def fieldwork_in(
    sentences: Sequence[Sentence],
) -> tuple[tuple[PartialDate, PartialDate], set[int]] | None:
    """Return the span in which inspectors worked, where exactly one is told."""
    found: dict[tuple[PartialDate, PartialDate], set[int]] = {}
    for sentence in sentences:
        if _FIELDWORK.search(sentence.text) and (span := span_in(sentence.text)):
            found.setdefault(span, set()).add(sentence.place)
    return found.popitem() if len(found) == 1 else None


def inspectorates_of(
    headline: Sentence | None, sentences: Sequence[Sentence]
) -> tuple[tuple[str, ...], set[int]]:
    """Return the inspectorates behind a report: those of the fullest sentence lead the order."""
    told = [each for each in sentences if _INSPECTION.search(each.text)]
    told += [headline] if headline else []
    named = [(inspectorates_in(each.text), each.place) for each in told]
    named = [each for each in named if each[0]]
    if not named:
        return (), set()
    fullest = max(named, key=lambda each: len(each[0]))
    rest = [name for names, _ in named[-1:] for name in names if headline]
    cited = {fullest[1]} | ({headline.place} if headline and rest else set())
    return tuple(dict.fromkeys([*fullest[0], *rest])), cited


def areas_of(sentences: Sequence[Sentence]) -> tuple[tuple[str, ...], set[int]]:
    """Return the areas inspected, where one sentence lists them."""
    for sentence in sentences:
        if _INSPECTION.search(sentence.text) and (names := areas_in(sentence.text)):
            return names, {sentence.place}
    return (), set()


_OWN = r"(?:the|our) (?:force|constabulary)"
_ANY_FORCE = r"(?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)? (?:police|constabulary)"
NATIONAL = re.compile(
    r"\bnational(?: thematic)?(?: inspection)? (?:report|review|thematic|inspection)\b"
    r"|\bthematic (?:inspection|report|review)\b|\ball (?:43 )?(?:police )?forces in England\b",
    re.IGNORECASE,
)
_REGIONAL = re.compile(r"\bregional (?:report|inspection|review)\b", re.IGNORECASE)


def scope_of(sentences: Sequence[Sentence], areas: Sequence[str]) -> tuple[Scope | None, set[int]]:
    """Return whom the report looked at, by the letter's own word before its list of areas."""
    for pattern, scope in ((NATIONAL, Scope.NATIONAL), (_REGIONAL, Scope.REGIONAL)):
        for sentence in sentences:
            if pattern.search(sentence.text):
                return scope, {sentence.place}
    if areas:
        return Scope.NAMED_AREAS, set()
    return None, set()


def position_of(
    sentences: Sequence[Sentence], own_area: str | None, *, is_for_all: bool
) -> tuple[ForcePosition | None, set[int]]:
    """Return how the report touches the author's own force, where a sentence says so.

    ``is_for_all`` tells that the report asks something of all chief constables: so it applies to
    a force that was not inspected.
    """
    own = rf"(?:{_OWN}|{re.escape(own_area)}(?: Police| Constabulary)?)" if own_area else _OWN
    excluded = re.compile(
        rf"\bexclud(?:es|ed|ing) {own}|\b(?:does|did) not (?:include|cover|apply to|concern"
        rf"|relate to) {own}"
        rf"|{own} (?:is|was) (?:excluded|not (?:part of|covered|included|the subject|a subject))",
        re.IGNORECASE,
    )
    named = own if own_area else rf"(?:{own}|{_ANY_FORCE})"
    absent = re.compile(
        rf"{named} (?:was|is|were) not (?:one of|among|inspected|visited)", re.IGNORECASE
    )
    applies = re.compile(
        r"\b(?:applies|apply|applicable|relevant|generic) to (?:all|every|the|our|us)\b"
        r"|\ball forces\b",
        re.IGNORECASE,
    )
    inspected = re.compile(
        rf"{own} (?:was|were) (?:one of|among|inspected|visited|selected|included)"
        rf"|^{named} was one of (?:the|those) (?:\w+ )?forces (?:inspected|visited|selected)"
        rf"|\b(?:inspect(?:ed|ion of)|visited|including) {own}"
        r"|^(?:it|we) (?:was|were) (?:one of|among) the (?:\w+ )?forces (?:inspected|visited)",
        re.IGNORECASE,
    )
    out = {each.place for each in sentences if excluded.search(each.text)}
    not_there = {each.place for each in sentences if absent.search(each.text)}
    told_to_all = {each.place for each in sentences if applies.search(each.text)}
    there = {each.place for each in sentences if inspected.search(each.text)} - not_there
    if (out or not_there) and not there:
        if told_to_all or (not_there and is_for_all):
            return ForcePosition.APPLIES, out | not_there | told_to_all
        return (ForcePosition.EXCLUDED, out) if out else (None, set())
    if there and not out and not not_there:
        return ForcePosition.INSPECTED, there
    return None, set()


_LINK = re.compile(r"https?://[^\s<>)\]”’\"']+[^\s<>)\]”’\"'.,;:]")
_REPORT_SITE = re.compile(
    r"justiceinspectorates|hmic|gov\.uk/government/publications|ofsted|cqc\.org"
)


_TO_THE_REPORT = re.compile(
    r"\b(?:full|inspection|HMIC\w*|the|this|read|thematic|original|PEEL) (?:\w+ ){0,2}?report\b"
    r"|^(?:view |download )?report$",
    re.IGNORECASE,
)
_OWN_REPORT = re.compile(r"\b(?:response|annual|privacy|accessibility|our)\b", re.IGNORECASE)


def link_of(blocks: Mapping[int, Block]) -> tuple[str, int] | None:
    """Return the one web address of the report: an inspectorate's page, else a link to “report”."""
    printed = {
        match.group(): place
        for place, block in blocks.items()
        for match in _LINK.finditer(block.text)
    }
    linked = {
        address: (place, words, block.text)
        for place, block in blocks.items()
        for words, address in block.links
    }
    places = printed | {address: place for address, (place, _, _) in linked.items()}
    official = {each: at for each, at in places.items() if _REPORT_SITE.search(each.lower())}
    if official:
        return official.popitem() if len(official) == 1 else None
    named = {
        address: place
        for address, (place, words, text) in linked.items()
        if _leads_to_the_report(words, text)
    }
    return named.popitem() if len(named) == 1 else None


def _leads_to_the_report(words: str, text: str) -> bool:
    """Tell whether a link's words name the report, or say “here” in a sentence that does."""
    told = text if words.lower().strip(" .") in {"here", "link", "click here", "online"} else words
    return bool(_TO_THE_REPORT.search(told)) and not _OWN_REPORT.search(told)
