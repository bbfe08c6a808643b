"""Copies that count: checked, whole, and kept for their time."""

import os
import shutil
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.errors import Cancelled
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.records import Person
from jasp_desktop.domain.vocabulary import PersonKind
from jasp_desktop.services.opening import Desk
from jasp_desktop.store import register
from jasp_desktop.store.backups import (
    KEEP_DAYS,
    KEEP_NEWEST,
    KEEP_WEEKS,
    back_up,
    latest_backup,
    to_keep,
)
from jasp_desktop.store.connections import StoreError
from jasp_desktop.store.database import REGISTER, Database
from jasp_desktop.store.migrations import open_database
from tests.sample_records import uid_of
from tests.stopping import Stopping
from tests.whole_dumps import register_dump

NOW = datetime(2026, 11, 13, 17, 30, tzinfo=UTC)


def test_copy_opens_and_holds_the_same(demo_register: Database, tmp_path: Path):
    copy = back_up(demo_register.path, tmp_path / "backups", NOW, Silent())
    assert copy.name == "register-20261113T173000Z.jasp"
    with closing(open_database(copy, REGISTER, tmp_path, Silent())) as restored:
        assert register_dump(restored) == register_dump(demo_register)


def test_copy_is_one_file_that_checks(demo_register: Database, tmp_path: Path):
    copy = back_up(demo_register.path, tmp_path / "backups", NOW, Silent())
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]
    with closing(dbapi2.connect(str(copy))) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_copy_holds_what_was_committed_and_not_what_was_not(
    demo_register: Database, tmp_path: Path
):
    before = register_dump(demo_register)
    person = Person(uid=uid_of("person", 1), name="New", kind=PersonKind.OFFICER)
    with demo_register.writing() as session:
        register.apply(session, Act("Add", (Change(None, person),)))
        copy = back_up(demo_register.path, tmp_path / "backups", NOW, Silent())
    with closing(open_database(copy, REGISTER, tmp_path, Silent())) as restored:
        assert register_dump(restored) == before


def test_cancelled_backup_leaves_no_file(demo_register: Database, tmp_path: Path):
    with pytest.raises(Cancelled):
        back_up(demo_register.path, tmp_path / "backups", NOW, Stopping())
    assert list((tmp_path / "backups").iterdir()) == []


@pytest.mark.parametrize("at", [0.02, 0.5, 0.9])
def test_damaged_file_is_not_copied(demo_desk: Desk, tmp_path: Path, at: float):
    demo_desk.close()
    damaged = Path(shutil.copy(demo_desk.home.register, tmp_path / "register.jasp"))
    with damaged.open("r+b") as file:
        file.seek(int(damaged.stat().st_size * at))
        file.write(b"\xff" * 20_000)
    with pytest.raises(StoreError, match=r"damaged|did not check"):
        back_up(damaged, tmp_path / "backups", NOW, Silent())
    assert list((tmp_path / "backups").iterdir()) == []


def test_folder_that_cannot_be_made_costs_a_sentence(demo_register: Database, tmp_path: Path):
    in_the_way = tmp_path / "backups"
    in_the_way.write_text("a file", encoding="utf-8")
    with pytest.raises(StoreError, match=r"No backup could be made in “backups”: .+ safe\."):
        back_up(demo_register.path, in_the_way, NOW, Silent())


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write")
def test_folder_that_may_not_be_written_costs_a_sentence(demo_register: Database, tmp_path: Path):
    folder = tmp_path / "backups"
    folder.mkdir(mode=0o500)
    with pytest.raises(StoreError):
        back_up(demo_register.path, folder, NOW, Silent())


def test_earlier_copy_stays_when_a_later_one_fails(demo_register: Database, tmp_path: Path):
    folder = tmp_path / "backups"
    copy = back_up(demo_register.path, folder, NOW, Silent())
    content = copy.read_bytes()
    with pytest.raises(Cancelled):
        back_up(demo_register.path, folder, NOW + timedelta(days=1), Stopping())
    assert [path.read_bytes() for path in folder.iterdir()] == [content]
    assert latest_backup(demo_register.path, folder) == NOW


def test_copies_past_their_time_are_removed_and_others_files_are_not(
    demo_register: Database, tmp_path: Path
):
    folder = tmp_path / "backups"
    folder.mkdir()
    for hours in range(1, 40):
        stamp = (NOW - timedelta(hours=hours)).strftime("%Y%m%dT%H%M%SZ")
        (folder / f"register-{stamp}.jasp").write_bytes(b"")
        (folder / f"register-old-{stamp}.jasp").write_bytes(b"")
    (folder / "register-by-hand.jasp").write_bytes(b"")
    (folder / ".register-20261101T000000Z.jasp.partial").write_bytes(b"of a stopped program")
    back_up(demo_register.path, folder, NOW, Silent())
    names = [path.name for path in folder.iterdir()]
    assert (
        sum(name.startswith("register-2026") for name in names) == KEEP_NEWEST + 1
    )  # and the last of the day before
    assert sum(name.startswith("register-old-") for name in names) == 39
    assert "register-by-hand.jasp" in names
    assert not any(name.endswith(".partial") for name in names)
    assert latest_backup(demo_register.path, folder) == NOW


def test_without_copies_there_is_no_latest(tmp_path: Path):
    assert latest_backup(tmp_path / "register.jasp", tmp_path / "nowhere") is None


_STAMPS = st.sets(
    st.integers(0, 60 * 24 * 20).map(lambda minutes: NOW - timedelta(minutes=3 * minutes)),
    max_size=60,
)


@given(_STAMPS)
def test_newest_five_seven_days_and_four_weeks_are_kept(stamps: set[datetime]):
    kept = to_keep(stamps)
    newest_first = sorted(stamps, reverse=True)
    assert kept <= stamps
    assert set(newest_first[:KEEP_NEWEST]) <= kept
    assert len(kept) <= KEEP_NEWEST + KEEP_DAYS + KEEP_WEEKS
    days = sorted({stamp.date() for stamp in stamps}, reverse=True)[:KEEP_DAYS]
    weeks = sorted({stamp.isocalendar()[:2] for stamp in stamps}, reverse=True)[:KEEP_WEEKS]
    for stamp in stamps:
        is_last_of_day = stamp == max(each for each in stamps if each.date() == stamp.date())
        week = stamp.isocalendar()[:2]
        is_last_of_week = stamp == max(each for each in stamps if each.isocalendar()[:2] == week)
        must_stay = (is_last_of_day and stamp.date() in days) or (is_last_of_week and week in weeks)
        assert (stamp in kept) == (must_stay or stamp in newest_first[:KEEP_NEWEST])


@given(_STAMPS)
def test_keeping_again_removes_nothing_more(stamps: set[datetime]):
    kept = to_keep(stamps)
    assert to_keep(kept) == kept


def test_one_copy_a_day_for_a_year_keeps_days_and_weeks():
    kept = to_keep(NOW - timedelta(days=number) for number in range(365))
    ages = Counter((NOW - stamp).days for stamp in kept)
    assert set(range(KEEP_DAYS)) <= ages.keys()
    assert max(ages) == 19  # the Sunday of the fourth week, counting this one
    assert len(kept) <= KEEP_NEWEST + KEEP_DAYS + KEEP_WEEKS
