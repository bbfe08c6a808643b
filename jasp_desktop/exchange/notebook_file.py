"""A member's notes, draft questions and marks as one JSON document."""

import json
from pathlib import Path

from jasp_desktop.domain.notebook import NOTEBOOK_TYPES, NotebookRecord
from jasp_desktop.exchange.record_json import NotARegister, record_from_json

FORMAT = "jasp-notebook"
VERSION = 1


def read_notebook(path: Path) -> list[NotebookRecord]:
    """Read a notebook file.

    Raises:
        NotARegister: It is not one, or of a newer version.
    """
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        raise NotARegister(f"“{path.name}” could not be read as a notebook.") from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise NotARegister(f"“{path.name}” is not a notebook.")
    if document.get("version") != VERSION:
        raise NotARegister(f"“{path.name}” was written by a newer JASP Desktop.")
    records: list[NotebookRecord] = []
    for table, record_type in NOTEBOOK_TYPES.items():
        found = document.get(table, [])
        if not isinstance(found, list):
            raise NotARegister(f"“{path.name}” is damaged: its “{table}” is not a list.")
        records += [
            record_from_json(record_type, each, f"{table} {number}")
            for number, each in enumerate(found, start=1)
        ]
    return records
