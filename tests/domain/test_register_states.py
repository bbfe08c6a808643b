"""The moments that a register can be seen at."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from jasp_desktop.domain.change_totals import totals
from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.records import Action, ImportBatch, Meeting
from jasp_desktop.domain.register_changes import Comparison
from jasp_desktop.domain.register_states import (
    MomentKind,
    day_moment,
    end_of,
    import_moments,
    meeting_moment,
    now_moment,
)
from jasp_desktop.domain.vocabulary import BatchKind, MeetingStatus
from tests.domain.change_parts import ACTION, FINDING, state, uid

AT = datetime(2026, 7, 27, 8, 50, tzinfo=UTC)
BATCH = ImportBatch(uid=uid(1), file="July.xlsx", sha256="", kind=BatchKind.TRACKER, at=AT)


def test_a_day_counts_to_its_end():
    moment = day_moment(date(2026, 6, 9))
    assert moment.at == end_of(date(2026, 6, 9)) == datetime(2026, 6, 9, 23, 59, 59, 999999, UTC)
    assert moment.words == in_words(date(2026, 6, 9))


def test_a_meeting_counts_to_the_end_of_its_day():
    held = Meeting(uid=uid(1), held_on=date(2026, 6, 9), status=MeetingStatus.HELD)
    moment = meeting_moment(held)
    assert moment.kind is MomentKind.MEETING
    assert moment.words == f"Meeting of {in_words(held.held_on)}"
    assert moment.at == end_of(held.held_on)
    assert moment.uid == held.uid


def test_an_import_that_came_with_the_register_is_told_by_its_own_time():
    after, before = import_moments(BATCH, None)
    assert after.at == AT
    assert before.at == AT - timedelta(microseconds=1)
    assert after.entry is before.entry is None
    assert before.words == f"Before the import of “July.xlsx” on {in_words(AT.date())}"
    assert after.words == f"After the import of “July.xlsx” on {in_words(AT.date())}"


def test_an_import_in_the_journal_is_told_by_its_act():
    done = AT + timedelta(minutes=2)
    after, before = import_moments(BATCH, (7, done))
    assert (after.entry, before.entry) == (7, 6)
    assert after.at == done
    assert before.at < AT


def test_now_has_no_end():
    assert now_moment(date(2026, 11, 13)).at is None


def test_a_state_finds_its_records_by_table_and_uid():
    found = state(ACTION)
    assert found.known("action", ACTION.uid) == ACTION
    assert found.known("finding", FINDING.uid) is None
    assert found.known("no table", FINDING.uid) is None
    assert list(found.every(Action)) == [ACTION.uid]


def test_a_state_of_now_is_named_by_the_date_of_its_data():
    found = replace(state(ACTION), name="Now", day=date(2026, 11, 13))
    assert found.as_data == f"the data as at {in_words(date(2026, 11, 13))}"
    assert replace(found, day=None).as_data == "Now"
    assert replace(found, name="“Bench.jasp”").as_data == "“Bench.jasp”"
    assert Comparison(state(name="Then"), found, (), totals(found, found)).words == (
        f"Then to the data as at {in_words(date(2026, 11, 13))}"
    )
