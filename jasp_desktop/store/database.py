"""One SQLite file and its transactions."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import MetaData
from sqlalchemy.orm import Session

from jasp_desktop.store.connections import check_library, in_sentences, make_engine
from jasp_desktop.store.register_tables import RegisterTable
from jasp_desktop.store.vault_tables import VaultTable


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A kind of database file.

    ``application_id`` stands in the file's header; ``version`` is its newest schema, as the
    header's user version; ``scripts`` the folder of its migrations below ``db/migrations``.
    """

    scripts: str
    application_id: int
    version: int
    metadata: MetaData


REGISTER = FileFormat("register", 0x4A415350, 3, RegisterTable.metadata)
VAULT = FileFormat("vault", 0x4A41534E, 2, VaultTable.metadata)


class Database:
    """One file that ``migrations.prepare`` has brought up to date.

    Safe to use from several threads; each transaction has a connection of its own.
    """

    def __init__(self, path: Path) -> None:
        check_library()
        self.path = path
        self._reader = make_engine(path)
        # Taking the write lock at the start means that a transaction which reads before it
        # writes cannot find, half way, that someone else got there first.
        self._writer = self._reader.execution_options(begin="BEGIN IMMEDIATE")

    @contextmanager
    def reading(self) -> Generator[Session]:
        """Yield a session that sees one state of the file and changes nothing."""
        with in_sentences(self.path), Session(self._reader) as session:
            yield session

    @contextmanager
    def writing(self) -> Generator[Session]:
        """Yield a session that may write; its changes are on the disk when the block ends.

        Any exception undoes all of it.
        """
        with in_sentences(self.path), Session(self._writer) as session, session.begin():
            yield session

    def close(self) -> None:
        """Let go of the file."""
        self._reader.dispose()
