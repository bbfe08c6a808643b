"""How much memory an import takes at its peak, each in a process of its own.

Only the program’s own process counts: the child that parses the file has a limit of its own.
"""

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench.sheets import write_tracker
from bench.tracker_import import bring_in, desk_in
from jasp_desktop.domain.progress import Silent

FEW, MANY = 10_000, 100_000
_MOST_GROWTH_MB = 40
_AS_AT = date(2026, 11, 6)


@dataclass(frozen=True, slots=True)
class Peak:
    """The most memory that a piece of work held, in megabytes, over few rows and over many."""

    name: str
    few: float
    many: float
    most_growth: float | None

    @property
    def growth(self) -> float:
        """Return what the many rows take more than the few."""
        return self.many - self.few

    @property
    def is_reached(self) -> bool:
        """Tell whether the figure is reached; a peak without one is for the record."""
        return self.most_growth is None or self.growth <= self.most_growth


def peaks(folder: Path, few: int = FEW, many: int = MANY) -> list[Peak]:
    """Measure reading a tracker, which is to stay flat, and importing it whole.

    Raises:
        RuntimeError: This system does not tell a process’s peak.
    """
    sheets = [folder / f"rows-{rows}.xlsx" for rows in (few, many)]
    for sheet, rows in zip(sheets, (few, many), strict=True):
        write_tracker(sheet, rows)
    words = f"{many:,} rows against {few:,}"
    read, whole = ([_peak_of(task, sheet) for sheet in sheets] for task in ("read", "import"))
    return [
        Peak(f"reading a tracker, {words}", read[0], read[1], _MOST_GROWTH_MB),
        Peak(f"importing it, {words}", whole[0], whole[1], None),
    ]


def _peak_of(task: str, sheet: Path) -> float:
    command = [sys.executable, "-m", "bench.memory", task, str(sheet)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own
    return float(ran.stdout)


def _own_peak() -> float:
    """Return this process’s highest resident set in megabytes, as Linux tells it."""
    status = Path("/proc/self/status")
    if not status.exists():
        raise RuntimeError("Memory is measured on Linux only.")
    (line,) = [each for each in status.read_text().splitlines() if each.startswith("VmHWM:")]
    return int(line.split()[1]) / 1024


def _run(task: str, sheet: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="jasp-bench-") as folder, desk_in(Path(folder)) as desk:
        if task == "import":
            bring_in(desk, sheet)
            return
        with desk.trackers.look(sheet, Silent()) as file:
            for row in file.rows(file.sheets[0].name):
                del row


if __name__ == "__main__":
    _run(sys.argv[1], Path(sys.argv[2]))
    sys.stdout.write(f"{_own_peak():.1f}\n")
