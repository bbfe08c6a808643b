"""Tells rows that are no action: totals, counts, titles over rows, and the headings once more."""

import re
from collections.abc import Sequence
from dataclasses import replace

from jasp_desktop.domain.imports import ImportProblem
from jasp_desktop.domain.trackers import TrackerField, TrackerMapping, TrackerRow
from jasp_desktop.exchange.trackers.cell_words import folded, words_of
from jasp_desktop.exchange.trackers.sheets import CellValue
from jasp_desktop.exchange.trackers.status_words import is_state_word

_TOTAL = re.compile(
    r"(?:grand\s+|sub-?\s?)?totals?\b|(?:number|count|no\.?) of\b|sum\b|overall\b", re.IGNORECASE
)
_NUMBER = re.compile(r"[£(]?\d[\d,.]*\s?%?\)?")
_REPORT_TITLE = re.compile(
    r"\b(?:PEEL|HMICFRS|HMIC|JTAI|inspect\w*|thematic|report|spotlight|custody|super-?complaint"
    r"|re-?visit|letter|review of|vetting|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_LISTING = re.compile(
    r"\b(?:open|closed|outstanding|complete[d]?|overdue|new)\b.*\b(?:actions?|rec\w*|AFIs?|items?)\b",
    re.IGNORECASE,
)
_FEW = 4
"""A row with more cells than this is judged by its first."""
_LONGEST_TITLE = 120
_SENTENCES = frozenset({TrackerField.FINDING_TEXT, TrackerField.SUB_TEXT, TrackerField.ACTION_TEXT})


class OddRows:
    """Judges the rows of one sheet, in order; a title that names a report is that of the next."""

    def __init__(self, mapping: TrackerMapping) -> None:
        self._headings = {
            use.column: folded(use.heading) for use in mapping.columns if use.heading.strip()
        }
        self._sentences = {use.column for use in mapping.columns if use.field in _SENTENCES}
        self._titles_name_reports = (
            mapping.report is None and mapping.column_of(TrackerField.REPORT) is None
        )
        self._report: str | None = None

    def judged(self, cells: Sequence[CellValue], row: TrackerRow) -> TrackerRow:
        """Return the row with a fault where it is no action, else with the report over it."""
        fault = None
        if len(cells) - cells.count(None) <= _FEW or self._may_be_odd(cells):
            fault = self._not_an_action(_said(cells))
        if fault is None and _says_which(row):
            return replace(row, report=self._report) if self._report else row
        message = fault or "Nothing in this row says which action it is. Left out."
        problem = ImportProblem(
            row=row.number, value=next(iter(_said(cells).values())), message=message
        )
        return TrackerRow(number=row.number, faults=(problem,))

    def _not_an_action(self, said: dict[int, str]) -> str | None:
        if self._repeats_headings(said):
            return "Repeats the headings. Left out."
        if _is_total(list(said.values())):
            return "Looks like a total, not an action. Left out."
        if len(said) == 1:
            return self._title(*next(iter(said.items())))
        return None

    def _may_be_odd(self, cells: Sequence[CellValue]) -> bool:
        """Tell from the first cell that says anything whether to look at the others."""
        for column, cell in enumerate(cells):
            if cell is not None and (words := words_of(cell)):
                heading = self._headings.get(column, "")
                return bool(_TOTAL.match(words)) or heading.endswith(folded(words))
        return False

    def _repeats_headings(self, said: dict[int, str]) -> bool:
        if len(said) == 1:
            return False
        # Of headings that stand in two rows, a repeated row holds only the second half.
        return all(
            (heading := self._headings.get(column, "")) and heading.endswith(folded(words))
            for column, words in said.items()
        )

    def _title(self, column: int, words: str) -> str | None:
        if column in self._sentences and (words.endswith(".") or len(words) > _LONGEST_TITLE):
            return None
        if " " not in words and any(map(str.isdigit, words)):
            return None
        is_report = _REPORT_TITLE.search(words) and not _LISTING.search(words)
        if self._titles_name_reports and is_report and len(words) <= _LONGEST_TITLE:
            self._report = " ".join(words.split())
            return "A title, read as the report of the rows under it. Not an action itself."
        # The rows under another title may be about another report: nothing is guessed.
        self._report = None
        return "A line of its own, not an action. Left out."


def _said(cells: Sequence[CellValue]) -> dict[int, str]:
    """Return the words of the cells that say anything, by their column."""
    return {column: words for column, cell in enumerate(cells) if (words := words_of(cell))}


def _is_total(said: list[str]) -> bool:
    first, *others = said
    are_figures = [bool(_NUMBER.fullmatch(each)) for each in others]
    if _TOTAL.match(first) and len(first) <= _LONGEST_TITLE // 2:
        return all(are_figures)
    if len(others) != 1:
        return False
    # A count by state: “In progress | 130” or “130 | In progress”.
    return (is_state_word(first) and are_figures[0]) or (
        bool(_NUMBER.fullmatch(first)) and is_state_word(others[0])
    )


def _says_which(row: TrackerRow) -> bool:
    return any(
        (row.reference, row.finding_number, row.finding_text, row.sub_number, row.sub_text,
         row.action_text)
    ) or bool(row.faults)  # fmt: skip
