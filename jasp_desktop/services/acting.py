"""Carry an act out and write it down, in one transaction: every change of the register goes here.

The lines of the journal are in the open format's words, so that what stood in a field years ago is
read as a file in that format is.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from jasp_desktop.domain.changes import Act
from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.journal import PANEL, Deed, Line
from jasp_desktop.domain.progress import Progress, Silent
from jasp_desktop.domain.record_fields import table_of
from jasp_desktop.domain.records import ImportBatch, Json, Panel, Record
from jasp_desktop.exchange.record_json import record_to_json
from jasp_desktop.store import journal, register
from jasp_desktop.store.database import Database

_THE_PANEL = Uid("")


def carry_out(
    database: Database,
    act: Act[Record],
    at: datetime,
    progress: Progress | None = None,
    *,
    is_whole_register: bool = False,
    goes_on: bool = False,
) -> None:
    """Do an act: all of it, with its entry in the journal, or nothing.

    A whole register that fills an empty one is one line in the journal, not a line a record: there
    is nothing to go back to but emptiness. An act that ``goes_on`` with the last one, as words do
    that are kept while they are typed, is told by that one's line: what stood there before is the
    same.

    Raises:
        StoreError: A record has changed since the act was planned, or another still needs one that
            would go.
        Cancelled: The person asked for a stop; nothing changed.
    """
    progress = progress or Silent()
    with database.writing() as session:
        only_adds = all(change.before is None for change in act.changes)
        if only_adds and register.is_empty(session):
            register.fill(session, act, progress)
        else:
            register.apply(session, act, progress)
        lines: Iterable[Line] = () if is_whole_register else _lines(act)
        if goes_on and journal.ends_with(session, act.words, tuple(_lines(act))):
            return
        journal.write_entry(
            session,
            at=at,
            words=act.words,
            batch=act.batch,
            file=_file_of(act),
            lines=lines,
        )


def _file_of(act: Act[Record]) -> str | None:
    """Return the file of the import that an act does, undoes or redoes."""
    records = (change.after or change.before for change in act.changes)
    batches = (each for each in records if isinstance(each, ImportBatch))
    return next((each.file for each in batches if each.uid == act.batch), None)


def _lines(act: Act[Record]) -> Iterator[Line]:
    for change in act.changes:
        record = change.before or change.after
        if record is not None:
            yield _line(table_of(record), record.uid, change.before, change.after)
    if act.panel is not None:
        yield _line(PANEL, _THE_PANEL, act.panel.before, act.panel.after)


def _line(
    table: str, uid: Uid, before: Record | Panel | None, after: Record | Panel | None
) -> Line:
    if before is None:
        return Line(table=table, uid=uid, deed=Deed.ADDED, before={})
    if after is None:
        return Line(table=table, uid=uid, deed=Deed.REMOVED, before=record_to_json(before))
    return Line(table=table, uid=uid, deed=Deed.CHANGED, before=_overwritten(before, after))


def _overwritten(before: Record | Panel, after: Record | Panel) -> Mapping[str, Json]:
    new = record_to_json(after)
    return {name: value for name, value in record_to_json(before).items() if value != new[name]}
