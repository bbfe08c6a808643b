"""A whole register as it is, and the acts of its journal by which it is wound back."""

from collections.abc import Iterator
from datetime import datetime
from functools import cached_property

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jasp_desktop.domain.identity import DocumentUid, Uid
from jasp_desktop.domain.journal import Deed, Line
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.record_fields import RECORD_TYPES
from jasp_desktop.domain.records import Document, Panel, Record
from jasp_desktop.store.register import read_panel, read_records
from jasp_desktop.store.register_tables import DocumentRow, JournalEntryRow, JournalLineRow

_READING = "Reading the register"
_AT_ONCE = 1_000


class WholeRegister:
    """Everything that one session sees of a register; what was read once is kept."""

    def __init__(self, session: Session, progress: Progress) -> None:
        self._session = session
        self._progress = progress

    @cached_property
    def panel(self) -> Panel | None:
        """Return the panel."""
        return read_panel(self._session)

    @cached_property
    def tables(self) -> dict[str, dict[Uid, Record]]:
        """Return every record by table and uid; documents without their bytes and their text.

        Raises:
            Cancelled: The person asked for a stop.
        """
        return {table: self._read(table, done) for done, table in enumerate(RECORD_TYPES)}

    def _read(self, table: str, done: int) -> dict[Uid, Record]:
        kind = RECORD_TYPES[table]
        records = self._documents() if kind is Document else read_records(self._session, kind)
        found: dict[Uid, Record] = {}
        for count, record in enumerate(records):
            if count % _AT_ONCE == 0:
                self._progress.report(done, len(RECORD_TYPES), _READING)
            found[record.uid] = record
        return found

    def _documents(self) -> Iterator[Document]:
        row = DocumentRow
        query = select(row.uid, row.title, row.media_type, row.sha256)
        for uid, title, media_type, sha256 in self._session.execute(query.order_by(row.uid)):
            yield Document(
                uid=DocumentUid(Uid(uid)),
                title=title,
                media_type=media_type,
                sha256=sha256,
                content=b"",
            )

    @cached_property
    def first_act(self) -> datetime | None:
        """Return when the journal begins; None where nothing was written in it yet."""
        first = select(JournalEntryRow.at).order_by(JournalEntryRow.id).limit(1)
        return self._session.scalar(first)

    def last_act_by(self, moment: datetime) -> int:
        """Return the number of the last act carried out by a moment; 0 where there was none."""
        query = select(func.max(JournalEntryRow.id)).where(JournalEntryRow.at <= moment)
        return self._session.scalar(query) or 0

    def lines_after(self, number: int) -> Iterator[Line]:
        """Yield what every act after one did, the last first."""
        line = JournalLineRow
        query = (
            select(line.table_name, line.uid, line.deed, line.before)
            .where(line.entry_id > number)
            .order_by(line.entry_id.desc(), line.place.desc())
        )
        for table, uid, deed, before in self._session.execute(query):
            yield Line(table=table, uid=Uid(uid), deed=Deed(deed), before=before or {})


def acts_of_imports(session: Session) -> dict[str, tuple[int, datetime]]:
    """Return the last act that did, undid or redid each import: its number and when it was."""
    entry = JournalEntryRow
    query = (
        select(entry.batch_uid, entry.id, entry.at)
        .where(entry.batch_uid.is_not(None))
        .order_by(entry.id)
    )
    return {str(row.batch_uid): (row.id, row.at) for row in session.execute(query)}
