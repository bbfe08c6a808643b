"""Reads foreign files in a child process, so that a hostile one costs a sentence and no more.

The child has little memory and time, sends back a bounded answer in JSON, and is ended when the
person cancels. ``__main__`` hands ``--read-file KIND PATH`` to ``child_main`` before it imports
anything heavy: a frozen program has no interpreter to start, so it starts itself.
"""

import importlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import IO

from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.records import Json
from jasp_desktop.exchange.reading_limits import Refusal, Refused, limit_this_process

CHILD_OPTION = "--read-file"

_READERS = {
    "txt": "jasp_desktop.exchange.letters.read_txt",
    "html": "jasp_desktop.exchange.letters.read_html",
    "docx": "jasp_desktop.exchange.letters.read_docx",
    "pdf": "jasp_desktop.exchange.letters.read_pdf",
}
_MODULE = "jasp_desktop.exchange.reading_child"
_POLL_SECONDS = 0.05
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


_REFUSED: Mapping[Refusal, tuple[type[UnreadableFile], str]] = {
    Refusal.MISSING: (MissingFile, "“{file}” is not there; it may have been moved or renamed."),
    Refusal.EMPTY: (EmptyFile, "“{file}” is empty."),
    Refusal.UNKNOWN_TYPE: (
        UnknownFileType,
        "“{file}” is not a text, HTML, Word (.docx) or PDF file.",
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


def child_main(argv: Sequence[str]) -> int:
    """Read ``KIND PATH`` in this process, a child, and write the answer to standard output."""
    kind, path = argv
    with open(1, "wb", closefd=False) as answer:
        answer.write(json.dumps(_answer(kind, Path(path))).encode())
    return 0


def _answer(kind: str, path: Path) -> dict[str, Json]:
    try:
        reader: Callable[[Path], dict[str, Json]] = importlib.import_module(_READERS[kind]).answer
        limit_this_process()
        return reader(path)
    except Refused as stop:
        return {"refused": stop.refusal.value}
    except MemoryError:
        return {"refused": Refusal.TOO_LARGE.value}
    except FileNotFoundError:
        return {"refused": Refusal.MISSING.value}
    except Exception:  # noqa: BLE001 - whatever a parser raises, the file is at fault
        return {"refused": Refusal.DAMAGED.value}


def read_in_child(
    kind: str, path: Path, progress: Progress, limits: ReadingLimits | None = None
) -> dict[str, Json]:
    """Return what the reader of a kind says of a file; blocks, and polls ``progress``.

    Raises:
        UnreadableFile: The file cannot be read, with the reason.
        Cancelled: ``progress`` asked for a stop.
    """
    limits = limits or ReadingLimits()
    with _started(kind, path) as child:
        try:
            written = _collected(child, path, progress, limits)
        finally:
            child.kill()
    return _understood(written, path)


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


def _collected(
    child: subprocess.Popen[bytes], path: Path, progress: Progress, limits: ReadingLimits
) -> bytes:
    written = bytearray()
    assert child.stdout is not None  # noqa: S101 - it was opened as a pipe
    reading = threading.Thread(
        target=_drain, args=(child.stdout, written, limits.answer + 1), daemon=True
    )
    reading.start()
    words = f"Reading {path.name}"
    began = monotonic()
    while reading.is_alive():
        spent = monotonic() - began
        if spent > limits.seconds:
            raise refused(Refusal.TOO_SLOW, path.name)
        progress.report(int(100 * spent / limits.seconds), 100, words)
        reading.join(_POLL_SECONDS)
    if len(written) > limits.answer:
        raise refused(Refusal.TOO_LARGE, path.name)
    return bytes(written)


def _drain(pipe: IO[bytes], written: bytearray, limit: int) -> None:
    # The parent kills the child when it gives up; the pipe may close under this thread.
    with suppress(ValueError, OSError):
        written += pipe.read(limit)


def _understood(written: bytes, path: Path) -> dict[str, Json]:
    try:
        answer = json.loads(written)
        if "refused" in answer:
            raise refused(Refusal(answer["refused"]), path.name)
    except (ValueError, TypeError, RecursionError):
        # A child that died (out of memory, an aborting parser) wrote nothing or half a line.
        raise refused(Refusal.DAMAGED, path.name) from None
    return dict(answer)


if __name__ == "__main__":
    sys.exit(child_main(sys.argv[1:]))
