"""Column types and shorthands shared by the register's and the vault's tables."""

from datetime import UTC, datetime
from typing import Annotated, Any

from sqlalchemy import ForeignKey, MetaData, Text, TypeDecorator
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import Mapped, MappedColumn, mapped_column

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


def named_metadata() -> MetaData:
    """Return metadata whose constraints all have names, so that migrations can change them."""
    return MetaData(naming_convention=NAMING)


class UtcTime(TypeDecorator[datetime]):
    """A moment in UTC, kept as ISO 8601 text that sorts."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Write microseconds always, so that texts sort as moments do."""
        del dialect
        return None if value is None else value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """Read it back, aware of its zone."""
        del dialect
        return None if value is None else datetime.fromisoformat(value)


RowId = Annotated[int, mapped_column(primary_key=True)]
UidText = Annotated[str, mapped_column(Text, unique=True)]
Place = Annotated[int, mapped_column(primary_key=True)]


class RecordTable:
    """What every table of records has: a row id for joins, a uid for the world."""

    id: Mapped[RowId]
    uid: Mapped[UidText]


def refers_to(table: str, *, index: bool = True) -> MappedColumn[Any]:
    """Return a column that holds another record's row id.

    References are checked at the end of the transaction, so that records which name one another
    can be written in any order.
    """
    return mapped_column(
        ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED"), index=index
    )


def owned_by(table: str) -> MappedColumn[Any]:
    """Return the first half of a list table's key: the record whose list it is."""
    return mapped_column(
        ForeignKey(f"{table}.id", ondelete="CASCADE", deferrable=True, initially="DEFERRED"),
        primary_key=True,
    )
