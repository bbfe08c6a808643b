"""Reads a letter or page as a whole: which reports it is about, and what it says of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from jasp_desktop.domain.dates import PartialDate
from jasp_desktop.domain.vocabulary import AuthorRole, FindingKind, ReportKind
from jasp_desktop.exchange.letters.chain_drafts import Chain
from jasp_desktop.exchange.letters.chain_reader import ChainReader
from jasp_desktop.exchange.letters.closures import Closure, closures_in
from jasp_desktop.exchange.letters.dates_in_text import DateInText, dates_in
from jasp_desktop.exchange.letters.fact_sheet import sheet_publication
from jasp_desktop.exchange.letters.headlines import (
    Titles,
    headline_place,
    is_headed_as_response,
    is_response,
    role_of_headline,
    titles_of,
)
from jasp_desktop.exchange.letters.judgements_in_text import JudgementFound, judgements_in
from jasp_desktop.exchange.letters.letter_frame import LetterFrame, frame_of
from jasp_desktop.exchange.letters.names_in_text import CHIEF, tells_of_inspectors
from jasp_desktop.exchange.letters.one_line import broken_up
from jasp_desktop.exchange.letters.report_facts import (
    ReportFacts,
    Sentence,
    areas_of,
    doubtful_publication_in,
    fieldwork_in,
    inspectorates_of,
    link_of,
    position_of,
    published_in,
    scope_of,
    sentences_at,
)
from jasp_desktop.exchange.letters.report_kinds import kind_of
from jasp_desktop.exchange.letters.sentences import folded, sentences_of
from jasp_desktop.exchange.letters.source_text import Block
from jasp_desktop.exchange.letters.titles_in_text import is_named_in, trailing_date

_FURNITURE = re.compile(
    r"\bcookies\b|^(?:skip to|share (?:this|on)|back to top|print this|home\s*[>»/›])",
    re.IGNORECASE,
)
_ALL_FORCES = re.compile(
    r"\bchief constables\b|\b(?:all|every) (?:police )?forces?\b|\bforces should\b", re.IGNORECASE
)
_PUBLISHED_LINE = re.compile(r"(?:date )?published", re.IGNORECASE)
_ASKS_THE_CHIEF = re.compile(
    rf"\bI (?:have )?(?:asked|invited|sought|requested)\b[^.]{{0,60}}\b{CHIEF}\b[^.]{{0,60}}"
    r"\b(?:comments?|views?|response)\b",
    re.IGNORECASE,
)
_NEXT_TITLE = re.compile(r",? (?:and|while) (?:the report )?(?=[‘“\"])|; (?=[‘“\"])")
_RESPECTIVELY = re.compile(r"\b(?:respectively|in turn|both)\b", re.IGNORECASE)
_LONGEST_FRAME_LINE = 140
_HEAD_BLOCKS = 10


@dataclass(slots=True)
class LetterReading:
    """What a letter or page says; ``blocks`` are those that all places count."""

    blocks: tuple[Block, ...]
    frame: LetterFrame
    reports: list[ReportFacts]
    chain: Chain
    is_response: bool
    headline: int | None
    judgements: list[JudgementFound] = field(default_factory=list)
    closures: list[Closure] = field(default_factory=list)
    role: AuthorRole | None = None
    letter_date: PartialDate | None = None
    doubtful_publication: tuple[int, DateInText] | None = None


def read_letter(blocks: Sequence[Block], today: date) -> LetterReading:
    """Return what is certain in the blocks of a letter or page."""
    pieces = broken_up(blocks)
    frame = frame_of(pieces)
    if frame.date and frame.date.first > today:
        frame.date = None
    headline = headline_place(pieces, frame)
    answers = is_response(pieces, frame, headline)
    titles = titles_of(pieces, frame, headline, answers=answers)
    first = frame.first if headline is None else 0
    body = _body(pieces, frame, first, _title_line(pieces, titles, headline))
    chain = ChainReader(pieces, titles.names, answers).read(body) if titles.names else Chain()
    letter = LetterReading(pieces, frame, [], chain, answers, titles.place)
    letter.reports = [_facts(letter, at, titles.names, body) for at in range(len(titles.names))]
    if len(titles.names) == 1:
        letter.judgements = judgements_in(pieces, body, titles.names[0])
    if frame.is_inspectors:
        _tell_accelerated(letter)
        letter.closures = closures_in(pieces, body, chain.findings)
    _settle(letter)
    return letter


def _title_line(blocks: Sequence[Block], titles: Titles, headline: int | None) -> int | None:
    """Return the place of the headline, or of the line that is a title and nothing more."""
    if headline is not None or titles.place is None or not titles.names:
        return headline
    is_title = folded(blocks[titles.place].text) == folded(titles.names[0])
    return titles.place if is_title else None


def _body(
    blocks: Sequence[Block], frame: LetterFrame, first: int, title_line: int | None
) -> list[int]:
    """Return the places of the blocks that may hold what the letter has to say."""
    return [
        place
        for place in range(first, frame.end)
        if place != title_line
        # A long paragraph that names the author says more than that.
        if place not in frame.cited or len(blocks[place].text) > _LONGEST_FRAME_LINE
        if not _FURNITURE.search(blocks[place].text)
    ]


def _facts(
    letter: LetterReading, at: int, titles: Sequence[str], body: Sequence[int]
) -> ReportFacts:
    facts = ReportFacts(titles[at])
    if letter.headline is not None:
        facts.cited.add(letter.headline)
    sentences = _sentences_about(letter, at, titles, body)
    _date_facts(facts, letter, sentences)
    headline = _headline_sentence(letter)
    facts.inspectorates, cited = inspectorates_of(headline, sentences)
    if not facts.inspectorates and letter.frame.is_inspectors:
        facts.inspectorates = ("HMICFRS",)
    facts.cited |= cited
    facts.areas, cited = areas_of(sentences)
    facts.cited |= cited
    facts.position, told = position_of(
        sentences, letter.frame.own_area, is_for_all=_asks_all_forces(letter, at)
    )
    facts.scope, cited = scope_of([*sentences, *([headline] if headline else [])], facts.areas)
    facts.cited |= cited | told
    facts.kind, cited = kind_of(
        facts.title, headline.text if headline else "", sentences, facts.inspectorates
    )
    facts.cited |= cited
    if found := link_of({each.place: letter.blocks[each.place] for each in sentences}):
        facts.link = found[0]
        facts.cited.add(found[1])
    _summarise(facts, letter, at, told)
    return facts


def _tell_accelerated(letter: LetterReading) -> None:
    """Call the causes in an accelerated letter what the letter is, though they say it once."""
    for draft in letter.chain.findings:
        kind = letter.reports[draft.report].kind
        is_cause = draft.kind is FindingKind.CAUSE_OF_CONCERN
        if is_cause and kind is ReportKind.ACCELERATED_CAUSE_OF_CONCERN:
            draft.kind = FindingKind.ACCELERATED_CAUSE_OF_CONCERN


def _asks_all_forces(letter: LetterReading, at: int) -> bool:
    """Tell whether a recommendation of the report begins with all chief constables or forces."""
    return any(
        draft.report == at and _ALL_FORCES.search(draft.text) for draft in letter.chain.findings
    )


def _headline_sentence(letter: LetterReading) -> Sentence | None:
    if letter.headline is None:
        return None
    return Sentence(letter.headline, letter.blocks[letter.headline].text)


def _taken_texts(chain: Chain) -> dict[int, str]:
    """Return, by block, the words that findings and answers took: those tell nothing else."""
    taken: dict[int, str] = {}
    drafts = [(each.cited, each.text) for each in chain.findings]
    drafts += [(each.cited, each.text) for each in chain.answers]
    for cited, text in drafts:
        for place in cited - chain.announcements:
            taken[place] = f"{taken.get(place, '')}\n{text}"
    return taken


def _sentences_about(
    letter: LetterReading, at: int, titles: Sequence[str], places: Sequence[int]
) -> list[Sentence]:
    """Return the sentences about one report: among several, those that name it and no other."""
    taken = _taken_texts(letter.chain)
    sentences = [
        each
        for each in sentences_at(places, {at: letter.blocks[at].text for at in places})
        if each.text not in taken.get(each.place, "")
    ]
    if len(titles) == 1:
        return sentences
    described = {place for report, place in letter.chain.descriptions if report == at}
    others = [title for title in titles if title != titles[at]]
    return [
        each
        for sentence in sentences
        for each in _clauses(sentence)
        if (each.place in described or is_named_in(titles[at], each.text))
        and not any(is_named_in(other, each.text) for other in others)
    ]


def _clauses(sentence: Sentence) -> list[Sentence]:
    """Part “‘A’ was published in May and ‘B’ in June” before the second title."""
    if _RESPECTIVELY.search(sentence.text):
        return [sentence]
    return [Sentence(sentence.place, words) for words in _NEXT_TITLE.split(sentence.text)]


def _date_facts(facts: ReportFacts, letter: LetterReading, sentences: list[Sentence]) -> None:
    headline = _headline_sentence(letter)
    said = [*sentences, *([headline] if headline else [])]
    if told := sheet_publication(letter.blocks):
        said += [Sentence(place, f"Published {told.value}") for place in told.places]
    if not letter.is_response:
        said += [
            Sentence(place, block.text)
            for place, block in enumerate(letter.blocks[:_HEAD_BLOCKS])
            if _PUBLISHED_LINE.match(block.text)
        ]
    if found := published_in(said):
        facts.published, cited = found
        facts.cited |= cited
    else:
        facts.doubtful_date = doubtful_publication_in(said)
    if spanned := fieldwork_in(sentences):
        facts.fieldwork, cited = spanned
        facts.cited |= cited


def _summarise(facts: ReportFacts, letter: LetterReading, at: int, told: set[int]) -> None:
    for report, place in letter.chain.descriptions:
        if report != at or place in told:
            continue
        sentences = sentences_of(letter.blocks[place].text)
        if sentences and sentences[-1].endswith(":"):
            sentences.pop()
        if sentences:
            facts.summary.append(" ".join(sentences))
            facts.cited.add(place)


def _settle_publication(letter: LetterReading) -> None:
    """Take a page's bare “Published:” for the response's date only where it can be no other's."""
    frame = letter.frame
    if frame.bare_date is None or frame.published or not letter.is_response:
        return
    place, found = frame.bare_date
    reported = [facts.published for facts in letter.reports]
    is_told_apart = all(each and found.value and each.last < found.value.first for each in reported)
    if is_headed_as_response(letter.blocks) or is_told_apart:
        frame.published = found.value
        frame.cited.add(place)
        return
    for facts in letter.reports:
        if facts.published == found.value:
            facts.published = None
            facts.cited.discard(place)
    message = f"“{found.words}” may be when the report or when the response was published."
    letter.doubtful_publication = (place, replace(found, problem=message))


def _settle(letter: LetterReading) -> None:
    """Settle who answers and when, from the signature first and the headline after it."""
    frame = letter.frame
    letter.letter_date = frame.date
    if letter.is_response:
        by_headline = role_of_headline(letter.blocks)
        letter.role = (
            frame.role or by_headline or _role_of_statements(letter) or _role_of_asking(letter)
        )
        _settle_publication(letter)
    else:
        if frame.is_inspectors and frame.date and len(letter.reports) == 1:
            # What else the letter says was published is an earlier report.
            facts = letter.reports[0]
            facts.published = frame.date
            facts.cited |= frame.cited
        return
    if letter.letter_date is None and letter.headline is not None:
        words = trailing_date(letter.blocks[letter.headline].text)
        found = dates_in(words)[0].value if words else None
        published = letter.reports[0].published if letter.reports else None
        if found and not (published and found.last < published.first):
            letter.letter_date = found
            frame.cited.add(letter.headline)


def _role_of_statements(letter: LetterReading) -> AuthorRole | None:
    """Return whose the response is from the only answers in it, where nothing else tells."""
    stated = set(letter.chain.statements)
    has_others = any(answer.role is None for answer in letter.chain.answers)
    return stated.pop() if len(stated) == 1 and not has_others else None


def _role_of_asking(letter: LetterReading) -> AuthorRole | None:
    """Return the commissioner, who alone asks a chief constable for comments (section 55)."""
    asks = any(_ASKS_THE_CHIEF.search(block.text) for block in letter.blocks)
    return AuthorRole.PCC if asks else None


def is_worth_proposing(letter: LetterReading) -> bool:
    """Tell whether there is anything that a register would hold."""
    if not letter.reports:
        return False
    names_one = any(tells_of_inspectors(block.text) for block in letter.blocks)
    return names_one and (
        letter.is_response or bool(letter.chain.findings) or letter.frame.is_inspectors
    )
