"""What a record goes by in a few words, so that a reference can be read beside its uid."""

from collections.abc import Callable, Mapping
from typing import Any

from jasp_desktop.domain.dates import in_table
from jasp_desktop.domain.dossier import finding_label
from jasp_desktop.domain.record_fields import table_of
from jasp_desktop.domain.records import (
    Action,
    AgendaItem,
    Finding,
    ImportBatch,
    Meeting,
    Record,
    Response,
)

LABELLED = (
    "person",
    "report",
    "finding",
    "response",
    "response_item",
    "action",
    "meeting",
    "agenda_item",
    "question",
    "panel_action",
    "document",
    "import_batch",
)
"""The tables that other records refer to, each after those that its own labels quote."""

_LONGEST = 60


def label_of(record: Record, labels: Mapping[str, str]) -> str:
    """Return a record's label; ``labels`` are those known already, by uid."""
    return _LABEL[table_of(record)](record, labels).replace("\u00a0", " ")


def shortened(text: str) -> str:
    """Return the beginning of a text, on one line."""
    words = " ".join(text[: 4 * _LONGEST].split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"


def _finding(record: Finding, labels: Mapping[str, str]) -> str:
    return f"{labels.get(record.report, 'Unknown report')}: {finding_label(record)}"


def _response(record: Response, _labels: Mapping[str, str]) -> str:
    author = record.author or record.author_role.words
    return f"{author}, {record.written_on.words}" if record.written_on else author


def _action(record: Action, _labels: Mapping[str, str]) -> str:
    return record.reference or record.tracker_reference or shortened(record.text)


def _meeting(record: Meeting, _labels: Mapping[str, str]) -> str:
    return in_table(record.held_on)


def _agenda_item(record: AgendaItem, labels: Mapping[str, str]) -> str:
    return f"{labels.get(record.meeting, 'Unknown meeting')}, item {record.number}: {record.title}"


def _import_batch(record: ImportBatch, _labels: Mapping[str, str]) -> str:
    return f"{record.file}, {in_table(record.at.date())}"


_LABEL: Mapping[str, Callable[[Any, Mapping[str, str]], str]] = {
    "person": lambda record, _: record.name,
    "report": lambda record, _: record.name,
    "finding": _finding,
    "response": _response,
    "response_item": lambda record, _: shortened(record.text),
    "action": _action,
    "meeting": _meeting,
    "agenda_item": _agenda_item,
    "question": lambda record, _: shortened(record.text),
    "panel_action": lambda record, _: record.number,
    "document": lambda record, _: record.title,
    "import_batch": _import_batch,
}
