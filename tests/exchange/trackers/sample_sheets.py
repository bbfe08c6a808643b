"""Trackers as forces keep them, in several layouts. Every report, place and person is invented.

A layout is a function from lines to a `Sheet`. Change the lines (`dataclasses.replace`) and lay
them out again for the next export of the same tracker.
"""

import csv
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

import xlsxwriter

from jasp_desktop.exchange.trackers.sheets import SheetRow

type Cell = str | int | float | bool | date | datetime | None

_EPOCH = date(1899, 12, 30)
_FORMULA_VALUE = re.compile(rb"(<f>[^<]*</f>)<v>[^<]*</v>")


class Formula(str):
    """A formula (“=TODAY()”), which is written as one and not as text."""

    __slots__ = ()


@dataclass(frozen=True, kw_only=True)
class Line:
    """What a force knows of one action; a layout shows some of it."""

    reference: str
    report: str
    number: str
    text: str
    action: str
    sub: str | None = None
    kind: str = "Recommendation"
    published: date | None = None
    lead: str | None = None
    owner: str | None = None
    original: date | None = None
    target: date | None = None
    status: str | None = None
    position: str | None = None
    closed: date | None = None
    rag: str | None = None
    evidence: str | None = None
    updated: date | None = None
    updates: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A sheet's cells from A1; ``merged`` are ranges such as “A2:A4”."""

    name: str
    cells: tuple[tuple[Cell, ...], ...]
    header_row: int
    merged: tuple[str, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    is_hidden: bool = False


PEEL = "Trent Vale PEEL 2025–2027"
CUSTODY = "Custody in Trent Vale: unannounced inspection"
CHILDREN = "The response to child exploitation in Trent Vale"

LINES: tuple[Line, ...] = (
    Line(
        reference="4A-000101", report=PEEL, number="1", kind="Cause of concern",
        text="The force should make sure that every repeat victim has a safety plan.",
        action="Write the safety plan standard and train all response officers.",
        sub="By agreeing one form with partners", published=date(2025, 7, 11),
        lead="ACC Local Policing", owner="D/Supt Public Protection",
        original=date(2026, 3, 31), target=date(2026, 6, 30), status="In progress", position="Open",
        rag="Amber", updated=date(2026, 3, 16),
        updates={"December 2025": "Form drafted.", "March 2026": "Form agreed.\nTraining started."},
    ),
    Line(
        reference="4A-000102", report=PEEL, number="1", kind="Cause of concern",
        text="The force should make sure that every repeat victim has a safety plan.",
        action="Dip-sample fifty safety plans each quarter.", sub="By checking their quality",
        published=date(2025, 7, 11), lead="ACC Local Policing", owner="Head of Crime",
        original=date(2026, 9, 30), target=date(2026, 9, 30), status="Awaiting allocation",
        rag="Red", updates={"March 2026": "No work yet."},
    ),
    Line(
        reference="4A-000103", report=PEEL, number="2", kind="AFI",
        text="The force needs to answer calls from the public more quickly.",
        action="Recruit twenty call takers.", published=date(2025, 7, 11),
        lead="ACC Operations", owner="Head of Contact", original=date(2025, 12, 31),
        target=date(2025, 12, 31), status="Closed", position="Awaiting review",
        closed=date(2025, 12, 15), rag="Green", evidence="Performance report, December 2025",
        updated=date(2025, 12, 15), updates={"December 2025": "Twenty-two recruited. Closed."},
    ),
    Line(
        reference="4A-000110", report=CUSTODY, number="1",
        text="Detainees should be offered a review by a nurse within an hour.",
        action="Vary the healthcare contract.", published=date(2025, 9, 25),
        lead="ACC Operations", owner="Ch Insp Custody", original=date(2026, 4, 3),
        target=date(2026, 4, 3), status="Delayed", rag="Red", updated=date(2026, 3, 2),
        updates={"December 2025": "Contract talks began.", "March 2026": "Supplier has not signed"},
    ),
    Line(
        reference="4A-000111", report=CUSTODY, number="2",
        text="Every strip search should be recorded with its reason.",
        action="Change the custody record so that a reason must be given.",
        published=date(2025, 9, 25), lead="ACC Operations", owner="Ch Insp Custody",
        original=date(2026, 5, 12), target=date(2026, 5, 12), status="Complete, awaiting evidence",
        rag="Green", evidence="Screen of the new record",
        updates={"March 2026": "Live since 2 March."},
    ),
    Line(
        reference="4A-000120", report=CHILDREN, number="7.1",
        text="Chief constables should review missing episodes of children in care.",
        action="Review the last twelve months and report to the safeguarding board.",
        published=date(2026, 1, 22), lead="DCC", owner="D/Ch Insp Safeguarding",
        original=date(2026, 10, 31), target=date(2026, 10, 31), status="Partially implemented",
        rag="Amber", updates={"March 2026": "Six months reviewed: 41 – 12 with no interview."},
    ),
)  # fmt: skip

_FOUR_ACTION = (
    "4ACTION Ref", "Inspection report", "Date published", "Type", "Rec No.", "Recommendation",
    "Force action", "Executive lead", "Action owner", "Original target date", "Current target date",
    "Status", "HMICFRS position", "Date closed", "RAG", "Evidence held", "Last updated",
    "Latest update",
)  # fmt: skip


def four_action(lines: Sequence[Line] = LINES, *, dates: "Dates | None" = None) -> Sheet:
    """Lay out as an export of the force's database: title rows, real dates, a total at the end."""
    shown = dates or real_date
    body = [
        (
            line.reference, line.report, shown(line.published), line.kind, line.number, line.text,
            line.action, line.lead, line.owner, shown(line.original), shown(line.target),
            line.status, line.position, shown(line.closed), line.rag, line.evidence,
            shown(line.updated), _latest(line),
        )
        for line in lines
    ]  # fmt: skip
    cells = (
        ("4ACTION tracker export",),
        ("Trent Vale Police (invented)", None, None, "OFFICIAL"),
        (),
        _FOUR_ACTION,
        *body,
        (),
        ("Total", None, None, None, len(body)),
    )
    return Sheet(name="Tracker", cells=cells, header_row=4)


def rounds(lines: Sequence[Line] = LINES) -> Sheet:
    """Lay out with a column for each round, and the recommendation merged over its parts."""
    months = list(
        dict.fromkeys(month for line in lines for month in sorted(line.updates, key=_month))
    )
    months.sort(key=_month)
    heads = ("Rec No.", "Recomendation", "Sub recommendation/", "Rec. Owner",
             "Initial action plan response", *(f"{month} update" for month in months))  # fmt: skip
    cells: list[tuple[Cell, ...]] = [("HMICFRS recommendations – update to the panel",), (), heads]
    merged: list[str] = []
    start = 0
    for place, line in enumerate(lines):
        row = len(cells) + 1
        goes_on = place > 0 and (line.report, line.number) == (
            lines[place - 1].report,
            lines[place - 1].number,
        )
        start = start if goes_on else row
        is_last = place + 1 == len(lines) or (line.report, line.number) != (
            lines[place + 1].report, lines[place + 1].number)  # fmt: skip
        if is_last and row > start:
            merged += [f"A{start}:A{row}", f"B{start}:B{row}"]
        cells.append(
            (
                None if goes_on else _number(line.number), None if goes_on else line.text, line.sub,
                line.owner, line.action, *(line.updates.get(month) for month in months),
            )
        )  # fmt: skip
    return Sheet(name="Recs", cells=tuple(cells), header_row=3, merged=tuple(merged))


def answers(lines: Sequence[Line] = LINES) -> Sheet:
    """Lay out as one report's recommendations and the answers to them, no more."""
    body = [(_number(line.number), line.text, line.action) for line in lines]
    return Sheet(name="Sheet1", cells=(("No.", "Recommendations", "Response"), *body), header_row=1)


def sections(lines: Sequence[Line] = LINES, *, dates: "Dates | None" = None) -> Sheet:
    """Lay out with a row of the report's title over its lines, and blank spacers between."""
    shown = dates or day_first
    heads = ("No", None, "Recommendation / AFI", "What we will do", None, "Lead", "Due date",
             "Revised date", "Progress", "Comments")  # fmt: skip
    cells: list[tuple[Cell, ...]] = [heads]
    merged: list[str] = []
    report = None
    for line in lines:
        if line.report != report:
            report = line.report
            cells += [(), (report,)]
            merged.append(f"A{len(cells)}:J{len(cells)}")
        cells.append(
            (
                line.number, None, line.text, line.action, None, line.owner, shown(line.original),
                shown(line.target if line.target != line.original else None), line.status,
                _latest(line),
            )
        )  # fmt: skip
    return Sheet(name="Open and closed", cells=tuple(cells), header_row=1, merged=tuple(merged))


def two_row_headings(lines: Sequence[Line] = LINES, *, dates: "Dates | None" = None) -> Sheet:
    """Lay out with groups of headings merged over two rows."""
    shown = dates or serial
    top = ("Reference", "Recommendation", None, None, "Timescale", None, None, "Responsible", None,
           "State", None, "Update")  # fmt: skip
    second = (None, "Report", "Number", "Wording", "Original", "Revised", "Completed",
              "Chief officer", "Owner", "Force status", "RAG rating", "Narrative")  # fmt: skip
    body = [
        (
            line.reference, line.report, line.number, line.text, shown(line.original),
            shown(line.target), shown(line.closed), line.lead, line.owner, line.status, line.rag,
            _latest(line),
        )
        for line in lines
    ]  # fmt: skip
    return Sheet(
        name="HMICFRS tracker",
        cells=(("Trent Vale Police",), top, second, *body, ("Grand total", None, len(body))),
        header_row=3,
        merged=("A2:A3", "B2:D2", "E2:G2", "H2:I2", "J2:K2", "A1:L1"),
    )


def plain_words(lines: Sequence[Line] = LINES, *, dates: "Dates | None" = None) -> Sheet:
    """Lay out with everyday headings and dates in words."""
    shown = dates or in_words
    heads = ("Ref", "Source", "Area for improvement", "Update", "Who", "By when", "Position",
             "Where is the proof?")  # fmt: skip
    body = [
        (line.reference, line.report, line.text, _latest(line), line.owner, shown(line.target),
         line.status, line.evidence)
        for line in lines
    ]  # fmt: skip
    return Sheet(name="Actions", cells=(heads, *body), header_row=1)


type Dates = Callable[[date | None], Cell]
type Layout = Callable[[Sequence[Line]], Sheet]

LAYOUTS: Mapping[str, Layout] = {
    "four_action": four_action,
    "rounds": rounds,
    "answers": answers,
    "sections": sections,
    "two_row_headings": two_row_headings,
    "plain_words": plain_words,
}


def real_date(day: date | None) -> Cell:
    """Write a date as a spreadsheet's own date."""
    return day


def serial(day: date | None) -> Cell:
    """Write a date as the bare number that a spreadsheet keeps for it."""
    return day and (day - _EPOCH).days


def day_first(day: date | None) -> Cell:
    """Write a date as text, day first."""
    return day and f"{day:%d/%m/%Y}"


def month_first(day: date | None) -> Cell:
    """Write a date as text, month first."""
    return day and f"{day:%m/%d/%Y}"


def iso(day: date | None) -> Cell:
    """Write a date as ISO text."""
    return day and day.isoformat()


def in_words(day: date | None) -> Cell:
    """Write a date as “9th July 2024”."""
    if day is None:
        return None
    ending = {1: "st", 2: "nd", 3: "rd"}.get(
        day.day % 10 if day.day not in {11, 12, 13} else 0, "th"
    )
    return f"{day.day}{ending} {_MONTHS[day.month - 1]} {day.year}"


def opened_in_america(day: date | None) -> Cell:
    """Write a date as a spreadsheet set to month first makes of day-first text."""
    if day is not None and day.day <= 12:
        return date(day.year, day.day, day.month)
    return day_first(day)


def write_xlsx(path: Path, *sheets: Sheet) -> Path:
    """Write sheets as a workbook that a spreadsheet program made."""
    with xlsxwriter.Workbook(str(path)) as book:
        as_date = book.add_format({"num_format": "dd/mm/yyyy"})
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            _write_cells(page, sheet.cells, as_date)
            for each in sheet.merged:
                first = _first_cell(sheet, each)
                page.merge_range(each, first if first is not None else "")
            for row in sheet.hidden_rows:
                page.set_row(row - 1, options={"hidden": True})
            for column in sheet.hidden_columns:
                page.set_column(column, column, options={"hidden": True})
            if sheet.is_hidden:
                page.hide()
    return path


def without_formula_values(workbook: Path) -> Path:
    """Take out what formulas came to, as programs leave it out that cannot work them out."""
    with zipfile.ZipFile(workbook) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(workbook, "w") as package:
        for name, content in parts.items():
            package.writestr(name, _FORMULA_VALUE.sub(rb"\1", content))
    return workbook


def write_csv(
    path: Path, sheet: Sheet, *, delimiter: str = ",", encoding: str = "utf-8-sig"
) -> Path:
    """Write a sheet as text, dates day first."""
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        for cells in sheet.cells:
            writer.writerow(day_first(each) if isinstance(each, date) else each for each in cells)
    return path


def rows_of(sheet: Sheet) -> list[SheetRow]:
    """Return a sheet's rows as the reader gives them: of one width, merged cells filled."""
    width = max(map(len, sheet.cells))
    grid: list[list[Cell]] = [[*cells, *[None] * (width - len(cells))] for cells in sheet.cells]
    for each in sheet.merged:
        (top, left), (bottom, right) = map(_place, each.split(":"))
        is_title = top == bottom and not any(grid[top][:left] + grid[top][left + 1 :])
        for row in () if is_title else range(top, bottom + 1):
            grid[row][left : right + 1] = [grid[top][left]] * (right + 1 - left)
    return rows(grid, hidden=sheet.hidden_rows)


def rows(cells: Iterable[Sequence[Cell]], *, hidden: Sequence[int] = ()) -> list[SheetRow]:
    """Return rows of cells as the reader gives them."""
    return [
        SheetRow(number=number, cells=tuple(each), is_hidden=number in hidden)
        for number, each in enumerate(cells, 1)
    ]


def headings_of(sheet: Sheet) -> tuple[str, ...]:
    """Return a sheet's headings as the reader joins them."""
    filled = rows_of(sheet)
    if sheet.name == "HMICFRS tracker":
        pairs = zip(filled[1].cells, filled[2].cells, strict=True)
        return tuple(" ".join(str(each) for each in dict.fromkeys(pair) if each) for pair in pairs)
    return tuple(str(each or "") for each in filled[sheet.header_row - 1].cells)


_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")  # fmt: skip


def _month(words: str) -> tuple[int, int]:
    name, year = words.split()
    return int(year), _MONTHS.index(name)


def _latest(line: Line) -> str | None:
    newest = max(line.updates, key=_month, default=None)
    return line.updates[newest] if newest else None


def _number(words: str) -> Cell:
    return int(words) if words.isdigit() else words


def _place(address: str) -> tuple[int, int]:
    return int(address[1:]) - 1, ord(address[0]) - ord("A")


def _first_cell(sheet: Sheet, merged: str) -> Cell:
    row, column = _place(merged.split(":", maxsplit=1)[0])
    return sheet.cells[row][column]


def _write_cells(
    page: xlsxwriter.worksheet.Worksheet,
    cells: Sequence[Sequence[Cell]],
    as_date: xlsxwriter.format.Format,
) -> None:
    for row, each in enumerate(cells):
        for column, value in enumerate(each):
            if isinstance(value, Formula):
                page.write_formula(row, column, value)
            elif isinstance(value, str):
                page.write_string(row, column, value)
            elif isinstance(value, date):
                page.write_datetime(row, column, value, as_date)
            elif value is not None:
                page.write(row, column, value)
