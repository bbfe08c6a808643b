"""Surer ways of matching go first; a likeness is only ever a question."""

from collections.abc import Sequence

import pytest

from jasp_desktop.domain.errors import Cancelled
from jasp_desktop.domain.identity import ActionUid, Uid
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.tracker_keys import RowKey
from jasp_desktop.domain.tracker_matching import (
    CERTAIN,
    KeyedRow,
    KnownAction,
    Match,
    RowMatcher,
    new_action_uid,
)
from jasp_desktop.domain.trackers import Decisions, TrackerRow
from tests.stopping import Stopping

TRACKER = "4ACTION"
A, B, C = (ActionUid(Uid(f"00000000-0000-7000-8000-00000000000{n}")) for n in "123")


def _alike(words: str, texts: Sequence[str]) -> list[tuple[int, int]]:
    """Call texts alike that begin with the same word."""
    first = words.split(maxsplit=1)[0]
    return [(place, 90) for place, text in enumerate(texts) if text.split()[0] == first]


def _action(uid: ActionUid, **fields: str | bool | None) -> KnownAction:
    said = {"reference": None, "tracker_reference": None, "text": "Something else."} | fields
    return KnownAction(uid, **said)  # type: ignore[arg-type]


def _row(number: int, key: str, words: str = "Train sergeants.", **fields: str) -> KeyedRow:
    base, _, rest = key.partition("/")
    return KeyedRow(RowKey(base, rest), TrackerRow(number=number, **fields), words)


def _match(
    rows: Sequence[KeyedRow],
    actions: Sequence[KnownAction] = (),
    known: dict[str, ActionUid] | None = None,
    decisions: Decisions | None = None,
) -> dict[int, Match]:
    matcher = RowMatcher(TRACKER, {each.uid: each for each in actions}, known or {}, _alike)
    return matcher.match(rows, decisions or Decisions(), Silent())


def test_a_row_of_an_empty_register_is_new_and_gets_the_same_uid_again():
    rows = [_row(1, "ref 1"), _row(2, "ref 2")]
    found = _match(rows)
    assert all(each.is_new for each in found.values())
    assert found == _match(rows)
    assert found[1].action == new_action_uid("4action", RowKey("ref 1"))
    assert found[1].action != found[2].action


def test_the_key_of_an_earlier_export_finds_the_action():
    assert _match([_row(1, "ref 1")], [_action(A)], {"ref 1": A})[1] == Match(action=A)


def test_an_action_that_is_on_the_register_no_more_comes_again():
    assert _match([_row(1, "ref 1")], [], {"ref 1": A})[1].is_new


def test_the_uid_that_the_key_gives_finds_the_action_without_a_certificate():
    uid = new_action_uid(TRACKER, RowKey("ref 1"))
    assert _match([_row(1, "ref 1")], [_action(uid)])[1] == Match(action=uid)


def test_changed_words_are_matched_by_a_number_that_only_one_row_and_one_action_have():
    row = _row(1, "no 1/new words", finding_number="1")
    assert _match([row], [_action(A)], {"no 1\x1fold words": A})[1] == Match(action=A)


def test_changed_words_without_any_number_are_not_matched():
    assert _match([_row(1, "no/new")], [_action(A)], {"no\x1fold": A})[1].is_new


def test_two_rows_of_one_number_are_not_matched_by_it():
    rows = [_row(number, f"no 1/{number}", finding_number="1") for number in (1, 2)]
    found = _match(rows, [_action(A)], {"no 1\x1fold words": A})
    assert all(each.is_new for each in found.values())


def test_a_reference_on_the_register_finds_the_action():
    row = _row(1, "ref 4a1", reference="4A 1")
    assert _match([row], [_action(A, tracker_reference="4a1")])[1] == Match(action=A)
    assert _match([row], [_action(A, reference="4A1")])[1] == Match(action=A)


def test_a_reference_of_another_tracker_does_not():
    row = _row(1, "ref 4a1", reference="4A1")
    assert _match([row], [_action(A, tracker_reference="4A1", is_elsewhere=True)])[1].is_new


def test_a_reference_that_two_actions_have_is_asked_about():
    row = _row(1, "ref 4a1", reference="4A1")
    actions = [_action(A, tracker_reference="4A1"), _action(B, reference="4A1")]
    (found,) = _match([row], actions).values()
    assert found.action is None
    assert [(each.action, each.likeness) for each in found.candidates] == [
        (A, CERTAIN),
        (B, CERTAIN),
    ]


def test_what_is_alike_is_asked_about_with_label_and_words():
    actions = [_action(A, reference="041/03.1", text="Train all sergeants."), _action(B)]
    (found,) = _match([_row(1, "ref 9")], actions).values()
    (candidate,) = found.candidates
    assert (candidate.action, candidate.label, candidate.likeness) == (A, "041/03.1", 90)
    assert candidate.text == "Train all sergeants."


def test_an_action_that_another_row_claims_is_no_candidate():
    rows = [_row(1, "ref 9"), _row(2, "ref 1")]
    found = _match(rows, [_action(A, text="Train all sergeants.")], {"ref 1": A})
    assert found[2] == Match(action=A)
    assert found[1].is_new


def test_an_action_without_a_reference_goes_by_how_its_text_begins():
    assert _action(A, text="Train  all\nsergeants.").label == "Train all sergeants."
    long = _action(A, text="Train sergeants " * 20).label
    assert long.startswith("Train sergeants")
    assert (len(long), long[-1]) == (60, "…")


def test_a_person_says_which_action_a_row_is():
    rows = [_row(1, "ref 9"), _row(2, "ref 1")]
    decided = Decisions(matches={1: A})
    found = _match(rows, [_action(A), _action(B)], {"ref 1": A}, decided)
    assert found[1] == Match(action=A)
    assert found[2].action != A


def test_a_person_says_that_a_row_is_new():
    actions = [_action(A, text="Train all sergeants.")]
    found = _match([_row(1, "ref 9")], actions, decisions=Decisions(matches={1: None}))
    assert found[1].is_new


def test_two_rows_cannot_be_one_action():
    decided = Decisions(matches={1: A, 2: A, 3: C})
    rows = [_row(1, "ref 8"), _row(2, "ref 9"), _row(3, "ref 10")]
    found = _match(rows, [_action(A)], decisions=decided)
    assert found[1] == Match(action=A)
    assert found[2].is_new
    assert found[3].is_new


def test_a_new_action_never_takes_the_uid_of_another():
    uid = new_action_uid(TRACKER, RowKey("ref 1"))
    rows = [_row(1, "ref 5"), _row(2, "ref 1")]
    found = _match(rows, [_action(uid)], decisions=Decisions(matches={1: uid}))
    assert found[1] == Match(action=uid)
    assert found[2].is_new
    assert found[2].action != uid


def test_looking_for_likenesses_can_be_stopped():
    matcher = RowMatcher(TRACKER, {}, {}, _alike)
    with pytest.raises(Cancelled):
        matcher.match([_row(1, "ref 1")], Decisions(), Stopping())
