"""Reads a run of table rows into findings and answers: by a header, or as keys and values."""

import re
from collections.abc import Sequence

from jasp_desktop.exchange.letters.answer_tables import TableRow, answer_table
from jasp_desktop.exchange.letters.chain_gathering import Gathering
from jasp_desktop.exchange.letters.plain_lines import with_list_mark
from jasp_desktop.exchange.letters.source_text import Block
from jasp_desktop.exchange.letters.topics import label_in

_PRINTED_NUMBER = re.compile(r"\d+(?:\.\d+)*[a-z]?")


def reads_answer_table(
    rows: Sequence[tuple[int, Block]], found: Gathering, *, is_response: bool
) -> bool:
    """Read rows under a known header into what was found; False where there is none."""
    table = answer_table(rows)
    if table is None or found.report is None:
        return False
    found.close_section()
    for row in table.rows:
        _read_row(row, {row.place, table.header}, found, is_response=is_response)
    found.close_section()
    return True


def _read_row(row: TableRow, places: set[int], found: Gathering, *, is_response: bool) -> None:
    if row.finding:
        label = label_in(row.finding)
        text = label.rest if label and label.rest else row.finding
        printed = row.number or (label.number if label else None)
        if printed is None:
            text, printed, _ = with_list_mark(text)
        figures = _PRINTED_NUMBER.search(printed) if printed else None
        number = figures.group() if figures else printed
        found.open_finding(row.place, label.kind if label else row.kind, number, text)
    if found.finding is None:
        return
    found.finding.deadline_words = row.deadline
    found.finding.cited |= places
    if is_response:
        for role, text in row.answers:
            found.answer_in_table(places, role, text, row.position)
