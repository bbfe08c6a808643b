"""Reads a Word document's paragraphs, lists and tables in order; runs in the reading child."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn

from jasp_desktop.domain.records import Json
from jasp_desktop.exchange.letters.plain_lines import with_list_mark
from jasp_desktop.exchange.letters.source_text import (
    WEB_ADDRESS,
    Block,
    BlockKind,
    laid_out,
    reading_as_json,
)
from jasp_desktop.exchange.reading_limits import Refusal, Refused, check_package

type _Element = Any
"""An element of lxml's tree, which has no types."""

_MAIN_PART = "word/document.xml"
_HEADING_STYLE = re.compile(r"heading (\d)")
_BOLD_HEADING_LEVEL = 6
_LONGEST_BOLD_HEADING = 120
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def answer(path: Path) -> dict[str, Json]:
    """Return the lines and blocks of a Word document.

    Raises:
        Refused: The file is no safe Word document, or has no words.
    """
    with zipfile.ZipFile(path) as package:
        if _MAIN_PART not in package.namelist():
            raise Refused(Refusal.UNKNOWN_TYPE)
        check_package(package)
    with path.open("rb") as file:
        content = file.read()
        document = docx.Document(file)
    lines, blocks = laid_out(_DocumentReader(document).blocks())
    if not blocks:
        raise Refused(Refusal.EMPTY)
    return reading_as_json(content, lines, blocks)


@dataclass
class _DocumentReader:
    """Walks a document's body; keeps the count of each numbered list."""

    document: Document
    counts: dict[tuple[str, int], int] = field(default_factory=dict)
    styles: dict[str, str] = field(default_factory=dict)

    def blocks(self) -> Iterator[Block]:
        """Return the document's blocks in order."""
        yield from self._inside(self.document.element.body)

    def _inside(self, parent: _Element) -> Iterator[Block]:
        for element in parent:
            if element.tag == qn("w:p"):
                yield from self._paragraph(element)
            elif element.tag == qn("w:tbl"):
                yield from self._table(element)
            elif element.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")}:
                yield from self._inside(element)

    def _paragraph(self, element: _Element) -> Iterator[Block]:
        pieces = [" ".join(piece.split()) for piece in _words_of(element).split("\n")]
        style = self._style_of(element)
        is_bold = _is_wholly_bold(element)
        links = tuple(self._links_of(element))
        for place, text in enumerate(piece for piece in pieces if piece):
            block = self._block(element, style, text, is_first=place == 0, is_bold=is_bold)
            yield replace(block, links=links) if place == 0 else block

    def _links_of(self, element: _Element) -> Iterator[tuple[str, str]]:
        for link in element.iter(qn("w:hyperlink")):
            target = self.document.part.rels.get(link.get(qn("r:id")))
            if target and target.is_external and WEB_ADDRESS.fullmatch(target.target_ref):
                yield " ".join(_words_of(link).split()), target.target_ref

    def _block(
        self, element: _Element, style: str, text: str, *, is_first: bool, is_bold: bool
    ) -> Block:
        words, number, is_item = with_list_mark(text)
        if level := _heading_level(style):
            return Block(kind=BlockKind.HEADING, text=words, number=number, level=level)
        listed = self._list_place(element, style) if is_first else None
        if listed:
            depth, count = listed
            return Block(kind=BlockKind.LIST_ITEM, text=words, number=number or count, level=depth)
        if is_bold and len(text) <= _LONGEST_BOLD_HEADING:
            level = _BOLD_HEADING_LEVEL
            return Block(kind=BlockKind.HEADING, text=words, number=number, level=level)
        kind = BlockKind.LIST_ITEM if is_item else BlockKind.PARAGRAPH
        return Block(kind=kind, text=words, number=number)

    def _style_of(self, element: _Element) -> str:
        mark = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if mark is None:
            return ""
        if not self.styles:
            for style in self.document.styles.element.iter(qn("w:style")):
                name = style.find(qn("w:name"))
                words = "" if name is None else str(name.get(qn("w:val"))).lower()
                self.styles[str(style.get(qn("w:styleId")))] = words
        return self.styles.get(str(mark.get(qn("w:val"))), "")

    def _list_place(self, element: _Element, style: str) -> tuple[int, str | None] | None:
        """Return a list item's depth from 1 and its number, None for a bullet."""
        mark = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
        if mark is None:
            if not style.startswith("list"):
                return None
            # The style carries the numbering; its own count is enough.
            identity, depth = style, 0
            is_numbered = "number" in style
            shape = "decimal" if is_numbered else "bullet"
        else:
            identity = str(mark.get(qn("w:val")))
            if identity == "0":
                return None
            deep = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:ilvl')}")
            depth = 0 if deep is None else int(deep.get(qn("w:val")) or 0)
            shape = self._shape(identity, depth)
        return depth + 1, self._counted(identity, depth, shape)

    def _counted(self, identity: str, depth: int, shape: str) -> str | None:
        if shape in {"bullet", "none"}:
            return None
        count = self.counts[identity, depth] = self.counts.get((identity, depth), 0) + 1
        for deeper in [key for key in self.counts if key[0] == identity and key[1] > depth]:
            del self.counts[deeper]
        if shape.endswith("Letter") and count <= len(_LETTERS):
            return _LETTERS[count - 1]
        above = [str(self.counts.get((identity, level), 1)) for level in range(depth)]
        return ".".join([*above, str(count)])

    def _shape(self, identity: str, depth: int) -> str:
        """Return the number format of a list's level, in Word's name: “decimal”, “bullet”."""
        try:
            numbering = self.document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return "bullet"
        abstract = next(
            (
                each.find(qn("w:abstractNumId")).get(qn("w:val"))
                for each in numbering.iter(qn("w:num"))
                if each.get(qn("w:numId")) == identity
            ),
            None,
        )
        for each in numbering.iter(qn("w:abstractNum")):
            if each.get(qn("w:abstractNumId")) == abstract:
                for level in each.iter(qn("w:lvl")):
                    if level.get(qn("w:ilvl")) == str(depth):
                        form = level.find(qn("w:numFmt"))
                        return "decimal" if form is None else str(form.get(qn("w:val")))
        return "bullet"

    def _table(self, element: _Element) -> Iterator[Block]:
        width = 0
        for row in element.iter(qn("w:tr")):
            cells = [_cell_words(cell) for cell in row.findall(qn("w:tc"))]
            filled = [cell for cell in cells if cell]
            is_in_table = len(cells) > 1 and len(cells) == width
            width = len(cells)
            if len(filled) == 1 and not is_in_table:
                yield from _blocks_of_cell(filled[0], is_alone=len(cells) == 1)
            elif filled:
                yield Block(kind=BlockKind.TABLE_ROW, text=" ".join(filled), cells=tuple(cells))


def _blocks_of_cell(text: str, *, is_alone: bool) -> Iterator[Block]:
    """Return the blocks of a table's cell that holds a row by itself: layout, or a heading."""
    lines = text.split("\n")
    for line in lines:
        words, number, is_item = with_list_mark(line)
        is_heading = is_alone and len(lines) == 1 and len(words) <= _LONGEST_BOLD_HEADING
        kind = BlockKind.LIST_ITEM if is_item and not is_heading else BlockKind.PARAGRAPH
        kind = BlockKind.HEADING if is_heading else kind
        level = _BOLD_HEADING_LEVEL if is_heading else 1
        yield Block(kind=kind, text=words, number=number, level=level)


def _heading_level(style: str) -> int | None:
    if style in {"title", "subtitle"}:
        return 1
    found = _HEADING_STYLE.match(style)
    return int(found[1]) if found else None


def _words_of(paragraph: _Element) -> str:
    """Return a paragraph's text with tracked insertions, without deletions and fallbacks."""
    words: list[str] = []
    skipped: set[_Element] = set()
    for element in paragraph.iter():
        if element.getparent() in skipped or element.tag in {_FALLBACK, qn("w:del")}:
            skipped.add(element)
        elif element.tag == qn("w:t"):
            words.append(element.text or "")
        elif element.tag == qn("w:tab"):
            words.append("\t" if element.getparent().tag == qn("w:r") else "")
        elif element.tag in {qn("w:br"), qn("w:cr")}:
            words.append("\n")
        elif element.tag == qn("w:noBreakHyphen"):
            words.append("-")
    return "".join(words)


def _cell_words(cell: _Element) -> str:
    printed = (line for each in cell.iter(qn("w:p")) for line in _words_of(each).split("\n"))
    return "\n".join(words for line in printed if (words := " ".join(line.split())))


def _is_wholly_bold(paragraph: _Element) -> bool:
    runs = [run for run in paragraph.iter(qn("w:r")) if _words_of(run).strip()]
    return bool(runs) and all(_is_bold(run) for run in runs)


def _is_bold(run: _Element) -> bool:
    mark = run.find(f"{qn('w:rPr')}/{qn('w:b')}")
    return mark is not None and mark.get(qn("w:val")) not in {"0", "false", "off"}
