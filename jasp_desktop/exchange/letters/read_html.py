"""Reads a web page's own words, without its furniture; runs in the reading child."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement, PreformattedString

from jasp_desktop.domain.records import Json
from jasp_desktop.exchange.letters.plain_lines import with_list_mark
from jasp_desktop.exchange.letters.read_txt import decoded
from jasp_desktop.exchange.letters.source_text import (
    WEB_ADDRESS,
    Block,
    BlockKind,
    laid_out,
    reading_as_json,
)
from jasp_desktop.exchange.reading_limits import Refusal, Refused

_NEVER_READ = {
    "script", "style", "noscript", "template", "svg", "iframe", "object", "form",
    "select", "textarea", "nav", "head", "dialog", "audio", "video", "canvas", "math",
}  # fmt: skip
_FURNITURE_ROLES = {"navigation", "banner", "contentinfo", "search", "dialog", "alert", "menu"}
_FURNITURE_NAMES = re.compile(
    r"cookie|consent|breadcrumb|skip-?(?:to|link|nav)|share-|social|site-?(?:header|footer)"
    r"|pagination|screen-reader|visually-hidden|sr-only",
    re.IGNORECASE,
)
_SKIP_LINK = re.compile(
    r"\s*(?:skip (?:to|navigation)|back to top|print (?:this )?page|share this)\b", re.IGNORECASE
)
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "header", "hr", "html", "li", "main", "ol",
    "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_BOLD_HEADING_LEVEL = 6
_HEADINGS = {f"h{level}": level for level in range(1, 7)} | {
    "summary": _BOLD_HEADING_LEVEL,
    "dt": _BOLD_HEADING_LEVEL,
}
_LINE_IN_CELL = "\u2028"
_MOST_LINKS = 20
_LONGEST_COUNT = 4
"""Figures in the number of a list’s item; more are no number of anything."""
_LONGEST_BOLD_HEADING = 120
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def answer(path: Path) -> dict[str, Json]:
    """Return the lines and blocks of a web page.

    Raises:
        Refused: The file is not text, or the page has no words.
    """
    content = path.read_bytes()
    soup = BeautifulSoup(decoded(content), "html.parser")
    lines, blocks = laid_out(_PageReader(_main_part(soup)).blocks())
    if not blocks:
        raise Refused(Refusal.EMPTY)
    return reading_as_json(content, lines, blocks)


def _main_part(soup: BeautifulSoup) -> Tag:
    mains = soup.select("main") or soup.select("[role=main]")
    if len(mains) == 1 and mains[0].get_text(strip=True):
        return mains[0]
    return soup


def _is_furniture(tag: Tag) -> bool:
    if tag.name in _NEVER_READ or (tag.has_attr("hidden") and not _is_panel(tag)):
        return True
    if tag.name == "button" and not _opens_a_panel(tag):
        return True
    if tag.name in {"header", "footer"} and tag.find_parent(["main", "article"]) is None:
        return True
    names = [*tag.get_attribute_list("class"), tag.get("id"), tag.get("aria-label")]
    if tag.name not in {"body", "html", "main", "article"} and any(
        _FURNITURE_NAMES.search(str(name)) for name in names if name
    ):
        return True
    is_hidden = tag.get("aria-hidden") == "true"
    return is_hidden or str(tag.get("role", "")).lower() in _FURNITURE_ROLES


def _opens_a_panel(button: Tag) -> bool:
    """Tell whether a button is the heading of an accordion's panel."""
    return button.find_parent(list(_HEADINGS)) is not None


def _is_panel(tag: Tag) -> bool:
    """Tell whether what is hidden is a closed panel of the page's own text."""
    is_named = bool(tag.get("aria-labelledby")) or str(tag.get("role")) in {"region", "tabpanel"}
    return is_named or str(tag.get("hidden")) == "until-found"


class _PageReader:
    """Walks a page once, without recursion, and gathers its blocks."""

    def __init__(self, root: Tag) -> None:
        self._root = root
        self._words: list[tuple[str, bool]] = []
        self._links: list[tuple[str, str]] = []
        self._found: list[Block] = []
        self._heading: int | None = None
        self._lists: list[tuple[str, int, str]] = []
        self._item: str | None = None
        self._is_item = False
        self._rows: list[list[str]] = []
        self._bold = 0

    def blocks(self) -> Iterator[Block]:
        """Return the page's blocks in order."""
        stack: list[tuple[PageElement, bool]] = [(self._root, False)]
        while stack:
            node, is_leaving = stack.pop()
            if isinstance(node, Tag):
                if is_leaving:
                    self._leave(node)
                elif not _is_furniture(node) and not _is_skip_link(node):
                    self._enter(node)
                    stack.append((node, True))
                    stack.extend((child, False) for child in reversed(node.contents))
            elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
                self._words.append((str(node), self._bold > 0))
        self._flush()
        yield from self._found

    def _enter(self, tag: Tag) -> None:
        name = tag.name
        if name in _BLOCKS or name in _HEADINGS or name == "br":
            self._flush()
        if name in _HEADINGS:
            self._heading = _HEADINGS[name]
        elif name == "a":
            self._note_link(tag)
        elif name in {"ol", "ul"}:
            start = str(tag.get("start", "1"))
            first = int(start) if start.isdecimal() and len(start) <= _LONGEST_COUNT else 1
            self._lists.append((name, first, str(tag.get("type", "1"))))
        elif name == "li":
            self._open_item(tag)
        elif name == "tr":
            self._rows.append([])
        elif name in {"b", "strong"}:
            self._bold += 1

    def _open_item(self, tag: Tag) -> None:
        self._is_item = True
        self._item = None
        if not self._lists or self._lists[-1][0] == "ul":
            return
        kind, count, style = self._lists[-1]
        value = str(tag.get("value", ""))
        count = int(value) if value.isdecimal() and len(value) <= _LONGEST_COUNT else count
        is_lettered = style in {"a", "A"} and 1 <= count <= len(_LETTERS)
        self._item = _LETTERS[count - 1] if is_lettered else str(count)
        self._lists[-1] = (kind, count + 1, style)

    def _leave(self, tag: Tag) -> None:
        name = tag.name
        if name in {"td", "th"}:
            self._close_cell()
        elif name in _BLOCKS or name in _HEADINGS:
            self._flush()
        if name in _HEADINGS:
            self._heading = None
        elif name in {"ol", "ul"} and self._lists:
            self._lists.pop()
        elif name == "li":
            self._is_item = False
        elif name == "tr" and self._rows:
            self._close_row(self._rows.pop())
        elif name in {"b", "strong"}:
            self._bold -= 1

    def _take_words(self) -> tuple[str, bool]:
        text = " ".join("".join(words for words, _ in self._words).split())
        is_bold = all(bold for words, bold in self._words if words.strip())
        self._words.clear()
        return text, is_bold and bool(text)

    def _flush(self) -> None:
        if self._rows:
            self._words.append((_LINE_IN_CELL, True))
            return
        text, is_bold = self._take_words()
        if text:
            self._keep(self._block(text, is_bold=is_bold))

    def _keep(self, block: Block) -> None:
        self._found.append(replace(block, links=tuple(self._links)))
        self._links.clear()

    def _note_link(self, tag: Tag) -> None:
        address = str(tag.get("href", "")).strip()
        if WEB_ADDRESS.fullmatch(address) and len(self._links) < _MOST_LINKS:
            self._links.append((" ".join(tag.get_text().split()), address))

    def _block(self, text: str, *, is_bold: bool) -> Block:
        if self._heading:
            words, number, _ = with_list_mark(text)
            return Block(
                kind=BlockKind.HEADING, text=words or text, number=number, level=self._heading
            )
        if self._is_item:
            self._is_item = False
            counted, self._item = self._item, None
            depth = max(1, len(self._lists))
            words, printed, _ = with_list_mark(text) if counted is None else (text, counted, True)
            return Block(kind=BlockKind.LIST_ITEM, text=words, number=printed, level=depth)
        words, number, is_item = with_list_mark(text)
        if is_bold and len(text) <= _LONGEST_BOLD_HEADING:
            level = _BOLD_HEADING_LEVEL
            return Block(kind=BlockKind.HEADING, text=words, number=number, level=level)
        kind = BlockKind.LIST_ITEM if is_item else BlockKind.PARAGRAPH
        return Block(kind=kind, text=words, number=number)

    def _close_cell(self) -> None:
        lines = "".join(words for words, _ in self._words).split(_LINE_IN_CELL)
        self._words.clear()
        if self._rows:
            cleared = (" ".join(line.split()) for line in lines)
            self._rows[-1].append("\n".join(line for line in cleared if line))

    def _close_row(self, cells: list[str]) -> None:
        filled = [cell for cell in cells if cell]
        if self._rows or not filled:
            self._words.extend((f" {cell} ", False) for cell in filled)
        elif len(filled) == 1 and len(cells) != self._width():
            # A table of one column is layout; a row spanning all columns is a heading.
            lines = filled[0].split("\n")
            is_heading = len(cells) == len(lines) == 1 < self._width()
            for line in lines:
                self._keep(self._block(line, is_bold=is_heading))
        else:
            text = " ".join(filled)
            self._keep(Block(kind=BlockKind.TABLE_ROW, text=text, cells=tuple(cells)))

    def _width(self) -> int:
        last = self._found[-1] if self._found else None
        return len(last.cells) if last else 0


def _is_skip_link(tag: Tag) -> bool:
    return tag.name == "a" and bool(_SKIP_LINK.match(tag.get_text()))
