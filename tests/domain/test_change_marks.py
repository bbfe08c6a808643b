"""The mark beside each kind of change."""

from jasp_desktop.domain.change_marks import mark_of_kind
from jasp_desktop.domain.marks import DATE_MOVED
from jasp_desktop.domain.register_changes import ChangeKind


def test_a_moved_target_has_the_step():
    assert mark_of_kind(ChangeKind.TARGET_MOVED) is DATE_MOVED


def test_only_changes_whose_words_say_all_have_no_mark():
    bare = {kind for kind in ChangeKind if mark_of_kind(kind) is None}
    assert bare == {
        ChangeKind.TEXT_CHANGED,
        ChangeKind.OWNER_CHANGED,
        ChangeKind.EXECUTIVE_LEAD_CHANGED,
        ChangeKind.RAG_CHANGED,
        ChangeKind.QUESTION_STATE_CHANGED,
    }
