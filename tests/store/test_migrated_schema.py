"""What the migrations make is what the program maps, object for object."""

from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlcipher3 import dbapi2

from jasp_desktop.domain.progress import Silent
from jasp_desktop.store.connections import connect, make_engine
from jasp_desktop.store.database import REGISTER, VAULT, FileFormat
from jasp_desktop.store.migrations import open_database

FORMATS = pytest.mark.parametrize("kind", [REGISTER, VAULT], ids=["register", "vault"])


def _made(folder: Path, kind: FileFormat) -> Path:
    path = folder / "made.jasp"
    open_database(path, kind, folder / "backups", Silent()).close()
    return path


def _objects(path: Path) -> dict[str, list[str]]:
    """Return each table and index with its parts, in an order of their own."""
    with closing(connect(path)) as connection:
        rows = connection.execute(
            "SELECT name, sql FROM sqlite_schema"
            " WHERE sql IS NOT NULL AND name <> 'alembic_version'"
        ).fetchall()
    return {name: sorted(_parts(sql)) for name, sql in rows}


def _parts(sql: str) -> list[str]:
    """Return the columns and constraints of a table; an index, whose order counts, is one part.

    A column that was added stands in one line with what SQLite puts after it.
    """
    if not sql.startswith("CREATE TABLE"):
        return [" ".join(sql.split())]
    head, _, body = sql.rpartition(")")[0].partition("(")
    depth = 0
    parts = [""]
    for letter in body:
        depth += (letter == "(") - (letter == ")")
        if letter == "," and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    return [" ".join(part.split()) for part in (head, *parts)]


@FORMATS
def test_nothing_is_left_to_migrate(tmp_path: Path, kind: FileFormat):
    engine = make_engine(_made(tmp_path, kind))
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, kind.metadata) == []
    engine.dispose()


@FORMATS
def test_checks_and_indexes_are_the_mapped_ones(tmp_path: Path, kind: FileFormat):
    mapped = tmp_path / "mapped.jasp"
    engine = make_engine(mapped)
    kind.metadata.create_all(engine)
    engine.dispose()
    assert _objects(_made(tmp_path, kind)) == _objects(mapped)


@FORMATS
def test_file_says_what_it_is(tmp_path: Path, kind: FileFormat):
    with closing(dbapi2.connect(str(_made(tmp_path, kind)))) as connection:
        marks = (
            connection.execute("PRAGMA application_id").fetchone()[0],
            connection.execute("PRAGMA user_version").fetchone()[0],
        )
    assert marks == (kind.application_id, kind.version)
    assert kind.application_id.to_bytes(4).decode("ascii").startswith("JAS")


@FORMATS
def test_every_reference_has_an_index(tmp_path: Path, kind: FileFormat):
    """Without one, removing a record reads every table that could refer to it."""
    with closing(connect(_made(tmp_path, kind))) as connection:
        without = [
            (table, column)
            for (table,) in connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table'"
            ).fetchall()
            for _, _, _, column, *_ in connection.execute(
                f'PRAGMA foreign_key_list("{table}")'
            ).fetchall()
            if not _leads_an_index(connection, table, column)
        ]
    assert without == []


def _leads_an_index(connection: dbapi2.Connection, table: str, column: str) -> bool:
    names = [row[1] for row in connection.execute(f'PRAGMA index_list("{table}")').fetchall()]
    firsts = [connection.execute(f'PRAGMA index_info("{name}")').fetchall()[0][2] for name in names]
    return column in firsts
