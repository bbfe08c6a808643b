"""The saved mappings of trackers, by name; they are no part of the open format."""

from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from jasp_desktop.store.register_tables import TrackerMappingRow


def saved_mappings(session: Session) -> list[tuple[str, dict[str, Any]]]:
    """Return every mapping with its name, by name."""
    query = select(TrackerMappingRow.name, TrackerMappingRow.mapping)
    rows = session.execute(query.order_by(TrackerMappingRow.name))
    return [(name, mapping) for name, mapping in rows]


def save_mapping(session: Session, name: str, mapping: dict[str, Any]) -> None:
    """Keep a mapping in place of the one of that name."""
    forget_mapping(session, name)
    session.execute(insert(TrackerMappingRow).values(name=name, mapping=mapping))


def forget_mapping(session: Session, name: str) -> None:
    """Drop a mapping; what was imported by it stays."""
    session.execute(delete(TrackerMappingRow).where(TrackerMappingRow.name == name))
