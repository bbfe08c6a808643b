"""Reads a web page's own words, without its furniture; runs in the reading child."""

import re
from collections.abc import Iterator
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement, PreformattedString

from jasp_desktop.domain.records import Json
from jasp_desktop.exchange.letters.plain_lines import with_list_mark
from jasp_desktop.exchange.letters.read_txt import decoded
from jasp_desktop.exchange.letters.source_text import Block, BlockKind, laid_out, reading_as_json
from jasp_desktop.exchange.reading_limits import Refusal, Refused

_NEVER_READ = {
    "script", "style", "noscript", "template", "svg", "iframe", "object", "form", "button",
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
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD_HEADING_LEVEL = 6
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
    if tag.name in _NEVER_READ or tag.has_attr("hidden"):
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


class _PageReader:
    """Walks a page once, without recursion, and gathers its blocks."""

    def __init__(self, root: Tag) -> None:
        self._root = root
        self._words: list[tuple[str, bool]] = []
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
        if name in _HEADINGS or name == "summary":
            self._heading = _HEADINGS.get(name, _BOLD_HEADING_LEVEL)
        elif name in {"ol", "ul"}:
            start = str(tag.get("start", "1"))
            first = int(start) if start.isdecimal() and len(start) < 5 else 1  # noqa: PLR2004
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
        count = int(value) if value.isdecimal() and len(value) < 5 else count  # noqa: PLR2004
        is_lettered = style in {"a", "A"} and 1 <= count <= len(_LETTERS)
        self._item = _LETTERS[count - 1] if is_lettered else str(count)
        self._lists[-1] = (kind, count + 1, style)

    def _leave(self, tag: Tag) -> None:
        name = tag.name
        if name in {"td", "th"}:
            self._close_cell()
        elif name in _BLOCKS or name in _HEADINGS:
            self._flush()
        if name in _HEADINGS or name == "summary":
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
            # Inside a cell a block's end is a space; the cell closes itself.
            self._words.append((" ", True))
            return
        text, is_bold = self._take_words()
        if text:
            self._found.append(self._block(text, is_bold=is_bold))

    def _block(self, text: str, *, is_bold: bool) -> Block:
        if self._heading:
            words, number, _ = with_list_mark(text)
            return Block(
                kind=BlockKind.HEADING, text=words or text, number=number, level=self._heading
            )
        if self._is_item:
            self._is_item = False
            number, self._item = self._item, None
            depth = max(1, len(self._lists))
            return Block(kind=BlockKind.LIST_ITEM, text=text, number=number, level=depth)
        words, number, is_item = with_list_mark(text)
        if is_bold and len(text) <= _LONGEST_BOLD_HEADING:
            level = _BOLD_HEADING_LEVEL
            return Block(kind=BlockKind.HEADING, text=words, number=number, level=level)
        kind = BlockKind.LIST_ITEM if is_item else BlockKind.PARAGRAPH
        return Block(kind=kind, text=words, number=number)

    def _close_cell(self) -> None:
        text, _ = self._take_words()
        if self._rows:
            self._rows[-1].append(text)

    def _close_row(self, cells: list[str]) -> None:
        filled = [cell for cell in cells if cell]
        if self._rows or not filled:
            self._words.extend((f" {cell} ", False) for cell in filled)
        elif len(filled) == 1:
            # A table of one column is layout; a row spanning all columns is a heading.
            self._found.append(self._block(filled[0], is_bold=len(cells) == 1 < self._width()))
        else:
            self._found.append(
                Block(kind=BlockKind.TABLE_ROW, text=" ".join(filled), cells=tuple(cells))
            )

    def _width(self) -> int:
        last = self._found[-1] if self._found else None
        return len(last.cells) if last else 0


def _is_skip_link(tag: Tag) -> bool:
    return tag.name == "a" and bool(_SKIP_LINK.match(tag.get_text()))
