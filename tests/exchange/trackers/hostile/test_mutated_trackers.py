"""Trackers damaged by chance are read or refused, and the register that they go into stays sound.

``JASP_MUTATIONS`` sets how many of each kind are tried (``tests/damage.py``). With
``--junitxml FILE -o junit_family=legacy`` each trial's outcome and seconds are written down.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.damage import tries
from tests.exchange.trackers.hostile.mutations import KINDS, mutated, texts, workbooks
from tests.exchange.trackers.hostile.trial import tried

NAMES_OF_REFUSALS = {
    "DamagedFile", "EmptyFile", "UnknownFileType", "TooLargeFile", "PasswordProtectedFile",
}  # fmt: skip


@pytest.mark.parametrize("seed", range(tries(8)))
@pytest.mark.parametrize("kind", KINDS)
def test_a_mutated_tracker_is_read_or_refused(
    tmp_path: Path, record_property: Callable[[str, object], None], kind: str, seed: int
):
    path = tmp_path / f"tracker.{KINDS[kind][0]}"
    path.write_bytes(mutated(kind, seed))
    trial = tried(path, tmp_path / "home")
    record_property("outcome", trial.outcome)
    record_property("seconds", trial.seconds)
    record_property("seconds after reading", trial.seconds_after)
    assert trial.outcome in {"read", *NAMES_OF_REFUSALS}


@pytest.mark.parametrize(("ending", "whole"), [("xlsx", workbooks), ("csv", texts)])
def test_every_tracker_is_sound_before_it_is_damaged(
    tmp_path: Path, ending: str, whole: Callable[[], tuple[bytes, ...]]
):
    for number, content in enumerate(whole()):
        path = tmp_path / f"tracker-{number}.{ending}"
        path.write_bytes(content)
        plan = tried(path, tmp_path / f"home-{number}").plan
        assert plan is not None
        assert plan.rows.added


def test_the_same_seed_does_the_same_damage():
    for kind in KINDS:
        assert mutated(kind, 1) == mutated(kind, 1) != mutated(kind, 2)
