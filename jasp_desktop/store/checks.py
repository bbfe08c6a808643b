"""Whether database files are sound."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2


@dataclass(frozen=True, slots=True)
class Checked:
    """One file and whether SQLite found it sound."""

    file: str
    is_sound: bool


def check_file(path: Path) -> Checked:
    """Check a file's structure, its indexes and its references; it is only read."""
    try:
        with closing(dbapi2.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            sound = connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
            dangling = connection.execute("PRAGMA foreign_key_check").fetchone()
    except dbapi2.Error:
        return Checked(path.name, is_sound=False)
    return Checked(path.name, sound and dangling is None)
