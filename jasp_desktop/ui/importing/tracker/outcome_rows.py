"""The rows of a plan in sections, as the check lists them: what each is and what it says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from jasp_desktop.domain.imports import ImportProblem, MissingRow
from jasp_desktop.domain.marks import (
    ADDED,
    DATE_MOVED,
    MISSING_FROM_EXPORT,
    REJECTED,
    UNCHANGED,
    Mark,
    mark_for_force_status,
)
from jasp_desktop.domain.trackers import Fate, RowOutcome, TrackerPlan
from jasp_desktop.ui.importing.tracker.words import changed_words, counted, value_words
from jasp_desktop.ui.kit.rows import Index

ENTRY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_NOWHERE = QModelIndex()
_LINES = 3
_LONGEST = 300
_AT_ONCE = 400
"""Entries that are laid out before the list is scrolled to its end."""


class Section(StrEnum):
    """The fates of a plan's rows, and what it misses, in the order in which they are listed."""

    WAITING = "waiting"
    CHANGED = "changed"
    ADDED = "added"
    REJECTED = "rejected"
    MISSING = "missing"
    UNCHANGED = "unchanged"


SECTION_MARKS: dict[Section, Mark] = {
    Section.WAITING: MISSING_FROM_EXPORT,
    Section.CHANGED: DATE_MOVED,
    Section.ADDED: ADDED,
    Section.REJECTED: REJECTED,
    Section.MISSING: mark_for_force_status("awaiting_allocation"),
    Section.UNCHANGED: UNCHANGED,
}
SECTION_WORDS = {
    Section.WAITING: "Waiting for you",
    Section.CHANGED: "Changed",
    Section.ADDED: "Added",
    Section.REJECTED: "Rejected",
    Section.MISSING: "On the register, missing here",
    Section.UNCHANGED: "Unchanged",
}
_FATES = {fate: Section(fate.value) for fate in Fate}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an entry: words; or a field with what it was and becomes; or a cell's fault.

    Of a fault, ``before`` is what the cell says and ``after`` what is wrong with it.
    """

    words: str
    before: str | None = None
    after: str = ""
    is_fault: bool = False

    @property
    def spoken(self) -> str:
        """Return the line as a screen reader says it."""
        if self.before is None:
            return self.words
        between = ":" if self.is_fault else " to"
        return f"{self.words}: {self.before}{between} {self.after}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading, a row of the file, or a record that the file misses."""

    section: Section
    lines: tuple[Line, ...]
    row: int | None = None
    label: str = ""
    quiet: str = ""
    outcome: RowOutcome | None = None
    missing: MissingRow | None = None

    @property
    def is_heading(self) -> bool:
        """Tell whether it opens a section."""
        return self.outcome is None and self.missing is None

    @property
    def mark(self) -> Mark:
        """Return its section's mark."""
        return SECTION_MARKS[self.section]

    @property
    def spoken(self) -> str:
        """Return the entry as a screen reader says it."""
        if self.is_heading:
            return f"{self.label}, {self.quiet}"
        place = f"Row {self.row}, " if self.row else ""
        lines = "; ".join(each.spoken for each in self.lines)
        return f"{SECTION_WORDS[self.section]}: {place}{self.label}, {lines}"


def section_counts(plan: TrackerPlan) -> dict[Section, int]:
    """Return how many rows each section has."""
    counts = dict.fromkeys(Section, 0)
    for outcome in plan.outcomes:
        counts[_FATES[outcome.fate]] += 1
    counts[Section.MISSING] = len(plan.missing)
    return counts


def entries_of(plan: TrackerPlan, only: Section | None) -> list[Entry]:
    """Return the entries of every section, or of one."""
    by_section: dict[Section, list[Entry]] = {section: [] for section in Section}
    for outcome in plan.outcomes:
        by_section[_FATES[outcome.fate]].append(_entry(outcome))
    by_section[Section.MISSING] = [
        Entry(Section.MISSING, (Line(_STAYS),), label=each.label, missing=each)
        for each in plan.missing
    ]
    return list(_listed(by_section, only))


_STAYS = "Stays on the register, marked as missing from this export"


def _listed(by_section: dict[Section, list[Entry]], only: Section | None) -> Iterator[Entry]:
    for section, entries in by_section.items():
        if entries and only in {None, section}:
            yield Entry(section, (), label=SECTION_WORDS[section], quiet=_quiet(section, entries))
            yield from entries


def _quiet(section: Section, entries: Sequence[Entry]) -> str:
    if section is Section.MISSING:
        return counted(len(entries), "action")
    rows = counted(len(entries), "row")
    if section is Section.CHANGED:
        cells = sum(len(entry.outcome.changes) for entry in entries if entry.outcome)
        return f"{rows}, {counted(cells, 'change')}"
    if section is Section.REJECTED:
        return f"{rows}. They stay in the file and on the certificate"
    return rows


def _entry(outcome: RowOutcome) -> Entry:
    section = _FATES[outcome.fate]
    lines: list[Line] = []
    if outcome.fate is Fate.CHANGED:
        lines = [
            Line(changed_words(each.name), _short(each.before), _short(each.after))
            for each in outcome.changes
        ]
    elif outcome.fate in {Fate.REJECTED, Fate.WAITING}:
        lines = [_fault(each) for each in outcome.problems]
        if outcome.candidates:
            first = outcome.candidates[0]
            lines.append(Line(f"May be {first.label}: {first.likeness} % alike"))
    if len(lines) > _LINES:
        more = len(lines) - _LINES + 1
        lines = [*lines[: _LINES - 1], Line(f"and {more:,} more")]
    shown = tuple(lines) or (Line(" ".join(outcome.text.split())),)
    return Entry(section, shown, row=outcome.row, label=outcome.label, outcome=outcome)


def _short(value: str | date | None) -> str:
    return " ".join(value_words(value)[:_LONGEST].split())


def _fault(problem: ImportProblem) -> Line:
    if problem.column is None or problem.value is None:
        return Line(problem.message)
    column, value = (" ".join(each.split()) for each in (problem.column, problem.value))
    return Line(column, value[:_LONGEST], problem.message, is_fault=True)


class OutcomesModel(QAbstractListModel):
    """The entries; more are laid out as the list is scrolled."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._laid_out = 0

    def set_entries(self, entries: list[Entry]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self._entries = entries
        self._laid_out = min(_AT_ONCE, len(entries))
        self.endResetModel()

    def entry(self, place: int) -> Entry:
        """Return an entry by its place."""
        return self._entries[place]

    def place_of(self, row: int) -> int:
        """Return the place of a row of the file, laid out from now on; -1 if it is not listed."""
        places = (place for place, entry in enumerate(self._entries) if entry.row == row)
        place = next(places, -1)
        while place >= self._laid_out:
            self.fetchMore(_NOWHERE)
        return place

    def first_place(self) -> int:
        """Return the place of the first entry that is no heading; -1 for none."""
        places = (place for place, each in enumerate(self._entries) if not each.is_heading)
        return next(places, -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many entries are laid out."""
        return 0 if parent.isValid() else self._laid_out

    def canFetchMore(self, parent: Index) -> bool:
        """Tell whether there are more."""
        return not parent.isValid() and self._laid_out < len(self._entries)

    def fetchMore(self, _parent: Index) -> None:
        """Lay out some more."""
        end = min(len(self._entries), self._laid_out + _AT_ONCE)
        self.beginInsertRows(_NOWHERE, self._laid_out, end - 1)
        self._laid_out = end
        self.endInsertRows()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let a heading be passed over."""
        if index.isValid() and self._entries[index.row()].is_heading:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer a role of an entry."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        answers: dict[int, object] = {
            ENTRY_ROLE: entry,
            int(Qt.ItemDataRole.DisplayRole): entry.label,
            int(Qt.ItemDataRole.AccessibleTextRole): entry.spoken,
        }
        return answers.get(int(role))
