"""A moved target, a new status and new words become history; blanks take nothing away."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from jasp_desktop.domain.identity import ActionUid, ImportBatchUid, TargetChangeUid, Uid, made_uid
from jasp_desktop.domain.records import Action, Evidence, StatusEvent, TargetChange, Update
from jasp_desktop.domain.tracker_actions import action_words, changed_action, new_action
from jasp_desktop.domain.tracker_history import (
    Export,
    KnownHistory,
    PastStatus,
    PastUpdate,
    Told,
)
from jasp_desktop.domain.tracker_keys import folded
from jasp_desktop.domain.trackers import FieldChange, RoundUpdate, TrackerRow
from jasp_desktop.domain.vocabulary import EvidenceKind, ForceStatus, HmicfrsPosition, Track

UID = ActionUid(Uid("00000000-0000-7000-8000-000000000001"))
FINDING = Uid("00000000-0000-7000-8000-000000000009")
BATCH = ImportBatchUid(Uid("00000000-0000-7000-8000-000000000002"))
MARCH, JUNE = date(2026, 3, 31), date(2026, 6, 30)
FIRST = Export(tracker="4ACTION", as_at=date(2026, 4, 1), previous=None, batch=BATCH)
LATER = replace(FIRST, as_at=date(2026, 7, 1), previous=FIRST.as_at)
OLDER = replace(FIRST, as_at=date(2026, 1, 1), previous=FIRST.as_at)
ACTION = Action(uid=UID, text="Train sergeants.", original_target=MARCH, target=MARCH)


def _told(export: Export = LATER, known: KnownHistory | None = None, **said: Any) -> Told:
    return Told(TrackerRow(number=7, **said), export, known or KnownHistory())


def _added[R](told: Told, kind: type[R]) -> list[R]:
    return [each for each in told.added if isinstance(each, kind)]


def _known(*statuses: tuple[Track, date, str]) -> KnownHistory:
    known = KnownHistory()
    for place, (track, day, status) in enumerate(statuses):
        known.statuses.setdefault(track, []).append(PastStatus(day, f"f{place}", status))
    return known


def test_a_new_action_has_all_that_the_row_says():
    told = _told(
        FIRST,
        reference="4A-1",
        action_text="Train.",
        owner="Head of Crime",
        original_target=MARCH,
        target=MARCH,
        status=ForceStatus.IN_PROGRESS,
        hmicfrs_position=HmicfrsPosition.OPEN,
        updates=(RoundUpdate(as_at=None, text="Begun."),),
        evidence="Audit of May",
    )
    action = new_action(told, UID, [FINDING])
    assert (action.tracker_reference, action.text, action.owner) == (
        "4A-1",
        "Train.",
        "Head of Crime",
    )
    assert (action.original_target, action.target) == (MARCH, MARCH)
    assert action.findings == (FINDING,)
    assert [type(each) for each in told.added] == [StatusEvent, StatusEvent, Update, Evidence]
    assert {each.batch for each in _added(told, StatusEvent) + _added(told, Update)} == {BATCH}


def test_a_new_action_that_moved_already_has_its_move_without_a_day():
    told = _told(FIRST, original_target=MARCH, target=JUNE, target_reason="Sickness")
    new_action(told, UID, [])
    (move,) = _added(told, TargetChange)
    assert (move.from_, move.to, move.changed_on, move.reason) == (MARCH, JUNE, None, "Sickness")


def test_an_original_target_alone_is_the_target():
    assert new_action(_told(FIRST, original_target=MARCH), UID, []).target == MARCH
    assert new_action(_told(FIRST, target=JUNE), UID, []).original_target is None


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"action_text": "a", "sub_text": "s", "finding_text": "f"}, "a"),
        ({"sub_text": "s", "finding_text": "f"}, "s"),
        ({"finding_text": "f"}, "f"),
        ({}, ""),
    ],
)
def test_what_is_asked_for_stands_in_for_what_is_undertaken(said: dict[str, str], words: str):
    assert action_words(TrackerRow(number=1, **said)) == words  # type: ignore[arg-type]


def test_a_moved_target_is_kept_with_its_reason_and_day():
    told = _told(target=JUNE, target_reason="Sickness", updated_on=date(2026, 5, 12))
    after = changed_action(told, ACTION, [])
    assert (after.target, after.original_target) == (JUNE, MARCH)
    (move,) = _added(told, TargetChange)
    assert (move.from_, move.to, move.reason) == (MARCH, JUNE, "Sickness")
    assert move.changed_on == date(2026, 5, 12)
    assert told.changes == [FieldChange(name="target", before=MARCH, after=JUNE)]


@pytest.mark.parametrize("updated_on", [None, date(2026, 3, 1), FIRST.as_at, date(2027, 1, 1)])
def test_a_move_is_dated_by_the_data_where_the_row_gives_no_day_that_can_be(
    updated_on: date | None,
):
    told = _told(target=JUNE, updated_on=updated_on)
    changed_action(told, ACTION, [])
    assert _added(told, TargetChange)[0].changed_on == LATER.as_at


def test_a_target_that_was_missing_is_set():
    told = _told(original_target=MARCH)
    after = changed_action(told, replace(ACTION, original_target=None, target=None), [])
    assert (after.original_target, after.target) == (MARCH, MARCH)
    assert _added(told, TargetChange)[0].from_ is None
    assert [each.name for each in told.changes] == ["original_target", "target"]


def test_the_original_target_is_never_overwritten():
    told = _told(original_target=JUNE, target=MARCH)
    assert changed_action(told, ACTION, []) == ACTION
    (remark,) = told.remarks
    assert remark.row == 7
    assert "original target" in remark.message


def test_the_same_original_target_says_nothing():
    told = _told(original_target=MARCH)
    assert changed_action(told, ACTION, []) == ACTION
    assert not told.remarks


def test_a_target_that_moves_back_and_forth_on_one_day_is_two_moves():
    known = KnownHistory()
    first, second = _told(known=known, target=JUNE), _told(known=known, target=JUNE)
    changed_action(first, ACTION, [])
    changed_action(second, ACTION, [])
    assert first.added[0].uid != second.added[0].uid


def _move(reason: str | None, to: date = MARCH) -> KnownHistory:
    move = TargetChange(uid=TargetChangeUid(made_uid()), action=UID, to=to, reason=reason)
    return KnownHistory(moves=[move])


def test_a_reason_that_comes_later_is_put_to_its_move():
    told = _told(known=_move(None), target=MARCH, target_reason="Sickness")
    assert changed_action(told, ACTION, []) == ACTION
    ((before, after),) = told.changed
    assert (before.reason, after.reason) == (None, "Sickness")
    assert told.changes == [FieldChange(name="reason", before=None, after="Sickness")]


@pytest.mark.parametrize("known", [_move("Leave"), _move(None, JUNE), KnownHistory()])
def test_a_reason_is_not_put_to_another_move_nor_over_another_reason(known: KnownHistory):
    told = _told(known=known, target=MARCH, target_reason="Sickness")
    changed_action(told, ACTION, [])
    assert not told.changed


def test_words_change_and_blanks_take_nothing_away():
    before = replace(ACTION, owner="Insp A", executive_lead="ACC", risk="High")
    told = _told(owner="Insp B", executive_lead="acc ", action_text="Train all sergeants.")
    after = changed_action(told, before, [])
    assert after == replace(before, owner="Insp B", text="Train all sergeants.")
    assert {each.name for each in told.changes} == {"owner", "text"}


def test_the_words_of_a_finding_do_not_take_the_place_of_an_actions_own():
    assert changed_action(_told(finding_text="Sergeants should be trained."), ACTION, []) == ACTION


def test_a_reference_is_taken_over_unless_it_is_the_actions_name_already():
    known = replace(ACTION, reference="041/03.1")
    assert changed_action(_told(reference="041 / 03.1"), known, []) == known
    assert changed_action(_told(reference="4A-1"), known, []).tracker_reference == "4A-1"


def test_an_action_without_a_finding_is_linked_and_one_with_another_stays():
    told = _told(finding_number="3")
    assert changed_action(told, ACTION, [FINDING]).findings == (FINDING,)  # type: ignore[list-item]
    assert told.changes == [FieldChange(name="findings", before=None, after="3")]
    linked = replace(ACTION, findings=(Uid("other"),))  # type: ignore[arg-type]
    assert changed_action(_told(), linked, [FINDING]) == linked  # type: ignore[list-item]


def test_a_new_status_is_an_event_with_its_source():
    told = _told(
        known=_known((Track.FORCE, MARCH, "in_progress")),
        status=ForceStatus.DELAYED,
        updated_on=date(2026, 5, 12),
    )
    changed_action(told, ACTION, [])
    (event,) = _added(told, StatusEvent)
    assert (event.track, event.date, event.status) == (Track.FORCE, date(2026, 5, 12), "delayed")
    assert (event.source, event.comment) == ("4ACTION", None)
    assert told.changes == [FieldChange(name="status", before="In progress", after="Delayed")]


def test_a_closed_status_is_dated_by_its_closure():
    told = _told(status=ForceStatus.CLOSED_BY_FORCE, closed_on=date(2026, 5, 2))
    changed_action(told, ACTION, [])
    assert _added(told, StatusEvent)[0].date == date(2026, 5, 2)


@pytest.mark.parametrize("status", [ForceStatus.IN_PROGRESS, ForceStatus.DELAYED])
def test_a_day_of_closure_does_not_date_an_open_status(status: ForceStatus):
    told = _told(status=status, closed_on=date(2026, 5, 2))
    changed_action(told, ACTION, [])
    assert _added(told, StatusEvent)[0].date == LATER.as_at


def test_what_the_newest_export_says_holds_now_even_if_it_dates_it_earlier():
    told = _told(
        known=_known((Track.FORCE, date(2026, 6, 15), "in_progress")),
        status=ForceStatus.CLOSED_BY_FORCE,
        closed_on=date(2026, 5, 2),
    )
    changed_action(told, ACTION, [])
    (event,) = _added(told, StatusEvent)
    assert event.date == date(2026, 6, 15)
    assert event.comment == "The tracker gives 2\u00a0May\u00a02026 as the day."


def test_an_event_of_the_same_day_comes_after_what_was_there():
    known = _known((Track.FORCE, LATER.as_at, "in_progress"))
    known.statuses[Track.FORCE] = [PastStatus(LATER.as_at, "e" * 8, "in_progress")]
    told = _told(known=known, status=ForceStatus.DELAYED)
    changed_action(told, ACTION, [])
    assert _added(told, StatusEvent)[0].uid > "e" * 8
    assert known.statuses[Track.FORCE][-1].status == "delayed"


def test_the_same_status_is_nothing_new():
    told = _told(
        known=_known((Track.FORCE, MARCH, "closed_by_force")),
        status=ForceStatus.CLOSED_BY_FORCE,
        closed_on=MARCH,
    )
    changed_action(told, ACTION, [])
    assert (told.added, told.remarks) == ([], [])


def test_another_day_of_closure_is_remarked_on():
    told = _told(
        known=_known((Track.FORCE, MARCH, "closed_by_force")),
        status=ForceStatus.CLOSED_BY_FORCE,
        closed_on=JUNE,
    )
    changed_action(told, ACTION, [])
    assert told.added == []
    assert "day of closure" in told.remarks[0].message


def test_a_day_of_closure_without_a_status_closes_nothing():
    told = _told(closed_on=JUNE)
    changed_action(told, ACTION, [])
    assert told.added == []
    assert "no status" in told.remarks[0].message


def test_closed_by_hmicfrs_says_that_no_document_was_given():
    told = _told(hmicfrs_position=HmicfrsPosition.CLOSED_BY_HMICFRS)
    changed_action(told, ACTION, [])
    (event,) = _added(told, StatusEvent)
    assert (event.track, event.comment) == (
        Track.HMICFRS,
        "The force’s tracker says so. No document was given.",
    )


def test_a_position_not_known_is_the_default_and_no_event():
    told = _told(hmicfrs_position=HmicfrsPosition.NOT_KNOWN)
    changed_action(told, ACTION, [])
    assert told.added == []


def test_new_words_of_a_round_are_an_update_of_its_day():
    told = _told(updates=(RoundUpdate(as_at=MARCH, text="Begun."),), updated_on=JUNE)
    changed_action(told, ACTION, [])
    (update,) = _added(told, Update)
    assert (update.as_at, update.text, update.author) == (MARCH, "Begun.", None)


def _updates(*said: tuple[date | None, str]) -> KnownHistory:
    return KnownHistory(updates=[PastUpdate(day, text, folded(text)) for day, text in said])


def test_the_same_words_of_the_same_round_are_nothing_new():
    known = _updates((MARCH, "Begun."))
    told = _told(known=known, updates=(RoundUpdate(as_at=MARCH, text="begun. "),))
    changed_action(told, ACTION, [])
    assert told.added == []


@pytest.mark.parametrize("round_", [JUNE, None])
def test_the_same_words_in_a_later_round_are_recorded(round_: date | None):
    known = _updates((MARCH, "Begun."))
    said = (RoundUpdate(as_at=round_, text="Begun."),)
    told = _told(known=known, updates=said, updated_on=JUNE)
    changed_action(told, ACTION, [])
    assert [each.as_at for each in _added(told, Update)] == [JUNE]
    assert told.changes == [FieldChange(name="update", before="Begun.", after="Begun.")]


def test_words_without_any_date_are_new_only_where_they_differ_from_the_last():
    known = _updates((None, "Planned."), (MARCH, "Begun."), (date(2026, 8, 1), "Later."))
    told = _told(known=known, updates=(RoundUpdate(as_at=None, text="Begun."),))
    changed_action(told, ACTION, [])
    assert told.added == []
    told = _told(known=known, updates=(RoundUpdate(as_at=None, text="Half done."),))
    changed_action(told, ACTION, [])
    assert [each.as_at for each in _added(told, Update)] == [LATER.as_at]


def test_two_columns_without_a_day_say_nothing_new_when_they_say_the_same_again():
    known = _updates((MARCH, "In progress."), (MARCH, "Form agreed."))
    both = [RoundUpdate(as_at=None, text=text) for text in ("In progress.", "Form in use.")]
    told = _told(known=known, updates=tuple(both))
    changed_action(told, ACTION, [])
    assert [each.text for each in _added(told, Update)] == ["Form in use."]
    again = _told(known=known, updates=tuple(both))
    changed_action(again, ACTION, [])
    assert again.added == []


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Dip sample of fifty", EvidenceKind.AUDIT_OR_DIP_SAMPLE),
        ("Policy 12", EvidenceKind.POLICY),
        ("HMICFRS closure letter", EvidenceKind.HMICFRS_LETTER),
        ("Training log", EvidenceKind.TRAINING_RECORD),
        ("Board minute 4", EvidenceKind.BOARD_MINUTE),
        ("Performance report", EvidenceKind.PERFORMANCE_DATA),
        ("Shared drive", EvidenceKind.OTHER),
    ],
)
def test_evidence_is_recorded_once_with_its_kind(title: str, kind: EvidenceKind):
    known = KnownHistory()
    told = _told(known=known, evidence=title)
    changed_action(told, ACTION, [])
    assert [(each.title, each.kind) for each in _added(told, Evidence)] == [(title, kind)]
    again = _told(known=known, evidence=f" {title.upper()}")
    changed_action(again, ACTION, [])
    assert again.added == []


def test_an_older_export_adds_to_the_history_and_changes_nothing_that_holds_now():
    known = _known((Track.FORCE, date(2025, 12, 1), "in_progress"), (Track.FORCE, MARCH, "delayed"))
    told = _told(
        OLDER,
        known,
        owner="Insp B",
        target=JUNE,
        status=ForceStatus.PENDING_SIGN_OFF,
        updates=(RoundUpdate(as_at=None, text="Begun."),),
    )
    assert changed_action(told, ACTION, [FINDING]) == ACTION  # type: ignore[list-item]
    assert [type(each) for each in told.added] == [StatusEvent, Update]
    assert _added(told, StatusEvent)[0].date == OLDER.as_at
    assert known.statuses[Track.FORCE][-1].status == "delayed"


def test_an_older_export_is_compared_with_what_held_on_its_day():
    known = _known((Track.FORCE, date(2025, 12, 1), "in_progress"), (Track.FORCE, MARCH, "delayed"))
    told = _told(OLDER, known, status=ForceStatus.IN_PROGRESS)
    changed_action(told, ACTION, [])
    assert told.added == []
