"""How a place on the Register page is written down: a table, a record, or a new record."""

from dataclasses import dataclass

from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.record_fields import RECORD_TYPES
from jasp_desktop.ui.places import PageKey, Place

_NEW = "new"


@dataclass(frozen=True, slots=True)
class Added:
    """A new record of a table; added from another record, it names that in one field."""

    table: str
    field: str = ""
    origin_table: str = ""
    origin: Uid | None = None


def table_place(table: str) -> Place:
    """Return the place of a table's list."""
    return Place(PageKey.REGISTER, detail=table)


def record_place(table: str, uid: str) -> Place:
    """Return the place of a record's form."""
    return Place(PageKey.REGISTER, uid, table)


def new_place(added: Added) -> Place:
    """Return the place of a form for a new record."""
    parts = [_NEW, added.table]
    if added.origin is not None:
        parts += [added.field, added.origin_table, added.origin]
    return Place(PageKey.REGISTER, detail=" ".join(parts))


def table_of_place(place: Place) -> str | None:
    """Return the table whose list a place shows; None where it names none."""
    words = (place.detail or "").split()
    table = words[1] if words[:1] == [_NEW] and words[1:] else (words[0] if words else "")
    return table if table in RECORD_TYPES else None


def added_at(place: Place) -> Added | None:
    """Return the new record that a place is for; None where it is for none."""
    match (place.detail or "").split():
        case ["new", table]:
            return Added(table)
        case ["new", table, field, origin_table, origin]:
            return Added(table, field, origin_table, Uid(origin))
        case _:
            return None
