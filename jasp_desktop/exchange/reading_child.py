"""Reads foreign files in a child process, so that a hostile one costs a sentence and no more.

The child has little memory and time, sends back a bounded answer in JSON, and is ended when the
person cancels. What it does stands in ``child_answer``.
"""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from time import monotonic
from typing import IO

from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.records import Json
from jasp_desktop.exchange.child_answer import child_main
from jasp_desktop.exchange.reading_limits import Refusal

CHILD_OPTION = "--read-file"

_MODULE = "jasp_desktop.exchange.child_answer"
_POLL_SECONDS = 0.05
_CHUNK = 64 * 1024
_LONGEST_LAST_LINE = 32 * 1024 * 1024
# How a parser ends its process when it gets no more memory: by a signal, or as Windows says it.
_OUT_OF_MEMORY = (-signal.SIGABRT, 0xC0000409)
_PASSED_ON = ("SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LD_LIBRARY_PATH")


class UnreadableFile(UserError):
    """A file that cannot be read, with the reason and what to do in one sentence."""


class MissingFile(UnreadableFile):
    """There is no such file."""


class EmptyFile(UnreadableFile):
    """The file holds nothing."""


class UnknownFileType(UnreadableFile):
    """The file is none of the kinds that the program reads."""


class DamagedFile(UnreadableFile):
    """The file is cut short or broken."""


class PasswordProtectedFile(UnreadableFile):
    """The file opens only with a password."""


class TooLargeFile(UnreadableFile):
    """The file, or what it unpacks to, is larger than the program reads."""


class TooSlowFile(UnreadableFile):
    """The file took longer to read than the program waits."""


class ScannedFile(UnreadableFile):
    """The file holds pictures of pages and no text."""


class NoRoom(UnreadableFile):
    """The disk has no room for what was read."""


_REFUSED: Mapping[Refusal, tuple[type[UnreadableFile], str]] = {
    Refusal.MISSING: (MissingFile, "“{file}” is not there; it may have been moved or renamed."),
    Refusal.EMPTY: (EmptyFile, "“{file}” is empty."),
    Refusal.UNKNOWN_TYPE: (
        UnknownFileType,
        "“{file}” is not a text, HTML, Word (.docx) or PDF file, nor a spreadsheet (.xlsx, .csv).",
    ),
    Refusal.DAMAGED: (
        DamagedFile,
        "“{file}” is damaged or cut short; ask its sender for another copy.",
    ),
    Refusal.PASSWORD: (
        PasswordProtectedFile,
        "“{file}” is protected with a password; save a copy without one and import that.",
    ),
    Refusal.TOO_LARGE: (
        TooLargeFile,
        "“{file}” is too large to be read safely; the limit is 50 MB, or less once unpacked.",
    ),
    Refusal.TOO_SLOW: (
        TooSlowFile,
        "“{file}” took too long to read and was given up; nothing was imported.",
    ),
    Refusal.SCANNED: (
        ScannedFile,
        "“{file}” holds pictures of pages but no text; import a copy with text in it.",
    ),
    Refusal.UNSAFE: (
        UnknownFileType,
        "“{file}” holds parts that no plain document has, so it was not read.",
    ),
    Refusal.NO_SHEET: (EmptyFile, "“{file}” has no sheet with anything in it."),
    Refusal.OTHER_SHEET: (
        UnknownFileType,
        "“{file}” is an older or other kind of spreadsheet; save it as .xlsx and import that.",
    ),
    Refusal.FAR_CELL: (
        TooLargeFile,
        "“{file}” has a cell far away from its table; clear all below and beside it, and save.",
    ),
    Refusal.LONG_CELL: (
        TooLargeFile,
        "“{file}” has a cell of more than 1,000,000 characters; shorten it and import it again.",
    ),
}


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """How much one file may cost: seconds of wall clock, and bytes of answer."""

    seconds: float = 12.0
    answer: int = 16 * 1024 * 1024


def refused(refusal: Refusal, file: str) -> UnreadableFile:
    """Return the error that tells a person why a file was not read."""
    error, sentence = _REFUSED[refusal]
    return error(sentence.format(file=file))


def read_in_child(
    kind: str, path: Path, progress: Progress, limits: ReadingLimits | None = None
) -> dict[str, Json]:
    """Return what the reader of a kind says of a file; blocks, and polls ``progress``.

    Raises:
        UnreadableFile: The file cannot be read, with the reason.
        Cancelled: ``progress`` asked for a stop.
    """
    with BytesIO() as written:
        _collect(kind, path, progress, limits or ReadingLimits(), written)
        return _understood(written.getvalue(), path)


def spool_from_child(
    kind: str, path: Path, progress: Progress, limits: ReadingLimits, spool: IO[bytes]
) -> dict[str, Json]:
    """Write the lines that a reader gives of a file into ``spool``; return its closing object.

    Blocks, and polls ``progress``. The lines are not looked at, and never in memory as a whole.

    Raises:
        UnreadableFile: The file cannot be read, with the reason.
        Cancelled: ``progress`` asked for a stop.
    """
    _collect(kind, path, progress, limits, spool)
    return _understood(_last_line(spool), path)


def _started(kind: str, path: Path) -> subprocess.Popen[bytes]:
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    if getattr(sys, "frozen", False):
        command = [sys.executable, CHILD_OPTION]
    else:
        environment["PYTHONPATH"] = str(Path(__file__).resolve().parents[2])
        command = [sys.executable, "-P", "-s", "-m", _MODULE]
    return subprocess.Popen(  # noqa: S603 - our own program, and a path as one argument
        [*command, kind, str(path.absolute())],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _collect(
    kind: str, path: Path, progress: Progress, limits: ReadingLimits, sink: IO[bytes]
) -> None:
    """Write into ``sink`` all that the child says, and end the child."""
    with _started(kind, path) as child:
        assert child.stdout is not None  # noqa: S101 - it was opened as a pipe
        draining = _Draining(child.stdout, sink, limits.answer)
        try:
            _await(draining, path, progress, limits)
        finally:
            child.kill()
            draining.join()
    if draining.fault is not None:
        raise NoRoom(f"There is no room on the disk to read “{path.name}”; nothing was imported.")
    if draining.is_too_much or child.returncode in _OUT_OF_MEMORY:
        raise refused(Refusal.TOO_LARGE, path.name)


class _Draining(threading.Thread):
    """Passes on what a child writes, up to a limit, so that the caller is free to poll."""

    def __init__(self, pipe: IO[bytes], sink: IO[bytes], most: int) -> None:
        super().__init__(daemon=True)
        self._pipe = pipe
        self._sink = sink
        self._left = most
        self.fault: OSError | None = None

    @property
    def is_too_much(self) -> bool:
        """Tell whether the child wrote more than the limit."""
        return self._left < 0

    def run(self) -> None:
        """Pass on until the child ends, is ended, or has written too much."""
        while self._left >= 0 and (chunk := self._pipe.read(_CHUNK)):
            self._left -= len(chunk)
            try:
                self._sink.write(chunk)
            except OSError as fault:
                self.fault = fault
                return


def _await(draining: _Draining, path: Path, progress: Progress, limits: ReadingLimits) -> None:
    draining.start()
    words = f"Reading {path.name}"
    began = monotonic()
    while draining.is_alive():
        spent = monotonic() - began
        if spent > limits.seconds:
            raise refused(Refusal.TOO_SLOW, path.name)
        progress.report(int(100 * spent / limits.seconds), 100, words)
        draining.join(_POLL_SECONDS)


def _last_line(spool: IO[bytes]) -> bytes:
    """Return what stands after the last line break; empty where it is longer than any that is."""
    found = b""
    place = spool.seek(0, os.SEEK_END)
    while place > 0 and len(found) < _LONGEST_LAST_LINE:
        step = min(_CHUNK, place)
        place = spool.seek(place - step)
        _, break_, last = (chunk := spool.read(step)).rpartition(b"\n")
        found = (last if break_ else chunk) + found
        if break_:
            return found
    return found if place == 0 else b""


def _understood(written: bytes, path: Path) -> dict[str, Json]:
    try:
        answer = json.loads(written)
        if "refused" in answer:
            raise refused(Refusal(answer["refused"]), path.name)
    except (ValueError, TypeError, RecursionError):
        # A child that died wrote nothing or half a line.
        raise refused(Refusal.DAMAGED, path.name) from None
    return dict(answer)


if __name__ == "__main__":
    sys.exit(child_main(sys.argv[1:]))
