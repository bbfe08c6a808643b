from datetime import UTC, datetime, timedelta

from jasp_desktop.domain.identity import Uid, imported_uid, made_uid
from jasp_desktop.domain.uid_origins import is_imported, made_by_hand_at


def test_a_record_made_by_hand_knows_when():
    before = datetime.now(UTC)
    made = made_by_hand_at(made_uid())
    assert made is not None
    assert abs(made - before) < timedelta(minutes=1)
    assert not is_imported(made_uid())


def test_an_imported_record_is_known_as_such():
    uid = imported_uid("report", "a letter", "1")
    assert is_imported(uid)
    assert made_by_hand_at(uid) is None


def test_anything_else_says_nothing():
    for uid in ("", "no uid", "00000000-0000-4000-8000-000000000001"):
        assert made_by_hand_at(Uid(uid)) is None
        assert not is_imported(Uid(uid))


def test_a_moment_that_no_calendar_holds_says_nothing():
    assert made_by_hand_at(Uid("ffffffff-ffff-7000-8000-000000000001")) is None
