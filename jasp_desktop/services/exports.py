"""Write the register out: in the open format, as a workbook, as CSV files, or as a tracker."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import batched
from pathlib import Path

from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.form_parts import LISTED_TABLES
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.record_fields import RECORD_TYPES
from jasp_desktop.domain.records import Panel, Record
from jasp_desktop.exchange.open_format import register_to_json
from jasp_desktop.exchange.sheets_out.register_sheets import (
    labels_of,
    panel_table,
    record_table,
)
from jasp_desktop.exchange.sheets_out.tables import SheetTable
from jasp_desktop.exchange.sheets_out.tracker_sheet import tracker_table
from jasp_desktop.exchange.sheets_out.write_csv import write_csv
from jasp_desktop.exchange.sheets_out.write_xlsx import write_xlsx
from jasp_desktop.services.tracker_lines import RecordReader, tracker_lines
from jasp_desktop.store import register
from jasp_desktop.store.database import Database
from jasp_desktop.whole_files import folder_written_whole, written_whole

_EMPTY = "The register is empty: there is nothing to export yet."
_LABELLING = "Gathering what records are called"
_AT_ONCE = 400
_PANEL_FILE = "panel.csv"
_CSV_FILES = frozenset({_PANEL_FILE, *(f"{table}.csv" for table in LISTED_TABLES)})


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written; ``cut_cells`` counts those whose text no workbook can hold."""

    output: Path
    cut_cells: int = 0

    @property
    def sentence(self) -> str:
        """Return what a person is told."""
        wrote = f"Wrote “{self.output.name}”."
        if not self.cut_cells:
            return wrote
        cells = "1 cell was" if self.cut_cells == 1 else f"{self.cut_cells:,} cells were"
        return f"{wrote} {cells} too long for a workbook and cut, with a mark at the end."


class ExportService:
    """Exports of one register, each from one state of it, whole or not at all.

    Every method raises ``UserError`` where there is nothing to export or the place cannot be
    written, and ``Cancelled`` where the person asked for a stop; what was there before stays.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def register(self, output: Path, progress: Progress) -> Exported:
        """Write the register: by its name in the open format, as a workbook, or as CSV files.

        A name that ends in “.csv” gets the actions as a tracker, a folder a CSV file for each list.
        """
        suffix = output.suffix.casefold()
        if suffix == ".json":
            return self.open_format(output, progress)
        if suffix == ".xlsx":
            return self.workbook(output, progress)
        if suffix == ".csv" and not output.is_dir():
            return self.tracker(output, progress)
        if suffix and not output.is_dir():
            raise UserError(
                f"“{output.name}” has an ending that is not known here. Choose .json, .xlsx or "
                ".csv, or a folder for CSV files."
            )
        return self.csv_folder(output, progress)

    def open_format(self, output: Path, progress: Progress) -> Exported:
        """Write the whole register as one JSON document."""
        with self._reading() as (panel, read), written_whole(output) as file:
            records = {table: read(kind) for table, kind in RECORD_TYPES.items()}
            for done, piece in enumerate(register_to_json(panel, records)):
                progress.report(done, 0, "Exporting the register")
                file.write(piece.encode("utf-8"))
        return Exported(output)

    def workbook(self, output: Path, progress: Progress) -> Exported:
        """Write the whole register as a workbook: the tracker first, then a sheet a list."""
        with self._reading() as (panel, read), written_whole(output) as file:
            lines = tracker_lines(read, progress)
            tables = [tracker_table(lines), panel_table(panel), *_tables(read, progress)]
            title = f"Register of {panel.name}"
            written = write_xlsx(file, tables, title=title, made_on=panel.as_at, progress=progress)
        return Exported(output, written.cut_cells)

    def csv_folder(self, output: Path, progress: Progress) -> Exported:
        """Write the whole register as a folder with a CSV file for each list."""
        with (
            self._reading() as (panel, read),
            folder_written_whole(output, _CSV_FILES.__contains__) as folder,
        ):
            for table in (panel_table(panel), *_tables(read, progress)):
                with (folder / f"{table.name}.csv").open("wb") as file:
                    write_csv(file, table, progress)
        return Exported(output)

    def tracker(self, output: Path, progress: Progress) -> Exported:
        """Write the actions as a tracker, one row each, as a workbook or as CSV by its name."""
        with self._reading() as (panel, read):
            table = tracker_table(tracker_lines(read, progress))
        return write_list(table, output, panel.as_at, progress)

    def record_list(self, table: str, ids: Sequence[int], progress: Progress) -> SheetTable:
        """Return some records of a list of the register, by their row ids, as a table to write.

        They are read as the table is written, some at a time.
        """
        with self._reading() as (_, read):
            progress.report(0, 0, _LABELLING)
            labels = labels_of(lambda name: read(RECORD_TYPES[name]))
        record_type = RECORD_TYPES[table]

        def records() -> Iterator[Record]:
            for some in batched(ids, _AT_ONCE):
                with self._database.reading() as session:
                    found = register.fetch_rows(session, record_type, some)
                yield from found

        return record_table(table, record_type, records(), labels)

    @contextmanager
    def _reading(self) -> Iterator[tuple[Panel, RecordReader]]:
        with self._database.reading() as session:
            panel = register.read_panel(session)
            if panel is None:
                raise UserError(_EMPTY)

            def read[R: Record](record_type: type[R]) -> Iterable[R]:
                return register.read_records(session, record_type)

            yield panel, read


def write_list(table: SheetTable, output: Path, as_at: date | None, progress: Progress) -> Exported:
    """Write one list as a workbook, or as CSV, by the name of the file.

    Raises:
        UserError: It cannot be written, or its name ends otherwise.
        Cancelled: The person asked for a stop.
    """
    suffix = output.suffix.casefold()
    if suffix not in {".xlsx", ".csv"}:
        raise UserError(f"A list goes out as .xlsx or .csv; “{output.name}” ends otherwise.")
    with written_whole(output) as file:
        if suffix == ".csv":
            write_csv(file, table, progress)
            return Exported(output)
        written = write_xlsx(file, [table], title=table.name, made_on=as_at, progress=progress)
    return Exported(output, written.cut_cells)


def _tables(read: RecordReader, progress: Progress) -> Iterator[SheetTable]:
    progress.report(0, 0, _LABELLING)
    labels = labels_of(lambda table: read(RECORD_TYPES[table]))
    for table in LISTED_TABLES:
        record_type = RECORD_TYPES[table]
        yield record_table(table, record_type, read(record_type), labels)
