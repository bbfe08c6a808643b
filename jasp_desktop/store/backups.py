"""Verified, rotating copies of a database file.

A copy counts only once SQLite has checked it and the disk has confirmed it: it is made under a
temporary name and renamed at the end. Kept are the newest five, one a day for seven days and one
a week for four weeks.
"""

import contextlib
import os
import re
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from jasp_desktop.domain.progress import Progress
from jasp_desktop.store.connections import StoreError, in_sentences

KEEP_NEWEST, KEEP_DAYS, KEEP_WEEKS = 5, 7, 4
_PAGES_A_STEP = 256
_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"(?P<stem>.+)-(?P<stamp>\d{8}T\d{6}Z)(?P<suffix>\.[a-z]+)")


def back_up(source: Path, folder: Path, now: datetime, progress: Progress) -> Path:
    """Copy a database file, check the copy, and remove copies past their time.

    Args:
        source: The file; it may be in use.
        folder: Where backups are; made when it is not there.
        now: When this is, in UTC; the copy is named after it.
        progress: Told of pages copied.

    Raises:
        StoreError: The copy could not be made or did not check; no file is left.
        Cancelled: The person asked for a stop; no file is left.
    """
    target = folder / f"{source.stem}-{now.astimezone(UTC).strftime(_STAMP)}{source.suffix}"
    partial = folder / f".{target.name}.partial"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        partial.touch()  # says why when it cannot be made; SQLite would blame the source
        with in_sentences(source):
            _copy(source, partial, progress)
        _flush(partial)
        partial.replace(target)
        _flush(folder)
    except OSError as error:
        raise StoreError(
            f"No backup could be made in “{folder.name}”: {_reason(error)}. "
            "Your work itself is safe."
        ) from None
    finally:
        # Where it could not even be made, it cannot be removed either; that was told above.
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
    _prune(folder, source)
    return target


def latest_backup(source: Path, folder: Path) -> datetime | None:
    """Return when the newest checked copy of a file was made, in UTC."""
    return max((when for when, _ in _copies(folder, source)), default=None)


def to_keep(stamps: Iterable[datetime]) -> set[datetime]:
    """Choose which copies stay: the newest five, the last of each of seven days and four weeks."""
    newest_first = sorted(stamps, reverse=True)
    kept = set(newest_first[:KEEP_NEWEST])
    for period, count in (("%Y-%m-%d", KEEP_DAYS), ("%G-%V", KEEP_WEEKS)):
        last_of = {stamp.strftime(period): stamp for stamp in reversed(newest_first)}
        kept.update(sorted(last_of.values(), reverse=True)[:count])
    return kept


def _copy(source: Path, target: Path, progress: Progress) -> None:
    def report(_status: int, remaining: int, total: int) -> None:
        progress.report(total - remaining, total, "Making a checked backup")

    with (
        closing(dbapi2.connect(os.fspath(source))) as origin,
        closing(dbapi2.connect(os.fspath(target), isolation_level=None)) as copy,
    ):
        origin.backup(copy, pages=_PAGES_A_STEP, progress=report)
        # One file, without a write-ahead log beside it.
        copy.execute("PRAGMA journal_mode = delete")
        if copy.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
            raise StoreError(f"A backup of “{source.name}” did not check. It was not kept.")


def _flush(path: Path) -> None:
    if path.is_dir() and os.name == "nt":
        return  # Windows confirms a rename by itself
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _prune(folder: Path, source: Path) -> None:
    copies = _copies(folder, source)
    kept = to_keep(when for when, _ in copies)
    old = [path for when, path in copies if when not in kept]
    # One copy is made at a time, so these are from a program that was stopped half way.
    old += folder.glob(f".{source.stem}-*{source.suffix}.partial")
    for path in old:
        # A copy that another program holds open is removed another day.
        with contextlib.suppress(OSError):
            path.unlink()


def _copies(folder: Path, source: Path) -> list[tuple[datetime, Path]]:
    found = []
    for path in folder.glob(f"{source.stem}-*{source.suffix}"):
        if (match := _NAME.fullmatch(path.name)) and match["stem"] == source.stem:
            stamp = datetime.strptime(match["stamp"], _STAMP).replace(tzinfo=UTC)
            found.append((stamp, path))
    return found


def _reason(error: OSError) -> str:
    return (error.strerror or "the disk refused").lower()
