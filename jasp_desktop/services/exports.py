"""Write the register in the open format."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.record_fields import RECORD_TYPES
from jasp_desktop.domain.records import Record
from jasp_desktop.exchange.open_format import register_to_json
from jasp_desktop.store import register
from jasp_desktop.store.database import Database
from jasp_desktop.whole_files import written_whole


def export_register(database: Database, output: Path, progress: Progress) -> None:
    """Write the whole register as one JSON document, from one state of it.

    Raises:
        UserError: There is nothing to export, or the file cannot be written; an earlier file of
            that name is still there.
        Cancelled: The person asked for a stop; likewise.
    """
    with database.reading() as session:
        panel = register.read_panel(session)
        if panel is None:
            raise UserError("The register is empty: there is nothing to export yet.")
        records: Mapping[str, Iterator[Record]] = {
            table: register.read_records(session, record_type)
            for table, record_type in RECORD_TYPES.items()
        }
        with written_whole(output) as file:
            for done, piece in enumerate(register_to_json(panel, records)):
                progress.report(done, 0, "Exporting the register")
                file.write(piece.encode("utf-8"))
