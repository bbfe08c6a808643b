"""Bring a database file to the schema this program knows.

Alembic is imported only when there is something to do: a new file, or one of an older program.
"""

import os
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection
from sqlcipher3 import dbapi2

from jasp_desktop.domain.progress import Progress
from jasp_desktop.shipped import shipped
from jasp_desktop.store.backups import back_up
from jasp_desktop.store.connections import (
    DAMAGED,
    NOT_OURS,
    StoreError,
    check_library,
    in_sentences,
    make_engine,
)
from jasp_desktop.store.database import Database, FileFormat

_MAGIC = b"SQLite format 3\x00"
_PAGE_SIZE_AT = slice(16, 18)  # big-endian; 1 stands for 65,536 (sqlite.org/fileformat2.html)


def open_database(path: Path, kind: FileFormat, backups: Path, progress: Progress) -> Database:
    """Open a file; make it when it is not there, bring it up to date when it is older.

    An older file is backed up first; a step that fails leaves it as it was.

    Raises:
        StoreError: It is not such a file, is damaged, or was saved by a newer program. It was
            left untouched.
    """
    check_library()
    version = _version(path, kind)
    if version > kind.version:
        raise StoreError(
            f"“{path.name}” was saved by a newer JASP Desktop. Update this program to open it. "
            "It was left as it is."
        )
    if version < kind.version:
        if version > 0:
            back_up(path, backups, datetime.now(UTC), progress)
        _make_folder(path.parent)
        _upgrade(path, kind)
    return Database(path)


def upgrade(connection: Connection, kind: FileFormat) -> None:
    """Run every pending script inside the connection's own transaction."""
    from alembic import command  # noqa: PLC0415 - costly, and seldom needed
    from alembic.config import Config  # noqa: PLC0415 - costly, and seldom needed

    config = Config()
    scripts = os.fspath(shipped("db") / "migrations" / kind.scripts)
    config.set_main_option("script_location", scripts.replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    connection.exec_driver_sql(f"PRAGMA application_id = {kind.application_id}")
    connection.exec_driver_sql(f"PRAGMA user_version = {kind.version}")


def _upgrade(path: Path, kind: FileFormat) -> None:
    engine = make_engine(path).execution_options(begin="BEGIN IMMEDIATE")
    try:
        with in_sentences(path), engine.begin() as connection:
            upgrade(connection, kind)
    finally:
        engine.dispose()


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise StoreError(f"The folder “{folder}” cannot be made. Choose another place.") from None


def _version(path: Path, kind: FileFormat) -> int:
    """Return a file's schema, 0 for one that is not there or empty; opens it for reading only."""
    try:
        with path.open("rb") as file:
            start = file.read(_PAGE_SIZE_AT.stop)
    except FileNotFoundError:
        return 0
    except OSError:
        raise StoreError(f"“{path.name}” cannot be opened.") from None
    if not start:
        return 0
    if not start.startswith(_MAGIC):
        raise StoreError(NOT_OURS.format(name=path.name))
    if not _has_log(path):
        _check_whole(path, int.from_bytes(start[_PAGE_SIZE_AT]))
    with in_sentences(path), closing(_open_read_only(path)) as connection:
        (application_id,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if application_id == 0 and tables == 0:
        return 0  # the program was stopped while it made the file
    if application_id != kind.application_id:
        raise StoreError(NOT_OURS.format(name=path.name))
    return int(version)


def _check_whole(path: Path, page_size: int) -> None:
    """Refuse a file that ends inside a page: SQLite would read the rest of it as zeros."""
    if path.stat().st_size % (1 << 16 if page_size == 1 else page_size or 1):
        raise StoreError(DAMAGED.format(name=path.name))


def _open_read_only(path: Path) -> dbapi2.Connection:
    # Without a log to read, “immutable” keeps SQLite from leaving files of its own beside this one.
    how = "mode=ro" if _has_log(path) else "mode=ro&immutable=1"
    return dbapi2.connect(f"{path.absolute().as_uri()}?{how}", uri=True, isolation_level=None)


def _has_log(path: Path) -> bool:
    """Tell whether a write-ahead log stands beside: the file is open, or its program died."""
    return path.with_name(f"{path.name}-wal").exists()
