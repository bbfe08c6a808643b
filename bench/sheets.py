"""Trackers of any length, always the same: real headings, invented rows, as a force exports them.

``python -m bench.sheets 100000 tracker.xlsx`` writes one to look at.
"""

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from xlsxwriter import Workbook

type Cell = str | date | None

HEADINGS = (
    "4ACTION Ref",
    "Inspection report",
    "Date published",
    "Type",
    "Rec No.",
    "Recommendation",
    "Force action",
    "Executive lead",
    "Action owner",
    "Original target date",
    "Current target date",
    "Reason for change",
    "Status",
    "HMICFRS position",
    "Date closed",
    "RAG",
    "Risk",
    "Evidence held",
    "Last updated",
    "Latest update",
)
_ROWS_A_REPORT = 50
_FIRST_DAY = date(2024, 1, 8)
_LEADS = ("ACC Local Policing", "ACC Operations", "DCC", "ACC Crime")
_OWNERS = ("D/Supt Public Protection", "Head of Crime", "Ch Insp Custody", "Head of Contact")
_STATUSES = ("In progress", "Awaiting allocation", "Delayed", "Pending sign-off", "Closed by force")
_COLOURS = ("Amber", "Red", "Red", "Green", "Green")
_CLOSED = 4
_RECOMMENDATION = (
    "Within six months, the force should make sure that item {} of its victim care is checked by a "
    "supervisor, and that what the checks show is acted on."
)
_ACTION = (
    "Write the standard for item {}, train response officers, and dip-sample fifty records each "
    "quarter."
)
_CHANGED_EVERY = 10


def write_tracker(path: Path, rows: int, *, export: int = 0) -> None:
    """Write a tracker; a later ``export`` moves a tenth of the targets and adds words to them."""
    # Not in constant memory: spreadsheet programs keep each text once and point at it.
    with Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as book:
        sheet = book.add_worksheet("Tracker")
        for place, heading in enumerate(HEADINGS):
            sheet.write_string(0, place, heading)
        for number, line in enumerate(tracker_rows(rows, export=export), 1):
            for place, value in enumerate(line):
                if isinstance(value, date):
                    sheet.write_datetime(number, place, value)
                elif value is not None:
                    sheet.write_string(number, place, value)


def tracker_rows(rows: int, *, export: int = 0) -> Iterator[tuple[Cell, ...]]:
    """Yield the cells under the headings, row by row."""
    for row in range(rows):
        yield _row(row, export if row % _CHANGED_EVERY == 0 else 0)


def _row(row: int, export: int) -> tuple[Cell, ...]:
    report, number = divmod(row, _ROWS_A_REPORT)
    state = row % len(_STATUSES)
    published = _FIRST_DAY + timedelta(days=7 * (report % 100))
    original = published + timedelta(days=180 + row % 90)
    target = original + timedelta(days=91 * export)
    updated = date(2026, 8, 3) + timedelta(days=28 * export)
    round_words = f" Looked at again in round {export + 1}." if export else ""
    return (
        f"4A-{row + 1:06}",
        f"Invented inspection {report + 1} of Trent Vale Police",
        published,
        "Area for improvement" if row % 3 else "Recommendation",
        str(number + 1),
        _RECOMMENDATION.format(row + 1),
        _ACTION.format(row + 1),
        _LEADS[row % len(_LEADS)],
        _OWNERS[row % len(_OWNERS)],
        original,
        target,
        "Training days were cancelled." if export else None,
        _STATUSES[state],
        "Open" if row % 2 else "Awaiting review",
        original - timedelta(days=9) if state == _CLOSED else None,
        _COLOURS[state],
        "Medium" if row % 4 else "High",
        f"Dip sample {row + 1}, shared drive" if state == _CLOSED else None,
        updated,
        f"Standard {row + 1} agreed; training of the second intake has begun.{round_words}",
    )


if __name__ == "__main__":
    write_tracker(Path(sys.argv[2]), int(sys.argv[1]))
