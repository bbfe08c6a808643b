"""``python -m bench``: measure, and print a table of figures reached and missed."""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from bench import changes, memory, tracker_import
from bench.contests import Measured, measure
from bench.memory import Peak

BENCHES = ("tracker", "changes", "memory")
ROUNDS = 7
_CONTESTS = {"tracker": tracker_import.contests, "changes": changes.contests}


def main(arguments: Sequence[str]) -> int:
    """Measure what is asked for; return 0 when every figure is reached, else 1."""
    options = _parse(arguments)
    times: list[Measured] = []
    peaks: list[Peak] = []
    with tempfile.TemporaryDirectory(prefix="jasp-bench-") as folder:
        for name, contests in _CONTESTS.items():
            for contest in contests(Path(folder)) if name in options.benches else ():
                times.append(measure(contest, options.rounds))
                _tell(f"measured {contest.name}")
        if "memory" in options.benches:
            peaks = memory.peaks(Path(folder))
    if options.json:
        found = {"times": [asdict(each) for each in times], "peaks": [asdict(p) for p in peaks]}
        sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write("".join(f"{line}\n" for line in table(times, peaks)))
    reached = all(time.is_reached for time in times) and all(peak.is_reached for peak in peaks)
    return 0 if reached else 1


def table(times: Sequence[Measured], peaks: Sequence[Peak]) -> list[str]:
    """Return the figures in columns."""
    rows: list[tuple[str, ...]] = [("what", "ours", "floor", "ratio", "figure", "")]
    rows += [
        (
            each.name,
            f"{1000 * each.ours:,.0f} ms",
            f"{1000 * each.floor:,.0f} ms",
            f"{each.ratio:.2f} ×",
            f"≤ {each.most:g} × {each.floor_words}",
            _verdict(is_reached=each.is_reached),
        )
        for each in times
    ]
    rows += [
        (
            peak.name,
            f"{peak.many:,.0f} MB",
            f"{peak.few:,.0f} MB",
            f"{peak.growth:+,.0f} MB",
            "for the record" if peak.most_growth is None else f"≤ +{peak.most_growth:g} MB",
            "" if peak.most_growth is None else _verdict(is_reached=peak.is_reached),
        )
        for peak in peaks
    ]
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    return ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]


def _verdict(*, is_reached: bool) -> str:
    return "reached" if is_reached else "missed"


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("benches", nargs="*", choices=[*BENCHES, []], metavar="BENCH")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="rounds that count, of each")
    parser.add_argument("--json", action="store_true", help="print facts as one JSON object")
    options = parser.parse_args(arguments)
    options.benches = options.benches or list(BENCHES)
    return options


def _tell(words: str) -> None:
    sys.stderr.write(f"{words}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
