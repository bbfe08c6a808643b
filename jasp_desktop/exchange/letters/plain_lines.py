"""Finds headings, paragraphs, list items and table rows in lines of plain text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from jasp_desktop.exchange.letters.source_text import Block, BlockKind

_BULLET = re.compile(r"[•●▪◦‣∙·○■□–—*‐‑➢➤►✓✔\uf0b7\uf0a7\uf0d8-]\s*(?=\S)|o(?:\t| {2,})\s*(?=\S)")
_DASHES = "-–—‐‑*"
_NUMBER = re.compile(
    r"(?P<number>\(?\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])"
    r"(?P<gap>[\s\u00a0]*)(?=(?P<next>\S))"
)
_SPACED_NUMBER = re.compile(r"(?P<number>\d{1,2})(?:\t|[ \u00a0]{2,})\s*(?=[A-Z‘“'\"])")
_RULE = re.compile(r"[-=_*~·.]{3,}")
_TABLE_RULE = re.compile(r"\|?[\s:|+-]*-{2,}[\s:|+-]*\|?")
_MARKED_HEADING = re.compile(r"(?P<marks>#{1,6})\s+(?P<text>\S.*?)\s*#*")
_WHOLLY_BOLD = re.compile(r"(\*\*|__)(?P<text>[^*_].*?)\1")
_ENDS_A_SENTENCE = re.compile(r"[.!?:;,…][”’\"')\]]*$")
_LONGEST_HEADING = 90
_WIDEST_WRAP = 110
_NARROWEST_WRAP = 50
_GUESSED_LEVEL = 3


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str
    after_blank: bool
    before_blank: bool


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines shown to the person; a form feed ends a line too."""
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n"))


def blocks_of_lines(lines: Sequence[str]) -> tuple[Block, ...]:
    """Return the blocks that stand on the lines; every line that is not blank is in one."""
    found: list[Block] = []
    wrap = _wrap_width(lines)
    previous: _Line | None = None
    for line in _filled(lines):
        block = _block_of(line)
        if found and _is_joined(found[-1], previous, line, block, wrap):
            last = found[-1]
            text = last.text if _is_rule(line) else f"{last.text} {line.text}".strip()
            found[-1] = replace(last, text=text, last_line=line.number)
        else:
            found.append(block)
        previous = line
    return tuple(found)


def with_list_mark(text: str) -> tuple[str, str | None, bool]:
    """Split a printed bullet or number from a text: words, number, whether it is an item."""
    if match := _BULLET.match(text):
        # A dash glued to its word is a bullet only where a capital follows ("-Training").
        glued = match.group()[-1] in _DASHES
        if not glued or text[match.end() : match.end() + 1].isupper():
            return text[match.end() :], None, True
    match = _NUMBER.match(text) or _SPACED_NUMBER.match(text)
    if match and _is_list_number(match):
        return text[match.end() :], match["number"].strip("()").rstrip("."), True
    return text, None, False


def _is_list_number(match: re.Match[str]) -> bool:
    if "gap" not in match.groupdict() or match["gap"]:
        is_decimal = match["number"][-1].isdigit()
        return not is_decimal or not match.string[match.end() : match.end() + 1].islower()
    # Glued numbering ("2.1The", "3.Forces"): only a capital can follow, or it is a decimal.
    return match["next"].isupper() and match["number"][0] in "(0123456789"


def _filled(lines: Sequence[str]) -> Iterator[_Line]:
    for index, line in enumerate(lines):
        if text := line.strip().strip("\ufeff\u200b"):
            yield _Line(
                index + 1,
                text,
                after_blank=index == 0 or not lines[index - 1].strip(),
                before_blank=index + 1 >= len(lines) or not lines[index + 1].strip(),
            )


def _wrap_width(lines: Sequence[str]) -> int | None:
    """Return the width at which the text is wrapped, or None where each line is a paragraph."""
    lengths = sorted(len(line.strip()) for line in lines if line.strip() and "://" not in line)
    if not lengths or not _NARROWEST_WRAP <= lengths[-1] <= _WIDEST_WRAP:
        return None
    return lengths[-1]


def _is_rule(line: _Line) -> bool:
    return bool(_RULE.fullmatch(line.text) or _TABLE_RULE.fullmatch(line.text))


def _is_joined(
    last: Block, previous: _Line | None, line: _Line, block: Block, wrap: int | None
) -> bool:
    """Tell whether a line goes on with the block before it."""
    if previous is None or line.after_blank:
        return False
    if _is_rule(line):
        return True
    if last.kind is BlockKind.TABLE_ROW or block.kind is not BlockKind.PARAGRAPH:
        return False
    if wrap is None or _is_heading_mark(last, previous):
        return False
    # A wrapped line ends where the next word would not have fitted.
    would_fit = len(previous.text) + 1 + len(line.text.split()[0]) <= wrap
    return not would_fit or (line.text[0].islower() and not _ENDS_A_SENTENCE.search(previous.text))


def _is_heading_mark(last: Block, previous: _Line) -> bool:
    return last.kind is BlockKind.HEADING and previous.text != last.text


def _block_of(line: _Line) -> Block:
    block = _unplaced(line)
    return replace(block, line=line.number, last_line=line.number)


def _unplaced(line: _Line) -> Block:
    text = line.text
    if cells := _cells(text):
        return Block(kind=BlockKind.TABLE_ROW, text=" ".join(cells), cells=cells)
    if marked := _MARKED_HEADING.fullmatch(text):
        return Block(kind=BlockKind.HEADING, text=marked["text"], level=len(marked["marks"]))
    if bold := _WHOLLY_BOLD.fullmatch(text):
        return Block(kind=BlockKind.HEADING, text=bold["text"], level=6)
    words, number, is_item = with_list_mark(text)
    is_heading = _looks_like_heading(line, words)
    if is_item and not (number and is_heading):
        return Block(kind=BlockKind.LIST_ITEM, text=words, number=number)
    kind = BlockKind.HEADING if is_heading else BlockKind.PARAGRAPH
    return Block(kind=kind, text=words, number=number, level=_GUESSED_LEVEL)


def _cells(text: str) -> tuple[str, ...]:
    if "|" in text and not _TABLE_RULE.fullmatch(text):
        cells = tuple(cell.strip() for cell in text.strip("|").split("|"))
    elif "\t" in text and not with_list_mark(text)[2]:
        cells = tuple(cell.strip() for cell in re.split(r"\t+", text))
    else:
        return ()
    return cells if len(cells) > 1 else ()


def _looks_like_heading(line: _Line, words: str) -> bool:
    """Tell whether a line stands alone and reads as a title, by its form only."""
    if len(words) > _LONGEST_HEADING or _ENDS_A_SENTENCE.search(words):
        return False
    if not words[:1].isupper():
        return False
    return (line.after_blank and line.before_blank) or words.isupper()
