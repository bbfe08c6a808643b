"""A vault of the first version keeps what its member wrote."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from sqlcipher3 import dbapi2

from jasp_desktop.domain.progress import Silent
from jasp_desktop.shipped import shipped
from jasp_desktop.store import vault
from jasp_desktop.store.database import VAULT
from jasp_desktop.store.migrations import open_database


def _first_version(folder: Path) -> Path:
    """Return a vault as the first scripts made it, with one prompt set aside in it."""
    scripts = folder / "scripts"
    whole = shipped("db") / "migrations" / "vault"
    (scripts / "versions").mkdir(parents=True)
    for name in ("env.py", "versions/0001_first_schema.py"):
        (scripts / name).write_text((whole / name).read_text(encoding="utf-8"), encoding="utf-8")
    path = folder / "vault.jaspnotes"
    first = replace(VAULT, scripts=str(scripts), version=1)
    open_database(path, first, folder / "backups", Silent()).close()
    with closing(dbapi2.connect(str(path))) as connection:
        connection.execute(
            "INSERT INTO dismissed_prompt (uid, subject_table, subject_uid, rule, reason, at)"
            " VALUES ('d', 'action', 'a', 'no_named_post', 'Known.', '2026-11-13T17:30:00Z')"
        )
        connection.commit()
    return path


def test_what_was_set_aside_before_is_kept_with_its_reason(tmp_path: Path):
    path = _first_version(tmp_path)
    database = open_database(path, VAULT, tmp_path / "backups", Silent())
    with database.reading() as session:
        (aside,) = vault.all_dismissed(session)
    assert (aside.rule, aside.reason, aside.fingerprint) == ("no_named_post", "Known.", "")
    assert list((tmp_path / "backups").iterdir())
    database.close()


def test_a_new_vault_has_the_same_table_as_one_that_grew(tmp_path: Path):
    grown, fresh = _first_version(tmp_path), tmp_path / "fresh.jaspnotes"
    for path in (grown, fresh):
        open_database(path, VAULT, tmp_path / "backups", Silent()).close()
    found = []
    for path in (grown, fresh):
        with closing(dbapi2.connect(str(path))) as connection:
            query = "SELECT sql FROM sqlite_schema WHERE name = 'dismissed_prompt'"
            found.append(connection.execute(query).fetchone())
    assert found[0] == found[1]
