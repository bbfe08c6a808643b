"""Reads a spreadsheet in the child process into a file whose rows can be gone through."""

import tempfile
from pathlib import Path
from typing import Any, cast

from jasp_desktop.domain.progress import Progress
from jasp_desktop.exchange.reading_child import (
    ReadingLimits,
    UnreadableFile,
    refused,
    spool_from_child,
)
from jasp_desktop.exchange.reading_limits import Refusal, size_refusal
from jasp_desktop.exchange.trackers.sheets import MergedCells, SheetHead, TrackerFile

_LIMITS = ReadingLimits(seconds=11.5, answer=512 * 1024 * 1024)
_IN_MEMORY = 8 * 1024 * 1024
"""Bytes of rows above which they lie in a nameless temporary file."""

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UTF_16_NAME = "EncryptedPackage".encode("utf-16-le")
_WORKBOOKS = (".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods")
_TABLES = (".csv", ".tsv", ".tab")


def is_spreadsheet(path: Path) -> bool:
    """Tell from a file's name whether it is read as a tracker."""
    return path.suffix.lower() in (*_WORKBOOKS, *_TABLES)


def read_tracker(path: Path, progress: Progress) -> TrackerFile:
    """Read every sheet of a workbook, or the one table of a delimited text.

    Raises:
        UnreadableFile: The file cannot be read; a sentence says why.
        Cancelled: The person asked for a stop.
    """
    kind = _kind_of(path)
    spool = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - the file keeps it
    try:
        found = cast("Any", spool_from_child(kind, path, progress, _LIMITS, spool))
        heads = tuple(_head(each) for each in found["sheets"])
        places = {each["name"]: (int(each["start"]), int(each["end"])) for each in found["sheets"]}
        return TrackerFile(path.name, str(found["sha256"]), heads, spool, places)
    except (KeyError, TypeError, ValueError):
        spool.close()
        raise refused(Refusal.DAMAGED, path.name) from None
    except BaseException:
        spool.close()
        raise


def _kind_of(path: Path) -> str:
    """Return which reader reads a file, from its first bytes rather than its name.

    Raises:
        UnreadableFile: No reader does.
    """
    if refusal := size_refusal(path):
        raise refused(refusal, path.name)
    try:
        with path.open("rb") as file:
            start = file.read(len(_OLE))
            rest = file.read(1_000_000) if start == _OLE else b""
    except OSError:
        raise UnreadableFile(f"“{path.name}” could not be opened; nothing was imported.") from None
    if start == _OLE:
        locked = _UTF_16_NAME in rest
        raise refused(Refusal.PASSWORD if locked else Refusal.OTHER_SHEET, path.name)
    return "xlsx" if start.startswith(_ZIP) else "csv"


def _head(found: dict[str, Any]) -> SheetHead:
    return SheetHead(
        name=str(found["name"]),
        rows=int(found["rows"]),
        columns=int(found["columns"]),
        is_hidden=bool(found.get("is_hidden")),
        hidden_rows=frozenset(found.get("hidden_rows", ())),
        hidden_columns=frozenset(found.get("hidden_columns", ())),
        merged=tuple(MergedCells(*each) for each in found.get("merged", ())),
        without_value={
            int(row): tuple(map(int, columns)) for row, *columns in found.get("without_value", ())
        },
        is_from_1904=bool(found.get("is_from_1904")),
    )
