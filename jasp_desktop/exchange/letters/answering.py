"""Tells answering sentences: what a chief constable, a force or a PCC does about a report."""

import re
from collections.abc import Mapping

from jasp_desktop.domain.vocabulary import AuthorRole, ResponsePosition
from jasp_desktop.exchange.letters.names_in_text import COMMISSIONER
from jasp_desktop.exchange.letters.sentences import sentences_of, straightened


def _any_of(words: str) -> str:
    """Return a pattern for any of some words or phrases, parted by commas."""
    return f"(?:{'|'.join(word.strip() for word in words.split(','))})"


_RANK = _any_of(r"temporary, acting, deputy, assistant, t/, d/")
_CAPITALISED = r"(?-i:[A-Z])[\w-]+"
_NAMED_FORCE = (
    rf"{_CAPITALISED}(?:\s(?:{_CAPITALISED}|and|&)){{0,3}}"
    r"\s(?:police|constabulary)(?:\s+service)?"
)
_ACTORS = {
    AuthorRole.CHIEF_CONSTABLE: rf"(?:(?:the|our|my|\w+'s)\s+)?(?:{_RANK}\s?)*chief constable"
    r"(?:\s+\(\w+\))?",
    AuthorRole.FORCE: rf"(?:the|our|both)\s+(?:force|constabulary|forces)|{_NAMED_FORCE}"
    r"|(?:the\s+)?(?:DCC|ACC)\b|officers|all (?:officers|staff)"
    r"|the (?:professional standards department|force lead|lead officer)",
    AuthorRole.PCC: rf"the {COMMISSIONER}|the (?:PCC|PFCC|commissioner|OPCC)\b|my office|my team",
    AuthorRole.OTHER: r"I|we",
}
_ADVERBS = _any_of(
    "also, now, already, therefore, currently, since, recently, fully, additionally, both, in turn"
)
_ADVERB = rf"(?:,?\s*{_ADVERBS}\b,?)?"
_PARTICIPLE = _any_of(
    r"\w+ed, set, put, begun, held, made, taken, given, built, brought, undertaken, written"
    r", met, led, sought, run, sent, spent, shown, chosen, overseen, rolled"
    ", kept, bought, told, sold, drawn"
)
_NOT_DONE = _any_of(
    "failed, struggled, missed, declined, identified as, welcomed, noted, pleased, disappointed"
    ", graded, found, criticised, concerned, consulted, encouraged, experienced, suffered"
    ", satisfied, reassured, delighted"
)
_NOT_BEING_DONE = _any_of(
    "failing, struggling, missing, lacking, performing, pleased, grateful, writing, aware"
)
_ARRANGEMENT = _any_of(
    "plan, team, policy, programme, board, group, strategy, procedure, lead, unit, arrangement"
)
_PRESENT = _any_of(
    "provides?, monitors?, oversees?, reports?, uses?, works?, holds?, accepts?, reviews?, tracks?"
    ", chairs?, delivers?, attends?, scrutinises?, ensures?, publish(?:es)?, meets?, manages?"
    ", runs?, trains?, requires?, operates?, maintains?, conducts?, offers?, records?, audits?"
    ", shares?, seeks?, expects?"
)
_PAST = _any_of(
    "introduced, launched, moved to, appointed, created, established, completed, began, started"
    ", trained, recruited, implemented, invested, adopted, carried out, commissioned, reviewed"
    ", placed, set up"
)
_HAS_DONE = rf"(?:has|have){_ADVERB}\s+(?!(?:been )?{_NOT_DONE})(?:been\s+)?{_PARTICIPLE}"
_IS_DOING = (
    rf"(?:is|are|am){_ADVERB}\s+(?!{_NOT_BEING_DONE})"
    r"(?:\w{3,}ing\b|(?:heavily |now |fully )?(?:involved|engaged|committed to)\b)"
)
_HAS_IT = rf"(?:has|have) (?:a|an|its own|our own)(?: \w+){{0,2}} {_ARRANGEMENT}\b"
_WILL_DO = r"(?:will|shall|intends? to|plans? to|continues? to)\b"
_DOING = rf"(?:{_WILL_DO}|{_HAS_DONE}|{_HAS_IT}|{_IS_DOING}|{_PAST}\b|{_PRESENT}\b)"
_LEADING = (
    r"(?:[^,.]{3,90},\s+|as (?:the |your )?(?:PCC|police and crime commissioner)\s+"
    r"|(?:on \d{1,2}(?:st|nd|rd|th)? |in (?:early |late )?)[A-Z][a-z]+ \d{4}\s+)?"
)
_FORMS = {
    role: re.compile(rf"[\"'(]*{_LEADING}(?:{actor}){_ADVERB}\s+{_DOING}", re.IGNORECASE)
    for role, actor in _ACTORS.items()
}
_ABOUT_THE_FINDINGS = re.compile(
    r"^\W*(?:the |this |their )?(?:report|inspection|inspectors?|inspectorates?|HMIC(?:FRS)?|it)\b",
    re.IGNORECASE,
)
_DONE_TO_IT = _any_of(
    "established, introduced, completed, delivered, implemented, updated, reviewed, trained"
    ", appointed, recruited, launched, created, agreed, adopted, rolled out, put in place"
    ", strengthened, revised, allocated, published, issued, commissioned, developed"
)
_DONE = re.compile(
    rf"\b(?:has|have) (?:(?:now|already|since|also|been) )*{_DONE_TO_IT}\b"
    r"|\b(?:is|are) (?:(?:now|already|currently) )?"
    r"(?:in place|under ?way|being \w+ed|completed?)\b"
    r"|\b(?:is|are) now (?:being )?\w{3,}(?:ed|en)\b"
    r"|\bwill (?:be|have|continue|report|ensure|take|include|remain|form)\b",
    re.IGNORECASE,
)


_ABOUT_THE_ANSWER = re.compile(
    r"\b(?:comments?|response|reply|views?|statement)\b.{0,60}"
    r"\b(?:below|above|attached|enclosed|annex|appendix|as follows)\b"
    r"|\b(?:asked|requested|sought|invited|received|obtained|discussed)\b.{0,60}"
    r"\b(?:views?|comments?|response)\b"
    r"|\b(?:copy of|publish\w*|copying|sending|sent) (?:\w+ ){0,3}?(?:this|my|our) "
    r"(?:letter|response|reply|comments)\b"
    r"|\b(?:this|my|our) (?:letter|response|reply|comments)\b.{0,40}"
    r"\b(?:published|placed|copied|sent|available)\b",
    re.IGNORECASE,
)
_COMPLIANT = re.compile(
    r"\b(?:(?:is|are|be|remains?|fully|already|not|currently) (?:fully |now |already )?compliant"
    r"|complies|comply with|not applicable|does not apply|not relevant to|already in place"
    r"|not required|no (?:further )?action is (?:needed|required))\b",
    re.IGNORECASE,
)


def actor_of(sentence: str) -> AuthorRole | None:
    """Return who a sentence says does something; OTHER for its speaker, None where it does not."""
    text = straightened(sentence).strip()
    if _ABOUT_THE_FINDINGS.match(text) or _ABOUT_THE_ANSWER.search(text):
        return None
    return next((role for role, form in _FORMS.items() if form.match(text)), None)


def is_answering(text: str) -> bool:
    """Tell whether a paragraph says what somebody local does."""
    return any(actor_of(sentence) for sentence in sentences_of(text))


def tells_what_is_done(text: str) -> bool:
    """Tell whether a paragraph, known to stand in an answer, says what is done."""
    if is_answering(text) or position_of_answer(text) is not None:
        return True
    return bool(_DONE.search(text)) and not _ABOUT_THE_ANSWER.search(text)


def tells_of_compliance(text: str) -> bool:
    """Tell whether a text says that what is asked is met already, or is not for this force."""
    return bool(_COMPLIANT.search(straightened(text)))


def answering_passages(text: str) -> list[str]:
    """Split a paragraph where somebody new begins to act; what only adds to it stays with it.

    Sentences before the first that answers are left out.
    """
    found: list[list[str]] = []
    for sentence in sentences_of(text):
        if actor_of(sentence):
            found.append([sentence])
        elif found:
            found[-1].append(sentence)
    return [" ".join(passage) for passage in found]


_NUMBERED = r"(?: \d+(?:\.\d+)?(?:(?:,| and|, and) \d+(?:\.\d+)?)*)?"
_POSITIONS: Mapping[ResponsePosition, re.Pattern[str]] = {
    position: re.compile(pattern, re.IGNORECASE)
    for position, pattern in {
        ResponsePosition.NOT_ACCEPTED: r"^(?:recommendation )?(?:not accepted|rejected)\b"
        r"|\b(?:does|do|did) not accept th(?:is|e) recommendation"
        rf"|\brecommendations?{_NUMBERED} (?:is|are) (?:not accepted|rejected)\b",
        ResponsePosition.PARTLY_ACCEPTED: r"^part(?:ial)?(?:ly)?[ -](?:accepted|agreed)\b"
        r"|^accepted in part\b|\b(?:is|are) (?:partially|partly) accepted"
        r"|\b(?:partially|partly) accepts? ",
        ResponsePosition.ACCEPTED: r"^(?:fully )?(?:accepted|agreed)\b"
        rf"|\brecommendations?{_NUMBERED} (?:is|are|has been|have been) (?:fully )?accepted\b"
        r"|\b(?:fully )?accept(?:s|ed)? (?:this|the|both|these|all)(?: of)?(?: the| these)?"
        r"(?: \w+)? (?:recommendation|finding|areas? for improvement|AFI)",
        ResponsePosition.NOTED: r"^noted\b",
        ResponsePosition.NO_ACTION_REASON_GIVEN: r"^no (?:further )?action (?:is |will be )?"
        r"(?:required|needed|proposed|taken|planned)\b",
    }.items()
}


def position_of_answer(text: str) -> ResponsePosition | None:
    """Return what an answer says of its finding, where its word is there and only one is."""
    words = straightened(text).strip().lstrip("\"'([-: ")
    found = {position for position, pattern in _POSITIONS.items() if pattern.search(words)}
    if found - {ResponsePosition.ACCEPTED}:
        # “Partly accepted” and “does not accept” hold the word of acceptance too.
        found.discard(ResponsePosition.ACCEPTED)
    return found.pop() if len(found) == 1 else None
