"""How a SQLite file is opened: its settings, and what its errors mean to a person.

DESIGN.md, section 8 gives the reason of each setting.
"""

import logging
import os
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from jasp_desktop.domain.errors import UserError

OLDEST_SQLITE = (3, 51, 3)
"""Older libraries can lose a committed write when the write-ahead log is reset."""

SETTINGS: Mapping[str, str | int] = MappingProxyType(
    {
        "journal_mode": "wal",
        "synchronous": 2,  # FULL: what was acknowledged survives a power cut
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "temp_store": 2,  # MEMORY: no private text in temporary files
        "mmap_size": 0,
        "busy_timeout": 5000,
        "fullfsync": 1,
        "checkpoint_fullfsync": 1,
    }
)
"""Each is set and read back on every connection; values are as SQLite reports them."""

_LOG = logging.getLogger(__name__)


class StoreError(UserError):
    """A database file cannot be used as it is."""


class StoreDefect(Exception):
    """An SQL error that no person can put right; carries the kind of error, never its text."""


def sqlite_version() -> tuple[int, ...]:
    """Return the version of the SQLite library in use."""
    return tuple(int(part) for part in dbapi2.sqlite_version.split("."))


def check_library() -> None:
    """Refuse a SQLite library that is too old to trust.

    Raises:
        StoreError: It is older than OLDEST_SQLITE.
    """
    if sqlite_version() < OLDEST_SQLITE:
        raise StoreError(
            f"This program needs SQLite {'.'.join(map(str, OLDEST_SQLITE))} or newer; "
            f"the one installed is {dbapi2.sqlite_version}. Install the program again."
        )


def connect(path: Path) -> dbapi2.Connection:
    """Open one hardened connection to an existing or new file.

    The driver never begins a transaction of its own: its rules leave half a migration behind.

    Raises:
        StoreError: A setting did not take, or the file is not a database.
    """
    connection = dbapi2.connect(
        os.fspath(path), isolation_level=None, timeout=5, check_same_thread=False
    )
    try:
        for name, value in SETTINGS.items():
            connection.execute(f"PRAGMA {name} = {value}")
            _read_back(connection, name, value, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _read_back(connection: dbapi2.Connection, name: str, value: str | int, path: Path) -> None:
    if connection.execute(f"PRAGMA {name}").fetchone() != (value,):
        raise StoreError(f"“{path.name}” cannot be opened safely here ({name}).")


def make_engine(path: Path) -> Engine:
    """Return an engine whose transactions this package begins itself."""
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connect(path),
        poolclass=QueuePool,
        pool_size=3,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


_DISK_FULL = (
    "The disk is full. Nothing of this was saved; what was saved before is safe. "
    "Free some space and try again."
)
_IN_USE = (
    "“{name}” is being used by another program. Nothing of this was saved. "
    "Close the other program and try again."
)
_READ_ONLY = (
    "“{name}” cannot be written to. Nothing of this was saved. "
    "Check that the file and its folder are not read-only."
)
NOT_OURS = "“{name}” is not a JASP Desktop file, or it is damaged. It was left as it is."
DAMAGED = "“{name}” is damaged. It was left as it is. Restore a copy from the backups folder."
_STILL_NEEDED = (
    "Another record still refers to one that would go. Nothing was changed. "
    "Change or remove the other record first."
)
_UNREACHABLE = "“{name}” cannot be opened. Check that its folder can be reached."
_DISK_ERROR = (
    "The disk reported an error with “{name}”. Nothing of this was saved; "
    "what was saved before is safe."
)

_SENTENCES = (
    # What SQLite's own messages say, which carry no text of any record.
    ("disk is full", _DISK_FULL),
    ("locked", _IN_USE),
    ("readonly", _READ_ONLY),
    ("not a database", NOT_OURS),
    ("malformed", DAMAGED),
    ("unable to open", _UNREACHABLE),
    ("disk i/o error", _DISK_ERROR),
    ("foreign key constraint failed", _STILL_NEEDED),
)


@contextmanager
def in_sentences(path: Path) -> Generator[None]:
    """Turn a driver's error into a sentence, or into a defect without the text of any record.

    Raises:
        StoreError: A person can do something about it.
        StoreDefect: Nobody can; log and report it.
    """
    try:
        yield
    except DBAPIError as error:
        raise _translated(path, error.orig or error) from None
    except dbapi2.Error as error:
        raise _translated(path, error) from None


def _translated(path: Path, error: BaseException) -> Exception:
    words = str(error).lower()
    sentence = next((text for part, text in _SENTENCES if part in words), None)
    if sentence is None:
        # The error's own text may quote a record.
        _LOG.error("SQL error of kind %s", type(error).__name__)
        return StoreDefect(type(error).__name__)
    return StoreError(sentence.format(name=path.name))
