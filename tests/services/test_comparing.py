"""A register is wound back to any moment of its past, and two of its states are compared."""

import gzip
import json
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.errors import Cancelled, UserError
from jasp_desktop.domain.identity import DocumentUid, EvidenceUid, MeetingUid, Uid, made_uid
from jasp_desktop.domain.listings import FindingFilter, FindingQuery
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.records import (
    Action,
    Document,
    Evidence,
    ImportBatch,
    Meeting,
    Panel,
    PanelAction,
    Record,
)
from jasp_desktop.domain.register_changes import ChangeKind
from jasp_desktop.domain.register_states import (
    Moment,
    MomentKind,
    RegisterState,
    day_moment,
    end_of,
    now_moment,
)
from jasp_desktop.domain.vocabulary import EvidenceKind, MeetingStatus
from jasp_desktop.exchange.record_json import NotARegister
from jasp_desktop.services.home_folder import HomeFolder
from jasp_desktop.services.opening import Desk, open_desk
from jasp_desktop.shipped import shipped
from jasp_desktop.store.connections import StoreError
from tests.exchange.trackers.sample_sheets import LINES, four_action
from tests.services.sample_by_hand import Sample
from tests.services.tracker_files import brought_in, tracker_file
from tests.stopping import Stopping

NOW = now_moment(None)
SAMPLE = shipped("db") / "demo" / "register.json"
JUNE, SEPTEMBER = date(2026, 6, 9), date(2026, 9, 8)


@dataclass
class Clock:
    """A clock that a test moves on."""

    now: datetime = field(default=datetime(2026, 3, 2, 9, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.now

    def passes(self) -> datetime:
        """Let a day pass; return the last instant before it."""
        self.now += timedelta(days=1)
        return self.now - timedelta(seconds=1)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(home: HomeFolder, clock: Clock) -> Iterator[Desk]:
    desk = open_desk(home, clock, Silent())
    yield desk
    desk.close()


def at(moment: datetime) -> Moment:
    return replace(day_moment(moment.date()), at=moment)


def state(desk: Desk, point: Moment | Path | date = NOW) -> RegisterState:
    return desk.comparing.state(point, Silent())


def said(found: RegisterState) -> tuple[object, ...]:
    return found.panel, found.tables, found.missing


def by_hand(desk: Desk, before: Record | None, after: Record | None) -> None:
    desk.register.carry_out(Act("Change", (Change(before, after),)))


def actions(desk: Desk) -> list[Action]:
    return list(state(desk).every(Action).values())


def lived_in(desk: Desk, clock: Clock) -> list[tuple[datetime, RegisterState]]:
    """Let a register live through imports and acts; return each state with its last instant."""
    first = tracker_file(four_action())
    moved = [replace(line, owner="Head of Custody", target=date(2027, 3, 31)) for line in LINES]
    second = tracker_file(four_action(moved[1:]), name="second.xlsx")
    evidence = EvidenceUid(made_uid())
    document = Document(
        uid=DocumentUid(made_uid()),
        title="Letter",
        media_type="text/plain",
        sha256="0" * 64,
        content=b"private bytes",
        text="private words",
    )

    def name_panel() -> None:
        panel = Panel(name="Panel (invented)", force="Force (invented)")
        desk.register.carry_out(desk.register.named(panel))

    def import_second() -> None:
        brought_in(desk, second, date(2026, 7, 24))

    def add_evidence() -> None:
        proof = Evidence(
            uid=evidence, action=actions(desk)[0].uid, title="Sample", kind=EvidenceKind.POLICY
        )
        by_hand(desk, None, proof)

    def remove_evidence() -> None:
        by_hand(desk, state(desk).every(Evidence)[evidence], None)

    def undo_second() -> None:
        batches = state(desk).every(ImportBatch).values()
        batch = max(batches, key=lambda each: each.at)
        desk.register.carry_out(desk.undoing.undoing(batch.uid))

    def rename_twice() -> None:
        action = actions(desk)[0]
        once = replace(action, text="Written once")
        by_hand(desk, action, once)
        by_hand(desk, once, replace(once, text="Written twice", owner=None))

    steps = (
        name_panel,
        lambda: brought_in(desk, first, date(2026, 4, 24)),
        add_evidence,
        lambda: by_hand(desk, None, document),
        import_second,
        rename_twice,
        remove_evidence,
        lambda: by_hand(desk, document, None),
    )
    lived = [(clock.passes(), state(desk))]
    for step in steps:
        step()
        now = state(desk)
        lived.append((clock.passes(), now))
    # The words were written over: take them back, so that the import can be undone.
    last = actions(desk)[0]
    by_hand(desk, last, lived[5][1].every(Action)[last.uid])
    lived.append((clock.passes(), state(desk)))
    undo_second()
    lived.append((clock.passes(), state(desk)))
    return lived


def test_where_the_journal_knows_a_state_is_what_was_there_then(desk: Desk, clock: Clock):
    lived = lived_in(desk, clock)
    assert len({repr(said(then)) for _, then in lived}) == len(lived)
    for moment, then in lived:
        assert said(state(desk, at(moment))) == said(then)


def test_before_and_after_an_import_are_told_by_its_act(empty_desk: Desk):
    # Everything here happens at one instant: only the order of the acts tells them apart.
    brought_in(empty_desk, tracker_file(four_action()), date(2026, 4, 24))
    first = state(empty_desk)
    brought_in(empty_desk, tracker_file(four_action(LINES[1:]), "two.xlsx"), date(2026, 7, 24))
    second = state(empty_desk)
    now, *moments = empty_desk.comparing.moments()
    assert now.kind is MomentKind.NOW
    assert {moment.entry for moment in moments} == {0, 1, 2}
    by_file = {(moment.kind, moment.words.split("“")[1][:3]): moment for moment in moments}
    assert said(state(empty_desk, by_file[MomentKind.AFTER_IMPORT, "two"])) == said(second)
    assert said(state(empty_desk, by_file[MomentKind.BEFORE_IMPORT, "two"])) == said(first)
    assert said(state(empty_desk, by_file[MomentKind.AFTER_IMPORT, "exp"])) == said(first)
    before = state(empty_desk, by_file[MomentKind.BEFORE_IMPORT, "exp"])
    assert before.panel is None
    assert not any(before.tables.values())
    comparison = empty_desk.comparing.compare(
        by_file[MomentKind.AFTER_IMPORT, "exp"], NOW, Silent()
    )
    assert ChangeKind.MISSING_FROM_EXPORT in comparison.by_kind()


def test_an_undone_import_is_no_moment(desk: Desk, clock: Clock):
    lived_in(desk, clock)
    kinds = Counter(moment.kind for moment in desk.comparing.moments())
    assert kinds[MomentKind.BEFORE_IMPORT] == kinds[MomentKind.AFTER_IMPORT] == 1


def test_an_empty_register_has_now_alone(empty_desk: Desk):
    (now,) = empty_desk.comparing.moments()
    assert (now.kind, now.day) == (MomentKind.NOW, None)
    assert empty_desk.comparing.since_last_meeting() is None
    assert state(empty_desk, JUNE).panel is None
    assert empty_desk.comparing.compare(JUNE, NOW, Silent()).changes == ()


def test_meetings_held_and_imports_are_moments_the_newest_first(demo_desk: Desk):
    now, *moments = demo_desk.comparing.moments()
    assert now.day == date(2026, 11, 13)
    times = [moment.at for moment in moments]
    assert times == sorted(times, reverse=True)
    found = json.loads(SAMPLE.read_text("utf-8"))
    held = sum(meeting["status"] == "held" for meeting in found["meeting"])
    imports = len(found["import_batch"])
    assert Counter(moment.kind for moment in moments) == {
        MomentKind.MEETING: held,
        MomentKind.BEFORE_IMPORT: imports,
        MomentKind.AFTER_IMPORT: imports,
    }
    last = demo_desk.comparing.since_last_meeting()
    assert last is not None
    assert last.day == SEPTEMBER


def test_only_a_meeting_that_was_held_is_one_to_compare_with(demo_desk: Desk):
    later = Meeting(
        uid=MeetingUid(made_uid()), held_on=date(2026, 11, 1), status=MeetingStatus.CANCELLED
    )
    by_hand(demo_desk, None, later)
    last = demo_desk.comparing.since_last_meeting()
    assert last is not None
    assert last.day == SEPTEMBER


def test_now_has_everything_but_the_contents_of_documents(demo_desk: Desk):
    found = json.loads(SAMPLE.read_text("utf-8"))
    now = state(demo_desk)
    for table, records in now.tables.items():
        assert records.keys() == {each["uid"] for each in found[table]}
    for document in now.every(Document).values():
        assert (document.content, document.text) == (b"", None)
    assert now.day == date(2026, 11, 13)
    totals = demo_desk.register.finding_totals(FindingQuery())
    tally = demo_desk.comparing.compare(JUNE, NOW, Silent()).totals.findings
    assert len(tally.open_now) == totals[FindingFilter.OPEN]


def test_acts_after_a_whole_register_came_are_taken_back_before_its_records_are_asked(
    demo_desk: Desk,
):
    june = state(demo_desk, JUNE)
    action = next(iter(june.every(Action).values()))
    now = state(demo_desk).every(Action)[action.uid]
    by_hand(demo_desk, now, replace(now, owner="Somebody else"))
    assert said(state(demo_desk, JUNE)) == said(june)


@given(days=st.lists(st.dates(date(2018, 1, 1), date(2027, 1, 1)), min_size=2).map(sorted))
def test_the_sample_grows_from_day_to_day(sample_states, days: list[date]):
    earlier, later = sample_states(days[0]), sample_states(days[-1])
    for table, records in earlier.tables.items():
        assert records.keys() <= later.tables[table].keys()


@pytest.fixture
def sample_states(demo_desk: Desk):
    return lambda day: state(demo_desk, day)


@pytest.mark.parametrize(
    ("since", "until"),
    [(JUNE, SEPTEMBER), (SEPTEMBER, date(2026, 11, 13)), (date(2025, 12, 31), JUNE)],
)
def test_what_changed_in_the_sample_is_what_a_reckoning_by_hand_finds(
    demo_desk: Desk, since: date, until: date
):
    comparison = demo_desk.comparing.compare(since, until, Silent())
    found = Counter(
        (change.kind.value, change.subject.uid)
        for change in comparison.changes
        # Exports are told apart by their certificates, of which only the newest lists its rows.
        if change.kind is not ChangeKind.MISSING_FROM_EXPORT
    )
    sample = Sample(json.loads(SAMPLE.read_text("utf-8")))
    assert found == sample.between(since.isoformat(), until.isoformat())
    assert comparison.totals.reconcile


def test_a_moved_target_of_the_sample_says_how_late_it_was(demo_desk: Desk):
    comparison = demo_desk.comparing.compare(JUNE, SEPTEMBER, Silent())
    late = {
        change.label: change.days_after_due
        for change in comparison.by_kind()[ChangeKind.TARGET_MOVED]
    }
    assert late["041/03.1"] == 21
    assert late["036/A1.1"] == -8


def test_changes_since_the_last_sample_meeting_say_what_the_newest_export_lacks(demo_desk: Desk):
    last = demo_desk.comparing.since_last_meeting()
    assert last is not None
    comparison = demo_desk.comparing.compare(last, NOW, Silent())
    by_kind = comparison.by_kind()
    missing = [change.label for change in by_kind[ChangeKind.MISSING_FROM_EXPORT]]
    assert missing == ["036/A1.2", "036/A2.1"]
    assert ChangeKind.REOPENED in by_kind
    assert ChangeKind.UPDATE_REPEATED in by_kind
    assert ChangeKind.CLOSED_BY_HMICFRS in by_kind
    assert comparison.totals.reconcile
    agenda = demo_desk.register.agenda(_next_meeting(demo_desk))
    groups = comparison.by_agenda_item(agenda)
    assert sum(len(group.changes) for group in groups) == len(comparison.changes)
    assert len(groups) > 1


def _next_meeting(desk: Desk) -> MeetingUid:
    meetings = state(desk).every(Meeting).values()
    return max(meetings, key=lambda meeting: meeting.held_on).uid


def test_a_file_in_the_open_format_is_a_state(demo_desk: Desk, tmp_path: Path):
    found = json.loads(SAMPLE.read_text("utf-8"))
    changed = next(each for each in found["action"] if each["reference"] == "041/03.1")
    changed["owner"] = "Head of Training"
    path = tmp_path / "earlier.json"
    path.write_text(json.dumps(found), encoding="utf-8")
    (change,) = demo_desk.comparing.compare(path, NOW, Silent()).changes
    assert (change.kind, change.before) == (ChangeKind.OWNER_CHANGED, "Head of Training")
    assert said(state(demo_desk, SAMPLE)) == said(state(demo_desk))
    assert state(demo_desk, path).name == "“earlier.json”"


def test_another_registers_file_is_a_state_and_stays_as_it_is(
    demo_desk: Desk, sample_home: Path, tmp_path: Path
):
    path = tmp_path / "copy.jasp"
    shutil.copyfile(HomeFolder(sample_home).register, path)
    before = path.read_bytes()
    assert demo_desk.comparing.compare(path, NOW, Silent()).changes == ()
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir() if each.name != "home"] == ["copy.jasp"]


def test_what_an_open_register_has_not_yet_folded_in_is_read_too(empty_desk: Desk, tmp_path: Path):
    path = tmp_path / "other" / "register.jasp"
    other = open_desk(HomeFolder(path.parent), Clock(), Silent())
    try:
        panel_action = PanelAction(uid=Uid(made_uid()), number="Action 001", text="Say how")
        by_hand(other, None, panel_action)
        assert path.with_name("register.jasp-wal").exists()
        assert state(empty_desk, path).every(PanelAction) == {panel_action.uid: panel_action}
    finally:
        other.close()


@pytest.fixture
def old_register(tmp_path: Path) -> Path:
    """Return a register of the first version, which had no journal."""
    packed = Path(__file__).parents[1] / "store" / "registers" / "version-1.jasp.gz"
    path = tmp_path / "old" / "register.jasp"
    path.parent.mkdir()
    path.write_bytes(gzip.decompress(packed.read_bytes()))
    return path


def test_a_register_of_an_older_program_is_read_from_a_copy(empty_desk: Desk, old_register: Path):
    before = old_register.read_bytes()
    assert any(state(empty_desk, old_register).tables.values())
    assert old_register.read_bytes() == before


def test_a_register_without_a_journal_is_wound_back_by_its_records(old_register: Path):
    desk = open_desk(HomeFolder(old_register.parent), Clock(), Silent())
    try:
        now, long_ago = state(desk), state(desk, date(1500, 1, 1))
        assert long_ago.tables["report"].keys() < now.tables["report"].keys()
        assert said(state(desk, date(8999, 1, 1))) == said(now)
    finally:
        desk.close()


def test_what_is_no_register_is_refused_in_a_sentence(empty_desk: Desk, tmp_path: Path):
    words, folder = tmp_path / "words.jasp", tmp_path / "folder.jasp"
    words.write_text("no register at all", encoding="utf-8")
    folder.mkdir()
    with pytest.raises(StoreError, match="not a JASP Desktop file"):
        state(empty_desk, words)
    with pytest.raises(UserError, match="could not be read"):
        state(empty_desk, folder)
    with pytest.raises(UserError, match="is not there"):
        state(empty_desk, tmp_path / "nothing.jasp")
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    with pytest.raises(NotARegister):
        state(empty_desk, broken)


def test_a_vault_is_no_register(demo_desk: Desk):
    with pytest.raises(StoreError):
        state(demo_desk, demo_desk.home.vault)


@pytest.mark.parametrize("after", [0, 5, 20])
def test_comparing_can_be_stopped(demo_desk: Desk, after: int):
    with pytest.raises(Cancelled):
        demo_desk.comparing.compare(JUNE, NOW, Stopping(after))


def test_a_state_of_the_end_of_a_day_counts_what_was_done_on_it(desk: Desk, clock: Clock):
    action = PanelAction(uid=Uid(made_uid()), number="Action 001", text="Say how")
    by_hand(desk, None, action)
    day = clock.now.date()
    assert end_of(day) > clock.now
    clock.passes()
    by_hand(desk, action, None)
    assert state(desk, day).every(PanelAction) == {action.uid: action}
    assert state(desk, day - timedelta(days=1)).every(PanelAction) == {}


def test_the_registers_own_file_may_be_named(home: HomeFolder, demo_desk: Desk):
    assert demo_desk.comparing.compare(home.register, NOW, Silent()).changes == ()


def test_home_counts_the_same_moves_and_closures(demo_desk):
    service, home = demo_desk.comparing, demo_desk.register.home()
    changes = service.compare_with_now(service.since_last_meeting(), Silent()).by_kind()
    moved = changes[ChangeKind.TARGET_MOVED]
    assert sorted(each.reference for each in home.moved) == sorted(each.label for each in moved)
    late = [each for each in moved if (each.days_after_due or 0) > 0]
    assert sum(each.was_late for each in home.moved) == len(late)
    closed = [
        each for each in changes[ChangeKind.CLOSED_BY_FORCE] if each.subject.table == "action"
    ]
    assert sorted(each.reference for each in home.closed) == sorted(each.label for each in closed)
