"""Finds what surrounds a letter's body: date, addressee, greeting, close, and who signs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from jasp_desktop.domain.dates import PartialDate
from jasp_desktop.domain.vocabulary import AuthorRole
from jasp_desktop.exchange.letters.dates_in_text import DateInText, dates_in, whole_date
from jasp_desktop.exchange.letters.fact_sheet import sheet_publication
from jasp_desktop.exchange.letters.names_in_text import CHIEF, COMMISSIONER, INSPECTOR, roles_in
from jasp_desktop.exchange.letters.sentences import sentences_of
from jasp_desktop.exchange.letters.source_text import Block, BlockKind

_GREETING = re.compile(
    r"(?:Dear|Annwyl)\s+(?P<who>[^,:;]{2,80}?)"
    r"(?:\s*/\s*(?:Dear|Annwyl)\s[^,:;]{2,80})?\s*[,:;]?$"
)
_CLOSE = re.compile(
    r"(?:yours (?:sincerely|faithfully|truly|ever)|(?:kind|best|warm)(?:est)? (?:regards|wishes)"
    r"|regards|yn gywir|yr eiddoch(?: yn \w+)?|sincerely)\W*",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:sirs?|madam|colleagues?|all|sirs?\s*(?:or|/|and)\s*madams?)", re.IGNORECASE
)
_HONOUR = (
    r"(?:QPM|DL|OBE|MBE|CBE|KC|QC|MP|JP|KPM|PhD|MA|BA|BSc|LLB|QFSM|\(?she/her\)?|\(?he/him\)?)"
)
_PERSON_WORD = r"(?:[A-Z][a-zà-ÿ]*(?:['’-][A-Za-zà-ÿ]+)*\.?|[A-Z]['’][A-Z][a-z]+|Mc[A-Z][a-z]+)"
PERSON = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Cllr|Lord|Lady|Baroness|Rt Hon|The Rt Hon)\.? )?"
    rf"{_PERSON_WORD}(?: (?:de|van|ap|von|la)?\s?{_PERSON_WORD}){{1,3}}(?:,? {_HONOUR})*"
)
_IS_PERSON = re.compile(PERSON)
_NOT_A_PERSON = re.compile(
    r"\b(?:Police|Crime|Commissioner|Constable|Chief|Office|Street|Road|House|Headquarters|Council"
    r"|Home|Secretary|Report|Response|Force|Inspector\w*|Recommendations?|Panel|HMIC\w*|London"
    r"|Yours|Dear|Published|Contents|Introduction|Page|Summary|Background|The|Our|In|On|By|Street"
    r"|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Deputy|Director|Manager|University|Park|Lane|Avenue|Way|Email|Ref|Date|Statement|Comments"
    r"|Service|Officer|Town|Hall|Building|Square|Court|Centre|Areas?|Findings?|Practice|Meeting)\b"
)
_BY_NAME = (
    re.compile(
        rf"(?P<name>{PERSON}),? (?:the |who is )?(?P<role>.{{0,40}}(?:{COMMISSIONER}|{CHIEF}))"
    ),
    re.compile(rf"(?:{COMMISSIONER}|{CHIEF})(?: for [A-Z]\w+(?: \w+)?)?,? (?P<name>{PERSON})"),
    re.compile(rf"(?:From|Author|Response (?:from|of|by)|By):? (?P<name>{PERSON}),"),
)
_AREA = re.compile(
    rf"(?:\b(?:the|The|THE) )?(?P<before>[A-Z][\w’'-]+(?: [A-Z&][\w’'-]*"
    rf"| and [A-Z][\w’'-]+){{0,3}}?)"
    rf"(?:['’]s?)? (?:{COMMISSIONER}|PF?CC\b|OPCC\b)|(?:{COMMISSIONER}|\bPF?CC|\bOPCC) (?:for"
    rf"|of) (?:the )?"
    r"(?P<after>[A-Z][\w’'-]+(?: [A-Z&][\w’'-]*| and [A-Z][\w’'-]+){0,3})"
)
_FORCE_NAME = re.compile(r"(?P<area>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}) (?:Police|Constabulary)")
_NOT_AN_AREA = re.compile(r"(?:As|A|An|My|Former|New|Deputy|Local|Your|This|That|All|Annwyl|And)\b")
_CHIEF_NAMED = re.compile(
    rf"(?<!Deputy )(?<!Assistant )\b{CHIEF},? (?P<after>{PERSON})"
    rf"|(?P<before>{PERSON}),? (?:the )?{CHIEF}\b"
)
_PUBLISHED_HERE = re.compile(
    r"(?P<whose>(?:PCC |our |the |this )?response )?(?:date )?(?:was )?"
    r"(?:published|(?P<posted>posted|uploaded))(?: (?:on|in))?\s*:?\s*(?P<date>.+)",
    re.IGNORECASE,
)
_DATE_LABEL = re.compile(
    r"(?:letter )?dated?\s*:\s*|date of (?:\w+ )?(?:response|letter|reply)\s*:\s*"
    r"|response date\s*:\s*",
    re.IGNORECASE,
)
_AFTER_GREETING = 4
_SIGNATURE_BLOCKS = 6
_LONGEST_SIGNATURE_LINE = 140
_TAIL_WITHOUT_CLOSE = 4


@dataclass(slots=True)
class LetterFrame:
    """A letter's surroundings; ``first`` and ``end`` bound the blocks of its body.

    ``cited`` names the blocks each fact rests on, by their place, ``shared`` those of them that
    hold more. ``bare_date`` is where a page says “Published:” without saying what was.
    """

    first: int = 0
    end: int = 0
    greeting: int | None = None
    close: int | None = None
    author: str | None = None
    role: AuthorRole | None = None
    addressee: str | None = None
    date: PartialDate | None = None
    doubtful_date: tuple[int, DateInText] | None = None
    published: PartialDate | None = None
    bare_date: tuple[int, DateInText] | None = None
    own_area: str | None = None
    is_inspectors: bool = False
    cited: set[int] = field(default_factory=set)
    shared: set[int] = field(default_factory=set)


def frame_of(blocks: Sequence[Block]) -> LetterFrame:
    """Return what surrounds the body, as far as it is certain."""
    frame = LetterFrame(end=len(blocks))
    _find_greeting(blocks, frame)
    _find_close(blocks, frame)
    _find_dates(blocks, frame)
    _find_signature(blocks, frame)
    if frame.author is None:
        _find_author_elsewhere(blocks, frame)
    _find_own_area(blocks, frame)
    _find_own_force(blocks, frame)
    return frame


def _find_greeting(blocks: Sequence[Block], frame: LetterFrame) -> None:
    for place, block in enumerate(blocks):
        if match := _GREETING.fullmatch(block.text.strip()):
            who = match["who"].strip()
            frame.greeting, frame.first = place, place + 1
            frame.addressee = None if _NOBODY.fullmatch(who) else who
            frame.cited.add(place)
            return


def _find_close(blocks: Sequence[Block], frame: LetterFrame) -> None:
    for place in range(len(blocks) - 1, frame.first - 1, -1):
        if all(_CLOSE.fullmatch(part) for part in blocks[place].text.strip().split(" / ")):
            frame.close = frame.end = place
            frame.cited.add(place)
            return


def _find_dates(blocks: Sequence[Block], frame: LetterFrame) -> None:
    head = (frame.greeting + _AFTER_GREETING) if frame.greeting is not None else 6
    places = [*range(min(head, len(blocks)))]
    if frame.close is not None:
        places += range(frame.close, len(blocks))
    told = sheet_publication(blocks)
    for place in places:
        if told and place in told.places:
            continue
        _take_letter_date(blocks[place], place, frame)
        if frame.greeting is None and frame.date is None:
            _find_publication(blocks[place].text, place, frame)


def _take_letter_date(block: Block, place: int, frame: LetterFrame) -> None:
    """Take the first line that is a date; a letterhead set as a table has its lines in cells."""
    lines = [line for cell in block.cells for line in cell.split("\n")] or [block.text]
    # In a bilingual letter the date stands twice: “28 Awst 2025 / 28 August 2025”.
    lines = [part for line in lines for part in line.split(" / ")]
    for found in (whole_date(line) or _labelled_date(line) for line in lines):
        if found and found.value and frame.date is None:
            frame.date = found.value
            frame.cited.add(place)
        elif found and frame.doubtful_date is None:
            frame.doubtful_date = (place, found)


def _find_publication(text: str, place: int, frame: LetterFrame) -> None:
    """Find when a page was published: its own date, or one that may be the report's."""
    sentences = sentences_of(text)
    for sentence in sentences:
        match = _PUBLISHED_HERE.fullmatch(sentence.strip(" ."))
        found = whole_date(match["date"]) if match else None
        if match and found and found.value and frame.published is None:
            is_alone = len(sentences) == 1
            if match["whose"] or match["posted"]:
                frame.published = found.value
                (frame.cited if is_alone else frame.shared).add(place)
            elif is_alone and frame.bare_date is None:
                frame.bare_date = (place, found)


def _labelled_date(text: str) -> DateInText | None:
    """Read “Date: 2 September 2013   Our ref: AS/GE”, where the date shares its line."""
    label = _DATE_LABEL.match(text)
    if label is None:
        return None
    found = dates_in(text[label.end() :])
    return found[0] if found and found[0].start == 0 else None


def _find_signature(blocks: Sequence[Block], frame: LetterFrame) -> None:
    if frame.close is not None:
        places = range(frame.close + 1, min(len(blocks), frame.close + 1 + _SIGNATURE_BLOCKS))
    else:
        places = range(max(frame.first, len(blocks) - _TAIL_WITHOUT_CLOSE), len(blocks))
    for name_at, name, role_at in _names_with_roles(blocks, places):
        text = blocks[role_at].text
        roles = roles_in(text)
        if INSPECTOR.search(text):
            frame.is_inspectors = True
        elif not roles:
            continue
        else:
            frame.role = roles[0]
        frame.author = name
        frame.cited |= {name_at, role_at}
        if frame.close is None:
            frame.end = min(frame.end, name_at)
            for place in range(role_at + 1, len(blocks)):
                _take_letter_date(blocks[place], place, frame)
        return


def _names_with_roles(blocks: Sequence[Block], places: range) -> Iterator[tuple[int, str, int]]:
    """Yield names, each with the place of the role that stands beside or under it."""
    for place in places:
        text = blocks[place].text.strip()
        if len(text) > _LONGEST_SIGNATURE_LINE:
            continue
        name, _, rest = text.partition(",")
        if is_person(text):
            for below in range(place + 1, min(place + 3, places.stop)):
                if _is_role(blocks[below].text):
                    yield place, text, below
                    break
        elif is_person(name) and _is_role(rest):
            yield place, name.strip(), place
        elif _is_role(text):
            # Text on one line: the role goes on where the name ends.
            before = re.split(rf"(?i)(?:\s[-–|])?\s(?:{COMMISSIONER}|{CHIEF})", text)[0]
            if is_person(before):
                yield place, before, place


def _is_role(text: str) -> bool:
    is_short = len(text) <= _LONGEST_SIGNATURE_LINE
    return is_short and bool(roles_in(text) or INSPECTOR.search(text))


def is_person(text: str) -> bool:
    """Tell whether a line is somebody's name and nothing else."""
    words = text.strip().strip(",.")
    return bool(_IS_PERSON.fullmatch(words)) and not _NOT_A_PERSON.search(words)


def _find_author_elsewhere(blocks: Sequence[Block], frame: LetterFrame) -> None:
    """Find one name that the letter's head gives beside the role that answers."""
    found: dict[str, tuple[int, AuthorRole]] = {}
    for place, block in enumerate(blocks[:8]):
        if block.kind is BlockKind.TABLE_ROW:
            continue
        for pattern in _BY_NAME:
            for match in pattern.finditer(block.text):
                name = match["name"].strip()
                roles = roles_in(block.text)
                if is_person(name) and roles:
                    found.setdefault(name, (place, roles[0]))
    if len(found) == 1:
        name, (place, role) = found.popitem()
        frame.author, frame.role = name, frame.role or role
        frame.cited.add(place)


def _find_own_area(blocks: Sequence[Block], frame: LetterFrame) -> None:
    for block in blocks:
        if match := _AREA.search(block.text):
            area = match["before"] or match["after"]
            if area and not _NOT_AN_AREA.match(area) and not _NOT_A_PERSON.search(area):
                frame.own_area = area
                return


def _find_own_force(blocks: Sequence[Block], frame: LetterFrame) -> None:
    """Find the area of a chief constable's own force, by the name that heads the letter."""
    heads = (_FORCE_NAME.fullmatch(block.text.strip()) for block in blocks[:_TAIL_WITHOUT_CLOSE])
    if frame.role is AuthorRole.CHIEF_CONSTABLE and frame.own_area is None:
        frame.own_area = next((head["area"] for head in heads if head), None)


def chief_named_in(blocks: Sequence[Block]) -> str | None:
    """Return the chief constable's name, where the letter gives exactly one."""
    names: set[str] = set()
    for block in blocks:
        for match in _CHIEF_NAMED.finditer(block.text):
            name = (match["after"] or match["before"]).strip()
            if is_person(name):
                names.add(name)
    return names.pop() if len(names) == 1 else None
