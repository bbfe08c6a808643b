"""New database files, and the sample register."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import delete

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.records import Panel, Record
from jasp_desktop.services.opening import Desk
from jasp_desktop.store import register
from jasp_desktop.store.database import REGISTER, VAULT, Database, FileFormat
from jasp_desktop.store.migrations import open_database
from tests.sample_records import GeneratedRegister


@contextmanager
def holding(database: Database, found: GeneratedRegister) -> Iterator[None]:
    """Fill an empty register for one of many examples, and empty it again."""
    changes = tuple(Change[Record](None, record) for record in found.records)
    act = Act("Fill", changes, Change[Panel](None, found.panel))
    with database.writing() as session:
        register.fill(session, act, Silent())
    try:
        yield
    finally:
        emptied(database, REGISTER)


def emptied(database: Database, kind: FileFormat) -> None:
    """Remove every record of a file."""
    with database.writing() as session:
        for table in kind.metadata.sorted_tables:
            session.execute(delete(table))


@pytest.fixture
def register_file(tmp_path: Path) -> Iterator[Database]:
    database = open_database(tmp_path / "register.jasp", REGISTER, tmp_path / "backups", Silent())
    yield database
    database.close()


@pytest.fixture
def vault_file(tmp_path: Path) -> Iterator[Database]:
    database = open_database(tmp_path / "notes.jaspnotes", VAULT, tmp_path / "backups", Silent())
    yield database
    database.close()


@pytest.fixture
def demo_register(demo_desk: Desk) -> Iterator[Database]:
    """Return the register of the sample data."""
    database = Database(demo_desk.home.register)
    yield database
    database.close()
