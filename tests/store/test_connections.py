"""How connections are set up, and what a driver's errors become."""

from pathlib import Path

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError
from sqlcipher3 import dbapi2

from jasp_desktop.store import connections
from jasp_desktop.store.connections import (
    OLDEST_SQLITE,
    SETTINGS,
    StoreDefect,
    StoreError,
    check_library,
    connect,
    in_sentences,
    sqlite_version,
)
from jasp_desktop.store.database import Database


def _statements(database: Database) -> list[str]:
    """Return a list that fills with what SQLite itself is given to run."""
    seen: list[str] = []

    @event.listens_for(database._reader, "checkout")
    def trace(connection, *_):
        connection.set_trace_callback(seen.append)

    return seen


def test_library_is_new_enough():
    assert sqlite_version() >= OLDEST_SQLITE
    check_library()


def test_older_library_is_refused_with_a_sentence(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(connections, "OLDEST_SQLITE", (99, 0, 0))
    with pytest.raises(StoreError, match=r"needs SQLite 99\.0\.0 or newer"):
        check_library()


@pytest.mark.parametrize("way", ["reading", "writing"])
def test_every_setting_holds_on_every_connection(register_file: Database, way: str):
    for _ in range(3):
        with getattr(register_file, way)() as session:
            read = {name: session.scalar(text(f"PRAGMA {name}")) for name in SETTINGS}
            driver = session.connection().connection.driver_connection
        assert read == dict(SETTINGS)
        assert driver.isolation_level is None


def test_setting_that_does_not_take_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(connections, "SETTINGS", {"journal_mode": "nonsense"})
    with pytest.raises(StoreError, match="cannot be opened safely here"):
        connect(tmp_path / "register.jasp")


def test_reading_begins_deferred_and_writing_takes_the_lock_at_once(register_file: Database):
    seen = _statements(register_file)
    with register_file.reading() as session:
        session.scalar(text("SELECT 1"))
    assert seen == ["BEGIN", "SELECT 1", "ROLLBACK"]
    seen.clear()
    with register_file.writing() as session:
        session.scalar(text("SELECT 1"))
    assert seen == ["BEGIN IMMEDIATE", "SELECT 1", "COMMIT"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("database or disk is full", "The disk is full"),
        ("database is locked", "is being used by another program"),
        ("database table is locked", "is being used by another program"),
        ("attempt to write a readonly database", "cannot be written to"),
        ("file is not a database", "is not a JASP Desktop file"),
        ("database disk image is malformed", "is damaged"),
        ("unable to open database file", "cannot be opened"),
        ("disk I/O error", "The disk reported an error"),
    ],
)
def test_errors_a_person_can_act_on_are_sentences(words: str, sentence: str):
    with pytest.raises(StoreError, match=sentence), in_sentences(Path("register.jasp")):
        raise dbapi2.OperationalError(words)


def test_other_errors_carry_no_text_of_any_record(caplog: pytest.LogCaptureFixture):
    private = "UNIQUE constraint failed: what the member wrote"
    error = IntegrityError("INSERT", {"body": private}, dbapi2.IntegrityError(private))
    with pytest.raises(StoreDefect) as caught, in_sentences(Path("register.jasp")):
        raise error
    assert private not in str(caught.value)
    assert private not in caplog.text
    assert caught.value.__suppress_context__


def test_parameters_stay_out_of_errors(register_file: Database):
    with pytest.raises(StoreDefect) as caught, register_file.reading() as session:
        session.execute(text("SELECT nothing FROM nowhere WHERE x = :x"), {"x": "private"})
    assert "private" not in str(caught.value)
