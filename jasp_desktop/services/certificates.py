"""Imports as they are kept, and their certificates on paper."""

from pathlib import Path

from jasp_desktop.briefs.writing import BriefResult, printed_certificate, write_certificate
from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.records import ImportBatch, Panel
from jasp_desktop.services.panel_dates import UNNAMED_FORCE, UNNAMED_PANEL
from jasp_desktop.store import register
from jasp_desktop.store.database import Database


class CertificateService:
    """The certificates of one register's imports."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def batches(self) -> list[ImportBatch]:
        """Return every import, the newest first."""
        with self._database.reading() as session:
            found = list(register.read_records(session, ImportBatch))
        return sorted(found, key=lambda batch: (batch.at, batch.uid), reverse=True)

    def write(self, batch: str, output: Path, progress: Progress) -> BriefResult:
        """Write an import's certificate as a PDF; an older file stays until it is whole.

        Raises:
            UserError: There is no such import, or the file could not be written.
            Cancelled: The person asked for a stop.
        """
        return write_certificate(*self._found(batch), output, progress=progress)

    def printed(self, batch: str, progress: Progress) -> bytes:
        """Return an import's certificate as the bytes of a PDF, to be printed.

        Raises:
            UserError: There is no such import.
            Cancelled: The person asked for a stop.
        """
        return printed_certificate(*self._found(batch), progress=progress)[0]

    def _found(self, uid: str) -> tuple[Panel, ImportBatch]:
        with self._database.reading() as session:
            panel = register.read_panel(session)
            batch = register.fetch_one(session, ImportBatch, uid)
        if batch is None:
            raise UserError(f"There is no import “{uid}” in this register.")
        # The only import of a register may have been undone, and the panel it brought with it.
        return panel or Panel(name=UNNAMED_PANEL, force=UNNAMED_FORCE), batch
