"""Everything that a database file holds, to compare before and after."""

from sqlalchemy import select

from jasp_desktop.domain.notebook import NOTEBOOK_TYPES, NotebookRecord
from jasp_desktop.domain.record_fields import RECORD_TYPES
from jasp_desktop.exchange.open_format import register_to_json
from jasp_desktop.store import register, vault
from jasp_desktop.store.database import Database
from jasp_desktop.store.vault_tables import VaultTable


def register_dump(database: Database) -> str:
    """Return a register in the open format; without a panel, its records alone."""
    with database.reading() as session:
        panel = register.read_panel(session)
        tables = {
            table: list(register.read_records(session, kind))
            for table, kind in RECORD_TYPES.items()
        }
    return str(tables) if panel is None else "".join(register_to_json(panel, tables))


def notebook_dump(database: Database) -> list[NotebookRecord]:
    """Return every record of a vault, what is in the bin included."""
    found: list[NotebookRecord] = []
    with database.reading() as session:
        for name, kind in NOTEBOOK_TYPES.items():
            uid = VaultTable.metadata.tables[name].c.uid
            for each in session.scalars(select(uid).order_by(uid)).all():
                record = vault.fetch_one(session, kind, each)  # type: ignore[type-var]
                assert record is not None
                found.append(record)
    return found
