"""Gets the words of a letter or page: from a file, through the reading child, or pasted."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.records import Json
from jasp_desktop.exchange.letters.plain_lines import blocks_of_lines, lines_of
from jasp_desktop.exchange.letters.source_text import (
    SourceText,
    block_from_json,
)
from jasp_desktop.exchange.reading_child import ReadingLimits, read_in_child, refused
from jasp_desktop.exchange.reading_limits import Refusal, size_refusal

# What is left of twelve seconds is for reading the words as a letter.
_LIMITS = ReadingLimits(seconds=9.0)
_HEAD = 4_096
_PDF_MARK_WITHIN = 1_024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_OLE = "EncryptedPackage".encode("utf-16-le")


def read_file(path: Path, progress: Progress, limits: ReadingLimits | None = None) -> SourceText:
    """Return the words of a txt, HTML, Word or PDF file, parsed in a child process.

    Raises:
        UnreadableFile: The file cannot be read, with the reason in one sentence.
        Cancelled: ``progress`` asked for a stop.
    """
    if refusal := size_refusal(path):
        raise refused(refusal, path.name)
    found = read_in_child(_kind_of(path), path, progress, limits or _LIMITS)
    return _source_text(path.name, found)


def words_as_source(text: str, name: str) -> SourceText:
    """Return pasted words in the form of a file of that name."""
    lines = lines_of(text)
    return SourceText(
        file=name,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        lines=lines,
        blocks=blocks_of_lines(lines),
    )


def _kind_of(path: Path) -> str:
    with path.open("rb") as file:
        head = file.read(_HEAD)
        if head.startswith(_OLE):
            rest = file.read()
            locked = _ENCRYPTED_OLE in head + rest
            raise refused(Refusal.PASSWORD if locked else Refusal.UNKNOWN_TYPE, path.name)
    if b"%PDF-" in head[:_PDF_MARK_WITHIN]:
        return "pdf"
    if head.startswith(b"PK"):
        return "docx"
    if head.lstrip().startswith(b"{\\rtf"):
        raise refused(Refusal.UNKNOWN_TYPE, path.name)
    return _kind_of_text(path, head)


def _kind_of_text(path: Path, head: bytes) -> str:
    ending = path.suffix.lower()
    if ending in {".docx", ".pdf"}:
        raise refused(Refusal.DAMAGED, path.name)
    start = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:100].lower()
    is_page = start.startswith((b"<!doctype html", b"<html", b"<?xml", b"<body", b"<head"))
    return "html" if is_page or ending in {".html", ".htm", ".xhtml"} else "txt"


def _source_text(file: str, found: Mapping[str, Json]) -> SourceText:
    match found:
        case {"sha256": str(sha256), "lines": list(lines), "blocks": list(blocks)}:
            return SourceText(
                file=file,
                sha256=sha256,
                lines=tuple(str(line) for line in lines),
                blocks=tuple(block_from_json(cast("list[object]", block)) for block in blocks),
            )
        case _:
            raise refused(Refusal.DAMAGED, file)
