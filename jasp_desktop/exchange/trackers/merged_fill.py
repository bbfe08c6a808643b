"""Says in every one of merged cells what stands in the first; runs in the reading child."""

from collections.abc import Sequence

from jasp_desktop.exchange.reading_limits import Refusal, Refused
from jasp_desktop.exchange.trackers.row_lines import MOST_COLUMNS, Cell

_MOST_RANGES = 200_000

type Range = tuple[tuple[int, int], tuple[int, int]]
"""First and last cell of merged cells, as row and column from 0."""


class MergedFill:
    """Fills the merged cells of a sheet, row by row from above.

    A row that has no cell of its own stays blank, and a row whose only words are merged across
    says them once: it is a title.
    """

    def __init__(self, ranges: Sequence[Range]) -> None:
        if len(ranges) > _MOST_RANGES:
            raise Refused(Refusal.TOO_LARGE)
        self._coming = sorted(ranges, reverse=True)
        self._open: list[tuple[Range, Cell]] = []

    def fill(self, number: int, cells: list[Cell]) -> None:
        """Fill a row, whose number counts from 1, in place; call it for every row in order."""
        row = number - 1
        self._open = [each for each in self._open if each[0][1][0] >= row]
        while self._coming and self._coming[-1][0][0] <= row:
            self._begin(self._coming.pop(), row, cells)
        if not self._open:
            return
        if sum(end[1] - start[1] + 1 for (start, end), _ in self._open) > MOST_COLUMNS:
            # Merged cells cannot overlap, so those of a row have no more columns than the sheet.
            raise Refused(Refusal.UNSAFE)
        own = [column for column, cell in enumerate(cells) if cell is not None]
        for (start, end), words in self._open:
            # Beside other words of the row only: words merged across alone are a title.
            if any((row, column) != start for column in own):
                for column in range(start[1], min(end[1] + 1, len(cells))):
                    if cells[column] is None:
                        cells[column] = words

    def _begin(self, found: Range, row: int, cells: list[Cell]) -> None:
        (top, left), (bottom, right) = found
        is_turned_round = bottom < top or right < left
        if top == row and left < len(cells) and cells[left] is not None and not is_turned_round:
            self._open.append((found, cells[left]))
