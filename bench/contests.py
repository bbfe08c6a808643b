"""Two ways of doing a piece of work, measured in turn so that a busy machine slows both alike."""

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

type Work = Callable[[], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """Our work beside a floor or a peer.

    ``ours`` and ``floor`` set up without being timed, and return the work to be timed. ``most`` is
    the figure to reach, in times the floor.
    """

    name: str
    ours: Callable[[], Work]
    floor: Callable[[], Work]
    floor_words: str
    most: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What a contest came to; times in seconds, medians."""

    name: str
    ours: float
    floor: float
    floor_words: str
    most: float

    @property
    def ratio(self) -> float:
        """Return how many times the floor our work takes."""
        return self.ours / self.floor

    @property
    def is_reached(self) -> bool:
        """Tell whether the figure is reached."""
        return self.ratio <= self.most


def measure(contest: Contest, rounds: int) -> Measured:
    """Run both sides so often, turn about, after one round of each that does not count."""
    ours: list[float] = []
    floor: list[float] = []
    _timed(contest.floor)
    _timed(contest.ours)
    for turn in range(rounds):
        sides = [(contest.ours, ours), (contest.floor, floor)]
        for prepare, times in sides if turn % 2 else reversed(sides):
            times.append(_timed(prepare))
    return Measured(
        name=contest.name,
        ours=median(ours),
        floor=median(floor),
        floor_words=contest.floor_words,
        most=contest.most,
    )


def _timed(prepare: Callable[[], Work]) -> float:
    work = prepare()
    gc.collect()
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
