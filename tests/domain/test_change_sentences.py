"""What a change says in words."""

from datetime import date

import pytest

from jasp_desktop.domain.change_sentences import change_words, fallen_due_words
from jasp_desktop.domain.register_changes import ChangeKind, RegisterChange
from tests.domain.change_parts import ON_ACTION

DAY = date(2026, 7, 21)


def words(kind, **said):
    change = RegisterChange(
        kind=kind, subject=ON_ACTION, label="041/03.1", text="Train", record=ON_ACTION, **said
    )
    return change_words(change).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("kind", "said", "expected"),
    [
        (ChangeKind.ADDED, {}, "Action, new"),
        (ChangeKind.ADDED, {"dated": DAY}, "Action, new, 21 Jul 2026"),
        (ChangeKind.REMOVED_BY_HAND, {}, "Action, taken off the register"),
        (ChangeKind.RESPONSE_PUBLISHED, {"after": "2026-07-21"}, "Published 21 Jul 2026"),
        (
            ChangeKind.RESPONSE_PUBLISHED,
            {"before": "2026-07-20", "after": "2026-07-21"},
            "Published 21 Jul 2026 (before: 20 Jul 2026)",
        ),
        (
            ChangeKind.CLOSED_BY_FORCE,
            {"before": "in_progress", "after": "closed_by_force", "dated": DAY},
            "In progress → Closed by force, 21 Jul 2026",
        ),
        (ChangeKind.STATUS_CHANGED, {"after": "delayed"}, "Not recorded → Delayed"),
        (
            ChangeKind.CLOSED_BY_HMICFRS,
            {"before": "open", "after": "closed_by_hmicfrs"},
            "Open → Closed by HMICFRS",
        ),
        (ChangeKind.QUESTION_STATE_CHANGED, {"after": "asked"}, "Not shared yet → Asked"),
        (
            ChangeKind.TARGET_MOVED,
            {
                "before": "2026-06-30",
                "after": "2026-10-31",
                "dated": DAY,
                "days_after_due": 21,
            },
            "30 Jun 2026 → 31 Oct 2026, on 21 Jul 2026, 21 days after it fell due",
        ),
        (
            ChangeKind.TARGET_MOVED,
            {"before": "2026-06-30", "after": "2026-10-31"},
            "30 Jun 2026 → 31 Oct 2026, no move recorded",
        ),
        (
            ChangeKind.TARGET_SET,
            {"after": "2026-10-31", "dated": DAY},
            "First target 31 Oct 2026, on 21 Jul 2026",
        ),
        (ChangeKind.TARGET_SET, {"after": "2026-10-31"}, "First target 31 Oct 2026"),
        (
            ChangeKind.TARGET_REMOVED,
            {"before": "2026-10-31", "dated": DAY},
            "Target 31 Oct 2026 taken away, on 21 Jul 2026",
        ),
        (ChangeKind.TARGET_REMOVED, {}, "Target no date taken away"),
        (ChangeKind.OWNER_CHANGED, {"before": "ACC"}, "ACC → nobody named"),
        (ChangeKind.EXECUTIVE_LEAD_CHANGED, {"after": "ACC"}, "Nobody named → ACC"),
        (ChangeKind.RAG_CHANGED, {"after": "Amber"}, "None → Amber"),
        (ChangeKind.RAG_CHANGED, {"before": "Amber"}, "Amber → none"),
        (
            ChangeKind.UPDATE_ADDED,
            {"after": "All six\nare in post.", "dated": DAY},
            "21 Jul 2026: All six are in post.",
        ),
        (ChangeKind.EVIDENCE_ADDED, {"after": "Dip sample"}, "Dip sample"),
        (ChangeKind.EVIDENCE_ADDED, {}, ""),
        (ChangeKind.MISSING_FROM_EXPORT, {}, "Not in its tracker’s newest export"),
        (ChangeKind.RETURNED_TO_EXPORT, {}, "In its tracker’s newest export again"),
        (
            ChangeKind.PANEL_ACTION_CLOSED,
            {"after": "Done.", "dated": DAY},
            "Closed 21 Jul 2026: Done.",
        ),
        (ChangeKind.PANEL_ACTION_CLOSED, {"dated": DAY}, "Closed 21 Jul 2026"),
        (
            ChangeKind.TEXT_CHANGED,
            {"field": "text"},
            "What the force has undertaken: the words changed",
        ),
    ],
)
def test_a_change_is_told_in_plain_words(kind, said, expected):
    assert words(kind, **said) == expected


def test_every_kind_has_a_heading():
    assert len({kind.words for kind in ChangeKind}) == len(ChangeKind)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (0, "on the day it fell due"),
        (1, "1 day after it fell due"),
        (-16, "16 days before it fell due"),
    ],
)
def test_a_move_is_told_by_when_the_target_fell_due(days, expected):
    assert fallen_due_words(days).replace("\u00a0", " ") == expected
