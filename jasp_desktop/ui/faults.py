"""What happens to a defect: it is logged and shown as a report, and the program stays alive.

A report names types, files and lines. It holds no message of an error and no value, because
either may quote a record.
"""

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)

_LOG = logging.getLogger("jasp_desktop")
_LOG_BYTES, _LOG_FILES = 256 * 1024, 4
_PACKAGE_PARENT = Path(__file__).resolve().parents[2]
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def log_to(folder: Path) -> logging.Handler | None:
    """Begin to log into a folder; None where no file can be written there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "jasp-desktop.log",
            maxBytes=_LOG_BYTES,
            backupCount=_LOG_FILES,
            encoding="utf-8",
        )
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _LOG.addHandler(handler)
    _LOG.setLevel(logging.INFO)
    _LOG.propagate = False
    return handler


def report_of(error: BaseException) -> str:
    """Return the report of a defect: versions, types of errors, and where in the code."""
    lines = [
        f"JASP Desktop {_own_version()}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform(terse=True)}",
        "",
    ]
    for link in _chain(error):
        lines.append(_type_name(link))
        lines += [f"  {_place(frame)}" for frame in traceback.extract_tb(link.__traceback__)]
    return "\n".join(lines)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and what it came from, the first cause last."""
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        yield link
        link = link.__cause__ or link.__context__


def _type_name(error: BaseException) -> str:
    kind = type(error)
    return kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}"


def _place(frame: traceback.FrameSummary) -> str:
    path = Path(frame.filename)
    if path.is_relative_to(_PACKAGE_PARENT / "jasp_desktop"):
        name = path.relative_to(_PACKAGE_PARENT).as_posix()
    else:
        # No folder of this computer, which may hold a person's name.
        name = path.name
    return f"{name}:{frame.lineno} in {frame.name}"


def _own_version() -> str:
    try:
        return version("jasp-desktop")
    except PackageNotFoundError:
        return "(not installed)"


class Faults(QObject):
    """Catches what nothing else caught. ``found`` carries a report; any thread may find one."""

    found = Signal(str)

    def install(self) -> None:
        """Take over from Python's and Qt's own ways of reporting."""
        sys.excepthook = self._on_uncaught
        threading.excepthook = self._on_uncaught_in_thread
        qInstallMessageHandler(_log_qt_words)

    def remove(self) -> None:
        """Give both back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)

    def note(self, error: BaseException) -> None:
        """Log a defect and tell of it."""
        report = report_of(error)
        _LOG.error("Defect\n%s", report)
        self.found.emit(report)

    def _on_uncaught(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.note(error.with_traceback(trace))

    def _on_uncaught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.note(args.exc_value)


def _log_qt_words(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    # Qt names the class and the method first; what follows may quote a text or a path.
    where = message.partition(": ")[0] if "::" in message.partition(": ")[0] else "Qt"
    _LOG.log(_LEVELS.get(kind, logging.WARNING), "%s (%s)", where, context.category)
