"""What the window needs beside its frame: imported in the worker, behind the first paint.

Whoever imports this module imports the register, its pages and everything under them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.prompts.rules import rules_after
from jasp_desktop.services.home_folder import HomeFolder
from jasp_desktop.services.opening import DEMO_NOW, Desk, fill_with_samples, open_desk
from jasp_desktop.ui.briefs.printing import SystemPrinter
from jasp_desktop.ui.file_dialogs import SystemFileDialogs
from jasp_desktop.ui.jobs import JobRunner
from jasp_desktop.ui.preferences import Preferences
from jasp_desktop.ui.sitting import Sitting
from jasp_desktop.ui.window import MainWindow
from jasp_desktop.ui.workspace import Notices


@dataclass(frozen=True, slots=True)
class OpenedHome:
    """An open desk and the clock it goes by."""

    desk: Desk
    now: Callable[[], datetime]


def open_home(home: HomeFolder, progress: Progress, *, is_demo: bool) -> OpenedHome:
    """Open a home; a demo is filled with the sample data and stays at its own evening.

    Raises:
        UserError: It cannot be opened; a sentence says why.
    """
    now = _demo_now if is_demo else _now
    desk = open_desk(home, now, progress)
    if is_demo:
        fill_with_samples(desk, progress)
    return OpenedHome(desk, now)


def sit_down(window: MainWindow, opened: OpenedHome, jobs: JobRunner) -> Sitting:
    """Put an open desk into a window, with the rules that the member chose."""
    opened.desk.prompting.rules = rules_after(Preferences(opened.desk.home.path).rule_choices)
    notices = Notices(window)
    return Sitting(
        window,
        opened.desk,
        jobs,
        notices,
        files=SystemFileDialogs(),
        printer=SystemPrinter(jobs, notices),
        now=opened.now,
    )


def _now() -> datetime:
    return datetime.now(UTC)


def _demo_now() -> datetime:
    return DEMO_NOW
