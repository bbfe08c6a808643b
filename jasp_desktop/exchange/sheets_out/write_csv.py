"""Tables as comma-separated text that opens in a spreadsheet program with a double click."""

import csv
import io
from datetime import date, datetime
from typing import BinaryIO

from jasp_desktop.domain.progress import Progress
from jasp_desktop.exchange.record_json import time_to_text
from jasp_desktop.exchange.sheets_out.safe_text import csv_text
from jasp_desktop.exchange.sheets_out.tables import SheetTable, SheetValue

_LINES_A_REPORT = 200


def write_csv(file: BinaryIO, table: SheetTable, progress: Progress) -> None:
    """Write one table: UTF-8 with a byte order mark, dates as 2026-12-01, safe from formulas.

    Raises:
        Cancelled: The person asked for a stop.
        OSError: The disk refused.
    """
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    try:
        writer = csv.writer(text)
        writer.writerow([csv_text(heading) for heading in table.headings])
        for count, line in enumerate(table.lines):
            if count % _LINES_A_REPORT == 0:
                words = f"Writing {table.name.replace('_', ' ')}, row {count + 1:,}"
                progress.report(0, 0, words)
            writer.writerow([_words(value) for value in line])
        text.flush()
    finally:
        text.detach()  # the file is its owner's to close


def _words(value: SheetValue) -> str:
    match value:
        case None:
            return ""
        case str():
            return csv_text(value)
        case datetime():
            return time_to_text(value)
        case date():
            return value.isoformat()
        case _:
            return str(value)
