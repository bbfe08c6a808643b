"""The open format: the whole register as one JSON document (DESIGN.md, section 3).

Reading and writing are each other's inverse, byte for byte: keys sorted, records by uid, one
space of indent, no escape of letters that UTF-8 can hold, no line end after the last brace.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jasp_desktop.domain.dates import MOST_CLEAR_DAYS
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.record_fields import RECORD_TYPES
from jasp_desktop.domain.records import Json, Panel, Record
from jasp_desktop.exchange.record_json import (
    NotARegister,
    record_as_written,
    record_from_json,
    record_to_json,
)

FORMAT = "jasp-register"
VERSION = 1
LARGEST_FILE = 1 << 30
"""Bytes; a register with its documents at national size stays well below."""


@dataclass(frozen=True, slots=True)
class RegisterFile:
    """What a file in the open format holds."""

    panel: Panel
    records: Mapping[str, Sequence[Record]]


def register_to_json(panel: Panel, records: Mapping[str, Iterable[Record]]) -> Iterator[str]:
    """Yield the document piece by piece, so that a national register needs little memory."""
    scalars = {"format": json.dumps(FORMAT), "version": json.dumps(VERSION)}
    scalars["panel"] = _dumps(record_to_json(panel), depth=1)
    yield "{"
    for place, key in enumerate(sorted([*RECORD_TYPES, *scalars])):
        yield f'{"," if place else ""}\n "{key}": '
        yield from (scalars[key],) if key in scalars else _write_list(records.get(key, ()))
    yield "\n}"


def read_register(path: Path, progress: Progress) -> RegisterFile:
    """Read a file in the open format.

    Raises:
        NotARegister: It is missing, unreadable, too large, not this format or a newer version.
        Cancelled: The person asked for a stop.
    """
    document = _document(path)
    if document.get("format") != FORMAT:
        raise NotARegister(f"“{path.name}” is not a register in the open format.")
    version = document.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise NotARegister(f"“{path.name}” does not say which version of the format it is in.")
    if version > VERSION:
        raise NotARegister(
            f"“{path.name}” was written by a newer JASP Desktop. Update this program to open it."
        )
    if unknown := document.keys() - RECORD_TYPES.keys() - {"format", "version", "panel"}:
        raise NotARegister(f"“{path.name}” has a list “{min(unknown)}” that is not in the format.")
    panel = record_from_json(Panel, document.get("panel"), "panel")
    if panel.paper_lead_days > MOST_CLEAR_DAYS:
        raise NotARegister(
            f"The panel’s papers are due more than {MOST_CLEAR_DAYS} clear working days before a "
            "meeting. Nothing was imported."
        )
    records: dict[str, Sequence[Record]] = {}
    for done, (table, record_type) in enumerate(RECORD_TYPES.items()):
        progress.report(done, len(RECORD_TYPES), "Reading the register")
        found = document.get(table, [])
        if not isinstance(found, list):
            raise NotARegister(f"“{table}” is not a list. Nothing was imported.")
        label = table.replace("_", " ")
        records[table] = [
            record_from_json(record_type, each, f"{label} {number}")
            for number, each in enumerate(found, start=1)
        ]
    return RegisterFile(panel, records)


def is_open_format(path: Path) -> bool:
    """Tell whether a file looks like JSON, without reading it all."""
    try:
        with path.open("rb") as file:
            return file.read(64).lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{")
    except OSError:
        return False


def _document(path: Path) -> dict[str, object]:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise NotARegister(f"“{path.name}” is larger than a register can be.")
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise NotARegister(f"“{path.name}” is not there any more.") from None
    except UnicodeDecodeError:
        raise NotARegister(f"“{path.name}” is not a register in the open format.") from None
    except OSError:
        raise NotARegister(f"“{path.name}” could not be read.") from None
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        raise NotARegister(
            f"“{path.name}” is damaged or cut short: it is not complete JSON. Nothing was imported."
        ) from None
    if not isinstance(document, dict):
        raise NotARegister(f"“{path.name}” is not a register in the open format.")
    return document


def _write_list(records: Iterable[Record]) -> Iterator[str]:
    place = 0
    for place, record in enumerate(records, start=1):
        yield ("[\n  " if place == 1 else ",\n  ") + _dumps(record_as_written(record), depth=2)
    yield "\n ]" if place else "[]"


def _dumps(value: Json, depth: int) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True)
    return text.replace("\n", "\n" + " " * depth)
