"""A mapping as JSON: as it is saved by name, and as an import's batch keeps it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from jasp_desktop.domain.identity import ReportUid, Uid
from jasp_desktop.domain.records import Json
from jasp_desktop.domain.trackers import ColumnUse, DateOrder, TrackerField, TrackerMapping
from jasp_desktop.domain.vocabulary import ForceStatus, HmicfrsPosition
from jasp_desktop.exchange.trackers.rows import column_name

VERSION = 1


def mapping_to_json(mapping: TrackerMapping) -> dict[str, Json]:
    """Return a mapping as it is saved."""
    return {
        "version": VERSION,
        "name": mapping.name,
        "tracker": mapping.tracker,
        "sheet": mapping.sheet,
        "header_row": mapping.header_row,
        "columns": [_use_to_json(use) for use in mapping.columns],
        "statuses": {words: status.value for words, status in mapping.statuses.items()},
        "positions": {words: position.value for words, position in mapping.positions.items()},
        "report": mapping.report,
    }


def mapping_from_json(found: Mapping[str, Any]) -> TrackerMapping | None:
    """Return a saved mapping; None where a later program wrote it in another way."""
    try:
        if found["version"] != VERSION:
            return None
        return TrackerMapping(
            name=found["name"],
            tracker=found["tracker"],
            sheet=found["sheet"],
            header_row=int(found["header_row"]),
            columns=tuple(_use_from_json(each) for each in found["columns"]),
            statuses={words: ForceStatus(each) for words, each in found["statuses"].items()},
            positions={words: HmicfrsPosition(each) for words, each in found["positions"].items()},
            report=ReportUid(Uid(found["report"])) if found["report"] else None,
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def batch_mapping(mapping: TrackerMapping) -> dict[str, Json]:
    """Return what an import's batch keeps of its mapping: each heading with what it was read as."""
    kept: dict[str, Json] = {}
    for use in mapping.columns:
        if use.field is None:
            continue
        heading, number = column_name(use), 1
        while heading in kept:
            number += 1
            heading = f"{column_name(use)} ({number})"
        kept[heading] = use.field.value
    return kept


def _use_to_json(use: ColumnUse) -> Json:
    return {
        "column": use.column,
        "heading": use.heading,
        "field": use.field.value if use.field else None,
        "as_at": use.as_at.isoformat() if use.as_at else None,
        "order": use.order.value if use.order else None,
    }


def _use_from_json(found: Mapping[str, Any]) -> ColumnUse:
    return ColumnUse(
        column=int(found["column"]),
        heading=found["heading"],
        field=TrackerField(found["field"]) if found["field"] else None,
        as_at=date.fromisoformat(found["as_at"]) if found["as_at"] else None,
        order=DateOrder(found["order"]) if found["order"] else None,
    )
