"""What every page is given: the open desk, the looks, the worker, undo, and where to go."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from jasp_desktop.services.opening import Desk
from jasp_desktop.ui.acts import Acts
from jasp_desktop.ui.jobs import JobRunner
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.places import Place


class FileDialogs(Protocol):
    """Asks a person for files: the edge at which tests answer instead."""

    def open_file(self, title: str, kinds: str) -> Path | None:
        """Return a file to read; None when the person thought better of it."""

    def save_file(self, title: str, suggested: str, kinds: str) -> Path | None:
        """Return where to write; None when the person thought better of it."""


class Printer(Protocol):
    """Prints a PDF: the edge at which tests answer instead."""

    def print_pdf(self, path: Path) -> None:
        """Ask for a printer and print.

        Raises:
            UserError: It could not be printed.
        """


class Navigator(QObject):
    """Says where the person wants to go; the window goes there and remembers the way back."""

    requested = Signal(Place)

    def open(self, place: Place) -> None:
        """Go to a place."""
        self.requested.emit(place)


class Notices(QObject):
    """Sentences for the person: shown as a band above the page, read out by a screen reader."""

    told = Signal(str)
    failed = Signal(str)

    def tell(self, sentence: str) -> None:
        """Say that something was done."""
        self.told.emit(sentence)

    def fail(self, sentence: str) -> None:
        """Say what went wrong, what was kept and what to do."""
        self.failed.emit(sentence)


@dataclass(frozen=True, slots=True)
class Workspace:
    """One open home, as the pages use it."""

    desk: Desk
    appearance: Appearance
    jobs: JobRunner
    acts: Acts
    navigator: Navigator
    notices: Notices
    files: FileDialogs
    printer: Printer
    now: Callable[[], datetime]
