"""Brings a file of any kind into a register, and holds that no harm is done on the way."""

import resource
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import monotonic

from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.trackers import Decisions, TrackerPlan
from jasp_desktop.exchange.reading_limits import MEMORY
from jasp_desktop.exchange.trackers.reading import read_tracker
from jasp_desktop.exchange.trackers.sheets import TrackerFile
from jasp_desktop.services.home_folder import HomeFolder
from jasp_desktop.services.opening import DEMO_NOW, Desk, open_desk
from tests.services.tracker_files import day_first

AS_AT = date(2026, 7, 1)
MOST_SECONDS = 12.0
MOST_SECONDS_AFTER_READING = 60.0
MOST_MEMORY_GROWN = 400 * 1024 * 1024
_LONGEST_SENTENCE = 250
_NEVER_SAID = ("Traceback", "Error", "Exception", "panic", ".py", "\n", "None")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What became of a file: the sentence that refused it, or the plan that was carried out."""

    refusal: UserError | None = None
    plan: TrackerPlan | None = None
    words: str = ""
    seconds: float = 0.0
    seconds_after: float = 0.0

    @property
    def outcome(self) -> str:
        """Return “read”, or the kind of refusal."""
        return "read" if self.refusal is None else type(self.refusal).__name__


def tried(path: Path, home: Path) -> Trial:
    """Read a file and import what it says into a new register; hold that no harm is done.

    It is refused in a plain sentence, or read, in time; memory is bounded; nothing is written but
    the register, and nothing asked of a network. ``home`` is the folder of the register.
    """
    memory = _most_memory(resource.RUSAGE_SELF)
    before = _listed(path.parent)
    with _watched() as seen:
        trial = _brought_in(path, home)
    assert seen == []
    assert _listed(path.parent) == before
    assert _most_memory(resource.RUSAGE_CHILDREN) <= MEMORY
    assert _most_memory(resource.RUSAGE_SELF) - memory <= MOST_MEMORY_GROWN
    return trial


def _brought_in(path: Path, home: Path) -> Trial:
    began = monotonic()
    try:
        file = read_tracker(path, Silent())
    except UserError as refused:
        seconds = monotonic() - began
        assert seconds < MOST_SECONDS
        check_sentence(str(refused), path)
        return Trial(refusal=refused, seconds=seconds)
    seconds = monotonic() - began
    assert seconds < MOST_SECONDS
    home.mkdir(exist_ok=True)
    with file, closing(open_desk(HomeFolder(home), lambda: DEMO_NOW, Silent())) as desk:
        began = monotonic()
        plan = _imported(desk, file)
        after = monotonic() - began
        assert after < MOST_SECONDS_AFTER_READING
        words = "\n".join(str(row.cells) for head in file.sheets for row in file.rows(head.name))
    return Trial(plan=plan, words=words, seconds=seconds, seconds_after=after)


def _imported(desk: Desk, file: TrackerFile) -> TrackerPlan:
    """Go the whole way of an import, and hold that the register is sound and says it."""
    mapping = day_first(desk.trackers.suggest(file))
    plan = desk.trackers.plan(file, mapping, Decisions(), AS_AT, Silent())
    assert plan.rows.reconciles
    desk.imports.accept(plan, Silent())
    assert all(each.is_sound for each in desk.check(Silent()))
    again = desk.trackers.plan(file, mapping, Decisions(), AS_AT, Silent())
    assert again.act.changes == ()
    return plan


def by_outcome(
    expected: Mapping[str, Sequence[Callable[[], bytes]]],
) -> list[tuple[Callable[[], bytes], str]]:
    """Return crafted files, each with what becomes of it, as a test's cases."""
    return [(craft, outcome) for outcome, crafts in expected.items() for craft in crafts]


def check_outcome(trial: Trial, outcome: str, *, is_large: bool) -> None:
    """Hold what became of a file; a busy computer may give up a large one, and says so."""
    assert trial.outcome == outcome or (is_large and trial.outcome == "TooSlowFile")


def check_sentence(sentence: str, path: Path) -> None:
    """Hold that a refusal is one plain sentence about the file, without this computer's folders."""
    assert path.name in sentence
    rest = sentence.replace(path.name, "")
    assert str(path.parent) not in rest
    assert sentence.endswith(".")
    assert len(rest) < _LONGEST_SENTENCE
    assert not [each for each in _NEVER_SAID if each in rest]


def _listed(folder: Path) -> list[tuple[str, int]]:
    return sorted((each.name, each.stat().st_size) for each in folder.iterdir() if each.is_file())


def _most_memory(who: int) -> int:
    unit = 1 if sys.platform == "darwin" else 1024
    return unit * resource.getrusage(who).ru_maxrss


_open_books: list[list[str]] = []


def _note(event: str, _: tuple[object, ...]) -> None:
    if _open_books and event.startswith(("socket.", "urllib.", "os.system", "os.exec")):
        _open_books[-1].append(event)


sys.addaudithook(_note)


@contextmanager
def _watched() -> Iterator[list[str]]:
    """Give the list of what this process asks of a network, or of another program, meanwhile."""
    _open_books.append([])
    try:
        yield _open_books[-1]
    finally:
        _open_books.pop()
