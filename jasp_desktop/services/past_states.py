"""A register as it was: wound back by its journal, and by its records where no journal tells."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from jasp_desktop.domain.change_exports import missing_from_exports
from jasp_desktop.domain.change_rewinding import rewound, rewound_panel
from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.journal import PANEL, Deed, Line
from jasp_desktop.domain.record_fields import RECORD_TYPES
from jasp_desktop.domain.records import ImportBatch, Json, Panel, Record
from jasp_desktop.domain.register_states import (
    Moment,
    RegisterState,
    Tables,
    every,
)
from jasp_desktop.exchange.record_json import record_from_json, record_to_json
from jasp_desktop.store.register_states import WholeRegister

type _Name = tuple[str, Uid]

_FOREVER = datetime.max.replace(tzinfo=UTC)
_WITHOUT_CONTENT: Mapping[str, Json] = {"content": "", "text": None}


def past_state(whole: WholeRegister, moment: Moment) -> RegisterState:
    """Return what a register said at a moment.

    The journal tells exactly what was there since it began. Before that, a register that came whole
    is wound back by what its records say of themselves.

    Raises:
        Cancelled: The person asked for a stop.
    """
    at = moment.at
    if at is None:
        return state_of(moment, whole.panel, whole.tables)
    number = whole.last_act_by(at) if moment.entry is None else moment.entry
    panel, tables = unwound(whole.panel, whole.tables, whole.lines_after(number))
    if moment.entry is None and at < (whole.first_act or _FOREVER):
        panel, tables = rewound_panel(panel, at.date()), rewound(tables, at)
    return state_of(moment, panel, tables)


def state_of(moment: Moment, panel: Panel | None, tables: Tables) -> RegisterState:
    """Return a state with what its own certificates say is missing."""
    return RegisterState(
        name=moment.words,
        day=moment.day,
        panel=panel,
        tables=tables,
        missing=missing_from_exports(every(tables, ImportBatch).values()),
    )


def unwound(
    panel: Panel | None, tables: Tables, lines: Iterable[Line]
) -> tuple[Panel | None, Tables]:
    """Return what was there before some acts, whose lines come with the last first."""
    before = _before(lines)
    if not before:
        return panel, tables
    found = {table: dict(records) for table, records in tables.items()}
    for (table, uid), values in before.items():
        if table == PANEL:
            panel = None if values is None else _restored(Panel, panel, values)
        elif values is None:
            found[table].pop(uid, None)
        else:
            kept = {**values, **_WITHOUT_CONTENT} if table == "document" else values
            found[table][uid] = _restored(RECORD_TYPES[table], found[table].get(uid), kept)
    return panel, found


def _before(lines: Iterable[Line]) -> dict[_Name, dict[str, Json] | None]:
    """Return, of each record that acts touched, what stood in it; None where it was not there."""
    found: dict[_Name, dict[str, Json] | None] = {}
    for line in lines:
        name = (line.table, line.uid)
        if line.deed is Deed.ADDED:
            found[name] = None
        else:
            found[name] = {**(found.get(name) or {}), **line.before}
    return found


def _restored[R: Record | Panel](kind: type[R], now: R | None, values: Mapping[str, Json]) -> R:
    """Return a record as it was: its values of then over those of now."""
    known = {} if now is None else record_to_json(now)
    return record_from_json(kind, {**known, **values}, "register’s past")
