"""What the wizard has seen of a spreadsheet: read in the worker, shown in the window."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.trackers import TrackerMapping
from jasp_desktop.exchange.trackers.sheets import SheetRow, TrackerFile
from jasp_desktop.services.trackers import Suggestion, TrackerService
from jasp_desktop.ui.importing.tracker.sheet_grid import cell_words

_SHOWN_ROWS = 30
_SEARCHED_ROWS = 400
_SAMPLES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A sheet's first rows, what is proposed for it, and a few cells of every column."""

    file: TrackerFile
    sheet: str
    rows: tuple[SheetRow, ...]
    suggestion: Suggestion
    samples: Mapping[int, tuple[str, ...]]


def look_at(
    trackers: TrackerService,
    file: TrackerFile,
    progress: Progress,
    sheet: str | None = None,
    header_row: int | None = None,
) -> Look:
    """Look at a sheet of a file, or at the likeliest; called in the worker's thread."""
    progress.report(0, 1, f"Looking at the columns of {file.name}")
    suggestion = trackers.suggest(file, sheet, header_row)
    mapping = suggestion.mapping
    return Look(
        file=file,
        sheet=mapping.sheet,
        rows=tuple(islice(file.rows(mapping.sheet), _SHOWN_ROWS)),
        suggestion=suggestion,
        samples=_samples(file, mapping),
    )


def _samples(file: TrackerFile, mapping: TrackerMapping) -> dict[int, tuple[str, ...]]:
    """Return, for each column that says anything, its first few different cells."""
    found: dict[int, dict[str, None]] = {}
    rows = (row for row in file.rows(mapping.sheet) if row.number > mapping.header_row)
    for row in islice(rows, _SEARCHED_ROWS):
        for column, cell in enumerate(row.cells):
            seen = found.setdefault(column, {})
            if len(seen) < _SAMPLES and (words := cell_words(cell)):
                seen[words] = None
    return {column: tuple(seen) for column, seen in found.items() if seen}
