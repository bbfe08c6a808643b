"""Trackers as the reading child would hand them over, without a file or a child."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from hashlib import sha256
from io import BytesIO

from jasp_desktop.domain.change_exports import missing_from_exports
from jasp_desktop.domain.identity import ActionUid
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.records import ImportBatch
from jasp_desktop.domain.trackers import (
    DateOrder,
    Decisions,
    TrackerMapping,
    TrackerPlan,
)
from jasp_desktop.exchange.trackers.row_lines import SheetLines, cells_of
from jasp_desktop.exchange.trackers.sheets import SheetHead, SheetRow, TrackerFile
from jasp_desktop.services.opening import Desk
from jasp_desktop.services.trackers import Suggestion
from jasp_desktop.store import register
from jasp_desktop.store.database import Database
from tests.exchange.trackers.sample_sheets import Sheet, rows_of


def tracker_file(sheet: Sheet, name: str = "export.xlsx") -> TrackerFile:
    """Return a sheet as a file that was read."""
    return file_of_rows(rows_of(sheet), name, sheet.name)


def file_of_rows(
    rows: Sequence[SheetRow], name: str = "export.xlsx", sheet: str = "Sheet1"
) -> TrackerFile:
    """Return rows as a file that was read."""
    lines = SheetLines()
    lines.begin()
    written = b"".join(
        line
        for row in rows
        # Calamine gives a blank cell as empty text.
        for line in lines.row(row.number, cells_of(["" if c is None else c for c in row.cells]))
    )
    head = SheetHead(name=sheet, rows=lines.rows, columns=lines.columns)
    places = {sheet: (0, lines.written)}
    return TrackerFile(name, sha256(written).hexdigest(), (head,), BytesIO(written), places)


def planned(
    desk: Desk,
    file: TrackerFile,
    as_at: date,
    decisions: Decisions | None = None,
    mapping: TrackerMapping | None = None,
) -> TrackerPlan:
    """Return the plan of a file by the mapping that is proposed, its dates read day first."""
    mapping = mapping or day_first(desk.trackers.suggest(file))
    return desk.trackers.plan(file, mapping, decisions or Decisions(), as_at, Silent())


def brought_in(
    desk: Desk, file: TrackerFile, as_at: date, decisions: Decisions | None = None
) -> TrackerPlan:
    """Import a file and return its plan."""
    plan = planned(desk, file, as_at, decisions)
    desk.imports.accept(plan, Silent())
    return plan


def missing_now(desk: Desk) -> frozenset[ActionUid]:
    """Return the actions that their tracker's newest export lacks."""
    with closing(Database(desk.home.register)) as database, database.reading() as session:
        return missing_from_exports(register.read_records(session, ImportBatch))


def day_first(suggestion: Suggestion) -> TrackerMapping:
    """Say that the columns which can be read two ways are day first."""
    unsettled = {each.use.column for each in suggestion.dates if each.needs_choice}
    columns = [
        replace(use, order=DateOrder.DAY_FIRST) if use.column in unsettled else use
        for use in suggestion.mapping.columns
    ]
    return replace(suggestion.mapping, columns=tuple(columns))
