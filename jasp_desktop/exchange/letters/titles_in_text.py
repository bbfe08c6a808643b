"""Finds the title of the report that a letter answers, or that a page shows."""

import re
from collections.abc import Iterator

from jasp_desktop.exchange.letters.dates_in_text import dates_in
from jasp_desktop.exchange.letters.names_in_text import ANY_INSPECTORATE
from jasp_desktop.exchange.letters.sentences import folded

_REPORT_WORD = (
    r"(?i:reports?|inspections?|reviews?|thematic|publications?|entitled|titled|called|letter"
    r"|adroddiad|super-?complaint"
    rf"|investigation|document|study)|(?:{ANY_INSPECTORATE})(?:['’]s?)?(?:\s*\([^)]*\))?"
)
_PAIRS = (("‘", "’"), ("“", "”"), ('"', '"'), ("'", "'"))
_OPENS = re.compile(r"(?<![\w’'])[‘“\"'](?=[A-Z0-9])")
_QUOTED_AFTER = re.compile(
    rf"(?:{_REPORT_WORD})[^.!?‘“\"]{{0,50}}$"
    r"|\b(?i:response|comments|reply)\b.{0,120}\b(?:to|on):?\s*$"
)
_ALSO_QUOTED = re.compile(r"(?:\band|,)\s*$")
_SEPARATOR = r"(?:\s+[-–—]+\s*|\s*[–—]\s+|\s*:\s*)"
_AFTER_INSPECTORATE = re.compile(
    rf"(?:{ANY_INSPECTORATE})(?:['’]s?)?(?:\s*\((?:[A-Z]+"
    rf"|[^)]*{ANY_INSPECTORATE}[^)]*)\)(?:['’]s?)?)?"
    r"(?:\s+(?i:national|thematic|joint|inspection|report|reports|review|publication|peel|final"
    r"|assessment|of|on|into|the|spotlight)){0,5}?"
    rf"{_SEPARATOR}(?P<title>\S.{{6,}})"
)
_AFTER_REPORT_COLON = re.compile(
    r"(?i:response|comments?|reply|statement)\b.{0,80}?\b(?i:report|inspection|review|publication)"
    rf"{_SEPARATOR}(?P<title>\S.{{6,}})"
)
_NAMED_SERIES = re.compile(
    r"(?P<title>(?:State of Policing|PEEL)\b.{0,120})"
    rf"|(?:^|[:–—-]\s+|\b(?:report|on|to)\s+|(?:{ANY_INSPECTORATE})\s+)(?P<own>(?:An? |The |the "
    rf"|an? )?(?i:inspection|revisit|re-inspection"
    r"|joint inspection|review)\s+(?:of|into|to)\s+[A-Za-z].{5,140})"
)
_OWN_KIND = re.compile(
    rf"(?:{ANY_INSPECTORATE})(?:['’]s?)?\s+(?P<title>(?:[A-Z][\w-]*\s+){{1,6}}(?:Inspection|Review"
    r"|Assessment)\b.*)"
)
_BARE_FORCE = re.compile(r"(?:[A-Z][\w-]+ ){1,4}(?:Police|Constabulary|Police Service)")
_GENERIC_WORD = r"(?:National|Thematic|Joint|Inspection|Report|Review|Publication)"
_GENERIC = re.compile(rf"(?:{_GENERIC_WORD}\s+)*{_GENERIC_WORD}\s*(?:[-–—:]|$)", re.IGNORECASE)
_APPOSITION = re.compile(
    r"\b(?i:report|inspection|review),\s+(?P<title>[A-Z][^.;]{10,160}?),\s+(?:was|which|is|has"
    r"|published|on)\b"
)
_TRAILING = (
    re.compile(r"\s*\|.*$"),
    re.compile(r"\s*[,–—-]?\s*\(?(?i:published|publication)\b[^)]*\)?\s*$"),
    re.compile(r"\s+[-–—]\s+(?:HMICFRS|GOV\.UK|Office of .*|[A-Z][\w ]* (?:OPCC|PCC))\s*$"),
    re.compile(r"[\s.,:;–—-]+$"),
)
_TRAILING_BRACKET = re.compile(r"\s*\((?P<inner>[^()]*)\)\s*\.?\s*$")
_RESPONSE_WORD = re.compile(r"\b(?:response|comments|reply|responding|ymateb)\b", re.IGNORECASE)
_SHORTEST, _LONGEST = 8, 220


def quoted_titles(text: str) -> list[str]:
    """Return the titles that a text quotes beside a word for a report, in order."""
    found: list[str] = []
    end = 0
    for opening in _OPENS.finditer(text):
        if opening.start() < end:
            continue
        if not _introduces_a_title(text[: opening.start()], is_first=not found):
            continue
        closing = _closing(text, opening)
        if closing is None:
            continue
        end = closing + 1
        words = text[opening.end() : closing].strip()
        # What ends with a stop is somebody's sentence, not a title.
        if not re.search(r"\.$|[.!?]\s", words) and _is_title(title := cleaned(words)):
            found.append(title)
    return found


def _introduces_a_title(before: str, *, is_first: bool) -> bool:
    if _QUOTED_AFTER.search(before):
        return True
    is_after_report = not is_first or re.search(_REPORT_WORD, before)
    return bool(is_after_report and _ALSO_QUOTED.search(before))


def _closing(text: str, opening: re.Match[str]) -> int | None:
    """Return where a quotation ends; an apostrophe inside it does not end it."""
    close = dict(_PAIRS)[opening.group()]
    rest = text[opening.end() :]
    following = _OPENS.search(rest)
    limit = following.start() if following and opening.group() != '"' else len(rest)
    ends = [match.start() for match in re.finditer(rf"{re.escape(close)}(?!\w)", rest[:limit])]
    if not ends:
        return None
    # A plural possessive (victims’ needs) looks like an end: the last one before a stop counts.
    return opening.end() + (ends[0] if opening.group() in '"“' else ends[-1])


def headline_title(text: str) -> str | None:
    """Return the title that a headline names after its inspectorate, report word or series."""
    if quoted := quoted_titles(text):
        return quoted[0]
    for pattern in (_AFTER_INSPECTORATE, _AFTER_REPORT_COLON):
        if match := pattern.search(text):
            title = cleaned(match["title"])
            is_whole = not _BARE_FORCE.fullmatch(title) and not _RESPONSE_WORD.match(title)
            if _is_title(title) and is_whole:
                return title
    if own := _OWN_KIND.search(text):
        title = cleaned(own["title"])
        if _is_title(title) and not _GENERIC.match(title):
            return title
    for match in _NAMED_SERIES.finditer(text):
        title = cleaned(match["title"] or _whole_title(text, match.start("own")))
        if _is_title(title):
            return title[0].upper() + title[1:]
    return None


def _whole_title(text: str, start: int) -> str:
    """Return “Borrowed time: an inspection of…” with its first half, unless that is no title."""
    before, colon, nothing = text[:start].rpartition(": ")
    is_half = bool(colon) and not nothing and len(before.split()) > 1 and before[0].isupper()
    is_label = _RESPONSE_WORD.search(before) or re.search(_REPORT_WORD, before)
    return text if is_half and not is_label else text[start:]


def sentence_titles(sentence: str) -> Iterator[str]:
    """Yield the titles that a sentence of the body names for certain."""
    if re.search(_REPORT_WORD, sentence):
        yield from quoted_titles(sentence)
    if match := _APPOSITION.search(sentence):
        title = cleaned(match["title"])
        if _is_title(title):
            yield title


def cleaned(title: str) -> str:
    """Return a title without the date, site name or stop that trails it."""
    words = title.strip()
    before = None
    while before != words:
        before = words
        bracket = _TRAILING_BRACKET.search(words)
        if bracket and (_is_only_a_date(bracket["inner"]) or "publish" in bracket["inner"].lower()):
            words = words[: bracket.start()]
        for pattern in _TRAILING:
            words = pattern.sub("", words)
    return words.strip("‘’“”\"' ") if not re.search(r"\w['’]\w", words) else words.strip('‘“”" ')


def trailing_date(text: str) -> str | None:
    """Return the date in the bracket that ends a headline: “… environment (February 2020).”."""
    bracket = _TRAILING_BRACKET.search(text)
    return bracket["inner"] if bracket and _is_only_a_date(bracket["inner"]) else None


def _is_only_a_date(words: str) -> bool:
    found = dates_in(words)
    return len(found) == 1 and found[0].words.strip() == words.strip()


def _is_title(title: str) -> bool:
    is_sized = _SHORTEST <= len(title) <= _LONGEST
    return is_sized and len(folded(title).split()) > 1 and title[0].isalnum()


def is_named_in(title: str, text: str) -> bool:
    """Tell whether a text names a title, whatever its quotes, case and dashes."""
    return folded(title) in folded(text)
