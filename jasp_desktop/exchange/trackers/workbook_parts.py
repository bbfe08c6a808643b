"""Takes from an .xlsx package the few parts that a reading needs, and no other.

What was checked here is packed anew for the reader, so that both see the same bytes: a package may
lie about its sizes, hold a part twice, or let parts overlap. Runs in the reading child.
"""

import posixpath
import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from itertools import pairwise
from typing import NamedTuple
from xml.parsers import expat

from jasp_desktop.exchange.reading_limits import WORKBOOK, Refusal, Refused, check_parts
from jasp_desktop.exchange.trackers.sheet_marks import errors_as_words

_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_OTHERS = ("[Content_Types].xml", "_rels/.rels", "xl/sharedStrings.xml", "xl/styles.xml")
_OTHER_SHEETS = ("xl/workbook.bin", "content.xml", "index/document.iwa")
_IN_DIRECTORY = b"PK\x01\x02"
_DECLARES_TYPE = re.compile(rb"<!(?:doctype|entity)", re.IGNORECASE)
_RELATION_ID = re.compile(r"(?:.*:)?id$")
_LEAST_HEADER = 30
_MOST_SHEETS = 500
_TRUE = frozenset({"1", "true"})


class WorkbookParts(NamedTuple):
    """A workbook packed anew, and the XML of each of its sheets in their order.

    ``is_from_1904`` tells that its days count from 1904, not from 1900.
    """

    package: BytesIO
    sheets: tuple[bytes, ...]
    is_from_1904: bool


def workbook_parts(content: bytes) -> WorkbookParts:
    """Return the parts of a workbook that are safe to be read.

    Raises:
        Refused: The package is no workbook, or no safe one.
        zipfile.BadZipFile: The package is broken.
    """
    if content.count(_IN_DIRECTORY) > WORKBOOK.parts:
        # Counted before the directory is read: half a million parts alone would fill the memory.
        raise Refused(Refusal.TOO_LARGE)
    with zipfile.ZipFile(BytesIO(content)) as package:
        names = _by_name(package)
        if _WORKBOOK not in names:
            is_other = any(other in names for other in _OTHER_SHEETS)
            raise Refused(Refusal.OTHER_SHEET if is_other else Refusal.UNKNOWN_TYPE)
        check_parts(package, WORKBOOK)
        parts = {name: _part(package, names[name]) for name in (_WORKBOOK, _RELATIONS)}
        sheets = _sheet_names(parts)
        for name in (*_OTHERS, *sheets):
            if name.lower() in names and name not in parts:
                parts[name] = _part(package, names[name.lower()])
        _check_apart(package)
    if not all(name in parts for name in sheets):
        raise Refused(Refusal.DAMAGED)
    given = {n: errors_as_words(each) if n in sheets else each for n, each in parts.items()}
    return WorkbookParts(
        _packed(given), tuple(parts[name] for name in sheets), _is_from_1904(parts[_WORKBOOK])
    )


def _by_name(package: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """Return the parts by their names in lower case, as readers look for them."""
    names: dict[str, zipfile.ZipInfo] = {}
    for part in package.infolist():
        name = part.filename.replace("\\", "/").lstrip("/").lower()
        if name in names:
            raise Refused(Refusal.UNSAFE)
        names[name] = part
    return names


def _check_apart(package: zipfile.ZipFile) -> None:
    """Hold that no part lies in another: the zip reader of Python 3.12.1 does not look."""
    parts = sorted(package.infolist(), key=lambda part: part.header_offset)
    for part, following in pairwise(parts):
        # At the least: a header may be longer, by what it holds beside the name.
        end = part.header_offset + _LEAST_HEADER + len(part.filename) + part.compress_size
        # Two names for the very same bytes do no harm.
        if part.header_offset < following.header_offset < end:
            raise Refused(Refusal.DAMAGED)


def _part(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    markup = package.read(part)
    if len(markup) > WORKBOOK.one_part:
        raise Refused(Refusal.TOO_LARGE)
    if b"\0" in markup:
        # Text in two bytes a character: no program writes it, and it hides what is looked for.
        raise Refused(Refusal.UNSAFE)
    if b"!" in markup and _DECLARES_TYPE.search(markup):
        raise Refused(Refusal.UNSAFE)
    return markup


def _sheet_names(parts: Mapping[str, bytes]) -> list[str]:
    """Return the names of the parts of the sheets, in the order of the workbook."""
    targets: dict[str, str] = {}
    for name, attributes in _elements(parts[_RELATIONS]):
        if name == "Relationship":
            target = attributes.get("Target", "").replace("\\", "/")
            targets[attributes.get("Id", "")] = posixpath.normpath(posixpath.join("/xl", target))
    sheets = []
    for name, attributes in _elements(parts[_WORKBOOK]):
        if name == "sheet":
            ids = [value for key, value in attributes.items() if _RELATION_ID.match(key)]
            sheets.append(next((targets[each] for each in ids if each in targets), "").lstrip("/"))
    if len(sheets) > _MOST_SHEETS:
        raise Refused(Refusal.TOO_LARGE)
    named = [each.lower() for each in sheets if each]
    if len(set(named)) < len(named):
        # The same cells again and again would take all the time there is.
        raise Refused(Refusal.UNSAFE)
    return sheets


def _is_from_1904(workbook: bytes) -> bool:
    return any(
        name == "workbookPr" and attributes.get("date1904") in _TRUE
        for name, attributes in _elements(workbook)
    )


def _elements(markup: bytes) -> list[tuple[str, Mapping[str, str]]]:
    """Return the elements of a small part, by their names without a prefix, and attributes."""
    found: list[tuple[str, Mapping[str, str]]] = []
    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler = lambda name, attributes: found.append(
        (name.rpartition(":")[2], attributes)
    )
    parser.Parse(markup, True)  # noqa: FBT003 - expat takes no keyword
    return found


def _packed(parts: Mapping[str, bytes]) -> BytesIO:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as package:
        for name, markup in parts.items():
            package.writestr(name, markup)
    packed.seek(0)
    return packed
